"""The comparison as JSON for other programs; `resources/schema/comparison-1.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import compare_app
from compare_app.core.comparison import Comparison
from compare_app.core.control import Control
from compare_app.core.exchange import Data, document_to_data, link_to_data, remainder_to_data
from compare_app.core.halves import beside, pays
from compare_app.core.links import Link, Relation
from compare_app.core.review import Review
from compare_app.present.items import items_of
from compare_app.present.summary import summarise
from compare_app.report.format import ReportFormat, ReportOptions
from compare_app.report.review_entries import review_entries

SCHEMA = "comparison-1"
"""Name of the schema; the number rises when a reader of the old shape would break."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)  # plain data holds no circles
_LINKS_AT_ONCE = 256  # some hundred kilobytes of plain data


def render(comparison: Comparison, options: ReportOptions) -> str:
    """One JSON object, a line for each of its keys and for each link, so that tools that go by lines can follow.

    With `differences_only` the links that stayed the same in their place are left out. Links are written some at a
    time: a million words take a few megabytes besides the text itself.
    """
    return "".join(_pieces(comparison, options))  # once: of a book each step on the way is a copy of 50 MB


def _pieces(comparison: Comparison, options: ReportOptions) -> Iterator[str]:
    kept = [link for link in comparison.links if not (options.differences_only and _is_unchanged(link))]
    if pays(len(kept)):
        lines, head = beside(lambda _: list(_lines(kept)), lambda: list(_head(comparison, options.review)), Control())
    else:
        lines, head = list(_lines(kept)), list(_head(comparison, options.review))
    yield "{\n"
    yield from head
    yield '"links": [\n'
    for number, some in enumerate(lines):
        yield from (",\n" if number else "", some)
    yield "\n]\n}\n"


def _head(comparison: Comparison, review: Review) -> Iterator[str]:
    """All but the links, which takes as long to write as they do."""
    for key, value in (*_rest(comparison, review), ("review", review_entries(comparison, review))):
        yield from (_json(key), ": ", _json(value), ",\n")


def _lines(links: Sequence[Link]) -> Iterator[str]:
    """The links as JSON, a line each, some at a time.

    To write them in one go takes two thirds of the time; what parts them can stand nowhere else, for only a link begins
    with the key "left", and text has its marks escaped.
    """
    for start in range(0, len(links), _LINKS_AT_ONCE):
        together = _json([link_to_data(link) for link in links[start : start + _LINKS_AT_ONCE]])
        yield together[1:-1].replace('}, {"left": ', '},\n{"left": ')


def _is_unchanged(link: Link) -> bool:
    return link.relation is Relation.SAME and not link.moved


def _rest(comparison: Comparison, review: Review) -> Iterator[tuple[str, str | bool | Data]]:
    summary = summarise(items_of(comparison, review))
    yield "schema", SCHEMA
    yield "program", f"compare-app {compare_app.__version__}"
    yield "different", summary.has_differences
    yield "summary", {mark.value: count for mark, count in summary.counts}
    yield "left", document_to_data(comparison.left)
    yield "right", document_to_data(comparison.right)
    yield from remainder_to_data(comparison).items()


def _json(value: str | bool | Data | list[Data]) -> str:  # noqa: FBT001
    return _ENCODER.encode(value)


JSON = ReportFormat("json", ".json", render)
