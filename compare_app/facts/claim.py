"""All that can be read in one claim, read when it is asked for."""

from __future__ import annotations

from datetime import date as calendar_date
from functools import reduce
from itertools import compress
from operator import or_

from compare_app.core.facts import Clock, Hedge, Moment, Name, Negation, Quantity, Quotation, Words
from compare_app.core.lazy import lazy
from compare_app.core.records import record
from compare_app.facts import signs
from compare_app.facts.ages import with_ages
from compare_app.facts.ago import read_ago
from compare_app.facts.attribution import Speaker, read_speaker
from compare_app.facts.classes import Member, read_members
from compare_app.facts.clocks import read_clocks
from compare_app.facts.compounds import with_compounds
from compare_app.facts.dates import read_moments
from compare_app.facts.modality import read_hedges
from compare_app.facts.names import read_names
from compare_app.facts.negation import read_negations
from compare_app.facts.numbers import read_quantities
from compare_app.facts.opposites import without_prefixes
from compare_app.facts.quotations import read_quotations


@record(slots=False, eq=False)  # each fact is kept once it was read: most rules ask for few of them
class ClaimFacts:
    """The facts of the claim `text`. `date` is its document's own date (ISO 8601) or empty."""

    text: str
    language: str
    words: Words
    date: str = ""

    @lazy
    def _borne(self) -> list[int]:
        """The signs of each word."""
        return list(map(signs.signs_of(self.language).__getitem__, self.words.folded))

    @lazy
    def _signed(self) -> list[tuple[int, int]]:
        """The words that bear signs: their indexes, ascending, each with its signs."""
        return list(compress(enumerate(self._borne), self._borne))

    @lazy
    def signs(self) -> int:
        """Of which kinds of facts there is any sign, as bits of `facts.signs`."""
        return reduce(or_, self._borne, 0)

    def bearing(self, kinds: int) -> list[int]:
        """Indexes of the words that bear a sign of one of `kinds`, bits of `facts.signs`, ascending."""
        return [at for at, bits in self._signed if bits & kinds]

    @lazy
    def said(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(self.words.folded)

    @lazy
    def stems(self) -> frozenset[str]:
        """The stems of the words, each once."""
        return frozenset(self.words.stems)

    @lazy
    def without_prefixes(self) -> frozenset[str]:
        """What is left of the words and stems that a prefix makes opposites: "happy" where it says "unhappy"."""
        if not self.signs & signs.PREFIX:
            return frozenset()
        folded = self.words.folded
        return frozenset().union(*[without_prefixes(folded[at], self.language) for at in self.bearing(signs.PREFIX)])

    @lazy
    def clocks(self) -> tuple[Clock, ...]:
        """Times of day."""
        if not self.signs & (signs.CLOCK | signs.DIGIT):
            return ()
        named = self.bearing(signs.CLOCK) if self.signs & signs.CLOCK else []
        return read_clocks(
            self.text, self.words, named, language=self.language, has_digit=bool(self.signs & signs.DIGIT)
        )

    @lazy
    def moments(self) -> tuple[Moment, ...]:
        """Dates and what is counted back from the document's own, without figures that belong to a time of day."""
        if not self.signs & (signs.DATE | signs.DIGIT):
            return ()
        today = _day_of(self.date)
        places = self.bearing(signs.DATE | signs.DIGIT)
        ago = read_ago(self.text, self.words, places, language=self.language, today=today)
        dates = read_moments(self.text, self.words, places, language=self.language, today=today)
        taken = [(fact.first, fact.end) for facts in (self.clocks, ago) for fact in facts] if dates or ago else []
        if not taken:
            return dates
        free = [m for m in dates if not any(first < m.end and m.first < end for first, end in taken)]
        return tuple(sorted((*free, *ago), key=lambda moment: moment.first))

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """Figures with what they count or measure, without those of dates and times of day."""
        if not self.signs & (signs.NUMBER | signs.DIGIT):
            return ()
        places = self.bearing(signs.NUMBER | signs.DIGIT | signs.ARTICLE)
        taken = [(fact.first, fact.end) for facts in (self.moments, self.clocks) for fact in facts]
        found = read_quantities(self.text, self.words, places, language=self.language, taken=taken)
        found = with_compounds(self.text, self.words, found, language=self.language)
        return with_ages(self.text, self.words, found, language=self.language)

    @lazy
    def names(self) -> tuple[Name, ...]:
        """Runs of capitalised words."""
        return read_names(self.text, self.words, language=self.language)

    @lazy
    def negations(self) -> tuple[Negation, ...]:
        """Words that deny."""
        if not self.signs & signs.DENIAL:
            return ()
        return read_negations(self.text, self.words, self.bearing(signs.DENIAL), language=self.language)

    @lazy
    def hedges(self) -> tuple[Hedge, ...]:
        """Words that make the claim less firm."""
        if not self.signs & signs.HEDGE:
            return ()
        return read_hedges(self.text, self.words, self.bearing(signs.HEDGE), language=self.language)

    @lazy
    def quotations(self) -> tuple[Quotation, ...]:
        """Words between quotation marks."""
        return read_quotations(self.text, self.words)

    @lazy
    def members(self) -> tuple[Member, ...]:
        """Members of closed classes."""
        if not self.signs & signs.CLASS:
            return ()
        return read_members(self.words, self.bearing(signs.CLASS), language=self.language)

    @lazy
    def speaker(self) -> Speaker | None:
        """Who says it, or None."""
        if not self.signs & signs.REPORT:
            return None
        names = self.names
        if names and self.signs & signs.DATE:
            dated = {at for moment in self.moments for at in range(moment.first, moment.end)}
            names = tuple([name for name in names if name.first not in dated])
        return read_speaker(self.text, self.words, names, self.bearing(signs.REPORT), language=self.language)


def _day_of(date: str) -> calendar_date | None:
    try:
        return calendar_date.fromisoformat(date[:10]) if date else None
    except ValueError:
        return None
