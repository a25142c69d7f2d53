"""An excerpt as it is painted: pixels, not calls."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from compare_app.core.spans import Span
from compare_app.gui.excerpt_label import ExcerptLabel
from compare_app.gui.theme import load_theme
from compare_app.present.excerpts import Excerpt
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark


def test_a_box_is_closed_at_the_edge_of_the_column(qtbot: QtBot) -> None:
    theme = load_theme("light")
    span = Span(0, len("None of them"))
    excerpt = Excerpt("None of them was told.", (Highlight(span, Mark.CONTRADICTING, Weight.FACT, 0),), Span(0, 22))
    label = ExcerptLabel(theme, 14)
    qtbot.addWidget(label)
    label.show_excerpt(excerpt, theme)
    label.resize(300, label.heightForWidth(300))
    picture = label.grab().toImage()
    ink = theme.marks[Mark.CONTRADICTING].ink
    middle = picture.height() // 2
    edge = [QColor(picture.pixel(x, middle)) for x in range(3)]
    assert min(abs(one.red() - ink.red()) + abs(one.green() - ink.green()) for one in edge) < 60
