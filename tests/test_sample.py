"""The sample launch: what its generator makes, sound where it should be, and faulty where it should be."""

from datetime import timedelta

from launchplanner.app.analysis import analyse
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.plan.batons import READY
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits import Pass
from launchplanner.plan.people import Person
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import OFFER, RETURN
from launchplanner.plan.work import ACTIVE, DONE
from launchplanner.plan.workdays import week_of
from launchplanner.schedule import scheduled
from tests.make_sample import FILE, LAUNCH_DAY, TODAY, sample


def shipped() -> Plan:
    return read_plan(FILE.read_bytes(), FILE.name)


def test_the_file_is_what_the_generator_makes() -> None:
    assert FILE.read_bytes() == write_plan(sample()), "run: .venv/bin/python -m tests.make_sample"


def test_it_is_week_five_of_twelve_and_four_weeks_are_done() -> None:
    plan = shipped()
    schedule = scheduled(plan)
    first_day = schedule.days.date_of(plan.first)

    assert week_of(first_day, TODAY) == 5
    assert week_of(first_day, LAUNCH_DAY) == 11
    assert schedule.first_date(plan.launch_task) == plan.launch_day == LAUNCH_DAY
    for key, task in plan.tasks.items():
        week = week_of(first_day, schedule.first_date(key))
        assert (task.status == DONE) == (week <= 4)
        assert task.status != ACTIVE or (week == 5 and 0 < task.progress < 100)
        assert schedule.first_date(key) > TODAY or task.status != "planned"


def test_every_role_but_one_has_its_one_holder() -> None:
    plan = shipped()
    directory = Directory.of(plan)

    assert [role for role in plan.roles if len(directory.holders(role)) != 1] == ["competitive-analyst"]


def test_three_batons_passed_one_at_the_second_offer_one_with_a_condition() -> None:
    plan = shipped()
    passes = {key: Pass.of(plan, key) for key in plan.batons}

    states = {key: found.standing.state for key, found in passes.items() if found.baton.events}
    assert states == {"B1": "accepted", "B2": "accepted", "B3": "accepted with conditions"}
    kinds = [event.kind for event in plan.batons["B2"].events.values()]
    assert (kinds.count(OFFER), kinds.count(RETURN)) == (2, 1)
    for key in states:
        assert passes[key].standing.holder == passes[key].receiver
        assert all(prompt.is_heard for prompt in plan.batons[key].prompts.values())
        assert all(item.is_settled and item.evidence for item in plan.batons[key].items.values())


def test_the_pass_to_market_is_a_week_away_with_seven_of_twelve_items_ready() -> None:
    plan = shipped()
    baton = plan.batons["B4"]

    assert [item.state for item in baton.items.values()].count(READY) == 7
    assert len(baton.items) == 12
    assert timedelta(days=7) < scheduled(plan).first_date("B4") - TODAY < timedelta(days=10)
    assert baton.bearing


def test_its_faults_are_the_ones_meant_and_no_others() -> None:
    findings = analyse(shipped(), TODAY).findings

    assert {(finding.rule, finding.part.id) for finding in findings.open} == {
        ("OWN001", "PO8"),  # nobody
        ("OWN002", "PO6"),  # “Jonas Reyes & Mira Okafor”
        ("OWN003", "TR5"),  # “Marketing”
        ("OWN005", "TE3"),  # “PM until wk 6, then PMM”
        ("OWN007", "competitive-analyst"),
        ("OWN009", "TR11"),
        ("LOD001", "jonas-reyes"),  # eight days of work in the week after the pass
        ("DEP003", "TE9"),  # a day before the beta ends
        ("DAT001", "TE4"),
        ("BAT004", "B3r"),  # due tomorrow
        ("BAT022", "B3r"),  # and held up by the condition of the pass before
        ("BAT004", "B4"),
        ("BAT005", "B4"),  # Jonas is at a fair on the day of the pass
        ("BAT008", "B5"),
    }
    assert [(finding.rule, finding.part.id) for finding, _waiver in findings.waived] == [("OWN003", "TR9")]


def test_what_was_written_about_risks_decisions_and_metrics_names_people_and_numbers() -> None:
    plan = shipped()

    assert all(risk.owner in plan.people and risk.trigger and risk.fallback for risk in plan.risks.values())
    assert all(baton in plan.batons for risk in plan.risks.values() for baton in risk.batons)
    made = [decision for decision in plan.decisions.values() if decision.outcome]
    assert len(made) == 4
    assert all(decision.reason and decision.decided_on and decision.decided_on <= TODAY for decision in made)
    without = {key for key, metric in plan.metrics.items() if not (metric.baseline and metric.target)}
    assert without == {"M-cac", "M-nps"}


def test_everybody_can_be_told_apart() -> None:
    def shown(person: Person) -> tuple[str, str]:
        return person.name, person.email

    people = [shown(person) for person in shipped().people.values()]

    assert len(set(people)) == len(people) == 19
    assert len({person.initials for person in shipped().people.values()}) == len(people)
