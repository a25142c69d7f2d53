"""The words the command line understands. `resources/docs/command-line.md` is made from these parsers."""

from __future__ import annotations

import argparse

from compare_app.app.reporting import report_formats
from compare_app.core.errors import CompareError

_WIDTH = 80  # of the help, whatever the terminal: the documentation is made from it

_REPORT_EPILOGUE = """\
A file called - is standard input, /dev/null an empty document.

Exit status as of diff(1): 0 when nothing differs, 1 when something does, 2 for
trouble, which is told on standard error.
"""
_WINDOW_EPILOGUE = """\
compare-app report compares without a window; its options are listed by
compare-app report --help. A file that is called report opens as ./report.
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width, worded the same by every Python we run on."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=26)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return str(action.metavar or action.dest)
        value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
        return ", ".join(action.option_strings) + value


def window_parser() -> argparse.ArgumentParser:
    """The parser of `compare-app [LEFT [RIGHT]]`."""
    parser = argparse.ArgumentParser(
        prog="compare-app",
        usage="compare-app [options] [LEFT [RIGHT]]\n       compare-app report [options] LEFT RIGHT",
        description="Compare two versions or sources of an article, claim by claim, in a window.",
        epilog=_WINDOW_EPILOGUE,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument(
        "left", nargs="?", metavar="LEFT", help="file to show on the left, or a saved session (.compare)"
    )
    parser.add_argument("right", nargs="?", metavar="RIGHT", help="file to show on the right")
    _add_label(parser)
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    return parser


def report_parser() -> argparse.ArgumentParser:
    """The parser of `compare-app report LEFT RIGHT`."""
    formats = report_formats()
    parser = argparse.ArgumentParser(
        prog="compare-app report",
        usage="compare-app report [options] LEFT RIGHT\n       compare-app report [options] --revisions FILE",
        description="Write what differs between two versions or sources of an article.",
        epilog=_REPORT_EPILOGUE,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("left", metavar="LEFT", help="the one version or source")
    parser.add_argument("right", nargs="?", metavar="RIGHT", help="the other")
    parser.add_argument(
        "--revisions",
        action="store_true",
        help="compare the two texts of one FILE: the original with the accepted text of tracked changes, or the two "
        "columns of a table",
    )
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        metavar="FORMAT",
        help=f"{', '.join(formats[:-1])} or {formats[-1]} (default: {formats[0]})",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, at once or not at all")
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="CODE",
        help="language of both, such as en or ko (default: guessed); given twice, the second is of the right",
    )
    parser.add_argument(
        "--encoding",
        action="append",
        default=[],
        metavar="NAME",
        help="encoding of both, such as utf-8 or windows-1252 (default: found out); given twice, the second is of the "
        "right",
    )
    _add_label(parser)
    parser.add_argument(
        "--differences-only",
        action="store_true",
        help="leave out what is the same (text never lists it)",
    )
    return parser


def _add_label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-L",
        "--label",
        action="append",
        default=[],
        metavar="NAME",
        help="show NAME instead of the file's name; given twice, the second names the right",
    )


def pair_for_both(values: list[str], option: str) -> tuple[str, str]:
    """The values for left and right: one counts for both, empty where none was given.

    Raises CompareError for more than two.
    """
    if len(values) > 2:
        raise CompareError(f"There are only two sides for {option}.", hint="Give it at most twice.")
    return (values[0], values[-1]) if values else ("", "")


def label_pair(labels: list[str]) -> tuple[str, str]:
    """The names for left and right, empty where none was given. Raises CompareError for more than two."""
    if len(labels) > 2:
        raise CompareError("There are only two sides to label.", hint="Give -L at most twice.")
    return labels[0] if labels else "", labels[1] if len(labels) == 2 else ""
