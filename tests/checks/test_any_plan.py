"""What holds for the rules on any plan that the model allows."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from launchplanner.checks import SAFE, SEVERITIES, Context, checked
from launchplanner.checks.rules import RULES
from launchplanner.plan.edits import EditError
from launchplanner.plan.plan import Plan
from tests.plan.strategies import plans

TODAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(plans(), TODAYS)
def test_no_rule_fails_and_each_finding_can_be_shown(plan: Plan, today: date) -> None:
    for finding in checked(Context(plan, today), RULES, strict=True).open:
        assert finding.severity in SEVERITIES
        assert finding.message.strip()
        assert all(fix.title.strip() for fix in finding.fixes)
        assert len({fix.title for fix in finding.fixes}) == len(finding.fixes)


@given(plans(), TODAYS)
def test_every_repair_can_be_made(plan: Plan, today: date) -> None:
    for finding in checked(Context(plan, today), RULES, strict=True).open:
        for fix in finding.fixes:
            try:
                fix.edit.apply(plan)
            except EditError as error:
                raise AssertionError(f"{finding.rule}: {fix.title}") from error


@given(plans(), TODAYS)
def test_a_safe_repair_settles_its_finding_and_adds_no_error(plan: Plan, today: date) -> None:
    found = checked(Context(plan, today), RULES, strict=True)
    safe = [(finding, fix) for finding in found.open for fix in finding.fixes if fix.safety == SAFE]
    assume(safe)
    before = {(finding.rule, finding.part.id) for finding in found.open if finding.severity == "error"}
    for finding, fix in safe:
        after = checked(Context(fix.edit.apply(plan), today), RULES, strict=True)
        assert finding not in after.open
        assert {(one.rule, one.part.id) for one in after.open if one.severity == "error"} <= before


@given(plans(), plans(), TODAYS)
def test_what_was_read_before_an_edit_never_shows_through(plan: Plan, other: Plan, today: date) -> None:
    edited = plan.replace(tasks=other.tasks, batons=other.batons, phases=other.phases)
    before = Context(plan, today)
    checked(before, RULES, strict=True)

    carried = checked(Context(edited, today, previous=before), RULES, strict=True)

    assert carried == checked(Context(edited, today), RULES, strict=True)


@given(plans(), plans(), TODAYS)
def test_other_people_are_never_taken_for_the_ones_before(plan: Plan, other: Plan, today: date) -> None:
    edited = plan.replace(people=other.people, roles=other.roles, teams=other.teams)
    before = Context(plan, today)
    checked(before, RULES, strict=True)

    carried = checked(Context(edited, today, previous=before), RULES, strict=True)

    assert carried == checked(Context(edited, today), RULES, strict=True)
