"""Binding roles to people, and joining two entries that are one person."""

import json
from datetime import date

import pytest

from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import AddAlias, BindRole, Edit, EditError, FreeRole, JoinPeople
from launchplanner.plan.people import Away
from launchplanner.plan.plan import TEAM, Plan
from launchplanner.plan.records import Baseline, Decision, Mechanism, Metric, OwnerChange, Risk, Waiver
from launchplanner.plan.values import Table
from tests.builders import LAUNCH_DAY, a_baton, a_person, a_phase, a_plan, a_task, a_team, an_item


def test_a_role_goes_from_one_holder_to_the_other() -> None:
    plan = BindRole("pm", "jonas-reyes").apply(a_plan())

    assert Directory.of(plan).holders("pm") == ("jonas-reyes",)
    assert Directory.of(plan).holders("pmm") == ("jonas-reyes",)


def test_a_role_can_be_held_by_two_when_asked_for() -> None:
    plan = BindRole("pm", "jonas-reyes", alone=False).apply(a_plan())

    assert Directory.of(plan).holders("pm") == ("jonas-reyes", "mira-okafor")


def test_a_role_held_for_some_days_is_held_on_those_days_only() -> None:
    plan = BindRole("pm", "tessa-brandt", date(2027, 3, 1), date(2027, 3, 5), alone=False).apply(a_plan())

    directory = Directory.of(plan)
    assert directory.holders("pm", date(2027, 3, 5)) == ("mira-okafor", "tessa-brandt")
    assert directory.holders("pm", date(2027, 3, 6)) == ("mira-okafor",)


def test_a_role_is_freed() -> None:
    assert Directory.of(FreeRole("pm", "mira-okafor").apply(a_plan())).holders("pm") == ()


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (BindRole("pope", "mira-okafor"), "There is no role “pope” in this plan any more."),
        (BindRole("pm", "ada"), "There is no person “ada” in this plan any more."),
        (
            BindRole("pm", "mira-okafor", date(2027, 3, 5), date(2027, 3, 1)),
            "Mira Okafor cannot stop holding the role before the first day.",
        ),
        (FreeRole("pm", "ada"), "There is no person “ada” in this plan any more."),
        (JoinPeople("mira-okafor", "ada"), "There is no person “ada” in this plan any more."),
        (AddAlias("ada", "Ada"), "There is no person “ada” in this plan any more."),
        (AddAlias("ada", "Ada", TEAM), "There is no team “ada” in this plan any more."),
        (AddAlias("mira-okafor", " "), "Another name for Mira Okafor needs letters."),
        (JoinPeople("mira-okafor", "mira-okafor"), "Mira Okafor is one person already."),
    ],
)
def test_what_cannot_be_done_to_people_is_refused(edit: Edit, sentence: str) -> None:
    with pytest.raises(EditError) as caught:
        edit.apply(a_plan())

    assert str(caught.value) == sentence


def test_a_role_cannot_be_held_beyond_the_calendar() -> None:
    with pytest.raises(EditError, match="does not fit start"):
        BindRole("pm", "mira-okafor", date(2300, 1, 1)).apply(a_plan())


def twice_jonas() -> Plan:
    """Return a plan in which one person stands twice and is named everywhere a person can be."""
    other = a_person("J. Reyes", "sales-lead", key="jr", email="jr@example.com", aliases=("Reyes",))[1]
    plan = a_plan(
        a_person("Jonas Reyes", "pmm", key="jonas-reyes", email="jonas@example.com"),
        ("jr", other.replace(away=(Away(start=date(2027, 3, 1), end=date(2027, 3, 2)),))),
        a_task("Deck", owner="jr", backup="jr", contributors=("jr", "mira-okafor", "jonas-reyes")),
        a_task("Demo", owner="mira-okafor", contributors=("jr", "jonas-reyes")),
        a_baton("Pass", giver="jr", receiver="jr", second_reader="jr", items=[an_item("Deck", owner="jr")]),
        a_phase("Ramp", 0, 5, lead="jr"),
        ("d", Decision(title="Go", decider="jr", heard=("jr", "jonas-reyes"), told=("jr",))),
        ("m", Metric(title="Use", owner="jr")),
        ("r", Risk(title="Late", owner="jr")),
        ("x", Mechanism(title="Bid", said_back_by=("jr", "mira-okafor"))),
        a_team("Field", "jonas-reyes", "jr"),
        ("deck:1", OwnerChange(task="deck", on=LAUNCH_DAY, before="mira-okafor", after="jr", by="jr")),
        ("w", Waiver(rule="OWN001", part="deck", reason="known", by="jr")),
    )
    baseline = Baseline(title="First", launch_day=LAUNCH_DAY, taken_by="jr")
    return plan.replace(baselines=Table({"b": baseline}))


def test_joining_two_entries_leaves_no_mention_of_the_second() -> None:
    joined = JoinPeople("jonas-reyes", "jr").apply(twice_jonas())

    assert "jr" not in joined.people
    assert '"jr"' not in json.dumps(joined.model_dump(mode="json"))


def test_joining_two_entries_keeps_every_name_role_and_absence() -> None:
    joined = JoinPeople("jonas-reyes", "jr").apply(twice_jonas())

    directory = Directory.of(joined)
    for text in ("Jonas Reyes", "J. Reyes", "Reyes", "jr@example.com", "jonas@example.com"):
        assert directory.person(text) == "jonas-reyes"
    assert (directory.holders("pmm"), directory.holders("sales-lead")) == (
        ("jonas-reyes",),
        ("jonas-reyes", "tessa-brandt"),
    )
    assert len(joined.people["jonas-reyes"].away) == 1


def test_whoever_comes_to_own_a_task_by_joining_no_longer_helps_with_it() -> None:
    joined = JoinPeople("jonas-reyes", "jr").apply(twice_jonas())

    assert (joined.tasks["deck"].owner, joined.tasks["deck"].contributors) == ("jonas-reyes", ("mira-okafor",))
    assert joined.tasks["demo"].contributors == ("jonas-reyes",)


def test_joining_leaves_what_does_not_name_the_second_the_same_object() -> None:
    plan = a_plan(a_person("J. Reyes", key="jr"))

    joined = JoinPeople("jonas-reyes", "jr").apply(plan)

    assert joined.tasks["product-spec"] is plan.tasks["product-spec"]
    assert joined.batons["product-to-market"] is plan.batons["product-to-market"]


def test_a_change_from_one_entry_to_the_other_is_none_once_they_are_one() -> None:
    change = OwnerChange(task="deck", on=LAUNCH_DAY, before="jonas-reyes", after="jr")
    plan = twice_jonas().replace(owner_changes=Table({"deck:1": change}))

    assert JoinPeople("jonas-reyes", "jr").apply(plan).owner_changes == Table()


def test_joining_two_members_leaves_one_of_them_in_the_team() -> None:
    assert JoinPeople("jonas-reyes", "jr").apply(twice_jonas()).teams["field"].members == ("jonas-reyes",)


def test_another_name_means_the_person_from_then_on() -> None:
    plan = AddAlias("jonas-reyes", "  J.  R. ").apply(a_plan())

    assert plan.people["jonas-reyes"].aliases == ("J. R.",)
    assert Directory.of(plan).person("j. r.") == "jonas-reyes"
    assert AddAlias("jonas-reyes", "J. R.").apply(plan) is plan


def test_a_team_gets_another_name() -> None:
    plan = AddAlias("field", "Field crew", TEAM).apply(a_plan(a_team("Field")))

    assert plan.teams["field"].aliases == ("Field crew",)
