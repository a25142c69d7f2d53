"""What was changed between the sample drafts is found, rightly named, and nothing else is called a contradiction."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest

from compare_app import Comparison, compare, read_document
from compare_app.core.document import BlockKind, Document
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Relation
from compare_app.core.resources import resource_path

_FOLDER = ("samples", "swing-bridge")


@cache
def _changes() -> dict[str, Any]:
    return tomllib.loads(resource_path(*_FOLDER, "changes.toml").read_text(encoding="utf-8"))


@cache
def _comparison() -> Comparison:
    left, right = (read_document(resource_path(*_FOLDER, _changes()[side])) for side in ("left", "right"))
    return compare(left, right)


def _claim(document: Document, words: str) -> int:
    """The one claim that holds `words`."""
    flat = " ".join(words.split())
    found = [i for i, claim in enumerate(document.claims) if flat in " ".join(claim.text.split())]
    assert len(found) == 1, f"{words!r} stands in {len(found)} claims"
    return found[0]


def _link(change: dict[str, str]) -> Link | None:
    comparison = _comparison()
    left, right = _claim(comparison.left, change["left"]), _claim(comparison.right, change["right"])
    return next((link for link in comparison.links if left in link.left and right in link.right), None)


def _planted(kind: str) -> list[Any]:
    return [pytest.param(change, id=change.get("left") or change["right"]) for change in _changes()[kind]]


def _findings(change: dict[str, str], verdict: Verdict) -> list[Finding]:
    link = _link(change)
    assert link is not None, "not linked"
    return [finding for finding in link.findings if finding.verdict is verdict]


@pytest.mark.parametrize("change", _planted("conflict"))
def test_a_planted_contradiction_is_found(change: dict[str, str]) -> None:
    assert [finding.kind for finding in _findings(change, Verdict.CONFLICT)] in _kinds(change["what"])


def _kinds(what: str) -> list[list[str]]:
    """An amount of money may be called a number."""
    return [[what], ["money"]] if what == "number" else [[what]]


def test_nothing_else_is_called_a_contradiction() -> None:
    planted = [_link(change) for change in _changes()["conflict"]]
    comparison = _comparison()
    false_alarms = [
        (comparison.left.claims[link.left[0]].text, [finding.message for finding in link.findings])
        for link in comparison.links
        if link.relation is Relation.CONTRADICTS and link not in planted
    ]
    assert not false_alarms


def test_nothing_is_called_possible() -> None:
    found = [finding for link in _comparison().links for finding in link.findings]
    assert [finding.message for finding in found if finding.verdict is Verdict.POSSIBLE] == []


@pytest.mark.parametrize("change", _planted("shift"))
def test_a_planted_shift_is_found(change: dict[str, str]) -> None:
    assert _findings(change, Verdict.SHIFT)


@pytest.mark.parametrize("change", _planted("updated"))
def test_a_figure_that_was_brought_up_to_date_is_no_contradiction(change: dict[str, str]) -> None:
    assert _findings(change, Verdict.UPDATED)


@pytest.mark.parametrize("change", _planted("moved"))
def test_a_moved_claim_is_linked_and_called_moved(change: dict[str, str]) -> None:
    link = _link(change)
    assert link is not None
    assert link.moved


def test_only_what_moved_is_called_moved() -> None:
    planted = [_link(change) for change in _changes()["moved"]]
    assert [link for link in _comparison().links if link.moved and link not in planted] == []


@pytest.mark.parametrize("change", _planted("harmless"))
def test_the_same_in_other_words_is_linked_and_no_rule_speaks(change: dict[str, str]) -> None:
    link = _link(change)
    assert link is not None
    assert [finding.message for finding in link.findings] == []


def test_what_was_removed_and_added_is_found_and_nothing_else() -> None:
    comparison = _comparison()
    removed = {_claim(comparison.left, change["left"]) for change in _changes()["removed"]}
    added = {_claim(comparison.right, change["right"]) for change in _changes()["added"]}
    assert (set(comparison.removed), set(comparison.added)) == (removed, added)


def test_every_planted_change_is_told_apart_from_every_other() -> None:
    kinds = ("conflict", "shift", "updated", "moved", "harmless")
    links = [(link.left, link.right) for kind in kinds for change in _changes()[kind] if (link := _link(change))]
    assert len(links) == len(set(links))


@pytest.mark.parametrize("side", ["left", "right"])
def test_title_byline_and_furniture_are_set_apart(side: str) -> None:
    document = read_document(resource_path(*_FOLDER, _changes()[side]))
    assert document.metadata.title.startswith("Tarnmouth swing bridge")
    assert "Eleanor Pryce" in document.metadata.byline
    assert document.metadata.date in ("2025-03-18", "2025-03-21")
    compared = " ".join(claim.text for claim in document.claims)
    assert "Most Popular" not in compared
    assert "©" not in compared
    assert [block.kind for block in document.blocks].count(BlockKind.HEADING) == 3


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_draft_is_an_article_of_some_nine_hundred_words(side: str) -> None:
    assert 800 <= read_document(resource_path(*_FOLDER, _changes()[side])).words <= 1000
