"""Pairs of drafts that come with the program, to try it on."""

from __future__ import annotations

from compare_app.app.recent import Recent
from compare_app.core.errors import ResourceError
from compare_app.core.resources import read_toml, resource_path


def samples() -> tuple[Recent, ...]:
    """Every pair, its drafts as left and right; empty in an installation without any."""
    try:
        folders = sorted(path.parent for path in resource_path("samples").glob("*/changes.toml"))
    except ResourceError:
        return ()
    found = []
    for folder in folders:
        named = read_toml(folder / "changes.toml")
        left, right = folder / named["left"], folder / named["right"]
        found.append(Recent(folder.name.replace("-", " ").capitalize(), (str(left), str(right))))
    return tuple(found)
