"""The project's own pages point at what is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compare_app import compare, read_document
from compare_app.app.reporting import render_report
from tests.quality.readme_figures import ROWS, with_figures

_ROOT = Path(__file__).resolve().parent.parent
_PAGES = sorted([*_ROOT.glob("*.md"), *(_ROOT / "resources").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_make_target_in_the_pages_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (_ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        target
        for page in _PAGES
        for line in re.findall(r"(?:^|`)make ([a-z -]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
        for target in line.split()
    }
    assert named <= targets
    assert "test" in named


def test_every_room_is_described() -> None:
    rooms = {path.parent.name for path in (_ROOT / "compare_app").glob("*/__init__.py")}
    text = (_ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [room for room in sorted(rooms) if f"  {room}/" not in text] == []


def test_the_report_in_the_readme_is_what_the_program_writes() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("on the samples. -->\n```\n")[1].split("\n```\n")[0]
    folder = _ROOT / "resources" / "samples" / "swing-bridge"
    comparison = compare(read_document(folder / "first-draft.txt"), read_document(folder / "second-draft.html"))
    assert shown in render_report(comparison, "text")
    assert shown.startswith("⚠ ")


def test_the_python_in_the_readme_runs() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    code = readme.split("```python\n")[1].split("```")[0]
    folder = _ROOT / "resources" / "samples" / "swing-bridge"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.count("conflict ") == 4


def test_the_figures_in_the_readme_are_those_the_floors_keep() -> None:
    floors = json.loads((_ROOT / "tests" / "quality" / "floors.json").read_text(encoding="utf-8"))
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in ROWS if name not in readme] == []
    assert readme == with_figures(readme, floors)
