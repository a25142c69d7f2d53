"""The words for kinds, verdicts and shares, the same on screen and in every report."""

from __future__ import annotations

from compare_app.core.document import Side
from compare_app.core.findings import Finding, Verdict
from compare_app.present.items import Item
from compare_app.present.marks import Mark

_KINDS = {
    "number": ("Number", "The two figures cannot both be true"),
    "money": ("Amount", "The two amounts cannot both be true"),
    "date": ("Date", "The two dates cannot both be true"),
    "time": ("Time", "The two times cannot both be true"),
    "negation": ("Negation", "One side affirms what the other denies"),
    "antonym": ("Opposite", "The two words say the opposite"),
    "opposite": ("Opposite", "The two words say the opposite"),
    "name": ("Name", "Two different names stand in the same place"),
    "class": ("Category", "Two things of one kind that exclude each other"),
    "role": ("Roles", "Who did it and to whom is exchanged"),
    "quantifier": ("Quantity", "The two quantities cannot both be true"),
    "modality": ("Firmness", "Said more or less firmly"),
    "attribution": ("Speaker", "Said by someone else"),
    "quotation": ("Quotation", "Other words inside the quotation marks"),
}
_VERDICTS = {
    Verdict.UPDATED: "A dated figure was superseded",
    Verdict.POSSIBLE: "Possible conflict, worth a look",
    Verdict.SHIFT: "Not a contradiction, but a shift",
}
_LABELS = {
    Mark.SHIFTED: "Shifted",
    Mark.CHANGED: "Changed",
    Mark.REWORDED: "Reworded",
    Mark.MOVED: "Moved",
    Mark.REMOVED: "Only left",
    Mark.ADDED: "Only right",
    Mark.SAME: "The same",
    Mark.CONTRADICTING: "Contradicting",
}


def kind_name(kind: str) -> str:
    """The kind of a finding as a label: "Number"."""
    return _KINDS[kind][0] if kind in _KINDS else kind.replace("_", " ").capitalize()


def finding_title(finding: Finding) -> str:
    """One bold sentence that answers why."""
    if finding.verdict is Verdict.CONFLICT:
        return _KINDS[finding.kind][1] if finding.kind in _KINDS else "The two cannot both be true"
    if finding.verdict is Verdict.SHIFT and finding.kind in _KINDS:
        return _KINDS[finding.kind][1]
    return _VERDICTS[finding.verdict]


def item_label(item: Item) -> str:
    """The label of an item in a list: the kind of its gravest finding, else what happened to it."""
    if item.link is not None and item.link.findings:
        gravest = min(item.link.findings, key=lambda finding: list(Verdict).index(finding.verdict))
        doubt = "?" if gravest.verdict is Verdict.POSSIBLE else ""
        return kind_name(gravest.kind) + doubt
    return _LABELS[item.mark]


def side_name(side: Side) -> str:
    """The side as a word inside a sentence."""
    return side.value


def percent(share: float) -> str:
    """A share in [0, 1] as "82 %"; never "100 %" for less than all."""
    return f"{min(99, round(100 * share)) if share < 1 else 100} %"


def one_line(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())
