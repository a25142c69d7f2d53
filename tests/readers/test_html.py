"""A saved page: its article is content, all else is kept as furniture, and nothing runs."""

from __future__ import annotations

from time import perf_counter

import pytest

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.readers.registry import read_source

_PROSE = [
    "The bridge over the river was closed on Monday after the flood reached its deck, the council said on its site.",
    "Engineers will inspect the bridge for twelve days. They expect to reopen it in June, if the river allows it.",
    "Until then buses take another way through the old town, and the ferry sails every twenty minutes until midnight.",
]
_PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge closed after flood | Herald</title>
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<meta property="og:site_name" content="The Herald"><style>p {{ color: red }}</style>
<script>document.write("scripted")</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Bridge closed after flood</h1><p class="by">By Jane Doe</p>
<p>{_PROSE[0]}</p><h2>What happens next</h2><p>{_PROSE[1]}</p>
<ul><li>Buses run every twenty minutes on all days.</li></ul><p>{_PROSE[2]}</p>
<blockquote><p>We are doing all that we can to reopen the bridge as soon as possible.</p></blockquote>
</article></main>
<aside><h3>Most popular</h3><ul><li><a href="x">Ten ways to bake bread</a></li></ul></aside>
<div style="display:none">unseen</div><footer>All rights reserved</footer></body></html>"""


def _blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(reading.text)) for block in reading.blocks or ()]


def test_the_article_is_told_from_the_page() -> None:
    reading = read_source(_PAGE.encode())
    assert _blocks(reading) == [
        ("furniture", "Home"),
        ("furniture", "News"),
        ("title", "Bridge closed after flood"),
        ("byline", "By Jane Doe"),
        ("paragraph", _PROSE[0]),
        ("heading", "What happens next"),
        ("paragraph", _PROSE[1]),
        ("list_item", "Buses run every twenty minutes on all days."),
        ("paragraph", _PROSE[2]),
        ("quotation", "We are doing all that we can to reopen the bridge as soon as possible."),
        ("furniture", "Most popular"),
        ("furniture", "Ten ways to bake bread"),
        ("furniture", "All rights reserved"),
    ]
    assert reading.metadata == Metadata("Bridge closed after flood", "Jane Doe", "2024-05-06", "The Herald")
    assert reading.language == "en"
    assert reading.source.notes == ()


def test_a_byline_outside_the_text_is_no_furniture() -> None:
    page = _PAGE.replace('<p class="by">By Jane Doe</p>', '<div class="meta"><span>By Jane Doe</span></div>')
    assert ("byline", "By Jane Doe") in _blocks(read_source(page.encode()))


def test_a_title_that_stands_nowhere_on_the_page_comes_first() -> None:
    page = _PAGE.replace("<h1>Bridge closed after flood</h1>", "")
    reading = read_source(page.encode())
    assert _blocks(reading)[0] == ("title", "Bridge closed after flood")
    assert [kind for kind, _ in _blocks(reading)].count("title") == 1


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1251", "koi8-r"])
def test_the_declared_charset_is_used(codec: str) -> None:
    page = f'<html><head><meta charset="{codec}"></head><body><p>Мост был закрыт в понедельник.</p></body></html>'
    reading = read_source(page.encode(codec))
    assert "Мост был закрыт в понедельник." in reading.text
    assert not any("guessed" in note for note in reading.source.notes)


def test_an_xml_declaration_does_not_stop_the_parser() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Brücke über Größe.</p></body></html>'
    assert "Brücke über Größe." in read_source(page.encode("latin-1")).text


def test_a_page_without_an_article_is_kept_as_a_whole_and_said_so() -> None:
    reading = read_source(b"<html><body><p>Too short.</p><nav>Home</nav></body></html>")
    assert ("paragraph", "Too short.") in _blocks(reading)
    assert "Home" in reading.text


def test_breaks_tables_and_preformatted_text() -> None:
    page = (
        "<html><body><p>One<br>two<br><br>three</p><table><tr><td>a</td><td>b</td></tr></table>"
        "<pre>x\n  y</pre><p>in <b>bold</b>\n and   <i>italics</i></p></body></html>"
    )
    texts = [text for _, text in _blocks(read_source(page.encode()))]
    assert texts == ["One\ntwo", "three", "a\tb", "x\n  y", "in bold and italics"]


def test_nothing_hidden_or_scripted_is_shown() -> None:
    text = read_source(_PAGE.encode()).text
    assert not [word for word in ("scripted", "unseen", "color") if word in text]


@pytest.mark.parametrize("page", [b"<html>", b"<html><body>", b"<!doctype html><p", b"<html>\x00\xff<p>&#xD800;x"])
def test_broken_pages_are_read(page: bytes) -> None:
    assert isinstance(read_source(page, format="html").text, str)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote"])
@pytest.mark.parametrize("depth", [500, 1900, 20_000])
def test_deep_nesting_is_read(tag: str, depth: int) -> None:
    page = f"<html><head><style>x</style></head><body>{f'<{tag}>' * depth}deep &amp; low</body></html>"
    reading = read_source(page.encode())
    assert reading.text == "deep & low"
    assert reading.source.notes  # no article was found, or the structure was given up


def test_a_page_of_2_mb_takes_seconds_at_most() -> None:
    body = "".join(f"<p>{sentence} Number {i}.</p>" for i in range(6000) for sentence in _PROSE)
    page = f"<html><body><article>{body}</article></body></html>".encode()
    assert len(page) > 2_000_000
    started = perf_counter()
    reading = read_source(page)
    assert perf_counter() - started < 20  # 0.5 s on the machine it was written on; a guard against O(n²)
    assert sum(block.kind is BlockKind.PARAGRAPH for block in reading.blocks or ()) == 18_000


@pytest.mark.parametrize(
    ("start", "end"), [("<article>", "</article>"), ("<main><div>", "</div></main>"), ("<div>", "</div>")]
)
def test_of_a_large_page_the_same_is_the_article_as_of_a_small_one(
    start: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "".join(
        (f"<h2>Part {i}</h2>" if i else "") + "".join(f"<p>{sentence} Number {i}.</p>" for sentence in _PROSE)
        for i in range(200)
    )
    teasers = "".join(f'<div><a href="/{i}"><h3>Another story, number {i}</h3></a></div>' for i in range(30))
    page = (
        f"<html><head><title>The quay</title></head><body><nav><ul><li><a href='/'>Home</a></li></ul></nav>{start}"
        f"<h1>The quay</h1>{body}{end}<aside>{teasers}</aside><footer>All rights reserved</footer></body></html>"
    ).encode()
    judged = read_source(page)
    monkeypatch.setattr("compare_app.readers.html_article._LARGE_CHARACTERS", 0)
    stated = read_source(page)
    assert stated.blocks == judged.blocks
    assert stated.metadata == judged.metadata


def test_a_large_page_of_many_articles_is_judged_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare_app.readers.html_article._LARGE_CHARACTERS", 0)
    page = "".join(f"<article><h2>Story {i}</h2><p>{_PROSE[i % 3]}</p></article>" for i in range(20))
    reading = read_source(f"<html><body>{page}</body></html>".encode())
    assert sum(block.kind.is_content for block in reading.blocks or ()) >= 20


def test_what_a_large_page_says_of_itself_is_found_at_its_top_and_in_what_is_meant_for_machines() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-06"}</script>'
    body = "".join(f"<p>{sentence} Number {i}.</p>" for i in range(2000) for sentence in _PROSE)
    style = f"<style>{'p { margin: 0 }' * 20_000}</style>"
    page = f"<html><head>{style}<title>The quay</title></head><body><article>{body}</article>{script}</body></html>"
    reading = read_source(page.encode())
    assert reading.metadata.title == "The quay"
    assert reading.metadata.date == "2024-05-06"


def test_the_year_of_a_copyright_line_is_no_date() -> None:
    page = _PAGE.replace('<meta property="article:published_time" content="2024-05-06T10:00:00Z">', "")
    page = page.replace("All rights reserved", "© Herald 2026. All rights reserved")
    assert read_source(page.encode()).metadata.date == ""
