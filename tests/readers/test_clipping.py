"""What browsers and word processors put on the clipboard: all that was selected, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare_app.readers.registry import read_source

CASES = tomllib.loads((Path(__file__).parent / "clippings.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    reading = read_source(case["html"].encode(), format="clipping", encoding="utf-8")
    assert [[b.kind.value, b.span.of(reading.text)] for b in reading.blocks or ()] == case["blocks"]
    assert reading.source.notes == ()
