"""The window is there at once: what is imported at the start is little, and nothing of the person's is touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SLOW = {"asyncio", "csv", "dataclasses", "difflib", "email", "html", "jinja2", "lxml", "platform", "rapidfuzz"}
SLOW |= {"sentencex", "subprocess", "tomli", "tomllib", "trafilatura", "xml", "_hashlib"}
QT = ("Core", "Gui", "Widgets")
LATER = {
    "compare_app.app.confined",
    "compare_app.app.documents",
    "compare_app.app.formats",
    "compare_app.app.pipeline",
    "compare_app.app.reporting",
    "compare_app.app.session_reading",
    "compare_app.cli.parsers",
    "compare_app.core.carried_review",
    "compare_app.gui.command_palette",
    "compare_app.gui.edited_side",
    "compare_app.gui.findings.findings_view",
    "compare_app.gui.keyboard_page",
    "compare_app.gui.lost_list",
    "compare_app.gui.one_column.one_column_view",
    "compare_app.gui.pairs.pairs_view",
    "compare_app.gui.pane.editor",
    "compare_app.gui.print_preview",
    "compare_app.gui.settings_dialog",
    "compare_app.gui.what_counts",
}
PROGRAM = """\
import sys
import compare_app.cli.main
from pathlib import Path
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from compare_app.app.places import Places
from compare_app.gui.application import make_window
from compare_app.gui.first_picture import FirstPicture
application = QApplication([])
window, _ = make_window(Places(Path(sys.argv[1]), Path(sys.argv[2])))

def tell():
    print(*sys.modules)
    print(*(kind.__name__ for base in (QObject, QWidget) for kind in base.__subclasses__()))
    window.close()

FirstPicture(window, tell)
window.show()
application.exec()
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
    imported, known = (set(line.split()) for line in done.stdout.splitlines())
    assert sorted(imported & (SLOW | LATER)) == []
    assert not [name for name in imported if name.split(".")[0] == "compare_app" and ".rules" in name]
    assert {name for name in imported if name.startswith("PySide6.Qt")} == {f"PySide6.Qt{name}" for name in QT}
    assert "QFrame" in known
    assert known & {"QStyle", "QCalendarWidget", "QWizard"} == set(), "PySide made classes that nobody named: 14 ms"
    kept = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept == ["data/window.json"], "who sets and decides nothing leaves nothing but the place of the window"
