"""Where the labelled pairs are, judge() is timed on each; where they are not, that is said."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.judging import SET, judge_us, judged_line


def _write(gold: Path, pairs: list[tuple[str, str]]) -> Path:
    path = gold / SET
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps({"a": left, "b": right}) + "\n" for left, right in pairs), encoding="utf-8")
    return path


def test_each_pair_is_timed(tmp_path: Path) -> None:
    pairs = [("12 people died.", "13 people died."), ("It rained all day.", "It rained.")]
    times_us = judge_us(_write(tmp_path, pairs))
    assert len(times_us) == 2
    assert all(1 < time_us < 1e6 for time_us in times_us)
    assert judged_line(tmp_path).startswith("judge() on 2 pairs of ")


def test_a_missing_folder_or_set_is_named(tmp_path: Path) -> None:
    assert judged_line(None) == "judge() was not timed: name a folder of labelled pairs with --gold."
    assert judged_line(tmp_path) == f"judge() was not timed: there is no {SET} in {tmp_path}."
