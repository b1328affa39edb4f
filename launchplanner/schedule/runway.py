"""What a late baton costs its receiver: the working days it was to leave, and how many of them are used up.

A baton's runway is the time its receiver has for the work behind it: from the day after the pass to the end of the
phase it opens, or of the work that waits for it. Days on which the receiver is away do not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from launchplanner.plan.batons import Baton
from launchplanner.plan.directory import Directory
from launchplanner.plan.plan import Plan
from launchplanner.plan.workdays import Workdays
from launchplanner.schedule.progress import Forecast, passed_on
from launchplanner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Runway:
    """The receiver's days behind one baton.

    `days` were planned, `used` are gone because it has not passed or passed late, `expected` will be gone by the day
    for which its pass is forecast. `late` is how many working days it is late, counted by the calendar. `receiver` is
    a person's id, "" where none is known; `phase` is the id of the phase it opens, or "".
    """

    baton: str
    receiver: str
    phase: str
    days: int
    used: int
    expected: int
    late: int
    has_passed: bool

    @property
    def kept(self) -> int:
        """How many days the receiver keeps as things stand."""
        return self.days - self.used

    @property
    def to_be_kept(self) -> int:
        """How many days the receiver will keep if the forecast comes true."""
        return self.days - self.expected


@dataclass(frozen=True, slots=True)
class Runways:
    """All runways, by the planned day of the baton."""

    each: tuple[Runway, ...]

    @property
    def days(self) -> int:
        """Days that were planned for all receivers together."""
        return sum(one.days for one in self.each)

    @property
    def used(self) -> int:
        """Days of all receivers that late batons have used up."""
        return sum(one.used for one in self.each)

    @property
    def expected(self) -> int:
        """Days of all receivers that will be used up if the forecast comes true."""
        return sum(one.expected for one in self.each)


def runways(plan: Plan, schedule: Schedule, forecast: Forecast) -> Runways:
    """Return the runway of each baton that has work behind it."""
    directory = Directory.of(plan)
    passed = passed_on(plan, schedule.days)
    found: list[Runway] = []
    for key, baton in sorted(plan.batons.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0])):
        last = _last_day(plan, schedule, key, baton)
        if last is None or last <= baton.day:
            continue
        receiver = directory.answers(baton.receiver, schedule.days.date_of(baton.day)) or ""
        worked = _Worked(plan, schedule.days, receiver)
        at = passed.get(key, max(baton.day, forecast.today))
        then = passed.get(key, forecast.spans[key].start - 1)
        found.append(
            Runway(
                baton=key,
                receiver=receiver,
                phase=baton.opens_phase if baton.opens_phase in plan.phases else "",
                days=worked.count(baton.day + 1, last),
                used=worked.count(baton.day + 1, min(at, last)),
                expected=worked.count(baton.day + 1, min(max(at, then), last)),
                late=max(at - baton.day, 0),
                has_passed=key in passed,
            )
        )
    return Runways(tuple(found))


def _last_day(plan: Plan, schedule: Schedule, key: str, baton: Baton) -> int | None:
    """Return the last day of what the receiver does with a baton; None if nothing waits for it."""
    phase = plan.phases.get(baton.opens_phase)
    if phase is not None:
        return phase.end - 1
    network = schedule.work.frame.network
    waiting = [network.keys[edge[0]] for edge in network.out_of[network.place[key]]]
    return max((schedule.last_day(after) for after in waiting if after in plan.tasks), default=None)


class _Worked:
    """The working days of one person, or of everybody where nobody is known."""

    def __init__(self, plan: Plan, days: Workdays, person: str) -> None:
        stays = plan.people[person].away if person in plan.people else ()
        self._away = [(days.day_of(stay.start), days.last_day_until(stay.end)) for stay in stays]

    def count(self, first: int, last: int) -> int:
        """Return how many days from `first` to `last`, both included, the person works."""
        gone = {day for start, end in self._away for day in range(max(start, first), min(end, last) + 1)}
        return max(last - first + 1, 0) - len(gone)


def used_by_receiver(each: Iterable[Runway]) -> Mapping[str, int]:
    """Return how many days late batons have used up of each receiver's, by person."""
    found: dict[str, int] = {}
    for one in each:
        found[one.receiver] = found.get(one.receiver, 0) + one.used
    return found
