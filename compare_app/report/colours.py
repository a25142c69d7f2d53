"""The colours of a page as CSS variables, from the same themes as the window's."""

from __future__ import annotations

import tomllib
from functools import cache

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path
from compare_app.present.marks import Mark

_GROUNDS = ("window", "base", "text", "dim", "line", "hover", "accent")
_INKS = ("ink", "tint", "strong")


@cache
def css_variables(theme: str) -> str:
    """Declarations such as `--text: #1D2126; --added-ink: #0B5CAD;` for the theme "light" or "dark".

    Raises ResourceError when the theme's file is missing or damaged.
    """
    path = resource_path("themes", f"{theme}.toml")
    try:
        colours = tomllib.loads(path.read_text(encoding="utf-8"))
        pairs = [(name, colours[name]) for name in _GROUNDS]
        pairs += [(f"{mark.value}-{ink}", colours["marks"][mark.value][ink]) for mark in Mark for ink in _INKS]
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"The program's theme {theme} is damaged.", hint="Install the program again.") from error
    return " ".join(f"--{name}: {colour};" for name, colour in pairs)
