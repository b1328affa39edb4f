"""Reading a plan of another program, for the window."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from launchplanner.app.files import read_bytes
from launchplanner.formats.importers import CHANGED, DROPPED, IMPORTERS, Imported, Note, Options, imported
from launchplanner.plan.plan import Plan
from launchplanner.words import _, long_day, ngettext

__all__ = ["CHANGED", "DROPPED", "SURE", "Reading", "import_filters", "read_foreign", "usual_launch_day"]

_WEEKS_TO_LAUNCH: Final = 12
SURE: Final = 0.75
"""How confident the reader of a column must be for it to go without a doubt."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan made from a foreign file, one sentence that sums it up, what each column was taken for, and all remarks.

    `columns` gives a text and the place of the column in the file.
    """

    plan: Plan
    summary: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Note, ...]


def read_foreign(path: Path, launch_day: date | None = None) -> Reading:
    """Return what is in a file of another program; dates count from `launch_day`, or from what the file says.

    Raises:
        Refusal: it cannot be read, or holds no plan.
    """
    today = datetime.now().astimezone().date()
    options = Options(launch_day_else=usual_launch_day(today))
    found = imported(read_bytes(path), path.name, launch_day, options)
    account = found.understood
    summary = _("{tasks} in {phases}; {owned} with an owner, {dated} with a date. Launch day {day}: {reason}.").format(
        tasks=ngettext("{n} task", "{n} tasks", account.tasks).format(n=account.tasks),
        phases=ngettext("{n} phase", "{n} phases", account.phases).format(n=account.phases),
        owned=account.with_owner,
        dated=account.with_date,
        day=long_day(account.launch_day),
        reason=account.launch_day_from,
    )
    return Reading(found.plan, summary, _columns(found), found.notes)


def _columns(found: Imported) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            f"{column.header or '–'}: {_(column.meaning)}" + ("" if column.confidence >= SURE else _(" (not sure)")),
            column.column,
        )
        for table in found.understood.tables
        for column in table.columns
    )


def usual_launch_day(today: date) -> date:
    """Return the launch day to count from when neither a person nor the file names one: a 12-week clock from now."""
    return today + timedelta(weeks=_WEEKS_TO_LAUNCH)


def import_filters() -> str:
    """Return what a file dialog offers: everything that can be read, then each kind."""
    # What is refused stands among all plans too: whoever picks it is told what to export instead.
    everything = " ".join(dict.fromkeys(f"*{suffix}" for importer in IMPORTERS for suffix in importer.suffixes))
    kinds = [
        f"{importer.title} ({' '.join(f'*{suffix}' for suffix in importer.suffixes)})"
        for importer in IMPORTERS
        if importer.is_read
    ]
    return ";;".join([_("Plans ({suffixes})").format(suffixes=everything), *kinds, _("All files (*)")])
