"""What counts: opens the sheet, and makes each choice a step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from compare_app.app.jobs import Kept
from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.kept import kept_keys
from compare_app.core.options import Options
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.history import History
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.choices import CHOICES, preset_of

if TYPE_CHECKING:
    from compare_app.gui.what_counts import WhatCounts


class Choosing(QObject):
    """Follows the comparison, so that the sheet shows what was compared how and knows how alike its pairs are."""

    def __init__(self, state: State, controller: Controller, history: History, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._controller, self._history, self._window = state, controller, history, window
        self._sheet: WhatCounts | None = None
        self._all: Comparison | None = None  # the last one without a floor
        self._by_hand: dict[Side, tuple[str, ...]] = {}
        state.comparison_changed.connect(self._take_comparison)
        controller.options_changed.connect(self._show)

    def slots(self) -> Slots:
        """Open the sheet."""
        return {"what_counts": self.open}

    def open(self) -> None:
        """Show the sheet beside the texts; it stays open while they are read."""
        if self._sheet is None:
            from compare_app.gui.what_counts import WhatCounts  # when it is wanted

            self._sheet = WhatCounts(self._window)
            self._sheet.wanted.connect(self.choose)
        self._sheet.take_colours(self._window.palette())
        self._show()
        self._sheet.show()
        self._sheet.activateWindow()

    @Slot(object)
    def choose(self, options: Options) -> None:
        """Compare by `options` from now on, as one step."""
        before = self._controller.options
        if options != before:
            self._history.do(_name_of(before, options), lambda: self._use(options), lambda: self._use(before))

    def _use(self, options: Options) -> None:
        """Furniture that counts no more is set aside again, but for what was brought back by hand before."""
        documents = {side: document for side, document in self._state.documents.items() if document is not None}
        falls = self._controller.options.furniture_counts and not options.furniture_counts
        anew = {side: Kept(document, self._by_hand.get(side, ())) for side, document in documents.items() if falls}
        if options.furniture_counts and not self._controller.options.furniture_counts:
            self._by_hand = {side: kept_keys(document) for side, document in documents.items()}
        self._controller.use_options(options, anew)

    @Slot()
    def _take_comparison(self) -> None:
        comparison = self._state.comparison
        if comparison is not None and comparison.options.similarity_floor == 0:
            self._all = comparison
        elif comparison is not None and self._all is not None and not _same_texts(self._all, comparison):
            self._all = None
        if self._sheet is not None:
            self._show()

    @Slot()
    def _show(self) -> None:
        if self._sheet is not None:
            self._sheet.show_options(self._controller.options)
            self._sheet.show_similarities(self._known())

    def _known(self) -> tuple[float, ...]:
        """How alike the pairs are that there are without a floor; with one, those that are left."""
        if self._state.comparison is None:
            return ()
        return tuple(link.similarity for link in (self._all or self._state.comparison).links)


def _same_texts(one: Comparison, other: Comparison) -> bool:
    return all(one.document(side).text == other.document(side).text for side in Side)


def _name_of(before: Options, after: Options) -> str:
    """What was chosen, as a noun: "counting “Punctuation”"."""
    changed = [choice for choice in CHOICES if choice.is_on(before) is not choice.is_on(after)]
    is_floor_same = before.similarity_floor == after.similarity_floor
    preset = preset_of(after)
    if len(changed) == 1 and is_floor_same:
        title = tr(changed[0].title)
        on = changed[0].is_on(after)
        return tr("counting “{title}”", title=title) if on else tr("not counting “{title}”", title=title)
    if preset is not None:
        return tr("choosing “{title}”", title=tr(preset.title))
    return tr("changing how alike pairs must be") if not changed else tr("changing what counts")
