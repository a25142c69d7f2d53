"""Tool tips with words of a document in them."""

from __future__ import annotations

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # html.escape takes 2 ms to import


def tool_tip(text: str) -> str:
    """`text` as a tool tip that shows it letter by letter: Qt would take what looks like markup for markup."""
    return f"<p style='white-space: pre-wrap'>{text.translate(_ESCAPED)}</p>" if text else ""
