"""The parts of a cell as parties: who each is, whether it owns or helps, and what the brackets beside it say."""

import re
from dataclasses import dataclass, field
from typing import Literal

from launchplanner.checks.owners.atoms import is_date, read_atom
from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.kinds import PARTIES, Atom, What, of_kind
from launchplanner.checks.owners.lexicon import Keys, Lexicon
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.readings import Candidate, Helper
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.tokens import Part, Word, cut, join_words

Stand = Literal["plain", "owner", "helper", "remark"]
Flag = Literal[
    "gone",
    "away",
    "doubt",
    "choice",
    "raci",
    "when",
    "pass",
    "shared",
    "group-with-name",
    "second",
    "second-name",
    "nobody",
]

_RACI = re.compile(r"^[raci](?:\s*[,/&+|]\s*[raci]){0,3}$|^(?:ra|ar)$")
_PERCENT = re.compile(r"^\d+\s*(?:%|h|d|hrs?|days?|pt|fte)?$")
_WEEKS = re.compile(
    r"(?:^|\b)(?:w(?:ee)?ks?\.?|kw|cw|woche|semaine|semana|settimana|q[1-4]|sprint|day|tag|until|till|bis|from|ab|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b[\s.]*\d*|"
    r"\d+\s*[-–]\s*\d+|\d{4}-\d\d",
    re.IGNORECASE,
)
_KEPT = 20_000  # atoms
_UNDATED = frozenset({What.PERSON, What.UNKNOWN, What.THING, What.ROLE})
_AS = frozenset(["as", "als", "comme", "como", "come", "som", "jako", "как", "як", "is", "acts", "acting"])


@dataclass(slots=True)
class Party:
    """One part and what is known of it."""

    part: Part
    atom: Atom
    stand: Stand = "plain"
    helper_kind: str = ""
    letters: str = ""
    flags: set[Flag] = field(default_factory=set[Flag])
    remarks: list[str] = field(default_factory=list[str])
    helpers: list[Helper] = field(default_factory=list[Helper])
    region: str = ""

    @property
    def what(self) -> What:
        """What the part names."""
        return self.atom.what

    @property
    def is_active(self) -> bool:
        """Whether it names somebody, or something, that may own the work."""
        return self.stand in {"plain", "owner"} and self.what in PARTIES

    @property
    def text(self) -> str:
        """The name as shown to people."""
        return self.atom.who[0].text if self.atom.who else self.part.text

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who is named, with what the brackets say."""
        remark = ", ".join((*((self.atom.remark,) if self.atom.remark else ()), *self.remarks))
        return tuple(Candidate(who.kind, who.id, who.text, remark, who.holders) for who in self.atom.who)


class PartyReader:
    """Turns parts into parties, with the word lists and the roster at hand."""

    def __init__(self, lexicon: Lexicon, roster: Roster) -> None:
        self.lexicon = lexicon
        self.roster = roster
        self._atoms: dict[tuple[str, ...], Atom] = {}

    def atom(self, words: list[Word]) -> Atom:
        """Return what the words name."""
        texts = tuple(word.raw for word in words)
        found = self._atoms.get(texts)
        if found is None:
            if len(self._atoms) >= _KEPT:
                self._atoms.clear()
            found = self._atoms[texts] = read_atom(words, self.lexicon, self.roster)
        return found

    def read(self, part: Part, before: Party | None) -> Party:
        """Return the party of a part; a label or a helper's word holds on for the parts that follow it."""
        party = Party(part, _joined(part) or self.atom(part.words))
        if part.doubt:
            party.flags.add("doubt")
        self._take_label(party)
        if part.before == "helper":
            party.stand, party.helper_kind = "helper", _link_kind(part.link)
        elif (
            part.label is None
            and before is not None
            and part.before in {"comma", "and", "amp", "and_short", "or", "slash"}
        ):
            self._hold_on(party, before)
        self._take_words(party)
        for inside in part.brackets:
            self._take_bracket(party, inside)
        self._take_remark(party, before)
        return party

    def helper_kind(self, keys: Keys) -> str:
        """Return the kind of helper that the words name, "" if none."""
        whole = " ".join(keys)
        for kind in self.lexicon.helper_kinds:
            if whole in self.lexicon[f"joining.helper.{kind}"]:
                return kind
        return ""

    def _take_label(self, party: Party) -> None:
        label = party.part.label
        if label is None:
            return
        keys = label.keys
        whole = " ".join(keys)
        lexicon = self.lexicon
        if _RACI.match(whole):
            party.letters, party.stand = whole, "owner"
            party.flags.add("raci")
        elif kind := self.helper_kind(keys):
            party.stand, party.helper_kind = (
                ("helper", kind) if whole not in lexicon["joining.owner"] else ("owner", "")
            )
        elif whole in lexicon["joining.shared"]:
            party.flags.add("shared")
        elif whole in lexicon["joining.owner"] or lexicon["joining.owner"].ends(keys) == len(keys):
            party.stand = "owner"
        elif lexicon["joining.remark"].begins(keys):
            party.stand = "remark"
        else:
            self._take_name_before_colon(party, label)

    def _take_name_before_colon(self, party: Party, label: Part) -> None:
        atom = self.atom(label.words)
        if not party.part.words and not party.part.brackets:
            party.atom = atom
        elif atom.what is What.PERSON and party.what is not What.PERSON:
            party.remarks.append(party.part.text)
            party.atom = atom
        elif atom.what is What.NOBODY:
            party.flags.add("nobody")
        else:
            party.remarks.append(label.text)
            if atom.what is What.PLACE:
                party.region = label.text

    def _hold_on(self, party: Party, before: Party) -> None:
        if before.stand == "remark" and party.part.before in {"or", "slash"}:
            aside = self.lexicon["joining.aside"].begins(before.part.keys)
            party.stand = "remark" if aside else party.stand
            party.part.words = [*before.part.words, *party.part.words] if aside else party.part.words
        elif before.stand == "helper" and party.what in PARTIES:
            party.stand, party.helper_kind = "helper", before.helper_kind
        elif before.part.label is not None and before.stand == "owner":
            party.stand = "owner"
            party.letters, party.flags = before.letters, party.flags | (before.flags & {"raci"})
            party.part.label = before.part.label

    def _take_words(self, party: Party) -> None:
        """Read marks that stand in the words themselves: "led by Ana", "backup Tom", "Tom as backup", "maybe Tom"."""
        words, keys = party.part.words, party.part.keys
        if not keys or party.atom.known or party.part.joined or party.stand == "remark":
            return
        lexicon = self.lexicon
        if (length := lexicon["joining.owner"].begins(keys)) > 1 and length < len(keys):
            party.stand, party.atom = "owner", self.atom(words[length:])
        elif (length := lexicon["joining.doubt"].begins(keys)) and length < len(keys):
            self._take_doubt(party, words[length:])
        elif (length := lexicon["joining.doubt"].ends(keys)) and length < len(keys):
            self._take_doubt(party, words[:-length])
        elif (length := lexicon["joining.stale_first"].begins(keys)) and length < len(keys):
            party.flags.add("gone")
            party.atom = self.atom(words[length:])
        elif len(keys[0]) > 4 and keys[0].startswith("ex-"):
            party.flags.add("gone")
            party.atom = self.atom([Word(words[0].raw[3:], keys[0][3:]), *words[1:]])
        elif party.what in _UNDATED and (dates := self._dates_from(keys)) < len(keys):
            party.remarks.append(" ".join(word.raw for word in words[dates:]))
            party.atom = self.atom(words[:dates])
        elif party.what is not What.ROLE and self._take_helper_words(party, words, keys):
            return
        else:
            self._take_absence(party, words, keys)

    def _dates_from(self, keys: Keys) -> int:
        """Return where dates, shares of time and the words that lead to them begin at the end of a part."""
        place = len(keys)
        while place > 1 and (_PERCENT.match(keys[place - 1]) or is_date(keys[place - 1])):
            place -= 1
        if place < len(keys):
            while place > 1 and self.lexicon["joining.remark"].at(keys, place - 1):
                place -= 1
        return place

    def _take_doubt(self, party: Party, rest: list[Word]) -> None:
        atom = self.atom(rest)
        if party.what is not What.NOBODY and atom.what in PARTIES:
            open_seat = atom.what is What.ROLE and party.part.keys[-1] in self.lexicon["nobody.leading"]
            party.flags.add("nobody" if open_seat else "doubt")
            party.atom = atom

    def _take_helper_words(self, party: Party, words: list[Word], keys: Keys) -> bool:
        if len(keys) < 2:
            return False
        for kind in self.lexicon.helper_kinds:
            nouns = self.lexicon[f"joining.helper.{kind}"]
            length = nouns.begins(keys)
            if length and length < len(keys) and self.atom(words[length:]).what is What.PERSON:
                party.stand, party.helper_kind, party.atom = "helper", kind, self.atom(words[length:])
                return True
            length = nouns.ends(keys)
            if length and length < len(keys):
                name = words[:-length]
                named_as = name[-1].key in _AS
                name = name[:-1] if named_as else name
                atom = self.atom(name) if name else party.atom
                if name and (atom.what is What.PERSON or (named_as and atom.what in PARTIES)):
                    party.stand, party.helper_kind, party.atom = "helper", kind, atom
                    return True
        return False

    def _take_absence(self, party: Party, words: list[Word], keys: Keys) -> None:
        if party.what in {What.ROLE, What.FUNCTION, What.TEAM, What.NOBODY, What.CHOICE}:
            return
        found = self.lexicon["joining.stale"].find(keys, 1)
        if found is None or len(keys[found[0]]) < 2:
            return
        atom = self.atom(words[: found[0]])
        if atom.what in {What.PERSON, What.ROLE, What.UNKNOWN, What.INITIALS}:
            party.atom = atom
            gone = self.lexicon["joining.gone"].at(keys, found[0])
            party.flags.add("gone" if gone else "away")

    def _take_remark(self, party: Party, before: Party | None) -> None:
        """Read a part that says more about the one before it: a date, a place, "due Friday"."""
        part = party.part
        if before is None or part.before not in {"comma", "dash", "list", "dot", "line", "limit", "slash", "and"}:
            return
        if party.stand == "helper" or party.atom.known:
            return
        if (
            (part.keys and self.lexicon["joining.aside"].begins(part.keys))
            or part.before == "limit"
            or (part.keys and self.lexicon["joining.remark"].begins(part.keys) and _is_prose(party))
        ):
            party.stand = "remark"

    def _take_bracket(self, party: Party, inside: str) -> None:
        lexicon = self.lexicon
        keys = [key for word in inside.replace(",", " ").replace(":", " : ").split() if (key := fold(word))]
        whole = " ".join(keys)
        if not keys:
            party.flags.update({"doubt"} if "?" in inside else ())
        elif inside.endswith("?") or lexicon["joining.doubt"].begins(keys):
            open_seat = party.what is What.ROLE and whole in self.lexicon["nobody.leading"]
            party.flags.add("doubt" if party.what in PARTIES and not open_seat else "nobody")
        elif lexicon["joining.hired"].find(keys):
            party.flags.add("nobody")
        elif self._is_absence(party, keys):
            return
        elif _RACI.match(whole):
            party.letters = whole
            party.flags.add("raci")
        elif whole in lexicon["joining.owner"]:
            party.stand = "owner"
        elif whole in lexicon["joining.shared"]:
            party.flags.add("shared")
        elif self._is_plain_remark(whole, keys):
            self._add_remark(party, inside, whole)
        elif not self._take_helper_bracket(party, inside, keys):
            self._take_parts_in_bracket(party, inside)

    def _is_absence(self, party: Party, keys: Keys) -> bool:
        found = self.lexicon["joining.stale"].find(keys)
        if found is None or (len(keys[found[0]]) == 1 and len(keys) > 1):
            return False
        gone = self.lexicon["joining.gone"].at(keys, found[0])
        party.flags.add("gone" if gone else "away")
        return True

    def _is_plain_remark(self, whole: str, keys: Keys) -> bool:
        lexicon = self.lexicon
        return (
            whole in lexicon["places.place"]
            or bool(_PERCENT.match(whole))
            or lexicon["joining.remark"].begins(keys) > 0
            or all(key in lexicon["people.pronoun"] for word in keys for key in word.split("/"))
            or whole in lexicon["people.credential"]
        )

    def _add_remark(self, party: Party, inside: str, whole: str) -> None:
        party.remarks.append(inside)
        if whole in self.lexicon["places.place"]:
            party.region = inside

    def _take_helper_bracket(self, party: Party, inside: str, keys: Keys) -> bool:
        if kind := self.helper_kind(keys):
            party.helper_kind = kind
            party.flags.add("second")
            return True
        for kind in self.lexicon.helper_kinds:
            nouns = self.lexicon[f"joining.helper.{kind}"]
            if length := nouns.begins(keys):
                rest = inside.replace(":", " ").replace(",", " , ").split()[length:]
                names = " ".join(rest)
            elif length := nouns.ends(keys):
                rest = inside.split()[:-length]
                names = " ".join(rest[:-1] if rest and fold(rest[-1]) in _AS else rest)
            else:
                continue
            found = self.inner(names)
            people = [p for p in found if p.what in {What.PERSON, What.ROLE, What.UNKNOWN, What.INITIALS}]
            if people and len(people) == len(found):
                party.helpers.extend(Helper(p.text, p.atom.who[0].id, kind) for p in people if p.atom.who)
                return True
        return False

    def _take_parts_in_bracket(self, party: Party, inside: str) -> None:
        first = inside.lstrip()[:1]
        keys = [fold(word) for word in inside.split()[:3]]
        if keys and (
            self.lexicon["joining.or"].begins(keys) or self.lexicon["joining.then"].begins(keys) or first in "→>"
        ):
            party.flags.add("choice" if self.lexicon["joining.or"].begins(keys) else "pass")
            return
        joined = first in "+&" or bool(keys and self.lexicon["joining.and"].begins(keys))
        found = [p for p in self.inner(inside.lstrip("+& ")) if p.what is not What.REMARK]
        people = [p for p in found if p.what is What.PERSON or p.what is What.SEVERAL]
        if _WEEKS.search(inside) and not people:
            party.flags.add("when")
            party.remarks.append(inside)
        elif joined and found:
            party.atom = Atom(What.SEVERAL, (*party.atom.who, *(w for p in found for w in p.atom.who)))
        elif not people or len(people) < len(found):
            party.remarks.append(inside)
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
        one = len(people) == 1 and people[0].what is What.PERSON
        if party.what is What.PERSON and (addresses or (party.atom.known and same)):
            party.remarks.append(inside)
        elif party.what in {What.UNKNOWN, What.INITIALS} and addresses:
            who = Candidate("person", None, party.text)
            party.atom = Atom(What.PERSON, (who,), Evidence.FULL)
            party.remarks.append(inside)
        elif party.what is What.ROLE and one:
            role = party.part.text
            party.atom = Atom(What.PERSON, people[0].atom.who, Evidence.FULL, role, people[0].atom.known)
        elif (
            party.what is What.PERSON
            and one
            and party.atom.evidence is Evidence.FULL
            and " " not in inside
            and not people[0].atom.known
        ):
            party.remarks.append(inside)  # "Robert Smith (Bob)"
        elif party.what in {What.TEAM, What.FUNCTION, What.ALL, What.ORGANISATION, What.UNKNOWN, What.THING} and one:
            party.flags.add("group-with-name")
            party.helpers.extend(Helper(w.text, w.id, "contributor") for w in people[0].atom.who)
        elif one:
            party.flags.add("second-name")
        else:
            party.atom = Atom(What.SEVERAL, (*party.atom.who, *(w for p in people for w in p.atom.who)))

    def inner(self, text: str) -> list[Party]:
        """Return the parties in a bracket's text; its own brackets are left aside."""
        parts = join_words(cut(text, self.lexicon).parts, self.lexicon)
        for part in parts:
            part.brackets = []
        return [Party(part, self.atom(part.words)) for part in parts[:20] if part.words]


def _joined(part: Part) -> Atom | None:
    if part.joined == "":
        return None
    return of_kind(What.ROLE if part.joined == "role" else What.TEAM, part.text)


def _is_prose(party: Party) -> bool:
    return party.what not in {What.PERSON, What.ROLE} or len(party.part.words) > 3


def _link_kind(link: str) -> str:
    key = link.casefold()
    if any(mark in key for mark in ("back", "cover", "vertret")):
        return "backup"
    if any(mark in key for mark in ("review", "check")):
        return "reviewer"
    if any(mark in key for mark in ("approv", "sign")):
        return "approver"
    return "informed" if key == "cc" else "contributor"
