"""The same said by someone else, or no longer said by anyone."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.findings import Finding, Verdict
from compare_app.core.spans import Span
from compare_app.core.translation import marked, tr
from compare_app.facts.attribution import Speaker
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.names import may_be_same
from compare_app.facts.signs import REPORT
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule


def find_attribution(pair: Pair) -> Iterator[Finding]:
    """A shift when the speakers differ, or when one side alone has one. O(words).

    Nothing is told where a side says who says it in words that are not read.
    """
    left, right = pair.left.speaker, pair.right.speaker
    if (left is None and right is None) or any(one is not None and not one.is_read for one in (left, right)):
        return
    if _are_same(pair, left, right):
        return
    left_span, right_span = _span(pair.left, left), _span(pair.right, right)
    yield Finding("attribution", Verdict.SHIFT, left_span, right_span, _message(pair, left_span, right_span))


def _message(pair: Pair, left: Span | None, right: Span | None) -> str:
    one, other = left.of(pair.left.text) if left else "", right.of(pair.right.text) if right else ""
    if not one:
        return tr("Another source: nobody is named on the left, “{right}” on the right.", right=other)
    if not other:
        return tr("Another source: “{left}” says it on the left, nobody on the right.", left=one)
    return tr("Another source: “{left}” says it on the left, “{right}” on the right.", left=one, right=other)


def _may_find(pair: Pair) -> bool:
    if not (pair.left.signs | pair.right.signs) & REPORT:
        return False
    return pair.left.speaker is not None or pair.right.speaker is not None


def _are_same(pair: Pair, left: Speaker | None, right: Speaker | None) -> bool:
    if left is None or right is None:
        found, claim = (left, pair.right) if right is None else (right, pair.left)
        said = pair.left if right is None else pair.right
        assert found is not None
        words = said.words.folded[found.first : found.end]
        if set(words) & claim.said:
            return True
        names = (claim.words.folded[name.first : name.end] for name in claim.names) if found.is_named else ()
        return any(may_be_same(words, name, language=claim.language) for name in names)
    one, other = pair.left.words.folded[left.first : left.end], pair.right.words.folded[right.first : right.end]
    if left.is_named and right.is_named:
        return may_be_same(one, other, language=pair.left.language)
    return left.is_named == right.is_named or not set(one).isdisjoint(other)


def _span(claim: ClaimFacts, speaker: Speaker | None) -> Span | None:
    return None if speaker is None else claim.words.span(speaker.first, speaker.end)


RULE = Rule(
    name="attribution",
    title=marked("Said by someone else"),
    find=find_attribution,
    may_find=_may_find,
    fires=("The dam is safe, Maria Keller said.", "The dam is safe, officials said."),
    silent=("The dam is safe, Maria Keller said.", "The dam is safe, Ms Keller said."),
)
