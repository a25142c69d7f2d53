"""Reads the word lists under `resources/lexicons/<language>/<name>.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from compare_app.core.errors import ResourceError
from compare_app.core.resources import read_toml, resource_path
from compare_app.core.translation import tr


@cache
def load_lexicon(language: str, name: str) -> dict[str, Any]:
    """The list `name` of `language` as parsed TOML, empty where that language has none; do not change it.

    Every list carries `source` and `licence` keys. Raises ResourceError when the file is damaged.
    """
    path = resource_path("lexicons") / language / f"{name}.toml"
    if not path.is_file():
        return {}
    try:
        return read_toml(path)
    except (OSError, ValueError) as error:
        raise ResourceError(
            tr("The program's word list {name} is damaged.", name=f"{language}/{name}"),
            hint=tr("Install the program again."),
        ) from error
