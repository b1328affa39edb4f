"""Where the program keeps what it remembers: settings, and state such as journals and backups."""

from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

_DIRS: Final = PlatformDirs("launchplanner", appauthor=False)


def settings_file() -> Path:
    """Return the file of the user's settings."""
    return _DIRS.user_config_path / "settings.json"


def state_folder() -> Path:
    """Return the folder for journals, backups and logs: local to this machine and user."""
    return _DIRS.user_state_path


def journal_folder() -> Path:
    """Return the folder of the journals of open plans."""
    return state_folder() / "journals"
