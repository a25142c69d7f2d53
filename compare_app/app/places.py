"""Where the program keeps what is not a document: settings, recovery files, the list of what was open."""

from __future__ import annotations

from pathlib import Path

from compare_app.core.records import record


@record
class Places:
    """The folder of the settings and that of all else; each is made when something is kept in it."""

    settings: Path
    data: Path

    @property
    def settings_file(self) -> Path:
        """What the person chose."""
        return self.settings / "settings.toml"

    @property
    def recovery(self) -> Path:
        """The folder of what is at work in windows that are open, or that ended without being closed."""
        return self.data / "recovery"

    @property
    def recent_file(self) -> Path:
        """What was open lately."""
        return self.data / "recent.json"

    @property
    def hints_file(self) -> Path:
        """Which hints for newcomers were seen."""
        return self.data / "hints.json"

    @property
    def window_file(self) -> Path:
        """How the window stood."""
        return self.data / "window.json"
