"""`python -m tests.screens [--out FOLDER] [LEFT RIGHT]`: every view of the window on documents."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
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
    pairs = {chosen.name: chosen.documents or (SAMPLES / "first-draft.txt", SAMPLES / "second-draft.html")}
    if not chosen.documents:
        pairs |= {name: [TEXTS / f"{name}-{side}.txt" for side in ("left", "right")] for name in ("arabic", "chinese")}
    for size in [chosen.size] if chosen.size else SIZES:
        with x_session(size) as session:
            write_seen(Path(session.home, "compare-app", "hints.json"), (hint.name for hint in HINTS))
            for name, (left, right) in pairs.items():
                take(session, left, right, chosen.out, name if size == (chosen.size or SIZES[0]) else f"{name}-{size}")
    print(f"Pictures are in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
