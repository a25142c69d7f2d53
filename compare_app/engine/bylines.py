"""Reads lines that say who wrote or published an article."""

from __future__ import annotations

import re
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.patterns import pattern
from compare_app.core.records import record

_MOST_WORDS = 12  # three names and a place; what is longer is a sentence
_MOST_BEFORE_JOB = 3  # words: "our own political correspondent"
_CAMEL = pattern(r"[a-z][A-Z]")


@record
class Byline:
    """Whom a line names, without "by"; `is_outlet` when that is a publisher rather than a person."""

    name: str
    is_outlet: bool


def read_byline(line: str, language: str) -> Byline | None:
    """What `line` says when it is a byline, else None.

    It begins with "by" and goes on with names only. Fires: `By Jane Doe and John Roe`, `by DailyNK(North Korean
    Media)`; silent: `By Monday they had left`, `By Jove!`
    """
    if len(line.split()) > _MOST_WORDS or line.rstrip()[-1:] in ".!?。！？":
        return None
    for known in dict.fromkeys((language, "en")):
        name = _name(line.strip(), known)
        if name:
            return Byline(name, is_outlet(name, known))
    return None


def _name(line: str, language: str) -> str:
    lists = load_lexicon(language, "furniture")
    for start in _starts(language):
        rest = line[len(start) :]
        if line.lower().startswith(start) and (start[-1] in ":：=/／" or rest[:1] in " :：=/／　"):
            name = rest.strip(" :：=/／　")
            return name if _is_name(_without_job(name, language), language) or _is_job(name, language) else ""
    for end in lists.get("byline_ends", ()):
        if line.endswith(end) and len(line) <= 20 and len(line.split()) <= 4:
            return line
    return ""


@cache
def _starts(language: str) -> tuple[str, ...]:
    starts = load_lexicon(language, "furniture").get("byline_starts", ())
    return tuple(sorted(starts, key=len, reverse=True))


def _is_name(name: str, language: str) -> bool:
    """Whether every word begins with a capital (or has none in its script), but for "and" and its like."""
    lists = load_lexicon(language, "furniture")
    joints, weekdays = lists.get("name_joints", ()), lists.get("weekdays", ())
    months = [form for forms in lists.get("months", ()) for form in forms]
    words = re.findall(r"[^\W_][\w’'-]*", name)
    if not words or words[0].lower() in weekdays or words[0].lower() in months or words[0][0].isdigit():
        return False
    if words[0] in ("The", "Then", "This", "That", "It", "A", "An") and len(words) > 4:
        return False
    return all(not word[0].islower() or word.lower() in joints for word in words) and not words[-1][0].islower()


def _without_job(name: str, language: str) -> str:
    """`name` before a comma and what its bearer does: "Ruth Ackland, health reporter" is Ruth Ackland."""
    person, comma, job = name.partition(",")
    return person if comma and _is_job(job.strip(), language) else name


def _is_job(text: str, language: str) -> bool:
    """Whether `text` names an office of a newspaper: "health reporter", "our own correspondent in Port Ellen"."""
    words = re.findall(r"[^\W_][\w’'-]*", text)
    jobs = load_lexicon(language, "furniture").get("jobs", ())
    last = next((place for place, word in enumerate(words) if word.lower() in jobs), None)
    if last is None or last > _MOST_BEFORE_JOB:
        return False
    joints = load_lexicon(language, "furniture").get("name_joints", ())
    return all(not word[0].islower() or word in joints or word in ("in", "at", "for") for word in words[last + 1 :])


def is_outlet(name: str, language: str) -> bool:
    """Whether `name` is that of a publisher: one of its words says so, or a capital inside a word."""
    words = [word.lower() for word in re.findall(r"\w+", name)]
    outlets = load_lexicon(language, "furniture").get("outlet_words", ())
    return "(" in name or _CAMEL.search(name) is not None or (bool(words) and any(word in outlets for word in words))
