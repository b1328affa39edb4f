"""`launchplanner import`: a plan from the file of another program, and what was understood, changed and dropped."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from launchplanner.app.files import read_bytes
from launchplanner.app.importing import SURE, usual_launch_day
from launchplanner.cli.arguments import Subparsers, add_today, day, today_of
from launchplanner.formats.importers import (
    CHANGED,
    DROPPED,
    IMPORTERS,
    MEANINGS,
    UNDERSTOOD,
    Imported,
    Options,
    imported,
)
from launchplanner.formats.native import SUFFIX, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.store.saving import save
from launchplanner.words import _, joined, long_day, ngettext


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "import",
        help=_("make a plan from a table, a checklist, a project file or a tracker's export"),
        description=_(
            "Make a plan from the file of another program, and say what was understood, changed and dropped. Read are: "
            "{kinds}."
        ).format(kinds=joined([importer.title for importer in IMPORTERS if importer.is_read])),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the file to read"))
    parser.add_argument("-o", "--out", metavar="PLAN", type=Path, required=True, help=_("the .launchplan file to make"))
    parser.add_argument(
        "--launch-day", metavar="DATE", type=day, default=None, help=_("the anchor (default: as the file says)")
    )
    parser.add_argument("--sheet", metavar="NAME", default="", help=_("read this sheet of a workbook alone"))
    parser.add_argument("--year", type=int, default=None, help=_("the year of the first date written without one"))
    parser.add_argument(
        "--map",
        metavar='"HEADER=MEANING"',
        action="append",
        default=[],
        help=_("what a column means, such as “Who=owner”; may be repeated"),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print the account"))
    parser.add_argument("--force", action="store_true", help=_("replace PLAN if it is there"))
    add_today(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the plan and print how the file was understood.

    Raises:
        Refusal: the file cannot be read, or PLAN is there already.
        SaveError: the plan could not be written.
    """
    out: Path = arguments.out if arguments.out.suffix else arguments.out.with_suffix(SUFFIX)
    if out.exists() and not arguments.force:
        raise Refusal(out.name, "", _("The file is there already. Give another name, or --force to replace it."))
    options = Options(
        sheet=arguments.sheet,
        year=arguments.year,
        columns=columns_of(arguments.map),
        launch_day_else=usual_launch_day(today_of(arguments)),
    )
    found = imported(read_bytes(arguments.file), arguments.file.name, arguments.launch_day, options)
    save(out, write_plan(found.plan), known=None)
    print(as_json(found, out) if arguments.format == "json" else "\n".join(as_text(found, out)))
    return 0


def columns_of(pairs: list[str]) -> dict[str, str]:
    """Return meanings by header, from texts such as "Who=owner".

    Raises:
        Refusal: a text is not of that form, or names a meaning that there is not.
    """
    columns: dict[str, str] = {}
    for pair in pairs:
        header, equals, meaning = (part.strip() for part in pair.rpartition("="))
        if not equals or not header:
            raise Refusal("--map", pair, _("Write it as HEADER=MEANING, such as “Who=owner”."))
        if meaning.casefold() not in MEANINGS:
            raise Refusal("--map", pair, _("A column can mean {meanings}.").format(meanings=joined(MEANINGS)))
        columns[header] = meaning.casefold()
    return columns


def as_json(found: Imported, out: Path) -> str:
    """Return the account as JSON: "plan", "understood" and "notes"."""
    content = {
        "plan": str(out),
        "understood": asdict(found.understood),
        "notes": [asdict(note) for note in found.notes],
    }
    return json.dumps(content, indent=1, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def as_text(found: Imported, out: Path) -> Iterator[str]:
    """Yield the account line by line: what was made, what the columns mean, then every remark by its kind."""
    account = found.understood
    yield _(
        "{out}: {tasks} in {phases}; {owned} with an owner, {dated} with a date; {links}. Launch day {day}."
    ).format(
        out=out,
        tasks=ngettext("{n} task", "{n} tasks", account.tasks).format(n=account.tasks),
        phases=ngettext("{n} phase", "{n} phases", account.phases).format(n=account.phases),
        owned=account.with_owner,
        dated=account.with_date,
        links=ngettext("{n} link", "{n} links", account.links).format(n=account.links),
        day=long_day(account.launch_day),
    )
    yield from _tables(found)
    for kind, title in ((UNDERSTOOD, _("Understood")), (CHANGED, _("Changed")), (DROPPED, _("Dropped"))):
        remarks = [note for note in found.notes if note.kind == kind]
        if remarks:
            yield ""
            yield f"{title}:"
            yield from (f"  {note.place}: {note.text}" if note.place else f"  {note.text}" for note in remarks)


def _tables(found: Imported) -> Iterator[str]:
    for table in found.understood.tables:
        yield ""
        yield ngettext(
            "Table “{name}”, rows {first} to {last}: {n} task.",
            "Table “{name}”, rows {first} to {last}: {n} tasks.",
            table.tasks,
        ).format(name=table.name, first=table.first, last=table.last, n=table.tasks)
        for column in table.columns:
            doubt = "" if column.confidence >= SURE else _(" (not sure)")
            yield f"  {column.column}  {column.header or '–'}: {_(column.meaning)}{doubt}"
    if found.understood.details:
        yield ""
        yield _("Read as {details}.").format(details=", ".join(found.understood.details))
