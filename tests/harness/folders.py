"""Each test gets a home of its own, so that none reads or writes the files of whoever runs it."""

from itertools import count
from pathlib import Path

import pytest

_FOLDERS = {
    "HOME": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}
_numbers = count(1)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the test's own home, in which settings, state and all the rest are kept."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_numbers)}"
    for variable, folder in _FOLDERS.items():
        monkeypatch.setenv(variable, str(home / folder))
    (home / "run").mkdir(mode=0o700, parents=True)  # Qt warns about any other mode
    return home
