"""The roster is asked first: people by any of their texts, roles by who holds them, and what was said before."""

import pytest

from launchplanner.checks.owners import Label, Organisation, Person, Role, Roster, Team, read_owner

ANA = Person(
    "p-1", "Ana Silva", aliases=("Anita",), initials=("AS",), handles=("@asilva",), emails=("ana@acme.example",)
)
BO = Person("p-2", "Bo Li", aliases=("Silva & Li Trading",))
ROSTER = Roster(
    people=(ANA, BO),
    roles=(Role("r-1", "PMM", holders=("p-1",)), Role("r-2", "PM", holders=("p-1", "p-2"))),
    teams=(Team("t-1", "Rocket"),),
    organisations=(Organisation("o-1", "Nimbus"),),
    known_as_one=("Kim, Lee",),
    known_as_two=("Jordan, Taylor",),
)


@pytest.mark.parametrize(
    "cell",
    [
        "p-1", "P-1", "Ana Silva", "ana silva", " Anita ", "AS", "as", "@asilva", "asilva", "ANA@acme.example",
        "Silva, Ana", "Silva Ana", "A. Silva", "Ana", "ana.silva",
        "**Ana Silva**", "Ana Silva (EMEA)", "Ana, PM", "Owner: Anita",
        "Ana Silva <ana@acme.example>", "Áná Sílva",
    ],
)  # fmt: skip
def test_a_person_is_found_by_any_of_their_texts(cell: str) -> None:
    reading = read_owner(cell, ROSTER)

    assert (reading.label, reading.code) == (Label.SINGLE, "OWN-OK")
    assert [owner.id for owner in reading.owners] == ["p-1"]


def test_an_alias_with_a_separator_wins_over_the_rules() -> None:
    assert read_owner("Silva & Li Trading", ROSTER).owners[0].id == "p-2"


def test_a_role_held_by_one_is_settled_and_by_two_is_asked() -> None:
    assert read_owner("PMM", ROSTER).code == "OWN-OK"
    assert read_owner("PMM", ROSTER).owners[0].holders == ("p-1",)
    assert read_owner("PM", ROSTER).code == "OWN-ROLE"
    assert read_owner("PM", ROSTER).sentence == "PM is held by two people on these dates. Choose which of them."


def test_teams_and_organisations_of_the_roster_are_no_persons() -> None:
    assert read_owner("Rocket", ROSTER).label is Label.TEAM
    assert read_owner("Nimbus", ROSTER).code == "OWN-ORG"


def test_two_known_people_are_plural_even_with_nothing_but_a_blank_between() -> None:
    assert read_owner("Anita Ana", Roster(people=(ANA, Person("x", "Ana")))).label is Label.PLURAL
    assert read_owner("Ana Silva, Bo Li", ROSTER).label is Label.PLURAL


def test_what_people_said_before_is_remembered() -> None:
    assert read_owner("Kim, Lee", ROSTER).label is Label.SINGLE
    assert read_owner("Jordan, Taylor", ROSTER).label is Label.PLURAL


def test_a_name_that_the_roster_lacks_is_one_person_and_still_a_question() -> None:
    reading = read_owner("Mario Rossi", ROSTER)

    assert (reading.label, reading.code) == (Label.SINGLE, "OWN-UNKNOWN")
    assert [repair.kind for repair in reading.repairs] == ["add-person", "add-alias"]


def test_what_is_no_name_and_not_in_the_roster_is_a_question() -> None:
    assert read_owner("Zorblatt", ROSTER).label is Label.UNCLEAR


def test_a_given_name_that_two_share_is_a_question() -> None:
    roster = Roster(people=(Person("1", "Ana Silva"), Person("2", "Ana Costa")))
    reading = read_owner("Ana", roster)

    assert (reading.label, reading.code) == (Label.UNCLEAR, "OWN-UNKNOWN")
    assert {owner.id for owner in reading.owners} == {"1", "2"}


def test_a_surname_that_is_a_department_stays_a_department() -> None:
    assert read_owner("Legal", Roster(people=(Person("1", "Grace Legal"),))).label is Label.TEAM


def test_helpers_are_found_in_the_roster() -> None:
    (helper,) = read_owner("Ana (backup: Bo Li)", ROSTER).helpers

    assert (helper.id, helper.kind) == ("p-2", "backup")


def test_a_given_name_beside_an_owner_from_the_roster_is_not_lost() -> None:
    assert read_owner("Ana / Bo", ROSTER).label is Label.PLURAL
