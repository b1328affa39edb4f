"""The rows of the timeline and what stands in them."""

from datetime import date

import pytest

from launchplanner.checks import ERROR, Finding, Findings, Part
from launchplanner.plan.values import Table
from launchplanner.plan.work import Phase
from launchplanner.reports.timeline import Ref, Timeline
from launchplanner.reports.timeline_rows import Label, Row
from tests.reports.timeline_plans import a_baton, a_plan, a_task, a_timeline, day, items, links


def ids(timeline: Timeline) -> list[str]:
    return [ref.id for ref in timeline.rows]


def row_of(timeline: Timeline, key: str) -> Row:
    return timeline.row(ids(timeline).index(key))


def test_rows_follow_the_clock_with_batons_after_the_tasks_before_them() -> None:
    plan = a_plan(
        {
            "beta": a_task("Beta", 20, 4, order="1"),
            "readout": a_task("Readout", 27, order="2"),
            "message": a_task("Message", 30, phase="pos"),
        },
        {"back": a_baton("Verified build back", 24), "main": a_baton("Product to market", 29, opens_phase="pos")},
    )

    assert ids(a_timeline(plan)) == ["test", "beta", "back", "readout", "main", "pos", "message"]


def test_a_baton_that_opens_a_phase_late_still_stands_before_it() -> None:
    plan = a_plan({"beta": a_task("Beta", 20)}, {"main": a_baton("Product to market", 31, opens_phase="pos")})

    assert ids(a_timeline(plan)) == ["test", "beta", "main", "pos"]


def test_folded_phases_show_no_rows_of_their_own() -> None:
    plan = a_plan({"beta": a_task("Beta", 20)}, {"main": a_baton("Product to market", 29)})
    timeline = a_timeline(plan, collapsed={"test"})

    assert ids(timeline) == ["test", "pos"]
    assert timeline.row_of_part == {"beta": 0, "main": 0}
    assert [capsule.at for capsule in timeline.row(0).capsules] == [day(30)]
    assert timeline.row(0).note == "0 of 1 done"


def test_tasks_of_no_known_phase_come_last_under_a_row_of_their_own() -> None:
    plan = a_plan({"beta": a_task("Beta", 20), "stray": a_task("Stray", 3, phase="gone")})
    timeline = a_timeline(plan)

    assert timeline.rows[-2:] == [Ref("phase", ""), Ref("task", "stray")]
    assert timeline.phase_of(Ref("task", "stray")) == ""


def test_only_some_parts_can_be_shown_with_their_phases() -> None:
    plan = a_plan({"beta": a_task("Beta", 20), "readout": a_task("Readout", 25), "late": a_task("L", 30, phase="pos")})
    timeline = a_timeline(plan, only={"readout"})

    assert ids(timeline) == ["test", "readout"]
    assert timeline.shown_tasks == 1


def test_a_plan_without_phases_shows_its_batons_too() -> None:
    plan = a_plan({"beta": a_task("Beta", 20)}, {"main": a_baton("Product to market", 29)}, phases=Table())

    assert ids(a_timeline(plan)) == ["", "beta", "main"]


@pytest.mark.parametrize(
    ("fields", "state", "label"),
    [
        ({}, "planned", None),
        ({"status": "active", "progress": 40}, "running", None),
        ({"status": "done", "owner": ""}, "done", None),
        ({"owner": ""}, "nobody", Label("no owner", "error")),
        ({"owner": "Jonas Reyes & Tessa Brandt"}, "several", Label("2 owners", "error")),
        ({"owner": "sales", "status": "active"}, "running", None),
        ({"owner": "Marketing team"}, "nobody", Label("a group, no person", "error")),
        ({"owner": "Zed Unknown"}, "planned", Label("not among the people", "warning")),
    ],
)
def test_a_bar_shows_how_far_the_work_is_and_who_has_it(fields: dict[str, object], state: str, label: Label) -> None:
    row = row_of(a_timeline(a_plan({"beta": a_task("Beta", 24, 4, **fields)})), "beta")

    assert row.bar is not None
    assert (row.bar.start, row.bar.finish, row.bar.state, row.bar.family) == (day(24), day(28), state, "pm")
    assert row.label == label


def test_work_that_should_be_finished_says_by_how_many_days() -> None:
    plan = a_plan({"pull": a_task("Pull list", 20, 3, status="active"), "due": a_task("Due today", 22, 2)})
    timeline = a_timeline(plan)  # the clock's day 23

    assert row_of(timeline, "pull").label == Label("1 day late", "error")
    assert row_of(timeline, "due").label is None


def test_work_due_on_friday_is_not_late_on_saturday() -> None:
    plan = a_plan({"due": a_task("Due", 23, 2)})

    assert row_of(a_timeline(plan, today=date(2027, 2, 20)), "due").label is None
    assert row_of(a_timeline(plan, today=date(2027, 2, 22)), "due").label == Label("1 day late", "error")


def test_owners_are_faces() -> None:
    plan = a_plan(
        {
            "one": a_task("One", 25, owner="pmm"),
            "two": a_task("Two", 25, owner="Jonas Reyes & Tessa Brandt"),
            "none": a_task("None", 25, owner=""),
        },
        {"main": a_baton("Product to market", 29)},
    )
    timeline = a_timeline(plan)
    faces = {
        key: [(face.initials, face.family) if face else None for face in owners.faces]
        for key in ("one", "two", "none", "main")
        if (owners := row_of(timeline, key).owners) is not None
    }

    assert faces == {
        "one": [("JR", "pmm")],
        "two": [("JR", "pmm"), ("TB", "sales")],
        "none": [],
        "main": [("MO", "pm"), ("JR", "pmm")],
    }


def test_a_role_that_nobody_holds_is_an_owner_that_nobody_is() -> None:
    plan = a_plan({"one": a_task("One", 25, owner="pmm")}, people=Table())
    row = row_of(a_timeline(plan), "one")

    assert row.label == Label("PMM: nobody yet", "warning")
    assert row.bar is not None
    assert row.bar.state == "nobody"


def test_a_baton_counts_what_is_ready() -> None:
    plan = a_plan(batons={"main": a_baton("Product to market", 29, kind="main", items=items(3, 2))})
    row = row_of(a_timeline(plan), "main")
    capsule = row.capsules[0]

    assert row.label == Label("3 of 5 items ready")
    assert (capsule.at, capsule.zone, capsule.giver, capsule.receiver) == (day(30), (day(27), day(32)), "pm", "pmm")
    assert not capsule.has_passed


def test_a_baton_not_passed_in_time_is_late() -> None:
    plan = a_plan(batons={"main": a_baton("Product to market", 20, items=items(3, 2))})

    assert row_of(a_timeline(plan), "main").label == Label("3 days late", "error")


def test_a_phase_is_a_thin_bar_that_fades_when_all_is_settled() -> None:
    plan = a_plan({"beta": a_task("Beta", 20, status="done"), "m": a_task("Message", 30, phase="pos")})
    timeline = a_timeline(plan)
    test, pos = row_of(timeline, "test"), row_of(timeline, "pos")

    assert test.phase is not None
    assert (test.phase.start, test.phase.finish, test.phase.family) == (day(20), day(30), "pm")
    assert test.phase.is_settled
    assert pos.phase is not None
    assert not pos.phase.is_settled
    assert (test.lead, test.note, pos.lead, pos.note) == ("PM", "weeks 5–6", "PMM", "weeks 7–8")


def test_the_critical_path_is_marked() -> None:
    plan = a_plan(
        {"beta": a_task("Beta", 20, 31), "launch": a_task("Launch", 51, 1, phase="pos"), "free": a_task("Free", 20)},
        dependencies=links(("beta", "launch")),
        launch_task="launch",
    )
    timeline = a_timeline(plan)
    critical = {key: bar.is_critical for key in ("beta", "launch", "free") if (bar := row_of(timeline, key).bar)}

    assert critical == {"beta": True, "launch": True, "free": False}


def test_what_the_rules_found_is_marked_where_it_belongs_and_said() -> None:
    finding = Finding("OWN001", ERROR, Part("task", "beta", "Beta"), "“Beta” has no owner.")
    plan = a_plan({"beta": a_task("Beta", 25, 4, owner="")})
    timeline = a_timeline(plan, findings=Findings((finding,), ()))

    assert row_of(timeline, "beta").mark == ERROR
    assert timeline.sentence(1) == "“Beta”: nobody, Mon 22 Feb → Thu 25 Feb, 4 days, W6. “Beta” has no owner."


def test_each_row_has_a_sentence() -> None:
    plan = a_plan(
        {"beta": a_task("Beta", 24, 1, status="active", progress=40), "stone": a_task("Stone", 26, 0, status="done")},
        {"main": a_baton("To market", 29, items=items(3, 2))},
        phases=Table({"test": Phase(title="Test", lead="pm", start=day(20), days=10)}),
    )
    timeline = a_timeline(plan)

    assert [timeline.sentence(place) for place in range(4)] == [
        "Phase “Test”: led by PM, Mon 15 Feb → Fri 26 Feb, 10 days, W5.",
        "“Beta”: Mira Okafor, Fri 19 Feb, 1 day, W5. 40 % done.",
        "“Stone”: Mira Okafor, Tue 23 Feb, W6. Done.",
        "Baton “To market”: Mira Okafor gives, Jonas Reyes receives, end of Fri 26 Feb, W6; 3 of 5 items ready.",
    ]
