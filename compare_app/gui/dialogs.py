"""The few questions and pages that open above the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path

import PySide6
from PySide6 import QtWidgets
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

import compare_app
from compare_app.app.sessions import EXTENSION
from compare_app.core.document import Document, Side
from compare_app.core.translation import tr
from compare_app.gui.actions import ActionSpec
from compare_app.gui.drops import Dropped, read_paths
from compare_app.present.document_facts import format_name

# QtWidgets.QFileDialog: a class of Qt's is made when it is first named, which the start of the window need not do.
_REPORT = "html"  # offered first: it is the one that everybody can open


def ask_for_files(parent: QWidget, side: Side | None) -> Dropped:
    """The file chosen for `side`, or up to two where no side is named; empty when the user thought better of it."""
    from compare_app.app.formats import document_extensions  # knows every reader: when it is wanted

    known = " ".join(f"*{extension}" for extension in (*document_extensions(), EXTENSION))
    documents, anything = tr("Documents and sessions"), tr("All files")
    filters = f"{documents} ({known});;{anything} (*)"
    if side is not None:
        title = tr("Open the left document") if side is Side.LEFT else tr("Open the right document")
        path, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, "", filters)
        return read_paths([path] if path else [])
    paths, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, tr("Open one or two documents"), "", filters)
    return read_paths(paths)


def beside(documents: Iterable[Document], extension: str, otherwise: str) -> Path:
    """A file named after `documents`, or `otherwise`, in the folder of the first of them that lies in one."""
    sources = [document.source for document in documents]
    folder = next((Path(source.path).parent for source in sources if source.path), Path.home())
    name = " – ".join(Path(source.name).stem for source in sources) or otherwise
    return folder / f"{_plain(name)}{extension}"


def _plain(name: str) -> str:
    """`name` without what no file's name may hold."""
    return "".join("_" if letter in '<>:"/\\|?*\n' else letter for letter in name)[:100]


def ask_for_report_path(parent: QWidget, documents: Iterable[Document]) -> str:
    """Where to save a report on `documents`; the ending says its format and is added where none was typed.

    Empty when the user thought better of it.
    """
    suffixes = {_filter_of(name, extension): extension[1:] for name, extension in _report_choices()}
    proposed = next(iter(suffixes.values()))
    dialog = QtWidgets.QFileDialog(parent, tr("Save the report"))
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(suffixes))
    dialog.setDefaultSuffix(proposed)
    wanted = beside(documents, f".{proposed}", tr("comparison"))
    if wanted.parent.is_dir():
        dialog.setDirectory(str(wanted.parent))
    dialog.selectFile(wanted.name)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))
    path = dialog.selectedFiles()[0] if dialog.exec() else ""
    dialog.deleteLater()
    return path


def ask_for_session_path(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save the session, its ending added where none was typed; None when the user thought better of it."""
    dialog = QtWidgets.QFileDialog(parent, tr("Save the session"))
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Sessions") + f" (*{EXTENSION})"])
    dialog.setDefaultSuffix(EXTENSION[1:])
    if proposed.parent.is_dir():
        dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    path = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return path


class Answer(Enum):
    """What a person wants done with decisions, or an edited text, that no file holds."""

    SAVE = "save"
    GIVE_UP = "give up"
    GO_BACK = "go back"


def ask_to_save(parent: QWidget) -> Answer:
    """Ask what to do with decisions that would be lost."""
    return _ask_to_save(
        parent, tr("What you did here is not saved yet."), tr("Save it as a session to come back to it.")
    )


def _ask_to_save(parent: QWidget, message: str, hint: str) -> Answer:
    box = QtWidgets.QMessageBox(parent)
    box.setWindowTitle(tr("Save changes?"))
    box.setText(message)
    box.setInformativeText(hint)
    save = box.addButton(tr("Save"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    give_up = box.addButton(tr("Don't save"), QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
    go_back = box.addButton(tr("Go back"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
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
    from compare_app.app.formats import report_extensions  # when it is wanted

    return sorted(report_extensions().items(), key=lambda known: known[0] != _REPORT)


def _filter_of(name: str, extension: str) -> str:
    return f"{_sentence_case(format_name(name))} (*{extension})"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def show_keys(parent: QWidget, specs: Sequence[ActionSpec]) -> None:
    """Show a page of all keys, read from the table of actions."""
    from compare_app.gui.keyboard_page import KeyboardPage  # when it is wanted

    KeyboardPage(specs, parent).open()


def show_about(parent: QWidget) -> None:
    """Show what this is, of which version, and on what it runs."""
    from importlib.metadata import version  # when it is wanted
    from platform import python_version

    box = QtWidgets.QMessageBox(parent)
    box.setWindowTitle(tr("About"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Compare {version}", version=compare_app.__version__))
    what = tr("Compares two versions or sources of an article, claim by claim. Nothing leaves this machine.")
    runs_on = tr(
        "Python {python}, Qt {qt}, PySide {pyside}, RapidFuzz {rapidfuzz}. MIT licence.",
        python=python_version(),
        qt=qVersion(),
        pyside=PySide6.__version__,
        rapidfuzz=version("rapidfuzz"),
    )
    box.setInformativeText(f"{what}\n\n{runs_on}")
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setEscapeButton(box.addButton(tr("Close"), QtWidgets.QMessageBox.ButtonRole.AcceptRole))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def ask_for_text_path(parent: QWidget, proposed: str) -> str:
    """Where to save an edited text; empty when the user thought better of it."""
    path, _ = QtWidgets.QFileDialog.getSaveFileName(parent, tr("Save the edited text"), proposed)
    return path


def ask_to_overwrite(parent: QWidget, message: str) -> bool:
    """Whether to write over a file that was changed meanwhile, as `message` says."""
    box = QtWidgets.QMessageBox(parent)
    box.setWindowTitle(tr("Write over it?"))
    box.setText(message)
    box.setInformativeText(tr("To write over it loses what the other program wrote."))
    over = box.addButton(tr("Write over it"), QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
    back = box.addButton(tr("Go back"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    is_over = box.clickedButton() is over
    box.deleteLater()
    return is_over


def ask_about_edited_text(parent: QWidget, name: str) -> Answer:
    """Ask what to do with an edited text that is in no file."""
    return _ask_to_save(
        parent, tr("The edited text of “{name}” is not saved.", name=name), tr("Save it to keep what you wrote.")
    )
