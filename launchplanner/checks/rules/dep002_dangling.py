"""DEP002: references to parts that are not there."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, SAFE, WARNING, Finding, Fix, Part, Rule
from launchplanner.checks.repairs import cut
from launchplanner.plan.edits import Change, ChangeLaunch
from launchplanner.plan.plan import BATON, DEPENDENCY
from launchplanner.words import _, quoted


def _check(context: Context) -> Iterator[Finding]:
    yield from _links(context)
    yield from _openings(context)
    plan = context.plan
    if plan.launch_task and plan.launch_task not in plan.tasks:
        message = _("{launch} names a task for launch day that is not in the plan.").format(launch=quoted(plan.title))
        fix = Fix(_("No task stands for launch day"), ChangeLaunch({"launch_task": ""}), SAFE)
        yield Finding(RULE.id, WARNING, context.launch(), message, (fix,))


def _links(context: Context) -> Iterator[Finding]:
    plan = context.plan
    if len(context.lookup.links) == len(plan.dependencies):
        return
    for key, link in sorted(plan.dependencies.items()):
        ends = [end in plan.tasks or end in plan.batons for end in (link.predecessor, link.successor)]
        if all(ends):
            continue
        known = link.predecessor if ends[0] else link.successor if ends[1] else ""
        title = context.lookup.title(known) if known else _("A link")
        message = (
            _("{part} is linked to something that is not in the plan.").format(part=quoted(title))
            if known
            else _("A link has neither of its ends in the plan.")
        )
        yield Finding(RULE.id, ERROR, Part(DEPENDENCY, key, title), message, (cut((key,), SAFE),))


def _openings(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if baton.opens_phase and baton.opens_phase not in context.plan.phases:
            message = _("{baton} is to open a phase that is not in the plan.").format(baton=quoted(baton.title))
            fix = Fix(_("It opens no phase"), Change(BATON, key, {"opens_phase": ""}), SAFE)
            yield Finding(RULE.id, WARNING, context.baton(key), message, (fix,))


RULE = Rule(
    id="DEP002",
    name="dangling",
    severity=ERROR,
    title="A link into nothing",
    what="A link with an end that is not in the plan. A baton that opens a phase which is gone, and a launch task "
    "which is gone, are warnings.",
    why="The link has no effect on any date, though it looks as if something were waited for. It is mostly left over "
    "from an import or from two copies that were joined.",
    repairs="The reference is taken out; no date changes by it.",
    source="Critical path method: a link joins two parts of the network.",
    check=_check,
)
