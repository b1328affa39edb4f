"""Names that look alike, and names that only seem to."""

import pytest

from launchplanner.checks.likeness import like, look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tessa Brandt", "Tess Brand"),
        ("Tessa Brandt", "Tessa Barndt"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Mira Okafor", "Міra Оkafоr"),
        ("Jonas Reyes", "Jonas"),
        ("Jonas Reyes", "Reyes"),
        ("Tessa Brandt", "T. Brandt"),
    ],
)
def test_names_that_may_be_one_person(one: str, other: str) -> None:
    assert list(look_alikes([("one", one), ("other", other)])) == [("one", "other")]
    assert list(look_alikes([("other", other), ("one", one)])) in ([("one", "other")], [("other", "one")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana", "Ada"),
        ("Tom Berg", "Tim Borg"),
        ("Person A", "Person B"),
        ("Contractor 1", "Contractor 2"),
        ("Mira Okafor", "Jonas Reyes"),
        ("Mira Okafor", "Mira Brandt"),
        ("M. Brandt", "Tessa Brandt"),
        ("", ""),
        ("王伟", "王芳"),
    ],
)
def test_names_that_are_two_people(one: str, other: str) -> None:
    assert list(look_alikes([("one", one), ("other", other)])) == []


def test_each_name_is_told_once_and_the_fuller_one_is_kept() -> None:
    names = [("a", "Tessa"), ("b", "Tessa Brandt"), ("c", "Tessa Brant"), ("d", "Bo Nguyen")]

    assert list(look_alikes(names)) == [("b", "a"), ("b", "c")]


def test_a_name_is_looked_for_among_others_by_any_of_their_spellings() -> None:
    names = [("mira", "Mira Okafor"), ("tessa", "T. B."), ("tessa", "Tessa Brandt"), ("tessa", "Tess Brandt")]

    assert like("Tessa Brant", names) == ["tessa"]
    assert like("Ana Lima", names) == []
