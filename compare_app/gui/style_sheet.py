"""The look of Qt's own widgets, derived from a theme."""

from __future__ import annotations

from compare_app.core.resources import resource_path
from compare_app.gui.theme import Theme, scaled
from compare_app.present.marks import Mark


def style_sheet(theme: Theme) -> str:
    """Style sheet of the whole window: space instead of boxes, one-pixel lines, six-pixel radius on what is pressed."""
    window, base, text, dim = (c.name() for c in (theme.window, theme.base, theme.text, theme.dim))
    line, hover, accent, accent_text = (c.name() for c in (theme.line, theme.hover, theme.accent, theme.accent_text))
    return f"""
QMainWindow, QDialog, QMenuBar, QToolBar, QStatusBar {{ background: {window}; color: {text}; }}
QLabel, QCheckBox {{ color: {text}; }}
QMenuBar {{ padding: 2px 6px; }}
QMenuBar::item {{ padding: 3px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {base}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {dim}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolBar {{ border: none; border-bottom: 1px solid {line}; padding: 6px 10px; spacing: 6px; }}
QToolBar::separator {{ width: 1px; background: {line}; margin: 4px 6px; }}
QToolButton, QPushButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 10px; color: {text};
    background: transparent; }}
QToolButton:hover, QPushButton:hover {{ background: {hover}; }}
QToolBar QToolButton:checked {{ background: {hover}; border-color: {line}; }}
QToolButton:focus, QPushButton:focus {{ border-color: {accent}; }}
QToolButton:disabled, QPushButton:disabled {{ color: {dim}; }}
QPushButton {{ border-color: {line}; background: {window}; padding: 4px 12px; }}
QPushButton[primary="true"] {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
QStatusBar {{ border-top: 1px solid {line}; color: {dim}; font-size: {scaled(12)}px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {dim}; padding: 0 8px; font-size: {scaled(12)}px; }}
QSplitter::handle {{ background: {line}; }}
QComboBox QAbstractItemView {{ background: {base}; color: {text}; selection-background-color: {hover};
    selection-color: {text}; border: 1px solid {line}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; top: -1px; }}
QTabBar::tab {{ padding: 6px 14px; color: {dim}; background: transparent; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ border: 1px solid {accent}; border-radius: 6px; }}
QTableView {{ background: {base}; color: {text}; border: 1px solid {base}; selection-background-color: {hover};
    selection-color: {text}; }}
QHeaderView {{ background: {window}; border: none; }}
QHeaderView::section {{ background: {window}; color: {dim}; border: none; border-bottom: 1px solid {line};
    padding: 6px 12px; font-size: {scaled(12)}px; }}
QHeaderView::down-arrow, QHeaderView::up-arrow {{ image: none; width: 0; }}
QHeaderView::section:hover {{ background: {hover}; color: {text}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 28px; margin: 1px; }}
QScrollBar::handle:vertical:hover {{ background: {dim}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:horizontal:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QPlainTextEdit {{ background: {base}; border: 1px solid {base}; }}
QTableView:focus, QPlainTextEdit:focus, QListView:focus {{ border-color: {accent}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 3px 11px; }}
QToolTip {{ background: {base}; color: {text}; border: 1px solid {line}; padding: 3px; }}
QProgressBar {{ border: none; background: {hover}; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {base}; color: {text}; border: 1px solid {line};
    border-radius: 6px; padding: 4px 8px; selection-background-color: {accent}; selection-color: {accent_text}; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; margin-right: 6px; border-left: 4px solid {base};
    border-right: 4px solid {base}; border-top: 5px solid {dim}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 6px; }}
#keysTable::item {{ padding-left: 9px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button {{ subcontrol-position: top right; width: 20px; border: none; }}
QSpinBox::down-button, QDoubleSpinBox::down-button {{ subcontrol-position: bottom right; width: 20px; border: none; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: none; width: 0; height: 0; border-left: 4px solid {base};
    border-right: 4px solid {base}; border-bottom: 5px solid {dim}; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: none; width: 0; height: 0; border-left: 4px solid {base};
    border-right: 4px solid {base}; border-top: 5px solid {dim}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {accent}; }}
QToolButton:checked {{ background: {hover}; border-color: {line}; }}
QToolButton:checked:focus {{ border-color: {accent}; }}
QToolBar QToolButton#find {{ background: {base}; color: {dim}; border: 1px solid {line}; padding: 4px 56px 4px 10px; }}
QToolBar[short="true"] QToolButton {{ padding: 4px 8px; }}
QToolBar[short="true"] QToolButton#find {{ padding: 4px 10px; }}
QToolBar QToolButton#find:hover {{ border-color: {dim}; }}
QToolBar QToolButton#find:focus {{ border-color: {accent}; }}
#startPage, #startContent {{ background: {base}; border: none; }}
#startZone {{ background: {window}; border: 1px solid {line}; border-radius: 6px; }}
QPushButton#startLink {{ background: transparent; border-color: transparent; text-align: left;
    padding: 4px 16px 4px 0; color: {text}; }}
QPushButton#startLink:hover {{ color: {accent}; }}
QPushButton#startLink:focus {{ color: {accent}; text-decoration: underline; }}
QPushButton#startLink:disabled {{ color: {dim}; }}
#chips, #paneHeader, #findBar, #filterBar, #hintBar {{ background: {window}; border-bottom: 1px solid {line}; }}
#chips {{ border-top: none; }}
#differences, #whyCard, #whyCard QWidget {{ background: {base}; }}
#editor, #editor QPlainTextEdit {{ background: {base}; color: {text}; }}
#editor QLabel {{ background: {window}; border-bottom: 1px solid {accent}; }}
#whyCard QPlainTextEdit#noteEdit {{ background: {window}; color: {text}; border: 1px solid {accent};
    border-radius: 6px; padding: 4px; }}
#whyCard {{ border-left: 1px solid {line}; }}
#whyCard QPushButton {{ background: {window}; }}
#whyCard QPushButton:hover {{ background: {hover}; }}
#whyCard QPushButton[primary="true"] {{ background: {accent}; }}
QToolButton#showAll {{ border: 1px solid {accent}; color: {accent}; }}
#messageBar, #offerBar {{ background: {theme.marks[Mark.SHIFTED].tint.name()}; border-bottom: 1px solid {line}; }}
QToolButton#next_contradiction:enabled {{ color: {theme.marks[Mark.CONTRADICTING].ink.name()}; }}
#commandPalette {{ background: {base}; border: 1px solid {line}; }}
#commandPalette QListView {{ background: {base}; border: none; }}
#hintBar {{ border-bottom: none; border-top: 1px solid {line}; }}
QTreeView {{ background: {base}; color: {text}; border: 1px solid {line}; border-radius: 6px; }}
QTreeView::item {{ padding: 3px 4px; }}
QTreeView::item:selected {{ background: {hover}; color: {text}; }}
QTreeView:focus {{ border-color: {accent}; }}
#dim {{ color: {dim}; }}
QToolButton#readingMenu {{ color: {dim}; padding: 0 14px 0 6px; }}
QToolButton#readingMenu:hover, QToolButton#readingMenu:focus {{ color: {text}; }}
QToolButton#readingMenu:focus {{ border-color: {accent}; }}
{_chips(theme)}
{_choices(theme)}
{_views(theme)}
"""


def _choices(theme: Theme) -> str:
    """Boxes and sliders: Qt draws their outlines darker than the window, and on black they are not seen."""
    base, dim, accent = (c.name() for c in (theme.base, theme.dim, theme.accent))
    tick = resource_path("icons", "tick-on-dark.svg" if theme.accent_text.lightness() > 127 else "tick-on-light.svg")
    return f"""
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {dim}; border-radius: 3px; background: {base}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick.as_posix()}"); }}
QSlider::groove:horizontal {{ height: 2px; background: {dim}; }}
QSlider::handle:horizontal {{ width: 14px; margin: -6px 0; border-radius: 7px; background: {accent}; }}
QSlider:focus::handle:horizontal {{ border: 2px solid {base}; }}
"""


def _views(theme: Theme) -> str:
    window, base, line, accent = (c.name() for c in (theme.window, theme.base, theme.line, theme.accent))
    return f"""
#findings, #cardList {{ background: {window}; }}
#findingsHead {{ background: {window}; border-bottom: 1px solid {line}; }}
#findingCard {{ background: {base}; border: 1px solid {line}; border-radius: 6px; }}
#findingCard[current="true"] {{ border: 1px solid {accent}; border-left: 4px solid {accent}; }}
#findingCard QPushButton[primary="true"] {{ background: {accent}; }}
"""


def _chips(theme: Theme) -> str:
    rules = ["QToolButton[chip] { border-radius: 12px; padding: 3px 10px; }"]
    for mark in Mark:
        colours = theme.marks[mark]
        plain = mark in (Mark.SAME, Mark.REWORDED, Mark.DISMISSED)
        ground = "transparent" if plain else colours.tint.name()
        edge = theme.line.name() if plain else ground
        rules.append(
            f'QToolButton[chip="{mark.value}"] {{ background: {ground}; color: {colours.ink.name()};'
            f" border: 1px solid {edge}; }}"
            f'QToolButton[chip="{mark.value}"]:hover {{ border-color: {colours.ink.name()}; }}'
            f'QToolButton[chip="{mark.value}"]:focus {{ border: 1px solid {theme.accent.name()}; }}'
            f'QToolButton[chip="{mark.value}"]:checked {{ border: 2px solid {colours.ink.name()}; padding: 2px 9px; }}'
            f'QToolButton[chip="{mark.value}"]:disabled {{ background: transparent; color: {theme.dim.name()};'
            f" border: 1px solid {theme.line.name()}; }}"
        )
    return "\n".join(rules)
