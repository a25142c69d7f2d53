"""How much of each kind a comparison holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.records import record
from compare_app.core.translation import grouped, tr, tr_n
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_link


@record
class Summary:
    """Number of items under each mark, in the order of `Mark`. A moved item that also changed counts under both.

    `has_differences` tells whether the documents differ: not where all that is marked lies inside one of them.
    """

    counts: tuple[tuple[Mark, int], ...]
    has_differences: bool

    @property
    def has_marks(self) -> bool:
        """Whether anything is marked."""
        return any(count for mark, count in self.counts if mark not in (Mark.SAME, Mark.DISMISSED))

    @property
    def sentence(self) -> str:
        """ "0 contradicting · 14 changed · 61 the same": what no item has is left out, but never the contradictions."""
        if not any(count for _, count in self.counts):
            return tr("Nothing to compare")
        told = [(mark, count) for mark, count in self.counts if count or mark is Mark.CONTRADICTING]
        return " · ".join(counted_mark(count, mark) for mark, count in told)

    def count(self, mark: Mark) -> int:
        """Number of items under `mark`."""
        return dict(self.counts)[mark]


def counted_mark(count: int, mark: Mark) -> str:
    """ "3 contradicting", in the order of the person's language."""
    return tr("{count} {mark}", count=grouped(count), mark=mark.word)


def summary_notes(items: Sequence[Item]) -> tuple[str, ...]:
    """Sentences that a reader of the counts must know: that nothing differs, and what was left out."""
    summary = summarise(items)
    notes = []
    if summary.has_marks and not summary.has_differences:
        notes.append(tr("The two texts do not differ: what is marked lies inside each of them."))
    dismissed = sum(len(item.elsewhere[:1] or item.dismissed) for item in items if item.dismissed)
    if dismissed:
        notes.append(
            tr_n(
                "{count} finding was dismissed by the reviewer and left out.",
                "{count} findings were dismissed by the reviewer and left out.",
                dismissed,
            )
        )
    return tuple(notes)


class Tally:
    """Counts items one by one, forth and back."""

    def __init__(self, before: Tally | None = None) -> None:
        self._marks: Counter[Mark] = Counter(before._marks if before else None)
        self._differences: int = before._differences if before else 0
        self.kinds: Counter[str] = Counter(before.kinds if before else None)
        """How many items hold a finding of each kind that has a say."""

    def add(self, item: Item, times: int = 1) -> None:
        """Count `item`; with -1 for `times` count it no more."""
        self._marks[item.mark] += times
        self._marks[Mark.MOVED] += times * item.also_moved
        self._marks[Mark.DISMISSED] += times * (bool(item.dismissed) and item.mark is not Mark.DISMISSED)
        self._differences += times * item.is_difference
        for kind in item.kinds:
            self.kinds[kind] += times

    @property
    def summary(self) -> Summary:
        """The counts as they are now."""
        return Summary(tuple((mark, self._marks[mark]) for mark in Mark), self._differences > 0)


def summarise(items: Sequence[Item]) -> Summary:
    """The counts of `items` under every mark."""
    tally = Tally()
    for item in items:
        tally.add(item)
    return tally.summary


def differs(comparison: Comparison) -> bool:
    """Whether the documents differ, as `Summary.has_differences` tells, without counting what is the same."""
    lone = comparison.lone_left or comparison.lone_right
    return bool(lone) or (
        any(mark_of_link(link) is not Mark.SAME for link in comparison.links)
        or any(not found.is_within for found in comparison.elsewhere)
    )
