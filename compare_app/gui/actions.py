"""One table of everything the user can do; menus, toolbar, shortcuts and the keyboard page come from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QWidget

from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.gui.key_rules import collide, is_needed, is_pressable
from compare_app.gui.tool_bar import ToolBar

_chosen_keys: dict[str, str] = {}


@record
class ActionSpec:
    """One action: its name in code, menu, text and keys. `toolbar` is the text there, empty for none,
    and `toolbar_short` the one where there is little room.

    An empty name is a separator.
    """

    name: str
    menu: str
    text: str = ""
    keys: str = ""
    toolbar: str = ""
    toolbar_short: str = ""
    needs_comparison: bool = False
    checkable: bool = False

    @property
    def keys_now(self) -> str:
        """The keys the person chose for it, else its own; empty for none."""
        return _chosen_keys.get(self.name, self.keys)

    @property
    def keys_text(self) -> str:
        """The keys as this system writes them."""
        return QKeySequence(self.keys_now).toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def plain_text(self) -> str:
        """The text without the marks of a menu."""
        return plain(tr(self.text))


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open_any", "File", marked("Open…"), "Ctrl+O"),
    ActionSpec(
        "open_left",
        "File",
        marked("Open left…"),
        "Ctrl+Alt+O",
        toolbar=marked("Open left…"),
        toolbar_short=marked("Left…"),
    ),
    ActionSpec("swap_sides", "Compare", marked("Swap sides"), "Alt+\\", toolbar="⇄"),
    ActionSpec(
        "open_right",
        "File",
        marked("Open right…"),
        "Ctrl+Shift+O",
        toolbar=marked("Open right…"),
        toolbar_short=marked("Right…"),
    ),
    ActionSpec("", "File"),
    ActionSpec("save_session", "File", marked("Save session"), "Ctrl+S"),
    ActionSpec("save_session_as", "File", marked("Save session as…"), "Ctrl+Shift+S"),
    ActionSpec("save_report", "File", marked("Save report…"), "Ctrl+E", needs_comparison=True),
    ActionSpec("print", "File", marked("Print…"), "Ctrl+P", needs_comparison=True),
    ActionSpec("", "File"),
    ActionSpec("close", "File", marked("Close"), "Ctrl+W"),
    ActionSpec("quit", "File", marked("Quit"), "Ctrl+Q"),
    ActionSpec("undo", "Edit", marked("Undo"), "Ctrl+Z"),
    ActionSpec("redo", "Edit", marked("Redo"), "Ctrl+Shift+Z"),
    ActionSpec("", "Edit"),
    ActionSpec("copy", "Edit", marked("Copy"), "Ctrl+C"),
    ActionSpec("copy_marked", "Edit", marked("Copy with marks"), "Ctrl+Shift+C", needs_comparison=True),
    ActionSpec("copy_finding", "Edit", marked("Copy the difference as text"), "Ctrl+Alt+C", needs_comparison=True),
    ActionSpec("paste", "Edit", marked("Paste as a document"), "Ctrl+V"),
    ActionSpec("", "Edit"),
    ActionSpec("edit_side", "Edit", marked("Edit this side"), "F2"),
    ActionSpec("save_edited", "Edit", marked("Save the edited text"), "Ctrl+Alt+S"),
    ActionSpec("", "Edit"),
    ActionSpec("find", "Edit", marked("Find…"), "Ctrl+F", toolbar=marked("Find in both"), toolbar_short=marked("Find")),
    ActionSpec("find_next", "Edit", marked("Next match"), "F3"),
    ActionSpec("find_previous", "Edit", marked("Previous match"), "Shift+F3"),
    ActionSpec("", "Edit"),
    ActionSpec("show_settings", "Edit", marked("Settings…"), "Ctrl+,"),
    ActionSpec("compare_again", "Compare", marked("Compare again"), "F5"),
    ActionSpec("compare_revisions", "Compare", marked("Compare tracked changes or columns"), "Ctrl+Shift+T"),
    ActionSpec("", "Compare"),
    ActionSpec("what_counts", "Compare", marked("What counts…"), "Ctrl+K"),
    ActionSpec("toggle_set_aside", "Compare", marked("Bring back or set aside a grey line"), "Ctrl+Shift+B"),
    ActionSpec("choose_language", "Compare", marked("Read again in another language…"), "Ctrl+Alt+L"),
    ActionSpec("choose_encoding", "Compare", marked("Read again in another encoding…"), "Ctrl+Alt+E"),
    ActionSpec("", "Compare"),
    ActionSpec("cancel", "Compare", marked("Cancel"), "Esc"),
    ActionSpec("confirm", "Review", marked("Confirm the finding"), "Ctrl+Return", needs_comparison=True),
    ActionSpec("dismiss", "Review", marked("Dismiss the finding"), "Ctrl+Del", needs_comparison=True),
    ActionSpec("dismiss_rule", "Review", marked("Dismiss its rule, or use it again"), "Alt+Del", needs_comparison=True),
    ActionSpec("", "Review"),
    ActionSpec(
        "judge_contradicting", "Review", marked("The pair contradicts"), "Ctrl+Shift+Return", needs_comparison=True
    ),
    ActionSpec(
        "judge_agreeing", "Review", marked("The pair does not contradict"), "Ctrl+Shift+Del", needs_comparison=True
    ),
    ActionSpec("", "Review"),
    ActionSpec("pin", "Review", marked("Pin as a pair"), "Ctrl+L", needs_comparison=True),
    ActionSpec("cut", "Review", marked("Cut the pair"), "Ctrl+Shift+L", needs_comparison=True),
    ActionSpec("", "Review"),
    ActionSpec("note", "Review", marked("Note…"), "Ctrl+M", needs_comparison=True),
    ActionSpec("reopen", "Review", marked("Open again what was decided"), "Ctrl+Backspace", needs_comparison=True),
    ActionSpec("list_lost", "Review", marked("Decisions about text that is gone…"), needs_comparison=True),
    ActionSpec(
        "previous_difference", "Go", marked("Previous difference"), "Alt+Up", toolbar="↑", needs_comparison=True
    ),
    ActionSpec("next_difference", "Go", marked("Next difference"), "Alt+Down", toolbar="↓", needs_comparison=True),
    ActionSpec(
        "next_contradiction",
        "Go",
        marked("Next contradiction"),
        "F8",
        toolbar=marked("⚠ Next contradiction"),
        toolbar_short="⚠",
        needs_comparison=True,
    ),
    ActionSpec(
        "view_side_by_side", "View", marked("Side by side"), "Ctrl+1", toolbar=marked("Side by side"), checkable=True
    ),
    ActionSpec("view_pairs", "View", marked("Pairs"), "Ctrl+2", toolbar=marked("Pairs"), checkable=True),
    ActionSpec("view_one_column", "View", marked("One column"), "Ctrl+3", toolbar=marked("One column"), checkable=True),
    ActionSpec("view_findings", "View", marked("Findings"), "Ctrl+4", toolbar=marked("Findings"), checkable=True),
    ActionSpec("", "View"),
    ActionSpec("filter", "View", marked("Filter…"), "Ctrl+Shift+F", needs_comparison=True),
    ActionSpec("facts_only", "View", marked("Facts only"), "Ctrl+Shift+E", needs_comparison=True, checkable=True),
    ActionSpec(
        "hide_same", "View", marked("Hide what is the same"), "Ctrl+Shift+H", needs_comparison=True, checkable=True
    ),
    ActionSpec("show_all", "View", marked("Show everything again"), "Ctrl+0", needs_comparison=True),
    ActionSpec("", "View"),
    ActionSpec("theme_system", "View", marked("Colours of the &system"), checkable=True),
    ActionSpec("theme_light", "View", marked("&Light"), checkable=True),
    ActionSpec("theme_dark", "View", marked("&Dark"), checkable=True),
    ActionSpec("theme_contrast", "View", marked("&High contrast"), checkable=True),
    ActionSpec("", "View"),
    ActionSpec("scroll_together", "View", marked("Scroll both sides together"), "Ctrl+Shift+Y", checkable=True),
    ActionSpec("full_screen", "View", marked("Full screen"), "F11", checkable=True),
    ActionSpec("previous_contradiction", "Go", marked("Previous contradiction"), "Shift+F8", needs_comparison=True),
    ActionSpec("", "Go"),
    ActionSpec("go_to_partner", "Go", marked("Jump to the partner"), "Ctrl+Shift+G", needs_comparison=True),
    ActionSpec("other_pane", "Go", marked("Other pane"), "F6"),
    ActionSpec("go_to_claim", "Go", marked("Claim by its number…"), "Ctrl+G", needs_comparison=True),
    ActionSpec("go_to_list", "Go", marked("List of differences"), "Ctrl+Shift+D", needs_comparison=True),
    ActionSpec("command_palette", "Help", marked("Find a command…"), "Ctrl+Shift+P"),
    ActionSpec("show_keys", "Help", marked("Keyboard"), "F1"),
    ActionSpec("whats_this", "Help", marked("What’s this?"), "Shift+F1"),
    ActionSpec("about", "Help", marked("About")),
)

_BY_NAME = {spec.name: spec for spec in ACTIONS if spec.name}
MENUS = ("File", "Edit", "View", "Compare", "Review", "Go", "Help")
_MENU_TITLES = {
    "File": marked("&File"),
    "Edit": marked("&Edit"),
    "View": marked("&View"),
    "Compare": marked("&Compare"),
    "Review": marked("&Review"),
    "Go": marked("&Go"),
    "Help": marked("&Help"),
}
_FIRST_OF_GROUPS = ("previous_difference", "view_side_by_side")
_FIRST_TO_GO = ("open_left", "swap_sides", "open_right")  # of the toolbar, where it is narrow: they are dropped, too
_AT_THE_END = "find"  # of the toolbar, where a field for it is looked for


def menu_name(menu: str) -> str:
    """What the menu is called, without the mark of its key."""
    return plain(tr(_MENU_TITLES[menu]))


def plain(text: str) -> str:
    """The text of an action or a menu without what only a menu shows: "파일(&F)", "&Open…"."""
    return re.sub(r"\(&\w\)|&|…", "", text)


def use_keys(chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Take the keys `chosen` for actions from now on; returns the actions that keep their own after all.

    These are unknown ones, and those whose keys nobody could press, are needed to type and move, or mean two things.
    """
    _chosen_keys.clear()
    usable = {name: keys for name, keys in chosen.items() if is_pressable(keys) and not is_needed(keys)}
    _chosen_keys.update({name: keys for name, keys in usable.items() if name in _BY_NAME})
    rivals = [name for name, keys in _chosen_keys.items() if rival_of(name, keys) is not None]
    for name in rivals:
        del _chosen_keys[name]
    return tuple(name for name in chosen if name not in _chosen_keys)


def rival_of(name: str, keys: str) -> ActionSpec | None:
    """The action other than `name` that `keys` mean already."""
    others = (spec for spec in ACTIONS if spec.name not in ("", name))
    return next((spec for spec in others if collide(spec.keys_now, keys)), None)


def show_shortcuts(actions: Mapping[str, QAction]) -> None:
    """Give `actions` the keys they have now, and say them in their hints."""
    for name, action in actions.items():
        spec = _BY_NAME[name]
        action.setShortcut(QKeySequence(spec.keys_now))
        action.setToolTip(f"{spec.plain_text} ({spec.keys_text})" if spec.keys_now else spec.plain_text)
    texts = {actions[spec.name]: _toolbar_texts(spec) for spec in ACTIONS if spec.toolbar_short}
    for place in actions[_AT_THE_END].associatedObjects():
        if isinstance(place, ToolBar):
            place.shorten(texts, actions[_AT_THE_END])


def _toolbar_texts(spec: ActionSpec) -> tuple[str, str]:
    """What a button is called where there is room, and where there is not; what looks like a field tells its keys."""
    keys = f"  {spec.keys_text}" if spec.name == _AT_THE_END and spec.keys_now else ""
    return tr(spec.toolbar) + keys, tr(spec.toolbar_short)


def keys_of(name: str) -> str:
    """The keys of the action `name` as this system writes them. Raises KeyError where there is none."""
    return _BY_NAME[name].keys_text


def build_actions(window: QMainWindow, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Every action of the table by name, connected to `slots`, in the menus and on the toolbar of `window`.

    Raises KeyError where an action has no slot.
    """
    menus = {name: window.menuBar().addMenu(tr(title)) for name, title in _MENU_TITLES.items()}
    for name, menu in menus.items():
        menu.setObjectName(name)
        menu.setAccessibleName(menu_name(name))
    toolbar = ToolBar(tr("Tools"), window)
    window.addToolBar(toolbar)
    actions = {}
    for spec in ACTIONS:
        if not spec.name:
            menus[spec.menu].addSeparator()
            continue
        actions[spec.name] = _action(window, spec, slots[spec.name])
        menus[spec.menu].addAction(actions[spec.name])
        if spec.name in _FIRST_OF_GROUPS:
            toolbar.addSeparator()
        if spec.toolbar and spec.name != _AT_THE_END:
            toolbar.add(actions[spec.name], spec.plain_text)
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    toolbar.addWidget(room)
    toolbar.add(actions[_AT_THE_END], _BY_NAME[_AT_THE_END].plain_text)
    toolbar.setAccessibleName(tr("Tools"))
    toolbar.give_up_first([actions[name] for name in _FIRST_TO_GO])
    show_shortcuts(actions)
    return actions


def add_submenu(window: QMainWindow, menu: str, before: str, submenu: QMenu) -> None:
    """Put `submenu` into `menu` above the separator over the action `before`, or above that action."""
    found = window.menuBar().findChild(QMenu, menu)
    assert isinstance(found, QMenu)  # build_actions made it
    entries = found.actions()
    place = [entry.objectName() for entry in entries].index(before)
    found.insertMenu(entries[place - 1] if place and entries[place - 1].isSeparator() else entries[place], submenu)


def _action(window: QMainWindow, spec: ActionSpec, slot: Callable[[], object]) -> QAction:
    action = QAction(window)
    action.setText(tr(spec.text))
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    if spec.toolbar:
        action.setIconText(tr(spec.toolbar))
    action.setEnabled(not spec.needs_comparison)
    action.triggered.connect(lambda _checked=False: slot())
    return action
