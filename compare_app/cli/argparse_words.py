"""What argparse says by itself and this command line can provoke, listed for the catalogues of texts.

argparse asks gettext for them (see `translate_libraries`); nothing here is called.
"""

from __future__ import annotations

from compare_app.core.translation import marked

ARGPARSE_WORDS = (
    marked("usage: "),
    marked("positional arguments"),
    marked("options"),
    marked("show this help message and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("the following arguments are required: %s"),
    marked("unrecognized arguments: %s"),
    marked("ignored explicit argument %r"),
    marked("expected one argument"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
    marked("invalid %(type)s value: %(value)r"),
)
