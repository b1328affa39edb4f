"""The task table as values: what is counted, shown, grouped and sorted."""

from datetime import date
from typing import Any

import pytest

from launchplanner.app.analysis import analyse
from launchplanner.plan.plan import BATON, PERSON, PHASE, TASK, Plan
from launchplanner.plan.work import Start
from launchplanner.reports.task_table import (
    CRITICAL,
    DUE,
    FILTERS,
    GROUPED_BY_OWNER,
    LATE,
    NOBODY,
    PROBLEM,
    SEVERAL,
    Arrangement,
    Ref,
    TaskTable,
)
from launchplanner.reports.task_table_groups import NO_OWNER, SEVERAL_OWNERS
from tests.reports.timeline_plans import a_baton, a_plan, a_task, day, items, links

TODAY = date(2027, 2, 18)
"""Thursday of week 5."""


def a_table(plan: Plan) -> TaskTable:
    snapshot = analyse(plan, TODAY)
    return TaskTable(snapshot.context, snapshot.findings)


def the_plan() -> Plan:
    return a_plan(
        {
            "te1": a_task("Beta", 20, 4, order="1", status="active", progress=50),
            "te2": a_task("Readout", 21, 2, order="2"),
            "te10": a_task("Pack", 27, 2, order="3", owner="", deliverable="Frozen spec"),
            "po1": a_task("Message", 30, 4, order="4", phase="pos", owner="jonas"),
            "po2": a_task("Story", 34, 3, order="5", phase="pos", owner="Jonas Reyes & Tessa Brandt"),
        },
        {"main": a_baton("Product to market", 29, kind="main", opens_phase="pos", items=items(3, 2))},
        dependencies=links(("te1", "te10"), ("main", "po1")),
    )


def tasks_of(table: TaskTable, look: Arrangement) -> list[str]:
    return [ref.id for ref in table.lines(look) if ref.kind == TASK]


def test_lines_stand_in_the_order_of_the_clock_with_batons_between() -> None:
    assert [tuple(ref) for ref in a_table(the_plan()).lines(Arrangement())] == [
        (PHASE, "test"),
        (TASK, "te1"),
        (TASK, "te2"),
        (TASK, "te10"),
        (BATON, "main"),
        (PHASE, "pos"),
        (TASK, "po1"),
        (TASK, "po2"),
    ]


def test_a_closed_group_keeps_its_head_alone() -> None:
    look = Arrangement(closed=frozenset({Ref(PHASE, "test")}))

    assert [ref.id for ref in a_table(the_plan()).lines(look)] == ["test", "pos", "po1", "po2"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [(NOBODY, {"te10"}), (SEVERAL, {"po2"}), (LATE, {"te2"}), (DUE, {"te1", "te2"})],
)
def test_each_filter_keeps_its_own(name: str, kept: set[str]) -> None:
    table = a_table(the_plan())

    assert table.kept[name] == kept
    assert set(tasks_of(table, Arrangement(filters=frozenset({name})))) == kept


def test_filters_add_up() -> None:
    look = Arrangement(filters=frozenset({NOBODY, SEVERAL}))
    table = a_table(the_plan())

    assert tasks_of(table, look) == ["te10", "po2"]
    assert table.shown(look) == 2
    assert not [ref for ref in table.lines(look) if ref.kind == BATON]


def test_what_is_settled_owes_no_owner_and_is_never_late() -> None:
    plan = a_plan({"old": a_task("Old", 5, owner="", status="done", progress=100)})

    assert all("old" not in a_table(plan).kept[name] for name in (NOBODY, LATE, DUE, CRITICAL))


def test_a_role_that_nobody_holds_is_no_owner() -> None:
    plan = the_plan()
    people = plan.people.with_("tessa", plan.people["tessa"].replace(holds=()))
    tasks = plan.tasks.with_("po1", plan.tasks["po1"].replace(owner="sales"))
    table = a_table(plan.replace(people=people, tasks=tasks))

    assert "po1" in table.kept[NOBODY]
    assert table.row("po1").owners.trouble == "Sales lead: nobody yet"


def test_a_task_with_a_finding_has_a_problem_and_says_it() -> None:
    table = a_table(the_plan())

    assert "po2" in table.kept[PROBLEM]
    assert table.row("po2").problem.startswith("“Story” has two owners")
    assert table.row("po2").mark == "error"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mess", ["po1"]),
        ("JONAS", ["po1", "po2"]),
        ("frozen", ["te10"]),
        ("te1", ["te1", "te10"]),
        ("jonas st", ["po2"]),
    ],
)
def test_words_stand_in_title_owner_deliverable_or_id(words: str, found: list[str]) -> None:
    assert tasks_of(a_table(the_plan()), Arrangement(words=words)) == found


def test_words_find_batons_too() -> None:
    assert [ref.id for ref in a_table(the_plan()).lines(Arrangement(words="product to"))] == ["test", "main"]


@pytest.mark.parametrize(
    ("sort", "descending", "order"),
    [
        ("id", False, ["te1", "te2", "te10", "po1", "po2"]),
        ("title", False, ["te1", "te10", "te2", "po1", "po2"]),
        ("days", True, ["te1", "te2", "te10", "po1", "po2"]),
        ("owner", False, ["te10", "te1", "te2", "po1", "po2"]),
        ("due", True, ["te10", "te1", "te2", "po2", "po1"]),
    ],
)
def test_sorting_stays_inside_groups_and_keeps_equals_in_order(sort: Any, descending: bool, order: list[str]) -> None:
    table = a_table(the_plan())

    assert tasks_of(table, Arrangement(sort=sort, descending=descending)) == order
    assert [ref.id for ref in table.lines(Arrangement(sort=sort)) if ref.kind == PHASE] == ["test", "pos"]


def test_without_groups_all_tasks_are_sorted_together() -> None:
    assert tasks_of(a_table(the_plan()), Arrangement(group="", sort="title")) == ["te1", "po1", "te10", "te2", "po2"]


def test_groups_by_owner_begin_with_what_nobody_answers_for() -> None:
    table = a_table(the_plan())
    groups = [ref for ref in table.lines(Arrangement(group=GROUPED_BY_OWNER)) if ref.kind != TASK]

    assert groups == [NO_OWNER, SEVERAL_OWNERS, Ref(PERSON, "mira"), Ref(PERSON, "jonas")]
    mira = table.group(Ref(PERSON, "mira"), Arrangement(group=GROUPED_BY_OWNER))
    assert (mira.title, mira.note) == ("Mira Okafor", "0 of 2 done · 6 days of work left")


def test_the_head_of_a_phase_says_lead_weeks_count_and_its_worst_problem() -> None:
    group = a_table(the_plan()).group(Ref(PHASE, "pos"), Arrangement())

    assert (group.title, group.lead, group.family) == ("Positioning", "PMM leads", "pmm")
    assert group.note == "Weeks 7–8 · 0 of 2 done"
    assert "Story" in group.problem


def test_a_narrowed_group_says_how_many_it_shows() -> None:
    group = a_table(the_plan()).group(Ref(PHASE, "test"), Arrangement(filters=frozenset({NOBODY})))

    assert group.note == "Weeks 5–6 · 1 of 3 shown"


@pytest.mark.parametrize(
    ("key", "words", "tone"),
    [("te1", "50 %", "neutral"), ("te2", "1 day late", "error"), ("po1", "Not started", "neutral")],
)
def test_status_says_the_one_thing_that_matters(key: str, words: str, tone: str) -> None:
    status = a_table(the_plan()).row(key).status

    assert (status.words, status.tone) == (words, tone)


def test_work_that_starts_tomorrow_says_so() -> None:
    assert a_table(a_plan({"a": a_task("A", 24)})).row("a").status.words == "Starts tomorrow"


def test_float_is_left_out_for_what_is_done() -> None:
    table = a_table(a_plan({"a": a_task("A", 20, status="done"), "b": a_task("B", 20)}))

    assert table.row("a").slack is None
    assert table.row("b").slack is not None


def test_a_date_is_that_of_the_schedule() -> None:
    plan = a_plan(
        {"a": a_task("A", 20, 3), "b": a_task("B", 0, start=Start(rule="asap"))}, dependencies=links(("a", "b"))
    )
    row = a_table(plan).row("b")

    assert row.start == date(2027, 2, 18)
    assert day(23) == analyse(plan, TODAY).schedule.first_day("b")


def test_totals_count_work_and_owners() -> None:
    assert a_table(the_plan()).totals(["te1", "te2", "po1"]) == ("3 tasks", "10 days of work, 2 owners")
    assert a_table(the_plan()).totals(["te10"]) == ("1 task", "2 days of work, no owner")


def test_helpers_have_faces_also_when_nobody_knows_them() -> None:
    row = a_table(a_plan({"a": a_task("A", 20, contributors=("jonas", "Zed"))})).row("a")

    assert [(face.name, face.is_known) for face in row.helpers] == [("Jonas Reyes", True), ("Zed", False)]
    assert row.helps == "Jonas Reyes and Zed"


def test_a_plan_without_tasks_shows_its_phases() -> None:
    table = a_table(a_plan())

    assert [ref.id for ref in table.lines(Arrangement())] == ["test", "pos"]
    assert {name: len(table.kept[name]) for name in FILTERS} == dict.fromkeys(FILTERS, 0)
