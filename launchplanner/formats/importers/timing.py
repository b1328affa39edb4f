"""From what was written about time to days: years, launch day, weeks and day numbers, then working days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading
from launchplanner.formats.importers.launch import launch_fact, launch_row
from launchplanner.formats.importers.moments import (
    CALENDAR_WEEK,
    DAY,
    DAY_NUMBER,
    FROM_LAUNCH,
    MONTH_NUMBER,
    WEEK,
    WORKDAYS_FROM_LAUNCH,
    YEARLESS,
    Moment,
    When,
)
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.years import day_in, first_year, with_years, years_named
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.plan.work import LONGEST_DURATION
from launchplanner.plan.workdays import Workdays, workdays
from launchplanner.words import _, joined, long_day, ngettext

_WEEKEND: Final = (5, 6)
_FRIDAY: Final = 4
_FEWEST_WEEKEND_DAYS: Final = 3
_SHARE_OF_WEEKEND_DAYS: Final = 0.1
_LONGEST_WEEKS: Final = 600
_NO_YEAR: Final = 2000
_MOST_YEARS: Final = 3
_A_MONTH: Final = 28
_LAST_OF_A_MONTH: Final = 25
_MOST_SPREAD: Final = 60_000


class NoLaunchDayError(Exception):
    """Nothing in the file or beside it says when launch day is."""


@dataclass(slots=True)
class Span:
    """When a task is: its first working day from launch day, and how many; `start` is None for one without a date."""

    start: int | None
    days: int

    @property
    def end(self) -> int:
        """The first day after it."""
        return (self.start or 0) + max(self.days, 1)


@dataclass(slots=True)
class Settled:
    """The days of all drafts, in their order, with launch day and where it was found."""

    launch_day: date
    launch_from: str
    launch_draft: int | None
    calendar: WorkCalendar
    spans: list[Span]
    days: Workdays


Pair = tuple[date | None, date | None]


def settled(reading: Reading, launch_day: date | None, options: Options, notes: Notebook) -> Settled:
    """Return the days of all tasks.

    Raises:
        NoLaunchDayError: neither the file nor the one who imports names a day.
    """
    drafts = reading.drafts
    clock = _Clock(reading, launch_day, options, notes)
    pairs: list[Pair] = [clock.pair(draft) for draft in drafts]
    launch, source, row = _launch_day(reading, pairs, launch_day, options)
    clock.fix(launch, pairs, drafts)
    pairs = [clock.pair(draft) for draft in drafts]
    counted = [_is_counted(draft) for draft in drafts]
    _say_counted(drafts, notes)
    calendar = reading.calendar or _calendar(
        [pair for pair, each in zip(pairs, counted, strict=True) if not each], notes
    )
    days = workdays(calendar, launch)
    if not days.is_worked(launch):
        notes.changed(
            _("Launch day, {day}, is no working day; the plan counts from the next one.").format(day=long_day(launch))
        )
    pairs = [_on_workdays(pair, days) if each else pair for pair, each in zip(pairs, counted, strict=True)]
    spans = [_span(draft, pair, days, notes) for draft, pair in zip(drafts, pairs, strict=True)]
    if row is None:
        row = next(
            (n for n, draft in enumerate(drafts) if spans[n].start == 0 and launch_row([draft], [launch]) == 0), None
        )
    return Settled(launch, source, row, calendar, spans, days)


class _Clock:
    """Turns moments into days; those that count from launch or from week 1 only after `fix`."""

    def __init__(self, reading: Reading, launch_day: date | None, options: Options, notes: Notebook) -> None:
        self._notes = notes
        self._launch: date | None = None
        self._week_one: date | None = None
        self._year = 0
        whens = [(draft, when) for draft in reading.drafts for when in (draft.start, draft.finish, draft.at) if when]
        moments = [(draft, each) for draft, when in whens for each in (when.first, when.last) if each is not None]
        self._yearless = self._with_years(reading, moments, launch_day, options)
        self._say_weekdays(moments)
        numbers = [each.number for _draft, each in moments if each.kind == DAY_NUMBER]
        self._calendar_days = (
            bool(numbers) and max(numbers) >= _A_MONTH and all(n % 10 in {0, 1} or n % 7 == 0 for n in numbers)
        )

    def _with_years(
        self, reading: Reading, moments: Sequence[tuple[Draft, Moment]], launch_day: date | None, options: Options
    ) -> dict[int, date]:
        bare = [moment for _draft, moment in moments if moment.kind == YEARLESS]
        full = [moment.day.year for _draft, moment in moments if moment.kind == DAY and moment.day is not None]
        nearest = (launch_day or options.launch_day_else or date(_NO_YEAR, 1, 1)).year
        self._year = max(set(full), key=full.count) if full else nearest
        if not bare:
            return {}
        known = (
            [options.year]
            if options.year
            else [*dict.fromkeys(sorted(set(full), key=full.count, reverse=True)), *years_named(reading.text)]
        )
        if launch_day is not None and not known:
            known = [launch_day.year]
        if not known and nearest == _NO_YEAR and not any(moment.weekday is not None for moment in bare):
            raise NoLaunchDayError
        year, fitting = first_year(bare, known, nearest)
        self._year = options.year or year
        self._say_year(self._year, [self._year] if options.year else fitting)
        return {
            id(moment): day for moment, day in zip(bare, with_years(bare, self._year), strict=True) if day is not None
        }

    def _say_year(self, year: int, fitting: Sequence[int]) -> None:
        text = _("The dates have no year; the first was read as one of {year}.").format(year=year)
        if len(fitting) == 1:
            self._notes.understood(text)
            return
        if fitting:
            years = joined([str(each) for each in sorted(fitting, key=lambda each: abs(each - year))[:_MOST_YEARS]])
            text += " " + _("Its weekdays fit {years}.").format(years=years)
        self._notes.changed(text + " " + _("Give the year with --year if it is another."))

    def _say_weekdays(self, moments: Sequence[tuple[Draft, Moment]]) -> None:
        for draft, moment in moments:
            day = moment.day or self._yearless.get(id(moment))
            if day is not None and moment.weekday is not None and day.weekday() != moment.weekday:
                self._notes.changed(
                    _("The weekday written beside {day} is another one; the date was taken.").format(day=long_day(day)),
                    draft.place,
                )

    def fix(self, launch: date, pairs: Sequence[Pair], drafts: Sequence[Draft]) -> None:
        """Set launch day, and with it the Monday of week 1."""
        self._launch = launch
        firsts = [first for first, _last in pairs if first is not None]
        weeks = [(each.number, pair[0]) for draft, pair in zip(drafts, pairs, strict=True) for each in _weeks(draft)]
        dated = [(number, day) for number, day in weeks if day is not None and number > 0]
        numbers = [number for number, _day in weeks]
        if dated:
            number, day = min(dated)
            self._week_one = _monday(day) - timedelta(weeks=number - 1)
        elif firsts:
            self._week_one = _monday(min(firsts))
        else:
            last = max((n for n in (*numbers, *_weeks_of_numbers(drafts)) if n > 0), default=1)
            self._week_one = _monday(launch) - timedelta(weeks=min(last, _LONGEST_WEEKS) - 1)

    def pair(self, draft: Draft) -> Pair:
        """Return the first and last day of a task as far as they are written."""
        first = self._day(draft.start.first) if draft.start else None
        last = self._day(draft.finish.last or draft.finish.first) if draft.finish else None
        if draft.start and draft.start.last and last is None:
            last = self._day(draft.start.last, at_end=True)
        if draft.finish and draft.finish.last and first is None and not draft.finish.first.whole:
            first = self._day(draft.finish.first)
        if first is None and last is None and draft.at is not None:
            return self._of(draft.at)
        if first is None and last is None and draft.week is not None:
            return self._of(draft.week)
        return first, last

    def _of(self, when: When) -> Pair:
        return self._day(when.first), self._day(when.last, at_end=True) if when.last else None

    def _day(self, moment: Moment | None, *, at_end: bool = False) -> date | None:
        if moment is None:
            return None
        if moment.kind == DAY:
            return moment.day
        if moment.kind == YEARLESS:
            return self._yearless.get(id(moment)) or day_in(self._year, moment)
        if moment.kind == CALENDAR_WEEK:
            return self._week(_first_calendar_week(self._year), moment.number, at_end=at_end)
        return self._counted(moment, at_end=at_end)

    def _counted(self, moment: Moment, *, at_end: bool) -> date | None:
        if self._launch is None or self._week_one is None:
            return None
        number = max(-_MOST_SPREAD, min(moment.number, _MOST_SPREAD))
        if moment.kind == DAY_NUMBER:
            return self._numbered_day(self._week_one, number - 1)
        if moment.kind == WORKDAYS_FROM_LAUNCH:
            return workdays(WorkCalendar(), self._launch).date_of(number)
        days = {
            FROM_LAUNCH: _within(self._launch, number),
            WEEK: self._week(self._week_one, number, at_end=at_end),
            MONTH_NUMBER: _within(self._week_one, _A_MONTH * (number - 1) + (_LAST_OF_A_MONTH if at_end else 0)),
        }
        return days.get(moment.kind)

    def _numbered_day(self, first: date, days: int) -> date:
        if self._calendar_days:
            return _within(first, max(days, 0))
        return workdays(WorkCalendar(), first).date_of(days)

    def _week(self, first: date, number: int, *, at_end: bool) -> date:
        return _within(first, 7 * (number - 1) + (_FRIDAY if at_end else 0))


def _within(day: date, days: int) -> date:
    ordinal = day.toordinal() + days
    return date.fromordinal(max(EARLIEST.toordinal(), min(ordinal, LATEST.toordinal())))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first_calendar_week(year: int) -> date:
    return date.fromisocalendar(year, 1, 1)


def _weeks(draft: Draft) -> list[Moment]:
    return [draft.week.first] if draft.week is not None and draft.week.first.kind == WEEK else []


def _weeks_of_numbers(drafts: Sequence[Draft]) -> list[int]:
    found: list[int] = []
    for draft in drafts:
        for when in (draft.start, draft.finish, draft.at, draft.week):
            for moment in (when.first, when.last) if when else ():
                if moment is None:
                    continue
                if moment.kind == WEEK:
                    found.append(moment.number)
                elif moment.kind == DAY_NUMBER:
                    found.append(-(-moment.number // 5))
                elif moment.kind == MONTH_NUMBER:
                    found.append(4 * moment.number)
    return found


def _launch_day(
    reading: Reading, pairs: Sequence[Pair], told: date | None, options: Options
) -> tuple[date, str, int | None]:
    days = [last or first for first, last in pairs]
    row = launch_row(reading.drafts, days)
    if told is not None:
        on_day = row if row is not None and days[row] == told else None
        return told, _("given"), on_day
    fact = launch_fact(reading.title, reading.facts)
    if fact is not None:
        return (
            fact[0],
            _("the head of the file, “{text}”").format(text=fact[1]),
            row if row is not None and days[row] == fact[0] else None,
        )
    if row is not None and (found := days[row]) is not None:
        return found, _("“{title}”").format(title=reading.drafts[row].title), row
    last = max((day for day in days if day is not None), default=None)
    if last is not None:
        return last, _("the last date in the file, because no row says which day is launch day"), None
    if options.launch_day_else is not None:
        return options.launch_day_else, _("chosen here, because the file has no date"), None
    raise NoLaunchDayError


def _moments(draft: Draft) -> list[Moment]:
    whens = (draft.start, draft.finish, draft.at, None if draft.start or draft.finish or draft.at else draft.week)
    return [each for when in whens if when for each in (when.first, when.last) if each is not None]


def _is_counted(draft: Draft) -> bool:
    return any(moment.kind not in {DAY, YEARLESS} for moment in _moments(draft))


def _say_counted(drafts: Sequence[Draft], notes: Notebook) -> None:
    kinds = {moment.kind for draft in drafts for moment in _moments(draft)}
    if FROM_LAUNCH in kinds:
        notes.understood(
            _("Days around launch were counted in calendar days; one on a weekend moves to the working day before.")
        )
    if WEEK in kinds:
        notes.understood(_("Weeks were counted from the first week of the plan."))
    if DAY_NUMBER in kinds:
        notes.understood(_("Day numbers were counted from the first day of the plan."))


def _on_workdays(pair: Pair, days: Workdays) -> Pair:
    """Return a counted pair of days with each end that is not worked moved to the working day before."""
    first, last = (days.date_of(days.last_day_until(day)) if day is not None else None for day in pair)
    return first, last


def _calendar(pairs: Sequence[Pair], notes: Notebook) -> WorkCalendar:
    days = [day for pair in pairs for day in pair if day is not None]
    ends = [day for day in days if day.weekday() in _WEEKEND]
    if len(ends) < _FEWEST_WEEKEND_DAYS or len(ends) < _SHARE_OF_WEEKEND_DAYS * len(days):
        return WorkCalendar()
    worked = sorted({day.weekday() for day in ends})
    notes.understood(
        ngettext(
            "{n} date lies on a weekend, so the weekend days in use are taken as working days.",
            "{n} dates lie on weekends, so the weekend days in use are taken as working days.",
            len(ends),
        ).format(n=len(ends))
    )
    return WorkCalendar(weekdays=(0, 1, 2, 3, 4, *worked))


def _span(draft: Draft, pair: Pair, days: Workdays, notes: Notebook) -> Span:
    first, last = pair
    if first is not None and last is not None and last < first:
        notes.changed(
            _(
                "“{title}” ends on {last}, before it starts on {first}. Its start was kept and its end left open."
            ).format(title=draft.title, first=long_day(first), last=long_day(last)),
            draft.place,
        )
        draft.notes.append(_("End in the file: {day}").format(day=last.isoformat()))
        last = None
    for day in dict.fromkeys((first, last)):
        if day is not None and not days.is_worked(day):
            notes.changed(
                _("{day} is no working day; “{title}” was moved to the nearest one that is.").format(
                    day=long_day(day), title=draft.title
                ),
                draft.place,
            )
    return _clamped(draft, _open_span(draft, first, last, days), notes)


def _open_span(draft: Draft, first: date | None, last: date | None, days: Workdays) -> Span:
    length = draft.days
    if first is not None and last is not None:
        start = days.day_of(first)
        if draft.milestone and first == last:
            return Span(start, 0)
        return Span(start, max(1, days.last_day_until(last) - start + 1))
    if first is not None:
        return Span(days.day_of(first), 1 if length is None else length)
    if last is not None:
        end = days.last_day_until(last)
        return Span(end - max(length or 1, 1) + 1, 1 if length is None else length)
    return Span(None, 1 if length is None else length)


def _clamped(draft: Draft, span: Span, notes: Notebook) -> Span:
    if span.days > LONGEST_DURATION:
        notes.changed(
            _("“{title}” would take {n} working days; it was cut to ten years.").format(title=draft.title, n=span.days),
            draft.place,
        )
        span.days = LONGEST_DURATION
    return span
