"""Prints what the rules say of pairs of two outlets: `python -m tests.quality.outlets`; with -v each miss and alarm."""

from __future__ import annotations

import sys

from tests.quality.outlets.measure import CONTRADICTING, HARD, HARMLESS, counts, judged


def main(*, everything: bool) -> None:
    """A line for each file; `everything`: also each alarm on a harmless pair and each contradiction not marked."""
    for name in (*HARMLESS, *HARD, *CONTRADICTING):
        pairs, found = judged(name), counts((name,))
        named = f", rightly named {found['named']}" if name in CONTRADICTING else f", shift {found['shift']}"
        print(f"{name}: {len(pairs)} pairs, conflict {found['conflict']}, possible {found['possible']}{named}")
        for one in pairs if everything else ():
            if (one.verdict == "silent") == (name in CONTRADICTING):
                print(f"  {one.section}, {one.verdict}: {one.left} | {one.right}")


if __name__ == "__main__":
    main(everything="-v" in sys.argv)
