import argparse
import json
from pathlib import Path

import pytest

from launchplanner.cli import doctor


def examine(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["doctor", *arguments])
    return parsed.run(parsed), capsys.readouterr().out


def test_a_sound_machine_lacks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = examine(capsys)

    assert status == 0
    assert {line.partition(" ")[0] for line in text.splitlines()} == {"ok"}


def test_what_is_missing_is_in_the_json_with_the_exit_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "amiga")

    status, text = examine(capsys, "--format", "json")

    answer = json.loads(text)
    assert (status, answer["ok"]) == (1, False)
    assert [(check["id"], check["command"]) for check in answer["checks"] if not check["ok"]] == [
        ("qt", "unset QT_QPA_PLATFORM")
    ]


def test_the_mending_command_stands_below_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "amiga")

    _, text = examine(capsys)

    lines = text.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("missing"))
    assert lines[place + 1].strip() == "unset QT_QPA_PLATFORM"


def test_a_folder_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))

    status, text = examine(capsys)

    assert status == 1
    assert "cannot be written" in text
