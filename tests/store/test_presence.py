"""Who has a plan open: told as a courtesy, and never in the way."""

import json
import os
import socket
import time
from pathlib import Path

import pytest

from launchplanner.store.presence import Presence, note_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "launch.launchplan"


def left(path: Path, **said: object) -> None:
    note = {"name": "Ada", "host": "elsewhere", "process": 1, "since": 1000.0, **said}
    note_of(path).write_text(json.dumps(note))


def test_the_first_meets_nobody_and_leaves_nothing_behind(path: Path) -> None:
    presence = Presence(path, "Bo")

    assert presence.enter() is None
    assert json.loads(note_of(path).read_text())["name"] == "Bo"
    presence.leave()

    assert list(path.parent.iterdir()) == []


def test_somebody_on_another_machine_is_named_and_keeps_the_note(path: Path) -> None:
    left(path)
    presence = Presence(path, "Bo")

    other = presence.enter()
    presence.leave()

    assert other is not None
    assert (other.name, other.host, other.since) == ("Ada", "elsewhere", 1000.0)
    assert note_of(path).exists()


def test_a_program_of_this_machine_that_runs_is_named(path: Path) -> None:
    left(path, host=socket.gethostname(), process=os.getppid())

    assert Presence(path, "Bo").enter() is not None


@pytest.mark.parametrize(
    "said", [{"process": 999_999_999}, {"process": 10**30}, {"process": -1}, {"process": os.getpid()}]
)
def test_a_note_of_a_program_that_ended_counts_for_nothing(path: Path, said: dict[str, object]) -> None:
    left(path, host=socket.gethostname(), **said)
    presence = Presence(path, "Bo")

    assert presence.enter() is None
    assert json.loads(note_of(path).read_text())["name"] == "Bo"
    presence.leave()


def test_a_note_of_the_day_before_yesterday_counts_for_nothing(path: Path) -> None:
    left(path)
    old = time.time() - 48 * 3600
    os.utime(note_of(path), (old, old))

    assert Presence(path, "Bo").enter() is None


@pytest.mark.parametrize("since", [1e300, -5.0, "noon", None, float("nan")])
def test_a_moment_that_is_none_is_told_as_unknown(path: Path, since: object) -> None:
    left(path, since=since, name="x" * 1000)

    other = Presence(path, "Bo").enter()

    assert other is not None
    assert (other.since, len(other.name)) == (0.0, 80)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 3000, b"x" * 9000])
def test_a_note_that_says_nothing_counts_for_nothing(path: Path, content: bytes) -> None:
    note_of(path).write_bytes(content)

    assert Presence(path, "Bo").enter() is None


def test_a_place_that_takes_no_note_is_no_failure(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "gone" / "launch.launchplan", "Bo")

    assert presence.enter() is None
    presence.leave()
