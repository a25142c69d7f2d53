"""The best links of two short runs of claims in the same order, by a dynamic programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare_app.core.control import Control
from compare_app.engine.features import Features
from compare_app.engine.similarity import Row

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Terms:
    """What a link costs and earns, in units of similarity.

    A link of claims earns its similarity and costs `link_cost`; a claim that joins a link earns the share of its
    weight that is new there and costs `join_cost`. `run_bonus` is earned by a link right after another, `slant_cost`
    is paid for each whole length of the documents that a link lies off the diagonal.
    """

    link_cost: float = 0.2
    join_cost: float = 0.35
    run_bonus: float = 0.05
    slant_cost: float = 0.1


@dataclass(slots=True)
class _Table:
    """`best[i][j]`: score of the first i and j claims; `linked[i][j]`: the same, ending with a link of both.

    `steps` and `ways` hold how each was reached.
    """

    best: list[list[float]]
    linked: list[list[float]]
    steps: list[bytearray]
    ways: list[bytearray]


_SKIP_LEFT, _SKIP_RIGHT, _LINK = 0, 1, 2
_NEW, _NEXT, _JOIN_LEFT, _JOIN_RIGHT = 0, 1, 2, 3


def best_links(
    features: Features,
    left: Sequence[int],
    right: Sequence[int],
    rows: Sequence[Row],
    terms: Terms,
    control: Control,
) -> list[tuple[int, int]]:
    """The linked places (in `left`, in `right`) of the best monotone path, ascending; joined claims repeat a place.

    n × m steps of about 0.5 µs and 18 bytes for n and m claims.
    """
    table = _Table([[0.0] * (len(right) + 1)], [[_NEVER] * (len(right) + 1)], [bytearray()], [bytearray()])
    for place in range(len(left)):
        control.check()
        _fill_row(table, features, left, right, rows[place], place, terms)
    return _path(table, len(left), len(right))


def _fill_row(
    table: _Table,
    features: Features,
    left: Sequence[int],
    right: Sequence[int],
    row: Row,
    place: int,
    terms: Terms,
) -> None:
    above, linked_above = table.best[-1], table.linked[-1]
    width = len(right)
    current, linked = [0.0] * (width + 1), [_NEVER] * (width + 1)
    steps, ways = bytearray(width + 1), bytearray(width + 1)
    slant, at = terms.slant_cost / width, (place + 0.5) * width / len(left) - 0.5
    score = 0.0
    for j in range(width):
        step, up = _SKIP_RIGHT, above[j + 1]
        if up >= score:
            score, step = up, _SKIP_LEFT
        alike = row.get(j)
        if alike is not None:
            earned = alike - terms.link_cost - slant * abs(j - at)
            found, way = above[j] + earned, _NEW
            if linked_above[j] + earned + terms.run_bonus > found:
                found, way = linked_above[j] + earned + terms.run_bonus, _NEXT
            if linked_above[j + 1] > found - 1.0 or linked[j] > found - 1.0:
                found, way = _joined(
                    features, left, right, place, j, terms, (found, way), linked_above[j + 1], linked[j]
                )
            linked[j + 1], ways[j + 1] = found, way
            if found >= score:
                score, step = found, _LINK
        current[j + 1], steps[j + 1] = score, step
    table.best.append(current)
    table.linked.append(linked)
    table.steps.append(steps)
    table.ways.append(ways)


def _joined(
    features: Features,
    left: Sequence[int],
    right: Sequence[int],
    place: int,
    j: int,
    terms: Terms,
    best: tuple[float, int],
    over_left: float,
    over_right: float,
) -> tuple[float, int]:
    """The better of `best` and letting the claim at `place` or `j` join the link before it."""
    ours, theirs = features.left[left[place]], features.right[right[j]]
    shared = ours & theirs
    found, way = best
    if over_left > _NEVER / 2:
        joining = over_left + _new_share(
            features, shared, features.left[left[place - 1]], features.left_mass[left[place]]
        )
        if joining - terms.join_cost > found:
            found, way = joining - terms.join_cost, _JOIN_LEFT
    if over_right > _NEVER / 2:
        joining = over_right + _new_share(features, shared, features.right[right[j - 1]], features.right_mass[right[j]])
        if joining - terms.join_cost > found:
            found, way = joining - terms.join_cost, _JOIN_RIGHT
    return found, way


def _new_share(features: Features, shared: frozenset[int], before: frozenset[int], mass: float) -> float:
    """The share of `mass` that is in `shared` and was not in the claim `before`."""
    weights = features.weights
    return sum([weights[f] for f in shared - before]) / mass if mass > 0 else 0.0


def _path(table: _Table, i: int, j: int) -> list[tuple[int, int]]:
    path = []
    is_linked = False
    while i and j:
        step = _LINK if is_linked else table.steps[i][j]
        if step == _SKIP_LEFT:
            i -= 1
        elif step == _SKIP_RIGHT:
            j -= 1
        else:
            path.append((i - 1, j - 1))
            way = table.ways[i][j]
            is_linked = way != _NEW
            i, j = i - (way != _JOIN_RIGHT), j - (way != _JOIN_LEFT)
    return path[::-1]
