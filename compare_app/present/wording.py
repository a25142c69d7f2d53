"""The words for kinds, verdicts and shares, the same on screen and in every report."""

from __future__ import annotations

from compare_app.core.document import Side
from compare_app.core.findings import Finding, Verdict
from compare_app.core.review import Judgement
from compare_app.core.translation import marked, tr, tr_n
from compare_app.present.items import Item
from compare_app.present.marks import Mark

KINDS = {
    "number": (marked("Number"), marked("The two figures cannot both be true")),
    "date": (marked("Date"), marked("The two dates cannot both be true")),
    "time": (marked("Time"), marked("The two times cannot both be true")),
    "none": (marked("None or some"), marked("One side has none of what the other counts")),
    "negation": (marked("Negation"), marked("One side affirms what the other denies")),
    "opposite": (marked("Opposite"), marked("The two words say the opposite")),
    "name": (marked("Name"), marked("Two different names stand in the same place")),
    "class": (marked("Category"), marked("Two things of one kind that exclude each other")),
    "replaced": (marked("Word"), marked("Two different things stand in the same place")),
    "role": (marked("Roles"), marked("Who did it and to whom is exchanged")),
    "quantifier": (marked("Quantity"), marked("The two quantities cannot both be true")),
    "modality": (marked("Firmness"), marked("The two cannot both be true")),
    "attribution": (marked("Speaker"), marked("The two cannot both be true")),
    "quotation": (marked("Quotation"), marked("The two cannot both be true")),
}
"""By kind of finding: its label, and why a conflict of this kind is one."""

_SHIFTS = {
    "quantifier": marked("Another share of the whole"),
    "modality": marked("Said more or less firmly"),
    "attribution": marked("Said by someone else"),
    "quotation": marked("Other words inside the quotation marks"),
}
_VERDICTS = {
    Verdict.UPDATED: marked("A dated figure was superseded"),
    Verdict.POSSIBLE: marked("Possible conflict, worth a look"),
    Verdict.SHIFT: marked("Not a contradiction, but a shift"),
}
_LABELS = {
    Mark.POSSIBLE: marked("Possible"),
    Mark.SHIFTED: marked("Shifted"),
    Mark.CHANGED: marked("Changed"),
    Mark.REWORDED: marked("Reworded"),
    Mark.MOVED: marked("Moved"),
    Mark.REMOVED: marked("Only left"),
    Mark.ADDED: marked("Only right"),
    Mark.SAME: marked("The same"),
    Mark.CONTRADICTING: marked("Contradicting"),
    Mark.DISMISSED: marked("Dismissed"),
}


_START_LENGTH = 32  # code points: about a third of the way across a window


def kind_name(kind: str) -> str:
    """The kind of a finding as a label: "Number"."""
    return tr(KINDS[kind][0]) if kind in KINDS else kind.replace("_", " ").capitalize()


def finding_title(finding: Finding) -> str:
    """One bold sentence that answers why."""
    if finding.verdict is Verdict.CONFLICT:
        return tr(KINDS[finding.kind][1]) if finding.kind in KINDS else tr("The two cannot both be true")
    if finding.verdict is Verdict.SHIFT and finding.kind in _SHIFTS:
        return tr(_SHIFTS[finding.kind])
    return tr(_VERDICTS[finding.verdict])


def elsewhere_title(item: Item) -> str:
    """The same for what no link joins."""
    if len(item.elsewhere) > 1:
        return tr("Both texts may contradict themselves")
    found = item.elsewhere[0]
    if found.is_within:
        if found.first.side is Side.LEFT:
            return tr("The left may contradict itself")
        return tr("The right may contradict itself")
    if found.verdict is Verdict.UPDATED:
        return tr("A dated figure was superseded, elsewhere in the other text")
    return tr("Possible conflict, elsewhere in the other text")


def item_label(item: Item) -> str:
    """The label of an item in a list: the kind of its gravest finding, else what happened to it."""
    if item.elsewhere:
        found, kind = item.elsewhere[0], kind_name(item.elsewhere[0].kind)
        return tr("{kind} twice", kind=kind) if found.is_within else tr("{kind} elsewhere", kind=kind)
    if not item.findings or (item.judgement is Judgement.CONTRADICTS and not item.has_conflict):
        return tr(_LABELS[item.mark])
    return kind_name(item.findings[0].kind)


def percent(share: float) -> str:
    """A share in [0, 1] as "82%"; never "100%" for less than all."""
    return tr("{share}%", share=min(99, round(100 * share)) if share < 1 else 100)


def claims_counted(count: int) -> str:
    """ "1 claim", "1,204 claims"."""
    return tr_n("{count} claim", "{count} claims", count)


def side_label(side: Side) -> str:
    """What a side is called above what stands on it: "Left"."""
    return tr("Left") if side is Side.LEFT else tr("Right")


def side_word(side: Side) -> str:
    """The same inside a line: "changed, left, 4 of 31"."""
    return tr("left") if side is Side.LEFT else tr("right")


def cut(text: str, length: int) -> str:
    """`text` in at most `length` code points; "…" stands for what is missing."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def quoted_start(text: str) -> str:
    """The first words of `text` in quotation marks, few enough for a menu."""
    return tr("“{words}”", words=cut(one_line(text), _START_LENGTH))


def one_line(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())
