"""A made-up language: English, accented, 40 % longer and in brackets. What shows without is not translated."""

from __future__ import annotations

import re
from gettext import NullTranslations

from compare_app.core import translation

_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)\w|%[srd]|&)")
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_LONGER = 0.4


class Pseudo(NullTranslations):
    """Every text in brackets, accented and longer; places and marks of keys stay as they are."""

    def gettext(self, message: str) -> str:
        """`message` in the made-up language."""
        if message == translation._NUMBER:
            return message
        parts = _KEPT.split(message)
        accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
        more = " ……………" * round(
            _LONGER * sum(map(len, _KEPT.split(message)[::2])) / 6
        )  # in words, that lines can break
        return f"[{accented}…{more}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form for `n` in the made-up language."""
        return self.gettext(msgid1 if n == 1 else msgid2)
