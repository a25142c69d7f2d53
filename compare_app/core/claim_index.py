"""The claims of one document by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare_app.core.patterns import pattern
from compare_app.core.records import record

_WORD = pattern(r"\w+")
_ALIKE = 0.75  # of the words (Dice) of a claim that was edited a little. Chosen by hand
_FEWEST_WORDS = 5  # shorter claims are known by all their words or not at all. Chosen by hand


@record
class ClaimName:
    """A claim by its words on one line; `occurrence` counts the claims of the same words before it in its text."""

    words: str
    occurrence: int = 0


class ClaimIndex:
    """Finds claims by their words, whatever their case, signs and spaces.

    To make it costs nothing, to fill it is O(length of the texts): it is done portion by portion where somebody has
    the time, and what is missing when it is first asked.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._filled = 0
        self._claims: dict[str, list[int]] = {}
        self._edited: dict[str, int | None] = {}  # what was looked for in vain, and the claim nearest to it

    def fill(self, most: int) -> bool:
        """Take in `most` more claims. Returns whether any are missing still."""
        end = min(len(self._texts), self._filled + most)
        for claim in range(self._filled, end):
            self._claims.setdefault(_folded(self._texts[claim]), []).append(claim)
        self._filled = end
        return end < len(self._texts)

    def name(self, claim: int) -> ClaimName:
        """The name of `claim`."""
        text = self._texts[claim]
        return ClaimName(" ".join(text.split()), self._known()[_folded(text)].index(claim))

    def find(self, name: ClaimName, *, edited: bool = False) -> int | None:
        """The claim called `name`; of fewer claims with its words than there were, the last.

        With `edited` also the one claim that shares most of its words, if there is one: O(claims) where it is asked
        for the first time.
        """
        found = self._known().get(_folded(name.words))
        if found:
            return found[min(name.occurrence, len(found) - 1)]
        if not edited:
            return None
        if name.words not in self._edited:
            self._edited[name.words] = self._nearest(name.words)
        return self._edited[name.words]

    def _known(self) -> dict[str, list[int]]:
        if self._filled < len(self._texts):
            self.fill(len(self._texts))
        return self._claims

    def _nearest(self, text: str) -> int | None:
        wanted = Counter(_folded(text).split())
        if wanted.total() < _FEWEST_WORDS:
            return None
        scores = [(dice(wanted, Counter(words.split())), claims) for words, claims in self._claims.items()]
        best = max((score for score, _ in scores), default=0.0)
        nearest = [claim for score, claims in scores if score == best for claim in claims]
        return nearest[0] if best >= _ALIKE and len(nearest) == 1 else None


def dice(ours: Counter[str], theirs: Counter[str]) -> float:
    """How much two claims have in common, by their words: 1 for the same ones, 0 where they share none."""
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold())) or " ".join(text.split())
