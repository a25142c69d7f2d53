"""The words that differ between linked claims, as phrases."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.document import Claim
from compare_app.core.links import Edit, EditKind
from compare_app.core.options import Options
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.engine.differing import differing
from compare_app.engine.edit_kinds import kind_of
from compare_app.engine.normalise import fold
from compare_app.engine.phrases import joined_phrases
from compare_app.engine.tokenise import tokens

_Changed = tuple[int, int, int, int]


def word_edits(
    left: Sequence[Claim], right: Sequence[Claim], *, options: Options, control: Control | None = None
) -> tuple[Edit, ...]:
    """Differences between the claims of one link, in order; what lies between two of them is equal to the letter.

    Applied to the joined texts of `left` they give the joined texts of `right`. Exchanging the sides mirrors them.
    Time O(n · m / 64) for n and m words, beyond some 20,000 of them O(n + m); see `differing`. Raises Cancelled.
    """
    control = control or Control()
    texts = [claim.text for claim in left], [claim.text for claim in right]
    if texts[0] == texts[1]:
        return ()
    if texts[0] > texts[1]:  # one fixed order of the sides, so that ties fall alike whichever side is left
        return tuple([_mirrored(edit) for edit in _edits(_Joined.of(right), _Joined.of(left), options, control)])
    return tuple(_edits(_Joined.of(left), _Joined.of(right), options, control))


def claim_edits(left: Sequence[Claim], right: Sequence[Claim], *, options: Options) -> tuple[Edit, ...]:
    """As `word_edits`, but every claim replaced whole unless nothing differs: for when there is no time. O(n + m)."""
    if [claim.text for claim in left] == [claim.text for claim in right]:
        return ()
    one, other = _Joined.of(left), _Joined.of(right)
    return tuple(_range_edits(one, other, (0, len(one.text), 0, len(other.text)), options))


_MIRROR = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}


def _mirrored(edit: Edit) -> Edit:
    return Edit(_MIRROR.get(edit.kind, edit.kind), edit.right, edit.left)


@record
class _Joined:
    """Claims as one joined text: `ends` are the joined offsets at which each ends, `shifts` lead to the document.

    `tokens` are the joined claims' words and signs, in small letters where that alters nothing but their case, and
    `stops` the joined offsets at which they end.
    """

    text: str
    ends: tuple[int, ...]
    shifts: tuple[int, ...]
    tokens: list[str]
    stops: list[int]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Joined:
        if len(claims) == 1:
            text = claims[0].text
            return cls(text, (len(text),), (claims[0].span.start,), *_tokens(text))
        ends, shifts, start = [], [], 0
        found: list[str] = []
        stops: list[int] = []
        for claim in claims:
            shifts.append(claim.span.start - start)
            inside, inside_stops = _tokens(claim.text)
            found += inside
            stops += [start + stop for stop in inside_stops]
            start += len(claim.text)
            ends.append(start)
        return cls("".join([claim.text for claim in claims]), tuple(ends), tuple(shifts), found, stops)

    def folded(self) -> list[str]:
        is_folded = self.text.isascii() and "`" not in self.text
        return self.tokens if is_folded else [fold(token) for token in self.tokens]

    def before(self, token: int) -> int:
        """Joined offset at which the token before `token` ends."""
        return self.stops[token - 1] if token else 0

    def after(self, token: int) -> int:
        """Joined offset at which `token` starts."""
        return self.stops[token] - len(self.tokens[token]) if token < len(self.tokens) else len(self.text)

    def between(self, first: int, last: int) -> str:
        """The text from the start of token `first` to the end of the token before `last`."""
        return self.text[self.after(first) : self.stops[last - 1]]

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The range cut at the claims' borders; at least one piece, which may be empty."""
        if len(self.ends) == 1:
            return [(start, end)]
        cuts = [cut for cut in self.ends[:-1] if start < cut < end]
        return list(zip([start, *cuts], [*cuts, end], strict=True))

    def span(self, start: int, end: int) -> Span:
        """The piece of one claim in the document."""
        if len(self.ends) == 1:
            return Span(start + self.shifts[0], end + self.shifts[0])
        claim = 0
        while claim < len(self.ends) - 1 and (start >= self.ends[claim] if start < end else start > self.ends[claim]):
            claim += 1
        shift = self.shifts[claim]
        return Span(start + shift, end + shift)


def _tokens(text: str) -> tuple[list[str], list[int]]:
    return tokens(text.lower() if text.isascii() else text)


def _edits(left: _Joined, right: _Joined, options: Options, control: Control) -> list[Edit]:
    changed = _changed_ranges(left, right, control)
    return [edit for one in changed for edit in _range_edits(left, right, one, options)]


def _range_edits(left: _Joined, right: _Joined, changed: _Changed, options: Options) -> list[Edit]:
    start, end, from_, to = changed
    left_pieces, right_pieces = left.pieces(start, end), right.pieces(from_, to)
    if len(left_pieces) != len(right_pieces):
        longer = max(len(left_pieces), len(right_pieces))
        left_pieces += [(end, end)] * (longer - len(left_pieces))
        right_pieces += [(to, to)] * (longer - len(right_pieces))
    edits = []
    for (i, i_end), (j, j_end) in zip(left_pieces, right_pieces, strict=True):
        written, rewritten = left.text[i:i_end], right.text[j:j_end]
        if written != rewritten:
            kind = kind_of(written, rewritten, options, then=left.text[i_end : i_end + 1])
            edits.append(Edit(kind, left.span(i, i_end), right.span(j, j_end)))
    return edits


def _changed_ranges(left: _Joined, right: _Joined, control: Control) -> list[_Changed]:
    """Joined offsets of all that differs to the letter: (left start, end, right start, end)."""
    changed: list[_Changed] = []
    i = j = 0
    words = left.folded()
    for region in joined_phrases(differing(words, right.folded(), control), words):
        changed += _kept(left, right, i, j, region.start - i)
        start, from_ = left.before(region.start), right.before(region.from_)
        changed += _difference(left, right, start, left.after(region.end), from_, right.after(region.to))
        i, j = region.end, region.to
    rest = len(left.tokens) - i
    changed += _kept(left, right, i, j, rest)
    if rest or not (i or j):
        start, from_ = left.before(i + rest), right.before(j + rest)
        changed += _difference(left, right, start, len(left.text), from_, len(right.text))
    return changed


def _kept(left: _Joined, right: _Joined, i: int, j: int, count: int) -> list[_Changed]:
    """What differs in form among `count` equal tokens from `i` and `j` on, the white space between them included."""
    if not count:
        return []
    changed = [] if i or j else _difference(left, right, 0, left.after(0), 0, right.after(0))
    if left.between(i, i + count) == right.between(j, j + count):
        return changed  # as nearly every run of equal tokens is
    changed += _difference(left, right, left.after(i), left.stops[i], right.after(j), right.stops[j])
    for k, m in zip(range(i + 1, i + count), range(j + 1, j + count), strict=True):
        changed += _difference(left, right, left.before(k), left.after(k), right.before(m), right.after(m))
        changed += _difference(left, right, left.after(k), left.stops[k], right.after(m), right.stops[m])
    return changed


def _difference(left: _Joined, right: _Joined, start: int, end: int, from_: int, to: int) -> list[_Changed]:
    """The range without the white space that both sides share at its borders, if anything is left."""
    written, rewritten = left.text[start:end], right.text[from_:to]
    if written == rewritten:
        return []
    if written[:1].isspace():
        while start < end and from_ < to and left.text[start] == right.text[from_] and left.text[start].isspace():
            start, from_ = start + 1, from_ + 1
    if written[-1:].isspace():
        while start < end and from_ < to and left.text[end - 1] == right.text[to - 1] and left.text[end - 1].isspace():
            end, to = end - 1, to - 1
    return [(start, end, from_, to)]
