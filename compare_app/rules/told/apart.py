"""Finds what two short reports of one event tell apart, wherever it stands: two values that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from compare_app.core.document import Document
from compare_app.core.facts import Quantity
from compare_app.core.links import Link
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stems_of
from compare_app.rules.agreeing import may_both_be
from compare_app.rules.one_date import can_be_same
from compare_app.rules.told.days import may_be_one_night
from compare_app.rules.told.events import charges_differ, read_outcomes, read_scores
from compare_app.rules.told.exchanged import FIGURES, YEARS, exchanged
from compare_app.rules.told.kinds import KINDS
from compare_app.rules.told.states import State, exclude, read_states, say_the_same
from compare_app.rules.told.value import Kind, Place, Slot, content_stems, given, read_claims, words_of

_MOST_CLAIMS = 200
"""Claims up to which a text is taken for a report of one event; chosen by hand."""
_JOINED = 1_000
"""Words that claims of one link count as sharing: more than any kind needs."""

_BY = 4
"""Words before a date among which is said that something is done by then; chosen by hand."""


@record
class Apart:
    """Words of a claim on each side (claim, first word, end) that exclude each other; `rule` names the kind.

    `what` says of what they are told, empty where the words say it. `is_sure` says that linked claims cannot both be
    true, `may_grow` that a later report may know more.
    """

    rule: str
    left: tuple[int, int, int]
    right: tuple[int, int, int]
    what: str = ""
    is_sure: bool = False
    may_grow: bool = False


def find_apart(left: Document, right: Document, links: Iterable[Link] = ()) -> Iterator[Apart]:
    """What two reports tell apart, in linked claims and elsewhere; nothing of long texts, nor without a list.

    A slot that one report fills with two values is left alone, and so is a value that the other report holds too.
    Swapping the sides mirrors it. O(words), besides words for states, each held against those of the other side.
    """
    if max(len(left.claims), len(right.claims)) > _MOST_CLAIMS or left.language != right.language:
        return
    if given(left.language):
        joined = {(i, j) for link in links for i in link.left for j in link.right}
        two = _Two(_Report(left), _Report(right), joined)
        for kind in KINDS:
            yield from two.apart(kind)
        yield from two.exchanged_apart()
        yield from two.states_apart()


class _Report:
    """What a document's claims hold."""

    def __init__(self, document: Document) -> None:
        self.claims = read_claims(document)
        self.stems = frozenset[str]().union(*[facts.stems for facts in self.claims])
        self._quantities = [one for facts in self.claims for one in facts.quantities if one.exact]
        self.contents = [content_stems(facts) for facts in self.claims]

    def slots(self, kind: Kind) -> dict[Slot, list[Place]]:
        """What is told of `kind`, by slot; without slots that are filled with two values.

        Where one of them stands beside a year and the other does not, that of the year is of another time.
        """
        found: dict[Slot, list[Place]] = {}
        for number, facts in enumerate(self.claims):
            for told in kind.read(facts):
                found.setdefault(told.slot, []).append(Place(number, facts, told))
        for slot, places in found.items():
            if not _agree(kind, places):
                found[slot] = [one for one in places if _year_beside(one.facts, one.told.first) is None]
        return {slot: places for slot, places in found.items() if places and _agree(kind, places)}

    def holds(self, figure: Quantity | None) -> bool:
        """Whether a figure that agrees with `figure` stands anywhere."""
        return figure is not None and any(
            one.dimension == figure.dimension and may_both_be(one, figure) for one in self._quantities
        )

    def around(self, claim: int) -> frozenset[str]:
        """What a claim holds and the one before, to which its pronouns refer."""
        return self.contents[claim] | (self.contents[claim - 1] if claim else frozenset())


class _Two:
    """Two reports and which of their claims links join."""

    def __init__(self, left: _Report, right: _Report, joined: set[tuple[int, int]]) -> None:
        self._left, self._right, self._joined = left, right, joined

    def apart(self, kind: Kind) -> Iterator[Apart]:
        """What is told apart of one kind: in linked claims, else once a slot where the claims share most."""
        ours, theirs = self._left.slots(kind), self._right.slots(kind)
        for slot in sorted(ours.keys() & theirs.keys()):
            if not self._is_apart(kind, ours[slot], theirs[slot]):
                continue
            pairs = [(self._count_shared(kind, a, b), a, b) for a in ours[slot] for b in theirs[slot]]
            pairs = [(shared, a, b) for shared, a, b in pairs if shared >= kind.needed and not self._of_two(kind, a, b)]
            linked = [(a, b) for shared, a, b in pairs if shared == _JOINED]
            if linked:
                yield from (_as_apart(kind, a, b) for a, b in linked)
            elif pairs:
                _, a, b = max(pairs, key=lambda pair: (pair[0], *_earliness(pair[1], pair[2])))
                yield _as_apart(kind, a, b)

    def exchanged_apart(self) -> Iterator[Apart]:
        """Figures and years whose digits stand in another order on the other side."""
        for kind in (FIGURES, YEARS):
            for a, b in exchanged(kind, self._left.claims, self._right.claims):
                if not self._of_two(kind, a, b):
                    yield _as_apart(kind, a, b)

    def _is_apart(self, kind: Kind, ours: Sequence[Place], theirs: Sequence[Place]) -> bool:
        """Whether no value of one report agrees with the other's, nor stands there of something else."""
        if any(kind.agree(a.told.value, b.told.value) for a in ours for b in theirs):
            return False
        sides = (self._right, ours), (self._left, theirs)
        return not any(report.holds(place.told.figure) for report, places in sides for place in places)

    def _are_joined(self, a: Place, b: Place) -> bool:
        return (a.claim, b.claim) in self._joined

    def _count_shared(self, kind: Kind, a: Place, b: Place) -> int:
        """How many words with content the claims share, one of them with what stands before it."""
        if self._are_joined(a, b):
            return _JOINED
        mine, theirs = self._left.contents[a.claim], self._right.contents[b.claim]
        shared = (mine & self._right.around(b.claim)) | (self._left.around(a.claim) & theirs) | _shared_values(a, b)
        idle = _stems(a.facts.language, kind.idle) if kind.idle else frozenset[str]()
        return len(shared - _own(a) - _own(b) - idle)

    def _of_two(self, kind: Kind, a: Place, b: Place) -> bool:
        """Whether the claims say that they tell of two things, times or sources."""
        if kind.rule == "date":
            if may_be_one_night(a.facts, b.facts):
                return True
        elif _have_other_dates(a.facts, b.facts) or _has_one_year(a, b):
            return True
        if kind.rule == "number" and (_are_of_other_speakers(a.facts, b.facts) or _make_up(a, b) or _make_up(b, a)):
            return True
        if kind.read is read_outcomes and charges_differ(a.facts, a.told, b.facts, b.told):
            return True
        if kind.read is read_scores and self._have_other_sides(a.facts, b.facts):
            return True
        return kind.is_of_anybody and self._name_others(a.facts, b.facts)

    def _have_other_sides(self, a: ClaimFacts, b: ClaimFacts) -> bool:
        """Whether each claim names one of whom both reports speak, but not the other claim: another match."""
        return bool(_names(a) & self._right.stems - b.stems) and bool(_names(b) & self._left.stems - a.stems)

    def _name_others(self, a: ClaimFacts, b: ClaimFacts) -> bool:
        """Whether each claim names somebody or something of which the other report says nothing at all."""
        return bool(_names(a) - self._right.stems) and bool(_names(b) - self._left.stems)

    def states_apart(self) -> Iterator[Apart]:
        """Things of which each report says what the other excludes, and of which neither says both."""
        ours, theirs = read_states(self._left.claims, self._right.claims)
        by_thing = _by_thing(theirs)
        for one in ours:
            for other in dict.fromkeys([its for key in one.keys for its in by_thing.get(key, ())]):
                if not exclude(one, other) or self._are_said_of_two(one, other):
                    continue
                said = any(say_the_same(mine, other) for mine in ours) or any(say_the_same(one, its) for its in theirs)
                if not said:
                    yield Apart("opposite", (one.claim, *one.place), (other.claim, *other.place))

    def _are_said_of_two(self, one: State, other: State) -> bool:
        years = [_year_beside(state.facts, state.place[0]) is None for state in (one, other)]
        return (
            years[0] != years[1]
            or _have_other_dates(one.facts, other.facts)
            or self._name_others(one.facts, other.facts)
        )


def _as_apart(kind: Kind, a: Place, b: Place) -> Apart:
    left, right = ((one.claim, one.told.first, one.told.end) for one in (a, b))
    is_sure = kind.exclude is not None and kind.exclude(a.told.value, b.told.value)
    return Apart(kind.rule, left, right, min(a.told.what, b.told.what), is_sure, kind.may_grow)


def _earliness(a: Place, b: Place) -> tuple[int, tuple[str, ...]]:
    """Orders pairs that share as much: the earliest, then by their words, the same from either side."""
    return -a.claim - b.claim, tuple(sorted((a.facts.text, b.facts.text)))


def _by_thing(states: Iterable[State]) -> Mapping[str, list[State]]:
    found: dict[str, list[State]] = {}
    for one in states:
        for key in one.keys:
            found.setdefault(key, []).append(one)
    return found


def _shared_values(a: Place, b: Place) -> set[str]:
    """The plain figures of both claims besides what is told: with one figure they speak of one thing."""
    mine, theirs = (
        {one.value for one in place.facts.quantities if one.value > 1 and one.dimension in ("", "time", "length")}
        for place in (a, b)
    )
    return {str(value) for value in mine & theirs}


def _make_up(part: Place, whole: Place) -> bool:
    """Whether a figure and others of its claim make up that of the other: four on Monday and two more on Tuesday."""
    one, other = part.told.figure, whole.told.figure
    if one is None or other is None:
        return False
    rest = [q.value for q in part.facts.quantities if q is not one and q.dimension == one.dimension]
    return other.value in (one.value + sum(rest), *(one.value + value for value in rest))


def _names(facts: ClaimFacts) -> set[str]:
    """The stems of the words of its names, without days and months."""
    dated = {at for moment in facts.moments for at in range(moment.first, moment.end)}
    return {facts.words.stems[at] for name in facts.names for at in range(name.first, name.end) if at not in dated}


@cache
def _stems(language: str, path: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words in the list at `path`."""
    stems = stems_of(lexicon_of(language).code)
    return frozenset([stems[word] for word in words_of(language, *path)])


def _own(place: Place) -> set[str]:
    """What says what is told, which tells nothing of whom or what it is told."""
    return {*place.facts.words.stems[place.told.first : place.told.end], *place.told.slot}


def _are_of_other_speakers(a: ClaimFacts, b: ClaimFacts) -> bool:
    mine, theirs = a.speaker, b.speaker
    if mine is None or theirs is None or not (mine.is_read and theirs.is_read):
        return False
    return set(a.words.stems[mine.first : mine.end]).isdisjoint(b.words.stems[theirs.first : theirs.end])


def _agree(kind: Kind, places: Sequence[Place]) -> bool:
    return all(kind.agree(places[0].told.value, one.told.value) for one in places[1:])


def _has_one_year(a: Place, b: Place) -> bool:
    """Whether a year stands beside one of them only."""
    return (_year_beside(a.facts, a.told.first) is None) != (_year_beside(b.facts, b.told.first) is None)


def _have_other_dates(a: ClaimFacts, b: ClaimFacts) -> bool:
    """Whether no date of one fits any of the other, or no time of day."""
    hours, others = ({clock.minute for clock in facts.clocks} for facts in (a, b))
    if hours and others and hours.isdisjoint(others):
        return True
    return bool(a.moments and b.moments) and not any(
        can_be_same(one, other) for one in a.moments for other in b.moments
    )


def _year_beside(facts: ClaimFacts, at: int) -> int | None:
    """The year of the date that stands nearest to the word `at`, None where it tells none, or by when something is."""
    nearest = min(facts.moments, key=lambda moment: abs(moment.first - at), default=None)
    if nearest is None or nearest.resolved:
        return None
    before = facts.words.folded[max(0, nearest.first - _BY) : nearest.first]
    return nearest.year if words_of(facts.language, "figures", "by_when").isdisjoint(before) else None
