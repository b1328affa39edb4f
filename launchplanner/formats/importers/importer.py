"""An importer, and how one is chosen: by what a file holds first, by its name second."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from launchplanner.formats.importers.assembly import Assembled, assembled
from launchplanner.formats.importers.document import DocumentReading, read_document
from launchplanner.formats.importers.drafts import Reading
from launchplanner.formats.importers.grids import DOCUMENT, Document
from launchplanner.formats.importers.results import Imported, Notebook, Options, Understood
from launchplanner.formats.importers.timing import NoLaunchDayError
from launchplanner.formats.limits import refuse_large
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _, joined, quoted

_WORDS_IN_NAME: Final = 80

Read = Callable[[bytes, str, Options, Notebook], Document | Reading]
"""Gives tables and lists whose meaning is still to be found, or tasks where the format says what is what."""


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of file: `sniff` tells by the content, `suffixes` by the name; `read` may refuse.

    `is_read` is False for a kind that is always refused, with the way out.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Read
    is_text: bool = True
    is_read: bool = True


def chosen(importers: Sequence[Importer], data: bytes, file: str) -> Importer:
    """Return the importer for a file.

    Raises:
        Refusal: none can read it.
    """
    suffix = PurePath(file).suffix.casefold()
    fitting = [importer for importer in importers if importer.sniff(data)]
    # What packs or binds its content is one kind, whatever it is called; plain text may be several, so its name counts.
    if fitting and not fitting[0].is_text:
        return fitting[0]
    named = [importer for importer in importers if importer.is_text and suffix in importer.suffixes]
    if fitting:
        return next((importer for importer in named if importer in fitting), named[0] if named else fitting[0])
    raise Refusal(
        file, "", _("It is no kind of file that can be read here. Export the plan as CSV or XLSX and import that.")
    )


def imported_by(
    importers: Sequence[Importer], data: bytes, file: str, launch_day: date | None, options: Options
) -> Imported:
    """Return the plan in a foreign file.

    Raises:
        Refusal: it cannot be read, or holds no tasks.
    """
    refuse_large(data, file)
    if not data.strip():
        raise Refusal(file, "", _("The file is empty."))
    importer = chosen(importers, data, file)
    notes = Notebook()
    document = importer.read(data, file, options, notes)
    if isinstance(document, Reading):
        found = DocumentReading(document, [], [])
        document = Document(details=document.details)
        if not found.reading.drafts:
            raise Refusal(file, "", _("It holds no task yet. Add one where the file was made, and save it again."))
    else:
        found = read_document(document, options, notes)
    if not found.reading.drafts:
        raise Refusal(file, *_no_tasks(document, found))
    try:
        made = assembled(found.reading, _title_of(file), launch_day, options, notes)
    except NoLaunchDayError as error:
        raise Refusal(
            file,
            "",
            _("It has no date to count from. Say when launch day is: --launch-day 2027-04-13, or in the window."),
        ) from error
    return Imported(made.plan, notes.notes(), _account(importer, document, found, made))


def _account(importer: Importer, document: Document, found: DocumentReading, made: Assembled) -> Understood:
    plan = made.plan
    return Understood(
        reader=document.reader or importer.id,
        details=(*document.details, *((found.lists,) if found.lists else ())),
        tables=tuple(found.tables),
        passed_over=tuple(found.passed_over),
        launch_day=plan.launch_day,
        launch_day_from=made.launch_from,
        tasks=len(plan.tasks),
        with_owner=sum(1 for task in plan.tasks.values() if task.owner.strip()),
        with_date=made.with_date,
        people=len(plan.people),
        phases=len(plan.phases),
        links=len(plan.dependencies),
    )


def _title_of(file: str) -> str:
    stem = PurePath(file).stem.replace("_", " ").strip()
    return " ".join(stem.split())[:_WORDS_IN_NAME] or _("Imported launch")


def _no_tasks(document: Document, found: DocumentReading) -> tuple[str, str]:
    grids = [grid for grid in document.grids if grid.rows and grid.kind != DOCUMENT]
    if found.tables or found.without_rows:
        return (*(table.name for table in found.tables), *found.without_rows)[0], _(
            "The table has a header and no task below it."
        )
    if len(grids) == 1:
        return grids[0].place(0), _(
            "No column holds tasks. Name one “Task”, and beside it an owner, a date or a status."
        )
    if grids:
        names = joined([quoted(grid.name) for grid in grids])
        return "", _(
            "No sheet has a column with tasks: {names}. Name one “Task”, and beside it an owner, a date or a status."
        ).format(names=names)
    return "", _(
        "It has no table with tasks and no checklist. Write them as “- [ ] Task”, or in a table with a column “Task”."
    )
