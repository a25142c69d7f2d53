"""`python -m tests.screens [--out FOLDER] [LEFT RIGHT]`: every view of the window on documents."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from compare_app.app.seen_hints import write_seen
from compare_app.gui.hints import HINTS
from tests.screens.session import PICTURES, Session, missing_programs, x_session

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = Path(__file__).resolve().parent / "texts"
VIEWS = ("side-by-side", "pairs", "one-column", "findings")
SCHEMES = {"light": "l", "dark": "d"}  # by the key that chooses them in the menu
SIZES = ("1280x800", "900x600")
SAMPLES = ROOT / "resources" / "samples" / "swing-bridge"


def take(session: Session, left: Path, right: Path, out: Path, name: str) -> None:
    """Pictures of the start and of the first contradiction in every view, in light and dark."""
    with session.window([str(left), str(right)], left.name) as window:
        session.run("xdotool", "windowactivate", "--sync", window)
        time.sleep(1.5)
        session.picture(out / f"{name}-start.png")
        session.key("F8")
        for scheme, key in SCHEMES.items():
            session.key("alt+v", key)
            time.sleep(0.5)
            for place, view in enumerate(VIEWS, 1):
                session.key(f"ctrl+{place}")
                time.sleep(0.4)
                session.picture(out / f"{name}-{view}-{scheme}.png")
            session.key("ctrl+1")
    shutil.copy(out / f"{name}-{VIEWS[0]}-light.png", out / f"{name}-light.png")


def take_empty(session: Session, out: Path, name: str) -> None:
    """Pictures of the window before anything is open, in light and dark."""
    with session.window([], "Compare") as window:
        session.run("xdotool", "windowactivate", "--sync", window)
        time.sleep(1)
        for scheme, key in SCHEMES.items():
            session.key("alt+v", key)
            time.sleep(0.5)
            session.picture(out / f"{name}-{scheme}.png")


def write_large(folder: Path) -> tuple[Path, Path]:
    """Two texts of some 30,000 words that differ in every twentieth paragraph."""
    lines = [
        f"In year {1700 + number % 300} ward {number} of the old town had {number * 37 + 5} houses and a well."
        for number in range(2_000)
    ]
    others = [line.replace("houses", "homes") if number % 20 == 3 else line for number, line in enumerate(lines)]
    others[100::200] = [line.replace("5 houses", "6 houses") for line in others[100::200]]
    paths = folder / "large-left.txt", folder / "large-right.txt"
    for path, text in zip(paths, (lines, others), strict=True):
        path.write_text("\n\n".join(text), encoding="utf-8")
    return paths


def main() -> int:
    """Take the pictures. Returns 2 when a program it needs is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--name", default="samples")
    parser.add_argument("--size", default="", help=f"one size alone, instead of {', '.join(SIZES)}")
    parser.add_argument("documents", nargs="*", type=Path)
    chosen = parser.parse_args()
    missing = missing_programs(PICTURES)
    if missing:
        print(f"Missing: {', '.join(missing)}. On Debian: apt-get install xvfb openbox xdotool imagemagick")
        return 2
    pairs: dict[str, Sequence[Path]] = {
        chosen.name: chosen.documents or (SAMPLES / "first-draft.txt", SAMPLES / "second-draft.html")
    }
    if not chosen.documents:
        pairs |= {name: [TEXTS / f"{name}-{side}.txt" for side in ("left", "right")] for name in ("arabic", "chinese")}
    for size in [chosen.size] if chosen.size else SIZES:
        with x_session(size) as session:
            write_seen(Path(session.home, "compare-app", "hints.json"), (hint.name for hint in HINTS))
            end = "" if size == (chosen.size or SIZES[0]) else f"-{size}"
            if not chosen.documents:
                take_empty(session, chosen.out, f"empty{end}")
                pairs["large"] = write_large(Path(session.home))
            for name, (left, right) in pairs.items():
                take(session, left, right, chosen.out, f"{name}{end}")
    print(f"Pictures are in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
