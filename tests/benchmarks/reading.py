"""Time and memory of reading: `python -m tests.benchmarks.reading [--runs N]`.

Files of the sizes that were promised are made anew: by LibreOffice, pandoc and Chromium where they are installed, else
by the tests' own makers. Each is read in a process of its own, which imports everything; shown are the median of the
wall clock and of the processor's time, and the highest peak of memory beside that of a process that has only started.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from compare_app.core.resources import resource_path
from tests.readers.packages import word
from tests.readers.pdf_maker import column, make_pdf

_MEASURED = """\
import resource, sys, time
from pathlib import Path
started, used = time.perf_counter(), time.process_time()
if len(sys.argv) > 1:
    from compare_app.readers.registry import read_source
    length = len(read_source(Path(sys.argv[1])).text)
else:
    import compare_app.readers.registry
    length = 0
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.perf_counter() - started, time.process_time() - used, peak, length)
"""
_WORDS_A_PAGE = 500


def main(arguments: list[str]) -> int:
    """Print the table. Returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading", description="Time the readers.")
    parser.add_argument("--runs", type=int, default=5, help="times each file is read (default: 5)")
    runs = parser.parse_args(arguments).runs
    with tempfile.TemporaryDirectory() as folder:
        idle = min(_measure()[2] for _ in range(runs))
        print(f"| {'file':34} | wall s | cpu s | peak MB over idle | text MB |")
        for path in _files(Path(folder)):
            found = [_measure(path) for _ in range(runs)]
            wall, cpu = (median(one[i] for one in found) for i in (0, 1))
            peak = max(one[2] for one in found) - idle
            print(f"| {path.name:34} | {wall:6.2f} | {cpu:5.2f} | {peak:17.0f} | {found[0][3] / 1e6:7.2f} |")
    return 0


def _measure(*paths: Path) -> list[float]:
    command = [sys.executable, "-c", _MEASURED, *map(str, paths)]
    return [
        float(figure) for figure in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    ]


def _files(folder: Path) -> Iterator[Path]:
    short, long = (_paragraphs(pages * _WORDS_A_PAGE) for pages in (20, 300))
    page = folder / "20 pages.html"
    page.write_text(_plain_page(short), encoding="utf-8")
    yield from _word_files(folder, page, short)
    yield _pdf(folder, long)
    for name, start, end in (
        ("article", "<article>", "</article>"),
        ("main", "<main><div>", "</div></main>"),
        ("nothing stated", "<div>", "</div>"),
    ):
        path = folder / f"2 MB page, {name}.html"
        path.write_text(_large_page(long, start, end), encoding="utf-8")
        yield path


def _paragraphs(words: int) -> list[str]:
    """So many words in the sample's paragraphs, the words of each in another order."""
    text = resource_path("samples", "swing-bridge", "first-draft.txt").read_text(encoding="utf-8")
    sources = [part.split() for part in text.split("\n\n") if len(part) > 150]
    chosen, found, count = random.Random(7), list[str](), 0
    while count < words:
        mixed = chosen.sample(source := chosen.choice(sources), len(source))
        found.append(" ".join(mixed).capitalize())
        count += len(source)
    return found


def _plain_page(paragraphs: list[str]) -> str:
    body = "".join(
        f"<h2>Part {i}</h2><p>{text}</p>" if i % 12 == 0 else f"<p>{text}</p>" for i, text in enumerate(paragraphs)
    )
    return f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>The bridge</title><h1>The bridge</h1>{body}</html>"


def _large_page(paragraphs: list[str], start: str, end: str) -> str:
    """A page of 2,000,000 characters, half of them tags, with navigation, styles and teasers."""
    links = "".join(f'<li class="item"><a href="/s/{i}">Section {i}</a></li>' for i in range(200))
    teasers = "".join(f'<div class="teaser"><a href="/t/{i}"><h3>Other story {i}</h3></a></div>' for i in range(300))
    pieces, size = [], 0
    for i in range(1_000_000):
        if size > 1_850_000:
            break
        words = paragraphs[i % len(paragraphs)].split()
        spans = "".join(f'<span class="s s-{i}">{" ".join(words[k : k + 8])}</span> ' for k in range(0, len(words), 8))
        pieces.append(f'<p class="par" data-id="{i}">{spans}<a href="/x/{i}">{words[0]}</a></p>')
        size += len(pieces[-1])
    head = f'<title>The bridge</title><meta property="og:title" content="The bridge"><style>{".a{{}}" * 9000}</style>'
    body = f"<nav><ul>{links}</ul></nav>{start}<h1>The bridge</h1>{''.join(pieces)}{end}<aside>{teasers}</aside>"
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def _word_files(folder: Path, page: Path, paragraphs: list[str]) -> Iterator[Path]:
    made = False
    if shutil.which("soffice"):
        home = f"-env:UserInstallation=file://{folder}/office"
        _run("soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(page))
        yield (folder / "20 pages.docx").rename(folder / "20 pages by LibreOffice.docx")
        made = True
    if shutil.which("pandoc"):
        path = folder / "20 pages by pandoc.docx"
        _run("pandoc", str(page), "-o", str(path))
        yield path
        made = True
    if not made:
        path = folder / "20 pages.docx"
        path.write_bytes(word("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)))
        yield path


def _pdf(folder: Path, paragraphs: list[str]) -> Path:
    page, path = folder / "300 pages.html", folder / "300 pages by Chromium.pdf"
    if shutil.which("chromium"):
        page.write_text(_plain_page(paragraphs), encoding="utf-8")
        _run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/browser",
            f"--print-to-pdf={path}",
            str(page),
        )
        return path
    path = folder / "300 pages.pdf"
    words = " ".join(paragraphs).split()
    lines = [" ".join(words[i : i + 11]) for i in range(0, len(words), 11)]
    path.write_bytes(make_pdf(*(column("\n".join(lines[i : i + 45])) for i in range(0, len(lines), 45))))
    return path


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
