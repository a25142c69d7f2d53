"""Answers "why is this marked?": one bold sentence, one plain sentence, the facts as read."""

from __future__ import annotations

from dataclasses import dataclass

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.findings import Finding
from compare_app.core.links import EditKind, Link, Lone
from compare_app.present.highlights import mark_of_finding
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.wording import finding_title, kind_name, one_line, percent

_QUOTE_LENGTH = 160  # code points of a quoted claim: two lines of the card


@dataclass(frozen=True, slots=True)
class Card:
    """One answer. `facts` are pairs of label and value, in the order to show."""

    mark: Mark
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]


def cards_of(comparison: Comparison, item: Item) -> tuple[Card, ...]:
    """At least one card: one for each finding of the item, gravest first, or one for what happened to it."""
    if item.lone is not None:
        return (_lone_card(comparison, item, item.lone),)
    link = item.link
    assert link is not None  # an item is a lone claim or a link
    if link.findings:
        cards = [_finding_card(comparison, finding, link) for finding in link.findings]
        return tuple(sorted(cards, key=lambda card: card.mark.gravity))
    return (_link_card(comparison, link, item.mark),)


def _finding_card(comparison: Comparison, finding: Finding, link: Link) -> Card:
    left = finding.left_reading or (finding.left.of(comparison.left.text) if finding.left else "")
    right = finding.right_reading or (finding.right.of(comparison.right.text) if finding.right else "")
    facts = [("Left", one_line(left) or "–"), ("Right", one_line(right) or "–"), ("Rule", kind_name(finding.kind))]
    if link.moved:
        facts.append(("Place", "Moved"))
    return Card(mark_of_finding(finding), finding_title(finding), finding.message, tuple(facts))


def _lone_card(comparison: Comparison, item: Item, lone: Lone) -> Card:
    side = Side.LEFT if item.left else Side.RIGHT
    other = comparison.right if side is Side.LEFT else comparison.left
    sentence = f"No claim on the {side.other} was matched with it."
    facts: tuple[tuple[str, str], ...] = ()
    if lone.nearest is not None:
        nearest = _quoted(other, lone.nearest)
        facts = (("Nearest", nearest), ("Alike", percent(lone.similarity)))
        sentence = f"No claim on the {side.other} was matched with it; the nearest is {percent(lone.similarity)} alike."
    return Card(item.mark, f"Only in the {side}", sentence, facts)


def _link_card(comparison: Comparison, link: Link, mark: Mark) -> Card:
    titles = {
        Mark.CHANGED: "A detail was gained or lost",
        Mark.REWORDED: "The same in other words",
        Mark.MOVED: "The same claim in another place",
        Mark.SAME: "The same on both sides",
    }
    facts = [("Alike", percent(link.similarity)), *_word_facts(comparison, link)]
    if link.moved and mark is not Mark.MOVED:
        facts.append(("Place", "Moved"))
    return Card(mark, titles[mark], _link_sentence(link, mark), tuple(facts))


def _link_sentence(link: Link, mark: Mark) -> str:
    if len(link.left) > 1 or len(link.right) > 1:
        return f"{_claims(len(link.left))} on the left, {_claims(len(link.right))} on the right."
    sentences = {
        Mark.CHANGED: "The claims say the same but for the words marked.",
        Mark.REWORDED: "No fact was found to differ, only the wording.",
        Mark.MOVED: "It stands out of the order that the rest follows.",
        Mark.SAME: "Nothing but form differs." if link.edits else "Equal to the letter.",
    }
    return sentences[mark]


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


def _word_facts(comparison: Comparison, link: Link) -> list[tuple[str, str]]:
    real = [edit for edit in link.edits if edit.kind is not EditKind.FORM]
    left = " … ".join(one_line(e.left.of(comparison.left.text)) for e in real if e.left.length)
    right = " … ".join(one_line(e.right.of(comparison.right.text)) for e in real if e.right.length)
    return [(label, _cut(text)) for label, text in (("Left", left), ("Right", right)) if text]


def _quoted(document: Document, claim: int) -> str:
    return f"“{_cut(one_line(document.claims[claim].text))}”"


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTE_LENGTH else text[: _QUOTE_LENGTH - 1].rstrip() + "…"
