"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compare_app.core.findings import Finding
from compare_app.core.records import record
from compare_app.rules.pair import Pair


@record
class Rule:
    """One kind of contradiction or shift.

    `name` is the kind of its findings, `title` says in plain words what it looks for; `fires` and `silent` are each
    a pair of claims that shows what it marks and what it leaves alone. `find` is symmetric: swapped claims give the
    mirrored findings. `may_find` is a cheap sign without which `find` finds nothing.
    """

    name: str
    title: str
    find: Callable[[Pair], Iterable[Finding]]
    may_find: Callable[[Pair], bool]
    fires: tuple[str, str]
    silent: tuple[str, str]
    source: str = ""
    signs: int = 0
    """Bits of `facts.signs`: each side bears one of them where `find` finds something. 0 where words need bear none."""
    is_last_resort: bool = False
    """Whether it is asked only where no rule before it called anything a conflict or possible."""
