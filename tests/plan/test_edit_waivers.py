"""Accepting a finding with a reason."""

from datetime import date

import pytest

from launchplanner.plan.edits import EditError, Unwaive, Waive
from launchplanner.plan.records import Waiver
from tests.builders import a_plan


def test_a_finding_is_waived_with_a_reason_and_the_waiver_taken_back() -> None:
    waived = Waive("OWN001", "spec", "  Agreed in the weekly. ", "mira-okafor", date(2027, 3, 5)).apply(a_plan())

    waiver = Waiver(
        rule="OWN001", part="spec", reason="Agreed in the weekly.", by="mira-okafor", until=date(2027, 3, 5)
    )
    assert dict(waived.waivers) == {"OWN001:spec": waiver}
    assert Unwaive("OWN001", "spec").apply(waived) == a_plan()


def test_a_waiver_holds_until_its_last_day() -> None:
    waiver = Waiver(rule="OWN001", part="spec", reason="known", until=date(2027, 3, 5))

    assert waiver.holds_on(date(2027, 3, 5))
    assert not waiver.holds_on(date(2027, 3, 6))
    assert waiver.replace(until=None).holds_on(date(2199, 1, 1))


def test_a_waiver_without_a_reason_is_refused() -> None:
    with pytest.raises(EditError, match="A waiver needs a reason"):
        Waive("OWN001", "spec", " \n").apply(a_plan())


def test_a_waiver_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(EditError, match="does not fit until"):
        Waive("OWN001", "spec", "known", until=date(2300, 1, 1)).apply(a_plan())
