"""What a reader is given, and what the registry knows of a format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from compare_app.core.document import Reading, Source


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source. `encoding` is what the caller insists on, None: find out. `path` is empty for bytes."""

    data: bytes
    name: str = ""
    path: str = ""
    encoding: str | None = None

    def source(self, format_name: str, encoding: str, notes: tuple[str, ...] = ()) -> Source:
        """Where a document read from these bytes came from, with their SHA-256."""
        digest = hashlib.sha256(self.data).hexdigest()
        return Source(self.name, self.path, format_name, encoding, digest, notes)


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the registry.

    `extensions` begin with a dot, in lower case. `sniff` sees the first bytes of a source (see registry.HEAD_BYTES)
    and says whether they can only be this format. `read` raises ReadError when the bytes are damaged.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Raw], Reading]
