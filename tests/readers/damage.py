"""Damage to files, as hypothesis thinks it up: bytes put in, cut out, doubled, or the end lost."""

from __future__ import annotations

import io
import zipfile

from hypothesis import strategies as st

_FRAGMENTS = (
    b"<",
    b"&",
    b"{",
    b"}",
    b"\x00",
    b"\xff\xff",
    b"]]>",
    b"\\bin999999999 ",
    b"\\u-99999 ",
    b"-1",
    b"=?utf-8?q?",
)
Change = tuple[str, float, int, bytes]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["put", "cut", "end", "double"]),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([1, 4, 40, 400]),
        st.sampled_from(_FRAGMENTS) | st.binary(min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """`data` with each of the changes made at its share of the length."""
    for kind, place, length, piece in changes:
        start = int(place * len(data))
        end = min(len(data), start + length)
        match kind:
            case "put":
                data = data[:start] + piece + data[end:]
            case "cut":
                data = data[:start] + data[end:]
            case "end":
                data = data[:start]
            case "double":
                data = data[:end] + data[start:]
    return data


def changed_inside(data: bytes, member: float, changes: list[Change]) -> bytes:
    """A zip archive with one member changed and all sums right again; other bytes changed as they are."""
    if not data.startswith(b"PK"):
        return changed(data, changes)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        names = source.namelist()
        hit = names[int(member * len(names))]
        for name in names:
            body = source.read(name)
            target.writestr(name, changed(body, changes) if name == hit else body)
    return written.getvalue()
