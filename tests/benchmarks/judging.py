"""Times `judge()` on labelled pairs of claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from compare_app import judge

SET = "contradiction/vitaminc_real_revpairs.jsonl"
_ROUNDS = 3


def judged_line(gold: Path | None) -> str:
    """How long `judge()` takes on the pairs of SET in the folder `gold`, or why that was not measured."""
    if gold is None:
        return "judge() was not timed: name a folder of labelled pairs with --gold."
    if not (gold / SET).is_file():
        return f"judge() was not timed: there is no {SET} in {gold}."
    times_us = judge_us(gold / SET)
    return f"judge() on {len(times_us):,} pairs of {SET}, in process, warm: {median(times_us):.0f} µs (median)"


def judge_us(path: Path) -> list[float]:
    """Microseconds for each pair of `path`: the best of three rounds, after one that loads the word lists."""
    pairs = list(_pairs(path))
    for left, right in pairs:
        judge(left, right)
    best = [float("inf")] * len(pairs)
    for _ in range(_ROUNDS):
        for number, (left, right) in enumerate(pairs):
            started = perf_counter()
            judge(left, right)
            best[number] = min(best[number], 1e6 * (perf_counter() - started))
    return best


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["a"], row["b"]
