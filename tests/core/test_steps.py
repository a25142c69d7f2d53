"""Work in steps."""

from __future__ import annotations

from collections.abc import Generator

from compare_app.core.steps import finished


def counting(count: int) -> Generator[None, None, str]:
    for _ in range(count):
        yield
    return f"{count} steps"


def test_what_is_done_in_one_go_gives_what_the_steps_give() -> None:
    assert [finished(counting(count)) for count in (0, 3)] == ["0 steps", "3 steps"]
