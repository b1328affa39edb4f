"""What goes into a baton and comes out of it."""

import pytest

from launchplanner.plan.batons import READY, BatonItem, Prompt
from launchplanner.plan.edits import ITEMS, PROMPTS, AddToPack, ChangeInPack, EditError, RemoveFromPack
from launchplanner.plan.plan import Plan
from tests.builders import a_baton, a_plan, an_item

BATON = "pass"


def a_pack() -> Plan:
    items = [an_item("Spec", order="1", required=True), an_item("Limits list", order="2")]
    return a_plan(a_baton("Pass", items=items, prompts=("What is it?", "Why does it work?")))


def test_an_item_is_changed_in_its_place() -> None:
    plan = ChangeInPack(BATON, ITEMS, "spec", {"evidence": "Spec v2"}).apply(a_pack())

    item = plan.batons[BATON].items["spec"]
    assert (item.evidence, item.state, item.order) == ("Spec v2", READY, "1")


def test_other_words_in_a_read_back_take_its_mark_off() -> None:
    heard = {"answer": "It sells.", "mark": "corrected", "correction": "It lets people bid."}
    plan = ChangeInPack(BATON, PROMPTS, "q1", heard).apply(a_pack())

    same = ChangeInPack(BATON, PROMPTS, "q1", {"answer": "It sells."}).apply(plan)
    other = ChangeInPack(BATON, PROMPTS, "q1", {"answer": "It lets people bid."}).apply(plan)

    assert same.batons[BATON].prompts["q1"].is_heard
    assert other.batons[BATON].prompts["q1"] == Prompt(question="What is it?", answer="It lets people bid.")


def test_what_is_added_comes_last() -> None:
    plan = AddToPack(BATON, "quotes", BatonItem(title="Quotes")).apply(a_pack())
    plan = AddToPack(BATON, "q3", Prompt(question="What may go wrong?")).apply(plan)

    baton = plan.batons[BATON]
    assert max(baton.items, key=lambda key: baton.items[key].order) == "quotes"
    assert "q3" in baton.prompts


def test_what_was_added_is_removed() -> None:
    plan = RemoveFromPack(BATON, ITEMS, "limits-list").apply(a_pack())
    plan = RemoveFromPack(BATON, PROMPTS, "q1").apply(plan)

    assert set(plan.batons[BATON].items) == {"spec"}
    assert set(plan.batons[BATON].prompts) == {"q2"}


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            RemoveFromPack(BATON, ITEMS, "spec"),
            "“Spec” must travel with this baton. Set it to not applicable, and say why.",
        ),
        (AddToPack(BATON, "spec", BatonItem(title="Spec")), "There is already a part with the id “spec”."),
        (ChangeInPack(BATON, ITEMS, "gone", {"state": READY}), "That item is not in “Pass” any more."),
        (ChangeInPack(BATON, PROMPTS, "gone", {"answer": "x"}), "That prompt is not in “Pass” any more."),
        (ChangeInPack("gone", ITEMS, "spec", {}), "There is no baton “gone” in this plan any more."),
        (ChangeInPack(BATON, ITEMS, "spec", {"title": 5}), "“5” does not fit title: input should be a valid string."),
    ],
)
def test_what_cannot_be_done_to_a_pack_is_refused(
    edit: AddToPack | ChangeInPack | RemoveFromPack, sentence: str
) -> None:
    with pytest.raises(EditError) as caught:
        edit.apply(a_pack())

    assert str(caught.value) == sentence


def test_labels_name_what_is_touched() -> None:
    assert ChangeInPack(BATON, ITEMS, "spec", {}).label == "Change item"
    assert AddToPack(BATON, "q3", Prompt(question="?")).label == "Add prompt"
    assert RemoveFromPack(BATON, PROMPTS, "q1").label == "Remove prompt"
