"""Texts are shown in the language that was asked for, else in English."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from compare_app.core import translation
from compare_app.core.translation import grouped, language_shown, marked, tr, tr_n, use_language


class _Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


def test_names_in_a_text_are_filled_in() -> None:
    assert tr("“{name}” is empty.", name="a {draft}.txt") == "“a {draft}.txt” is empty."


def test_a_text_without_names_may_hold_braces() -> None:
    assert tr("Type {} here.") == "Type {} here."


@pytest.mark.parametrize(("count", "shown"), [(0, "0 claims"), (1, "1 claim"), (1204, "1,204 claims")])
def test_a_number_decides_the_form(count: int, shown: str) -> None:
    assert tr_n("{count} claim", "{count} claims", count) == shown


def test_a_catalogue_is_asked_when_the_text_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    text = marked("{name} is empty.")
    monkeypatch.setattr(translation, "_in_use", _Shouting())
    assert tr(text, name="It") == "It IS EMPTY."


@pytest.mark.parametrize("code", ["en", "en_GB", "xx", "../../etc"])
def test_a_language_without_texts_is_english(code: str) -> None:
    use_language(code)
    assert tr("Open…") == "Open…"


@pytest.mark.parametrize(
    ("environment", "codes"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de_DE"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, ["en"]),
        ({"LANGUAGE": "ko:de", "LANG": "en_GB.UTF-8"}, ["ko", "de"]),
        ({"LANG": "sr_RS@latin"}, ["sr_RS"]),
        ({}, []),
    ],
)
def test_the_system_names_its_languages(
    environment: dict[str, str], codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert translation._asked_by_system() == codes


def test_the_folder_of_translations_is_not_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare_app.core.resources.compare_app.__file__", str(tmp_path / "compare_app" / "x.py"))
    use_language("de")
    assert tr("Open…") == "Open…"


@pytest.mark.parametrize(
    ("code", "shown"), [("en", "1,204.5"), ("de", "1.204,5"), ("ko", "1,204.5"), ("de_AT", "1.204,5")]
)
def test_numbers_are_written_as_the_language_writes_them(code: str, shown: str) -> None:
    use_language(code)
    assert grouped(1204.5, 1) == shown
    assert language_shown() == code[:2]
