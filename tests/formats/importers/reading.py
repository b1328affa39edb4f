"""Short ways to write a foreign file and to look at the plan made from it."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from textwrap import dedent
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from launchplanner.formats.importers import Imported, Options, imported
from launchplanner.plan.work import Task
from launchplanner.schedule.schedule import scheduled

LAUNCH = date(2027, 4, 13)
"""A Tuesday."""


def from_text(text: str, file: str = "plan.csv", launch: date | None = None, **options: object) -> Imported:
    """Return what is imported from a text; dates count from 13 April 2027 when nothing names another launch day."""
    known = {"launch_day_else": LAUNCH, **options}
    return imported(dedent(text).lstrip("\n").encode(), file, launch, Options(**known))  # pyright: ignore[reportArgumentType]


def from_markdown(text: str, launch: date | None = None, **options: object) -> Imported:
    """Return what is imported from a Markdown text."""
    return from_text(text, "plan.md", launch, **options)


def workbook(sheets: dict[str, Sequence[Sequence[object]]], merges: Sequence[tuple[str, str, object]] = ()) -> bytes:
    """Return an XLSX file; `merges` are (sheet, range, value)."""
    file = io.BytesIO()
    book: Any = xlsxwriter.Workbook(file, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif cell is not None:
                    sheet.write(row, column, cell)
        for owner, area, value in merges:
            if owner == name:
                sheet.merge_range(area, value)
    book.close()
    return file.getvalue()


def from_rows(rows: Sequence[Sequence[object]], launch: date | None = None, **options: object) -> Imported:
    """Return what is imported from a workbook of one sheet, "Plan"."""
    known = {"launch_day_else": LAUNCH, **options}
    return imported(workbook({"Plan": rows}), "plan.xlsx", launch, Options(**known))  # pyright: ignore[reportArgumentType]


def tasks(found: Imported) -> list[Task]:
    """Return the tasks in the order of the file."""
    return sorted(found.plan.tasks.values(), key=lambda task: task.order)


def titles(found: Imported) -> list[str]:
    """Return the titles of the tasks in the order of the file."""
    return [task.title for task in tasks(found)]


def owners(found: Imported) -> list[str]:
    """Return the owners of the tasks in the order of the file."""
    return [task.owner for task in tasks(found)]


def days(found: Imported) -> list[tuple[str, str]]:
    """Return first and last day of each task in the order of the file, as ISO text."""
    schedule = scheduled(found.plan)
    keys = sorted(found.plan.tasks, key=lambda key: found.plan.tasks[key].order)
    return [(schedule.first_date(key).isoformat(), schedule.last_date(key).isoformat()) for key in keys]


def phases(found: Imported) -> list[str]:
    """Return the titles of the phases in their order."""
    return [phase.title for phase in sorted(found.plan.phases.values(), key=lambda phase: phase.order)]


def phase_of(found: Imported) -> list[str]:
    """Return the title of each task's phase, in the order of the file."""
    return [found.plan.phases[task.phase].title for task in tasks(found)]


def links(found: Imported) -> list[tuple[str, str, str, int]]:
    """Return the links as (title of predecessor, title of successor, type, lag), sorted."""
    plan = found.plan
    return sorted(
        (plan.tasks[link.predecessor].title, plan.tasks[link.successor].title, link.type, link.lag)
        for link in plan.dependencies.values()
    )


def notes(found: Imported, kind: str) -> list[str]:
    """Return the remarks of a kind as "place: text"."""
    return [f"{note.place}: {note.text}" if note.place else note.text for note in found.notes if note.kind == kind]


def meanings(found: Imported, table: int = 0) -> dict[str, str]:
    """Return what each column of a table was taken for, by header."""
    return {column.header: column.meaning for column in found.understood.tables[table].columns}
