"""Scores on labelled data, and whether any fell below its floor: `python -m tests.quality --gold FOLDER [AREA …]`.

Exits with 1 when a score is below the floor in floors.json, or when a floor has no score. A floor is what the
program reached when it was set, rounded down to the third digit; it is lowered only in a commit that says why.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from time import perf_counter

Scores = Mapping[str, Mapping[str, float]]

# Each area: the module with its `measure`, and the folder below --gold that it is given.
_AREAS = {
    "segmentation": ("tests.quality.segmentation", "segmentation"),
    "alignment": ("tests.quality.alignment", ""),
    "contradiction": ("tests.quality.contradiction", ""),
}
_FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: list[str]) -> int:
    """0 when every floor holds, else 1; prints a table for each area."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="Score the program on labelled data.")
    parser.add_argument("--gold", type=Path, required=True, help="folder of labelled data")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"of {', '.join(_AREAS)} (default: all)")
    options = parser.parse_args(arguments)
    floors = json.loads(_FLOORS.read_text(encoding="utf-8"))
    fallen: list[str] = []
    for area in options.areas or _AREAS:
        scores = _measured(area, options.gold)
        fallen += [f"{area}: {line}" for line in below(scores, floors.get(area, {}))]
    for line in fallen:
        print(f"BELOW ITS FLOOR  {line}")
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
        for figure, floor in wanted.items():
            score = scores.get(name, {}).get(figure)
            if score is None:
                yield f"{name} {figure}: not measured, floor {floor:.3f}"
            elif score < floor:
                yield f"{name} {figure}: {score:.4f}, floor {floor:.3f}"


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
