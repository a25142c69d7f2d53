"""Where sentencex leaves two sentences glued: each rule names one way, and yields where the second begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compare_app.engine.sentence_words import SentenceWords

_LONGEST_WORD = 40  # code points looked back at: longer than any word that matters here
_LONGEST_ADDRESS = 2000  # the length browsers keep to

_REPEATED_MARKS = re.compile(r"[!?](?:\s?[!?])+[\"”’')\]]*\s+(?=[^\W\d_])")
_REPEATED_STOPS = re.compile(r"(?<!\.)(?:\.\.|\.{4,})[\"”’')\]]*\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_SMALL_LETTERS = re.compile(r"\.[\"”)]?\s+(?=[a-zà-þа-яё])")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}$")
_BRACKET = re.compile(r"[.!?]+[)\]][\"”]?\s+(?=[\"“(]?[A-ZÀ-ÞА-ЯЁ])")
_ADDRESS_MARK = re.compile(r"://|www\.|@")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|<[^<>\s]+@[^<>\s]+>|[\w.+-]+@[\w-]+\.[\w.-]*\w)(?<![.,;:!?)])")
_AFTER_ADDRESS = re.compile(r"\s+(?=[\"“]?[A-ZÀ-Þ]|https?://|www\.)")
_LINK_AFTER_COLON = re.compile(r":\s+(?=https?://|www\.)")
_STAMP = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\s+(?=\S)")
_HEADER_LABEL = re.compile(r"(?:From|To|Cc|Bcc|Subject|Sent|Sent by|Date|Reply-To|Followup-To|Groups|Newsgroups):\s")
_HEADER_ADDRESS = re.compile(r"(?:E-?mail|From|To|Cc|Reply-To): [^<>\n]{0,80}<[^<>\s]+>\s+(?=\S)")
_SENTENCE_START = re.compile(r"[.!?]\s+(?=[^\W\d_])")
_ORNAMENT = re.compile(r"([-=_*~#])\1{4,}(?!\S)")
_WIDE_STOP = re.compile(r"([「『（(“《])|([」』）)”》])|[。！？｡]+(?=[0-9A-Za-z０-９ａ-ｚＡ-Ｚ])")
_SALUTATION = re.compile(r"(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w.'’-]*,\s+(?=([A-Z][a-z]+)\b)")


def after_repeated_marks(text: str, words: SentenceWords) -> Iterator[int]:
    """Whatever follows "!!!", "?!" or "? ?"; a capital after ".." or "....". Fires: `in stock!!!!|so I left`;
    silent: `Wait.. what`"""
    yield from (match.end() for match in _REPEATED_MARKS.finditer(text))
    if ".." in text:
        yield from (match.end() for match in _REPEATED_STOPS.finditer(text))


def after_full_stop_in_small_letters(text: str, words: SentenceWords) -> Iterator[int]:
    """A full stop after a word in small letters that is no abbreviation, where the writer uses no capitals.

    On en_ewt (2026-11) 102 of 106 such places end a sentence; the others are abbreviations. Needs a language with a
    list of them. Fires: `it was bad.|so sorry`; silent: `approx. five`
    """
    if not words.abbreviations:
        return
    for match in _SMALL_LETTERS.finditer(text):
        word = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        if word is not None and word[0].islower() and word[0] not in words.abbreviations:
            yield match.end()


def after_closed_bracket(text: str, words: SentenceWords) -> Iterator[int]:
    """A sentence that ends inside a bracket. Fires: `(if he plays the next games.)|However`; silent: `(e.g.) The`"""
    if ")" not in text and "]" not in text:
        return
    for match in _BRACKET.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip())
        if word is not None:
            yield match.end()


def around_addresses(text: str, words: SentenceWords) -> Iterator[int]:
    """A web or mail address ends what it stands in when a capital, a figure or another address follows.

    Fires: `Email: Ian <ian@b.org>|We have`, `see:|http://b.org`; silent: `write to ian@b.org before noon`
    """
    reached = 0
    for mark in _ADDRESS_MARK.finditer(text):
        if mark.start() < reached:
            continue
        start = max(text.rfind(" ", 0, mark.start()), text.rfind("\n", 0, mark.start())) + 1
        address = _ADDRESS.search(text, start, start + _LONGEST_ADDRESS)
        reached = mark.end() if address is None else address.end()
        following = _AFTER_ADDRESS.match(text, reached)
        if address is not None and following is not None:
            yield following.end()
    if "://" in text or "www." in text:
        yield from (match.end() for match in _LINK_AFTER_COLON.finditer(text))


def around_mail_headers(text: str, words: SentenceWords) -> Iterator[int]:
    """The lines a mail begins with, run together: labels with a colon, and the date and clock of a forwarded mail.

    Fires: `Ann Lee|Sent by: Bo|06/02/2001 10:53 AM|I have`; silent: `since 06/02/2001 10:53 AM`
    """
    if ":" not in text:
        return
    yield from (match.start() for match in _HEADER_LABEL.finditer(text) if text[match.start() - 1].isspace())
    header = _HEADER_ADDRESS.match(text)
    if header is not None:
        yield header.end()
    for match in _STAMP.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].split()
        if not before or not before[-1][0].islower() or "@" in before[-1]:
            yield match.start()
            yield match.end()


def around_ornaments(text: str, words: SentenceWords) -> Iterator[int]:
    """A drawn line stands for itself. Fires: `Total 5|------|Please`; silent: `well -- no`"""
    for match in _ORNAMENT.finditer(text):
        if match.start() == 0 or text[match.start() - 1].isspace():
            yield match.start()
            yield match.end()


def after_wide_stop(text: str, words: SentenceWords) -> Iterator[int]:
    """An ideographic full stop before a figure or a Latin letter, outside brackets. Fires: `である。|2021年`;
    silent: `「終わる。2021年」`"""
    depth = 0
    if "。" not in text and "！" not in text and "？" not in text:
        return
    for match in _WIDE_STOP.finditer(text):
        if match[1]:
            depth += 1
        elif match[2]:
            depth = max(0, depth - 1)
        elif depth == 0:
            yield match.end()


def after_salutation(text: str, words: SentenceWords) -> Iterator[int]:
    """The name a letter begins with. Only before a word that has no capital of its own: `Louise,|There are`;
    silent: `Paris, France`, `However, I`"""
    match = _SALUTATION.match(text)
    if match is None or match[1].lower() not in words.function_words:
        return
    if not any(word.lower().rstrip(",") in words.function_words for word in match[0].split()):
        yield match.end()


def after_sign_off(text: str, words: SentenceWords) -> Iterator[int]:
    """Thanks or regards before the writer's name, at the start of a sentence. Fires: `Kind regards|Ruth`;
    silent: `Thanks to Ruth`"""
    if words.sign_off is None:
        return
    for start in (0, *(match.end() for match in _SENTENCE_START.finditer(text))):
        match = words.sign_off.match(text, start)
        if match is not None:
            yield match.end()


SPLITS: tuple[Callable[[str, SentenceWords], Iterator[int]], ...] = (
    after_repeated_marks,
    after_full_stop_in_small_letters,
    after_closed_bracket,
    around_addresses,
    around_mail_headers,
    around_ornaments,
    after_wide_stop,
    after_salutation,
    after_sign_off,
)
"""Every rule; each place that one yields is a cut unless a rule of joins.py forbids it."""
