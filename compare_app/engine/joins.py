"""Where sentencex cuts a sentence in two: each rule names one way, and says so of a cut."""

from __future__ import annotations

import re
from collections.abc import Callable

from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.engine.sentence_words import SentenceWords

_CONTEXT = 48  # code points on either side of a cut: longer than any name with its verb of speech

_LONGEST_MARKER = 8  # code points of "(xviii)" with its space

_DRAWN_LINE = pattern(r"([-=_*~#])\1{4,}|--")
_LIST_MARKER = pattern(r"^\s*(?:\(?\d{1,3}|\(?[A-Za-z]|\(?[ivxIVX]{1,4})[.)]$")
_ADDRESS = pattern(r"(?:://|www\.|@|/)\S*$")
_INITIALS = pattern(r"(?:^|[^\w.]|[\u2e80-\uffdc])(?:[^\W\d_]\.)+$")
_EMOTICON = pattern(r"[:;=8][-'^]?[)(\]\[DPpOo/|](?=\s|$)|<3|\^_?\^")
_DOMAIN = pattern(r"(?:com|org|net|edu|gov|info)\b", re.IGNORECASE)
_CLOCK = pattern(r"\d\s?[ap]\.\s?m\.$", re.IGNORECASE)
_ORDINAL = pattern(r"(?:^|\s)\d{1,2}\.$")
_WORD = pattern(r"[^\W\d_]+")


@record
class Cut:
    """A place where a sentence is said to end: up to 48 code points on each side, and whether white space parts them.

    `before` has no white space at its end, `after` none at its start; `sentence` is all of the sentence so far.
    """

    before: str
    after: str
    sentence: str
    is_spaced: bool


def is_wrong(text: str, start: int, cut: int, words: SentenceWords) -> bool:
    """Whether the sentence that began at `start` goes on over `cut`."""
    if cut - start > _LONGEST_MARKER and _is_plain(text, start, cut, words):
        return False
    before = text[max(start, cut - _CONTEXT) : cut]
    stripped = before.rstrip()
    after = text[cut : cut + _CONTEXT]
    sentence = text[start:cut].strip() if cut - start <= _CONTEXT else stripped
    place = Cut(stripped, after.lstrip(), sentence, stripped != before or after[:1].isspace())
    return any(rule(place, words) for rule in JOINS)


def _is_plain(text: str, start: int, cut: int, words: SentenceWords) -> bool:
    """Whether no rule can fire: an ordinary word, its mark, a space and a letter, as at nineteen cuts of twenty."""
    if not text[cut].isalpha() and text[cut] not in '"“':
        return False
    mark = text[cut - 2] if text[cut - 1] in " \n" else text[cut - 1]
    if mark in "。！？":
        return text[cut].isalpha()
    if mark not in ".!?:;" or text[cut - 1] not in " \n":
        return False
    word = text[max(start, cut - _CONTEXT) : cut - 2].rpartition(" ")[2]
    return len(word) > 1 and word.isalpha() and word.lower() not in words.shortened


def says_nothing(cut: Cut, words: SentenceWords) -> bool:
    """Only marks so far, unless they draw a line. Fires: `..|Yes.`; silent: `-----|Total`"""
    return not any(c.isalnum() for c in cut.sentence) and _DRAWN_LINE.fullmatch(cut.sentence) is None


def goes_on_with_a_mark(cut: Cut, words: SentenceWords) -> bool:
    """A comma, colon or closing mark never begins a sentence. Fires: `833 г. н. э.|, после`; silent: `He left.|“I`"""
    return cut.after[:1] in tuple(",;:)]}»”’、，；：）」』") or _EMOTICON.match(cut.after) is not None


def is_list_marker(cut: Cut, words: SentenceWords) -> bool:
    """A number or letter that counts an item. Fires: `1.|First, fold it.`; silent: `It was 1.|Then`"""
    return len(cut.sentence) <= _LONGEST_MARKER and _LIST_MARKER.match(cut.sentence) is not None


def is_inside_a_word(cut: Cut, words: SentenceWords) -> bool:
    """No white space, and part of an address, of initials or of a word that carries on after a quotation mark.

    Fires: `story.asp?|StoryID=1`, `B.|C.的`, `다웠어요."|라는`; silent: `closed.|The`
    """
    if cut.is_spaced or not cut.after:
        return False
    if _ADDRESS.search(cut.before) or _INITIALS.search(cut.before) or _DOMAIN.match(cut.after):
        return True
    return cut.before[-1:] in tuple("\"”’'»)") and cut.after[0].isalpha() and not "\u2e80" <= cut.after[0] <= "\u9fff"


def is_abbreviation(cut: Cut, words: SentenceWords) -> bool:
    """After some abbreviations a sentence always goes on, after others before a small letter.

    Fires: `т. е.|360 фунтов`, `on Sat.|you`; silent: `and so on, etc.|He`
    """
    if cut.after[:1].islower() and cut.before.endswith("."):
        last = cut.before[cut.before.rfind(" ") + 1 : -1].lower()
        if last in words.abbreviations:
            return True
    return cut.before.endswith(".") and words.never_final is not None and bool(words.never_final.search(cut.before))


def is_time_of_day(cut: Cut, words: SentenceWords) -> bool:
    """A clock time goes on with its day or zone. Fires: `at 5 p.m.|Monday`; silent: `at 5 p.m.|They`"""
    if words.time_goes_on is None or _CLOCK.search(cut.before) is None:
        return False
    return words.time_goes_on.match(cut.after) is not None


def is_ordinal(cut: Cut, words: SentenceWords) -> bool:
    """A number with the point of an ordinal, unless a word that opens sentences follows. German fires: `am 3.|Mai`;
    silent: `Es waren 12.|Dann`"""
    if not words.has_ordinal_point or _ORDINAL.search(cut.before) is None:
        return False
    following = _WORD.match(cut.after)
    return following is not None and following[0].lower() not in words.function_words


def names_the_speaker(cut: Cut, words: SentenceWords) -> bool:
    """What was quoted is followed by who said it. Fires: `“No!”|Smith said.`; silent: `“No!”|Smith left.`

    Behind a full stop a capital begins a sentence: `“No.”|She warned that it was late.`
    """
    if cut.before[-1:] not in tuple("\"”’'»") or words.reported is None:
        return False
    if cut.before[-2:-1] == "." and cut.after[:1].isupper():
        return False
    return words.reported.match(cut.after) is not None


JOINS: tuple[Callable[[Cut, SentenceWords], bool], ...] = (
    says_nothing,
    goes_on_with_a_mark,
    is_list_marker,
    is_inside_a_word,
    is_abbreviation,
    is_time_of_day,
    is_ordinal,
    names_the_speaker,
)
"""Every rule; one that fires is enough."""
