"""`python -m compare_app` is the command `compare-app`."""

from __future__ import annotations

from compare_app.cli.main import command

if __name__ == "__main__":
    command()
