"""Reviews as plain data and back, for saved sessions and the window's worker."""

from __future__ import annotations

from compare_app.core.claim_index import ClaimName
from compare_app.core.exchange import Data
from compare_app.core.review import Decision, FindingName, Judgement, Review
from compare_app.core.subjects import Subject


def review_to_data(review: Review) -> Data:
    """`review` as plain data."""
    return {
        "decisions": {key: decision.value for key, decision in review.decisions.items()},
        "pins": [subject_to_data(pin) for pin in review.pins],
        "cuts": [subject_to_data(cut) for cut in review.cuts],
        "judgements": [
            {"about": subject_to_data(subject), "judgement": said.value} for subject, said in review.judgements.items()
        ],
        "dismissed_rules": list(review.dismissed_rules),
        "notes": [{"about": subject_to_data(subject), "text": text} for subject, text in review.notes.items()],
        "finding_notes": dict(review.finding_notes),
        "strays": {
            key: {"kind": name.kind, "words": list(name.words), "about": subject_to_data(name.about)}
            for key, name in review.strays.items()
        },
    }


def review_from_data(data: Data) -> Review:
    """The review that `data` describes; what it does not name is empty. Raises KeyError or ValueError on other data."""
    return Review(
        decisions={key: Decision(said) for key, said in data.get("decisions", {}).items()},
        pins=tuple(subject_from_data(pin) for pin in data.get("pins", ())),
        cuts=tuple(subject_from_data(cut) for cut in data.get("cuts", ())),
        judgements={subject_from_data(one["about"]): Judgement(one["judgement"]) for one in data.get("judgements", ())},
        dismissed_rules=tuple(data.get("dismissed_rules", ())),
        notes={subject_from_data(one["about"]): str(one["text"]) for one in data.get("notes", ())},
        finding_notes={key: str(text) for key, text in data.get("finding_notes", {}).items()},
        strays={
            key: FindingName(str(one["kind"]), tuple(map(str, one["words"])), subject_from_data(one["about"]))
            for key, one in data.get("strays", {}).items()
        },
    )


def subject_to_data(subject: Subject) -> Data:
    """`subject` as plain data: words and occurrence of each claim."""
    return {
        "left": [[name.words, name.occurrence] for name in subject.left],
        "right": [[name.words, name.occurrence] for name in subject.right],
    }


def subject_from_data(data: Data) -> Subject:
    """The subject that `data` describes. Raises KeyError or ValueError on other data."""
    left, right = (
        tuple(ClaimName(str(words), int(occurrence)) for words, occurrence in data[side]) for side in ("left", "right")
    )
    return Subject(left, right)
