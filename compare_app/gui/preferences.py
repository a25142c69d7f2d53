"""What the person set, kept in its file, and what follows from it for fonts, colours and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from compare_app.app.settings import Settings, Value, load_settings, save_settings
from compare_app.core.errors import WriteError
from compare_app.core.translation import environment_names_language, tr, use_language
from compare_app.gui.actions import use_keys
from compare_app.gui.theme import Fonts, Theme, load_theme, system_scheme, use_fonts


class Preferences(QObject):
    """The settings of this window; what they say is in use from the moment this is made."""

    changed = Signal(str)
    """The name of the setting that is another now; "keys" for the keys."""
    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        loaded = load_settings(file)
        self.settings = loaded.settings
        self.complaints = [(loaded.complaint, loaded.hint)] if loaded.complaint else []
        """What could not be used at the start: a sentence and what to do, each."""
        self._use_fonts()
        self._use_language()
        refused = use_keys(self.settings.keys)
        if refused:
            names = ", ".join(refused)
            said = tr("The keys set for these actions cannot be used, they keep their own: {names}.", names=names)
            self.complaints.append(
                (said, tr("Keys are pressed with Ctrl or Alt, or are F1 to F12, and mean one thing."))
            )

    @property
    def theme(self) -> Theme:
        """The colours that were chosen, or that the system asks for."""
        scheme = self.settings.text("scheme")
        return load_theme(system_scheme() if scheme == "system" else scheme, self.settings.text("palette"))

    @property
    def autosave_s(self) -> int:
        """Seconds after which decisions are kept together."""
        return int(self.settings.number("autosave_s"))

    def set(self, name: str, value: Value) -> None:
        """Set `name` to `value` from now on. Raises ValueError on one it cannot have."""
        if value == self.settings.value(name):
            return
        self._take(self.settings.with_value(name, value))
        self._use_fonts()
        if name == "language":
            self._tell_of_language()
        self.changed.emit(name)

    def set_keys(self, action: str, keys: str | None) -> None:
        """Give `action` other keys, empty for none; None: its own again. They mean nothing else already."""
        self._take(self.settings.with_keys(action, keys))
        use_keys(self.settings.keys)
        self.changed.emit("keys")

    def reset(self) -> None:
        """Set everything as at first."""
        before, now = self.settings, Settings()
        self._take(now)
        use_keys({})
        self._use_fonts()
        self._tell_of_language()
        for name in (*before.values, *(["keys"] if before.keys else [])):
            self.changed.emit(name)

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        try:
            save_settings(settings, self._file)
        except WriteError as error:
            self.told.emit(error.message, tr("What you set holds until the program ends."))

    def _tell_of_language(self) -> None:
        """Another language waits for the next start: a window that is half in one and half in another helps nobody."""
        if self.settings.text("language") != self._language:
            self.told.emit(tr("Menus and messages change their language at the next start."), "")

    def _use_language(self) -> None:
        """That which was chosen, else the one of the environment, else the one the system names to Qt."""
        chosen = self._language = self.settings.text("language")
        use_language(chosen or ("" if environment_names_language() else QLocale.system().name()))

    def _use_fonts(self) -> None:
        settings = self.settings
        use_fonts(
            Fonts(
                reading_family=settings.text("reading_font"),
                reading_px=int(settings.number("reading_size")),
                line_spacing=settings.number("line_spacing"),
                interface_px=int(settings.number("interface_size")),
            )
        )
