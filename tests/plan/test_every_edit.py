"""What holds for every edit: it has a name, leaves the old plan as it was, and can be undone to the same object."""

from datetime import date

import pytest

from launchplanner.app.history import History
from launchplanner.formats.native import write_plan
from launchplanner.plan import edits as all_edits
from launchplanner.plan.batons import BatonItem, Condition
from launchplanner.plan.edits import (
    ITEMS,
    PROMPTS,
    Add,
    AddAlias,
    AddToPack,
    Answer,
    AnswerItem,
    AnswerQuestion,
    Ask,
    BindRole,
    Change,
    ChangeInPack,
    ChangeLaunch,
    CutPass,
    Edit,
    EditError,
    FreeRole,
    GiveReason,
    GiveTo,
    JoinPeople,
    Link,
    MakeNote,
    Mark,
    MeetCondition,
    MoveTo,
    Offer,
    PassOn,
    Place,
    ReadBack,
    Remove,
    RemoveBaseline,
    RemoveFromPack,
    Resize,
    SetDayOff,
    SetDuration,
    SetHolidays,
    SplitTask,
    TakeBackQuestion,
    TakeBaseline,
    Together,
    Unlink,
    Unwaive,
    Waive,
    Withdraw,
    set_conditions,
)
from launchplanner.plan.plan import PHASE, TASK, Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS, RETURN
from launchplanner.plan.records import Baseline, OwnerChange
from launchplanner.plan.values import Table
from tests.builders import BEFORE, a_baton, a_plan, a_task
from tests.plan.relay import BATON, JONAS, MIRA, offered, read_back, record

SPEC = "product-spec"
CHANGE = f"{SPEC}:2027-02-22"
MOVE = Place(((SPEC, -30),))


def with_a_condition() -> Plan:
    """Return a plan in which an earlier baton passed with a condition that holds nothing up."""
    plan = Offer("earlier", record(MIRA)).apply(a_plan(a_baton("Earlier", day=-20, prompts=())))
    conditions = (Condition(text="The test data follow", owner=MIRA),)
    return Answer("earlier", ACCEPT_WITH_CONDITIONS, record(JONAS), conditions=conditions).apply(plan)


def on_offer() -> Plan:
    """Return a plan to which every edit below can be made."""
    plan = Waive("OWN001", SPEC, "known").apply(read_back(offered(with_a_condition())))
    plan = Ask(BATON, "k1", "Which regions?").apply(plan)
    change = OwnerChange(task=SPEC, on=BEFORE, before="jonas-reyes", after="mira-okafor")
    plan = plan.replace(owner_changes=Table({CHANGE: change}))
    return Add("baseline", "promised", Baseline(title="As promised", launch_day=plan.launch_day)).apply(plan)


MADE: tuple[Edit, ...] = (
    Add(TASK, "new", a_task("New")[1]),
    AddAlias("jonas-reyes", "J. Reyes-Ortiz"),
    AddToPack(BATON, "new", BatonItem(title="New")),
    Answer(BATON, RETURN, record(JONAS), "other", "Later."),
    AnswerItem(BATON, "frozen-spec", "no", JONAS, "The limits are not in it."),
    AnswerQuestion(BATON, "k1", "All four."),
    Ask(BATON, "k2", "Since when?", JONAS, BEFORE),
    BindRole("pm", "tessa-brandt"),
    Change(TASK, SPEC, {"progress": 50}),
    ChangeInPack(BATON, ITEMS, "frozen-spec", {"evidence": "v2"}),
    ChangeLaunch({"launch_day": "2027-05-04"}),
    CutPass(SPEC, "mira-okafor", "jonas-reyes", "second", "between", ("One", "Two")),
    FreeRole("pm", "mira-okafor"),
    GiveReason(CHANGE, "Jonas is away"),
    GiveTo((SPEC,), "tessa-brandt"),
    JoinPeople("mira-okafor", "tessa-brandt"),
    Link(SPEC, "launch-day"),
    Mark(BATON, "q1", MIRA, "It lets them bid once."),
    MeetCondition(set_conditions(with_a_condition())[0].task, "They came today"),
    MakeNote(SPEC),
    MOVE,
    PassOn(SPEC, "tessa-brandt", date(2027, 3, 10), "Mira is away"),
    ReadBack(BATON, "q1", "People bid once, sealed.", JONAS),
    Remove(TASK, ("message-framework",)),
    RemoveBaseline("promised"),
    RemoveFromPack(BATON, PROMPTS, "q1"),
    Resize(PHASE, "build", -33, 20),
    SetDayOff(date(2027, 3, 17)),
    SetDuration(SPEC, 3),
    SetHolidays("IE", "", ((date(2027, 3, 17), "Saint Patrick’s Day"),)),
    MoveTo(((SPEC, -29),)),
    SplitTask(SPEC, ("mira-okafor", "jonas-reyes"), ("second",)),
    TakeBackQuestion(BATON, "k1"),
    TakeBaseline("Before the fair", {SPEC: (-31, -21)}, by=MIRA, on=date(2027, 2, 22)),
    Together("Both", (MOVE, SetDuration(SPEC, 3))),
    Unlink((f"{SPEC}>{BATON}",)),
    Unwaive("OWN001", SPEC),
    Waive("OWN002", SPEC, "known"),
    Withdraw(BATON, record(MIRA)),
)


def test_the_list_is_whole() -> None:
    known = {getattr(all_edits, name) for name in all_edits.__all__}
    edits = {kind for kind in known if isinstance(kind, type) and hasattr(kind, "label") and kind is not all_edits.Edit}

    assert {type(edit) for edit in MADE} == edits - {Offer}  # which made the plan that is edited


@pytest.mark.parametrize("edit", MADE, ids=lambda edit: type(edit).__name__)
def test_an_edit_has_a_name_changes_something_and_leaves_the_old_plan_as_it_was(edit: Edit) -> None:
    plan = on_offer()
    before = write_plan(plan)

    after = edit.apply(plan)

    assert edit.label.strip()
    assert "{" not in edit.label
    assert write_plan(plan) == before
    assert write_plan(after) != before
    assert edit.apply(plan) == after


@pytest.mark.parametrize("edit", MADE, ids=lambda edit: type(edit).__name__)
def test_undoing_an_edit_gives_the_same_object(edit: Edit) -> None:
    plan = on_offer()
    history = History(plan)

    history.push(edit.apply(plan), edit.label)

    assert history.undo_label == edit.label
    assert history.move(-1) is plan


@pytest.mark.parametrize(
    "edit",
    [
        edit
        for edit in MADE
        if not isinstance(edit, Add | ChangeLaunch | SetDayOff | SetHolidays | Unlink | Unwaive | Waive)
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_an_edit_of_what_is_not_there_is_refused_with_a_sentence(edit: Edit) -> None:
    empty = Plan(launch_day=a_plan().launch_day)

    with pytest.raises(EditError) as caught:
        edit.apply(empty)

    assert str(caught.value).endswith(".")
    assert "{" not in str(caught.value)
