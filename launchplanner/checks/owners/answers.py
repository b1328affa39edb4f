"""What is said about a verdict, and the ways out that are offered."""

from launchplanner.checks.owners.readings import Candidate, Label, Repair
from launchplanner.checks.owners.verdict import Verdict
from launchplanner.words import _, in_words, joined


def sentence(verdict: Verdict, text: str) -> str:
    """Return what is so and the way out; empty when there is nothing to say."""
    names = [owner.text for owner in verdict.owners]
    first = names[0] if names else text
    last = names[-1] if names else text
    match verdict.code:
        case "OWN-OK":
            return ""
        case "OWN-NONE":
            return _("Nobody owns this. A task with no name is usually not done: choose one person.")
        case "OWN-PLURAL":
            return _plural(names)
        case "OWN-HIDDENPASS":
            return _(
                "This cell hides a pass from {giver} to {receiver}. Cut the task in two, with a baton between."
            ).format(giver=first, receiver=last)
        case "OWN-TEAM" | "OWN-ALL":
            return _("“{text}” is a group, and a group cannot hold a baton. Choose one person from it.").format(
                text=first
            )
        case "OWN-ORG":
            return _("Name the contact at {organisation}, and one person on our side.").format(organisation=first)
        case "OWN-GROUPADDR":
            return _("“{text}” is a channel, and a channel does not answer. Choose one person.").format(text=first)
        case "OWN-BOT":
            return _("A machine may do it, but a person answers for it. Choose that person.")
        case _:
            return _question(verdict, first, last, text)


def _plural(names: list[str]) -> str:
    if len(names) < 2:
        return _("This is shared, so nobody holds it. Who has the baton today?")
    return _("{count} names, no holder: {names}. Who has the baton today?").format(
        count=in_words(len(names)).capitalize(), names=joined(names[:6])
    )


def _question(verdict: Verdict, first: str, last: str, text: str) -> str:
    match verdict.code:
        case "OWN-STALE":
            return _("{name} is not available. Who holds it now?").format(name=first)
        case "OWN-CHOICE":
            return _("It is not decided who owns this: “{text}”. Choose one person, or decide by a date.").format(
                text=text
            )
        case "OWN-UNSURE":
            return _("{name} is not confirmed. Confirm, or choose somebody else.").format(
                name=joined([o.text for o in verdict.owners]) or text
            )
        case "OWN-RACI":
            return _("{name} is accountable and becomes the owner, the others help. Is that so?").format(name=first)
        case "OWN-COMMA" | "OWN-DOT" | "OWN-SLASHROLE":
            return _("Is “{text}” one person or two?").format(text=text)
        case "OWN-ROLE":
            return _role(verdict.owners[0])
        case "OWN-OK-BACKUP" | "OWN-OK-CONTRIB":
            return (
                _("{owner} owns this; {helpers} help.").format(
                    owner=first, helpers=joined([h.text for h in verdict.helpers])
                )
                if len(verdict.helpers) > 1
                else _("{owner} owns this; {helper} helps.").format(owner=first, helper=verdict.helpers[0].text)
            )
        case _:
            return _unknown(verdict, first, last)


def _role(role: Candidate) -> str:
    if role.holders:
        return _("{role} is held by {count} people on these dates. Choose which of them.").format(
            role=role.text, count=in_words(len(role.holders))
        )
    return _("{role} is a role. Say which person holds it.").format(role=role.text)


def _unknown(verdict: Verdict, first: str, last: str) -> str:
    known = {owner.id for owner in verdict.owners if owner.id is not None}
    if len(known) > 1:
        return _("Which one is meant: {names}?").format(names=joined([owner.text for owner in verdict.owners]))
    if verdict.label is Label.UNCLEAR and verdict.helpers:
        return _("Who answers for this: “{group}”, or {name}?").format(group=first, name=verdict.helpers[0].text)
    return _("Who is “{text}”?").format(text=first if len(verdict.owners) < 2 else f"{first} … {last}")


def repairs(verdict: Verdict) -> tuple[Repair, ...]:
    """Return the ways out, the likeliest first; none of them is ever taken unasked."""
    people = tuple(owner.id or owner.text for owner in verdict.owners)
    helpers = tuple(helper.id or helper.text for helper in verdict.helpers)
    match verdict.code:
        case "OWN-OK":
            return ()
        case "OWN-NONE":
            return (Repair("choose-owner", people), Repair("make-note"))
        case "OWN-PLURAL":
            split = (Repair("split-by-region", people),) if verdict.regions else ()
            keep = (
                (Repair("keep-one", people), Repair("one-task-each", people)) if people else (Repair("choose-owner"),)
            )
            return (*keep, *split)
        case "OWN-HIDDENPASS":
            return (Repair("cut-pass", people), Repair("keep-one", people))
        case "OWN-TEAM" | "OWN-ALL":
            return (Repair("choose-from-team", people), Repair("one-task-each", people))
        case "OWN-ORG":
            return (Repair("name-contact", people), Repair("choose-owner"))
        case "OWN-GROUPADDR":
            return (Repair("choose-from-team", people),)
        case "OWN-BOT":
            return (Repair("choose-owner"), Repair("mark-automated", people))
        case "OWN-STALE":
            return (Repair("choose-owner", helpers),)
        case "OWN-CHOICE" | "OWN-UNSURE":
            confirm = (Repair("confirm", people),) if verdict.code == "OWN-UNSURE" else ()
            return (*confirm, Repair("keep-one", people)) if people else (Repair("choose-owner"),)
        case "OWN-COMMA" | "OWN-DOT" | "OWN-SLASHROLE":
            return (Repair("one-person", people), Repair("two-people", people))
        case "OWN-RACI":
            return (Repair("take-accountable", people),)
        case "OWN-ROLE":
            return (Repair("bind-role", people),)
        case "OWN-OK-BACKUP" | "OWN-OK-CONTRIB":
            return (Repair("move-helpers", helpers),)
        case _:
            if len({owner.id for owner in verdict.owners if owner.id is not None}) > 1:
                return (Repair("keep-one", people),)
            new: tuple[Repair, ...] = (Repair("add-person", people), Repair("add-alias", people))
            if verdict.label is Label.SINGLE:
                return new
            return (*new, Repair("add-team", people), Repair("add-organisation", people))
