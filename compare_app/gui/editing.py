"""Editing a side in place: compared as one types, written back on demand, never silently."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from compare_app.app.editing import ChangedMeanwhile, can_be_edited, editable, write_back
from compare_app.app.jobs import Input
from compare_app.core.document import Document, Side
from compare_app.core.errors import CompareError
from compare_app.core.kept import kept_keys
from compare_app.core.translation import tr
from compare_app.gui.actions import keys_of
from compare_app.gui.controller import Controller
from compare_app.gui.dialogs import Answer, ask_about_edited_text, ask_for_text_path, ask_to_overwrite
from compare_app.gui.draft import Draft
from compare_app.gui.drops import DropTarget
from compare_app.gui.history import History
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State

if TYPE_CHECKING:
    from compare_app.gui.edited_side import EditedSide

_PATIENCE_MS = 350  # without a key before the text is compared: shorter than a pause of thought


class Editing(QObject):
    """Opens an editor over a page, and keeps the text of each side that was edited until it is saved or replaced."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    changed = Signal()
    """An edited text is another, or is saved."""

    def __init__(
        self, state: State, view: SideBySide, controller: Controller, history: History, window: QWidget
    ) -> None:
        super().__init__(window)
        self._state, self._view, self._controller = state, view, controller
        self._history, self._window = history, window
        self._drafts: dict[Side, Draft] = {}
        self._open: EditedSide | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._compare)
        state.documents_changed.connect(self._drop_replaced)

    def slots(self) -> Slots:
        """Edit, save what was edited."""
        return {"edit_side": self.toggle, "save_edited": self.save}

    @property
    def is_open(self) -> bool:
        """Whether a side is being edited."""
        return self._open is not None

    def toggle(self) -> None:
        """Edit the side last read, or end editing."""
        if self._open is not None:
            self.close()
            return
        side = self._side_read()
        document = None if side is None else self._state.documents[side]
        if side is None or document is None:
            self.told.emit(tr("No side is chosen to edit."), tr("Put the cursor into an open text, side by side."))
            return
        try:
            draft = self._draft(side, document)
        except CompareError as error:
            self.told.emit(error.message, error.hint)
            return
        self._drafts[side] = draft
        self._show(side, draft, document)

    def close(self) -> None:
        """Show the page again, with everything typed compared."""
        if self._open is None:
            return
        if self._patience.isActive():
            self._compare()
        side, editor = self._open.side, self._open.editor
        self._open = None
        self._view.set_edited(None)
        self._view.panes[side].setFocus()  # first, or what is hidden hands the keyboard to the first part of the window
        editor.hide()
        editor.deleteLater()
        self._read_saved(side)

    def save(self) -> None:
        """Write the edited side back to its file; ask where it has none, or where something would be lost.

        What is edited now comes first, then what was, then a text in no file: pasted, or edited before a crash.
        """
        read = self._open.side if self._open else self._view.last_read.side
        sides = (read,) if self._open else (read, read.other)
        for side in sorted(sides, key=lambda side: (side not in self.unsaved, side not in self._drafts)):
            draft = self._drafts.get(side) or self._text_in_no_file(side)
            if draft is not None:
                self._drafts[side] = draft
                self._save(side, draft)
                return
        self.told.emit(tr("Nothing was edited here."), tr("{keys} edits a text.", keys=keys_of("edit_side")))

    @property
    def unsaved(self) -> frozenset[Side]:
        """The sides whose text was edited and is not saved."""
        return frozenset(side for side, draft in self._drafts.items() if not draft.is_saved)

    def may_close(self) -> bool:
        """Whether the window may close: every edited text is saved, or was given up."""
        for side, draft in list(self._drafts.items()):
            if draft.is_saved:
                continue
            answer = ask_about_edited_text(self._window, draft.source.name)
            if answer is Answer.GO_BACK or (answer is Answer.SAVE and not self._save(side, draft)):
                return False
        return True

    def _side_read(self) -> Side | None:
        """The side last read, the other where that is empty; None where no page is on screen."""
        read = self._view.last_read.side
        sides = (read, read.other) if self._view.isVisible() else ()
        return next((side for side in sides if self._state.documents[side] is not None), None)

    def _text_in_no_file(self, side: Side) -> Draft | None:
        document, given = self._state.documents[side], self._controller.input_of(side)
        if document is None or given is None or given.content is None or not can_be_edited(document):
            return None
        return self._draft(side, document)

    def _draft(self, side: Side, document: Document) -> Draft:
        given = self._controller.input_of(side)
        known = self._drafts.get(side)
        if known is not None and known.is_of(given):
            return known
        content, encoding = (given.content, given.encoding) if given is not None else (document.text, "")
        return Draft(editable(document, content, encoding=encoding), given)

    def _show(self, side: Side, draft: Draft, document: Document) -> None:
        from compare_app.gui.edited_side import EditedSide  # when it is wanted
        from compare_app.gui.pane.editor import Editor

        hint = tr(
            "Editing “{name}”: compared as you type. {save} saves it, {edit} ends editing.",
            name=draft.source.name,
            save=keys_of("save_edited"),
            edit=keys_of("edit_side"),
        )
        name = {Side.LEFT: tr("Text of the left document"), Side.RIGHT: tr("Text of the right document")}
        pane = self._view.panes[side]
        offset = pane.selected_span().start if draft.text == document.text else 0
        editor = Editor(draft.text, hint, name[side], pane)
        editor.edit.put_cursor_at(offset)
        editor.edit.changed.connect(self._take_change)
        DropTarget(editor, side).dropped.connect(self._controller.open_dropped)
        self._open = EditedSide(self._state, editor, draft.text, self._view.panes)
        self._view.set_edited(self._open)
        if not self._open.has_marks:
            self.told.emit(tr("“{name}” is too long to be marked while it is edited.", name=draft.source.name), "")

    @Slot()
    def _take_change(self) -> None:
        if self._open is not None:
            self._drafts[self._open.side].text = self._open.editor.edit.model.text
            self._patience.start()
            self.changed.emit()

    @Slot()
    def _compare(self) -> None:
        self._patience.stop()
        if self._open is not None:
            self._give(self._open.side)

    def _give(self, side: Side) -> None:
        """Compare the draft of `side`; a text without a word is waited with, for nothing can be read in it."""
        draft, document = self._drafts[side], self._state.documents[side]
        if not draft.text.strip():
            return
        kept = () if document is None else kept_keys(document)
        given = Input(
            content=draft.text,
            format=draft.source.format if draft.source.format != "text" else "",
            language=draft.given.language if draft.given is not None else "",
            name=draft.source.name,
            kept=kept,
            edited_from=draft.home,
        )
        draft.give(given)
        if self._open is not None and self._open.side is side:
            self._open.give(draft.text)
        self._controller.replace_text(side, given)

    def _save(self, side: Side, draft: Draft) -> bool:
        path = draft.source.path if draft.source.keeps_bytes else ""
        path = path or ask_for_text_path(self._window, draft.home or draft.source.name)
        if not path:
            return False
        try:
            try:
                draft.source = write_back(draft.source, draft.text, Path(path))
            except ChangedMeanwhile as error:
                if not ask_to_overwrite(self._window, error.message):
                    return False
                draft.source = write_back(draft.source, draft.text, Path(path), whatever_is_there=True)
        except CompareError as error:
            self.told.emit(error.message, error.hint)
            return False
        self.changed.emit()
        if self._open is None:
            self._read_saved(side)
        self.told.emit(tr("Saved in {path}.", path=path), "")
        return True

    def _read_saved(self, side: Side) -> None:
        """What was saved is the file from now on, not the draft."""
        draft = self._drafts.get(side)
        if draft is not None and draft.is_saved and draft.source.path and draft.source is not draft.first:
            language = draft.given.language if draft.given is not None else ""
            self._controller.open_inputs({side: Input(path=draft.source.path, language=language)})

    @Slot()
    def _drop_replaced(self) -> None:
        """A side that was opened anew is no draft any more; what was not saved of it can be brought back."""
        if any(draft.is_of(self._controller.input_of(side.other)) for side, draft in self._drafts.items()):
            self.close()
            self._drafts = {side.other: draft for side, draft in self._drafts.items()}  # the sides were exchanged
        for side, draft in list(self._drafts.items()):
            if draft.is_of(self._controller.input_of(side)):
                continue
            if self._open is not None and self._open.side is side:
                self._patience.stop()
                self.close()
            del self._drafts[side]
            if not draft.is_saved and draft.given is not None:
                self._offer_back(side, draft.given)
        self.changed.emit()

    def _offer_back(self, side: Side, given: Input) -> None:
        def bring_back() -> None:
            self._controller.open_inputs({side: given})

        self._history.do(tr("replacing the edited text"), lambda: None, bring_back)
        self.told.emit(
            tr("The edited text of “{name}” was replaced and is not saved.", name=given.name),
            tr("{keys} brings it back.", keys=keys_of("undo")),
        )
