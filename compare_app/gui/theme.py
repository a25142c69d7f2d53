"""Colours and fonts of the window, read from `resources/themes`."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from compare_app.core.records import record
from compare_app.present.marks import Mark
from compare_app.present.themes import GROUNDS, INKS, theme_colours, theme_name

INTERFACE_PX = 13
READING_PX = 15
LINE_HEIGHT = 1.6  # of the reading font's pixel size
READING_FAMILIES = ["Noto Serif", "Source Serif 4", "Charter", "Georgia", "DejaVu Serif", "serif"]
INTERFACE_FAMILIES = ["Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "sans-serif"]


@record
class Fonts:
    """What was chosen for letters, in pixels; an empty family is the program's own. Sizes in code are the defaults'."""

    reading_family: str = ""
    reading_px: int = READING_PX
    line_spacing: float = LINE_HEIGHT
    interface_px: int = INTERFACE_PX


_fonts = Fonts()


def use_fonts(fonts: Fonts) -> None:
    """Set letters as `fonts` says from now on; what was made before keeps its font."""
    global _fonts
    _fonts = fonts


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


def load_theme(scheme: str, palette: str = "default") -> Theme:
    """The colours of `palette` in `scheme`. Raises ResourceError when they are missing or damaged."""
    name = theme_name(palette, scheme)
    colours = {colour: QColor(value) for colour, value in theme_colours(name).items()}
    marks = {mark: MarkColours(*(colours[f"{mark.value}-{ink}"] for ink in INKS)) for mark in Mark}
    return Theme(name=name, marks=marks, **{ground: colours[ground] for ground in GROUNDS})


def system_scheme() -> str:
    """ "contrast" where the system's own windows are black, "dark" where they are dark, else "light".

    Black is what systems' themes of high contrast have. To ask Qt for the system's wish is no way: PySide6 6.11 deletes
    the QAccessibilityHints it hands out.
    """
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    if window.lightness() == 0:
        return "contrast"
    return "dark" if window.lightness() < 128 else "light"


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


def scaled(pixels: float) -> int:
    """`pixels` of the interface at its default size, at the size that was chosen."""
    return round(pixels * _fonts.interface_px / INTERFACE_PX)


def reading_scaled(pixels: float) -> int:
    """`pixels` of a page at its default size, at the size that was chosen."""
    return round(pixels * _fonts.reading_px / READING_PX)


def line_height() -> float:
    """Distance of two lines of a page, as a multiple of the reading font's size."""
    return _fonts.line_spacing


def interface_font(pixels: int = INTERFACE_PX, *, bold: bool = False) -> QFont:
    """The font of menus, lists and headings."""
    return _sans(scaled(pixels), bold=bold)


def heading_font(pixels: int, *, bold: bool = False) -> QFont:
    """The same font on a page, where it grows with the documents."""
    return _sans(reading_scaled(pixels), bold=bold)


def _sans(pixels: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(INTERFACE_FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def reading_font(pixels: int = READING_PX) -> QFont:
    """The font documents are read in."""
    font = QFont()
    font.setFamilies([*filter(None, [_fonts.reading_family]), *READING_FAMILIES])
    font.setPixelSize(reading_scaled(pixels))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
