"""Writes resources/lexicons/en/compounds.toml from WordNet 3.0: `python scripts/compounds.py`.

Needs Debian's `wordnet-base`, `wamerican-small` and `wbritish-small`. Only needed to make the list anew.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from compare_app.core.lexicon import load_lexicon
from compare_app.core.resources import resource_path

_COMPOUND = re.compile(r"[a-z]{2,}-[a-z]{3,}")
_FEWEST_BEGINNINGS, _FEWEST_ENDINGS = 4, 3
_CLEARLY = 2
"""How many times as many compounds with a hyphen as words without one tell that a part takes one. Chosen by hand."""
_SHORTEST_ENDING = 4
_SOURCE = (
    "WordNet 3.0 (Princeton University, 2006): words that it writes with a hyphen, and neither it nor SCOWL (Kevin "
    "Atkinson, 2011) without one. Made by scripts/compounds.py."
)
_HEADER = """\
# What a hyphen follows far more often than not, what it stands before, and other words that are written with one.
"""


def main(wordnet_folder: Path, words_folder: Path) -> None:
    """Writes the list."""
    known = {line.split()[0] for name in ("noun", "verb", "adj", "adv") for line in _index(wordnet_folder, name)}
    common = {word for name in ("american", "british") for word in _lines(words_folder / f"{name}-english-small")}
    whole = {word for word in known | common if word.isascii() and word.isalpha() and word.islower()}
    compounds = sorted(word for word in known if _COMPOUND.fullmatch(word) and word.replace("-", "") not in whole)
    parts = [word.split("-") for word in compounds]
    begins = {part for part, count in Counter(part for part, _ in parts).items() if _begins(part, count, whole)}
    ends = {part for part, count in Counter(part for _, part in parts).items() if _ends(part, count, whole)}
    others = [f"{a}-{b}" for a, b in parts if a not in begins and b not in ends and {a, b} <= common]
    licence = load_lexicon("en", "antonyms")["licence"]
    lists = {"beginnings": sorted(begins), "endings": sorted(ends), "words": others}
    said = [f"{name} = '''\n" + textwrap.fill(" ".join(found), 119, break_on_hyphens=False) + "\n'''\n"
            for name, found in lists.items()]  # fmt: skip
    target = resource_path("lexicons") / "en" / "compounds.toml"
    target.write_text(f"source = \"{_SOURCE}\"\nlicence = '''{licence}'''\n\n{_HEADER}" + "".join(said), "utf-8")
    print(f"{target}: {', '.join(f'{len(found)} {name}' for name, found in lists.items())}")


def _begins(part: str, count: int, whole: Iterable[str]) -> bool:
    solid = sum(word.startswith(part) and len(word) >= len(part) + 3 for word in whole)
    return count >= _FEWEST_BEGINNINGS and count >= _CLEARLY * solid


def _ends(part: str, count: int, whole: Iterable[str]) -> bool:
    if count < _FEWEST_ENDINGS or len(part) < _SHORTEST_ENDING:
        return False
    return count >= _CLEARLY * sum(word.endswith(part) and len(word) >= len(part) + 2 for word in whole)


def _index(folder: Path, name: str) -> list[str]:
    return [line for line in _lines(folder / f"index.{name}", "latin-1") if not line.startswith(" ")]


def _lines(path: Path, encoding: str = "utf-8") -> list[str]:
    return path.read_text(encoding).splitlines()


if __name__ == "__main__":
    main(Path("/usr/share/wordnet"), Path("/usr/share/dict"))
