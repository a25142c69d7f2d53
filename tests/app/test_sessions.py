"""A session comes back as it was saved; of a damaged one comes back what is left."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from compare_app import Document
from compare_app.app import sessions
from compare_app.app.jobs import Input
from compare_app.app.session_reading import read_session
from compare_app.app.sessions import VERSION, Session, encode_session, save_session, session_title
from compare_app.core.claim_index import ClaimName
from compare_app.core.document import Side
from compare_app.core.errors import ReadError
from compare_app.core.options import Options
from compare_app.core.records import replace
from compare_app.core.resources import resource_path
from compare_app.core.review import Decision, Judgement, Review
from compare_app.core.subjects import Subject

LEFT = "The bridge\n\nRepairs cost £4 million. “It held,” she said.\n\n다리가 열렸다.\n"
PAIR = Subject((ClaimName("repairs cost 4 million", 0),), (ClaimName("repairs cost 6 million", 0),))
SESSION = Session(
    documents={
        Side.LEFT: Document.from_text(LEFT, name="left.txt"),
        Side.RIGHT: Document.from_text("Repairs cost £6 million.", name="pasted"),
    },
    inputs={
        Side.LEFT: Input(path="/press/left.txt", encoding="utf-8", kept=("a1",)),
        Side.RIGHT: Input(content="Repairs cost £6 million.", name="pasted"),
    },
    options=Options(similarity_floor=0.5, case_counts=True),
    review=Review(
        decisions={"k1": Decision.CONFIRMED, "k2": Decision.DISMISSED},
        pins=(PAIR,),
        judgements={PAIR: Judgement.CONTRADICTS},
        notes={PAIR: "Ask the council."},
    ),
    place=(Side.LEFT, 1),
)


def saved(tmp_path: Path, session: Session = SESSION) -> Path:
    path = tmp_path / "work.compare"
    save_session(session, path)
    return path


def damaged(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def schema(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(resource_path("schema", name).read_text(encoding="utf-8"))
    return found


def comparable(session: Session) -> tuple[object, ...]:
    documents = {
        side: (found.text, found.blocks, found.claims, found.source) for side, found in session.documents.items()
    }
    return documents, session.inputs, session.options, session.review, session.place


@pytest.mark.parametrize(
    "session",
    [
        SESSION,
        Session(),
        replace(
            SESSION, documents={Side.LEFT: SESSION.documents[Side.LEFT]}, inputs={Side.LEFT: SESSION.inputs[Side.LEFT]}
        ),
        replace(SESSION, documents={**SESSION.documents, Side.RIGHT: Document.from_text("A line.\n\n" * 2500)}),
    ],
    ids=["whole", "empty", "one side", "more than one portion of claims"],
)
def test_a_session_comes_back_as_it_was_saved(tmp_path: Path, session: Session) -> None:
    opened = read_session(saved(tmp_path, session))
    assert comparable(opened.session) == comparable(session)
    assert opened.lost == ()


def test_the_file_is_what_its_schema_says() -> None:
    known = Registry().with_resources(
        [(str(one["$id"]), Resource.from_contents(one)) for one in (schema("comparison-1.json"),)]
    )
    validator = jsonschema.Draft202012Validator(schema("session-1.json"), registry=known)
    data = json.loads("".join(encode_session(SESSION)))
    validator.validate(data)
    assert list(data) == [*schema("session-1.json")["required"], "digest"]  # type: ignore[misc]
    assert data["version"] == VERSION
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**data, "left": {}})


def test_each_member_has_a_line_and_the_title_is_found_without_the_rest(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert session_title(path) == "left.txt – pasted"
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [line.split('"')[1] for line in lines[1:-3]] == schema("session-1.json")["required"]
    assert session_title(tmp_path / "nowhere.compare") == ""


def test_a_newer_version_says_so(tmp_path: Path) -> None:
    path = damaged(saved(tmp_path), f'"version": {VERSION}', f'"version": {VERSION + 1}')
    with pytest.raises(ReadError, match="newer version") as caught:
        read_session(path)
    assert f"reads up to {VERSION}" in caught.value.hint


def test_an_older_version_is_brought_up_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "VERSION", VERSION + 2)
    monkeypatch.setattr(
        sessions,
        "MIGRATIONS",
        {
            VERSION: lambda data: {**data, "options": {**data["options"], "similarity_floor": 0.25}},
            VERSION + 1: lambda data: {**data, "place": None},
        },
    )
    path = damaged(saved(tmp_path), f'"version": {VERSION + 2}', f'"version": {VERSION}')
    found = read_session(path).session
    assert found.options.similarity_floor == 0.25
    assert found.place is None


def test_every_version_before_this_one_has_a_step() -> None:
    assert set(sessions.MIGRATIONS) == set(range(1, VERSION))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ('"confirmed"', '"maybe"', "decisions"),
        ('"k1":', '"k1', "decisions"),
        ('"similarity_floor":0.5', '"similarity_floor":5', "What counts"),
        ('"blocks":[{"kind":"title"', '"blocks":[{"kind":"rubble"', "left text"),
        ('"side":"left","claim":1', '"side":"left","claim":99', "not as it was saved"),
    ],
)
def test_one_damaged_member_takes_no_other_along(tmp_path: Path, old: str, new: str, lost: str) -> None:
    opened = read_session(damaged(saved(tmp_path), old, new))
    assert len(opened.lost) == bool(lost)
    assert lost in " ".join(opened.lost)
    assert opened.session.documents[Side.RIGHT].text == "Repairs cost £6 million."


@pytest.mark.parametrize(
    ("old", "new"), [("£4 million", "£9 million"), ('"k1":', '"k7":'), ("similarity_floor", "floor")]
)
def test_what_was_changed_and_can_be_read_is_told(tmp_path: Path, old: str, new: str) -> None:
    path = saved(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert "not as it was saved" in " ".join(read_session(path).lost)


def test_a_session_of_earlier_days_has_no_digest_and_no_damage(tmp_path: Path) -> None:
    path = saved(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(',\n"digest"')] + "\n}\n", encoding="utf-8")
    assert read_session(path).lost == ()
    assert comparable(read_session(path).session) == comparable(SESSION)


_DAMAGES = st.lists(
    st.one_of(
        st.tuples(st.just("bit"), st.integers(0, 10_000), st.integers(0, 7)),
        st.tuples(st.just("cut"), st.integers(0, 10_000), st.just(0)),
        st.tuples(st.just("drop"), st.integers(0, 10_000), st.integers(1, 60)),
        st.tuples(st.just("add"), st.integers(0, 10_000), st.integers(0, 255)),
    ),
    min_size=1,
    max_size=4,
)


def spoilt(data: bytes, damages: list[tuple[str, int, int]]) -> bytes:
    """`data` after all of `damages`; a place behind the end is counted from the start again."""
    found = bytearray(data)
    for kind, place, size in damages:
        at = place % max(1, len(found))
        if kind == "cut":
            del found[at:]
        elif kind == "drop":
            del found[at : at + size]
        elif kind == "add":
            found[at:at] = bytes([size])
        elif found:
            found[at] ^= 1 << size
    return bytes(found)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DAMAGES)
def test_any_damage_is_told_or_changes_nothing(tmp_path: Path, damages: list[tuple[str, int, int]]) -> None:
    path = saved(tmp_path)
    path.write_bytes(spoilt(path.read_bytes(), damages))
    try:
        opened = read_session(path)
    except ReadError:
        return
    assert opened.lost or comparable(opened.session) == comparable(SESSION)
    assert "".join(encode_session(opened.session))  # what was saved of it can be saved


@pytest.mark.parametrize(
    "words",
    [
        '"review": {"decisions":{},"pins":[{"left":[["a",1e999]],"right":[]}]}',
        '"review": ' + "[" * 100_000,
        '"left": {"text":"a\\x',
    ],
    ids=["infinity", "depth", "escape"],
)
def test_what_no_program_wrote_is_damage(tmp_path: Path, words: str) -> None:
    path = saved(tmp_path)
    name = words.split(":")[0]
    lines = [words + "," if line.startswith(name) else line for line in path.read_text(encoding="utf-8").split("\n")]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read_session(path).lost


@pytest.mark.parametrize("share", [0.6, 0.7, 0.8, 0.9, 0.99])
def test_a_file_that_lost_its_end_keeps_the_decisions_and_the_texts_before_the_damage(
    tmp_path: Path, share: float
) -> None:
    path = saved(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    opened = read_session(path)
    assert opened.session.review == SESSION.review
    assert opened.lost
    for side, document in opened.session.documents.items():
        assert SESSION.documents[side].text.startswith(document.text.rstrip("\ufffd"))


def test_the_text_before_the_damage_is_saved(tmp_path: Path) -> None:
    path = saved(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("It held")], encoding="utf-8")
    opened = read_session(path)
    assert opened.session.documents[Side.LEFT].text == LEFT[: LEFT.index("It held")]
    assert opened.lost == ("The left text is cut short.", "The right text could not be saved.")


@pytest.mark.parametrize(
    "content", ["", "[]", "A letter.", '{"format": "other"}', '{\n"format": "compare-app session",\n']
)
def test_what_is_no_session_says_so(tmp_path: Path, content: str) -> None:
    path = tmp_path / "letter.compare"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match="no session"):
        read_session(path)


def test_a_session_damaged_beyond_use_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path)
    path.write_text("\n".join(path.read_text(encoding="utf-8").split("\n")[:3]), encoding="utf-8")
    with pytest.raises(ReadError, match="nothing in it can be read"):
        read_session(path)


def test_a_session_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        read_session(tmp_path / "nowhere.compare")


def test_an_input_of_a_later_program_loses_nothing_else(tmp_path: Path) -> None:
    path = damaged(saved(tmp_path), '"encoding":"utf-8"', '"encoding":"utf-8","colour":"blue"')
    opened = read_session(path)
    assert opened.session.documents[Side.LEFT].text == SESSION.documents[Side.LEFT].text
    assert opened.session.inputs == SESSION.inputs


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_no_session_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "work.compare")
    with pytest.raises(ReadError, match=r"“work\.compare” is a pipe or a device"):
        read_session(tmp_path / "work.compare")
