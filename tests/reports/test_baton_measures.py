"""What passes are measured by, and how that stands on the checklist."""

from datetime import date

from launchplanner.checks import Context
from launchplanner.formats.exporters import exporter_for
from launchplanner.plan.edits import (
    ITEMS,
    Answer,
    AnswerQuestion,
    Ask,
    ChangeInPack,
    Edit,
    Mark,
    MeetCondition,
    Offer,
    ReadBack,
    Record,
    set_conditions,
)
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN
from launchplanner.reports.baton_measures import baton_measures, launch_measures, summed
from launchplanner.reports.blocks import Document
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.measure_words import duration, of_baton, of_launch
from launchplanner.reports.source import Source
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, JONAS, MIRA, record

TODAY = date(2027, 4, 5)


def written(document: Document) -> str:
    exporter = exporter_for(".md")
    assert exporter is not None
    return exporter.render(document).decode()


def made(plan: Plan, *edits: Edit) -> Plan:
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def a_relay(accepted: str = "2027-04-01T10:00+02:00", kind: str = ACCEPT) -> Plan:
    """Return a plan with a baton that was returned once, corrected at the second read-back, and then accepted."""
    offer, again = record(MIRA, "2027-03-25T10:00+02:00"), record(MIRA, "2027-03-29T10:00+02:00")
    return made(
        a_plan(a_baton("Product to market", "pm", "pmm"), a_baton("Message to field", "pmm", "sales-lead", day=4)),
        Offer(BATON, offer),
        ReadBack(BATON, "q1", "People bid.", JONAS),
        Mark(BATON, "q1", MIRA, "They bid once."),
        Answer(BATON, RETURN, record(JONAS, "2027-03-25T15:00+02:00"), "item missing", "Limits"),
        ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "v2"}),
        Offer(BATON, again),
        ReadBack(BATON, "q1", "People bid once.", JONAS),
        Mark(BATON, "q1", MIRA),
        Answer(BATON, kind, record(JONAS, accepted), note="The demo account" if kind != ACCEPT else ""),
    )


def test_one_baton_in_figures() -> None:
    found = baton_measures(Context(a_relay(), TODAY), BATON)

    assert found.has_passed
    assert found.at_first is False
    assert dict(found.returns) == {"item missing": 1}
    assert found.hours == (5.0, 72.0)
    assert (found.timing, found.lost) == ("late", 4)
    assert (found.prompts, found.corrected) == (2, 1)
    assert not found.is_stale


def test_a_pass_that_is_still_to_come_uses_up_days_until_today() -> None:
    found = baton_measures(Context(a_plan(), date(2027, 3, 30)), BATON)

    assert (found.has_passed, found.at_first, found.timing, found.lost) == (False, None, "", 2)


def test_a_file_or_a_pack_that_changed_after_the_pass_makes_it_stale() -> None:
    linked = ChangeInPack(BATON, ITEMS, "frozen-spec", {"link": "spec.md", "fingerprint": "a1"}).apply(a_plan())
    plan = made(
        linked,
        Offer(BATON, record(MIRA)),
        ReadBack(BATON, "q1", "It bids.", JONAS),
        Mark(BATON, "q1", MIRA),
        Answer(BATON, ACCEPT, record(JONAS)),
    )
    changed = ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "v3"}).apply(plan)

    assert not baton_measures(Context(plan, TODAY, fingerprints={"spec.md": "a1"}), BATON).is_stale
    assert baton_measures(Context(plan, TODAY, fingerprints={"spec.md": "b2"}), BATON).is_stale
    assert baton_measures(Context(changed, TODAY), BATON).is_stale


def test_a_launch_sums_its_batons_and_several_launches_too() -> None:
    one, other = (launch_measures(Context(plan, TODAY)) for plan in (a_relay(), a_plan()))
    plans = a_relay(), a_relay("2027-03-30T10:00+02:00")
    both = summed(baton_measures(Context(plan, TODAY), BATON) for plan in plans)

    assert (one.batons, one.passed, one.answered, one.at_first, one.inside) == (2, 1, 1, 0, 0)
    assert (one.first_pass_yield, other.first_pass_yield) == (0.0, None)
    assert one.hours == 38.5
    assert (both.inside, both.lost, both.returns) == (1, 6, {"item missing": 2})


def test_figures_are_said_in_sentences() -> None:
    context = Context(a_relay(), TODAY)

    assert of_baton(baton_measures(context, BATON)) == [
        "Answered 5 hours and 3 days after the offers.",
        "Returned: item missing.",
        "Passed after the zone closed.",
        "It used up four working days of the receiver.",
        "Read-back: 1 of 2 answers corrected.",
    ]
    assert of_launch(launch_measures(context))[:3] == [
        "1 of 2 batons have passed, 0 of them inside the zone.",
        "0 of 1 were accepted at the first answer.",
        "An answer took 38 hours in the middle.",
    ]
    assert [duration(hours) for hours in (0.4, 1, 47, 49)] == ["less than an hour", "1 hour", "47 hours", "2 days"]


def test_the_checklist_shows_pull_list_conditions_keys_and_figures() -> None:
    plan = a_relay(kind=ACCEPT_WITH_CONDITIONS)
    plan = made(plan, Ask(BATON, "k1", "Which regions?"), AnswerQuestion(BATON, "k1", owner="pm", due=-8))
    plan = MeetCondition(set_conditions(plan)[0].task).apply(plan)

    said = written(handoff_checklist(Source.of(plan, TODAY), [BATON]))

    assert "Which regions?" in said
    assert "Mira Okafor answers by Thu 1 Apr" in said
    assert "The demo account" in said
    assert "Passed after the zone closed." in said


def test_two_halves_from_one_device_are_said_to_be_so() -> None:
    bare = a_plan(a_baton("Product to market", "pm", "pmm", prompts=()))
    both = [
        Offer(BATON, Record(MIRA, "shared", "2027-03-26T10:00+02:00")),
        Answer(BATON, ACCEPT, Record(JONAS, "shared", "2027-03-26T15:00+02:00")),
    ]

    said = written(handoff_checklist(Source.of(made(bare, *both), TODAY), [BATON]))

    assert "Both events come from one device." in said
    assert "signed by" not in said.casefold()
