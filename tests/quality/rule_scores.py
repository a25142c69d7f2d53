"""Counts what each rule marks on labelled pairs: `python -m tests.quality.rule_scores --gold FOLDER`.

Writes resources/docs/rule_scores.json, from which `python -m compare_app.rules.manual` makes the tables of the page
about the rules. Counts alone are kept; what they come to is worked out where they are shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from compare_app.core.findings import Finding, Verdict
from compare_app.core.resources import resource_path
from compare_app.rules.run import RULES
from tests.quality.contradiction import KINDS, judged_rows
from tests.quality.outlets.measure import judged_pairs

_Judged = tuple[bool, frozenset[str], tuple[Finding, ...]]
"""Whether the label says contradiction, the kinds that are right for it (none where the set does not say), findings."""
_VERDICTS = {Verdict.CONFLICT: "conflict", Verdict.POSSIBLE: "possible"}


def measure(gold: Path) -> dict[str, object]:
    """The counts of each rule on each set of `gold`/contradiction and on our own pairs of two outlets.

    Of a rule on a set: `conflict` and `possible`, each the pairs it marks so and how many of them are contradictions;
    `of_kind`, how many contradictions of its kind there are, and how many it marks with either.
    """
    sets = {path.stem: list(_labelled(path)) for path in sorted((gold / "contradiction").glob("*.jsonl"))}
    sets["two_outlets"] = [
        (kind is not None, frozenset((kind,) if kind else ()), findings) for kind, findings in judged_pairs()
    ]
    return {
        "measured": date.today().isoformat(),
        "sets": {
            name: {"pairs": len(rows), "contradictions": sum(truth for truth, _, _ in rows)}
            for name, rows in sets.items()
        },
        "rules": {
            rule.name: {name: counts for name, rows in sets.items() if (counts := _counts(rule.name, rows))}
            for rule in RULES
        },
    }


def _labelled(path: Path) -> Iterator[_Judged]:
    for row, findings in judged_rows(path):
        yield row["label"] == "contradiction", frozenset(KINDS.get(row["type"], ())), findings


def _counts(kind: str, rows: Iterable[_Judged]) -> dict[str, list[int]]:
    """The counts of one rule; empty where it marks nothing."""
    found: Counter[tuple[str, bool]] = Counter()
    for truth, kinds, findings in rows:
        said = {_VERDICTS[one.verdict] for one in findings if one.kind == kind and one.verdict in _VERDICTS}
        verdict = min(said, default="")  # conflict where both
        found[verdict, truth] += 1
        if truth and kinds == {kind}:
            found["asked", True] += 1
            found["answered", True] += bool(said)
    marked = {
        name: [found[name, True] + found[name, False], found[name, True]]
        for name in _VERDICTS.values()
        if found[name, True] + found[name, False]
    }
    asked = {"of_kind": [found["asked", True], found["answered", True]]} if found["asked", True] else {}
    return marked | asked


def main() -> None:
    """Writes the counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.rule_scores", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of labelled data")
    counts = measure(parser.parse_args().gold)
    (resource_path("docs") / "rule_scores.json").write_text(json.dumps(counts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
