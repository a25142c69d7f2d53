from __future__ import annotations

import json

import pytest

from compare_app.core.document import Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.readers.format import Raw
from compare_app.readers.records import read_records

_ARTICLE = {
    "headline": "Bridge stuck",
    "datePublished": "2026-11-03T10:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Berg"],
    "publisher": {"name": "Harbour News"},
    "articleBody": "It is stuck.\n\nNobody was hurt.",
    "inLanguage": "en-GB",
}


def _read(data: object) -> Reading:
    return read_records(Raw((data if isinstance(data, str) else json.dumps(data)).encode(), "a.json"))


def _texts(reading: Reading) -> list[str]:
    return [block.span.of(reading.text) for block in reading.blocks or ()]


def test_an_article_with_what_it_says_of_itself() -> None:
    reading = _read(_ARTICLE)
    assert _texts(reading) == ["Bridge stuck", "It is stuck.", "Nobody was hurt."]
    assert reading.metadata == Metadata("Bridge stuck", "Ann Lee, Bo Berg", "2026-11-03", "Harbour News")
    assert reading.language == "en"


@pytest.mark.parametrize(
    "data",
    [
        [{"title": "One", "text": "First."}, {"title": "Two", "text": "Second."}],
        {"status": "ok", "articles": [{"Title": "One", "TEXT": "First."}, {"title": "Two", "full_text": "Second."}]},
        '{"title": "One", "text": "First."}\n\n{"title": "Two", "body": ["Second."]}\n',
    ],
)
def test_several_articles_follow_each_other(data: object) -> None:
    reading = _read(data)
    assert _texts(reading) == ["One", "First.", "Two", "Second."]
    assert reading.source.notes == ("2 articles were read, one after the other.",)


def test_markup_in_the_text_is_read_as_a_page() -> None:
    assert _texts(_read({"text": "<p>It is <b>stuck</b>.</p><script>x</script><ul><li>One</li></ul>"})) == [
        "It is stuck.",
        "One",
    ]


@pytest.mark.parametrize("data", [{}, [], "null", '"text"', {"text": 3}, {"words": "x"}, {"text": " "}])
def test_json_without_an_article_is_refused(data: object) -> None:
    with pytest.raises(ReadError, match="no article"):
        _read(data)


@pytest.mark.parametrize("text", ["", "{", '{"text": "x"}\n{', "[" * 100_000])
def test_broken_json_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match=r"JSON|nested|no article"):
        _read(text)
