"""The harness is only worth something if what it forbids does fail."""

import pytest

_CASES = """
import logging
import os
import threading

from PySide6.QtCore import QMimeData, QObject, QThread, Slot
from PySide6.QtWidgets import QApplication, QDialog

kept = []


def test_window(qapp):
    kept.append(QDialog())
    kept[-1].show()


def test_thread():
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, daemon=True).start()


def test_qt_thread(qapp):
    kept.append(QThread())
    kept[-1].start()


def test_log():
    logging.getLogger("launchplanner.store").warning("it smells of smoke")


def test_tidy(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    data = QMimeData()
    data.setData("application/x-thing", b"1")
    QApplication.clipboard().setMimeData(data)
    assert "home-" in os.environ["XDG_STATE_HOME"]


def test_log_expected(caplog):
    logging.getLogger("launchplanner.store").warning("it smells of smoke")


def teardown_module():
    kept[-1].quit()
    kept[-1].wait()
"""


def test_what_a_test_leaves_behind_fails_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(_CASES)
    pytester.makeconftest("from tests.harness import leaks\n\nleaks.GRACE_SECONDS = 0.01")

    result = pytester.runpytest_subprocess(
        "-p", "no:randomly", "-p", "tests.harness.folders", "-p", "tests.harness.leaks", "-p", "tests.harness.logs"
    )

    result.assert_outcomes(passed=5, failed=1, errors=3)
    assert result.ret == 1  # and not the crash of a process that ends with data in its clipboard
    for what in ("window QDialog", "thread Thread-", "QThread “", "it smells of smoke"):
        result.stdout.fnmatch_lines(f"*{what}*")
