"""Which blocks of a page are the article, and what the page says of itself. trafilatura judges both."""

from __future__ import annotations

from typing import Any

from compare_app.core.document import BlockKind, Metadata
from compare_app.core.records import record
from compare_app.readers.html_blocks import PageBlock

_WHOLE_PAGE_NOTE = "The article could not be told from the rest of the page, so all of it was kept."
_TOO_LARGE_NOTE = "The page is too large to tell the article from the rest, so all of it was kept."

LIMIT_CHARACTERS = 3_000_000
"""Above this a page is not judged. Measured 2026-11: see tests/readers/test_html.py for the time at 2 MB."""

_SURE_LENGTH = 40
"""A block shorter than this must equal a line of the article; a longer one may be part of it. Chosen by hand: short
lines ("Share", "Read more") stand in articles by chance."""

_SENTENCE_LENGTH = 60
"""From this length on, unlinked text between two blocks of the article in the same element is taken for its own."""


@record
class Article:
    """Indexes of the blocks that are the article, its metadata, and sentences about what could not be judged."""

    main: frozenset[int]
    metadata: Metadata = Metadata()
    notes: tuple[str, ...] = ()


def find_article(html: str, found: tuple[PageBlock, ...]) -> Article:
    """The article among `found`. Where none can be told, all that is not navigation counts as it and a note says so."""
    everything = frozenset(i for i, block in enumerate(found) if not block.aside)
    if len(html) > LIMIT_CHARACTERS:
        return Article(everything, notes=(_TOO_LARGE_NOTE,))
    extracted = _extract(html)
    if extracted is None:
        return Article(everything, notes=(_WHOLE_PAGE_NOTE,) if found else ())
    metadata = _metadata(extracted)
    main = _matching(found, extracted.text or "")
    if not main:
        return Article(everything, metadata, (_WHOLE_PAGE_NOTE,) if found else ())
    return Article(main | _rescued(found, main), metadata)


def _extract(html: str) -> Any:  # noqa: ANN401  # trafilatura's Document, whose class is not public
    import trafilatura  # 150 ms to import
    from trafilatura.settings import set_date_params

    try:
        return trafilatura.bare_extraction(
            html,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            favor_recall=True,
            # Only dates that the page states as its own: the wider search takes "© 2026" for 1 January 2026.
            date_extraction_params=set_date_params(extensive=False),
        )
    except (RecursionError, ValueError, AssertionError):
        return None  # pages nested deeper than Python's stack


def _metadata(extracted: Any) -> Metadata:  # noqa: ANN401
    return Metadata(
        title=(extracted.title or "").strip(),
        byline=(extracted.author or "").strip(),
        date=(extracted.date or "").strip(),
        outlet=(extracted.sitename or "").strip(),
    )


def _matching(found: tuple[PageBlock, ...], text: str) -> frozenset[int]:
    lines = {_squeezed(line) for line in text.split("\n")}
    whole = _squeezed(text)
    main = set()
    for i, block in enumerate(found):
        squeezed = _squeezed(block.text)
        if squeezed in lines or (len(squeezed) >= _SURE_LENGTH and squeezed in whole):
            main.add(i)
    return frozenset(main)


def _rescued(found: tuple[PageBlock, ...], main: frozenset[int]) -> frozenset[int]:
    """Blocks that trafilatura left out though they stand like the article's: its own headings and prose.

    They lie between its first and last block, in an element that holds one of its blocks, and are hardly linked.
    """
    parents = {found[i].parent for i in main}
    return frozenset(
        i
        for i in range(min(main), max(main))
        if i not in main
        and found[i].parent in parents
        and not found[i].aside
        and 2 * found[i].links < len(found[i].text)
        and (found[i].kind is BlockKind.HEADING or len(found[i].text) >= _SENTENCE_LENGTH)
    )


def _squeezed(text: str) -> str:
    """`text` without white space, marks of lists and tables, for comparing what two programs made of one page."""
    return "".join(text.split()).strip("-*|").replace("|", "")
