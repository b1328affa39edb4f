"""Owners: kept as written, with the roster made from them; responsibility matrices."""

from launchplanner.formats.importers import CHANGED, UNDERSTOOD, imported
from launchplanner.plan.directory import Directory
from tests.formats.importers.reading import (
    LAUNCH,
    from_markdown,
    from_rows,
    from_text,
    notes,
    owners,
    tasks,
    titles,
    workbook,
)


def test_what_an_owner_cell_says_is_kept_as_it_is() -> None:
    cells = [
        "Ana & Bo",
        "Marketing",
        "TBD",
        "_(TBD)_",
        "Bill Kirk,Scott Adams[50%]",
        "@ana / @bo",
        "Legal/Finance",
        "ALL",
        "?",
    ]
    text = "Task,Owner\n" + "".join(f'Task {number},"{cell}"\n' for number, cell in enumerate(cells))

    assert owners(from_text(text)) == [
        "Ana & Bo",
        "Marketing",
        "TBD",
        "(TBD)",
        "Bill Kirk,Scott Adams[50%]",
        "@ana / @bo",
        "Legal/Finance",
        "ALL",
        "?",
    ]


def test_a_blank_owner_stays_blank() -> None:
    assert owners(from_text("Task,Owner\nWrite,Ana\nDraft,\nShip,Bo\n")) == ["Ana", "", "Bo"]


def test_ditto_means_the_owner_above_and_is_said() -> None:
    found = from_text('Task,Owner\nWrite,Ana\nDraft,"""" \nShip,same as above\n')

    assert owners(found) == ["Ana", "Ana", "Ana"]
    assert len(notes(found, CHANGED)) == 2


def test_people_are_made_from_cells_that_name_one() -> None:
    found = from_text(
        "Task,Owner\nWrite,Ana Silva (PMM)\nDraft,Ana Silva\nShip,Bo Li\nTell,Ana Silva & Bo Li\nHelp,Marketing\n"
    )

    people = found.plan.people
    assert sorted(person.name for person in people.values()) == ["Ana Silva", "Bo Li"]
    assert people["ana-silva"].aliases == ("Ana Silva (PMM)",)
    assert people["ana-silva"].initials == "AS"


def test_every_spelling_leads_to_the_person() -> None:
    found = from_text("Task,Owner\nWrite,Ana Silva (PMM)\nDraft,Ana Silva\nShip,AS\nTell,Bo Li\n")

    directory = Directory.of(found.plan)
    assert [directory.answers(task.owner) for task in tasks(found)] == ["ana-silva", "ana-silva", "ana-silva", "bo-li"]
    assert "“AS” is read as “Ana Silva”, the only one of the roster whom it can mean." in notes(found, UNDERSTOOD)


def test_a_first_name_that_two_share_is_joined_to_nobody() -> None:
    found = from_text("Task,Owner\nWrite,Ana Silva\nDraft,Ana Costa\nShip,Ana\n")

    names = [person.name for person in found.plan.people.values()]
    assert all(person.aliases == () for person in found.plan.people.values())
    assert "Ana Silva" in names


def test_roles_are_roles_and_no_people() -> None:
    found = from_text("Task,Who\nWrite,Docs Lead\nDraft,Branch Manager\nShip,Docs Lead\n")

    assert len(found.plan.people) == 0
    assert sorted(role.name for role in found.plan.roles.values()) == ["Branch Manager", "Docs Lead"]


def test_in_a_matrix_the_accountable_one_owns() -> None:
    found = from_text("Activity,PM,Design,Sales\nPrice,A/R,C,I\nPage,A,R,\nTrain,C,,A\n")

    assert owners(found) == ["PM", "PM", "Sales"]
    assert tasks(found)[1].contributors == ("Design",)
    assert tasks(found)[0].notes == "Consulted: Design\nInformed: Sales"


def test_a_matrix_row_without_an_accountable_one_has_no_owner_and_with_two_has_both() -> None:
    found = from_text("Activity,PM,Design,Sales\nPrice,R,C,I\nPage,A,A,I\nTrain,R,C,A\n")

    assert owners(found) == ["", "PM, Design", "Sales"]


def test_a_matrix_of_names_takes_the_accountable_column() -> None:
    found = from_text(
        'Deliverable,Responsible,Accountable,Consulted,Informed\nPrice,Ana,Zoe,"Bo, Cy",Execs\nPage,Bo,Zoe,,Execs\n'
    )

    assert owners(found) == ["Zoe", "Zoe"]
    assert tasks(found)[0].contributors == ("Ana", "Bo", "Cy")


def test_a_matrix_is_read_only_where_no_plan_is() -> None:
    data = workbook(
        {
            "RACI": [["Activity", "PM", "Design"], ["Price", "A", "C"], ["Page", "R", "A"]],
            "Plan": [["Task", "Owner", "Due"], ["Write", "Ana", "2027-03-01"], ["Draft", "Bo", "2027-03-02"]],
        }
    )

    assert titles(imported(data, "plan.xlsx", LAUNCH)) == ["Write", "Draft"]


def test_owners_of_a_checklist_are_found_where_people_put_them() -> None:
    found = from_markdown(
        """
        - [ ] Write the brief (Assignee: @ana)
        - [ ] Draft the page (assignee: TBD)
        - [ ] Check it @cy
        - [ ] @di to call the printer
        - [ ] @ed: book the hall
        - [ ] Send it (@flo, @gil)
        - [ ] Print it — Owner: Hal Ito — Due: 2027-03-01
        - [ ] Docs Lead: Publish the docs
        - [ ] Marketing: Send the tweet
        - [ ] Tell #sales and ping @sales-team
        - [ ] Ask for a review (see the thread with @kim)
        """
    )

    assert owners(found) == [
        "@ana",
        "TBD",
        "@cy",
        "@di",
        "@ed",
        "@flo, @gil",
        "Hal Ito",
        "Docs Lead",
        "Marketing",
        "",
        "",
    ]
    assert titles(found) == [
        "Write the brief",
        "Draft the page",
        "Check it",
        "call the printer",
        "book the hall",
        "Send it",
        "Print it",
        "Publish the docs",
        "Send the tweet",
        "Tell #sales and ping @sales-team",
        "Ask for a review (see the thread with @kim)",
    ]


def test_an_owner_below_a_checklist_owns_what_nobody_else_does() -> None:
    found = from_markdown(
        "## Ship\n\n- [ ] Build\n- [ ] Test @bo\n- **Owner**: Ana Silva\n- **Due**: 2027-03-05\n\n## Tell\n\n- [ "
        "] Post\n"
    )

    assert owners(found) == ["Ana Silva", "@bo", ""]


def test_people_listed_below_tasks_of_a_work_report_own_them() -> None:
    found = from_text(
        """
        Name;Start;End
        "Plan";2027-03-01;2027-03-09
        "  Write";2027-03-01;2027-03-02
        "    Ana";;
        "  Draft";2027-03-03;2027-03-04
        "    Ana";;
        "    Bo";;
        "  Check";2027-03-05;2027-03-08
        "    Bo";;
        """
    )

    assert titles(found) == ["Write", "Draft", "Check"]
    assert owners(found) == ["Ana", "Ana, Bo", "Bo"]


def test_an_owner_of_merged_cells_holds_for_all_of_them() -> None:
    rows = [
        ["Task", "Owner", "Due"],
        ["Write", None, "2027-03-01"],
        ["Draft", None, "2027-03-02"],
        ["Ship", None, "2027-03-03"],
    ]
    data = workbook({"Plan": rows}, merges=[("Plan", "B2:B3", "Ana Silva")])

    assert owners(imported(data, "plan.xlsx", LAUNCH)) == ["Ana Silva", "Ana Silva", ""]


def test_numbers_in_an_owner_cell_are_read_as_text() -> None:
    assert owners(from_rows([["Task", "Owner", "Due"], ["Write", 7, "2027-03-01"], ["Draft", "Bo", "2027-03-02"]])) == [
        "7",
        "Bo",
    ]
