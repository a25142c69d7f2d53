"""Reads the word lists under `resources/lexicons/<language>/<name>.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from compare_app.core.errors import ResourceError
from compare_app.core.resources import read_toml, resource_path


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
            f"The program's word list {language}/{name} is damaged.", hint="Install the program again."
        ) from error
