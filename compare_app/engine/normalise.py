"""Folds away what no reader counts as a difference: case, quotes, dashes, widths, ligatures, soft hyphens."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f"))
_ALIKE = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»「」『』"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-"),
    ord("…"): "...",
    ord("\u00a0"): " ",
    ord("\u202f"): " ",
}
_TABLE = {**_INVISIBLE, **_ALIKE}


@lru_cache(maxsize=65_536)  # a word comes back all the time; this holds the vocabulary of a book
def fold(token: str) -> str:
    """`token` without case, width, ligatures, kinds of quotation marks and dashes, and invisible characters."""
    return fold_keeping_case(token).casefold()


def fold_keeping_case(token: str) -> str:
    """As `fold`, but "State" and "state" stay different."""
    if token.isascii():
        return token.translate(_ALIKE) if "`" in token else token
    return unicodedata.normalize("NFKC", token.translate(_TABLE))
