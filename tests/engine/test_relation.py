"""What a link is called, with and without findings."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from time import process_time

import pytest

from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Relation
from compare_app.core.options import Options
from compare_app.engine.relation import relation_of
from compare_app.engine.word_diff import word_edits
from compare_app.facts.synonyms import say_the_same
from tests.engine.claims import document

_CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("relation.toml").read_text(encoding="utf-8"))["case"]


def _relation(left: str, right: str, *verdicts: Verdict) -> Relation:
    claims = document([left]).claims, document([right]).claims
    edits = word_edits(*claims, options=Options())
    findings = [Finding("number", verdict, None, None, "They differ.") for verdict in verdicts]
    return relation_of(*claims, edits, findings, language="en", says_the_same=say_the_same)


@pytest.mark.parametrize("case", _CASES, ids=[case["left"] + " / " + case["right"] for case in _CASES])
def test_case(case: dict[str, str]) -> None:
    assert _relation(case["left"], case["right"]) == case["relation"]
    assert _relation(case["right"], case["left"]) == case["relation"]


@pytest.mark.parametrize("verdict", [Verdict.POSSIBLE, Verdict.SHIFT, Verdict.UPDATED])
def test_only_a_conflict_contradicts(verdict: Verdict) -> None:
    assert _relation("It cost 40 euros.", "It cost 50 euros.", verdict) is Relation.CHANGED
    assert _relation("It cost 40 euros.", "It cost 50 euros.", verdict, Verdict.CONFLICT) is Relation.CONTRADICTS


def test_an_endless_sentence_in_other_words_takes_no_square_of_the_time() -> None:
    chosen = random.Random(7)
    vocabulary = ["".join(chosen.choices("abdefgiklmnoprstuw", k=5)) for _ in range(20_000)]
    texts = [" ".join(chosen.choices(vocabulary, k=100_000)) for _ in range(2)]
    left, right = (document([text]).claims for text in texts)
    edit = Edit(EditKind.REPLACE, left[0].span, right[0].span)
    started = process_time()
    relation = relation_of(left, right, [edit], (), language="en", says_the_same=say_the_same)
    assert relation is Relation.CHANGED
    assert process_time() - started < 5  # 0.6 s on the machine it was written on, 49 s when it took the square
