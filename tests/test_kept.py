"""What was set aside and brought back into the comparison by a person."""

from __future__ import annotations

import pytest

from compare_app.app.documents import Document, keeping, read_document
from compare_app.app.jobs import Input, Kept, Request, decode_request, encode_request
from compare_app.core.control import Control
from compare_app.core.document import BlockKind
from compare_app.core.exchange import document_from_data, document_to_data
from compare_app.core.kept import block_key, kept_keys, toggled_keys

TEXT = (
    "Read in Korean\n\nCouncil to close the library\n\n14 May 2024\n\n"
    "The library on Mill Street will close in May, the council said on Monday. It cost £4 million to run.\n\n"
    "Share on Facebook\n\nShare on Facebook\n"
)


def _document() -> Document:
    return Document.from_text(TEXT, language="en")


def _index(document: Document, text: str) -> int:
    return next(i for i, block in enumerate(document.blocks) if block.span.of(document.text) == text)


@pytest.mark.parametrize("line", ["Read in Korean", "14 May 2024", "Share on Facebook"])
def test_a_line_set_aside_comes_back_and_goes_again(line: str) -> None:
    before = _document()
    index = _index(before, line)
    assert not before.blocks[index].kind.is_content
    keys = toggled_keys(before, index)
    assert keys is not None
    kept = keeping(before, keys)
    assert kept.blocks[index].kind is BlockKind.PARAGRAPH
    assert line in [claim.text for claim in kept.claims]
    again = toggled_keys(kept, index)
    assert again == ()
    assert keeping(kept, again) == before


def test_what_is_brought_back_stays_so_in_another_reading() -> None:
    document = _document()
    keys = toggled_keys(document, _index(document, "Share on Facebook"))
    assert keys is not None
    kept = keeping(document, keys)
    assert kept_keys(kept) == keys
    read = read_document(TEXT.replace("Share", "\nShare").encode("utf-16"), language="en", kept=keys)
    assert [c.text for c in read.claims] == [c.text for c in kept.claims]
    assert [c.text for c in kept.claims].count("Share on Facebook") == 2


def test_prose_is_neither_brought_back_nor_set_aside() -> None:
    document = _document()
    index = next(i for i, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH)
    assert toggled_keys(document, index) is None
    assert keeping(document, [block_key(document.blocks[index].span.of(document.text))]) == document


def test_the_choice_survives_as_plain_data() -> None:
    document = _document()
    keys = toggled_keys(document, 0)
    assert keys is not None
    kept = keeping(document, keys, control=Control())
    assert document_from_data(document_to_data(kept)).blocks == kept.blocks
    back = decode_request(encode_request(Request(1, Input(content=TEXT, kept=keys), Kept(document, keys))))
    assert back.left == Input(content=TEXT, kept=keys)
    assert isinstance(back.right, Kept)
    assert back.right.keys == keys
