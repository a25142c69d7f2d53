"""Writes resources/lexicons/en/synonyms.toml from WordNet 3.0: `python scripts/word_synonyms.py`.

Needs what `word_senses.py` needs. Only needed to make the list anew.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from compare_app.core.lexicon import load_lexicon
from compare_app.core.resources import resource_path
from compare_app.facts.stems import stem
from scripts.word_senses import base36

_PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_WIDER = {"verb": "@", "adj": "&"}
"""What leads from a verb to a wider one, from an adjective to a similar one; a wider noun leaves something unsaid."""
_DERIVED = ("+", "\\")
_MOST_SENSES = 6
"""Senses of a word that are kept, the commonest first; chosen by hand, as for the list of senses."""
_SOURCE = (
    "WordNet 3.0 (Princeton University, 2006): words of its tagged texts, by the stem this program gives them. "
    "Made by scripts/word_synonyms.py."
)
_HEADER = """\
# Each line: a stem, the numbers of what it means and, behind a dot, those of the next wider or a similar meaning; in
# base 36. Two words are synonyms where they share a number, but for two behind dots. A number may also stand for two
# words of which one is derived from the other ("decide", "decision").
"""
_Sense = tuple[str, str]


class _Synonyms:
    """The stems, what they mean, and what is derived from what."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._members: dict[_Sense, list[str]] = {}
        self.wider: dict[_Sense, list[_Sense]] = {}
        self._derived: list[tuple[str, _Sense, int]] = []
        for part in _WIDER | {"noun": "", "adv": ""}:
            for fields in self._lines(f"data.{part}"):
                self._read(part, fields)

    def _read(self, part: str, fields: list[str]) -> None:
        at = 4 + 2 * int(fields[3], 16)
        own, words = (part, fields[0]), [word.lower() for word in fields[4:at:2]]
        self._members[own] = words
        rest = fields[at + 1 :]
        self.wider[own] = []
        for sign, offset, other, places in zip(*(rest[k : 4 * int(fields[at]) : 4] for k in range(4)), strict=True):
            target = _PARTS[other], offset
            if sign == _WIDER.get(part):
                self.wider[own].append(target)
            elif sign in _DERIVED and int(places[:2], 16):
                self._derived.append((words[int(places[:2], 16) - 1], target, int(places[2:], 16) - 1))

    def tagged(self) -> frozenset[str]:
        """The stems of the words of the tagged texts."""
        keys = (line[0].partition("%")[0] for line in self._lines("cntlist.rev") if int(line[2]))
        return frozenset(stem(word, "en") for word in keys if re.fullmatch("[a-z]{2,}", word))

    def senses(self, stems: frozenset[str]) -> dict[str, set[_Sense]]:
        """By stem its commonest senses in each part of speech."""
        found: dict[str, set[_Sense]] = defaultdict(set)
        for part in ("noun", "verb", "adj", "adv"):
            for fields in self._lines(f"index.{part}"):
                base = stem(fields[0], "en")
                if base in stems and re.fullmatch("[a-z]{2,}", fields[0]):
                    found[base].update((part, offset) for offset in fields[-int(fields[2]) :][:_MOST_SENSES])
        return found

    def derived(self, stems: frozenset[str]) -> set[tuple[str, str]]:
        """Pairs of stems of which one is derived from the other."""
        pairs = ((stem(one, "en"), stem(self._members[sense][at], "en")) for one, sense, at in self._derived)
        return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1] and stems.issuperset(pair)}

    def _lines(self, name: str) -> Iterator[list[str]]:
        text = (self._folder / name).read_text(encoding="latin-1")
        return (line.split(" | ")[0].split() for line in text.split("\n") if line and not line.startswith(" "))


def _written(words: _Synonyms) -> list[str]:
    """Each stem with its numbers, those left out that only one stem has."""
    stems = words.tagged()
    senses = words.senses(stems)
    own: dict[str, set[object]] = {base: set(found) for base, found in senses.items()}
    for pair in words.derived(stems):
        for base in pair:
            own[base].add(pair)
    wider = {base: {up for sense in found for up in words.wider[sense]} - own[base] for base, found in senses.items()}
    having: Counter[object] = Counter(number for numbers in own.values() for number in numbers)
    reaching: Counter[object] = Counter(number for numbers in wider.values() for number in numbers)
    kept = {number for number, count in having.items() if count > 1 or reaching[number]}
    numbers = {sense: base36(at) for at, sense in enumerate(sorted(kept, key=str), 1)}
    lines = []
    for base in sorted(own):
        said = [numbers[one] for one in own[base] if one in numbers]
        said += [f".{numbers[one]}" for one in wider.get(base, ()) if one in numbers]
        if said:
            lines.append(" ".join((base, *sorted(said))))
    return lines


def main(wordnet: Path) -> None:
    """Writes the list."""
    lines = _written(_Synonyms(wordnet))
    licence = load_lexicon("en", "antonyms")["licence"]
    target = resource_path("lexicons") / "en" / "synonyms.toml"
    header = f'source = "{_SOURCE}"\nlicence = """{licence}"""\n\n{_HEADER}'
    target.write_text(header + "words = '''\n" + "\n".join(lines) + "\n'''\n", encoding="utf-8")
    print(f"{target}: {len(lines)} words")


if __name__ == "__main__":
    main(Path("/usr/share/wordnet"))
