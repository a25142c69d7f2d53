"""Reads subtitles (SubRip and WebVTT) as the transcript of what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind, Reading
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = pattern(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.MULTILINE)
_SUBRIP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\d+[ \t]*\r?\n[ \t]*\d+:\d\d:\d\d[.,]\d{1,3}[ \t]*-->")
_WEBVTT = re.compile(rb"\A(?:\xef\xbb\xbf)?WEBVTT(?=\s|\Z)")
_VOICE = pattern(r"<v(?:\.[^ >]*)?[ \t]+([^>]+)>")
_TAG = pattern(r"</?[A-Za-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
_SENTENCE_END = pattern(r"[.!?…。！？؟][\"'”’»)\]]*$")
_TURN = pattern(r"^(?:[-–—]|>>)\s*")
_PAUSE_S = 2.0  # of silence after a sentence, from which another paragraph begins. Chosen by hand.


@record
class _Cue:
    """What is shown from `start` to `end`, in seconds; `speaker` where the file names one."""

    start: float
    end: float
    speaker: str
    lines: tuple[str, ...]


def read_transcript(raw: Raw) -> Reading:
    """The words of `raw`; a paragraph ends where another speaks, or with a sentence before a pause."""
    decoded = decode(raw.data, encoding=raw.encoding)
    builder = TextBuilder()
    for paragraph in _paragraphs(list(_cues(canonical_text(decoded.text)))):
        builder.add(BlockKind.PARAGRAPH, paragraph)
    source = raw.source(TRANSCRIPT.name, decoded.encoding, decoded.notes)
    return Reading(builder.text(), source, blocks=builder.blocks())


def _cues(text: str) -> Iterator[_Cue]:
    from html import unescape  # takes 2 ms

    timings = list(_TIMING.finditer(text))
    ends = [*(timing.start() for timing in timings[1:]), len(text)]
    for timing, end in zip(timings, ends, strict=False):
        shown = text[timing.end() : end].strip("\n").split("\n\n", 1)[0]  # what follows is a number, a name or a note
        voice = _VOICE.search(shown)
        lines = (unescape(_TAG.sub("", line)).strip() for line in shown.split("\n"))
        start, until = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        yield _Cue(start, until, voice[1].strip() if voice else "", tuple(line for line in lines if line))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    return 3600 * int(hours or 0) + 60 * int(minutes or 0) + int(seconds or 0) + float(f"0.{fraction}")


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    pieces: list[str] = []
    before: _Cue | None = None
    for cue in cues:
        # Rolling captions show a line again while the next one comes.
        again = before is not None and bool(cue.lines) and bool(before.lines) and cue.lines[0] == before.lines[-1]
        for i, line in enumerate(cue.lines[1:] if again else cue.lines):
            if pieces and (_TURN.match(line) or (i == 0 and before and _is_new(before, cue, pieces[-1]))):
                yield " ".join(pieces)
                pieces = []
            if not pieces and cue.speaker:
                pieces.append(f"{cue.speaker}:")
            pieces.append(_TURN.sub("", line))
        before = cue
    if pieces:
        yield " ".join(pieces)


def _is_new(before: _Cue, cue: _Cue, last: str) -> bool:
    if cue.speaker != before.speaker:
        return True
    return cue.start - before.end >= _PAUSE_S and _SENTENCE_END.search(last) is not None


def _sniff(data: bytes) -> bool:
    head = data[:1024]
    return _WEBVTT.match(head) is not None or _SUBRIP.match(head) is not None


TRANSCRIPT = Format("subtitles", (".srt", ".vtt"), _sniff, read_transcript)
