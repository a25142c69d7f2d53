"""A report is written while the window goes on."""

from __future__ import annotations

from pathlib import Path

from compare_app.app.reporting import save_report
from tests.gui.conftest import WAIT_MS, Desk


def test_it_is_the_report_that_would_be_written_here(desk: Desk, tmp_path: Path) -> None:
    desk.open_samples()
    with desk.bot.waitSignal(desk.window.reports.told, timeout=WAIT_MS) as told:
        desk.window.reports.save(str(tmp_path / "there.html"))
        assert not (tmp_path / "there.html").exists()  # the window did not wait for it
    assert told.args == [f"The report is in {tmp_path / 'there.html'}.", ""]
    assert desk.state.comparison is not None
    save_report(desk.state.comparison, tmp_path / "here.html", review=desk.state.review)
    assert (tmp_path / "there.html").read_text(encoding="utf-8") == (tmp_path / "here.html").read_text(encoding="utf-8")


def test_a_place_where_nothing_can_be_written_is_told(desk: Desk) -> None:
    desk.open_samples()
    with desk.bot.waitSignal(desk.window.reports.told, timeout=WAIT_MS):
        desk.window.reports.save(str(desk.folder / "missing" / "report.html"))
    assert "missing" in desk.window.messages.text


def test_a_compared_file_is_not_written_over(desk: Desk) -> None:
    desk.open_samples()
    before = (desk.folder / "left.txt").read_bytes()
    with desk.bot.waitSignal(desk.window.reports.told, timeout=WAIT_MS):
        desk.window.reports.save(str(desk.folder / "left.txt"))
    assert (desk.folder / "left.txt").read_bytes() == before


def test_a_window_that_closes_waits_for_its_report(desk: Desk, tmp_path: Path) -> None:
    desk.open_samples()
    desk.window.reports.save(str(tmp_path / "last.txt"))
    desk.window.close()
    assert (tmp_path / "last.txt").read_text(encoding="utf-8")
