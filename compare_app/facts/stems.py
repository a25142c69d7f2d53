"""The part of a word that its inflected forms share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.facts.language import Lexicon, lexicon_of

_MOST_STEMS = 65536
"""Stems kept in memory a language: more than the words of a long novel."""


class _Stems(dict[str, str]):
    """Stems by word, found when first asked for; the fastest lookup Python has."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._lexicon = lexicon_of(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        self[word] = found = _stem(word, self._lexicon)
        return found


@cache
def stems_of(language: str) -> Mapping[str, str]:
    """A mapping that gives the stem of any folded word of `language`."""
    return _Stems(language)


def stem(word: str, language: str) -> str:
    """The shared part of the folded `word`: "raise", "raised" and "raising" give one stem, which need be no word.

    Irregular forms come from the language's list; then the first ending that fits is replaced, a doubled last
    consonant becomes single and a last "e" goes. A language without endings keeps its words whole, but for a prefix.
    """
    return _stem(word, lexicon_of(language))


def _stem(word: str, lexicon: Lexicon) -> str:
    base = lexicon.irregular.get(word, word)
    shortest = lexicon.shortest_stem
    if lexicon.prefixes:
        prefix = next(
            (one for one in lexicon.prefixes if base.startswith(one) and len(base) - len(one) >= shortest), ""
        )
        base = base.removeprefix(prefix)
    if not lexicon.endings:
        return base
    for ending, by in lexicon.endings.get(base[-1:], ()):
        if base.endswith(ending) and len(base) - len(ending) >= shortest:
            base = base[: len(base) - len(ending)] + by
            break
    if len(base) > shortest and base[-1] == base[-2] and base[-1] not in "aeiou":
        base = base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > shortest else base
