"""What a document is, in one line."""

from __future__ import annotations

from compare_app.core.document import Document, Revision
from compare_app.present.wording import counted, one_line

_UNSPACED = ("zh", "ja", "th")
_FORMATS = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "web page",
    "mhtml": "saved web page",
    "epub": "e-book",
    "mail": "e-mail",
    "subtitles": "subtitles",
    "table": "table",
    "docx": "Word document",
    "odt": "OpenDocument text",
    "rtf": "Rich Text",
    "pdf": "PDF",
    "json": "JSON",
    "claims": "list of claims",
    "clipping": "pasted text",
}

_REVISION_NOTES = {
    Revision.ORIGINAL: "It holds tracked changes; this is the text before them.",
    Revision.ACCEPTED: "It holds tracked changes, which were read as accepted.",
}
_COLUMN_NOTES = {
    Revision.ORIGINAL: "It is a table; this is its left column.",
    Revision.ACCEPTED: "It is a table; this is its right column.",
}


def document_name(document: Document) -> str:
    """The document's name on one line; what would turn or break that line, as file names may hold, is U+FFFD."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in one_line(document.source.name))


def document_notes(document: Document) -> tuple[str, ...]:
    """Sentences about how the document was read: which text of its tracked changes, what was replaced or left out."""
    note = revision_note(document)
    return ((note,) if note else ()) + document.source.notes


def revision_note(document: Document) -> str:
    """Which of its two texts was read, empty for a document that has one."""
    revision, notes = document.source.revision, _COLUMN_NOTES if _is_table(document) else _REVISION_NOTES
    return notes[revision] if revision is not None else ""


def revisions_compared(document: Document) -> str:
    """What comparing the two texts of one file does, after the key or the option for it."""
    return "compares its two columns." if _is_table(document) else "compares its original with its accepted text."


def _is_table(document: Document) -> bool:
    return document.source.format == "table"


def revision_name(name: str, revision: Revision) -> str:
    """What the text of `revision` is called beside the other one of the file `name`."""
    return f"{name} ({revision})"


def document_title(document: Document) -> str:
    """The document's own title, else its name."""
    return one_line(document.metadata.title) or document_name(document) or "Untitled"


def document_line(document: Document) -> str:
    """ "draft-1.txt · 14 May 2024 · 912 words · 46 claims · PDF"; what is not known is left out.

    So is the name of a pasted text: it is that of its first line, which is its title.
    """
    source, metadata = document.source, document.metadata
    name = document_name(document)
    is_pasted = not source.path and one_line(metadata.title).startswith(name.removesuffix("…"))
    parts = (
        "" if is_pasted else name,
        metadata.outlet,
        metadata.date,
        document_size(document),
        counted(len(document.claims), "claim"),
        format_name(source.format),
    )
    return " · ".join(part for part in parts if part)


def document_size(document: Document) -> str:
    """ "912 words", or "1,204 characters" where the language has no spaces between words."""
    if document.language in _UNSPACED:
        return counted(sum(not sign.isspace() for claim in document.claims for sign in claim.text), "character")
    return counted(document.words, "word")


def format_name(name: str) -> str:
    """The format called `name` in a registry as it is called inside a sentence."""
    return _FORMATS.get(name, name)
