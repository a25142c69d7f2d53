"""All that a view asks of a comparison, made portion by portion, and what a decision changes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document
from compare_app.core.records import record, replace
from compare_app.core.review import Review
from compare_app.present.affected import affected
from compare_app.present.agenda import Agenda
from compare_app.present.entries import Entry, entries_of
from compare_app.present.items import Decided, Item
from compare_app.present.listing import Change, Listing
from compare_app.present.marks import Mark
from compare_app.present.places import Places
from compare_app.present.rows import Rows
from compare_app.present.summary import Summary, Tally
from compare_app.present.ticks import TickMaker


@record(eq=False)
class Prepared:
    """What is shown of `comparison` when `review` has its say."""

    comparison: Comparison
    review: Review
    items: tuple[Item, ...]
    listing: Listing
    tally: Tally
    places: Places
    agenda: Agenda
    tick_maker: TickMaker

    @property
    def rows(self) -> Rows:
        """The rows of all that is listed."""
        return Rows(self.comparison, self.items, self.listing)

    @property
    def summary(self) -> Summary:
        """How many items there are under each mark."""
        return self.tally.summary

    def under(self, mark: Mark) -> Sequence[int]:
        """The items that are counted under `mark`, in reading order."""
        if mark not in (Mark.MOVED, Mark.DISMISSED, Mark.SAME):
            return self.listing.under(mark)
        return [number for number, item in enumerate(self.items) if item.has_mark(mark)]

    def reviewed(self, review: Review) -> Prepared:
        """What is shown when another `review` has its say. Only the items it speaks of otherwise are made anew."""
        decided, items, tally = Decided(self.comparison, review), list(self.items), Tally(self.tally)
        changes: list[Change] = []
        for number in sorted(affected(self.comparison, self.agenda, self.places, self.review, review)):
            before, now = items[number], decided.item(items[number].entry, self.agenda.keys_in(number))
            if now != before:
                items[number] = now
                tally.add(before, -1)
                tally.add(now)
                changes.append((number, before, now))
        if not changes:  # as when a finding is confirmed
            return replace(self, review=review)
        listing, made = self.listing.after(changes), tuple(items)
        places = self.places.of(made, {number for number, _, _ in changes})
        ticks = self.tick_maker.after(changes, self.listing, listing)
        return Prepared(self.comparison, review, made, listing, tally, places, self.agenda, ticks)


class Preparing:
    """Makes it from the entries of two documents as they come, in their order."""

    def __init__(self, left: Document, right: Document, review: Review) -> None:
        self.review = review
        self._documents = Comparison(left, right, (), (), ())  # with nothing found yet
        self._decided = Decided(self._documents, review)
        self._items: list[Item] = []
        self._listed: dict[Mark, list[int]] = {}
        self._tally, self._tick_maker = Tally(), TickMaker(self._documents)
        self._places, self._agenda = Places(self._documents), Agenda(self._documents)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in the next entries."""
        for number, entry in enumerate(entries, len(self._items)):
            self._agenda.add(number, entry)
            item = self._decided.item(entry, self._agenda.keys_in(number))
            self._items.append(item)
            self._tally.add(item)
            self._places.add(number, item)
            if item.is_listed:
                self._listed.setdefault(item.mark, []).append(number)
                self._tick_maker.add(item)

    def whole(self, comparison: Comparison) -> Prepared:
        """All of it, once every entry of `comparison` has come."""
        items, listing = tuple(self._items), Listing(self._listed)
        self._tick_maker.settle(listing)
        places = self._places.of(items)
        return Prepared(comparison, self.review, items, listing, self._tally, places, self._agenda, self._tick_maker)


def nothing_compared() -> Comparison:
    """The comparison of two documents in which nothing stands."""
    empty = Document("", (), ())
    return Comparison(empty, empty, (), (), ())


def prepare(comparison: Comparison, review: Review) -> Prepared:
    """All of it at once."""
    preparing = Preparing(comparison.left, comparison.right, review)
    preparing.add(entries_of(comparison))
    return preparing.whole(comparison)
