"""What was open lately: sessions, and pairs of files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from compare_app.app.files import write_with_folder
from compare_app.core.records import record

_MOST = 12  # more than a start page shows without scrolling helps nobody


@record
class Recent:
    """One session, or the left and the right file of a comparison."""

    title: str
    paths: tuple[str, ...]

    @property
    def is_missing(self) -> bool:
        """Whether a file of it is no longer there."""
        return not all(Path(path).is_file() for path in self.paths)


def read_recent(file: Path) -> tuple[Recent, ...]:
    """The list kept in `file`, the latest first; empty where there is none that can be read."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
        return tuple(Recent(str(entry["title"]), tuple(map(str, entry["paths"]))) for entry in entries)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def add_recent(file: Path, recent: Recent) -> None:
    """Put `recent` first in the list kept in `file`, unless it is. Raises WriteError when it cannot be kept."""
    known = read_recent(file)
    if known[:1] != (recent,):
        _write(file, [recent, *(one for one in known if one.paths != recent.paths)][:_MOST])


def forget_missing(file: Path) -> None:
    """Take what is no longer there off the list kept in `file`. Raises WriteError when it cannot be kept."""
    _write(file, [known for known in read_recent(file) if not known.is_missing])


def is_temporary(paths: Iterable[str]) -> bool:
    """Whether one of `paths` will soon be gone: git difftool hands over files in the system's folder for such."""
    import tempfile  # takes 4 ms

    folder = Path(tempfile.gettempdir()).resolve()
    return any(not Path(path).is_file() or folder in Path(path).resolve().parents for path in paths)


def _write(file: Path, recents: list[Recent]) -> None:
    entries = [{"title": recent.title, "paths": list(recent.paths)} for recent in recents]
    write_with_folder(file, json.dumps(entries, ensure_ascii=False, indent=1))
