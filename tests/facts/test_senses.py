"""Which words may stand for each other."""

from __future__ import annotations

import pytest

from compare_app.core.lexicon import load_lexicon
from compare_app.facts.senses import Part, entry_of, has_senses, may_mean_same, may_stand_for
from compare_app.facts.stems import stem


@pytest.mark.parametrize(
    ("left", "right", "stands_for"),
    [
        ("car", "vehicle", True),
        ("films", "movie", True),
        ("piano", "instrument", True),
        ("dog", "animals", True),
        ("factory", "plant", True),
        ("surgeon", "plumber", False),
        ("river", "library", False),
        ("cement", "milk", False),
    ],
)
def test_senses(left: str, right: str, *, stands_for: bool) -> None:
    """A common sense, a wider one or two kinds of one thing; whichever comes first."""
    one, other = (entry_of(stem(word, "en"), "en") for word in (left, right))
    assert one is not None
    assert other is not None
    assert one.part is other.part is Part.NOUN
    assert may_mean_same(one, other) is may_mean_same(other, one) is stands_for


def test_words_of_news_stand_for_each_other() -> None:
    """Words that reports use for the same thing although they do not mean the same."""
    assert may_stand_for(stem("officials", "en"), stem("authorities", "en"), "en")
    assert not may_stand_for(stem("officials", "en"), stem("villagers", "en"), "en")


def test_what_no_list_has() -> None:
    """A verb has no senses, an unknown word no entry, a language without lists nothing."""
    verb = entry_of(stem("inaugurate", "en"), "en")
    assert verb is None or verb.part is Part.OTHER
    assert entry_of("qwerty", "en") is None
    assert not has_senses("de")
    assert entry_of("haus", "de") is None


def test_the_lists_ascend() -> None:
    """They are searched by halves."""
    given = load_lexicon("en", "senses")
    for part in Part:
        lines = given[part.value].splitlines()
        assert lines == sorted(lines)
        assert all(entry_of(line.split()[0], "en") is not None for line in lines[::100])
