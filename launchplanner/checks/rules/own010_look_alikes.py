"""OWN010: two people in the roster with nearly the same name."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Part, Rule
from launchplanner.checks.likeness import look_alikes
from launchplanner.plan.edits import JoinPeople, Waive
from launchplanner.plan.plan import PERSON
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    people = context.plan.people
    for kept, other in look_alikes([(key, person.name) for key, person in context.lookup.people]):
        part = Part(PERSON, other, people[other].name)
        message = _("{one} and {other} look alike, and may be one person.").format(
            one=quoted(people[other].name), other=quoted(people[kept].name)
        )
        fixes = (
            Fix(_("They are one person, {name}").format(name=people[kept].name), JoinPeople(kept, other)),
            Fix(_("They are two people"), Waive(RULE.id, other, _("They are two people"))),
        )
        yield Finding(RULE.id, WARNING, part, message, fixes)


RULE = Rule(
    id="OWN010",
    name="look_alikes",
    severity=WARNING,
    title="One person or two?",
    what="Two entries in the roster whose names differ by a letter or two, by look-alike letters of another alphabet, "
    "or by a missing surname.",
    why="Work that is given to the one is not seen in the list of the other. After an import the same person often has "
    "two entries, and each looks half as busy.",
    repairs="The two become one, which keeps both spellings, or they are two people and this stays on record.",
    source="Names met in published launch plans; Unicode Technical Standard 39 on confusable letters.",
    check=_check,
)
