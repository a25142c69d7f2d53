"""The colours of window and page, read from `resources/themes`."""

from __future__ import annotations

import tomllib
from functools import cache

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path
from compare_app.present.marks import Mark

GROUNDS = ("window", "base", "text", "dim", "line", "hover", "accent", "accent_text")
INKS = ("ink", "tint", "strong")
"""Colours of one mark: text and lines, the ground of a claim, the ground of the words that matter."""


@cache
def theme_colours(theme: str) -> dict[str, str]:
    """The colours of the theme "light" or "dark" as "#RRGGBB", by name: "text", "added-ink"; do not change it.

    Raises ResourceError when the theme's file is missing or damaged.
    """
    path = resource_path("themes", f"{theme}.toml")
    try:
        colours = tomllib.loads(path.read_text(encoding="utf-8"))
        found = {name: str(colours[name]) for name in GROUNDS}
        found |= {f"{mark.value}-{ink}": str(colours["marks"][mark.value][ink]) for mark in Mark for ink in INKS}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"The colour theme {theme} is damaged.", hint="Install the program again.") from error
    return found
