"""What was decided about words that neither text has any more, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.finding_names import placed_findings
from compare_app.core.review import Decision, FindingName, Judgement, Review
from compare_app.core.subjects import Subject
from compare_app.core.translation import marked, tr
from compare_app.present.wording import kind_name, one_line

_DECIDED = {Decision.CONFIRMED: marked("Confirmed: {what}"), Decision.DISMISSED: marked("Dismissed: {what}")}
_JUDGED = {
    Judgement.CONTRADICTS: marked("Judged to contradict: {what}"),
    Judgement.AGREES: marked("Judged not to contradict: {what}"),
}


def lost_lines(comparison: Comparison, review: Review) -> tuple[str, ...]:
    """A line for everything in `review` that is about nothing in `comparison`."""
    return (*_of_findings(comparison, review), *_of_claims(comparison, review))


def _of_findings(comparison: Comparison, review: Review) -> Iterator[str]:
    known = {one.key for one in placed_findings(comparison)} if review.finding_keys else set()
    for key, said in review.decisions.items():
        if key not in known:
            yield tr(_DECIDED[said]).format(what=_finding(review.strays.get(key)))
    for key, note in review.finding_notes.items():
        if key not in known:
            yield tr("Note on {what}: {note}", what=_finding(review.strays.get(key)), note=note)


def _of_claims(comparison: Comparison, review: Review) -> Iterator[str]:
    indexes = comparison.indexes
    for pattern, subjects in ((marked("Pinned: {what}"), review.pins), (marked("Cut: {what}"), review.cuts)):
        for about in subjects:
            if indexes.place(about, edited=True) is None:
                yield tr(pattern).format(what=_claims(about))
    for about, said in review.judgements.items():
        if indexes.place(about) is None:
            yield tr(_JUDGED[said]).format(what=_claims(about))
    for about, note in review.notes.items():
        if indexes.place(about, edited=True) is None:
            yield tr("Note on {what}: {note}", what=_claims(about), note=note)


def _finding(name: FindingName | None) -> str:
    if name is None:
        return tr("a finding of which no words were kept")
    words = " / ".join(tr("“{words}”", words=one_line(words)) for words in name.words if words)
    kind = kind_name(name.kind.removeprefix("elsewhere "))
    return tr("{kind}, {words}, in {claims}", kind=kind, words=words, claims=_claims(name.about))


def _claims(about: Subject) -> str:
    names = (*about.left, *about.right)
    return " / ".join(tr("“{words}”", words=name.words) for name in names)
