"""Every action does what it says; what the dialogs offer comes from the registries."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from compare_app.core.document import Side
from compare_app.gui.actions import ACTIONS, keys_of
from compare_app.readers.registry import FORMATS
from compare_app.report.registry import FORMATS as REPORTS
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk


def test_no_key_means_two_things() -> None:
    keys = [spec.keys for spec in ACTIONS if spec.keys]
    assert len(keys) == len(set(keys))


def test_what_needs_a_comparison_waits_for_one(desk: Desk) -> None:
    names = [spec.name for spec in ACTIONS if spec.needs_comparison]
    assert not any(desk.window.actions_by_name[name].isEnabled() for name in names)
    desk.open_samples()
    assert all(desk.window.actions_by_name[name].isEnabled() for name in names)


def test_every_chosen_file_is_opened_and_a_third_is_spoken_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [str(desk.file(name, text)) for name, text in (("1.txt", LEFT), ("2.txt", RIGHT), ("3.txt", LEFT))]
    offered = []

    def choose(_parent: QWidget, _title: str, _folder: str, known: str) -> tuple[list[str], str]:
        offered.append(known)
        return paths, known

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    desk.window.actions_by_name["open_any"].trigger()
    desk.wait_for_comparison()
    assert [desk.state.documents[side].source.name for side in Side] == ["1.txt", "2.txt"]  # type: ignore[union-attr]
    assert "more than two files" in desk.window.messages.text
    assert all(f"*{extension}" in offered[0] for known in FORMATS for extension in known.extensions)


def test_a_dialog_that_was_closed_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    for name in ("open_left", "open_right"):
        desk.window.actions_by_name[name].trigger()
    assert desk.state.documents == {Side.LEFT: None, Side.RIGHT: None}
    assert desk.window.messages.text == ""


def save_as(name: str, chosen: str, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> list[str]:
    """Save the report as a person does who types `name` and picks the kind `chosen`; returns the kinds on offer."""
    offered: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        offered.extend(dialog.nameFilters())
        assert dialog.selectedFiles() == [str(desk.folder / "left – right.html")]
        kind = next(one for one in offered if one.startswith(chosen))
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
        dialog.selectFile(str(desk.folder / name))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    with desk.bot.waitSignal(desk.window.reports.told, timeout=WAIT_MS):
        desk.window.actions_by_name["save_report"].trigger()
    return offered


def test_the_report_is_saved_in_the_format_that_was_chosen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    offered = save_as("found.json", "Web page", monkeypatch, desk)
    assert Path(desk.folder / "found.json").read_text(encoding="utf-8").startswith('{\n"schema"')
    assert "found.json" in desk.window.messages.text
    assert {one[one.index("(") :] for one in offered} == {f"(*{known.extension})" for known in REPORTS}


@pytest.mark.parametrize(("kind", "saved"), [("Web page", "found.html"), ("Plain text", "found.txt")])
def test_a_name_without_an_ending_gets_that_of_its_kind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: str, saved: str
) -> None:
    desk.open_samples()
    save_as("found", kind, monkeypatch, desk)
    assert (desk.folder / saved).is_file()
    assert saved in desk.window.messages.text


def test_the_pages_of_help_open_and_close(desk: Desk) -> None:
    for name in ("show_keys", "about"):
        desk.window.actions_by_name[name].trigger()
        (dialog,) = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
        dialog.close()


def test_f6_and_the_jump_to_the_partner_change_the_pane(desk: Desk) -> None:
    desk.open_samples()
    assert desk.window.view.focused_side() is Side.LEFT
    for name, side in (("other_pane", Side.RIGHT), ("other_pane", Side.LEFT), ("go_to_partner", Side.RIGHT)):
        desk.window.actions_by_name[name].trigger()
        assert desk.window.view.focused_side() is side


def test_one_set_of_colours_is_chosen_at_a_time(desk: Desk) -> None:
    for chosen in ("dark", "light", "contrast", "contrast", "system"):
        desk.window.actions_by_name[f"theme_{chosen}"].trigger()
        checked = [
            name
            for name in ("system", "light", "dark", "contrast")
            if desk.window.actions_by_name[f"theme_{name}"].isChecked()
        ]
        assert checked == [chosen]


def test_an_action_that_is_none_has_no_keys() -> None:
    with pytest.raises(KeyError):
        keys_of("no_such_action")
