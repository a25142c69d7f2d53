"""Code and catalogues say the same texts, every language is whole, and what is compiled is what was written."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import compare_app
from scripts.translations import catalogue_path, languages, read_catalogue, texts, waiting

_PLACE = re.compile(r"\{\w*\}|%\(\w+\)\w|%[srd]")
_AGAIN = "Run make translations, translate what waits in compare_app.po, and run it again."


def _forms(text: str | Sequence[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _messages(language: str) -> list[Message]:
    return [message for message in read_catalogue(language) if message.id]


def test_there_are_german_and_korean() -> None:
    assert {"de", "ko"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_holds_the_texts_of_the_code(language: str) -> None:
    said = {tuple(_forms(message.id)) for message in texts() if message.id}
    known = {tuple(_forms(message.id)) for message in _messages(language)}
    assert not said - known, f"{language} lacks texts. {_AGAIN}"
    assert not known - said, f"{language} holds texts that nothing says any more. {_AGAIN}"


def test_no_text_stands_inside_another() -> None:
    """Python 3.11 hands an f-string on in one piece, and Babel finds no text in it."""
    hidden = []
    for path in Path(compare_app.__file__).parent.rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for whole in (node for node in nodes if isinstance(node, ast.JoinedStr)):
            calls = (node for node in ast.walk(whole) if isinstance(node, ast.Call))
            hidden += [f"{path}:{whole.lineno}" for call in calls if _says_a_text(call)]
    assert hidden == []


def _says_a_text(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return name in ("tr", "tr_n", "marked") and isinstance(call.args[0], ast.Constant)


def test_a_sentence_in_a_constant_is_marked() -> None:
    """No catalogue has it otherwise, and it is shown in English."""
    unmarked = []
    for path in Path(compare_app.__file__).parent.rglob("*.py"):
        assigned = (
            node.value for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign)
        )
        unmarked += [f"{path}:{value.lineno}" for value in assigned if _is_sentence(value)]
    assert unmarked == []


def _is_sentence(value: ast.expr) -> bool:
    text = value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
    return text[:1].isupper() and text.endswith(".") and " " in text and "\n" not in text


@pytest.mark.parametrize("language", languages())
def test_a_language_is_whole(language: str) -> None:
    assert not waiting(read_catalogue(language)), f"{language} is incomplete. {_AGAIN}"


@pytest.mark.parametrize("language", languages())
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    with catalogue_path(language, "mo").open("rb") as file:
        found = GNUTranslations(file)
    for message in _messages(language):
        forms, strings = _forms(message.id), _forms(message.string)
        if len(forms) == 1:
            assert found.gettext(forms[0]) == strings[0], _AGAIN
        else:
            singular, plural = forms
            assert {found.ngettext(singular, plural, count) for count in (1, 2, 5)} == set(strings), _AGAIN


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for message in _messages(language):
        wanted = set(_PLACE.findall(_forms(message.id)[-1]))
        for string in _forms(message.string):
            assert set(_PLACE.findall(string)) == wanted, f"{language}: {string}"


@pytest.mark.parametrize("language", languages())
def test_a_translation_begins_and_ends_as_its_text(language: str) -> None:
    for message in _messages(language):
        text, string = _forms(message.id)[0], _forms(message.string)[0]
        assert (text[:1] == " ", text[-1:] in " \n") == (string[:1] == " ", string[-1:] in " \n"), string
        assert string.replace(" …", "…").endswith("…") == text.endswith("…"), string
