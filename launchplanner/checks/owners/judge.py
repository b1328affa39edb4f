"""The rules in order: from what the parts of a cell name to how many answer for the work.

The default is never "single": what no rule and no roster knows becomes a question.
"""

import re

from launchplanner.checks.owners.brackets import Atoms
from launchplanner.checks.owners.commas import is_same, read_pair, read_row
from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.habit import Habit
from launchplanner.checks.owners.kinds import GROUPS, Atom
from launchplanner.checks.owners.lexicon import Lexicon
from launchplanner.checks.owners.merging import is_uncertain_title, merge_parts
from launchplanner.checks.owners.names import Evidence
from launchplanner.checks.owners.parties import PartyReader
from launchplanner.checks.owners.party import Party
from launchplanner.checks.owners.readings import Candidate, Helper, Label
from launchplanner.checks.owners.roster import Roster
from launchplanner.checks.owners.tokens import Part, cut, join_words
from launchplanner.checks.owners.verdict import Verdict, none, unclear
from launchplanner.checks.owners.whole import read_whole
from launchplanner.checks.owners.word import CHOICE, LOUD, SHARED, facts_of

_LONG = 2_000  # characters of a cell that are read; with more, nobody can be sure that it names one person
_PAIR = 2
_LONGEST_NAME = 100  # characters of a text that a list or the roster may know as a whole
_BLANKS = re.compile(r"[^\S\n]{2,}")


class Judge:
    """Reads one cell with the word lists, a roster and a column's habit at hand."""

    def __init__(self, lexicon: Lexicon, roster: Roster, habit: Habit, atoms: Atoms) -> None:
        self.lexicon = lexicon
        self.roster = roster
        self.habit = habit
        self.reader = PartyReader(lexicon, roster, atoms)

    @property
    def has_met_known(self) -> bool:
        """Whether the roster had a part in the answer for some of the words."""
        return self.reader.has_met_known

    def judge(self, text: str) -> Verdict:
        """Return the verdict on a text without hidden characters and markup."""
        if not text[:1].isalnum() and not any(c.isalnum() for c in text):
            return none()
        plain = self.is_plain(text)
        if settled := self._settled(text, plain=plain):
            return settled
        if plain:
            part = Part(words=[self.lexicon.word(word) for word in text.split()])
            return self._count([self.reader.read(part, None)])
        text = _BLANKS.sub(" ", text) if "  " in text or not text.isprintable() else text
        verdict = self._cut(text[:_LONG])
        if len(text) > _LONG and verdict.label is Label.SINGLE:
            return unclear("OWN-UNKNOWN", verdict.owners)
        return verdict

    def is_plain(self, text: str) -> bool:
        """Tell whether the text is a few words that can only be names, with nothing between or beside them."""
        if len(text) > _LONGEST_NAME or not text.replace(" ", "").isalpha():
            return False
        return all(word and not self.lexicon.word(word).facts & LOUD for word in text.split(" "))

    def _cut(self, text: str) -> Verdict:
        cell = cut(_without_numbering(text), self.lexicon)
        if cell.hole:
            return self._hole(text)
        if choice := self._choice_words(cell.parts):
            return choice
        parts = join_words(cell.parts, self.lexicon)
        return self._parties(merge_parts(parts, self.reader)) if parts else none()

    def _settled(self, text: str, *, plain: bool) -> Verdict | None:
        """Return what the roster, what people said before, or a list says of the whole text."""
        if len(text) > _LONGEST_NAME:
            return None
        if known := self.roster.known(text):
            first, *others = known
            return unclear("OWN-UNKNOWN", known) if others else _one(first, known=True)._replace(is_sure=True)
        key = fold(text)
        if key in self.roster.as_one:
            return Verdict(Label.SINGLE, "OWN-OK", (Candidate("person", None, text),), is_sure=True)
        if key in self.roster.as_two:
            two = tuple(Candidate("person", None, name.strip()) for name in text.split(","))
            return Verdict(Label.PLURAL, "OWN-PLURAL", two)
        return None if plain else read_whole(text, key, self.lexicon)

    def _hole(self, text: str) -> Verdict:
        inside = text.translate(_NO_BRACKETS).strip(" $%")
        if not inside or inside == text:
            return none()
        verdict = self.judge(inside)
        if verdict.label is Label.PLURAL:
            return verdict
        named = verdict.code in {"OWN-OK", "OWN-UNKNOWN"} and verdict.label is Label.SINGLE and text[0] == "["
        return verdict if named else none()

    def _choice_words(self, parts: list[Part]) -> Verdict | None:
        """Return a question if the words say how somebody will be chosen."""
        for part in parts:
            if not facts_of(part.words) & CHOICE:
                continue
            keys = part.keys
            chosen = self.lexicon["joining.choice"].find(keys) and not self.roster.known(part.text)
            if chosen and self.lexicon["joining.shared"].begins(keys) < len(keys):
                return unclear("OWN-CHOICE", tuple(self._named(parts)))
        return None

    def _named(self, parts: list[Part]) -> list[Candidate]:
        found = [self.reader.atom(part.words) for part in join_words(parts[:20], self.lexicon)]
        return [who for atom in found if atom.what in {"person", "role"} for who in atom.who]

    def _parties(self, parts: list[Part]) -> Verdict:
        parties: list[Party] = []
        for part in parts:
            parties.append(self.reader.read(part, parties[-1] if parties else None))
        signs = _signs(parties)
        if signs.isdisjoint(_TELLING):
            return self._count(parties)
        rules = (
            (_EMPTY, self._empty),
            (_ABSENT, self._away),
            (_TOGETHER, self._shared),
            (_PASSED, self._pass),
            (_CHOSEN, self._choice),
            (_LETTERED, self._letters),
            (_HELPED, self._helped),
        )
        for needed, rule in rules:
            if not needed.isdisjoint(signs) and (verdict := rule(parties)):
                return verdict
        return self._count(parties)

    def _empty(self, parties: list[Party]) -> Verdict | None:
        """Nobody, a machine, or a name beside an open seat."""
        plain = [p for p in parties if p.stand in {"plain", "owner"}]
        empty = [p for p in plain if p.what == "nobody" or "nobody" in p.flags]
        if not empty:
            return None
        others = [p for p in plain if p not in empty and p.is_active]
        beside = len(plain) > 1 and plain[1].part.before in {"dash", "dot", "colon"}
        role = all(p.what in {"role", "function"} for p in others)
        if not others or (beside and (plain[0] is empty[0] or role)):
            return none(owners=_owners(others))
        if any(p.part.before in {"or", "or_short"} for p in plain):
            return unclear("OWN-CHOICE", _owners(others))
        return Verdict(Label.PLURAL, "OWN-PLURAL", _owners(others))

    def _away(self, parties: list[Party]) -> Verdict | None:
        active = [p for p in parties if p.is_active]
        if len(active) != 1:
            return None
        if "gone" in active[0].flags:
            return none("OWN-STALE", _owners(active))
        if "away" in active[0].flags:
            return unclear("OWN-STALE", _owners(active), _helpers(parties))
        return None

    def _shared(self, parties: list[Party]) -> Verdict | None:
        for party in parties:
            keys = party.part.keys
            length = self.lexicon["joining.shared"].begins(keys)
            field = self.lexicon["functions.word"].begins(keys)
            joint = length > 0 and field <= length and not party.atom.known
            if "shared" in party.flags or party.what == "shared" or joint:
                return Verdict(Label.PLURAL, "OWN-PLURAL", _owners([p for p in parties if p.is_active]))
        return None

    def _pass(self, parties: list[Party]) -> Verdict | None:
        """The lead goes from one to another inside the work."""
        active = [p for p in parties if p.is_active]
        passing = any(p.part.before in {"arrow", "then"} for p in parties[1:] if p.is_active or p.what == "nobody")
        dated = sum("when" in p.flags for p in active) > 1
        limited = any(p.part.before == "limit" for p in parties) and len(active) > 1
        if any("pass" in p.flags for p in active) or (len(active) > 1 and (passing or dated or limited)):
            return Verdict(Label.PLURAL, "OWN-HIDDENPASS", _owners(active))
        return None

    def _choice(self, parties: list[Party]) -> Verdict | None:
        active = [p for p in parties if p.stand in {"plain", "owner"}]
        chosen = any(p.part.before in {"or", "or_short"} for p in active[1:]) or any(
            "choice" in p.flags for p in active
        )
        return unclear("OWN-CHOICE", _owners(active)) if chosen else None

    def _letters(self, parties: list[Party]) -> Verdict | None:
        """RACI letters: one with an A is the owner, but only people can say that this is meant."""
        lettered = [p for p in parties if "raci" in p.flags and p.is_active]
        if len(lettered) < _PAIR:
            return None
        accountable = [p for p in lettered if "a" in p.letters]
        others = [p for p in lettered if p not in accountable]
        if len(accountable) > 1:
            return Verdict(Label.PLURAL, "OWN-PLURAL", _owners(accountable), _as_helpers(others))
        return unclear("OWN-RACI", _owners(accountable or lettered), _as_helpers(others) if accountable else ())

    def _helped(self, parties: list[Party]) -> Verdict | None:
        """One owner who is marked as such, or whose companions are marked as helpers."""
        active = [p for p in parties if p.is_active]
        marked = [p for p in active if p.stand == "owner"]
        if len(marked) == 1 and len(active) > 1:
            others = [p for p in active if p is not marked[0]]
            return self._single(marked[0], _helpers(parties) + _as_helpers(others))
        second = [p for p in active if "second" in p.flags]
        if len(second) == len(active) - 1 and second:
            first = next(p for p in active if p not in second)
            return self._single(first, _helpers(parties) + _as_helpers(second))
        return None

    def _count(self, parties: list[Party]) -> Verdict:
        active = [p for p in parties if p.is_active or p.what == "thing"]
        if not active:
            return self._nothing(parties)
        doubtful = any("doubt" in p.flags for p in parties)
        if doubtful and all(p.part.before in {"", "comma"} for p in active[1:]):
            return unclear("OWN-UNSURE", _owners(active))
        same = active[0].atom.known and all(is_same(active[0], party) for party in active)
        found = active[0] if same or len(active) == 1 else self._several(active)
        if isinstance(found, Verdict):
            return found
        verdict = self._single(found, _helpers(parties), _remarks(parties))
        return verdict._replace(is_sure=True) if same else verdict

    def _several(self, active: list[Party]) -> Verdict | Party:
        if is_uncertain_title([p.part for p in active], [p.atom for p in active], self.lexicon):
            return unclear("OWN-SLASHROLE", _owners(active))
        if len(active) == _PAIR:
            return read_pair(active[0], active[1], self.lexicon, self.roster, self.habit)
        return read_row(active)

    def _nothing(self, parties: list[Party]) -> Verdict:
        """Only remarks, places or helpers are left."""
        if parties[0].stand == "helper" or parties[0].what in {"place", "credential"}:
            return unclear("OWN-UNKNOWN", (Candidate("unknown", None, parties[0].text),), _helpers(parties))
        return none()

    def _single(self, party: Party, helpers: tuple[Helper, ...] = (), remarks: tuple[str, ...] = ()) -> Verdict:
        verdict = self._alone(party, helpers)
        if remarks and verdict.label is Label.SINGLE:
            return Verdict(verdict.label, verdict.code, verdict.owners, verdict.helpers, (*verdict.remarks, *remarks))
        return verdict

    def _alone(self, party: Party, helpers: tuple[Helper, ...]) -> Verdict:
        who = party.candidates()
        helpers = helpers or tuple(party.helpers)
        if "gone" in party.flags or "away" in party.flags:
            return none("OWN-STALE", who) if "gone" in party.flags else unclear("OWN-STALE", who, helpers)
        if "second-name" in party.flags:
            return unclear("OWN-COMMA", who)
        if "group-with-name" in party.flags:
            return unclear("OWN-UNKNOWN", who, helpers)
        if party.part.more:
            return Verdict(Label.PLURAL, "OWN-PLURAL", who)
        return _by_atom(party.atom, who, helpers, tuple(party.remarks), roster=self.roster)


_NUMBERING = re.compile(r"(?:^|(?<=[\s,;]))\(?(?:[1-9]\d?[.)]|#[1-9]|[①-⑳])\s+(?=\S)")


def _without_numbering(text: str) -> str:
    """Return the text with the numbers of a list as separators."""
    return _NUMBERING.sub(";", text) if text[:1] in "(1#①" else text


_NO_BRACKETS = str.maketrans(dict.fromkeys("[]{}<>", " "))
# Without one of these signs a rule has nothing to say.
_EMPTY = frozenset({"nobody"})
_ABSENT = frozenset({"gone", "away"})
_TOGETHER = frozenset({"shared"})
_PASSED = frozenset({"pass", "when", "arrow", "then", "limit"})
_CHOSEN = frozenset({"choice", "or", "or_short"})
_LETTERED = frozenset({"raci"})
_HELPED = frozenset({"owner", "second"})
_TELLING = _EMPTY | _ABSENT | _TOGETHER | _PASSED | _CHOSEN | _LETTERED | _HELPED


def _signs(parties: list[Party]) -> set[str]:
    """Return what is said of the parties: flags, separators, who is marked as owner, and what is named."""
    signs: set[str] = set()
    for party in parties:
        signs.update(party.flags, (party.part.before, party.stand, party.atom.what))
        if facts_of(party.part.words) & SHARED:
            signs.add("shared")
    return signs


_BESIDE_NAMES = frozenset({"place", "credential", "remark"})
_GROUP_CODES = {
    "team": "OWN-TEAM",
    "function": "OWN-TEAM",
    "all": "OWN-ALL",
    "organisation": "OWN-ORG",
    "group-address": "OWN-GROUPADDR",
}


def _by_atom(
    atom: Atom, who: tuple[Candidate, ...], helpers: tuple[Helper, ...], remarks: tuple[str, ...], *, roster: Roster
) -> Verdict:
    what = atom.what
    if what in GROUPS:
        return Verdict(Label.TEAM, _GROUP_CODES[what], who, helpers, remarks)
    if what == "machine":
        return none("OWN-BOT", who)
    if what == "several":
        return Verdict(Label.PLURAL, "OWN-PLURAL", who, helpers)
    if what not in {"person", "role"} or not who:
        return unclear("OWN-UNKNOWN", who, helpers)
    known = atom.known or roster.is_empty or atom.evidence is Evidence.ADDRESS
    return _one(who[0], known=known, helpers=helpers, remarks=remarks)


def _one(who: Candidate, *, known: bool, helpers: tuple[Helper, ...] = (), remarks: tuple[str, ...] = ()) -> Verdict:
    if who.kind == "team":
        return Verdict(Label.TEAM, "OWN-TEAM", (who,), helpers, remarks)
    if who.kind == "organisation":
        return Verdict(Label.TEAM, "OWN-ORG", (who,), helpers, remarks)
    if who.kind == "role" and len(who.holders) != 1:
        return Verdict(Label.SINGLE, "OWN-ROLE", (who,), helpers, remarks)
    if not known:
        return Verdict(Label.SINGLE, "OWN-UNKNOWN", (who,), helpers, remarks)
    if not helpers:
        return Verdict(Label.SINGLE, "OWN-OK", (who,), helpers, remarks)
    backup = all(helper.kind in {"backup", "shadow"} for helper in helpers)
    return Verdict(Label.SINGLE, "OWN-OK-BACKUP" if backup else "OWN-OK-CONTRIB", (who,), helpers, remarks)


def _owners(parties: list[Party]) -> tuple[Candidate, ...]:
    return tuple([who for party in parties for who in party.candidates()])


def _helpers(parties: list[Party]) -> tuple[Helper, ...]:
    named = [Helper(w.text, w.id, p.helper_kind) for p in parties if p.stand == "helper" for w in p.atom.who]
    return (*named, *[helper for party in parties for helper in party.helpers])


def _as_helpers(parties: list[Party]) -> tuple[Helper, ...]:
    return tuple(Helper(w.text, w.id, p.helper_kind or "contributor") for p in parties for w in p.atom.who)


def _remarks(parties: list[Party]) -> tuple[str, ...]:
    return tuple([p.part.text for p in parties if p.stand == "remark" or p.atom.what in _BESIDE_NAMES])
