"""Turns the bytes of a Rich Text file into text: by its code page and the charsets of its fonts."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from compare_app.readers.symbols import UNKNOWN, symbol

_SYMBOL_CHARSET = 2
_SYMBOL_FONTS = ("symbol", "wingdings")
_OWN_CHARSETS = (0, 1, _SYMBOL_CHARSET)  # of what is written in the file's code page
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Letters:
    """The bytes that were read and not decoded yet, and what says how. `charsets` maps a font's number to a codec."""

    def __init__(self, charsets: Mapping[int, str]) -> None:
        self.default_font = ""
        self.waiting = bytearray()
        self.replaced = 0  # bytes that are no text in their encoding
        self.unknown = 0  # signs of a symbol font that stand for nothing known
        self._charsets = charsets
        self._code_page = "cp1252"
        self._fonts: dict[str, tuple[int, str]] = {}

    def use_code_page(self, word: str, argument: int | None) -> bool:
        """Whether the control word names the code page of the whole file, which is used from here on."""
        if word == "ansicpg":
            self._code_page = _known(f"cp{argument}") or self._code_page
            return True
        self._code_page = _CODE_PAGES.get(word, self._code_page)
        return word in _CODE_PAGES

    def set_charset(self, font: str, charset: int) -> None:
        """Note in which charset `font` is written."""
        self._fonts[font] = charset, self._fonts.get(font, (0, ""))[1]

    def name_font(self, font: str, piece: str) -> None:
        """Note a piece of the name of `font`."""
        charset, name = self._fonts.get(font, (0, ""))
        self._fonts[font] = charset, (name + piece).removesuffix(";").strip()

    def decoded(self, font: str, *, may_be_symbols: bool) -> str:
        """The bytes so far as text of `font`: a sign of two bytes may be written with an escape and a letter."""
        data, self.waiting = bytes(self.waiting), bytearray()
        charset, name = self._fonts.get(font or self.default_font, (0, ""))
        if charset == _SYMBOL_CHARSET and name.casefold() in _SYMBOL_FONTS and may_be_symbols:
            text = "".join(" " if code == 0x20 else symbol(code, name) for code in data)
            self.unknown += text.count(UNKNOWN)
            return text
        codec = self._code_page if charset in _OWN_CHARSETS else self._charsets.get(charset, "")
        text = data.decode(_known(codec) or self._code_page, "replace")
        self.replaced += text.count("\ufffd")
        return text


def paired(text: str) -> str:
    """`text` with the two halves of signs beyond the first plane put together."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(codec: str) -> str:
    """Python's name of a text encoding, else ""."""
    try:
        return codecs.lookup(codec).name if codec else ""
    except LookupError:
        return ""
