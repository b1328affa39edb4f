"""Markdown: tables, checklists, marks, front matter, and what is no task."""

import pytest

from launchplanner.formats.importers import CHANGED
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import days, from_markdown, notes, owners, phases, tasks, titles


def test_a_table_is_read_with_or_without_its_outer_bars() -> None:
    inner = from_markdown("Task | Owner | Due\n--- | --- | ---\nWrite | Ana | 2027-03-01\nDraft | Bo | 2027-03-02\n")
    outer = from_markdown(
        "| Task | Owner | Due |\n|:--|:-:|--:|\n| Write | Ana | 2027-03-01 |\n| Draft | Bo | 2027-03-02\n"
    )

    assert titles(inner) == titles(outer) == ["Write", "Draft"]
    assert owners(inner) == owners(outer) == ["Ana", "Bo"]


def test_rows_shorter_or_longer_than_the_header_are_read() -> None:
    found = from_markdown("| Task | Owner | Due |\n|---|---|\n| Write | Ana |\n| Draft | Bo | 2027-03-02 | extra |\n")

    assert owners(found) == ["Ana", "Bo"]
    assert tasks(found)[1].notes == "extra"


def test_a_bar_in_a_cell_may_be_escaped() -> None:
    assert (
        titles(from_markdown("| Task | Owner |\n|---|---|\n| Read \\| write | Ana |\n| Draft | Bo |\n"))[0]
        == "Read | write"
    )


def test_reference_links_are_written_out() -> None:
    found = from_markdown(
        "| Task | Owner |\n|---|---|\n| Begin [Code Freeze] | [@ana][ana] |\n| Draft [TBD] | Bo |\n\n"
        "[Code Freeze]: https://x.org/freeze\n[ana]: https://x.org/ana\n"
    )

    assert titles(found) == ["Begin Code Freeze", "Draft [TBD]"]
    assert owners(found)[0] == "@ana"
    assert tasks(found)[0].links == ("https://x.org/freeze",)


def test_a_link_to_a_profile_is_taken_off_the_owner() -> None:
    found = from_markdown(
        "| Task | Owner |\n|---|---|\n| Cut | Branch Manager ([@ana](https://x.org/ana)) |\n| Ship | **@bo** |\n"
    )

    assert owners(found) == ["Branch Manager (@ana)", "@bo"]


def test_html_tables_are_read() -> None:
    found = from_markdown(
        """
        # Plan

        <table>
          <tr><th>Task</th><th>Owner</th><th>Due</th></tr>
          <tr><td>Write &amp; check</td><td>Ana</td><td>2027-03-01</td></tr>
          <tr><td>Draft</td><td>Bo<br>Cy</td><td>2027-03-02</td></tr>
        </table>
        """
    )

    assert titles(found) == ["Write & check", "Draft"]
    assert owners(found) == ["Ana", "Bo\nCy"]


@pytest.mark.parametrize(
    "entry",
    [
        "- [ ] Write",
        "* [ ] Write",
        "+ [ ] Write",
        "- [] Write",
        "1. [ ] Write",
        "- [ ]  Write",
        "  - [ ] Write",
        "[ ] Write",
        "- \\[ \\] Write",
    ],
)
def test_boxes_of_all_kinds_are_tasks(entry: str) -> None:
    assert [(task.title, task.status) for task in tasks(from_markdown(entry + "\n- [X] Draft\n- [x] Ship\n"))] == [
        ("Write", "planned"),
        ("Draft", "done"),
        ("Ship", "done"),
    ]


def test_a_number_after_the_box_is_part_of_the_title() -> None:
    assert titles(from_markdown("- [ ] 1. Write\n- [ ] 2. Draft\n")) == ["1. Write", "2. Draft"]


def test_boxes_in_comments_and_code_are_no_tasks() -> None:
    found = from_markdown(
        "<!--\n- [ ] Hidden\n-->\n- [ ] Write\n\n```\n- [ ] Sample\n```\n\n~~~\n- [ ] Another\n~~~\n- [ ] Draft\n"
    )

    assert titles(found) == ["Write", "Draft"]


def test_boxes_below_a_box_are_tasks_that_say_what_they_are_part_of() -> None:
    found = from_markdown("- [ ] Ship\n  - [x] Pack\n     - [ ] Seal\n  - bring tape\n- [ ] Tell\n")

    assert titles(found) == ["Ship", "Pack", "Seal", "Tell"]
    assert [task.notes for task in tasks(found)] == ["- bring tape", "Part of: Ship", "Part of: Ship › Pack", ""]


def test_plain_entries_beside_boxes_are_no_tasks() -> None:
    assert titles(from_markdown("- Some remark\n- [ ] Write\n- Another remark\n- [ ] Draft\n")) == ["Write", "Draft"]


def test_lines_below_an_entry_belong_to_it() -> None:
    found = from_markdown(
        """
        - [x] Write the brief
          **Purpose:** Clarity — **Channel:** Wiki
          **Owner:** Ana Silva — **Due:** 2027-03-01
        - [ ] Draft the page
          that all will read
        """
    )

    assert owners(found) == ["Ana Silva", ""]
    assert days(found)[0] == ("2027-03-01", "2027-03-01")
    assert tasks(found)[0].notes == "Purpose: Clarity — Channel: Wiki"
    assert tasks(found)[1].notes == "that all will read"


def test_times_owner_and_status_in_one_line_are_told_apart() -> None:
    found = from_markdown(
        """
        # Runbook for launch on 2027-04-13

        - [ ] **T-48h** — Final checks — Owner: Ana Silva — Status: In progress
        - [ ] **T-0** — Flip the flag — Owner: Bo Li — Status: Not started
        - [ ] **T+24h** — Debrief — Owner: Ana Silva
        """
    )

    assert titles(found) == ["Final checks", "Flip the flag", "Debrief"]
    assert owners(found) == ["Ana Silva", "Bo Li", "Ana Silva"]
    assert [first for first, _last in days(found)] == ["2027-04-09", "2027-04-13", "2027-04-14"]
    assert tasks(found)[0].status == "active"
    assert tasks(found)[0].notes == "T-48h"


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Write (due 2027-03-01)", "Write"),
        ("Write, due 2027-03-01", "Write"),
        ("Write (by March 1, 2027)", "Write"),
        ("Write 📅 2027-03-01", "Write"),
        ("Write (2027-03-01)", "Write"),
        ("Write due: 2027-03-01", "Write"),
        ("2027-03-01: Write", "Write"),
        ("2027-03-01 - Write", "Write"),
    ],
)
def test_due_dates_in_the_line_are_found(entry: str, title: str) -> None:
    found = from_markdown(f"- [ ] {entry}\n- [ ] Draft\n")

    assert titles(found)[0] == title
    assert days(found)[0] == ("2027-03-01", "2027-03-01")


def test_an_entry_that_is_nothing_but_a_field_is_a_task() -> None:
    found = from_markdown("- [ ] **Backup**: Database copies are made\n- [ ] **Status**: Page is up\n- [ ] Draft\n")

    assert titles(found) == ["Backup: Database copies are made", "Status: Page is up", "Draft"]


def test_a_subject_before_a_colon_is_no_owner() -> None:
    found = from_markdown(
        "- [ ] **Performance**: No warnings\n- [ ] Code Quality: Clean code\n- [ ] FM1: Provide tests\n"
    )

    assert owners(found) == ["", "", ""]
    assert titles(found)[2] == "FM1: Provide tests"


def test_a_struck_entry_is_dropped_and_said() -> None:
    found = from_markdown("- [ ] ~~Write~~\n- [ ] ~Print~\n- [ ] Draft\n")

    assert [task.status for task in tasks(found)] == ["dropped", "dropped", "planned"]
    assert len(notes(found, CHANGED)) == 2


def test_marks_are_states() -> None:
    found = from_markdown("# Ready?\n\n- ✅ **Write** it\n- ⏳ Draft it\n- ⬜ Ship it\n- ⚠️ Mend it\n")

    assert [(task.title, task.status) for task in tasks(found)] == [
        ("Write it", "done"),
        ("Draft it", "active"),
        ("Ship it", "planned"),
        ("Mend it", "planned"),
    ]


def test_dated_entries_are_tasks_where_there_is_no_table_and_no_box() -> None:
    found = from_markdown(
        """
        # Release 1.9 in 2017

        * Mon Oct 2: Start of the cycle
        * **Fri Oct 27: [Feature freeze](#freeze)**
          * All features have issues.
        * Wed Dec 13: v1.9.0
        """
    )

    assert titles(found) == ["Start of the cycle", "Feature freeze", "v1.9.0"]
    assert [first for first, _last in days(found)] == ["2017-10-02", "2017-10-27", "2017-12-13"]
    assert tasks(found)[1].notes == "- All features have issues."
    assert found.plan.launch_task == "v1-9-0"


def test_dated_entries_are_left_alone_beside_a_table() -> None:
    found = from_markdown(
        "- 2027-03-01: Begin\n- 2027-03-02: End\n- 2027-03-03: Over\n\n| Task | Owner |\n|---|---|\n| Write | "
        "Ana |\n| Draft | Bo |\n"
    )

    assert titles(found) == ["Write", "Draft"]


def test_entries_below_headings_that_are_dates_have_them() -> None:
    found = from_markdown(
        "# Plan 2027\n\n### Mar 1 - Mar 5\n- Write\n\n### Mar 8 - Mar 12\n- Draft\n\n### Mar 15 - Mar 19\n- Ship\n"
    )

    assert days(found) == [("2027-03-01", "2027-03-05"), ("2027-03-08", "2027-03-12"), ("2027-03-15", "2027-03-19")]
    assert phases(found) == ["Mar 1 - Mar 5", "Mar 8 - Mar 12", "Mar 15 - Mar 19"]


def test_headings_count_back_from_launch() -> None:
    found = from_markdown("**10 days before launch**\n\n- Write\n- Draft\n\n**2 days after launch**\n\n- Tell\n")

    assert [first for first, _last in days(found)] == ["2027-04-02", "2027-04-02", "2027-04-15"]


def test_numbered_steps_of_a_process_are_tasks() -> None:
    assert titles(
        from_markdown("## Hand-off steps\n\n1. Fill in\n2. Check\n3. Sign\n\n## Notes\n\n1. One\n2. Two\n3. Three\n")
    ) == [
        "Fill in",
        "Check",
        "Sign",
    ]


def test_the_title_and_the_launch_day_come_from_the_head() -> None:
    found = from_markdown(
        """
        ---
        title: "Spring launch"
        assignees: ''
        ---

        **Release**: [v2](https://x.org)
        **Launch date**: 2027-05-04

        - [ ] Write
        - [ ] Draft
        """
    )

    assert found.plan.title == "Spring launch"
    assert found.plan.launch_day.isoformat() == "2027-05-04"


def test_a_date_in_the_title_of_a_launch_is_its_day() -> None:
    assert (
        from_markdown("# Launch plan (sprint to 2027-05-04)\n\n- [ ] Write\n").plan.launch_day.isoformat()
        == "2027-05-04"
    )


def test_several_tables_of_work_are_all_read_and_others_named() -> None:
    found = from_markdown(
        """
        ## Before

        | Task | Owner | Due |
        |---|---|---|
        | Write | Ana | 2027-03-01 |
        | Draft | Bo | 2027-03-02 |

        ## After

        | Task | Owner | Due |
        |---|---|---|
        | Tell | Cy | 2027-04-01 |

        ## Numbers

        | Metric | Target |
        |---|---|
        | Reach | 100 |
        """
    )

    assert titles(found) == ["Write", "Draft", "Tell"]
    assert phases(found) == ["Before", "After"]


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\nJust prose, and some more of it.\n",
        "| | |\n|---|---|\n| Author | Ana |\n| Status | Draft |\n",
        "| Role | Lead name | Shadow |\n|---|---|---|\n| Docs | Ana | Bo |\n| Comms | Cy | Di |\n",
        "```\n- [ ] Sample\n```\n",
        "| Metric | Definition | Owner |\n|---|---|---|\n| Reach | Views | (TBD) |\n| CTR | Clicks | (TBD) |\n",
    ],
)
def test_a_document_without_tasks_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="no table with tasks and no checklist"):
        from_markdown(text)
