"""Answers "why is this marked?": one bold sentence, one plain sentence, the facts as read."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.findings import Finding
from compare_app.core.links import Edit, EditKind, Link
from compare_app.core.records import record, replace
from compare_app.core.review import Decision, Judgement, Review, elsewhere_key, finding_key
from compare_app.core.translation import marked, tr
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict
from compare_app.present.wording import (
    claims_counted,
    cut,
    elsewhere_title,
    finding_title,
    kind_name,
    one_line,
    percent,
)

_QUOTE_LENGTH = 160  # code points of a quoted claim: two lines of the card
_DECISIONS = {
    Decision.CONFIRMED: marked("Confirmed by the reviewer"),
    Decision.DISMISSED: marked("Dismissed by the reviewer"),
}
_JUDGEMENTS = {
    Judgement.CONTRADICTS: marked("Judged to contradict by the reviewer"),
    Judgement.AGREES: marked("Judged not to contradict by the reviewer"),
}
_FEW_WORDS = 0.5  # claims less alike are not said to say the same; chosen by hand


@record
class Card:
    """One answer. `facts` are pairs of label and value, in the order to show."""

    mark: Mark
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    key: str = ""
    """Names the finding in a review; empty where there is nothing to decide."""
    decision: Decision | None = None
    is_within: bool = False
    """Whether both places lie in one document."""
    readings: tuple[str, ...] = ()
    """The facts as read of both ends, those left out whose words say it all."""
    kind: str = ""
    """The rule that found it; empty where none did."""
    is_rule_dismissed: bool = False
    """Whether a person dismissed all that this rule finds."""
    notes: tuple[str, ...] = ()
    """What a person wrote about the finding; on the first card also about the claims."""

    @property
    def said_by_person(self) -> tuple[str, ...]:
        """What a person decided and wrote, a line each."""
        decided = (value for label, value in self.facts if label == tr("Review"))
        return (*decided, *(tr("Note: {note}", note=note) for note in self.notes))


def cards_of(comparison: Comparison, item: Item, review: Review = Review()) -> tuple[Card, ...]:
    """At least one card: one for each finding of the item, gravest first, or one for what happened to it.

    Findings that `review` dismisses come last, each with its own card: from there they can be brought back.
    """
    first, *others = _cards(comparison, item, review)
    facts = tuple((tr("Review"), said) for said in _said_of_pair(item))
    return replace(first, facts=first.facts + facts, notes=item.claim_notes + first.notes), *others


def _said_of_pair(item: Item) -> Iterator[str]:
    if item.is_pinned:
        yield tr("Pinned as a pair by the reviewer")
    if item.is_cut and item.link is not None:  # of a claim that stands alone the sentence says it
        yield tr("Cut by the reviewer from what it was paired with")
    if item.judgement is not None:
        yield tr(_JUDGEMENTS[item.judgement])


def _cards(comparison: Comparison, item: Item, review: Review) -> tuple[Card, ...]:
    if item.elsewhere:
        return (_elsewhere_card(comparison, item, review),)
    if item.link is None:
        return (_lone_card(comparison, item),)
    link = item.link
    cards = [_finding_card(comparison, finding, link, review) for finding in item.findings]
    if item.judgement is Judgement.CONTRADICTS and not item.has_conflict:
        cards.insert(0, _judged_card(comparison, link))
    cards = cards or [_link_card(comparison, link, item.mark)]
    dismissed = [finding for finding in link.findings if finding in item.dismissed]
    closed = (replace(_finding_card(comparison, f, link, review), mark=Mark.DISMISSED) for f in dismissed)
    return (*cards, *closed)


def open_cards(comparison: Comparison, item: Item, review: Review) -> tuple[Card, ...]:
    """The cards of what was not dismissed, as reports show them."""
    return tuple(card for card in cards_of(comparison, item, review) if card.mark is not Mark.DISMISSED)


def _judged_card(comparison: Comparison, link: Link) -> Card:
    """The card of a pair that contradicts by a person's judgement alone."""
    facts = ((tr("Alike"), percent(link.similarity)), *_word_facts(comparison, link))
    return Card(
        Mark.CONTRADICTING,
        tr("The two contradict, as the reviewer judged"),
        tr("No rule found that they do; the claims were judged as a whole."),
        facts,
    )


def _finding_card(comparison: Comparison, finding: Finding, link: Link, review: Review) -> Card:
    left = finding.left_reading or (finding.left.of(comparison.left.text) if finding.left else "")
    right = finding.right_reading or (finding.right.of(comparison.right.text) if finding.right else "")
    facts = [
        (tr("Left"), one_line(left) or "–"),
        (tr("Right"), one_line(right) or "–"),
        (tr("Rule"), kind_name(finding.kind)),
    ]
    if link.moved:
        facts.append((tr("Place"), tr("Moved")))
    mark, key = mark_of_verdict(finding.verdict), finding_key(comparison, link, finding)
    card = _decided(Card(mark, finding_title(finding), finding.message, tuple(facts), key, kind=finding.kind), review)
    return replace(card, readings=tuple(filter(None, (finding.left_reading, finding.right_reading))))


def _decided(card: Card, review: Review) -> Card:
    """The card of a finding with what was decided and written about it."""
    decision = review.decisions.get(card.key)
    said = ""
    if decision is not None:
        said = tr(_DECISIONS[decision])
    elif card.kind in review.dismissed_rules:
        said = tr("The rule was dismissed by the reviewer")
    note = review.finding_notes.get(card.key)
    return replace(
        card,
        mark=Mark.DISMISSED if review.dismisses(card.kind, card.key) else card.mark,
        facts=(*card.facts, (tr("Review"), said)) if said else card.facts,
        decision=decision,
        is_rule_dismissed=card.kind in review.dismissed_rules,
        notes=(note,) if note else (),
    )


def _elsewhere_card(comparison: Comparison, item: Item, review: Review) -> Card:
    found = item.elsewhere[0]
    labels = (tr("First"), tr("Then")) if found.is_within else (tr("Left"), tr("Right"))
    facts = [
        (label, one_line(place.reading or place.span.of(comparison.document(place.side).text)))
        for label, place in zip(labels, found.places, strict=True)
    ]
    facts.append((tr("Rule"), kind_name(found.kind)))
    key = elsewhere_key(comparison, found)
    card = Card(
        mark_of_verdict(found.verdict),
        elsewhere_title(item),
        found.message,
        tuple(facts),
        key,
        is_within=found.is_within,
        readings=tuple(place.reading for place in found.places if place.reading),
        kind=found.kind,
    )
    return _decided(card, review)


_UNMATCHED = {
    Side.LEFT: marked("No claim on the right was matched with it."),
    Side.RIGHT: marked("No claim on the left was matched with it."),
}
_NEAREST = {
    Side.LEFT: marked("No claim on the right was matched with it; the nearest is {share} alike."),
    Side.RIGHT: marked("No claim on the left was matched with it; the nearest is {share} alike."),
}


def _lone_card(comparison: Comparison, item: Item) -> Card:
    side = Side.LEFT if item.left else Side.RIGHT
    is_left = side is Side.LEFT
    title = tr("Only in the left") if is_left else tr("Only in the right")
    parted = tr("The reviewer cut the pair that it was in.") if item.is_cut else ""
    if item.lone is None or item.lone.nearest is None:
        return Card(item.mark, title, parted or tr(_UNMATCHED[side]), ())
    nearest, alike = _quoted(comparison.document(side.other), item.lone.nearest), percent(item.lone.similarity)
    facts = ((tr("Nearest"), nearest), (tr("Alike"), alike))
    return Card(item.mark, title, parted or tr(_NEAREST[side], share=alike), facts)


def _link_card(comparison: Comparison, link: Link, mark: Mark) -> Card:
    titles = {
        Mark.CHANGED: _changed_title(link),
        Mark.REWORDED: tr("The same in other words"),
        Mark.MOVED: tr("The same claim in another place"),
        Mark.SAME: tr("The same on both sides"),
    }
    facts = [(tr("Alike"), percent(link.similarity)), *_word_facts(comparison, link)]
    if link.moved and mark is not Mark.MOVED:
        facts.append((tr("Place"), tr("Moved")))
    return Card(mark, titles[mark], _link_sentence(link, mark), tuple(facts))


def _changed_title(link: Link) -> str:
    real = _real_edits(link)
    if real and not any(edit.left.length for edit in real):
        return tr("A detail was added")
    if real and not any(edit.right.length for edit in real):
        return tr("A detail was left out")
    return tr("The words differ")


def _link_sentence(link: Link, mark: Mark) -> str:
    if len(link.left) > 1 or len(link.right) > 1:
        left, right = claims_counted(len(link.left)), claims_counted(len(link.right))
        return tr("{left} on the left, {right} on the right.", left=left, right=right)
    if link.similarity < _FEW_WORDS and mark is Mark.CHANGED:
        return tr("They share few words: whether they speak of the same thing is for you to judge.")
    if link.similarity < _FEW_WORDS and mark is Mark.REWORDED:
        return tr(
            "No fact was found to differ, but they share few words: whether they say the same is for you to judge."
        )
    sentences = {
        Mark.CHANGED: tr("Only the words marked differ."),
        Mark.REWORDED: tr("No fact was found to differ, only the wording."),
        Mark.MOVED: tr("It stands out of the order that the rest follows."),
        Mark.SAME: tr("Nothing but form differs.") if link.edits else tr("Equal to the letter."),
    }
    return sentences[mark]


def _word_facts(comparison: Comparison, link: Link) -> list[tuple[str, str]]:
    real = _real_edits(link)
    left = " … ".join(one_line(e.left.of(comparison.left.text)) for e in real if e.left.length)
    right = " … ".join(one_line(e.right.of(comparison.right.text)) for e in real if e.right.length)
    return [(label, cut(text, _QUOTE_LENGTH)) for label, text in ((tr("Left"), left), (tr("Right"), right)) if text]


def _real_edits(link: Link) -> list[Edit]:
    return [edit for edit in link.edits if edit.kind is not EditKind.FORM]


def _quoted(document: Document, claim: int) -> str:
    return tr("“{words}”", words=cut(one_line(document.claims[claim].text), _QUOTE_LENGTH))
