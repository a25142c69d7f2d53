"""Markdown is read as what its rendered page would show."""

from __future__ import annotations

import pytest

from compare_app.core.document import Metadata
from compare_app.readers.registry import read_source

_PAGE = """---
title: "Bridge closed"
author: Jane Doe
date: 2024-05-06T10:00
---
# Bridge closed after flood

The bridge was [closed](http://example.org) on *Monday*
and `will` open in **June**.\\
A new line.

## What next

- Buses run.
  - Every hour.
- Trains too.

1. First.

> We do all we can.

| Day | Buses |
|-----|-------|
| Mon | 12    |

```
raw *text*
```

<div>Inside <b>HTML</b></div>

![A photo of the bridge](b.png)
"""


def _read(page: str) -> list[tuple[str, int, str]]:
    reading = read_source(page.encode(), format="markdown")
    return [(block.kind.value, block.level, block.span.of(reading.text)) for block in reading.blocks or ()]


def test_blocks_hold_the_rendered_text() -> None:
    assert _read(_PAGE) == [
        ("title", 1, "Bridge closed after flood"),
        ("paragraph", 0, "The bridge was closed on Monday and will open in June.\nA new line."),
        ("heading", 2, "What next"),
        ("list_item", 1, "Buses run."),
        ("list_item", 2, "Every hour."),
        ("list_item", 1, "Trains too."),
        ("list_item", 1, "First."),
        ("quotation", 0, "We do all we can."),
        ("paragraph", 0, "Day\tBuses"),
        ("paragraph", 0, "Mon\t12"),
        ("paragraph", 0, "raw *text*"),
        ("paragraph", 0, "Inside  HTML"),
        ("paragraph", 0, "A photo of the bridge"),
    ]


def test_front_matter_is_metadata() -> None:
    reading = read_source(_PAGE.encode(), format="markdown")
    assert reading.metadata == Metadata(title="Bridge closed", byline="Jane Doe", date="2024-05-06")
    assert "author" not in reading.text


def test_the_title_is_the_first_heading_where_nothing_else_says_it() -> None:
    reading = read_source(b"# One\n\n# Two\n", format="markdown")
    assert reading.metadata.title == "One"
    assert [kind for kind, _, _ in _read("# One\n\n# Two\n")] == ["title", "heading"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert _read("---\n\nNo front matter here.\n") == [("paragraph", 0, "No front matter here.")]


def test_soft_breaks_between_signs_without_spaces_leave_none() -> None:
    assert _read("大桥于星期一\n关闭。")[0][2] == "大桥于星期一关闭。"
    assert _read("다리는\n월요일에")[0][2] == "다리는 월요일에"


@pytest.mark.parametrize("page", [">" * 5000 + " x", "- " * 2000 + "x", "1. " * 400 + "x"])
def test_too_deep_nesting_is_read_as_plain_text_and_said(page: str) -> None:
    reading = read_source(page.encode(), format="markdown")
    assert reading.text == page
    assert "plain text" in reading.source.notes[0]


def test_what_the_parser_can_nest_is_kept() -> None:
    assert _read("> " * 40 + "x") == [("quotation", 0, "x")]
    nested = "".join("  " * level + f"- {level}\n" for level in range(40))
    assert [text for _, _, text in _read(nested)] == [str(level) for level in range(40)]
