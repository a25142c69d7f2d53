"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.engine.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge was closed on Monday, and it will open in June."),
        ("en", "It opened in 1998."),
        ("de", "Die Brücke wurde am Montag gesperrt und soll im Juni wieder öffnen."),
        ("fr", "Le pont a été fermé lundi et il ne sera pas rouvert avant le mois de juin."),
        ("es", "El puente se cerró el lunes y no se abrirá hasta el mes de junio."),
        ("it", "Il ponte è stato chiuso lunedì e non sarà riaperto prima di giugno."),
        ("pt", "A ponte foi fechada na segunda-feira e não será aberta até junho."),
        ("nl", "De brug werd maandag gesloten en het duurt tot juni voor hij weer open is."),
        ("ru", "Мост был закрыт в понедельник, и он не будет открыт до июня."),
        ("uk", "Міст було закрито в понеділок, і він не буде відкритий до червня."),
        ("ko", "다리는 월요일에 폐쇄되었고 6월에 다시 열릴 예정이다."),
        ("ja", "橋は月曜日に閉鎖され、六月に再開される見込みだ。"),
        ("zh", "大桥于星期一关闭，预计六月重新开放。"),
        ("ar", "أغلق الجسر يوم الاثنين ومن المتوقع أن يعاد فتحه في يونيو."),
        ("fa", "این پل روز دوشنبه بسته شد و تا ماه آینده باز نمی شود."),
        ("el", "Η γέφυρα έκλεισε τη Δευτέρα."),
        ("he", "הגשר נסגר ביום שני."),
        ("th", "สะพานถูกปิดเมื่อวันจันทร์"),
        ("ko", "BTS와 SM 엔터테인먼트는 NASA와 함께 일한다."),
        ("und", ""),
        ("und", "12,345 – 67 %"),
        ("und", "Xqz vbn"),
    ],
)
def test_languages_are_told_apart(language: str, text: str) -> None:
    assert guess_language(text) == language


@given(st.text(max_size=200))
def test_any_text_gets_a_code(text: str) -> None:
    assert guess_language(text).isalpha()
