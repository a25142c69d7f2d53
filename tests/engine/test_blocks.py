"""The structure of plain text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind
from compare_app.engine.blocks import find_blocks

_PROSE = (
    "The bridge over the river was closed on Monday after the flood reached its deck. Engineers will inspect it for "
    "twelve days, and they expect to open it again in June. Until then buses take another way."
)


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in find_blocks(text)]


def test_title_headings_and_paragraphs() -> None:
    text = f"Bridge closed after flood\n\n{_PROSE}\n\nWhat comes next\n\n{_PROSE}\n"
    assert [kind for kind, _ in _kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_a_headline_may_ask() -> None:
    assert _kinds(f"Who will mend the bridge?\n\n{_PROSE}")[0] == ("title", "Who will mend the bridge?")


def test_single_lines_are_paragraphs_of_their_own() -> None:
    text = "\n".join([_PROSE, _PROSE, _PROSE])
    assert [kind for kind, _ in _kinds(text)] == ["paragraph"] * 3


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_lines_wrapped_at_a_width_are_one_paragraph(width: int) -> None:
    text = textwrap.fill(_PROSE, width) + "\n\n" + textwrap.fill(_PROSE, width)
    assert [kind for kind, _ in _kinds(text)] == ["paragraph"] * 2


def test_a_heading_right_above_its_paragraph_is_not_joined_to_it() -> None:
    assert [kind for kind, _ in _kinds(f"What comes next\n{_PROSE}")] == ["title", "paragraph"]


def test_wrapped_paragraphs_parted_by_indentation_or_a_short_line() -> None:
    paragraph = textwrap.fill(_PROSE, 60)
    indented = "\n".join(["   " + paragraph] * 2)
    assert [kind for kind, _ in _kinds(indented)] == ["paragraph"] * 2
    headed = "\n".join(["What comes next", textwrap.fill(f"{_PROSE} {_PROSE} {_PROSE}", 60)])
    assert [kind for kind, _ in _kinds(headed)] == ["title", "paragraph"]


def test_a_list_item_keeps_its_wrapped_lines() -> None:
    item = textwrap.fill(_PROSE, 60, initial_indent="- ", subsequent_indent="  ")
    assert [kind for kind, _ in _kinds(f"{item}\n{item}")] == ["list_item"] * 2


def test_a_sentence_that_runs_on_in_the_next_line_is_not_torn() -> None:
    assert _kinds("Roses are red,\nviolets are blue.") == [("paragraph", "Roses are red,\nviolets are blue.")]


def test_list_items_and_quotations() -> None:
    text = f"{_PROSE}\n\n- flour\n- water\n1. Knead it.\n\n> We did\n> all we could."
    assert [kind for kind, _ in _kinds(text)] == ["paragraph", "list_item", "list_item", "list_item", "quotation"]


@pytest.mark.parametrize("line", ["He left.", "Dear Ann,", "x" * 130, "It says: a. Then b. Then c", "ann@example.org"])
def test_what_is_no_heading(line: str) -> None:
    assert _kinds(f"{line}\n\n{_PROSE}")[0] == ("paragraph", line)


def test_many_short_lines_are_no_headings() -> None:
    text = "flour\n\nwater\n\nsalt\n\nyeast\n\n" + _PROSE
    assert {kind for kind, _ in _kinds(text)} == {"paragraph"}


@given(st.text(max_size=300).map(canonical_text))
def test_blocks_tile_all_that_is_no_white_space(text: str) -> None:
    reached = 0
    for block in find_blocks(text):
        assert block.span.length > 0
        assert text[reached : block.span.start].strip() == ""
        assert block.span.of(text) == block.span.of(text).strip()
        reached = block.span.end
    assert text[reached:].strip() == ""
    assert all(block.kind is not BlockKind.FURNITURE for block in find_blocks(text))
