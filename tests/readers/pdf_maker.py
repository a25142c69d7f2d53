"""Makes small PDFs line by line, so that a test says where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Page = Sequence["Print"]


@dataclass(frozen=True, slots=True)
class Print:
    """One line at `left` and `base`, in points from the page's lower left corner."""

    left: float
    base: float
    text: str
    size: float = 10
    bold: bool = False


def column(text: str, *, left: float = 72, top: float = 700, size: float = 10, leading: float = 12) -> list[Print]:
    """The lines of `text` below each other."""
    return [Print(left, top - i * leading, line, size) for i, line in enumerate(text.split("\n")) if line]


def make_pdf(*pages: Page, title: str = "", picture: bool = False) -> bytes:
    """A PDF of US letter pages; with `picture` each page holds a small picture too."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(count))
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        image.encode() + b"\nstream\n\x80\nendstream",
    ]
    for i, page in enumerate(pages):
        content = b"\n".join(_shown(each) for each in page)
        content += b"\nq 300 0 0 300 100 100 cm /I Do Q" if picture else b""
        resources = "<< /Font << /F 3 0 R /B 4 0 R >> /XObject << /I 5 0 R >> >>"
        contents = f"/MediaBox [0 0 612 792] /Resources {resources} /Contents {7 + 2 * i} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {contents} >>".encode())
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    objects.append(f"<< /Title ({title}) >>".encode())
    return _file(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _shown(line: Print) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = "B" if line.bold else "F"
    return f"BT /{font} {line.size} Tf {line.left} {line.base} Td (".encode() + text + b") Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>"
    return bytes(
        data
        + f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(data)}\n%%EOF\n".encode()
    )
