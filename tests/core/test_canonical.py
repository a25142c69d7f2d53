"""The canonical text keeps what can be kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.canonical import canonical_text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffa\ufeffb", "ab"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\ufdd0c\ud800d", "a\ufffdb\ufffdc\ufffdd"),
        ("  kept \n\n as is\t", "  kept \n\n as is\t"),
    ],
)
def test_replacements(text: str, canonical: str) -> None:
    assert canonical_text(text) == canonical


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert canonical_text(canonical_text(text)) == canonical_text(text)
