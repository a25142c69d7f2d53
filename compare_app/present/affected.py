"""Which items a change of the review may change."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.review import Review
from compare_app.core.subjects import Subject
from compare_app.present.agenda import Agenda
from compare_app.present.places import Places

Key = TypeVar("Key", bound=Hashable)


def affected(comparison: Comparison, agenda: Agenda, places: Places, before: Review, now: Review) -> set[int]:
    """The numbers of the items of which `before` and `now` may say different things. O(what is said)."""
    keys = {*_differing(before.decisions, now.decisions), *_differing(before.finding_notes, now.finding_notes)}
    kinds = set(before.dismissed_rules) ^ set(now.dismissed_rules)
    found = agenda.items_with(keys, kinds)
    for about in set(_subjects(before, now)):
        group = comparison.indexes.place(about, edited=True) or ((), ())
        for side, claims in zip(Side, group, strict=True):
            for claim in claims:
                found.update(places.items_at(side, claim))
    return found


def _subjects(before: Review, now: Review) -> Iterator[Subject]:
    yield from _differing(before.judgements, now.judgements)
    yield from _differing(before.notes, now.notes)
    yield from _differing(dict.fromkeys(before.pins), dict.fromkeys(now.pins))
    yield from _differing(dict.fromkeys(before.cuts), dict.fromkeys(now.cuts))


def _differing(before: Mapping[Key, object], now: Mapping[Key, object]) -> Iterator[Key]:
    """The keys under which something else is said, or nothing any more, or in another order among the others."""
    for key in {**before, **now}:
        if key not in before or key not in now or before[key] != now[key]:
            yield key
    kept_before, kept_now = ([key for key in known if key in other] for known, other in ((before, now), (now, before)))
    if kept_before != kept_now:
        yield from kept_now
