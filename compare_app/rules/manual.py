"""Makes the page about the rules from the rules themselves.

python -m compare_app.rules.manual prints it; resources/docs/rules.md holds it, and a test compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare_app.core.document import Block, BlockKind, Claim, Document
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.resources import resource_path
from compare_app.core.spans import Span
from compare_app.facts.read import read_facts
from compare_app.rules import across
from compare_app.rules.rule import Rule
from compare_app.rules.run import RULES, run_rules
from compare_app.rules.told import findings as told_findings

_INTRODUCTION = """\
# What counts as a contradiction

<!-- Made by `python -m compare_app.rules.manual` from the rules; do not edit. -->

Every rule looks at two claims that were linked before, reads what they say and compares place by place: only what
stands between the same neighbours is compared. Its findings carry one of four verdicts. *Conflict*: both cannot be
true; only this makes a pair contradict. *Updated*: both figures are dated, and the dates differ. *Possible*: worth a
look. *Shift*: said more or less firmly, by someone else, or in other quoted words. A conflict becomes *possible* where
much else differs between the claims, and a mere possibility is then left out. What was tried and measured:
`tests/quality/CONTRADICTION.md`.

The tables count labelled pairs of two claims (`tests/quality/README.md` names the sets; `two_outlets` are pairs of our
own): those a rule calls a conflict, those it calls possible, and the share of each that the label calls a
contradiction. The last column is of the contradictions that the set itself says are of this kind: how many the rule
marks with either.
"""

_ACROSS = """\
Figures and dates of claims that no link joins, anywhere in both texts, and inside one of them: a headline against its
own body. Never more than *possible*. Both must be of the same thing: the same noun with the same verb, the same
outcome of people (killed, hurt), the same measure of the same thing, the age of the same name, the year of what
happens once (born, built), and most of the words around them must be shared. Nothing is said where the other text
holds the same value too, where a claim tells of a change or of another day, place or person, or where a text gives
more than two values. Two texts of different days: *updated*. English only."""

_TOLD = """\
Two short reports of one event, of at most 200 claims each, are asked for what every report tells, in whatever words
and wherever it stands: the age of somebody with a name, the prison term, the magnitude, sums by what they are, the
turnout and the winner's share, how many were killed, hurt or arrested, votes and results, the place in a race, where
it was, acquitted or found guilty, admitted or denied, resigned or dismissed, what caused it, on which day, who has a
part that one alone has, open or closed; and for figures and years whose digits stand in another order. Never more than
*possible*, but for two ages of one full name in linked claims. Nothing is said where a report gives two values, where
the other report holds the same figure, where a figure is one of before, of a part, expected or asked for, or where
claims name another day, person or source. Of texts of different days sums and tolls are *updated*. English only."""


def rules_page() -> str:
    """The page in Markdown: title, purpose, a firing and a silent pair, and the source of each rule."""
    return "\n".join([_INTRODUCTION, *(_section(rule) for rule in RULES), _across(), _told()])


def _across() -> str:
    """The section about what no link joins."""
    left, right = (_document(claim) for claim in across.FIRES)
    found = across.find_elsewhere(left, right, ())
    return _without_links("Elsewhere (`number`, `date`)", _ACROSS, across.FIRES, across.SILENT, found)


def _told() -> str:
    """The section about two short reports."""
    left, right = (_document(claim) for claim in told_findings.FIRES)
    _, found = told_findings.with_told(left, right, (), ())
    title = "Two short reports (`number`, `opposite`, `date`, `name`, `class`, `negation`)"
    return _without_links(title, _TOLD, told_findings.FIRES, told_findings.SILENT, found)


def _without_links(
    title: str, purpose: str, fires: tuple[str, str], silent: tuple[str, str], found: Sequence[Elsewhere]
) -> str:
    lines = [f"## {title}", "", *purpose.splitlines(), "", "It speaks here:", ""]
    lines += [*_pair(fires), "", *(f"> {said.verdict.value.capitalize()}: {said.message}" for said in found)]
    return "\n".join([*lines, "", "It stays silent here:", "", *_pair(silent), ""])


def _document(claim: str) -> Document:
    whole = Span(0, len(claim))
    return Document(claim, (Block(BlockKind.PARAGRAPH, whole),), (Claim(claim, whole, 0),), "en")


def _section(rule: Rule) -> str:
    purpose = (rule.find.__doc__ or "").strip().split("\n")[0].split(" O(")[0]
    lines = [f"## {rule.title} (`{rule.name}`)", "", purpose, ""]
    lines += ["It speaks here:", "", *_pair(rule.fires), ""]
    lines += [f"> {finding.verdict.value.capitalize()}: {finding.message}" for finding in _findings(rule)]
    lines += ["", "It stays silent here:", "", *_pair(rule.silent), ""]
    lines += _scores(rule)
    if rule.source:
        lines += [f"Source: {rule.source}.", ""]
    return "\n".join(lines)


def _scores(rule: Rule) -> Iterator[str]:
    """The table of what the rule marks on labelled pairs; nothing for a rule that was measured on none."""
    measured: Mapping[str, Any] = json.loads((resource_path("docs") / "rule_scores.json").read_text(encoding="utf-8"))
    rows = measured["rules"].get(rule.name, {})
    if not rows:
        return
    yield f"Measured {measured['measured']}:"
    yield ""
    yield "| set | contradictions | conflict | right | possible | right | marked of its kind |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, counts in rows.items():
        conflict, possible = (_share(counts.get(verdict)) for verdict in ("conflict", "possible"))
        asked, answered = counts.get("of_kind", (0, 0))
        of_kind = f"{answered} of {asked} ({answered / asked:.2f})" if asked else ""
        total = measured["sets"][name]["contradictions"]
        yield f"| {name} | {total} | {conflict} | {possible} | {of_kind} |"
    yield ""


def _share(counts: Sequence[int] | None) -> str:
    """Two cells: how many pairs were marked, and the share of them that are contradictions."""
    return f"{counts[0]} | {counts[1] / counts[0]:.2f}" if counts else "0 | "


def _pair(claims: tuple[str, str]) -> Iterator[str]:
    yield f"- left: {claims[0]}"
    yield f"- right: {claims[1]}"


def _findings(rule: Rule) -> tuple[Finding, ...]:
    left, right = (read_facts(claim, language="en") for claim in rule.fires)
    return tuple(finding for finding in run_rules(left, right) if finding.kind == rule.name)


if __name__ == "__main__":
    print(rules_page(), end="")
