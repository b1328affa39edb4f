"""A whole relay on the command line: two people, two machines, two copies of the plan, and files between them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from launchplanner.cli.main import main
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.plan.batons import Baton
from launchplanner.plan.plan import Plan
from tests.builders import a_baton, a_plan, an_item

BATON, NEXT = "product-to-market", "message-to-field"
Run = Callable[..., dict[str, Any]]


def a_relay() -> Plan:
    return a_plan(
        a_baton(
            "Product to market", "pm", "pmm", items=[an_item("Frozen spec", order="1"), an_item("Limits", order="2")]
        ),
        a_baton("Message to field", "pmm", "sales-lead", day=-4),
    )


class Machine:
    """One person's machine: a copy of the plan, and a home with a key of its own."""

    def __init__(self, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
        self.folder = folder / name
        self.folder.mkdir()
        self.plan = self.folder / "plan.launchplan"
        self.name = name
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def run(self, *words: str | Path, status: int = 0) -> dict[str, Any]:
        """Run one step as this machine's person, and return what it prints."""
        self._monkeypatch.setenv("XDG_STATE_HOME", str(self.folder / "state"))
        self._capsys.readouterr()
        action, *rest = map(str, words)
        found = main(["baton", str(self.plan), action, *rest, "--format", "json"])
        printed = self._capsys.readouterr()
        assert found == status, printed.err
        return json.loads(printed.out) if status == 0 else {"refusal": printed.err}

    def step(self, action: str, *words: str, at: str, status: int = 0) -> dict[str, Any]:
        """Take a step under the person's name at a moment of 26 March."""
        by = ("--as", self.name, "--at", f"2027-03-26T{at}+02:00", "--device", f"{self.name}-laptop")
        return self.run(action, BATON, *words, *by, status=status)

    def send(self, other: "Machine", at: str) -> dict[str, Any]:
        """Send the baton file to another machine, which opens it."""
        file = other.folder / f"from-{self.name}-{at.replace(':', '')}.baton"
        self.step("export", "-o", str(file), at=at)
        return other.run("import", file)

    def baton(self) -> Baton:
        return read_plan(self.plan.read_bytes(), "plan").batons[BATON]


@pytest.fixture
def mira(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Machine:
    machine = Machine(tmp_path, "mira-okafor", monkeypatch, capsys)
    machine.plan.write_bytes(write_plan(a_relay()))
    return machine


@pytest.fixture
def jonas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Machine:
    machine = Machine(tmp_path, "jonas-reyes", monkeypatch, capsys)
    machine.plan.write_bytes(write_plan(a_relay()))
    return machine


def test_the_relay(mira: Machine, jonas: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    jonas.step("ask", "Which regions?", at="08:00")
    jonas.send(mira, "08:01")
    mira.run("answer", BATON, "1", "All four")

    assert mira.step("offer", at="09:00")["state"] == "offered"
    assert mira.send(jonas, "09:01")["state"] == "offered"
    assert jonas.step("read-back", "1=People bid.", at="10:00")["state"] == "reading"
    jonas.send(mira, "10:01")
    assert mira.step("mark", "--correct", "1=People bid once, sealed.", at="10:30")["state"] == "read back"
    mira.send(jonas, "10:31")
    jonas.step("item", "2", "--no", "Two limits are missing", at="11:00")
    returned = jonas.step("return", "--code", "limit not disclosed", "--note", "Two are missing", at="11:05")
    assert (returned["state"], returned["holder"]) == ("returned", "mira-okafor")

    jonas.send(mira, "11:06")
    mira.step("item", "Limits".lower(), "--evidence", "List v2, nine limits", at="12:00")
    assert mira.step("offer", at="12:05")["state"] == "offered"
    mira.send(jonas, "12:06")
    jonas.step("read-back", "1=People bid once, sealed.", at="13:00")
    jonas.send(mira, "13:01")
    mira.step("mark", "--all-right", at="13:30")
    mira.send(jonas, "13:31")
    accepted = jonas.step("accept", "--condition", "The demo account follows", at="14:00")
    assert (accepted["state"], accepted["holder"]) == ("accepted with conditions", "jonas-reyes")

    news = jonas.send(mira, "14:01")
    assert (news["state"], news["holder"]) == ("accepted with conditions", "jonas-reyes")
    assert "Jonas Reyes holds the baton from now on." in news["news"]
    held_up = jonas.run("offer", NEXT, "--as", "jonas-reyes", status=2)
    assert "until it is done: “The demo account follows”" in held_up["refusal"]

    (condition,) = mira.run("show", BATON)["conditions"]
    assert (condition["owner"], condition["blocks"], condition["met"]) == ("mira-okafor", NEXT, False)
    mira.run("met", condition["task"], "--note", "Sent to Jonas")
    mira.send(jonas, "15:00")
    assert jonas.run("offer", NEXT, "--as", "jonas-reyes")["state"] == "offered"

    assert mira.baton() == jonas.baton()
    assert verified(mira, capsys) == (0, 4)
    (row, *_rest) = mira.run("list", "--today", "2027-03-29")["batons"]
    assert row["measures"] == {
        "at_first": False,
        "returns": {"limit not disclosed": 1},
        "hours": [2.08, 1.92],
        "timing": "inside",
        "days_lost": 0,
        "prompts": 2,
        "corrected": 1,
        "stale": False,
    }


def verified(machine: Machine, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, int]:
    """Return the exit status of a check of the record, and how many steps carry a key."""
    status = main(["verify", str(machine.plan), "--format", "json", *more])
    return status, json.loads(capsys.readouterr().out)["signed"]


def test_a_witness_finds_a_record_made_up_anew(mira: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    head = mira.step("offer", at="09:00")["head"]
    assert verified(mira, capsys, "--witness", head[:12]) == (0, 1)

    mira.plan.write_bytes(write_plan(a_relay()))
    mira.step("offer", at="09:30")

    assert verified(mira, capsys, "--witness", head[:12])[0] == 1


def test_a_receiver_without_the_plan_makes_one_from_the_file(mira: Machine, jonas: Machine) -> None:
    jonas.plan.unlink()
    mira.step("offer", at="09:00")

    made = mira.send(jonas, "09:01")

    assert made["state"] == "offered"
    assert jonas.step("read-back", "q1=It bids.", at="10:00")["state"] == "reading"
    assert jonas.send(mira, "10:01")["state"] == "reading"


def test_a_dry_run_says_what_would_change_and_changes_nothing(mira: Machine, jonas: Machine) -> None:
    before = jonas.plan.read_bytes()
    mira.step("offer", at="09:00")
    mira.step("export", "-o", str(jonas.folder / "x.baton"), "--mail", str(jonas.folder / "x.txt"), at="09:01")

    told = jonas.run("import", jonas.folder / "x.baton", "--dry-run")

    assert told["news"][0].startswith("Mira Okafor handed it over on 2027-03-26T09:00")
    assert not told["taken"]
    assert jonas.plan.read_bytes() == before
    assert (jonas.folder / "x.txt").read_text("utf-8").startswith("Baton “Product to market”")


def test_a_checklist_comes_back(mira: Machine) -> None:
    mira.run("item", BATON, "limits", "--state", "draft")
    file = mira.folder / "list.md"
    assert main(["export", str(mira.plan), "-o", str(file), "--today", "2027-03-22"]) == 0
    file.write_text(file.read_text("utf-8").replace("☐ Ready", "☑ Ready"), encoding="utf-8")

    told = mira.run("import", file, "--dry-run")
    assert (told["news"], mira.baton().items["limits"].state) == (["“Limits”: draft becomes ready"], "draft")
    mira.run("import", file)

    assert mira.baton().items["limits"].state == "ready"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("offer", "B9", "--as", "pm"), "There is no such baton. There are message-to-field and product-to-market."),
        (("offer", BATON, "--as", "Nobody"), "This is not one known person."),
        (("offer", BATON, "--as", "Jonas Reyes"), "Only Mira Okafor can hand over here, and this is Jonas Reyes."),
        (("accept", BATON, "--as", "pmm"), "is not on offer: Mira Okafor hands it over first."),
        (("read-back", BATON, "It bids", "--as", "pmm"), "Write it as PROMPT=TEXT"),
        (("mark", BATON, "--right", "7", "--as", "pm"), "There is no such prompt. There are q1."),
        (("import", "nowhere.baton"), "There is no such file"),
        (("met", "product-spec"), "No condition has the task “product-spec”."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(mira: Machine, words: tuple[str, ...], sentence: str) -> None:
    before = mira.plan.read_bytes()

    assert sentence in mira.run(*words, status=2)["refusal"]
    assert mira.plan.read_bytes() == before


def test_batons_are_listed_and_shown_for_people(mira: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    mira.step("offer", at="09:00")

    assert main(["baton", str(mira.plan), "list", "--today", "2027-03-26"]) == 0
    assert main(["baton", str(mira.plan), "show", BATON, "--today", "2027-03-26"]) == 0

    printed = capsys.readouterr().out
    assert "Product to market  (Mira Okafor → Jonas Reyes; held by Mira Okafor)" in printed
    assert "What does it do, in two sentences?" in printed
    assert "Handed over: Mira Okafor" in printed
