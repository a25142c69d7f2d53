"""One claim denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Negation
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.answers import is_answered
from compare_app.rules.none import counts_none
from compare_app.rules.pair import Pair
from compare_app.rules.polarity import may_be_opposite, read_flips
from compare_app.rules.rule import Rule
from compare_app.rules.voice import read_voices
from compare_app.rules.wording import is_unspaced, quoted_on


def find_negation(pair: Pair) -> Iterator[Finding]:
    """A finding for each word that one side denies and the other says plainly, unless an opposite cancels it."""
    turned = _turned(pair)
    if turned is not None:
        yield turned
        return
    flips = read_flips(pair)
    if (flips.left_denials or flips.right_denials) and counts_none(pair):
        return
    for negation, other in flips.left_denials:
        if not is_answered(pair.left, negation, pair.right, other):
            yield _finding(pair.left, pair.right, negation, other, is_left=True)
    for negation, other in flips.right_denials:
        if not is_answered(pair.right, negation, pair.left, other):
            yield _finding(pair.right, pair.left, negation, other, is_left=False)


def _turned(pair: Pair) -> Finding | None:
    """A finding where one side denies in the one voice what the other says in the other."""
    voices = read_voices(pair)
    if voices is None or not voices.has_one_agent or not voices.has_one_verb:
        return None
    left, right = voices.left, voices.right
    is_left = left.denial is not None
    cue, other = (left.denial, right.denial) if is_left else (right.denial, left.denial)
    if cue is None or other is not None:
        return None
    denies, says = (pair.left, pair.right) if is_left else (pair.right, pair.left)
    denied, said = (left.verb, right.verb) if is_left else (right.verb, left.verb)
    negation = Negation(cue, denied)
    if is_answered(denies, negation, says, said):
        return None
    return _finding(denies, says, negation, said, is_left=is_left)


def _may_find(pair: Pair) -> bool:
    """Equally many negations cancel each other unless opposites take part."""
    return len(pair.left.negations) != len(pair.right.negations) or may_be_opposite(pair)


_LEFT_DENIES = marked("The left denies it: “{denied}”; the right says it: “{said}”.")
_RIGHT_DENIES = marked("The right denies it: “{denied}”; the left says it: “{said}”.")


def _finding(denies: ClaimFacts, says: ClaimFacts, negation: Negation, other: int, *, is_left: bool) -> Finding:
    focus = negation.cue if negation.focus is None else negation.focus
    first, last = sorted((_whole_word(denies, negation.cue), focus))
    end = max(last, negation.cue) + 1
    denied, said = denies.words.span(first, end), says.words.span(other, other + 1)
    return Finding(
        kind="negation",
        verdict=Verdict.CONFLICT,
        left=denied if is_left else said,
        right=said if is_left else denied,
        message=tr(
            _LEFT_DENIES if is_left else _RIGHT_DENIES,
            denied=quoted_on(denies, _verb_group(denies, first), end),
            said=quoted_on(says, other, other + 1),
        ),
    )


def _verb_group(claim: ClaimFacts, first: int) -> int:
    """The helping verb before the word `first` ("did not resign"), else `first`."""
    before = claim.words.folded[first - 1] if first else ""
    return first - 1 if before in lexicon_of(claim.language).negation.get("helpers", ()) else first


def _whole_word(claim: ClaimFacts, cue: int) -> int:
    """The first word of a contraction that `cue` is the tail of, else `cue`."""
    words = claim.words
    touches = cue > 0 and words.ends[cue - 1] == words.starts[cue]
    before = claim.text[words.starts[cue - 1]] if touches else ""
    return cue - 1 if before.isalpha() and not is_unspaced(before) else cue


RULE = Rule(
    name="negation",
    title=marked("One side denies what the other says"),
    find=find_negation,
    may_find=_may_find,
    fires=("The minister did not resign.", "The minister resigned."),
    silent=("The plan is not only bold but cheap.", "The plan is bold and cheap."),
)
