"""What every test may ask for."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from compare_app.core.translation import use_language

os.environ["LANGUAGE"] = "en"  # what is tested and what it starts speak English, whatever this machine does

_CHILDREN = Path("/proc/thread-self/children")
_THREADS = Path("/proc/self/task")
_OF_QT = ("QDBusConnection", "QXcbEventQueue", "Thread (pooled)", "gdbus", "gmain", "pool-spawner")
"""Threads that Qt begins for the whole process. Those of a pool stay a while without work: the pool knows."""
_PATIENCE_S = 5.0  # for what a test ended to be gone


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds --gold and --articles: folders of material that does not belong to the project."""
    parser.addoption(
        "--gold", type=Path, default=None, help="folder of labelled data (alignment, contradiction, segmentation)"
    )
    parser.addoption("--articles", type=Path, default=None, help="folder of articles as saved from news sites")


def _folder(request: pytest.FixtureRequest, option: str) -> Path:
    folder = request.config.getoption(option)
    if not isinstance(folder, Path) or not folder.is_dir():
        pytest.skip(f"needs {option} FOLDER")
    return folder


@pytest.fixture
def gold(request: pytest.FixtureRequest) -> Path:
    """Folder of labelled data; the test is skipped without it."""
    return _folder(request, "--gold")


@pytest.fixture
def articles(request: pytest.FixtureRequest) -> Path:
    """Folder of saved articles; the test is skipped without it."""
    return _folder(request, "--articles")


def _running() -> set[str]:
    """What runs besides this thread: threads of Python, and where it can be told those of Qt, and child processes."""
    threads = {thread.name for thread in threading.enumerate() if thread is not threading.current_thread()}
    children = _CHILDREN.read_text(encoding="ascii").split() if _CHILDREN.exists() else []
    return threads | {f"process {child}" for child in children} | set(_threads_of_qt())


def _threads_of_qt() -> Iterator[str]:
    """Threads of this process by name and number, whoever began them."""
    for thread in _THREADS.iterdir() if _THREADS.exists() else ():
        with suppress(OSError):  # it may end meanwhile
            name = (thread / "comm").read_text(encoding="utf-8", errors="replace").strip()
            if name not in _OF_QT and int(thread.name) != threading.get_native_id():
                yield f"{name} {thread.name}"


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a thread or a process running fails."""
    before = _running()
    yield
    ends = time.monotonic() + _PATIENCE_S
    while (left := _running() - before) and time.monotonic() < ends:
        time.sleep(0.01)
    assert not left, f"{request.node.name} left running: {', '.join(sorted(left))}"


class _Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message with its traceback."""
        self.said.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_error_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test at which the program logs an error fails unless it reads the log: a broken rule is caught and logged."""
    kept, logger = _Kept(), logging.getLogger("compare_app")
    logger.addHandler(kept)
    yield
    logger.removeHandler(kept)
    assert not kept.said or "caplog" in request.fixturenames, "\n".join(kept.said)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A test may speak another language; the next one speaks English again."""
    yield
    use_language()
