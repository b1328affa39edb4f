"""The difference between two plans, and a plan with a difference made."""

import json

from hypothesis import given

from launchplanner.plan.changes import changes_between, with_changes
from launchplanner.plan.edits import Change, ChangeLaunch, Remove
from launchplanner.plan.plan import TASK, Plan
from tests.builders import a_plan, a_task
from tests.plan.strategies import plans


@given(plans(), plans())
def test_a_difference_written_as_json_turns_the_one_plan_into_the_other(old: Plan, new: Plan) -> None:
    changes = json.loads(json.dumps(changes_between(old, new)))

    assert with_changes(old, changes) == new


@given(plans())
def test_nothing_differs_from_itself(plan: Plan) -> None:
    assert changes_between(plan, plan) == {}
    assert changes_between(plan, Plan.model_validate(plan.model_dump())) == {}


def test_a_difference_names_only_what_changed() -> None:
    plan = a_plan(a_task("Spec"), a_task("Demo"))
    edited = Remove(TASK, ("demo",)).apply(Change(TASK, "spec", {"owner": "jonas-reyes"}).apply(plan))
    edited = ChangeLaunch({"title": "Launch"}).apply(edited)

    changes = changes_between(plan, edited)

    assert set(changes) == {"title", "tasks"}
    assert changes["tasks"]["demo"] is None
    assert changes["tasks"]["spec"]["owner"] == "jonas-reyes"


def test_fields_of_a_newer_version_are_part_of_a_difference() -> None:
    content = a_plan().model_dump(mode="json", by_alias=True)
    old, new = (Plan.model_validate({**content, "mood": mood}) for mood in ({"a": [1]}, {"a": [2]}))

    assert with_changes(old, changes_between(old, new)) == new


def test_what_did_not_change_stays_the_same_object() -> None:
    plan = a_plan(a_task("Spec"), a_task("Demo"))
    edited = Change(TASK, "spec", {"owner": "jonas-reyes"}).apply(plan)

    replayed = with_changes(plan, changes_between(plan, edited))

    assert replayed.tasks["demo"] is plan.tasks["demo"]
    assert replayed.batons is plan.batons
