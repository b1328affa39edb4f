"""Mermaid gantt charts, alone and in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import CHANGED, UNDERSTOOD, Imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from tests.formats.importers.reading import days, from_markdown, from_text, links, notes, phases, tasks, titles


def chart(text: str, head: str = "") -> Imported:
    return from_text(f"gantt\ndateFormat YYYY-MM-DD\n{head}\n" + text, "plan.mmd")


def test_sections_ids_marks_and_links() -> None:
    found = chart(
        """section Make
    Draft | text / 🚀 :done, crit, a, 2027-03-01, 5d
    Check :active, b, after a, 3d
    section Tell
    Post :c, after a b, 2d
    Live! :milestone, after c, 0d
    click a href "https://example.com"
    """,
        "title Spring launch: the plan\nexcludes weekends\naxisFormat %d",
    )

    assert (found.understood.reader, found.plan.title) == ("mermaid", "Spring launch: the plan")
    assert titles(found) == ["Draft | text / 🚀", "Check", "Post", "Live!"]
    assert phases(found) == ["Make", "Tell"]
    assert days(found) == [
        ("2027-03-01", "2027-03-05"),
        ("2027-03-08", "2027-03-10"),
        ("2027-03-11", "2027-03-12"),
        ("2027-03-15", "2027-03-15"),
    ]
    assert links(found) == [
        ("Check", "Post", "FS", 0),
        ("Draft | text / 🚀", "Check", "FS", 0),
        ("Draft | text / 🚀", "Post", "FS", 0),
        ("Post", "Live!", "FS", 0),
    ]
    draft, check, _post, live = tasks(found)
    assert (draft.status, draft.notes, draft.links) == ("done", "critical", ("https://example.com",))
    assert (check.status, live.duration) == ("active", 0)


def test_a_task_without_a_start_begins_where_the_one_above_ends() -> None:
    found = chart("One :2027-03-01, 2d\nTwo :1d\nThree :t, 2027-03-04, 1d\nFour :after t, 1d\n")

    assert [first for first, _last in days(found)] == ["2027-03-01", "2027-03-03", "2027-03-04", "2027-03-05"]


@pytest.mark.parametrize(
    ("text", "head", "expected", "said"),
    [
        ("A :2027-03-01, 2027-03-03\nB :2027-03-04, 2027-03-05\n", "", ["03", "05"], "is the last day"),
        ("A :2027-03-01, 2027-03-03\nB :2027-03-03, 2027-03-05\n", "", ["02", "04"], "is the day after the last one"),
        (
            "A :2027-03-01, 2027-03-03\nB :2027-03-03, 2027-03-05\n",
            "inclusiveEndDates",
            ["03", "05"],
            "is the last day",
        ),
    ],
)
def test_an_end_date_is_the_last_day_unless_tasks_begin_where_others_end(
    text: str, head: str, expected: list[str], said: str
) -> None:
    found = chart(text, head)

    assert [last[-2:] for _first, last in days(found)] == expected
    assert said in notes(found, UNDERSTOOD)[0]


def test_what_is_excluded_is_off_and_what_is_included_is_not() -> None:
    found = chart("A :2027-03-04, 4d\n", "excludes weekends 2027-03-05\nincludes 2027-03-06")
    fridays = chart("A :2027-03-04, 2d\n", "weekend friday\nexcludes weekends")

    assert found.plan.calendar.weekdays == (0, 1, 2, 3, 4)
    assert [day.isoformat() for day in found.plan.calendar.days_off] == ["2027-03-05"]
    assert days(found)[0] == ("2027-03-04", "2027-03-09")
    assert fridays.plan.calendar.weekdays == (0, 1, 2, 3, 6)
    assert days(fridays)[0] == ("2027-03-04", "2027-03-07")


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        ("DD.MM.YYYY", "02.03.2027"),
        ("MMM D, YY", "Mar 2, 27"),
        ("MM/DD/YYYY HH:mm", "03/02/2027 14:30"),
        ("D MMMM YYYY", "2 march 2027"),
        ("X", "1803945600"),
        ("DD-MM-YYYY", "2027-03-02"),
    ],
)
def test_dates_are_read_in_the_layout_that_the_chart_names(layout: str, text: str) -> None:
    found = chart(f"A :{text.replace(',', '')}, 1d\n", f"dateFormat {layout.replace(',', '')}")

    assert days(found)[0][0] == "2027-03-02"


def test_times_of_day_go_to_the_notes_and_what_has_no_day_is_said() -> None:
    found = chart(
        "Call :2027-03-02 09:00, 90m\nWait :after nothing, 1d\nHour :17:49, 2m\n", "dateFormat YYYY-MM-DD HH:mm"
    )

    assert tasks(found)[0].notes == "09:00–10:30"
    assert days(found)[0] == ("2027-03-02", "2027-03-02")
    assert "Waits for: nothing" in tasks(found)[1].notes
    assert any("“17:49, 2m” could not be placed on a day" in note for note in notes(found, CHANGED))


def test_charts_in_markdown_are_read_where_no_table_holds_the_same_tasks() -> None:
    block = "```mermaid\ngantt\nsection Make\nDraft :a, 2027-03-01, 2d\nCheck :b, after a, 1d\n```\n"
    table = "| Task | Owner |\n|---|---|\n| Draft | Ana |\n| Check | Bo |\n"

    alone, beside = from_markdown(f"# Plan\n\n{block}"), from_markdown(f"# Plan\n\n{table}\n{block}")

    assert alone.understood.reader == "markdown"
    assert (titles(alone), phases(alone)) == (["Draft", "Check"], ["Make"])
    assert titles(beside) == ["Draft", "Check"]


def test_a_block_that_is_no_gantt_chart_is_passed_over() -> None:
    found = from_markdown("- [ ] Write\n\n```mermaid\nflowchart LR\nA :b, c\n```\n")

    assert titles(found) == ["Write"]


@pytest.mark.parametrize("text", ["flowchart LR\nA --> B\n", "%% a\nsequenceDiagram\nA->>B: x\n"])
def test_another_diagram_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="Only its gantt charts hold tasks"):
        from_text(text, "plan.mmd")


def test_a_chart_without_a_task_is_refused() -> None:
    with pytest.raises(Refusal):
        from_text("gantt\ntitle Nothing\n", "plan.mmd")


LINES = st.sampled_from([
    "dateFormat X", "dateFormat [", "dateFormat HH:mm", "excludes weekends, monday tuesday wednesday thursday friday",
    "excludes 2027-03-01", "weekend friday", "A :a, 2027-03-01, 999999d", "B :after a b", "C :c, after c, 1d",
    "D :until a", "E :2200-12-31, 9999y", "F :1970-01-01, 1ms", "G ::::", ": : :", "section", "title", "click",
    "H :milestone", "I :a, after b, until a", "J :2027-03-05, 2027-03-01", "inclusiveEndDates",
])  # fmt: skip


def plan_or_refusal(lines: list[str]) -> Plan | Refusal:
    try:
        return chart("\n".join([*lines, "Z :2027-03-02, 1d"])).plan
    except Refusal as refusal:
        return refusal


@given(st.lists(LINES, max_size=8))
def test_any_lines_give_a_sound_plan_or_a_refusal(lines: list[str]) -> None:
    found = plan_or_refusal(lines)

    assert isinstance(found, Refusal) or read_plan(write_plan(found), "p") == found
