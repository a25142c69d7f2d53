"""All facts of a claim: words tile, spans lie inside, nothing breaks on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.facts import words
from compare_app.facts.opposites import are_opposite
from compare_app.facts.read import read_facts
from compare_app.facts.stems import stem

_PIECES = "3 3:30 pm $ 41 million can't “ ” 2024-06-21 . , – may May five-year US$2 U.S. one-third"
_TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES.split())).map(" ".join))


@given(_TEXTS, st.sampled_from(["en", "de", "fr", "es", "ko", "zh", "xx"]))
def test_any_text_is_read(text: str, language: str) -> None:
    """Words stand in text order and inside the text; every fact covers at least one of them."""
    facts = read_facts(text, language=language, date="2024-06-21")
    starts, ends = facts.words.starts, facts.words.ends
    assert list(starts) == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    spanned = (facts.quantities, facts.moments, facts.clocks, facts.names, facts.hedges, facts.quotations)
    bounds = [(fact.first, fact.end) for found in spanned for fact in found]
    assert all(0 <= first < end <= len(starts) for first, end in bounds)


@given(st.text(st.characters(max_codepoint=127)).map(str.lower))
def test_ascii_words_are_words(text: str) -> None:
    """The faster pattern for ASCII text in lower case finds what the one for all text finds."""
    assert [m.span() for m in words._ASCII_WORD.finditer(text)] == [m.span() for m in words._any_word().finditer(text)]


def test_contractions_are_opened() -> None:
    """ "didn't" is two words whose spans share the one written."""
    found = read_facts("He didn't go.", language="en").words
    assert found.folded == ("he", "did", "not", "go")
    assert found.span(1, 3).of("He didn't go.") == "didn't"


@pytest.mark.parametrize(
    ("one", "other"),
    [("raised", "raising"), ("fell", "fall"), ("children", "child"), ("stopped", "stops"), ("parties", "party")],
)
def test_inflected_forms_share_a_stem(one: str, other: str) -> None:
    """Regular and irregular forms."""
    assert stem(one, "en") == stem(other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "fell"), ("careful", "careless"), ("motivate", "demotivate"), ("accepted", "rejects"), ("hot", "cold")],
)
def test_opposites(one: str, other: str) -> None:
    """By list, group, prefix and suffix, in any form and order."""
    assert are_opposite(one, other, "en")
    assert are_opposite(other, one, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("cover", "discover"), ("ease", "disease"), ("play", "display"), ("valuable", "invaluable"), ("buy", "bought")],
)
def test_no_opposites(one: str, other: str) -> None:
    """Letters that only look like a prefix."""
    assert not are_opposite(one, other, "en")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dam is safe, Maria Keller said.", "Maria Keller"),
        ("The dam is safe, said Maria Keller.", "Maria Keller"),
        ("According to officials, the dam is safe.", "officials"),
        ("The dam is safe.", ""),
        ("Maria Keller, the chief engineer, said the dam is safe.", "Maria Keller"),
        ("The dam is safe, said Maria Keller, who built it.", "Maria Keller"),
        ("The engineer, said Maria Keller, is right.", "Maria Keller"),
        ("The dam, the chief engineer said, is safe.", ""),
        ("The council said Rome had been told.", ""),
        ("The council said on Tuesday that the dam is safe.", ""),
        ("The dam is safe, the council said Tuesday.", ""),
        ("Officials in Washington said the dam is safe.", "Officials"),
        ("The mayor told the BBC the dam is safe.", ""),
        ("Maria Keller told reporters on Monday that the dam is safe.", "Maria Keller"),
    ],
)
def test_speakers(text: str, speaker: str) -> None:
    """Who says it, named or not."""
    facts = read_facts(text, language="en")
    found = facts.speaker
    assert (facts.words.span(found.first, found.end).of(text) if found and found.is_read else "") == speaker
