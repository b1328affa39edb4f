"""A list of names as people paste it, one a line: who is new, who is known, who looks like somebody.

A line is a name, and after it, in any order, a role of the launch and an e-mail: "Ana Lima, PR lead", "Ana Lima
<ana@acme.com>", or the cells of a row of a spreadsheet.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.likeness import like
from launchplanner.checks.owners import Label, Reading
from launchplanner.plan.edits import Add, AddAlias, BindRole, Change, Edit, Together
from launchplanner.plan.order import position_between
from launchplanner.plan.people import GROUP, ORGANISATION, Person, RoleHold, Team
from launchplanner.plan.plan import PERSON, TEAM
from launchplanner.plan.templates import person_id
from launchplanner.plan.values import Table
from launchplanner.words import _, joined, ngettext, quoted

NEW: Final = "new"
KNOWN: Final = "known"
ALIKE: Final = "alike"
GROUP_OF_PEOPLE: Final = "group"
LEFT_OUT: Final = "left out"

MOST_LINES: Final = 2000
"""Lines that are read; a list of people that is longer is some other text."""
_MAIL: Final = re.compile(r"<?([^\s<>,;()]+@[^\s<>,;()]+)>?")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·–]|\d{1,3}[.)])\s+")
_BRACKET: Final = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_GROUPS: Final[Mapping[str, str]] = {"OWN-TEAM": GROUP, "OWN-ORG": ORGANISATION}


@dataclass(frozen=True, slots=True)
class ListedName:
    """A line of the list: what it names, and what that is to the launch.

    `role` is the id of a role that the line gives and that nobody holds; `matches` are the ids of the people who are
    meant or may be meant; `remark` says in words what else there is to know.
    """

    text: str
    verdict: str
    name: str
    email: str = ""
    role: str = ""
    matches: tuple[str, ...] = ()
    alias: str = ""
    kind: str = ""
    remark: str = ""


def read_names(context: Context, text: str) -> tuple[ListedName, ...]:
    """Return what each line of a list names; empty lines are passed over, and who is named twice is left out once."""
    found: list[ListedName] = []
    met: set[str] = set()
    given: set[str] = set()
    for line in _lines(text):
        listed = _read(context, line, given)
        key = listed.matches[0] if listed.verdict == KNOWN and listed.matches else listed.name.casefold()
        if key in met and listed.verdict != LEFT_OUT:
            listed = replace(listed, verdict=LEFT_OUT, role="", remark=_("stands in the list already"))
        met.add(key)
        given |= {listed.role} - {""}
        found.append(listed)
    return tuple(found)


def told(context: Context, listed: ListedName) -> str:
    """Return what will become of a line, in words."""
    known = [context.plan.people[key].name for key in listed.matches]
    words = {
        NEW: _("a new person"),
        KNOWN: _("{name}, who is in the roster already").format(name=joined(known)) if known else _("known already"),
        ALIKE: _("a new person, who looks like {names}").format(names=joined(known)),
        GROUP_OF_PEOPLE: _("a new company") if listed.kind == ORGANISATION else _("a new team"),
        LEFT_OUT: _("left out"),
    }[listed.verdict]
    role = _("holds {role}").format(role=context.name(listed.role)) if listed.role else ""
    return "; ".join(part for part in (words, role, listed.remark) if part)


def names_added(context: Context, names: Sequence[ListedName], same: Mapping[int, str]) -> Edit | None:
    """Return the one step that brings a list in; None when all of it is there already.

    Args:
        context: of the plan.
        names: what was read.
        same: for a place in `names`, the id of the person whose name it is another spelling of.
    """
    plan, edits, count = context.plan, list[Edit](), 0
    taken = Table((key, Person(name=key)) for key in (*plan.people, *plan.roles, *plan.teams))
    order = max((person.order for person in plan.people.values()), default="")
    for place, listed in enumerate(names):
        match = same.get(place, listed.matches[0] if listed.verdict == KNOWN and listed.matches else "")
        if match:
            edits += _known(context, listed, match)
        elif listed.verdict in {NEW, ALIKE, GROUP_OF_PEOPLE}:
            key = person_id(listed.name, taken)
            taken = taken.with_(key, Person(name=listed.name))
            order = position_between(order, "")
            edits.append(_new(listed, key, order))
            count += 1
    if not edits:
        return None
    title = ngettext("Add {n} from a list", "Add {n} from a list", count).format(n=count)
    return Together(title if count else _("Complete the roster from a list"), tuple(edits))


def _new(listed: ListedName, key: str, order: str) -> Edit:
    if listed.verdict == GROUP_OF_PEOPLE:
        return Add(TEAM, key, Team(name=listed.name, kind=listed.kind))
    holds = (RoleHold(role=listed.role),) if listed.role else ()
    aliases = (listed.alias,) if listed.alias else ()
    person = Person(name=listed.name, email=listed.email, aliases=aliases, holds=holds, order=order)
    return Add(PERSON, key, person)


def _known(context: Context, listed: ListedName, key: str) -> Iterator[Edit]:
    """Yield what the list tells of somebody who is known: another spelling, an e-mail, a role that nobody holds."""
    person = context.plan.people[key]
    spelling = listed.alias or listed.name
    if context.lookup.directory.person(spelling) != key and listed.verdict != KNOWN:
        yield AddAlias(key, spelling)
    if listed.email and not person.email:
        yield Change(PERSON, key, {"email": listed.email})
    if listed.role:
        yield BindRole(listed.role, key, alone=False)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines()[:MOST_LINES]:
        # Mail programs put everybody on one line.
        parts = line.split(";") if line.count("@") > 1 else [line]
        for part in parts:
            bare = _BULLET.sub("", part).strip()
            if bare:
                yield bare


def _read(context: Context, line: str, given: set[str]) -> ListedName:
    mail = _MAIL.search(line)
    email = mail.group(1) if mail else ""
    rest = _MAIL.sub(" ", line) if mail else line
    cells = [" ".join(cell.split()).strip(" ,;\"'") for cell in rest.split("\t")]
    words = [cell for cell in cells if cell]
    name = words[0] if words else _from_mail(email)
    after = " ".join(words[1:])
    bracket = _BRACKET.match(name)
    if not after and bracket:
        name, after = bracket.group(1), bracket.group(2)
    listed = ListedName(line, NEW, name, email)
    if not after and "," in name:
        listed, after = _parted(context, listed)
    if after:
        listed = _with_role(context, listed, after, given)
    return _judged(context, listed)


def _parted(context: Context, listed: ListedName) -> tuple[ListedName, str]:
    """Return a name with a comma as one name, or as a name and what follows it."""
    first, _comma, after = (part.strip() for part in listed.name.partition(","))
    if "," in after or _role_of(context, after) or _speaks_of_role(context.owner(after, context.today)):
        return replace(listed, name=first), after
    if _person_of(context.owner(listed.name, context.today)):
        return listed, ""
    return replace(listed, name=f"{after} {first}", alias=listed.name), ""


def _with_role(context: Context, listed: ListedName, text: str, given: set[str]) -> ListedName:
    role = _role_of(context, text)
    if not role:
        return replace(listed, remark=_("{role} is no role of this launch").format(role=quoted(text)))
    holders = context.holders(role)
    if holders and context.lookup.directory.person(listed.name) in holders:
        return listed
    if holders or role in given:
        names = joined([context.name(holder) for holder in holders]) or _("somebody else in the list")
        return replace(listed, remark=_("{role} stays with {names}").format(role=context.name(role), names=names))
    return replace(listed, role=role)


def _role_of(context: Context, text: str) -> str:
    role = context.lookup.directory.role(text)
    if role is not None:
        return role
    reading = context.owner(text, context.today)
    if reading.label is Label.SINGLE and len(reading.owners) == 1 and reading.owners[0].kind == "role":
        return reading.owners[0].id or ""
    return ""


def _speaks_of_role(reading: Reading) -> bool:
    return any(owner.kind == "role" for owner in reading.owners) or reading.code == "OWN-TEAM"


def _person_of(reading: Reading) -> str:
    one = reading.label is Label.SINGLE and len(reading.owners) == 1 and reading.owners[0].kind == "person"
    return (reading.owners[0].id or "") if one else ""


def _judged(context: Context, listed: ListedName) -> ListedName:
    """Return the line with who it names in this launch."""
    name, directory = listed.name, context.lookup.directory
    reading = context.owner(name, context.today)
    known = directory.person(name) or directory.person(listed.email) or _person_of(reading)
    if known:
        return replace(listed, verdict=KNOWN, matches=(known,))
    if reading.code in _GROUPS and not _is_known_group(reading):
        return replace(listed, verdict=GROUP_OF_PEOPLE, kind=_GROUPS[reading.code], role="")
    why = _why_left_out(name, reading)
    if why:
        return replace(listed, verdict=LEFT_OUT, role="", remark=why)
    near = tuple(owner.id for owner in reading.owners if owner.id in context.plan.people) or tuple(
        like(name, [(key, text) for key, one in context.lookup.people for text in (one.name, *one.aliases)])
    )
    return replace(listed, verdict=ALIKE, matches=near) if near else listed


def _why_left_out(name: str, reading: Reading) -> str:
    """Return why a text is nobody to add; "" for one that may be a person."""
    if not any(letter.isalpha() for letter in name):
        return _("there is no name in it")
    if _is_known_group(reading):
        return _("a team that is known already")
    if reading.label in {Label.PLURAL, Label.TEAM}:
        return _("it is not one person")
    return _("it names no person") if reading.label is Label.NONE or _speaks_of_role(reading) else ""


def _is_known_group(reading: Reading) -> bool:
    return any(owner.kind in {"team", "organisation"} and owner.id for owner in reading.owners)


def _from_mail(email: str) -> str:
    return " ".join(part.capitalize() for part in re.split(r"[._-]+", email.partition("@")[0]) if part)
