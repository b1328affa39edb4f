"""`launchplanner schedule`: when everything happens, how far it can slip, and how likely launch day is.

`--format json` prints, and keeps printing in later versions (dates are year-month-day, days are working days, and
batons start and finish on the day of their pass):

    {"plan": {"file", "id", "title", "launch_day", "launch_at": moment with its offset or null}, "today",
     "launch": {"planned", "forecast", "slip", "float": least slack on the way to launch day, "critical_days"},
     "remedy": {"missing": days, "left": days still missing, "changes": [{"kind", "part", "text"}]} or null where
               launch day is met,
     "parts": [{"kind": "task" or "baton", "id", "title", "phase", "owner", "start", "finish", "days", "t": "T−14",
                "week": week of the clock, "early_start", "early_finish", "late_start", "late_finish",
                "total_float", "free_float", "critical", "in_ring",
                "driving": {"link", "after", "type", "lag"} or null, "why",
                "state": "done", "on track", "at risk" or "late", "forecast_start", "forecast_finish",
                "forecast_slip", "baseline": {"start", "finish", "start_slip", "finish_slip"} or null}],
     "phases": [{"id", "title", "start", "finish", "work_start", "work_finish", "forecast_finish", "slip"}],
     "runway": {"batons": [{"id", "receiver", "phase", "days", "used", "kept", "expected", "late", "passed",
                            "sentence"}],
                "days", "used", "expected"},
     "baseline": {"title", "taken_by", "taken_on", "launch_day", "launch_slip", "gone": [ids], "new": [ids],
                  "summary"} or null,
     "simulation": {"runs", "seed", "estimated": open tasks with three estimates, "on_time": share of runs,
                    "launch": {"p50", "p80", "p95": dates, "p50_day", …: days from launch day, "mean_day"},
                    "launch_days": [{"date", "day", "runs"}], "batons": {id: as "launch"},
                    "drivers": [{"id", "criticality", "sensitivity"}]} or null}

`--format csv` prints the parts, one a line, under the same names; text that a spreadsheet would take for a formula
has an apostrophe before it.
"""

import argparse
import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from launchplanner.app.files import opened
from launchplanner.cli.arguments import Subparsers, add_plan, add_today, today_of
from launchplanner.formats.refusal import Refusal
from launchplanner.formats.safety import csv_cell, one_line
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.plan import Plan
from launchplanner.reports.baseline import heading, summary
from launchplanner.reports.runway import runway_rows, total_sentence
from launchplanner.reports.schedule_table import Dates, PhaseRow, ScheduleRow, phase_rows, schedule_rows
from launchplanner.schedule import Forecast, Schedule, forecast, scheduled
from launchplanner.schedule.baselines import Slips, baseline_named, slips
from launchplanner.schedule.chance import SEED, Chances, Days, chances
from launchplanner.schedule.remedies import Remedy, remedy
from launchplanner.schedule.runway import Runways, runways
from launchplanner.words import _, long_day, ngettext, short_day

MOST_RUNS: Final = 1_000_000
_WIDEST_TITLE: Final = 40
_MOST_DRIVERS: Final = 5


@dataclass(frozen=True)
class Answer:
    """All that is printed, in whatever format."""

    file: str
    plan: Plan
    today: date
    lookup: Lookup
    schedule: Schedule
    forecast: Forecast
    runways: Runways
    remedy: Remedy
    slips: Slips | None
    chances: Chances | None

    @property
    def rows(self) -> Sequence[ScheduleRow]:
        """A row for each task and baton."""
        return schedule_rows(self.lookup, self.schedule, self.forecast, self.slips)

    @property
    def phases(self) -> Sequence[PhaseRow]:
        """A row for each phase."""
        return phase_rows(self.lookup, self.schedule, self.forecast, self.slips)

    def date_of(self, day: int) -> date:
        """Return the calendar day of a working day."""
        return self.schedule.days.date_of(day)


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "schedule",
        help=_("say when everything happens, and how far it can slip"),
        description=_("Say when everything happens, how far it can slip, and how likely launch day is."),
        epilog=_("Float is in working days; T−14 is the fourteenth working day before launch day."),
    )
    add_plan(parser)
    add_today(parser)
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help=_("how to print"))
    parser.add_argument(
        "--baseline", metavar="NAME", default="", help=_("measure slip against this baseline, by its name or id")
    )
    parser.add_argument(
        "--simulate", metavar="N", type=_runs, default=0, help=_("draw the launch N times from the estimates")
    )
    parser.add_argument("--seed", metavar="S", type=int, default=SEED, help=_("which draws (default: %(default)s)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the schedule.

    Raises:
        Refusal: the plan cannot be read, or has no such baseline.
    """
    plan, file = opened(arguments.plan)
    today = today_of(arguments)
    lookup = Lookup(plan)
    schedule = scheduled(plan, lookup)
    seen_from = schedule.days.day_of(today)
    coming = forecast(plan, schedule, seen_from)
    answer = Answer(
        file=str(arguments.plan),
        plan=plan,
        today=today,
        lookup=lookup,
        schedule=schedule,
        forecast=coming,
        runways=runways(plan, schedule, coming),
        remedy=remedy(plan, schedule, seen_from),
        slips=_slips(plan, schedule, arguments.baseline, file.path.name),
        chances=chances(plan, schedule, seen_from, arguments.simulate, arguments.seed) if arguments.simulate else None,
    )
    if arguments.format == "json":
        print(json.dumps(as_json(answer), indent=2, ensure_ascii=False))
    elif arguments.format == "csv":
        print(as_csv(answer), end="")
    else:
        print(as_text(answer))
    return 0


def _runs(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = 0
    if not 1 <= count <= MOST_RUNS:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number from 1 to 1000000").format(text=text))
    return count


def _slips(plan: Plan, schedule: Schedule, name: str, file: str) -> Slips | None:
    if not name:
        return None
    baseline = baseline_named(plan, name)
    if baseline is None:
        known = ", ".join(sorted(one.title for one in plan.baselines.values()))
        told = (
            _("There is no baseline “{name}”. There is: {known}.")
            if known
            else _("There is no baseline “{name}”: none was taken yet.")
        )
        raise Refusal(file, "", told.format(name=name, known=known))
    return slips(plan, schedule, baseline)


def as_json(answer: Answer) -> dict[str, Any]:
    """Return the schedule in the form that the module's description promises."""
    plan = answer.plan
    moment = plan.launch_hour.on(plan.launch_day)
    return {
        "plan": {
            "file": answer.file,
            "id": plan.id,
            "title": plan.title,
            "launch_day": plan.launch_day.isoformat(),
            "launch_at": moment.isoformat() if moment else None,
        },
        "today": answer.today.isoformat(),
        "launch": {
            "planned": answer.date_of(0).isoformat(),
            "forecast": answer.date_of(answer.forecast.launch).isoformat(),
            "slip": answer.forecast.launch,
            "float": answer.schedule.launch_float,
            "critical_days": answer.schedule.critical_days,
        },
        "remedy": _remedy(answer),
        "parts": [_part(row) for row in answer.rows],
        "phases": [_phase(row) for row in answer.phases],
        "runway": _runway(answer),
        "baseline": _baseline(answer),
        "simulation": _simulation(answer),
    }


def _remedy(answer: Answer) -> dict[str, Any] | None:
    found = answer.remedy
    if not found.missing:
        return None
    changes = [{"kind": change.kind, "part": change.part, "text": change.text} for change in found.changes]
    return {"missing": found.missing, "left": found.left, "changes": changes}


def _part(row: ScheduleRow) -> dict[str, Any]:
    one = row.baseline
    return {
        "kind": row.kind, "id": row.id, "title": row.title, "phase": row.phase, "owner": row.owner,
        **_dates("", row.planned), "days": row.days, "t": row.t, "week": row.week,
        **_dates("early_", row.early), **_dates("late_", row.late),
        "total_float": row.total_float, "free_float": row.free_float,
        "critical": row.critical, "in_ring": row.in_ring,
        "driving": {"link": row.link, "after": row.after, "type": row.type, "lag": row.lag} if row.link else None,
        "why": row.why, "state": row.state, **_dates("forecast_", row.forecast), "forecast_slip": row.forecast_slip,
        "baseline": {
            "start": one.start.isoformat(), "finish": one.finish.isoformat(),
            "start_slip": one.start_slip, "finish_slip": one.finish_slip,
        } if one else None,
    }  # fmt: skip


def _phase(row: PhaseRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        **_dates("", row.planned),
        "work_start": row.work.start.isoformat() if row.work else None,
        "work_finish": row.work.finish.isoformat() if row.work else None,
        "forecast_finish": row.forecast.finish.isoformat() if row.forecast else None,
        "slip": row.slip,
    }


def _dates(prefix: str, dates: Dates) -> dict[str, str]:
    return {f"{prefix}start": dates.start.isoformat(), f"{prefix}finish": dates.finish.isoformat()}


def _runway(answer: Answer) -> dict[str, Any]:
    found = answer.runways
    batons = [
        {
            "id": row.runway.baton,
            "receiver": row.receiver,
            "phase": row.runway.phase,
            "days": row.runway.days,
            "used": row.runway.used,
            "kept": row.runway.kept,
            "expected": row.runway.expected,
            "late": row.runway.late,
            "passed": row.runway.has_passed,
            "sentence": row.sentence,
        }
        for row in runway_rows(answer.lookup, found)
    ]
    return {"batons": batons, "days": found.days, "used": found.used, "expected": found.expected}


def _baseline(answer: Answer) -> dict[str, Any] | None:
    if answer.slips is None:
        return None
    one = answer.slips.baseline
    return {
        "title": one.title,
        "taken_by": answer.lookup.directory.shown(one.taken_by),
        "taken_on": one.taken_on.isoformat() if one.taken_on else None,
        "launch_day": one.launch_day.isoformat(),
        "launch_slip": answer.slips.launch,
        "gone": list(answer.slips.gone),
        "new": list(answer.slips.new),
        "summary": summary(answer.lookup, answer.slips),
    }


def _simulation(answer: Answer) -> dict[str, Any] | None:
    found = answer.chances
    if found is None:
        return None
    return {
        "runs": found.runs,
        "seed": found.seed,
        "estimated": found.estimated,
        "on_time": round(found.on_time, 4),
        "launch": _days(answer, found.launch),
        "launch_days": [
            {"date": answer.date_of(day).isoformat(), "day": day, "runs": runs}
            for day, runs in found.launch_days.items()
        ],
        "batons": {key: _days(answer, days) for key, days in sorted(found.batons.items())},
        "drivers": [
            {
                "id": driver.task,
                "criticality": round(driver.criticality, 4),
                "sensitivity": round(driver.sensitivity, 4),
            }
            for driver in found.drivers
        ],
    }


def _days(answer: Answer, days: Days) -> dict[str, Any]:
    shares = {"p50": days.p50, "p80": days.p80, "p95": days.p95}
    return {
        **{name: answer.date_of(day).isoformat() for name, day in shares.items()},
        **{f"{name}_day": day for name, day in shares.items()},
        "mean_day": round(days.mean, 2),
    }


def as_csv(answer: Answer) -> str:
    """Return the parts as CSV, one a line."""
    lines = [_flat(_part(row)) for row in answer.rows]
    names = list(lines[0]) if lines else ["kind", "id", "title"]
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def _flat(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part with its inner objects as columns, text made safe for a spreadsheet."""
    link: dict[str, Any] = part["driving"] or dict.fromkeys(("link", "after", "type", "lag"), "")
    then: dict[str, Any] = part["baseline"] or dict.fromkeys(("start", "finish", "start_slip", "finish_slip"), "")
    flat = {name: value for name, value in part.items() if name not in {"driving", "baseline"}}
    flat |= {f"driving_{name}": value for name, value in link.items()}
    flat |= {f"baseline_{name}": value for name, value in then.items()}
    return {name: csv_cell(value) if isinstance(value, str) else value for name, value in flat.items()}


def as_text(answer: Answer) -> str:
    """Return the schedule for people: a line each, and what follows from it."""
    rows = answer.rows
    wide = min(max((len(one_line(row.title)) for row in rows), default=0), _WIDEST_TITLE)
    has_baseline = answer.slips is not None
    lines = [
        f"{_('Start'):<11} {_('Finish'):<11} {'':<5} {_('Task or baton'):<{wide}} {_('Float'):>6} {_('State'):<9}"
        + (f" {_('Slip'):>5}" if has_baseline else "")
    ]
    lines.extend(_line(row, wide, has_baseline=has_baseline) for row in rows)
    lines.append("")
    lines.extend(_launch_lines(answer))
    if answer.slips is not None:
        lines.append(f"{heading(answer.lookup, answer.slips)}: {summary(answer.lookup, answer.slips)}")
    lines.extend(row.sentence for row in runway_rows(answer.lookup, answer.runways) if row.runway.used)
    if answer.runways.each:
        lines.append(total_sentence(answer.runways))
    lines.extend(_chance_lines(answer))
    return "\n".join(lines)


def _line(row: ScheduleRow, wide: int, *, has_baseline: bool) -> str:
    title = one_line(row.title)
    shown = title if len(title) <= wide else f"{title[: wide - 1]}…"
    mark = "●" if row.critical else "→" if row.kind == "baton" else ""
    slip = f" {row.baseline.finish_slip:>+5}" if has_baseline and row.baseline else ""
    return (
        f"{short_day(row.planned.start):<11} {short_day(row.planned.finish):<11} {row.t:<5} {shown:<{wide}} "
        f"{row.total_float:>4} {mark:<1} {row.state:<9}{slip}"
    ).rstrip()


def _launch_lines(answer: Answer) -> list[str]:
    planned, coming = answer.date_of(0), answer.date_of(answer.forecast.launch)
    slack = answer.schedule.launch_float
    least = ngettext(
        "The way to launch day has {n} day to spare.", "The way to launch day has {n} days to spare.", slack
    )
    missing = ngettext(
        "The way to launch day is {n} day too long.", "The way to launch day is {n} days too long.", -slack
    )
    lines = [
        _("Launch: {day}, as planned.").format(day=long_day(planned))
        if coming == planned
        else _("Launch: planned for {day}, forecast for {coming}.").format(
            day=long_day(planned), coming=long_day(coming)
        )
    ]
    if answer.plan.launch_task:
        lines.append(least.format(n=slack) if slack >= 0 else missing.format(n=-slack))
    found = answer.remedy
    if found.changes:
        lines.append(_("It would fit if:") if found.fits else _("It would come nearer if:"))
        lines.extend(f"  {one_line(change.text)}" for change in found.changes)
    if found.left:
        lines.append(
            ngettext("{n} day would still be missing.", "{n} days would still be missing.", found.left).format(
                n=found.left
            )
        )
    return lines


def _chance_lines(answer: Answer) -> list[str]:
    found = answer.chances
    if found is None:
        return []
    if not found.estimated:
        return [_("No open task has three estimates, so every draw is the forecast.")]
    lines = [
        _("Launch by {day}: {share:.0%} of {runs} draws (seed {seed}).").format(
            day=short_day(answer.date_of(0)), share=found.on_time, runs=found.runs, seed=found.seed
        ),
        _("Launch day: {p50} in half of them, {p80} in 80, {p95} in 95 of 100.").format(
            p50=short_day(answer.date_of(found.launch.p50)),
            p80=short_day(answer.date_of(found.launch.p80)),
            p95=short_day(answer.date_of(found.launch.p95)),
        ),
    ]
    for driver in found.drivers[:_MOST_DRIVERS]:
        title = one_line(answer.lookup.title(driver.task))
        lines.append(_("{share:>4.0%} critical  {task}").format(share=driver.criticality, task=title))
    return lines
