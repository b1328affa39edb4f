"""The schedule as a table: for each task and baton when, how far it can slip, what decides it, how it has slipped."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import BATON, TASK
from launchplanner.plan.workdays import t_minus, week_of
from launchplanner.schedule import Forecast, Schedule, Span
from launchplanner.schedule.baselines import Slips
from launchplanner.schedule.phases import worked_spans
from launchplanner.schedule.reasons import driving_link, reason


@dataclass(frozen=True, slots=True)
class Dates:
    """First and last calendar day."""

    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """Where a part stood in a baseline, and how many working days later it starts and finishes now."""

    start: date
    finish: date
    start_slip: int
    finish_slip: int


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One task or baton.

    `t` counts working days to launch day ("T−14"), `week` the weeks of the clock from 1. `early` and `late` are the
    first and last days on which it can happen. `link`, `after`, `type` and `lag` name the link that decides when it
    starts, all empty where none does; `why` says it in a sentence. `forecast_slip` is how many working days later than
    planned it will be done.
    """

    kind: str
    id: str
    title: str
    phase: str
    owner: str
    planned: Dates
    days: int
    t: str
    week: int
    early: Dates
    late: Dates
    total_float: int
    free_float: int
    critical: bool
    in_ring: bool
    link: str
    after: str
    type: str
    lag: int
    why: str
    state: str
    forecast: Dates
    forecast_slip: int
    baseline: BaselineEntry | None


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """One phase: the days set for it, the days its work takes, None without work, and its slip if measured."""

    id: str
    title: str
    planned: Dates
    work: Dates | None
    forecast: Dates | None
    slip: int | None


def schedule_rows(
    lookup: Lookup, schedule: Schedule, forecast: Forecast, slips: Slips | None = None
) -> tuple[ScheduleRow, ...]:
    """Return a row for each task and baton, by start, then finish, then id."""
    order = sorted(schedule.spans, key=lambda key: (schedule.first_day(key), schedule.spans[key].finish, key))
    return tuple(_Table(lookup, schedule, forecast, slips).row(key) for key in order)


def phase_rows(lookup: Lookup, schedule: Schedule, forecast: Forecast, slips: Slips | None = None) -> list[PhaseRow]:
    """Return a row for each phase, by its start."""
    work, coming = worked_spans(lookup.plan, schedule.spans), worked_spans(lookup.plan, forecast.spans)
    table = _Table(lookup, schedule, forecast, slips)
    return [
        PhaseRow(
            id=key,
            title=phase.title,
            planned=table.dates(Span(phase.start, phase.end)),
            work=table.dates(work[key]) if key in work else None,
            forecast=table.dates(coming[key]) if key in coming else None,
            slip=slips.phases.get(key) if slips is not None else None,
        )
        for key, phase in lookup.phases
    ]


class _Table:
    def __init__(self, lookup: Lookup, schedule: Schedule, forecast: Forecast, slips: Slips | None) -> None:
        self._lookup = lookup
        self._schedule = schedule
        self._forecast = forecast
        self._slips = slips
        self._first = schedule.days.date_of(lookup.plan.first)

    def row(self, key: str) -> ScheduleRow:
        lookup, schedule = self._lookup, self._schedule
        task = lookup.plan.tasks.get(key)
        link = driving_link(lookup, schedule, key)
        is_baton = task is None
        return ScheduleRow(
            kind=BATON if is_baton else TASK,
            id=key,
            title=lookup.title(key),
            phase=task.phase if task is not None else lookup.plan.batons[key].opens_phase,
            owner=lookup.directory.shown(task.owner if task is not None else lookup.plan.batons[key].giver),
            planned=Dates(schedule.first_date(key), schedule.last_date(key)),
            days=schedule.spans[key].days,
            t=t_minus(schedule.first_day(key)),
            week=week_of(self._first, schedule.first_date(key)),
            early=self.dates(schedule.early_span(key), is_baton=is_baton),
            late=self.dates(schedule.late_span(key), is_baton=is_baton),
            total_float=schedule.total_float[key],
            free_float=schedule.free_float[key],
            critical=key in schedule.critical,
            in_ring=key in schedule.rings,
            link=link.id if link is not None else "",
            after=link.predecessor if link is not None else "",
            type=link.type if link is not None else "",
            lag=link.lag if link is not None else 0,
            why=reason(lookup, schedule, key),
            state=self._forecast.states[key],
            forecast=self.dates(self._forecast.spans[key], is_baton=is_baton),
            forecast_slip=self._forecast.slip(schedule, key),
            baseline=self._baseline(key, is_baton=is_baton),
        )

    def dates(self, span: Span, *, is_baton: bool = False) -> Dates:
        """Return the calendar days of a span; a baton passes on the day before the one it counts for."""
        first = span.start - 1 if is_baton else span.start
        last = span.finish - 1 if span.days else first
        return Dates(self._schedule.days.date_of(first), self._schedule.days.date_of(last))

    def _baseline(self, key: str, *, is_baton: bool) -> BaselineEntry | None:
        if self._slips is None or key not in self._slips.then:
            return None
        then = self.dates(self._slips.then[key], is_baton=is_baton)
        return BaselineEntry(then.start, then.finish, self._slips.start[key], self._slips.finish[key])
