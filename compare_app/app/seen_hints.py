"""Which hints for newcomers a person has seen, kept so that none comes twice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from compare_app.app.files import write_with_folder


def read_seen(file: Path) -> frozenset[str]:
    """The names kept in `file`; none where there is no such file or where it cannot be read."""
    try:
        return frozenset(map(str, json.loads(file.read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError):
        return frozenset()


def write_seen(file: Path, names: Iterable[str]) -> None:
    """Keep `names` in `file`. Raises WriteError when they cannot be kept."""
    write_with_folder(file, json.dumps(sorted(names)))
