"""The few questions and pages that open above the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
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
from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.actions import ActionSpec
from compare_app.gui.theme import interface_font

_DOCUMENTS = "Documents (*.txt *.text *.md *.markdown *.html *.htm);;All files (*)"
_REPORTS = "Web page (*.html);;Text (*.txt);;JSON (*.json)"
_MOST_FILES = 2


def ask_for_files(parent: QWidget, side: Side | None) -> tuple[Input, ...]:
    """The file chosen for `side`, or up to two where no side is named; empty when the user thought better of it."""
    if side is not None:
        path, _ = QFileDialog.getOpenFileName(parent, f"Open the {side} document", "", _DOCUMENTS)
        return (Input(path=path),) if path else ()
    paths, _ = QFileDialog.getOpenFileNames(parent, "Open one or two documents", "", _DOCUMENTS)
    return tuple(Input(path=path) for path in paths[:_MOST_FILES])


def ask_for_report_path(parent: QWidget) -> str:
    """Where to save a report; the ending says its format. Empty when the user thought better of it."""
    path, _ = QFileDialog.getSaveFileName(parent, "Save the report", "comparison.html", _REPORTS)
    return path


def show_keys(parent: QWidget, specs: Sequence[ActionSpec]) -> None:
    """Show a page of all keys, read from the table of actions."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Keyboard")
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(6)
    for number, spec in enumerate(spec for spec in specs if spec.keys):
        keys = QLabel(QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText))
        keys.setFont(interface_font(bold=True))
        row, column = number // 2, 2 * (number % 2)
        grid.addWidget(keys, row, column)
        grid.addWidget(QLabel(spec.plain_text), row, column + 1)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
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
