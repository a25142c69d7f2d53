"""What stands on a page beside the article is set aside, and nothing of the article is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.canonical import canonical_text
from compare_app.core.document import Block, BlockKind, Metadata
from compare_app.engine.blocks import find_blocks
from compare_app.engine.furniture import set_aside

_CASES = tomllib.loads((Path(__file__).parent / "cases" / "furniture.toml").read_text(encoding="utf-8"))["case"]

_PROSE = (
    "The bridge over the river was closed on Monday after the flood reached its deck, and engineers will inspect it. "
    "They expect to open it again in June."
)


def _aside(text: str, language: str = "en", metadata: Metadata = Metadata()) -> tuple[tuple[Block, ...], Metadata]:
    return set_aside(text, find_blocks(text), metadata, language)


def _kind_of(text: str, line: str, language: str = "en") -> BlockKind:
    return next(block.kind for block in _aside(text, language)[0] if line in block.span.of(text))


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["line"][:50])
def test_a_line_above_or_below_the_article(case: dict[str, Any], place: str) -> None:
    line, language = case["line"], case.get("language", "en")
    around = [line, _PROSE, _PROSE] if place == "above" else [_PROSE, _PROSE, line]
    text = "\n\n".join(around)
    kind = _kind_of(text, line, language)
    assert ("content" if kind.is_content else kind.value) == case["kind"]
    metadata = _aside(text, language)[1]
    assert metadata.date == case.get("date", "")
    assert bool(metadata.outlet) == case.get("outlet", False)
    assert bool(metadata.byline) == (case["kind"] == "byline")


@pytest.mark.parametrize(
    "line", ["30.1 C", "Home", "June 21, 2024", "By Jane Doe", "We use cookies to bake.", "Read in Korean", "* * *"]
)
def test_inside_the_article_only_sure_lines_are_set_aside(line: str) -> None:
    assert _kind_of(f"{_PROSE}\n\n{line}\n\n{_PROSE}", line).is_content


@pytest.mark.parametrize("line", ["Advertisement", "Related articles", "All rights reserved."])
def test_lines_no_writer_uses_are_set_aside_anywhere(line: str) -> None:
    assert _kind_of(f"{_PROSE}\n\n{line}\n\n{_PROSE}", line) is BlockKind.FURNITURE


def test_the_title_is_found_below_furniture() -> None:
    lines = ["Skip to content", "30.1 C", "Monday, July 22, 2024", "Menu", "Bridge closed after flood", _PROSE]
    text = "\n\n".join(lines)
    blocks, metadata = _aside(text)
    assert [block.kind.value for block in blocks] == [*["furniture"] * 2, "dateline", "furniture", "title", "paragraph"]
    assert metadata == Metadata(title="Bridge closed after flood", date="2024-07-22")


def test_a_time_stamp_is_the_articles_date_and_the_pages_date_is_not() -> None:
    text = f"Monday, July 22, 2024\n\nBridge closed\n\n{_PROSE}\n\nJune 21, 2024 at 06:00AM"
    blocks, metadata = _aside(text)
    assert metadata.date == "2024-06-21"
    assert [block.kind.value for block in blocks] == ["furniture", "title", "paragraph", "dateline"]


@pytest.mark.parametrize("line", ["Oslo Dispatch, October 17, 2024", "Oslo Dispatch | 17 October 2024"])
def test_an_outlet_with_a_date_dates_the_article(line: str) -> None:
    """Above the article; below it the same line is a source that the article names."""
    text = f"Bridge closed\n\n{line}\n\n{_PROSE}\n\n{_PROSE}"
    assert _kind_of(text, line) is BlockKind.DATELINE
    metadata = _aside(text)[1]
    assert (metadata.outlet, metadata.date) == ("Oslo Dispatch", "2024-10-17")
    below = f"Bridge closed\n\n{_PROSE}\n\n{_PROSE}\n\n{line}"
    assert _aside(below)[1].date == ""


@pytest.mark.parametrize(
    "line", ["Oslo, October 17, 2024", "The post office closed, October 17, 2024", "Dispatch, 2024"]
)
def test_a_place_or_a_sentence_with_a_date_names_no_outlet(line: str) -> None:
    metadata = _aside(f"Bridge closed\n\n{line}\n\n{_PROSE}\n\n{_PROSE}")[1]
    assert (metadata.outlet, metadata.date) == ("", "")


def test_what_a_page_states_is_kept() -> None:
    text = f"Bridge closed\n\nBy Ann Lee\n\nMay 3, 2024\n\n{_PROSE}"
    known = Metadata(title="A bridge", byline="Bo Chen", date="2024-05-02", outlet="The Herald")
    assert _aside(text, metadata=known)[1] == known


def test_the_date_a_page_states_is_found_among_its_furniture() -> None:
    text = f"Bridge closed\n\n21 March 2025\n\n4 March 2020\n\n{_PROSE}"
    found = tuple(
        Block(BlockKind.FURNITURE, block.span) if block.span.of(text)[:1].isdigit() else block
        for block in find_blocks(text)
    )
    blocks, _ = set_aside(text, found, Metadata(date="2025-03-21"), "en")
    assert [block.kind.value for block in blocks] == ["title", "dateline", "furniture", "paragraph"]


def test_headlines_below_most_popular_are_set_aside_with_it() -> None:
    text = f"{_PROSE}\n\nMost popular\n\nTen ways to bake bread\n\nWho stole the clock?"
    assert [block.kind.value for block in _aside(text)[0]] == ["paragraph", *["furniture"] * 3]


@pytest.mark.parametrize("text", ["Advertisement", "June 21, 2024", "Home\n\nMenu", "Advertisement\n\nBy Jane Doe"])
def test_a_text_is_never_set_aside_as_a_whole(text: str) -> None:
    assert any(block.kind.is_content for block in _aside(text)[0])


@given(st.text(max_size=200).map(canonical_text), st.sampled_from(["en", "ko", "und"]))
def test_no_block_is_lost_or_moved(text: str, language: str) -> None:
    found = find_blocks(text)
    blocks, _ = set_aside(text, found, Metadata(), language)
    assert [block.span for block in blocks] == [block.span for block in found]
    assert any(block.kind.is_content for block in blocks) == bool(found)


def test_the_real_article(articles: Path) -> None:
    text = canonical_text((articles / "dailynk-putin-kim-2024.txt").read_text(encoding="utf-8"))
    blocks, metadata = _aside(text)
    aside = [block.span.of(text) for block in blocks if not block.kind.is_content]
    assert [line.split()[0] for line in aside] == ["30.1", "Monday,", "Please", "Read", "June", "by", "Most"]
    assert (metadata.date, metadata.outlet[:7]) == ("2024-06-21", "DailyNK")
    assert metadata.title.startswith("What do Russian")
    assert [block.kind for block in blocks].count(BlockKind.HEADING) == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Jane Doe/AP", BlockKind.FURNITURE),
        ("Photo: it was never found.", BlockKind.PARAGRAPH),
        ("Picture a town without a bridge", BlockKind.HEADING),
    ],
)
def test_a_photo_credit_between_two_paragraphs_is_set_aside(line: str, kind: BlockKind) -> None:
    assert _kind_of(f"{_PROSE}\n\n{line}\n\n{_PROSE}", line) is kind
