from datetime import date

import pytest

from launchplanner.checks import Findings
from launchplanner.plan.batons import BatonItem
from launchplanner.plan.edits import Offer, Record
from launchplanner.plan.people import Away
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.reports.blocks import Document, Masthead, Paragraph, Parties, Questions, SignOff, text_of
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.source import Source
from tests.reports.reading import note, of_kind, rows
from tests.reports.samples import NOTHING, TODAY, launch, passed, put, source, tiny, tiny_source


def checklist(key: str = "B4") -> Document:
    return handoff_checklist(source(launch()), [key])


def test_the_head_says_which_launch_how_far_and_which_baton() -> None:
    head = next(of_kind(checklist(), Masthead))

    assert (head.launch, head.tier, head.week) == ("New auction model", "Tier 1", "Week 6 of 12")
    assert (head.kicker, head.title) == ("Handoff checklist B4, baton 5 of 11", "Product to market")
    assert text_of(head.day) == "Launch Tue 30 Mar 2027, a forecast"
    assert (head.state, head.capsule) == ("Draft", ("pm", "pmm"))


def test_giver_and_receiver_stand_with_role_backup_and_presence() -> None:
    sides = next(of_kind(checklist(), Parties))

    assert (sides.gives.name, sides.gives.face.initials) == ("Mira Okafor", "MO")
    assert sides.gives.detail == "PM · backup Dev Lindqvist · here on all five days"
    assert sides.receives.detail == "PMM · here on all five days"
    assert [day.day for day in sides.zone] == ["Wed 24 Feb", "Fri 26 Feb", "Tue 2 Mar"]
    assert sides.planned_at == 0.5


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2027, 2, 25), date(2027, 2, 25), "PMM · away Thu 25 Feb"),
        (date(2027, 2, 26), date(2027, 3, 1), "PMM · away Fri 26 Feb and Mon 1 Mar"),
        (date(2027, 2, 1), date(2027, 3, 31), "PMM · away on every day of the zone"),
    ],
)
def test_absence_in_the_zone_is_told(start: date, end: date, told: str) -> None:
    plan = put(launch(), "people", "jonas-reyes", away=(Away(start=start, end=end),))

    sides = next(of_kind(handoff_checklist(source(plan), ["B4"]), Parties))

    assert sides.receives.detail == told


def test_a_side_that_is_not_one_person_is_nobody() -> None:
    plan = put(launch(), "batons", "B4", receiver="Marketing")

    document = handoff_checklist(source(plan), ["B4"])

    receives = next(of_kind(document, Parties)).receives
    assert (receives.name, receives.face.initials, receives.detail) == ("Marketing", "", "not one known person")
    assert note(document, "Sign-off") == "Mira holds the baton until the receiver accepts. Silence is not a yes."


def test_the_bearing_says_what_is_carried_and_how_sure_the_day_is() -> None:
    bearing = next(of_kind(checklist(), Paragraph))

    assert (bearing.letter, bearing.lead) == ("B", "Bearing")
    assert text_of(bearing.words).endswith(
        "It carries product spec and usage data. Launch day Tue 30 Mar 2027 is a forecast."
    )
    assert [run.text for run in bearing.words if run.tone == "strong"] == ["product spec and usage data", "a forecast"]


def test_items_keep_their_order_and_say_what_is_missing_in_bold() -> None:
    items = rows(checklist(), "Artefacts")

    assert [row[0] for row in items] == [str(number) for number in range(1, 13)]
    assert items[0][3:] == ("spec v2 · 3fd2 81c4", "[x]", "[ ] [ ]")
    assert items[7][3:5] == ("Recording: still to come", "[ ]")
    assert items[8][3:5] == ("6 quotes, 4 with consent: a draft", "[ ]")
    assert note(checklist(), "Artefacts").startswith("12 items, 10 ready. Jonas answers yes or no to each criterion.")


def test_an_item_has_its_owner_and_one_set_aside_has_its_reason() -> None:
    spec, prices = rows(handoff_checklist(tiny_source()), "Artefacts")

    assert spec[1] == "Spec, frozen / Owner: Ana Sol"
    assert spec[3] == "Change list: a draft / https://example.org/spec"
    assert (prices[2], prices[3]) == ("No criterion yet", "not applicable: Prices stay")


def test_an_item_of_another_part_stands_in_that_part_and_all_are_numbered_through() -> None:
    plan = put(launch(), "batons", "B4", items=_with_part(launch(), "B4-12", "outlook"))
    document = handoff_checklist(source(plan), ["B4"])

    assert len(rows(document, "Artefacts")) == 11
    assert rows(document, "Outlook")[-1][0] == "12"


def _with_part(plan: Plan, key: str, name: str) -> Table[BatonItem]:
    items = plan.batons["B4"].items
    return items.with_(key, items[key].replace(part=name))


def test_tasks_left_are_those_waited_for_and_the_givers_own() -> None:
    plan = launch()
    left = rows(checklist(), "Tasks left")

    titles = {row[1] for row in left}
    assert plan.tasks["TE12"].title in titles  # the baton waits for it
    assert plan.tasks["TE3"].title in titles  # the giver's own in the phase that ends
    assert plan.tasks["TE1"].title not in titles  # somebody else's
    assert ("[ ]", plan.tasks["TE3"].title, "Mira Okafor", "2 days late") in left


def test_a_task_left_without_one_owner_is_counted_and_told() -> None:
    plan = put(launch(), "tasks", "TE12", owner="Mira and Jonas")
    document = handoff_checklist(source(plan), ["B4"])

    assert "1 of them without one named owner" in note(document, "Tasks left")
    assert "no single owner: Mira and Jonas" in [row[2] for row in rows(document, "Tasks left")]


def test_the_outlook_has_trigger_fallback_and_one_person_and_the_open_decisions() -> None:
    outlook = rows(checklist(), "Outlook")

    assert outlook[0][2] == "Dev Lindqvist"
    assert outlook[3][2] == "no single owner: somebody"
    assert ("Target segment at launch", "Jonas Reyes", "Wed 3 Mar") in outlook


def test_problems_around_the_pass_are_told_and_waived_ones_stay_visible() -> None:
    problems = rows(checklist(), "Open problems")

    assert [row[0] for row in problems] == ["error", "warning", "waived"]
    assert problems[0][2] == "Settle before the pass"
    assert problems[2][1].endswith("Reason: The week is crowded, and both know it")
    assert problems[2][2] == "Known, waived to Fri 5 Mar by Priya Raman"


def test_nothing_open_is_said_in_one_line() -> None:
    plan = tiny().replace(risks=NOTHING, decisions=NOTHING, tasks=NOTHING, dependencies=NOTHING)
    document = handoff_checklist(source(plan, Findings((), ())))

    assert note(document, "Tasks left").startswith("Nothing open")
    assert note(document, "Outlook").startswith("Nothing open")
    assert note(document, "Open problems").startswith("Nothing open")


def test_an_empty_plan_has_a_checklist_that_says_so() -> None:
    plan = tiny().replace(batons=NOTHING, tasks=NOTHING, dependencies=NOTHING)

    document = handoff_checklist(source(plan, Findings((), ())))

    assert note(document, "Batons") == "Nothing is handed over in this plan yet."
    assert note(document, "Ownership debt").startswith("None")


def test_prompts_leave_room_or_show_answer_mark_and_correction() -> None:
    blank, answered = next(of_kind(handoff_checklist(tiny_source(), ["b1"]), Questions)).questions

    assert (blank.answer, [box.ticked for box in blank.boxes]) == ("", [False, False])
    assert (answered.answer, answered.correction) == ("It bids for you.", "It bids for you, up to a limit.")
    assert [(box.label, box.ticked) for box in answered.boxes] == [("right", False), ("corrected", True)]


def test_sign_off_says_that_silence_is_not_a_yes() -> None:
    document = checklist()
    sign_off = next(of_kind(document, SignOff))

    assert note(document, "Sign-off") == "Mira holds the baton until Jonas accepts. Silence is not a yes."
    assert [card.name for card in sign_off.cards] == ["Mira Okafor", "Jonas Reyes"]
    assert sign_off.cards[0].detail == "gives, and is on call until Fri 5 Mar"
    assert [box.label for box in sign_off.cards[1].boxes] == ["accepted", "with conditions", "returned, because"]
    assert [blank.label for blank in sign_off.blanks] == ["Condition", "One owner", "Due, before B5"]


def test_the_record_names_people_and_devices_and_never_says_signed_by() -> None:
    document = handoff_checklist(source(passed(launch())), ["B2"])

    record = rows(document, "History")
    assert record[0][2] == "recorded under the name Mira Okafor on device mira-laptop"
    assert record[1][1] == "Accepted with conditions / Risk list by Friday / read in full"
    assert "signed by" not in str(document).casefold()
    assert document.head in note(document, "History")
    assert len(document.head.replace(" ", "")) == 12
    assert next(of_kind(document, Masthead)).state == "Accepted with conditions"
    assert note(document, "Sign-off") == "Dev holds the baton."


def test_the_head_on_paper_changes_with_the_history() -> None:
    assert handoff_checklist(source(launch())).head != handoff_checklist(source(passed(launch()))).head


def test_decisions_made_stand_with_their_outcome() -> None:
    document = handoff_checklist(tiny_source(), ["b1"])

    assert rows(document, "Decisions") == [
        ("Target segment", "Small shops first / They asked", "Bo Lund, Tue 23 Feb"),
    ]


def test_all_batons_begin_with_an_overview_and_the_ownership_debt() -> None:
    document = handoff_checklist(source(launch()))

    assert len(document.sections) == 12
    batons = rows(document, "Batons", 0)
    assert [row[0] for row in batons][:5] == ["B1", "B2", "B3", "B3r", "B4"]
    assert batons[4][1:] == ("Product to market", "Mira Okafor", "Jonas Reyes", "Fri 26 Feb", "10 of 12", "Draft")
    debt = rows(document, "Ownership debt", 0)
    assert ("PO1", launch().tasks["PO1"].title, "Jonas & Mira") in [row[:3] for row in debt]


def test_an_offer_expires_when_its_zone_closes() -> None:
    plan = launch()
    items = Table((key, item.replace(state="ready")) for key, item in plan.batons["B4"].items.items())
    plan = put(plan, "batons", "B4", items=items)
    plan = Offer("B4", Record("mira-okafor", "mira-laptop", "2027-02-25T10:00:00+01:00")).apply(plan)

    states = [
        next(of_kind(handoff_checklist(source(plan, today=day), ["B4"]), Masthead)).state
        for day in (TODAY, date(2027, 3, 2), date(2027, 3, 3))
    ]

    assert states == ["On offer", "On offer", "Expired"]


def test_an_unknown_baton_is_refused() -> None:
    with pytest.raises(KeyError, match="B99"):
        handoff_checklist(source(launch()), ["B99"])


def test_without_an_hour_only_the_day_is_printed() -> None:
    document = handoff_checklist(Source.of(launch(), TODAY))

    assert document.exported == "Thu 25 Feb 2027"


def test_the_rules_of_the_program_are_run() -> None:
    assert Source.of(launch(), TODAY).findings.open


def test_sheets_hold_every_item_with_its_ids() -> None:
    plan = launch()
    sheet = handoff_checklist(source(plan)).sheets[0]

    titles = [column.title for column in sheet.columns]
    keys = {(row[titles.index("Baton id")], row[titles.index("Item id")]) for row in sheet.rows}
    assert keys == {(key, item) for key, baton in plan.batons.items() for item in baton.items}
