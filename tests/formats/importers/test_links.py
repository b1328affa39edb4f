"""What tasks wait for."""

import pytest

from launchplanner.formats.importers import CHANGED, DROPPED
from tests.formats.importers.reading import from_text, links, notes, tasks


def after(reference: str, header: str = "ID,Task,Owner,Depends on") -> list[tuple[str, str, str, int]]:
    quoted = f'"{reference}"'
    if header.startswith("ID"):
        return links(from_text(f"{header}\n1,Write,Ana,\n2,Draft,Bo,\n3,Check,Cy,\n4,Ship,Ana,{quoted}\n"))
    return links(from_text(f"{header}\nWrite,Ana,\nDraft,Bo,\nCheck,Cy,\nShip,Ana,{quoted}\n"))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("2", [("Draft", "Ship", "FS", 0)]),
        ("2,3", [("Check", "Ship", "FS", 0), ("Draft", "Ship", "FS", 0)]),
        ("2;3", [("Check", "Ship", "FS", 0), ("Draft", "Ship", "FS", 0)]),
        ("2 and 3", [("Check", "Ship", "FS", 0), ("Draft", "Ship", "FS", 0)]),
        ("1 - 3", [("Check", "Ship", "FS", 0), ("Draft", "Ship", "FS", 0), ("Write", "Ship", "FS", 0)]),
        ("2FS", [("Draft", "Ship", "FS", 0)]),
        ("2fs", [("Draft", "Ship", "FS", 0)]),
        ("2SS", [("Draft", "Ship", "SS", 0)]),
        ("2FF", [("Draft", "Ship", "FF", 0)]),
        ("2SF", [("Draft", "Ship", "SF", 0)]),
        ("2FS+3 days", [("Draft", "Ship", "FS", 3)]),
        ("2FS+3d", [("Draft", "Ship", "FS", 3)]),
        ("2SS+2w", [("Draft", "Ship", "SS", 10)]),
        ("2FS-1 day", [("Draft", "Ship", "FS", -1)]),
        ("2EA+1t", [("Draft", "Ship", "FS", 1)]),
        ("#2", [("Draft", "Ship", "FS", 0)]),
        ("Task 2", [("Draft", "Ship", "FS", 0)]),
        ("2 - Draft", [("Draft", "Ship", "FS", 0)]),
        ("Draft", [("Draft", "Ship", "FS", 0)]),
        ("draft, WRITE", [("Draft", "Ship", "FS", 0), ("Write", "Ship", "FS", 0)]),
        ("Depends on #2", [("Draft", "Ship", "FS", 0)]),
        ("['1', '3']", [("Check", "Ship", "FS", 0), ("Write", "Ship", "FS", 0)]),
        ("None", []),
        ("-", []),
        ("n/a", []),
    ],
)
def test_a_reference_is_a_link(reference: str, expected: list[tuple[str, str, str, int]]) -> None:
    assert after(reference) == expected


def test_ids_of_letters_and_numbers_are_known() -> None:
    found = from_text(
        'ID,Task,Owner,Dependencies\nPLN-001,Write,Ana,\nPLN-002,Draft,Bo,PLN-001\nPLN-003,Ship,Cy,"PLN-001, PLN-002"\n'
    )

    assert len(links(found)) == 3


def test_a_row_number_counts_where_rows_have_no_ids() -> None:
    assert after("2", "Task,Owner,Predecessors") == [("Draft", "Ship", "FS", 0)]


def test_a_name_with_a_comma_is_one_name() -> None:
    found = from_text('Task,Owner,Depends on\n"Write, then check",Ana,\nShip,Bo,"Write, then check"\n')

    assert links(found) == [("Write, then check", "Ship", "FS", 0)]


def test_the_name_of_a_phase_means_all_in_it() -> None:
    found = from_text(
        "Phase,Task,Owner,Dependencies\n1) Prepare,Write,Ana,\n1) Prepare,Draft,Bo,\n2) Ship,Send,Cy,Prepare\n"
    )

    assert links(found) == [("Draft", "Send", "FS", 0), ("Write", "Send", "FS", 0)]


def test_successors_are_links_the_other_way() -> None:
    found = from_text("ID,Task,Owner,Blocks\n1,Write,Ana,2\n2,Draft,Bo,\n")

    assert links(found) == [("Write", "Draft", "FS", 0)]


def test_a_link_said_from_both_sides_is_one() -> None:
    found = from_text("ID,Task,Owner,Dependencies (before),Dependents (after)\n1,Write,Ana,,2\n2,Draft,Bo,1,\n")

    assert links(found) == [("Write", "Draft", "FS", 0)]


def test_what_names_no_task_is_kept_in_the_notes_and_said() -> None:
    found = from_text("Task,Owner,Dependencies\nWrite,Ana,MVP ready\nDraft,Bo,\n")

    assert links(found) == []
    assert tasks(found)[0].notes == "Waits for: MVP ready"
    (note,) = notes(found, CHANGED)
    assert note.startswith("line 2, column 1: “MVP ready” names no task of the file")


def test_a_task_that_waits_for_itself_is_said_and_not_linked() -> None:
    found = from_text("ID,Task,Owner,Dependencies\n1,Write,Ana,1\n2,Draft,Bo,1\n")

    assert links(found) == [("Write", "Draft", "FS", 0)]
    assert notes(found, DROPPED) == ["line 2, column 2: “Write” is said to wait for itself."]


def test_a_name_that_two_tasks_share_means_the_first() -> None:
    found = from_text("Task,Owner,Depends on\nDesign,Ana,\nDesign,Bo,\nShip,Cy,Design\n")

    assert len(links(found)) == 1
