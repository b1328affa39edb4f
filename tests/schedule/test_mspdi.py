"""The reader of Microsoft Project files and the comparison, on a file written here in Project's own form."""

from datetime import date
from pathlib import Path

import pytest

from launchplanner.plan.work import FINISH_NO_LATER, MUST_FINISH, NO_EARLIER, NO_LATER
from tests.benchmarks.mspdi import main
from tests.schedule.agreement import FROM_START, MANUAL, compared
from tests.schedule.mspdi import Project, read_project

HOURS = "".join(
    f"<WorkingTime><FromTime>{start}:00:00</FromTime><ToTime>{end}:00:00</ToTime></WorkingTime>"
    for start, end in (("08", "12"), ("13", "17"))
)
WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(1 < day < 7)}</DayWorking>"
    f"<WorkingTimes>{HOURS if 1 < day < 7 else ''}</WorkingTimes></WeekDay>"
    for day in range(1, 8)
)
OFF = (
    "<Exceptions><Exception><TimePeriod><FromDate>2027-03-17T00:00:00</FromDate><ToDate>2027-03-17T23:59:00</ToDate>"
    "</TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>"
)
LATER = {"start": "2027-03-16T08:00:00", "finish": "2027-03-16T17:00:00"}


def a_task(uid: int, links: str = "", **fields: object) -> str:
    """Return a task of one day on Monday 15 March, critical and without slack, unless fields say otherwise."""
    given = {
        "Start": "2027-03-15T08:00:00", "Finish": "2027-03-15T17:00:00", "Duration": "PT8H0M0S", "TotalSlack": 0,
        "FreeSlack": 0, "Critical": 1, "ConstraintType": 0, "Summary": 0, "Manual": 0, **fields,
    }  # fmt: skip
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in given.items())
    return f"<Task><UID>{uid}</UID>{inside}{links}</Task>"


def a_link(uid: int, kind: int = 1, lag: int = 0, form: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>{kind}</Type><LinkLag>{lag}</LinkLag>"
        f"<LagFormat>{form}</LagFormat></PredecessorLink>"
    )


def written(folder: Path, *tasks: str) -> Path:
    path = folder / "plan.xml"
    path.write_text(
        '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'
        "<StartDate>2027-03-15T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>"
        f"<Calendars><Calendar><UID>1</UID><WeekDays>{WEEK}</WeekDays>{OFF}</Calendar></Calendars>"
        f"<Tasks>{a_task(0, Summary=1)}{''.join(tasks)}</Tasks></Project>",
        encoding="utf-8",
    )
    return path


def read(folder: Path, *tasks: str) -> Project:
    project = read_project(written(folder, *tasks))
    assert project is not None
    return project


ROW = (
    a_task(1),
    # Two days of lag over the holiday on Wednesday: Tuesday and Thursday lie between.
    a_task(2, a_link(1, lag=9600), Start="2027-03-19T08:00:00", Finish="2027-03-19T17:00:00"),
    a_task(3, TotalSlack=14400, FreeSlack=14400, Critical=0),
)


def test_a_file_is_read_and_agrees_in_every_field(tmp_path: Path) -> None:
    project = read(tmp_path, *ROW)

    found = compared(project)

    assert (project.unit, project.day, len(project.plan.tasks), found.worked_out) == (480, 480, 3, 3)
    assert project.plan.dependencies["1>2"].lag == 2
    assert (project.stated["2"].start, project.stated["2"].finish) == (3, 4)
    assert found.agreed == found.compared
    assert set(found.compared.values()) == {3}


def test_part_days_make_the_unit_smaller(tmp_path: Path) -> None:
    half = a_task(1, Duration="PT4H0M0S", Finish="2027-03-15T12:00:00", TotalSlack=2400, FreeSlack=2400, Critical=0)

    project = read(tmp_path, half, a_task(2))

    assert project.unit == 240
    assert [project.plan.tasks[key].duration for key in "12"] == [1, 2]
    assert compared(project).differences == ()


@pytest.mark.parametrize(("form", "lag"), [(7, 480 * 10), (19, 50)])
def test_a_lag_is_in_tenths_of_a_minute_or_a_share_of_what_it_waits_for(tmp_path: Path, form: int, lag: int) -> None:
    two_days = a_task(1, Duration="PT16H0M0S", Finish="2027-03-16T17:00:00")

    project = read(tmp_path, two_days, a_task(2, a_link(1, lag=lag, form=form)))

    assert project.plan.dependencies["1>2"].lag * project.unit == 480


@pytest.mark.parametrize(
    ("kind", "day", "rule", "count"),
    [
        (3, "2027-03-18T17:00:00", MUST_FINISH, 2),
        (4, "2027-03-18T08:00:00", NO_EARLIER, 2),
        (5, "2027-03-18T08:00:00", NO_LATER, 2),
        (7, "2027-03-18T17:00:00", FINISH_NO_LATER, 2),
    ],
)
def test_constraints_become_rules_with_the_same_day(tmp_path: Path, kind: int, day: str, rule: str, count: int) -> None:
    start = read(tmp_path, a_task(1, ConstraintType=kind, ConstraintDate=day)).plan.tasks["1"].start

    assert (start.rule, start.days) == (rule, count)


def test_summaries_blank_rows_and_tasks_switched_off_are_no_work(tmp_path: Path) -> None:
    project = read(tmp_path, a_task(1), a_task(2, Summary=1), a_task(3, IsNull=1), a_task(4, Active=0))

    assert set(project.plan.tasks) == {"1"}


def test_differences_that_are_known_carry_their_reason(tmp_path: Path) -> None:
    by_hand = a_task(1, Manual=1, Critical=0)
    first = a_task(2, Manual=1, TotalSlack=4800, FreeSlack=0, Critical=0)
    second = a_task(3, a_link(2, kind=3, lag=4800), Manual=1, Start=LATER["start"], Finish=LATER["finish"])

    found = compared(read(tmp_path, by_hand.replace("<Finish>2027-03-15", "<Finish>2027-03-16").replace(
        "PT8H", "PT16H"), first, second))  # fmt: skip

    assert {each.reason for each in found.differences} <= {MANUAL, FROM_START}
    assert MANUAL in {each.reason for each in found.differences}
    assert found.unexplained == ()


def test_a_file_that_says_something_else_is_told_so_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a_task(1), a_task(2, a_link(1), Start=LATER["start"], Finish=LATER["finish"], TotalSlack=480000))

    assert main(tmp_path) == 1

    out = capsys.readouterr().out
    assert "| plan.xml | 2 | 2 | 1 | 2/2 | 2/2 | 1/2 | 2/2 | 2/2 |" in out
    assert "plan.xml, task 2, total slack: the file says 100, found 0." in out


def test_a_folder_in_which_all_agree_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, *ROW)
    (tmp_path / "other.xml").write_text("<note/>", encoding="utf-8")

    assert main(tmp_path) == 0
    assert "| **1 files** | 3 | 3 | 1 |" in capsys.readouterr().out


def test_days_before_the_project_count_backwards(tmp_path: Path) -> None:
    project = read(tmp_path, a_task(1, ActualStart="2027-03-12T08:00:00", Start="2027-03-12T08:00:00"))

    assert project.stated["1"].start == -1
    assert project.plan.first == -1
    assert project.plan.launch_day == date(2027, 4, 13)
