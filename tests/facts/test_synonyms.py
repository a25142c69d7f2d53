"""Which words may replace each other without saying anything else."""

from __future__ import annotations

import pytest

from compare_app.facts.synonyms import mean_the_same, say_the_same

_SAME = [
    ("began", "started"),
    ("starts", "started"),
    ("decided", "decision"),
    ("large", "big"),
    ("said", "announced"),
    ("not", "never"),
    ("include", "comprise"),
]
_OTHERS = [
    ("failed", "worked"),
    ("rose", "fell"),
    ("walk", "ride"),
    ("cat", "dog"),
    ("possible", "impossible"),
    ("zorb", "frotz"),
    ("transported", "transpired"),
]


@pytest.mark.parametrize(("left", "right"), _SAME)
def test_synonyms_mean_the_same(left: str, right: str) -> None:
    assert mean_the_same(left, right, "en")
    assert mean_the_same(right, left, "en")


@pytest.mark.parametrize(("left", "right"), _OTHERS)
def test_opposites_others_and_unknown_words_do_not(left: str, right: str) -> None:
    assert not mean_the_same(left, right, "en")
    assert not mean_the_same(right, left, "en")


def test_every_word_needs_its_like() -> None:
    assert say_the_same(["began", "large"], ["big", "started"], "en")
    assert not say_the_same(["began", "large"], ["started"], "en")
    assert not say_the_same(["began"], ["started", "secretly"], "en")
    assert say_the_same([], ["really"], "en")


def test_a_pronoun_is_written_in_two_ways() -> None:
    assert say_the_same(["nobody"], ["no", "one"], "en")
    assert say_the_same(["everybody"], ["everyone"], "en")
    assert not say_the_same(["nobody"], ["everybody"], "en")


def test_a_denied_opposite_is_the_word() -> None:
    assert say_the_same(["likely"], ["not", "unlikely"], "en")
    assert say_the_same(["isn't", "open"], ["closed"], "en")
    assert not say_the_same(["not", "likely"], ["not", "unlikely"], "en")
    assert not say_the_same(["likely"], ["unlikely"], "en")
    assert not say_the_same(["rose"], ["not", "climbed"], "en")


def test_without_a_list_only_forms_and_the_same_word_are_known() -> None:
    assert say_the_same(["haus"], ["haus"], "de")
    assert not say_the_same(["haus"], ["gebäude"], "de")
