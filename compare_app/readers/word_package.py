"""The parts of a Word document as trees: main text, styles, notes, headers, properties."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from compare_app.core.errors import ReadError
from compare_app.core.translation import tr

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

    from compare_app.readers.archive import Archive


class WordPackage:
    """The archive of a .docx and what its parts say of each other (ECMA-376 part 2, Open Packaging Conventions).

    python-docx parses each part, with entities unresolved. Its own package is left alone: it unpacks every picture
    and gives up on a link to a part that is missing, which Word does not.
    """

    def __init__(self, archive: Archive, shown: str) -> None:
        self._archive = archive
        self._shown = shown
        main = self._targets("").get("officeDocument", [])
        if not main:
            raise self._damaged()
        self._main = main[0][1]
        self._related = self._targets(self._main)

    def main(self) -> Element:
        """The root of the main text. Raises ReadError when it is missing or damaged."""
        return self._parse(self._main)

    def related(self, kind: str) -> Element | None:
        """The root of the part of that kind ("styles", "footnotes"), None where the document has none."""
        part = next((name for _, name in self._related.get(kind, []) if name in self._archive.names), None)
        return None if part is None else self._parse(part)

    def with_id(self, kind: str, identifier: str) -> Element | None:
        """The root of the part of that kind to which `identifier` refers, None where there is none."""
        found = dict(self._related.get(kind, [])).get(identifier, "")
        return self._parse(found) if found in self._archive.names else None

    def properties(self) -> tuple[str, str]:
        """Title and author as the file's properties state them, empty where they do not."""
        part = next((name for _, name in self._targets("").get("core-properties", [])), "")
        if part not in self._archive.names:
            return "", ""
        root = self._parse(part)
        return str(getattr(root, "title_text", "")), str(getattr(root, "author_text", ""))

    def _targets(self, part: str) -> dict[str, list[tuple[str, str]]]:
        """Identifiers and names of the parts that `part` links to, by kind; "" is the package itself."""
        folder, name = posixpath.split(part)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        targets: dict[str, list[tuple[str, str]]] = {}
        if links not in self._archive.names:
            return targets
        for link in self._parse(links):
            if link.get("TargetMode") != "External":
                where = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                targets.setdefault(link.get("Type", "").rpartition("/")[2], []).append((link.get("Id", ""), where))
        return targets

    def _parse(self, part: str) -> Element:
        from docx.oxml.parser import parse_xml

        try:
            return parse_xml(self._archive.read_xml(part))
        except SyntaxError as error:  # lxml's own for XML that is not well formed
            raise self._damaged() from error

    def _damaged(self) -> ReadError:
        return ReadError(
            tr("{name} is damaged: Word's text in it cannot be read.", name=self._shown),
            hint=tr("Open it in Word or LibreOffice, which may mend it, and save it anew."),
        )
