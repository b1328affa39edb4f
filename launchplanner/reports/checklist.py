"""The handoff checklist: for one baton or all, everything both sides need on paper to make an exact pass."""

from collections.abc import Iterable
from typing import Final

from launchplanner.reports import handoff_close as close
from launchplanner.reports import handoff_parts as parts
from launchplanner.reports.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Masthead,
    Run,
    Section,
    Text,
    muted,
    plain,
    strong,
)
from launchplanner.reports.checklist_sheets import checklist_sheets
from launchplanner.reports.handoff import Handoff, handoffs, short_id
from launchplanner.reports.measure_words import all_measured, measured
from launchplanner.reports.ownership import debt_blocks
from launchplanner.reports.problems import PROBLEM_COLUMNS, open_rows, waived_rows
from launchplanner.reports.source import Source
from launchplanner.words import _, long_day, ngettext, short_day

HANDOFF_CHECKLIST: Final = "handoff-checklist"


def handoff_checklist(source: Source, batons: Iterable[str] | None = None) -> Document:
    """Return the checklist of some batons, or of all with an overview ahead of them.

    Raises:
        KeyError: one of the ids names no baton.
    """
    found = handoffs(source, batons)
    sections = [_section(handoff) for handoff in found]
    if batons is None:
        sections.insert(0, _overview(source, found))
    return Document(
        report=HANDOFF_CHECKLIST,
        title=_("Handoff checklist"),
        launch=source.plan.title,
        exported=source.exported_text,
        exported_at=source.exported,
        head=source.head,
        sections=tuple(sections),
        sheets=checklist_sheets(source, found),
    )


def _section(handoff: Handoff) -> Section:
    blocks: list[Block] = [parts.masthead(handoff), parts.parties(handoff)]
    for part in (
        parts.bearing,
        parts.artefacts,
        parts.tasks_left,
        parts.outlook,
        close.problems,
        close.decided,
        close.pull_list,
        close.notes_back,
        close.sign_off,
        close.conditions,
        close.history,
        measured,
    ):
        blocks += part(handoff)
    names = _("{giver} to {receiver}").format(giver=handoff.giver.name, receiver=handoff.receiver.name)
    title = handoff.baton.title
    return Section(
        name=title,
        blocks=tuple(blocks),
        running=(Run(title, "strong"), Run(f" · {names}", "muted")),
        running_right=_("planned {day}").format(day=long_day(handoff.day)),
        footer=_("{launch} · Handoff checklist {baton}").format(
            launch=handoff.source.plan.title, baton=short_id(handoff.key) or title
        ),
        capsule=handoff.source.capsule(handoff.baton),
    )


def _overview(source: Source, found: list[Handoff]) -> Section:
    title = _("All handoffs")
    kicker = ngettext("Handoff checklist, {n} baton", "Handoff checklist, {n} batons", len(found))
    masthead = Masthead(
        launch=source.plan.title,
        tier=_("Tier {n}").format(n=source.plan.tier),
        week=source.week_text(source.today),
        day=source.launch_words(),
        kicker=kicker.format(n=len(found)),
        title=title,
    )
    return Section(
        name=title,
        blocks=(
            masthead,
            *_batons(found),
            *all_measured(source),
            *debt_blocks(source),
            *_launch_problems(source),
        ),
        running=(Run(title, "strong"), Run(f" · {source.plan.title}", "muted")),
        running_right=_("launch {day}").format(day=long_day(source.plan.launch_day)),
        footer=_("{launch} · Handoff checklist").format(launch=source.plan.title),
    )


def _batons(found: list[Handoff]) -> list[Block]:
    if not found:
        return [Heading(_("Batons"), _("Nothing is handed over in this plan yet."))]
    columns = (
        Column("", 5.5),
        Column(_("Baton"), 28),
        Column(_("Gives"), 19),
        Column(_("Receives"), 19),
        Column(_("Planned"), 13),
        Column(_("Items ready"), 10, "right"),
        Column(_("State"), 18),
    )
    return [
        Heading(_("Batons"), _("In the order of the clock.")),
        Grid(_("Batons"), columns, tuple(baton_row(handoff) for handoff in found)),
    ]


def baton_row(handoff: Handoff) -> tuple[Cell, ...]:
    """Return a baton as one row: id, title, giver, receiver, planned day, items ready, state."""
    ready = sum(item.is_settled for _key, item in handoff.items)
    sides = [
        Text((plain(side.name) if side.is_one else strong(parts.owner_text(side)),))
        for side in (handoff.giver, handoff.receiver)
    ]
    return (
        Text((muted(short_id(handoff.key) or str(handoff.number)),)),
        Text((strong(handoff.baton.title),)),
        *sides,
        Text((plain(short_day(handoff.day)),)),
        Text((plain(_("{ready} of {count}").format(ready=ready, count=len(handoff.items))),)),
        Text((plain(handoff.state),)),
    )


def _launch_problems(source: Source) -> list[Block]:
    """Return what rules found that no baton's own pages can show: on the launch, roles, people and the like."""
    kinds = {"task", "baton", "phase"}
    found = [finding for finding in source.findings.open if finding.part.kind not in kinds]
    waived = [entry for entry in source.findings.waived if entry[0].part.kind not in kinds]
    rows = (*open_rows(found), *waived_rows(source, waived))
    if not rows:
        return []
    note = _("What a rule found in the plan as a whole, at the time of export.")
    return [Heading(_("Problems of the launch"), note), Grid(_("Problems"), PROBLEM_COLUMNS, rows, headed=False)]
