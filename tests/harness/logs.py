"""A warning that the program logs fails the test, unless the test asks for `caplog` and so expects it."""

import logging
from collections.abc import Generator

import pytest


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Listen to the program's log while the test runs."""
    collector = _Collector()
    logger = logging.getLogger("launchplanner")
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
    if collector.records and "caplog" not in getattr(item, "fixturenames", ()):
        pytest.fail(f"logged: {[record.getMessage() for record in collector.records]}", pytrace=False)
