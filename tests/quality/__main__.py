"""Scores on labelled data, and whether any fell below its floor: `python -m tests.quality --gold FOLDER [AREA …]`.

Exits with 1 when a score is below the floor in floors.json, or when a floor has no score. A floor is what the
program reached when it was set, rounded down to the third digit. --raise lifts floors to what is reached now,
writes them into the README's tables, and never lowers one: that is done by hand, in a commit that says why.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from math import floor
from pathlib import Path
from time import perf_counter

from tests.quality.readme_figures import with_figures

Scores = Mapping[str, Mapping[str, float]]

# Each area: the module with its `measure`, and the folder below --gold that it is given.
_AREAS = {
    "segmentation": ("tests.quality.segmentation", "segmentation"),
    "alignment": ("tests.quality.alignment", ""),
    "contradiction": ("tests.quality.contradiction", ""),
}
_FLOORS = Path(__file__).with_name("floors.json")
_README = Path(__file__).resolve().parents[2] / "README.md"


def main(arguments: list[str]) -> int:
    """0 when every floor holds, else 1; prints a table for each area."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="Score the program on labelled data.")
    parser.add_argument("--gold", type=Path, required=True, help="folder of labelled data")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of {', '.join(_AREAS)} (default: all)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is reached now")
    options = parser.parse_args(arguments)
    floors: dict[str, Scores] = json.loads(_FLOORS.read_text(encoding="utf-8"))
    fallen: list[str] = []
    for area in options.areas or _AREAS:
        scores = _measured(area, options.gold)
        fallen += [f"{area}: {line}" for line in below(scores, floors.get(area, {}))]
        floors[area] = lifted(scores, floors.get(area, {}))
    for line in fallen:
        print(f"BELOW ITS FLOOR  {line}")
    if options.lift:
        _FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        _README.write_text(with_figures(_README.read_text(encoding="utf-8"), floors), encoding="utf-8")
    return 1 if fallen else 0


def _measured(area: str, gold: Path) -> Scores:
    module, folder = _AREAS[area]
    measure: Callable[[Path], Scores] = import_module(module).measure
    started = perf_counter()
    scores = measure(gold / folder)
    print(f"{area} ({perf_counter() - started:.1f} s)\n\n" + "\n".join(table(scores)) + "\n", flush=True)
    return scores


def below(scores: Scores, floors: Scores) -> Iterator[str]:
    """A line for every floor that its score does not reach or that has no score."""
    for name, wanted in floors.items():
        for figure, least in wanted.items():
            score = scores.get(name, {}).get(figure)
            if score is None:
                yield f"{name} {figure}: not measured, floor {least:.3f}"
            elif score < least:
                yield f"{name} {figure}: {score:.4f}, floor {least:.3f}"


def lifted(scores: Scores, floors: Scores) -> dict[str, dict[str, float]]:
    """The floors with every figure at least at its score, cut after the third digit.

    Counts and rates of false alarms, where more is not better, get no floor; nor do precision and recall where F1
    weighs them against each other.
    """
    higher = {name: dict(row) for name, row in floors.items()}
    for name, row in scores.items():
        for figure, score in row.items():
            if score <= 1 and figure not in _without_floor(row):
                wanted = higher.setdefault(name, {})
                wanted[figure] = max(floor(1000 * score) / 1000, wanted.get(figure, 0.0))
    return higher


def _without_floor(row: Mapping[str, float]) -> frozenset[str]:
    return frozenset({"false_alarm_rate", "p", "r"} if "f1" in row else {"false_alarm_rate"})


def table(scores: Scores) -> list[str]:
    """The scores as lines of a Markdown table, a row for each set."""
    figures = list(dict.fromkeys(figure for row in scores.values() for figure in row))
    lines = [f"| set | {' | '.join(figures)} |", f"| --- |{' ---: |' * len(figures)}"]
    for name, row in scores.items():
        cells = (_cell(row[figure]) if figure in row else "" for figure in figures)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _cell(score: float) -> str:
    return f"{score:.4f}" if score <= 1 else f"{score:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
