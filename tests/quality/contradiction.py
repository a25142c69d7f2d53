"""Measures what the rules find on labelled pairs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from compare_app.core.findings import Finding, Verdict
from compare_app.facts.read import read_facts
from compare_app.rules.run import run_rules

LEFT_OUT = frozenset(("unlabelled", "inconsistent_untyped", "not_entailment"))
_SURE = frozenset((Verdict.CONFLICT,))
_ANY = frozenset((Verdict.CONFLICT, Verdict.POSSIBLE))


def measure(gold: Path) -> dict[str, dict[str, float]]:
    """Precision and recall against the label "contradiction" for each file of `gold`/contradiction, by its name.

    `p`, `r`: verdict conflict; `p_possible`, `r_possible`: conflict or possible; `false_alarm_rate`: the share of
    other pairs called conflict; `pairs`: how many were judged. All in [0, 1] but the last.
    """
    return {path.stem: _measure_file(path) for path in sorted((gold / "contradiction").glob("*.jsonl"))}


def judged_rows(path: Path) -> Iterator[tuple[dict[str, str], tuple[Finding, ...]]]:
    """Every labelled row of `path` with what the rules find in it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["label"] not in LEFT_OUT:
            left, right = (read_facts(row[side], language="en") for side in ("a", "b"))
            yield row, run_rules(left, right)


def _measure_file(path: Path) -> dict[str, float]:
    counts: Counter[tuple[str, bool]] = Counter()
    for row, findings in judged_rows(path):
        truth = row["label"] == "contradiction"
        counts["all", truth] += 1
        verdicts = {finding.verdict for finding in findings}
        counts["sure", truth] += bool(verdicts & _SURE)
        counts["any", truth] += bool(verdicts & _ANY)

    def precision(tier: str) -> float:
        return counts[tier, True] / max(1, counts[tier, True] + counts[tier, False])

    positives, others = max(1, counts["all", True]), max(1, counts["all", False])
    return {
        "p": precision("sure"),
        "r": counts["sure", True] / positives,
        "p_possible": precision("any"),
        "r_possible": counts["any", True] / positives,
        "false_alarm_rate": counts["sure", False] / others,
        "pairs": float(counts["all", True] + counts["all", False]),
    }


if __name__ == "__main__":
    import sys

    for name, figures in measure(Path(sys.argv[1])).items():
        print(name, {key: round(value, 3) for key, value in figures.items()})
