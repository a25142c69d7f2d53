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
class _Affixes:
    """Prefixes that make a word its opposite, `adjective_prefixes` where it has one of the endings; `every` is both."""

    every: tuple[str, ...]
    prefixes: tuple[str, ...]
    adjective_prefixes: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    shortest: int
    """Letters that a word must have for a prefix to do so."""


@cache
def _affixes(language: str) -> _Affixes:
    given = load_lexicon(language, "opposites")
    prefixes, adjective_prefixes = tuple(given.get("prefixes", ())), tuple(given.get("adjective_prefixes", ()))
    return _Affixes(
        prefixes + adjective_prefixes,
        prefixes,
        adjective_prefixes,
        tuple(given.get("adjective_endings", ())),
        given.get("shortest", 4),
    )


@record
class _Opposites:
    """Opposites by folded word, and the words that prefixes leave alone."""

    listed: Mapping[str, set[str]]
    by_stem: Mapping[str, list[str]]
    """Listed words by their stem."""
    particles: frozenset[str]
    heads: Mapping[str, list[str]]
    """Listed verbs with a particle by the stem of the verb: under "rule" stands "rule_out"."""
    exceptions: frozenset[str]


@cache
def _opposites(language: str) -> _Opposites:
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
        frozenset(load_lexicon(language, "opposites").get("exceptions", ())),
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
    is_prefixed = _by_prefix(left, right, language) or _by_prefix(right, left, language)
    return is_prefixed or _by_suffix(left, right)


def possible_opposites(words: Iterable[str], *, language: str) -> Iterator[frozenset[str]]:
    """For each of the folded `words` the words and stems that may be its opposite, but for those with a prefix more.

    Of those `without_prefix` gives the word. Kept, for it takes some µs a word.
    """
    return map(_possible(language).__getitem__, words)


class _Possible(dict[str, frozenset[str]]):
    """By folded word: what `are_opposite` may take for its opposite, without a prefix; found when first asked for."""

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
    """What is listed for `word` or its stem, and what it is without its prefix or with another ending."""
    table = _opposites(language)
    stems = stems_of(language)
    base = stems[word]
    found: set[str] = set()
    for one in (word, base, *table.heads.get(base, ())):
        if one in table.by_stem or one in table.listed:
            found.update([other.partition("_")[0] for other in _listed(one, table, stems)])
    prefixes = _affixes(language).every
    if word.startswith(prefixes):
        found.update([word.removeprefix(prefix) for prefix in prefixes])
    if word.endswith("ful"):
        found.add(word.removesuffix("ful") + "less")
    if word.endswith("less"):
        found.add(word.removesuffix("less") + "ful")
    return frozenset(found)


def without_prefix(word: str, language: str) -> list[str]:
    """What is left of the folded `word` or the stem where a prefix makes it an opposite: "happy" of "unhappy"."""
    table = _affixes(language)
    if not word.startswith(table.every):
        return []
    rests = [word.removeprefix(prefix) for prefix in table.prefixes if word.startswith(prefix)]
    adjectives = [word.removeprefix(prefix) for prefix in table.adjective_prefixes if word.startswith(prefix)]
    rests += [rest for rest in adjectives if rest.endswith(table.adjective_endings)]
    return [rest for rest in rests if len(rest) >= table.shortest]


@lru_cache(maxsize=_MOST_WORDS)
def without_prefixes(word: str, language: str) -> frozenset[str]:
    """What `without_prefix` gives for the folded `word` and for its stem."""
    return frozenset((*without_prefix(word, language), *without_prefix(stems_of(language)[word], language)))


def _by_prefix(plain: str, prefixed: str, language: str) -> bool:
    if len(prefixed) <= len(plain) or not prefixed.endswith(plain) or prefixed in _opposites(language).exceptions:
        return False
    return plain in without_prefix(prefixed, language)


def _by_suffix(left: str, right: str) -> bool:
    for one, other in ((left, right), (right, left)):
        if one.endswith("ful") and other.endswith("less") and one[:-3] == other[:-4]:
            return True
    return False
