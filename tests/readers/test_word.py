"""A Word document is read as its reader sees it, with its tracked changes accepted or undone."""

from __future__ import annotations

from time import process_time

import pytest

from compare_app.core.document import Metadata, Reading, Revision
from compare_app.core.errors import ReadError
from compare_app.readers.registry import read_source
from tests.readers.packages import W, archive, word, word_members

_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Zwischentitel"><w:name w:val="Zwischentitel"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigener"><w:name w:val="Mein Stil"/><w:basedOn w:val="Zwischentitel"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Circle"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _styled(style: str, text: str) -> str:
    return _paragraph(_run(text), f'<w:pStyle w:val="{style}"/>')


def _numbered(text: str, number: int, level: int) -> str:
    return _paragraph(_run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def _blocks(reading: Reading) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(reading.text)) for block in reading.blocks or ()]


def _read(body: str, revision: Revision = Revision.ACCEPTED, **parts: str) -> Reading:
    return read_source(word(body, **parts), revision=revision)


def test_styles_say_what_a_paragraph_is_in_any_language() -> None:
    body = (
        _styled("Verzeichnis1", "Contents 1")
        + _styled("Titel", "The bridge")
        + _styled("berschrift2", "Before")
        + _styled("Zwischentitel", "During")
        + _styled("Eigener", "After")
        + _styled("Zitat", "We do all we can.")
        + _styled("Liste", "First.")
        + _numbered("Second.", 3, 1)
        + _numbered("No item.", 0, 0)
        + _styled("Kreis", "Round.")
        + _styled("Missing", "Plain.")
    )
    assert _blocks(_read(body, styles=_STYLES)) == [
        ("furniture", 0, "Contents 1"),
        ("title", 1, "The bridge"),
        ("heading", 2, "Before"),
        ("heading", 3, "During"),
        ("heading", 3, "After"),
        ("quotation", 0, "We do all we can."),
        ("list_item", 1, "First."),
        ("list_item", 2, "Second."),
        ("paragraph", 0, "No item."),
        ("paragraph", 0, "Round."),
        ("paragraph", 0, "Plain."),
    ]


def test_the_first_top_heading_is_the_title_where_no_style_is() -> None:
    heading = '<w:outlineLvl w:val="0"/>'
    body = _paragraph(_run("One"), heading) + _paragraph(_run("Two"), heading)
    reading = _read(body)
    assert [kind for kind, _, _ in _blocks(reading)] == ["title", "heading"]
    assert reading.metadata == Metadata("One", "Jane Doe")


def test_the_properties_give_title_and_author_but_not_the_date_of_the_file() -> None:
    assert _read(_paragraph(_run("Text."))).metadata == Metadata("Filed as", "Jane Doe")


_UNFILLED = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (_run("Cl") + _run("osed") + _run(" now", "<w:b/>"), "Closed now"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "One\ntwo\tthree"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co\u2011op"),
        (f'<w:hyperlink r:id="x">{_run("a link")}</w:hyperlink>', "a link"),
        (f"<w:smartTag>{_run('London')}</w:smartTag>", "London"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('chosen')}</w:sdtContent></w:sdt>", "chosen"),
        (_run("x") + f"<w:sdt>{_UNFILLED}<w:sdtContent>{_run('Click')}</w:sdtContent></w:sdt>", "x"),
        (f'<w:fldSimple w:instr="DATE">{_run("4 March")}</w:fldSimple>', "4 March"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
            f'{_run("of code")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("result")}'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{_run(" after")}',
            "result after",
        ),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>', "≥ 5"),
        ('<w:r><w:t>up </w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "up →"),
        (f"<w:r><w:ruby><w:rt>{_run('kanji')}</w:rt><w:rubyBase>{_run('漢字')}</w:rubyBase></w:ruby></w:r>", "漢字"),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "a=b"),
    ],
)  # fmt: skip
def test_what_runs_hold(inside: str, text: str) -> None:
    assert _read(_paragraph(inside)).text == text


def test_a_field_left_open_hides_no_more_than_its_paragraph() -> None:
    body = _paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + _run("lost")) + _paragraph(_run("kept"))
    assert _read(body).text == "kept"


def test_hidden_text_and_comments_are_left_out_and_told() -> None:
    body = _paragraph(
        _run("Seen")
        + _run(" hidden", "<w:vanish/>")
        + _run(" secret", '<w:rStyle w:val="Geheim"/>')
        + _run(" shown", '<w:rStyle w:val="Geheim"/><w:vanish w:val="0"/>')
        + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    reading = _read(body, styles=_STYLES)
    assert reading.text == "Seen shown"
    assert reading.source.notes == ("Left out: comments, 1 in all.", "Left out: passages of hidden text, 2 in all.")


def test_a_sign_that_no_table_knows_is_told() -> None:
    reading = _read(_paragraph('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>'))
    assert reading.text == "\ufffd"
    assert "picture font" in reading.source.notes[0]


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    def note(identifier: int, text: str) -> str:
        own_mark = "<w:r><w:footnoteRef/></w:r>"
        return f'<w:footnote w:id="{identifier}">{_paragraph(own_mark + _run(f" {text}"))}</w:footnote>'

    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = _paragraph(_run("Text") + mark.format(2) + _run(" on.") + mark.format(1)) + _paragraph(_run("End."))
    footnotes = note(0, "Never referred to.") + note(1, "Second note.") + note(2, "First note.")
    assert _read(body, footnotes=footnotes).text == "Text on.\n\nEnd.\n\nFirst note.\n\nSecond note."


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{_paragraph(_run('In the box.'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert _read(_paragraph(_run("Beside") + both + _run(" it."))).text == "Beside it.\n\nIn the box."


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_rows_of_a_table_are_lines_with_tabs() -> None:
    empty = "<w:p/>"
    body = _table(_row(_paragraph(_run("Day")), empty, _paragraph(_run("Buses"))), _row(empty, empty, empty))
    assert _blocks(_read(body)) == [("paragraph", 0, "Day\t\tBuses")]


def test_a_page_laid_out_as_a_table_is_read_as_paragraphs() -> None:
    two = _paragraph(_run("One.")) + _paragraph(_run("Two."))
    body = _table(_row(two, _paragraph(_run("Three.")) + _table(_row(_paragraph(_run("Four."))))))
    assert _read(body).text == "One.\n\nTwo.\n\nThree.\n\nFour."


def test_headers_and_footers_are_furniture_once() -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    body = _paragraph(_run("Text."), section) + section
    reading = _read(body, header1=_paragraph(_run("The Herald")), footer1=_paragraph(_run("Page 1")))
    assert _blocks(reading) == [("furniture", 0, "The Herald"), ("paragraph", 0, "Text."), ("furniture", 0, "Page 1")]


_CUT = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
_TRACKED = (
    _paragraph(_run("It cost ") + _CUT.format(4) + f"<w:ins>{_run('6')}</w:ins>" + _run(" million."))
    + _paragraph(f"<w:moveFrom>{_run('Moved here and there.')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")
    + _paragraph(_run("Stays."))
    + _paragraph(f"<w:moveTo>{_run('Moved here and there.')}</w:moveTo>", "<w:rPr><w:moveTo/></w:rPr>")
    + _paragraph(_run("Joined "), "<w:rPr><w:del/></w:rPr>")
    + _paragraph(_run("in one."))
    + _paragraph(_run("Cut "), "<w:rPr><w:ins/></w:rPr>")
    + _paragraph(_run("in two."))
    + _table(
        _row(_paragraph(_run("New row.")), properties="<w:ins/>"),
        _row(_paragraph(_run("Old row.")), properties="<w:del/>"),
    )
)  # fmt: skip


def test_tracked_changes_are_accepted() -> None:
    reading = _read(_TRACKED)
    assert reading.text.split("\n\n") == [
        "It cost 6 million.", "Stays.", "Moved here and there.", "Joined in one.", "Cut", "in two.", "New row.",
    ]  # fmt: skip
    assert reading.source.revision is Revision.ACCEPTED


def test_tracked_changes_are_undone() -> None:
    reading = _read(_TRACKED, Revision.ORIGINAL)
    assert reading.text.split("\n\n") == [
        "It cost 4 million.", "Moved here and there.", "Stays.", "Joined", "in one.", "Cut in two.", "Old row.",
    ]  # fmt: skip
    assert reading.source.revision is Revision.ORIGINAL


def test_a_document_without_changes_has_one_text() -> None:
    for revision in Revision:
        reading = _read(_paragraph(_run("Text.")), revision)
        assert (reading.text, reading.source.revision, reading.source.notes) == ("Text.", None, ())


def test_the_strict_variant_is_read_alike() -> None:
    members = word_members(_styled("Titel", "The bridge") + _TRACKED, styles=_STYLES)
    strict = {
        name: part.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in members.items()
    }
    assert strict != members
    assert _blocks(read_source(archive(strict))) == _blocks(read_source(archive(members)))


@pytest.mark.parametrize(
    "change",
    [
        {"word/document.xml": "<w:document"},
        {"_rels/.rels": "<Relationships/>"},
        {"word/document.xml": "<a>" * 300 + "</a>" * 300},
    ],
)
def test_damaged_parts_are_told(change: dict[str, str]) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(archive(word_members("") | change), name="a.docx")
    assert "a.docx" in caught.value.message
    assert caught.value.hint


def test_a_document_of_20_pages_takes_a_moment() -> None:
    sentence = "The council said that the bridge would be closed for twelve days until June. "
    data = word("".join(_paragraph(_run(sentence * 3) + _run(sentence, "<w:b/>")) for _ in range(200)))
    read_source(data)  # the parser is loaded
    started = process_time()
    reading = read_source(data)
    assert process_time() - started < 1  # 0.02 s on the machine it was written on; a guard against O(n²)
    assert len(reading.text.split()) > 10_000
