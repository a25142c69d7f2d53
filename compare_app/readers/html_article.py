"""Which blocks of a page are the article, and what the page says of itself. trafilatura judges both.

It takes about a second for a megabyte of tags, so of a large page that states its article it is asked for the metadata
alone, and for that the page's top will do.
"""

from __future__ import annotations

import re
from typing import cast

from compare_app.core.document import BlockKind, Metadata
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.readers.html_blocks import PageBlock, without_note_marks

_WHOLE_PAGE_NOTE = marked("The article could not be told from the rest of the page, so all of it was kept.")
_TOO_LARGE_NOTE = marked("The page is too large to tell the article from the rest, so all of it was kept.")

LIMIT_CHARACTERS = 3_000_000
"""Above this a page is not judged. Measured 2026-11: see tests/readers/test_html.py for the time at 2 MB."""

_LARGE_CHARACTERS = 500_000
"""Below this trafilatura judges every page, in half a second: it knows more than a page states."""

_STATED_SHARE = 0.6
"""Of the prose of a page; a page that lists other articles holds many <article>s. Chosen by hand."""

_TOP_CHARACTERS = 100_000
"""Title, byline and date stand in the head or above the text. Chosen by hand: navigation takes up to 50,000."""

_STYLES = pattern(r"<style\b.*?</style\s*>|<script\b(?![^>]*\bld\+json\b).*?</script\s*>", re.DOTALL | re.IGNORECASE)
_FOR_MACHINES = pattern(r"<script\b[^>]*\bld\+json\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)

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
    stated = _stated(found) if len(html) > _LARGE_CHARACTERS else None
    if stated:
        return Article(stated, _metadata(html))
    if len(html) > LIMIT_CHARACTERS:
        return Article(everything, notes=(tr(_TOO_LARGE_NOTE),))
    text = _extract(html)
    if text is None:
        return Article(everything, notes=(tr(_WHOLE_PAGE_NOTE),) if found else ())
    metadata = _metadata(html)
    main = _matching(found, text)
    if not main:
        return Article(everything, metadata, (tr(_WHOLE_PAGE_NOTE),) if found else ())
    return Article(main | _rescued(found, main), metadata)


def _stated(found: tuple[PageBlock, ...]) -> frozenset[int]:
    """The text of the one <article> or <main>, or else of the one element, that holds most of the page's prose.

    Empty where none does. Of an element without a meaning the prose that stands inside its first and last counts.
    """
    prose = [i for i, block in enumerate(found) if _is_prose(block)]
    for places in ([block.stated for block in found], [block.parent for block in found]):
        lengths: dict[int, int] = {}
        for i in prose:
            lengths[places[i]] = lengths.get(places[i], 0) + len(found[i].text)
        largest = max(lengths, key=lambda place: lengths[place], default=-1)
        if largest >= 0 and lengths[largest] >= _STATED_SHARE * sum(lengths.values()):
            own = [i for i in prose if places[i] == largest]
            return frozenset(i for i in prose if own[0] <= i <= own[-1])
    return frozenset()


def _is_prose(block: PageBlock) -> bool:
    return not block.aside and 2 * block.links < len(block.text)


def _extract(html: str) -> str | None:
    import trafilatura  # 150 ms to import

    try:
        extracted = trafilatura.bare_extraction(
            without_note_marks(html), include_comments=False, include_tables=True, favor_recall=True
        )
    except (RecursionError, ValueError, AssertionError):
        return None  # pages nested deeper than Python's stack
    return None if extracted is None else cast("str", extracted.text or "")  # type: ignore[union-attr]


def _metadata(html: str) -> Metadata:
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import set_date_params

    try:
        # Only dates that the page states as its own: the wider search takes "© 2026" for 1 January 2026.
        found = extract_metadata(_top(html), date_config=set_date_params(extensive=False))
    except (RecursionError, ValueError, AssertionError):
        return Metadata()
    return Metadata(
        title=(found.title or "").strip(),
        byline=(found.author or "").strip(),
        date=(found.date or "").strip(),
        outlet=(found.sitename or "").strip(),
    )


def _top(html: str) -> str:
    """The part of a page in which it says what it is: its first tags, and what it holds for machines anywhere."""
    if len(html) <= _TOP_CHARACTERS:
        return html
    lean = _STYLES.sub("", html)
    end = lean.find("<", min(len(lean), _TOP_CHARACTERS))
    if end < 0:
        return lean
    return lean[:end] + "".join(match[0] for match in _FOR_MACHINES.finditer(lean, end))


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
