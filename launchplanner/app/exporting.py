"""Writing a report to a file: for the window and the command line alike."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.formats.exporters import EXPORTERS, Exporter, Options, Paper, exporter_for
from launchplanner.formats.refusal import Refusal
from launchplanner.reports.blocks import Document
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.plan_report import plan_report
from launchplanner.reports.source import Source
from launchplanner.store.saving import save
from launchplanner.words import _, joined

CHECKLIST: Final = "handoff-checklist"
PLAN_REPORT: Final = "plan"
REPORTS: Final = (CHECKLIST, PLAN_REPORT)


def formats() -> tuple[Exporter, ...]:
    """Return the formats that reports are written in."""
    return EXPORTERS


def exported(
    snapshot: Snapshot,
    path: Path,
    *,
    report: str = CHECKLIST,
    batons: Sequence[str] = (),
    paper: Paper = "a4",
    at: datetime | None = None,
) -> None:
    """Write a report; the suffix of `path` says in which format.

    Args:
        snapshot: the plan on a day.
        path: the file; it is replaced if it is there.
        report: one of `REPORTS`.
        batons: the ids of the batons to put into a checklist, all when empty.
        paper: for formats that have pages.
        at: the moment of export, which is printed; none is, beyond the day, when it is None.

    Raises:
        Refusal: the suffix is of no format, or there is no such baton.
        SaveError: the file could not be written.
    """
    exporter = exporter_for(path.suffix)
    if exporter is None:
        known = joined([entry.suffix for entry in EXPORTERS])
        raise Refusal(path.name, "", _("The end of the name says the format: {known}.").format(known=known))
    save(path, exporter.render(document_of(snapshot, report, batons, at), Options(paper)), known=None)


def document_of(snapshot: Snapshot, report: str, batons: Sequence[str] = (), at: datetime | None = None) -> Document:
    """Return the content of a report.

    Raises:
        Refusal: there is no such baton.
    """
    for key in batons:
        if key not in snapshot.plan.batons:
            known = joined([entry for entry, _baton in snapshot.lookup.batons])
            raise Refusal(snapshot.plan.title, key, _("There is no such baton. There are {known}.").format(known=known))
    source = Source(snapshot.context, snapshot.findings, at)
    return plan_report(source) if report == PLAN_REPORT else handoff_checklist(source, batons or None)
