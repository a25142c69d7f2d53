"""Everything a person can set, as one table: the dialog, the file, its checks and the page about it come from it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from compare_app.app.files import write_with_folder
from compare_app.core.errors import ResourceError
from compare_app.core.records import field, record, replace
from compare_app.core.resources import resource_path
from compare_app.core.translation import marked, tr
from compare_app.present.themes import PALETTES, SCHEMES

Value = str | int | float


class Kind(StrEnum):
    """What a setting holds, and so how it is set."""

    CHOICE = "choice"
    WHOLE = "whole number"
    SHARE = "number"
    FONT = "font"


@record
class Choice:
    """A value that can be chosen, and the words for it."""

    value: str
    label: str


@record
class Setting:
    """One thing a person can set. `least`, `most` and `step` bound numbers; a font is "" for the program's own."""

    name: str
    group: str
    kind: Kind
    default: Value
    label: str
    help: str
    choices: tuple[Choice, ...] = ()
    least: float = 0
    most: float = 0
    step: float = 1
    unit: str = ""

    def accepts(self, value: object) -> bool:
        """Whether `value` can be stored under this setting."""
        match self.kind:
            case Kind.CHOICE:
                return value in [choice.value for choice in self.choices]
            case Kind.FONT:
                return isinstance(value, str) and len(value) < 100 and value.isprintable()
            case Kind.WHOLE:
                return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
            case Kind.SHARE:
                is_number = isinstance(value, int | float) and not isinstance(value, bool)
                return is_number and self.least <= float(value) <= self.most  # type: ignore[arg-type]


def _languages() -> tuple[Choice, ...]:
    """That of the system, English, and every language there is a translation for, each in its own words."""
    names = {"de": "Deutsch", "ko": "한국어"}
    try:
        codes = sorted(path.name for path in resource_path("translations").iterdir() if path.is_dir())
    except ResourceError:
        codes = []
    found = (Choice(code, names.get(code, code)) for code in codes if code != "en")
    return (Choice("", marked("As the system")), Choice("en", "English"), *found)


_SCHEME_LABELS = (marked("Light"), marked("Dark"), marked("High contrast"))
_PALETTE_LABELS = (
    marked("Blue and orange"),
    marked("Green and red"),
    marked("Only contradictions coloured"),
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "reading_font",
        marked("Reading"),
        Kind.FONT,
        "",
        marked("Font of the documents"),
        marked("The texts are set in it. As designed, or empty: a serif font that is easy to read."),
    ),
    Setting(
        "reading_size",
        marked("Reading"),
        Kind.WHOLE,
        15,
        marked("Size of the documents"),
        marked("Height of the documents' letters; headings keep their proportion."),
        least=10,
        most=32,
        unit="px",
    ),
    Setting(
        "line_spacing",
        marked("Reading"),
        Kind.SHARE,
        1.6,
        marked("Line spacing"),
        marked("Distance of two lines of a document, as a multiple of the size."),
        least=1.2,
        most=2.4,
        step=0.1,
    ),
    Setting(
        "interface_size",
        marked("Window"),
        Kind.WHOLE,
        13,
        marked("Size of menus and lists"),
        marked("Height of the letters everywhere but in the documents."),
        least=10,
        most=24,
        unit="px",
    ),
    Setting(
        "scheme",
        marked("Window"),
        Kind.CHOICE,
        "system",
        marked("Brightness"),
        marked("High contrast is white on black; every text in it measures at least 7:1 against its ground."),
        choices=(
            Choice("system", marked("As the system")),
            *(Choice(scheme, label) for scheme, label in zip(SCHEMES, _SCHEME_LABELS, strict=True)),
        ),
    ),
    Setting(
        "palette",
        marked("Window"),
        Kind.CHOICE,
        "default",
        marked("Colours of the marks"),
        marked("Every mark also has a line and a sign of its own, whatever its colour."),
        choices=tuple(Choice(palette, label) for palette, label in zip(PALETTES, _PALETTE_LABELS, strict=True)),
    ),
    Setting(
        "language",
        marked("Window"),
        Kind.CHOICE,
        "",
        marked("Language"),
        marked("Of menus and messages, from the next start on; the documents' own are found out."),
        choices=_languages(),
    ),
    Setting(
        "autosave_s",
        marked("Sessions"),
        Kind.WHOLE,
        1,  # of 21 windows killed at random moments (2026-11), with 5 one had lost 42 decisions; they are few bytes
        marked("Keep decisions every"),
        marked("The first decision is kept for a crash at once; those that follow, together after so long."),
        least=1,
        most=60,
        unit="s",
    ),
)
BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}
_KEYS = "keys"


@record
class Settings:
    """What a person set, by name; what is not named has its default. `keys` are those changed, by action."""

    values: Mapping[str, Value] = field(factory=dict)
    keys: Mapping[str, str] = field(factory=dict)

    def value(self, name: str) -> Value:
        """The value of the setting `name`. Raises KeyError where there is none of the name."""
        return self.values.get(name, BY_NAME[name].default)

    def text(self, name: str) -> str:
        """The value of a choice or a font."""
        return str(self.value(name))

    def number(self, name: str) -> float:
        """The value of a number."""
        return float(self.value(name))

    def with_value(self, name: str, value: Value) -> Settings:
        """The same with `value` under `name`. Raises ValueError on one it cannot have."""
        setting = BY_NAME[name]
        if not setting.accepts(value):
            raise ValueError(f"{name} cannot be {value!r}")
        others = {known: said for known, said in self.values.items() if known != name}
        return replace(self, values=others if value == setting.default else {**others, name: value})

    def with_keys(self, action: str, keys: str | None) -> Settings:
        """The same with other keys for `action`, empty for none; None: its own again."""
        others = {known: said for known, said in self.keys.items() if known != action}
        return replace(self, keys=others if keys is None else {**others, action: keys})


@record
class Loaded:
    """Settings as found in a file; `complaint` and `hint` say what of it could not be used."""

    settings: Settings
    complaint: str = ""
    hint: str = ""


def load_settings(file: Path) -> Loaded:
    """The settings in `file`, the defaults where there is none. Never fails: a damaged file is put aside and told."""
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError):
        return _put_aside(file)
    import tomllib  # 3 ms, and most people set nothing

    try:
        data = tomllib.loads(text)
    except ValueError:
        return _put_aside(file)
    refused = [name for name, value in data.items() if name in BY_NAME and not BY_NAME[name].accepts(value)]
    keys = data.get(_KEYS, {})
    if not isinstance(keys, dict) or not all(isinstance(value, str) for value in keys.values()):
        refused.append(_KEYS)
        keys = {}
    settings = Settings({name: data[name] for name in data if name in BY_NAME and name not in refused}, keys)
    if not refused:
        return Loaded(settings)
    names = ", ".join(refused)
    return Loaded(
        settings,
        tr("The settings file holds values that cannot be: {names}.", names=names),
        tr("They are as at first until you set them again."),
    )


def save_settings(settings: Settings, file: Path) -> None:
    """Write `settings` to `file`, atomically. Raises WriteError."""
    write_with_folder(file, "\n".join(_lines(settings)) + "\n")


def _lines(settings: Settings) -> Iterator[str]:
    yield "# What was set in the program; what is not named has its default."
    for name, value in sorted(settings.values.items()):
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}"
    if settings.keys:
        yield f"\n[{_KEYS}]"
        yield from (f"{name} = {json.dumps(keys)}" for name, keys in sorted(settings.keys.items()))


def _put_aside(file: Path) -> Loaded:
    aside = file.with_suffix(".damaged.toml")
    complaint = tr("The settings file is damaged; everything is set as at first.")
    try:
        file.replace(aside)
    except OSError:
        return Loaded(Settings(), complaint, tr("It is “{path}”.", path=file))
    return Loaded(Settings(), complaint, tr("The damaged file is kept as “{path}”.", path=aside))
