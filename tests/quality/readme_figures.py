"""The scores that the README shows: where each row of its tables comes from, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Mapping

# A row is known by words in its first cell; then area, set, and the figures of its last two cells.
ROWS = {
    "VitaminC": ("contradiction", "vitaminc_real_revpairs", "p", "r"),
    "SummEdits": ("contradiction", "summedits_sent", "p", "r"),
    "SemAntoNeg": ("contradiction", "sem_anto_neg", "p", "r"),
    "Breaking NLI": ("contradiction", "breaking_nli", "p", "r"),
    "ArgRewrite": ("alignment", "argrewrite2", "f1", "changed_f1"),
    "DEplain": ("alignment", "deplain_web", "f1", "changed_f1"),
    "chapter, English": ("alignment", "bible_en_verse", "f1", "changed_f1"),
    "chapter, Chinese": ("alignment", "bible_zh_verse", "f1", "changed_f1"),
    "Aesop": ("alignment", "aesop", "f1", "changed_f1"),
}
Floors = Mapping[str, Mapping[str, Mapping[str, float]]]


def with_figures(readme: str, floors: Floors) -> str:
    """`readme` with the last two cells of every known row as the floors say, in percent with one digit.

    Floors are cut after the third digit, so that the README never shows more than CI keeps.
    """
    return "".join(_line(line, floors) for line in readme.splitlines(keepends=True))


def _line(line: str, floors: Floors) -> str:
    name = next((name for name in ROWS if line.startswith("| ") and name in line), None)
    if name is None:
        return line
    area, data_set, *figures = ROWS[name]
    kept = line.split("|")[:-3]
    cells = [f" {100 * floors[area][data_set][figure]:.1f} " for figure in figures]
    return "|".join([*kept, *cells, "\n"])
