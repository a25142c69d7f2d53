"""What counts as a difference."""

from __future__ import annotations

from compare_app.core.records import record


@record
class Options:
    """Choices of the user for one comparison.

    `similarity_floor` in [0, 1]: claims less alike are never linked; 0 leaves the decision to the aligner.
    `case_counts`: whether "the State" and "the state" differ. `punctuation_counts`: whether a lost comma makes a
    difference. Raises ValueError when the floor is out of range.
    """

    similarity_floor: float = 0.0
    case_counts: bool = False
    punctuation_counts: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.similarity_floor <= 1.0:
            raise ValueError(f"similarity_floor out of [0, 1]: {self.similarity_floor}")
