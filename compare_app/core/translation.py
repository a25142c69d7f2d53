"""Texts for the person in the language they read: one mechanism for window, command line and reports.

Texts stand in the code in English. `resources/translations/<language>/LC_MESSAGES/compare_app.po` gives them in
another language; a text that is missing there is shown in English.
"""

from __future__ import annotations

import os
from gettext import NullTranslations, find, translation

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path

_DOMAIN = "compare_app"
_FOLDER = "translations"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext asks them

_in_use: NullTranslations = NullTranslations()
_asked = ""


def use_language(code: str = "") -> None:
    """Show texts in the language `code` ("de", "ko", "en") from now on; empty: in the one the system asks for."""
    global _asked, _in_use
    _asked = code
    codes = [code] if code else _asked_by_system()
    _in_use = _catalogue(codes)


def language_asked() -> str:
    """The code that `use_language` was given last; empty where it is for the system to say."""
    return _asked


def tr(text: str, **values: object) -> str:
    """`text`, an English literal, in the person's language, with `values` in place of their {names}.

    >>> tr("{name} is empty.", name="draft.txt")
    'draft.txt is empty.'
    """
    translated = _in_use.gettext(text)
    return translated.format(**values) if values else translated


def tr_n(singular: str, plural: str, count: int, **values: object) -> str:
    """The same for a text with a number in it: `{count}` is `count` with its thousands grouped.

    >>> tr_n("{count} claim", "{count} claims", 1204)
    '1,204 claims'
    """
    return _in_use.ngettext(singular, plural, count).format(count=f"{count:,}", **values)


def marked(text: str) -> str:
    """`text` itself: a literal in a table, to be translated with `tr` when it is shown."""
    return text


def _asked_by_system() -> list[str]:
    """Language codes in the order of preference, as the environment names them; "C" and "POSIX" mean English."""
    value = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    codes = [code.split(".")[0].split("@")[0] for code in value.split(":")]
    return ["en" if code in ("C", "POSIX") else code for code in codes if code]


def _catalogue(codes: list[str]) -> NullTranslations:
    """The first of `codes` that there are texts for, English counting as one."""
    try:
        folder = resource_path(_FOLDER)
    except ResourceError:
        return NullTranslations()
    for code in codes:
        if code.split("_")[0] == "en":
            break
        if find(_DOMAIN, str(folder), [code]):
            return translation(_DOMAIN, str(folder), [code])
    return NullTranslations()
