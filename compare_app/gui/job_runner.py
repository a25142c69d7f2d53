"""Runs jobs in the worker process: one at a time, a new one ends the one before."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from compare_app.app.jobs import AnswerDecoder, Failure, Input, Portion, Request, encode_request
from compare_app.app.limits import (
    LOOK_S,
    NO_MEMORY,
    NO_MEMORY_HINT,
    READING_BYTES,
    comparing_bytes,
    crash_error,
    memory_error,
    resident_bytes,
    silence_error,
)
from compare_app.app.worker_command import WORKER
from compare_app.core.comparison import Comparison
from compare_app.core.control import SILENCE_S, Progress
from compare_app.core.errors import CompareError
from compare_app.core.translation import marked, tr
from compare_app.gui.own_process import own_process
from compare_app.gui.slices import SLICE_S

_log = logging.getLogger(__name__)
_END_MS = 1_000  # a killed process is gone long before
_CRASHED = marked("The comparison ended unexpectedly; both texts are as they were.")
_CRASHED_HINT = marked("Compare again; if it happens again, one of the files may be damaged.")


class JobRunner(QObject):
    """Starts the worker, sends requests, tells what comes back. Ending the process is what cancels."""

    progressed = Signal(object)
    """A Progress."""
    document_read = Signal(object, object)
    """A Side and its Document."""
    portion_compared = Signal(object)
    """A Portion: more is to come."""
    compared = Signal(object)
    """A Comparison: the job is over."""
    failed = Signal(object)
    """A Failure: the job is over."""
    ended = Signal()
    """The job is over, whatever came of it."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        worker: Sequence[str] = WORKER,
        silence_s: float = SILENCE_S,
        reading_bytes: int = READING_BYTES,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._silence_s = silence_s
        self._reading_bytes = reading_bytes
        self._silence = QTimer(self, singleShot=True, interval=round(1000 * silence_s))
        self._silence.timeout.connect(self._end_reading)
        self._look = QTimer(self, interval=round(1000 * LOOK_S))
        self._look.timeout.connect(self._look_at_memory)
        self._decoder: AnswerDecoder | None = None
        self._next_slice = QTimer(self, singleShot=True, interval=0)
        self._next_slice.timeout.connect(self._read)
        self._process = self._made()

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._decoder is not None

    def run(self, request: Request) -> None:
        """Start `request`; a job under way is cancelled."""
        if self.is_busy:
            self._replace_process()
        self.start()
        self._decoder = AnswerDecoder(request)
        self._process.write(encode_request(request))
        self._look.start()
        self._watch()

    @Slot()
    def start(self) -> None:
        """Start the worker where none runs, so that it is ready before it is asked for something."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start(sys.executable, list(self._worker))

    def cancel(self) -> None:
        """End the job under way, if any; nothing comes back from it."""
        if self.is_busy:
            self._decoder = None
            self._silence.stop()
            self._replace_process()
            self.ended.emit()

    def stop(self) -> None:
        """End the worker for good."""
        self._decoder = None
        self._silence.stop()
        self._end(self._process)
        for process in self.findChildren(QProcess):
            process.waitForFinished(_END_MS)

    def _made(self) -> QProcess:
        process = own_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._crashed)
        process.errorOccurred.connect(self._crashed)
        return process

    def _replace_process(self) -> None:
        self._end(self._process)
        self._process = self._made()
        self.start()

    def _end(self, process: QProcess) -> None:
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._crashed)
        process.errorOccurred.disconnect(self._crashed)
        process.finished.connect(process.deleteLater)
        process.kill()

    @Slot()
    def _read(self) -> None:
        """Take what has come, for one slice at most; the rest after what else waits in the event loop."""
        ends = monotonic() + SLICE_S
        while self._decoder is not None and self._process.canReadLine():
            decoder = self._decoder
            try:
                answer = decoder.decode(bytes(self._process.readLine().data()))
            except Exception:  # the job runner's border: a line that no worker of ours wrote
                _log.exception("an answer of the worker cannot be read")
                self._replace_process()
                self._give_up()
                return
            if decoder.finished:
                self._decoder = None
            if not isinstance(answer, Progress | Failure):
                # What was decoded holds no cycles; the collector would look through all of it, again and again.
                gc.freeze()
            self._tell(answer)
            if decoder.finished:
                self.ended.emit()
            if monotonic() > ends:
                self._next_slice.start()
                break
        self._watch()

    def _watch(self) -> None:
        """While a document is read, wait only so long for the next sign of life; a comparison tells of itself."""
        if self._decoder is not None and self._decoder.reading is not None:
            self._silence.start()
        else:
            self._silence.stop()

    @Slot()
    def _end_reading(self) -> None:
        """A parser hangs: end its process, and say over which document."""
        if self._decoder is None or self._decoder.reading is None:
            return
        _log.warning("reading was silent for %.0f s and was ended", self._silence_s)
        self._replace_process()
        self._give_up(partial(silence_error, silence_s=self._silence_s))

    @Slot()
    def _look_at_memory(self) -> None:
        """End a worker that takes more than it may: not every system lets it see to that itself."""
        if self._decoder is None:
            self._look.stop()
            return
        is_reading = self._decoder.reading is not None
        if resident_bytes(self._process.processId()) <= (self._reading_bytes if is_reading else comparing_bytes()):
            return
        _log.warning("a job took too much memory and was ended")
        self._replace_process()
        if is_reading:
            self._give_up(partial(memory_error, most_bytes=self._reading_bytes))
        else:
            self._give_up(otherwise=Failure(tr(NO_MEMORY), tr(NO_MEMORY_HINT)))

    def _tell(self, answer: object) -> None:
        match answer:
            case Progress():
                self.progressed.emit(answer)
            case (side, document):
                self.document_read.emit(side, document)
            case Portion():
                self.portion_compared.emit(answer)
            case Comparison():
                self.compared.emit(answer)
            case Failure():
                self.failed.emit(answer)

    @Slot()
    def _crashed(self) -> None:
        if self._decoder is None:
            return
        _log.warning("the worker ended with code %d during a job", self._process.exitCode())
        self._give_up(crash_error)

    def _give_up(
        self, error_of: Callable[[str], CompareError] | None = None, *, otherwise: Failure | None = None
    ) -> None:
        """End the job without a result; `error_of` words why the document that was being read has none."""
        failure, decoder = otherwise or Failure(tr(_CRASHED), tr(_CRASHED_HINT)), self._decoder
        side = None if decoder is None else decoder.reading
        given = None if decoder is None or side is None else decoder.request.side(side)
        if error_of is not None and isinstance(given, Input):
            error = error_of(given.shown)
            failure = Failure(error.message, error.hint, side)
        self._decoder = None
        self._silence.stop()
        self.failed.emit(failure)
        self.ended.emit()
