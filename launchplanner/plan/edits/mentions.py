"""Where parts are named by other parts: turning every mention of one to another, and what falls away with a part."""

from collections.abc import Mapping
from typing import Final, cast

from launchplanner.plan.batons import Baton
from launchplanner.plan.edits.base import AnyValue
from launchplanner.plan.people import Person
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TABLE_OF_KIND, TASK, TEAM, Plan
from launchplanner.plan.records import OwnerChange
from launchplanner.plan.values import Table
from launchplanner.plan.work import Task

_SIDES: Final = ("giver", "receiver", "second_reader")
_NAMED: Final = frozenset({PERSON, ROLE, TEAM})
"""The kinds that owner fields hold the ids of."""


def renamed(plan: Plan, old: str, new: str) -> Plan:
    """Return the plan with every mention of a person, role or team under `old` turned to `new`, an id or a text."""
    return _spoken_of(plan, _Names({old: new}), plan.batons)


def without_mentions(plan: Plan, kind: str, keys: tuple[str, ...]) -> Plan:
    """Return the plan with nothing left that names parts which are to be removed, while they are still there.

    Who holds work stays as it was written: the name in place of the id, so that rules report it in words that people
    know. What was offered or answered about a baton is left as it was said.
    """
    gone = frozenset(keys)
    if kind in _NAMED:
        table: Mapping[str, object] = getattr(plan, TABLE_OF_KIND[kind])
        names = _Names({key: cast("str", getattr(table[key], "name", "")) or key for key in keys})
        plan = plan.replace(teams=_without(plan.teams, gone, "members"))
        plan = _spoken_of(plan, names, Table((key, one) for key, one in plan.batons.items() if not one.events))
    if kind == ROLE:
        plan = plan.replace(people=_freed(plan.people, gone))
    if kind == PHASE:
        plan = plan.replace(batons=_off(plan.batons, gone, "opens_phase"))
    if kind in {TASK, BATON}:
        plan = plan.replace(
            decisions=_without(plan.decisions, gone, "parts"),
            risks=_without(plan.risks, gone, "batons"),
            launch_task="" if plan.launch_task in gone else plan.launch_task,
        )
    changes = [key for key, change in plan.owner_changes.items() if _is_about(change, kind, gone)]
    if changes:
        plan = plan.replace(owner_changes=plan.owner_changes.without(*changes))
    waived = _waived(plan, kind, gone)
    return plan.replace(waivers=plan.waivers.without(*waived)) if waived else plan


def _is_about(change: OwnerChange, kind: str, gone: frozenset[str]) -> bool:
    return (kind == TASK and change.task in gone) or (kind == ROLE and change.role in gone)


def _waived(plan: Plan, kind: str, gone: frozenset[str]) -> list[str]:
    """Return the waivers of parts that go. A waiver names its part by the id alone: one of another kind keeps it."""
    others = [getattr(plan, table) for other, table in TABLE_OF_KIND.items() if other != kind]
    return [
        key
        for key, waiver in plan.waivers.items()
        if waiver.part in gone and not any(waiver.part in table for table in others)
    ]


def _freed(people: Table[Person], roles: frozenset[str]) -> Table[Person]:
    return _put(
        people,
        {
            key: person.replace(holds=tuple(hold for hold in person.holds if hold.role not in roles))
            for key, person in people.items()
            if any(hold.role in roles for hold in person.holds)
        },
    )


def _off(table: Table[AnyValue], gone: frozenset[str], field: str) -> Table[AnyValue]:
    return _put(
        table, {key: value.replace(**{field: ""}) for key, value in table.items() if getattr(value, field) in gone}
    )


def _without(table: Table[AnyValue], gone: frozenset[str], field: str) -> Table[AnyValue]:
    """Return a table with ids taken out of a row of them in each value."""
    rows: dict[str, tuple[str, ...]] = {key: getattr(value, field) for key, value in table.items()}
    return _put(
        table,
        {
            key: table[key].replace(**{field: tuple(name for name in row if name not in gone)})
            for key, row in rows.items()
            if not gone.isdisjoint(row)
        },
    )


def _put(table: Table[AnyValue], entries: Mapping[str, AnyValue]) -> Table[AnyValue]:
    """Return a table with entries put in; the same object when there are none."""
    return table.updated(entries) if entries else table


def _spoken_of(plan: Plan, names: "_Names", batons: Table[Baton]) -> Plan:
    return plan.replace(
        tasks=plan.tasks.updated({key: names.of_task(task) for key, task in plan.tasks.items()}),
        batons=plan.batons.updated({key: names.of_baton(baton) for key, baton in batons.items()}),
        teams=names.in_table(plan.teams, "members"),
        phases=names.in_table(plan.phases, "lead"),
        decisions=names.in_table(plan.decisions, "decider", "heard", "told"),
        metrics=names.in_table(plan.metrics, "owner"),
        risks=names.in_table(plan.risks, "owner"),
        mechanisms=names.in_table(plan.mechanisms, "said_back_by"),
        baselines=names.in_table(plan.baselines, "taken_by"),
        waivers=names.in_table(plan.waivers, "by"),
        owner_changes=_still_changes(names.in_table(plan.owner_changes, "before", "after", "by")),
    )


def _still_changes(changes: Table[OwnerChange]) -> Table[OwnerChange]:
    """Return the changes less those from one entry to the other of the same person."""
    return changes.without(*(key for key, change in changes.items() if change.before == change.after))


class _Names:
    """Ids, each with what stands in its place, wherever a field holds it."""

    def __init__(self, turned: Mapping[str, str]) -> None:
        self._turned = turned

    def of_task(self, task: Task) -> Task:
        """Return the task under the new names; its owner does not help as well."""
        turned = self.turned(task, "owner", "backup", "contributors")
        if turned is task or turned.owner not in turned.contributors:
            return turned
        return turned.replace(contributors=tuple(name for name in turned.contributors if name != turned.owner))

    def of_baton(self, baton: Baton) -> Baton:
        """Return the baton under the new names, its items too."""
        items = self.in_table(baton.items, "owner")
        return self.turned(baton if items == baton.items else baton.replace(items=items), *_SIDES)

    def in_table(self, table: Table[AnyValue], *fields: str) -> Table[AnyValue]:
        """Return a table with these fields turned in each value."""
        return table.updated({key: self.turned(value, *fields) for key, value in table.items()})

    def turned(self, value: AnyValue, *fields: str) -> AnyValue:
        """Return the value with these fields, texts or rows of texts, turned; the same object if none names them."""
        changes: dict[str, object] = {}
        for field in fields:
            held = getattr(value, field)
            if isinstance(held, tuple):
                row = cast("tuple[str, ...]", held)
                if not self._turned.keys().isdisjoint(row):
                    changes[field] = tuple(dict.fromkeys(self._turned.get(name, name) for name in row))
            elif held in self._turned:
                changes[field] = self._turned[held]
        return value.replace(**changes) if changes else value
