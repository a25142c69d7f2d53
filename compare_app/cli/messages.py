"""What the command line says beside its result."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO

from compare_app.core.errors import CompareError


def say(sentence: str, hint: str = "") -> None:
    """Print `sentence` and, on a line of its own, `hint` to standard error. Unprintable characters are replaced.

    Where standard error is closed or full nobody can be told, and the exit code has to speak for itself.
    """
    if sys.stderr is None:
        return
    try:
        _print(sentence, hint)
    except OSError:
        silence(sys.stderr)


def _print(sentence: str, hint: str) -> None:
    lines = [f"compare-app: {sentence}", *([f"  {hint}"] if hint else [])]
    for line in lines:
        shown = "".join(c if c.isprintable() else "\ufffd" for c in line)
        encoding = sys.stderr.encoding or "ascii"
        print(shown.encode(encoding, "replace").decode(encoding), file=sys.stderr)


def silence(stream: TextIO | None) -> None:
    """Let what is still to come from `stream`, such as Python's last flush, go nowhere instead of failing again."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)


def say_error(error: CompareError) -> None:
    """Print what went wrong and what to do about it."""
    say(error.message, error.hint)
