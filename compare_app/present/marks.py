"""The kinds of mark a reader sees, gravest first, each with a glyph and a word besides its colour."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Relation
from compare_app.core.translation import marked, tr


class Mark(StrEnum):
    """How a claim is marked. The order is that of gravity."""

    CONTRADICTING = "contradicting"
    POSSIBLE = "possible"
    SHIFTED = "shifted"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    SAME = "same"
    DISMISSED = "dismissed"

    @property
    def glyph(self) -> str:
        """One character that stands for the mark where colour cannot be seen."""
        return _GLYPHS[self]

    @property
    def word(self) -> str:
        """The word after a count: "3 contradicting"."""
        return tr(_WORDS[self])

    @property
    def gravity(self) -> int:
        """0 for the gravest mark, rising."""
        return _ORDER[self]


_WORDS = {
    Mark.CONTRADICTING: marked("contradicting"),
    Mark.POSSIBLE: marked("possible"),
    Mark.SHIFTED: marked("shifted"),
    Mark.CHANGED: marked("changed"),
    Mark.ADDED: marked("added"),
    Mark.REMOVED: marked("removed"),
    Mark.MOVED: marked("moved"),
    Mark.REWORDED: marked("reworded"),
    Mark.SAME: marked("the same"),
    Mark.DISMISSED: marked("dismissed"),
}
_GLYPHS = {
    Mark.CONTRADICTING: "⚠",
    Mark.POSSIBLE: "?",
    Mark.SHIFTED: "≈",
    Mark.CHANGED: "~",
    Mark.ADDED: "+",
    Mark.REMOVED: "−",
    Mark.MOVED: "↕",
    Mark.REWORDED: "↺",
    Mark.SAME: "=",
    Mark.DISMISSED: "×",
}
_OF_VERDICT = {
    Verdict.CONFLICT: Mark.CONTRADICTING,
    Verdict.POSSIBLE: Mark.POSSIBLE,
    Verdict.UPDATED: Mark.SHIFTED,
    Verdict.SHIFT: Mark.SHIFTED,
}
_ORDER = {mark: place for place, mark in enumerate(Mark)}


def mark_of_link(link: Link, dismissed: Sequence[Finding] = ()) -> Mark:
    """The one mark of a link: a contradiction before a doubt, a shift, a change and a move.

    Findings that are `dismissed` have no say; where they were all that was found, the words have changed.
    """
    held = [finding for finding in link.findings if finding not in dismissed] if link.findings else ()
    if held:
        return min((mark_of_verdict(finding.verdict) for finding in held), key=lambda mark: mark.gravity)
    if link.relation in (Relation.CHANGED, Relation.CONTRADICTS):
        return Mark.CHANGED
    if link.moved:
        return Mark.MOVED
    return Mark.REWORDED if link.relation is Relation.REWORDED else Mark.SAME


def mark_of_verdict(verdict: Verdict) -> Mark:
    """How the words of a finding are marked."""
    return _OF_VERDICT[verdict]
