"""The facts of one handoff, before any layout: what is passed, what stays open around it, who is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from launchplanner.checks import Finding
from launchplanner.plan.batons import ARTEFACT, MAIN, PACK_PARTS, Baton, BatonItem, Event, Prompt
from launchplanner.plan.people import Person
from launchplanner.plan.records import Decision, Risk, Waiver
from launchplanner.plan.work import Phase, Task
from launchplanner.reports.source import Holder, Source, state_text
from launchplanner.words import _, in_words, joined, ngettext, short_day

DECIDED_NEAR: Final = 5
"""Working days around the pass within which a decision belongs to it."""


@dataclass(frozen=True, slots=True)
class TaskLeft:
    """A task that is not finished and bears on the pass; `late` is how many working days overdue it is."""

    key: str
    task: Task
    owner: Holder
    finish: date
    late: int
    is_waited_for: bool


class Handoff:
    """One baton of a source; `number` is its place among `count`, in the order of the clock."""

    def __init__(self, source: Source, key: str, number: int, count: int) -> None:
        self.source = source
        self.key = key
        self.number = number
        self.count = count
        self.baton: Baton = source.plan.batons[key]
        self.passing = source.passing(key)
        self.standing = source.standing(key)

    @property
    def day(self) -> date:
        """The planned day."""
        return self.source.days.date_of(self.baton.day)

    @property
    def zone(self) -> tuple[date, date]:
        """First and last day of the exchange zone."""
        opens, closes = self.baton.zone
        return self.source.days.date_of(opens), self.source.days.date_of(closes)

    @property
    def planned_at(self) -> float:
        """Where in the zone the end of the planned day lies, 0 to 1."""
        opens, closes = self.baton.zone
        return (self.baton.day - opens + 0.5) / (closes - opens + 1)

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        return state_text(self.standing.state)

    @cached_property
    def giver(self) -> Holder:
        """Who gives."""
        return self._side(self.baton.giver, self.passing.giver)

    @cached_property
    def receiver(self) -> Holder:
        """Who receives."""
        return self._side(self.baton.receiver, self.passing.receiver)

    def _side(self, text: str, person: str) -> Holder:
        return self.source.person(person, text) if person else self.source.holder(text, self.day)

    @property
    def giver_short(self) -> str:
        """The giver in a sentence."""
        return self.source.short_name(self.giver.person) if self.giver.is_one else _("The giver")

    @property
    def receiver_short(self) -> str:
        """The receiver in a sentence."""
        return self.source.short_name(self.receiver.person) if self.receiver.is_one else _("The receiver")

    @property
    def giver_detail(self) -> str:
        """What to know about the giver: role, backup, presence in the zone."""
        backups = {task.backup for task in self._giver_tasks() if task.backup.strip()}
        backup = _("backup {name}").format(name=self.source.shown(backups.pop())) if len(backups) == 1 else ""
        return self._detail(self.baton.giver, self.giver, backup)

    @property
    def receiver_detail(self) -> str:
        """What to know about the receiver: role, second reader, presence in the zone."""
        second = self.baton.second_reader
        reader = _("second reader {name}").format(name=self.source.shown(second)) if second.strip() else ""
        return self._detail(self.baton.receiver, self.receiver, reader)

    def _detail(self, text: str, holder: Holder, more: str) -> str:
        role = self.source.lookup.directory.role(text)
        if not holder.is_one:
            parts = [_("not one known person")]
        else:
            parts = [self.source.plan.roles[role].name if role else "", more, self.presence(holder.person)]
        return " · ".join(part for part in parts if part)

    def presence(self, person: str) -> str:
        """Return whether somebody is there in the zone, such as "here on all five days"."""
        known = self.source.plan.people[person]
        opens, closes = self.baton.zone
        days = [self.source.days.date_of(day) for day in range(opens, closes + 1)]
        away = [day for day in days if _is_away(known, day)]
        if not away:
            here = ngettext("here on the day", "here on all {n} days", len(days))
            return here.format(n=in_words(len(days)))
        if len(away) == len(days):
            return _("away on every day of the zone")
        return _("away {days}").format(days=joined([short_day(day) for day in away]))

    @cached_property
    def items(self) -> list[tuple[str, BatonItem]]:
        """What is in the pack, in its order."""
        return sorted(self.baton.items.items(), key=lambda entry: (entry[1].order, entry[0]))

    def items_of(self, part: str) -> list[tuple[int, str, BatonItem]]:
        """Return the items of one part with their numbers in the pack; unknown parts count as artefacts."""
        ordered = [entry for name in PACK_PARTS for entry in self.items if part_of(entry[1]) == name]
        numbered = [(number, key, item) for number, (key, item) in enumerate(ordered, start=1)]
        return [entry for entry in numbered if part_of(entry[2]) == part]

    @cached_property
    def prompts(self) -> list[tuple[str, Prompt]]:
        """The questions of the read-back, in their order."""
        return sorted(self.baton.prompts.items(), key=lambda entry: (entry[1].order, entry[0]))

    @cached_property
    def events(self) -> list[tuple[str, Event]]:
        """What was done, oldest first."""
        return sorted(self.baton.events.items(), key=lambda entry: (entry[1].at, len(entry[1].seen), entry[0]))

    @cached_property
    def phases(self) -> dict[str, Phase]:
        """The phases in which the pass is planned: those that end with it."""
        day = self.baton.day
        return {key: phase for key, phase in self.source.lookup.phases if phase.start <= day < phase.end}

    @cached_property
    def waited_for(self) -> tuple[str, ...]:
        """The tasks that the baton waits for."""
        links = self.source.lookup.into.get(self.key, ())
        return tuple(link.predecessor for link in links if link.predecessor in self.source.plan.tasks)

    @cached_property
    def tasks_left(self) -> list[TaskLeft]:
        """Unfinished tasks that the baton waits for, and the giver's own in the phase that ends; by day."""
        plan = self.source.plan
        keys = [*self.waited_for, *(key for key, _task in self._phase_tasks() if self._is_givers(key))]
        found = [self._left(key) for key in dict.fromkeys(keys) if not plan.tasks[key].is_settled]
        return sorted(found, key=lambda left: (left.finish, left.task.order, left.key))

    def _phase_tasks(self) -> Iterable[tuple[str, Task]]:
        of_phase = self.source.lookup.tasks_of_phase
        return (entry for key in self.phases for entry in of_phase.get(key, ()))

    def _is_givers(self, key: str) -> bool:
        return self.giver.is_one and self.source.task_owner(key).person == self.giver.person

    def _giver_tasks(self) -> list[Task]:
        return [self.source.plan.tasks[key] for key in self.waited_for if self._is_givers(key)]

    def _left(self, key: str) -> TaskLeft:
        schedule = self.source.schedule
        late = self.source.days_late(schedule.last_day(key))
        task = self.source.plan.tasks[key]
        return TaskLeft(key, task, self.source.task_owner(key), schedule.last_date(key), late, key in self.waited_for)

    @cached_property
    def risks(self) -> list[tuple[str, Risk]]:
        """Open risks that name this baton; on a main baton those that name none, too."""
        found = [
            (key, risk)
            for key, risk in self.source.plan.risks.items()
            if risk.is_open and (self.key in risk.batons or (not risk.batons and self.baton.kind == MAIN))
        ]
        return sorted(found, key=lambda entry: (entry[1].order, entry[0]))

    @cached_property
    def decisions(self) -> list[tuple[str, Decision]]:
        """Decisions that name this baton or fall due within a week of it, by day."""
        found = [
            (key, decision)
            for key, decision in self.source.plan.decisions.items()
            if self.key in decision.parts or abs(decision.day - self.baton.day) <= DECIDED_NEAR
        ]
        return sorted(found, key=lambda entry: (entry[1].day, entry[1].order, entry[0]))

    @cached_property
    def _own_parts(self) -> frozenset[str]:
        return frozenset({self.key, *self.phases, *self.waited_for, *(left.key for left in self.tasks_left)})

    @cached_property
    def problems(self) -> list[Finding]:
        """What rules found on this baton, its tasks and the phase that ends."""
        return [finding for finding in self.source.findings.open if finding.part.id in self._own_parts]

    @cached_property
    def waived(self) -> list[tuple[Finding, Waiver]]:
        """The same, accepted by somebody with a reason."""
        return [entry for entry in self.source.findings.waived if entry[0].part.id in self._own_parts]

    @property
    def next_name(self) -> str:
        """The short name of the next baton in the order of the clock, or "" for the last."""
        keys = [key for key, _baton in self.source.lookup.batons]
        place = keys.index(self.key) + 1
        return short_id(keys[place]) if place < len(keys) else ""


def handoffs(source: Source, batons: Iterable[str] | None = None) -> list[Handoff]:
    """Return the handoffs of some batons, or of all, in the order of the clock.

    Raises:
        KeyError: one of the ids names no baton.
    """
    every = source.lookup.batons
    wanted = set(source.plan.batons if batons is None else batons)
    unknown = sorted(wanted - set(source.plan.batons))
    if unknown:
        raise KeyError(unknown[0])
    return [
        Handoff(source, key, number, len(every)) for number, (key, _baton) in enumerate(every, start=1) if key in wanted
    ]


def part_of(item: BatonItem) -> str:
    """Return the part of the pack that an item stands in."""
    return item.part if item.part in PACK_PARTS else ARTEFACT


def short_id(key: str) -> str:
    """Return an id that people say aloud, such as "B4"; "" for one made by a machine."""
    return key if len(key) <= len("B10r99") else ""


def _is_away(person: Person, day: date) -> bool:
    return any(away.start <= day <= away.end for away in person.away)
