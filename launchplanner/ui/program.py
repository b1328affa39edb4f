"""Starting the program: the application, its look, its crash report, and the first window."""

import faulthandler
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import date, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from launchplanner import __version__
from launchplanner.app.paths import state_folder
from launchplanner.app.settings import SettingsFile
from launchplanner.ui.desk import Desk, this_day
from launchplanner.ui.kit.questions import tell
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.theme import theme
from launchplanner.words import _
from launchplanner.words.resources import resource_folder

if TYPE_CHECKING:
    from launchplanner.ui.theme.theme import Choice

_log = logging.getLogger(__name__)


def run(plans: Sequence[Path], today: date | None = None, *, sample: bool = False) -> int:
    """Open the window, with plans if some are named, and return the exit status when the last one closes.

    With `today` the plans are looked at on that day for as long as the program runs. With `sample` the first window
    shows the sample launch.
    """
    app = QApplication(sys.argv[:1])
    describe(app)
    _keep_log()
    settings = SettingsFile()
    clock = this_day if today is None else lambda: today
    desk = Desk(theme.apply(app, cast("Choice", settings.settings.theme)), settings, clock)
    sys.excepthook = _report
    app.aboutToQuit.connect(_let_go_of_clipboard)
    windows = [MainWindow(desk, plan) for plan in plans] or [MainWindow(desk)]
    for window in windows:
        window.show()
    if sample:
        windows[0].commands.files.open_sample()
    elif not plans:
        windows[0].offer_recovery()
    return app.exec()


def describe(app: QApplication) -> None:
    """Tell the system what this program is called."""
    app.setApplicationName("launchplanner")
    app.setApplicationDisplayName("launchplanner")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("launchplanner")
    QGuiApplication.setWindowIcon(QIcon(str(resource_folder() / "launchplanner.svg")))


def _keep_log() -> None:
    try:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "launchplanner.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
        # Not closed: a crash of the interpreter itself is written there, when Python can no longer open anything.
        faulthandler.enable(os.open(folder / "crash.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    except OSError:
        return  # without a writable folder there is no log, and everything else works
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that the program made a mistake, where its report is, and that the edits are safe."""
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    _log.critical("unexpected", exc_info=(kind, error, trace))
    text = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(text)
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    report = state_folder() / f"report-{moment}.txt"
    try:
        report.write_text(f"launchplanner {__version__}\nPython {sys.version}\n\n{text}", encoding="utf-8")
    except OSError:
        report = state_folder()
    tell(
        QApplication.activeWindow(),
        _("launchplanner made a mistake. Your edits are in its journal and nothing is lost."),
        _("Version {version}. The report is on this machine only, in {file}. It can name parts of your plan.").format(
            version=__version__, file=report
        ),
    )


def _let_go_of_clipboard() -> None:
    # Qt's offscreen platform crashes at exit while the clipboard still holds our data.
    if QGuiApplication.platformName() == "offscreen":
        QGuiApplication.clipboard().clear()
