"""What rules are told about a plan, and what happens when one of them fails."""

import logging
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from launchplanner.checks import NOTE, Context, Finding, Rule, checked
from launchplanner.checks.rules import RULES
from launchplanner.plan.edits import BindRole, Change
from launchplanner.plan.people import RoleHold
from launchplanner.plan.plan import TASK
from tests.builders import BEFORE, LAUNCH_DAY, a_person, a_plan, a_task


def failing(_context: Context) -> Iterator[Finding]:
    raise ZeroDivisionError("division by zero")


BROKEN = Rule("XXX001", "broken", NOTE, "Broken", "Fails.", "To try.", "Nowhere.", failing, "None.")


def test_a_rule_that_fails_becomes_a_finding_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    plan = a_plan(a_task("Press kit", owner=""))
    with caplog.at_level(logging.CRITICAL):
        found = checked(Context(plan, BEFORE), [BROKEN, *RULES]).open

    assert [(finding.rule, finding.severity) for finding in found] == [("OWN001", "error"), ("XXX001", "note")]
    assert "XXX001" in found[1].message


def test_a_rule_that_fails_raises_in_tests() -> None:
    with pytest.raises(ZeroDivisionError):
        checked(Context(a_plan(), BEFORE), [BROKEN], strict=True)


def test_worse_findings_come_first_and_then_earlier_ones() -> None:
    plan = a_plan(
        a_task("Late", owner="TBD", start=-20),
        a_task("Early", owner="TBD", start=-30),
        a_task("Nobody", owner="", start=-15),
    )

    found = checked(Context(plan, BEFORE), RULES, strict=True).open

    assert [finding.part.title for finding in found] == ["Nobody", "Early", "Late"]


def test_a_role_is_asked_on_its_day() -> None:
    until, after = LAUNCH_DAY - timedelta(days=1), LAUNCH_DAY
    plan = a_plan(
        a_person("Mira Okafor", holds=(RoleHold(role="pm", end=until),)),
        a_person("Jonas Reyes", holds=(RoleHold(role="pm", start=after), RoleHold(role="pmm"))),
    )
    context = Context(plan, BEFORE)

    assert [context.answers("PM", day) for day in (until, after)] == ["mira-okafor", "jonas-reyes"]
    assert context.holders("pm") == ("jonas-reyes", "mira-okafor")
    assert context.roster(until) is not context.roster(after)
    assert context.roster(BEFORE) is context.roster(until)


def test_what_was_read_is_carried_on_while_the_people_stay() -> None:
    plan = a_plan()
    before = Context(plan, BEFORE)

    renamed = Context(Change(TASK, "product-spec", {"title": "Spec"}).apply(plan), BEFORE, previous=before)
    bound = Context(BindRole("pm", "tessa-brandt").apply(plan), BEFORE, previous=before)

    assert renamed.rosters is before.rosters
    assert bound.rosters is not before.rosters
    assert bound.answers("PM", date(2027, 3, 1)) == "tessa-brandt"
