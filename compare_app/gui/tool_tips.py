"""Tool tips with words of a document in them."""

from __future__ import annotations

from html import escape


def tool_tip(text: str) -> str:
    """`text` as a tool tip that shows it letter by letter: Qt would take what looks like markup for markup."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""
