"""Reads a saved e-mail: the message's own text; what it quotes of others and its signature are set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.translation import tr, tr_n
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import Decoded, decode
from compare_app.readers.format import Format, Raw
from compare_app.readers.html_blocks import PageBlock, read_page

_HEADER = re.compile(rb"\A(?:From [^\r\n]*\r?\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]")
_TELLING = re.compile(rb"^(?:message-id|mime-version|received|delivered-to):", re.IGNORECASE | re.MULTILINE)
_FROM = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_QUOTED = pattern(r"^[ \t]*>")
_INTRODUCTION = pattern(
    r"^(?:on\b.{5,200}\bwrote:|am\b.{5,200}\bschrieb\b.{0,100}:|le\b.{5,200}\ba écrit\s?:|.{5,200}님이 작성:"
    r"|-{3,}\s*(?:original message|forwarded message|ursprüngliche nachricht|원본 메시지)\s*-{3,})$",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_ANSWERED = pattern(
    r"^(?:-{3,}\s*(?:original message|ursprüngliche nachricht|원본 메시지)\s*-{3,}$"
    r"|\*?(?:from|von|de|보낸 사람)\s?:.{3,200}?\b(?:sent|date|gesendet|datum|envoyé|보낸 날짜)\s?:)",
    re.IGNORECASE | re.DOTALL,
)
"""What programs put before a message that they quote without signs: all that follows is of it."""

_ANSWERED = pattern(
    r"<blockquote\b[^<>]*\b(?:type\s*=\s*[\"']?cite|cite\s*=\s*[\"']?mid:|class\s*=\s*[\"']?[\w\s-]*quote)"
    r"|<div\b[^<>]*\b(?:gmail|yahoo|moz)_\w*quote",
    re.IGNORECASE,
)
"""How programs mark what a message answers; any other quotation is the writer's own."""

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart


def read_mail(raw: Raw) -> Reading:
    """The body of the message `raw`, as plain text where it has one. Raises ReadError where it holds no text."""
    message = _parsed(raw.data)
    body = message.get_body(("plain", "html"))
    if body is None:
        hint = tr("Save what is attached to it and open that.")
        raise ReadError(tr("{name} is an e-mail without text.", name=raw.shown), hint=hint)
    decoded = _decoded(body, raw.encoding)
    builder = TextBuilder()
    title = _header(message, "subject")
    if body.get_content_subtype() == "html":
        blocks = _blocks_of_html(decoded.text)
    else:
        text = _unflowed(body, decoded.text) if body.get_param("format") == "flowed" else decoded.text
        blocks = _blocks_of_plain(text)
    if blocks and _squeezed(blocks[0].text) == _squeezed(title):
        del blocks[0]  # newsletters begin with their subject
    builder.add(BlockKind.TITLE, title, 1)
    for block in blocks:
        builder.add(block.kind, block.text, block.level)
    source = raw.source(MAIL.name, decoded.encoding, (*decoded.notes, *_notes(message)))
    return Reading(builder.text(), source, Metadata(title, _author(message), _date(message)), builder.blocks())


def _parsed(data: bytes) -> EmailMessage:
    from email import message_from_bytes, policy  # take 15 ms
    from email.message import EmailMessage

    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # the policy makes these
    return message


def _decoded(part: MIMEPart, encoding: str | None) -> Decoded:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset("")
    return decode(payload if isinstance(payload, bytes) else b"", declared=charset, encoding=encoding)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):  # the library's own, on headers nobody should write
        return ""


def _author(message: EmailMessage) -> str:
    return re.sub(r"\s*<[^<>]*>|\"", "", _header(message, "from")).strip()


def _date(message: EmailMessage) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _notes(message: EmailMessage) -> tuple[str, ...]:
    count = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    if not count:
        return ()
    return (tr_n("{count} attached file was left out.", "{count} attached files were left out.", count),)


def _blocks_of_html(html: str) -> list[PageBlock]:
    """The blocks of a page; from an introduction on, and where an answered message is quoted, set aside."""
    found = []
    is_quoting, has_answered = False, _ANSWERED.search(html) is not None
    for block in read_page(html).blocks:
        is_quoting = is_quoting or _is_introduction(block.text) or _WHOLE_ANSWERED.match(block.text) is not None
        is_aside = is_quoting or (has_answered and block.kind is BlockKind.QUOTATION)
        found.append(PageBlock(BlockKind.FURNITURE, block.text) if is_aside else block)
    return found


def _blocks_of_plain(text: str) -> list[PageBlock]:
    """Paragraphs; from a signature on, and where lines are quoted or introduced as such, set aside."""
    found = []
    is_answered = False
    own, sign, signature = canonical_text(text).partition("\n-- \n")
    for paragraph in re.split(r"\n[ \t]*\n", own):
        for is_quoted, lines in _parted(paragraph.strip("\n").split("\n")):
            shown = "\n".join(lines)
            is_answered = is_answered or _WHOLE_ANSWERED.match(shown) is not None
            is_aside = is_quoted or is_answered or _is_introduction(shown)
            found.append(PageBlock(BlockKind.FURNITURE if is_aside else BlockKind.PARAGRAPH, shown))
    found.append(PageBlock(BlockKind.FURNITURE, (sign + signature).strip()))
    return [block for block in found if block.text.strip()]


def _is_introduction(text: str) -> bool:
    return _INTRODUCTION.match(" ".join(text.split())) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _parted(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """Runs of quoted and of own lines."""
    runs: list[tuple[bool, list[str]]] = []
    for line in lines:
        is_quoted = _QUOTED.match(line) is not None
        if runs and runs[-1][0] == is_quoted:
            runs[-1][1].append(line)
        else:
            runs.append((is_quoted, [line]))
    return runs


def _unflowed(part: MIMEPart, text: str) -> str:
    """`text` with the soft ends taken out of its lines, a space at the end, and the space before that guards a line
    (RFC 3676). Quoted lines stay as they are: they are set aside."""
    end = " " if str(part.get_param("delsp", "")).casefold() != "yes" else ""
    lines = [line.removeprefix(" ") for line in canonical_text(text).split("\n")]
    fixed = [line == "-- " or line.startswith(">") for line in lines]  # and it ends what stands before it
    joined = []
    for line, is_fixed, ends in zip(lines, fixed, [*fixed[1:], True], strict=True):
        is_soft = line.endswith(" ") and not is_fixed
        joined.append((line[:-1] if is_soft else line) + (end if is_soft and not ends else "\n"))
    return "".join(joined)


def _sniff(data: bytes) -> bool:
    head = data[:16_384].partition(b"\r\n\r\n" if b"\r\n\r\n" in data[:16_384] else b"\n\n")[0]
    return _HEADER.match(head) is not None and _TELLING.search(head) is not None and _FROM.search(head) is not None


MAIL = Format("mail", (".eml",), _sniff, read_mail)
