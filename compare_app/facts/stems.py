"""The part of a word that its inflected forms share."""

from __future__ import annotations

from functools import lru_cache

from compare_app.facts.language import lexicon_of

_SHORTEST_STEM = 3
"""Letters that must stay when an ending goes; chosen by hand, so that "is" and "red" keep theirs."""


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """The shared part of the folded `word`: "raise", "raised" and "raising" give one stem, which need be no word.

    Irregular forms come from the language's list; then the first ending that fits is replaced, a doubled last
    consonant becomes single and a last "e" goes. A language without endings keeps its words whole.
    """
    lexicon = lexicon_of(language)
    base = lexicon.irregular.get(word, word)
    if not lexicon.endings:
        return base
    for ending, by in lexicon.endings:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST_STEM:
            base = base[: len(base) - len(ending)] + by
            break
    if len(base) > _SHORTEST_STEM and base[-1] == base[-2] and base[-1] not in "aeiou":
        base = base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > _SHORTEST_STEM else base
