"""The wheel is whole: built, installed into an empty environment and run from an empty folder."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(_ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel and nothing of the working tree.

    Its dependencies are those of the environment that runs the tests, so that no network is needed; a .pth line adds
    a folder without reading the .pth files in it, and so leaves the editable install out.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*command, "install", "--no-deps", "--no-index", str(wheel)], check=True, stdin=subprocess.DEVNULL)
    packages = next((home / "lib").glob("python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def _run(installed: Path, empty: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(installed), "HOME": str(empty), "LC_ALL": "C.UTF-8"}
    program = str(installed / command[0])
    return subprocess.run(
        [program, *command[1:]], cwd=empty, env=environment, capture_output=True, text=True, check=False
    )


def _resources(installed: Path, empty: Path) -> Path:
    code = "from compare_app.core.resources import resource_path; print(resource_path('samples').parent)"
    return Path(_run(installed, empty, "python", "-c", code).stdout.strip())


def test_the_wheel_holds_the_resources_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name.removeprefix("compare_app/") for name in names if name.startswith("compare_app/resources/")}
    wanted = {
        path.relative_to(_ROOT).as_posix()
        for path in (_ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix != ".png"
    }
    assert wanted <= shipped
    assert not [name for name in names if name.split("/")[0] not in ("compare_app",) and ".dist-info/" not in name]


def test_the_installed_program_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    resources = _resources(installed, tmp_path)
    assert resources.is_relative_to(installed.parent)
    assert not resources.is_relative_to(_ROOT)


def test_the_installed_command_compares_the_samples(installed: Path, tmp_path: Path) -> None:
    samples = _resources(installed, tmp_path) / "samples" / "swing-bridge"
    pair = (str(samples / "first-draft.txt"), str(samples / "second-draft.html"))
    done = _run(installed, tmp_path, "compare-app", "report", *pair, "--format", "html", "-o", "report.html")
    assert (done.returncode, done.stderr) == (1, "")
    assert "£6.8 million" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_the_installed_command_knows_its_version(installed: Path, tmp_path: Path) -> None:
    version = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert _run(installed, tmp_path, "compare-app", "--version").stdout == f"compare-app {version}\n"


def test_every_library_that_is_imported_is_declared() -> None:
    declared = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {_canonical(re.split(r"[<>=!;\[ ]", line)[0]) for line in declared}
    homes = packages_distributions()
    imported = _imported() - sys.stdlib_module_names - {"compare_app"}
    undeclared = {
        module for module in imported if not names & {_canonical(home) for home in homes.get(module, [module])}
    }
    assert not undeclared


def _imported() -> set[str]:
    found: set[str] = set()
    for path in (_ROOT / "compare_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found


def _canonical(name: str) -> str:
    """The name of a distribution as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()
