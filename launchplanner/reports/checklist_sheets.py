"""The handoff checklist as sheets: one for each part, with the ids by which a filled-in row can be read in again."""

from launchplanner.plan.batons import ITEM_STATES, MARKS
from launchplanner.reports.blocks import Sheet, SheetColumn, SheetValue
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.ownership import ownership_debt
from launchplanner.reports.problems import WAIVED, waiver_text
from launchplanner.reports.source import Source
from launchplanner.words import _

Row = tuple[SheetValue, ...]


def checklist_sheets(source: Source, found: list[Handoff]) -> tuple[Sheet, ...]:
    """Return the sheets of a checklist; the items come first."""
    return (
        _items(found),
        _batons(found),
        _tasks(found),
        _outlook(found),
        _prompts(found),
        _problems(source, found),
        _decisions(found),
        _sign_off(found),
        _recorded(found),
        _debt(source),
    )


def _baton_columns() -> tuple[SheetColumn, ...]:
    return (SheetColumn(_("Baton id"), 9), SheetColumn(_("Baton"), 24))


def _baton_cells(handoff: Handoff) -> Row:
    return handoff.key, handoff.baton.title


def _items(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Giver"), 18),
        SheetColumn(_("Receiver"), 18),
        SheetColumn(_("Planned"), 12),
        SheetColumn(_("Item id"), 10),
        SheetColumn(_("Part"), 10),
        SheetColumn(_("Item"), 30),
        SheetColumn(_("Criterion"), 44),
        SheetColumn(_("Evidence"), 28),
        SheetColumn(_("Link"), 24),
        SheetColumn(_("State"), 13, ITEM_STATES),
        SheetColumn(_("Reason"), 20),
        SheetColumn(_("Item owner"), 18),
        SheetColumn(_("Must travel"), 11, (_("yes"), _("no"))),
        SheetColumn(_("Receiver's answer"), 16, (_("yes"), _("no"))),
        SheetColumn(_("Why not"), 24),
    )
    rows = [
        (
            *_baton_cells(handoff),
            handoff.giver.name,
            handoff.receiver.name,
            handoff.day,
            key,
            item.part,
            item.title,
            item.criterion,
            item.evidence,
            item.link,
            item.state,
            item.reason,
            handoff.source.shown(item.owner) if item.owner else "",
            _("yes") if item.required else _("no"),
            "",
            "",
        )
        for handoff in found
        for key, item in handoff.items
    ]
    return Sheet(_("Items"), columns, tuple(rows))


def _batons(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Kind"), 8),
        SheetColumn(_("Giver"), 18),
        SheetColumn(_("Giver in the zone"), 30),
        SheetColumn(_("Receiver"), 18),
        SheetColumn(_("Receiver in the zone"), 30),
        SheetColumn(_("Zone opens"), 12),
        SheetColumn(_("Planned"), 12),
        SheetColumn(_("Zone closes"), 12),
        SheetColumn(_("State"), 20),
        SheetColumn(_("Items"), 7),
        SheetColumn(_("Items ready"), 10),
        SheetColumn(_("Carries"), 30),
        SheetColumn(_("Bearing"), 44),
    )
    rows = [
        (
            *_baton_cells(handoff),
            handoff.baton.kind,
            handoff.giver.name,
            handoff.giver_detail,
            handoff.receiver.name,
            handoff.receiver_detail,
            handoff.zone[0],
            handoff.day,
            handoff.zone[1],
            handoff.state,
            len(handoff.items),
            sum(item.is_settled for _key, item in handoff.items),
            handoff.baton.carries,
            handoff.baton.bearing,
        )
        for handoff in found
    ]
    return Sheet(_("Batons"), columns, tuple(rows))


def _tasks(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Task id"), 9),
        SheetColumn(_("Task"), 36),
        SheetColumn(_("Owner"), 20),
        SheetColumn(_("One named owner"), 10),
        SheetColumn(_("Finish"), 12),
        SheetColumn(_("Working days late"), 10),
        SheetColumn(_("Status"), 10),
        SheetColumn(_("The pass waits for it"), 12),
    )
    rows = [
        (
            *_baton_cells(handoff),
            left.key,
            left.task.title,
            left.owner.name,
            _("yes") if left.owner.is_one else _("no"),
            left.finish,
            left.late,
            left.task.status,
            _("yes") if left.is_waited_for else _("no"),
        )
        for handoff in found
        for left in handoff.tasks_left
    ]
    return Sheet(_("Tasks left"), columns, tuple(rows))


def _outlook(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Risk id"), 9),
        SheetColumn(_("Risk"), 30),
        SheetColumn(_("If this is seen"), 36),
        SheetColumn(_("This is done"), 36),
        SheetColumn(_("By"), 20),
    )
    rows = [
        (*_baton_cells(handoff), key, risk.title, risk.trigger, risk.fallback, handoff.source.shown(risk.owner))
        for handoff in found
        for key, risk in handoff.risks
    ]
    return Sheet(_("Outlook"), columns, tuple(rows))


def _prompts(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Prompt id"), 10),
        SheetColumn(_("Question"), 40),
        SheetColumn(_("Answer, in the receiver's words"), 50),
        SheetColumn(_("Giver's mark"), 12, tuple(mark for mark in MARKS if mark)),
        SheetColumn(_("Correction"), 40),
    )
    rows = [
        (*_baton_cells(handoff), key, prompt.question, prompt.answer, prompt.mark, prompt.correction)
        for handoff in found
        for key, prompt in handoff.prompts
    ]
    return Sheet(_("Prompts"), columns, tuple(rows))


def problem_columns() -> tuple[SheetColumn, ...]:
    """Return the columns of a problem."""
    return (
        SheetColumn(_("Rule"), 10),
        SheetColumn(_("Severity"), 10),
        SheetColumn(_("Kind"), 10),
        SheetColumn(_("Part id"), 10),
        SheetColumn(_("Part"), 28),
        SheetColumn(_("Problem"), 60),
        SheetColumn(_("Waived"), 28),
        SheetColumn(_("Reason"), 30),
    )


def problem_rows(source: Source, keys: frozenset[str] | None = None) -> list[Row]:
    """Return the problems of a plan, or of some of its parts, open ones first."""
    open_ones = [(found, "", "", found.severity) for found in source.findings.open]
    waived = [(found, waiver_text(source, waiver), waiver.reason, WAIVED) for found, waiver in source.findings.waived]
    return [
        (found.rule, severity, found.part.kind, found.part.id, found.part.title, found.message, known, reason)
        for found, known, reason, severity in (*open_ones, *waived)
        if keys is None or found.part.id in keys
    ]


def _problems(source: Source, found: list[Handoff]) -> Sheet:
    everything = len(found) == len(source.plan.batons)
    keys = frozenset(
        finding.part.id
        for handoff in found
        for finding in (*handoff.problems, *(waived for waived, _waiver in handoff.waived))
    )
    rows = problem_rows(source, None if everything else keys)
    return Sheet(_("Problems"), problem_columns(), tuple(rows))


def _decisions(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Decision id"), 10),
        SheetColumn(_("Decision"), 36),
        SheetColumn(_("Decider"), 20),
        SheetColumn(_("Due"), 12),
        SheetColumn(_("Outcome"), 36),
        SheetColumn(_("Reason"), 30),
        SheetColumn(_("Decided on"), 12),
    )
    rows = [
        (
            *_baton_cells(handoff),
            key,
            decision.title,
            handoff.source.holder(decision.decider, handoff.day).name,
            handoff.source.days.date_of(decision.day),
            decision.outcome,
            decision.reason,
            decision.decided_on,
        )
        for handoff in found
        for key, decision in handoff.decisions
    ]
    return Sheet(_("Decisions"), columns, tuple(rows))


def _sign_off(found: list[Handoff]) -> Sheet:
    answers = (_("accepted"), _("with conditions"), _("returned"))
    columns = (
        *_baton_columns(),
        SheetColumn(_("Side"), 10),
        SheetColumn(_("Name"), 22),
        SheetColumn(_("Handed over or answer"), 20, (_("handed over"), _("withdrawn"), *answers)),
        SheetColumn(_("Day and time"), 18),
        SheetColumn(_("Condition or reason"), 40),
        SheetColumn(_("One owner"), 20),
        SheetColumn(_("Due"), 12),
    )
    rows: list[Row] = []
    for handoff in found:
        blank: Row = ("", "", "", "", "")
        rows.append((*_baton_cells(handoff), _("gives"), handoff.giver.name, *blank))
        rows.append((*_baton_cells(handoff), _("receives"), handoff.receiver.name, *blank))
    return Sheet(_("Sign-off"), columns, tuple(rows))


def _recorded(found: list[Handoff]) -> Sheet:
    columns = (
        *_baton_columns(),
        SheetColumn(_("Event id"), 14),
        SheetColumn(_("What"), 22),
        SheetColumn(_("Recorded under the name"), 24),
        SheetColumn(_("Device"), 18),
        SheetColumn(_("Time as the device showed it"), 26),
        SheetColumn(_("Code"), 20),
        SheetColumn(_("Note"), 40),
        SheetColumn(_("How it was read"), 20),
    )
    rows = [
        (
            *_baton_cells(handoff),
            key,
            event.kind,
            handoff.source.shown(event.by),
            event.device,
            event.at,
            event.code,
            event.note,
            event.strength,
        )
        for handoff in found
        for key, event in handoff.events
    ]
    return Sheet(_("Recorded steps"), columns, tuple(rows))


def _debt(source: Source) -> Sheet:
    columns = (
        SheetColumn(_("Task id"), 9),
        SheetColumn(_("Task"), 40),
        SheetColumn(_("Written as its owner"), 28),
        SheetColumn(_("Starts"), 12),
    )
    rows = [(key, task.title, task.owner, source.schedule.first_date(key)) for key, task in ownership_debt(source)]
    return Sheet(_("Ownership debt"), columns, tuple(rows))
