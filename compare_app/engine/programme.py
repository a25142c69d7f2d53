"""The best links of two short runs of claims in the same order, by a dynamic programme."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.records import record
from compare_app.engine.features import Features
from compare_app.engine.similarity import Row, joined_share, joined_similarity

_NEVER = -1e9


@record
class Terms:
    """What a link costs and earns, in units of similarity.

    A link of two claims earns their similarity and costs `link_cost`. A claim that joins a link earns by how much it
    makes both sides more alike, and costs `join_cost`. `run_bonus` is earned by a link right after another;
    `slant_cost` is paid for each whole length of the runs that a link lies off the diagonal. `move_cost` is the
    similarity that a link out of order must reach.
    """

    link_cost: float
    join_cost: float
    move_cost: float = 1.0
    run_bonus: float = 0.05  # 0 and 0.15 did worse on the development sets, 2026-11
    slant_cost: float = 0.1  # 0 to 0.1 are alike on the development sets, 0.3 is worse, 2026-11


_SKIP_LEFT, _SKIP_RIGHT, _LINK = 0, 1, 2
_NEW, _NEXT, _JOIN_LEFT, _JOIN_RIGHT = 0, 1, 2, 3
_MOST_LOST = -0.05  # what a claim that joins may cost until the next makes it good
_MOST_JOINED = 8  # claims of one side times those of the other in one link

_Group = tuple[int, int, float]
"""First left and first right place of the link under way, and the similarity of its claims taken together."""


@record
class _Line:
    """One row of the programme: for the first i left and each count of right claims.

    `best` is the highest score; `linked` the highest that ends in a link of the last claims, which is `groups`;
    `steps` and `ways` say how each was reached.
    """

    best: list[float]
    linked: list[float]
    groups: list[_Group | None]
    steps: bytearray
    ways: bytearray

    @classmethod
    def empty(cls, width: int) -> _Line:
        count = width + 1
        return cls([0.0] * count, [_NEVER] * count, [None] * count, bytearray(count), bytearray(count))


class Programme:
    """Links `left` with `right`, ascending claims of a pair of documents whose similarities are `rows`.

    Needleman and Wunsch's programme (1970) in which a row or a column may stay open, so that one claim links with
    several. n × m steps of about 0.5 µs and 10 bytes for n and m claims.
    """

    def __init__(
        self, features: Features, left: Sequence[int], right: Sequence[int], rows: Sequence[Row], terms: Terms
    ) -> None:
        self._features = features
        self._left = left
        self._right = right
        self._rows = rows
        self._terms = terms
        hardly = 0.5 * min(terms.link_cost - terms.run_bonus, terms.join_cost)  # such a pair gains little either way
        self._worthless = max(0.0, hardly)
        self._left_overlaps: dict[int, float] = {}
        self._right_overlaps: dict[int, float] = {}

    def links(self, control: Control) -> list[tuple[int, int]]:
        """Linked places (in `left`, in `right`) of the best path, ascending; joined claims repeat a place."""
        line = _Line.empty(len(self._right))
        steps, ways = [line.steps], [line.ways]
        for place in range(len(self._left)):
            control.check()
            line = self._next_line(line, place)
            steps.append(line.steps)
            ways.append(line.ways)
        return _path(steps, ways)

    def _next_line(self, above: _Line, place: int) -> _Line:
        width, row = len(self._right), self._rows[place]
        line = _Line.empty(width)
        slant, at = self._terms.slant_cost / width, (place + 0.5) * width / len(self._left) - 0.5
        cost, score = self._terms.link_cost, 0.0
        best_above, best, steps = above.best, line.best, line.steps
        for j in range(width):
            alike = row.get(j, 0.0)
            skipped = best_above[j + 1]
            if skipped >= score:
                score, steps[j + 1] = skipped, _SKIP_LEFT
            else:
                steps[j + 1] = _SKIP_RIGHT
            if alike > self._worthless:
                found = self._linked(above, line, place, j, alike, alike - cost - slant * abs(j - at))
                if found >= score:
                    score, steps[j + 1] = found, _LINK
            best[j + 1] = score
        return line

    def _linked(self, above: _Line, line: _Line, place: int, j: int, alike: float, earned: float) -> float:
        """Enters the best path that ends in a link of left `place` and right `j`, and gives its score."""
        found, way = above.best[j] + earned, _NEW
        run = above.linked[j] + earned + self._terms.run_bonus
        if run > found:
            found, way = run, _NEXT
        group: _Group = (place, j, alike)
        gain = alike - self._terms.join_cost  # no join earns more
        if gain > _MOST_LOST and above.linked[j + 1] + gain > found:
            found, way, group = self._joined(above, j + 1, place, j, _JOIN_LEFT, (found, way, group))
        if gain > _MOST_LOST and line.linked[j] + gain > found:
            found, way, group = self._joined(line, j, place, j, _JOIN_RIGHT, (found, way, group))
        line.linked[j + 1], line.ways[j + 1], line.groups[j + 1] = found, way, group
        return found

    def _joined(
        self, before: _Line, at: int, place: int, j: int, way: int, known: tuple[float, int, _Group]
    ) -> tuple[float, int, _Group]:
        """`known`, the best score, way and group so far, or what is had when `place` and `j` join the link before."""
        group, base = before.groups[at], before.linked[at] - self._terms.join_cost
        if group is None or (place + 1 - group[0]) * (j + 1 - group[1]) > _MOST_JOINED:
            return known
        first, from_, alike_before = group
        if place - first + j - from_ == 1:  # the first to join: the link alone, in the same measure
            alike_before, most = self._first_to_join(first, from_, place, j)
            if most - alike_before - self._terms.join_cost <= _MOST_LOST or base + most - alike_before <= known[0]:
                return known
        alike = joined_similarity(self._features, self._left[first : place + 1], self._right[from_ : j + 1])
        score = base + alike - alike_before
        return (score, way, (first, from_, alike)) if score > known[0] else known

    def _first_to_join(self, first: int, from_: int, place: int, j: int) -> tuple[float, float]:
        """How alike left `first` and right `from_` are when measured as joined, and the most that all up to `place`
        and `j` can be: as if the two claims of one side shared different words with the other."""
        features = self._features
        here, there = features.left_mass[self._left[first]], features.right_mass[self._right[from_]]
        row = self._rows[first]
        shared = 0.5 * row[from_] * (here + there)
        before = joined_share(shared, here, there)
        if place > first:
            other = features.left_mass[self._left[place]]
            both = shared + 0.5 * self._rows[place][j] * (other + there)
            here += other - self._overlap(self._left_overlaps, features.left, self._left, place)
        else:
            other = features.right_mass[self._right[j]]
            both = shared + 0.5 * row[j] * (here + other)
            there += other - self._overlap(self._right_overlaps, features.right, self._right, j)
        return before, joined_share(both, here, there)

    def _overlap(
        self, known: dict[int, float], sets: Sequence[frozenset[int]], claims: Sequence[int], place: int
    ) -> float:
        """The weight that the claims at `place` and right before it share."""
        found = known.get(place)
        if found is None:
            weights = self._features.weights
            found = known[place] = sum([weights[f] for f in sets[claims[place - 1]] & sets[claims[place]]])
        return found


def _path(steps: Sequence[bytearray], ways: Sequence[bytearray]) -> list[tuple[int, int]]:
    i, j = len(steps) - 1, len(steps[0]) - 1
    path = []
    is_linked = False
    while i and j:
        step = _LINK if is_linked else steps[i][j]
        if step == _SKIP_LEFT:
            i -= 1
        elif step == _SKIP_RIGHT:
            j -= 1
        else:
            path.append((i - 1, j - 1))
            way = ways[i][j]
            is_linked = way != _NEW
            i, j = i - (way != _JOIN_RIGHT), j - (way != _JOIN_LEFT)
    return path[::-1]
