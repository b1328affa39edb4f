import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from launchplanner.app import preflight
from launchplanner.app.preflight import problems

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings its libraries along")


@pytest.fixture(autouse=True)
def no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def only_tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Put one package manager on PATH, and nothing else."""
    tool = tmp_path / request.param
    tool.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    return tool.name


def lose(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    """Have the loader miss the libraries, and so every platform plugin."""

    def complaint(name: str) -> str:
        lost = name in libraries or (bool(libraries) and "/platforms/" in name)
        return f"{libraries[0]}: cannot open shared object file: No such file or directory" if lost else ""

    monkeypatch.setattr(preflight, "_complaint", complaint)


def test_the_gate_itself_runs_where_nothing_is_missing() -> None:
    assert problems("offscreen") == ()


def test_without_a_screen_the_way_out_is_named() -> None:
    (problem,) = problems()

    assert problem.kind == "screen"
    assert "launchplanner export" in problem.sentence


def test_a_display_that_does_not_answer_is_told_from_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    lose(monkeypatch)

    (problem,) = problems()

    assert problem.kind == "screen"
    assert ":4711" in problem.sentence


def test_a_wayland_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    lose(monkeypatch)

    (problem,) = problems()

    assert problem.kind == "screen"
    assert "wayland-7" in problem.sentence


@pytest.mark.parametrize(
    ("only_tool", "command"),
    [
        (
            "apt-get",
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libxcb-cursor0 libxcb-icccm4",
        ),
        ("dnf", "sudo dnf install -y 'libxcb-cursor.so.0()(64bit)' 'libxcb-icccm.so.4()(64bit)'"),
        ("zypper", "sudo zypper install -y 'libxcb-cursor.so.0()(64bit)' 'libxcb-icccm.so.4()(64bit)'"),
        ("pacman", "sudo pacman -S --needed xcb-util-cursor xcb-util-wm"),
        ("emerge", ""),
    ],
    indirect=["only_tool"],
)
def test_one_command_brings_all_missing_libraries(
    only_tool: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(monkeypatch, "libxcb-cursor.so.0", "libxcb-icccm.so.4")

    (problem,) = (one for one in problems("xcb") if one.kind == "libraries")

    assert problem.what == "libxcb-cursor.so.0, libxcb-icccm.so.4"
    assert problem.command == command


@pytest.mark.parametrize("only_tool", ["apt-get"], indirect=True)
def test_root_needs_no_sudo(only_tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    lose(monkeypatch, "libEGL.so.1")

    (problem,) = (one for one in problems("offscreen") if one.kind == "libraries")

    assert problem.command == "apt-get update && apt-get install -y --no-install-recommends libegl1"


@pytest.mark.parametrize("only_tool", ["apt-get"], indirect=True)
def test_a_library_no_one_foresaw_is_named_all_the_same(only_tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "libnews.so.3")

    (problem,) = (one for one in problems("offscreen") if one.kind == "libraries")

    assert "libnews.so.3" in problem.sentence
    assert problem.command == ""


def test_a_platform_qt_does_not_have_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "amiga")

    (problem,) = problems()

    assert (problem.kind, problem.what) == ("qt", "amiga")


@pytest.mark.parametrize("only_tool", ["apt-get"], indirect=True)
def test_missing_fonts_do_not_keep_the_window_shut(only_tool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_folder: Path, _pattern: str) -> Iterator[Path]:
        return iter(())

    monkeypatch.setattr(Path, "rglob", nothing)

    (problem,) = problems("offscreen")

    assert problem.kind == "fonts"
    assert not problem.stops
    assert problem.command.endswith("fonts-dejavu-core")


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=800x600"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb"}, "wayland"),
        ({}, ""),
    ],
)
def test_the_platform_is_the_one_qt_would_choose(
    environment: dict[str, str], platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)

    assert preflight.chosen_platform() == platform
