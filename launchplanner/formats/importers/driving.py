"""Which imported tasks follow their links: those whose links alone give the very days that the file has.

Days must not move on import. So every task keeps its day, and is let go only where the schedule then says the same.
"""

from collections.abc import Mapping
from typing import Final

from launchplanner.formats.importers.results import Notebook
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import AS_LATE_AS_POSSIBLE, AS_SOON_AS_POSSIBLE, Start, Task
from launchplanner.schedule.schedule import scheduled
from launchplanner.words import _, ngettext

_MOST_ROUNDS: Final = 8
_BY_LINKS: Final = frozenset({AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE})


def driven(plan: Plan, rules: Mapping[str, Start], notes: Notebook) -> Plan:
    """Return the plan with the start rules that the file gives its tasks, wherever they move no task.

    Args:
        plan: every task on the day that the file says.
        rules: by task, the rule that the file has for it.
        notes: where it is said how many rules hold, and which do not.
    """
    linked = {link.successor for link in plan.dependencies.values()}
    wanted = {key: rule for key, rule in rules.items() if rule.rule != AS_SOON_AS_POSSIBLE or key in linked}
    if not wanted:
        return plan
    days = {key: span.start for key, span in scheduled(plan).spans.items()}
    kept = wanted
    for _round in range(_MOST_ROUNDS):
        found = _with_rules(plan, kept)
        spans = scheduled(found).spans
        moved = {key for key, day in days.items() if key not in spans or spans[key].start != day}
        if not moved:
            _say(plan, wanted, kept, notes)
            return found
        left = {key: rule for key, rule in kept.items() if key not in moved}
        if len(left) == len(kept):
            break
        kept = left
    _say(plan, wanted, {}, notes)
    return plan


def _with_rules(plan: Plan, rules: Mapping[str, Start]) -> Plan:
    tasks: dict[str, Task] = {key: plan.tasks[key].replace(start=rule) for key, rule in rules.items()}
    return plan.replace(tasks=plan.tasks.updated(tasks))


def _say(plan: Plan, wanted: Mapping[str, Start], kept: Mapping[str, Start], notes: Notebook) -> None:
    if kept:
        notes.understood(
            ngettext(
                "{n} task follows its links or its rule: they give the day that the file has.",
                "{n} tasks follow their links or their rules: these give the days that the file has.",
                len(kept),
            ).format(n=len(kept))
        )
    loose = [key for key in wanted if key not in kept]
    by_links = [key for key in loose if wanted[key].rule in _BY_LINKS]
    if by_links:
        notes.understood(
            ngettext(
                "{n} linked task keeps the day that the file has; its links alone, in whole days, give another.",
                "{n} linked tasks keep the days that the file has; their links alone, in whole days, give others.",
                len(by_links),
            ).format(n=len(by_links))
        )
    for key in loose:
        rule = wanted[key]
        if rule.rule not in _BY_LINKS and rule.on is not None:
            notes.changed(
                _("“{title}” keeps its day and loses its rule, “{rule}” {day}: that gives another day here.").format(
                    title=plan.tasks[key].title, rule=_(rule.rule), day=rule.on.isoformat()
                )
            )
