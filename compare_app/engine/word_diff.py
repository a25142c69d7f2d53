"""The words that differ between linked claims, as phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, Levenshtein

from compare_app.core.document import Claim
from compare_app.core.links import Edit, EditKind
from compare_app.core.options import Options
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.engine.edit_kinds import kind_of
from compare_app.engine.normalise import fold
from compare_app.engine.phrases import Region, joined_phrases
from compare_app.engine.tokenise import token_spans

_RECORDED_CELLS = 400_000_000  # Indel.opcodes records cells / 8 bytes: 50 MB, measured
_COMPARED_CELLS = 40_000_000_000  # about 5 s; beyond, only what both ends share is told apart


def word_edits(left: Sequence[Claim], right: Sequence[Claim], *, options: Options) -> tuple[Edit, ...]:
    """Differences between the claims of one link, in order; what lies between two of them is equal to the letter.

    Applied to the joined texts of `left` they give the joined texts of `right`. Exchanging the sides mirrors them.
    Time O(n · m / 64) for n and m words; two claims of over 200,000 words each become one replacement between what
    they share at both ends.
    """
    texts = [claim.text for claim in left], [claim.text for claim in right]
    if texts[0] == texts[1]:
        return ()
    if texts[0] > texts[1]:  # one fixed order of the sides, so that ties fall alike whichever side is left
        return tuple(_mirrored(edit) for edit in _edits(_Passage.of(right), _Passage.of(left), options))
    return tuple(_edits(_Passage.of(left), _Passage.of(right), options))


def claim_edits(left: Sequence[Claim], right: Sequence[Claim], *, options: Options) -> tuple[Edit, ...]:
    """As `word_edits`, but every claim replaced whole unless nothing differs: for when there is no time. O(n + m)."""
    if [claim.text for claim in left] == [claim.text for claim in right]:
        return ()
    one, other = _Passage.of(left), _Passage.of(right)
    return tuple(_range_edits(one, other, (0, len(one.text), 0, len(other.text)), options))


_MIRROR = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}


def _mirrored(edit: Edit) -> Edit:
    return Edit(_MIRROR.get(edit.kind, edit.kind), edit.right, edit.left)


@record
class _Passage:
    """Claims as one joined text: `ends` are the joined offsets at which each ends, `shifts` lead to the document."""

    text: str
    ends: tuple[int, ...]
    shifts: tuple[int, ...]
    tokens: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Passage:
        if len(claims) == 1:
            text = claims[0].text
            return cls(text, (len(text),), (claims[0].span.start,), token_spans(text))
        ends, shifts, start = [], [], 0
        tokens: list[tuple[int, int]] = []
        for claim in claims:
            shifts.append(claim.span.start - start)
            tokens.extend((start + first, start + end) for first, end in token_spans(claim.text))
            start += len(claim.text)
            ends.append(start)
        return cls("".join(claim.text for claim in claims), tuple(ends), tuple(shifts), tokens)

    def folded(self) -> list[str]:
        text = self.text
        if text.isascii() and "`" not in text:
            text = text.lower()  # which is all that folding does here
            return [text[start:end] for start, end in self.tokens]
        return [fold(text[start:end]) for start, end in self.tokens]

    def before(self, token: int) -> int:
        """Joined offset at which the token before `token` ends."""
        return self.tokens[token - 1][1] if token else 0

    def after(self, token: int) -> int:
        """Joined offset at which `token` starts."""
        return self.tokens[token][0] if token < len(self.tokens) else len(self.text)

    def between(self, first: int, last: int) -> str:
        """The text from the start of token `first` to the end of the token before `last`."""
        return self.text[self.tokens[first][0] : self.tokens[last - 1][1]]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The range cut at the claims' borders; at least one piece, which may be empty."""
        if len(self.ends) == 1:
            return [(start, end)]
        cuts = [cut for cut in self.ends[:-1] if start < cut < end]
        return list(zip([start, *cuts], [*cuts, end], strict=True))

    def span(self, start: int, end: int) -> Span:
        """The piece of one claim in the document."""
        claim = 0
        while claim < len(self.ends) - 1 and (start >= self.ends[claim] if start < end else start > self.ends[claim]):
            claim += 1
        shift = self.shifts[claim]
        return Span(start + shift, end + shift)


def _edits(left: _Passage, right: _Passage, options: Options) -> Iterator[Edit]:
    for changed in _changed_ranges(left, right):
        yield from _range_edits(left, right, changed, options)


def _range_edits(
    left: _Passage, right: _Passage, changed: tuple[int, int, int, int], options: Options
) -> Iterator[Edit]:
    start, end, from_, to = changed
    left_pieces, right_pieces = left.pieces(start, end), right.pieces(from_, to)
    if len(left_pieces) != len(right_pieces):
        longer = max(len(left_pieces), len(right_pieces))
        left_pieces += [(end, end)] * (longer - len(left_pieces))
        right_pieces += [(to, to)] * (longer - len(right_pieces))
    for (i, i_end), (j, j_end) in zip(left_pieces, right_pieces, strict=True):
        written, rewritten = left.text[i:i_end], right.text[j:j_end]
        if written != rewritten:
            kind = kind_of(written, rewritten, options, then=left.text[i_end : i_end + 1])
            yield Edit(kind, left.span(i, i_end), right.span(j, j_end))


def _changed_ranges(left: _Passage, right: _Passage) -> Iterator[tuple[int, int, int, int]]:
    """Joined offsets of all that differs to the letter: (left start, end, right start, end)."""
    i = j = 0
    for region in _regions(left, right):
        yield from _kept(left, right, i, j, region.start - i)
        start, from_ = left.before(region.start), right.before(region.from_)
        yield from _difference(left, right, start, left.after(region.end), from_, right.after(region.to))
        i, j = region.end, region.to
    rest = len(left.tokens) - i
    yield from _kept(left, right, i, j, rest)
    if rest or not (i or j):
        yield from _difference(
            left, right, left.before(i + rest), len(left.text), right.before(j + rest), len(right.text)
        )


def _kept(left: _Passage, right: _Passage, i: int, j: int, count: int) -> Iterator[tuple[int, int, int, int]]:
    """What differs in form among `count` equal tokens from `i` and `j` on, the white space between them included."""
    if not count:
        return
    if not (i or j):
        yield from _difference(left, right, 0, left.after(0), 0, right.after(0))
    if left.between(i, i + count) == right.between(j, j + count):
        return  # as nearly every run of equal tokens is
    yield from _difference(left, right, *left.tokens[i], *right.tokens[j])
    for k, m in zip(range(i + 1, i + count), range(j + 1, j + count), strict=True):
        yield from _difference(left, right, left.before(k), left.after(k), right.before(m), right.after(m))
        yield from _difference(left, right, *left.tokens[k], *right.tokens[m])


def _difference(
    left: _Passage, right: _Passage, start: int, end: int, from_: int, to: int
) -> Iterator[tuple[int, int, int, int]]:
    """The range without the white space that both sides share at its borders, if anything is left."""
    if left.text[start:end] == right.text[from_:to]:
        return
    while start < end and from_ < to and left.text[start] == right.text[from_] and left.text[start].isspace():
        start, from_ = start + 1, from_ + 1
    while start < end and from_ < to and left.text[end - 1] == right.text[to - 1] and left.text[end - 1].isspace():
        end, to = end - 1, to - 1
    yield start, end, from_, to


def _regions(left: _Passage, right: _Passage) -> list[Region]:
    words, others = left.folded(), right.folded()
    return joined_phrases(_token_regions(words, others), words)


def _token_regions(left: Sequence[str], right: Sequence[str]) -> list[Region]:
    ids: dict[str, int] = {}
    first, second = ("".join([chr(ids.setdefault(word, len(ids))) for word in words]) for words in (left, right))
    cells = len(left) * len(right)
    if cells > _COMPARED_CELLS or len(ids) > 0x10_FF00:
        return _ends_only(left, right)
    opcodes = (Indel if cells <= _RECORDED_CELLS else Levenshtein).opcodes(first, second)
    return [Region(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in opcodes if op.tag != "equal"]


def _ends_only(left: Sequence[str], right: Sequence[str]) -> list[Region]:
    shorter, start = min(len(left), len(right)), 0
    while start < shorter and left[start] == right[start]:
        start += 1
    back = 0
    while back < shorter - start and left[-1 - back] == right[-1 - back]:
        back += 1
    return [Region(start, len(left) - back, start, len(right) - back)]
