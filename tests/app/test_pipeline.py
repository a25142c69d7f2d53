"""What must hold for any two texts, and the public interface as other programs use it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare_app
from compare_app import Cancelled, Comparison, Control, Document, Options, compare, judge
from compare_app.core.control import Stage
from compare_app.core.document import Claim, Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.exchange import comparison_to_data
from compare_app.core.links import Link, Relation
from compare_app.core.spans import Span

WORDS = ["The", "mayor", "will", "not", "resign", "12", "13 March", "Geneva", "Zürich", "說", "😀", "—", "“no”", "the"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda words: " ".join(words) + ". ")
PROSE = st.lists(SENTENCES | st.just("\n\n") | st.text(max_size=12), max_size=12).map("".join)
SOME = settings(max_examples=150, deadline=None)


def documents(left: str, right: str) -> tuple[Document, Document]:
    return Document.from_text(left, language="en"), Document.from_text(right, language="en")


def joined(document: Document, claims: tuple[int, ...]) -> list[Claim]:
    return [document.claims[i] for i in claims]


def place(claims: list[Claim], offset: int) -> int:
    """Code points of the joined claim texts before `offset` of the document."""
    passed = 0
    for claim in claims:
        if claim.span.start <= offset <= claim.span.end:
            return passed + offset - claim.span.start
        passed += claim.span.length
    raise AssertionError(f"{offset} lies in no claim")


def applied(link: Link, found: Comparison) -> str:
    """The left claims of a link with its edits carried out."""
    left, right = joined(found.left, link.left), joined(found.right, link.right)  # type: ignore[arg-type]
    text, out, reached = "".join(claim.text for claim in left), "", 0
    for edit in link.edits:
        start = place(left, edit.left.start)
        out += text[reached:start] + edit.right.of(found.right.text)
        reached = start + edit.left.length
        assert any(claim.span.covers(edit.right) for claim in right)
    return out + text[reached:]


@SOME
@given(PROSE)
def test_a_text_with_itself_has_no_difference(text: str) -> None:
    found = compare(*documents(text, text))
    assert (found.removed, found.added) == ((), ())
    assert [(link.left, link.right) for link in found.links] == [((i,), (i,)) for i in range(len(found.left.claims))]
    assert all(link.relation is Relation.SAME and not link.moved and not link.edits for link in found.links)
    assert all(other.is_within for other in found.elsewhere)  # a text may contradict itself, but not its equal


@SOME
@given(PROSE, PROSE)
def test_every_claim_is_linked_once_or_alone(left: str, right: str) -> None:
    found = compare(*documents(left, right))
    for side, alone, document in ((Side.LEFT, found.removed, found.left), (Side.RIGHT, found.added, found.right)):
        linked = [i for link in found.links for i in (link.left if side is Side.LEFT else link.right)]
        assert sorted([*linked, *alone]) == list(range(len(document.claims)))


@SOME
@given(PROSE, PROSE)
def test_the_edits_make_the_left_the_right(left: str, right: str) -> None:
    found = compare(*documents(left, right))
    for link in found.links:
        assert applied(link, found) == "".join(found.right.claims[j].text for j in link.right)


@SOME
@given(PROSE, PROSE)
def test_swapping_the_sides_mirrors_the_result(left: str, right: str) -> None:
    found, mirrored = compare(*documents(left, right)), compare(*documents(right, left))
    assert (found.removed, found.added) == (mirrored.added, mirrored.removed)
    one = {(link.left, link.right, link.relation, link.moved, round(link.similarity, 6)) for link in found.links}
    other = {(link.right, link.left, link.relation, link.moved, round(link.similarity, 6)) for link in mirrored.links}
    assert one == other
    assert sorted(map(_ends, found.elsewhere)) == sorted(_ends(other, mirrored=True) for other in mirrored.elsewhere)


def _ends(found: Elsewhere, *, mirrored: bool = False) -> list[tuple[str, int, int]]:
    sides = {place: place.side.other if mirrored else place.side for place in found.places}
    return sorted((side.value, place.span.start, place.span.end) for place, side in sides.items())


TOLLS = st.lists(
    st.builds(
        "{} {} {} in the {} fire{}.".format,
        st.sampled_from(["12", "13", "At least 13", "Twelve", "No"]),
        st.sampled_from(["people were", "were", "sailors were"]),
        st.sampled_from(["killed", "hurt", "not killed"]),
        st.sampled_from(["mill", "great mill", "Oslo"]),
        st.sampled_from(["", " on Monday", " in 1953"]),
    )
    | SENTENCES,
    max_size=8,
).map("\n\n".join)


@SOME
@given(TOLLS, TOLLS)
def test_what_contradicts_without_a_link_is_mirrored_and_lies_in_its_claim(left: str, right: str) -> None:
    found, mirrored = compare(*documents(left, right)), compare(*documents(right, left))
    assert sorted(map(_ends, found.elsewhere)) == sorted(_ends(other, mirrored=True) for other in mirrored.elsewhere)
    for place in (place for other in found.elsewhere for place in other.places):
        assert found.document(place.side).claims[place.claim].span.covers(place.span)
        assert place.span.length
    assert all(other.is_within for other in compare(*documents(left, left)).elsewhere)


@SOME
@given(PROSE | TOLLS, PROSE | TOLLS)
def test_findings_point_into_the_claims_of_their_link(left: str, right: str) -> None:
    found = compare(*documents(left, right))
    for link in found.links:
        for finding in link.findings:
            for span, document, claims in (
                (finding.left, found.left, link.left),
                (finding.right, found.right, link.right),
            ):
                assert span is None or _inside(span, document.claims[claims[0]], document.claims[claims[-1]])


def _inside(span: Span, first: Claim, last: Claim) -> bool:
    return first.span.start <= span.start and span.end <= last.span.end


@given(st.text(max_size=40), st.text(max_size=40))
def test_judge_takes_any_text(left: str, right: str) -> None:
    for finding in judge(left, right, language="en"):
        assert finding.message


def test_the_interface_other_programs_use() -> None:
    left = Document.from_text("The bridge opened in 1998. It is long.", language="en")
    right = Document.from_claims(["The bridge opened in 1989.", "It is long."], language="en")
    found = compare(left, right, options=Options(), control=Control(deadline_s=60))
    assert [(link.left, link.right, str(link.relation)) for link in found.links] == [
        ((0,), (0,), "contradicts"),
        ((1,), (1,), "same"),
    ]
    (finding,) = found.links[0].findings
    assert finding.verdict == "conflict"
    assert finding.left is not None
    assert finding.left.of(found.left.text) == "1998"
    assert found.left.claims[1].text == "It is long."
    assert (found.left.claims[1].span.start, found.left.claims[1].span.end) == (27, 38)


def test_judge_names_what_contradicts() -> None:
    (finding,) = judge("It opened in 1998.", "It opened in 1989.", language="en")
    assert (finding.verdict, finding.left, finding.right) == ("conflict", Span(13, 17), Span(13, 17))


def test_a_cancelled_comparison_has_no_result() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        compare(*documents("One thing. Two things.", "One thing."), control=control)


class LateControl(Control):
    """Its deadline passes once the claims are aligned."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        super().__init__(on_progress=lambda progress: self.stages.append(progress.stage))

    @property
    def is_overdue(self) -> bool:
        return Stage.WORDS in self.stages


def test_a_comparison_past_its_deadline_says_what_is_missing() -> None:
    pair = documents("It opened in 1998. The mayor will resign today.", "It opened in 1989. The mayor will not resign.")
    found = compare(*pair, control=LateControl())
    assert found.links
    assert any("words" in note for note in found.notes)
    assert any("all links" in note for note in found.notes)
    assert any("without a link" in note for note in found.notes)
    assert not any(link.findings for link in found.links)
    for link in found.links:
        assert applied(link, found) == "".join(found.right.claims[j].text for j in link.right)
    assert compare(*pair, control=Control(deadline_s=3600)).notes == ()


def test_a_sentence_too_long_for_the_rules_is_told() -> None:
    endless = "and then it rained on the town and on the fields around it " * 5_000
    found = compare(*documents(f"{endless} in 1998", f"{endless} in 1989"))
    assert found.links[0].relation is Relation.CHANGED
    assert any("20,000 characters" in note for note in found.notes)
    assert compare(*documents(endless, endless)).notes == ()


def test_nothing_against_something_is_all_added() -> None:
    found = compare(*documents("", "One thing. Two things."))
    assert (found.links, found.removed, found.added) == ((), (), (0, 1))


@pytest.mark.parametrize(
    ("left", "right", "counts"),
    [
        ("The State has decided it.", "The state has decided it.", "case"),
        ("On Monday, he left for good.", "On Monday he left for good.", "punctuation"),
        ("He said “no” — and left.", 'He said "no" - and left.', "quotes"),
        ("It isn’t over yet.", "It isn't over yet.", "quotes"),
        ("The colour of the theatre is grey.", "The color of the theater is grey.", "spelling"),
    ],
)
def test_form_is_the_same_unless_it_counts(left: str, right: str, counts: str) -> None:
    pair = documents(left, right)
    assert compare(*pair).links[0].relation is Relation.SAME
    assert compare(*pair, options=Options(**{f"{counts}_counts": True})).links[0].relation is not Relation.SAME
    others = {name: True for name in Options.__match_args__ if name.endswith("_counts") and name[:-7] != counts}
    others.pop("furniture_counts")
    assert compare(*pair, options=Options(**others)).links[0].relation is Relation.SAME


@pytest.mark.parametrize("right", ["It cost 1000 euros.", "It cost one thousand euros."])
def test_how_a_number_is_written_is_wording_unless_it_counts(right: str) -> None:
    pair = documents("It cost 1,000 euros.", right)
    assert compare(*pair).links[0].relation is Relation.REWORDED
    assert compare(*pair, options=Options(number_form_counts=True)).links[0].relation is Relation.CHANGED


def test_furniture_is_compared_where_it_counts() -> None:
    story = "The mill burned down on Monday. Twelve people were hurt by the smoke.\n\nShare on Facebook\n"
    pair = documents(story, story.replace("Facebook", "Twitter"))
    assert len(compare(*pair).left.claims) == 2
    found = compare(*pair, options=Options(furniture_counts=True))
    assert [claim.text for claim in found.left.claims[2:]] == ["Share on Facebook"]
    assert [claim.text for claim in found.right.claims[2:]] == ["Share on Twitter"]


def test_the_floor_keeps_unlike_claims_apart() -> None:
    pair = documents("The mayor spoke of the harbour.", "The mayor spoke of the museum.")
    assert compare(*pair).links
    assert not compare(*pair, options=Options(similarity_floor=0.99)).links


def test_the_documents_come_back_unchanged() -> None:
    pair = documents("A thing.", "A thing.")
    found = compare(*pair)
    assert found.left is pair[0]
    assert found.right is pair[1]
    assert comparison_to_data(found)["left"]["text"] == "A thing."


def test_names_load_on_first_use() -> None:
    look = "print(sorted(name for name in sys.modules if name.startswith('compare_app.')))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, compare_app; {look}; compare_app.Options; {look}"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = "['compare_app.core', 'compare_app.core.options', 'compare_app.core.records']"
    assert done.stdout.split("\n")[:2] == ["[]", modules]


def test_what_takes_long_to_import_waits_until_it_is_needed() -> None:
    slow = {"dataclasses", "email", "inspect", "jinja2", "logging", "lxml", "statistics", "tempfile", "trafilatura"}
    used = "compare_app.cli.main, compare_app.cli.report, compare_app.readers.registry"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {used}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {*slow, "zipfile"} & {*done.stdout.split()} == set()


def test_every_public_name_is_there() -> None:
    assert all(getattr(compare_app, name).__name__ == name for name in compare_app.__all__)
    with pytest.raises(AttributeError):
        _ = compare_app.nothing
