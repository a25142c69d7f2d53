"""Puts what two reports tell apart among the findings of a link, or elsewhere where no link joins the claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare_app.core.document import Document, Side
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Relation
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.facts.read import kept_facts
from compare_app.rules.told.apart import Apart, find_apart
from compare_app.rules.update import are_two_days

FIRES = "The 34-year-old nurse Ann Oyelaran spoke first.", "They were met with sticks, said Ann Oyelaran, 43."
"""Claims that are shown to contradict, whether or not a link joins them."""
SILENT = "The 34-year-old nurse Ann Oyelaran spoke first.", "Ben Oyelaran, 43, spoke last."
_ALARMS = (Verdict.CONFLICT, Verdict.UPDATED, Verdict.POSSIBLE)


def with_told(
    left: Document, right: Document, links: tuple[Link, ...], elsewhere: tuple[Elsewhere, ...]
) -> tuple[tuple[Link, ...], tuple[Elsewhere, ...]]:
    """`links` and `elsewhere` with what two short reports tell apart, where nothing was found on these words before."""
    told = tuple(find_apart(left, right, links))
    if not told:
        return links, elsewhere
    known = [*_found_in(links), *((one.first.span, one.second.span) for one in elsewhere if not one.is_within)]
    of_link = {(i, j): number for number, link in enumerate(links) for i in link.left for j in link.right}
    found, more = list(links), list(elsewhere)
    for apart in told:
        spans = _span(left, apart.left), _span(right, apart.right)
        if any(_meet(spans[0], one) and _meet(spans[1], other) for one, other in known):
            continue
        known.append(spans)
        number = of_link.get((apart.left[0], apart.right[0]))
        if number is None:
            more.append(_elsewhere(left, right, apart, spans))
        else:
            found[number] = _with_finding(found[number], _finding(left, right, apart, spans))
    return tuple(found), tuple(sorted(more, key=lambda one: one.order))


def _found_in(links: Iterable[Link]) -> list[tuple[Span | None, Span | None]]:
    """Where links are called a conflict, an update or possible; None for a side without words of its own."""
    return [(one.left, one.right) for link in links for one in link.findings if one.verdict in _ALARMS]


def _meet(span: Span, other: Span | None) -> bool:
    return other is not None and span.overlaps(other)


def _span(document: Document, place: tuple[int, int, int]) -> Span:
    claim = document.claims[place[0]]
    words = kept_facts(claim.text, document.language, document.metadata.date).words.span(place[1], place[2])
    return Span(claim.span.start + words.start, claim.span.start + words.end)


def _with_finding(link: Link, finding: Finding) -> Link:
    """The link with one more finding: it says another thing, or contradicts."""
    is_conflict = finding.verdict is Verdict.CONFLICT
    relation = Relation.CONTRADICTS if is_conflict or link.relation is Relation.CONTRADICTS else Relation.CHANGED
    return replace(link, relation=relation, findings=(*link.findings, finding))


def _finding(left: Document, right: Document, apart: Apart, spans: Sequence[Span]) -> Finding:
    one, other = spans[0].of(left.text), spans[1].of(right.text)
    verdict = Verdict.CONFLICT if apart.is_sure else Verdict.POSSIBLE
    if apart.what:
        message = tr("{one} on the left, {other} on the right: {what}.", one=one, other=other, what=apart.what)
    else:
        message = tr("“{left}” on the left, “{right}” on the right{where}.", left=one, right=other, where="")
    return Finding(apart.rule, verdict, spans[0], spans[1], message)


def _elsewhere(left: Document, right: Document, apart: Apart, spans: Sequence[Span]) -> Elsewhere:
    one, other = spans[0].of(left.text), spans[1].of(right.text)
    is_later = are_two_days(left.metadata.date, right.metadata.date)
    if apart.what:
        message = tr(
            "{one} on the left, {other} elsewhere on the right: {what}.", one=one, other=other, what=apart.what
        )
    else:
        message = tr("“{one}” on the left, “{other}” elsewhere on the right.", one=one, other=other)
    return Elsewhere(
        kind=apart.rule,
        verdict=Verdict.UPDATED if is_later and apart.may_grow else Verdict.POSSIBLE,
        first=Place(Side.LEFT, apart.left[0], spans[0]),
        second=Place(Side.RIGHT, apart.right[0], spans[1]),
        message=message,
    )
