"""A comparison that is worked out in two processes is the one that a single process finds."""

from __future__ import annotations

import os
import random

import pytest

from compare_app.app import pipeline
from compare_app.app.ahead import find_ahead
from compare_app.app.documents import Document
from compare_app.core import halves
from compare_app.core.comparison import Comparison, Timings
from compare_app.core.control import Control, Progress, Stage
from compare_app.core.errors import Cancelled
from compare_app.core.records import replace
from compare_app.engine import align, candidates
from compare_app.facts.read import kept_facts
from compare_app.rules.across import find_elsewhere

_WORDS = ("mill", "river", "mayor", "bridge", "school", "harbour", "council", "farmer", "storm", "train", "church")


@pytest.fixture
def _two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    if not halves.can_copy():
        pytest.skip("needs a system that copies processes, two processors, and one thread alone")
    for module in (halves, pipeline):
        monkeypatch.setattr(module, "MANY_LINKS", 2)
    monkeypatch.setattr(candidates, "_ENOUGH", 2)
    monkeypatch.setattr(align, "_MANY_CELLS", 0)


def _drafts() -> tuple[Document, Document]:
    chosen = random.Random(3)
    left = [
        f"In {1900 + n} the {chosen.choice(_WORDS)} {n} saw {' '.join(chosen.sample(_WORDS, 4))}." for n in range(90)
    ]
    right = [claim.replace("saw", "did not see") if n % 9 == 0 else claim for n, claim in enumerate(left) if n % 7]
    right = [claim.replace("In 19", "In 18") if n % 5 == 0 else claim for n, claim in enumerate(right)]
    return Document.from_claims(left), Document.from_claims([*right[40:60], *right[:40], *right[60:], "The end came."])


def _without_timings(comparison: Comparison) -> Comparison:
    return replace(comparison, timings=Timings())


@pytest.mark.usefixtures("_two_processes")
def test_the_comparison_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = _drafts()
    found = _without_timings(pipeline.compare(left, right))
    assert any(link.findings for link in found.links[len(found.links) // 2 :])
    monkeypatch.setattr(halves, "can_copy", lambda: False)
    assert _without_timings(pipeline.compare(left, right)) == found


@pytest.mark.usefixtures("_two_processes")
@pytest.mark.parametrize("stage", [Stage.ALIGN, Stage.WORDS, Stage.RULES])
def test_a_cancel_from_the_listener_ends_it(stage: Stage) -> None:
    def cancel(progress: Progress) -> None:
        if progress.stage is stage:
            control.cancel()

    control = Control(on_progress=cancel)
    with pytest.raises(Cancelled):
        pipeline.compare(*_drafts(), control=control)


@pytest.mark.usefixtures("_two_processes")
def test_how_far_the_alignment_is_reaches_the_listener() -> None:
    own, told = os.getpid(), []
    pipeline.compare(*_drafts(), control=Control(on_progress=lambda progress: told.append((os.getpid(), progress))))
    assert {pid for pid, _ in told} == {own}
    assert {0.0, 0.2, 0.4, 0.8} <= {progress.share for _, progress in told if progress.stage is Stage.ALIGN}


def test_what_is_found_ahead_is_what_is_found_later() -> None:
    left, right = _drafts()
    kept_facts.cache_clear()
    suspects = find_ahead(left, right, Control())
    unequal = {claim.text for claim in left.claims} ^ {claim.text for claim in right.claims}
    assert kept_facts.cache_info().currsize >= len(unequal)
    links = pipeline.compare(left, right).links
    assert find_elsewhere(left, right, links, suspects) == find_elsewhere(left, right, links)


def test_a_cancel_ends_what_is_found_ahead() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        find_ahead(*_drafts(), control)
