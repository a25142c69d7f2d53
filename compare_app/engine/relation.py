"""Says what a link is: same, reworded, changed or contradicting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from compare_app.core.document import Claim
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Relation
from compare_app.core.spans import Span
from compare_app.engine.normalise import fold
from compare_app.engine.stop_words import stop_words
from compare_app.engine.tokenise import is_word, token_spans

_STEM = 5  # letters that inflected forms share, as for alignment
_MOST_TOKENS = 65_536  # kept in memory a language: more than the words of a long novel
_MOST_PIECES = 16_384  # the same of pieces, which are longer
_GAP = 8  # code points before a word in which the sign that ends a sentence stands, spaces included
_LOPSIDED = 2  # content words that one side of a replacement may have more than the other. Chosen by hand.
_MOST_REPLACED = 24  # words with content on a side; where more are replaced nobody can tell. Chosen by hand.
SaysTheSame = Callable[[Sequence[str], Sequence[str], str], bool]
"""Whether the first folded words say what the second say, in a language."""


def relation_of(
    left: Sequence[Claim],
    right: Sequence[Claim],
    edits: Sequence[Edit],
    findings: Sequence[Finding],
    *,
    language: str,
    says_the_same: SaysTheSame,
    agreed: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
) -> Relation:
    """What the link of `left` and `right` is, by its findings and, where there are none, by the words that differ.

    "He died early" / "He died young" is reworded where `says_the_same` knows both words, "He left" / "He left early"
    and another number or name is changed. What only changed its place is reworded. Exchanging the sides gives the same
    relation. The kinds of `edits` say what counts, `language` which words carry no content. `agreed` are the places in
    each document where both say the same fact in other words ("30 per cent", "30%"): these do not differ.
    """
    if any(finding.verdict is Verdict.CONFLICT for finding in findings):
        return Relation.CONTRADICTS
    if findings:
        return Relation.CHANGED
    counted = [edit for edit in edits if edit.kind is not EditKind.FORM]
    if not counted:
        return Relation.SAME
    stems = _words_with_content(language)
    lost = [_content(left, edit.left, stems, agreed[0]) for edit in counted]
    gained = [_content(right, edit.right, stems, agreed[1]) for edit in counted]
    if _detail_differs(lost, gained):
        return Relation.CHANGED
    whole = _words_with_content(language, is_whole=True)
    lost = [_content(left, edit.left, whole, agreed[0]) for edit in counted]
    gained = [_content(right, edit.right, whole, agreed[1]) for edit in counted]
    replaced, by = ([_bare(word) for word in found] for found in (_beyond(lost, gained), _beyond(gained, lost)))
    if max(len(replaced), len(by)) > _MOST_REPLACED or not says_the_same(replaced, by, language):
        return Relation.CHANGED
    return Relation.REWORDED


def _detail_differs(lost: list[list[str]], gained: list[list[str]]) -> bool:
    """Whether an edit takes or brings content words without others in their place, or another number or name."""
    only_lost, only_gained = _beyond(lost, gained), _beyond(gained, lost)
    if any(map(_is_detail, (*only_lost, *only_gained))):
        return True
    for here, there in zip(lost, gained, strict=True):
        less, more = sorted((_common(here, only_lost), _common(there, only_gained)))
        if more and (not less or more - less > _LOPSIDED):
            return True
    return False


def _beyond(edits: list[list[str]], others: list[list[str]]) -> dict[str, int]:
    """How often each word stands in all of `edits` beyond what all of `others` hold; words that do not are left out."""
    left_over = _times(edits)
    for words in others:
        for word in words:
            if word in left_over:
                left_over[word] -= 1
    return {word: count for word, count in left_over.items() if count > 0}


def _times(edits: list[list[str]]) -> dict[str, int]:
    """How often each word stands in all of `edits`."""
    found: dict[str, int] = {}
    for words in edits:
        for word in words:
            found[word] = found.get(word, 0) + 1
    return found


def _common(words: list[str], counts: dict[str, int]) -> int:
    """How many of `words` are among `counts`, each as often as it counts there at most. O(words)."""
    if len(words) < 2:
        return sum(word in counts for word in words)
    return sum(min(count, counts.get(word, 0)) for word, count in _times([words]).items())


_NAME = "^"  # stands before the stem of a capitalised word


def _is_detail(word: str) -> bool:
    return word[0].isdigit() or word.startswith(_NAME)


def _bare(word: str) -> str:
    return word.removeprefix(_NAME)


class _Stems(dict[str, str]):
    """By token: its stem, or the folded word, empty where it carries no content; found when first asked for."""

    def __init__(self, language: str, *, is_whole: bool) -> None:
        super().__init__()
        self._empty, self._length = stop_words(language), None if is_whole else _STEM

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        folded = fold(token)
        is_content = folded not in self._empty and is_word(token)
        stem = "" if not is_content else folded if token[0].isdigit() else folded[: self._length]
        self[token] = stem
        return stem


_Placed = list[tuple[int, str]]


class _Content(dict[str, _Placed]):
    """By piece of text: the stems of its words with content, or these words, each behind where it starts.

    Found when first asked for: most pieces are a word or two, and many come again and again.
    """

    def __init__(self, language: str, *, is_whole: bool) -> None:
        super().__init__()
        self._stems = _Stems(language, is_whole=is_whole)

    def __missing__(self, piece: str) -> _Placed:
        if len(self) >= _MOST_PIECES:
            self.clear()
        placed = ((start, self._stems[piece[start:end]]) for start, end in token_spans(piece))
        self[piece] = found = [(start, stem) for start, stem in placed if stem]
        return found


@cache
def _words_with_content(language: str, *, is_whole: bool = False) -> Mapping[str, _Placed]:
    return _Content(language, is_whole=is_whole)


def _content(claims: Sequence[Claim], span: Span, words: Mapping[str, _Placed], agreed: Sequence[Span]) -> list[str]:
    """What `words` makes of the words with content that `span` touches outside `agreed`, marked where like names."""
    found: list[str] = []
    for claim in claims if span.start < span.end else ():
        at = claim.span.start
        if span.start >= claim.span.end or at >= span.end:
            continue
        first = max(0, span.start - at)
        for place, stem in words[claim.text[first : span.end - at]]:  # edits begin and end where tokens do
            start = first + place
            if agreed and any(one.contains(at + start) for one in agreed):
                continue
            is_name = claim.text[start].isupper() and _is_inside(claim.text, start)
            found.append(_NAME + stem if is_name else stem)
    return found


def _is_inside(text: str, offset: int) -> bool:
    """Whether a word at `offset` stands within a sentence, where only names take a capital."""
    before = text[max(0, offset - _GAP) : offset].rstrip()
    return offset > 0 and not before.endswith((".", ":", '"', "“"))
