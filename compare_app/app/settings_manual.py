"""Makes the page about settings from their table.

python -m compare_app.app.settings_manual writes resources/docs/settings.md; with --check it only compares.
"""

from __future__ import annotations

import sys

from compare_app.app.files import write_atomically
from compare_app.app.settings import SETTINGS, Kind, Setting
from compare_app.core.resources import resource_path

_INTRODUCTION = """\
# Settings

<!-- Made by `python -m compare_app.app.settings_manual` from the table of settings; do not edit. -->

*Edit → Settings* changes them, at once. They are kept in `compare-app/settings.toml`, on Linux in `~/.config`, on
macOS in `~/Library/Preferences`, on Windows in `%LOCALAPPDATA%`. The file names what is not as at first. A file that
cannot be read is put aside as `settings.damaged.toml`, and the window says so.

| name | values | at first | |
| --- | --- | --- | --- |
"""
_KEYS = """
Keys are changed on the second page of the dialog. In the file the table `[keys]` names them by action, such as
`next_difference = "Ctrl+J"`; empty means none. Keys that would mean two things are left as at first.
"""


def manual() -> str:
    """The page: a row for each setting."""
    return _INTRODUCTION + "".join(_row(setting) for setting in SETTINGS) + _KEYS


def _row(setting: Setting) -> str:
    at_first = f"`{setting.default}`" if setting.default != "" else "empty"
    return f"| `{setting.name}` | {_values(setting)} | {at_first} | {setting.label}. {setting.help} |\n"


def _values(setting: Setting) -> str:
    match setting.kind:
        case Kind.CHOICE if setting.name == "language":
            return "empty for the system's, or a code such as `en`"  # whatever languages this copy has
        case Kind.CHOICE:
            return ", ".join(f"`{choice.value}`" for choice in setting.choices)
        case Kind.FONT:
            return "name of a font"
        case _:
            return f"{setting.least:g} to {setting.most:g} {setting.unit}".rstrip()


def main(arguments: list[str]) -> int:
    """0 when the page is written or, with --check, equal to the table; else 1."""
    page = resource_path("docs") / "settings.md"
    if arguments != ["--check"]:
        write_atomically(page, manual())
        return 0
    return 0 if page.is_file() and page.read_text(encoding="utf-8") == manual() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
