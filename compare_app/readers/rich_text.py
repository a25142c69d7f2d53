"""Reads Rich Text (.rtf): text as accepted or as it was before the tracked changes."""

from __future__ import annotations

from compare_app.core.document import Reading
from compare_app.core.translation import marked, tr, tr_n
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.passages import as_furniture, reading_of
from compare_app.readers.rich_text_walk import RichText

_CUT_SHORT = marked("The file ends in the middle: it may have been cut short.")


def read_rich_text(raw: Raw) -> Reading:
    """What a reader sees of the document: main text, then its notes; headers and footers as furniture.

    striprtf brings the tables of control words and charsets. Its own walk yields one text without headings or lists,
    keeps what was deleted, and fails on signs of two bytes of which the second is a letter.
    """
    from striprtf.striprtf import charset_map, destinations, specialchars

    text = RichText(charset_map, specialchars, destinations, raw.revision)
    text.read(raw.data.decode("latin-1"))
    stories = text.stories
    notes: tuple[str, ...] = () if text.is_whole else (tr(_CUT_SHORT),)
    if text.letters.replaced:
        notes += (
            tr_n(
                "Bytes that are no text were replaced by “{sign}” in {count} place.",
                "Bytes that are no text were replaced by “{sign}” in {count} places.",
                text.letters.replaced,
                sign="\ufffd",
            ),
        )
    return reading_of(
        raw,
        RICH_TEXT.name,
        (*as_furniture(stories["header"]), *stories["body"], *stories["footnote"], *as_furniture(stories["footer"])),
        title=text.info["title"].strip(),
        author=text.info["author"].strip(),
        omitted=text.omitted,
        notes=notes,
        has_revisions=text.has_revisions,
    )


def _sniff(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


RICH_TEXT = Format("rtf", (".rtf",), _sniff, read_rich_text, extension_decides=False, limit_bytes=LIMIT_BYTES)
