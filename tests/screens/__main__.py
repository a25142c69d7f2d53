"""`python -m tests.screens [--out FOLDER] [LEFT RIGHT]`: the window on two documents, in light and dark."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from compare_app.app.seen_hints import write_seen
from compare_app.gui.hints import HINTS
from tests.screens.session import PICTURES, Session, missing_programs, x_session

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "resources" / "samples" / "swing-bridge"


def take(session: Session, left: Path, right: Path, out: Path, name: str) -> None:
    """Pictures of the first contradiction in light and dark, and of a few more stations in light."""
    with session.window([str(left), str(right)], left.name) as window:
        session.run("xdotool", "windowactivate", "--sync", window)
        time.sleep(1.5)
        session.picture(out / f"{name}-start.png")
        session.key("F8")
        session.picture(out / f"{name}-light.png")
        session.key("F8", "F8")
        session.picture(out / f"{name}-third.png")
        session.key("shift+F8", "shift+F8", "alt+v", "d")
        time.sleep(0.5)
        session.picture(out / f"{name}-dark.png")


def main() -> int:
    """Take the pictures. Returns 2 when a program it needs is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--name", default="samples")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("documents", nargs="*", type=Path)
    chosen = parser.parse_args()
    missing = missing_programs(PICTURES)
    if missing:
        print(f"Missing: {', '.join(missing)}. On Debian: apt-get install xvfb openbox xdotool imagemagick")
        return 2
    left, right = chosen.documents or (SAMPLES / "first-draft.txt", SAMPLES / "second-draft.html")
    with x_session(chosen.size) as session:
        write_seen(Path(session.home, "compare-app", "hints.json"), (hint.name for hint in HINTS))
        take(session, left, right, chosen.out, chosen.name)
    print(f"Pictures are in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
