"""What every part of the window is for, to be asked with the pointer (What's this?)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWhatsThis, QWidget

from compare_app.core.translation import marked, tr
from compare_app.gui.actions import ACTIONS
from compare_app.gui.dialogs import show_about, show_keys
from compare_app.gui.first_picture import FirstPicture
from compare_app.gui.slots import Slots

PARTS = {
    "QMenuBar": marked("Every command of the program, with its keys."),
    "Chips": marked("How much of each kind was found. A click shows only that kind; another shows all again."),
    "FilterBar": marked("Shows only what holds these words, has this verdict, or was found by this rule."),
    "FindBar": marked("Finds words in the documents. Quotation marks, dashes and spaces of any kind are found alike."),
    "MessageBar": marked("What happened, and what to do about it."),
    "OfferBar": marked("Something the program could do for you. It waits and changes nothing by itself."),
    "BusyBar": marked("How far the comparison has come. It can be cancelled; what is open stays open."),
    "HintBar": marked("Advice for the first days. Each comes once."),
    "StartPage": marked("Drop one or two documents here, open them, or go on where you left off."),
    "Views": marked(
        "The documents. Tinted words differ, boxed ones contradict; click one to see why. "
        "Grey lines were set aside; a click brings one back. The bars at the sides show every difference."
    ),
    "DifferenceList": marked("Every difference that is shown, gravest first."),
    "WhyCard": marked("Why the selected difference is marked, how its facts were read, and what you decided about it."),
    "QStatusBar": marked("Where you are, how much you have reviewed, and how the documents were compared."),
}
"""By the class of the part; what lies inside a part is explained by it."""
_ACTIONS = {
    "swap_sides": marked("Exchanges left and right. Decisions are kept."),
    "save_report": marked("Writes what was found into a file, as a web page, text or data."),
    "compare_again": marked("Reads both documents again and compares them."),
    "next_contradiction": marked(
        "Goes to the next place where both cannot be true, whatever is hidden; where there is none, to the next "
        "possible conflict."
    ),
    "next_difference": marked("Goes to the next difference that is shown."),
    "previous_difference": marked("Goes to the difference before."),
    "confirm": marked("Says that the finding is right. It is counted as reviewed."),
    "dismiss": marked("Says that the finding is none. It no longer counts and is left out of reports."),
    "facts_only": marked("Hides what is only said in other words."),
    "hide_same": marked("Hides what is the same, but for a paragraph around every difference."),
    "show_all": marked("Ends every filter."),
    "copy_marked": marked("Copies the selected words with their marks, for a word processor or an e-mail."),
    "copy_finding": marked("Copies the selected difference as text: why it is marked, and what both sides say."),
    "go_to_partner": marked("Goes to what belongs to the selection in the other document."),
    "command_palette": marked("Finds every command by a few letters of its name."),
}


class Explaining:
    """Gives the parts of `window` their explanations, starts to be asked, and shows the pages of the menu Help."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        FirstPicture(window, self._explain_parts)

    def _explain_parts(self) -> None:
        for part in self._window.findChildren(QWidget):
            if type(part).__name__ in PARTS:
                part.setWhatsThis(tr(PARTS[type(part).__name__]))

    def slots(self) -> Slots:
        """Asking with the pointer, the keys, the versions."""
        return {
            "whats_this": QWhatsThis.enterWhatsThisMode,
            "show_keys": lambda: show_keys(self._window, ACTIONS),
            "about": lambda: show_about(self._window),
        }


def explain_actions(actions: Mapping[str, QAction]) -> None:
    """Give every action an explanation: its own where there is one, else its name, with its keys."""
    for spec in ACTIONS:
        if spec.name:
            said = tr(_ACTIONS[spec.name]) if spec.name in _ACTIONS else f"{spec.plain_text}."
            actions[spec.name].setWhatsThis(f"{said} ({spec.keys_text})" if spec.keys_now else said)
