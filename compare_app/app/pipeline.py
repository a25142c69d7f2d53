"""The only place that knows the order of the stages: align, words, facts, rules, relation, elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from compare_app.app.ahead import find_ahead
from compare_app.app.documents import with_furniture
from compare_app.app.joined_claims import JoinedClaims
from compare_app.core.canonical import canonical_text
from compare_app.core.comparison import Comparison, Timings
from compare_app.core.constraints import Constraints
from compare_app.core.control import Control, Stage
from compare_app.core.document import Document
from compare_app.core.findings import Finding
from compare_app.core.halves import MANY_LINKS, beside, in_halves, pays
from compare_app.core.links import Edit, EditKind, Link, Relation
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.core.translation import marked, tr
from compare_app.engine.align import Alignment, Pairing
from compare_app.engine.bound import align_bound
from compare_app.engine.language import guess_language
from compare_app.engine.relation import relation_of
from compare_app.engine.word_diff import claim_edits, word_edits
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.read import read_facts
from compare_app.facts.synonyms import say_the_same
from compare_app.rules.across import Suspects, find_elsewhere, suspects_in
from compare_app.rules.agreement import agreed_spans
from compare_app.rules.run import run_rules
from compare_app.rules.told.findings import with_told

_LINKS_PER_REPORT = 64  # about 10 ms of work between two checks for a cancel

_WORDS_LATE = marked(
    "The time allowed was over before all words were compared; some claims are marked as replaced whole."
)
_RULES_LATE = marked(
    "The time allowed was over before all links were searched for contradictions; some may be missing."
)
_ELSEWHERE_LATE = marked("The time allowed was over before claims without a link were searched for contradictions.")
_TOO_LONG = marked("Sentences of more than 20,000 characters were not searched for contradictions.")
_MOST_JUDGED = 20_000  # code points of a side: 0.1 s of rules, which take the square of the time


def compare(
    left: Document,
    right: Document,
    *,
    options: Options = Options(),
    constraints: Constraints = Constraints(),
    control: Control | None = None,
) -> Comparison:
    """Everything found between two documents. Raises Cancelled when `control` was cancelled meanwhile.

    `constraints` are pins and cuts of a person, as claim indexes. Where furniture counts, the documents of the result
    hold it as claims, and so must those given where there are constraints (see `documents.with_furniture`).
    """
    control = control or Control()
    if options.furniture_counts:
        left, right = (with_furniture(document, control=control) for document in (left, right))
    started = perf_counter()
    alignment, suspects = _aligned(left, right, constraints, options, control)
    aligned = perf_counter()
    links, notes, worded = _judged(left, right, alignment.pairings, options, control)
    is_late = control.is_overdue
    elsewhere = () if is_late else find_elsewhere(left, right, links, suspects or suspects_in(left, right, control))
    if not is_late:
        links, elsewhere = with_told(left, right, links, elsewhere)
    judged = perf_counter()
    return Comparison(
        left=left,
        right=right,
        links=links,
        lone_left=alignment.lone_left,
        lone_right=alignment.lone_right,
        options=options,
        timings=Timings(
            align_ms=1000 * (aligned - started), words_ms=1000 * (worded - aligned), rules_ms=1000 * (judged - worded)
        ),
        notes=tuple(map(tr, (*alignment.notes, *notes, *([_ELSEWHERE_LATE] if is_late else [])))),
        elsewhere=elsewhere,
    )


def judge(left: str, right: str, *, language: str | None = None) -> tuple[Finding, ...]:
    """What the rules find between two claims known to be about the same thing; spans count in the two texts."""
    language = language or guess_language(f"{left}\n{right}")
    return run_rules(*(read_facts(canonical_text(text), language=language) for text in (left, right)))


def _aligned(
    left: Document, right: Document, constraints: Constraints, options: Options, control: Control
) -> tuple[Alignment, Suspects | None]:
    """The alignment and, where another process works it out, what this one found meanwhile."""

    def work(control: Control) -> Alignment:
        return align_bound(left, right, constraints=constraints, options=options, control=control)

    if not pays(min(len(left.claims), len(right.claims))):
        return work(control), None
    control.report(Stage.ALIGN, 0.0)  # what the copy tells comes later
    return beside(work, lambda: find_ahead(left, right, control), control, tells=True)


def _judged(
    left: Document, right: Document, pairings: Sequence[Pairing], options: Options, control: Control
) -> tuple[tuple[Link, ...], list[str], float]:
    """Every link with its words compared and its rules asked, what there was no time for, and when words were done."""

    def work(part: Sequence[Pairing], control: Control) -> tuple[tuple[Link, ...], list[str], float]:
        edits, words_notes = _edits(left, right, part, options, control)
        worded = perf_counter()
        links, rules_notes = _links(left, right, part, edits, options, control)
        return links, words_notes + rules_notes, worded

    halves = in_halves(work, pairings, control, enough=MANY_LINKS)
    links = tuple([link for found, _, _ in halves for link in found])
    said = {note for _, notes, _ in halves for note in notes}
    return links, [note for note in (_WORDS_LATE, _RULES_LATE, _TOO_LONG) if note in said], halves[0][2]


def _edits(
    left: Document,
    right: Document,
    pairings: Sequence[Pairing],
    options: Options,
    control: Control,
) -> tuple[list[tuple[Edit, ...]], list[str]]:
    """The edits of every link, and a sentence where there was no time to compare words in all of them."""
    edits = []
    in_time = True
    for done, pairing in enumerate(pairings):
        if done % _LINKS_PER_REPORT == 0:
            control.report(Stage.WORDS, done / len(pairings))
            in_time = in_time and not control.is_overdue
        left_claims = [left.claims[i] for i in pairing.left]
        right_claims = [right.claims[j] for j in pairing.right]
        if in_time:
            edits.append(word_edits(left_claims, right_claims, options=options, control=control))
        else:
            edits.append(claim_edits(left_claims, right_claims, options=options))
    return edits, [] if in_time else [_WORDS_LATE]


def _links(
    left: Document,
    right: Document,
    pairings: Sequence[Pairing],
    edits: Sequence[tuple[Edit, ...]],
    options: Options,
    control: Control,
) -> tuple[tuple[Link, ...], list[str]]:
    """Every link with what the rules find in it, and a sentence about those that they were not asked about."""
    links = []
    in_time = all_fit = True
    for done, (pairing, changes) in enumerate(zip(pairings, edits, strict=True)):
        if done % _LINKS_PER_REPORT == 0:
            control.report(Stage.RULES, done / len(pairings))
            in_time = in_time and not control.is_overdue
        fits = not changes or max(_length(left, pairing.left), _length(right, pairing.right)) <= _MOST_JUDGED
        all_fit = all_fit and fits
        links.append(_link(left, right, pairing, changes, options, ask_rules=in_time and fits))
    return tuple(links), [note for note, done in ((_RULES_LATE, in_time), (_TOO_LONG, all_fit)) if not done]


def _length(document: Document, claims: Sequence[int]) -> int:
    return sum(document.claims[i].span.length for i in claims)


def _link(
    left: Document,
    right: Document,
    pairing: Pairing,
    edits: tuple[Edit, ...],
    options: Options,
    *,
    ask_rules: bool,
) -> Link:
    if all(edit.kind is EditKind.FORM for edit in edits):
        return Link(pairing.left, pairing.right, Relation.SAME, pairing.similarity, pairing.moved, edits)
    sides = JoinedClaims.of(left, pairing.left), JoinedClaims.of(right, pairing.right)
    facts = tuple(side.facts() for side in sides) if ask_rules else ()
    findings = _findings(sides, facts) if facts else ()
    claims = sides[0].claims, sides[1].claims
    relation = relation_of(*claims, edits, findings, language=left.language, says_the_same=say_the_same)
    if relation is Relation.CHANGED and facts and not findings and not options.number_form_counts:
        agreed = _agreed(sides, facts)
        if any(agreed):
            relation = relation_of(
                *claims, edits, (), language=left.language, says_the_same=say_the_same, agreed=agreed
            )
    return Link(pairing.left, pairing.right, relation, pairing.similarity, pairing.moved, edits, findings)


def _findings(sides: tuple[JoinedClaims, JoinedClaims], facts: Sequence[ClaimFacts]) -> tuple[Finding, ...]:
    left, right = sides
    return tuple(
        Finding(
            kind=finding.kind,
            verdict=finding.verdict,
            left=left.in_document(finding.left),
            right=right.in_document(finding.right),
            message=finding.message,
            left_reading=finding.left_reading,
            right_reading=finding.right_reading,
        )
        for finding in run_rules(*facts)
    )


def _agreed(sides: tuple[JoinedClaims, JoinedClaims], facts: Sequence[ClaimFacts]) -> tuple[list[Span], list[Span]]:
    """Where both sides say the same fact in other words, in their documents."""
    left, right = (
        [placed for span in spans if (placed := side.in_document(span)) is not None]
        for side, spans in zip(sides, agreed_spans(*facts), strict=True)
    )
    return left, right
