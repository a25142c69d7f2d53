"""Where sentencex leaves two sentences glued: each rule names one way, and yields where the second begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compare_app.engine.sentence_words import SentenceWords

_REPEATED_MARKS = re.compile(r"[!?](?:\s?[!?])+[\"”’')\]]*\s+(?=[^\W\d_])")
_REPEATED_STOPS = re.compile(r"(?<!\.)(?:\.\.|\.{4,})[\"”’')\]]*\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_SMALL_LETTERS = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]{2,})\.[\"”)]?\s+(?=[a-zà-þа-яё])")
_BRACKET = re.compile(r"[^\W\d_.]{2,}\s?[.!?]+[)\]][\"”]?\s+(?=[\"“(]?[A-ZÀ-ÞА-ЯЁ])")
_ADDRESS = re.compile(
    r"(?:https?://\S+|www\.\S+|<[^<>\s]+@[^<>\s]+>|[\w.+-]+@[\w-]+\.[\w.-]*\w)(?<![.,;:!?)])\s+"
    r"(?=[\"“]?[A-ZÀ-Þ]|https?://|www\.)"
)
_LINK_AFTER_COLON = re.compile(r":\s+(?=https?://|www\.)")
_STAMP = re.compile(
    r"(?:(?P<word>\S+)\s+)?(?P<stamp>\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)\s+(?=\S)"
)
_HEADER_LABEL = re.compile(
    r"(?<=\S)\s+(?=(?:From|To|Cc|Bcc|Subject|Sent|Sent by|Date|Reply-To|Followup-To|Groups|Newsgroups):\s)"
)
_HEADER_ADDRESS = re.compile(r"(?:E-?mail|From|To|Cc|Reply-To): [^<>\n]{0,80}<[^<>\s]+>\s+(?=\S)")
_ORNAMENT = re.compile(r"(?<!\S)([-=_*~#])\1{4,}(?!\S)")
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
    if words.abbreviations:
        for match in _SMALL_LETTERS.finditer(text):
            if match["word"].islower() and match["word"] not in words.abbreviations:
                yield match.end()


def after_closed_bracket(text: str, words: SentenceWords) -> Iterator[int]:
    """A sentence that ends inside a bracket. Fires: `(if he plays the next games.)|However`; silent: `(e.g.) The`"""
    if ")" in text or "]" in text:
        yield from (match.end() for match in _BRACKET.finditer(text))


def around_addresses(text: str, words: SentenceWords) -> Iterator[int]:
    """A web or mail address ends what it stands in when a capital, a figure or another address follows.

    Fires: `Email: Ian <ian@b.org>|We have`, `see:|http://b.org`; silent: `write to ian@b.org before noon`
    """
    if "@" in text or "://" in text or "www." in text:
        yield from (match.end() for match in _ADDRESS.finditer(text))
        yield from (match.end() for match in _LINK_AFTER_COLON.finditer(text))


def around_mail_headers(text: str, words: SentenceWords) -> Iterator[int]:
    """The lines a mail begins with, run together: labels with a colon, and the date and clock of a forwarded mail.

    Fires: `Ann Lee|Sent by: Bo|06/02/2001 10:53 AM|I have`; silent: `since 06/02/2001 10:53 AM`
    """
    if ":" not in text:
        return
    yield from (match.end() for match in _HEADER_LABEL.finditer(text))
    header = _HEADER_ADDRESS.match(text)
    if header is not None:
        yield header.end()
    for match in _STAMP.finditer(text):
        word = match["word"] or ""
        if not word[:1].islower() or "@" in word:
            yield match.start("stamp")
            yield match.end()


def around_ornaments(text: str, words: SentenceWords) -> Iterator[int]:
    """A drawn line stands for itself. Fires: `Total 5|------|Please`; silent: `well -- no`"""
    for match in _ORNAMENT.finditer(text):
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
    if words.sign_off is not None:
        for match in words.sign_off.finditer(text):
            before = text[: match.start()].rstrip()
            if not before or before[-1] in ".!?":
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
