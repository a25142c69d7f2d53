"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from compare_app.app.files import refuse_to_overwrite, write_atomically, write_with_folder
from compare_app.core.errors import WriteError


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write_atomically(tmp_path / "new", "Grüße\n")
    assert (tmp_path / "new").read_bytes() == "Grüße\n".encode()
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_symbolic_link_stays(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("before")
    (tmp_path / "link").symlink_to("target")
    write_atomically(tmp_path / "link", "after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "after"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "kept"
    path.write_text("before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write_atomically(path, "after")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", [".", "no/such/folder", "file/inside", "a\0b", "x" * 300])
def test_what_cannot_be_a_file_is_said_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / name, "text")
    assert caught.value.message.endswith(".")
    assert caught.value.hint


def test_a_folder_is_made_where_there_is_none_or_what_stands_in_its_way_is_said(tmp_path: Path) -> None:
    write_with_folder(tmp_path / "new" / "folder" / "file", "text")
    assert (tmp_path / "new" / "folder" / "file").read_text() == "text"
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="cannot be made: Not a directory"):
        write_with_folder(tmp_path / "file" / "folder" / "file", "text")


def test_a_device_is_written_to_not_replaced() -> None:
    write_atomically(Path(os.devnull), "text")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_report_never_lands_on_a_document(tmp_path: Path) -> None:
    document = tmp_path / "document.txt"
    document.write_text("kept")
    (tmp_path / "other-name").symlink_to(document)
    for path in (document, tmp_path / "other-name"):
        with pytest.raises(WriteError, match="one of the two documents"):
            refuse_to_overwrite(path, ("", str(document)))
    refuse_to_overwrite(tmp_path / "new", (str(document),))
    refuse_to_overwrite(document, ("", str(tmp_path / "gone"), "a\0b"))


def test_lone_surrogates_do_not_stop_the_writing(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new", "a\ud800b")
    assert (tmp_path / "new").read_text() == "a?b"
