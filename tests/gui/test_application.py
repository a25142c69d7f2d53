"""What stands between a bug and the user."""

from __future__ import annotations

import sys

import pytest

from compare_app.gui.application import tell_uncaught
from tests.gui.conftest import Desk


def test_an_exception_nobody_caught_is_logged_and_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # so that it is put back
    tell_uncaught(desk.window)
    error = ValueError("of the test")
    sys.excepthook(ValueError, error, None)
    assert "failed inside the program" in desk.window.messages.text
    assert "of the test" in caplog.text
