"""Rules speak in the worker; here they speak the made-up language, so that nothing of theirs is left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from compare_app.core import translation
from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.classes import COUNTRY_CLASSES
from compare_app.rules.class_names import CLASS_NAMES
from compare_app.rules.readings import said
from tests.pseudo import Pseudo
from tests.rules.test_cases import _cases, judge

_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile("[aeiouAEIOU]")  # without an accent
_SIGNS = {"utc"}
_DIMENSIONS = sorted(
    {name for name, units in load_lexicon("en", "units").items() if isinstance(units, dict)} - {"currencies"}
    | {"ordinal", "percent", "points", "age", "degrees"}
)


@pytest.fixture
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(translation, "_catalogue", lambda _codes: ("en", Pseudo()))
    translation.use_language()
    yield
    monkeypatch.undo()
    translation.use_language("en")


def _left_in_english(finding: Finding, said: str) -> set[str]:
    """Words of what a finding tells that neither a translation nor a document brought."""
    told = " ".join((finding.message, finding.left_reading, finding.right_reading))
    words = {word for word in _WORD.findall(told) if word.isascii() and _VOWEL.search(word)}
    return {word for word in words if word.casefold() not in {*map(str.casefold, _WORD.findall(said)), *_SIGNS}}


@pytest.mark.usefixtures("_pseudo")
def test_nothing_a_rule_says_is_left_in_english() -> None:
    left, told = {}, 0
    for language, kind, _, one, other, date in _cases():
        for finding in judge(one, other, language, date):
            told += 1
            if words := _left_in_english(finding, f"{one} {other}"):
                left[kind, one] = words
    assert told > 100
    assert not left


@pytest.mark.parametrize("dimension", _DIMENSIONS)
def test_every_unit_has_words_in_another_language(dimension: str) -> None:
    fact = Quantity(0, 1, 20.0, 17.0, 23.0, dimension, exact=False)
    english = {*_WORD.findall(said(fact))}
    translation.use_language("de")
    same = english & {*_WORD.findall(said(fact))}
    assert not {word for word in same if len(word) > 2 and _VOWEL.search(word)}


def test_every_class_has_words_for_the_reader() -> None:
    classes = load_lexicon("en", "classes")["classes"]
    assert {*classes, *COUNTRY_CLASSES} == CLASS_NAMES.keys()
