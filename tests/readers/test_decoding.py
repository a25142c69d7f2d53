"""Bytes become text, and the reading says what was guessed or replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.errors import ReadError
from compare_app.readers.decoding import decode

_SAMPLES = {
    "cp1252": "Der Präsident erklärte am Freitag, die Brücke müsse – trotz der Kosten – geöffnet sein. “Größe zählt.”",
    "cp932": "橋は月曜日に閉鎖された。市は声明の中で、六月に再開する予定だと述べた。バスは別の道を通る。",
    "cp949": "다리는 월요일에 폐쇄되었다. 시는 성명에서 6월에 다시 열 예정이라고 밝혔다. 버스는 다른 길로 간다.",
    "gb18030": "大桥于星期一关闭。市政府在声明中表示，预计六月重新开放。公共汽车将改走其他道路。",
    "koi8_r": "Мост был закрыт в понедельник. Город сообщил, что он откроется в июне. Автобусы пойдут иначе.",
    "cp1251": "Мост был закрыт в понедельник. Город сообщил, что он откроется в июне. Автобусы пойдут иначе.",
}


_ALSO = {  # by names under which files and pages come
    "big5": "大橋於星期一關閉。市政府在聲明中表示，預計六月重新開放。公共汽車將改走其他道路。",
    "euc_jp": _SAMPLES["cp932"],
    "shift_jis": _SAMPLES["cp932"],
    "euc_kr": _SAMPLES["cp949"],
    "gbk": _SAMPLES["gb18030"],
    "iso8859_1": "Der Präsident erklärte am Freitag, die Brücke müsse geöffnet sein. Größe zählt für später.",
    "iso8859_2": "Most został zamknięty w poniedziałek. Miasto ogłosiło, że zostanie otwarty w czerwcu. Żółte autobusy "
    "pojadą inną drogą, źle się dzieje.",
    "iso8859_5": _SAMPLES["koi8_r"],
    "iso8859_7": "Η γέφυρα έκλεισε τη Δευτέρα. Ο δήμος ανακοίνωσε ότι θα ανοίξει τον Ιούνιο.",
    "iso8859_8": "הגשר נסגר ביום שני. העירייה הודיעה כי ייפתח ביוני.",
    "iso8859_9": "Köprü pazartesi günü kapatıldı. Belediye haziranda açılacağını söyledi. Otobüsler başka "
    "yoldan gidecek, şöförler üzgün.",
}
_DECLARED_ONLY = {  # too near to others to be guessed of a few lines
    "iso8859_6": "أغلق الجسر يوم الاثنين. وقالت البلدية إنه سيفتح في يونيو.",
    "iso8859_15": "Le pont a été fermé lundi. Il rouvrirait en juin, ce qui coûtera 4 millions d’€.".replace("’", "'"),
    "cp1250": _ALSO["iso8859_2"],
}


@pytest.mark.parametrize("codec", _ALSO)
def test_other_encodings_of_the_languages_we_read_are_guessed(codec: str) -> None:
    assert decode(_ALSO[codec].encode(codec)).text == _ALSO[codec]


@pytest.mark.parametrize("codec", [*_ALSO, *_DECLARED_ONLY])
def test_every_encoding_is_read_when_it_is_named(codec: str) -> None:
    text = {**_ALSO, **_DECLARED_ONLY}[codec]
    data = text.encode(codec)
    assert decode(data, declared=codec).text == decode(data, encoding=codec).text == text
    assert decode(data, declared=codec).notes == ()


@pytest.mark.parametrize("text", _SAMPLES.values())
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(text: str, codec: str) -> None:
    text += "\nEnd."  # without a mark, UTF-16 is told by the zeros in spaces, line ends and Latin letters
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.notes == ()


@pytest.mark.parametrize("codec", _SAMPLES)
def test_legacy_encodings_are_guessed_and_the_guess_is_said(codec: str) -> None:
    decoded = decode(_SAMPLES[codec].encode(codec))
    assert decoded.text == _SAMPLES[codec]
    assert len(decoded.notes) == 1
    assert "guessed" in decoded.notes[0]


@pytest.mark.parametrize("codec", _SAMPLES)
def test_a_long_text_is_guessed_by_the_part_beyond_ascii(codec: str) -> None:
    text = "Nothing here.\n" * 20_000 + (_SAMPLES[codec] + "\n") * 50
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", _SAMPLES)
def test_a_declared_or_demanded_encoding_is_believed(codec: str) -> None:
    data = _SAMPLES[codec].encode(codec)
    assert decode(data, declared=codec).text == decode(data, encoding=codec).text == _SAMPLES[codec]
    assert decode(data, declared=codec).notes == ()


def test_a_wrong_declaration_is_not_believed() -> None:
    assert decode("Brücke".encode(), declared="ascii-latin-nonsense").text == "Brücke"
    assert decode("大桥于星期一关闭".encode(), declared="shift_jis").encoding in ("utf-8", "cp932")
    assert decode(b"\xef\xbb\xbfok", declared="koi8-r").text == "ok"


def test_damaged_utf8_is_shown_with_replacements_and_said() -> None:
    data = "Die Brücke über die Größe der Flüsse für später".encode() + b"\xff" + " und später".encode()
    decoded = decode(data)
    assert decoded.text.count("\ufffd") == 1
    assert "Brücke" in decoded.text
    assert "1 place" in decoded.notes[0]


def test_a_demanded_encoding_that_does_not_fit_replaces_and_says_so() -> None:
    decoded = decode("Brücke".encode("cp1252"), encoding="utf-8")
    assert decoded.text == "Br\ufffdcke"
    assert len(decoded.notes) == 1


@pytest.mark.parametrize("encoding", ["nonsense", "", "base64", "x\x00y"])
def test_an_unknown_encoding_is_refused_with_a_hint(encoding: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(b"text", encoding=encoding)
    assert caught.value.hint


@given(st.binary(max_size=200))
def test_any_bytes_become_some_text(data: bytes) -> None:
    decoded = decode(data)
    assert isinstance(decoded.text, str)
    assert ("\ufffd" not in decoded.text) or any("replaced" in n for n in decoded.notes) or "\ufffd".encode() in data


def test_text_with_a_stray_zero_is_not_utf16() -> None:
    assert decode(b"Plain text with one zero\x00.").text == "Plain text with one zero\x00."
