"""What was open lately, the latest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare_app.app.recent import Recent, add_recent, forget_missing, read_recent
from compare_app.core.errors import WriteError


def test_what_is_opened_again_comes_first_and_stands_there_once(tmp_path: Path) -> None:
    file = tmp_path / "data" / "recent.json"
    one, other = Recent("one", ("one.txt",)), Recent("other", ("other.txt",))
    for recent in (one, other, one):
        add_recent(file, recent)
    assert read_recent(file) == (one, other)


def test_what_is_first_already_is_not_written_again(tmp_path: Path) -> None:
    file, recent = tmp_path / "recent.json", Recent("one", ("one.txt",))
    add_recent(file, recent)
    before = file.stat().st_ino
    add_recent(file, recent)
    assert file.stat().st_ino == before, "every writing makes a new file"
    add_recent(file, Recent("renamed", ("one.txt",)))
    assert read_recent(file) == (Recent("renamed", ("one.txt",)),)


def test_a_list_whose_folder_is_gone_for_good_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for keep in (lambda file: add_recent(file, Recent("one", ("one.txt",))), forget_missing):
        with pytest.raises(WriteError):
            keep(tmp_path / "file" / "data" / "recent.json")
