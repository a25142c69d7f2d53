"""What was planted in two texts by hand is found and rightly named, and nothing else is called a contradiction."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from compare_app.core.document import Document
from tests.quality.planted.measure import Measured
from tests.quality.planted.texts import read_article, read_outlets

_TEXTS = ("article", "outlets")


@cache
def _article(folder: Path) -> Measured:
    return Measured(read_article(folder))


@cache
def _outlets() -> Measured:
    return Measured(read_outlets())


@pytest.fixture(params=_TEXTS)
def measured(request: pytest.FixtureRequest) -> Measured:
    """Each text in turn; the article only where its folder was given."""
    return _outlets() if request.param == "outlets" else _article(request.getfixturevalue("articles"))


def test_every_planted_change_is_found_and_rightly_named(measured: Measured) -> None:
    wanted = [change for change in measured.texts.changes if change.verdict and not change.missed]
    assert [(change.left, change.right, measured.outcomes[change]) for change in wanted] == [
        (change.left, change.right, "found and named") for change in wanted
    ]


def test_what_is_known_to_be_missed_is_still_missed(measured: Measured) -> None:
    known = [change for change in measured.texts.changes if change.missed]
    found = [change for change in known if change.verdict and measured.outcomes[change] == "found and named"]
    linked = [change for change in known if change.verdict is None and measured.is_linked(change)]
    assert [*found, *linked] == []


def test_nothing_else_is_called_a_contradiction_or_a_possible_one(measured: Measured) -> None:
    assert [m.finding.message for m in measured.unplanted() if m.finding.verdict.is_alarm] == []


def test_what_was_planted_as_harmless_is_linked_or_left_alone(articles: Path) -> None:
    measured = _article(articles)
    harmless = [change for change in measured.texts.changes if change.verdict is None]
    assert [change.left for change in harmless if not measured.is_linked(change) and not change.missed] == []
    assert [change.left for change in harmless if measured.outcomes[change] != "silent"] == []


def test_what_was_moved_cut_and_added_is_found_and_nothing_else(articles: Path) -> None:
    measured = _article(articles)
    left, right, comparison = measured.texts.left, measured.texts.right, measured.comparison
    loose = [change for change in measured.texts.changes if change.verdict is None and change.missed]
    assert {left.claims[i].text for i in comparison.removed} == {
        *measured.texts.removed,
        *(f"{c.left}." for c in loose),
    }
    assert {right.claims[j].text for j in comparison.added} == {*measured.texts.added, *(f"{c.right}." for c in loose)}
    moved = {left.claims[i].block for link in comparison.links if link.moved for i in link.left}
    assert moved == {_block(left, start) for start in measured.texts.moved}


def test_the_plan_is_as_large_as_was_asked(articles: Path) -> None:
    counts = _article(articles).counts()
    assert counts["conflict"].total() + counts["shift"].total() >= 34
    assert counts["harmless"].total() >= 20


def _block(document: Document, start: str) -> int:
    """The block that begins with `start`."""
    return next(i for i, block in enumerate(document.blocks) if block.span.of(document.text).startswith(start))
