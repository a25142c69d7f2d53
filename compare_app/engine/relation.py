"""Says what a link is: same, reworded, changed or contradicting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare_app.core.document import Claim
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Relation
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.engine.normalise import fold
from compare_app.engine.stop_words import stop_words
from compare_app.engine.tokenise import is_word, token_spans

_STEM = 5  # letters that inflected forms share, as for alignment
_GAP = 8  # code points before a word in which the sign that ends a sentence stands, spaces included
_LOPSIDED = 2  # content words that one side of a replacement may have more than the other. Chosen by hand.


def relation_of(
    left: Sequence[Claim],
    right: Sequence[Claim],
    edits: Sequence[Edit],
    findings: Sequence[Finding],
    *,
    options: Options,
    language: str,
) -> Relation:
    """What the link of `left` and `right` is, by its findings and, where there are none, by the words that differ.

    "He left early" / "He went early" is reworded, "He left" / "He left early" and another number or name is changed.
    What only changed its place is reworded. Exchanging the sides gives the same relation. `options` has its say in
    the kinds of `edits`; `language` chooses the words that carry no content.
    """
    del options
    if any(finding.verdict is Verdict.CONFLICT for finding in findings):
        return Relation.CONTRADICTS
    if findings:
        return Relation.CHANGED
    counted = [edit for edit in edits if edit.kind is not EditKind.FORM]
    if not counted:
        return Relation.SAME
    empty = stop_words(language)
    lost = [_content(left, edit.left, empty) for edit in counted]
    gained = [_content(right, edit.right, empty) for edit in counted]
    return Relation.CHANGED if _detail_differs(lost, gained) else Relation.REWORDED


def _detail_differs(lost: list[Counter[str]], gained: list[Counter[str]]) -> bool:
    """Whether an edit takes or brings content words without others in their place, or another number or name."""
    all_lost: Counter[str] = sum(lost, Counter())
    all_gained: Counter[str] = sum(gained, Counter())
    only_lost, only_gained = all_lost - all_gained, all_gained - all_lost
    if any(_is_detail(word) for word in (*only_lost, *only_gained)):
        return True
    for here, there in zip(lost, gained, strict=True):
        less, more = sorted(((here & only_lost).total(), (there & only_gained).total()))
        if more and (not less or more - less > _LOPSIDED):
            return True
    return False


_NAME = "^"  # stands before the stem of a capitalised word


def _is_detail(word: str) -> bool:
    return word[0].isdigit() or word.startswith(_NAME)


def _content(claims: Sequence[Claim], span: Span, empty: frozenset[str]) -> Counter[str]:
    """The stems of the words with content that `span` touches, marked where they look like names."""
    found: Counter[str] = Counter()
    for claim in claims:
        if not claim.span.overlaps(span):
            continue
        first, last = max(0, span.start - claim.span.start), span.end - claim.span.start
        piece = claim.text[first:last]  # edits begin and end where tokens do
        for start, end in token_spans(piece):
            word = piece[start:end]
            folded = fold(word)
            if folded not in empty and is_word(word):
                mark = _NAME if word[0].isupper() and _is_inside(claim.text, first + start) else ""
                found[mark + (folded if word[0].isdigit() else folded[:_STEM])] += 1
    return found


def _is_inside(text: str, offset: int) -> bool:
    """Whether a word at `offset` stands within a sentence, where only names take a capital."""
    before = text[max(0, offset - _GAP) : offset].rstrip()
    return offset > 0 and not before.endswith((".", ":", '"', "“"))
