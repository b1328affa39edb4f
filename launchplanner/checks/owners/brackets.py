"""What the brackets beside a name say: where, when, what for, who else, and whether it is so at all."""

import re

from launchplanner.checks.owners.atoms import read_atom
from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.kinds import GROUPS, PARTIES, Atom, person
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.party import Party
from launchplanner.checks.owners.phrases import Keys
from launchplanner.checks.owners.readings import Helper
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.tokens import cut, join_words
from launchplanner.checks.owners.word import SHARE, Word

RACI = re.compile(r"^[raci](?:\s*[,/&+|]\s*[raci]){0,3}$|^(?:ra|ar)$")
AS = frozenset({"as", "als", "comme", "como", "come", "som", "jako", "как", "як", "is", "acts", "acting"})
_WEEKS = re.compile(
    r"\b(?:w(?:ee)?ks?\.?|kw|cw|woche|semaine|semana|settimana|q[1-4]|sprint|day|tag|until|till|bis|from|ab|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b[\s.]*\d*|"
    r"\d+\s*[-–]\s*\d+|\d{4}-\d\d",
    re.IGNORECASE,
)
_KEPT = 20_000  # atoms
_MOST_INSIDE = 20  # parts of a bracket that are looked at


# What was read with one roster, by the words as typed.
Atoms = dict[tuple[str, ...], Atom]


class BracketReader:
    """Reads the brackets of one cell with the word lists and the roster at hand.

    Attributes:
        has_met_known: the roster had a part in the answer for some of the words.
    """

    def __init__(self, lexicon: Lexicon, roster: Roster, atoms: Atoms) -> None:
        self.lexicon = lexicon
        self.roster = roster
        self.has_met_known = False
        self._atoms = atoms

    def atom(self, words: list[Word]) -> Atom:
        """Return what the words name."""
        texts = tuple([word.raw for word in words])
        found = self._atoms.get(texts)
        if found is None:
            if len(self._atoms) >= _KEPT:
                self._atoms.clear()
            found = self._atoms[texts] = read_atom(words, self.lexicon, self.roster)
        if found.who and found.who[0].id is not None:
            self.has_met_known = True
        return found

    def helper_kind(self, keys: Keys) -> str:
        """Return the kind of helper that the words name, "" if none."""
        whole = " ".join(keys)
        for kind in self.lexicon.helper_kinds:
            if whole in self.lexicon[f"joining.helper.{kind}"]:
                return kind
        return ""

    def inner(self, text: str) -> list[Party]:
        """Return the parties in a bracket's text; its own brackets are left aside."""
        parts = join_words(cut(text, self.lexicon).parts, self.lexicon)
        for part in parts:
            part.brackets = ()
        return [Party(part, self.atom(part.words)) for part in parts[:_MOST_INSIDE] if part.words]

    def take_bracket(self, party: Party, inside: str) -> None:
        """Add to the party what one of its brackets says."""
        lexicon = self.lexicon
        keys = [key for word in inside.replace(",", " ").replace(":", " : ").split() if (key := fold(word))]
        whole = " ".join(keys)
        if not keys:
            party.flags |= frozenset({"doubt"} if "?" in inside else ())
        elif inside.endswith("?") or lexicon["joining.doubt"].begins(keys):
            open_seat = party.what == "role" and whole in self.lexicon["nobody.leading"]
            party.mark("doubt" if party.what in PARTIES and not open_seat else "nobody")
        elif lexicon["joining.hired"].find(keys):
            party.mark("nobody")
        elif self._is_absence(party, keys):
            return
        elif RACI.match(whole):
            party.letters = whole
            party.mark("raci")
        elif whole in lexicon["joining.owner"]:
            party.stand = "owner"
        elif whole in lexicon["joining.shared"]:
            party.mark("shared")
        elif self._is_plain_remark(whole, keys):
            self._add_remark(party, inside, whole)
        elif not self._take_helper_bracket(party, inside, keys):
            self._take_parts_in_bracket(party, inside)

    def _is_absence(self, party: Party, keys: Keys) -> bool:
        found = self.lexicon["joining.stale"].find(keys)
        if found is None or (len(keys[found[0]]) == 1 and len(keys) > 1):
            return False
        gone = self.lexicon["joining.gone"].at(keys, found[0])
        party.mark("gone" if gone else "away")
        return True

    def _is_plain_remark(self, whole: str, keys: Keys) -> bool:
        lexicon = self.lexicon
        return (
            whole in lexicon["places.place"]
            or bool(SHARE.match(whole))
            or lexicon["joining.remark"].begins(keys) > 0
            or all(key in lexicon["people.pronoun"] for word in keys for key in word.split("/"))
            or whole in lexicon["people.credential"]
        )

    def _add_remark(self, party: Party, inside: str, whole: str) -> None:
        party.remarks += (inside,)
        if _WEEKS.search(inside):
            party.mark("when")
        if whole in self.lexicon["places.place"]:
            party.region = inside

    def _take_helper_bracket(self, party: Party, inside: str, keys: Keys) -> bool:
        if kind := self.helper_kind(keys):
            party.helper_kind = kind
            party.mark("second")
            return True
        for kind in self.lexicon.helper_kinds:
            nouns = self.lexicon[f"joining.helper.{kind}"]
            if length := nouns.begins(keys):
                rest = inside.replace(":", " ").replace(",", " , ").split()[length:]
                names = " ".join(rest)
            elif length := nouns.ends(keys):
                rest = inside.split()[:-length]
                names = " ".join(rest[:-1] if rest and fold(rest[-1]) in AS else rest)
            else:
                continue
            found = self.inner(names)
            people = [p for p in found if p.what in {"person", "role", "unknown", "initials"}]
            if people and len(people) == len(found):
                party.helpers += tuple(Helper(p.text, p.atom.who[0].id, kind) for p in people if p.atom.who)
                return True
        return False

    def _take_parts_in_bracket(self, party: Party, inside: str) -> None:
        first = inside.lstrip()[:1]
        keys = [fold(word) for word in inside.split()[:3]]
        if keys and (
            self.lexicon["joining.or"].begins(keys) or self.lexicon["joining.then"].begins(keys) or first in "→>"
        ):
            party.mark("choice" if self.lexicon["joining.or"].begins(keys) else "pass")
            return
        joined = first in "+&" or bool(keys and self.lexicon["joining.and"].begins(keys))
        found = [p for p in self.inner(inside.lstrip("+& ")) if p.what != "remark"]
        people = [p for p in found if p.what in {"person", "several"}]
        if _WEEKS.search(inside) and not people:
            party.mark("when")
            party.remarks += (inside,)
        elif joined and found:
            party.atom = Atom("several", (*party.atom.who, *(w for p in found for w in p.atom.who)))
        elif not people or len(people) < len(found):
            party.remarks += (inside,)
        else:
            self._take_people_in_bracket(party, inside, people)

    def _take_people_in_bracket(self, party: Party, inside: str, people: list[Party]) -> None:
        """Weigh names in brackets: the holder of a role, the handle of a person, or a second person."""
        addresses = all(
            (p.part.words[0].type in {"mail", "handle"} and not self.roster.known(p.part.text))
            or (p.atom.evidence is Evidence.ADDRESS and not p.atom.known)
            for p in people
        )
        same = all(p.atom.who and p.atom.who[0].id == party.atom.who[0].id for p in people) if party.atom.who else False
        one = len(people) == 1 and people[0].what == "person"
        if party.what == "person" and (addresses or (party.atom.known and same)):
            party.remarks += (inside,)
        elif party.what in {"unknown", "initials"} and addresses:
            party.atom = person(party.text, Evidence.FULL)
            party.remarks += (inside,)
        elif party.what == "role" and one:
            role = party.part.text
            party.atom = Atom("person", people[0].atom.who, Evidence.FULL, role, people[0].atom.known)
        elif (
            party.what == "person"
            and one
            and party.atom.evidence is Evidence.FULL
            and " " not in inside
            and not people[0].atom.known
        ):
            party.remarks += (inside,)  # "Robert Smith (Bob)"
        elif one and party.what in GROUPS | {"unknown", "thing"}:
            party.mark("group-with-name")
            party.helpers += tuple(Helper(w.text, w.id, "contributor") for w in people[0].atom.who)
        elif one:
            party.mark("second-name")
        else:
            party.atom = Atom("several", (*party.atom.who, *(w for p in people for w in p.atom.who)))
