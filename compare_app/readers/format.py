"""What a reader is given, and what the registry knows of a format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from compare_app.core.control import Control
from compare_app.core.document import Reading, Revision, Source
from compare_app.core.quoted import quoted_name
from compare_app.core.records import field, record
from compare_app.core.translation import tr
from compare_app.readers.files import TEXT_LIMIT_BYTES


@record
class Raw:
    """The bytes of one source. `encoding` is what the caller insists on, None: find out. `path` is empty for bytes.

    `revision` is the text that is wanted of a document with tracked changes. A reader that takes long reports to
    `control`, which may stop it.
    """

    data: bytes
    name: str = ""
    path: str = ""
    encoding: str | None = None
    revision: Revision = Revision.ACCEPTED
    control: Control = field(factory=Control)

    @property
    def shown(self) -> str:
        """The name for a sentence, in quotation marks; "This file" where there is none."""
        return quoted_name(self.name) if self.name else tr("This file")

    def source(
        self, format_name: str, encoding: str = "", notes: tuple[str, ...] = (), *, has_revisions: bool = False
    ) -> Source:
        """Where a document read from these bytes came from, with their SHA-256."""
        digest = hashlib.sha256(self.data).hexdigest()
        revision = self.revision if has_revisions else None
        return Source(self.name, self.path, format_name, encoding, digest, notes, revision)


@record
class Format:
    """One row of the registry.

    `extensions` begin with a dot, in lower case. `sniff` sees a source's bytes, all of them, and says whether they can
    only be this format. `read` raises ReadError when the bytes are damaged. `extension_decides` where bytes in which
    nothing was sniffed are still this format by their name: so it is with text, never with a binary format.
    A source larger than `limit_bytes` is refused.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Raw], Reading]
    extension_decides: bool = True
    limit_bytes: int = TEXT_LIMIT_BYTES
