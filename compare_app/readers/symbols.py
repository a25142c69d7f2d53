"""Signs of the picture fonts that word processors use for symbols, as Unicode."""

from __future__ import annotations

_SYMBOL = {
    **dict(enumerate("!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾", 0x21)),
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x61)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", 0xA0)),
}  # fmt: skip
"""Adobe's Symbol, by code: https://unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt"""

_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
"""The signs of Wingdings that stand in running text: bullets, arrows and ticks."""

UNKNOWN = "\ufffd"
"""What stands for a sign that no table knows."""


def symbol(code: int, font: str) -> str:
    """The sign that `font` draws for `code`, which word processors shift by 0xF000; UNKNOWN where no table has it."""
    tables = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
    if not 0xE000 <= code <= 0xF8FF and font.casefold() not in tables:
        return chr(code) if 0x20 <= code <= 0x10FFFF else UNKNOWN
    return tables.get(font.casefold(), {}).get(code & 0xFF, UNKNOWN)
