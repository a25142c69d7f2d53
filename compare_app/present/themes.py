"""The colours of window and page, read from `resources/themes`."""

from __future__ import annotations

import json
from functools import cache

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path
from compare_app.core.translation import tr
from compare_app.present.marks import Mark

SCHEMES = ("light", "dark", "contrast")
"""How bright the window is; "contrast" is light on black."""
PALETTES = ("default", "red-green", "quiet")
"""Which colours mark what: blue and orange, green and red, or colour for what contradicts alone.

Green and red differ in the brightness of their blue as well; beside them magenta contradicts. In the quiet one all else
is told by line and glyph.
"""

GROUNDS = ("window", "base", "text", "dim", "line", "hover", "accent", "accent_text")
INKS = ("ink", "tint", "strong")
"""Colours of one mark: text and lines, the ground of a claim, the ground of the words that matter."""


def theme_name(palette: str, scheme: str) -> str:
    """The theme that shows `palette` in `scheme`; each has a file."""
    return scheme if palette == "default" else f"{palette}-{scheme}"


@cache
def theme_colours(theme: str) -> dict[str, str]:
    """The colours of the theme "light", "red-green-dark" or another as "#RRGGBB", by name: "text", "added-ink".

    They are not to be changed. What a theme's file does not name is as in the one it inherits from.
    Raises ResourceError when the theme's file is missing or damaged.
    """
    path = resource_path("themes", f"{theme}.json")
    try:
        colours = json.loads(path.read_text(encoding="utf-8"))
        found = dict(theme_colours(colours["inherits"])) if "inherits" in colours else {}
        found |= {name: str(colours[name]) for name in GROUNDS if name in colours}
        for mark, inks in colours["marks"].items():
            found |= {f"{mark}-{ink}": str(inks[ink]) for ink in INKS}
        expected = {*GROUNDS, *(f"{mark.value}-{ink}" for mark in Mark for ink in INKS)}
        if found.keys() != expected:
            raise KeyError(*sorted(found.keys() ^ expected))
    except (OSError, ValueError, KeyError, TypeError) as error:
        sentence = tr("The colour theme {name} is damaged.", name=theme)
        raise ResourceError(sentence, hint=tr("Install the program again.")) from error
    return found
