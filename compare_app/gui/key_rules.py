"""Which keys an action can have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

_FIRST_THAT_TYPES_NOTHING = 0x01000000
_MODIFIERS_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_MOVING = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_pressable(keys: str) -> bool:
    """Whether `keys` names keys that exist, or none at all."""
    chords = _chords(keys)
    return all(key not in (Qt.Key.Key_unknown, *_MODIFIERS_ALONE) for key, _ in chords) and bool(chords) == bool(keys)


def is_needed(keys: str) -> bool:
    """Whether `keys` begin with what types or moves: as an action's they would take that from every text and list."""
    chords = _chords(keys)
    if not chords:
        return False
    key, modifiers = chords[0]
    types_or_moves = key.value < _FIRST_THAT_TYPES_NOTHING or key in _MOVING
    return types_or_moves and not modifiers & _COMMANDING


def collide(one: str, other: str) -> bool:
    """Whether `one` and `other` are the same keys, or one of them begins with the other, which hides it."""
    first, second = _chords(one), _chords(other)
    shared = min(len(first), len(second))
    return shared > 0 and first[:shared] == second[:shared]


def _chords(keys: str) -> list[tuple[Qt.Key, Qt.KeyboardModifier]]:
    sequence = QKeySequence(keys)
    combined = (sequence[place] for place in range(sequence.count()))  # type: ignore[index]
    return [(one.key(), one.keyboardModifiers()) for one in combined]
