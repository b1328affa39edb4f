from launchplanner.checks import Findings
from launchplanner.reports.blocks import Heading, Paragraph, text_of
from launchplanner.reports.palette import FACES, FILLS, INK, LINE, MUTED
from launchplanner.reports.plan_report import plan_report
from launchplanner.ui.theme.tokens import LIGHT
from tests.reports.reading import note, of_kind, rows
from tests.reports.samples import NOTHING, launch, put, source, tiny, tiny_source


def test_each_phase_has_its_lead_and_its_tasks() -> None:
    document = plan_report(source(launch()))

    assert note(document, "3 Test").startswith("Mon 15 Feb to Fri 26 Feb, led by PM, Mira Okafor.")
    assert len(rows(document, "3 Test")) == sum(task.phase == "TEST" for task in launch().tasks.values())


def test_a_task_has_owner_helpers_dates_status_and_float() -> None:
    document = plan_report(tiny_source())

    assert rows(document, "1 Build")[0] == (
        "t1",
        "Finish the change list / Change list",
        "Ana Sol / with Bo Lund",
        "22 Feb",
        "22 Feb",
        "1",
        "3 days late",
        "9 d",
    )


def test_an_owner_that_is_not_one_person_is_shown_as_written() -> None:
    assert rows(plan_report(tiny_source()), "1 Build")[1][2] == "Ana and Bo"


def test_tasks_of_a_phase_that_is_gone_are_not_lost() -> None:
    document = plan_report(source(put(launch(), "tasks", "TE1", phase="GONE")))

    assert [row[0] for row in rows(document, "Tasks of no phase")] == ["TE1"]


def test_all_parts_of_a_plan_are_in_it() -> None:
    titles = [block.title for block in of_kind(plan_report(tiny_source()), Heading)]

    assert titles == [
        "1 Build", "Batons", "Ownership debt", "Problems", "Decisions", "Risks", "Metrics", "People", "Roles",
    ]  # fmt: skip


def test_an_empty_plan_is_said_to_be_empty() -> None:
    empty = dict.fromkeys(("tasks", "batons", "dependencies", "decisions", "risks", "metrics", "people"), NOTHING)
    document = plan_report(source(tiny().replace(**empty), Findings((), ())))

    assert note(document, "People") == "Nobody is in this plan yet."
    assert note(document, "Problems") == "Nothing open: no rule found anything."
    assert "0 of 0 tasks" in text_of(next(of_kind(document, Paragraph)).words)


def test_sheets_hold_every_task() -> None:
    sheet = plan_report(source(launch())).sheets[0]

    assert [row[0] for row in sheet.rows] == [key for key, _task in source(launch()).lookup.tasks]


def test_paper_wears_the_colours_of_the_light_window() -> None:
    assert dict(FACES) == {name: family.face for name, family in LIGHT.families.items()}
    assert dict(FILLS) == {name: family.fill for name, family in LIGHT.families.items()}
    assert (LIGHT.ink, LIGHT.muted, LIGHT.line) == (INK, MUTED, LINE)
