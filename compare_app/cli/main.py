"""The command `compare-app`: chooses between the window and the report."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import compare_app
from compare_app.cli.messages import say, say_error, silence
from compare_app.cli.window import refuse_without_display, refused_import
from compare_app.core.errors import CompareError
from compare_app.core.translation import tr, translate_libraries, use_language

TROUBLE = 2
_OBJECTS_PER_COLLECTION = 1_000_000  # a comparison makes millions without circles; Python would look after every 700
_INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
_PIPE_CLOSED = 141  # 128 + SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; 2 for trouble, told in a sentence on standard error."""
    use_language()
    translate_libraries()
    given = list(sys.argv[1:] if arguments is None else arguments)
    return _guarded(_write_report, given[1:]) if given[:1] == ["report"] else _guarded(_open_window, given)


def command() -> NoReturn:
    """Entry point of the command. A report's process lives for one comparison: it collects seldom and ends at once,
    for to look through millions of objects, and to take them apart, takes 3 % of the time each."""
    if sys.argv[1:2] != ["report"]:
        sys.exit(window())
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, full, or none at all: it was told before
            stream.flush()
    os._exit(code)


def window() -> int:
    """Entry point of the command that desktops start: always the window, never a report.

    What is loaded and made for it stays, so that Python need not look through it; `run_window` lets it look again.
    """
    gc.disable()
    use_language()
    translate_libraries()
    return _guarded(_open_window, sys.argv[1:])


def _guarded(command: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    try:
        return command(arguments)
    except CompareError as error:
        say_error(error)
    except BrokenPipeError:
        silence(sys.stdout)
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except MemoryError:
        say(tr("There is not enough memory for this comparison."), tr("Compare the parts that matter."))
    except OSError as error:
        say(tr("The report cannot be written: {reason}.", reason=error.strerror))
        silence(sys.stdout)
    except Exception:  # the command's border: a bug must not end with 1, which says that texts differ
        import logging  # takes 5 ms

        logging.getLogger(__name__).exception("the command failed")
        say(tr("The program failed; the lines above say where."), tr("Please report them. Nothing was changed."))
    return TROUBLE


def _write_report(arguments: Sequence[str]) -> int:
    from compare_app.cli.report import run  # the window's process never loads what compares

    return run(arguments)


def _open_window(arguments: Sequence[str]) -> int:
    files: tuple[str | None, str | None] = (None, None)
    labels = ("", "")
    if arguments:
        from compare_app.cli.parsers import label_pair, window_parser  # when there is something to read

        options = window_parser().parse_args(arguments)
        if options.version:
            print(f"compare-app {compare_app.__version__}")
            return 0
        files, labels = (options.left, options.right), label_pair(options.label)
    refuse_without_display()
    try:
        # The one door to the window: imported here and now, so that the command line works without Qt.
        application = import_module("compare_app.gui.application")
    except ImportError as error:
        raise refused_import(error) from error
    from compare_app.app.streams import kept_streams  # takes 2 ms

    with kept_streams(files) as paths:
        code: int = application.run_window(*paths, labels=labels)
    return code
