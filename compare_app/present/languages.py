"""What languages are called, and which are offered first for a document."""

from __future__ import annotations

from compare_app.core.translation import marked, tr

NAMES = {
    "am": marked("Amharic"),
    "ar": marked("Arabic"),
    "bg": marked("Bulgarian"),
    "bn": marked("Bengali"),
    "cs": marked("Czech"),
    "da": marked("Danish"),
    "de": marked("German"),
    "el": marked("Greek"),
    "en": marked("English"),
    "es": marked("Spanish"),
    "fa": marked("Persian"),
    "fi": marked("Finnish"),
    "fr": marked("French"),
    "he": marked("Hebrew"),
    "hi": marked("Hindi"),
    "hu": marked("Hungarian"),
    "hy": marked("Armenian"),
    "id": marked("Indonesian"),
    "it": marked("Italian"),
    "ja": marked("Japanese"),
    "ka": marked("Georgian"),
    "ko": marked("Korean"),
    "nl": marked("Dutch"),
    "no": marked("Norwegian"),
    "pl": marked("Polish"),
    "pt": marked("Portuguese"),
    "ro": marked("Romanian"),
    "ru": marked("Russian"),
    "sr": marked("Serbian"),
    "sv": marked("Swedish"),
    "ta": marked("Tamil"),
    "te": marked("Telugu"),
    "th": marked("Thai"),
    "tr": marked("Turkish"),
    "uk": marked("Ukrainian"),
    "ur": marked("Urdu"),
    "vi": marked("Vietnamese"),
    "zh": marked("Chinese"),
}
"""By ISO 639-1 code: every language that is guessed."""

_FIRST = ("en", "de", "fr", "es", "ru", "ar", "ko", "ja", "zh")


def language_name(code: str) -> str:
    """The language of an ISO 639-1 code, empty when it is not known."""
    return "" if code == "und" else tr(NAMES[code]) if code in NAMES else code


def languages_offered(*known: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes to choose from: those in `known` and the most read ones, then all others by their names."""
    first = tuple(dict.fromkeys(code for code in (*known, *_FIRST) if code in NAMES))
    return first, tuple(sorted((code for code in NAMES if code not in first), key=language_name))
