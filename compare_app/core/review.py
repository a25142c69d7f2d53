"""What a person decided about findings. A comparison never changes; decisions are kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.links import Link
from compare_app.core.records import field, record

_KEY_BYTES = 12  # 96 bits: no two findings of a lifetime meet by chance


class Decision(StrEnum):
    """What a person said of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@record
class Review:
    """Decisions by the keys of findings; what has no decision is open."""

    decisions: Mapping[str, Decision] = field(factory=dict)

    def decided(self, key: str, decision: Decision | None) -> Review:
        """A review with `decision` on the finding `key`, or with none where it is None."""
        others = {known: said for known, said in self.decisions.items() if known != key}
        return Review(others if decision is None else {**others, key: decision})


def finding_key(comparison: Comparison, link: Link, finding: Finding) -> str:
    """Names `finding` by its kind and its words in their claims.

    The same words have the same key on whichever side and wherever in the texts they stand, so that a decision holds
    when the sides are swapped or the rest of a text changes. It cannot be read back into text.
    """
    ends = []
    for side in Side:
        document, span = comparison.document(side), finding.span(side)
        claims = link.left if side is Side.LEFT else link.right
        text = " ".join(document.claims[claim].text for claim in claims)
        ends.append((text, span.of(document.text) if span else ""))
    return _key(finding.kind, ends)


def elsewhere_key(comparison: Comparison, found: Elsewhere) -> str:
    """The same for what no link joins."""
    ends = []
    for place in found.places:
        document = comparison.document(place.side)
        ends.append((document.claims[place.claim].text, place.span.of(document.text)))
    return _key(f"elsewhere {found.kind}", ends)


def _key(kind: str, ends: list[tuple[str, str]]) -> str:
    whole = repr((kind, sorted((" ".join(text.split()), words) for text, words in ends)))
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()
