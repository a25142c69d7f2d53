"""What claims are found and weighed by: stems, or characters and their pairs, each with its rarity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from compare_app.core.document import Claim
from compare_app.engine.normalise import fold
from compare_app.engine.stems import stem
from compare_app.engine.tokenise import is_unspaced, is_word, token_spans


@dataclass(frozen=True, slots=True)
class Features:
    """Numbered features of all claims of both sides.

    `left[i]` and `right[j]` are sets of feature numbers; `rarity[f]` is the weight of a feature; `left_weight[i]` the
    sum of the rarities of a claim's features; `left_key[i]` is equal for claims that are equal after folding.
    """

    left: tuple[frozenset[int], ...]
    right: tuple[frozenset[int], ...]
    left_weight: tuple[float, ...]
    right_weight: tuple[float, ...]
    left_key: tuple[str, ...]
    right_key: tuple[str, ...]
    rarity: tuple[float, ...]
    frequency: tuple[int, ...]

    def similarity(self, i: int, j: int) -> float:
        """Weight of what claims i and j share over the mean of their weights, in [0, 1] (Dice's coefficient)."""
        total = self.left_weight[i] + self.right_weight[j]
        if not total:
            return 0.0
        rarity = self.rarity
        return 2 * sum(rarity[f] for f in self.left[i] & self.right[j]) / total

    def swapped(self) -> Features:
        """The same with left and right exchanged."""
        return Features(
            self.right,
            self.left,
            self.right_weight,
            self.left_weight,
            self.right_key,
            self.left_key,
            self.rarity,
            self.frequency,
        )


def features_of(left: Sequence[Claim], right: Sequence[Claim]) -> Features:
    """Features of both sides. O(characters)."""
    numbers: dict[str, int] = {}
    left_words, right_words = [_words(c.text) for c in left], [_words(c.text) for c in right]
    left_sets = tuple(frozenset(_numbered(words, numbers)) for words in left_words)
    right_sets = tuple(frozenset(_numbered(words, numbers)) for words in right_words)
    counts = Counter(f for claim in (*left_sets, *right_sets) for f in claim)
    total = len(left_sets) + len(right_sets)
    # Probabilistic idf, never zero: a word in every claim still counts a little (Robertson, Spärck Jones 1976).
    rarity = tuple(log(1 + total / (1 + counts[f])) for f in range(len(numbers)))
    return Features(
        left=left_sets,
        right=right_sets,
        left_weight=tuple(sum(rarity[f] for f in claim) for claim in left_sets),
        right_weight=tuple(sum(rarity[f] for f in claim) for claim in right_sets),
        left_key=tuple(map(_key, left_words, left)),
        right_key=tuple(map(_key, right_words, right)),
        rarity=rarity,
        frequency=tuple(counts[f] for f in range(len(numbers))),
    )


def _words(text: str) -> list[str]:
    return [fold(word) for start, end in token_spans(text) if is_word(word := text[start:end])]


def _key(words: Sequence[str], claim: Claim) -> str:
    """Equal for equal claims: the words, or the signs of a claim without words."""
    return " ".join(words) or fold("".join(claim.text.split()))


def _numbered(words: Sequence[str], numbers: dict[str, int]) -> list[int]:
    found = []
    before = ""
    for word in words:
        unspaced = is_unspaced(word)
        feature = word if unspaced else stem(word)
        found.append(numbers.setdefault(feature, len(numbers)))
        if unspaced and before:
            found.append(numbers.setdefault(before + word, len(numbers)))
        before = word if unspaced else ""
    return found
