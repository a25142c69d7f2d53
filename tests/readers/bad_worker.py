"""A worker whose parser of plain text does what bad files make parsers do.

python -m tests.readers.bad_worker hang|eat|hoard|die
"""

from __future__ import annotations

import os
import sys
import time

from compare_app.app import limits, worker
from compare_app.core.control import Stage
from compare_app.core.document import Reading
from compare_app.core.records import replace
from compare_app.readers import registry
from compare_app.readers.format import Raw
from compare_app.readers.text import TEXT

_MARK = b"bad"
if sys.argv[1] == "hoard":
    limits._lower = lambda most_bytes: None


def _misread(raw: Raw) -> Reading:
    if _MARK not in raw.data:
        return TEXT.read(raw)
    match sys.argv[1]:
        case "hang":
            time.sleep(600)
        case "eat":
            hoard = []
            while True:
                hoard.append(bytes(1_000_000_000))  # asked for, never touched
        case "hoard":  # where the system sets no limit
            held = []
            for _ in range(100):
                held.append(b"x" * 50_000_000)
                raw.control.report(Stage.READ, 0.5)
                time.sleep(0.05)
        case "die":
            os.abort()
    raise AssertionError(sys.argv[1])


registry.FORMATS = (*registry.FORMATS[:-1], replace(TEXT, sniff=lambda data: _MARK in data, read=_misread))
sys.exit(worker.main())
