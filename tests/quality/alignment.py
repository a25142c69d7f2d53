"""Measures alignment against labelled links: `python -m tests.quality --gold FOLDER alignment`.

Every linked pair of claims counts. "changed" leaves out pairs that are equal but for case and white space; "groups"
asks for the exact group of claims on both sides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compare_app.app.documents import Document
from compare_app.core.control import Control
from compare_app.core.options import Options
from compare_app.engine.align import align
from compare_app.engine.groups import grouped

Links = set[tuple[int, int]]


def measure(gold: Path) -> dict[str, dict[str, float]]:
    """Precision "p", recall "r", "f1", "changed_f1" and "groups_f1" of links, in [0, 1], by the name of the set."""
    return {path.stem: scores(list(read(path))) for path in sorted((gold / "alignment").glob("*.jsonl"))}


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a labelled set: "id", "lang", "a", "b" and "links"."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def scores(labelled: list[dict[str, Any]]) -> dict[str, float]:
    """The figures of one set, its pairs of documents counted together."""
    links, changed, groups = _Count(), _Count(), _Count()
    for row in labelled:
        gold, ours = {(i, j) for i, j in row["links"]}, found_links(row)
        links.add(ours, gold)
        changed.add(_changed(ours, row), _changed(gold, row))
        groups.add(set(grouped(ours)), set(grouped(gold)))
    return {
        "p": links.precision,
        "r": links.recall,
        "f1": links.f1,
        "changed_f1": changed.f1,
        "groups_f1": groups.f1,
    }


def found_links(row: dict[str, Any]) -> Links:
    """The pairs of claims that the aligner links."""
    left, right = (Document.from_claims(row[side], language=row["lang"]) for side in ("a", "b"))
    alignment = align(left, right, options=Options(), control=Control())
    return {(i, j) for pairing in alignment.pairings for i in pairing.left for j in pairing.right}


def _changed(links: Links, row: dict[str, Any]) -> Links:
    return {(i, j) for i, j in links if _bare(row["a"][i]) != _bare(row["b"][j])}


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


class _Count:
    """Right, found and wanted items of one kind over all pairs of documents."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: set[Any], wanted: set[Any]) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)
