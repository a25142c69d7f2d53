"""Sentences for the user: they stay until dismissed or until the next job starts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from compare_app.core.control import Progress, Stage
from compare_app.core.translation import marked, tr
from compare_app.gui.announcing import announce

_BUSY_AFTER_MS = 150  # a job that is over sooner shows no progress: it would only flicker
_MOST = 3  # sentences shown at once; older ones give way
_STAGES = {
    Stage.READ: marked("Reading…"),
    Stage.SEGMENT: marked("Finding claims…"),
    Stage.ALIGN: marked("Aligning…"),
    Stage.WORDS: marked("Comparing words…"),
    Stage.RULES: marked("Looking for contradictions…"),
}


class MessageBar(QWidget):
    """What happened and what to do, with a button that dismisses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentences: list[str] = []
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dismiss = QToolButton()
        dismiss.setText(tr("Dismiss"))
        dismiss.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @Slot(str, str)
    def tell(self, message: str, hint: str) -> None:
        """Add a sentence; the same one is not said twice."""
        sentence = f"{message} {hint}".strip()
        if sentence not in self._sentences:
            self._sentences = [*self._sentences, sentence][-_MOST:]
        self._label.setText("\n".join(self._sentences))
        self.setAccessibleName(sentence)
        announce(self, sentence)
        self.show()

    @Slot(str)
    def take_back(self, sentence: str) -> None:
        """Say `sentence` no longer; the others stay."""
        self._sentences = [said for said in self._sentences if said != sentence]
        self._label.setText("\n".join(self._sentences))
        self.setVisible(bool(self._sentences))

    @Slot()
    def clear(self) -> None:
        """Dismiss all sentences."""
        self._sentences = []
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return "\n".join(self._sentences)


class BusyBar(QWidget):
    """How far a job has come, with a button that cancels it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busyBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(tr(_STAGES[Stage.READ]))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(tr("Progress"))
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 12, 5)
        layout.addWidget(self._label)
        layout.addWidget(self._bar, 1)
        layout.addWidget(cancel)
        self.hide()
        self._patience = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._patience.timeout.connect(self.show)

    @Slot()
    def start(self) -> None:
        """A job is under way: show that soon."""
        self._patience.start()

    @Slot()
    def stop(self) -> None:
        """No job is under way any more."""
        self._patience.stop()
        self.hide()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show stage and share of `progress`."""
        self._label.setText(tr(_STAGES[progress.stage]))
        stages = list(Stage)
        done = (stages.index(progress.stage) + progress.share) / len(stages)
        self._bar.setValue(round(100 * done))
