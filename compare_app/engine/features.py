"""What two claims may have in common, as weighted integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log

from compare_app.core.control import Control
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.engine.normalise import fold_keeping_case
from compare_app.engine.stop_words import PREFIX, common_shares
from compare_app.engine.tokenise import UNSPACED

_WORD = pattern(r"[^\W_]+(?:[.,:]\d+)*")
_DIGIT = pattern("[0-9]")
_UNSPACED = pattern(f"[{UNSPACED}]")
_UNSPACED_OR_WORD = pattern(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])\w)+")
_JOINTS = str.maketrans("", "", "'’\u00ad")
_PARTING = "\x00"  # stands in no canonical text
_SIGNS = {code: None if chr(code) == "'" else " " for code in range(1, 128) if not chr(code).isalnum()}
_AT_ONCE = 512  # texts: 5 ms of work


@record
class Features:
    """The claims of one pair of documents as sets of feature numbers.

    `left_keys` and `right_keys` are equal where claims are equal but for case, signs and spaces. `weights` says in
    nats what it tells that two claims share a feature; `left_mass` and `right_mass` are the claims' sums of it.
    `left_order` and `right_order` hold the features as they stand in the claims, with repetition.
    """

    left_keys: tuple[int, ...]
    right_keys: tuple[int, ...]
    left: tuple[frozenset[int], ...]
    right: tuple[frozenset[int], ...]
    weights: tuple[float, ...]
    left_mass: tuple[float, ...]
    right_mass: tuple[float, ...]
    left_order: tuple[tuple[int, ...], ...]
    right_order: tuple[tuple[int, ...], ...]

    @property
    def mirrored(self) -> Features:
        """The same with the sides exchanged."""
        return Features(
            left_keys=self.right_keys,
            right_keys=self.left_keys,
            left=self.right,
            right=self.left,
            weights=self.weights,
            left_mass=self.right_mass,
            right_mass=self.left_mass,
            left_order=self.right_order,
            right_order=self.left_order,
        )


def extract(left: Sequence[str], right: Sequence[str], languages: Iterable[str], control: Control) -> Features:
    """The features of all claims: the first letters of words, numbers whole, characters and their pairs in CJK.

    O(length of the texts). `languages` choose the lists of how common words are at large.
    """
    reader = _Reader()
    left_keys, right_keys = reader.read(left, control), reader.read(right, control)
    orders, sets = reader.orders, [frozenset(order) for order in control.watched(reader.orders)]
    counts = _counts(sets, (*left_keys, *right_keys), control)
    weights = _weights(reader.numbers, counts, len(left_keys) + len(right_keys), languages)
    masses = [sum([weights[f] for f in features]) for features in control.watched(sets)]
    return Features(
        left_keys,
        right_keys,
        tuple([sets[key] for key in left_keys]),
        tuple([sets[key] for key in right_keys]),
        weights,
        tuple([masses[key] for key in left_keys]),
        tuple([masses[key] for key in right_keys]),
        tuple([orders[key] for key in left_keys]),
        tuple([orders[key] for key in right_keys]),
    )


class _Reader:
    """Gives equal claims one number, their key, and to each key its features in their order.

    Every claim is looked into only the first time it comes.
    """

    def __init__(self) -> None:
        self.orders: list[tuple[int, ...]] = []
        self._features = _FeatureOfWord()
        self._key_of_words: dict[str, int] = {}
        self._key_of_text: dict[str, int] = {}

    @property
    def numbers(self) -> dict[str, int]:
        """The features with their numbers, ascending from 0."""
        return self._features.numbers

    def read(self, texts: Sequence[str], control: Control) -> tuple[int, ...]:
        """The keys of `texts`."""
        known = self._key_of_text
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        for start in range(0, len(unknown), _AT_ONCE):
            control.check()
            some = unknown[start : start + _AT_ONCE]
            plain = [text for text in some if _is_plain(text)]
            words = dict(zip(plain, split_plain(plain), strict=True))
            for text in some:
                known[text] = self._key(text, words[text] if text in words else split_words(text))
        return tuple(map(known.__getitem__, texts))

    def _key(self, text: str, words: list[str]) -> int:
        name = " ".join(words) or f" {text.strip()}"  # of signs alone; the space tells it from a word
        key = self._key_of_words.setdefault(name, len(self.orders))
        if key == len(self.orders):
            self.orders.append(tuple(map(self._features.__getitem__, words)))
        return key


class _FeatureOfWord(dict[str, int]):
    """The feature of each word; `numbers` are those of the features, by what they are."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        feature = word[:PREFIX] if word.isalpha() else word
        number = self[word] = self.numbers.setdefault(feature, len(self.numbers))
        return number


def _is_plain(text: str) -> bool:
    return text.isascii() and _PARTING not in text and not _DIGIT.search(text)


def split_plain(texts: Sequence[str]) -> list[list[str]]:
    """As `split_words`, of ASCII texts without figures: in a third of its time, for all signs are told at once."""
    if not texts:
        return []
    return list(map(str.split, _PARTING.join(texts).lower().translate(_SIGNS).split(_PARTING)))


def split_words(text: str) -> list[str]:
    """The words of `text` in lower case, without signs; characters and pairs of them where no spaces are written."""
    text = text.lower() if text.isascii() else fold_keeping_case(text).casefold()
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


_PRIOR_CLAIMS = 30  # how many claims the counts at large are worth beside those of the pair
_RARE_SHARE = 0.002  # of the claims hold a word that no list names. 0.005 does as well.


def _weights(
    numbers: dict[str, int], counts: Mapping[int, int], claims: int, languages: Iterable[str]
) -> tuple[float, ...]:
    """What each feature tells in nats, by `counts` of how many of the claims hold it."""
    shares: dict[str, float] = {}
    for language in languages:
        shares.update(common_shares(language))
    total = claims + _PRIOR_CLAIMS
    return tuple(
        log(total / (counts[number] + _PRIOR_CLAIMS * shares.get(word, _RARE_SHARE)))
        for word, number in numbers.items()
    )


def _counts(sets: Sequence[frozenset[int]], keys: Sequence[int], control: Control) -> Counter[int]:
    """In how many of the claims with these `keys` each feature stands."""
    by_times: dict[int, list[frozenset[int]]] = {}
    for key, times in Counter(keys).items():
        by_times.setdefault(times, []).append(sets[key])
    counts: Counter[int] = Counter()
    for times, held in by_times.items():
        for feature, count in Counter(chain.from_iterable(control.watched(held))).items():
            counts[feature] += times * count
    return counts
