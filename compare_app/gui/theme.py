"""Colours and fonts of the window, read from `resources/themes`."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from compare_app.core.records import record
from compare_app.present.marks import Mark
from compare_app.present.themes import GROUNDS, INKS, theme_colours

INTERFACE_PX = 13
READING_PX = 15
LINE_HEIGHT = 1.6  # of the reading font's pixel size
READING_FAMILIES = ["Noto Serif", "Source Serif 4", "Charter", "Georgia", "DejaVu Serif", "serif"]
INTERFACE_FAMILIES = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif"]


@record
class MarkColours:
    """Colours of one mark: text and lines, the ground of a claim, the ground of the words that matter."""

    ink: QColor
    tint: QColor
    strong: QColor


@record
class Theme:
    """All colours of the window."""

    name: str
    window: QColor
    base: QColor
    text: QColor
    dim: QColor
    line: QColor
    hover: QColor
    accent: QColor
    accent_text: QColor
    marks: dict[Mark, MarkColours]


def load_theme(name: str) -> Theme:
    """The theme in `resources/themes/<name>.toml`. Raises ResourceError when it is missing or damaged."""
    colours = {colour: QColor(value) for colour, value in theme_colours(name).items()}
    marks = {mark: MarkColours(*(colours[f"{mark.value}-{ink}"] for ink in INKS)) for mark in Mark}
    return Theme(name=name, marks=marks, **{ground: colours[ground] for ground in GROUNDS})


def system_theme_name() -> str:
    """ "dark" where the system's own window colour is dark, else "light"."""
    return "dark" if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else "light"


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's palette, disabled texts dimmed."""
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.window),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.dim),
        (role.Button, theme.window),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
        (role.Light, theme.hover),
    ):
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, theme.dim)
    return palette


def interface_font(pixels: int = INTERFACE_PX, *, bold: bool = False) -> QFont:
    """The font of menus, lists and headings."""
    font = QFont()
    font.setFamilies(INTERFACE_FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def reading_font(pixels: int = READING_PX) -> QFont:
    """The serif font documents are read in."""
    font = QFont()
    font.setFamilies(READING_FAMILIES)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
