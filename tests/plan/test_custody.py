"""Changes of owner in mid-phase: which are noted, and which are none."""

from datetime import date

import pytest

from launchplanner.plan.custody import with_owner_changes
from launchplanner.plan.edits import Add, BindRole, Change, Edit, FreeRole, GiveTo, JoinPeople, Remove, Together
from launchplanner.plan.plan import PERSON, PHASE, ROLE, TASK, Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.values import Table
from tests.builders import BEFORE, a_person, a_plan, a_task

IN_BUILD = date(2027, 3, 10)
"""A Wednesday in the second of the four weeks of Build."""
SPEC = "product-spec"
TO_TESSA = BindRole("pm", "tessa-brandt")


def changed(plan: Plan, *edits: Edit, today: date = IN_BUILD) -> Plan:
    for edit in edits:
        plan = with_owner_changes(plan, edit.apply(plan), today)
    return plan


def owned_by(owner: str) -> Change:
    return Change(TASK, SPEC, {"owner": owner})


def test_another_owner_in_a_phase_that_runs_is_noted_with_its_day() -> None:
    plan = changed(a_plan(), GiveTo((SPEC,), "jonas-reyes"))

    assert dict(plan.owner_changes) == {
        "product-spec:2027-03-10": OwnerChange(task=SPEC, on=IN_BUILD, before="mira-okafor", after="jonas-reyes")
    }


@pytest.mark.parametrize(
    ("edit", "today"),
    [
        pytest.param(owned_by("jonas-reyes"), BEFORE, id="before the phase"),
        pytest.param(owned_by(""), IN_BUILD, id="taken off"),
        pytest.param(owned_by("pm"), IN_BUILD, id="her role"),
        pytest.param(owned_by("Mira Okafor"), IN_BUILD, id="her name"),
        pytest.param(Change(TASK, SPEC, {"title": "Spec"}), IN_BUILD, id="another field"),
        pytest.param(Change(TASK, SPEC, {"owner": "jonas-reyes", "status": "done"}), IN_BUILD, id="done"),
        pytest.param(Change(TASK, SPEC, {"owner": "jonas-reyes", "phase": ""}), IN_BUILD, id="no phase"),
        pytest.param(Change(PHASE, "build", {"lead": "pmm"}), IN_BUILD, id="no task"),
        pytest.param(Add(TASK, "new", a_task("New")[1]), IN_BUILD, id="a new task"),
    ],
)
def test_no_change_of_hands(edit: Edit, today: date) -> None:
    assert not changed(a_plan(), edit, today=today).owner_changes


def test_a_first_owner_is_no_change() -> None:
    assert not changed(a_plan(a_task("Kit", owner="")), Change(TASK, "kit", {"owner": "mira-okafor"})).owner_changes


def test_one_person_under_two_entries_is_no_change() -> None:
    plan = a_plan(a_person("M. Okafor", key="mo"), a_task("Kit", owner="mo"))

    assert not changed(plan, JoinPeople("mira-okafor", "mo")).owner_changes


def test_somebody_who_is_taken_off_the_roster_hands_nothing_over() -> None:
    assert not changed(a_plan(), Remove(PERSON, ("mira-okafor",))).owner_changes


def test_a_role_that_another_holds_is_one_change_whatever_it_owns() -> None:
    plan = changed(a_plan(a_task("Kit", owner="pm"), a_task("Deck", owner="Product manager")), TO_TESSA)

    assert dict(plan.owner_changes) == {
        "role:pm:2027-03-10": OwnerChange(role="pm", on=IN_BUILD, before="mira-okafor", after="tessa-brandt")
    }


@pytest.mark.parametrize(
    ("edit", "today"),
    [
        pytest.param(TO_TESSA, BEFORE, id="before the phase"),
        pytest.param(BindRole("pmm", "tessa-brandt"), IN_BUILD, id="a role without work under way"),
        pytest.param(BindRole("pm", "tessa-brandt", alone=False), IN_BUILD, id="two at once"),
        pytest.param(BindRole("pm", "tessa-brandt", date(2027, 3, 15), alone=False), IN_BUILD, id="from next week on"),
        pytest.param(FreeRole("pm", "mira-okafor"), IN_BUILD, id="nobody"),
        pytest.param(Remove(ROLE, ("pm",)), IN_BUILD, id="no such role any more"),
        pytest.param(Together("Both", (TO_TESSA, Change(TASK, "kit", {"status": "done"}))), IN_BUILD, id="done"),
    ],
)
def test_a_role_that_hands_nothing_over(edit: Edit, today: date) -> None:
    assert not changed(a_plan(a_task("Kit", owner="pm")), edit, today=today).owner_changes


def test_a_role_that_goes_back_on_the_same_day_was_never_given() -> None:
    plan = changed(a_plan(a_task("Kit", owner="pm")), TO_TESSA, BindRole("pm", "mira-okafor"))

    assert not plan.owner_changes


def test_a_role_of_somebody_with_two_entries_stays_with_them() -> None:
    plan = a_plan(
        a_person("M. Okafor", "pm", key="mo"), a_person("Mira Okafor", key="mira-okafor"), a_task("Kit", "pm")
    )

    assert not changed(plan, JoinPeople("mira-okafor", "mo")).owner_changes


def test_to_and_fro_on_one_day_is_no_change_and_onwards_is_one() -> None:
    there = changed(a_plan(), owned_by("jonas-reyes"))

    assert not changed(there, owned_by("mira-okafor")).owner_changes
    (change,) = changed(there, owned_by(""), owned_by("tessa-brandt")).owner_changes.values()
    assert (change.before, change.after) == ("mira-okafor", "tessa-brandt")


def test_each_day_has_its_own_record() -> None:
    plan = changed(a_plan(), owned_by("jonas-reyes"))
    plan = changed(plan, owned_by("mira-okafor"), today=date(2027, 3, 11))

    assert sorted(plan.owner_changes) == ["product-spec:2027-03-10", "product-spec:2027-03-11"]


def test_what_another_copy_noted_is_left_as_it_is() -> None:
    record = OwnerChange(task=SPEC, on=BEFORE, before="mira-okafor", after="jonas-reyes", reason="Mira is away")
    plan = a_plan()
    theirs = owned_by("jonas-reyes").apply(plan).replace(owner_changes=Table({"product-spec:2027-02-22": record}))

    assert with_owner_changes(plan, theirs, IN_BUILD) is theirs


def test_several_tasks_of_one_edit_are_noted_each() -> None:
    plan = a_plan(a_person("Ana Lima", key="ana"), a_task("Kit"), a_task("Deck"))
    edit = Together("Both", (Add(PERSON, "bo", a_person("Bo Nguyen")[1]), GiveTo(("kit", "deck"), "bo")))

    assert {change.task for change in changed(plan, edit).owner_changes.values()} == {"kit", "deck"}
