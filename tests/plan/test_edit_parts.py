"""Adding, changing and removing parts, and the launch's own fields."""

import json

import pytest

from launchplanner.plan.edits import Add, Change, ChangeLaunch, EditError, MakeNote, Remove, Together
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK, TEAM, Plan
from launchplanner.plan.records import Decision, OwnerChange, Risk, Waiver
from tests.builders import LAUNCH_DAY, a_baton, a_link, a_person, a_phase, a_plan, a_task, a_team, an_item
from tests.plan.relay import answered, offered, read_back, state


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


def test_a_renamed_team_is_still_found_under_the_old_name() -> None:
    renamed = Change(TEAM, "field", {"name": "Field sales"}).apply(a_plan(a_team("Field")))

    assert (renamed.teams["field"].name, renamed.teams["field"].aliases) == ("Field sales", ("Field",))


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


def a_named_plan() -> Plan:
    """Return a plan in which a person, a task and a baton are named wherever they can be."""
    return a_plan(
        a_task("Deck", owner="tessa-brandt", backup="tessa-brandt"),
        a_task("Demo", owner="mira-okafor", contributors=("tessa-brandt",)),
        a_baton("Pass", giver="tessa-brandt", items=[an_item("Deck", owner="tessa-brandt")], opens_phase="positioning"),
        a_phase("Ramp", 0, 5, lead="tessa-brandt"),
        a_team("Field", "tessa-brandt", "jonas-reyes"),
        ("d", Decision(title="Go", decider="tessa-brandt", heard=("tessa-brandt",), parts=("deck", "pass", "demo"))),
        ("r", Risk(title="Late", owner="tessa-brandt", batons=("pass", "product-to-market"))),
        ("c", OwnerChange(task="deck", on=LAUNCH_DAY, before="mira-okafor", after="tessa-brandt")),
        ("e", OwnerChange(role="pm", on=LAUNCH_DAY, before="mira-okafor", after="tessa-brandt")),
        *((f"w{key}", Waiver(rule="X", part=key, reason="known")) for key in ("deck", "pass", "tessa-brandt", "pm")),
        launch_task="deck",
    )  # fmt: skip


def test_a_removed_person_is_named_by_id_nowhere_and_their_work_keeps_the_name() -> None:
    less = Remove(PERSON, ("tessa-brandt",)).apply(a_named_plan())

    assert '"tessa-brandt"' not in json.dumps(less.model_dump(mode="json"))
    assert (less.tasks["deck"].owner, less.batons["pass"].giver, less.phases["ramp"].lead) == ("Tessa Brandt",) * 3
    assert less.decisions["d"].decider == less.risks["r"].owner == less.owner_changes["c"].after == "Tessa Brandt"
    assert less.teams["field"].members == ("jonas-reyes",)


def test_a_removed_task_leaves_nothing_that_was_said_of_it() -> None:
    less = Remove(TASK, ("deck",)).apply(a_named_plan())

    assert '"deck"' not in json.dumps({**less.model_dump(mode="json"), "batons": {}})
    assert (less.launch_task, less.decisions["d"].parts) == ("", ("pass", "demo"))
    assert set(less.owner_changes) == {"e"}


def test_a_removed_baton_leaves_nothing_that_was_said_of_it() -> None:
    less = Remove(BATON, ("pass",)).apply(a_named_plan())

    assert '"pass"' not in json.dumps(less.model_dump(mode="json"))
    assert (less.decisions["d"].parts, less.risks["r"].batons) == (("deck", "demo"), ("product-to-market",))


def test_a_removed_role_takes_its_changes_of_hands_along_and_work_keeps_its_name() -> None:
    less = Remove(ROLE, ("pm",)).apply(a_named_plan())

    assert set(less.owner_changes) == {"c"}
    assert less.phases["build"].lead == "PM"


def test_a_removed_phase_is_opened_by_no_baton() -> None:
    less = Remove(PHASE, ("positioning",)).apply(a_named_plan())

    assert less.batons["pass"].opens_phase == ""


def test_a_pass_that_was_made_stays_as_it_was_said() -> None:
    items = [an_item("Deck", owner="tessa-brandt")]
    plan = answered(read_back(offered(a_plan(a_baton("Product to market", items=items)))))

    less = Remove(PERSON, ("tessa-brandt",)).apply(plan)

    assert less.batons["product-to-market"] is plan.batons["product-to-market"]
    assert state(less) == state(plan) == ("accepted", "jonas-reyes")


def test_a_waiver_stays_while_another_part_has_the_id_it_names() -> None:
    plan = a_plan(a_person("Deck", key="deck"), a_task("Deck"), ("w", Waiver(rule="X", part="deck", reason="known")))

    assert Remove(PERSON, ("deck",)).apply(plan).waivers == plan.waivers


def test_a_note_keeps_the_words_of_the_task_and_nothing_else_of_it() -> None:
    task = a_task("Room booked", "", deliverable="A room.", notes="Ask the desk\n\nby Friday", phase="build")
    plan = Change(PHASE, "build", {"notes": "Known before"}).apply(a_plan(task))

    noted = MakeNote("room-booked").apply(plan)

    assert noted.phases["build"].notes == "Known before\nRoom booked. A room. Ask the desk. by Friday"
    assert "room-booked" not in noted.tasks


def test_a_task_of_no_phase_is_no_note() -> None:
    with pytest.raises(EditError, match="“Kit” is in no phase"):
        MakeNote("kit").apply(a_plan(a_task("Kit", phase="")))


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
