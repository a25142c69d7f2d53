"""The window: puts the parts together and connects them to state and controller."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from compare_app.core.translation import tr
from compare_app.gui.actions import ACTIONS, add_submenu, build_actions
from compare_app.gui.announcer import Announcer
from compare_app.gui.appearance import Appearance
from compare_app.gui.chips import Chips
from compare_app.gui.choosing import Choosing
from compare_app.gui.commands import Commands
from compare_app.gui.controller import Controller
from compare_app.gui.copying import Copying
from compare_app.gui.corrections import Corrections
from compare_app.gui.dock import Dock
from compare_app.gui.document_actions import DocumentActions
from compare_app.gui.drops import DropTarget
from compare_app.gui.editing import Editing
from compare_app.gui.explaining import Explaining, explain_actions
from compare_app.gui.filtering import Filtering
from compare_app.gui.finding import Finding
from compare_app.gui.first_picture import FirstPicture
from compare_app.gui.hints import Hints
from compare_app.gui.history import History
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.message_bar import BusyBar, MessageBar
from compare_app.gui.navigation import Navigation
from compare_app.gui.noting import Noting
from compare_app.gui.offer_bar import OfferBar
from compare_app.gui.pairing import Pairing
from compare_app.gui.pane_actions import PaneActions
from compare_app.gui.preferences import Preferences
from compare_app.gui.reading import ReadingController
from compare_app.gui.report_saver import ReportSaver
from compare_app.gui.revisions import Revisions
from compare_app.gui.session_actions import SessionActions
from compare_app.gui.sessions import Sessions
from compare_app.gui.slots import OffersSlots, Slots, merged
from compare_app.gui.stage import Stage
from compare_app.gui.start_page import StartPage
from compare_app.gui.state import State
from compare_app.gui.status_line import StatusLine
from compare_app.gui.style_sheet import style_sheet
from compare_app.gui.tab_order import put_in_order
from compare_app.gui.theme import Theme, palette_of, scaled
from compare_app.gui.unsaved import Unsaved, window_title
from compare_app.gui.views import FINDINGS, Views

_ABOUT_WHAT_IS_SELECTED = ("copy_finding", "judge_contradicting", "judge_agreeing", "cut", "reopen")


class MainWindow(QMainWindow):
    """One comparison on screen."""

    closing = Signal()
    """The window closes, and stands where it stood."""

    def __init__(
        self, state: State, controller: Controller, runner: JobRunner, sessions: Sessions, preferences: Preferences
    ) -> None:
        super().__init__()
        self.state, self._controller, self._runner = state, controller, runner
        self._theme = preferences.theme
        self._chips = Chips()
        self.messages = MessageBar()
        self.offers = OfferBar()
        self._busy = BusyBar()
        self._sessions = SessionActions(self, sessions)
        self._appearance = Appearance(self, preferences)
        self.start = StartPage(sessions.recent_file, self._theme)
        self.reports = ReportSaver(state, self)
        self.views = Views(state, self._theme)
        self.view = self.views.side_by_side
        self._dock = Dock(state, self._theme)
        self.differences, self.why = self._dock.differences, self._dock.why
        self.navigation = Navigation(state, self.views, self)
        self.filtering = Filtering(state, self)
        self._history = History(self)
        self.corrections = Corrections(state, controller, self._history, self)
        self._pairing = Pairing(state, self.view, self.corrections, self)
        self._noting = Noting(state, self.why, self.corrections, self)
        self._editing = Editing(state, self.view, controller, self._history, self)
        Unsaved(self, sessions, self._editing, self.view.headers)
        self.finding = Finding(state, self.view, controller, self)
        Announcer(state, self.view, self)
        self.hints = Hints(state, sessions.hints_file, self)
        self._status = StatusLine(self.statusBar(), state)
        self._build()
        self.actions_by_name = build_actions(self, merged(self._controllers()))
        self._offer_actions()
        self._connect()
        self._appearance.start(self.actions_by_name)
        self.actions_by_name["scroll_together"].setChecked(True)
        self._show_view(self.views.name)
        self._show_documents()
        self._show_comparison()
        self._take_focus()

    def _controllers(self) -> tuple[OffersSlots, ...]:
        """What the actions belong to."""
        state, controller = self.state, self._controller
        return (
            self,
            controller,
            self.navigation,
            Revisions(state, controller),
            self._history,
            self.corrections,
            self._pairing,
            self._noting,
            self._editing,
            Choosing(state, controller, self._history, self),
            self.views,
            Commands(self, lambda: self.actions_by_name, lambda: self._theme),
            self.filtering,
            self.finding,
            Copying(self, state, self.view, controller),
            PaneActions(state, self.views),
            DocumentActions(self, self.view, controller),
            self.reports,
            ReadingController(state, controller, self.view, self),
            self._sessions,
            self._appearance,
            Explaining(self),
        )

    def _offer_actions(self) -> None:
        """Let the parts that explain, count, offer or name actions have theirs."""
        explain_actions(self.actions_by_name)
        for name, action in self.actions_by_name.items():
            action.triggered.connect(partial(self.hints.take_use, name))
        for part in (self.why, self.views):
            part.offer([self.actions_by_name[name] for name in _ABOUT_WHAT_IS_SELECTED])
        self._history.name_in(self.actions_by_name["undo"], self.actions_by_name["redo"])

    @Slot()
    def _take_focus(self) -> None:
        (self.views.current if any(self.state.documents.values()) else self.start).take_focus()

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """What the person can make larger or smaller, by name."""
        return {"dock": self._dock, "split": self._split}

    def _build(self) -> None:
        above = (self._chips, self.filtering.bar, self.finding.bar)
        told = (self.messages, self.offers, self._busy, self.hints.bar)
        self._stage = Stage(self.start, self.views, told)
        split = self._split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._stage)
        split.addWidget(self._dock)
        split.setSizes([474, scaled(196)])
        split.setCollapsible(0, False)  # noqa: FBT003
        split.setHandleWidth(1)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in above:
            layout.addWidget(part)
        layout.addWidget(split, 1)
        self.setCentralWidget(central)
        stops = (*above, self.start, *self.view.stops, *told, self.differences, self.why)
        FirstPicture(self, partial(put_in_order, stops))
        self.menuBar().setAccessibleName(tr("Menus"))
        self.statusBar().setAccessibleName(tr("Status"))
        self.resize(1280, 800)

    def slots(self) -> Slots:
        """What is done with the window itself."""
        return {
            "close": self.close,
            "quit": QApplication.closeAllWindows,
            "full_screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "cancel": self._escape,
            "go_to_list": self.differences.setFocus,
        }

    def _connect(self) -> None:
        state, controller, runner = self.state, self._controller, self._runner
        state.documents_changed.connect(self._show_documents)
        state.comparison_changed.connect(self._show_comparison)
        state.filter_changed.connect(self._show_filter)
        state.review_changed.connect(self._show_review)
        self.why.note_opened.connect(self._dock.show)
        self.views.note_wanted.connect(self.why.note_wanted)
        self._chips.chosen.connect(self.filtering.show_only)
        self._chips.all_wanted.connect(self.filtering.show_all)
        self.differences.item_chosen.connect(controller.select)
        self.views.item_chosen.connect(controller.select)
        self.views.view_changed.connect(self._show_view)
        for part in (self.why, self.views):
            part.decided.connect(self.corrections.decide)
        self.why.rule_set.connect(self.corrections.set_rule)
        self._pairing.hinted.connect(self.statusBar().showMessage)
        self.statusBar().messageChanged.connect(self._pairing.hint_again)
        self.why.other_end_wanted.connect(lambda: self.actions_by_name["go_to_partner"].trigger())
        self.view.claim_reached.connect(controller.select_claim)
        self.view.dropped.connect(controller.open_dropped)
        target = DropTarget(self, None)
        target.dropped.connect(controller.open_dropped)
        controller.session_wanted.connect(self._sessions.open)
        recent = self._sessions.recent_menu()
        recent.chosen.connect(controller.open_dropped)
        add_submenu(self, "File", "save_session", recent)
        self._sessions.speak_through(self.messages, self.offers)
        self.offers.answered.connect(self._take_focus)
        self.start.dropped.connect(controller.open_dropped)
        self.start.asked.connect(lambda name: self.actions_by_name[name].trigger())
        self.closing.connect(self.reports.finish)
        decided = (self._history, self.corrections, self._pairing, self._noting, self._editing)
        for teller in (controller, self.navigation, self.reports, *decided):
            teller.told.connect(self.messages.tell)
        self.navigation.taken_back.connect(self.messages.take_back)
        controller.asked.connect(self.messages.clear)
        for begin in (self._busy.start, self._show_room):
            controller.started.connect(begin)
        runner.progressed.connect(self._busy.show_progress)
        for end in (self._busy.stop, self._show_room):
            runner.ended.connect(end)
        self._busy.cancelled.connect(controller.cancel)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the fonts as they were chosen by now."""
        self._theme = theme
        self.setPalette(palette_of(theme))
        self.setStyleSheet(style_sheet(theme))
        for part in (self.start, self.views, self._dock):
            part.set_theme(theme)

    @Slot(str)
    def _show_view(self, name: str) -> None:
        for known in self.views.names:
            self.actions_by_name[known].setChecked(known == name)
        self._show_room()

    @Slot()
    def _show_room(self) -> None:
        """What is said of two documents has its room as soon as there are to be two, so that it moves no text later."""
        self.view.expect(self._controller.expected)
        has_both = self._controller.has_both
        self._chips.setVisible(has_both)
        self._dock.setVisible(has_both and self.views.name != FINDINGS)  # whose cards say why by themselves

    @Slot()
    def _show_documents(self) -> None:
        self.setWindowTitle(window_title(self.state.documents))
        is_start, was_start = not any(self.state.documents.values()), self.start.isVisible()
        self._stage.show_start(is_start=is_start)
        if was_start and not is_start:
            self.views.current.take_focus()

    @Slot()
    def _show_comparison(self) -> None:
        for spec in ACTIONS:
            if spec.needs_comparison:
                self.actions_by_name[spec.name].setEnabled(self.state.comparison is not None)
        self._chips.show_summary(self.state.summary)
        self._show_room()
        self._show_filter()

    @Slot()
    def _show_review(self) -> None:
        self._chips.show_summary(self.state.summary)
        self._show_filter()

    @Slot()
    def _show_filter(self) -> None:
        self._chips.show_filter(self.state.filter)
        self.filtering.check(self.actions_by_name)

    def _escape(self) -> None:
        if self.finding.is_open:
            self.finding.close()
        elif self._runner.is_busy:
            self._controller.cancel()
        elif self._editing.is_open:
            self._editing.close()
        elif self._pairing.is_waiting:
            self._pairing.give_up()
        elif self.filtering.is_open or self.state.filter.is_active:
            self.filtering.show_all()
        else:
            self.messages.clear()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close when nothing decided would be lost; end the worker with the window."""
        if not self._editing.may_close() or not self._sessions.may_close():
            event.ignore()
            return
        self.closing.emit()
        self._runner.stop()
        super().closeEvent(event)
