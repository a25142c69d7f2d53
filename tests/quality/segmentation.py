"""Measures segmentation against labelled sentences: `python -m tests.quality.segmentation FOLDER`.

A boundary is the offset at which a claim ends (code points, after its last character that is no white space). Text
takes the way a document takes: blocks, furniture, claims. Furniture that swallows a sentence costs its boundary.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compare_app.core.control import Control
from compare_app.core.document import Metadata
from compare_app.engine.blocks import find_blocks
from compare_app.engine.furniture import set_aside
from compare_app.engine.segment import segment


def measure(gold: Path) -> dict[str, dict[str, float]]:
    """Precision "p", recall "r" and their harmonic mean "f1", each in [0, 1], by the name of the set in `gold`."""
    return {path.stem: _scores(path) for path in sorted(gold.glob("*.jsonl"))}


def boundaries(text: str, language: str) -> set[int]:
    """The offsets at which the claims of `text` end."""
    blocks, _ = set_aside(text, find_blocks(text), Metadata(), language)
    return {claim.span.end for claim in segment(text, blocks, language, control=Control())}


def _scores(path: Path) -> dict[str, float]:
    right = found = wanted = 0
    for row in _rows(path):
        gold, ours = {end for _, end in row["offsets"]}, boundaries(row["text"], row["lang"])
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    return {"p": right / max(1, found), "r": right / max(1, wanted), "f1": 2 * right / max(1, found + wanted)}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def main() -> None:
    """Print the table for the folder named on the command line."""
    print("| set | precision | recall | F1 |\n| --- | --- | --- | --- |")
    for name, scores in measure(Path(sys.argv[1])).items():
        print(f"| {name} | {scores['p']:.4f} | {scores['r']:.4f} | {scores['f1']:.4f} |")


if __name__ == "__main__":
    main()
