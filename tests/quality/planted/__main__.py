"""Prints what is found, missed and falsely marked in the texts with planted changes, with every message."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.quality.planted.measure import OUTCOMES, Measured
from tests.quality.planted.texts import ARTICLE, read_article, read_outlets


def main() -> None:
    """A table of both texts, then what was not found as planted and what was found beside it."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.planted", description=__doc__)
    parser.add_argument("--articles", type=Path, help=f"folder that holds {ARTICLE}")
    parser.add_argument("--messages", action="store_true", help="print every message, also of what was found")
    options = parser.parse_args()
    texts = {"two outlets": Measured(read_outlets())}
    if options.articles is None:
        print(f"Without --articles=FOLDER nothing is measured on {ARTICLE}.\n")
    else:
        texts = {"an edited article": Measured(read_article(options.articles))} | texts
    _print_table(texts)
    for name, measured in texts.items():
        print(f"\n## {name}\n")
        for line in measured.lines(everything=options.messages):
            print(line)


def _print_table(texts: dict[str, Measured]) -> None:
    print(f"| text | planted | {' | '.join(OUTCOMES)} | false conflict | false possible | other shift |")
    print("| --- | --- |" + " ---: |" * (len(OUTCOMES) + 3))
    for name, measured in texts.items():
        for what, counts in measured.counts().items():
            cells = " | ".join(str(counts[outcome]) for outcome in OUTCOMES)
            false = " | | "
            if what == "conflict":
                false = " | ".join(str(number) for number in measured.false_counts())
            print(f"| {name} | {counts.total()} {what} | {cells} | {false} |")


if __name__ == "__main__":
    main()
