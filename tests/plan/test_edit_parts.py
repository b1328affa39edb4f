"""Adding, changing and removing parts, and the launch's own fields."""

import pytest

from launchplanner.plan.edits import Add, Change, ChangeLaunch, EditError, Remove, Together
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK
from tests.builders import LAUNCH_DAY, a_baton, a_link, a_person, a_plan, a_task


def test_change_gives_fields_new_values_and_leaves_the_other_parts_the_same_objects() -> None:
    plan = a_plan(a_task("Spec"), a_task("Demo"))

    changed = Change(TASK, "spec", {"duration": 4, "owner": "jonas-reyes"}).apply(plan)

    assert (changed.tasks["spec"].duration, changed.tasks["spec"].owner) == (4, "jonas-reyes")
    assert changed.tasks["demo"] is plan.tasks["demo"]
    assert changed.people is plan.people


def test_change_is_called_after_its_fields() -> None:
    assert Change(TASK, "spec", {"owner": "jonas-reyes"}).label == "Change owner"
    assert Change(BATON, "b", {"second_reader": "jonas-reyes"}).label == "Change second reader"


@pytest.mark.parametrize(
    ("kind", "key", "changes", "sentence"),
    [
        (TASK, "gone", {"owner": "x"}, "There is no task “gone” in this plan any more."),
        (TASK, "spec", {"title": "  "}, "A task needs a title."),
        (PERSON, "mira-okafor", {"name": ""}, "A person needs a name."),
        (
            TASK,
            "spec",
            {"duration": -3},
            "“-3” does not fit duration: input should be greater than or equal to 0.",
        ),
        (TASK, "spec", {"progress": 101}, "“101” does not fit progress: input should be less than or equal to 100."),
    ],
)
def test_a_change_that_cannot_be_is_refused(kind: str, key: str, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(EditError) as caught:
        Change(kind, key, changes).apply(a_plan(a_task("Spec")))

    assert str(caught.value) == sentence


def test_a_renamed_person_is_still_found_under_the_old_name() -> None:
    plan = a_plan(a_person("Mira Okafor", key="mira-okafor", aliases=("Mira O.",)))

    renamed = Change(PERSON, "mira-okafor", {"name": "Mira Adeyemi"}).apply(plan)

    assert renamed.people["mira-okafor"].name == "Mira Adeyemi"
    assert renamed.people["mira-okafor"].aliases == ("Mira O.", "Mira Okafor")


def test_moving_launch_day_leaves_every_offset_as_it_is() -> None:
    plan = a_plan()

    moved = ChangeLaunch({"launch_day": "2027-04-20"}).apply(plan)

    assert moved.launch_day == LAUNCH_DAY.replace(day=20)
    assert moved.tasks is plan.tasks
    assert moved.batons is plan.batons


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "A launch needs a title."),
        ({"tier": 4}, "“4” does not fit tier: input should be less than or equal to 3."),
        (
            {"launch_day": "30.3.2027"},
            "“30.3.2027” does not fit launch day: value error, a day is written year-month-day, such as 2027-03-30.",
        ),
    ],
)
def test_a_launch_that_cannot_be_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(EditError) as caught:
        ChangeLaunch(changes).apply(a_plan())

    assert str(caught.value) == sentence


def test_add_puts_a_part_in() -> None:
    key, value = a_task("Press kit")

    assert Add(TASK, key, value).apply(a_plan()).tasks["press-kit"] == value


@pytest.mark.parametrize("taken", ["product-spec", "product-to-market"])
def test_a_task_or_baton_cannot_take_an_id_of_the_other_since_links_name_both(taken: str) -> None:
    for kind, (_key, value) in ((TASK, a_task("New")), (BATON, a_baton("New"))):
        with pytest.raises(EditError, match=f"already a part with the id “{taken}”"):
            Add(kind, taken, value).apply(a_plan())


def test_removing_a_task_lets_its_successors_wait_for_its_predecessors() -> None:
    plan = a_plan(
        a_task("A"), a_task("B"), a_task("C"), a_task("D"),
        a_link("a", "b", lag=1), a_link("b", "c", lag=2), a_link("b", "d"),
    )  # fmt: skip

    less = Remove(TASK, ("b",)).apply(plan)

    assert "b" not in less.tasks
    assert {link.id: link.lag for link in less.dependencies.values()} == {"a>c": 3, "a>d": 1}


def test_removing_a_baton_bridges_its_links_too() -> None:
    less = Remove(BATON, ("product-to-market",)).apply(a_plan())

    assert "product-spec>message-framework" in less.dependencies


def test_a_phase_that_still_has_tasks_is_not_removed() -> None:
    with pytest.raises(EditError) as caught:
        Remove(PHASE, ("build",)).apply(a_plan())

    assert str(caught.value) == "“Build” still has tasks, such as “Product spec”. Move or remove them first."


def test_removing_a_role_frees_who_held_it() -> None:
    plan = a_plan(a_person("Mira Okafor", "pm", "pmm", key="mira-okafor"))

    less = Remove(ROLE, ("pm",)).apply(plan)

    assert "pm" not in less.roles
    assert less.people["mira-okafor"].holds == (RoleHold(role="pmm"),)


def test_removing_what_is_not_there_is_refused_and_nothing_goes() -> None:
    with pytest.raises(EditError, match="no task “gone”"):
        Remove(TASK, ("product-spec", "gone")).apply(a_plan())


def test_several_edits_are_one_step_and_none_is_made_if_one_is_refused() -> None:
    plan = a_plan(a_task("Spec"))
    rename = Change(TASK, "spec", {"title": "Specification"})

    both = Together("Tidy up", (rename, Change(TASK, "spec", {"owner": "jonas-reyes"})))

    assert both.label == "Tidy up"
    assert (both.apply(plan).tasks["spec"].title, both.apply(plan).tasks["spec"].owner) == (
        "Specification",
        "jonas-reyes",
    )
    with pytest.raises(EditError):
        Together("Tidy up", (rename, Remove(TASK, ("gone",)))).apply(plan)
    assert plan.tasks["spec"].title == "Spec"
