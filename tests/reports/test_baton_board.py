"""The board of batons as numbers and words: custody along the clock, who holds what, what is next, late and lost."""

from datetime import date

from launchplanner.checks import Context
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import PROMPTS, Answer, ChangeInPack, Offer, Pass, Record
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, RETURN
from launchplanner.reports.baton_board import BatonBoard, BoardRow, baton_board
from tests.reports.timeline_plans import a_baton, a_plan, day, items

# Days of the clock: 0 is Mon 18 Jan 2027, so 29 is Fri 26 Feb, 24 is Fri 19 Feb and 30 is Mon 1 Mar.
FRIDAY, MONDAY = "2027-02-26", "2027-03-01"


def the_plan(**batons: Baton) -> Plan:
    """Return a side baton to PM, the main baton from PM to PMM, and a later main one from PMM to sales."""
    standard = {
        "b1": a_baton("Mandate", 4, giver="sales", receiver="pm", items=items(2, 0), order="1"),
        "b4": a_baton("Product to market", 29, kind="main", items=items(3, 0), order="2"),
        "b9": a_baton("Market to run", 49, kind="main", giver="pmm", receiver="sales", items=items(1, 3), order="3"),
    }
    return a_plan(batons={**standard, **batons})


def passed(plan: Plan, key: str, on: str, *, time: str = "14:52", returned: bool = False) -> Plan:
    """Return the plan with a baton offered and accepted on a day; with `returned`, sent back once before."""
    state = Pass.of(plan, key)
    at = f"{on}T{time}+01:00"
    for kind in (*((RETURN,) if returned else ()), ACCEPT):
        plan = Offer(key, Record(state.giver, "a", f"{on}T09:00+01:00")).apply(plan)
        for prompt in plan.batons[key].prompts:
            plan = ChangeInPack(key, PROMPTS, prompt, {"answer": "So.", "mark": "right"}).apply(plan)
        code = "item missing" if kind == RETURN else ""
        plan = Answer(key, kind, Record(state.receiver, "b", at), code, "Look again.").apply(plan)
    return plan


def board(plan: Plan, today: date) -> BatonBoard:
    return baton_board(Context(plan, today))


def row(plan: Plan, key: str, today: date) -> BoardRow:
    return next(one for one in board(plan, today).rows if one.key == key)


WEEK_5 = date(2027, 2, 18)
AFTER = date(2027, 3, 3)


def test_rows_stand_in_the_order_of_the_clock() -> None:
    assert [one.key for one in board(the_plan(), WEEK_5).rows] == ["b1", "b4", "b9"]


def test_a_pass_to_come_stands_at_the_end_of_its_planned_day_and_is_held_until_today() -> None:
    found = row(the_plan(), "b4", WEEK_5)

    assert (found.at, found.tick, found.late, found.lost) == (day(30), None, 0, None)
    assert [(part.start, part.finish, part.is_past) for part in found.held] == [
        (day(0), day(23) + 0.5, True),
        (day(23) + 0.5, day(30), False),
    ]
    assert {part.family for part in found.held} == {"pm"}
    assert found.zone == (day(27), day(32))


def test_a_late_baton_travels_with_today_and_keeps_a_tick_on_its_planned_day() -> None:
    found = row(the_plan(), "b4", date(2027, 3, 2))

    assert (found.at, found.tick) == (day(31) + 0.5, day(30))
    assert (found.late, found.lost) == (2, 2)
    assert (found.state.words, found.state.mark, found.state.tone) == ("Ready, 2 days late", "bang", "error")


def test_a_pass_that_came_later_stands_where_it_took_place() -> None:
    found = row(passed(the_plan(), "b4", MONDAY), "b4", AFTER)

    assert (found.at, found.tick, found.lost) == (day(31), day(30), 1)
    assert (found.state.words, found.state.mark, found.first_pass) == ("Accepted", "check", "at first")


def test_after_a_main_pass_the_receiver_holds_on_until_the_next_one() -> None:
    plan = passed(the_plan(), "b4", FRIDAY)
    found = row(plan, "b4", AFTER)

    assert [(part.start, part.finish, part.family) for part in found.held] == [
        (day(0), day(30), "pm"),
        (day(30), day(32) + 0.5, "pmm"),
    ]
    assert not found.steps_back
    assert row(plan, "b9", AFTER).held[0].start == day(30)


def test_a_side_baton_is_held_since_its_giver_got_the_last_one_and_steps_back_when_it_passed() -> None:
    plan = the_plan(b7=a_baton("To support", 35, giver="pm", receiver="sales", items=items(1, 0), order="4"))
    plan = passed(plan, "b1", "2027-01-22")

    assert row(plan, "b7", WEEK_5).held[0].start == day(5)
    assert row(plan, "b1", WEEK_5).steps_back
    assert [part.family for part in row(plan, "b1", WEEK_5).held] == ["sales"]


def test_custody_that_has_not_begun_has_no_line_so_far() -> None:
    assert [part.is_past for part in row(the_plan(), "b9", WEEK_5).held] == [False]


def test_the_holder_is_the_giver_until_acceptance_and_never_empty() -> None:
    plan = the_plan(x=a_baton("Unheld", 40, giver="Nobody we know", order="5"))

    assert row(plan, "b4", WEEK_5).holder_name == "Mira Okafor"
    assert row(passed(plan, "b4", FRIDAY), "b4", AFTER).holder_name == "Jonas Reyes"
    assert (row(plan, "x", WEEK_5).holder, row(plan, "x", WEEK_5).holder_name) == (None, "Nobody we know")


def test_items_are_counted_when_they_no_longer_hold_up_the_pass() -> None:
    assert row(the_plan(), "b9", WEEK_5).items == (1, 4)


def test_a_baton_that_came_back_says_so() -> None:
    plan = passed(the_plan(), "b4", FRIDAY, returned=True)

    assert (row(plan, "b4", AFTER).returns, row(plan, "b4", AFTER).first_pass) == (1, "returned once")


def test_an_offer_whose_zone_closed_is_expired() -> None:
    plan = Offer("b4", Record("mira", "a", "2027-02-26T09:00+01:00")).apply(the_plan())

    assert row(plan, "b4", date(2027, 2, 26)).state.words == "Reading"
    assert row(plan, "b4", date(2027, 3, 8)).state.words == "Expired, 6 days late"


def test_the_head_says_who_holds_the_main_baton_and_since_when() -> None:
    before = board(the_plan(), WEEK_5).facts
    after = board(passed(the_plan(), "b4", MONDAY), AFTER).facts

    assert (before.main.title, before.main.note) == ("Mira Okafor", "since the clock begins, Mon 18 Jan")
    assert (after.main.title, after.main.note) == ("Jonas Reyes", "since Mon 1 Mar, 14:52")
    assert after.holder is not None
    assert after.holder.family == "pmm"


def test_the_head_says_what_is_next_and_in_how_many_working_days() -> None:
    plan = passed(the_plan(), "b1", "2027-01-22")
    found = board(plan, WEEK_5)

    assert found.next == ("b4",)
    assert found.facts.next.title == "Product to market"
    assert found.facts.next.note == "Fri 26 Feb · to Jonas Reyes · in 6 working days"


def test_passes_of_one_day_are_told_together() -> None:
    plan = the_plan(b7=a_baton("To support", 29, giver="pm", receiver="sales", order="4"))
    found = board(plan, WEEK_5)

    assert found.next == ("b4", "b7")
    assert found.facts.next.title == "Two passes on Fri 26 Feb"
    assert found.facts.next.note == "to Jonas Reyes and Tessa Brandt · in 6 working days"


def test_late_ones_are_told_with_their_zone() -> None:
    one = board(passed(the_plan(), "b1", "2027-01-22"), date(2027, 3, 1))
    assert (one.facts.late.title, one.facts.late.note) == ("Product to market", "1 day past, zone closes tomorrow")
    assert one.late == ("b4",)

    two = board(the_plan(), date(2027, 3, 1))
    assert (two.facts.late.title, two.facts.late.is_bad) == ("Two passes are late", True)
    assert two.facts.late.note == "“Mandate” is 26 days past"


def test_the_yield_counts_answers_and_names_returns_by_share() -> None:
    plan = passed(passed(the_plan(), "b1", "2027-01-22"), "b4", FRIDAY, returned=True)
    found = board(plan, AFTER).facts.first_pass

    assert (found.title, found.note) == ("1 of 2", "50 % accepted at the first answer")
    assert board(the_plan(), AFTER).facts.first_pass.title == "–"


def test_a_nearly_perfect_yield_is_not_praised() -> None:
    plan = the_plan(b9=a_baton("Market to run", 49, giver="pmm", receiver="sales", items=items(1, 0), order="3"))
    for key in ("b1", "b4", "b9"):
        plan = passed(plan, key, FRIDAY)
    found = board(plan, AFTER).facts.first_pass

    assert (found.title, found.note) == ("3 of 3", "hardly anything came back: perhaps nobody looks")


def test_lost_days_are_summed_and_told_by_baton() -> None:
    plan = passed(passed(the_plan(), "b1", "2027-01-26"), "b4", MONDAY)
    lost = board(plan, AFTER).facts.lost

    assert (lost.title, lost.note) == ("3", "Mandate 2 · Product to market 1")


def test_the_bands_change_where_custody_moved() -> None:
    planned = board(the_plan(), WEEK_5)
    assert [(band.start, band.finish, band.text) for band in planned.bands] == [
        (day(0), day(30), "PM leads"),
        (day(30), day(50), "PMM leads"),
        (day(50), day(60), "Sales lead leads"),
    ]

    moved = board(passed(the_plan(), "b4", MONDAY), AFTER)
    assert (moved.bands[0].finish, moved.bands[0].text) == (day(31), "PM led · until Mon 1 Mar")
    assert moved.passes[0] == (day(31), "pm", "pmm")


def test_without_main_batons_the_phases_say_who_leads() -> None:
    found = board(a_plan(batons={"x": a_baton("X", 20)}), WEEK_5)

    assert [band.family for band in found.bands] == ["pm", "pmm"]
    assert found.facts.main.title == "Nobody"


def test_a_plan_without_batons_has_an_empty_board() -> None:
    found = board(a_plan(), WEEK_5)

    assert (found.rows, found.next, found.late) == ((), (), ())
    assert found.facts.next.title == "No pass is to come"
