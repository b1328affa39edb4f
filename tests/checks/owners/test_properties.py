"""What holds for any text: an answer, the same answer for the same text, and no owner who was not named."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from launchplanner.checks.owners import NOBODY, Label, Person, Reading, Roster, read_owner

_WORDS = "Ana|Bo|Ana Silva|Bo Li|Smith|PM|PMM|Eng lead|Marketing|team|TBD|all|Acme GmbH|@ana|ana@x.com|#ops|bot"
_MORE_WORDS = "wk 3|王伟|田中|김민수|محمد|יוסי"
_JOINTS = "/|,|;|:|&|+|?|.|-|—|→|->| and | or | y | e | und | then | until | with | w/ |\n|\t|、|・|和|と| "
_MARKS = "(|)|[|]|<|>|{|}|*|_|`|~~|backup: "
_MORE_MARKS = "A: |R: |(A)|(lead)|(on leave)|\\|\u200b|\u202e|\u0301|İ|ß|ﬁ|１"
_PIECES = st.sampled_from(
    [*_WORDS.split("|"), *_MORE_WORDS.split("|"), *_JOINTS.split("|"), *_MARKS.split("|"), *_MORE_MARKS.split("|")]
)
CELLS = st.one_of(
    st.text(max_size=80), st.lists(_PIECES, max_size=12).map("".join), st.lists(_PIECES, max_size=6).map(" ".join)
)
_NAMES = st.sampled_from(
    [
        "Ana",
        "Bo",
        "Ana Silva",
        "Bo Li",
        "Smith",
        "John Smith",
        "Eng",
        "PM",
        "Ana & Bo",
        "TBD",
        "team",
        "王伟",
        "and",
        "A",
    ]
)
PEOPLE = st.lists(_NAMES, max_size=4, unique=True).map(
    lambda names: tuple(Person(f"id{place}", name) for place, name in enumerate(names))
)


def answer(reading: Reading) -> object:
    return (
        reading.label,
        reading.code,
        reading.owners,
        reading.helpers,
        reading.remarks,
        reading.sentence,
        reading.signs,
    )


@given(CELLS, PEOPLE)
def test_any_text_gets_an_answer(cell: str, people: tuple[Person, ...]) -> None:
    reading = read_owner(cell, Roster(people=people))

    assert reading.text == cell
    assert bool(reading.sentence) == (reading.code != "OWN-OK")
    assert bool(reading.repairs) == (reading.code != "OWN-OK")
    assert (reading.label is Label.SINGLE) <= (len(reading.owners) == 1)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=40), st.sampled_from(["", " ", ",", "(", "\\", "[x](", " and "]))
def test_ten_thousand_characters_get_an_answer(piece: str, joint: str) -> None:
    cell = ((piece + joint) * (10_000 // len(piece + joint) + 1))[:10_000]

    assert read_owner(cell, Roster()).text == cell


@given(CELLS, st.sampled_from(["", " ", "\n ", "\u00a0"]), st.sampled_from(["", " ", "  \n"]))
def test_trimming_does_not_change_the_answer(cell: str, before: str, after: str) -> None:
    assert answer(read_owner(before + cell + after)) == answer(read_owner(cell))


@given(CELLS, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_unicode_forms_do_not_change_the_answer(cell: str, form: str) -> None:
    assert answer(read_owner(unicodedata.normalize(form, cell))) == answer(read_owner(cell))  # type: ignore[arg-type]


@given(CELLS, PEOPLE, _NAMES)
def test_a_new_person_never_makes_two_into_somebody_else(cell: str, people: tuple[Person, ...], name: str) -> None:
    new = Person("new", name)
    before = read_owner(cell, Roster(people=people))
    after = read_owner(cell, Roster(people=(*people, new)))

    if before.label is Label.PLURAL and after.label is Label.SINGLE:
        assert after.owners[0].id == "new"


@given(CELLS)
def test_the_answer_is_kept(cell: str) -> None:
    assert read_owner(cell, NOBODY) is read_owner(cell, NOBODY)
