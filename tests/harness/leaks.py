"""A test that leaves a window open or a thread running fails; the clipboard is emptied behind each."""

import gc
import os
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool
from PySide6.QtWidgets import QApplication

_TASKS = Path("/proc/self/task")
GRACE_SECONDS = 5.0  # a thread that was told to end may still be ending; one that was not never does
_threads_before = pytest.StashKey[set[threading.Thread]]()
_count_before = pytest.StashKey[int]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """Note which threads there are."""
    item.stash[_threads_before] = set(threading.enumerate())
    item.stash[_count_before] = _system_threads()
    yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Compare when everything else has been torn down."""
    yield
    left = [*_windows(), *_python_threads(item.stash[_threads_before]), *_qt_threads(item.stash[_count_before])]
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


def _windows() -> list[str]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    QApplication.clipboard().clear()  # offscreen, whatever is in it at the end of the process ends in a crash
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    open_windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"window {type(widget).__name__} “{widget.windowTitle()}”" for widget in open_windows]
    for widget in open_windows:  # or every later test would fail for it too
        widget.hide()
        widget.deleteLater()
    return names


def _python_threads(before: set[threading.Thread]) -> list[str]:
    # Python names a thread of Qt's "Dummy-…" when it first enters Python, and keeps it listed after its end.
    left = [thread for thread in set(threading.enumerate()) - before if not thread.name.startswith("Dummy-")]
    for thread in left:
        thread.join(GRACE_SECONDS)
    return [f"thread {thread.name}" for thread in left if thread.is_alive()]


def _qt_threads(count_before: int) -> list[str]:
    # Looking through all objects takes longer than most tests; so only when the system counts more threads.
    if _TASKS.exists() and _system_threads() <= count_before:
        return []
    pool_is_idle = QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000))
    running = [thread for thread in gc.get_objects() if isinstance(thread, QThread) and thread.isRunning()]
    left = [f"QThread “{thread.objectName()}”" for thread in running if thread is not QThread.currentThread()]
    return left if pool_is_idle else [*left, "a task of the global QThreadPool"]


def _system_threads() -> int:
    return len(os.listdir(_TASKS)) if _TASKS.exists() else 0  # noqa: PTH208 - twice as fast
