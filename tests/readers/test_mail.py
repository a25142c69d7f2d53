from __future__ import annotations

from email.message import EmailMessage

import pytest

from compare_app.core.document import Reading
from compare_app.core.errors import ReadError
from compare_app.readers.format import Raw
from compare_app.readers.mail import read_mail
from compare_app.readers.registry import read_source

_BODY = """Dear all,

the bridge opens on Friday,
not on Monday.

On Tue, 3 Nov 2026 at 10:00, Bo Berg <bo@example.org> wrote:
> The bridge opens on Monday.
>
> Bo

Ann
--\u0020
Ann\u0020Lee, Harbour News
"""


def _message(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Lee <ann@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = "Brücke öffnet am Freitag"
    message["Date"] = "Tue, 03 Nov 2026 12:00:00 +0100"
    message["Message-ID"] = "<1@example.org>"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        (message.add_alternative if "plain" in parts else message.set_content)(parts["html"], subtype="html")
    return message


def _blocks(reading: Reading, *, content: bool) -> list[str]:
    return [b.span.of(reading.text) for b in reading.blocks or () if b.kind.is_content is content]


def test_quoted_replies_and_the_signature_are_set_aside() -> None:
    reading = read_mail(Raw(_message(plain=_BODY).as_bytes()))
    assert _blocks(reading, content=True) == [
        "Brücke öffnet am Freitag",
        "Dear all,",
        "the bridge opens on Friday,\nnot on Monday.",
        "Ann",
    ]
    assert len(_blocks(reading, content=False)) == 3
    assert "The bridge opens on Monday." in reading.text
    metadata = reading.metadata
    assert (metadata.title, metadata.byline, metadata.date) == ("Brücke öffnet am Freitag", "Ann Lee", "2026-11-03")


def test_html_is_read_where_there_is_no_plain_text() -> None:
    html = "<p>It opens on Friday.</p><p>On Monday, Bo wrote:</p><blockquote>On Monday.</blockquote>"
    reading = read_mail(Raw(_message(html=html).as_bytes()))
    assert _blocks(reading, content=True) == ["Brücke öffnet am Freitag", "It opens on Friday."]
    both = read_mail(Raw(_message(plain="Plain.", html="<p>Marked up.</p>").as_bytes()))
    assert _blocks(both, content=True)[1:] == ["Plain."]


def test_flowed_lines_are_one_paragraph() -> None:
    message = _message(plain="It opens \non Friday.\n")
    message.set_param("format", "flowed")
    assert _blocks(read_mail(Raw(message.as_bytes())), content=True)[1:] == ["It opens on Friday."]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("It opens \n on Friday.\n From then on.\n", "It opens on Friday.\nFrom then on."),
        ("It opens. \n> On Monday?\n", "It opens."),
        ("> On Monday. \nNo, on Friday. \nAll day.\n", "No, on Friday. All day."),
        ("It opens. \n-- \nAnn\n", "It opens."),
    ],
)
def test_flowed_lines_lose_what_guards_them(lines: str, text: str) -> None:
    message = _message(plain=lines)
    message.set_param("format", "flowed")
    assert "\n".join(_blocks(read_mail(Raw(message.as_bytes())), content=True)[1:]) == text


def test_signs_of_two_bytes_are_whole_where_soft_ends_are_to_be_deleted() -> None:
    message = _message(plain="大桥于星期 \n一关闭。\n")
    message.set_param("format", "flowed")
    message.set_param("delsp", "yes")
    assert _blocks(read_mail(Raw(message.as_bytes())), content=True)[1:] == ["大桥于星期一关闭。"]


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\n\nHello.",
        "From: Bo Berg <bo@example.org>\nSent: Tuesday, 3 November 2026 10:00\nTo: Ann\nSubject: Bridge",
        "Von: Bo Berg\nGesendet: Dienstag, 3. November 2026 10:00\nAn: Ann",
    ],
)
@pytest.mark.parametrize("is_html", [False, True])
def test_a_message_that_is_quoted_without_signs_is_set_aside_to_its_end(head: str, *, is_html: bool) -> None:
    plain = f"It opens on Friday.\n\n{head}\n\nIt opens on Monday.\n"
    html = "".join("<p>" + each.replace("<", "&lt;").replace("\n", "<br>") + "</p>" for each in plain.split("\n\n"))
    reading = read_mail(Raw(_message(**({"html": html} if is_html else {"plain": plain})).as_bytes()))
    assert _blocks(reading, content=True)[1:] == ["It opens on Friday."]
    assert "It opens on Monday." in reading.text


def test_a_quotation_of_the_writers_own_is_compared() -> None:
    html = "<h1>Brücke öffnet am Freitag</h1><p>She said:</p><blockquote>It held.</blockquote>"
    assert _blocks(read_mail(Raw(_message(html=html).as_bytes())), content=True) == [
        "Brücke öffnet am Freitag", "She said:", "It held.",
    ]  # fmt: skip
    answered = html.replace("<blockquote>", '<blockquote type="cite">')
    assert "It held." not in _blocks(read_mail(Raw(_message(html=answered).as_bytes())), content=True)


def test_attached_files_are_told() -> None:
    message = _message(plain="See the plan.")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    assert read_mail(Raw(message.as_bytes())).source.notes == ("1 attached file was left out.",)


def test_a_message_of_pictures_is_refused() -> None:
    message = _message()
    message.set_content(b"\x89PNG", maintype="image", subtype="png")
    with pytest.raises(ReadError, match="e-mail without text"):
        read_mail(Raw(message.as_bytes()))


def test_a_message_is_known_by_its_headers_and_text_that_looks_a_little_like_it_is_not() -> None:
    assert read_source(_message(plain="x").as_bytes(), name="a.txt").source.format == "mail"
    assert read_source(b"From: Geneva\nSubject: to change\n\nThe talks moved.", name="a.txt").source.format == "text"


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b"From: a\nDate: not a date\nContent-Type: text/plain; charset=nonsense\n\nText", "Text"),
        (b"From: =?nonsense?q?=ff?=\nSubject: =?utf-8?b?!!!?=\nContent-Transfer-Encoding: base64\n\n!!!Text", "M"),
        (b"Subject: \xff\xfe\n\n\xff\xfe", "\ufffd\ufffd"),
    ],
)
def test_damaged_messages_are_read_as_far_as_they_go(data: bytes, begins: str) -> None:
    reading = read_mail(Raw(data))
    assert reading.text.startswith(begins)
    assert reading.metadata.date == ""


def test_parts_nested_in_parts_without_end_are_told() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(3000))
    with pytest.raises(ReadError, match=r"“deep\.eml” is nested too deeply\."):
        read_source(f"From: a\nMessage-ID: <1>\nMIME-Version: 1.0\n{parts}".encode(), name="deep.eml")
