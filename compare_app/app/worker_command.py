"""How the worker process is started; whoever starts it loads nothing else."""

from __future__ import annotations

from pathlib import Path

import compare_app

WORKER = ("-P", "-m", "compare_app.app.worker")
"""What Python is to run. -P: a folder of documents must not be able to shadow a module of ours."""


def worker_environment() -> dict[str, str]:
    """The variables a worker needs beside those of this process."""
    return {"PYTHONPATH": str(Path(compare_app.__file__).resolve().parent.parent), "PYTHONIOENCODING": "utf-8"}
