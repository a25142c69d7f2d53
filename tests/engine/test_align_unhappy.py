"""Texts that defeat aligners: endless repetition, one endless sentence, nothing in common, figures only."""

from __future__ import annotations

import random
import threading
from contextlib import suppress
from time import perf_counter

import pytest

from compare_app.core.control import Control, Progress
from compare_app.core.errors import Cancelled
from compare_app.core.options import Options
from compare_app.engine.word_diff import word_edits
from tests.engine.claims import aligned, document, pairs

_ENOUGH_S = 30.0  # far above the seconds each takes here: only a run that grew quadratic fails


def _sentences(vocabulary: list[str], count: int, seed: int) -> list[str]:
    chosen = random.Random(seed)
    return [" ".join(chosen.choices(vocabulary, k=chosen.randint(6, 14))) + "." for _ in range(count)]


def test_forty_thousand_identical_sentences() -> None:
    started = perf_counter()
    found = aligned(["The cat sat on the mat."] * 40_000, ["The cat sat on the mat."] * 39_000)
    assert pairs(found) == {(n, n) for n in range(39_000)}
    assert perf_counter() - started < _ENOUGH_S


def test_one_sentence_over_and_over_against_another_is_unmatched_and_said_so() -> None:
    started = perf_counter()
    found = aligned(["The cat sat on the mat."] * 40_000, ["A dog ran to its door."] * 40_000)
    assert found.pairings == ()
    assert [note for note in found.notes if "sentence by sentence" in note]
    assert perf_counter() - started < _ENOUGH_S


def test_a_text_compared_in_full_has_no_note() -> None:
    left = [f"The {n}th mayor opened bridge {n * 7} over the river." for n in range(300)]
    assert aligned(left, [*left[:100], "A new sentence came in.", *left[110:]]).notes == ()


def test_twenty_thousand_sentences_of_fifty_words() -> None:
    vocabulary = [f"word{n}" for n in range(50)]
    left, chosen = _sentences(vocabulary, 20_000, seed=5), random.Random(6)
    right: list[str] = []
    gold = set()
    for index, sentence in enumerate(left):
        fate = chosen.random()
        if fate < 0.15:
            continue
        words = sentence.split()
        if fate < 0.55:
            words[chosen.randrange(len(words))] = chosen.choice(vocabulary)
        gold.add((index, len(right)))
        right.append(" ".join(words))
    found = pairs(aligned(left, right))
    assert len(found & gold) >= 0.97 * len(gold)
    assert len(found & gold) >= 0.97 * len(found)


def test_unrelated_books_have_next_to_nothing_in_common() -> None:
    left = _sentences([f"left{n}" for n in range(4_000)] + ["the", "and", "of"] * 400, 3_000, seed=1)
    right = _sentences([f"right{n}" for n in range(4_000)] + ["the", "and", "of"] * 400, 3_000, seed=2)
    assert len(pairs(aligned(left, right))) <= 30


def test_pages_of_other_numbers() -> None:
    figures = [str(n) for n in range(1_000)]
    found = pairs(aligned(_sentences(figures, 1_000, seed=1), _sentences(figures, 1_000, seed=2)))
    assert len(found) <= 10


def test_a_text_without_any_full_stop() -> None:
    chosen = random.Random(3)
    words = [f"word{chosen.randrange(3_000)}" for _ in range(8_000)]
    left = [" ".join(words)]
    right = [" ".join([*words[:4_000], "more", "words", *words[4_020:]])]
    assert pairs(aligned(left, right)) == {(0, 0)}


def test_empty_against_full() -> None:
    found = aligned([], ["One claim.", "Another."])
    assert found.pairings == ()
    assert [lone.claim for lone in found.lone_right] == [0, 1]
    assert found.lone_right[0].nearest is None


def test_one_sentence_of_a_hundred_thousand_words() -> None:
    chosen = random.Random(4)
    words = [f"word{chosen.randrange(20_000)}" for _ in range(100_000)]
    changed = [f"other{n}" if n % 50 == 0 else word for n, word in enumerate(words)]
    left, right = document([" ".join(words)]), document([" ".join(changed)])
    started = perf_counter()
    edits = word_edits(left.claims, right.claims, options=Options())
    assert len(edits) == 2_000
    assert perf_counter() - started < _ENOUGH_S
    assert pairs(aligned([" ".join(words)], [" ".join(changed)])) == {(0, 0)}


@pytest.mark.parametrize(("share", "later_s"), [(0.0, 0.02), (0.2, 0.02), (0.2, 0.1)])
def test_cancel_is_answered_soon(share: float, later_s: float) -> None:
    vocabulary = [f"word{n}" for n in range(2_000)]
    left, right = _sentences(vocabulary, 10_000, seed=1), _sentences(vocabulary, 10_000, seed=2)
    asked: list[float] = []

    def cancel() -> None:
        asked.append(perf_counter())
        control.cancel()

    def wait(progress: Progress) -> None:
        if progress.share == share and not timer.is_alive():
            timer.start()

    control, timer = Control(on_progress=wait), threading.Timer(later_s, cancel)
    with pytest.raises(Cancelled):
        aligned(left, right, control=control)
    assert perf_counter() - asked[0] < 1.0  # 200 ms on a quiet machine, measured at 1,000,000 words: 40 ms, once 230


def test_set_phrases_of_strangers_are_no_links_but_whole_passages_are() -> None:
    left, right = (_sentences([f"{side}{n}" for n in range(4_000)], 3_000, seed=1) for side in ("left", "right"))
    for n in range(100):  # a half of each of these claims is an idiom, or some formula, of both books
        idiom = " ".join(f"idiom{n}part{part}" for part in range(5))
        left[n * 30] = f"{idiom} {' '.join(left[n * 30].split()[:5])}"
        right[n * 29 % 3_000] = f"{idiom} {' '.join(right[n * 29 % 3_000].split()[:5])}"
    left[1_500] = right[700] = "This passage was taken from the other book with all its words."
    found = aligned(left, right)
    assert (1_500, 700) in pairs(found)
    assert len(pairs(found)) <= 30


@pytest.mark.parametrize("kind", ["edited", "repeating", "shuffled", "of other words"])
def test_cancel_is_answered_soon_inside_an_endless_sentence(kind: str) -> None:
    chosen = random.Random(4)
    words = [f"word{n % 20_000 if kind == 'repeating' else chosen.randrange(20_000)}" for n in range(100_000)]
    others = {
        "edited": [f"other{n}" if n % 50 == 0 else word for n, word in enumerate(words)],
        "repeating": [f"other{n}" if n % 50 == 0 else word for n, word in enumerate(words)],
        "shuffled": random.Random(1).sample(words, len(words)),
        "of other words": [f"x{word}" for word in words],
    }[kind]
    left, right = document([" ".join(words)]), document([" ".join(others)])
    started = perf_counter()
    word_edits(left.claims, right.claims, options=Options())
    took = perf_counter() - started
    asked: list[float] = []

    def cancel() -> None:
        asked.append(perf_counter())
        control.cancel()

    for share in (0.3, 0.6):
        control, timer = Control(), threading.Timer(share * took, cancel)
        timer.start()
        with suppress(Cancelled):  # a run may end before it was asked
            word_edits(left.claims, right.claims, options=Options(), control=control)
        ended = perf_counter()
        timer.join()
        assert ended - asked[-1] < 1.0  # on a quiet machine 60 ms
