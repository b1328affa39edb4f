"""What is said about a verdict, and the ways out that are offered."""

from collections.abc import Callable, Mapping
from typing import Final

from launchplanner.checks.owners.readings import Label, Repair, RepairKind
from launchplanner.checks.owners.verdict import Verdict
from launchplanner.words import _, in_words, joined

_Kinds = tuple[tuple[RepairKind, str], ...]
_NAMED: Final = 6  # names that a sentence lists


def sentence(verdict: Verdict, text: str) -> str:
    """Return what is so and the way out; empty when there is nothing to say."""
    return _SENTENCES[verdict.code](verdict, text)


def repairs(verdict: Verdict) -> tuple[Repair, ...]:
    """Return the ways out, the likeliest first; none of them is ever taken unasked."""
    kinds: _Kinds = _REPAIRS[verdict.code]
    if not kinds and not verdict.regions:
        return ()
    people = tuple([owner.id or owner.text for owner in verdict.owners])
    helpers = tuple([helper.id or helper.text for helper in verdict.helpers])
    if verdict.code == "OWN-UNKNOWN":
        kinds = _repairs_of_unknown(verdict)
    if not people and verdict.code in {"OWN-PLURAL", "OWN-CHOICE", "OWN-UNSURE"}:
        kinds = (("choose-owner", "none"),)
    about = {"none": (), "people": people, "helpers": helpers}
    found = [Repair(kind, about[whom]) for kind, whom in kinds]
    if verdict.regions:
        found.append(Repair("split-by-region", people))
    return tuple(found)


def _first(verdict: Verdict, text: str) -> str:
    return verdict.owners[0].text if verdict.owners else text


def _ok(_verdict: Verdict, _text: str) -> str:
    return ""


def _none(_verdict: Verdict, _text: str) -> str:
    return _("Nobody owns this. A task with no name is usually not done: choose one person.")


def _plural(verdict: Verdict, _text: str) -> str:
    names = [owner.text for owner in verdict.owners]
    if len(names) < 2:  # noqa: PLR2004 - one name is none to choose from
        return _("This is shared, so nobody holds it. Who has the baton today?")
    return _("{count} names, no holder: {names}. Who has the baton today?").format(
        count=in_words(len(names)).capitalize(), names=joined(names[:_NAMED])
    )


def _hidden_pass(verdict: Verdict, text: str) -> str:
    receiver = verdict.owners[-1].text if verdict.owners else text
    return _("This cell hides a pass from {giver} to {receiver}. Cut the task in two, with a baton between.").format(
        giver=_first(verdict, text), receiver=receiver
    )


def _team(verdict: Verdict, text: str) -> str:
    group = verdict.owners[0].text if len(verdict.owners) == 1 else text
    return _("“{group}” is a group, and a group cannot hold a baton. Choose one person from it.").format(group=group)


def _organisation(verdict: Verdict, text: str) -> str:
    return _("Name the contact at {organisation}, and one person on our side.").format(
        organisation=_first(verdict, text)
    )


def _group_address(verdict: Verdict, text: str) -> str:
    return _("“{channel}” is a channel, and a channel does not answer. Choose one person.").format(
        channel=_first(verdict, text)
    )


def _machine(_verdict: Verdict, _text: str) -> str:
    return _("A machine may do it, but a person answers for it. Choose that person.")


def _stale(verdict: Verdict, text: str) -> str:
    return _("{name} is not available. Who holds it now?").format(name=_first(verdict, text))


def _choice(_verdict: Verdict, text: str) -> str:
    return _("It is not decided who owns this: “{text}”. Choose one person, or decide by a date.").format(text=text)


def _unsure(verdict: Verdict, text: str) -> str:
    names = joined([owner.text for owner in verdict.owners]) or text
    return _("Not confirmed yet: {names}. Confirm, or choose somebody else.").format(names=names)


def _raci(verdict: Verdict, text: str) -> str:
    return _("{name} is accountable and becomes the owner, the others help. Is that so?").format(
        name=_first(verdict, text)
    )


def _one_or_two(_verdict: Verdict, text: str) -> str:
    return _("Is “{text}” one person or two?").format(text=text)


def _role(verdict: Verdict, text: str) -> str:
    role = verdict.owners[0]
    if role.holders:
        return _("{role} is held by {count} people on these dates. Choose which of them.").format(
            role=role.text, count=in_words(len(role.holders))
        )
    return _("{role} is a role. Say which person holds it.").format(role=role.text or text)


def _helped(verdict: Verdict, text: str) -> str:
    helpers = joined([helper.text for helper in verdict.helpers])
    return _("{owner} owns this, with help from {helpers}.").format(owner=_first(verdict, text), helpers=helpers)


def _unknown(verdict: Verdict, text: str) -> str:
    names = [owner.text for owner in verdict.owners]
    if _is_shared_name(verdict):
        return _("Which one is meant: {names}?").format(names=joined(names[:_NAMED]))
    if verdict.helpers and verdict.owners and verdict.owners[0].kind == "team":
        return _("Who answers for this: “{group}”, or {name}?").format(
            group=_first(verdict, text), name=verdict.helpers[0].text
        )
    return _("Who is “{text}”?").format(text=names[0] if len(names) == 1 else text)


def _is_shared_name(verdict: Verdict) -> bool:
    """Tell whether the roster knows several who are written so."""
    return len({owner.id for owner in verdict.owners if owner.id is not None}) > 1


_SENTENCES: Final[Mapping[str, Callable[[Verdict, str], str]]] = {
    "OWN-OK": _ok,
    "OWN-OK-BACKUP": _helped,
    "OWN-OK-CONTRIB": _helped,
    "OWN-ROLE": _role,
    "OWN-NONE": _none,
    "OWN-BOT": _machine,
    "OWN-STALE": _stale,
    "OWN-PLURAL": _plural,
    "OWN-HIDDENPASS": _hidden_pass,
    "OWN-TEAM": _team,
    "OWN-ALL": _team,
    "OWN-ORG": _organisation,
    "OWN-GROUPADDR": _group_address,
    "OWN-CHOICE": _choice,
    "OWN-UNSURE": _unsure,
    "OWN-RACI": _raci,
    "OWN-COMMA": _one_or_two,
    "OWN-DOT": _one_or_two,
    "OWN-SLASHROLE": _one_or_two,
    "OWN-UNKNOWN": _unknown,
}
_ONE_OR_TWO: Final[_Kinds] = (("one-person", "people"), ("two-people", "people"))
_NEW_PERSON: Final[_Kinds] = (("add-person", "people"), ("add-alias", "people"))
_REPAIRS: Final[Mapping[str, _Kinds]] = {
    "OWN-OK": (),
    "OWN-OK-BACKUP": (("move-helpers", "helpers"),),
    "OWN-OK-CONTRIB": (("move-helpers", "helpers"),),
    "OWN-ROLE": (("bind-role", "people"),),
    "OWN-NONE": (("choose-owner", "people"), ("make-note", "none")),
    "OWN-BOT": (("choose-owner", "none"), ("mark-automated", "people")),
    "OWN-STALE": (("choose-owner", "helpers"),),
    "OWN-PLURAL": (("keep-one", "people"), ("one-task-each", "people")),
    "OWN-HIDDENPASS": (("cut-pass", "people"), ("keep-one", "people")),
    "OWN-TEAM": (("choose-from-team", "people"), ("one-task-each", "people")),
    "OWN-ALL": (("choose-from-team", "people"), ("one-task-each", "people")),
    "OWN-ORG": (("name-contact", "people"), ("choose-owner", "none")),
    "OWN-GROUPADDR": (("choose-from-team", "people"),),
    "OWN-CHOICE": (("keep-one", "people"),),
    "OWN-UNSURE": (("confirm", "people"), ("keep-one", "people")),
    "OWN-RACI": (("take-accountable", "people"),),
    "OWN-COMMA": _ONE_OR_TWO,
    "OWN-DOT": _ONE_OR_TWO,
    "OWN-SLASHROLE": _ONE_OR_TWO,
    "OWN-UNKNOWN": _NEW_PERSON,
}


def _repairs_of_unknown(verdict: Verdict) -> _Kinds:
    if _is_shared_name(verdict):
        return (("keep-one", "people"),)
    if verdict.label is Label.SINGLE:
        return _NEW_PERSON
    return (*_NEW_PERSON, ("add-team", "people"), ("add-organisation", "people"))
