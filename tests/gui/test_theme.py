"""Every text can be read on every ground it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from compare_app.gui.theme import Theme, load_theme
from compare_app.present.marks import Mark

LEAST = 4.5  # contrast ratio for text, WCAG 2.2, 1.4.3 (AA)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: QColor, second: QColor) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def pairs(theme: Theme) -> list[tuple[str, QColor, QColor]]:
    """Every text with every ground it is painted on."""
    found = [
        ("text on base", theme.text, theme.base),
        ("text on window", theme.text, theme.window),
        ("text on hover", theme.text, theme.hover),
        ("dim on base", theme.dim, theme.base),
        ("dim on window", theme.dim, theme.window),
        ("dim on hover", theme.dim, theme.hover),
        ("primary button", theme.accent_text, theme.accent),
    ]
    for mark in Mark:
        colours = theme.marks[mark]
        found += [
            (f"text on {mark} tint", theme.text, colours.tint),
            (f"text on {mark} strong", theme.text, colours.strong),
            (f"{mark} ink on tint", colours.ink, colours.tint),
            (f"{mark} ink on base", colours.ink, theme.base),
            (f"{mark} ink on hover", colours.ink, theme.hover),
            (f"changed ink on {mark} tint", theme.marks[Mark.CHANGED].ink, colours.tint),
        ]
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
def test_contrast(name: str) -> None:
    low = {what: round(contrast(a, b), 2) for what, a, b in pairs(load_theme(name)) if contrast(a, b) < LEAST}
    assert not low
