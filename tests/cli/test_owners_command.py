"""`launchplanner owners`."""

import argparse
import io
import json
from pathlib import Path

import pytest

from launchplanner.cli import owners


def ran(monkeypatch: pytest.MonkeyPatch, cells: str, *words: str) -> int:
    parser = argparse.ArgumentParser()
    owners.add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["owners", *words])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(cells.encode()), encoding="utf-8"))
    status: int = arguments.run(arguments)
    return status


def rows(printed: str) -> list[list[str]]:
    return [line.split("\t") for line in printed.splitlines()]


def test_each_line_is_read_as_a_cell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(monkeypatch, "Maria & Tom\n\nZorblatt\n") == 0

    assert rows(capsys.readouterr().out) == [
        ["cell", "label", "code", "people", "sentence"],
        [
            "Maria & Tom", "plural", "OWN-PLURAL", "Maria; Tom",
            "Two names, no holder: Maria and Tom. Who has the baton today?",
        ],
        ["", "none", "OWN-NONE", "", "Nobody owns this. A task with no name is usually not done: choose one person."],
        ["Zorblatt", "unclear", "OWN-UNKNOWN", "Zorblatt", "Who is “Zorblatt”?"],
    ]  # fmt: skip


def test_a_line_that_starts_with_a_quote_is_a_json_string(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(monkeypatch, '"Maria\\nTom"\n"Maria\n"\\ud800"') == 0

    found = rows(capsys.readouterr().out)[1:]
    assert [row[:2] for row in found] == [['"Maria\\nTom"', "plural"], ['"\\"Maria"', "single"], ["?", "none"]]


def test_json_has_an_object_for_each_cell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(monkeypatch, "Maria Garcia (EMEA), backup: Tom\n", "--format", "json") == 0

    assert json.loads(capsys.readouterr().out) == {
        "cell": "Maria Garcia (EMEA), backup: Tom",
        "label": "single",
        "code": "OWN-OK-BACKUP",
        "people": [{"kind": "person", "id": None, "text": "Maria Garcia", "remark": "EMEA"}],
        "helpers": [{"text": "Tom", "id": None, "kind": "backup"}],
        "remarks": ["EMEA"],
        "sentence": "Maria Garcia owns this, with help from Tom.",
        "repairs": [{"kind": "move-helpers", "people": ["Tom"]}],
        "signs": [],
    }


def test_a_column_is_read_by_its_habit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(monkeypatch, "Zorba, Quill\nBlorf, Ana\nIto, Ken\n", "--column") == 0

    assert [row[1] for row in rows(capsys.readouterr().out)[1:]] == ["single"] * 3


def test_the_roster_is_asked_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    roster = tmp_path / "roster.json"
    roster.write_text(
        '{"people": [{"id": "z", "name": "Zorblatt", "handles": ["@zz"]}],'
        ' "roles": [{"id": "r", "name": "PMM", "holders": ["z"]}], "known_as_one": ["Kim, Lee"],'
        ' "teams": [{"id": "t", "name": "Rocket"}], "organisations": [{"id": "o", "name": "Nimbus"}]}'
    )

    assert ran(monkeypatch, "zz\nPMM\nRocket\nNimbus\nKim, Lee\n", "--roster", str(roster)) == 0
    codes = [row[2] for row in rows(capsys.readouterr().out)[1:]]
    assert codes == ["OWN-OK", "OWN-OK", "OWN-TEAM", "OWN-ORG", "OWN-OK"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file or directory"),
        (b"\xff", "it is not written in UTF-8"),
        (b'{\n"people": }', "line 2, column 11 cannot be read: it is not JSON there"),
        (b"[]", "the whole cannot be read: an object in braces is expected there"),
        (b'{"people": {}}', "people cannot be read: a list in brackets is expected there"),
        (b'{"people": [{"id": "a"}]}', "people[0].name cannot be read: a text is expected there"),
        (b'{"people": [{"id": "a", "name": "A", "aliases": [7]}]}', "people[0].aliases[0] cannot be read"),
        (b'{"persons": []}', "there is no field “persons”, only people, roles, teams, organisations"),
    ],
)
def test_a_roster_that_cannot_be_read_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    content: bytes | None,
    told: str,
) -> None:
    roster = tmp_path / "roster.json"
    if content is not None:
        roster.write_bytes(content)

    assert ran(monkeypatch, "Maria\n", "--roster", str(roster)) == 2

    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(roster) in printed.err
    assert told in printed.err
    assert printed.err.count("\n") == 1
