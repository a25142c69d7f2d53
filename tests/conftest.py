"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest


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
