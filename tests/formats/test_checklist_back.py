"""A checklist that comes back in each format: ticks and words are read, what nobody touched changes nothing."""

import io
from collections.abc import Callable
from typing import Any, cast

import docx
import pytest
from openpyxl import load_workbook

from launchplanner.formats.checklist_back import Taken, read_checklist, taken
from launchplanner.formats.exporters import exporter_for
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.edits import PROMPTS, ChangeInPack, Offer
from launchplanner.plan.plan import Plan
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.source import Source
from tests.builders import BEFORE, a_baton, a_plan, an_item
from tests.plan.relay import BATON, MIRA, answered, offered, read_back, record, state

FORMATS = (".md", ".csv", ".xlsx", ".docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def a_pack() -> Plan:
    """Return a plan with a pack of which one item is ready and two are not."""
    items = [
        an_item("Spec", evidence="v2 | frozen", order="1"),
        an_item("Usage data", state="draft", evidence="Dashboard", order="2"),
        an_item("Limits", state="missing", order="3"),
    ]
    return a_plan(a_baton("Product to market", "pm", "pmm", items=items))


def exported(plan: Plan, suffix: str) -> bytes:
    exporter = exporter_for(suffix)
    assert exporter is not None
    return exporter.render(handoff_checklist(Source.of(plan, BEFORE)))


def back(plan: Plan, data: bytes, suffix: str) -> Taken:
    return taken(plan, read_checklist(data, f"checklist{suffix}", plan))


def in_markdown(data: bytes) -> bytes:
    lines = data.decode().splitlines()
    for place, found in enumerate(lines):
        line = found
        if "/usage-data/ready/" in line:
            line = line.replace("☐ Ready", "☑ Ready").replace("**Dashboard: a draft**", "Dashboard of 3 March")
        if "/limits/yes/" in line:
            line = line.replace("☐ No", "[x] No, two are missing")
        if "lp:task/" in line and "product-spec" in line:
            line = line.replace("- [ ]", "- [X]")
        if "lp:prompt/" in line:
            lines[place + 2] = "   It lets people bid\\_once."
        lines[place] = line
    return "\n".join(lines).encode()


def in_csv(data: bytes) -> bytes:
    lines = data.decode("utf-8-sig").splitlines()
    for place, found in enumerate(lines):
        line = found
        if '"usage-data"' in line:
            line = line.replace('"draft"', '"ready"').replace('"Dashboard"', '"Dashboard of 3 March"')
        if '"limits"' in line:
            line = line.removesuffix('"",""') + '"no","two are missing"'
        lines[place] = line
    return "\r\n".join(lines).encode("utf-8-sig")


def in_excel(data: bytes) -> bytes:
    workbook = cast("Any", load_workbook(io.BytesIO(data)))

    def fill(sheet: str, key: str, **cells: str) -> None:
        rows = workbook[sheet]
        heads = {cell.value: cell.column for cell in rows[1]}
        for row in rows.iter_rows(min_row=2):
            if key in [cell.value for cell in row]:
                for title, value in cells.items():
                    rows.cell(row[0].row, heads[title.replace("_", " ")], value)

    fill("Items", "usage-data", State="ready", Evidence="Dashboard of 3 March")
    fill("Items", "limits", **{"Receiver's answer": "no", "Why not": "two are missing"})
    fill("Prompts", "q1", **{"Answer, in the receiver's words": "It lets people bid_once."})
    fill("Tasks left", "product-spec", Status="done")
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def in_word(data: bytes) -> bytes:
    document = docx.Document(io.BytesIO(data))
    body = cast("Any", document.element.body)
    for row in body.iter(f"{W}tr"):
        words = "".join(text.text or "" for text in row.iter(f"{W}t"))
        boxes = list(row.iter(f"{W14}checked"))
        cells = row.findall(f"{W}tc")
        if "Usage data" in words and len(cells) == 6:
            boxes[0].set(f"{W14}val", "1")
            next(text for text in cells[3].iter(f"{W}t")).text = "Dashboard of 3 March"
        if "Limits" in words and len(cells) == 6:
            boxes[2].set(f"{W14}val", "1")
            type_into(cells[5].find(f"{W}p"), " two are missing")
        if "Product spec" in words and len(cells) == 4:
            boxes[0].set(f"{W14}val", "1")
        if "What does it do" in words and len(cells) == 3:
            type_into(cells[1].findall(f"{W}p")[1], "It lets people bid_once.")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def type_into(paragraph: Any, words: str) -> None:
    run, text = paragraph.makeelement(f"{W}r", {}), paragraph.makeelement(f"{W}t", {})
    text.text = words
    run.append(text)
    paragraph.append(run)


FILLED: dict[str, Callable[[bytes], bytes]] = {".md": in_markdown, ".csv": in_csv, ".xlsx": in_excel, ".docx": in_word}


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_nobody_touched_changes_nothing(suffix: str) -> None:
    for plan in (a_pack(), offered(), answered(read_back(offered()))):
        found = back(plan, exported(plan, suffix), suffix)

        assert (found.changes, found.notes) == ((), ())
        assert found.edit.apply(plan) == plan


@pytest.mark.parametrize("suffix", FORMATS)
def test_ticks_and_words_come_back(suffix: str) -> None:
    plan = a_pack()

    found = back(plan, FILLED[suffix](exported(plan, suffix)), suffix)
    after = found.edit.apply(plan)

    usage, limits = (after.batons[BATON].items[key] for key in ("usage-data", "limits"))
    assert (usage.state, usage.evidence) == ("ready", "Dashboard of 3 March")
    assert (limits.answer, limits.remark) == ("", "two are missing")
    assert "“Usage data”: draft becomes ready; evidence: Dashboard of 3 March" in found.changes
    assert any("answered no, but its baton is not on offer" in note for note in found.notes)
    if suffix != ".csv":  # which has the items alone
        assert after.batons[BATON].prompts["q1"].answer == "It lets people bid_once."
        assert after.tasks["product-spec"].status == "done"
        assert "“Product spec” is done" in found.changes
    assert state(after) == state(plan)


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_a_checklist_that_left_before_the_plan_went_on_takes_nothing_back(suffix: str) -> None:
    plan = a_pack()
    later = ChangeInPack(BATON, "items", "limits", {"state": "ready", "evidence": "List v2"}).apply(plan)

    assert back(later, exported(plan, suffix), suffix).changes == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_on_offer_or_has_passed_is_not_changed_by_a_list(suffix: str) -> None:
    plan = a_pack()
    filled = FILLED[suffix](exported(plan, suffix))
    ready = plan.replace(
        batons=plan.batons.with_(
            BATON,
            plan.batons[BATON].replace(
                items=plan.batons[BATON].items.updated(
                    {key: item.replace(state="ready", order="") for key, item in plan.batons[BATON].items.items()}
                )
            ),
        )
    )
    on_offer = Offer(BATON, record(MIRA)).apply(ready)
    passed = answered(read_back(on_offer))

    found = back(on_offer, filled, suffix)
    after = found.edit.apply(on_offer)
    assert state(after)[0] in {"offered", "reading"}
    assert (after.batons[BATON].items["limits"].answer, after.batons[BATON].items["limits"].remark) == (
        "no",
        "two are missing",
    )
    assert any("withdraw the offer to change it" in note for note in found.notes)
    then = back(passed, filled, suffix)
    assert state(then.edit.apply(passed)) == state(passed)
    assert not any("“" in change and "Product spec" not in change for change in then.changes)


def test_an_acceptance_ticked_on_the_list_hands_nothing_over() -> None:
    plan = read_back(offered())
    signed = exported(plan, ".md").decode().replace("- [ ] accepted", "- [x] accepted").encode()

    found = back(plan, signed, ".md")

    assert found.changes == ()
    assert found.notes == (
        "Something is ticked or written at the sign-off. It hands nothing over: accept or return here.",
    )


def test_an_unticked_item_is_missing_again() -> None:
    plan = a_pack()
    text = exported(plan, ".md").decode().replace("☑ Ready", "☐ Ready")

    after = back(plan, text.encode(), ".md").edit.apply(plan)

    assert after.batons[BATON].items["spec"].state == "missing"


def test_lines_of_what_is_not_there_any_more_are_named() -> None:
    plan = a_pack()
    data = in_markdown(exported(plan, ".md"))
    smaller = plan.replace(
        batons=plan.batons.with_(BATON, plan.batons[BATON].replace(items=plan.batons[BATON].items.without("limits")))
    )

    assert "“limits” is not in “Product to market” any more." in back(smaller, data, ".md").notes
    assert "There is no baton “product-to-market” in this plan" in back(a_plan_without(), data, ".md").notes[0]


def a_plan_without() -> Plan:
    plan = a_plan()
    return plan.replace(batons=plan.batons.without(BATON))


def test_other_files_are_refused() -> None:
    for data, suffix in (
        (b"Task,Owner\r\nA,B\r\n", ".csv"),
        (b"# A list\n- [ ] one\n", ".md"),
        (b"PK\x03\x04", ".xlsx"),
    ):
        with pytest.raises(Refusal):
            back(a_plan(), data, suffix)


def test_marks_survive_ids_of_any_letters() -> None:
    item = an_item("Spec")[1]
    odd = 'a--b/c "d" | ü'
    baton = a_baton("Product to market", "pm", "pmm", items=[(odd, item.replace(state="draft"))])
    plan = a_plan(baton)

    for suffix, tick in ((".md", ("☐ Ready", "☑ Ready")),):
        text = exported(plan, suffix).decode().replace(*tick)
        after = back(plan, text.encode(), suffix).edit.apply(plan)
        assert after.batons[BATON].items[odd].state == "ready"


def test_a_prompt_that_was_answered_in_the_plan_is_left_alone_when_the_list_says_the_same() -> None:
    plan = ChangeInPack(BATON, PROMPTS, "q1", {"answer": "It bids."}).apply(a_plan())

    assert back(plan, exported(plan, ".docx"), ".docx").changes == ()
