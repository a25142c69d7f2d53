"""Says what a link means: the same, the same in other words, changed, or contradicting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from compare_app.core.document import Claim
from compare_app.core.findings import Finding, Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.core.links import Edit, EditKind, Relation
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.engine.normalise import fold
from compare_app.engine.stems import stem
from compare_app.engine.tokenise import is_word, token_spans


def relation_of(
    left: Sequence[Claim],
    right: Sequence[Claim],
    edits: Sequence[Edit],
    findings: Sequence[Finding],
    *,
    options: Options,
    language: str,
) -> Relation:
    """What a link with these edits and findings says of its claims.

    A conflict contradicts; any other finding changes. Without one, words of content that only one side has, or other
    figures, are a detail gained or lost; other words in the place of words reword.
    """
    if any(finding.verdict is Verdict.CONFLICT for finding in findings):
        return Relation.CONTRADICTS
    if findings:
        return Relation.CHANGED
    counted = [edit for edit in edits if _counts(edit, left, right, options)]
    if not counted:
        return Relation.SAME
    return Relation.CHANGED if _detail_differs(counted, left, right, language) else Relation.REWORDED


def _counts(edit: Edit, left: Sequence[Claim], right: Sequence[Claim], options: Options) -> bool:
    """Whether an edit makes two claims differ: not where only form does, nor signs, unless they count."""
    if edit.kind is EditKind.FORM:
        return False
    if options.punctuation_counts:
        return True
    return any(is_word(word) for word in (*_words(left, edit.left), *_words(right, edit.right)))


def _detail_differs(edits: Sequence[Edit], left: Sequence[Claim], right: Sequence[Claim], language: str) -> bool:
    lost: set[str] = set()
    gained: set[str] = set()
    one_sided: set[str] = set()
    for edit in edits:
        here = {*_content(_words(left, edit.left), language)}
        there = {*_content(_words(right, edit.right), language)}
        lost |= here
        gained |= there
        if not here or not there:
            one_sided |= here | there
    if _figures(lost - gained) or _figures(gained - lost):
        return True
    return bool(one_sided & (lost ^ gained))


def _figures(words: set[str]) -> bool:
    return any(word[0].isdigit() for word in words)


def _content(words: Sequence[str], language: str) -> Iterator[str]:
    """Stems of the words that carry content."""
    for word in words:
        folded = fold(word)
        if is_word(word) and folded not in _function_words(language):
            yield stem(folded)


def _words(claims: Sequence[Claim], span: Span) -> list[str]:
    """The tokens under a span that lies inside one of `claims`."""
    for claim in claims:
        if claim.span.covers(span):
            text = claim.text[span.start - claim.span.start : span.end - claim.span.start]
            return [text[start:end] for start, end in token_spans(text)]
    return []


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(load_lexicon(language, "segment").get("function_words", ()))
