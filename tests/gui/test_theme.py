"""Every text can be read on every ground it stands on."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor

from compare_app.gui.theme import Theme, load_theme
from compare_app.present.marks import Mark
from compare_app.present.themes import PALETTES, SCHEMES

LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}  # contrast ratio for text, WCAG 2.2, 1.4.3 (AA) and 1.4.6 (AAA)
LEAST_LINE = 3.0  # of what is no text but must be seen, 1.4.11
LEAST_APART = 12.0  # difference in CIE L*a*b*; about 2 can just be seen side by side. Chosen by hand
# What is left of linear red, green and blue without one kind of cone: Machado, Oliveira & Fernandes 2009, severity 1.
VISION = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no long cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
THEMES = [(palette, scheme) for palette in PALETTES for scheme in SCHEMES]


def linear(colour: QColor) -> list[float]:
    """Red, green and blue in linear light."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen(colour: QColor, vision: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of what somebody with this `vision` sees."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, light, strict=True)))) for row in VISION[vision]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(first: QColor, second: QColor, vision: str) -> float:
    return math.dist(seen(first, vision), seen(second, vision))


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


@pytest.mark.parametrize(("palette", "scheme"), THEMES)
def test_contrast(palette: str, scheme: str) -> None:
    theme, least = load_theme(scheme, palette), LEAST[scheme]
    low = {what: round(contrast(a, b), 2) for what, a, b in pairs(theme) if contrast(a, b) < least}
    assert not low
    assert contrast(theme.accent, theme.base) >= LEAST_LINE


@pytest.mark.parametrize("palette", PALETTES)
def test_in_high_contrast_lines_are_seen_as_well(palette: str) -> None:
    theme = load_theme("contrast", palette)
    assert contrast(theme.line, theme.base) >= LEAST_LINE
    assert contrast(theme.line, theme.window) >= LEAST_LINE


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize(("palette", "scheme"), THEMES)
def test_marks_differ_whatever_cones_an_eye_lacks(palette: str, scheme: str, vision: str) -> None:
    marks = load_theme(scheme, palette).marks
    contradicting, added, removed = (marks[mark] for mark in (Mark.CONTRADICTING, Mark.ADDED, Mark.REMOVED))
    assert apart(contradicting.strong, added.strong, vision) >= LEAST_APART
    if palette != "quiet":  # which tells them apart by their lines and signs alone
        assert apart(added.ink, removed.ink, vision) >= LEAST_APART
