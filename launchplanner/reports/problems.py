"""What rules found, as rows of a report: sign, sentence, and what to do about it."""

from collections.abc import Iterable
from typing import Final

from launchplanner.checks import ERROR, WARNING, Finding
from launchplanner.plan.records import Waiver
from launchplanner.reports.blocks import Cell, Column, Run, Sign, Text, Words, muted, plain, strong
from launchplanner.reports.source import Source
from launchplanner.words import _, short_day

PROBLEM_COLUMNS: Final = (Column("", 3.4, "center"), Column("", 70), Column("", 24))
WAIVED: Final = "waived"


def open_rows(findings: Iterable[Finding]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of open findings."""
    return tuple(
        (Sign(found.severity), Text((sentence(found),)), Text((muted(next_step(found.severity)),)))
        for found in findings
    )


def waived_rows(source: Source, waived: Iterable[tuple[Finding, Waiver]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of findings that somebody accepted, with the reason."""
    return tuple(
        (
            Sign(WAIVED),
            Text((sentence(found), muted(_("Reason: {reason}").format(reason=waiver.reason)))),
            Text((muted(waiver_text(source, waiver)),)),
        )
        for found, waiver in waived
    )


def sentence(finding: Finding) -> Words:
    """Return a finding's sentence with the name of its part in bold where it opens with it."""
    for title in (f"“{finding.part.title}”", finding.part.title):
        if finding.part.title and finding.message.startswith(title):
            return (*strong(title), Run(finding.message[len(title) :]))
    return plain(finding.message)


def next_step(severity: str) -> str:
    """Return what is asked of the reader."""
    return {ERROR: _("Settle before the pass"), WARNING: _("Settle, or waive with a reason")}.get(
        severity, _("Good to know")
    )


def waiver_text(source: Source, waiver: Waiver) -> str:
    """Return until when and by whom a finding was accepted."""
    until = _("to {day}").format(day=short_day(waiver.until)) if waiver.until else _("for good")
    if not waiver.by.strip():
        return _("Known, waived {until}").format(until=until)
    return _("Known, waived {until} by {name}").format(until=until, name=source.shown(waiver.by))


def severity_text(severity: str) -> str:
    """Return what a severity is called."""
    known = {ERROR: _("Error"), WARNING: _("Warning"), "note": _("Note"), WAIVED: _("Waived")}
    return known.get(severity, severity)
