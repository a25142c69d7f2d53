"""What the documents of both sides are called, told apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from compare_app.core.document import Document, Side
from compare_app.present.document_facts import document_name, printable


def names_apart(documents: Mapping[Side, Document | None]) -> dict[Side, str]:
    """The name of each document that is open; two files of one name with as much of their folders as tells them apart.

    So `git difftool` shows "git-blob-x1y2z3/d.txt" and "texts/d.txt".
    """
    opened = {side: document for side, document in documents.items() if document is not None}
    names = {side: document_name(document) for side, document in opened.items()}
    files = {side: Path(document.source.path).absolute() for side, document in opened.items() if document.source.path}
    are_called_so = all(file.name == opened[side].source.name for side, file in files.items())
    if len(files) < len(Side) or not are_called_so or len(set(names.values())) == len(Side):
        return names
    most = min(len(file.parts) for file in files.values())
    for count in range(2, most + 1):
        ends = {side: printable(str(Path(*file.parts[-count:]))) for side, file in files.items()}
        if len(set(ends.values())) == len(Side):
            return ends
    return names
