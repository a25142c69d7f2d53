"""Runs every rule over two linked claims."""

from __future__ import annotations

from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import tr
from compare_app.facts.claim import ClaimFacts
from compare_app.rules import (
    attribution,
    closed_class,
    date,
    modality,
    name,
    negation,
    none,
    number,
    opposite,
    quantifier,
    quotation,
    replaced,
    role,
    time_of_day,
)
from compare_app.rules.frame import in_frame
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.stated_otherwise import find_stated_otherwise
from compare_app.rules.update import as_update

RULES: tuple[Rule, ...] = (
    number.RULE,
    date.RULE,
    negation.RULE,
    none.RULE,
    opposite.RULE,
    closed_class.RULE,
    name.RULE,
    role.RULE,
    time_of_day.RULE,
    replaced.RULE,
    quantifier.RULE,
    modality.RULE,
    attribution.RULE,
    quotation.RULE,
)


def run_rules(left: ClaimFacts, right: ClaimFacts) -> tuple[Finding, ...]:
    """What the rules find in two claims known to be about the same thing; spans count code points of their texts.

    Swapping the claims mirrors the findings. A rule that breaks is logged with its traceback and leaves a finding
    that says so; the others still run. About 100 µs for claims of 25 words.
    """
    if left.words.folded == right.words.folded:
        return ()
    pair = Pair(left, right)
    findings: list[Finding] = []
    for rule in RULES:
        if rule.signs and not (rule.signs & left.signs and rule.signs & right.signs):
            continue
        try:
            if rule.is_last_resort and any(one.verdict.is_alarm for one in findings):
                continue
            if rule.may_find(pair):
                findings += tuple(rule.find(pair))
        except Exception:
            findings.append(_fault(rule))
    found = as_update(pair, in_frame(pair, tuple(findings))) if findings else ()
    return found if any(one.verdict is not Verdict.SHIFT for one in found) else (*found, *find_stated_otherwise(pair))


def _fault(rule: Rule) -> Finding:
    """Says that `rule` broke, and logs why; to be called where that is caught."""
    import logging  # takes 5 ms

    logging.getLogger(__name__).exception("rule %s failed", rule.name)
    message = tr("“{rule}” could not be checked here because of a fault in the program.", rule=tr(rule.title))
    return Finding(rule.name, Verdict.POSSIBLE, None, None, message)
