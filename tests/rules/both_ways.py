"""Where contradictions elsewhere stand, so that those of two documents and of the two exchanged can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from compare_app.core.elsewhere import Elsewhere


def ends(there: Iterable[Elsewhere], *, mirrored: bool = False) -> list[list[tuple[str, int, int]]]:
    """Side, claim and start of each place, in no order that the rules chose; `mirrored` with the sides exchanged."""
    return sorted(_ends(found, mirrored=mirrored) for found in there)


def _ends(found: Elsewhere, *, mirrored: bool) -> list[tuple[str, int, int]]:
    return sorted(
        ((place.side.other if mirrored else place.side).value, place.claim, place.span.start) for place in found.places
    )
