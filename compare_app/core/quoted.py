"""Names of files as they stand in a sentence: a name may hold anything, and must spoil neither window nor terminal."""

from __future__ import annotations

from compare_app.core.translation import tr

_MOST = 200  # code points; a path's end tells most


def shown_name(name: str) -> str:
    """`name` on one line, without what turns or hides text, its start left out where it is long."""
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
    return text if len(text) <= _MOST else "…" + text[1 - _MOST :]


def quoted_name(name: str) -> str:
    """`shown_name` in quotation marks."""
    return tr("“{words}”", words=shown_name(name))
