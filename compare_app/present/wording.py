"""The words for kinds, verdicts and shares, the same on screen and in every report."""

from __future__ import annotations

from compare_app.core.findings import Finding, Verdict
from compare_app.core.review import Judgement
from compare_app.present.items import Item
from compare_app.present.marks import Mark

KINDS = {
    "number": ("Number", "The two figures cannot both be true"),
    "date": ("Date", "The two dates cannot both be true"),
    "time": ("Time", "The two times cannot both be true"),
    "none": ("None", "One side has none of what the other counts"),
    "negation": ("Negation", "One side affirms what the other denies"),
    "opposite": ("Opposite", "The two words say the opposite"),
    "name": ("Name", "Two different names stand in the same place"),
    "class": ("Category", "Two things of one kind that exclude each other"),
    "replaced": ("Word", "Two different things stand in the same place"),
    "role": ("Roles", "Who did it and to whom is exchanged"),
    "quantifier": ("Quantity", "The two quantities cannot both be true"),
    "modality": ("Firmness", "The two cannot both be true"),
    "attribution": ("Speaker", "The two cannot both be true"),
    "quotation": ("Quotation", "The two cannot both be true"),
}
"""By kind of finding: its label, and why a conflict of this kind is one."""

_SHIFTS = {
    "quantifier": "Another share of the whole",
    "modality": "Said more or less firmly",
    "attribution": "Said by someone else",
    "quotation": "Other words inside the quotation marks",
}
_VERDICTS = {
    Verdict.UPDATED: "A dated figure was superseded",
    Verdict.POSSIBLE: "Possible conflict, worth a look",
    Verdict.SHIFT: "Not a contradiction, but a shift",
}
_LABELS = {
    Mark.POSSIBLE: "Possible",
    Mark.SHIFTED: "Shifted",
    Mark.CHANGED: "Changed",
    Mark.REWORDED: "Reworded",
    Mark.MOVED: "Moved",
    Mark.REMOVED: "Only left",
    Mark.ADDED: "Only right",
    Mark.SAME: "The same",
    Mark.CONTRADICTING: "Contradicting",
    Mark.DISMISSED: "Dismissed",
}


_START_LENGTH = 32  # code points: about a third of the way across a window


def kind_name(kind: str) -> str:
    """The kind of a finding as a label: "Number"."""
    return KINDS[kind][0] if kind in KINDS else kind.replace("_", " ").capitalize()


def finding_title(finding: Finding) -> str:
    """One bold sentence that answers why."""
    if finding.verdict is Verdict.CONFLICT:
        return KINDS[finding.kind][1] if finding.kind in KINDS else "The two cannot both be true"
    if finding.verdict is Verdict.SHIFT and finding.kind in _SHIFTS:
        return _SHIFTS[finding.kind]
    return _VERDICTS[finding.verdict]


def elsewhere_title(item: Item) -> str:
    """The same for what no link joins."""
    if len(item.elsewhere) > 1:
        return "Both texts may contradict themselves"
    found = item.elsewhere[0]
    if found.is_within:
        return f"The {found.first.side} may contradict itself"
    if found.verdict is Verdict.UPDATED:
        return "A dated figure was superseded, elsewhere in the other text"
    return "Possible conflict, elsewhere in the other text"


def item_label(item: Item) -> str:
    """The label of an item in a list: the kind of its gravest finding, else what happened to it."""
    if item.elsewhere:
        return f"{kind_name(item.elsewhere[0].kind)} {'twice' if item.elsewhere[0].is_within else 'elsewhere'}"
    if not item.findings or (item.judgement is Judgement.CONTRADICTS and not item.has_conflict):
        return _LABELS[item.mark]
    return kind_name(item.findings[0].kind)


def percent(share: float) -> str:
    """A share in [0, 1] as "82 %"; never "100 %" for less than all."""
    return f"{min(99, round(100 * share)) if share < 1 else 100} %"


def counted(count: int, noun: str) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def cut(text: str, length: int) -> str:
    """`text` in at most `length` code points; "…" stands for what is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def quoted_start(text: str) -> str:
    """The first words of `text` in quotation marks, few enough for a menu."""
    return f"“{cut(one_line(text), _START_LENGTH)}”"


def one_line(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())
