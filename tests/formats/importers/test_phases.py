"""Phases: as columns, rows, prefixes, indents and headings; what they span."""

from launchplanner.formats.importers import UNDERSTOOD, Imported
from tests.formats.importers.reading import (
    days,
    from_markdown,
    from_rows,
    from_text,
    links,
    notes,
    owners,
    phase_of,
    phases,
    tasks,
    titles,
)


def spans(found: Imported) -> list[tuple[int, int]]:
    ordered = sorted(found.plan.phases.values(), key=lambda phase: phase.order)
    return [(phase.start, phase.end) for phase in ordered]


def test_a_phase_written_once_holds_for_the_rows_below() -> None:
    found = from_text("Phase,Task,Owner\nPrepare,Write,Ana\n,Draft,Bo\nShip,Send,Ana\n,Tell,Bo\n")

    assert phase_of(found) == ["Prepare", "Prepare", "Ship", "Ship"]


def test_a_row_with_only_the_phase_holds_for_the_rows_below() -> None:
    found = from_text("Phase,Task,Owner\nPrepare,,\n,Write,Ana\n,Draft,Bo\nShip,,\n,Send,Ana\n")

    assert phase_of(found) == ["Prepare", "Prepare", "Ship"]
    assert titles(found) == ["Write", "Draft", "Send"]


def test_two_spellings_of_a_phase_are_one() -> None:
    assert phases(from_text("Phase,Task,Owner\nPrepare,Write,Ana\nprepare ,Draft,Bo\nShip,Send,Ana\n")) == [
        "Prepare",
        "Ship",
    ]


def test_heading_rows_are_phases_and_no_tasks() -> None:
    found = from_text(
        """
        Task,Owner,Due
        Phase 1: Prepare,,
        Write,Ana,2027-03-01
        Draft,Bo,2027-03-02
        Phase 2: Ship,,
        Send,Ana,2027-03-08
        """
    )

    assert titles(found) == ["Write", "Draft", "Send"]
    assert phase_of(found) == ["Phase 1: Prepare", "Phase 1: Prepare", "Phase 2: Ship"]


def test_bold_rows_and_shouted_rows_are_phases() -> None:
    found = from_text(
        "Task,Owner,Due\n**Prepare**,,\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\nSHIPPING,,\nSend,Ana,2027-03-03\n"
    )

    assert phases(found) == ["Prepare", "SHIPPING"]


def test_a_task_that_nobody_has_taken_is_no_heading() -> None:
    found = from_text("Task,Owner,Due\nWrite,Ana,2027-03-01\nFind a hall,,\nDraft,Bo,2027-03-02\nSend,Ana,2027-03-03\n")

    assert titles(found) == ["Write", "Find a hall", "Draft", "Send"]
    assert owners(found)[1] == ""


def test_leading_blanks_are_an_outline() -> None:
    found = from_rows(
        [
            ["ID", "Task", "Owner", "Start Date", "End Date", "Predecessors"],
            [1, "Network", None, None, None, None],
            [2, "   Design", "Ana", "2027-03-01", "2027-03-02", None],
            [3, "   Build", "Ana, Bo", "2027-03-03", "2027-03-05", "2fs"],
            [4, "Relays", None, None, None, None],
            [5, "   Set up", None, None, None, None],
            [6, "      Design", "Cy", "2027-03-01", "2027-03-02", "1"],
            [7, "On call", "Di", "2027-03-08", "2027-03-09", None],
        ]
    )

    assert titles(found) == ["Design", "Build", "Design", "On call"]
    assert phase_of(found) == ["Network", "Network", "Relays", "Other tasks"]
    assert tasks(found)[2].notes == "Part of: Set up"
    assert ("Design", "Build", "FS", 0) in links(found)


def test_a_link_to_a_summary_waits_for_all_below_it() -> None:
    found = from_rows(
        [
            ["ID", "Task", "Owner", "Due", "Predecessors"],
            [1, "Network", None, None, None],
            [2, "   Design", "Ana", "2027-03-02", None],
            [3, "   Build", "Bo", "2027-03-05", None],
            [4, "Rest", None, None, None],
            [5, "   Ship", "Cy", "2027-03-09", "1"],
        ]
    )

    assert [(before, after) for before, after, _kind, _lag in links(found)] == [("Build", "Ship"), ("Design", "Ship")]


def test_numbers_such_as_1_2_are_an_outline() -> None:
    found = from_text(
        "WBS,Task,Owner,Due\n1,Prepare,,\n1.1,Write,Ana,2027-03-01\n1.2,Draft,Bo,2027-03-02\n2,Ship,,\n"
        "2.1,Send,Ana,2027-03-03\n"
    )

    assert phase_of(found) == ["Prepare", "Prepare", "Ship"]


def test_a_level_column_is_an_outline_and_its_owner_leads() -> None:
    found = from_text(
        "Outline Level,Name,Assigned To,Finish\n1,Prepare,Zoe,\n2,Write,Ana,2027-03-01\n1,Ship,,\n"
        "2,Send,Bo,2027-03-03\n"
    )

    assert phases(found) == ["Prepare", "Ship"]
    assert [phase.lead for phase in sorted(found.plan.phases.values(), key=lambda phase: phase.order)] == ["Zoe", ""]


def test_one_summary_over_all_is_no_phase() -> None:
    found = from_text(
        "Outline Level,Name,Assigned To,Finish\n1,Launch X,,\n2,Prepare,,\n3,Write,Ana,2027-03-01\n2,Ship,,\n"
        "3,Send,Bo,2027-03-03\n"
    )

    assert phases(found) == ["Prepare", "Ship"]


def test_prefixes_that_recur_are_phases() -> None:
    found = from_text(
        "Task,Owner\nPerf: measure,Ana\nPerf: improve,Bo\nDocs: write,Ana\nDocs: review,Bo\nDocs: publish,Ana\n"
    )

    assert phases(found) == ["Perf", "Docs"]


def test_phases_span_their_tasks_and_leave_no_gap() -> None:
    found = from_text(
        """
        Phase,Task,Owner,Start,Due
        Prepare,Write,Ana,2027-03-01,2027-03-03
        Ship,Send,Bo,2027-03-08,2027-03-09
        Ship,Launch,Bo,2027-03-10,2027-03-10
        """
    )

    assert spans(found) == [(-7, -2), (-2, 1)]
    assert (found.plan.first, found.plan.days) == (-7, 8)


def test_phases_that_overlap_in_the_file_overlap_in_the_plan() -> None:
    found = from_text(
        """
        Phase,Task,Owner,Start,Due
        Legal,Read,Ana,2027-03-01,2027-03-09
        Sales,Train,Bo,2027-03-03,2027-03-10
        """
    )

    assert spans(found) == [(-7, 0), (-5, 1)]


def test_phases_without_a_date_lead_up_to_the_first_that_has_one() -> None:
    found = from_text("Phase,Task,Owner,Due\nIdea,Think,Ana,\nShip,Send,Bo,2027-03-10\n")

    assert spans(found) == [(-5, 0), (0, 1)]
    assert "No task of the phase “Idea” has a date; it was put after the one before it." in notes(found, UNDERSTOOD)


def test_phases_without_any_date_follow_each_other_up_to_launch() -> None:
    found = from_text("Phase,Task,Owner\nIdea,Think,Ana\nShip,Send,Bo\n")

    assert spans(found) == [(-9, -4), (-4, 1)]
    assert [task.start.rule for task in tasks(found)] == ["asap", "asap"]


def test_headings_of_a_document_are_phases() -> None:
    found = from_markdown(
        "# Launch\n\n## Prepare\n\n- [ ] Write\n- [x] Draft\n\n## Ship\n\n### On the day\n\n- [ ] Send\n"
    )

    assert phase_of(found) == ["Prepare", "Prepare", "Ship"]
    assert found.plan.title == "Launch"


def test_when_all_is_below_one_heading_its_parts_are_the_phases() -> None:
    found = from_markdown("# Launch\n\n## Checklist\n\n### Before\n\n- [ ] Write\n\n### After\n\n- [ ] Tell\n")

    assert phases(found) == ["Before", "After"]


def test_weeks_as_a_column_are_no_phases_but_dates() -> None:
    found = from_text("Week,Task,Owner\nWeek 1,Write,Ana\n,Draft,Bo\nWeek 3,Launch,Ana\n")

    assert phases(found) == ["plan"]
    assert [first for first, _last in days(found)][::2] == ["2027-03-29", "2027-04-12"]
