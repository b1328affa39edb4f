"""The plan report: the whole launch on paper, phase by phase, with who owns what and what rules found."""

from collections.abc import Sequence
from typing import Final

from launchplanner.checks import ERROR, WARNING
from launchplanner.plan.people import Person
from launchplanner.plan.work import Phase, Task
from launchplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Masthead,
    Note,
    Owner,
    Paragraph,
    Run,
    Section,
    Text,
    Words,
    muted,
    plain,
    strong,
)
from launchplanner.reports.checklist import baton_row
from launchplanner.reports.handoff import handoffs
from launchplanner.reports.measure_words import all_measured
from launchplanner.reports.ownership import debt_blocks
from launchplanner.reports.plan_sheets import plan_sheets
from launchplanner.reports.problems import PROBLEM_COLUMNS, open_rows, waived_rows
from launchplanner.reports.source import Source
from launchplanner.words import _, day_month, long_day, ngettext, short_day

PLAN: Final = "plan"


def plan_report(source: Source) -> Document:
    """Return the report of a whole plan."""
    title = _("Launch plan")
    launch = source.plan.title
    blocks: list[Block] = [_masthead(source, title), Paragraph(_in_short(source))]
    for part in (_phases, _batons, all_measured, debt_blocks, _problems, _decisions, _risks, _metrics, _people, _roles):
        blocks += part(source)
    section = Section(
        name=title,
        blocks=tuple(blocks),
        running=(Run(title, "strong"), Run(f" · {launch}", "muted")),
        running_right=_("launch {day}").format(day=long_day(source.plan.launch_day)),
        footer=_("{launch} · Launch plan").format(launch=launch),
    )
    return Document(
        report=PLAN,
        title=title,
        launch=launch,
        exported=source.exported_text,
        exported_at=source.exported,
        head=source.head,
        sections=(section,),
        sheets=plan_sheets(source),
    )


def _masthead(source: Source, title: str) -> Masthead:
    return Masthead(
        launch=source.plan.title,
        tier=_("Tier {n}").format(n=source.plan.tier),
        week=source.week_text(source.today),
        day=source.launch_words(),
        kicker=title,
        title=source.plan.title,
    )


def _in_short(source: Source) -> Words:
    plan = source.plan
    counts = source.findings.counts()
    done = sum(task.is_settled for task in plan.tasks.values())
    first, last = source.days.date_of(plan.first), source.days.date_of(plan.end - 1)
    text = _("The clock runs from {first} to {last}. {done} of {tasks} tasks are settled, {batons} batons are planned.")
    said = text.format(
        first=long_day(first), last=long_day(last), done=done, tasks=len(plan.tasks), batons=len(plan.batons)
    )
    errors, warnings = counts[ERROR], counts[WARNING]
    found = _("Rules found {errors} and {warnings}.").format(
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )
    return plain(f"{said} {found}")


def _phases(source: Source) -> list[Block]:
    blocks: list[Block] = []
    for number, (key, phase) in enumerate(source.lookup.phases, start=1):
        blocks.append(Heading(f"{number} {phase.title}", _phase_note(source, phase)))
        blocks += _tasks(source, source.lookup.tasks_of_phase[key])
        blocks += [Note(muted(line)) for line in phase.notes.splitlines() if line.strip()]
    homeless = source.lookup.tasks_of_phase[""]
    if homeless:
        blocks.append(Heading(_("Tasks of no phase"), _("They belong to no phase that is in the plan.")))
        blocks += _tasks(source, homeless)
    return blocks


def _phase_note(source: Source, phase: Phase) -> str:
    start, end = source.days.date_of(phase.start), source.days.date_of(phase.end - 1)
    holder = source.holder(phase.lead, start)
    lead = source.shown(phase.lead)
    who = f"{lead}, {holder.name}" if holder.is_one and holder.name != lead else lead
    note = _("{start} to {end}, led by {lead}.").format(start=short_day(start), end=short_day(end), lead=who)
    return " ".join(text for text in (note, _sentence(phase.purpose)) if text)


def _sentence(text: str) -> str:
    said = text.strip()
    return said if not said or said[-1] in ".!?" else f"{said}."


def _tasks(source: Source, tasks: Sequence[tuple[str, Task]]) -> list[Block]:
    if not tasks:
        return [Note(muted(_("No tasks.")))]
    columns = (
        Column("", 6),
        Column(_("Task and what it delivers"), 38),
        Column(_("Owner and helpers"), 23),
        Column(_("Start"), 10, "right"),
        Column(_("Finish"), 10, "right"),
        Column(_("Days"), 6.5, "right"),
        Column(_("Status"), 10),
        Column(_("Float"), 8, "right"),
    )
    return [Grid(_("Tasks"), columns, tuple(_task_row(source, key, task) for key, task in tasks))]


def _task_row(source: Source, key: str, task: Task) -> tuple[Cell, ...]:
    owner = source.task_owner(key)
    helpers = ", ".join(source.shown(name) for name in task.contributors)
    lines = [plain(owner.name) if owner.is_one else strong(owner.name)]
    if helpers:
        lines.append(muted(_("with {names}").format(names=helpers)))
    title = (plain(task.title), muted(task.deliverable)) if task.deliverable else (plain(task.title),)
    schedule = source.schedule
    return (
        Text((muted(key),)),
        Text(title),
        Owner(owner.face, tuple(lines)),
        Text((plain(day_month(schedule.first_date(key))),)),
        Text((plain(day_month(schedule.last_date(key))),)),
        Text((plain(str(task.duration)),)),
        Text((status_words(source, key, task),)),
        Text((float_words(source, key),)),
    )


def status_words(source: Source, key: str, task: Task) -> Words:
    """Return how far a task is, in bold when it is late."""
    late = 0 if task.is_settled else source.days_late(source.schedule.last_day(key))
    if late:
        return strong(ngettext("{n} day late", "{n} days late", late).format(n=late))
    if task.progress and not task.is_settled:
        return plain(f"{_(task.status)}, {task.progress} %")
    return plain(_(task.status))


def float_words(source: Source, key: str) -> Words:
    """Return how far a task can slip, or that it is critical."""
    slack = source.schedule.total_float.get(key, 0)
    if slack < 0:
        return strong(_("{n} d").format(n=slack).replace("-", "−"))
    if key in source.schedule.critical:
        return strong(_("critical"))
    return plain(_("{n} d").format(n=slack))


def _batons(source: Source) -> list[Block]:
    found = handoffs(source)
    columns = (
        Column("", 5.5),
        Column(_("Baton"), 28),
        Column(_("Gives"), 19),
        Column(_("Receives"), 19),
        Column(_("Planned"), 13),
        Column(_("Items ready"), 10, "right"),
        Column(_("State"), 17),
    )
    return _table(_("Batons"), columns, [baton_row(handoff) for handoff in found], _("Nothing is handed over yet."))


def _problems(source: Source) -> list[Block]:
    rows = [*open_rows(source.findings.open), *waived_rows(source, source.findings.waived)]
    if not rows:
        return [Heading(_("Problems"), _("Nothing open: no rule found anything."))]
    note = _("What a rule found in the plan, at the time of export.")
    return [Heading(_("Problems"), note), Grid(_("Problems"), PROBLEM_COLUMNS, tuple(rows), headed=False)]


def _decisions(source: Source) -> list[Block]:
    columns = (
        Column(_("Decision"), 36),
        Column(_("One decider"), 20),
        Column(_("Heard"), 24),
        Column(_("Due"), 12, "right"),
        Column(_("Outcome"), 24),
    )
    entries = sorted(source.plan.decisions.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0]))
    rows: list[tuple[Cell, ...]] = [
        (
            Text((plain(decision.title),)),
            _person_cell(source, decision.decider),
            Text((muted(", ".join(source.shown(name) for name in decision.heard)),)),
            Text((plain(short_day(source.days.date_of(decision.day))),)),
            Text((plain(decision.outcome.strip()) or muted(_("open")),)),
        )
        for _key, decision in entries
    ]
    return _table(_("Decisions"), columns, rows, _("No decision is on record."))


def _risks(source: Source) -> list[Block]:
    columns = (
        Column(_("Risk"), 30),
        Column(_("If this is seen"), 28),
        Column(_("This is done"), 28),
        Column(_("By"), 18),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Text((plain(risk.title) if risk.is_open else muted(_("{risk} (closed)").format(risk=risk.title)),)),
            Text((plain(risk.trigger),)),
            Text((plain(risk.fallback),)),
            _person_cell(source, risk.owner),
        )
        for _key, risk in sorted(source.plan.risks.items(), key=lambda entry: (entry[1].order, entry[0]))
    ]
    return _table(_("Risks"), columns, rows, _("No risk is on record."))


def _metrics(source: Source) -> list[Block]:
    columns = (
        Column(_("Metric and definition"), 46),
        Column(_("One owner"), 22),
        Column(_("Baseline"), 13),
        Column(_("Target"), 13),
        Column(_("Unit"), 10),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Text(tuple(words for words in (plain(metric.title), muted(metric.definition)) if words)),
            _person_cell(source, metric.owner),
            Text((plain(metric.baseline) or muted("–"),)),
            Text((plain(metric.target) or muted("–"),)),
            Text((plain(metric.unit),)),
        )
        for _key, metric in sorted(source.plan.metrics.items(), key=lambda entry: (entry[1].order, entry[0]))
    ]
    return _table(_("Metrics"), columns, rows, _("No metric is on record."))


def _people(source: Source) -> list[Block]:
    columns = (Column(_("Person"), 30), Column(_("Holds"), 40), Column(_("Away"), 30))
    rows: list[tuple[Cell, ...]] = [
        (
            Owner(source.person(key).face, (plain(person.name),)),
            Text((plain(", ".join(source.shown(hold.role) for hold in person.holds)),)),
            Text((plain(_away(person)) or muted("–"),)),
        )
        for key, person in source.lookup.people
    ]
    return _table(_("People"), columns, rows, _("Nobody is in this plan yet."))


def _away(person: Person) -> str:
    return "; ".join(f"{short_day(away.start)} – {short_day(away.end)}" for away in person.away)


def _roles(source: Source) -> list[Block]:
    columns = (Column(_("Role"), 40), Column(_("Held by"), 60))
    rows: list[tuple[Cell, ...]] = []
    for key, role in source.lookup.roles:
        holders = source.lookup.directory.holders(key)
        names = ", ".join(source.shown(holder) for holder in holders)
        rows.append((Text((plain(role.long_name or role.name),)), Text((plain(names) or strong(_("nobody")),))))
    return _table(_("Roles"), columns, rows, _("No role is in this plan."))


def _person_cell(source: Source, text: str) -> Cell:
    holder = source.holder(text, source.plan.launch_day)
    return Owner(holder.face, (plain(holder.name) if holder.is_one else strong(holder.name),))


def _table(title: str, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], empty: str) -> list[Block]:
    if not rows:
        return [Heading(title, empty)]
    return [Heading(title), Grid(title, columns, tuple(rows))]
