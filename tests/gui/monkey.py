"""`python -m tests.gui.monkey --seed 1 --steps 400`: a window used without sense, in an order that the seed decides.

Keys, clicks, drops, edits, files that change, workers that die, windows closed in the middle: nothing of it may raise,
make Qt warn, or end the process. How long the worker takes is not in the seed's hands, so a fall may not come again.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QProcess, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.core.document import Side
from compare_app.gui import editing
from compare_app.gui.application import make_window
from compare_app.gui.dialogs import Answer
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.main_window import MainWindow
from compare_app.gui.sessions import Sessions
from tests.gui.conftest import LEFT, RIGHT

_ENDING = {"close", "quit"}  # done on purpose and now and then, not whenever a key falls
_GOING = ("next_contradiction", "next_difference", "previous_difference", "go_to_partner")
_DECIDING = ("confirm", "dismiss", "dismiss_rule", "judge_agreeing", "judge_contradicting", "pin", "cut", "reopen")
_CHANGING = ("undo", "redo", "undo", "edit_side", "note", "compare_again", "swap_sides", "copy_finding")
_KEYS = (
    *(Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_A, Qt.Key.Key_7),
)
_MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 4,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier),
)
_WORDS = ("mayor", " 7 million", "not ", "\n\n", "图书馆 ", "مكتبة ", "𝄞", ". ", "£6", " In 2019 it closed.")
_LIKELY = (9, 9, 2, 2, 1, 1, 1, 1, 1, 1)  # of the files: two that have something to do with each other
_PATIENT = 0.6  # of the steps wait for a job under way: a window on nothing has little to break
_LOOK_MS = 20
_MODAL_STEPS = 5  # that a dialog lives: then it is closed


class Monkey:
    """Does one thing after the other with a window, and with the next one when it was closed."""

    def __init__(self, seed: int, steps: int, folder: Path, *, is_loud: bool) -> None:
        self._random, self._left, self._folder, self._is_loud = random.Random(seed), steps, folder, is_loud
        self._modal_steps = 0
        self._waits = True
        self._files = self._make_files()
        self._window = self._new_window()
        self._acts: dict[Callable[[], object], int] = {
            self._press_key: 12,
            self._trigger: 12,
            self._review: 12,
            self._click: 16,
            self._wheel: 3,
            self._type: 5,
            self._drop_files: 4,
            self._drop_other: 2,
            self._resize: 2,
            self._change_file: 3,
            self._kill_worker: 1,
            self._close: 1,
        }

    def run(self) -> None:
        """Work until the steps are used up."""
        QTimer.singleShot(0, self._step)
        QApplication.exec()

    def _step(self) -> None:
        if self._left <= 0:
            self._end()
            return
        if self._waits and QApplication.activeModalWidget() is None and self._window.findChildren(JobRunner)[0].is_busy:
            QTimer.singleShot(_LOOK_MS, self._step)
            return
        self._left -= 1
        self._waits = self._random.random() < _PATIENT
        QTimer.singleShot(self._random.choice((0, 0, 0, 5, 30, 0)), self._step)  # first: what is done may open a dialog
        modal = QApplication.activeModalWidget()
        if modal is None:
            self._modal_steps = 0
        else:
            self._modal_steps += 1
            if self._modal_steps > _MODAL_STEPS and isinstance(modal, QDialog):
                self._say("reject", modal)
                modal.reject()
                return
        popup = QApplication.activePopupWidget()
        if popup is not None and self._random.random() < 0.5:
            self._say("close", popup)
            popup.close()
            return
        (act,) = self._random.choices([*self._acts], [*self._acts.values()])
        act()

    def _end(self) -> None:
        while (open_now := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            open_now.close()
            if open_now.isVisible() and isinstance(open_now, QDialog):
                open_now.reject()
            QTimer.singleShot(0, self._step)
            return
        self._shut()
        QApplication.exit()

    def _say(self, *what: object) -> None:
        if self._is_loud:
            print(self._left, *what, flush=True)

    def _make_files(self) -> list[Path]:
        documents = self._folder / "documents"
        documents.mkdir()
        (self._folder / "empty.compare").write_text("", encoding="utf-8")
        texts = {
            "left.txt": LEFT,
            "right.txt": RIGHT,
            "long.txt": "\n\n".join(f"{LEFT} Claim {n} cost {n} pounds." for n in range(150)),
            "long-too.md": "\n\n".join(f"{RIGHT} Claim {n} cost {n + n % 7} pounds." for n in range(150)),
            "empty.txt": "",
            "arabic.txt": "أعلن المجلس أن المكتبة ستغلق في مايو. بلغت التكلفة ٤ ملايين جنيه.\n",
            "chinese.txt": "市议会说图书馆将于五月关闭。去年花费四百万英镑。\n",
            "page.html": f"<html><body><article><h1>Council</h1><p>{RIGHT}</p></article></body></html>",
            "broken.docx": "PK\x03\x04 not a document",
            "broken.compare": '{\n"format": "compare-app session",\n"version": 1,\n',
        }
        for name, text in texts.items():
            (documents / name).write_text(text, encoding="utf-8")
        return [documents / name for name in texts]

    def _new_window(self) -> MainWindow:
        window, controller = make_window(Places(self._folder / "settings", self._folder / "data"))
        window.show()
        given = dict(zip(Side, self._random.choices(self._files, weights=_LIKELY, k=2), strict=True))
        controller.open_inputs({side: Input(path=str(path)) for side, path in given.items()})
        sessions = window.findChild(Sessions)
        assert sessions is not None
        sessions.offer_recovery()
        return window

    def _target(self) -> QWidget:
        """What is on top of the others."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _widget(self) -> QWidget:
        top = self._target()
        seen = [widget for widget in top.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
        return self._random.choice([top, *seen])

    def _press_key(self) -> None:
        target = self._target().focusWidget() or self._target()
        key, modifier = self._random.choice(_KEYS), self._random.choice(_MODIFIERS)
        self._say("key", modifier.name, key.name, target)
        QTest.keyClick(target, key, modifier)

    def _type(self) -> None:
        target = self._target().focusWidget() or self._target()
        text = self._random.choice(_WORDS)
        self._say("type", repr(text), target)
        for sign in text:
            if sign.isascii():
                key = Qt.Key.Key_Return if sign == "\n" else Qt.Key(ord(sign.upper()))
                QTest.keyClick(target, key)
        if not text.isascii():
            QApplication.clipboard().setText(text)
            QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _trigger(self) -> None:
        names = sorted(self._window.actions_by_name.keys() - _ENDING)
        self._trigger_one(self._random.choice(names))

    def _review(self) -> None:
        for names in (_GOING, _DECIDING, _CHANGING)[: self._random.choice((2, 2, 3))]:
            self._trigger_one(self._random.choice(names))

    def _trigger_one(self, name: str) -> None:
        if QApplication.activeModalWidget() is None:
            self._say("action", name)
            self._window.actions_by_name[name].trigger()

    def _click(self) -> None:
        widget = self._widget()
        at = QPoint(self._random.randrange(max(1, widget.width())), self._random.randrange(max(1, widget.height())))
        how = self._random.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick, self._drag))
        button = self._random.choice((Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.RightButton,))
        self._say(getattr(how, "__name__", how), button.name, widget, widget.accessibleName(), at.toTuple())
        how(widget, button, self._random.choice(_MODIFIERS), at)

    def _drag(self, widget: QWidget, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, at: QPoint) -> None:
        QTest.mousePress(widget, button, modifier, at)
        for _ in range(3):
            to = QPoint(at.x() + self._random.randrange(-80, 80), self._random.randrange(600))
            if widget in QApplication.allWidgets():  # what is shown anew meanwhile went with the press
                QTest.mouseMove(widget, to)
        if widget in QApplication.allWidgets():
            QTest.mouseRelease(widget, button, modifier, at)

    def _wheel(self) -> None:
        widget = self._widget()
        turn = QPoint(0, self._random.choice((-1200, -120, 120, 1200)))
        at, phase = QPointF(5, 5), Qt.ScrollPhase.NoScrollPhase
        none, still = Qt.MouseButton.NoButton, self._random.choice(_MODIFIERS)
        QApplication.sendEvent(
            widget,
            QWheelEvent(at, widget.mapToGlobal(at), QPoint(), turn, none, still, phase, False),  # noqa: FBT003
        )

    def _drop_files(self) -> None:
        chosen = self._random.choices(self._files, k=self._random.choice((1, 1, 2, 2, 2, 3)))
        if self._random.random() < 0.2:
            chosen = self._random.sample(sorted(self._folder.rglob("*.compare")), k=1)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in chosen])
        self._drop(mime, [path.name for path in chosen])

    def _drop_other(self) -> None:
        mime = QMimeData()
        kind = self._random.choice(("text", "html", "url", "folder"))
        if kind == "text":
            mime.setText(LEFT)
        elif kind == "html":
            mime.setHtml(f"<p>{RIGHT}</p>")
        else:
            mime.setUrls([QUrl("https://example.org") if kind == "url" else QUrl.fromLocalFile(str(self._folder))])
        self._drop(mime, kind)

    def _drop(self, mime: QMimeData, what: object) -> None:
        panes = self._window.view.panes
        target = self._random.choice((self._window, panes[Side.LEFT].viewport(), panes[Side.RIGHT].viewport()))
        if QApplication.activeModalWidget() is not None:
            return
        self._say("drop", what, target)
        action, button, modifier = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(10, 10), action, mime, button, modifier))
        QApplication.sendEvent(target, QDropEvent(QPointF(10, 10), action, mime, button, modifier))

    def _resize(self) -> None:
        size = self._random.choice(((1280, 800), (900, 600), (640, 480), (2400, 1400), (400, 1200)))
        self._say("resize", size)
        self._window.resize(*size)

    def _change_file(self) -> None:
        path = self._random.choice(self._files)
        self._say("change", path.name)
        if self._random.random() < 0.3:
            path.unlink(missing_ok=True)
            return
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else LEFT
        aside = path.with_suffix(".new")
        aside.write_text(f"{text} It opened in {self._random.randrange(1900, 2000)}.", encoding="utf-8")
        aside.replace(path)

    def _kill_worker(self) -> None:
        for process in self._window.findChildren(QProcess):
            self._say("kill", process.processId())
            process.kill()

    def _close(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._say("close window")
            self._shut()
            self._window = self._new_window()

    def _shut(self) -> None:
        """Close without a question, as after "Do not save"; what is under way is under way."""
        sessions, runner = self._window.findChild(Sessions), self._window.findChild(JobRunner)
        assert sessions is not None
        assert runner is not None
        sessions.give_up()
        self._window.close()
        self._window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> int:
    """Run one monkey in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--loud", action="store_true", help="say each step before it is done")
    given = parser.parse_args()
    failed: list[type[BaseException]] = []
    warnings.filterwarnings("ignore", "Function. 'QDragEnterEvent", DeprecationWarning)  # as pyproject.toml has it

    def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
        failed.append(kind)
        sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]

    with tempfile.TemporaryDirectory(prefix="compare-app-monkey-") as folder:
        os.chdir(folder)
        os.environ["HOME"] = folder
        QApplication([])
        sys.excepthook = hook
        setattr(editing, "ask_about_edited_text", lambda *_: Answer.GIVE_UP)  # noqa: B010 (it is not exported)
        Monkey(given.seed, given.steps, Path(folder), is_loud=given.loud).run()
        QApplication.clipboard().clear()  # off screen Qt falls at exit over what Python put there
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
