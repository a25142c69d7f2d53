"""Saves reports in processes of their own, so that the window goes on meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from compare_app.app.report_jobs import REPORTER, decode_report_answer, encode_report_job
from compare_app.core.translation import language_asked, tr
from compare_app.gui.dialogs import ask_for_report_path
from compare_app.gui.own_process import own_process
from compare_app.gui.slices import SLICE_S
from compare_app.gui.slots import Slots
from compare_app.gui.state import State

_LAST_MS = 60_000  # a window that closes waits so long for a report that was asked for


class ReportSaver(QObject):
    """Asks where a report goes, and has it written."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, state: State, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._window = state, window

    def slots(self) -> Slots:
        """Save a report."""
        return {"save_report": self.ask}

    def ask(self) -> None:
        """Ask where to save a report and save it."""
        comparison = self._state.comparison
        path = ask_for_report_path(self._window, (comparison.left, comparison.right)) if comparison else ""
        if path:
            self.save(path)

    def save(self, path: str) -> None:
        """Write a report to `path`, in the format its ending names, and say so once it is there."""
        if self._state.comparison is not None:
            lines = encode_report_job(self._state.comparison, self._state.review, path, language=language_asked())
            saving = _Saving(path, lines, self)
            saving.told.connect(self.told)

    @Slot()
    def finish(self) -> None:
        """Wait until every report that was asked for is written."""
        for saving in self.findChildren(_Saving):
            saving.finish()


class _Saving(QObject):
    """One report on its way."""

    told = Signal(str, str)

    def __init__(self, path: str, lines: Iterator[bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._lines = path, lines
        self._is_over = False
        self._next_slice = QTimer(self, interval=0)
        self._next_slice.timeout.connect(self._send)
        self._process = own_process(self)
        self._process.finished.connect(self._tell)
        self._process.errorOccurred.connect(self._tell)
        self._process.start(sys.executable, list(REPORTER))
        self._next_slice.start()

    def finish(self) -> None:
        """Send the rest and wait for the end."""
        self._next_slice.stop()
        for line in self._lines:
            self._process.write(line)
        self._process.closeWriteChannel()
        self._process.waitForFinished(_LAST_MS)

    @Slot()
    def _send(self) -> None:
        ends = monotonic() + SLICE_S
        for line in self._lines:
            self._process.write(line)
            if monotonic() > ends:
                return
        self._next_slice.stop()
        self._process.closeWriteChannel()

    @Slot()
    def _tell(self) -> None:
        if self._is_over:
            return  # a process that breaks down ends as well
        self._is_over = True
        self._next_slice.stop()
        try:
            failure = decode_report_answer(bytes(self._process.readAllStandardOutput().data()))
        except ValueError:
            name = Path(self._path).name
            self.told.emit(tr("The report “{name}” was not written.", name=name), tr("Save it again."))
        else:
            if failure is None:
                self.told.emit(tr("The report is in {path}.", path=self._path), "")
            else:
                self.told.emit(failure.message, failure.hint)
        self.deleteLater()
