"""Launch day, years, weeks and working days."""

from datetime import date

import pytest

from launchplanner.formats.importers import CHANGED, UNDERSTOOD, Options, imported
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import days, from_markdown, from_rows, from_text, notes, tasks


def test_a_given_launch_day_counts_most() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,2027-03-01\nLaunch,Bo,2027-03-09\n", launch=date(2027, 4, 1))

    assert found.plan.launch_day == date(2027, 4, 1)
    assert days(found)[1] == ("2027-03-09", "2027-03-09")


@pytest.mark.parametrize(
    "title",
    [
        "Launch day",
        "Go-live",
        "Public launch",
        "v2.0.0 released",
        "Release day",
        "Launch!",
        "Product Launch",
        "Markteinführung",
    ],
)
def test_a_row_that_says_so_is_launch_day(title: str) -> None:
    found = from_text(f"Task,Owner,Due\nWrite,Ana,2027-03-01\n{title},Bo,2027-03-09\nReview,Bo,2027-03-19\n")

    assert found.plan.launch_day == date(2027, 3, 9)
    assert found.plan.tasks[found.plan.launch_task].title == title


@pytest.mark.parametrize(
    "title",
    [
        "Launch checklist",
        "Pre-launch party",
        "Write the launch blog",
        "v2.0.0-beta.1 released",
        "Launch readiness review",
        "Prepare for launch",
    ],
)
def test_a_row_that_only_speaks_of_launch_is_not(title: str) -> None:
    found = from_text(f"Task,Owner,Due\nWrite,Ana,2027-03-01\n{title},Bo,2027-03-09\nReview,Bo,2027-03-19\n")

    assert found.plan.launch_day == date(2027, 3, 19)
    assert "the last date in the file, because no row says which day is launch day" in notes(found, UNDERSTOOD)[0]


def test_without_any_date_the_day_that_was_offered_is_taken() -> None:
    found = from_text("Task,Owner\nWrite,Ana\nDraft,Bo\n")

    assert found.plan.launch_day == date(2027, 4, 13)
    assert "chosen here, because the file has no date" in notes(found, UNDERSTOOD)[0]


def test_without_any_date_and_offer_the_day_is_asked_for() -> None:
    with pytest.raises(Refusal, match="Say when launch day is"):
        imported(b"Task,Owner\nWrite,Ana\nDraft,Bo\n", "plan.csv")


def test_dates_without_a_year_take_it_from_their_weekdays() -> None:
    found = from_text(
        "Task,Owner,When\nWrite,Ana,Tue September 15\nDraft,Bo,Thu October 1\nShip,Cy,Tue January 5\n",
        launch=date(2021, 1, 5),
    )

    assert [first for first, _last in days(found)] == ["2020-09-15", "2020-10-01", "2021-01-05"]


def test_dates_without_a_year_take_it_from_the_document() -> None:
    found = from_markdown(
        "# Release of 2024\n\n| Task | Owner | When |\n|---|---|---|\n| Write | Ana | March 4 |\n| Draft | Bo | "
        "March 6 |\n"
    )

    assert days(found)[0][0] == "2024-03-04"
    assert "The dates have no year; the first was read as one of 2024." in notes(found, UNDERSTOOD)


def test_a_year_that_nothing_tells_is_said_to_be_a_guess() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,March 1\nDraft,Bo,March 2\n")

    assert days(found)[0][0] == "2027-03-01"
    assert notes(found, CHANGED)[0].endswith("one of 2027. Give the year with --year if it is another.")


def test_a_year_may_be_given() -> None:
    assert days(from_text("Task,Owner,Due\nWrite,Ana,March 1\nDraft,Bo,March 2\n", year=2029))[0][0] == "2029-03-01"


def test_a_month_that_falls_back_begins_a_new_year() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,Nov 2\nDraft,Bo,Dec 14\nShip,Cy,Jan 11\n", year=2026)

    assert [first for first, _last in days(found)] == ["2026-11-02", "2026-12-14", "2027-01-11"]


def test_a_weekday_that_does_not_fit_is_said() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,Monday 2nd March 2027\nDraft,Bo,Wednesday 3rd March 2027\n")

    assert days(found)[0][0] == "2027-03-02"
    assert notes(found, CHANGED) == [
        "line 2, column 1: The weekday written beside Tue 2 Mar 2027 is another one; the date was taken."
    ]


def test_days_from_launch_count_calendar_days_and_leave_weekends() -> None:
    found = from_text(
        "Task,Owner,Timing\nWrite,Ana,T-30\nDraft,Bo,T-2\nShip,Cy,T-0\nTell,Di,T+4\n", launch=date(2027, 4, 13)
    )

    assert [first for first, _last in days(found)] == ["2027-03-12", "2027-04-09", "2027-04-13", "2027-04-16"]
    assert "Days around launch were counted in calendar days" in notes(found, UNDERSTOOD)[0]


def test_working_days_before_launch_are_counted_as_such() -> None:
    found = from_text(
        "Task,Owner,Timing\nWrite,Ana,5 business days before launch\nShip,Cy,Launch day\n", launch=date(2027, 4, 13)
    )

    assert [first for first, _last in days(found)] == ["2027-04-06", "2027-04-13"]


def test_weeks_end_on_launch_week_when_nothing_else_is_dated() -> None:
    found = from_text("Week,Task,Owner\n1,Write,Ana\n2-3,Draft,Bo\n4,Launch,Cy\n", launch=date(2027, 4, 13))

    assert days(found) == [("2027-03-22", "2027-03-26"), ("2027-03-29", "2027-04-09"), ("2027-04-12", "2027-04-16")]


def test_numbers_of_days_count_from_the_first() -> None:
    found = from_text("Task,Owner,Day\nWrite,Ana,1\nDraft,Bo,3\nShip,Cy,10\n", launch=date(2027, 4, 13))

    assert [first for first, _last in days(found)] == ["2027-04-05", "2027-04-07", "2027-04-16"]


def test_an_end_before_its_start_is_said_and_left_open() -> None:
    found = from_text("Task,Owner,Start,End\nWrite,Ana,2027-03-01,2018-03-05\nDraft,Bo,2027-03-02,2027-03-03\n")

    assert days(found)[0] == ("2027-03-01", "2027-03-01")
    assert tasks(found)[0].notes == "End in the file: 2018-03-05"
    assert notes(found, CHANGED)[0].startswith("line 2, column 1: “Write” ends on Mon 5 Mar 2018, before it starts")


def test_a_date_on_a_weekend_is_moved_and_said() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,2027-03-06\n" + "Draft,Bo,2027-03-09\n" * 12)

    assert days(found)[0] == ("2027-03-05", "2027-03-05")
    assert notes(found, CHANGED) == [
        "line 2, column 1: Sat 6 Mar 2027 is no working day; “Write” was moved to the nearest one that is."
    ]


def test_a_plan_that_works_at_weekends_keeps_its_dates() -> None:
    found = from_text(
        "Task,Owner,Due\nWrite,Ana,2027-03-06\nDraft,Bo,2027-03-07\nShip,Cy,2027-03-13\nTell,Di,2027-03-15\n"
    )

    assert days(found)[0] == ("2027-03-06", "2027-03-06")
    assert found.plan.calendar.weekdays == (0, 1, 2, 3, 4, 5, 6)
    assert "3 dates lie on weekends, so the weekend days in use are taken as working days." in notes(found, UNDERSTOOD)


@pytest.mark.parametrize(
    ("header", "cell", "length"),
    [
        ("Duration", "3 days", 3),
        ("Duration", "2w", 10),
        ("Duration (weeks)", "2", 10),
        ("Hours", "16", 2),
        ("Est. Days", "4", 4),
        ("Effort", "1 mo", 20),
        ("Duration", "0 days", 0),
        ("Duration", "PT16H0M0S", 2),
        ("Dauer", "3 Tage", 3),
    ],
)
def test_lengths_are_read_in_their_unit(header: str, cell: str, length: int) -> None:
    assert (
        tasks(from_text(f"Task,Owner,Start,{header}\nWrite,Ana,2027-03-01,{cell}\nDraft,Bo,2027-03-02,\n"))[0].duration
        == length
    )


def test_half_a_day_takes_its_day_and_is_said() -> None:
    found = from_text("Task,Owner,Start,Duration\nWrite,Ana,2027-03-01,1.5 days\nDraft,Bo,2027-03-02,2 days\n")

    assert tasks(found)[0].duration == 2
    assert notes(found, CHANGED) == ["line 2, column 4: “1.5 days” was rounded up to whole days: 2."]


def test_an_end_and_a_length_give_the_start() -> None:
    assert days(from_text("Task,Owner,Due,Duration\nWrite,Ana,2027-03-05,3 days\nDraft,Bo,2027-03-08,1 day\n"))[0] == (
        "2027-03-03",
        "2027-03-05",
    )


def test_milestones_take_no_time() -> None:
    found = from_text("Date,Milestone,Owner\n2027-03-01,Brief is agreed,Ana\n2027-03-09,Launch,Bo\n")

    assert [task.duration for task in tasks(found)] == [0, 0]


def test_unreadable_times_are_kept_and_placeholders_are_not() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,end of semester\nDraft,Bo,TBD\nShip,Cy,2027-03-01\n")

    assert [task.notes for task in tasks(found)] == ["Due: end of semester", "", ""]
    assert notes(found, CHANGED) == [
        "line 2, column 3: “end of semester” is no date, so it was kept in the task's notes."
    ]


def test_ambiguous_dates_are_read_the_likelier_way_and_said() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,01/03/2027\nDraft,Bo,02/03/2027\nShip,Cy,03/03/2027\n")

    assert days(found)[0][0] == "2027-03-01"
    assert (
        "Dates such as “01/03/2027” were read day first; no date in the column proves it."
        in notes(found, UNDERSTOOD)[0]
    )


def test_dates_far_apart_are_held_within_the_clock() -> None:
    found = from_rows([["Task", "Owner", "Due"], ["Write", "Ana", "1971-01-04"], ["Draft", "Bo", "2199-12-30"]])

    assert found.plan.days <= 5000
    assert len(found.plan.tasks) == 2


def test_the_clock_covers_launch_day_and_all_phases() -> None:
    plan = imported(
        b"Task,Owner,Due\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\n", "p.csv", date(2027, 4, 13), Options()
    ).plan

    assert plan.first <= min(phase.start for phase in plan.phases.values())
    assert plan.end > 0
