"""Tool tips with words of a document in them."""

from __future__ import annotations

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})  # html.escape takes 2 ms to import
_ONE_LINE = 90  # letters that stand on one line; Qt makes a short tip as narrow as a column of four words


def tool_tip(text: str) -> str:
    """`text` as a tool tip that shows it letter by letter: Qt would take what looks like markup for markup."""
    wraps = any(len(line) > _ONE_LINE for line in text.split("\n"))
    return f"<p style='white-space: {'pre-wrap' if wraps else 'pre'}'>{text.translate(_ESCAPED)}</p>" if text else ""
