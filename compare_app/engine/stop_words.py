"""Words that carry little of what a claim says, and how common words are in a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.core.lexicon import load_lexicon


@cache
def stop_words(language: str) -> frozenset[str]:
    """The folded words of `language` that carry no content; none where it has no list."""
    return frozenset(load_lexicon(language, "stopwords").get("words", "").split())


@cache
def common_shares(language: str) -> Mapping[str, float]:
    """The share in [0, 1] of a language's sentences that hold a word, by its first letters; only common ones."""
    lexicon = load_lexicon(language, "stopwords")
    shares = {word[:PREFIX]: _TYPICAL_SHARE for word in lexicon.get("words", "").split()}
    listed = lexicon.get("shares", "").split()
    shares.update((word, int(mille) / 1000) for word, mille in zip(listed[::2], listed[1::2], strict=True))
    return shares


PREFIX = 5  # letters of a word that alignment looks at: 4 and 6 did worse on the development sets, 2026-11
_TYPICAL_SHARE = 0.1  # of an English stop word: the median over the measured list, 2026-11
