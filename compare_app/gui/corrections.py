"""What a person decides about a comparison: each decision is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.core.constraints import share_a_claim
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.review import Decision, Judgement, Review
from compare_app.core.subjects import ClaimGroup, Indexes, Subject
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.history import History
from compare_app.gui.lost_decisions import LostDecisions
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.cards import Card
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.wording import kind_name, quoted_start


class Corrections(QObject):
    """Changes the review, through the history; what binds the aligner is compared again at once."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, state: State, controller: Controller, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._controller, self._history = state, controller, history
        self._is_own_change = False
        self._lost = LostDecisions(state, parent)
        self._lost.told.connect(self.told)
        state.review_changed.connect(self._forget_others)

    def slots(self) -> Slots:
        """Decisions on what is selected."""
        return {
            "confirm": lambda: self._decide_selected(Decision.CONFIRMED),
            "dismiss": lambda: self._decide_selected(Decision.DISMISSED),
            "dismiss_rule": self.dismiss_rule,
            "judge_contradicting": lambda: self.judge(Judgement.CONTRADICTS),
            "judge_agreeing": lambda: self.judge(Judgement.AGREES),
            "cut": self.cut,
            "reopen": self.reopen,
            "swap_sides": self.swap_sides,
            "list_lost": self._lost.show,
        }

    @Slot(str, object)
    def decide(self, key: str, decision: Decision | None) -> None:
        """Confirm or dismiss the finding `key`, or open it again."""
        named = next(
            (tr("“{words}”", words=kind_name(card.kind)) for card in self._state.selected_cards() if card.key == key),
            "",
        )
        named = named or tr("a finding")
        what = {
            Decision.CONFIRMED: tr("confirming {what}", what=named),
            Decision.DISMISSED: tr("dismissing {what}", what=named),
            None: tr("opening {what} again", what=named),
        }
        self.change(what[decision], self._state.review.decided(key, decision))

    @Slot(str, bool)
    def set_rule(self, kind: str, dismissed: bool) -> None:  # noqa: FBT001 (a slot)
        """Dismiss all that the rule `kind` finds in this comparison, or let it have its say again."""
        pattern = tr("dismissing the rule “{kind}”") if dismissed else tr("using the rule “{kind}” again")
        self.change(pattern.format(kind=kind_name(kind)), self._state.review.with_rule(kind, dismissed=dismissed))

    def dismiss_rule(self) -> None:
        """Dismiss the rule of what is selected; where it is dismissed already, use it again."""
        card = next((card for card in self._state.selected_cards() if card.kind), None)
        if card is None:
            self._tell_nothing_found()
        else:
            self.set_rule(card.kind, card.kind not in self._state.review.dismissed_rules)

    def judge(self, judgement: Judgement) -> None:
        """Say of the selected pair whether it contradicts; said twice, nothing is said."""
        item = self._selected_pair()
        if item is None:
            return
        said = None if item.judgement is judgement else judgement
        what = {
            Judgement.CONTRADICTS: tr("marking as contradicting"),
            Judgement.AGREES: tr("marking as not contradicting"),
            None: tr("taking a judgement back"),
        }
        about = self.subject(item.left, item.right)
        self.change(what[said], self._state.review.judged(about, said))

    def pin(self, left: Sequence[int], right: Sequence[int]) -> None:
        """Link these claims from now on, and no others with them."""
        group = tuple(left), tuple(right)
        pairs = set(product(*group))
        review, about = self._state.review, self.subject(*group)
        pins = self._kept(review.pins, lambda at: not share_a_claim(at, group))
        cuts = self._kept(review.cuts, lambda at: pairs.isdisjoint(product(*at)))
        self._controller.select(self._state.item_at(Side.LEFT, group[0][0]))  # to show what comes of it
        self.change(
            tr("pinning {words}", words=self.words(*group)),
            replace(review, pins=(*pins, about), cuts=cuts),
        )

    def cut(self) -> None:
        """Part the selected pair: its claims are not linked any more."""
        item = self._selected_pair()
        if item is None:
            return
        group = item.left, item.right
        review = self._state.review
        pins = self._kept(review.pins, lambda at: not share_a_claim(at, group))
        self.change(
            tr("cutting {words}", words=self.words(*group)),
            replace(review, pins=pins, cuts=(*review.cuts, self.subject(*group))),
        )

    def reopen(self) -> None:
        """Take back all that was decided about what is selected; notes stay."""
        if self._state.selected is None:
            self.told.emit(tr("Nothing is selected."), "")
            return
        item = self._state.items[self._state.selected]
        review, group = self._state.review, (item.left, item.right)

        def is_other(at: ClaimGroup) -> bool:
            return not share_a_claim(at, group)

        judged = self._kept(tuple(review.judgements), is_other)
        keys = {card.key for card in self._state.selected_cards()}
        self.change(
            tr("opening again what was decided"),
            replace(
                review,
                decisions={key: said for key, said in review.decisions.items() if key not in keys},
                pins=self._kept(review.pins, is_other),
                cuts=self._kept(review.cuts, is_other),
                judgements={about: review.judgements[about] for about in judged},
            ),
        )

    def swap_sides(self) -> None:
        """Exchange left and right."""
        self._history.do(tr("swapping the sides"), self._swap, self._swap)

    def change(self, what: str, review: Review) -> None:
        """Take `review` as one step; `what` names it as a noun. What changes nothing is no step."""
        before = self._state.review
        if review != before:
            self._history.do(what, lambda: self._apply(review), lambda: self._apply(before))

    def subject(self, left: Sequence[int], right: Sequence[int]) -> Subject:
        """The name of claims of the comparison on screen."""
        return self._indexes().subject(left, right)

    def words(self, left: Sequence[int], right: Sequence[int]) -> str:
        """The first words of the first claim: “The library will …”."""
        comparison = self._state.comparison
        if comparison is None:
            return ""
        claim = comparison.left.claims[left[0]] if left else comparison.right.claims[right[0]]
        return quoted_start(claim.text)

    def _apply(self, review: Review) -> None:
        before, review = self._state.review, self._controller.carrying.as_it_is_now(review)
        self._is_own_change = True
        self._state.set_review(review)
        self._is_own_change = False
        if (review.pins, review.cuts) != (before.pins, before.cuts):
            self._controller.recompare()

    def _swap(self) -> None:
        self._is_own_change = True
        self._controller.swap_sides()
        self._is_own_change = False

    def _kept(self, subjects: tuple[Subject, ...], keeps: Callable[[ClaimGroup], bool]) -> tuple[Subject, ...]:
        """Those of `subjects` whose claims `keeps` lets stand, and those that are in no text now."""
        if not subjects:
            return ()
        indexes = self._indexes()
        placed = [(subject, indexes.place(subject, edited=True)) for subject in subjects]
        return tuple(subject for subject, at in placed if at is None or keeps(at))

    def _indexes(self) -> Indexes:
        comparison = self._state.comparison
        assert comparison is not None  # these actions wait for one
        return comparison.indexes

    def _decide_selected(self, decision: Decision) -> None:
        keyed = [card for card in self._state.selected_cards() if card.key]
        if not keyed:
            self._tell_nothing_found()
            return
        self.decide(next(filter(_is_open, keyed), keyed[0]).key, decision)

    def _selected_pair(self) -> Item | None:
        selected = self._state.selected
        item = None if selected is None else self._state.items[selected]
        if item is None or item.link is None:
            self.told.emit(tr("No pair is selected."), tr("Select claims that are linked, or a line of the list."))
            return None
        return item

    def _tell_nothing_found(self) -> None:
        self.told.emit(
            tr("Nothing to decide here."), tr("Select what a rule has found: a contradiction, a doubt, a shift.")
        )

    @Slot()
    def _forget_others(self) -> None:
        """A review that came from elsewhere, as with a session, is not changed by undoing steps of another."""
        if not self._is_own_change:
            self._history.forget()


def _is_open(card: Card) -> bool:
    return card.decision is None and card.mark is not Mark.DISMISSED
