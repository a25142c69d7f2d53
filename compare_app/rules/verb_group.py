"""One verb with the same helping verbs on both sides, denied on one of them: "had been", "had not been drinking"."""

from __future__ import annotations

from bisect import bisect_left

from compare_app.core.findings import Finding
from compare_app.core.spans import Span
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.pair import Pair

_LONGEST = 4
"""Words of a helping verb, what stands between and the verb ("would have been told"); chosen by hand."""


def is_of_one_verb_group(pair: Pair, finding: Finding) -> bool:
    """Whether `finding` is a denial of a verb that the other side says with the same helping verb before it."""
    if finding.kind != "negation" or finding.left is None or finding.right is None:
        return False
    left, right = _group(pair.left, finding.left), _group(pair.right, finding.right)
    return len(left) > 1 and left == right


def _group(claim: ClaimFacts, span: Span) -> tuple[str, ...]:
    """From the helping verb to the verb that ends `span`, without what denies; empty without a helping verb."""
    given = lexicon_of(claim.language).negation
    helpers, cues = given.get("helpers", ()), given.get("cues", ())
    end = bisect_left(claim.words.starts, span.end)
    words = [word for word in claim.words.folded[max(0, end - _LONGEST - 1) : end] if word not in cues][-_LONGEST:]
    first = next((at for at, word in enumerate(words) if word in helpers), len(words))
    return tuple(words[first:])
