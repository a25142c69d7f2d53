"""The window is there at once: what is imported at the start is little, and nothing of the person's is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SLOW = {"asyncio", "csv", "dataclasses", "email", "html", "jinja2", "lxml", "platform", "rapidfuzz", "sentencex"}
SLOW |= {"subprocess", "tomllib", "trafilatura", "xml", "_hashlib"}
QT = ("Core", "Gui", "Widgets")
LATER = {
    "compare_app.app.confined",
    "compare_app.app.documents",
    "compare_app.app.formats",
    "compare_app.app.pipeline",
    "compare_app.app.reporting",
    "compare_app.app.session_reading",
    "compare_app.gui.command_palette",
    "compare_app.gui.findings.findings_view",
    "compare_app.gui.keyboard_page",
    "compare_app.gui.one_column.one_column_view",
    "compare_app.gui.pairs.pairs_view",
    "compare_app.gui.print_preview",
    "compare_app.gui.settings_dialog",
    "compare_app.gui.what_counts",
}
PROGRAM = """\
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from compare_app.app.places import Places
from compare_app.gui.application import make_window
application = QApplication([])
window, _ = make_window(Places(Path(sys.argv[1]), Path(sys.argv[2])))
window.show()
application.processEvents()
print(*sys.modules)
window.close()
"""


def test_what_takes_long_to_import_waits_until_it_is_needed(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "settings"), str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    imported = set(done.stdout.split())
    assert sorted(imported & (SLOW | LATER)) == []
    assert not [name for name in imported if name.split(".")[0] == "compare_app" and ".rules" in name]
    assert {name for name in imported if name.startswith("PySide6.Qt")} == {f"PySide6.Qt{name}" for name in QT}
    kept = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == ["data/window.json"], "who sets and decides nothing leaves nothing but the place of the window"
