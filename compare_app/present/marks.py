"""The kinds of mark a reader sees, gravest first, each with a glyph and a word besides its colour."""

from __future__ import annotations

from enum import StrEnum

from compare_app.core.links import Link, Relation


class Mark(StrEnum):
    """How a claim is marked. The order is that of gravity."""

    CONTRADICTING = "contradicting"
    SHIFTED = "shifted"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    SAME = "same"

    @property
    def glyph(self) -> str:
        """One character that stands for the mark where colour cannot be seen."""
        return _GLYPHS[self]

    @property
    def word(self) -> str:
        """The word after a count: "3 contradicting"."""
        return "the same" if self is Mark.SAME else self.value

    @property
    def gravity(self) -> int:
        """0 for the gravest mark, rising."""
        return _ORDER[self]


_GLYPHS = {
    Mark.CONTRADICTING: "⚠",
    Mark.SHIFTED: "≈",
    Mark.CHANGED: "~",
    Mark.ADDED: "+",
    Mark.REMOVED: "−",
    Mark.MOVED: "↕",
    Mark.REWORDED: "↺",
    Mark.SAME: "=",
}
_ORDER = {mark: place for place, mark in enumerate(Mark)}


def mark_of_link(link: Link) -> Mark:
    """The one mark of a link: a contradiction before a shift or doubt, before a change, before a move."""
    if link.relation is Relation.CONTRADICTS:
        return Mark.CONTRADICTING
    if link.findings:
        return Mark.SHIFTED
    if link.relation is Relation.CHANGED:
        return Mark.CHANGED
    if link.moved:
        return Mark.MOVED
    return Mark.REWORDED if link.relation is Relation.REWORDED else Mark.SAME
