"""One claim denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import ClaimFacts
from compare_app.core.findings import Finding, Verdict
from compare_app.core.spans import Span
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule


def find_negation(pair: Pair) -> Iterator[Finding]:
    """A finding for each word that one side denies and the other says plainly. O(negations × words)."""
    if not pair.left.negations and not pair.right.negations:
        return
    left_to_right = word_matches(pair)
    right_to_left = {j: i for i, j in left_to_right.items()}
    for denied, said, matches, is_left in (
        (pair.left, pair.right, left_to_right, True),
        (pair.right, pair.left, right_to_left, False),
    ):
        for focus, cues in _by_focus(denied).items():
            other = matches.get(focus)
            if other is None or (len(cues) + len(_by_focus(said).get(other, []))) % 2 == 0:
                continue
            if _by_focus(said).get(other) and not is_left:
                continue
            yield _finding(pair, denied, said, cues[0], focus, other, is_left=is_left)


def word_matches(pair: Pair) -> dict[int, int]:
    """Left to right word indexes of matching single words."""
    return {pair.left_elements[i].first: pair.right_elements[j].first for i, j in pair.matches.items()}


def _by_focus(claim: ClaimFacts) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for negation in claim.negations:
        if negation.focus is not None:
            found.setdefault(negation.focus, []).append(negation.cue)
    return found


def _finding(
    pair: Pair, denied: ClaimFacts, said: ClaimFacts, cue: int, focus: int, other: int, *, is_left: bool
) -> Finding:
    denied_span, said_span = denied.words.span(cue, focus + 1), said.words.span(other, other + 1)
    left, right = (denied_span, said_span) if is_left else (said_span, denied_span)
    side, opposite = ("left", "right") if is_left else ("right", "left")
    return Finding(
        kind="negation",
        verdict=Verdict.CONFLICT if pair.containment >= 0.6 else Verdict.POSSIBLE,
        left=left,
        right=right,
        message=f"The {side} denies what the {opposite} says: “{_quote(denied, denied_span)}”.",
    )


def _quote(claim: ClaimFacts, span: Span) -> str:
    return span.of(claim.text)


RULE = Rule(
    name="negation",
    title="One side denies what the other says",
    find=find_negation,
    fires=("The minister did not resign.", "The minister resigned."),
    silent=("The plan is not only bold but cheap.", "The plan is bold and cheap."),
)
