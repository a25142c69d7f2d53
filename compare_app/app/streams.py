"""What the command line names and can be read only once: a pipe, as <(command) in a shell is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from compare_app.readers.files import LIMIT_BYTES, read_bytes
from compare_app.readers.pipes import descriptor_of, is_pipe

MOST_BYTES = LIMIT_BYTES
"""More of one stream is not read: some never end."""


def is_stream(source: str) -> bool:
    """Whether `source` can be read once, or by this process alone: a pipe, or a file it has open."""
    path = Path(source)
    return is_pipe(path) or (descriptor_of(path) is not None and path.is_file())


def read_stream(source: str) -> bytes:
    """All that comes out of `source`, for which `is_stream` holds. Raises ReadError."""
    return read_bytes(Path(source))


@contextmanager
def kept_streams(sources: Sequence[str | None]) -> Iterator[tuple[Path | None, ...]]:
    """The files in `sources`; what comes through a pipe in a copy that is there while this lasts.

    The window's worker has no part in what this process has open, and reads more than once. A copy's name ends as that
    of the other file does: a pipe's own would not tell its format. Raises ReadError.
    """
    if not any(source is not None and is_stream(source) for source in sources):
        yield tuple(None if source is None else Path(source) for source in sources)
        return
    import tempfile  # takes 4 ms

    with tempfile.TemporaryDirectory(prefix="compare-app-") as folder:
        endings = [Path(source).suffix for source in sources if source is not None]
        ending = next(filter(None, endings), "")
        yield tuple(_kept(source, Path(folder, str(index)), ending) for index, source in enumerate(sources))


def _kept(source: str | None, folder: Path, ending: str) -> Path | None:
    if source is None or not is_stream(source):
        return None if source is None else Path(source)
    folder.mkdir()
    path = Path(source)
    stem = path.stem if descriptor_of(path) is None else "pipe"  # what the shell numbered tells a person nothing
    copy = folder / (stem + (path.suffix or ending))
    copy.write_bytes(read_stream(source))
    return copy
