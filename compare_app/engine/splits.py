"""Where sentencex leaves two sentences glued: each rule names one way, and yields where the second begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.engine.sentence_words import SentenceWords

_LONGEST_WORD = 40  # code points looked back at: longer than any word that matters here
_LONGEST_SHORTENING = 4  # "Capt", "Calif" without its stop are about as long as shortened words get
_LONGEST_ADDRESS = 500  # mail addresses end at 254, web addresses that people copy seldom reach this

# Patterns begin with the sign they look for and look behind it afterwards: so re can skip to the sign at once.
_REPEATED_MARKS = pattern(r"[!?](?<![!?][!?])(?<![!?]\s[!?])(?:\s?[!?])++[\"”’']*+\s+(?=[^\W\d_])")
_SPACED_MARK = pattern(r"\s[!?]\s+(?=[a-z])")
_REPEATED_STOPS = pattern(r"(?<!\.)(?:\.{4,}+|\.\.(?!\.))[\"”’')\]]*+\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_FULL_STOP = pattern(r"\.[\"”)]?\s+(?=([^\W\d_]+))")
_UNMARKED_WORD = pattern(r"(?<![^\W\d_])(?:[a-zà-þа-яё]+|\w*\d|\))\s$")
_LAST_WORD = pattern(r"(?<![^\W\d_])[^\W\d_]{2,}$")
_BRACKET = pattern(r"[.!?](?<![.!?][.!?])[.!?]*+[)\]][\"”]?\s+(?=[\"“(]?[A-ZÀ-ÞА-ЯЁ])")
_ADDRESS_MARK = pattern(r"[@:w](?:(?<=@)|(?<=:)//|(?<=w)ww\.)")
_ADDRESS = pattern(r"(?:https?://\S+|www\.\S+|<[^<>\s]+@[^<>\s]+>|[\w.+-]+@[\w-]+\.[\w.-]*\w)(?<![.,;:!?)])")
_AFTER_ADDRESS = pattern(r"\s+(?=[\"“]?[A-ZÀ-Þ]|https?://|www\.)")
_COLON = pattern(r":\s+(?=([A-Z][a-z]*)\s)")
_SIGNATURE = pattern(r"--\s+(?=[^\W\d_])")
_LINK_AFTER_COLON = pattern(r":\s+(?=https?://|www\.)")
_STAMP = pattern(r"\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?+\s++(?=\S)")
_LABELS = ("From", "To", "Cc", "Bcc", "Subject", "Sent", "Sent by", "Date", "Followup-To", "Groups", "Newsgroups")
_HEADER_LABEL = pattern(rf"(?:{'|'.join(_LABELS)}):\s")
_HEADER_ADDRESS = pattern(r"(?:E-?mail|From|To|Cc|Reply-To): [^<>\n]{0,80}<[^<>\s]+>\s+(?=\S)")
_ORNAMENT = pattern(r"([-=_*~#])(?<!\S.)\1{4,}+(?!\S)")
_EMOTICON = pattern(r"[:;=^](?<=\s.)(?:(?<!\^)[-']?[)(\]D]|(?<=\^)_?\^)\s+(?=[^\W\d_])")
_RUN_IN_HEADING = pattern(r"(\*(?<!\S.)\*+) [^\s*][^*\n]{0,80}[^\s*] \1(?=\s)")
_WIDE_STOP = pattern(
    r"([「『（(“《])|([」』）)”》])|[。！？｡](?<![。！？｡][。！？｡])[。！？｡]*+(?=[0-9A-Za-z０-９ａ-ｚＡ-Ｚ])"
)
_SALUTATION = pattern(r"(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w.'’-]*,\s+(?=[A-Z])")


@record
class Passage:
    """A block's text, the words of its language, and where sentencex lets sentences begin."""

    text: str
    words: SentenceWords
    starts: frozenset[int]


def after_repeated_marks(passage: Passage) -> Iterator[int]:
    """Whatever follows "!!!", "?!", "? ?" or a mark that stands alone; a capital after ".." or "....".

    Fires: `in stock!!!!|so I left`, `is it hot ?|any url`; silent: `Wait.. what`
    """
    yield from (match.end() for match in _REPEATED_MARKS.finditer(passage.text))
    if passage.words.abbreviations:  # French sets a space before its marks and goes on in small letters
        yield from (match.end() for match in _SPACED_MARK.finditer(passage.text))
    if ".." in passage.text:
        yield from (match.end() for match in _REPEATED_STOPS.finditer(passage.text))


def after_full_stop(passage: Passage) -> Iterator[int]:
    """A full stop after a word in small letters that is no abbreviation, whatever follows; after a longer word with a
    capital only before a word that often begins sentences. Needs a language with a list of abbreviations.

    On en_ewt (2026-11) 102 of the 106 full stops between words in small letters end a sentence, the others are
    abbreviations. Fires: `it was bad.|so sorry`, `reach me.|I’ll be back`; silent: `approx. five`, `Gov. Lee`
    """
    text, words = passage.text, passage.words
    if not words.abbreviations or text.count(".") - text.endswith(".") <= _known_stops(passage):
        return
    for match in _FULL_STOP.finditer(text):
        if match.end() in passage.starts:
            continue
        found = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        word = "" if found is None else found[0]
        if not word or word.lower() in words.abbreviations:
            continue
        if word.islower() or (len(word) > _LONGEST_SHORTENING and match[1].lower() in words.function_words):
            yield match.end()


def _known_stops(passage: Passage) -> int:
    return len([start for start in passage.starts if passage.text[start - 2 : start] == ". "])


def after_colon(passage: Passage) -> Iterator[int]:
    """A colon before a whole sentence, told by its first word. Fires: `as the paper reports:|The offer was`;
    silent: `Smith: We`, `the Tuesday talks: Geneva`"""
    if passage.words.openers is None:
        return
    for match in _COLON.finditer(passage.text):
        word = _LAST_WORD.search(passage.text, max(0, match.start() - _LONGEST_WORD), match.start())
        is_label = word is None or not word[0].islower()
        if not is_label and match[1].lower() in passage.words.function_words:
            yield match.end()


def after_signature_mark(passage: Passage) -> Iterator[int]:
    """The two dashes that part a mail from its signature (RFC 3676). Fires: `--|Posted by Ann`; silent: `well -- no`"""
    match = _SIGNATURE.match(passage.text)
    if match is not None:
        yield match.end()


def after_closed_bracket(passage: Passage) -> Iterator[int]:
    """A sentence that ends inside a bracket. Fires: `(if he plays the next games.)|However`; silent: `(e.g.) The`"""
    for match in _BRACKET.finditer(passage.text):
        word = _LAST_WORD.search(passage.text[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip())
        if word is not None:
            yield match.end()


def around_addresses(passage: Passage) -> Iterator[int]:
    """A web or mail address ends what it stands in when a capital, a figure or another address follows.

    Fires: `Email: Ian <ian@b.org>|We have`, `see:|http://b.org`; silent: `write to ian@b.org before noon`
    """
    text = passage.text
    reached = 0
    for mark in _ADDRESS_MARK.finditer(text):
        if mark.start() < reached:
            continue
        start = max(text.rfind(space, max(0, mark.start() - _LONGEST_ADDRESS), mark.start()) for space in " \n") + 1
        address = _ADDRESS.search(text, start, start + _LONGEST_ADDRESS)
        if address is None:
            ends = (text.find(space, mark.end(), mark.end() + _LONGEST_ADDRESS) for space in " \n")
            reached = min((end for end in ends if end >= 0), default=mark.end() + _LONGEST_ADDRESS)
            continue
        reached = address.end()
        following = _AFTER_ADDRESS.match(text, reached)
        if following is not None:
            yield following.end()
    if reached:
        yield from (match.end() for match in _LINK_AFTER_COLON.finditer(text))


def around_mail_headers(passage: Passage) -> Iterator[int]:
    """The lines a mail begins with, run together: labels with a colon, and the date and clock of a forwarded mail.

    Fires: `Ann Lee|Sent by: Bo|06/02/2001 10:53 AM|I have`; silent: `since 06/02/2001 10:53 AM`
    """
    text = passage.text
    yield from (match.start() for match in _HEADER_LABEL.finditer(text) if text[match.start() - 1].isspace())
    header = _HEADER_ADDRESS.match(text)
    if header is not None:
        yield header.end()
    if "/" in text:
        yield from _around_stamps(text)


def _around_stamps(text: str) -> Iterator[int]:
    for match in _STAMP.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].split()
        is_led = bool(before) and before[-1][0].islower() and "@" not in before[-1]
        if not is_led:
            yield match.start()
        if not is_led or text[match.end()].isupper():
            yield match.end()


def after_emoticon(passage: Passage) -> Iterator[int]:
    """A face drawn with marks ends its sentence. Fires: `referrals. :)|They were`; silent: `ratio 4:3 (it`"""
    yield from (match.end() for match in _EMOTICON.finditer(passage.text))


def around_run_in_headings(passage: Passage) -> Iterator[int]:
    """Words set between double stars. Fires: `see it.|** Search data **|Web giant`; silent: `2 ** 3 is 8`"""
    for match in _RUN_IN_HEADING.finditer(passage.text):
        yield match.start()
        yield match.end()


def before_opening_words(passage: Passage) -> Iterator[int]:
    """A word that takes a capital only where a sentence begins, in a line whose full stop was lost.

    Fires: `on this page|Thanks for looking`; silent: `the film We Are Here`, `said: We will`
    """
    text = passage.text
    if passage.words.openers is None:
        return
    for match in passage.words.openers.finditer(text):
        start = match.start()
        last = text[max(0, start - 3) : start].rstrip()[-1:]
        is_unmarked = last.isalnum() or last == ")"
        if is_unmarked and _UNMARKED_WORD.search(text[max(0, start - _LONGEST_WORD) : start]) is not None:
            yield start


def around_ornaments(passage: Passage) -> Iterator[int]:
    """A drawn line stands for itself. Fires: `Total 5|------|Please`; silent: `well -- no`"""
    for match in _ORNAMENT.finditer(passage.text):
        yield match.start()
        yield match.end()


def after_wide_stop(passage: Passage) -> Iterator[int]:
    """An ideographic full stop before a figure or a Latin letter, outside brackets. Fires: `である。|2021年`;
    silent: `「終わる。2021年」`"""
    depth = 0
    for match in _WIDE_STOP.finditer(passage.text):
        if match[1]:
            depth += 1
        elif match[2]:
            depth = max(0, depth - 1)
        elif depth == 0:
            yield match.end()


def after_salutation(passage: Passage) -> Iterator[int]:
    """The name a letter begins with, before a word that takes a capital only where a sentence begins.

    Fires: `Louise,|There are`; silent: `Paris, France`, `Yesterday, The Times`, `However, I`
    """
    match = _SALUTATION.match(passage.text)
    openers = passage.words.openers
    if match is None or openers is None or openers.match(passage.text, match.end()) is None:
        return
    if not any(word.lower().rstrip(",") in passage.words.function_words for word in match[0].split()):
        yield match.end()


def after_sign_off(passage: Passage) -> Iterator[int]:
    """Thanks or regards before the writer's name, at the start of a sentence. Fires: `Kind regards|Ruth`;
    silent: `Thanks to Ruth`"""
    if passage.words.sign_off is None:
        return
    for start in passage.starts:
        match = passage.words.sign_off.match(passage.text, start)
        if match is not None:
            yield match.end()


@record
class Split:
    """A rule, and the signs of which one must be telling in a passage for the rule to find anything; none: ask it."""

    rule: Callable[[Passage], Iterator[int]]
    signs: str = ""


def extra_starts(passage: Passage) -> Iterator[int]:
    """Where the rules let sentences begin, in no order. Most passages hold no telling sign: few rules look at them."""
    for split in _ALWAYS_ASKED:
        yield from split.rule(passage)
    telling = set(_TELLING.findall(passage.text))
    if telling:
        for split in SPLITS:
            if not telling.isdisjoint(split.signs):
                yield from split.rule(passage)


SPLITS = (
    Split(after_full_stop),
    Split(before_opening_words),
    Split(after_salutation),
    Split(after_sign_off),
    Split(after_repeated_marks, "!?."),
    Split(after_colon, ":"),
    Split(after_signature_mark, "-"),
    Split(after_emoticon, ":;=^"),
    Split(after_closed_bracket, ")]"),
    Split(around_run_in_headings, "*"),
    Split(around_addresses, "@:."),
    Split(around_mail_headers, ":/"),
    Split(around_ornaments, "-=_*~#"),
    Split(after_wide_stop, "。！？｡"),
)
"""Every rule; each place that one yields is a cut unless a rule of joins.py forbids it."""

_ALWAYS_ASKED = tuple(split for split in SPLITS if not split.signs)
_LABEL_ENDS = "|".join(sorted({label[-2:] for label in (*_LABELS, "E-mail")}))
_TELLING = pattern(
    r"[-!?.:;=^)\]*@_~#/。！？｡](?:(?<=\.)(?:(?=\.)|(?<=www\.))|(?<!\.)(?:"  # a full stop is seldom telling: first
    r"(?<=[!?])(?=\s?[!?])|(?<=\s[!?])(?=\s)"  # repeated marks
    r"|(?<=[.!?][)\]])|(?<=@)|(?<=:)(?=//|\s+[A-Z])|(?<=\*)(?=\*)"  # brackets, addresses, colons, headings
    rf"|(?<=(?:{_LABEL_ENDS}):)(?=\s)|(?<=\d/)(?=\d{{1,2}}/\d)|(?<=-)(?=-\s)"  # mail
    r"|(?<=\s[:;=^])(?=[-'()\]D_^])|(?<=[-=_*~#])(?<!\S.)(?=[-=_*~#]{4})"  # emoticons, ornaments
    r"|(?<=[。！？｡])(?=[0-9A-Za-z０-９ａ-ｚＡ-Ｚ])))"
)
"""A sign that stands as some rule needs it: tells in one pass which rules are worth asking. A rule finds nothing
where none of its signs is telling; the reverse need not hold."""
