"""Pairs of drafts that come with the program, to try it on."""

from __future__ import annotations

from compare_app.app.recent import Recent
from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path


def samples() -> tuple[Recent, ...]:
    """Every pair, its drafts as left and right in the order of their names; empty in an installation without any.

    A start shows them: to read what changes.toml says of them would bring a parser along.
    """
    try:
        folders = sorted(path.parent for path in resource_path("samples").glob("*/changes.toml"))
    except ResourceError:
        return ()
    found = []
    for folder in folders:
        drafts = sorted(map(str, folder.glob("*-draft.*")))
        found.append(Recent(folder.name.replace("-", " ").capitalize(), tuple(drafts)))
    return tuple(found)
