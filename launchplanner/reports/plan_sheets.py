"""The plan as sheets: tasks first, then every other table, each row with its id."""

from launchplanner.plan.batons import BATON_KINDS
from launchplanner.plan.work import DEPENDENCY_TYPES, TASK_STATES
from launchplanner.reports.blocks import Sheet, SheetColumn
from launchplanner.reports.checklist_sheets import Row, problem_columns, problem_rows
from launchplanner.reports.handoff import handoffs
from launchplanner.reports.source import Source
from launchplanner.words import _


def plan_sheets(source: Source) -> tuple[Sheet, ...]:
    """Return the sheets of a plan; the tasks come first."""
    return (
        _tasks(source),
        _phases(source),
        _batons(source),
        _people(source),
        _roles(source),
        _links(source),
        _decisions(source),
        _metrics(source),
        _risks(source),
        Sheet(_("Problems"), problem_columns(), tuple(problem_rows(source))),
    )


def _shown(source: Source, texts: tuple[str, ...]) -> str:
    return ", ".join(source.shown(text) for text in texts)


def _tasks(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Task id"), 9),
        SheetColumn(_("Phase"), 14),
        SheetColumn(_("Task"), 40),
        SheetColumn(_("Owner"), 20),
        SheetColumn(_("One named owner"), 10),
        SheetColumn(_("Helpers"), 24),
        SheetColumn(_("Backup"), 18),
        SheetColumn(_("Start"), 12),
        SheetColumn(_("Finish"), 12),
        SheetColumn(_("Working days"), 9),
        SheetColumn(_("Status"), 10, TASK_STATES),
        SheetColumn(_("Percent done"), 9),
        SheetColumn(_("Float"), 8),
        SheetColumn(_("Critical"), 8),
        SheetColumn(_("Waits for"), 16),
        SheetColumn(_("Deliverable"), 40),
        SheetColumn(_("Notes"), 40),
        SheetColumn(_("Links"), 30),
    )
    phases = source.plan.phases
    rows: list[Row] = []
    for key, task in source.lookup.tasks:
        owner = source.task_owner(key)
        rows.append(
            (
                key,
                phases[task.phase].title if task.phase in phases else task.phase,
                task.title,
                owner.name if task.owner.strip() else "",
                _("yes") if owner.is_one else _("no"),
                _shown(source, task.contributors),
                source.shown(task.backup) if task.backup else "",
                source.schedule.first_date(key),
                source.schedule.last_date(key),
                task.duration,
                task.status,
                task.progress,
                source.schedule.total_float.get(key, 0),
                _("yes") if key in source.schedule.critical else _("no"),
                ", ".join(link.predecessor for link in source.lookup.into.get(key, ())),
                task.deliverable,
                task.notes,
                "\n".join(task.links),
            )
        )
    return Sheet(_("Tasks"), columns, tuple(rows))


def _phases(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Phase id"), 9),
        SheetColumn(_("Phase"), 20),
        SheetColumn(_("Lead"), 20),
        SheetColumn(_("Start"), 12),
        SheetColumn(_("End"), 12),
        SheetColumn(_("Working days"), 9),
        SheetColumn(_("Purpose"), 40),
        SheetColumn(_("Leaves with"), 50),
        SheetColumn(_("Notes"), 40),
    )
    rows = [
        (
            key,
            phase.title,
            source.shown(phase.lead),
            source.days.date_of(phase.start),
            source.days.date_of(phase.end - 1),
            phase.days,
            phase.purpose,
            phase.leaves_with,
            phase.notes,
        )
        for key, phase in source.lookup.phases
    ]
    return Sheet(_("Phases"), columns, tuple(rows))


def _batons(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Baton id"), 9),
        SheetColumn(_("Baton"), 30),
        SheetColumn(_("Kind"), 8, BATON_KINDS),
        SheetColumn(_("Giver"), 20),
        SheetColumn(_("Receiver"), 20),
        SheetColumn(_("Zone opens"), 12),
        SheetColumn(_("Planned"), 12),
        SheetColumn(_("Zone closes"), 12),
        SheetColumn(_("State"), 20),
        SheetColumn(_("Items"), 7),
        SheetColumn(_("Items ready"), 10),
        SheetColumn(_("Carries"), 40),
    )
    rows = [
        (
            handoff.key,
            handoff.baton.title,
            handoff.baton.kind,
            handoff.giver.name,
            handoff.receiver.name,
            handoff.zone[0],
            handoff.day,
            handoff.zone[1],
            handoff.state,
            len(handoff.items),
            sum(item.is_settled for _key, item in handoff.items),
            handoff.baton.carries,
        )
        for handoff in handoffs(source)
    ]
    return Sheet(_("Batons"), columns, tuple(rows))


def _people(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Person id"), 16),
        SheetColumn(_("Name"), 24),
        SheetColumn(_("Initials"), 8),
        SheetColumn(_("E-mail"), 26),
        SheetColumn(_("Also written"), 26),
        SheetColumn(_("Holds"), 40),
        SheetColumn(_("Away"), 30),
    )
    rows = [
        (
            key,
            person.name,
            person.initials,
            person.email,
            ", ".join(person.aliases),
            _shown(source, tuple(hold.role for hold in person.holds)),
            "; ".join(f"{away.start.isoformat()} – {away.end.isoformat()}" for away in person.away),
        )
        for key, person in source.lookup.people
    ]
    return Sheet(_("People"), columns, tuple(rows))


def _roles(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Role id"), 22),
        SheetColumn(_("Role"), 26),
        SheetColumn(_("Long name"), 30),
        SheetColumn(_("Held by"), 30),
    )
    rows = [
        (key, role.name, role.long_name, _shown(source, source.lookup.directory.holders(key)))
        for key, role in source.lookup.roles
    ]
    return Sheet(_("Roles"), columns, tuple(rows))


def _links(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Predecessor id"), 14),
        SheetColumn(_("Predecessor"), 36),
        SheetColumn(_("Successor id"), 14),
        SheetColumn(_("Successor"), 36),
        SheetColumn(_("Type"), 6, DEPENDENCY_TYPES),
        SheetColumn(_("Lag"), 6),
    )
    title = source.lookup.title
    rows = [
        (
            link.predecessor,
            title(link.predecessor),
            link.successor,
            title(link.successor),
            link.type,
            link.lag,
        )
        for _key, link in sorted(source.plan.dependencies.items())
    ]
    return Sheet(_("Links"), columns, tuple(rows))


def _decisions(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Decision id"), 10),
        SheetColumn(_("Decision"), 40),
        SheetColumn(_("Decider"), 20),
        SheetColumn(_("Heard"), 30),
        SheetColumn(_("Told"), 40),
        SheetColumn(_("Due"), 12),
        SheetColumn(_("Veto"), 6),
        SheetColumn(_("Outcome"), 36),
        SheetColumn(_("Reason"), 30),
        SheetColumn(_("Decided on"), 12),
    )
    ordered = sorted(source.plan.decisions.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0]))
    rows = [
        (
            key,
            decision.title,
            source.shown(decision.decider) if decision.decider else "",
            _shown(source, decision.heard),
            _shown(source, decision.told),
            source.days.date_of(decision.day),
            _("yes") if decision.veto else _("no"),
            decision.outcome,
            decision.reason,
            decision.decided_on,
        )
        for key, decision in ordered
    ]
    return Sheet(_("Decisions"), columns, tuple(rows))


def _metrics(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Metric id"), 12),
        SheetColumn(_("Metric"), 30),
        SheetColumn(_("Owner"), 20),
        SheetColumn(_("Definition"), 50),
        SheetColumn(_("Unit"), 10),
        SheetColumn(_("Better"), 8, ("up", "down")),
        SheetColumn(_("Baseline"), 12),
        SheetColumn(_("Target"), 12),
        SheetColumn(_("Caution"), 40),
    )
    ordered = sorted(source.plan.metrics.items(), key=lambda entry: (entry[1].order, entry[0]))
    rows = [
        (
            key,
            metric.title,
            source.shown(metric.owner) if metric.owner else "",
            metric.definition,
            metric.unit,
            metric.direction,
            metric.baseline,
            metric.target,
            metric.caution,
        )
        for key, metric in ordered
    ]
    return Sheet(_("Metrics"), columns, tuple(rows))


def _risks(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Risk id"), 10),
        SheetColumn(_("Risk"), 36),
        SheetColumn(_("Owner"), 20),
        SheetColumn(_("If this is seen"), 36),
        SheetColumn(_("This is done"), 36),
        SheetColumn(_("Batons"), 14),
        SheetColumn(_("Open"), 6),
    )
    ordered = sorted(source.plan.risks.items(), key=lambda entry: (entry[1].order, entry[0]))
    rows = [
        (
            key,
            risk.title,
            source.shown(risk.owner) if risk.owner else "",
            risk.trigger,
            risk.fallback,
            ", ".join(risk.batons),
            _("yes") if risk.is_open else _("no"),
        )
        for key, risk in ordered
    ]
    return Sheet(_("Risks"), columns, tuple(rows))
