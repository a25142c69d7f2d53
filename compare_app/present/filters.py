"""Which items a reader wants to see: by mark, verdict, rule and words, and whether pure rewording counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare_app.core.document import Document
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding, Verdict
from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.search import Matches
from compare_app.present.wording import kind_name

VERDICT_NAMES = {
    Verdict.CONFLICT: marked("Conflict"),
    Verdict.UPDATED: marked("Updated"),
    Verdict.POSSIBLE: marked("Possible"),
    Verdict.SHIFT: marked("Shift"),
}


@record
class Filter:
    """What is to be seen; the default shows everything but what was dismissed.

    `rule` is the kind of a finding, `text` is looked for in the claims of both sides. `facts_only` leaves pure
    rewording out. `hides_same` leaves out of the texts what lies apart from every difference that is shown.
    """

    mark: Mark | None = None
    verdict: Verdict | None = None
    rule: str = ""
    text: str = ""
    facts_only: bool = False
    hides_same: bool = False

    @property
    def is_active(self) -> bool:
        """Whether anything is hidden that would be shown otherwise."""
        return self != Filter()

    @property
    def sentence(self) -> str:
        """What is shown alone and what is hidden: "changed · Number · “tunnel”"; empty where nothing is."""
        told = (
            self.mark.word if self.mark else "",
            tr(VERDICT_NAMES[self.verdict]) if self.verdict else "",
            kind_name(self.rule) if self.rule else "",
            tr("“{words}”", words=self.text.strip()) if self.text.strip() else "",
            tr("facts only") if self.facts_only else "",
            tr("the same is hidden") if self.hides_same else "",
        )
        return " · ".join(filter(None, told))

    def admits_all(self, mark: Mark) -> bool:
        """Whether every item whose own mark is `mark` is shown, whatever it is."""
        asks = self.mark is not None or self.verdict is not None or bool(self.rule or self.text.strip())
        return not asks and mark is not Mark.DISMISSED and not (self.facts_only and mark is Mark.REWORDED)

    def admits(self, item: Item) -> bool:
        """Whether `item` is shown, its words aside."""
        if self.mark is None and item.mark is Mark.DISMISSED:
            return False
        if self.mark is not None and not item.has_mark(self.mark):
            return False
        if self.facts_only and item.mark is Mark.REWORDED:
            return False
        if self.verdict is None and not self.rule:
            return True
        return any(self._admits_found(found) for found in _found_in(item))

    def _admits_found(self, found: Finding | Elsewhere) -> bool:
        return self.verdict in (None, found.verdict) and self.rule in ("", found.kind)


def ranked(kinds: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The rules by the number of items in which they found something: the most frequent first, none without any."""
    found = ((kind, count) for kind, count in kinds.items() if count)
    return tuple(sorted(found, key=lambda known: (-known[1], kind_name(known[0]))))


def claims_with(document: Document, matches: Matches) -> list[int]:
    """The claims that a match reaches into, ascending. O(claims · log matches)."""
    return [number for number, claim in enumerate(document.claims) if matches.within(claim.span)]


def _found_in(item: Item) -> Sequence[Finding | Elsewhere]:
    return item.elsewhere or item.findings
