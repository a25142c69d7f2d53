"""Turns what the user wants into jobs and changes of state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from compare_app.app.carrying import Carrying, binds_otherwise
from compare_app.app.jobs import Failure, Given, Input, Kept, Request
from compare_app.app.sessions import Session
from compare_app.core.document import Document, Side
from compare_app.core.options import Options
from compare_app.core.translation import language_asked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.drops import Dropped
from compare_app.gui.inputs import Inputs
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.preparation import Preparation
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.document_facts import document_name, revision_note, revisions_compared
from compare_app.present.prepared import Prepared


class Controller(QObject):
    """The only object that changes the state and starts jobs."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    asked = Signal()
    """The user asked for something new: what was told before is past."""
    started = Signal()
    """A job was started."""
    options_changed = Signal()
    """What counts is another from now on."""
    unread = Signal(str, str)
    """The path of a file that could not be read, and what was told of it."""
    session_wanted = Signal(str)
    """The path of a session that was dropped or chosen."""

    def __init__(self, state: State, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._runner = runner
        self._number = 0
        self._inputs = Inputs()
        self._live: set[Side] = set()  # edited: their documents come with the comparison
        self._options = Options()
        self._place: tuple[Side, int] | None = None  # to be shown once there is a comparison
        self.carrying = Carrying()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)
        runner.document_read.connect(self._take_document)
        self._preparation = Preparation(state, self)
        self._preparation.prepared.connect(self._take_comparison)
        runner.portion_compared.connect(self._preparation.take)
        runner.compared.connect(self._preparation.finish)
        runner.failed.connect(self._take_failure)

    def slots(self) -> Slots:
        """Comparing again."""
        return {"compare_again": self.compare_again}

    def input_of(self, side: Side) -> Input | None:
        """What was opened on `side`, None where nothing was."""
        return self._inputs.opened.get(side)

    @property
    def expected(self) -> frozenset[Side]:
        """The empty sides for which a document is being read."""
        empty = (side for side in Side if self._state.documents[side] is None)
        return frozenset(side for side in empty if side in self._inputs.pending)

    @property
    def has_both(self) -> bool:
        """Whether one side has a document, and the other has one or is to have one soon."""
        is_open = {side for side in Side if self._state.documents[side] is not None}
        return bool(is_open) and is_open | self.expected == set(Side)

    def open_inputs(self, inputs: Mapping[Side, Input | Kept]) -> None:
        """Read what is given on each side named and compare; the other side stays as it is."""
        self._inputs.ask(inputs, besides=self._runner.is_busy)
        self.asked.emit()
        self._start()

    def replace_text(self, side: Side, given: Input) -> None:
        """Read the text of `side` as it is now; what was found before stays until it is compared."""
        self._inputs.pending[side] = given
        self._live.add(side)
        self._start()

    @Slot(object, object)
    def open_dropped(self, dropped: Dropped, side: Side | None) -> None:
        """Open what was dropped, pasted or chosen: two inputs on both sides, one on `side` or on a free one."""
        if dropped.session:
            self.session_wanted.emit(dropped.session)
        elif len(dropped.inputs) == len(Side):
            self.open_inputs(dict(zip(Side, dropped.inputs, strict=True)))
        elif dropped.inputs:
            self.open_inputs({side or self.free_side(): dropped.inputs[0]})
        if dropped.message:
            self.told.emit(dropped.message, dropped.hint)

    def restore(self, session: Session) -> None:
        """Show the documents of `session` with what was decided, and compare them."""
        self._runner.cancel()
        self._inputs.restore(session.inputs)
        self._options, self._place = session.options, session.place
        self.options_changed.emit()
        self.asked.emit()
        self._state.set_documents({side: session.documents.get(side) for side in Side})
        self._state.set_review(session.review)
        self._start()

    def free_side(self, preferred: Side | None = None) -> Side:
        """The side a document goes to when none was named: an empty one, else the preferred one, else the right."""
        taken = set(self._inputs.pending) if self._runner.is_busy else set()
        free = [side for side in Side if self._state.documents[side] is None and side not in taken]
        if preferred in free or not free:
            return preferred or Side.RIGHT
        return free[0]

    @Slot()
    def compare_again(self) -> None:
        """Read both sides again and compare; a side whose reading was given up is read after all.

        What was found before stays until then.
        """
        self._inputs.ask_again(self._state.documents)
        self._live |= {side for side in self._inputs.pending if self._state.comparison is not None}
        if self._inputs.pending:
            self.asked.emit()
            self._start()

    def read_again(self, sides: Sequence[Side]) -> None:
        """Read `sides` from where they came and compare; what was found before stays until then."""
        self._live |= set(sides) if self._state.comparison is not None else set()
        self.open_inputs(self._inputs.again(sides, self._state.documents))

    @Slot()
    def swap_sides(self) -> None:
        """Exchange left and right, and what is still to be read for them."""
        left, right = (self._state.documents[side] for side in Side)
        self._runner.cancel()
        self._inputs.swap()
        self._state.set_documents({Side.LEFT: right, Side.RIGHT: left})
        self._state.set_review(self._state.review.mirrored)
        self.asked.emit()
        self._start()

    @property
    def options(self) -> Options:
        """What counts in the next comparison."""
        return self._options

    def use_options(self, options: Options, anew: Mapping[Side, Kept]) -> None:
        """Compare by `options` from now on, with the sides in `anew` cut into claims anew."""
        self._options = options
        self._inputs.pending = {**anew, **self._inputs.pending}
        self.options_changed.emit()
        self.recompare()

    def recompare(self) -> None:
        """Compare what is open as it is, for something else was asked of the comparison; the place is kept."""
        self.asked.emit()
        self._start()

    @Slot()
    def cancel(self) -> None:
        """Stop the job under way; what was open stays open."""
        if self._runner.is_busy:
            self._give_up()
            self._runner.cancel()
            self.told.emit(tr("Cancelled."), tr("Press {keys} to compare again.", keys=keys_of("compare_again")))

    def tell(self, message: str, hint: str = "") -> None:
        """Say a sentence to the user, and what to do about it."""
        self.told.emit(message, hint)

    @Slot(int)
    def select(self, item: int | None) -> None:
        """Select an item everywhere."""
        self._state.select(item)

    @Slot(object, int)
    def select_claim(self, side: Side, claim: int) -> None:
        """Select the item a claim belongs to."""
        item = self._state.item_at(side, claim)
        if item is not None:
            self._state.select(item)

    def _give_up(self) -> None:
        """Wait for no document any more."""
        self._live.clear()
        self._inputs.give_up(tuple(Side), self._state.documents)

    def _start(self) -> None:
        sides: list[Given | None] = [self._inputs.pending.get(side) or self._state.documents[side] for side in Side]
        if any(side is not None for side in sides):
            self._number += 1
            self._preparation.stop()
            self.started.emit()
            review, language = self._state.review, language_asked()
            left, right = sides
            self._runner.run(Request(self._number, left, right, self._options, review.pins, review.cuts, language))

    @Slot(object, object)
    def _take_document(self, side: Side, document: Document) -> None:
        given = self._inputs.take(side)
        is_live = side in self._live or not isinstance(given, Input)
        self._live.discard(side)
        if not is_live or None in self._state.documents.values():
            self._state.set_documents({side: document})  # else it comes with the comparison: what was found stays
        if document.source.revision is not None and not self._inputs.opened[side].revision:
            name, note = document_name(document), revision_note(document)
            message = tr("“{name}”: {note}", name=name, note=note)
            self.told.emit(message, revisions_compared(document, keys_of("compare_revisions")))

    @Slot(object)
    def _take_comparison(self, prepared: Prepared) -> None:
        before, comparison, decided = self._state.comparison, prepared.comparison, self._state.review
        review = self.carrying.carry(decided, comparison, prepared.agenda.keys)
        self._state.set_comparison(comparison, prepared, review)
        if binds_otherwise(decided, review, comparison):
            self._soon.start()  # the worker looked for pins and cuts by what their claims were called before
        place, self._place = self._place, None
        if place is not None:
            self.select_claim(*place)
        for side in Side:
            document = comparison.document(side)
            if before is None or before.document(side) is not document:  # of others its notes were told
                for note in document.source.notes:
                    self.told.emit(note, "")
        for note in comparison.notes:
            self.told.emit(note, "")
        summary = self._state.summary
        if summary is not None and not summary.has_differences:
            inside = tr("Inside them something may contradict itself.") if summary.has_marks else ""
            self.told.emit(tr("No differences: both sides say the same."), inside)

    @Slot(object)
    def _take_failure(self, failure: Failure) -> None:
        """Say what happened; a side that could not be read keeps what it had, and the rest goes on."""
        self.told.emit(failure.message, failure.hint)
        if failure.side is None or failure.side not in self._inputs.pending:
            self._give_up()
            return
        given = self._inputs.pending[failure.side]
        if isinstance(given, Input) and given.path:
            self.unread.emit(given.path, f"{failure.message} {failure.hint}".strip())
        self._live.discard(failure.side)
        self._inputs.give_up((failure.side,), self._state.documents)
        if self._inputs.pending or (self._state.comparison is None and None not in self._state.documents.values()):
            self._start()
