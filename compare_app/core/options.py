"""What counts as a difference."""

from __future__ import annotations

from compare_app.core.records import record


@record
class Options:
    """Choices of the user for one comparison.

    `similarity_floor` in [0, 1]: claims less alike are never linked; 0 leaves the decision to the aligner.
    Each `…_counts` says whether a difference in that alone is one: `case` ("the State", "the state"), `punctuation`
    (a lost comma), `quotes` (the kind of quotation marks, apostrophes and dashes), `spelling` ("colour", "color"),
    `number_form` ("1,000", "one thousand"). `furniture_counts`: whether lines that are set aside are compared.
    Raises ValueError when the floor is out of range.
    """

    similarity_floor: float = 0.0
    case_counts: bool = False
    punctuation_counts: bool = False
    quotes_counts: bool = False
    spelling_counts: bool = False
    number_form_counts: bool = False
    furniture_counts: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.similarity_floor <= 1.0:
            raise ValueError(f"similarity_floor out of [0, 1]: {self.similarity_floor}")
