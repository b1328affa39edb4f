"""The roster that the owner cells of a file speak of: people by every spelling met, and roles.

What a cell says is never rewritten: a task keeps the text, and the person keeps the text among the aliases.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from launchplanner.checks.owners import Candidate, Label, Reading, read_column, read_owner
from launchplanner.formats.importers.drafts import Draft
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.text import key_of
from launchplanner.plan.order import positions
from launchplanner.plan.people import Person, Role, initials_of
from launchplanner.plan.templates import person_id
from launchplanner.plan.values import Table
from launchplanner.words import _, quoted
from launchplanner.words.resources import resource_text

_SHORT: Final = 4
_DEEDS: Final = frozenset(str(verb) for verb in tomllib.loads(resource_text("importing/lists.toml"))["deeds"])


@dataclass(slots=True)
class _Known:
    name: str
    tasks: int = 0
    spellings: dict[str, None] = field(default_factory=dict[str, None])


def can_own(text: str, work: str) -> bool:
    """Say whether the word before a colon owns the work named after it.

    "Docs Lead: …" does, and so does "Marketing: Send tweet"; "Performance: No warnings" names a subject, "FM1: Test" a
    code.
    """
    reading = read_owner(text)
    owners = reading.owners
    if not owners or reading.label not in {Label.SINGLE, Label.TEAM, Label.PLURAL}:
        return False
    if all(owner.kind == "role" or owner.text.startswith("@") for owner in owners):
        return True
    return all(owner.kind in {"role", "team"} for owner in owners) and key_of(work.split(maxsplit=1)[0]) in _DEEDS


def roster_of(drafts: Iterable[Draft], notes: Notebook) -> tuple[Table[Person], Table[Role]]:
    """Return the people and roles that are named as single owners."""
    drafts = list(drafts)
    texts = Counter(draft.owner for draft in drafts if draft.owner.strip())
    emails = {draft.owner: draft.email for draft in drafts if "@" in draft.email}
    readings = read_column(texts.elements())
    people: dict[str, _Known] = {}
    roles: dict[str, _Known] = {}
    named = any(one is not None and one.kind == "person" for one in map(_one_owner, readings))
    for reading in readings:
        one = _one_owner(reading)
        if one is None and named and texts[reading.text] > 1 and _could_be_a_name(reading):
            one = reading.owners[0]
        if one is None or one.kind not in {"person", "unknown", "role"}:
            continue
        found = roles if one.kind == "role" else people
        known = found.setdefault(_key(one.text), _Known(one.text))
        known.tasks += 1
        known.spellings[reading.text] = None
    _join_short_forms(people, notes)
    _join_initials(people, readings, notes)
    return _people(people, emails), _roles(roles)


def _key(name: str) -> str:
    return key_of(name.removeprefix("@"))


def _one_owner(reading: Reading) -> Candidate | None:
    return reading.owners[0] if reading.label is Label.SINGLE and len(reading.owners) == 1 else None


def _could_be_a_name(reading: Reading) -> bool:
    """Say whether a text that no list knows looks like the names that its column has: a few words with capitals."""
    words = reading.text.split()
    one = len(reading.owners) == 1 and reading.owners[0].kind == "unknown"
    return one and len(words) <= 3 and all(word[0].isupper() and word.isalpha() for word in words)  # noqa: PLR2004


def _join_short_forms(people: dict[str, _Known], notes: Notebook) -> None:
    """Join "EN" and "Emmanuel" to "Emmanuel Ngabire" while that is the only one they can mean."""
    whole = [key for key in people if len(key.split()) > 1]
    for key in [key for key in people if len(key.split()) == 1]:
        fits = [each for each in whole if each.split()[0] == key or _is_initials(people[key].name, people[each].name)]
        if len(fits) != 1:
            continue
        short, full = people.pop(key), people[fits[0]]
        full.tasks += short.tasks
        full.spellings.update(short.spellings)
        full.spellings[short.name] = None
        _say_joined(short.name, full.name, notes)


def _join_initials(people: dict[str, _Known], readings: Iterable[Reading], notes: Notebook) -> None:
    """Join initials that no list knows, such as "QX", to the one person whose they are."""
    known = {spelling for each in people.values() for spelling in (each.name, *each.spellings)}
    for text in dict.fromkeys(reading.text for reading in readings if _one_owner(reading) is None):
        fits = [each for each in people.values() if _is_initials(text, each.name)]
        if text not in known and len(fits) == 1:
            fits[0].spellings[text] = None
            _say_joined(text, fits[0].name, notes)


def _say_joined(short: str, name: str, notes: Notebook) -> None:
    text = _("{short} is read as {name}, the only one of the roster whom it can mean.")
    notes.understood(text.format(short=quoted(short), name=quoted(name)))


def _is_initials(short: str, name: str) -> bool:
    return (
        len(short) > 1
        and short.isupper()
        and len(short) <= _SHORT
        and short == "".join(word[0] for word in name.split() if word[0].isalpha()).upper()
    )


def _people(known: dict[str, _Known], emails: Mapping[str, str]) -> Table[Person]:
    table: Table[Person] = Table()
    for order, each in zip(positions(len(known)), known.values(), strict=True):
        aliases = tuple(spelling for spelling in each.spellings if spelling != each.name)
        email = next((emails[text] for text in (each.name, *aliases) if text in emails), "")
        initials = initials_of(each.name.removeprefix("@"))
        person = Person(name=each.name, initials=initials, email=email, aliases=aliases, order=order)
        table = table.with_(person_id(each.name, table), person)
    return table


def _roles(known: dict[str, _Known]) -> Table[Role]:
    found: dict[str, Role] = {}
    for order, (key, each) in zip(positions(len(known)), known.items(), strict=True):
        slug = "-".join("".join(letter if letter.isalnum() else " " for letter in key).split()) or "role"
        name = slug if slug not in found else f"{slug}-{len(found) + 1}"
        found[name] = Role(name=each.name, order=order)
    return Table(found)
