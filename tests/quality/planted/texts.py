"""The texts with planted changes, read from their data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare_app import read_document
from compare_app.core.document import Document

_FOLDER = Path(__file__).parent
_OUTLETS = _FOLDER / "two-outlets"
_REPORTS = _FOLDER / "reports"
ARTICLE = "dailynk-putin-kim-2024.txt"


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted change: words of the left and of the right, each once in its document.

    `verdict` and `kinds` are what is to be found there, None and empty where nothing may be; `missed` says why it is
    known not to be found, empty where it is to be.
    """

    left: str
    right: str
    verdict: str | None = None
    kinds: tuple[str, ...] = ()
    missed: str = ""


@dataclass(frozen=True, slots=True)
class PlantedTexts:
    """Two documents and what was planted in them; `moved`, `removed` and `added` are the first words of sentences."""

    left: Document
    right: Document
    changes: tuple[Planted, ...]
    moved: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def read_outlets() -> PlantedTexts:
    """Two reports of one event."""
    data = tomllib.loads((_OUTLETS / "planted.toml").read_text(encoding="utf-8"))
    left, right = (read_document(_OUTLETS / data[side]) for side in ("left", "right"))
    changes = (
        _planted(change, change["left"], change["right"], verdict)
        for what, verdict in (("conflict", "conflict"), ("possible", "possible"), ("harmless", None))
        for change in data[what]
    )
    return PlantedTexts(left, right, tuple(changes))


def read_reports(*, held_out: bool) -> dict[str, PlantedTexts]:
    """Pairs of short reports by their names: those to develop on, or those that are only measured."""
    reports = {}
    for path in sorted(_REPORTS.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        if data["held_out"] == held_out:
            reports[path.stem] = _read_report(data)
    return reports


def _read_report(data: dict[str, Any]) -> PlantedTexts:
    left, right = (read_document(data[side].strip().encode(), name=f"{side}.txt") for side in ("left", "right"))
    changes = [
        Planted(one, other, verdict)
        for name, verdict in (("conflict", "conflict"), ("also", "possible"), ("harmless", None))
        for one, other in data.get(name, ())
    ]
    return PlantedTexts(left, right, tuple(changes))


def read_article(folder: Path) -> PlantedTexts:
    """The article in `folder` and the draft that the edits make of it."""
    data = tomllib.loads((_FOLDER / "dailynk-putin-kim-2024.toml").read_text(encoding="utf-8"))
    text = (folder / data["article"]).read_text(encoding="utf-8")
    left = _replaced(text, data["box"]["before"], f"{data['box']['text']}\n\n{data['box']['before']}")
    right = left
    for move in data["moved"]:
        right = _moved(right, move["paragraph"], move["before"])
    for cut in data["removed"]:
        right = _replaced(right, f" {cut['sentence']}", "")
    for added in data["added"]:
        right = _replaced(right, added["after"], f"{added['after']} {added['text']}")
    for edit in data["edit"]:
        right = _replaced(right, edit["old"], edit["new"])
    changes = tuple(_planted(edit, edit["old"], edit["new"], edit.get("verdict")) for edit in data["edit"])
    return PlantedTexts(
        read_document(left.encode(), name="first-draft.txt"),
        read_document(right.encode(), name="second-draft.txt"),
        changes,
        moved=tuple(move["paragraph"] for move in data["moved"]),
        removed=tuple(cut["sentence"] for cut in data["removed"]),
        added=tuple(added["text"] for added in data["added"]),
    )


def _planted(change: dict[str, Any], left: str, right: str, verdict: str | None) -> Planted:
    return Planted(left, right, verdict, tuple(change.get("kinds", ())), change.get("missed", ""))


def _replaced(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in the draft")
    return text.replace(old, new)


def _moved(text: str, start: str, before: str) -> str:
    """`text` with the paragraph that begins with `start` put before the one that begins with `before`."""
    paragraphs = text.split("\n\n")
    one = next(paragraph for paragraph in paragraphs if paragraph.startswith(start))
    paragraphs.remove(one)
    paragraphs.insert(next(i for i, paragraph in enumerate(paragraphs) if paragraph.startswith(before)), one)
    return "\n\n".join(paragraphs)
