"""What the program remembers between runs: looks, who is using it, recent launches."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, ValidationError

from launchplanner.app.paths import settings_file
from launchplanner.plan.values import Value
from launchplanner.store.saving import SaveError, save

_log = logging.getLogger(__name__)

MOST_RECENT: Final = 10
THEMES: Final = ("system", "light", "dark")


class Recent(Value, frozen=True):
    """A launch that was open lately, with what the start screen says of it before it is read again."""

    path: str
    title: str = ""
    edited: str = ""


class Settings(Value, frozen=True):
    """The user's settings. `me` is the name under which passes are recorded."""

    theme: str = "system"
    me: str = ""
    recent: tuple[Recent, ...] = ()
    geometry: str = ""
    state: str = ""
    problems_open: bool = True
    title_width: Annotated[int, Field(ge=60, le=1200)] = 300
    large_type: bool = False

    def with_recent(self, entry: Recent) -> "Settings":
        """Return the settings with a launch first among the recent ones."""
        rest = tuple(known for known in self.recent if known.path != entry.path)
        return self.replace(recent=(entry, *rest)[:MOST_RECENT])

    def without_recent(self, path: str) -> "Settings":
        """Return the settings with a launch off the list of recent ones."""
        return self.replace(recent=tuple(known for known in self.recent if known.path != path))


class SettingsFile:
    """The settings, kept on disk whenever they change."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings_file()
        self._watchers: list[Callable[[Settings], None]] = []
        self.settings = self._read()

    def change(self, settings: Settings) -> None:
        """Take new settings, and write them down if they differ. A disk that refuses is logged; nothing else stops."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            save(self._path, settings.model_dump_json(indent=1).encode(), known=None)
        except (OSError, SaveError) as error:
            _log.warning("settings were not saved: %s", error)
        for watcher in tuple(self._watchers):
            watcher(settings)

    def watch(self, watcher: Callable[[Settings], None]) -> None:
        """Call `watcher` with the settings after every change."""
        self._watchers.append(watcher)

    def _read(self) -> Settings:
        try:
            return Settings.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValidationError) as error:
            _log.warning("settings could not be read, and start anew: %s", error)
            return Settings()
