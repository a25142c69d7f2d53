"""Tells a conflict from a chance meeting: what else differs between two claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile

from compare_app.core.findings import Finding, Verdict
from compare_app.core.records import record, replace
from compare_app.core.spans import Span
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.classes import members_at
from compare_app.facts.language import lexicon_of
from compare_app.facts.synonyms import mean_the_same
from compare_app.rules.apart import less_sure_of_two_things, not_of_two_things, parts_of_one
from compare_app.rules.contained import is_all_said, is_contained, share_content, shared_content
from compare_app.rules.elements import Element
from compare_app.rules.pair import Pair
from compare_app.rules.polarity import LEAST_SHARED, shared_run
from compare_app.rules.since import is_of_one_begin
from compare_app.rules.verb_group import is_of_one_verb_group
from compare_app.rules.voice import read_voices

_MOST_PASSAGES = {"opposite": 2, "negation": 2, "quantifier": 0}
"""Unexplained differing passages up to which a conflict of a kind stands, 1 for all others. Chosen on
vitaminc_real_revpairs and summedits_sent (2026-11-23): figures and dates lose precision after one (.93 to .77),
opposites and negations do not; "none was lost" and "all are safe" agree."""
_MOST_ANCHORED = 3
"""The same for a date that stands behind the same verb on both sides ("built in 1996"); chosen by hand."""
_TURNED = ("opposite", "class", "name", "quantifier")
_FRAMED_BY_THEMSELVES = ("none", "role")
"""Kinds whose rule itself asks what else the claims say."""
_ANSWERED = ("negation", "opposite", "none")
"""Kinds that a word elsewhere in a rewording may answer: "the first loss since", "had not lost money since"."""
_LEAST_COMMON = 0.6
"""Share of the longer claim's content words that must be shared for these where both sides say more. Of 12 conflicts
that 808 harmless pairs of two outlets drew at first sight (2026-11-25) six stood below; none of the contradictions."""
_BESIDE = 3
"""Words right beside a finding that must be shared for it to stand all the same; chosen by hand."""
_SEEN_ANYWHERE = ("class", "time")
"""Kinds that stay possible though several passages differ and most words do. Of others, on vitaminc_real_revpairs and
the pairs of two outlets (2026-11-25), 6 of 27 were contradictions there; of dates in two passages or more 1 of 10."""
_LARGE_SHARE = 0.5
"""Share of the shorter claim's content words that may differ at most; chosen by hand."""
_SMALL_SHARE = 0.15
"""Share of the shorter claim's content words that may differ in one passage more; chosen by hand for long claims."""
_SMALL_TURN = 0.35
"""The same in claims built otherwise, for two opposites that lead to one figure; chosen by hand."""
_REWORDED = 1 / 3
"""Share of the shorter claim's content words that differ in a rewording, at least; chosen by hand."""
_CLAUSE_END = re.compile(r"[;()—–]|[,:](?!\d)")
_LEAST_MATCHED = 3
"""Content words that both sides of a clause must share for it to bear a conflict by itself. On vitaminc_real_revpairs
(2026-11-23) 10 of 11 conflicts that this kept were labelled so."""


def in_frame(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings` without those that too much else between the claims makes a guess; the less sure become possible."""
    if not any(finding.verdict.is_alarm for finding in findings):
        return findings
    findings = not_of_two_things(pair, findings)
    rest = _unexplained(pair, findings)
    if rest.share > _REWORDED and any(finding.kind == "number" for finding in findings):
        parts = parts_of_one(pair, is_reworded=True)
        findings = tuple([finding for finding in findings if finding.left not in parts])
    findings = less_sure_of_two_things(pair, findings)
    judged = (_lowered(pair, finding, rest) for finding in findings)
    found = tuple(finding for finding in judged if finding is not None)
    return found if pair.is_alike else tuple([_less_sure_of_pronouns(pair, finding) for finding in found])


def _less_sure_of_pronouns(pair: Pair, finding: Finding) -> Finding:
    """The finding, possible at most where it is about "she" and "he": in other words two persons may be meant."""
    if finding.kind != "class" or finding.verdict is not Verdict.CONFLICT or finding.left is None:
        return finding
    at = bisect_left(pair.left.words.starts, finding.left.start)
    is_pronoun = any(one.group == "pronoun" for one in members_at(pair.left.words, at, language=pair.left.language))
    return replace(finding, verdict=Verdict.POSSIBLE) if is_pronoun else finding


def _lowered(pair: Pair, finding: Finding, rest: _Rest) -> Finding | None:
    """`finding` as far as the frame bears it: as it is, one step lower, or None."""
    if not finding.verdict.is_alarm:
        return finding
    if rest.is_mutual and finding.kind in _ANSWERED and _may_be_answered(pair, finding):
        return None
    if finding.kind in _FRAMED_BY_THEMSELVES:
        return finding
    if _follows_a_run(pair, finding) or _is_borne_by_voices(pair, finding):
        return finding
    if finding.kind == "date" and is_of_one_begin(pair, finding):
        return finding
    if rest.is_turned and finding.kind in _TURNED:
        return _possible(finding) if rest.share <= _SMALL_TURN and _leads_to_one_figure(pair, finding) else None
    passages, share = rest.passages, rest.share
    most = _MOST_PASSAGES.get(finding.kind, 1)
    if share <= _LARGE_SHARE and (passages <= most or (passages == most + 1 and share <= _SMALL_SHARE)):
        return finding
    if finding.kind == "date" and passages <= _MOST_ANCHORED and share <= 1.0 and _is_anchored(pair, finding):
        return finding
    if finding.verdict is Verdict.POSSIBLE or finding.kind == "quantifier":
        return finding if is_contained(pair, finding) else None
    if _is_borne_by_its_clause(pair, finding, rest, most=most - 1 if share <= 1.0 else 0):
        return finding
    is_borne = is_contained(pair, finding) or is_all_said(pair, finding) or is_of_one_verb_group(pair, finding)
    is_possible = is_borne or (_is_worth_a_look(finding, passages, share) and share_content(pair))
    return _possible(finding) if is_possible else None


def _possible(finding: Finding) -> Finding:
    return replace(finding, verdict=Verdict.POSSIBLE)


def _leads_to_one_figure(pair: Pair, finding: Finding) -> bool:
    """Whether the same figure stands right behind two opposites: "rose 11 percent", "fell 11 percent"."""
    if finding.kind != "opposite" or finding.left is None or finding.right is None:
        return False
    one, other = (
        next((q for q in claim.quantities if 0 <= claim.words.starts[q.first] - span.end <= 1), None)
        for claim, span in ((pair.left, finding.left), (pair.right, finding.right))
    )
    return one is not None and other is not None and (one.dimension, one.value) == (other.dimension, other.value)


def _may_be_answered(pair: Pair, finding: Finding) -> bool:
    """Whether so much is said otherwise, right beside the finding too, that another word may say the same."""
    if finding.left is None or finding.right is None or shared_content(pair) >= _LEAST_COMMON:
        return False
    one, other = pair.left.words, pair.right.words
    before = bisect_left(one.starts, finding.left.start), bisect_left(other.starts, finding.right.start)
    after = bisect_left(one.starts, finding.left.end), bisect_left(other.starts, finding.right.end)
    behind = zip(one.stems[after[0] :], other.stems[after[1] :], strict=False)
    ahead = zip(one.stems[: before[0]][::-1], other.stems[: before[1]][::-1], strict=False)
    beside = (sum(1 for _ in takewhile(lambda words: words[0] == words[1], both)) for both in (behind, ahead))
    return sum(beside) < _BESIDE


def _is_worth_a_look(finding: Finding, passages: int, share: float) -> bool:
    """Whether a conflict that the frame does not bear is still possible. In a long rewording it hardly ever is."""
    if passages <= 1 or finding.kind in _SEEN_ANYWHERE:
        return share <= 1.0
    return share <= _LARGE_SHARE and finding.kind != "date"


def _follows_a_run(pair: Pair, finding: Finding) -> bool:
    """Whether the same words stand right before the finding on both sides, enough of them to say what it is about."""
    if finding.left is None or finding.right is None:
        return False
    left = bisect_left(pair.left.words.starts, finding.left.start)
    right = bisect_left(pair.right.words.starts, finding.right.start)
    return shared_run(pair, left, right) >= LEAST_SHARED and not _have_other_heads(pair, left, right)


def _have_other_heads(pair: Pair, left: int, right: int) -> bool:
    """Whether the run before two words only tells of what another thing is said: "the yield on", "the price of"."""
    one, other = pair.left.words, pair.right.words
    while left and right and one.stems[left - 1] == other.stems[right - 1]:
        left, right = left - 1, right - 1
    heads = _head(pair.left, left), _head(pair.right, right)
    return None not in heads and heads[0] != heads[1]


def _head(claim: ClaimFacts, end: int) -> str | None:
    """The stem of the word before a preposition that ends before the word `end`, None where none does."""
    if end < 2 or claim.words.folded[end - 1] not in lexicon_of(claim.language).negation.get("of_what", ()):
        return None
    return claim.words.stems[end - 2]


def _is_borne_by_voices(pair: Pair, finding: Finding) -> bool:
    """Whether the finding is about the doer or the verb of what both sides say of one thing, in two voices."""
    voices = read_voices(pair) if finding.kind in ("name", "opposite", "negation") else None
    if voices is None or finding.left is None or finding.right is None:
        return False
    starts, others = pair.left.words.starts, pair.right.words.starts
    left, right = voices.left, voices.right
    if finding.kind == "name":
        return finding.left.contains(starts[left.agent[0]]) and finding.right.contains(others[right.agent[0]])
    return (
        voices.has_one_agent and finding.left.contains(starts[left.verb]) and finding.right.contains(others[right.verb])
    )


def _is_borne_by_its_clause(pair: Pair, finding: Finding, rest: _Rest, *, most: int) -> bool:
    """Whether the clauses that hold the finding share enough words and differ in `most` passages at most."""
    if finding.left is None or finding.right is None:
        return False
    left, right = _clause(pair.left, finding.left), _clause(pair.right, finding.right)
    matched = 0
    for start, from_, size in pair.matches.runs:
        for step in range(size):
            if pair.left_elements.firsts[start + step] in left and pair.right_elements.firsts[from_ + step] in right:
                matched += pair.left_elements.is_content(start + step)
    inside = [any(at in left for at in lost) or any(at in right for at in gained) for lost, gained in rest.differing]
    return matched >= _LEAST_MATCHED and sum(inside) <= most


def _clause(claim: ClaimFacts, span: Span) -> range:
    """The words between the punctuation marks around `span`."""
    start = max((mark.end() for mark in _CLAUSE_END.finditer(claim.text, 0, span.start)), default=0)
    mark = _CLAUSE_END.search(claim.text, span.end)
    starts = claim.words.starts
    return range(bisect_left(starts, start), bisect_left(starts, mark.start() if mark else len(claim.text)))


def _is_anchored(pair: Pair, finding: Finding) -> bool:
    """Whether words of one meaning tell what happened at the date, and both name its thing ("bridge … built in")."""
    if finding.left is None or finding.right is None:
        return False
    left, right = _before(pair.left, finding.left), _before(pair.right, finding.right)
    function_words = lexicon_of(pair.left.language).function_words
    things = (pair.left.said & pair.right.said) - function_words
    if left is None or right is None or len(things) <= 1:
        return False
    return mean_the_same(pair.left.words.folded[left], pair.right.words.folded[right], pair.left.language)


def _before(claim: ClaimFacts, span: Span) -> int | None:
    """The content word at most three words before `span`."""
    words, function_words = claim.words, lexicon_of(claim.language).function_words
    at = bisect_left(words.starts, span.start)
    near = (i for i in range(at - 1, max(-1, at - 4), -1) if words.folded[i] not in function_words)
    return next(near, None)


@record
class _Rest:
    """What differs beside what the findings explain and who says it.

    `passages` are counted, `share` is theirs of the shorter claim's content words. Words that only moved are no
    difference. `differing` are the word indexes of each passage, left and right.

    `is_mutual` says that both sides have some, so that neither only tells more.

    `is_turned` says that some of these words stand on both sides in other places, so that the claims are built
    otherwise ("the city bought it from the church", "the church sold it to the city").
    """

    passages: int
    share: float
    is_mutual: bool
    is_turned: bool
    differing: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def _unexplained(pair: Pair, findings: tuple[Finding, ...]) -> _Rest:
    left = [finding.left for finding in findings if finding.left is not None] + _speaker(pair.left)
    right = [finding.right for finding in findings if finding.right is not None] + _speaker(pair.right)
    lost = [_uncovered(pair.left, hunk.lost, left) for hunk in pair.hunks]
    gained = [_uncovered(pair.right, hunk.gained, right) for hunk in pair.hunks]
    moved = {e.key for part in lost for e in part} & {e.key for part in gained for e in part}
    passages = [
        _without_synonyms(pair, [e for e in one if e.key not in moved], [e for e in other if e.key not in moved])
        for one, other in zip(lost, gained, strict=True)
    ]
    words = sum(max(len({e.key for e in one}), len({e.key for e in other})) for one, other in passages)
    share = words / max(1, min(_content(pair.left), _content(pair.right)))
    differing = tuple(
        [(tuple([e.first for e in one]), tuple([e.first for e in other])) for one, other in passages if one or other]
    )
    is_mutual = any(one for one, _ in passages) and any(other for _, other in passages)
    return _Rest(len(differing), share, is_mutual, bool(moved), differing)


def _without_synonyms(pair: Pair, lost: list[Element], gained: list[Element]) -> tuple[list[Element], list[Element]]:
    """The words of one passage that none of the other side is known to mean as well."""
    if not lost or not gained:
        return lost, gained
    one, other, language = pair.left.words.folded, pair.right.words.folded, pair.left.language
    same = [
        (here, there)
        for here in lost
        for there in gained
        if not here.fact and not there.fact and mean_the_same(one[here.first], other[there.first], language)
    ]
    if not same:
        return lost, gained
    left, right = {here.first for here, _ in same}, {there.first for _, there in same}
    return [e for e in lost if e.first not in left], [e for e in gained if e.first not in right]


def _speaker(claim: ClaimFacts) -> list[Span]:
    """The words that name who says it, which is nothing of what is said."""
    speaker = claim.speaker
    return [claim.words.span(speaker.first, speaker.end)] if speaker is not None and speaker.is_read else []


def _content(claim: ClaimFacts) -> int:
    function_words = lexicon_of(claim.language).function_words
    return len(claim.words) - sum(map(function_words.__contains__, claim.words.folded))


def _uncovered(claim: ClaimFacts, elements: Iterable[Element], spans: list[Span]) -> list[Element]:
    """The content words that no finding covers."""
    content, starts = [element for element in elements if element.is_content], claim.words.starts
    return [one for one in content if not any(span.contains(starts[one.first]) for span in spans)]
