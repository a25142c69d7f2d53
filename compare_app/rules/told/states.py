"""What became of things, in two words that exclude each other: "the airport stayed open", "the airport was closed"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.opposites import are_opposite, possible_opposites
from compare_app.facts.stems import stems_of
from compare_app.rules.told.figures import SIGN
from compare_app.rules.told.phrases import phrases_under
from compare_app.rules.told.value import content_stems, gap, given, words_of

_SUBJECT = 8
"""Words before the word for a state among which the noun is that it is said of; chosen by hand."""
_OBJECT = 3
"""Words of what somebody keeps or loses; chosen by hand."""
_PART = 3
"""Words before a noun that may say that a part is meant; chosen by hand."""
_DENIED = 12
"""Words behind a word of denial among which the verb is that it denies; chosen by hand."""
_HELPED = 2
"""Words before a verb among which its helping verb stands; chosen by hand."""


@record(eq=False)
class State:
    """The word at `at` of a claim says what became of a thing.

    `head` is the noun's index, None for none; `thing` the stem of what is kept or lost by it, or the share by which it
    moves, empty for none, and `end` the word behind that. `is_denied` says that a word of denial turns it round.
    """

    facts: ClaimFacts
    claim: int
    at: int
    head: int | None
    thing: str
    end: int
    is_denied: bool

    @property
    def word(self) -> str:
        """The word, folded."""
        return self.facts.words.folded[self.at]

    @property
    def stem(self) -> str:
        """Its stem."""
        return self.facts.words.stems[self.at]

    @property
    def first(self) -> int:
        """Where what is said begins."""
        return self.at if self.head is None else self.head

    @property
    def keys(self) -> tuple[str, ...]:
        """What the word is said of: two are said of one thing if they share a key."""
        heads = () if self.head is None else (f"of {self.facts.words.stems[self.head]}",)
        return (*heads, self.thing) if self.thing else heads

    @property
    def place(self) -> tuple[int, int]:
        """The words that say it, half-open."""
        return self.first, self.end


def read_states(left: Sequence[ClaimFacts], right: Sequence[ClaimFacts]) -> tuple[list[State], list[State]]:
    """The words of both sides that may say what became of a thing, in text order. O(words).

    Left out are those that have no opposite on the other side and are denied on neither.
    """
    stems = _apart(left, right) | _apart(right, left) | _denied(left, right) | _denied(right, left)
    ours, theirs = (
        [state for number, facts in enumerate(claims) for state in _states(number, facts, stems)]
        for claims in (left, right)
    )
    return ours, theirs


def _apart(claims: Sequence[ClaimFacts], others: Sequence[ClaimFacts]) -> set[str]:
    """The stems of the words of `claims` of which `others` hold an opposite, and of these opposites."""
    if not claims:
        return set()
    language = claims[0].language
    listed, stems = _listed(language), stems_of(lexicon_of(language).code)
    by_form = {form: stem for facts in others for pair in _words(facts) for stem in pair[1:] for form in pair}
    words = {word: stem for facts in claims for word, stem in _words(facts)}
    found: set[str] = set()
    for stem, opposites in zip(words.values(), possible_opposites(words, language=language), strict=True):
        if not by_form.keys().isdisjoint(opposites) or not by_form.keys().isdisjoint(listed.get(stem, ())):
            found.add(stem)
            found.update([stems[one] for one in (*opposites, *listed.get(stem, ())) if one in by_form])
    return found


def _denied(claims: Sequence[ClaimFacts], others: Sequence[ClaimFacts]) -> set[str]:
    """The stems that stand behind a word of denial in `claims`, and in `others`."""
    said = {stem for facts in claims for one in facts.negations for stem in facts.words.stems[one.cue :][:_DENIED]}
    return said & set[str]().union(*[facts.stems for facts in others]) if said else said


def _words(facts: ClaimFacts) -> Iterator[tuple[str, str]]:
    return zip(facts.words.folded, facts.words.stems, strict=True)


def _states(number: int, facts: ClaimFacts, stems: Set[str]) -> Iterator[State]:
    language = facts.language
    if stems.isdisjoint(facts.stems) or not words_of(language, "states", "unsure").isdisjoint(facts.said):
        return
    function_words, idle = lexicon_of(language).function_words, _idle(language)
    named = {at for name in facts.names for at in range(name.first, name.end)}
    for at, (word, stem) in enumerate(_words(facts)):
        if stem not in stems or word in function_words or word in idle or word[0].isdecimal() or at in named:
            continue
        head, (thing, end) = _head(facts, at), _thing(facts, at)
        if head is not None or thing:
            is_denied = any(one.focus in (at, head) for one in facts.negations if one.focus is not None)
            yield State(facts, number, at, head, thing, end, is_denied)


@cache
def _idle(language: str) -> frozenset[str]:
    """Words that say little by themselves, and those in which an outcome or a direction ends, which ask for more."""
    outcomes = {said[-1] for lines in phrases_under(language, "outcomes").values() for said, _, _ in lines}
    light = words_of(language, "states", "light") | words_of(language, "states", "again")
    return frozenset((*light, *outcomes, *given(language)["direction"]["opposed"].replace("=", " ").split()))


def _parts(facts: ClaimFacts, before: int) -> bool:
    """Whether a sign stands behind the word `before`."""
    return SIGN.search(gap(facts, before, before + 1)) is not None


def _head(facts: ClaimFacts, at: int) -> int | None:
    """The noun that the word at `at` is said of: before helping verbs, and before a preposition with its own noun.

    "The dyke at Ollerup had already broken" is said of the dyke.
    """
    language, folded = facts.language, facts.words.folded
    function_words, articles = lexicon_of(language).function_words, words_of(language, "states", "articles")
    helping = words_of(language, "states", "helping") | words_of(language, "states", "light")
    head, place, first = None, at - 1, max(0, at - _SUBJECT)
    while place >= first and not _parts(facts, place) and (folded[place] in helping or folded[place].endswith("ly")):
        place -= 1
    while place >= first and not _parts(facts, place):
        if folded[place] in function_words or folded[place][0].isdecimal():
            return head
        head = place
        while place >= first and not _parts(facts, place) and folded[place] not in function_words:
            place -= 1
        while place >= first and not _parts(facts, place) and folded[place] in articles:
            place -= 1
        if place < first or _parts(facts, place) or folded[place] not in words_of(language, "states", "inside"):
            return head
        place -= 1
    return head


def _thing(facts: ClaimFacts, at: int) -> tuple[str, int]:
    """What somebody keeps or loses ("lost its majority"), or the share it moves by ("lost 4.1 %").

    With the word behind it; empty, and the word behind `at`, where there is none.
    """
    folded, function_words = facts.words.folded, lexicon_of(facts.language).function_words
    nothing = "", at + 1
    if at + 1 >= len(folded) or _parts(facts, at):
        return nothing
    moved = next((one for one in facts.quantities if one.first == at + 1 and one.dimension == "percent"), None)
    if moved is not None:
        return f"by {moved.value:g}", moved.end
    if folded[at + 1] not in words_of(facts.language, "states", "own"):
        return nothing
    end = at + 2
    while end < min(len(folded), at + 2 + _OBJECT) and folded[end] not in function_words:
        end += 1
        if end < len(folded) and _parts(facts, end - 1):
            break
    return (facts.words.stems[end - 1], end) if end > at + 2 else nothing


def exclude(one: State, other: State) -> bool:
    """Whether two words said of one thing cannot both be true: opposites, or one of them denied."""
    if _is_general(one) and _is_general(other) and not _share_more(one, other):
        return False
    if one.is_denied == other.is_denied:
        if one.is_denied or not _are_opposed(one.word, other.word, one.facts.language):
            return False
        is_told_both_ways = one.stem in other.facts.stems or other.stem in one.facts.stems
        return not is_told_both_ways and not _is_of_part(one) and not _is_of_part(other)
    return one.stem == other.stem and _is_plain(one) and _is_plain(other)


def _is_general(state: State) -> bool:
    """Whether the word is said of a number, of people or of anything else of which a report tells of several."""
    return state.head is not None and state.facts.words.folded[state.head] in words_of(
        state.facts.language, "states", "general"
    )


def _share_more(one: State, other: State) -> bool:
    """Whether the claims share a word with content besides what they are told apart by."""
    own = {*one.facts.words.stems[slice(*one.place)], *other.facts.words.stems[slice(*other.place)]}
    return bool(content_stems(one.facts) & content_stems(other.facts) - own)


def _is_of_part(state: State) -> bool:
    """Whether a figure or a word for a part stands before the word: of another part the other claim may speak."""
    first = max(0, state.first - _PART)
    parts = words_of(state.facts.language, "states", "parts")
    return not parts.isdisjoint(state.facts.words.folded[first : state.at]) or any(
        first <= one.first < state.at and one.dimension in ("", "percent") for one in state.facts.quantities
    )


def _is_plain(state: State) -> bool:
    """Whether the claim denies once if at all, by a plain word, and the word is a verb or said with one."""
    facts, language = state.facts, state.facts.language
    before = state.facts.words.folded[max(0, state.at - _HELPED) : state.at]
    is_helped = not words_of(language, "states", "helping").isdisjoint(set(before) - {"to"})
    denials = words_of(language, "states", "denials")
    return is_helped and len(facts.negations) == int(state.is_denied) and denials.isdisjoint(facts.said)


def say_the_same(one: State, other: State) -> bool:
    """Whether both say one thing of one thing."""
    is_one = one.is_denied == other.is_denied and one.stem == other.stem
    return is_one and not set(one.keys).isdisjoint(other.keys)


def _are_opposed(left: str, right: str, language: str) -> bool:
    """Whether two folded words exclude each other when said of what reports are about."""
    stems = stems_of(lexicon_of(language).code)
    return are_opposite(left, right, language) or stems[right] in _listed(language).get(stems[left], ())


@cache
def _listed(language: str) -> Mapping[str, frozenset[str]]:
    """By stem the stems of what excludes it, besides the opposites at large."""
    stems = stems_of(lexicon_of(language).code)
    found: dict[str, set[str]] = {}
    for line in given(language)["states"]["opposed"]:
        left, right = ([stems[word] for word in side.split()] for side in line.split("="))
        for mine, theirs in ((left, right), (right, left)):
            for word in mine:
                found.setdefault(word, set()).update(theirs)
    return {word: frozenset(others) for word, others in found.items()}
