"""Joining two copies: what one side did is taken, what both did is asked, and nothing is lost without a word."""

from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.edits import Add, Change, ChangeInPack, ChangeLaunch, Edit, Link, Remove
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import BATON, PERSON, TASK, Plan
from launchplanner.plan.records import DebtReading
from launchplanner.plan.values import Table
from launchplanner.plan.work import Task
from launchplanner.store.merge_values import GONE
from launchplanner.store.merge_words import APART, CHANGED, NEEDED, REMOVED, RING, ClashKey, Side
from launchplanner.store.merging import Merge, MergeError, merged
from tests.benchmarks.safety.merges import run
from tests.builders import a_person, a_plan, a_task
from tests.plan.strategies import plans
from tests.store.merge_laws import lost, turned

ID = "one-and-the-same"
SPEC, FRAMEWORK = "product-spec", "message-framework"


def a_base(**fields: Any) -> Plan:
    return a_plan(id=ID, **fields)


def after(plan: Plan, *edits: Edit) -> Plan:
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def joined(ours: tuple[Edit, ...], theirs: tuple[Edit, ...], base: Plan | None = None) -> Merge:
    base = base or a_base()
    return merged(base, after(base, *ours), after(base, *theirs))


def places(merge: Merge) -> list[tuple[str, tuple[str, ...]]]:
    return [clash.key for clash in merge.clashes]


def task(key: str, **changes: object) -> Edit:
    return Change(TASK, key, changes)


def test_changes_of_different_parts_and_fields_are_all_taken() -> None:
    merge = joined(
        (task(SPEC, owner="jonas-reyes"), ChangeLaunch({"title": "Ours"})),
        (task(SPEC, duration=5), task(FRAMEWORK, notes="theirs"), Add(PERSON, "ana", a_person("Ana")[1])),
    )

    assert merge.is_clean
    assert (merge.plan.title, merge.plan.people["ana"].name) == ("Ours", "Ana")
    assert (merge.plan.tasks[SPEC].owner, merge.plan.tasks[SPEC].duration) == ("jonas-reyes", 5)
    assert merge.plan.tasks[FRAMEWORK].notes == "theirs"


def test_one_field_changed_twice_is_asked_and_holds_ours_until_then() -> None:
    merge = joined((task(SPEC, owner="jonas-reyes"),), (task(SPEC, owner="tessa-brandt"),))

    (clash,) = merge.clashes
    assert clash.key == (CHANGED, ("tasks", SPEC, "owner"))
    assert (clash.base, clash.ours, clash.theirs) == ("mira-okafor", "jonas-reyes", "tessa-brandt")
    assert merge.plan.tasks[SPEC].owner == "jonas-reyes"


def test_a_choice_settles_a_clash() -> None:
    base = a_base()
    ours, theirs = after(base, task(SPEC, owner="jonas-reyes")), after(base, task(SPEC, owner="tessa-brandt"))

    merge = merged(base, ours, theirs, {(CHANGED, ("tasks", SPEC, "owner")): "theirs"})

    assert merge.is_clean
    assert merge.plan == theirs


def test_rows_of_ids_take_what_each_side_put_in_and_took_out() -> None:
    base = after(a_base(), task(SPEC, contributors=("dev-lindqvist", "tessa-brandt")))

    merge = joined(
        (task(SPEC, contributors=("tessa-brandt", "jonas-reyes")),),
        (task(SPEC, contributors=("dev-lindqvist", "tessa-brandt", "mira-okafor")),),
        base,
    )

    assert merge.is_clean
    assert merge.plan.tasks[SPEC].contributors == ("tessa-brandt", "jonas-reyes", "mira-okafor")


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        ("ONE\ntwo\nthree\nfour", "one\ntwo\nthree\nFOUR", "ONE\ntwo\nthree\nFOUR"),
        ("zero\none\ntwo\nthree\nfour", "one\ntwo\nfour", "zero\none\ntwo\nfour"),
        ("ONE\ntwo\nthree\nfour", "ONE\ntwo\nthree", "ONE\ntwo\nthree"),
    ],
)
def test_notes_are_joined_by_their_lines(ours: str, theirs: str, result: str) -> None:
    base = after(a_base(), task(SPEC, notes="one\ntwo\nthree\nfour"))

    merge = joined((task(SPEC, notes=ours),), (task(SPEC, notes=theirs),), base)

    assert merge.is_clean
    assert merge.plan.tasks[SPEC].notes == result


def test_lines_that_touch_are_asked() -> None:
    base = after(a_base(), task(SPEC, notes="one\ntwo\nthree"))

    merge = joined((task(SPEC, notes="one\nTWO\nthree"),), (task(SPEC, notes="one\ntwo\nTHREE"),), base)

    assert places(merge) == [(CHANGED, ("tasks", SPEC, "notes"))]


def test_fields_that_belong_together_are_asked_together() -> None:
    merge = joined((task(SPEC, status="done", progress=100),), (task(SPEC, status="active", progress=40),))

    assert places(merge) == [(CHANGED, ("tasks", SPEC, "status+progress"))]


def test_a_mark_does_not_count_for_an_answer_that_the_giver_did_not_see() -> None:
    answer = ChangeInPack("product-to-market", "prompts", "q1", {"answer": "In other words"})
    mark = ChangeInPack("product-to-market", "prompts", "q1", {"mark": "right"})

    merge = joined((answer,), (mark,))

    assert places(merge) == [(CHANGED, ("batons", "product-to-market", "prompts", "q1", "answer+mark"))]
    assert merge.plan.batons["product-to-market"].prompts["q1"].mark == ""


def test_what_one_side_removed_and_the_other_left_alone_is_gone() -> None:
    merge = joined((Remove(TASK, (SPEC,)),), (task(FRAMEWORK, duration=4),))

    assert merge.is_clean
    assert SPEC not in merge.plan.tasks


@pytest.mark.parametrize("we_remove", [True, False])
def test_what_one_side_removed_and_the_other_changed_stays_and_is_asked(we_remove: bool) -> None:
    ours, theirs = (Remove(TASK, (SPEC,)),), (task(SPEC, duration=9),)
    merge = joined(ours, theirs) if we_remove else joined(theirs, ours)

    (clash,) = merge.clashes
    assert clash.key == (REMOVED, ("tasks", SPEC))
    assert (clash.ours is GONE, clash.theirs is GONE) == (we_remove, not we_remove)
    assert merge.plan.tasks[SPEC].duration == 9


def test_a_person_whom_one_side_removed_and_the_other_gave_work_stays_and_is_asked() -> None:
    base = after(a_base(), Add(PERSON, "ana", a_person("Ana Lima")[1]))
    ours, theirs = after(base, Remove(PERSON, ("ana",))), after(base, task(SPEC, owner="ana"))

    merge = merged(base, ours, theirs)

    assert places(merge) == [(NEEDED, ("people", "ana"))]
    assert merge.plan.people["ana"].name == "Ana Lima"
    assert merge.plan.tasks[SPEC].owner == "ana"
    without = merged(base, ours, theirs, {(NEEDED, ("people", "ana")): "ours"})
    assert without.is_clean
    assert "ana" not in without.plan.people
    assert without.plan.tasks[SPEC].owner == "Ana Lima"


def test_a_phase_that_goes_although_the_other_side_put_a_task_in_lets_the_task_go_on_without() -> None:
    base = after(a_base(), Add("phase", "extra", a_base().phases["build"]))
    ours, theirs = after(base, Remove("phase", ("extra",))), after(base, task(SPEC, phase="extra"))

    assert merged(base, ours, theirs).plan.tasks[SPEC].phase == "extra"
    chosen = merged(base, ours, theirs, {(NEEDED, ("phases", "extra")): "ours"}).plan
    assert "extra" not in chosen.phases
    assert chosen.tasks[SPEC].phase == ""


def test_links_that_make_a_ring_together_are_asked_and_leave_none() -> None:
    base = a_base(dependencies={})
    ours, theirs = after(base, Link(SPEC, FRAMEWORK)), after(base, Link(FRAMEWORK, SPEC))

    merge = merged(base, ours, theirs)

    (clash,) = merge.clashes
    assert clash.kind == RING
    assert list(merge.plan.dependencies) == [f"{SPEC}>{FRAMEWORK}"]
    assert list(merged(base, ours, theirs, {clash.key: "theirs"}).plan.dependencies) == [f"{FRAMEWORK}>{SPEC}"]


def with_events(plan: Plan, **events: Event) -> Plan:
    baton: Baton = plan.batons["product-to-market"]
    return plan.replace(batons=plan.batons.with_("product-to-market", baton.replace(events=Table(events))))


def test_steps_of_a_baton_are_joined_and_never_removed() -> None:
    one, two, three = (Event(kind="offer", content=text, by="mira-okafor") for text in "123")
    base = with_events(a_base(), a=one)

    merge = merged(base, with_events(base, b=two), with_events(base, a=one, c=three))

    assert merge.is_clean
    assert dict(merge.plan.batons["product-to-market"].events) == {"a": one, "b": two, "c": three}
    unseen = merged(base, base, with_events(base))
    assert dict(unseen.plan.batons["product-to-market"].events) == {"a": one}


def test_a_baton_that_one_side_removed_while_the_other_said_something_about_it_stays() -> None:
    base = a_base()
    said = with_events(base, a=Event(kind="offer", content="1", by="mira-okafor"))

    merge = merged(base, after(base, Remove(BATON, ("product-to-market",))), said)

    assert places(merge) == [(REMOVED, ("batons", "product-to-market"))]
    assert "a" in merge.plan.batons["product-to-market"].events


def test_fields_of_a_newer_version_are_kept_from_both_sides() -> None:
    base = a_base()
    newer: dict[str, Any] = {**dict(base.tasks[SPEC]), "colour": "red", "weight": {"kg": 3}}
    ours = base.replace(tasks=base.tasks.with_(SPEC, Task(**newer)), mood="good")
    theirs = base.replace(schema_=7, wind="west")

    merge = merged(base, ours, theirs)

    assert merge.is_clean
    assert merge.plan.model_extra == {"mood": "good", "wind": "west"}
    assert merge.plan.tasks[SPEC].model_extra == {"colour": "red", "weight": {"kg": 3}}
    assert merge.plan.schema_ == 7
    assert merged(ours, ours, base).plan == base


def test_days_off_join_and_another_country_is_one_choice() -> None:
    def of(**fields: Any) -> Edit:
        return ChangeLaunch({"calendar": WorkCalendar(**fields)})

    off = joined((of(days_off=(date(2027, 5, 3),)),), (of(days_off=(date(2027, 5, 4),)),))
    country = joined((of(country="DE", region="BY"),), (of(country="FR"),))

    assert off.plan.calendar.days_off == (date(2027, 5, 3), date(2027, 5, 4))
    assert places(country) == [(CHANGED, ("calendar", "country+region"))]


def test_a_reading_of_the_debt_is_worked_out_and_not_asked() -> None:
    base = a_base()
    ours, theirs = (base.replace(debt=Table({"2027-03-01": DebtReading(tasks=n)})) for n in (3, 5))

    assert merged(base, ours, theirs).is_clean
    assert merged(base, ours, theirs).plan == merged(base, theirs, ours).plan


def test_roles_that_both_sides_gave_a_person_are_both_held() -> None:
    base = a_base()
    holds = base.people["tessa-brandt"].holds
    ours, theirs = (
        after(base, Change(PERSON, "tessa-brandt", {"holds": (*holds, RoleHold(role=role))})) for role in ("pm", "pmm")
    )

    assert {hold.role for hold in merged(base, ours, theirs).plan.people["tessa-brandt"].holds} >= {"pm", "pmm"}


def test_a_side_that_is_suddenly_empty_takes_nothing_with_it() -> None:
    base = a_base()
    base = base.replace(tasks=base.tasks.updated(dict(a_task(f"Task {number}") for number in range(12))))
    emptied = base.replace(tasks={}, dependencies={})

    merge = merged(base, base, emptied)

    assert merge.plan.tasks == base.tasks
    assert {clash.kind for clash in merge.clashes} == {REMOVED}


def test_without_a_common_ancestor_every_difference_is_asked_and_no_part_is_dropped() -> None:
    base = a_base()
    ours = after(base, task(SPEC, duration=4), Add(TASK, "mine", a_task("Mine")[1]))
    theirs = after(base, task(SPEC, contributors=("tessa-brandt",)), Add(TASK, "yours", a_task("Yours")[1]))

    merge = merged(None, ours, theirs)

    assert places(merge) == [
        (APART, ("tasks", "mine")),
        (APART, ("tasks", "yours")),
        (CHANGED, ("tasks", SPEC, "contributors")),
        (CHANGED, ("tasks", SPEC, "duration")),
    ]
    assert {"mine", "yours"} <= set(merge.plan.tasks)
    assert merged(None, ours, ours) == Merge(ours, ())


def test_two_launches_are_not_joined() -> None:
    with pytest.raises(MergeError, match="two launches"):
        merged(None, a_base(), a_plan(id="another"))


# Three plans take a while to make up, and to make them smaller takes minutes.
@settings(max_examples=settings().max_examples // 5, phases=(Phase.explicit, Phase.generate))
@given(plans(), plans(), plans())
def test_the_laws_hold_for_any_three_plans(base: Plan, ours: Plan, theirs: Plan) -> None:
    ours, theirs = ours.replace(id=base.id), theirs.replace(id=base.id)

    merge = merged(base, ours, theirs)

    assert merged(base, ours, ours) == Merge(ours, ())
    assert lost(base, ours, theirs, merge) == []
    choices = dict[ClashKey, Side]()
    while not merge.is_clean:
        choices |= {clash.key: "ours" for clash in merge.clashes}
        merge = merged(base, ours, theirs, choices)
    assert merged(base, theirs, ours, turned(choices)) == merge


def test_the_laws_hold_for_random_edits_of_a_sound_plan() -> None:
    counts, broken = run(60, seed=7)

    assert broken == []
    assert counts["clean"] > 0
    assert counts["clashes"] > 0
