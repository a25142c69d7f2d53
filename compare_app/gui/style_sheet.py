"""The look of Qt's own widgets, derived from a theme: `resources/styles/window.qss` with the theme's colours."""

from __future__ import annotations

from string import Template

from compare_app.core.resources import resource_path
from compare_app.gui.theme import Theme, scaled
from compare_app.present.marks import Mark

_SMALL_PX = 12
_CHIP = """
QToolButton[chip="$mark"] { background: $ground; color: $ink; border: 1px solid $edge; }
QToolButton[chip="$mark"]:hover { border-color: $ink; }
QToolButton[chip="$mark"]:focus { border: 1px solid $accent; }
QToolButton[chip="$mark"]:checked { border: 2px solid $ink; padding: 2px 9px; }
QToolButton[chip="$mark"]:disabled { background: transparent; color: $dim; border: 1px solid $line; }
"""


def style_sheet(theme: Theme) -> str:
    """Style sheet of the whole window. Raises ResourceError when its file is missing."""
    rules = resource_path("styles", "window.qss").read_text(encoding="utf-8")
    colours = _colours(theme) | _pictures(theme) | {"small": str(scaled(_SMALL_PX))}
    return Template(rules).substitute(colours) + "".join(_chip(mark, theme) for mark in Mark)


def _colours(theme: Theme) -> dict[str, str]:
    """Names of the colours that stand in the file with a "$" before them."""
    grounds = ("window", "base", "text", "dim", "line", "hover", "accent", "accent_text")
    marks = {
        "shifted_tint": theme.marks[Mark.SHIFTED].tint.name(),
        "contradicting_ink": theme.marks[Mark.CONTRADICTING].ink.name(),
    }
    return {ground: getattr(theme, ground).name() for ground in grounds} | marks


def _pictures(theme: Theme) -> dict[str, str]:
    """Where the signs are that no line can draw, in colours that fit their grounds."""
    on_accent = "dark" if theme.accent_text.lightness() > 127 else "light"
    on_base = "light" if theme.base.lightness() > 127 else "dark" if theme.base.lightness() else "black"
    names = {"tick": f"tick-on-{on_accent}.svg", "arrow": f"arrow-on-{on_base}.svg"}
    return {picture: resource_path("icons", name).as_posix() for picture, name in names.items()}


def _chip(mark: Mark, theme: Theme) -> str:
    colours = theme.marks[mark]
    is_plain = mark in (Mark.SAME, Mark.REWORDED, Mark.DISMISSED)
    ground = "transparent" if is_plain else colours.tint.name()
    return Template(_CHIP).substitute(
        mark=mark.value,
        ground=ground,
        ink=colours.ink.name(),
        edge=theme.line.name() if is_plain else ground,
        accent=theme.accent.name(),
        dim=theme.dim.name(),
        line=theme.line.name(),
    )
