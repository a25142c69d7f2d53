"""The words the command line understands. `resources/docs/command-line.md` is made from these parsers."""

from __future__ import annotations

import argparse
import textwrap

from compare_app.core.errors import CompareError
from compare_app.core.options import Options
from compare_app.core.records import replace
from compare_app.core.translation import marked, tr
from compare_app.present.choices import CHOICES, PRESETS, Choice, preset_of

_WIDTH = 80  # of the help, whatever the terminal: the documentation is made from it

_REPORT_EPILOGUE = (
    marked("A file called - is standard input, /dev/null an empty document."),
    marked("What comes through a pipe is taken for what the other file is, unless --label names it."),
    marked(
        "Exit status as of diff(1): 0 when nothing differs, 1 when something does, 2 for trouble, which is told on "
        "standard error."
    ),
)
_WINDOW_EPILOGUE = (
    marked(
        "compare-app report compares without a window; its options are listed by compare-app report --help. A file "
        "that is called report opens as ./report."
    ),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width, worded the same by every Python we run on."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH, max_help_position=26)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return str(action.metavar or action.dest)
        value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
        return ", ".join(action.option_strings) + value


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "\n\n".join(textwrap.fill(tr(text), _WIDTH - 1, break_on_hyphens=False) for text in texts) + "\n"


def window_parser() -> argparse.ArgumentParser:
    """The parser of `compare-app [LEFT [RIGHT]]`."""
    parser = argparse.ArgumentParser(
        prog="compare-app",
        usage=_usage(marked("compare-app [options] [LEFT [RIGHT]]"), marked("compare-app report [options] LEFT RIGHT")),
        description=tr("Compare two versions or sources of an article, claim by claim, in a window."),
        epilog=_paragraphs(_WINDOW_EPILOGUE),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument(
        "left", nargs="?", metavar="LEFT", help=tr("file to show on the left, or a saved session (.compare)")
    )
    parser.add_argument("right", nargs="?", metavar="RIGHT", help=tr("file to show on the right"))
    _add_label(parser)
    parser.add_argument("--version", action="store_true", help=tr("print the version and exit"))
    return parser


def _usage(*lines: str) -> str:
    """The lines below each other, behind argparse's own “usage: ”."""
    return ("\n" + " " * len(tr("usage: "))).join(tr(line) for line in lines)


def report_parser() -> argparse.ArgumentParser:
    """The parser of `compare-app report LEFT RIGHT`."""
    from compare_app.app.reporting import report_formats  # loads every format; the window's start wants none

    formats = report_formats()
    parser = argparse.ArgumentParser(
        prog="compare-app report",
        usage=_usage(
            marked("compare-app report [options] LEFT RIGHT"), marked("compare-app report [options] --revisions FILE")
        ),
        description=tr("Write what differs between two versions or sources of an article."),
        epilog=_paragraphs(_REPORT_EPILOGUE),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    _add_sources(parser)
    _add_output(parser, formats)
    _add_reading(parser)
    _add_label(parser)
    _add_choices(parser)
    parser.add_argument(
        "--differences-only",
        action="store_true",
        help=tr("leave out what is the same (text never lists it)"),
    )
    return parser


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", metavar="LEFT", help=tr("the one version or source"))
    parser.add_argument("right", nargs="?", metavar="RIGHT", help=tr("the other"))
    parser.add_argument(
        "--revisions",
        action="store_true",
        help=tr(
            "compare the two texts of one FILE: the original with the accepted text of tracked changes, or the two "
            "columns of a table"
        ),
    )


def _add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        metavar="FORMAT",
        help=tr(
            "{names} or {last} (default: {default})",
            names=", ".join(formats[:-1]),
            last=formats[-1],
            default=formats[0],
        ),
    )
    parser.add_argument("-o", "--output", metavar="FILE", help=tr("write to FILE, at once or not at all"))


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="CODE",
        help=tr("language of both, such as en or ko (default: guessed); given twice, the second is of the right"),
    )
    parser.add_argument(
        "--encoding",
        action="append",
        default=[],
        metavar="NAME",
        help=tr(
            "encoding of both, such as utf-8 or windows-1252 (default: found out); given twice, the second is of the "
            "right"
        ),
    )


def _add_choices(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        tr("what counts"), tr("A difference in one of these alone is none unless it is named.")
    )
    names = [preset.name for preset in PRESETS]
    group.add_argument(
        "--preset",
        choices=names,
        metavar="NAME",
        help=tr(
            "what counts between {names} or in a {last} (default: {default}); the others add to it",
            names=", ".join(names[:-1]),
            last=names[-1],
            default=preset_name(Options()),
        ),
    )
    for choice in CHOICES:
        help_text = f"{tr(choice.title)}: {tr(choice.example)}"
        group.add_argument(f"--{flag_of(choice)}-counts", action="store_true", dest=choice.field, help=help_text)
    group.add_argument(
        "--similarity-floor",
        type=float,
        metavar="SHARE",
        help=tr("never pair claims less alike than SHARE, from 0 to 1 (default: 0, which leaves it to the program)"),
    )


def flag_of(choice: Choice) -> str:
    """The word for `choice` on the command line: "number-form"."""
    return choice.field.removesuffix("_counts").replace("_", "-")


def preset_name(options: Options) -> str:
    """The name of the preset that makes `options`, empty where none does."""
    preset = preset_of(options)
    return preset.name if preset else ""


def chosen_options(given: argparse.Namespace) -> Options:
    """What counts by the preset and the options given. Raises CompareError on a floor that is no share."""
    options = next((preset.options for preset in PRESETS if preset.name == given.preset), Options())
    for choice in CHOICES:
        if getattr(given, choice.field):
            options = choice.set(options, on=True)
    if given.similarity_floor is None:
        return options
    try:
        return replace(options, similarity_floor=given.similarity_floor)
    except ValueError:
        raise CompareError(
            tr("{number} is no share of likeness.", number=f"{given.similarity_floor:g}"),
            hint=tr("Write a number from 0 to 1, such as 0.4."),
        ) from None


def _add_label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-L",
        "--label",
        action="append",
        default=[],
        metavar="NAME",
        help=tr("show NAME instead of the file's name; given twice, the second names the right"),
    )


def pair_for_both(values: list[str], option: str) -> tuple[str, str]:
    """The values for left and right: one counts for both, empty where none was given.

    Raises CompareError for more than two.
    """
    if len(values) > 2:
        raise CompareError(
            tr("There are only two sides for {option}.", option=option), hint=tr("Give it at most twice.")
        )
    return (values[0], values[-1]) if values else ("", "")


def label_pair(labels: list[str]) -> tuple[str, str]:
    """The names for left and right, empty where none was given. Raises CompareError for more than two."""
    if len(labels) > 2:
        raise CompareError(tr("There are only two sides to label."), hint=tr("Give -L at most twice."))
    return labels[0] if labels else "", labels[1] if len(labels) == 2 else ""
