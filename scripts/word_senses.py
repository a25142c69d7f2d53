"""Writes resources/lexicons/en/senses.toml from WordNet 3.0: `python scripts/word_senses.py`.

Needs Debian's `wordnet-base`, `wamerican-small` and `wbritish-small`. Only needed to make the list anew.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from compare_app.core.lexicon import load_lexicon
from compare_app.core.resources import resource_path
from compare_app.facts.stems import stem

_PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_LISTS = {"n": "nouns", "a": "adjectives", "v": "others", "r": "others"}
_KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_MOST_SENSES = 6
"""Senses of a word that are kept, the commonest first; chosen by hand: rarer ones relate words that nobody relates."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SOURCE = (
    "WordNet 3.0 (Princeton University, 2006): words of its tagged texts, and nouns that SCOWL (Kevin Atkinson, 2011) "
    "counts among the common words, by the stem this program gives them. Made by scripts/word_senses.py."
)
_HEADER = """\
# Each line: a stem and its commonest senses, each as number.wider+narrower: its own number, that of the next wider
# sense, and how many numbers behind its own are narrower senses; all in base 36. What only one word has is left out.
# `others` are mostly verbs or adverbs.
"""


class _WordNet:
    """The files of WordNet, as far as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.wider: dict[str, list[str]] = {}
        self.similar: dict[str, list[str]] = {}
        for part, found, signs in (("noun", self.wider, ("@", "@i")), ("adj", self.similar, ("&", "^"))):
            for offset, pointers in self._pointers(part):
                found[offset] = [target for sign, target in pointers if sign in signs]

    def _pointers(self, part: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for line in self._lines(f"data.{part}"):
            fields = line.split(" | ")[0].split()
            at = 4 + 2 * int(fields[3], 16)
            rest = fields[at + 1 :]
            yield fields[0], [(rest[4 * i], rest[4 * i + 1]) for i in range(int(fields[at]))]

    def senses(self, part: str) -> dict[str, list[str]]:
        """By word the offsets of its senses, the commonest first."""
        lines = (line.split() for line in self._lines(f"index.{_PARTS[part]}"))
        return {fields[0]: fields[-int(fields[2]) :] for fields in lines}

    def counts(self) -> Counter[tuple[str, str]]:
        """How often a word was tagged as a part of speech."""
        found: Counter[tuple[str, str]] = Counter()
        for line in self._lines("cntlist.rev"):
            key, _, count = line.split()
            word, _, rest = key.partition("%")
            found[word, _KINDS[rest[0]]] += int(count)
        return found

    def _lines(self, name: str) -> Iterator[str]:
        text = (self._folder / name).read_text(encoding="latin-1")
        return (line for line in text.split("\n") if line and not line.startswith(" "))


def _numbered(wider: Mapping[str, list[str]]) -> dict[str, tuple[int, int]]:
    """By sense its number and how many numbers behind it are narrower senses: all below it follow it at once."""
    narrower: dict[str, list[str]] = defaultdict(list)
    tops: list[str] = []
    for sense, above in wider.items():
        (narrower[above[0]] if above else tops).append(sense)
    found: dict[str, tuple[int, int]] = {}
    number = 0

    def walk(sense: str) -> int:
        nonlocal number
        own = number = number + 1
        count = sum(walk(below) for below in narrower[sense])
        found[sense] = own, count
        return count + 1

    for top in tops:
        walk(top)
    return found


def _by_stem(wordnet: _WordNet, common: frozenset[str]) -> dict[str, str]:
    """By stem what its words mostly are in tagged texts; `common` words that stand in none are nouns if they can."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (word, part), count in wordnet.counts().items():
        if re.fullmatch("[a-z]{3,}", word) and count:
            found[stem(word, "en")][part] += count
    nouns = (stem(word, "en") for word in wordnet.senses("n") if word in common)
    return {**dict.fromkeys(nouns, "n"), **{base: parts.most_common(1)[0][0] for base, parts in found.items()}}


def _written(wordnet: _WordNet, stems: Mapping[str, str]) -> dict[str, str]:
    """By stem its senses as a noun and as an adjective, as the list writes them."""
    senses: dict[str, set[tuple[int, tuple[int, ...], int]]] = defaultdict(set)
    first = 0
    for part, nexts in (("n", wordnet.wider), ("a", wordnet.similar)):
        numbers = _numbered(nexts if part == "n" else {sense: [] for sense in nexts})
        for word, offsets in wordnet.senses(part).items():
            base = stem(word, "en")
            if re.fullmatch("[a-z]{3,}", word) and base in stems:
                for offset in offsets[:_MOST_SENSES]:
                    own, count = numbers[offset]
                    wider = tuple(numbers[one][0] + first for one in nexts[offset][:4])
                    senses[base].add((own + first, wider, count))
        first += len(numbers)
    used = Counter(number for said in senses.values() for number in {n for own, w, _ in said for n in (own, *w)})
    return {base: " ".join(_sense(*one, used) for one in sorted(said)) for base, said in senses.items()}


def _sense(own: int, wider: tuple[int, ...], count: int, used: Mapping[int, int]) -> str:
    kept = (number for number in wider if used[number] > 1)
    return ".".join(map(base36, (own, *kept))) + (f"+{base36(count)}" if count else "")


def base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def _common(folder: Path) -> frozenset[str]:
    """The words of the word lists in `folder` that are written small."""
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*-english-small"))
    return frozenset(word for text in texts for word in text.split() if word.isalpha() and word.islower())


def main(wordnet_folder: Path, words_folder: Path) -> None:
    """Writes the list."""
    sys.setrecursionlimit(5000)
    wordnet = _WordNet(wordnet_folder)
    stems = _by_stem(wordnet, _common(words_folder))
    written = _written(wordnet, stems)
    lists: dict[str, list[str]] = {name: [] for name in _LISTS.values()}
    for base in sorted(stems):
        name = _LISTS[stems[base]]
        if name == _LISTS["v"]:
            lists[name].append(base)
        elif base in written:
            lists[name].append(f"{base} {written[base]}")
    licence = load_lexicon("en", "antonyms")["licence"]
    target = resource_path("lexicons") / "en" / "senses.toml"
    said = [f"{name} = '''\n" + "\n".join(lines) + "\n'''\n" for name, lines in lists.items()]
    header = f'source = "{_SOURCE}"\nlicence = """{licence}"""\n\n{_HEADER}'
    target.write_text(header + "".join(said), encoding="utf-8")
    print(f"{target}: {', '.join(f'{len(lines)} {name}' for name, lines in lists.items())}")


if __name__ == "__main__":
    main(Path("/usr/share/wordnet"), Path("/usr/share/dict"))
