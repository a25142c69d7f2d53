"""Finds a command by a few of its letters, as a person types them: "nc" and "next c" find "Next contradiction"."""

from __future__ import annotations

from collections.abc import Iterable

from compare_app.core.records import record

_START, _WORDS, _INITIALS, _INSIDE, _LETTERS = range(5)


@record
class Hit:
    """How well a text answers to what was typed: the lower `rank`, the better. `places` are the letters that do."""

    rank: tuple[int, int, int]
    places: tuple[int, ...]


def matched(typed: str, text: str) -> Hit | None:
    """How `typed` is found in `text`, None where its letters do not stand there in their order. O(text · words).

    The best is how `text` begins; then the beginnings of its words, its initials, what stands inside it, and last its
    letters with others between them, the fewer the better. Where two are alike the shorter text comes first.
    """
    low = "".join(letter.lower()[:1] for letter in text)
    wanted = typed.lower().split()
    if not wanted:
        return Hit((_START, 0, 0), ())
    starts = [place for place in range(len(low)) if low[place].isalnum() and not low[place - 1 : place].isalnum()]
    if low.startswith(" ".join(wanted)):
        return Hit((_START, 0, len(text)), tuple(range(len(" ".join(wanted)))))
    attempts = (
        (_WORDS, _beginnings(wanted, low, starts)),
        (_INITIALS, _initials("".join(wanted), low, starts)),
        (_INSIDE, _inside(wanted, low)),
        (_LETTERS, _letters("".join(wanted), low)),
    )
    for kind, places in attempts:
        if places is not None:
            gaps = places[-1] - places[0] + 1 - len(places) if kind == _LETTERS else 0
            return Hit((kind, gaps, len(text)), places)
    return None


def _beginnings(wanted: Iterable[str], low: str, starts: list[int]) -> tuple[int, ...] | None:
    """Every word typed begins a word of its own, whatever their order."""
    free, places = list(starts), set[int]()
    for word in wanted:
        start = next((start for start in free if low.startswith(word, start)), None)
        if start is None:
            return None
        free.remove(start)
        places.update(range(start, start + len(word)))
    return tuple(sorted(places))


def _initials(letters: str, low: str, starts: list[int]) -> tuple[int, ...] | None:
    initials = "".join(low[start] for start in starts)
    found = initials.find(letters)
    return tuple(starts[found : found + len(letters)]) if found >= 0 else None


def _inside(wanted: Iterable[str], low: str) -> tuple[int, ...] | None:
    places = set[int]()
    for word in wanted:
        found = low.find(word)
        if found < 0:
            return None
        places.update(range(found, found + len(word)))
    return tuple(sorted(places))


def _letters(letters: str, low: str) -> tuple[int, ...] | None:
    places, reached = [], 0
    for letter in letters:
        found = low.find(letter, reached)
        if found < 0:
            return None
        places.append(found)
        reached = found + 1
    return tuple(places)
