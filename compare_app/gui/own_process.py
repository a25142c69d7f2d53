"""A process of the program's own, beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from compare_app.app.worker_command import worker_environment


def own_process(parent: QObject) -> QProcess:
    """A process, not started yet, that finds our modules and complains where we do: on standard error."""
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in worker_environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    return process
