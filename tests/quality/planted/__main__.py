"""Prints what is found, missed and falsely marked in the texts with planted changes, with every message."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tests.quality.planted.measure import OUTCOMES, Measured
from tests.quality.planted.texts import ARTICLE, read_article, read_outlets, read_reports


def main() -> None:
    """A table of all texts, then what was not found as planted and what was found beside it."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.planted", description=__doc__)
    parser.add_argument("--articles", type=Path, help=f"folder that holds {ARTICLE}")
    parser.add_argument("--messages", action="store_true", help="print every message, also of what was found")
    parser.add_argument("--reports", action="store_true", help="print the pairs of short reports to develop on, too")
    options = parser.parse_args()
    texts = {"two outlets": Measured(read_outlets())}
    if options.articles is None:
        print(f"Without --articles=FOLDER nothing is measured on {ARTICLE}.\n")
    else:
        texts = {"an edited article": Measured(read_article(options.articles))} | texts
    _print_table({name: [measured] for name, measured in texts.items()} | _reports())
    if options.reports:
        texts |= {name: Measured(pair) for name, pair in read_reports(held_out=False).items()}
    for name, measured in texts.items():
        print(f"\n## {name}\n")
        for line in measured.lines(everything=options.messages):
            print(line)


def _reports() -> dict[str, list[Measured]]:
    """The pairs of short reports: those to develop on, and those that are only measured."""
    return {
        name: [Measured(pair) for pair in read_reports(held_out=held_out).values()]
        for name, held_out in (("short reports", False), ("short reports, held out", True))
    }


def _print_table(texts: dict[str, list[Measured]]) -> None:
    print(f"| text | planted | {' | '.join(OUTCOMES)} | false conflict | false possible | other shift |")
    print("| --- | --- |" + " ---: |" * (len(OUTCOMES) + 3))
    for name, measured in texts.items():
        for what, counts in _counts(measured).items():
            cells = " | ".join(str(counts[outcome]) for outcome in OUTCOMES)
            false = " | | "
            if what == "conflict":
                false = " | ".join(
                    str(sum(numbers)) for numbers in zip(*[one.false_counts() for one in measured], strict=True)
                )
            print(f"| {name} | {counts.total()} {what} | {cells} | {false} |")


def _counts(texts: list[Measured]) -> dict[str, Counter[str]]:
    """What became of the changes of all `texts`, by what was planted."""
    found: dict[str, Counter[str]] = {}
    for measured in texts:
        for what, counts in measured.counts().items():
            found.setdefault(what, Counter()).update(counts)
    return found


if __name__ == "__main__":
    main()
