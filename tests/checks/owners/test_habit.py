"""A column's habit settles what one cell cannot."""

from launchplanner.checks.owners import NO_HABIT, Label, Person, Roster, column_habit, read_column


def labels(*cells: str) -> list[Label]:
    return [reading.label for reading in read_column(cells)]


def test_surname_first_throughout_makes_each_cell_one_person() -> None:
    assert labels("Kim, Lee", "Zorba, Quill", "Okoro, Ana", "Ito, Ken") == [Label.SINGLE] * 4


def test_pairs_that_share_a_name_on_both_sides_are_no_habit() -> None:
    assert column_habit(["Ana, Bo", "Bo, Cy", "Cy, Dee"]) == NO_HABIT


def test_pairs_of_known_people_are_no_habit() -> None:
    roster = Roster(people=(Person("1", "Ana"), Person("2", "Bo")))

    assert column_habit(["Ana, Bo", "Quill, Zed", "Okoro, Ann"], roster) == NO_HABIT


def test_two_cells_are_too_few_for_a_habit() -> None:
    assert column_habit(["Kim, Lee", "Park, Ann"]) == NO_HABIT


def test_the_same_places_behind_the_slash_are_where_and_not_who() -> None:
    cells = ["@quux / Site North", "@zorb / Site North", "@blip / Site South", "@frob / Site South"]

    assert labels(*cells) == [Label.SINGLE] * 4


def test_letters_in_brackets_are_a_habit() -> None:
    assert column_habit(["Ana Silva (FSD)", "Bo Li (ISB)", "Cy Young (KHI)"]).letters_in_brackets
