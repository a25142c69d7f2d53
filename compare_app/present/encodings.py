"""What encodings are called, and which are offered first for a document in a language."""

from __future__ import annotations

import codecs

from compare_app.core.translation import marked, tr

_NAMES = {
    "utf-8": ("UTF-8", marked("Unicode")),
    "utf-16": ("UTF-16", marked("Unicode")),
    "utf-16-le": ("UTF-16 LE", marked("Unicode")),
    "utf-16-be": ("UTF-16 BE", marked("Unicode")),
    "utf-32": ("UTF-32", marked("Unicode")),
    "cp1252": ("Windows-1252", marked("Western")),
    "iso8859-15": ("ISO 8859-15", marked("Western")),
    "mac-roman": ("Mac Roman", marked("Western")),
    "cp1250": ("Windows-1250", marked("Central European")),
    "iso8859-2": ("ISO 8859-2", marked("Central European")),
    "cp1251": ("Windows-1251", marked("Cyrillic")),
    "koi8-r": ("KOI8-R", marked("Cyrillic")),
    "koi8-u": ("KOI8-U", marked("Cyrillic")),
    "iso8859-5": ("ISO 8859-5", marked("Cyrillic")),
    "cp866": ("DOS 866", marked("Cyrillic")),
    "cp1253": ("Windows-1253", marked("Greek")),
    "iso8859-7": ("ISO 8859-7", marked("Greek")),
    "cp1254": ("Windows-1254", marked("Turkish")),
    "cp1255": ("Windows-1255", marked("Hebrew")),
    "cp1256": ("Windows-1256", marked("Arabic")),
    "cp1257": ("Windows-1257", marked("Baltic")),
    "cp1258": ("Windows-1258", marked("Vietnamese")),
    "cp874": ("Windows-874", marked("Thai")),
    "cp932": ("Shift JIS", marked("Japanese")),
    "euc_jp": ("EUC-JP", marked("Japanese")),
    "iso2022_jp": ("ISO-2022-JP", marked("Japanese")),
    "cp949": ("EUC-KR", marked("Korean")),
    "gb18030": ("GB 18030", marked("Simplified Chinese")),
    "big5": ("Big5", marked("Traditional Chinese")),
}
"""By Python's name: what it is called in the world, and what is written in it."""

_ALWAYS = ("utf-8", "utf-16", "cp1252")
_OF_LANGUAGE = {
    "ar": ("cp1256",),
    "bg": ("cp1251",),
    "cs": ("cp1250", "iso8859-2"),
    "el": ("cp1253", "iso8859-7"),
    "fa": ("cp1256",),
    "he": ("cp1255",),
    "hu": ("cp1250", "iso8859-2"),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
    "ko": ("cp949",),
    "pl": ("cp1250", "iso8859-2"),
    "ro": ("cp1250", "iso8859-2"),
    "ru": ("cp1251", "koi8-r", "cp866"),
    "sr": ("cp1251", "cp1250"),
    "th": ("cp874",),
    "tr": ("cp1254",),
    "uk": ("cp1251", "koi8-u"),
    "ur": ("cp1256",),
    "vi": ("cp1258",),
    "zh": ("gb18030", "big5"),
}
_MOJIBAKE = ("cp1251", "cp932", "cp949", "gb18030", "big5")
"""What text that was read wrongly is mostly in, whatever language it was therefore taken for."""


def encoding_name(encoding: str) -> str:
    """What `encoding`, by any of its names, is called: "Windows-1252" for cp1252; empty for none."""
    codec = codec_of(encoding)
    return _NAMES[codec][0] if codec in _NAMES else encoding


def encoding_text(codec: str) -> str:
    """The encoding with what is written in it: "Korean (EUC-KR)"."""
    name, script = _NAMES[codec]
    return tr("{script} ({name})", script=tr(script), name=name)


def codec_of(encoding: str) -> str:
    """Python's own name of `encoding`; what Python does not know is returned as it is."""
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return "utf-8" if codec == "ascii" else codec


def encodings_offered(current: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codecs to choose from: the one in use, those usual for `language` and for wrongly read text, then all others."""
    wanted = (codec_of(current), *_OF_LANGUAGE.get(language, ()), *_ALWAYS, *_MOJIBAKE)
    first = tuple(dict.fromkeys(codec for codec in wanted if codec in _NAMES))
    return first, tuple(codec for codec in _NAMES if codec not in first)
