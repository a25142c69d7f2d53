"""Measures what the rules find on labelled pairs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from compare_app.app.documents import Document
from compare_app.app.pipeline import compare
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Relation
from compare_app.facts.read import read_facts
from compare_app.rules.run import run_rules

# Which kind is right for each type of breaking_nli; other sets do not say.
KINDS = {
    "antonyms": {"opposite", "class", "negation", "quantifier"},
    "antonyms_wordnet": {"opposite", "class", "negation", "quantifier"},
    "cardinals": {"number"},
    "ordinals": {"number"},
    "colors": {"class"},
    "countries": {"class"},
    "drinks": {"class"},
    "instruments": {"class"},
    "materials": {"class"},
    "nationalities": {"class"},
    "planets": {"class"},
    "rooms": {"class"},
    "vegetables": {"class"},
}
_ALIKE = ("paraphrase", "entailment")
LEFT_OUT = frozenset(("unlabelled", "inconsistent_untyped", "not_entailment"))
_OFTEN = 20
_SURE = frozenset((Verdict.CONFLICT,))


def measure(gold: Path) -> dict[str, dict[str, float]]:
    """Precision and recall against the label "contradiction" for each file of `gold`/contradiction, by its name.

    `p`, `r`: verdict conflict; `p_possible`, `r_possible`: conflict or possible; `kind_right`: the share of true
    conflicts whose kind fits the row's type, where the set says one; `p_<kind>`: precision of the pairs in which a
    kind fires as conflict, for kinds that fire in at least 20; `false_alarm_rate`: the share of other pairs called
    conflict; `told_apart`: the share of contradictions that are not told as the same, or the same in other words;
    `told_same`: the share of the pairs labelled paraphrase or entailment that are; `pairs`: how many were judged. All
    in [0, 1] but the last.
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
    kinds_right = kinds_judged = 0
    for row, findings in judged_rows(path):
        truth = row["label"] == "contradiction"
        counts["all", truth] += 1
        sure = {finding.kind for finding in findings if finding.verdict in _SURE}
        counts["sure", truth] += bool(sure)
        counts["any", truth] += any(finding.verdict.is_alarm for finding in findings)
        counts.update((f"kind {kind}", truth) for kind in sure)
        if truth or row["label"] in _ALIKE:
            counts["same", truth] += _is_told_same(row, findings)
            counts["told", truth] += 1
        if truth and sure and row["type"] in KINDS:
            kinds_judged += 1
            kinds_right += bool(sure & KINDS[row["type"]])
    found = _figures(counts)
    return found | ({"kind_right": kinds_right / kinds_judged} if kinds_judged else {}) | _by_kind(counts)


def _is_told_same(row: dict[str, str], findings: tuple[Finding, ...]) -> bool:
    """Whether the link of both claims is told as the same, or the same in other words."""
    if findings:
        return False
    documents = (Document.from_claims([row[side]], language="en") for side in ("a", "b"))
    return all(link.relation in (Relation.SAME, Relation.REWORDED) for link in compare(*documents).links)


def _figures(counts: Mapping[tuple[str, bool], int]) -> dict[str, float]:
    positives, others = max(1, counts["all", True]), max(1, counts["all", False])
    return {
        "p": _precision(counts, "sure"),
        "r": counts["sure", True] / positives,
        "p_possible": _precision(counts, "any"),
        "r_possible": counts["any", True] / positives,
        "false_alarm_rate": counts["sure", False] / others,
        "told_apart": 1 - counts["same", True] / positives,
        **({"told_same": counts["same", False] / told} if (told := counts["told", False]) > _OFTEN else {}),
        "pairs": float(counts["all", True] + counts["all", False]),
    }


def _by_kind(counts: Mapping[tuple[str, bool], int]) -> dict[str, float]:
    kinds = sorted({name for name, _ in counts if name.startswith("kind ")})
    often = [name for name in kinds if counts[name, True] + counts[name, False] >= _OFTEN]
    return {f"p_{name.removeprefix('kind ')}": _precision(counts, name) for name in often}


def _precision(counts: Mapping[tuple[str, bool], int], name: str) -> float:
    return counts[name, True] / max(1, counts[name, True] + counts[name, False])


if __name__ == "__main__":
    import sys

    for name, figures in measure(Path(sys.argv[1])).items():
        print(name, {key: round(value, 3) for key, value in figures.items()})
