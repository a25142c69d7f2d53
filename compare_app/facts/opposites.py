"""Which words are opposites: by list, by group and by prefix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.stems import stems_of

_MOST_WORDS = 65536
"""Words whose opposites are kept in memory a language."""


@record
class _Opposites:
    """Opposites by folded word; prefixes and the words they must leave alone."""

    listed: Mapping[str, set[str]]
    by_stem: Mapping[str, list[str]]
    """Listed words by their stem."""
    particles: frozenset[str]
    heads: Mapping[str, list[str]]
    """Listed verbs with a particle by the stem of the verb: under "rule" stands "rule_out"."""
    prefixes: tuple[str, ...]
    adjective_prefixes: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    exceptions: frozenset[str]
    shortest: int


@cache
def _opposites(language: str) -> _Opposites:
    own = load_lexicon(language, "opposites")
    listed: dict[str, set[str]] = {}
    for one, others in _lines(language):
        listed.setdefault(one, set()).update(others)
        for other in others:
            listed.setdefault(other, set()).add(one)
    stems = stems_of(language)
    by_stem: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    particles: set[str] = set()
    for word in listed:
        by_stem.setdefault(_stem(word, stems), []).append(word)
        if "_" in word:
            head, _, particle = word.partition("_")
            particles.add(particle)
            heads.setdefault(stems[head], []).append(word)
    return _Opposites(
        listed,
        by_stem,
        frozenset(particles),
        heads,
        tuple(own.get("prefixes", ())),
        tuple(own.get("adjective_prefixes", ())),
        tuple(own.get("adjective_endings", ())),
        frozenset(own.get("exceptions", ())),
        own.get("shortest", 4),
    )


def _lines(language: str) -> Iterator[tuple[str, list[str]]]:
    """Each listed word with some of its opposites."""
    for line in load_lexicon(language, "antonyms").get("pairs", "").split("\n"):
        word, *others = line.split() or [""]
        if word:
            yield word, others
    for left, right in load_lexicon(language, "opposites").get("sides", ()):
        others = right.split()
        yield from ((word, others) for word in left.split())


def _listed(word: str, table: _Opposites, stems: Mapping[str, str]) -> set[str]:
    """The opposites listed for the folded `word` or for words of which it is the stem, with their own stems."""
    forms = table.by_stem.get(word, ())
    if not forms and word not in table.listed:
        return set()
    found = {other for one in (word, *forms) for other in table.listed.get(one, ())}
    return found | {_stem(other, stems) for other in found}


def _stem(word: str, stems: Mapping[str, str]) -> str:
    """The stem of a word, or of a verb joined with its particle ("ruled_out")."""
    if "_" not in word:
        return stems[word]
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
    if not {right, right_stem}.isdisjoint(_listed(left, table, stems) | _listed(left_stem, table, stems)):
        return True
    return _by_prefix(left, right, table) or _by_prefix(right, left, table) or _by_suffix(left, right)


def have_opposite(words: Iterable[str], others: frozenset[str], *, language: str) -> bool:
    """Whether one of the folded `words` may be the opposite of one of `others`, folded words with their stems.

    Hardly ever in vain.
    """
    return not all(map(others.isdisjoint, possible_opposites(words, language=language)))


def possible_opposites(words: Iterable[str], *, language: str) -> Iterator[frozenset[str]]:
    """For each of the folded `words` all words and stems that may be its opposite; kept, for it takes 5 µs a word."""
    return map(_possible(language).__getitem__, words)


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
    stems = stems_of(language)
    base = stems[word]
    said = {word, base, *table.heads.get(base, ())}
    found = {other.partition("_")[0] for one in said for other in _listed(one, table, stems)}
    if len(word) >= table.shortest:
        found.update([prefix + word for prefix in table.prefixes])
        if word.endswith(table.adjective_endings):
            found.update([prefix + word for prefix in table.adjective_prefixes])
    prefixes = table.prefixes + table.adjective_prefixes
    if word.startswith(prefixes):
        found.update([word.removeprefix(prefix) for prefix in prefixes])
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
