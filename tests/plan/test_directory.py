"""Who a text means when it is exactly a known name."""

from datetime import date

import pytest

from launchplanner.plan.directory import Directory
from launchplanner.plan.people import initials_of
from launchplanner.plan.templates import person_id
from launchplanner.plan.values import Table
from tests.builders import a_person, a_plan

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    "text", ["mira-okafor", "Mira Okafor", "  mira   OKAFOR ", "mira@example.com", "MIRA@example.com", "Mira O."]
)
def test_a_person_is_found_by_id_name_alias_and_address(text: str) -> None:
    plan = a_plan(a_person("Mira Okafor", key="mira-okafor", email="mira@example.com", aliases=("Mira O.",)))

    assert Directory.of(plan).person(text) == "mira-okafor"


@pytest.mark.parametrize("text", ["", "Mira", "Mira Okafor & Jonas Reyes", "Ada"])
def test_a_text_that_is_not_exactly_a_name_means_nobody(text: str) -> None:
    assert Directory.of(a_plan()).person(text) is None


def test_a_name_that_two_share_means_neither() -> None:
    plan = a_plan(a_person("Alex Kim", key="alex-1"), a_person("Alex Kim", key="alex-2"))

    assert Directory.of(plan).person("Alex Kim") is None
    assert Directory.of(plan).person("alex-2") == "alex-2"


def test_a_role_is_found_by_id_and_both_names() -> None:
    directory = Directory.of(a_plan())

    assert [directory.role(text) for text in ("pmm", "PMM", "product marketing manager", "boss")] == [
        "pmm",
        "pmm",
        "pmm",
        None,
    ]


def test_a_role_answers_only_through_one_holder() -> None:
    one = a_plan()
    two = a_plan(a_person("Ada Obi", "pm"))
    nobody = a_plan(a_person("Mira Okafor", key="mira-okafor"))

    assert [Directory.of(plan).answers("PM", DAY) for plan in (one, two, nobody)] == ["mira-okafor", None, None]
    assert Directory.of(two).answers("Ada Obi", DAY) == "ada-obi"


def test_what_is_shown_for_an_owner_is_a_name_or_the_text_itself() -> None:
    directory = Directory.of(a_plan())

    assert [directory.shown(text) for text in ("mira-okafor", "pm", "Marketing")] == ["Mira Okafor", "PM", "Marketing"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Mira Okafor", "MO"),
        ("Jean-Luc van der Berg", "JB"),
        ("Cher", "Ch"),
        ("王伟", "王伟"),
        ("3PO", "3P"),
        ("", ""),
        ("ada", "Ad"),
    ],
)
def test_initials_for_a_face(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_ids_of_people_are_readable_and_taken_once() -> None:
    taken = Table({"mira-okafor": a_person("Mira Okafor")[1]})

    assert person_id("Mira  Okafor", taken) == "mira-okafor-2"
    assert person_id("Zoë O'Neil", taken) == "zoë-o-neil"
    assert person_id("!!!", taken) == "person"
