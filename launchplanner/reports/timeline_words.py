"""What the timeline says in words: dates while dragging, and one sentence for each row."""

from launchplanner.checks import Context
from launchplanner.plan.plan import BATON, TASK
from launchplanner.plan.workdays import week_of
from launchplanner.reports.timeline_rows import Row
from launchplanner.schedule import Span
from launchplanner.words import _, ngettext, short_day


def span_text(context: Context, span: Span) -> str:
    """Return the dates of a task, such as "Thu 18 Feb → Tue 23 Feb, 4 days, W5"; of a milestone, its day."""
    days = context.schedule.days
    first = days.date_of(span.start)
    week = _("W{number}").format(number=week_of(days.date_of(context.plan.first), first))
    if not span.days:
        return _("{day}, {week}").format(day=short_day(first), week=week)
    length = ngettext("{count} day", "{count} days", span.days).format(count=span.days)
    if span.days == 1:
        return _("{day}, {length}, {week}").format(day=short_day(first), length=length, week=week)
    last = days.date_of(span.finish - 1)
    return _("{first} → {last}, {length}, {week}").format(
        first=short_day(first), last=short_day(last), length=length, week=week
    )


def pass_text(context: Context, day: int) -> str:
    """Return when a baton passes, such as "end of Fri 26 Feb, W6"."""
    days = context.schedule.days
    on = days.date_of(day)
    week = _("W{number}").format(number=week_of(days.date_of(context.plan.first), on))
    return _("end of {day}, {week}").format(day=short_day(on), week=week)


def sentence(context: Context, row: Row, finding: str = "") -> str:
    """Return what a row says, in one or two sentences: who, when, how far; then the worst thing found, if any."""
    said = _said(context, row)
    return f"{said} {finding}" if finding else said


def _said(context: Context, row: Row) -> str:
    kind, key = row.ref
    if kind == TASK and row.owners is not None:
        text = _("“{task}”: {owner}, {dates}.").format(
            task=row.title, owner=row.owners.words, dates=span_text(context, context.schedule.spans[key])
        )
        state = _task_state(row)
        return f"{text} {state}" if state else text
    if kind == BATON and row.owners is not None:
        return _("Baton “{baton}”: {who}, {day}; {state}.").format(
            baton=row.title,
            who=row.owners.words,
            day=pass_text(context, context.plan.batons[key].day),
            state=row.label.text if row.label else "",
        )
    if row.phase is None:
        return _("Tasks of no phase: {note}.").format(note=row.note)
    return _("Phase “{phase}”: led by {lead}, {dates}.").format(
        phase=row.title, lead=row.lead, dates=span_text(context, Span(row.phase.start, row.phase.finish))
    )


def _task_state(row: Row) -> str:
    bar = row.bar
    if row.is_dropped:
        return _("Dropped.")
    if row.is_settled:
        return _("Done.")
    if bar is None:
        return ""
    parts = [_("{percent} % done").format(percent=round(bar.progress * 100))] if bar.progress else []
    if bar.is_critical:
        parts.append(_("on the critical path"))
    if not parts:
        return ""
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."
