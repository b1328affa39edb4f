"""Lists of names as people paste them: what each line names, and the one step that brings them in."""

import pytest

from launchplanner.checks import Context
from launchplanner.checks.name_list import ListedName, names_added, read_names, told
from launchplanner.plan.directory import Directory
from launchplanner.plan.plan import Plan
from tests.builders import BEFORE, a_person, a_plan, a_role, a_team


def the_plan() -> Plan:
    return a_plan(
        a_role("PR lead"),
        a_team("Marketing", "jonas-reyes"),
        a_person("Mira Okafor", "pm", key="mira-okafor", email="mira@acme.com"),
    )


def read(text: str) -> tuple[Context, tuple[ListedName, ...]]:
    context = Context(the_plan(), BEFORE)
    return context, read_names(context, text)


@pytest.mark.parametrize(
    ("line", "name", "says"),
    [
        ("Ana Lima", "Ana Lima", "a new person"),
        ("  - Ana Lima", "Ana Lima", "a new person"),
        ("3. Ana Lima", "Ana Lima", "a new person"),
        ("王伟", "王伟", "a new person"),
        ("Ana Lima, PR lead", "Ana Lima", "a new person; holds PR lead"),
        ("Ana Lima (PR lead)", "Ana Lima", "a new person; holds PR lead"),
        ("Ana Lima\tana@acme.com\tPR lead", "Ana Lima", "a new person; holds PR lead"),
        ("Ana Lima, PM", "Ana Lima", "a new person; PM stays with Mira Okafor"),
        ("Ana Lima (Head of Nothing)", "Ana Lima", "a new person; “Head of Nothing” is no role of this launch"),
        ("Smith, John", "John Smith", "a new person"),
        ("ana.lima@acme.com", "Ana Lima", "a new person"),
        ("Reyes, Jonas", "Reyes, Jonas", "Jonas Reyes, who is in the roster already"),
        ("M. O. <mira@acme.com>", "M. O.", "Mira Okafor, who is in the roster already"),
        ("Jonas Reyes, PMM", "Jonas Reyes", "Jonas Reyes, who is in the roster already"),
        ("Jonas Reyes, PR lead", "Jonas Reyes", "Jonas Reyes, who is in the roster already; holds PR lead"),
        ("Jonas Reys", "Jonas Reys", "a new person, who looks like Jonas Reyes"),
        ("Support team", "Support team", "a new team"),
        ("Acme GmbH", "Acme GmbH", "a new company"),
        ("Marketing", "Marketing", "left out; a team that is known already"),
        ("PM", "PM", "left out; it names no person"),
        ("TBD", "TBD", "left out; it names no person"),
        ("Ana Lima & Bo Nguyen", "Ana Lima & Bo Nguyen", "left out; it is not one person"),
        ("#launch", "#launch", "left out; it is not one person"),
        ("???", "???", "left out; there is no name in it"),
    ],
)
def test_a_line_names(line: str, name: str, says: str) -> None:
    context, (listed,) = read(line)

    assert (listed.name, told(context, listed)) == (name, says)


def test_the_line_of_a_mail_program_names_several() -> None:
    _context, names = read("Ana Lima <ana@acme.com>; Bo Nguyen <bo@acme.com>\n\n")

    assert [(one.name, one.email) for one in names] == [("Ana Lima", "ana@acme.com"), ("Bo Nguyen", "bo@acme.com")]


def test_who_stands_there_twice_is_added_once_and_a_role_is_given_once() -> None:
    context, names = read("Ana Lima, PR lead\nBo Nguyen, PR lead\nana lima\nJonas Reyes\nReyes, Jonas")

    assert [told(context, one) for one in names] == [
        "a new person; holds PR lead",
        "a new person; PR lead stays with somebody else in the list",
        "left out; stands in the list already",
        "Jonas Reyes, who is in the roster already",
        "left out; stands in the list already",
    ]


def test_a_list_comes_in_as_one_step() -> None:
    context, names = read("Ana Lima <ana@acme.com>, PR lead\nSmith, John\nSupport team\nAcme GmbH\nTBD")

    edit = names_added(context, names, {})
    assert edit is not None
    plan = edit.apply(context.plan)

    assert edit.label == "Add 4 from a list"
    directory = Directory.of(plan)
    assert directory.answers("PR lead") == "ana-lima"
    assert directory.person("ana@acme.com") == "ana-lima"
    assert directory.person("Smith, John") == directory.person("John Smith") == "john-smith"
    assert {team.name: team.kind for team in plan.teams.values()} == {
        "Marketing": "team",
        "Support team": "team",
        "Acme GmbH": "organisation",
    }
    orders = [plan.people[key].order for key in ("tessa-brandt", "ana-lima", "john-smith")]
    assert orders == sorted(set(orders))


def test_another_spelling_that_somebody_chose_is_kept_with_what_else_the_line_tells() -> None:
    context, names = read("Jonas Reys <jonas@acme.com>, PR lead")

    edit = names_added(context, names, {0: "jonas-reyes"})
    assert edit is not None
    plan = edit.apply(context.plan)

    jonas = plan.people["jonas-reyes"]
    assert (jonas.aliases, jonas.email, [hold.role for hold in jonas.holds]) == (
        ("Jonas Reys",),
        "jonas@acme.com",
        ["pmm", "pr-lead"],
    )
    assert len(plan.people) == len(context.plan.people)


def test_a_list_of_those_who_are_there_changes_nothing() -> None:
    context, names = read("Jonas Reyes\nMira Okafor <other@acme.com>")

    assert names_added(context, names, {}) is None


def test_two_of_one_name_in_the_same_letters_get_ids_of_their_own() -> None:
    context, names = read("Ana-Lima\nAna Lima\nPR_lead X")

    edit = names_added(context, names, {})
    assert edit is not None
    plan = edit.apply(context.plan)

    assert {"ana-lima", "ana-lima-2"} <= set(plan.people)
