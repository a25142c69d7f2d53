"""Tells a change of words from a change of form."""

from __future__ import annotations

import unicodedata

from compare_app.core.links import EditKind
from compare_app.core.options import Options
from compare_app.core.patterns import pattern
from compare_app.engine.normalise import fold, fold_keeping_case
from compare_app.engine.spelling import spelling_key
from compare_app.engine.tokenise import is_word, token_spans

_PARTS = pattern(r"\w+|\W")
_BEGINNING = 2_000  # code points, read in 0.2 ms
_SIGNS_THAT_SAY = frozenset("%‰°§&@#")


def kind_of(left: str, right: str, options: Options, *, then: str) -> EditKind:
    """What happened between two differing texts: FORM when `options` counts nothing that differs.

    `then` is the character that follows on both sides, or empty: a hyphen before a figure is a minus.
    """
    if not left.strip():
        return EditKind.INSERT if reading(right, options, then) else EditKind.FORM
    if not right.strip():
        return EditKind.DELETE if reading(left, options, then) else EditKind.FORM
    if _begin_otherwise(left, right, options) or reading(left, options, then) != reading(right, options, then):
        return EditKind.REPLACE
    return EditKind.FORM


def _begin_otherwise(left: str, right: str, options: Options) -> bool:
    """Whether two long texts read differently at their beginnings: saves reading books that have nothing in common."""
    if min(len(left), len(right)) <= _BEGINNING:
        return False
    heads = [reading(text[:_BEGINNING].rpartition(" ")[0], options) for text in (left, right)]
    shorter = min(map(len, heads))
    return heads[0][:shorter] != heads[1][:shorter]


def reading(text: str, options: Options, then: str = "") -> str:
    """What counts of `text` before `then`: no spaces, hyphens, apostrophes or idle signs, and one spelling.

    `options` may let each of these count, but for the spaces.
    """
    if not text or text.isspace():
        return ""
    spelled = str if options.spelling_counts else spelling_key
    if text.isascii() and text.replace(" ", "a").isalpha():  # nothing but plain words, as nearly always
        return "".join(map(spelled, (text if options.case_counts else text.lower()).split(" ")))
    if options.quotes_counts:
        return _exact_reading(text, options, then)
    folded = fold_keeping_case if options.case_counts else fold
    parts: list[str] = []
    was_number = False
    for start, end in token_spans(text):
        token = folded(text[start:end])
        if is_word(token):
            is_number = token[0].isdigit()
            parts.append(" " if was_number and is_number else "")
            parts.append(token if is_number else spelled(token.replace("-", "").replace("'", "")))
            was_number = is_number
        elif options.punctuation_counts or _says_something(token, text + then, end):
            parts.append(token)
            was_number = False
    return "".join(parts)


def _exact_reading(text: str, options: Options, then: str) -> str:
    """The same, with every quotation mark, apostrophe, hyphen and dash as it is written."""
    parts: list[str] = []
    for start, end in token_spans(text):
        written = text[start:end]
        token = written if options.case_counts else written.casefold()
        if is_word(token):
            is_plain = token[0].isdigit() or options.spelling_counts
            parts.append(token if is_plain else _joined_spelling(token))
        elif options.punctuation_counts or fold(written) in _QUOTES or _says_something(fold(written), text + then, end):
            parts.append(written)
    return " ".join(parts)


_QUOTES = frozenset("'\"-")  # what fold makes of all quotation marks and dashes


def _joined_spelling(token: str) -> str:
    """`token` in one spelling of each of its parts, with the signs between them as they are."""
    return "".join(spelling_key(part) if part.isalpha() else part for part in _PARTS.findall(token))


def _says_something(sign: str, text: str, end: int) -> bool:
    """Whether `sign`, which ends at `end`, is a currency, a percent sign or a minus rather than punctuation."""
    if sign in _SIGNS_THAT_SAY or any(unicodedata.category(char) in ("Sc", "Sm", "So") for char in sign):
        return True
    is_tight = end < len(text) and text[end].isdigit()
    return sign == "-" and is_tight and (end < 2 or not text[end - 2].isalnum())
