"""Speed and memory beside other programs: `python -m tests.benchmarks --bench FOLDER [--gold FOLDER] [--words N,N]`.

FOLDER holds make_pairs.py with its texts; that of --gold the labelled pairs on which judge() is timed. Every figure is
of a whole process; the programs take turns, so that what else the machine does meets all of them alike; the median time
and the highest peak of memory are shown. The growth is the exponent e in time ~ words^e. wdiff and git are left out
where they are not installed (Debian: wdiff, git). With --gui the window is timed instead (see window.py).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path
from statistics import median
from time import perf_counter

from compare_app import compare, read_document
from compare_app.core.resources import resource_path
from tests.benchmarks.judging import judged_line
from tests.benchmarks.programs import OURS, PEERS, Program, Run, measure

_KINDS = ("light", "heavy", "source")
_ARTICLE_WORDS = 500
_STARTS = 10  # at least: a start is short, and what else the machine does shows
_ENOUGH_WORDS_FOR_DIFFLIB = 100_000  # it needs minutes for more


def main(arguments: list[str]) -> int:
    """Print the tables. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Time the program beside others.")
    parser.add_argument("--bench", type=Path, required=True, help="folder with make_pairs.py, texts and synonyms.tsv")
    parser.add_argument("--gold", type=Path, help="folder of labelled pairs, on which judge() is timed")
    parser.add_argument("--words", default="100000", help="lengths, separated by commas (default: 100000)")
    parser.add_argument("--kinds", default=",".join(_KINDS), help=f"of {', '.join(_KINDS)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default: 5)")
    parser.add_argument("--seed", type=int, default=7, help="seed of the pairs (default: 7)")
    parser.add_argument("--gui", action="store_true", help="time the window, off screen, instead of other programs")
    options = parser.parse_args(arguments)
    lengths = sorted(int(words) for words in options.words.split(","))
    if options.gui:
        return _time_window(options.bench, options.kinds.split(","), lengths, options.runs, options.seed)
    print(judged_line(options.gold))
    print(f"compare() on the samples, in process, warm: {_compare_ms(*_samples()):.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.kinds.split(","):
            _make(options.bench, Path(folder), kind, [_ARTICLE_WORDS], options.seed)
            pair = Path(folder, f"{kind}_{_ARTICLE_WORDS}")
            took = _compare_ms(pair / "left.txt", pair / "right.txt")
            print(f"compare() on {kind} {_ARTICLE_WORDS}, in process, warm: {took:.1f} ms")
        print()
        for kind in options.kinds.split(","):
            _make(options.bench, Path(folder), kind, lengths, options.seed)
            _table(Path(folder), kind, lengths, options.runs)
    return 0


def _time_window(bench: Path, kinds: list[str], lengths: list[int], runs: int, seed: int) -> int:
    from tests.benchmarks.window import print_start, print_table  # needs Qt

    print_start(max(runs, _STARTS))
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            _make(bench, Path(folder), kind, lengths, seed)
            for words in lengths:
                print_table(Path(folder, f"{kind}_{words}"), words, runs)
    return 0


def _samples() -> tuple[Path, Path]:
    folder = resource_path("samples", "swing-bridge")
    return folder / "first-draft.txt", folder / "second-draft.html"


def _compare_ms(left_path: Path, right_path: Path, rounds: int = 20) -> float:
    left, right = read_document(left_path), read_document(right_path)
    compare(left, right)
    took = []
    for _ in range(rounds):
        started = perf_counter()
        compare(left, right)
        took.append(1000 * (perf_counter() - started))
    return median(took)


def _make(bench: Path, out: Path, kind: str, lengths: list[int], seed: int) -> None:
    command = [sys.executable, str(bench / "make_pairs.py"), "--texts", str(bench / "texts")]
    command += ["--synonyms", str(bench / "synonyms.tsv"), "--out", str(out), "--kinds", kind]
    command += ["--words", ",".join(map(str, lengths)), "--seed", str(seed)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _table(folder: Path, kind: str, lengths: list[int], runs: int) -> None:
    print("| pair | program | seconds | compare-app takes | peak MB |\n| --- | --- | ---: | ---: | ---: |")
    ours: list[float] = []
    for words in lengths:
        pair = folder / f"{kind}_{words}"
        programs = [peer for peer in PEERS if peer.is_here and (words <= _ENOUGH_WORDS_FOR_DIFFLIB or not peer.once)]
        timed = _interleaved([OURS, *programs], pair, runs)
        ours.append(median(run.seconds for run in timed[OURS.name]))
        for name, measured in timed.items():
            seconds, peak = median(run.seconds for run in measured), max(run.peak_mb for run in measured)
            ratio = "" if name == OURS.name else f"{ours[-1] / seconds:.3f} ×"
            print(f"| {kind} {words:,} | {name} | {seconds:.2f} | {ratio} | {peak:.0f} |", flush=True)
    if len(lengths) > 1:
        print(f"\ngrowth, {kind}: {log(ours[-1] / ours[0]) / log(lengths[-1] / lengths[0]):.2f}")
    print()


def _interleaved(programs: list[Program], pair: Path, runs: int) -> dict[str, list[Run]]:
    timed: dict[str, list[Run]] = {program.name: [] for program in programs}
    for turn in range(runs):
        for program in programs:
            if turn == 0 or not program.once:
                timed[program.name].append(measure(program.command(pair / "left.txt", pair / "right.txt")))
    return timed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
