"""OWN015: a task, or a role that owns tasks, that changed hands in mid-phase, and nobody said why."""

from collections.abc import Iterator

from launchplanner.checks.choices import value_of
from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Fix, Part, Rule
from launchplanner.checks.ownership import Holding, holding
from launchplanner.checks.packs import work_in_hand
from launchplanner.checks.repairs import distinct, fresh_ids
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Add, GiveReason, Together
from launchplanner.plan.order import last_position
from launchplanner.plan.plan import BATON, ROLE
from launchplanner.plan.records import OwnerChange
from launchplanner.words import _, in_words, ngettext, quoted, short_day


def _check(context: Context) -> Iterator[Finding]:
    changes = sorted(context.plan.owner_changes.items(), key=lambda entry: (entry[1].on, entry[0]))
    for key, change in changes:
        part = _part(context, change)
        if part is None or change.reason.strip():
            continue
        giver, receiver = _person(context, change.before, change), _person(context, change.after, change)
        if not giver or not receiver or giver == receiver or _handed_over(context, giver, receiver):
            continue
        fixes = distinct(_fixes(context, key, part, giver, receiver))
        message = _message(context, change, part, giver, receiver)
        yield Finding(RULE.id, WARNING, part, message, fixes, reason_for=key)


def _part(context: Context, change: OwnerChange) -> Part | None:
    """Return the task or role that changed hands, while something of it is left to do."""
    task = context.plan.tasks.get(change.task)
    if task is not None:
        return None if task.is_settled else context.task(change.task)
    if change.role not in context.plan.roles or not _open_tasks(context, change.role):
        return None
    return context.role(change.role)


def _open_tasks(context: Context, role: str) -> list[str]:
    named = context.lookup.directory.role
    return [key for key, task in context.lookup.tasks if not task.is_settled and named(task.owner) == role]


def _person(context: Context, text: str, change: OwnerChange) -> str:
    """Return the one person who answered for an owner text on the day of the change, or ""."""
    reading = context.owner(text, change.on)
    return context.answers(value_of(reading.owners[0]), change.on) if holding(reading) is Holding.ONE else ""


def _handed_over(context: Context, giver: str, receiver: str) -> bool:
    """Say whether a baton passed between the two, so that the change was an exact pass."""
    for key, baton in context.plan.batons.items():
        if baton.events:
            sides = context.passing(key)
            if sides.standing.has_passed and (sides.giver, sides.receiver) == (giver, receiver):
                return True
    return False


def _message(context: Context, change: OwnerChange, part: Part, giver: str, receiver: str) -> str:
    words = {
        "part": quoted(part.title),
        "giver": context.name(giver),
        "receiver": context.name(receiver),
        "day": short_day(change.on),
    }
    if part.kind == ROLE:
        count = len(_open_tasks(context, part.id))
        work = ngettext("{count} open task", "{count} open tasks", count).format(count=in_words(count))
        return _("{part} passed from {giver} to {receiver} on {day} with {work}, and nobody said why.").format(
            **words, work=work
        )
    phase = context.plan.phases.get(context.plan.tasks[part.id].phase)
    if phase is not None and phase.start <= context.schedule.days.day_of(change.on) < phase.end:
        return _(
            "{part} passed from {giver} to {receiver} on {day}, in the middle of {phase}, and nobody said why."
        ).format(**words, phase=phase.title)
    return _("{part} passed from {giver} to {receiver} on {day}, and nobody said why.").format(**words)


def _fixes(context: Context, key: str, part: Part, giver: str, receiver: str) -> Iterator[Fix]:
    names = {"giver": context.name(giver), "receiver": context.name(receiver)}
    for reason in (_("{giver} is away"), _("{giver} has too much work"), _("It was never {giver}'s")):
        said = reason.format(**names)
        yield Fix(said, GiveReason(key, said))
    title = _("A baton from {giver} to {receiver} records it").format(**names)
    items, prompts = work_in_hand()
    baton = Baton(
        title=part.title,
        giver=giver,
        receiver=receiver,
        day=context.today_index,
        items=items,
        prompts=prompts,
        order=last_position(other.order for other in context.plan.batons.values()),
    )
    (baton_key,) = fresh_ids(context, part.id, 1)
    reason = _("A baton passes it from {giver} to {receiver}").format(**names)
    yield Fix(title, Together(title, (Add(BATON, baton_key, baton), GiveReason(key, reason))))


RULE = Rule(
    id="OWN015",
    name="owner_changed",
    severity=WARNING,
    title="Another owner in mid-phase",
    what="An open task that went from one person to another after its phase had begun, or a role that owns such tasks "
    "and did, without a reason on record and without a baton that passed between the two. Such changes are noted when "
    "they are made; a role is reported once, however many tasks it owns.",
    why="Launches break when ownership is negotiated halfway through. A change is no fault, but a silent one is: what "
    "the first owner knew and promised is lost, and nobody can tell whether it was handed over.",
    repairs="The reason goes on record, in a few words or as one of those offered, or a baton between the two "
    "records what is handed over.",
    source="Rules of custody: a change of owner in mid-phase is an event with a reason, never a silent edit.",
    check=_check,
)
