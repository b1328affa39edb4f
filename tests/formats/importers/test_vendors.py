"""The exports of trackers as tables."""

import pytest

from launchplanner.formats.importers import DROPPED, UNDERSTOOD, Imported
from tests.formats.importers.reading import (
    days,
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


def statuses(found: Imported) -> list[str]:
    return [task.status for task in tasks(found)]


def purposes(found: Imported) -> list[str]:
    return [phase.purpose for phase in sorted(found.plan.phases.values(), key=lambda phase: phase.order)]


def test_asana() -> None:
    found = from_text(
        """Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Channel
        1,2027-01-04,2027-03-01,2027-03-01,Write,Make,Ana Lund,ana@example.com,2027-02-22,2027-02-26,copy,Ask legal,Spring,,,Check,Press
        2,2027-01-04,,2027-03-01,Check,Make,Bo Sato,bo@example.com,,2027-03-02,,,Spring,,Write,,
        3,2027-01-04,,2027-03-01,Proof,,Bo Sato,bo@example.com,,2027-03-02,,,,Check,,,
        4,2027-01-04,,2027-03-01,Post,Tell,,,,2027-03-05,,,Spring,,"Check, Proof",,
        """  # noqa: E501
    )

    assert found.understood.reader == "asana"
    assert notes(found, UNDERSTOOD)[0] == "The columns are those of an export from Asana."
    assert titles(found) == ["Write", "Check", "Proof", "Post"]
    assert owners(found) == ["Ana Lund", "Bo Sato", "Bo Sato", ""]
    assert days(found)[0] == ("2027-02-22", "2027-02-26")
    assert statuses(found) == ["done", "planned", "planned", "planned"]
    assert phase_of(found)[0] == "Make"
    assert phase_of(found)[3] == "Tell"
    assert links(found) == [
        ("Check", "Post", "FS", 0),
        ("Proof", "Post", "FS", 0),
        ("Write", "Check", "FS", 0),
    ]
    assert "Part of: Check" in tasks(found)[2].notes
    assert "Channel: Press" in tasks(found)[0].notes
    assert {person.name: person.email for person in found.plan.people.values()} == {
        "Ana Lund": "ana@example.com",
        "Bo Sato": "bo@example.com",
    }


def test_jira() -> None:
    found = from_text(
        """Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Assignee Id,Reporter,Created,Resolved,Due date,Labels,Labels,Description,Original Estimate,Inward issue link (Blocks),Outward issue link (Blocks),Custom field (Start date),Parent,Parent key,Parent summary
        Make it,ABC-1,100,Epic,In Progress,ABC,High,,Ana Lund,x1,Cy,01/Feb/27 9:00 AM,,,,,The why,,,,,,,
        Write,ABC-2,101,Story,Done,ABC,High,Done,Bo Sato,x2,Cy,01/Feb/27 9:00 AM,12/Mar/27 5:00 PM,12/Mar/27 12:00 AM,copy,web,Ask *legal*,57600,,ABC-3,11/Mar/27,100,ABC-1,Make it
        Check,ABC-3,102,Story,Selected for Development,ABC,High,,,,Cy,01/Feb/27 9:00 AM,,16/Mar/27,,,,,ABC-2,,,100,ABC-1,Make it
        Proof,ABC-4,103,Sub-task,To Do,ABC,High,,Bo Sato,x2,Cy,01/Feb/27 9:00 AM,,16/Mar/27,,,,,,,,102,ABC-3,Check
        Post,ABC-5,104,Bug,To Do,ABC,High,,Bo Sato,x2,Cy,01/Feb/27 9:00 AM,,19/Mar/27,,,,,,,,,,
        """  # noqa: E501
    )

    assert found.understood.reader == "jira"
    assert titles(found) == ["Write", "Check", "Proof", "Post"]
    assert days(found)[0] == ("2027-03-11", "2027-03-12")
    assert statuses(found) == ["done", "planned", "planned", "planned"]
    assert phase_of(found) == ["Make it", "Make it", "Make it", "Other tasks"]
    assert found.plan.phases[tasks(found)[0].phase].lead == "Ana Lund"
    assert links(found) == [("Write", "Check", "FS", 0)]
    assert "Labels: copy" in tasks(found)[0].notes
    assert "Labels: web" in tasks(found)[0].notes
    assert "Issue Type: Bug" in tasks(found)[3].notes


def test_a_plan_of_jira_falls_back_on_the_days_that_it_worked_out() -> None:
    found = from_text(
        """Title,Issue key,Hierarchy,Assignee,Start date,Due date,Inferred start date,Inferred due date,Status
        Write,ABC-2,Story,Bo Sato,,,2027-03-01,2027-03-03,To Do
        Check,ABC-3,Story,Bo Sato,2027-03-04,2027-03-05,2027-03-01,2027-03-09,To Do
        """
    )

    assert days(found) == [("2027-03-01", "2027-03-03"), ("2027-03-04", "2027-03-05")]


TRELLO = "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,Board Name,Archived\n"


def test_the_lists_of_trello_are_phases_unless_all_of_them_are_states() -> None:
    by_phase = from_text(
        TRELLO
        + "1,Write,https://trello.com/c/1,Ask,copy (green),Ana Lund,2027-03-01T17:00:00.000Z,a,Make,Spring,false\n"
        + "2,Post,https://trello.com/c/2,,,,,b,Tell,Spring,true\n"
    )
    by_state = from_text(
        TRELLO
        + "1,Write,,,,Ana Lund,2027-03-01T17:00:00.000Z,a,Done,Spring,true\n"
        + "2,Post,,,,,,b,Doing,Spring,false\n3,Old,,,,,,b,To Do,Spring,true\n"
    )

    assert (by_phase.understood.reader, by_state.understood.reader) == ("trello", "trello")
    assert phases(by_phase) == ["Make", "Tell"]
    assert statuses(by_phase) == ["planned", "dropped"]
    assert days(by_phase)[0] == ("2027-03-01", "2027-03-01")
    assert tasks(by_phase)[0].links == ("https://trello.com/c/1",)
    assert statuses(by_state) == ["done", "active", "dropped"]


def test_monday_with_a_header_for_each_group_and_subitems() -> None:
    header = ["Name", "Subitems", "Person", "Status", "Timeline - Start", "Timeline - End", "Dependency"]

    found = from_rows(
        [
            ["Spring launch"],
            ["Make"],
            header,
            ["Write", "Proof", "Ana Lund", "Done", "2027-03-01", "2027-03-03", None],
            ["Subitems", "Name", "Owner", "Status", "Date"],
            [None, "Proof", "Bo Sato", "Stuck", "2027-03-02"],
            ["Check", None, "Bo Sato", "Working on it", "2027-03-04", "2027-03-05", "Write"],
            [None, None, None, None, "2027-03-01", "2027-03-05"],
            [None],
            ["Tell"],
            header,
            ["Post", None, None, None, "2027-03-08", "2027-03-08", "Check"],
        ]
    )

    assert found.understood.reader == "monday"
    assert found.plan.title == "Spring launch"
    assert titles(found) == ["Write", "Proof", "Check", "Post"]
    assert phases(found) == ["Make", "Tell"]
    assert owners(found) == ["Ana Lund", "", "Bo Sato", ""]
    assert statuses(found) == ["done", "active", "active", "planned"]
    assert links(found) == [("Check", "Post", "FS", 0), ("Write", "Check", "FS", 0)]
    assert "Part of: Write" in tasks(found)[1].notes
    assert any("A row without a task" in note for note in notes(found, DROPPED))


def test_planner() -> None:
    found = from_rows(
        [
            ["Plan name", "Spring"],
            ["Plan ID", "x"],
            ["Date of export", "2027-02-01"],
            [None],
            ["Task ID", "Task Name", "Bucket Name", "Progress", "Priority", "Assigned To", "Created By", "Created Date",
             "Start date", "Due date", "Is Recurring", "Late", "Completed Date", "Completed By",
             "Completed Checklist Items", "Checklist Items", "Labels", "Description"],
            ["a", "Write", "Make", "In progress", "Medium", "Ana Lund", "Cy", "2027-01-01", "2027-03-01", "2027-03-03",
             "false", "false", None, None, "1/2", "Draft;Proof", "Red", "Ask legal"],
            ["b", "Post", "Tell", "Completed", "Urgent", "Bo Sato;Cy Park", "Cy", "2027-01-01", None, "2027-03-05",
             "false", "true", "2027-03-05", "Bo Sato", None, None, None, None],
        ]
    )  # fmt: skip

    assert found.understood.reader == "planner"
    assert (owners(found), statuses(found)) == (["Ana Lund", "Bo Sato;Cy Park"], ["active", "done"])
    assert phases(found) == ["Make", "Tell"]
    assert days(found) == [("2027-03-01", "2027-03-03"), ("2027-03-05", "2027-03-05")]
    assert "Ask legal" in tasks(found)[0].notes
    assert "Checklist Items: Draft;Proof" in tasks(found)[0].notes


def test_project_for_the_web_with_an_outline() -> None:
    found = from_rows(
        [
            ["Project name", "Spring"],
            ["Task number", "Outline number", "Name", "Assigned to", "Start", "Finish", "Duration", "Bucket",
             "% complete", "Depends on", "Dependents (after)"],
            ["1", "1", "Make", None, "2027-03-01", "2027-03-03", "3 days", "Bucket 1", "0", None, None],
            ["2", "1.1", "Write", "Ana Lund", "2027-03-01", "2027-03-02", "2 days", "Bucket 1", "0.5", None, "3"],
            ["3", "1.2", "Check", "Bo Sato", "2027-03-03", "2027-03-03", "1 day", "Bucket 1", "0", "2FS", None],
            ["4", "2", "Post", "Bo Sato", "2027-03-09", "2027-03-09", "1 day", "Bucket 1", "0", "3FS+3 days", None],
        ]
    )  # fmt: skip

    assert found.understood.reader == "project"
    assert titles(found) == ["Write", "Check", "Post"]
    assert phase_of(found) == ["Make", "Make", "Other tasks"]
    assert links(found) == [("Check", "Post", "FS", 3), ("Write", "Check", "FS", 0)]
    assert tasks(found)[0].progress == 50


def test_clickup() -> None:
    found = from_text(
        """Task ID,Task Custom ID,Task Name,Task Content,Status,Date Created,Due Date,Due Date Text,Start Date,Parent ID,Assignees,Tags,Priority,List Name,Space Name,Time Estimated,Time Estimated Text
        a1,,Write,Ask legal,in progress,1798761600000,1804204800000,"03/04/2027",1803859200000,null,"[Ana Lund]","[copy,web]",high,Make,Spring,57600000,16h
        a2,,Proof,,to do,1798761600000,,,,a1,"[Bo Sato,Cy Park]",[],,Make,Spring,,
        a3,,Post,,complete,1798761600000,1804377600000,"03/06/2027",,null,[],[],,Tell,Spring,,
        """  # noqa: E501
    )

    assert found.understood.reader == "clickup"
    assert owners(found) == ["Ana Lund", "Bo Sato, Cy Park", ""]
    assert days(found)[0] == ("2027-03-01", "2027-03-05")
    assert phases(found) == ["Make", "Tell"]
    assert statuses(found) == ["active", "planned", "done"]
    assert "Tags: copy, web" in tasks(found)[0].notes
    assert "Part of: Write" in tasks(found)[1].notes


def test_notion() -> None:
    found = from_text(
        """Name,Assignee,Status,Due,Parent item,Sub-item,Blocked by
        Write,Ana Lund,In progress,"March 1, 2027 9:00 AM (GMT+1) → March 3, 2027 5:00 PM (GMT+1)",,Proof (https://www.notion.so/Proof-2),
        Proof,Bo Sato,Not started,"March 2, 2027",Write (https://www.notion.so/Write-1?pvs=21),,
        Post,,Done,"March 5, 2027",,,"Write (https://www.notion.so/Write-1), Proof (https://www.notion.so/Proof-2)"
        """
    )

    assert found.understood.reader == "notion"
    assert days(found)[0] == ("2027-03-01", "2027-03-03")
    assert links(found) == [("Proof", "Post", "FS", 0), ("Write", "Post", "FS", 0)]
    assert phase_of(found) == ["Write", "Write", "Other tasks"]


def test_linear() -> None:
    found = from_text(
        """ID,Team,Title,Description,Status,Estimate,Priority,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Created,Completed,Due Date,Parent issue,Project Milestone
        ENG-1,Eng,Write,Ask,In Progress,3,High,Spring,Cy,ana@example.com,copy,1,Cycle 1,2027-01-01,,2027-03-01,,Make
        ENG-2,Eng,Post,,Done,,None,Spring,Cy,,,,,2027-01-01,2027-03-04,2027-03-04,ENG-1,Tell
        """  # noqa: E501
    )

    assert found.understood.reader == "linear"
    assert phases(found) == ["Make", "Tell"]
    assert owners(found) == ["ana@example.com", ""]
    assert [task.duration for task in tasks(found)] == [1, 1]
    assert "Estimate: 3" in tasks(found)[0].notes


def test_github() -> None:
    found = from_text(
        "Title\tURL\tAssignees\tStatus\tLabels\tMilestone\tRepository\tStart date\tTarget date\n"
        "Write\thttps://github.com/a/b/issues/1\tana\tIn Progress\tcopy\tBeta\ta/b\t2027-03-01\t2027-03-03\n"
        "Post\thttps://github.com/a/b/issues/2\tbo, cy\tDone\t\tGA\ta/b\t\t2027-03-05\n",
        "project.tsv",
    )

    assert found.understood.reader == "github"
    assert (owners(found), statuses(found)) == (["ana", "bo, cy"], ["active", "done"])
    assert phases(found) == ["Beta", "GA"]
    assert days(found)[0] == ("2027-03-01", "2027-03-03")
    assert tasks(found)[0].links == ("https://github.com/a/b/issues/1",)


def test_smartsheet_refers_to_rows_by_their_number() -> None:
    found = from_text(
        """Task Name,Assigned To,Start,Finish,Duration,Predecessors,% Complete,Status,Comments
        Write,Ana Lund,2027-03-01,2027-03-02,2d,,1,Complete,Ask
        Check,Bo Sato,2027-03-03,2027-03-04,2d,1,0.5,In Progress,
        Post,Bo Sato,2027-03-09,2027-03-09,0,2FS +2d,0,Not Started,
        """
    )

    assert found.understood.reader == "smartsheet"
    assert links(found) == [("Check", "Post", "FS", 2), ("Write", "Check", "FS", 0)]
    assert [task.progress for task in tasks(found)] == [100, 50, 0]


@pytest.mark.parametrize("kind", ["Epic", "Story"])
def test_parents_in_a_circle_stay_tasks(kind: str) -> None:
    found = from_text(
        f"Summary,Issue key,Issue Type,Status,Parent key\nOne,A-1,{kind},To Do,A-2\nTwo,A-2,{kind},To Do,A-1\n"
    )

    assert titles(found) == ["One", "Two"]


def test_what_an_epic_says_goes_to_its_phase() -> None:
    found = from_text(
        "Summary,Issue key,Issue Type,Status,Parent key,Description\nMake,A-1,Epic,To Do,,The why\n"
        "Write,A-2,Task,To Do,A-1,\nTell,A-3,Epic,To Do,,\nPost,A-4,Task,To Do,A-3,\n"
    )

    assert phases(found) == ["Make", "Tell"]
    assert purposes(found) == ["The why", ""]
