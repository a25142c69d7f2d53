"""Makes the page about the command line from the parsers' own help.

python -m compare_app.cli.manual writes resources/docs/command-line.md; with --check it only compares.
"""

from __future__ import annotations

import sys

from compare_app.app.files import write_atomically
from compare_app.cli.messages import say
from compare_app.cli.parsers import report_parser, window_parser
from compare_app.core.resources import resource_path
from compare_app.core.translation import use_language

_INTRODUCTION = """\
# The command line

<!-- Made by `python -m compare_app.cli.manual` from --help; do not edit. -->
"""


def manual() -> str:
    """The page: each command's help as it is printed."""
    parts = [_INTRODUCTION]
    for parser in (window_parser(), report_parser()):
        parts.append(f"## {parser.prog}\n\n```\n{parser.format_help()}```\n")
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """0 when the page is written or, with --check, equal to the help; else 1."""
    use_language("en")
    page = resource_path("docs") / "command-line.md"
    if arguments != ["--check"]:
        write_atomically(page, manual())
        return 0
    if page.is_file() and page.read_text(encoding="utf-8") == manual():
        return 0
    say(f"{page} does not say what --help says.", "Run python -m compare_app.cli.manual.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
