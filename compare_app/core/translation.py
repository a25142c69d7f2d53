"""Texts for the person in the language they read: one mechanism for window, command line and reports.

Texts stand in the code in English. `resources/translations/<language>/LC_MESSAGES/compare_app.po` gives them in
another language; a text that is missing there is shown in English.
"""

from __future__ import annotations

import os
from contextlib import suppress
from gettext import NullTranslations, bindtextdomain, textdomain, translation

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path

_DOMAIN = "compare_app"
_FOLDER = "translations"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext asks them

_in_use: NullTranslations = NullTranslations()
_asked = ""
_shown = "en"


def use_language(code: str = "") -> None:
    """Show texts in the language `code` ("de", "ko", "en") from now on; empty: in the one the system asks for."""
    global _asked, _in_use, _shown
    _asked = code
    _shown, _in_use = _catalogue([code] if code else _asked_by_system())


def translate_libraries() -> None:
    """Give the standard library's own words, such as argparse's, from our texts; the environment names the language."""
    with suppress(ResourceError):
        bindtextdomain(_DOMAIN, str(resource_path(_FOLDER)))
        textdomain(_DOMAIN)


def language_asked() -> str:
    """The code that `use_language` was given last; empty where it is for the system to say."""
    return _asked


def language_shown() -> str:
    """The code of the language that texts are shown in: "de"."""
    return _shown


def tr(text: str, **values: object) -> str:
    """`text`, an English literal, in the person's language, with `values` in place of their {names}.

    >>> tr("{name} is empty.", name="draft.txt")
    'draft.txt is empty.'
    """
    translated = _in_use.gettext(text)
    return translated.format(**values) if values else translated


def tr_n(singular: str, plural: str, count: int, **values: object) -> str:
    """The same for a text with a number in it: `{count}` is `count` as `grouped` writes it.

    >>> tr_n("{count} claim", "{count} claims", 1204)
    '1,204 claims'
    """
    return _in_use.ngettext(singular, plural, count).format(count=grouped(count), **values)


def grouped(number: float, digits: int = 0) -> str:
    """`number` with `digits` behind the decimal mark and its thousands grouped as the person's language writes it.

    >>> grouped(1204)
    '1,204'
    """
    written, sample = f"{number:,.{digits}f}", _in_use.gettext(_NUMBER)
    return written if sample == _NUMBER else written.translate(str.maketrans(",.", sample[1] + sample[5]))


def marked(text: str) -> str:
    """`text` itself: a literal in a table, to be translated with `tr` when it is shown."""
    return text


_NUMBER = marked("1,234.5")
"""How numbers are written: a catalogue gives this one as its language writes it, "1.234,5"."""


def environment_names_language() -> bool:
    """Whether the environment says which language the person reads; on Windows and macOS it hardly ever does."""
    return any(os.environ.get(name) for name in _VARIABLES)


def _asked_by_system() -> list[str]:
    """Language codes in the order of preference, as the environment names them; "C" and "POSIX" mean English."""
    value = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    codes = [code.split(".")[0].split("@")[0] for code in value.split(":")]
    return ["en" if code in ("C", "POSIX") else code for code in codes if code]


def _catalogue(codes: list[str]) -> tuple[str, NullTranslations]:
    """The first of `codes` that there are texts for, English counting as one, and its texts."""
    for code in codes:
        if code.split("_")[0] == "en":
            break
        with suppress(ResourceError, OSError):  # a folder that is missing, a language nobody wrote
            return code.split("_")[0], translation(_DOMAIN, str(resource_path(_FOLDER)), [code])
    return "en", NullTranslations()
