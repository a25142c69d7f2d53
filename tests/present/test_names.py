"""Two files of one name are told apart by their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare_app.app.documents import Document
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.present.names import names_apart


def named(path: str, name: str = "") -> Document:
    document = Document.from_text("Nothing happened.", language="en", name=name or Path(path).name)
    return replace(document, source=replace(document.source, path=path))


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("/tmp/git-blob-x1/d.txt", "/home/p/texts/d.txt", ["git-blob-x1/d.txt", "texts/d.txt"]),
        ("/a/old/texts/d.txt", "/a/new/texts/d.txt", ["old/texts/d.txt", "new/texts/d.txt"]),
        ("/d.txt", "/a/d.txt", ["/d.txt", "a/d.txt"]),
        ("/a/b\u202ec/d.txt", "/a/e/d.txt", ["b\ufffdc/d.txt", "e/d.txt"]),
        ("/a/c.txt", "/b/d.txt", ["c.txt", "d.txt"]),
        ("/a/d.txt", "/a/d.txt", ["d.txt", "d.txt"]),
    ],
)
def test_as_much_of_the_folder_is_shown_as_is_needed(left: str, right: str, shown: list[str]) -> None:
    assert list(names_apart({Side.LEFT: named(left), Side.RIGHT: named(right)}).values()) == shown


def test_a_label_and_a_pasted_text_have_no_folder() -> None:
    for documents in (
        {Side.LEFT: named("/a/d.txt", "draft"), Side.RIGHT: named("/b/d.txt", "draft")},
        {Side.LEFT: named("/a/d.txt"), Side.RIGHT: named("", "d.txt")},
    ):
        assert "/" not in "".join(names_apart(documents).values())
    assert names_apart({Side.LEFT: None, Side.RIGHT: named("/b/d.txt")}) == {Side.RIGHT: "d.txt"}
