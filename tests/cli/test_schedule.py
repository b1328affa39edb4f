"""`launchplanner schedule`: the table for people, the JSON that its description promises, the CSV for a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from launchplanner.cli.main import main
from launchplanner.formats.native import write_plan
from launchplanner.plan.calendar import LaunchHour
from launchplanner.plan.edits import SetDuration
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, Estimate, Start
from launchplanner.schedule import scheduled
from launchplanner.schedule.baselines import baseline_of
from tests.builders import a_link, a_plan, a_task

Ran = Callable[..., str]
EARLY, LATE = ("--today", "2027-02-22"), ("--today", "2027-04-06")
SPEC, FRAMEWORK, BATON = "product-spec", "message-framework", "product-to-market"


def written(folder: Path, plan: Plan) -> Path:
    path = folder / "auction.launchplan"
    path.write_bytes(write_plan(plan))
    return path


def measured() -> Plan:
    plan = baseline_of(scheduled(a_plan()), "As promised", "mira-okafor", date(2027, 2, 22)).apply(a_plan())
    return SetDuration(FRAMEWORK, 7).apply(plan)


def estimated() -> Plan:
    plan = a_plan()
    guess = Estimate(optimistic=4, likely=5, pessimistic=20)
    return plan.replace(tasks=plan.tasks.with_(FRAMEWORK, plan.tasks[FRAMEWORK].replace(estimate=guess)))


@pytest.fixture
def ran(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ran:
    def run(plan: Plan, *words: str) -> str:
        assert main(["schedule", str(written(tmp_path, plan)), *words]) == 0
        return capsys.readouterr().out

    return run


def as_json(out: str) -> dict[str, Any]:
    return json.loads(out)


def test_the_table_says_when_and_how_far_it_can_slip(ran: Ran) -> None:
    lines = ran(a_plan(), *EARLY).splitlines()

    assert lines[1].split() == [
        "Mon",
        "1",
        "Mar",
        "Fri",
        "12",
        "Mar",
        "T−31",
        "Product",
        "spec",
        "16",
        "●",
        "on",
        "track",
    ]
    assert "Launch: Tue 13 Apr 2027, as planned." in lines
    assert "The way to launch day has 6 days to spare." in lines
    assert lines[-1] == "No receiver has lost a day."


def test_late_work_shows_in_states_forecast_and_what_it_costs(ran: Ran) -> None:
    out = ran(a_plan(), *LATE)

    assert "Launch: planned for Tue 13 Apr 2027, forecast for" in out
    assert "“Product to market” is seven working days late: Positioning keeps 13 of 20 days." in out


def test_the_json_is_as_its_description_promises(ran: Ran) -> None:
    plan = measured().replace(launch_hour=LaunchHour(at="09:00", zone="Europe/Berlin"))

    found = as_json(ran(plan, "--format", "json", "--baseline", "As promised", *EARLY))

    assert list(found) == ["plan", "today", "launch", "remedy", "parts", "phases", "runway", "baseline", "simulation"]
    assert found["plan"]["launch_at"] == "2027-04-13T09:00:00+02:00"
    assert found["launch"] == {
        "planned": "2027-04-13", "forecast": "2027-04-13", "slip": 0, "float": 4, "critical_days": 32,
    }  # fmt: skip
    part = next(part for part in found["parts"] if part["id"] == FRAMEWORK)
    assert part == {
        "kind": "task", "id": FRAMEWORK, "title": "Message framework", "phase": "positioning", "owner": "Jonas Reyes",
        "start": "2027-03-29", "finish": "2027-04-06", "days": 7, "t": "T−11", "week": 5,
        "early_start": "2027-03-29", "early_finish": "2027-04-06",
        "late_start": "2027-04-02", "late_finish": "2027-04-12",
        "total_float": 4, "free_float": 4, "critical": True, "in_ring": False, "driving": None,
        "why": "“Message framework” starts on Mon 29 Mar: that is its day, T−11, and it moves with launch day.",
        "state": "on track", "forecast_start": "2027-03-29", "forecast_finish": "2027-04-06", "forecast_slip": 0,
        "baseline": {"start": "2027-03-29", "finish": "2027-04-02", "start_slip": 0, "finish_slip": 2},
    }  # fmt: skip
    assert [part["kind"] for part in found["parts"]] == ["task", "baton", "task", "task"]
    assert found["phases"][0] == {
        "id": "build", "title": "Build", "start": "2027-03-01", "finish": "2027-03-26", "work_start": "2027-03-01",
        "work_finish": "2027-03-12", "forecast_finish": "2027-03-12", "slip": 0,
    }  # fmt: skip
    assert found["runway"]["batons"][0]["sentence"] == "Positioning has all 20 days."
    assert found["baseline"] == {
        "title": "As promised", "taken_by": "Mira Okafor", "taken_on": "2027-02-22", "launch_day": "2027-04-13",
        "launch_slip": 0, "gone": [], "new": [],
        "summary": "“Message framework” is later than in “As promised”, and launch day is as it was.",
    }  # fmt: skip


def test_a_launch_day_that_is_missed_says_what_would_have_to_be_true(ran: Ran) -> None:
    plan = SetDuration(FRAMEWORK, 13).apply(a_plan())
    text = "“Message framework” takes eleven days instead of 13 days"

    found = as_json(ran(plan, "--format", "json", *EARLY))["remedy"]

    assert found == {"missing": 2, "left": 0, "changes": [{"kind": "shorten", "part": FRAMEWORK, "text": text}]}
    assert f"The way to launch day is 2 days too long.\nIt would fit if:\n  {text}\n" in ran(plan, *EARLY)
    assert as_json(ran(a_plan(), "--format", "json", *EARLY))["remedy"] is None


def test_a_task_that_a_link_drives_names_it(ran: Ran) -> None:
    kit = a_task("Kit")[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))
    plan = a_plan(a_task("Spec", start=-31, duration=2), ("kit", kit), a_link("spec", "kit", lag=1))

    found = as_json(ran(plan, "--format", "json", *EARLY))

    part = next(part for part in found["parts"] if part["id"] == "kit")
    assert part["driving"] == {"link": "spec>kit", "after": "spec", "type": "FS", "lag": 1}
    assert part["why"].startswith("“Kit” starts on Thu 4 Mar because “Spec” finishes on Tue 2 Mar")


def test_draws_can_be_repeated_and_are_said_in_words_and_numbers(ran: Ran) -> None:
    words = ("--simulate", "2000", "--seed", "7", *EARLY)

    found = as_json(ran(estimated(), "--format", "json", *words))["simulation"]
    again = as_json(ran(estimated(), "--format", "json", *words))["simulation"]

    assert found == again
    assert (found["runs"], found["seed"], found["estimated"]) == (2000, 7, 1)
    assert sum(entry["runs"] for entry in found["launch_days"]) == 2000
    assert 0.5 < found["on_time"] < 1
    assert found["launch"]["p50"] == "2027-04-13"
    assert [driver["id"] for driver in found["drivers"]] == [FRAMEWORK]
    assert set(found["batons"]) == {BATON}
    assert f"Launch by Tue 13 Apr: {found['on_time']:.0%} of 2000 draws (seed 7)." in ran(estimated(), *words)
    assert "every draw is the forecast" in ran(a_plan(), *words)


def test_slip_is_a_column_and_a_sentence_beside_a_baseline(ran: Ran) -> None:
    out = ran(measured(), "--baseline", "As promised", *EARLY)

    line = next(line for line in out.splitlines() if "Message framework" in line)
    assert line.endswith("+2")
    assert "As promised, taken on Mon 22 Feb by Mira Okafor: “Message framework” is later" in out


def test_csv_has_a_line_for_each_part_and_no_formula(ran: Ran) -> None:
    plan = a_plan()
    plan = plan.replace(tasks=plan.tasks.with_(SPEC, plan.tasks[SPEC].replace(title="=1+1")))

    rows = list(csv.DictReader(io.StringIO(ran(plan, "--format", "csv", *EARLY))))

    assert [row["id"] for row in rows] == [SPEC, BATON, FRAMEWORK, "launch-day"]
    assert rows[0]["title"] == "'=1+1"
    assert rows[0]["total_float"] == "16"
    assert rows[0]["driving_link"] == rows[0]["baseline_start"] == ""


@pytest.mark.parametrize("words", [("--baseline", "As dreamt"), ("--simulate", "many"), ("--simulate", "0")])
def test_what_cannot_be_asked_is_refused_with_a_sentence(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(["schedule", str(written(tmp_path, measured())), *words])
    except SystemExit as left:
        status = left.code

    assert status == 2
    said = capsys.readouterr().err
    assert "As promised" in said or "1000000" in said


def test_a_plan_with_nothing_in_it_prints_its_launch_day(ran: Ran) -> None:
    empty = Plan(launch_day=date(2027, 4, 13))

    assert "Launch: Tue 13 Apr 2027, as planned." in ran(empty, *EARLY)
    assert ran(empty, "--format", "csv", *EARLY).strip() == "kind,id,title"
    assert as_json(ran(empty, "--format", "json", "--simulate", "5", *EARLY))["parts"] == []
