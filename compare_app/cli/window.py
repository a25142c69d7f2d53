"""Looks, before Qt is touched, whether a window can be opened here."""

from __future__ import annotations

import os
import sys

from compare_app.core.errors import CompareError
from compare_app.core.translation import marked, tr

_REPORT_HINT = marked("compare-app report LEFT RIGHT compares without a window.")


def refuse_without_display() -> None:
    """Raise CompareError where Qt would end the process for want of a display."""
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not has_display:
        raise CompareError(tr("There is no display to open a window on."), hint=tr(_REPORT_HINT))


def refused_import(error: ImportError) -> CompareError:
    """What to tell the user when Qt itself cannot be loaded."""
    return CompareError(
        tr("The window cannot be opened: {reason}.", reason=error),
        hint=tr("Qt's system libraries may be missing; README.md names them.") + " " + tr(_REPORT_HINT),
    )
