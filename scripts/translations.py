"""Brings the catalogues of texts in step with the code: `make translations`.

Collects every text that goes through `tr`, `tr_n` or `marked`, puts new ones into each language's compare_app.po,
takes those away that nothing says any more, and compiles what is translated into compare_app.mo. A new language
begins with a folder: `python -m scripts.translations fr`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_KEYWORDS = {"tr": None, "tr_n": (1, 2), "marked": None}
_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # of every catalogue: another date alone would be a change
_TEMPLATES = ROOT / "resources" / "templates"


def texts() -> Catalog:
    """All texts of the program, in the order of their files, without places: those would change with every line."""
    found = Catalog(project="compare-app", charset="utf-8")
    for message in _extracted():
        found.add(message)
    return found


def _extracted() -> Iterator[str | tuple[str, ...]]:
    for _, _, message, _, _ in extract_from_dir(
        ROOT / "compare_app", method_map=[("**.py", "python")], keywords=_KEYWORDS
    ):
        yield message
    for template in sorted(_TEMPLATES.glob("*.jinja")):
        for _, message, _, _ in extract_from_file("jinja2", template, keywords=_KEYWORDS):
            yield message


def languages() -> tuple[str, ...]:
    """Codes of the languages that there is a folder for."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


def catalogue_path(language: str, ending: str) -> Path:
    """Where the texts of `language` stand, as "po" for people and as "mo" for gettext."""
    return FOLDER / language / "LC_MESSAGES" / f"compare_app.{ending}"


def read_catalogue(language: str) -> Catalog:
    """The texts of `language` as they were written; none where it is new."""
    path = catalogue_path(language, "po")
    if not path.is_file():
        return Catalog(locale=language, project="compare-app", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """`catalogue` as gettext reads it. Equal catalogues give equal bytes."""
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def bring_up_to_date(language: str, template: Catalog) -> int:
    """Write both files of `language`; returns how many texts still wait for a translation."""
    catalogue = read_catalogue(language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    _put_header(catalogue)
    po, mo = (catalogue_path(language, ending) for ending in ("po", "mo"))
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalogue, width=0)
    written = read_catalogue(language)
    mo.write_bytes(compiled(written))
    return len(waiting(written))


def _put_header(catalogue: Catalog) -> None:
    catalogue.fuzzy = False
    catalogue.header_comment = f"# The texts of compare-app in the language {catalogue.locale_identifier}."
    catalogue.creation_date = catalogue.revision_date = _UNDATED
    catalogue.last_translator = catalogue.language_team = "compare-app"
    catalogue.msgid_bugs_address = ""


def waiting(catalogue: Catalog) -> tuple[str, ...]:
    """The English texts of `catalogue` that have no translation, or lack a form of it."""
    return tuple(_first(message.id) for message in catalogue if message.id and not all(_forms(message.string)))


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    return (text,) if isinstance(text, str) else text or ("",)


def _first(text: str | Sequence[str]) -> str:
    return _forms(text)[0]


def main(wanted: list[str]) -> int:
    """Bring every language up to date, and those in `wanted`, and say what is left to do."""
    template = texts()
    for language in sorted({*languages(), *wanted}):
        count = bring_up_to_date(language, template)
        print(
            f"{language}: {count} of {len(template)} texts wait for a translation in {catalogue_path(language, 'po')}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
