"""Exports of trackers in JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import CHANGED, Imported, Options, imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from tests.formats.importers.reading import LAUNCH, days, links, notes, owners, phase_of, phases, tasks, titles


def read(content: object) -> Imported:
    return imported(json.dumps(content).encode(), "plan.json", LAUNCH, Options(launch_day_else=LAUNCH))


def statuses(found: Imported) -> list[str]:
    return [task.status for task in tasks(found)]


def a_board(lists: list[str]) -> dict[str, Any]:
    return {
        "name": "Spring launch",
        "lists": [{"id": f"l{n}", "name": name, "closed": False} for n, name in enumerate(lists)],
        "members": [{"id": "m1", "fullName": "Ana Lund", "username": "ana"}, {"id": "m2", "username": "bo"}],
        "checklists": [
            {
                "idCard": "c1",
                "name": "Steps",
                "checkItems": [
                    {"id": "i1", "name": "Outline", "state": "complete"},
                    {"id": "i2", "name": "Proof", "state": "incomplete", "due": "2027-03-02T12:00Z", "idMember": "m2"},
                ],
            }
        ],
        "cards": [
            {"id": "c2", "name": "Post", "idList": "l1", "pos": 1, "idMembers": ["m1", "m2"], "closed": True},
            {
                "id": "c1", "name": "Write", "idList": "l0", "pos": 2, "idMembers": ["m1"], "desc": "Ask legal",
                "start": "2027-03-01T12:00:00.000Z", "due": "2027-03-03T12:00:00.000Z", "dueComplete": True,
                "labels": [{"name": "copy"}, {"name": "", "color": "green"}], "shortUrl": "https://trello.com/c/1",
            },
        ],
    }  # fmt: skip


def test_a_board_of_trello() -> None:
    found = read(a_board(["Make", "Tell"]))

    assert (found.understood.reader, found.plan.title) == ("trello", "Spring launch")
    assert titles(found) == ["Write", "Proof", "Post"]
    assert phase_of(found) == ["Make", "Make", "Tell"]
    assert owners(found) == ["Ana Lund", "bo", "Ana Lund, bo"]
    assert statuses(found) == ["done", "planned", "dropped"]
    assert days(found)[:2] == [("2027-03-01", "2027-03-03"), ("2027-03-02", "2027-03-02")]
    write = tasks(found)[0]
    assert write.links == ("https://trello.com/c/1",)
    assert write.notes.split("\n") == ["Labels: copy, green", "Ask legal", "Checklist: Steps: ☑ Outline"]
    assert "Part of: Write" in tasks(found)[1].notes
    assert "1 card is archived, so it was read as dropped unless it is done." in notes(found, CHANGED)


def test_a_board_whose_lists_are_states_has_no_phases() -> None:
    board = a_board(["Doing", "To Do"])
    board["cards"].extend({"id": f"c{n}", "name": f"Card {n}", "idList": "l1", "pos": n} for n in range(3, 6))

    found = read(board)

    assert statuses(found) == ["done", "active", "dropped", "planned", "planned", "planned"]
    assert phases(found) == ["Spring launch"]


def test_issues_of_github() -> None:
    issues: list[object] = [
        {
            "number": 1, "title": "Write", "state": "OPEN", "assignees": [{"login": "ana"}],
            "labels": [{"name": "copy"}],
            "milestone": {"title": "Beta", "dueOn": "2027-03-05T00:00:00Z"}, "url": "https://github.com/a/b/issues/1",
            "body": "Ask legal", "createdAt": "2027-01-01T00:00:00Z",
        },
        {"number": 2, "title": "Post", "state": "CLOSED", "assignees": [], "labels": [], "milestone": None},
    ]  # fmt: skip

    found = read(issues)

    assert found.understood.reader == "github"
    assert (owners(found), statuses(found)) == (["ana", ""], ["planned", "done"])
    assert phases(found) == ["Beta", "Other tasks"]
    assert days(found)[0] == ("2027-03-05", "2027-03-05")


def test_a_project_of_github() -> None:
    item = {"id": "x", "title": "Write", "status": "In Progress", "assignees": ["ana"], "target date": "2027-03-03"}
    item |= {"content": {"type": "Issue", "number": 7, "url": "https://github.com/a/b/issues/7", "body": "Ask"}}

    found = read(
        {"items": [item, {"title": "Post", "status": "Todo", "content": {"type": "DraftIssue"}}], "totalCount": 2}
    )

    assert found.understood.reader == "github"
    assert (titles(found), owners(found)) == (["Write", "Post"], ["ana", ""])
    assert days(found)[0] == ("2027-03-03", "2027-03-03")
    assert tasks(found)[0].links == ("https://github.com/a/b/issues/7",)


def test_issues_of_jira() -> None:
    def issue(key: str, kind: str, **values: object) -> dict[str, object]:
        return {"key": key, "fields": {"issuetype": {"name": kind}, "status": {"name": "To Do"}, **values}}

    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "A-2", "fields": {"summary": "Write"}}}
    person = {"displayName": "Ana Lund", "emailAddress": "ana@example.com"}
    parent = {"key": "A-1", "fields": {"summary": "Make"}}
    found = read({
        "issues": [
            issue("A-1", "Epic", summary="Make"),
            issue("A-2", "Story", summary="Write", assignee=person, duedate="2027-03-03", parent=parent),
            issue("A-3", "Story", summary="Check", issuelinks=[link], customfield_10015="2027-03-04", parent=parent),
            issue("A-4", "Epic", summary="Tell"),
            issue("A-5", "Bug", summary="Post", parent={"key": "A-4"}),
        ]
    })  # fmt: skip

    assert found.understood.reader == "jira"
    assert (titles(found), owners(found)) == (["Write", "Check", "Post"], ["Ana Lund", "", ""])
    assert links(found) == [("Write", "Check", "FS", 0)]
    assert days(found)[1][0] == "2027-03-04"
    assert phase_of(found) == ["Make", "Make", "Tell"]


def test_tasks_of_asana() -> None:
    found = read({
        "data": [
            {
                "gid": "1", "name": "Write", "assignee": {"gid": "9", "name": "Ana Lund"}, "completed": True,
                "start_on": "2027-03-01", "due_on": "2027-03-03", "notes": "Ask legal",
                "memberships": [{"project": {"name": "Spring"}, "section": {"name": "Make"}}],
                "custom_fields": [{"name": "Channel", "display_value": "Press"}],
            },
            {"gid": "2", "name": "Post", "assignee": None, "completed": False, "due_on": "2027-03-05",
             "memberships": [{"section": {"name": "Tell"}}]},
        ]
    })  # fmt: skip

    assert (titles(found), owners(found)) == (["Write", "Post"], ["Ana Lund", ""])
    assert phases(found) == ["Make", "Tell"]
    assert days(found)[0] == ("2027-03-01", "2027-03-03")
    assert statuses(found) == ["done", "planned"]
    assert "Channel: Press" in tasks(found)[0].notes


def test_issues_of_linear_inside_an_answer() -> None:
    nodes: list[object] = [
        {
            "identifier": "ENG-1", "title": "Write", "state": {"name": "In Progress"}, "assignee": {"name": "Ana Lund"},
            "dueDate": "2027-03-03", "projectMilestone": {"name": "Make"}, "labels": {"nodes": [{"name": "copy"}]},
        },
        {"identifier": "ENG-2", "title": "Post", "state": {"name": "Done"}, "assignee": None, "labels": {"nodes": []}},
    ]  # fmt: skip

    found = read({"data": {"issues": {"nodes": nodes}}})

    assert found.understood.reader == "linear"
    assert (titles(found), statuses(found)) == (["Write", "Post"], ["active", "done"])
    assert "Labels: copy" in tasks(found)[0].notes or "labels: copy" in tasks(found)[0].notes


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{"a": 1, "a": 2}', "a", "there twice"),
        ('[{"title": "Write",\n "x": ]', "line 2", "breaks off or is damaged"),
        ('[{"title": "x", "n": NaN}]', "", "a number that nothing in a plan can be"),
        ('{"format": "launchplanner", "title": "x"}', "", "Open it instead of importing it"),
        ('[{"a": ' + '{"b":' * 100_000 + "1" + "}" * 100_001 + "]", "", "more than 100 deep"),
        ('{"a": ' + "9" * 5000 + "}", "", "a number that nothing in a plan can be"),
        ('{"answer": 42}', "", "no table with tasks"),
    ],
)
def test_json_that_is_no_plan_is_refused(text: str, place: str, words: str) -> None:
    with pytest.raises(Refusal, match=words) as refusal:
        imported(text.encode(), "plan.json", LAUNCH)

    assert refusal.value.place == place


LEAF = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.sampled_from(["Write", "2027-03-01", ""])
)
KEYS = st.sampled_from([
    "title", "name", "state", "assignees", "fields", "nodes", "parent", "key", "cards", "lists", "milestone",
    "memberships", "custom_fields", "labels", "due_on",
])  # fmt: skip
JSON = st.recursive(
    LEAF, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4))
)


def plan_or_refusal(content: object) -> Plan | Refusal:
    try:
        return read(content).plan
    except Refusal as refusal:
        return refusal


@given(JSON)
def test_any_json_gives_a_sound_plan_or_a_refusal(content: object) -> None:
    found = plan_or_refusal(
        [{"title": "Write", "state": "open", "number": 1, "x": content}, {"title": "Post", "y": content}]
    )

    assert isinstance(found, Refusal) or read_plan(write_plan(found), "p") == found
