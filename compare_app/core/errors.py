"""Errors that speak to the person: what happened, to which file, and what to do."""

from __future__ import annotations


class CompareError(Exception):
    """A failure with one sentence for the user (`message`) and, where there is one, what to do about it (`hint`)."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint


class ReadError(CompareError):
    """A source that cannot be read as a document."""


class WriteError(CompareError):
    """A file that cannot be written; what was there before is untouched."""


class ResourceError(CompareError):
    """A file of the program itself is missing or damaged."""


class Cancelled(Exception):
    """The run was cancelled; no result exists."""
