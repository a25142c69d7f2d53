"""No import may go against the arrows of CONTRIBUTING.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
_PACKAGE = "compare_app"

# What each room may import besides itself. An entry with a dot names one module of a room.
_ARROWS: dict[str, frozenset[str]] = {
    "core": frozenset(),
    "readers": frozenset({"core"}),
    "engine": frozenset({"core"}),
    "facts": frozenset({"core", "engine.normalise", "engine.tokenise"}),
    "present": frozenset({"core"}),
    "rules": frozenset({"core", "facts"}),
    "report": frozenset({"core", "present"}),
    "app": frozenset({"core", "readers", "engine", "facts", "present", "rules", "report"}),
    "cli": frozenset({"core", "present", "app"}),
    "gui": frozenset({"core", "present", "app"}),
}
# The one door between two rooms that otherwise never meet: the command that opens the window.
_DOORS = {("compare_app.cli.main", "compare_app.gui.application")}
# From the package itself a room may take its version and the place of its files, nothing else.
_FROM_PACKAGE = frozenset({"__version__", "__file__"})

# Third-party libraries: the room each belongs to, and whether only functions may import it.
_LIBRARIES: dict[str, tuple[str, bool]] = {
    "PySide6": ("gui", False),
    "shiboken6": ("gui", False),
    "rapidfuzz": ("engine", False),
    "sentencex": ("engine", False),
    "tomli": ("core", False),
    "jinja2": ("report", True),
    "psutil": ("app", True),
    "charset_normalizer": ("readers", True),
    "docx": ("readers", True),
    "lxml": ("readers", True),
    "markdown_it": ("readers", True),
    "odfdo": ("readers", True),
    "pypdfium2": ("readers", True),
    "striprtf": ("readers", True),
    "trafilatura": ("readers", True),
}


@dataclass(frozen=True, slots=True)
class Import:
    """One import as written: where it stands, what it names, and whether only a function runs it."""

    module: str
    path: Path
    line: int
    target: str
    name: str
    lazy: bool
    relative: bool = False

    def broken(self, rule: str) -> str:
        """A line that says where and which rule."""
        return f"{self.path}:{self.line}: {rule}"


def imports_of(source: str, module: str, path: Path) -> Iterator[Import]:
    """Every import in `source`, those under TYPE_CHECKING left out, and import_module("…") with a literal name."""
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) if _is_type_checking(node) for inner in ast.walk(node)}
    in_functions = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) not in skipped:
            for target, name, relative in _named(node):
                line = getattr(node, "lineno", 0)
                yield Import(module, path, line, target, name, id(node) in in_functions, relative)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _named(node: ast.AST) -> Iterator[tuple[str, str, bool]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, "", False) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from ((node.module or "", alias.name, node.level > 0) for alias in node.names)
    elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
            yield node.args[0].value, "", False


def _modules() -> dict[str, Path]:
    files = sorted((_ROOT / _PACKAGE).rglob("*.py"))
    return {_module_name(path.relative_to(_ROOT)): path for path in files}


def _module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _resolved(imported: Import, modules: dict[str, Path]) -> str:
    """The module meant: `from compare_app.core import spans` means compare_app.core.spans."""
    longer = f"{imported.target}.{imported.name}"
    return longer if longer in modules else imported.target


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def complaint(imported: Import, target: str) -> str:
    """The rule that importing `target` breaks, empty where it breaks none."""
    if imported.relative:
        return "imports are absolute"
    top = target.split(".")[0]
    if top == _PACKAGE:
        return _arrow_complaint(imported, target)
    if top in sys.stdlib_module_names:
        return ""
    if top not in _LIBRARIES:
        return f"{top} is no library of this project; name it in test_layers.py and pyproject.toml"
    room, only_lazily = _LIBRARIES[top]
    if _room(imported.module) != room:
        return f"{top} belongs in {room}/ only"
    return f"{top} is imported inside the function that needs it" if only_lazily and not imported.lazy else ""


def _arrow_complaint(imported: Import, target: str) -> str:
    here, there = _room(imported.module), _room(target)
    if here in ("", "__main__"):
        return "" if there in ("", "cli") else f"{imported.module} may reach the rooms only through cli"
    if here not in _ARROWS:
        return f"{here}/ is no room of the architecture"
    if there == "":
        names = imported.name or "__file__"
        return "" if names in _FROM_PACKAGE else "a room takes only the version from the package itself"
    if here == there or (imported.module, target) in _DOORS:
        return ""
    allowed = _ARROWS[here]
    if there in allowed or ".".join(target.split(".")[1:3]) in allowed:
        return ""
    return f"{here} may not import {there} (may: {', '.join(sorted(allowed)) or 'nothing of ours'})"


def _all_imports() -> list[tuple[Import, str]]:
    modules = _modules()
    found = (
        imported
        for module, path in modules.items()
        for imported in imports_of(path.read_text(encoding="utf-8"), module, path.relative_to(_ROOT))
    )
    return [(imported, _resolved(imported, modules)) for imported in found]


def test_every_import_follows_the_arrows() -> None:
    broken = [
        imported.broken(f"{imported.module} imports {target}: {rule}")
        for imported, target in _all_imports()
        if (rule := complaint(imported, target))
    ]
    assert not broken, "\n".join(broken)


def test_a_parser_library_has_one_reader() -> None:
    users: dict[str, set[str]] = {}
    for imported, target in _all_imports():
        top = target.split(".")[0]
        if _LIBRARIES.get(top, ("", False))[0] == "readers":
            users.setdefault(top, set()).add(imported.module)
    shared = {library: sorted(modules) for library, modules in users.items() if len(modules) > 1}
    assert not shared, f"imported by more than one reader: {shared}"


def test_there_is_no_import_cycle() -> None:
    graph: dict[str, set[str]] = {module: set() for module in _modules()}
    for imported, target in _all_imports():
        if target in graph and target not in (_PACKAGE, imported.module):
            graph[imported.module].add(target)
    cycle = find_cycle(graph)
    assert not cycle, "import cycle: " + " → ".join(cycle)


def find_cycle(graph: dict[str, set[str]]) -> list[str]:
    """One cycle of `graph` as a closed walk, empty where there is none."""
    done: set[str] = set()

    def visit(node: str, trail: list[str]) -> list[str]:
        if node in trail:
            return [*trail[trail.index(node) :], node]
        if node in done:
            return []
        for after in sorted(graph.get(node, ())):
            if cycle := visit(after, [*trail, node]):
                return cycle
        done.add(node)
        return []

    return next((cycle for node in sorted(graph) if (cycle := visit(node, []))), [])


@pytest.mark.parametrize(
    ("module", "line", "rule"),
    [
        ("compare_app.core.links", "from compare_app.engine.align import align", "core may not import engine"),
        ("compare_app.rules.run", "import compare_app.app.pipeline", "rules may not import app"),
        ("compare_app.facts.read", "from compare_app.engine.align import align", "facts may not import engine"),
        ("compare_app.cli.report", "def f():\n    import compare_app.gui.theme", "cli may not import gui"),
        ("compare_app.cli.report", "import_module('compare_app.gui.application')", "cli may not import gui"),
        ("compare_app.core.links", "from compare_app import compare", "only the version"),
        ("compare_app.core.links", "from . import spans", "absolute"),
        ("compare_app.present.rows", "from PySide6.QtCore import Qt", "gui/ only"),
        ("compare_app.facts.numbers", "import rapidfuzz", "engine/ only"),
        ("compare_app.readers.html", "import trafilatura", "inside the function"),
        ("compare_app.readers.html", "def f():\n    import numpy", "no library of this project"),
    ],
)
def test_a_wrong_import_is_named(module: str, line: str, rule: str) -> None:
    found = list(imports_of(line, module, Path("somewhere.py")))
    assert [complaint(imported, imported.target) for imported in found if rule in complaint(imported, imported.target)]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("compare_app.facts.read", "from compare_app.engine.normalise import normalise"),
        ("compare_app.cli.main", "def f():\n    import_module('compare_app.gui.application')"),
        ("compare_app.core.links", "if TYPE_CHECKING:\n    from compare_app.app.pipeline import compare"),
        ("compare_app.core.resources", "import compare_app"),
        ("compare_app.readers.html", "def f():\n    import trafilatura"),
    ],
)
def test_a_right_import_passes(module: str, line: str) -> None:
    found = list(imports_of(line, module, Path("somewhere.py")))
    assert not [rule for imported in found if (rule := complaint(imported, imported.target))]


def test_a_cycle_is_found() -> None:
    assert find_cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert find_cycle({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_the_package_and_the_command_line_do_without_qt() -> None:
    cli = [module for module in _modules() if module.startswith(f"{_PACKAGE}.cli")]
    imports = "; ".join(f"import {module}" for module in [_PACKAGE, *cli])
    look = "import sys; print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')])"
    done = subprocess.run([sys.executable, "-c", f"{imports}; {look}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
