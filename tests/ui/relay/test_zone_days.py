"""The zone as days: what happened at its hour, the capsule with today while a pass is late."""

from datetime import date

import pytest

from launchplanner.checks import Context, checked
from launchplanner.plan.plan import Plan
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.source import Source
from launchplanner.ui.relay.zone_days import ZoneDays, days_past, zone_days, zone_sentence
from tests.ui.inspector.launches import MAIN_BATON, accepted, clock, offered, ready


def seen(plan: Plan, today: date) -> tuple[ZoneDays, Handoff]:
    context = Context(plan, today)
    handoff = Handoff(Source(context, checked(context, ())), MAIN_BATON, 5, 11)
    return zone_days(handoff), handoff


def test_it_runs_from_a_day_before_the_zone_to_a_day_after() -> None:
    days, _handoff = seen(ready(clock()), date(2027, 2, 18))

    assert [(column.text, column.what) for column in days.columns] == [
        ("Tue 23 Feb", ""),
        ("Wed 24 Feb", "opens"),
        ("Thu 25 Feb", ""),
        ("Fri 26 Feb", "planned"),
        ("Mon 1 Mar", ""),
        ("Tue 2 Mar", "closes"),
        ("Wed 3 Mar", ""),
    ]
    assert (days.now, days.capsule, days.has_begun) == (None, 4.0, False)


def test_an_event_stands_on_its_day_at_its_hour() -> None:
    days, _handoff = seen(offered(clock()), date(2027, 2, 26))

    (dot,) = days.dots
    assert (dot.time, dot.text) == ("16:40", "offered")
    assert 2.8 < dot.at < 2.9
    assert days.capsule == days.now == 3.5


def test_a_late_pass_keeps_today_in_view_however_late_it_is() -> None:
    days, handoff = seen(offered(clock()), date(2027, 4, 9))

    assert days.columns[-1].text == "Fri 9 Apr"
    assert days.columns[-1].is_today
    assert days.capsule == len(days.columns) - 0.5
    assert days_past(handoff) == 30


def test_custody_moves_where_it_was_accepted() -> None:
    days, handoff = seen(accepted(clock()), date(2027, 3, 4))

    assert days.has_passed
    assert 4.3 < days.capsule < 4.4
    assert days_past(handoff) == 0


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2027, 2, 18), "opens in 4 working days"),
        (date(2027, 2, 23), "opens tomorrow"),
        (date(2027, 3, 1), "closes tomorrow"),
        (date(2027, 3, 2), "closes today"),
        (date(2027, 3, 8), "closed on Tue 2 Mar"),
    ],
)
def test_the_edge_of_the_zone_is_told_in_words(today: date, says: str) -> None:
    assert zone_sentence(seen(ready(clock()), today)[1]) == says
