"""Judges the pairs of two outlets that this folder holds."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from compare_app.core.findings import Finding, Verdict
from compare_app.facts.read import read_facts
from compare_app.rules.run import run_rules

_FOLDER = Path(__file__).parent
HARMLESS = tuple(
    f"harmless{part}"
    for part in (
        "",
        "_second",
        "_third",
        "_fourth",
        "_fifth",
        "_sixth",
        "_seventh",
        "_eighth",
        "_ninth",
        "_tenth",
        "_eleventh",
        "_twelfth",
        "_thirteenth",
        "_fourteenth",
        "_fifteenth",
        "_sixteenth",
        "_seventeenth",
        "_eighteenth",
        "_nineteenth",
        "_twentieth",
        "_headlines",
    )
)
HARD = ("harmless_apart",)
"""Harmless pairs about two times, parts, groups or sources, of which many still draw an alarm."""
CONTRADICTING = ("contradicting", "contradicting_turned", "contradicting_headlines")


class Judged(NamedTuple):
    """A pair with its section in the file and what the rules find in it."""

    section: str
    left: str
    right: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """ "conflict", "possible" or "silent": the gravest that any finding says."""
        said = {finding.verdict for finding in self.findings}
        return next((one.value for one in (Verdict.CONFLICT, Verdict.POSSIBLE) if one in said), "silent")

    @property
    def is_named(self) -> bool:
        """Whether the section names a kind among the findings that alarm."""
        return self.section in {finding.kind for finding in self.findings if finding.verdict.is_alarm}


@cache
def judged(name: str) -> tuple[Judged, ...]:
    """Every pair of the file `name`, judged."""
    sections = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(
        [
            Judged(section, left, right, run_rules(*(read_facts(claim, language="en") for claim in (left, right))))
            for section, pairs in sections.items()
            for left, right in pairs
        ]
    )


def judged_pairs() -> Iterator[tuple[str | None, tuple[Finding, ...]]]:
    """The kind of every pair, None for a harmless one, with its findings."""
    for name in (*HARMLESS, *HARD):
        yield from ((None, one.findings) for one in judged(name))
    for name in CONTRADICTING:
        yield from ((one.section, one.findings) for one in judged(name))


def counts(names: tuple[str, ...]) -> Counter[str]:
    """How many pairs of the files have each verdict, how many alarms bear the right name ("named"), and "shift"."""
    found: Counter[str] = Counter()
    for one in (one for name in names for one in judged(name)):
        found[one.verdict] += 1
        found["named"] += one.is_named
        found["shift"] += any(finding.verdict is Verdict.SHIFT for finding in one.findings)
    return found
