"""Cancel and deadline."""

from __future__ import annotations

import pytest

from compare_app.core.control import Control, Progress, Stage
from compare_app.core.errors import Cancelled


def test_a_cancelled_run_stops_at_its_next_report() -> None:
    told: list[Progress] = []
    control = Control(on_progress=told.append)
    control.report(Stage.ALIGN, 0.5)
    control.cancel()
    with pytest.raises(Cancelled):
        control.report(Stage.ALIGN, 0.6)
    assert told == [Progress(Stage.ALIGN, 0.5)]


def test_a_deadline_passes() -> None:
    assert Control(deadline_s=-1).is_overdue
    assert not Control(deadline_s=3600).is_overdue
    assert not Control().is_overdue
