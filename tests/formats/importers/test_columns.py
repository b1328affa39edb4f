"""What columns mean, by their names and by what they hold."""

import pytest

from tests.formats.importers.reading import (
    days,
    from_rows,
    from_text,
    meanings,
    owners,
    phase_of,
    phases,
    tasks,
    titles,
)


@pytest.mark.parametrize(
    "header",
    [
        "Task,Owner,Start,End",
        "TASK NAME,Assigned To,START_DATE,END_DATE",
        "**What**,**Who**,**Start**,**Due date**",
        "Activity,Responsible,Begin,Deadline",
        "Action item,DRI,Planned start,Target completion date",
        "Aufgabe,Verantwortlich,Beginn,Ende",
        "Vorgangsname,Zuständig,Anfang,Fälligkeit",
        "Tâche,Responsable,Début,Échéance",
        "Tarea,Encargado,Fecha de inicio,Fecha límite",
        "Tarefa,Responsável,Início,Prazo",
        "Attività,Responsabile,Inizio,Scadenza",
        "Taak,Verantwoordelijke,Begindatum,Einddatum",
        "タスク,担当者,開始日,期限",
        "任务,负责人,开始日期,截止日期",
        "작업,담당자,시작일,마감일",
        " Task Name , Owner (GitHub / Slack ID),Start Date,Finish",
        "Name,Asignee,start date,due_date",
    ],
)
def test_columns_are_known_in_many_words_and_languages(header: str) -> None:
    found = from_text(f"{header}\nWrite,Ana,2027-03-01,2027-03-03\nDraft,Bo,2027-03-04,2027-03-05\n")

    assert titles(found) == ["Write", "Draft"]
    assert owners(found) == ["Ana", "Bo"]
    assert days(found) == [("2027-03-01", "2027-03-03"), ("2027-03-04", "2027-03-05")]


def test_a_number_of_the_task_is_not_the_task() -> None:
    found = from_text("Task #,Task,Owner\n1,Write,Ana\n2,Draft,Bo\n")

    assert titles(found) == ["Write", "Draft"]
    assert meanings(found)["Task #"] == "id"


def test_a_name_is_the_task_where_no_other_column_is() -> None:
    assert titles(from_text("Name,Assignee,Due Date\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\n")) == [
        "Write",
        "Draft",
    ]


def test_a_name_is_the_owner_beside_a_task() -> None:
    found = from_text("Task,Name,Date\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\n")

    assert owners(found) == ["Ana", "Bo"]


def test_resources_that_are_manuals_are_no_owners() -> None:
    found = from_text(
        "Task,Resources,Owner\n"
        "Write,https://x.org/template and the big style guide for all of our launch documents,Ana\n"
        "Draft,https://x.org/manual and the list of every template that we made so far,Bo\n"
    )

    assert owners(found) == ["Ana", "Bo"]


def test_resources_that_are_names_are_owners() -> None:
    assert owners(from_text("Task Name,Duration,Resource Names\nWrite,2 days,Ana\nDraft,1 day,Bo\n")) == ["Ana", "Bo"]


def test_a_reporter_is_no_owner() -> None:
    found = from_text("Summary,Reporter,Assignee,Status\nWrite,Zed,Ana,To Do\nDraft,Zed,,Done\n")

    assert owners(found) == ["Ana", ""]


def test_a_reporter_alone_is_no_owner_either() -> None:
    assert owners(from_text("Summary,Reporter,Status\nWrite,Zed,To Do\nDraft,Zed,Done\n")) == ["", ""]


def test_shadows_reviewers_and_backups_stand_beside_the_owner() -> None:
    found = from_text(
        'Task,Owner,Shadow Name(s),Reviewers,Backup\nWrite,Ana,"Cy, Di",Ed,Flo\nDraft,Bo,,,\n',
    )

    assert owners(found) == ["Ana", "Bo"]
    assert tasks(found)[0].contributors == ("Cy", "Di", "Ed")
    assert tasks(found)[0].backup == "Flo"


def test_a_second_column_of_people_is_never_joined_to_the_owner() -> None:
    found = from_text("Task,Owner,Assignee\nWrite,Ana,Bo\nDraft,Ana,\n")

    assert owners(found) == ["Ana", "Ana"]
    assert tasks(found)[0].contributors == ("Bo",)


def test_jira_s_due_dates_are_found_where_start_dates_are_blank() -> None:
    found = from_text(
        "Issue Type,Key,Summary,Assignee,Status,Start date,Inferred due date,Parent\n"
        'Task,LP-1,Write,"Silva, Ana",To Do,,2027-03-01,LP-0\n'
        'Task,LP-2,Draft,"Li, Bo",Done,,2027-03-02,LP-0\n'
    )

    assert owners(found) == ["Silva, Ana", "Li, Bo"]
    assert days(found) == [("2027-03-01", "2027-03-01"), ("2027-03-02", "2027-03-02")]
    assert [task.status for task in tasks(found)] == ["planned", "done"]


def test_a_description_is_a_note_beside_a_task_and_the_task_without_one() -> None:
    beside = from_text("Task,Description,Owner\nWrite,All of it,Ana\nDraft,Half of it,Bo\n")
    alone = from_text("Description,Owner,Due\nWrite all,Ana,2027-03-01\nDraft half,Bo,2027-03-02\n")

    assert titles(beside) == ["Write", "Draft"]
    assert tasks(beside)[0].notes == "Description: All of it"
    assert titles(alone) == ["Write all", "Draft half"]


def test_months_as_columns_give_the_date() -> None:
    found = from_text(
        """
        What,Who,Jan,Feb,Mar,WEEK
        Start,Lead,Mon 4,,,week 1
        Middle,Lead,,Tue 16,,week 7
        Ship v1.2.0,Lead,,,~~25~~ moved to **30**,week 13
        """,
        year=2027,
    )

    assert [first for first, _last in days(found)] == ["2027-01-04", "2027-02-16", "2027-03-30"]


def test_bars_under_months_are_no_dates() -> None:
    found = from_text(
        "Task,Owner,Start,End,Jan,Feb\nWrite,Ana,2027-01-04,2027-02-05,x,x\nDraft,Bo,2027-02-08,2027-02-09,,x\n"
    )

    assert days(found)[0] == ("2027-01-04", "2027-02-05")


def test_a_header_of_two_rows_is_read_together() -> None:
    found = from_rows(
        [
            ["Task", "Owner", "Planned", None, "Actual", None],
            [None, None, "Start", "End", "Start", "End"],
            ["Write", "Ana", "2027-03-01", "2027-03-03", "2027-03-02", "2027-03-09"],
            ["Draft", "Bo", "2027-03-04", "2027-03-05", None, None],
        ]
    )

    assert titles(found) == ["Write", "Draft"]
    assert days(found)[0] == ("2027-03-01", "2027-03-03")


def test_groups_above_the_header_are_part_of_it() -> None:
    found = from_rows(
        [
            [None, None, "Planned", None, "Actual", None],
            ["Task", "Owner", "Start", "End", "Start", "End"],
            ["Write", "Ana", "2027-03-01", "2027-03-03", "2027-03-02", "2027-03-09"],
            ["Draft", "Bo", "2027-03-04", "2027-03-05", None, None],
        ]
    )

    assert days(found)[0] == ("2027-03-01", "2027-03-03")


def test_how_sure_a_column_is_comes_with_what_else_it_could_be() -> None:
    found = from_text("Name,Assignee,Due Date\nWrite,Ana,2027-03-01\nDraft,Bo,2027-03-02\n")

    name, assignee, _due = found.understood.tables[0].columns
    assert (name.meaning, assignee.meaning) == ("task", "owner")
    assert name.confidence < 0.75 < assignee.confidence
    assert "owner" in name.others


def test_asana_s_export_is_read() -> None:
    found = from_text(
        "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start "
        "Date,Due Date,Tags,"
        "Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies)\n"
        "1201,2027-01-02,2027-01-09,2027-01-09,Write the brief,Prepare,Ana Silva,ana@x.org,2027-01-04,2027-01-08,,"
        "Keep it short,Launch,,,\n"
        "1202,2027-01-02,,2027-01-09,Draft the page,Prepare,Bo Li,bo@x.org,2027-01-11,2027-01-12,,,Launch,,"
        "Write the brief,\n"
        "1203,2027-01-02,,2027-01-09,Go live,Ship,,,,2027-02-02,,,Launch,,Draft the page,\n"
    )

    assert titles(found) == ["Write the brief", "Draft the page", "Go live"]
    assert owners(found) == ["Ana Silva", "Bo Li", ""]
    assert [task.status for task in tasks(found)] == ["done", "planned", "planned"]
    assert phase_of(found) == ["Prepare", "Prepare", "Ship"]
    assert len(found.plan.dependencies) == 2
    assert found.plan.launch_day.isoformat() == "2027-02-02"


def test_planner_s_export_is_read_below_its_eight_lines() -> None:
    found = from_rows(
        [
            ["Plan name", "Spring launch"],
            ["Plan ID", "x1"],
            ["Date of export", "2027-02-01"],
            ["Duration", "20 days"],
            ["Start", "2027-03-01"],
            ["Finish", "2027-03-26"],
            [None],
            [None],
            [
                "Task number",
                "Outline number",
                "Name",
                "Assigned to",
                "Start",
                "Finish",
                "Duration",
                "Bucket",
                "% complete",
                "Depends on",
            ],
            ["1", "1", "Write", "Ana Silva", "3/1/2027", "3/3/2027", "3 days", "Prepare", "1", None],
            ["2", "2", "Draft", "Bo Li;Cy Poe", "3/4/2027", "3/5/2027", "2 days", "Prepare", "0.5", "1FS"],
            ["3", "3", "Launch", None, "3/26/2027", "3/26/2027", "0 days", "Ship", "0", "2FS+3 days"],
        ]
    )

    assert titles(found) == ["Write", "Draft", "Launch"]
    assert owners(found) == ["Ana Silva", "Bo Li;Cy Poe", ""]
    assert [task.progress for task in tasks(found)] == [100, 50, 0]
    assert phases(found) == ["Prepare", "Ship"]
    assert sorted(link.lag for link in found.plan.dependencies.values()) == [0, 3]
    assert found.plan.launch_day.isoformat() == "2027-03-26"
    assert found.plan.launch_task == "launch"
