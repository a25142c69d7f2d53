"""What a document is, in one line."""

from __future__ import annotations

import pytest

from compare_app.app.documents import Document, read_document
from compare_app.core.document import Metadata
from compare_app.core.records import replace
from compare_app.core.translation import use_language
from compare_app.core.written_dates import written_day
from compare_app.present.document_facts import document_line, document_notes, document_title
from tests.readers.packages import tracked


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("draft 2.txt", "draft 2.txt"),
        ("two\nlines.txt", "two lines.txt"),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("bad\udcff.txt", "bad\ufffd.txt"),
        ("مرحبا 😀.txt", "مرحبا 😀.txt"),
    ],
)
def test_a_name_stays_on_its_line_and_in_its_direction(name: str, shown: str) -> None:
    document = Document.from_text("Nothing happened.", language="en", name=name)
    assert document_title(document) == shown
    assert document_line(document) == f"{shown} · 2 words · 1 claim · plain text"


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2024-05-14", " · 14 May 2024 · "), ("2024-05", " · 2024-05 · "), ("", "a.txt · 2 words")],
)
def test_the_date_is_written_as_a_newspaper_writes_it(date: str, shown: str) -> None:
    document = Document.from_text("Nothing happened.", language="en", name="a.txt")
    assert shown in document_line(replace(document, metadata=Metadata(date=date)))


@pytest.mark.parametrize(("language", "shown"), [("de", "14. Mai 2024"), ("ko", "2024년 5월 14일")])
def test_the_date_is_written_in_the_language_of_the_person(language: str, shown: str) -> None:
    use_language(language)
    assert written_day("2024-05-14") == shown


def test_a_text_without_spaces_is_counted_in_characters() -> None:
    document = Document.from_text("警方表示，周二的火灾。 无人被捕。", language="zh")
    assert "16 characters · 2 claims" in document_line(document)


def test_a_pasted_text_is_not_named_twice() -> None:
    text = "A headline that is much too long for a name\n\nNothing happened at all."
    document = Document.from_text(text, language="en", name="A headline that is…")
    assert document_title(document) == "A headline that is much too long for a name"
    assert document_line(document) == "14 words · 2 claims · plain text"
    short = Document.from_text("He said no.", language="en", name="He said no.")  # without a headline
    assert (document_title(short), document_line(short)) == ("He said no.", "3 words · 1 claim · plain text")


def test_which_text_of_tracked_changes_was_read_is_told() -> None:
    data = tracked("It cost ", "£4", "£6", " million.")
    assert "accepted" in document_notes(read_document(data))[0]
    assert "before" in document_notes(read_document(data, revision="original"))[0]
    assert document_notes(Document.from_text("Nothing happened.")) == ()
