"""The edits of a claim as a reader strikes and inserts them: whole words and amounts, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category

from compare_app.core.links import Edit, EditKind
from compare_app.core.spans import Span


def whole_word_edits(edits: Sequence[Edit], span: Span, left: str, right: str) -> Iterator[Edit]:
    """The edits inside `span`, one claim of the `right`, in its order; replacements are widened to words and amounts.

    "£4" is struck before "£6", not "4" before "6" behind a "£".
    """
    edits = _edits_in(edits, span)
    reached = span.start
    for place, edit in enumerate(edits):
        end = edits[place + 1].right.start if place + 1 < len(edits) else span.end
        first, last = 0, 0
        if edit.kind is EditKind.REPLACE:
            while edit.right.start - first > reached and _same_before(left, right, edit, first):
                first += 1
            while edit.right.end + last < end and _same_behind(left, right, edit, last):
                last += 1
        reached = edit.right.end + last
        struck = Span(edit.left.start - first, edit.left.end + last)
        yield Edit(edit.kind, struck, Span(edit.right.start - first, reached))


def _edits_in(edits: Sequence[Edit], span: Span) -> list[Edit]:
    """The edits of one claim of the right, in its order."""
    inside = [edit for edit in edits if span.start <= edit.right.start and edit.right.end <= span.end]
    found: list[Edit] = []
    for edit in sorted(inside, key=lambda one: (one.right.start, one.left.start)):
        if not found or edit.right.start >= found[-1].right.end:
            found.append(edit)
    return found


def _same_before(left: str, right: str, edit: Edit, count: int) -> bool:
    """Whether the letter `count` before the edit is the same on both sides and belongs to its words."""
    return _is_same(left, edit.left.start - count - 1, right, edit.right.start - count - 1)


def _same_behind(left: str, right: str, edit: Edit, count: int) -> bool:
    return _is_same(left, edit.left.end + count, right, edit.right.end + count)


def _is_same(left: str, at_left: int, right: str, at_right: int) -> bool:
    if not (0 <= at_left < len(left) and 0 <= at_right < len(right)) or left[at_left] != right[at_right]:
        return False
    return _holds_together(right[at_right]) or (_parts_figure(left, at_left) and _parts_figure(right, at_right))


def _holds_together(char: str) -> bool:
    """Whether a letter is part of a word or an amount. Scripts without spaces between words have no such words."""
    return (char.isascii() and char.isalnum()) or category(char) == "Sc"


def _parts_figure(text: str, place: int) -> bool:
    """Whether the sign at `place` stands between the digits of one figure: "3.2", "610,000"."""
    return text[place] in ".," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
