"""What the command line says beside its result."""

from __future__ import annotations

import sys

from compare_app.core.errors import CompareError


def say(sentence: str, hint: str = "") -> None:
    """Print `sentence` and, on a line of its own, `hint` to standard error. Unprintable characters are replaced."""
    lines = [f"compare-app: {sentence}", *([f"  {hint}"] if hint else [])]
    for line in lines:
        shown = "".join(c if c.isprintable() else "\ufffd" for c in line)
        encoding = sys.stderr.encoding or "ascii"
        print(shown.encode(encoding, "replace").decode(encoding), file=sys.stderr)


def say_error(error: CompareError) -> None:
    """Print what went wrong and what to do about it."""
    say(error.message, error.hint)
