"""Makes zip archives and Word documents in memory, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_KINDS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def archive(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with `members` in order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


def word_members(body: str, **parts: str) -> dict[str, str]:
    """The members of a Word document: `body` holds paragraphs, `parts` what other parts (styles, footnotes) hold."""
    roots = {"header1": "hdr", "footer1": "ftr"}
    links = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in parts
    )
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _LINKS.format(
            f'<Relationship Id="a" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="b" Type="{_KINDS}/metadata/core-properties" Target="docProps/core.xml"/>'
        ),
        "word/_rels/document.xml.rels": _LINKS.format(
            links + f'<Relationship Id="gone" Type="{_KINDS}/image" Target="NULL"/>'
        ),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{roots.get(name, name)} {_NAMESPACES}>{content}</w:{roots.get(name, name)}>"
            for name, content in parts.items()
        },
        "docProps/core.xml": '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        "<dc:title>Filed as</dc:title><dc:creator>Jane Doe</dc:creator></cp:coreProperties>",
    }


def word(body: str, **parts: str) -> bytes:
    """A Word document; see `word_members`."""
    return archive(word_members(body, **parts))


def tracked(before: str, removed: str, inserted: str, after: str) -> bytes:
    """A Word document of one paragraph in which `removed` was replaced by `inserted` with changes tracked."""
    runs = (
        f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r><w:del><w:r><w:delText>{removed}</w:delText></w:r></w:del>'
        f'<w:ins><w:r><w:t>{inserted}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">{after}</w:t></w:r>'
    )
    return word(f"<w:p>{runs}</w:p>")
