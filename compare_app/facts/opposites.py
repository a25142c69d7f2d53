"""Which words are opposites: by list, by group and by prefix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.stems import stems_of

_MOST_WORDS = 65536
"""Words whose opposites are kept in memory a language."""


@record
class _Opposites:
    """Opposites by folded word and by stem; prefixes and the words they must leave alone."""

    by_word: Mapping[str, set[str]]
    particles: frozenset[str]
    heads: Mapping[str, set[str]]
    """Opposites of the verbs with a particle that begin with a word: for "rule" those of "rule out"."""
    prefixes: tuple[str, ...]
    adjective_prefixes: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    exceptions: frozenset[str]
    shortest: int


@cache
def _opposites(language: str) -> _Opposites:
    own = load_lexicon(language, "opposites")
    found: dict[str, set[str]] = {}

    stems = stems_of(language)

    particles: set[str] = set()
    heads: dict[str, set[str]] = {}

    def put(one: str, other: str) -> None:
        for word in (one, _stem(one, stems)):
            found.setdefault(word, set()).update((other, _stem(other, stems)))
        head, _, particle = one.partition("_")
        if particle:
            particles.add(particle)
            heads.setdefault(stems[head], set()).add(other)

    for line in load_lexicon(language, "antonyms").get("pairs", "").split("\n"):
        word, *others = line.split() or [""]
        for other in others:
            put(word, other)
            put(other, word)
    for left, right in own.get("sides", ()):
        for one in left.split():
            for other in right.split():
                put(one, other)
                put(other, one)
    return _Opposites(
        found,
        frozenset(particles),
        heads,
        tuple(own.get("prefixes", ())),
        tuple(own.get("adjective_prefixes", ())),
        tuple(own.get("adjective_endings", ())),
        frozenset(own.get("exceptions", ())),
        own.get("shortest", 4),
    )


def _stem(word: str, stems: Mapping[str, str]) -> str:
    """The stem of a word, or of a verb joined with its particle ("ruled_out")."""
    verb, mark, particle = word.partition("_")
    return f"{stems[verb]}{mark}{particle}"


def with_particle(words: Sequence[str], at: int, language: str) -> str:
    """The word at `at`, joined with a particle behind it that may make it another verb: "ruled_out"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return f"{words[at]}_{following}" if following in _opposites(language).particles else words[at]


@lru_cache(maxsize=_MOST_WORDS)
def are_opposite(left: str, right: str, language: str) -> bool:
    """Whether the folded words exclude each other: "rose" and "fell", "careful" and "careless", "fit" and "unfit"."""
    if left == right:
        return False
    table = _opposites(language)
    stems = stems_of(language)
    left_stem, right_stem = _stem(left, stems), _stem(right, stems)
    if left_stem == right_stem:
        return False
    for word in (left, left_stem):
        others = table.by_word.get(word, ())
        if right in others or right_stem in others:
            return True
    return _by_prefix(left, right, table) or _by_prefix(right, left, table) or _by_suffix(left, right)


def have_opposite(words: Iterable[str], others: frozenset[str], *, language: str) -> bool:
    """Whether one of the folded `words` may be the opposite of one of `others`, folded words with their stems.

    Hardly ever in vain.
    """
    return not all(map(others.isdisjoint, map(_possible(language).__getitem__, words)))


class _Possible(dict[str, frozenset[str]]):
    """By folded word: all words and stems that `are_opposite` may take for its opposite, found when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = found = _find_possible(word, self._language)
        return found


@cache
def _possible(language: str) -> Mapping[str, frozenset[str]]:
    return _Possible(language)


def _find_possible(word: str, language: str) -> frozenset[str]:
    """What is listed for `word` or its stem, and what an affix makes of it."""
    table = _opposites(language)
    base = stems_of(language)[word]
    listed = {*table.by_word.get(word, ()), *table.by_word.get(base, ()), *table.heads.get(base, ())}
    found = {other.partition("_")[0] for other in listed}
    for prefix in (*table.prefixes, *table.adjective_prefixes):
        found.add(prefix + word)
        if word.startswith(prefix):
            found.add(word.removeprefix(prefix))
    if word.endswith("ful"):
        found.add(word.removesuffix("ful") + "less")
    if word.endswith("less"):
        found.add(word.removesuffix("less") + "ful")
    return frozenset(found)


def _by_prefix(plain: str, prefixed: str, table: _Opposites) -> bool:
    if len(prefixed) <= len(plain) or len(plain) < table.shortest or prefixed in table.exceptions:
        return False
    before = prefixed[: len(prefixed) - len(plain)]
    if not prefixed.endswith(plain):
        return False
    if before in table.prefixes:
        return True
    return before in table.adjective_prefixes and plain.endswith(table.adjective_endings)


def _by_suffix(left: str, right: str) -> bool:
    for one, other in ((left, right), (right, left)):
        if one.endswith("ful") and other.endswith("less") and one[:-3] == other[:-4]:
            return True
    return False
