"""Names for claims that outlive another reading of their text: their words, and which claim of these words it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare_app.core.document import Document
from compare_app.core.patterns import pattern
from compare_app.core.records import record

ClaimGroup = tuple[tuple[int, ...], tuple[int, ...]]
"""Ascending indexes of claims of the left and of the right."""

_WORD = pattern(r"\w+")
_ALIKE = 0.75  # of the words (Dice) of a claim that was edited a little. Chosen by hand
_FEWEST_WORDS = 5  # shorter claims are known by all their words or not at all. Chosen by hand


@record
class ClaimName:
    """A claim by its words on one line; `occurrence` counts the claims of the same words before it in its text."""

    words: str
    occurrence: int = 0


@record
class Subject:
    """Claims of the left and of the right that a person said something about; one side may be empty."""

    left: tuple[ClaimName, ...] = ()
    right: tuple[ClaimName, ...] = ()

    def __post_init__(self) -> None:
        if not self.left and not self.right:
            raise ValueError("a subject needs a claim")

    @property
    def mirrored(self) -> Subject:
        """The same with the sides exchanged."""
        return Subject(self.right, self.left)


class ClaimIndex:
    """The claims of one document by their words, whatever their case, signs and spaces. To build it is O(length)."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._claims: dict[str, list[int]] = {}
        for claim, text in enumerate(document.claims):
            self._claims.setdefault(_folded(text.text), []).append(claim)

    def name(self, claim: int) -> ClaimName:
        """The name of `claim`."""
        text = self._document.claims[claim].text
        return ClaimName(" ".join(text.split()), self._claims[_folded(text)].index(claim))

    def find(self, name: ClaimName, *, edited: bool = False) -> int | None:
        """The claim called `name`; of fewer claims with its words than there were, the last.

        With `edited` also the one claim that shares most of its words, if there is one: O(claims) where it is asked.
        """
        found = self._claims.get(_folded(name.words))
        if found:
            return found[min(name.occurrence, len(found) - 1)]
        return self._edited(name.words) if edited else None

    def _edited(self, text: str) -> int | None:
        wanted = Counter(_folded(text).split())
        if wanted.total() < _FEWEST_WORDS:
            return None
        scores = [(_dice(wanted, Counter(words.split())), claims) for words, claims in self._claims.items()]
        best = max((score for score, _ in scores), default=0.0)
        nearest = [claim for score, claims in scores if score == best for claim in claims]
        return nearest[0] if best >= _ALIKE and len(nearest) == 1 else None


@record
class Indexes:
    """The claims of both documents by their words."""

    left: ClaimIndex
    right: ClaimIndex

    @classmethod
    def of(cls, left: Document, right: Document) -> Indexes:
        """Those of two documents. O(length of the texts)."""
        return cls(ClaimIndex(left), ClaimIndex(right))

    def subject(self, left: Sequence[int], right: Sequence[int]) -> Subject:
        """The name of claims on both sides."""
        return Subject(tuple(map(self.left.name, left)), tuple(map(self.right.name, right)))

    def place(self, subject: Subject, *, edited: bool = False) -> ClaimGroup | None:
        """Where the claims of `subject` stand, the sides exchanged where they stand only so; None where one is gone.

        With `edited` claims count that were edited a little since.
        """
        for given, find_edited in ((subject, False), (subject.mirrored, False), (subject, edited)):
            left = {self.left.find(name, edited=find_edited) for name in given.left}
            right = {self.right.find(name, edited=find_edited) for name in given.right}
            if None not in left | right:
                return _ascending(left), _ascending(right)
        return None


def _ascending(claims: set[int | None]) -> tuple[int, ...]:
    return tuple(sorted(claim for claim in claims if claim is not None))


def _dice(ours: Counter[str], theirs: Counter[str]) -> float:
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold())) or " ".join(text.split())
