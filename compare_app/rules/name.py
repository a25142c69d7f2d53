"""Another person, place or organisation in the same place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.classes import members_at
from compare_app.facts.language import lexicon_of
from compare_app.facts.names import list_words, may_be_same, party_words
from compare_app.facts.stems import stem
from compare_app.rules.date import is_redated
from compare_app.rules.elements import Element, Hunk
from compare_app.rules.pair import Pair
from compare_app.rules.parties import party_lexicon
from compare_app.rules.rule import Rule
from compare_app.rules.voice import Clause, read_voices
from compare_app.rules.wording import around

_LONGEST = 6
"""Elements of a replaced passage in which names are looked for; chosen by hand."""


def find_name(pair: Pair) -> Iterator[Finding]:
    """A finding for each passage that holds nothing but a name on both sides, two names that cannot be one."""
    is_dated = any(is_redated(slot) for slot in pair.slots)
    for hunk in pair.hunks:
        if not hunk.is_replaced or hunk.longest > _LONGEST:
            continue
        left = _name_in(pair.left, hunk.lost)
        right = _name_in(pair.right, hunk.gained) if left else None
        if left is None or right is None or _is_closed_class(pair, left, right):
            continue
        one, other = pair.left.words.folded[slice(*left)], pair.right.words.folded[slice(*right)]
        if may_be_same(one, other, language=pair.left.language) or _stands_elsewhere(pair, one, other):
            continue
        is_as_many = _are_several(pair.left, *left) == _are_several(pair.right, *right)
        is_as_told = is_as_many and _is_as_joined(pair, hunk, left, right)
        is_sure = is_as_told and not is_dated and not _is_listed(pair, left, right)
        yield _finding(pair, left, right, is_sure=is_sure and _is_framed(pair, hunk))
    yield from _other_agents(pair)


def _other_agents(pair: Pair) -> Iterator[Finding]:
    """A finding for another name in the other voice: "designed by Marta Lind", "Paolo Ricci designed"."""
    voices = read_voices(pair)
    if voices is None or voices.has_one_agent or not voices.has_one_verb:
        return
    left, right = voices.left, voices.right
    if left.denial is not None or right.denial is not None or not _is_of_one(pair, left, right):
        return
    is_once = pair.left.words.stems[left.verb] in _stems_of(pair.left.language, "once")
    if not is_once and bool(pair.left.moments) != bool(pair.right.moments):
        return
    parties = (pair.left, left.agent), (pair.right, right.agent)
    if not all(_is_named(claim, agent) for claim, agent in parties):
        return
    titles = party_lexicon(pair.left.language, "titles")
    one, other = (
        tuple([word for word in claim.words.folded[slice(*agent)] if word not in titles]) for claim, agent in parties
    )
    if not one or not other or _stands_elsewhere(pair, one, other):
        return
    if not may_be_same(one, other, language=pair.left.language):
        is_sure = min(len(one), len(other)) > 1 and (is_once or (left.is_now and right.is_now))
        yield _finding(pair, left.agent, right.agent, is_sure=is_sure)


def _is_of_one(pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether one alone does this to a thing spoken of as known ("the bridge"), and both tell of then or of now.

    Two may praise it, or draft a bill; who leads it now did not found it.
    """
    language = pair.left.language
    definite, clauses = party_lexicon(language, "definite"), ((pair.left, left), (pair.right, right))
    verb = pair.left.words.stems[left.verb]
    if left.is_now != right.is_now or not any(verb in _stems_of(language, name) for name in ("once", "sole")):
        return False
    return not any(definite.isdisjoint(claim.words.folded[slice(*clause.patient)]) for claim, clause in clauses)


@cache
def _stems_of(language: str, name: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in party_lexicon(language, name))


def _is_named(claim: ClaimFacts, words: tuple[int, int]) -> bool:
    """Whether all words with content among `words` belong to names."""
    function_words = lexicon_of(claim.language).function_words
    named = {at for name in claim.names for at in range(name.first, name.end)}
    return all(at in named for at in range(*words) if claim.words.folded[at] not in function_words)


def _may_find(pair: Pair) -> bool:
    """Whether each side has a name with a word that stands nowhere on the other."""
    if not pair.left_own or not pair.right_own:
        return False
    return _has_name_of(pair.left, pair.left_own) and _has_name_of(pair.right, pair.right_own)


def _has_name_of(claim: ClaimFacts, own: frozenset[str]) -> bool:
    folded = claim.words.folded
    return any(folded[at] in own for name in claim.names for at in range(name.first, name.end))


def _name_in(claim: ClaimFacts, replaced: tuple[Element, ...]) -> tuple[int, int] | None:
    """The words of the name that fills the passage, function words at its edges left out; None for anything else."""
    if any(element.fact for element in replaced):
        return None
    function_words = lexicon_of(claim.language).function_words
    first, end = replaced[0].first, replaced[-1].end
    folded = claim.words.folded
    while first < end and folded[first] in function_words:
        first += 1
    while first < end and folded[end - 1] in function_words:
        end -= 1
    named = {at for name in claim.names for at in range(name.first, name.end)}
    content = [at for at in range(first, end) if folded[at] not in function_words]
    return (first, end) if content and all(at in named for at in content) else None


def _are_several(claim: ClaimFacts, first: int, end: int) -> bool:
    """Whether a comma, "and" or "&" parts the words: names of which the other side may give other ones."""
    inside = claim.text[claim.words.starts[first] : claim.words.ends[end - 1]]
    return "," in inside or "&" in inside or not list_words(claim.language).isdisjoint(claim.words.folded[first:end])


def _is_closed_class(pair: Pair, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether another rule judges these words: both are members of one closed class."""
    one = {m.group for at in range(*left) for m in members_at(pair.left.words, at, language=pair.left.language)}
    other = {m.group for at in range(*right) for m in members_at(pair.right.words, at, language=pair.right.language)}
    return bool(one & other)


def _stands_elsewhere(pair: Pair, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether a word of one name stands anywhere on the other side: then the claims are built otherwise."""
    function_words = lexicon_of(pair.left.language).function_words
    return bool((set(left) - function_words) & pair.right.said or (set(right) - function_words) & pair.left.said)


def _is_as_joined(pair: Pair, hunk: Hunk, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether both names stand behind a preposition, or neither does: "a Republican" and "of Ohio" do not exclude."""
    articles = party_words(pair.left.language) - {"of"}
    before = (
        set(claim.words.folded[replaced[0].first : name[0]]) - articles
        for claim, replaced, name in ((pair.left, hunk.lost, left), (pair.right, hunk.gained, right))
    )
    return len({bool(words) for words in before}) == 1


def _is_listed(pair: Pair, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether both names stand inside a list, of which each side may give other parts."""
    return _stands_in_list(pair.left, left) and _stands_in_list(pair.right, right)


def _stands_in_list(claim: ClaimFacts, name: tuple[int, int]) -> bool:
    joiners = list_words(claim.language)
    words, (first, end) = claim.words, name
    articles = party_words(claim.language)
    while first and words.folded[first - 1] in articles:
        first -= 1
    before = claim.text[words.ends[first - 1] : words.starts[first]] if first else ""
    after = claim.text[words.ends[end - 1] : words.starts[end]] if end < len(words) else ""
    joined_before = "," in before or (first > 0 and words.folded[first - 1] in joiners)
    return joined_before and ("," in after or (end < len(words) and words.folded[end] in joiners))


def _finding(pair: Pair, left: tuple[int, int], right: tuple[int, int], *, is_sure: bool) -> Finding:
    left_span, right_span = pair.left.words.span(*left), pair.right.words.span(*right)
    one, other = left_span.of(pair.left.text), right_span.of(pair.right.text)
    return Finding(
        kind="name",
        verdict=Verdict.CONFLICT if is_sure else Verdict.POSSIBLE,
        left=left_span,
        right=right_span,
        message=tr(
            "{left} on the left, {right} on the right{where}.",
            left=one,
            right=other,
            where=around(pair, left, right),
        ),
    )


def _is_framed(pair: Pair, hunk: Hunk) -> bool:
    """Whether the words before and after the passage match, or it stands at the edge of both claims."""
    before = hunk.left[0] == hunk.right[0] == 0 or pair.matches.right_of(hunk.left[0] - 1) == hunk.right[0] - 1
    ends = hunk.left[1] == len(pair.left_elements), hunk.right[1] == len(pair.right_elements)
    return before and (all(ends) or (not any(ends) and pair.matches.right_of(hunk.left[1]) == hunk.right[1]))


RULE = Rule(
    name="name",
    title=marked("Another person, place or organisation in the same place"),
    find=find_name,
    may_find=_may_find,
    fires=("The prize went to Anna Berg on Friday.", "The prize went to Lucia Romano on Friday."),
    silent=("Muammar Gaddafi ruled for decades.", "Moammar Qadhafi ruled for decades."),
)
