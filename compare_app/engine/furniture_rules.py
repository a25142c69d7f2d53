"""What a line of furniture looks like: each rule names one kind, and says so of a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.engine.blocks import ends_a_sentence

_LONGEST_CREDIT = 8  # words: a name or two and an agency; a caption is longer, and is compared
_LONGEST_START = 30  # words; a cookie notice or an appeal for mail is a sentence or two, a paragraph is longer

_TEMPERATURE = pattern(r"[-−+]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CFcf]?|℃|℉|[CF])")
_ORNAMENT = pattern(r"[-–—_=*~#·•.⁂◆■●○☆★※◇\s]{3,}")
_ROW = pattern(r"[|·•›»/]")
_END = " .:!?…»›>→|-–—。：！？"


@record
class Line:
    """A block that may be furniture. `folded` is its text in small letters, without marks at its ends.

    `is_outside` says that it stands before the first or after the last paragraph of the article's prose.
    """

    text: str
    folded: str
    is_outside: bool
    languages: tuple[str, ...]


def line_of(text: str, language: str, *, is_outside: bool) -> Line:
    """`text` as the rules see it. Furniture in English stands on pages in any language."""
    folded = " ".join(text.lower().replace("’", "'").split()).strip(_END)
    return Line(text.strip(), folded, is_outside, tuple(dict.fromkeys((language, "en"))))


def temperature(line: Line) -> bool:
    """The weather above a page. Fires: `30.1 C`; silent: `30.1 C was measured`"""
    return line.is_outside and _TEMPERATURE.fullmatch(line.text) is not None


def ornament(line: Line) -> bool:
    """A drawn rule above or below the article; between its passages it stays. Fires: `* * *`; silent: `???`"""
    return line.is_outside and _ORNAMENT.fullmatch(line.text) is not None


def reading_time(line: Line) -> bool:
    """How long the page takes to read. Fires: `5 min read`; silent: `Five minutes`"""
    return line.is_outside and any(_is_reading_time(line.folded, language) for language in line.languages)


def language_switch(line: Line) -> bool:
    """A link to the page in another language. Fires: `Read in Korean`; silent: `Read in a hurry, the text misleads.`"""
    return _listed(line, "language_switch", most_words=6)


def share(line: Line) -> bool:
    """Buttons that pass the page on. Fires: `Share on Facebook`; silent: `Share prices fell.`"""
    return _listed(line, "share", most_words=8)


def newsletter(line: Line) -> bool:
    """An appeal to subscribe. Fires: `Sign up for our newsletter`; silent: `Sign language is taught.`"""
    return _listed(line, "newsletter")


def cookies(line: Line) -> bool:
    """A notice about cookies or terms. Fires: `We use cookies to …`; silent: `Cookies were baked.`"""
    return _listed(line, "cookies")


def advertisement(line: Line) -> bool:
    """The label of an advertisement. Fires: `Advertisement`; silent: `The advertisement ran for a week.`"""
    return _listed(line, "advertisement", most_words=6)


def section(line: Line) -> bool:
    """The heading over links to other pages. Fires: `Most Popular Articles`; silent: `Most popular was the bread.`"""
    return _listed(line, "sections", most_words=8)


def photo_credit(line: Line) -> bool:
    """Who took a picture. Fires: `Photo: Jane Doe/AP`; silent: `Photo: it was never found.`, `Photography is an art`"""
    if len(line.folded.split()) > _LONGEST_CREDIT or ends_a_sentence(line.text):
        return False
    return any(line.folded.lstrip("([").startswith(_credit_starts(language)) for language in line.languages)


def contact(line: Line) -> bool:
    """Where to write to. Fires: `Please send any comments to a@b.org.`; silent: `Please send help, he wrote.`"""
    return _listed(line, "contact")


def copyright_line(line: Line) -> bool:
    """Whose the page is. Fires: `© 2024 The Herald`; silent: `Copyright law changed.`"""
    return _listed(line, "copyright")


def navigation(line: Line) -> bool:
    """Links about the site. Fires: `Skip to content`; silent: `Home is where she was.`"""
    return line.is_outside and _listed(line, "navigation", most_words=6)


def row_of_links(line: Line) -> bool:
    """Buttons in one row. Fires: `Facebook | Email | Print`; silent: `Paris | Rome`, `Print`"""
    parts = [part.strip(_END) for part in _ROW.split(line.folded)]
    if len(parts) < 2 or not line.is_outside:
        return False
    known = [_all_lines(language) | _lists(language, "navigation")[0] for language in line.languages]
    return all(any(part in lines for lines in known) for part in parts if part)


def is_furniture(line: Line) -> bool:
    """Whether a rule sets `line` aside. O(rules) outside the prose, one look-up inside it."""
    if not line.is_outside:
        return photo_credit(line) or any(line.folded in _all_lines(language) for language in line.languages)
    return any(rule(line) for rule in RULES)


RULES: tuple[Callable[[Line], bool], ...] = (
    temperature,
    ornament,
    reading_time,
    language_switch,
    share,
    newsletter,
    cookies,
    advertisement,
    section,
    photo_credit,
    contact,
    copyright_line,
    navigation,
    row_of_links,
)
"""Every rule; one that fires sets the line aside."""


def _listed(line: Line, rule: str, *, most_words: int = _LONGEST_START) -> bool:
    """Whether the whole line is in the list `rule`, or stands outside the prose and begins as one in it."""
    for language in line.languages:
        lines, starts = _lists(language, rule)
        if line.folded in lines:
            return True
        if line.is_outside and starts and line.folded.startswith(starts) and len(line.folded.split()) <= most_words:
            return True
    return False


@cache
def _lists(language: str, rule: str) -> tuple[frozenset[str], tuple[str, ...]]:
    lists = load_lexicon(language, "furniture").get(rule, {})
    return frozenset(lists.get("lines", ())), tuple(lists.get("starts", ()))


@cache
def _credit_starts(language: str) -> tuple[str, ...]:
    return tuple(load_lexicon(language, "furniture").get("credits", {}).get("starts", ()))


@cache
def _all_lines(language: str) -> frozenset[str]:
    """What may be set aside in the middle of an article too: whole lines that no writer uses as a paragraph."""
    rules = ("language_switch", "share", "newsletter", "cookies", "advertisement", "sections", "contact", "copyright")
    return frozenset(line for rule in rules for line in _lists(language, rule)[0])


def _is_reading_time(folded: str, language: str) -> bool:
    units = "|".join(load_lexicon(language, "furniture").get("reading_time_units", ()))
    if not units:
        return False
    return (
        re.fullmatch(rf"(?:reading time:? )?\d{{1,3}}[ -]?(?:{units})(?: read(?:ing)?(?: time)?)?", folded) is not None
    )
