"""What Qt itself says, such as on the buttons of its own dialogs, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from compare_app.core.translation import language_shown


def translate_qt(application: QCoreApplication) -> None:
    """Let `application` speak the language that our own texts are shown in; English needs nothing."""
    code, translator = language_shown(), QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != "en" and translator.load(f"qtbase_{code}", folder):
        application.installTranslator(translator)
