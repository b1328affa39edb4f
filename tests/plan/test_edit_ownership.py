"""Giving work to one holder, and cutting work that two were to hold."""

from datetime import date

import pytest

from launchplanner.plan.edits import CutPass, EditError, GiveReason, GiveTo, PassOn, SplitTask
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, ON_DATE, Start
from tests.builders import BEFORE, a_link, a_plan, a_task


def test_giving_to_one_owner_keeps_the_other_as_contributor() -> None:
    plan = a_plan(a_task("Press kit", owner="Mira & Jonas", contributors=("tessa-brandt", "jonas-reyes")))

    given = GiveTo(("press-kit",), "jonas-reyes", helpers=("mira-okafor", "tessa-brandt")).apply(plan)

    assert given.tasks["press-kit"].owner == "jonas-reyes"
    assert given.tasks["press-kit"].contributors == ("tessa-brandt", "mira-okafor")


def test_an_owner_is_taken_off_by_giving_to_nobody() -> None:
    edit = GiveTo(("product-spec",), "")

    assert edit.label == "Take the owner off"
    assert edit.apply(a_plan()).tasks["product-spec"].owner == ""


def test_giving_a_task_that_is_gone_is_refused() -> None:
    with pytest.raises(EditError, match="no task “gone”"):
        GiveTo(("product-spec", "gone"), "mira-okafor").apply(a_plan())


def three_in_a_row() -> Plan:
    return a_plan(
        a_task("Before"), a_task("Press kit", owner="Mira & Jonas"), a_task("After"),
        a_link("before", "press-kit", lag=1), a_link("press-kit", "after", "SS", 2),
    )  # fmt: skip


def test_a_split_task_is_one_for_each_owner_side_by_side() -> None:
    split = SplitTask("press-kit", ("mira-okafor", "jonas-reyes", "tessa-brandt"), ("k2", "k3")).apply(three_in_a_row())

    assert [(split.tasks[key].owner) for key in ("press-kit", "k2", "k3")] == [
        "mira-okafor",
        "jonas-reyes",
        "tessa-brandt",
    ]
    orders = [split.tasks[key].order for key in ("before", "press-kit", "k2", "k3", "after")]
    assert orders == sorted(set(orders))
    for key in ("press-kit", "k2", "k3"):
        assert split.dependencies[f"before>{key}"].lag == 1
        assert (split.dependencies[f"{key}>after"].type, split.dependencies[f"{key}>after"].lag) == ("SS", 2)


def test_a_split_task_can_be_given_titles() -> None:
    split = SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ("k2",), ("Photos", "Texts")).apply(three_in_a_row())

    assert (split.tasks["press-kit"].title, split.tasks["k2"].title) == ("Photos", "Texts")


@pytest.mark.parametrize(
    "edit",
    [
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ()),
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ("after",)),
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ("product-to-market",)),
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ("press-kit",)),
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes", "tessa-brandt"), ("k2", "k2")),
        SplitTask("press-kit", ("mira-okafor", "jonas-reyes"), ("k2",), ("Only one title",)),
        CutPass("press-kit", "mira-okafor", "jonas-reyes", "after", "b", ("1", "2")),
        CutPass("press-kit", "mira-okafor", "jonas-reyes", "k2", "product-to-market", ("1", "2")),
        CutPass("press-kit", "mira-okafor", "jonas-reyes", "k2", "k2", ("1", "2")),
    ],
)
def test_a_split_with_ids_that_do_not_fit_is_refused(edit: SplitTask | CutPass) -> None:
    with pytest.raises(EditError) as caught:
        edit.apply(three_in_a_row())

    assert str(caught.value) == "“Press kit” cannot be split this way."


def cut(plan: Plan, begins: int | None = None) -> Plan:
    return CutPass(
        "sheet", "mira-okafor", "jonas-reyes", "sheet-2", "b", ("Sheet, facts", "Sheet, words"), begins
    ).apply(plan)


def test_a_hidden_pass_becomes_two_tasks_with_a_baton_between() -> None:
    plan = cut(a_plan(a_task("Sheet", owner="PM until wk 6, then PMM", start=-20, duration=5)))

    first, second, baton = plan.tasks["sheet"], plan.tasks["sheet-2"], plan.batons["b"]
    assert (first.owner, first.start.days, first.duration) == ("mira-okafor", -20, 3)
    assert (second.owner, second.start.days, second.duration) == ("jonas-reyes", -17, 2)
    assert (baton.giver, baton.receiver, baton.day) == ("mira-okafor", "jonas-reyes", -18)
    assert set(plan.dependencies) == {"sheet>b", "b>sheet-2"}


@pytest.mark.parametrize(("days", "halves"), [(0, (1, 1)), (1, (1, 1)), (2, (1, 1)), (3, (2, 1)), (8, (4, 4))])
def test_both_halves_take_a_day_at_least(days: int, halves: tuple[int, int]) -> None:
    plan = cut(a_plan(a_task("Sheet", duration=days)))

    assert (plan.tasks["sheet"].duration, plan.tasks["sheet-2"].duration) == halves


def test_each_link_stays_with_the_half_that_holds_its_end() -> None:
    plan = cut(
        a_plan(
            a_task("Sheet"), a_task("A"), a_task("E"), a_task("C"), a_task("D"),
            a_link("a", "sheet", "FS", 1), a_link("e", "sheet", "FF", 2),
            a_link("sheet", "c", "FS", 3), a_link("sheet", "d", "SS", 4),
        )
    )  # fmt: skip

    assert {link.id: link.lag for link in plan.dependencies.values()} == {
        "a>sheet": 1,
        "e>sheet-2": 2,
        "sheet-2>c": 3,
        "sheet>d": 4,
        "sheet>b": 0,
        "b>sheet-2": 0,
    }


def test_a_task_on_a_calendar_date_is_cut_where_it_is() -> None:
    start = Start(rule=ON_DATE, on=date(2027, 4, 1))  # 8 working days before launch
    plan = cut(a_plan(("sheet", a_task("Sheet", duration=4)[1].replace(start=start))))

    assert plan.tasks["sheet"].start == start
    assert plan.batons["b"].day == -7
    assert plan.tasks["sheet-2"].start == Start(days=-6)


@pytest.mark.parametrize(("begins", "day"), [(-25, -24), (None, -30)])
def test_a_task_as_soon_as_possible_is_cut_where_the_schedule_or_its_phase_puts_it(
    begins: int | None, day: int
) -> None:
    task = a_task("Sheet", duration=4)[1].replace(start=Start(rule=AS_SOON_AS_POSSIBLE))

    plan = cut(a_plan(("sheet", task)), begins)

    assert plan.batons["b"].day == day
    assert plan.tasks["sheet-2"].start == Start(rule=AS_SOON_AS_POSSIBLE)


def test_a_task_under_way_is_passed_on_with_its_reason_on_record() -> None:
    plan = PassOn("product-spec", "tessa-brandt", date(2027, 3, 10), "Mira is away", ("mira-okafor",)).apply(a_plan())

    assert (plan.tasks["product-spec"].owner, plan.tasks["product-spec"].contributors) == (
        "tessa-brandt",
        ("mira-okafor",),
    )
    (change,) = plan.owner_changes.values()
    assert (change.before, change.after, change.reason) == ("mira-okafor", "tessa-brandt", "Mira is away")


def test_a_task_whose_phase_has_not_begun_is_passed_on_without_a_record() -> None:
    assert not PassOn("product-spec", "tessa-brandt", BEFORE, "Mira is away").apply(a_plan()).owner_changes


def once_passed() -> Plan:
    change = OwnerChange(task="product-spec", on=BEFORE, before="jonas-reyes", after="mira-okafor")
    return a_plan(("product-spec:2027-02-22", change))


def test_a_change_of_owner_is_given_its_reason() -> None:
    plan = GiveReason("product-spec:2027-02-22", " Jonas is away ", "mira-okafor").apply(once_passed())

    record = plan.owner_changes["product-spec:2027-02-22"]
    assert (record.reason, record.by) == ("Jonas is away", "mira-okafor")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (GiveReason("gone", "Away"), "That change of owner is not in this plan any more."),
        (
            GiveReason("product-spec:2027-02-22", " "),
            "A reason needs words: others will read it when they ask who had this before.",
        ),
    ],
)
def test_a_reason_needs_words_and_a_change(edit: GiveReason, sentence: str) -> None:
    with pytest.raises(EditError) as caught:
        edit.apply(once_passed())

    assert str(caught.value) == sentence
