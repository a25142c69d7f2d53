"""What two claims may have in common, as weighted integers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from compare_app.core.control import Control
from compare_app.engine.normalise import fold
from compare_app.engine.stop_words import PREFIX, common_shares
from compare_app.engine.tokenise import UNSPACED

_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNSPACED_OR_WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])\w)+")
_JOINTS = str.maketrans("", "", "'’\u00ad")


@dataclass(frozen=True, slots=True)
class Features:
    """The claims of one pair of documents as ascending tuples of feature numbers, without repetition.

    `left_keys` and `right_keys` are equal where claims are equal but for case, signs and spaces. `weights` says in
    nats what it tells that two claims share a feature; `left_mass` and `right_mass` are the claims' sums of it.
    """

    left_keys: tuple[str, ...]
    right_keys: tuple[str, ...]
    left: tuple[frozenset[int], ...]
    right: tuple[frozenset[int], ...]
    weights: tuple[float, ...]
    left_mass: tuple[float, ...]
    right_mass: tuple[float, ...]

    @property
    def mirrored(self) -> Features:
        """The same with the sides exchanged."""
        return Features(
            self.right_keys, self.left_keys, self.right, self.left, self.weights, self.right_mass, self.left_mass
        )


def extract(left: Sequence[str], right: Sequence[str], languages: Iterable[str], control: Control) -> Features:
    """The features of all claims: the first letters of words, numbers whole, characters and their pairs in CJK.

    O(length of the texts). `languages` choose the lists of how common words are at large.
    """
    numbers: dict[str, int] = {}
    memo: dict[str, int] = {}
    left_keys, left_sets = _read(left, numbers, memo, control)
    right_keys, right_sets = _read(right, numbers, memo, control)
    weights = _weights(numbers, left_sets, right_sets, languages)
    masses = [tuple(sum([weights[f] for f in features]) for features in sets) for sets in (left_sets, right_sets)]
    return Features(left_keys, right_keys, left_sets, right_sets, weights, *masses)


_CHECKED_EVERY = 1_024  # claims between two looks at a cancel: some 10 ms


def _read(
    texts: Sequence[str], numbers: dict[str, int], memo: dict[str, int], control: Control
) -> tuple[tuple[str, ...], tuple[frozenset[int], ...]]:
    keys, sets = [], []
    for done, text in enumerate(texts):
        if done % _CHECKED_EVERY == 0:
            control.check()
        words = split_words(text)
        keys.append(" ".join(words) if words else text.strip())
        try:
            sets.append(frozenset([memo[word] for word in words]))
        except KeyError:
            sets.append(frozenset([_number(word, numbers, memo) for word in words]))
    return tuple(keys), tuple(sets)


def split_words(text: str) -> list[str]:
    """The words of `text` in lower case, without signs; characters and pairs of them where no spaces are written."""
    text = text.lower() if text.isascii() else fold(text)
    text = text.translate(_JOINTS) if "'" in text or not text.isascii() else text
    if text.isascii() or not _UNSPACED.search(text):
        return _WORD.findall(text)
    words: list[str] = []
    last, reached = "", -1
    for match in _UNSPACED_OR_WORD.finditer(text):
        word = match.group()
        is_single = _UNSPACED.match(word) is not None
        words.append(word)
        if is_single and last and match.start() == reached:
            words.append(last + word)
        last, reached = (word if is_single else ""), match.end()
    return words


def _number(word: str, numbers: dict[str, int], memo: dict[str, int]) -> int:
    known = memo.get(word)
    if known is None:
        prefix = fold(word)[:PREFIX] if word.isalpha() else word
        known = memo[word] = numbers.setdefault(prefix, len(numbers))
    return known


_PRIOR_CLAIMS = 30  # how many claims the counts at large are worth beside those of the pair
_RARE_SHARE = 0.002  # of the claims hold a word that no list names. 0.005 does as well.
_SHARPNESS = 1.2  # power of the weights: 1 and 1.5 did slightly worse on the development sets, 2026-11


def _weights(
    numbers: dict[str, int],
    left: Sequence[frozenset[int]],
    right: Sequence[frozenset[int]],
    languages: Iterable[str],
) -> tuple[float, ...]:
    counts: Counter[int] = Counter()
    for features in (*left, *right):
        counts.update(features)
    shares: dict[str, float] = {}
    for language in languages:
        shares.update(common_shares(language))
    total = len(left) + len(right) + _PRIOR_CLAIMS
    return tuple(
        log(total / (counts[number] + _PRIOR_CLAIMS * shares.get(word, _RARE_SHARE)))
        for word, number in numbers.items()
    )
