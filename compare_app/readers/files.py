"""Takes the bytes of a file, or says in a sentence why they cannot be had."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from compare_app.core.errors import ReadError
from compare_app.core.quoted import quoted_name
from compare_app.core.translation import tr
from compare_app.readers.pipes import is_pipe, read_pipe

TEXT_LIMIT_BYTES = 20_000_000
"""Largest text that is read: about 3,000,000 words, three times the longest book the engine is measured on."""

LIMIT_BYTES = 200_000_000
"""Largest file that is opened: pictures and fonts make up nearly all of one beyond TEXT_LIMIT_BYTES."""


def read_bytes(path: Path) -> bytes:
    """All bytes of the file at `path`, or all that comes through the pipe there; the null device is an empty file.

    Raises ReadError for anything else, for what cannot be opened and for what is larger than LIMIT_BYTES. Waits for
    what writes into a pipe, and for nothing else: a device is refused before it is opened.
    """
    try:
        if is_pipe(path):
            data = read_pipe(path, _shown(path), LIMIT_BYTES)
            refuse_large(len(data), str(path), LIMIT_BYTES)
            return data
        _refuse_unreadable_kinds(path, os.stat(path))
        with open(path, "rb", opener=_open_without_waiting) as file:
            found: bytes | None = file.read(LIMIT_BYTES + 1)
        if found is None:
            raise BlockingIOError(errno.EAGAIN, "nothing to read yet")
    except (OSError, ValueError) as error:
        raise _read_error(path, error) from error
    refuse_large(len(found), path.name, LIMIT_BYTES)
    return found


def _open_without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no such flag, nor such files


def refuse_large(size: int, name: str, limit: int = TEXT_LIMIT_BYTES) -> None:
    """Raise ReadError when `size`, in bytes, is more than `limit`."""
    if size > limit:
        raise ReadError(
            tr("{name} is larger than {limit} MB.", name=_shown(name), limit=limit // 1_000_000),
            hint=tr("Split it, or compare the parts that matter."),
        )


def _refuse_unreadable_kinds(path: Path, status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise ReadError(tr("{name} is a folder, not a file.", name=_shown(path)), hint=tr("Choose a file in it."))
    is_null_device = stat.S_ISCHR(mode) and os.path.samestat(status, os.stat(os.devnull))
    if not stat.S_ISREG(mode) and not is_null_device:
        raise ReadError(
            tr("{name} is a pipe or a device, not a file.", name=_shown(path)),
            hint=tr("Save its text to a file, or read it with “-”."),
        )
    if stat.S_ISREG(mode):
        refuse_large(status.st_size, str(path), LIMIT_BYTES)


def _read_error(path: Path, error: OSError | ValueError) -> ReadError:
    shown = _shown(path)
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return ReadError(tr("There is no file {name}.", name=shown), hint=tr("Check the name and the folder."))
    if code in (errno.EACCES, errno.EPERM):
        return ReadError(tr("{name} may not be read.", name=shown), hint=tr("Ask its owner for permission to read it."))
    if code == errno.ELOOP:
        hint = tr("Choose the file it stands for.")
        return ReadError(tr("{name} is a link that leads back to itself.", name=shown), hint=hint)
    if code == errno.ENAMETOOLONG or code is None:
        return ReadError(tr("{name} is not a possible file name.", name=shown), hint=tr("Check the name."))
    reason = os.strerror(code)
    return ReadError(tr("{name} cannot be read: {reason}.", name=shown, reason=reason), hint=tr("Try a copy of it."))


def _shown(path: Path | str) -> str:
    return quoted_name(str(path)) if str(path) else tr("The text")
