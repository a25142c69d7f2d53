"""The few questions and pages that open above the window."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

import compare_app
from compare_app.app.formats import document_extensions, report_extensions
from compare_app.app.sessions import EXTENSION
from compare_app.core.document import Side
from compare_app.core.translation import tr
from compare_app.gui.actions import ActionSpec
from compare_app.gui.drops import Dropped, read_paths
from compare_app.gui.theme import interface_font
from compare_app.present.document_facts import format_name

_REPORT = "html"  # offered first: it is the one that everybody can open


def ask_for_files(parent: QWidget, side: Side | None) -> Dropped:
    """The file chosen for `side`, or up to two where no side is named; empty when the user thought better of it."""
    known = f"Documents and sessions (*{' *'.join((*document_extensions(), EXTENSION))});;All files (*)"
    if side is not None:
        path, _ = QFileDialog.getOpenFileName(parent, f"Open the {side} document", "", known)
        return read_paths([path] if path else [])
    paths, _ = QFileDialog.getOpenFileNames(parent, "Open one or two documents", "", known)
    return read_paths(paths)


def ask_for_report_path(parent: QWidget) -> str:
    """Where to save a report; the ending says its format and is added where none was typed.

    Empty when the user thought better of it.
    """
    suffixes = {_filter_of(name, extension): extension[1:] for name, extension in _report_choices()}
    proposed = next(iter(suffixes.values()))
    dialog = QFileDialog(parent, "Save the report")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(suffixes))
    dialog.setDefaultSuffix(proposed)
    dialog.selectFile(f"comparison.{proposed}")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))
    path = dialog.selectedFiles()[0] if dialog.exec() else ""
    dialog.deleteLater()
    return path


def ask_for_session_path(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save the session, its ending added where none was typed; None when the user thought better of it."""
    dialog = QFileDialog(parent, tr("Save the session"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Sessions") + f" (*{EXTENSION})"])
    dialog.setDefaultSuffix(EXTENSION[1:])
    if proposed.parent.is_dir():
        dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    path = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return path


class Answer(Enum):
    """What a person wants done with decisions that are in no file."""

    SAVE = "save"
    GIVE_UP = "give up"
    GO_BACK = "go back"


def ask_to_save(parent: QWidget) -> Answer:
    """Ask what to do with decisions that would be lost."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Save changes?"))
    box.setText(tr("What you decided is not saved yet."))
    box.setInformativeText(tr("Save it as a session to come back to it."))
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    give_up = box.addButton(tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
    go_back = box.addButton(tr("Go back"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(go_back)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Answer.SAVE
    return Answer.GIVE_UP if clicked is give_up else Answer.GO_BACK


def _report_choices() -> list[tuple[str, str]]:
    """Name and extension of each format, the one offered first in front."""
    return sorted(report_extensions().items(), key=lambda known: known[0] != _REPORT)


def _filter_of(name: str, extension: str) -> str:
    return f"{_sentence_case(format_name(name))} (*{extension})"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def show_keys(parent: QWidget, specs: Sequence[ActionSpec]) -> None:
    """Show a page of all keys, read from the table of actions."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keyboard")
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(6)
    with_keys = [spec for spec in specs if spec.keys_now]
    rows = (len(with_keys) + 1) // 2
    for number, spec in enumerate(with_keys):
        keys = QLabel(spec.keys_text)
        keys.setFont(interface_font(bold=True))
        row, column = number % rows, 2 * (number // rows)  # down, then across: what belongs together stays so
        grid.addWidget(keys, row, column)
        grid.addWidget(QLabel(spec.plain_text), row, column + 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a black one where the window is dark
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.setSpacing(16)
    layout.addLayout(grid)
    layout.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_about(parent: QWidget) -> None:
    """Show what this is and of which version."""
    box = QMessageBox(parent)
    box.setWindowTitle("About")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Compare {compare_app.__version__}")
    box.setInformativeText(
        "Compares two versions or sources of an article, claim by claim. "
        f"Nothing leaves this machine.\n\nQt {qVersion()}. MIT licence."
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
