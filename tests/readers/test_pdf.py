from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app import Document, read_document
from compare_app.core.document import BlockKind, Reading
from compare_app.core.errors import ReadError
from compare_app.readers.format import Raw
from compare_app.readers.pdf import read_pdf
from tests.readers.pdf_maker import Page, Print, column, make_pdf


def _read(*pages: Page, title: str = "", picture: bool = False) -> Reading:
    return read_pdf(Raw(make_pdf(*pages, title=title, picture=picture), "a.pdf"))


def _blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(reading.text)) for block in reading.blocks or ()]


_BODY = """The harbour bridge has stood half open since Monday, when a bearing
broke in the north tower. Nobody was hurt. Engineers hope to close it
before the weekend.
"""


def test_lines_become_one_paragraph() -> None:
    assert _blocks(_read(column(_BODY))) == [("paragraph", " ".join(_BODY.split()))]


def test_a_wide_gap_an_indent_or_an_early_end_begins_a_paragraph() -> None:
    gap = [*column(_BODY), *column(_BODY, top=640)]
    indented = [
        *column(_BODY),
        Print(84, 664, "The ferry runs every hour, and the whole"),
        *column("day long.", top=652),
    ]
    early = column(_BODY + "The ferry runs every hour.")
    assert [len(_blocks(_read(page))) for page in (gap, indented, early)] == [2, 2, 2]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    page = column(
        "The engineers hope to close the har-\nbour bridge before the week-\nend, said the well-\n"
        "known firm. Well-known it is."
    )
    assert _blocks(_read(page)) == [
        ("paragraph", "The engineers hope to close the harbour bridge before the weekend, said the well-known firm. "
                      "Well-known it is."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("He was an ill-\nkempt man.", "He was an ill-kempt man."),
        ("It was their ill-\nness that told.", "It was their illness that told."),
        ("There was an-\nother way. Another one and an other.", "There was another way. Another one and an other."),
        ("It hit the in-\ndustry hard, in all.", "It hit the industry hard, in all."),
        ("Two-\nthirds of them and two thirds.", "Two-thirds of them and two thirds."),
        ("He left with his well-\nknown smile.", "He left with his well-known smile."),
        ("It was a state-of-the-\nart bridge.", "It was a state-of-the-art bridge."),
        ("IT WAS A REPUB-\nLICAN PLAN.", "IT WAS A REPUBLICAN PLAN."),
        ("Mr Mc-\nCarthy agreed.", "Mr McCarthy agreed."),
        ("The Rhine-\nMain area grew.", "The Rhine-Main area grew."),
        ("He gave the long-\nterm plan up.", "He gave the long-term plan up."),
        ("There the ruddy-\nfaced man sat.", "There the ruddy-faced man sat."),
        ("There the so-\ncalled expert sat.", "There the so-called expert sat."),
        ("The full-\nness of the plan was gone.", "The fullness of the plan was gone."),
        ("The first-\nborn of the two came.", "The first-born of the two came."),
        ("Der Freizeit-\npark ist zu.", "Der Freizeitpark ist zu."),
        ("An der Nord-\nund Ostsee regnete es.", "An der Nord- und Ostsee regnete es."),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_it_belongs_to_the_word(lines: str, text: str) -> None:
    assert _blocks(_read(column(lines))) == [("paragraph", text)]


def test_two_columns_are_read_one_after_the_other_however_they_were_written() -> None:
    left = column(
        "The left column begins\nhere and it also goes on\nfor some more lines until\nit comes to its own end."
    )
    right = column(
        "The right column is one\nto read only when the\nleft one is over, just as\neverybody would do it.", left=320
    )
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    wanted = [" ".join(line.text for line in lines) for lines in (left, right)]
    head = Print(72, 740, "A headline over both of the columns", 24)
    for page in ([head, *left, *right], [*rows, head]):
        assert [text for _, text in _blocks(_read(page))] == [head.text, *wanted]


def test_large_print_is_a_title_and_headings_bold_lines_too() -> None:
    page = [
        Print(72, 740, "Bridge stuck", 24),
        *column(_BODY, top=700),
        Print(72, 640, "What happened", 14),
        *column(_BODY, top=620),
        Print(72, 570, "Who pays", bold=True),
        *column(_BODY, top=550),
    ]
    kinds = [kind for kind, _ in _blocks(_read(page))]
    assert kinds == ["title", "paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert _read(page, title="draft.doc").metadata.title == "Bridge stuck"


def test_running_heads_and_page_numbers_are_set_aside_and_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        [
            Print(72, 760, "Harbour News"),
            *column(f"Page {word} begins a sentence that\nonly after page {word} ends", top=700),
            Print(300, 30, str(number)),
        ]
        for number, word in ((4, "one"), (5, "two"), (6, "three"))
    ]
    pages[1][1] = Print(72, 700, "in the middle of the second page. It says that")
    reading = _read(*pages)
    kinds = _blocks(reading)
    assert kinds[-1] == ("furniture", "Harbour News\n4\n5\n6")
    assert kinds[0][1].startswith(
        "Page one begins a sentence that only after page one ends in the middle of the second page."
    )
    assert "Harbour News" not in "".join(text for kind, text in kinds if kind != "furniture")


def test_list_items_lose_their_sign_and_keep_their_lines() -> None:
    page = column("The firm promises three things:\n• a new bearing, made of a better\nsteel\n• a ferry\n• an apology")
    assert _blocks(_read(page))[1:] == [
        ("list_item", "a new bearing, made of a better steel"), ("list_item", "a ferry"), ("list_item", "an apology"),
    ]  # fmt: skip


def test_pictures_of_pages_are_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError, match="pictures of pages") as caught:
        _read([], picture=True)
    assert "ocrmypdf" in caught.value.hint
    with pytest.raises(ReadError, match="holds no text"):
        _read([])


def test_a_page_without_text_is_told() -> None:
    reading = _read(column(_BODY), [], picture=True)
    assert reading.source.notes == ("Pages that hold pictures only were left out: 1 of 2.",)


def test_damaged_files_are_refused() -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_document(b"%PDF-1.7\nnothing of the kind", name="a.pdf")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_does_more_than_refuse_the_file(data: st.DataObject) -> None:
    whole = bytearray(make_pdf(column(_BODY), column(_BODY)))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        read = read_document(bytes(whole[:cut]), name="a.pdf", format="pdf")
    except ReadError:
        return
    assert isinstance(read, Document)


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(make_pdf(column(_BODY)))
    document = read_document(path)
    assert document.source.format == "pdf"
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    assert len(document.claims) == 3
