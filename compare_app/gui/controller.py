"""Turns what the user wants into jobs and changes of state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.app.jobs import Failure, Given, Input, Kept, Request
from compare_app.app.sessions import Session
from compare_app.core.document import Document, Revision, Side
from compare_app.core.kept import kept_keys
from compare_app.core.options import Options
from compare_app.gui.actions import keys_of
from compare_app.gui.drops import Dropped
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.preparation import Preparation
from compare_app.gui.state import State
from compare_app.gui.subjects import Slots
from compare_app.present.document_facts import document_name, revision_name, revision_note, revisions_compared
from compare_app.present.filters import Filter
from compare_app.present.marks import Mark
from compare_app.present.prepared import Prepared


class Controller(QObject):
    """The only object that changes the state and starts jobs."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    taken_back = Signal(str)
    """A sentence told before that no longer holds."""
    asked = Signal()
    """The user asked for something new: what was told before is past."""
    started = Signal()
    """A job was started."""
    options_changed = Signal()
    """What counts is another from now on."""
    session_wanted = Signal(str)
    """The path of a session that was dropped or chosen."""

    def __init__(self, state: State, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._runner = runner
        self._number = 0
        self._inputs: dict[Side, Input] = {}
        self._pending: dict[Side, Input | Kept] = {}
        self._unread: dict[Side, Input | Kept] = {}  # given up before they were read; their sides are empty
        self._said_at_the_end = ""
        self._live: set[Side] = set()  # edited: their documents come with the comparison
        self._options = Options()
        self._place: tuple[Side, int] | None = None  # to be shown once there is a comparison
        state.selection_changed.connect(self._take_back)
        runner.document_read.connect(self._take_document)
        self._preparation = Preparation(state, self)
        self._preparation.prepared.connect(self._take_comparison)
        runner.compared.connect(self._preparation.start)
        runner.failed.connect(self._take_failure)

    def slots(self) -> Slots:
        """What is done with comparison and selection."""
        return {
            "compare_again": self.compare_again,
            "compare_revisions": self.compare_revisions,
            "next_difference": self.next_difference,
            "previous_difference": self.previous_difference,
            "next_contradiction": self.next_contradiction,
            "previous_contradiction": self.previous_contradiction,
        }

    def input_of(self, side: Side) -> Input | None:
        """What was opened on `side`, None where nothing was."""
        return self._inputs.get(side)

    def open_inputs(self, inputs: Mapping[Side, Input | Kept]) -> None:
        """Read what is given on each side named and compare; the other side stays as it is."""
        self._pending = {**self._pending, **inputs} if self._runner.is_busy else dict(inputs)
        self._unread = {side: given for side, given in self._unread.items() if side not in inputs}
        self.asked.emit()
        self._start()

    def replace_text(self, side: Side, given: Input) -> None:
        """Read the text of `side` as it is now; what was found before stays until it is compared."""
        self._pending[side] = given
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
        self._pending, self._unread, self._inputs = {}, {}, dict(session.inputs)
        self._options, self._place = session.options, session.place
        self.options_changed.emit()
        self.asked.emit()
        self._state.set_documents({side: session.documents.get(side) for side in Side})
        self._state.set_review(session.review)
        self._start()

    def free_side(self, preferred: Side | None = None) -> Side:
        """The side a document goes to when none was named: an empty one, else the preferred one, else the right."""
        taken = set(self._pending) if self._runner.is_busy else set()
        free = [side for side in Side if self._state.documents[side] is None and side not in taken]
        if preferred in free or not free:
            return preferred or Side.RIGHT
        return free[0]

    @Slot()
    def compare_again(self) -> None:
        """Read both sides again and compare; a side whose reading was given up is read after all."""
        self._pending = {**self._unread, **self._again(tuple(Side)), **self._pending}
        if self._pending:
            self.asked.emit()
            self._start()

    def read_again(self, sides: Sequence[Side]) -> None:
        """Read `sides` from where they came and compare."""
        self.open_inputs(self._again(sides))

    def _again(self, sides: Sequence[Side]) -> dict[Side, Input]:
        """What was opened on `sides`, with what the person brought back into the comparison since."""
        kept = {side: kept_keys(document) for side, document in self._state.documents.items() if document is not None}
        return {side: replace(given, kept=kept.get(side, ())) for side, given in self._inputs.items() if side in sides}

    @Slot()
    def compare_revisions(self) -> None:
        """Open a file of two texts on both sides: the original of its tracked changes, or its left column, left."""
        path = next((self._inputs[side].path for side in Side if self._has_revisions(side)), "")
        if not path:
            self.told.emit(
                "No open file holds tracked changes.", "Open a Word document that does, or a table of two columns."
            )
            return
        name = Path(path).name
        self.open_inputs(
            {
                side: Input(path=path, name=revision_name(name, revision), revision=revision)
                for side, revision in zip(Side, Revision, strict=True)
            }
        )

    def _has_revisions(self, side: Side) -> bool:
        document = self._state.documents[side]
        return document is not None and document.source.revision is not None and bool(self._inputs[side].path)

    @Slot()
    def swap_sides(self) -> None:
        """Exchange left and right, and what is still to be read for them."""
        left, right = (self._state.documents[side] for side in Side)
        self._runner.cancel()
        self._inputs = {side.other: given for side, given in self._inputs.items()}
        self._pending = {side.other: given for side, given in self._pending.items()}
        self._unread = {side.other: given for side, given in self._unread.items()}
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
        self._pending = {**anew, **self._pending}
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
            self.told.emit("Cancelled.", f"Press {keys_of('compare_again')} to compare again.")

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

    @Slot()
    def next_difference(self) -> None:
        """Select the next difference in reading order."""
        self._go(forward=True)

    @Slot()
    def previous_difference(self) -> None:
        """Select the previous difference in reading order."""
        self._go(forward=False)

    @Slot()
    def next_contradiction(self) -> None:
        """Select the next contradiction in reading order."""
        self._go(forward=True, mark=Mark.CONTRADICTING)

    @Slot()
    def previous_contradiction(self) -> None:
        """Select the previous contradiction in reading order."""
        self._go(forward=False, mark=Mark.CONTRADICTING)

    def _go(self, *, forward: bool, mark: Mark | None = None) -> None:
        if self._state.comparison is None:
            return
        item = self._state.neighbour(forward=forward, mark=mark)
        if item is not None:
            if not self._state.is_shown(item):
                # asked for by its key, it is not to be pointed at without its marks
                self._state.set_filter(Filter(hides_same=self._state.filter.hides_same))
            self._state.select(item)
            return
        what = "contradiction" if mark is Mark.CONTRADICTING else "difference"
        place = " was found" if self._state.selected is None else f" {'after' if forward else 'before'} this one"
        self._said_at_the_end = f"No {what}{place}."
        self.told.emit(self._said_at_the_end, "")

    @Slot()
    def _take_back(self) -> None:
        """What was said at the last difference is no longer so at another."""
        if self._said_at_the_end:
            self.taken_back.emit(self._said_at_the_end)
            self._said_at_the_end = ""

    def _give_up(self) -> None:
        """Wait for no document any more; what was to fill an empty side is read when the user compares again."""
        documents = self._state.documents
        self._unread |= {side: given for side, given in self._pending.items() if documents[side] is None}
        self._pending = {}

    def _start(self) -> None:
        sides: list[Given | None] = [self._pending.get(side) or self._state.documents[side] for side in Side]
        if any(side is not None for side in sides):
            self._number += 1
            self._preparation.stop()
            self.started.emit()
            review = self._state.review
            self._runner.run(Request(self._number, sides[0], sides[1], self._options, review.pins, review.cuts))

    @Slot(object, object)
    def _take_document(self, side: Side, document: Document) -> None:
        given = self._pending.pop(side, None)
        self._unread.pop(side, None)
        if isinstance(given, Input):
            self._inputs[side] = given
        is_live = side in self._live or not isinstance(given, Input)
        self._live.discard(side)
        if is_live and None not in self._state.documents.values():
            return  # it comes with the comparison; until then what was found stays
        self._state.set_documents({side: document})
        if document.source.revision is not None and not self._inputs[side].revision:
            message = f"“{document_name(document)}”: {revision_note(document)}"
            self.told.emit(message, f"{keys_of('compare_revisions')} {revisions_compared(document)}")

    @Slot(object)
    def _take_comparison(self, prepared: Prepared) -> None:
        before, comparison = self._state.comparison, prepared.comparison
        self._state.set_comparison(comparison, prepared)
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
            inside = "Inside them something may contradict itself." if summary.has_marks else ""
            self.told.emit("No differences: both sides say the same.", inside)

    @Slot(object)
    def _take_failure(self, failure: Failure) -> None:
        """Say what happened; a side that could not be read keeps what it had, and the rest goes on."""
        self.told.emit(failure.message, failure.hint)
        if failure.side is None or failure.side not in self._pending:
            self._give_up()
            return
        given = self._pending.pop(failure.side)
        if self._state.documents[failure.side] is None:
            self._unread[failure.side] = given  # tried again when the user compares again
        if self._pending or (self._state.comparison is None and None not in self._state.documents.values()):
            self._start()
