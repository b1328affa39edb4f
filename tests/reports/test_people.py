"""The people view as rows and numbers: open roles, people, teams, and the work of crowded weeks."""

from datetime import date

from launchplanner.checks import Context
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import Start
from launchplanner.reports.people import people, work_of
from tests.builders import FIRST, a_person, a_phase, a_plan, a_role, a_task, a_team

TODAY = date(2027, 3, 10)


def context_of(plan: Plan) -> Context:
    return Context(plan, TODAY)


def crowded() -> Plan:
    """Return a plan in which Mira has seven days of work in the first week, and one later."""
    return a_plan(
        a_task("Spec", duration=5),
        a_task("Demo", duration=2, start=FIRST + 2),
        a_task("Kit", owner="Mira Okafor & Jonas Reyes", duration=1),
        a_task("Later", start=FIRST + 12),
        a_task("Done", duration=5, status="done"),
        a_task("Deck", owner="jonas-reyes"),
    )


def test_open_roles_stand_first_and_teams_last() -> None:
    plan = a_plan(a_role("Analyst"), a_task("Study", owner="analyst"), a_team("Field", "tessa-brandt"))

    rows = people(context_of(plan)).rows

    assert [(row.kind, row.name) for row in rows] == [
        ("role", ""),
        ("person", "Mira Okafor"),
        ("person", "Jonas Reyes"),
        ("person", "Tessa Brandt"),
        ("team", "Field"),
    ]


def test_a_team_tells_its_people_its_names_and_how_much_is_written_to_it() -> None:
    plan = a_plan(
        a_team("Field", "tessa-brandt", "gone", "jonas-reyes", aliases=("Field crew",)),
        a_team("Acme", kind="organisation"),
        a_task("Visit", owner="Field"),
        a_task("Call", owner="field crew"),
        a_task("Trip", owner="Field", status="done"),
    )

    company, team = people(context_of(plan)).rows[-2:]

    assert (team.holds, team.aliases, team.owns) == ("Tessa Brandt and Jonas Reyes", "Field crew", 2)
    assert (company.holds, company.owns) == ("A company, no contact yet", 0)


def test_weeks_are_told_by_who_leads_them() -> None:
    plan = a_plan(a_phase("Between", FIRST + 20, 5, lead=""), a_phase("Positioning", FIRST + 25, 15, lead="pmm"))

    leads = people(context_of(plan)).leads

    assert [(one.first, one.end, one.family, one.text) for one in leads] == [
        (0, 4, "pm", "PM leads"),
        (4, 5, "", "Nobody leads"),
        (5, 8, "pmm", "PMM leads"),
    ]


def test_the_work_of_crowded_weeks_is_listed_with_its_place_among_the_weeks() -> None:
    work = work_of(context_of(crowded()), "mira-okafor")

    assert [(one.title, one.trouble, one.days, one.dates) for one in work] == [
        ("Kit", "2 owners", 1, "Mon 1 Mar"),
        ("Spec", "", 5, "1 Mar – 5 Mar"),
        ("Demo", "", 2, "3 Mar – 4 Mar"),
    ]
    assert [(one.start, one.finish) for one in work] == [(0.0, 0.2), (0.0, 1.0), (0.4, 0.8)]
    assert {one.family for one in work} == {"pm"}


def test_all_open_work_is_listed_of_who_has_no_crowded_week() -> None:
    work = work_of(context_of(crowded()), "jonas-reyes")

    assert [one.title for one in work] == ["Deck", "Kit"]


def test_work_outside_the_clock_has_no_place_in_it() -> None:
    plan = a_plan(
        a_person("Mira Okafor", "pm", key="mira-okafor"),
        a_task("Before", start=FIRST - 10),
        a_task("After", start=FIRST + 50),
        ("dated", a_task("Dated")[1].replace(start=Start(days=FIRST + 39))),
    )

    work = {one.title: (one.start, one.finish) for one in work_of(context_of(plan), "mira-okafor")}

    assert work == {"Before": (0, 0), "Dated": (7.8, 8), "After": (8, 8)}
