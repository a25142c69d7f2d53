"""Lets decisions follow the texts from one comparison to the next."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, TypeVar

from compare_app.core.comparison import Comparison
from compare_app.core.constraints import constraints_of
from compare_app.core.records import replace
from compare_app.core.review import FindingName, Review
from compare_app.core.subjects import Subject

if TYPE_CHECKING:
    from compare_app.core.carried_review import Carried

Name = TypeVar("Name")


class Carrying:
    """Knows the comparison before, and what everything that was decided since the start is called now."""

    def __init__(self) -> None:
        self._before: Comparison | None = None
        self._keys: dict[str, str] = {}
        self._subjects: dict[Subject, Subject] = {}
        self._strays: dict[str, FindingName] = {}

    def carry(self, review: Review, comparison: Comparison, keys: Container[str]) -> Review:
        """`review` as it speaks of `comparison`, whose findings have `keys`; that is the one before from now on."""
        before, self._before = self._before, comparison
        if before is None or before is comparison:
            return review
        from compare_app.core.carried_review import carried  # brings difflib: when there is something to carry

        found = carried(review, before, comparison, keys)
        self._take(found)
        return found.review

    def as_it_is_now(self, review: Review) -> Review:
        """A review of some time ago, as one that is brought back by undoing: it speaks of what is there now."""
        from compare_app.core.carried_review import renamed

        made = renamed(review, self._keys, self._subjects)
        strays = {key: self._strays[key] for key in made.finding_keys if key in self._strays}
        return made if strays == made.strays else replace(made, strays=strays)

    def _take(self, found: Carried) -> None:
        """Remember new names, also for what had others before."""
        _follow(self._keys, found.keys)
        mirrored = {old.mirrored: now.mirrored for old, now in found.subjects.items()}
        _follow(self._subjects, {**mirrored, **found.subjects})
        self._strays = {**found.review.strays}


def binds_otherwise(review: Review, other: Review, comparison: Comparison) -> bool:
    """Whether the pins and cuts of two reviews ask something else of the documents of `comparison`."""
    if (review.pins, review.cuts) == (other.pins, other.cuts):
        return False
    one, two = (constraints_of(each.pins, each.cuts, comparison.indexes) for each in (review, other))
    return one != two


def _follow(known: dict[Name, Name], found: Mapping[Name, Name]) -> None:
    """Let `known` lead to the newest names, those of before and those of now."""
    for old, now in known.items():
        known[old] = found.get(now, now)
    known.update(found)
    for now in found.values():
        known.pop(now, None)  # what has its name again keeps it
