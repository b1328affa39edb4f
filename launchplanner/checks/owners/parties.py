"""The parts of a cell as parties: who each is, whether it owns or helps, and what the brackets beside it say."""

from launchplanner.checks.owners.brackets import AS, RACI, BracketReader
from launchplanner.checks.owners.kinds import PARTIES, Atom, of_kind
from launchplanner.checks.owners.party import Party
from launchplanner.checks.owners.phrases import Keys
from launchplanner.checks.owners.tokens import Part
from launchplanner.checks.owners.word import ASIDE, HELP, LOUD, MARK, Word, facts_of

_NAME = 3  # words of a name at most
_HOLDING = frozenset({"comma", "and", "amp", "and_short", "or", "slash"})
_BESIDE = frozenset({"comma", "dash", "list", "dot", "line", "limit"})
_UNDATED = frozenset({"person", "unknown", "thing", "role"})


class PartyReader(BracketReader):
    """Turns parts into parties, with the word lists and the roster at hand."""

    def read(self, part: Part, before: Party | None) -> Party:
        """Return the party of a part; a label or a helper's word holds on for the parts that follow it."""
        party = Party(part, _joined(part) if part.joined else self.atom(part.words))
        if part.doubt:
            party.mark("doubt")
        if part.label is not None:
            self._take_label(party, part.label)
        if part.before == "helper":
            party.stand, party.helper_kind = "helper", _link_kind(part.link)
        elif before is not None and part.label is None and part.before in _HOLDING:
            self._hold_on(party, before)
        facts = facts_of(part.words)
        if facts & (MARK | HELP | ASIDE) and facts & LOUD and not part.joined:
            self._take_words(party, facts)
        for inside in part.brackets:
            self.take_bracket(party, inside)
        if before is not None and part.before in _BESIDE:
            self._take_remark(party)
        return party

    def _take_label(self, party: Party, label: Part) -> None:
        keys = label.keys
        whole = " ".join(keys)
        lexicon = self.lexicon
        if RACI.match(whole):
            party.letters, party.stand = whole, "owner"
            party.mark("raci")
        elif kind := self.helper_kind(keys):
            party.stand, party.helper_kind = (
                ("helper", kind) if whole not in lexicon["joining.owner"] else ("owner", "")
            )
        elif whole in lexicon["joining.shared"]:
            party.mark("shared")
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
        elif atom.what == "person" and party.what != "person":
            party.remarks += (party.part.text,)
            party.atom = atom
        elif atom.what == "nobody":
            party.mark("nobody")
        else:
            party.remarks += (label.text,)
            if atom.what == "place":
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

    def _take_words(self, party: Party, facts: int) -> None:
        """Read marks that stand in the words themselves: "led by Ana", "backup Tom", "Tom as backup", "maybe Tom"."""
        if party.atom.known or party.stand == "remark":
            return
        words, keys = party.part.words, party.part.keys
        if facts & MARK and self._take_mark(party, words, keys):
            return
        if facts & ASIDE and party.what in _UNDATED and (dates := self._dates_from(words, keys)) < len(keys):
            party.remarks += (" ".join([word.raw for word in words[dates:]]),)
            party.atom = self.atom(words[:dates])
        elif facts & HELP and party.what != "role" and self._take_helper_words(party, words, keys):
            return
        elif facts & MARK:
            self._take_absence(party, words, keys)

    def _take_mark(self, party: Party, words: list[Word], keys: Keys) -> bool:
        lexicon = self.lexicon
        if (length := lexicon["joining.owner"].begins(keys)) > 1 and length < len(keys):
            party.stand, party.atom = "owner", self.atom(words[length:])
        elif (length := lexicon["joining.doubt"].begins(keys)) and length < len(keys):
            self._take_doubt(party, words[length:])
        elif (length := lexicon["joining.doubt"].ends(keys)) and length < len(keys):
            self._take_doubt(party, words[:-length])
        elif (length := lexicon["joining.stale_first"].begins(keys)) and length < len(keys):
            party.mark("gone")
            party.atom = self.atom(words[length:])
        elif keys[0].startswith("ex-") and keys[0] != "ex-":
            party.mark("gone")
            party.atom = self.atom([lexicon.new_word(words[0].raw[len("ex-") :], keys[0][len("ex-") :]), *words[1:]])
        else:
            return False
        return True

    def _dates_from(self, words: list[Word], keys: Keys) -> int:
        """Return where dates, shares of time and the words that lead to them begin at the end of a part."""
        place = len(keys)
        while place > 1 and words[place - 1].facts & ASIDE:
            place -= 1
        if place < len(keys):
            while place > 1 and self.lexicon["joining.remark"].at(keys, place - 1):
                place -= 1
        return place

    def _take_doubt(self, party: Party, rest: list[Word]) -> None:
        atom = self.atom(rest)
        if party.what != "nobody" and atom.what in PARTIES:
            open_seat = atom.what == "role" and party.part.keys[-1] in self.lexicon["nobody.leading"]
            party.mark("nobody" if open_seat else "doubt")
            party.atom = atom

    def _take_helper_words(self, party: Party, words: list[Word], keys: Keys) -> bool:
        for kind in self.lexicon.helper_kinds:
            nouns = self.lexicon[f"joining.helper.{kind}"]
            length = nouns.begins(keys)
            if length and length < len(keys) and self.atom(words[length:]).what == "person":
                party.stand, party.helper_kind, party.atom = "helper", kind, self.atom(words[length:])
                return True
            length = nouns.ends(keys)
            if length and length < len(keys):
                name = words[:-length]
                named_as = name[-1].key in AS
                name = name[:-1] if named_as else name
                atom = self.atom(name) if name else party.atom
                if name and (atom.what == "person" or (named_as and atom.what in PARTIES)):
                    party.stand, party.helper_kind, party.atom = "helper", kind, atom
                    return True
        return False

    def _take_absence(self, party: Party, words: list[Word], keys: Keys) -> None:
        if party.what in {"role", "function", "team", "nobody"}:
            return
        found = self.lexicon["joining.stale"].find(keys, 1)
        if found is None or len(keys[found[0]]) == 1:
            return
        atom = self.atom(words[: found[0]])
        if atom.what in {"person", "role", "unknown", "initials"}:
            party.atom = atom
            gone = self.lexicon["joining.gone"].at(keys, found[0])
            party.mark("gone" if gone else "away")

    def _take_remark(self, party: Party) -> None:
        """Read a part that says more about the one before it: a date, a place, "due Friday"."""
        part = party.part
        if party.stand == "helper" or party.atom.known:
            return
        if (
            (part.keys and self.lexicon["joining.aside"].begins(part.keys))
            or (part.before == "limit" and party.what not in {"person", "role"} and len(party.atom.who) <= 1)
            or (part.keys and self.lexicon["joining.remark"].begins(part.keys) and _is_prose(party))
        ):
            party.stand = "remark"


def _joined(part: Part) -> Atom:
    return of_kind("role" if part.joined == "role" else "team", part.text)


def _is_prose(party: Party) -> bool:
    return party.what not in {"person", "role"} or len(party.part.words) > _NAME


def _link_kind(link: str) -> str:
    key = link.casefold()
    if any(mark in key for mark in ("back", "cover", "vertret")):
        return "backup"
    if any(mark in key for mark in ("review", "check")):
        return "reviewer"
    if any(mark in key for mark in ("approv", "sign")):
        return "approver"
    return "informed" if key == "cc" else "contributor"
