"""Tells the language of a text by its script and its function words."""

from __future__ import annotations

import re
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.patterns import pattern

UNKNOWN = "und"

_SAMPLE = 20_000  # code points; far more than the function words need to tell languages apart

_SCRIPTS = (
    ("ko", "[\u1100-\u11ff\uac00-\ud7af]"),
    ("ja", "[\u3040-\u30ff]"),
    ("zh", "[\u3400-\u4dbf\u4e00-\u9fff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("te", "[\u0c00-\u0c7f]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("am", "[\u1200-\u137f]"),
    ("arabic", "[\u0600-\u06ff\u0750-\u077f]"),
    ("cyrillic", "[\u0400-\u04ff]"),
    ("latin", "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
)

_BY_WORDS = {
    "latin": (
        *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "fi"),
        *("cs", "tr", "ro", "hu", "id", "vi"),
    ),
    "cyrillic": ("ru", "uk", "bg", "sr"),
    "arabic": ("ar", "fa", "ur"),
}
"""Languages that share a script, most written first: that order settles a tie."""

_KANA_SHARE = 0.05
"""Japanese shows kana in nearly every word; a Chinese text may quote some. Chosen by hand."""

_SIGNS = ("zh", "ja", "ko")
_SIGN_WEIGHT = 2.5
"""A Chinese, Japanese or Korean sign says about as much as two or three letters do."""

_ASCII = pattern(r"[\x00-\x7f]+")
_ASCII_LETTER = pattern("[A-Za-z]")
_WORD = pattern(r"[^\W\d_]+")
_ASCII_WORD = pattern(r"[a-z]+")
"""The same for ASCII text in lower case, in a third of the time."""


def guess_language(text: str) -> str:
    """ISO 639-1 code of the language most of `text` is in, "und" where nothing tells. Looks at 20,000 code points."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    candidates = _BY_WORDS.get(script)
    return _by_function_words(sample, candidates) if candidates else script


def _script(sample: str) -> str:
    if sample.isascii():
        return "latin" if sample.upper() != sample.lower() else UNKNOWN
    others = _ASCII.sub("", sample)
    counts = {name: len(letters.findall(others)) for name, letters in _letters().items()}
    counts["latin"] += len(_ASCII_LETTER.findall(sample))
    han = counts["zh"] + counts["ja"]
    if counts["ja"] > _KANA_SHARE * han:
        counts["ja"], counts["zh"] = han, 0
    best = max(counts, key=lambda name: counts[name] * (_SIGN_WEIGHT if name in _SIGNS else 1.0))
    return best if counts[best] else UNKNOWN


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    """The letters of each script; made when a text first needs them, for they take 5 ms."""
    return {name: re.compile(letters) for name, letters in _SCRIPTS}


def _by_function_words(sample: str, candidates: tuple[str, ...]) -> str:
    """The candidate whose function words weigh most; a word that n of them share weighs 1/n in each."""
    weights = _weights(candidates)
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample.lower())
    telling = list(filter(weights.__contains__, words))
    if telling and _words_of_first(candidates).issuperset(telling):
        return candidates[0]  # no other has any word that this one has not, and it settles a tie
    scores = dict.fromkeys(candidates, 0.0)
    for word in telling:
        share, languages = weights[word]
        for language in languages:
            scores[language] += share
    best = max(candidates, key=scores.__getitem__)
    return best if scores[best] > 0 or candidates is not _BY_WORDS["latin"] else UNKNOWN


@cache
def _words_of_first(candidates: tuple[str, ...]) -> frozenset[str]:
    """The function words of the first of the candidates."""
    return frozenset([word for word, (_, languages) in _weights(candidates).items() if candidates[0] in languages])


@cache
def _weights(candidates: tuple[str, ...]) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For each function word its weight in each of the candidates that have it, and these."""
    found: dict[str, tuple[str, ...]] = {}
    for language in candidates:
        for word in load_lexicon(language, "segment").get("function_words", ()):
            found[word] = (*found.get(word, ()), language)
    return {word: (1 / len(languages), languages) for word, languages in found.items()}
