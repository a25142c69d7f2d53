"""Regular expressions that are compiled when a text first needs them."""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile(text, flags)`, but compiled on first use and nearly free until then.

    To compile all of the program's patterns at its start took 30 ms (2026-11); most texts need a few of them. After
    the first use a call costs what it costs on the compiled pattern.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands for a pattern, and keeps its compiled methods once one was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # any method of a compiled pattern
        value = self.__dict__[name] = getattr(re.compile(self._text, self._flags), name)
        return value
