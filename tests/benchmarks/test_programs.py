"""What is timed is what ran, and a program that failed is not counted."""

from __future__ import annotations

import os
import sys

import pytest

from tests.benchmarks.programs import OURS, PEERS, measure

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="needs wait4")


def test_time_and_memory_are_those_of_the_process() -> None:
    code = "import time; block = bytearray(80_000_000); time.sleep(0.2)"
    run = measure([sys.executable, "-c", code])
    assert 0.2 <= run.seconds < 10
    assert 80 <= run.peak_mb < 200


def test_memory_of_the_tests_is_not_counted() -> None:
    block = bytearray(100_000_000)
    assert measure([sys.executable, "-I", "-S", "-c", "pass"]).peak_mb < 40
    assert len(block) == 100_000_000


def test_an_exit_of_1_means_differences() -> None:
    assert measure([sys.executable, "-c", "raise SystemExit(1)"]).seconds > 0


def test_a_failed_run_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 2"):
        measure([sys.executable, "-c", "raise SystemExit(2)"])


def test_names_are_told_apart() -> None:
    names = [program.name for program in (OURS, *PEERS)]
    assert len(set(names)) == len(names)
