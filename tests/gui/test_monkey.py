"""A window that is used without sense says nothing, raises nothing, and does not fall."""

from __future__ import annotations

import subprocess
import sys

_SEED, _STEPS = "7", "120"
_WAIT_S = 90
_EXPECTED = (
    "This plugin does not support",  # of a platform without a screen
    "the worker ended with code",  # they are killed
    "Mouse event",  # of QTest, about a widget that went with the first click of two
)


def test_a_monkey_finds_nothing() -> None:
    line = [sys.executable, "-X", "faulthandler", "-m", "tests.gui.monkey", "--seed", _SEED, "--steps", _STEPS]
    done = subprocess.run(line, capture_output=True, text=True, timeout=_WAIT_S, check=False)
    said = [one for one in done.stderr.splitlines() if not one.startswith(_EXPECTED)]
    assert (done.returncode, said) == (0, []), f"\n{done.stderr}\nwhat it did: {' '.join(line)} --loud"
