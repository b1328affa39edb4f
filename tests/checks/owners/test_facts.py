"""What is known of a word beforehand only saves asking: with every "may" given to every word, all is read the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.checks.owners import NO_HABIT, Person, Role, Roster
from launchplanner.checks.owners import word as facts
from launchplanner.checks.owners.judge import Judge
from launchplanner.checks.owners.lexicon import Lexicon, lexicon
from launchplanner.checks.owners.word import Word

_LISTS = facts.ROLE | facts.GROUP | facts.ORGANISATION | facts.MACHINE | facts.NOBODY | facts.EVERYBODY | facts.PLACE
_SIGNS = facts.PLAIN | facts.FRAME | facts.JOINT | facts.MARK | facts.HELP | facts.SHARED | facts.CHOICE
_MAY = _LISTS | _SIGNS | facts.ADDRESS | facts.GLUED
_ROSTER = Roster(people=(Person("1", "Ana Silva"), Person("2", "Bo Li")), roles=(Role("r", "PM"),))
_JOINTS = (
    " ",
    ", ",
    " / ",
    " & ",
    " - ",
    " and ",
    ": ",
    " (",
    ") ",
    "; ",
    " -> ",
    "/",
    ".",
    "?",
    " 3 ",
    " Dr. ",
    "ex-",
)


class SuspectingLexicon(Lexicon):
    """A lexicon that takes every list to speak of every word, so that each is asked."""

    def new_word(self, raw: str, key: str, kind: str = "word") -> Word:
        word = super().new_word(raw, key, kind)
        return Word(raw, key, kind, word.facts | _MAY)


@pytest.fixture(scope="module")
def suspecting() -> Lexicon:
    return SuspectingLexicon()


_PHRASES = st.sampled_from(sorted({phrase for name in lexicon().names() for phrase in lexicon()[name]}))
_TEXTS = st.one_of(
    _PHRASES, _PHRASES.map(str.title), _PHRASES.map(str.upper), st.sampled_from(_JOINTS), st.text(max_size=4)
)


@given(texts=st.lists(_TEXTS, max_size=7), with_roster=st.booleans())
def test_asking_every_list_changes_no_verdict(suspecting: Lexicon, texts: list[str], *, with_roster: bool) -> None:
    text = "".join(texts).strip()
    roster = _ROSTER if with_roster else Roster()

    asked = Judge(suspecting, roster, NO_HABIT, {}).judge(text)

    assert Judge(lexicon(), roster, NO_HABIT, {}).judge(text) == asked


@pytest.mark.parametrize(
    ("typed", "fact"),
    [("Jan", facts.DATED), ("50%", facts.ASIDE), ("J.", facts.LETTER), ("v2", facts.DIGITS), ("Ana", facts.GIVEN)],
)
def test_a_word_is_known_for_what_it_is(typed: str, fact: int) -> None:
    assert lexicon().word(typed).facts & fact


def test_a_name_in_no_list_is_left_in_peace() -> None:
    assert not lexicon().word("Garcia").facts & (facts.LOUD | _MAY)
