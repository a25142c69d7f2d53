"""The words and abbreviations that decide where a sentence ends, by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record


@record
class SentenceWords:
    """What `lexicons/<language>/segment.toml` holds, ready for use; every list may be empty.

    `never_final` matches an abbreviation at the end of a text after which its sentence goes on ("e.g."). `reported`
    matches words that name the speaker of the quotation before them ("Smith said", "라고"), `time_goes_on` what
    follows "5 p.m." in the same sentence, `sign_off` how a letter ends; they match at the start of a text. `openers`
    finds a word that takes a capital only where a sentence begins, before one in small letters.
    `abbreviations` are words, in small letters and without their full stop, that a sentence may go on after;
    `shortened` holds them and the last words of what `never_final` matches.
    `has_ordinal_point`: "3." is how the language writes "3rd".
    """

    function_words: frozenset[str]
    never_final: re.Pattern[str] | None
    shortened: frozenset[str]
    reported: re.Pattern[str] | None
    time_goes_on: re.Pattern[str] | None
    sign_off: re.Pattern[str] | None
    openers: re.Pattern[str] | None
    abbreviations: frozenset[str]
    has_ordinal_point: bool


@cache
def sentence_words(language: str) -> SentenceWords:
    """The words of `language`; all empty for one without a list."""
    lists = load_lexicon(language, "segment")
    names = r"(?:[^\W\d_][\w.’'-]*\s+){1,4}"
    return SentenceWords(
        function_words=frozenset(lists.get("function_words", ())),
        never_final=_pattern(lists.get("never_final", ()), r"(?:^|[\s(\[“\"«])(?:{})$", re.IGNORECASE),
        shortened=frozenset(lists.get("abbreviations", ())).union(
            word.removesuffix(".").split()[-1].lower() for word in lists.get("never_final", ())
        ),
        reported=_reported(lists, names),
        time_goes_on=_pattern(lists.get("after_time", ()), r"(?:{})\b"),
        sign_off=_pattern(lists.get("sign_offs", ()), r"(?i:{}),?\s+(?=[A-Z])"),
        openers=_pattern(lists.get("openers", ()), r"(?:{})\s+(?=[a-z])"),
        abbreviations=frozenset(lists.get("abbreviations", ())),
        has_ordinal_point=bool(lists.get("ordinal_point", False)),
    )


def _reported(lists: dict[str, list[str]], names: str) -> re.Pattern[str] | None:
    verbs, particles = _alternatives(lists.get("speech_verbs", ())), _alternatives(lists.get("quotative_particles", ()))
    parts = [f"{names}(?:{verbs})\\b"] if verbs else []
    return re.compile("|".join([*parts, particles] if particles else parts)) if parts or particles else None


def _pattern(words: Iterable[str], template: str, flags: int = 0) -> re.Pattern[str] | None:
    alternatives = _alternatives(words)
    return re.compile(template.replace("{}", alternatives), flags) if alternatives else None


def _alternatives(words: Iterable[str]) -> str:
    """The words as a regular expression, longest first, any white space (or none after a full stop) for a space."""
    escaped = (re.escape(word).replace(r"\ ", r"\s*") for word in sorted(words, key=len, reverse=True))
    return "|".join(escaped)
