"""Writes files so that a failure loses nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from compare_app.core.errors import WriteError
from compare_app.core.quoted import shown_name
from compare_app.core.translation import tr

Stamp = tuple[int, int, int]


def write_atomically(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path` in one step: a reader sees the old file or the new one, never half of it.

    An existing file is replaced and keeps its permissions; a symbolic link stays and what it names is replaced.
    A pipe or a device is written as it is. Raises WriteError, and then nothing has changed.
    """
    write_bytes_atomically(path, text.encode("utf-8", "replace"))


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """The same for what is encoded already."""
    try:
        if path.is_dir():
            raise WriteError(tr("“{path}” is a folder.", path=shown_name(str(path))), hint=tr("Name a file in it."))
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # as it was named: a pipe under /dev/fd has no other name
        else:
            _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or tr("not a possible file name")
        sentence = tr("“{path}” cannot be written: {reason}.", path=shown_name(str(path)), reason=reason)
        raise WriteError(sentence, hint=tr("Choose another place.")) from error


def write_with_folder(path: Path, text: str) -> None:
    """As `write_atomically`, in a folder that is made where there is none. Raises WriteError."""
    make_folder(path.parent)
    write_atomically(path, text)


def make_folder(folder: Path) -> None:
    """Make `folder`, and what it lies in, where there is none. Raises WriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            tr("“{path}” cannot be made: {reason}.", path=shown_name(str(folder)), reason=error.strerror)
        ) from error


def stamp_of(path: Path) -> Stamp | None:
    """What is another once the file at `path` was written: time, size and number; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def refuse_to_overwrite(path: Path, sources: Iterable[str]) -> None:
    """Raise WriteError when `path` is one of `sources`, by whatever name or link; empty sources are no files."""
    for source in sources:
        if source and _is_same_file(path, Path(source)):
            sentence = tr("“{path}” is one of the two documents.", path=shown_name(str(path)))
            raise WriteError(sentence, hint=tr("Name another file for the report."))


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.samefile(other)
    except (OSError, ValueError):
        return False  # one of them is not there: nothing can be lost


def _replace(target: Path, data: bytes) -> None:
    import tempfile  # takes 4 ms

    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, tr("it is write-protected"))
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    """The process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
