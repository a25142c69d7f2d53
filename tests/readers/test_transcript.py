from __future__ import annotations

import pytest

from compare_app import read_document
from compare_app.core.document import Reading
from compare_app.readers.format import Raw
from compare_app.readers.transcript import read_transcript

_SUBRIP = """1
00:00:01,000 --> 00:00:03,500
The bridge has been stuck
since <i>Monday</i>,

2
00:00:03,600 --> 00:00:06,000
the harbour master said.

3
00:00:09,000 --> 00:00:11,000
Nobody was hurt.

4
00:00:11,100 --> 00:00:13,000
- When will it close?
- On Friday.
"""

_WEBVTT = """WEBVTT - A talk

NOTE not to be read

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start
<v.loud Ann Lee>We <c.b>hope</c> so &amp; pray.

00:03.000 --> 00:04.000
<v Bo>So do I.
"""

_ROLLING = """WEBVTT

00:00.000 --> 00:02.000
the bridge has

00:02.000 --> 00:04.000
the bridge has
been stuck since

00:04.000 --> 00:06.000
been stuck since
Monday
"""


def _paragraphs(text: str) -> list[str]:
    reading = _read(text)
    return [block.span.of(reading.text) for block in reading.blocks or ()]


def _read(text: str) -> Reading:
    return read_transcript(Raw(text.encode()))


def test_cues_are_joined_until_a_pause_or_another_speaker() -> None:
    assert _paragraphs(_SUBRIP) == [
        "The bridge has been stuck since Monday, the harbour master said.",
        "Nobody was hurt.",
        "When will it close?",
        "On Friday.",
    ]


def test_names_of_speakers_stay_notes_and_styles_do_not() -> None:
    assert _paragraphs(_WEBVTT) == ["Ann Lee: We hope so & pray.", "Bo: So do I."]


def test_lines_that_roll_are_read_once() -> None:
    assert _paragraphs(_ROLLING) == ["the bridge has been stuck since Monday"]


@pytest.mark.parametrize("text", [_SUBRIP, _SUBRIP.replace("\n", "\r\n"), _WEBVTT, "\ufeff" + _WEBVTT])
def test_subtitles_are_known_by_their_first_lines(text: str) -> None:
    assert read_document(text.encode(), name="talk.txt").source.format == "subtitles"


def test_an_empty_file_and_one_without_cues_hold_nothing() -> None:
    assert [_paragraphs(text) for text in ("", "WEBVTT", "1\n00:00:01,000 --> 00:00:02,000")] == [[], [], []]
