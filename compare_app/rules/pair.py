"""Two claims laid side by side: which words and facts stand in the same place."""

from __future__ import annotations

from collections.abc import Iterable

from compare_app.core.lazy import lazy
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.elements import Elements, Fact, Hunk, Valued, elements_of, hunks_between, valued_of
from compare_app.rules.matching import Matches, matching_runs
from compare_app.rules.slots import Slot, slots_of


@record(slots=False, eq=False)  # without slots, for each part is kept once it was asked for
class Pair:
    """Two claims known to be about the same thing, laid side by side; swapping them mirrors it. O(words²) at worst."""

    left: ClaimFacts
    right: ClaimFacts

    @lazy
    def left_own(self) -> frozenset[str]:
        """The folded words that stand on the left alone."""
        return self.left.said - self.right.said

    @lazy
    def right_own(self) -> frozenset[str]:
        """The folded words that stand on the right alone."""
        return self.right.said - self.left.said

    @lazy
    def left_values(self) -> tuple[Valued, ...]:
        """The facts of the left in text order."""
        return valued_of(self.left)

    @lazy
    def right_values(self) -> tuple[Valued, ...]:
        """The facts of the right in text order."""
        return valued_of(self.right)

    @lazy
    def left_elements(self) -> Elements:
        """The elements of the left."""
        return elements_of(self.left, self.left_values, {key for key, _ in self.right_values})

    @lazy
    def right_elements(self) -> Elements:
        """The elements of the right."""
        return elements_of(self.right, self.right_values, {key for key, _ in self.left_values})

    @lazy
    def matches(self) -> Matches:
        """Which elements match; facts of one type do whatever their values when the words around match."""
        return Matches(matching_runs(self.left_elements.keys, self.right_elements.keys))

    @lazy
    def hunks(self) -> tuple[Hunk, ...]:
        """What differs, in order."""
        return hunks_between(self.matches.runs, self.left_elements, self.right_elements)

    @lazy
    def is_alike(self) -> bool:
        """Whether no word with content differs: at most facts and function words."""
        return not any(element.is_content for hunk in self.hunks for element in (*hunk.lost, *hunk.gained))

    @lazy
    def slots(self) -> tuple[Slot, ...]:
        """The facts that stand in the same place."""
        return slots_of(self.left_elements, self.right_elements, self.matches, self.hunks)

    def word_right_of(self, left: int) -> int | None:
        """The word of the right that matches the word `left`, where both begin an element."""
        at = self.left_elements.beginning_with(left)
        found = None if at is None else self.matches.right_of(at)
        return None if found is None else self.right_elements.firsts[found]

    def word_left_of(self, right: int) -> int | None:
        """The word of the left that matches the word `right`, where both begin an element."""
        at = self.right_elements.beginning_with(right)
        found = None if at is None else self.matches.left_of(at)
        return None if found is None else self.left_elements.firsts[found]

    @lazy
    def _others(self) -> frozenset[type[Fact]]:
        """The kinds of facts that both sides have and of which not all say the same."""
        left = _keys_by_kind(self.left_values)
        right = _keys_by_kind(self.right_values) if left else {}
        return frozenset([kind for kind in left.keys() & right.keys() if sorted(left[kind]) != sorted(right[kind])])

    def has_other(self, kind: type[Fact]) -> bool:
        """Whether both sides have facts of `kind` and not all say the same: else no slot holds two that differ."""
        return kind in self._others


def _keys_by_kind(values: Iterable[Valued]) -> dict[type[Fact], list[str]]:
    found: dict[type[Fact], list[str]] = {}
    for key, fact in values:
        found.setdefault(type(fact), []).append(key)
    return found
