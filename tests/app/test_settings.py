"""Settings: kept when they change, and never a reason not to start."""

import json
from pathlib import Path

import pytest

from launchplanner.app.settings import MOST_RECENT, Recent, Settings, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_settings_are_there_again_the_next_time(path: Path) -> None:
    settings = Settings(theme="dark", me="Mira Okafor").with_recent(Recent(path="/plans/a.launchplan", title="A"))

    SettingsFile(path).change(settings)

    assert SettingsFile(path).settings == settings


def test_without_a_file_all_is_as_it_comes(path: Path) -> None:
    assert SettingsFile(path).settings == Settings()
    assert not path.exists()


def test_watchers_hear_of_each_change_once(path: Path) -> None:
    file = SettingsFile(path)
    heard: list[str] = []
    file.watch(lambda settings: heard.append(settings.theme))

    file.change(Settings(theme="dark"))
    file.change(Settings(theme="dark"))

    assert heard == ["dark"]


def test_what_a_newer_version_remembers_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"theme": "dark", "zoom": {"level": 3}}')

    file = SettingsFile(path)
    file.change(file.settings.replace(me="Mira Okafor"))

    assert json.loads(path.read_text())["zoom"] == {"level": 3}


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"title_width": 5}', b"[" * 100_000])
def test_settings_that_cannot_be_read_start_anew_and_are_logged(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert SettingsFile(path).settings == Settings()
    assert "start anew" in caplog.text


def test_a_disk_that_refuses_stops_nothing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.write_text("a file in the place of the folder")
    file = SettingsFile(path.with_name("settings.json"))

    file.change(Settings(theme="dark"))

    assert file.settings.theme == "dark"
    assert "not saved" in caplog.text


def test_the_latest_launch_stands_first_and_once() -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings = settings.with_recent(Recent(path=f"/{number}"))
    settings = settings.with_recent(Recent(path="/5", title="Again"))

    paths = [recent.path for recent in settings.recent]
    assert paths[0] == "/5"
    assert len(paths) == len(set(paths)) == MOST_RECENT
    assert settings.without_recent("/5").recent == settings.recent[1:]
