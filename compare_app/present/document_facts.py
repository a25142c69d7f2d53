"""What a document is, in one line."""

from __future__ import annotations

from compare_app.core.document import Document, Revision
from compare_app.core.translation import marked, tr, tr_n
from compare_app.core.written_dates import written_day
from compare_app.present.wording import claims_counted, one_line

_NAMING = 200  # letters in which the name of a pasted text is found, white space before it included
_UNSPACED = ("zh", "ja", "th")
_FORMATS = {
    "text": marked("plain text"),
    "markdown": "Markdown",
    "html": marked("web page"),
    "mhtml": marked("saved web page"),
    "epub": marked("e-book"),
    "mail": marked("e-mail"),
    "subtitles": marked("subtitles"),
    "table": marked("table"),
    "docx": marked("Word document"),
    "odt": marked("OpenDocument text"),
    "rtf": "Rich Text",
    "pdf": "PDF",
    "json": "JSON",
    "claims": marked("list of claims"),
    "clipping": marked("pasted text"),
}

_REVISION_NOTES = {
    Revision.ORIGINAL: marked("It holds tracked changes; this is the text before them."),
    Revision.ACCEPTED: marked("It holds tracked changes, which were read as accepted."),
}
_COLUMN_NOTES = {
    Revision.ORIGINAL: marked("It is a table; this is its left column."),
    Revision.ACCEPTED: marked("It is a table; this is its right column."),
}


def document_name(document: Document) -> str:
    """The document's name on one line; what would turn or break that line, as file names may hold, is U+FFFD."""
    return printable(document.source.name)


def printable(name: str) -> str:
    """`name` on one line, without what would turn or break that line."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in one_line(name))


def document_notes(document: Document) -> tuple[str, ...]:
    """Sentences about how the document was read: which text of its tracked changes, what was replaced or left out."""
    note = revision_note(document)
    return ((note,) if note else ()) + document.source.notes


def revision_note(document: Document) -> str:
    """Which of its two texts was read, empty for a document that has one."""
    revision, notes = document.source.revision, _COLUMN_NOTES if _is_table(document) else _REVISION_NOTES
    return tr(notes[revision]) if revision is not None else ""


def revisions_compared(document: Document, how: str) -> str:
    """What comparing the two texts of one file does; `how` is the key or the option for it."""
    if _is_table(document):
        return tr("{how} compares its two columns.", how=how)
    return tr("{how} compares its original with its accepted text.", how=how)


def _is_table(document: Document) -> bool:
    return document.source.format == "table"


def revision_name(name: str, revision: Revision) -> str:
    """What the text of `revision` is called beside the other one of the file `name`."""
    if revision is Revision.ORIGINAL:
        return tr("{name} (original)", name=name)
    return tr("{name} (accepted)", name=name)


def document_title(document: Document) -> str:
    """The document's own title, else its name."""
    return one_line(document.metadata.title) or document_name(document) or tr("Untitled")


def document_line(document: Document, called: str = "") -> str:
    """ "draft-1.txt · 14 May 2024 · 912 words · 46 claims · PDF"; what is not known is left out.

    So is the name of a pasted text: it is its first line, which stands above as its title. `called`: by another name.
    """
    source, metadata = document.source, document.metadata
    name = document_name(document)
    is_pasted = not source.path and one_line(document.text[:_NAMING]).startswith(name.removesuffix("…"))
    parts = (
        "" if is_pasted else called or name,
        metadata.outlet,
        written_day(metadata.date),
        document_size(document),
        claims_counted(len(document.claims)),
        format_name(source.format),
    )
    return " · ".join(part for part in parts if part)


def document_size(document: Document) -> str:
    """ "912 words", or "1,204 characters" where the language has no spaces between words."""
    if document.language in _UNSPACED:
        count = sum(len(piece) for claim in document.claims for piece in claim.text.split())
        return tr_n("{count} character", "{count} characters", count)
    return tr_n("{count} word", "{count} words", document.words)


def format_name(name: str) -> str:
    """The format called `name` in a registry as it is called inside a sentence."""
    return tr(_FORMATS[name]) if name in _FORMATS else name
