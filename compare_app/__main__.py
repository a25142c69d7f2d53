"""`python -m compare_app` is the command `compare-app`."""

from __future__ import annotations

import sys

from compare_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
