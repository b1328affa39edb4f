"""`launchplanner owners`: who owns the work according to owner cells, for scripts and measurement.

Standard input holds cells, one a line; a line that starts with a quotation mark is read as a JSON string, so that a
cell may hold line breaks. With `--column` all lines are one column, so that its habit counts, such as "Silva, Ana"
throughout.

The roster is a JSON object. All of its lists, and all fields but `id` and `name`, may be left out:

    {"people": [{"id": "ana", "name": "Ana Silva", "aliases": ["Anita"], "initials": ["AS"],
                 "handles": ["@asilva"], "emails": ["ana@example.com"]}],
     "roles": [{"id": "pmm", "name": "PMM", "aliases": ["Product marketing"], "holders": ["ana"]}],
     "teams": [{"id": "docs", "name": "Docs", "aliases": []}],
     "organisations": [{"id": "acme", "name": "Acme", "aliases": []}],
     "known_as_one": ["Kim, Lee"], "known_as_two": ["Ana, Bo"]}

`holders` are the people who hold a role on the date asked. Output as JSON has one object a line: `cell`, `label`
(single, none, plural, team, unclear), `code`, `people` (kind, id, text, remark), `helpers` (text, id, kind), `remarks`,
`sentence`, `repairs` (kind, people) and `signs`. As tab-separated values it has a header and the columns cell, label,
code, people and sentence; the cell is a JSON string where it holds a tab or a line break, and "; " joins people.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, cast

from launchplanner.checks.owners import (
    NOBODY,
    Organisation,
    Person,
    Reading,
    Role,
    Roster,
    Team,
    read_column,
    read_owner,
)
from launchplanner.cli.arguments import Subparsers
from launchplanner.words import _

_REFUSED: Final = 2
_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "people": ("aliases", "initials", "handles", "emails"),
    "roles": ("aliases", "holders"),
    "teams": ("aliases",),
    "organisations": ("aliases",),
}
_TEXTS: Final = ("known_as_one", "known_as_two")


class RosterError(Exception):
    """A roster that cannot be read, in a sentence with file, place and reason."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    summary = _("tell who owns the work according to owner cells on standard input")
    parser = subparsers.add_parser(
        "owners",
        help=summary,
        description=summary,
        epilog=str(__doc__).partition("\n\n")[2],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--roster", metavar="FILE.json", type=Path, help=_("the people, roles and teams who are known"))
    parser.add_argument(
        "--column", action="store_true", help=_("read all lines as one column, so that its habit counts")
    )
    parser.add_argument("--format", choices=("json", "tsv"), default="tsv", help=_("how to print (default: tsv)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is read from each cell; 2 when the roster cannot be read."""
    try:
        roster = read_roster(arguments.roster) if arguments.roster is not None else NOBODY
    except RosterError as error:
        print(error, file=sys.stderr)
        return _REFUSED
    cells = [cell_of(line) for line in _lines()]
    readings = read_column(cells, roster) if arguments.column else [read_owner(cell, roster) for cell in cells]
    _print(readings, as_json=arguments.format == "json")
    return 0


def _lines() -> list[str]:
    # Bytes that are no text still get an answer; only "\n" ends a line, as a cell may hold other breaks.
    raw = sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    text = raw.decode("utf-8-sig", errors="replace")
    return [line.removesuffix("\r") for line in text.split("\n")[: -1 if text.endswith("\n") else None]] if text else []


def cell_of(line: str) -> str:
    """Return the cell on a line: a JSON string if it is one, else the line itself."""
    if line.startswith('"'):
        try:
            cell: object = json.loads(line)
        except ValueError:
            return line
        if isinstance(cell, str):
            return cell
    return line


def read_roster(path: Path) -> Roster:
    """Return the roster of a JSON file.

    Raises:
        RosterError: the file cannot be read, is not JSON, or has another shape.
    """
    try:
        content: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RosterError(_problem(path, "", error.strerror or str(error))) from error
    except UnicodeDecodeError as error:
        raise RosterError(_problem(path, "", _("it is not written in UTF-8"))) from error
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise RosterError(_problem(path, place, _("it is not JSON there ({why})").format(why=error.msg))) from error
    except RecursionError as error:
        raise RosterError(_problem(path, "", _("it is nested too deeply"))) from error
    return _RosterReader(path).read(content)


def _problem(path: Path, place: str, reason: str) -> str:
    where = _("{file}, {place}").format(file=path, place=place) if place else str(path)
    return _("The roster {where} cannot be read: {reason}.").format(where=where, reason=reason)


class _RosterReader:
    """Turns JSON into a roster, with the place of each thing for the sentence about what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, content: object) -> Roster:
        top = self._object(content, _("the whole"))
        self._only(top, (*_LISTS, *_TEXTS), _("the whole"))
        fields = {name: self._entries(top, name) for name in _LISTS}
        one, two = (self._texts(top.get(name, []), name) for name in _TEXTS)
        return Roster(
            people=tuple(Person(**entry) for entry in fields["people"]),
            roles=tuple(Role(**entry) for entry in fields["roles"]),
            teams=tuple(Team(**entry) for entry in fields["teams"]),
            organisations=tuple(Organisation(**entry) for entry in fields["organisations"]),
            known_as_one=one,
            known_as_two=two,
        )

    def _entries(self, top: Mapping[str, object], name: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        for number, content in enumerate(self._list(top.get(name, []), name)):
            place = f"{name}[{number}]"
            entry = self._object(content, place)
            self._only(entry, ("id", "name", *_LISTS[name]), place)
            found: dict[str, Any] = {key: self._text(entry.get(key), f"{place}.{key}") for key in ("id", "name")}
            found |= {key: self._texts(entry[key], f"{place}.{key}") for key in _LISTS[name] if key in entry}
            entries.append(found)
        return entries

    def _object(self, content: object, place: str) -> Mapping[str, object]:
        if isinstance(content, dict):
            return cast("Mapping[str, object]", content)
        raise RosterError(_problem(self._path, place, _("an object in braces is expected there")))

    def _list(self, content: object, place: str) -> list[object]:
        if isinstance(content, list):
            return cast("list[object]", content)
        raise RosterError(_problem(self._path, place, _("a list in brackets is expected there")))

    def _text(self, content: object, place: str) -> str:
        if isinstance(content, str) and content.strip():
            return content
        raise RosterError(_problem(self._path, place, _("a text is expected there")))

    def _texts(self, content: object, place: str) -> tuple[str, ...]:
        return tuple(self._text(text, f"{place}[{n}]") for n, text in enumerate(self._list(content, place)))

    def _only(self, entry: Mapping[str, object], names: Iterable[str], place: str) -> None:
        for name in entry:
            if name not in names:
                known = ", ".join(names)
                reason = _("there is no field “{name}”, only {known}").format(name=name, known=known)
                raise RosterError(_problem(self._path, place, reason))


def _print(readings: list[Reading], *, as_json: bool) -> None:
    if not as_json:
        print("cell\tlabel\tcode\tpeople\tsentence")
    for reading in readings:
        print(json.dumps(_as_object(reading), ensure_ascii=False) if as_json else _as_row(reading))


def _as_object(reading: Reading) -> dict[str, object]:
    return {
        "cell": _encodable(reading.text),
        "label": reading.label.value,
        "code": reading.code,
        "people": [
            {"kind": owner.kind, "id": owner.id, "text": owner.text, "remark": owner.remark} for owner in reading.owners
        ],
        "helpers": [asdict(helper) for helper in reading.helpers],
        "remarks": reading.remarks,
        "sentence": reading.sentence,
        "repairs": [{"kind": repair.kind, "people": repair.people} for repair in reading.repairs],
        "signs": reading.signs,
    }


def _as_row(reading: Reading) -> str:
    people = "; ".join(owner.text for owner in reading.owners)
    columns = (reading.label.value, reading.code, people, reading.sentence)
    return "\t".join((_one_line(reading.text), *(" ".join(_encodable(text).split()) for text in columns)))


def _one_line(cell: str) -> str:
    cell = _encodable(cell)
    return json.dumps(cell, ensure_ascii=False) if any(c in cell for c in "\t\n\r") or cell.startswith('"') else cell


def _encodable(text: str) -> str:
    """Return the text with half surrogates, which JSON can spell and UTF-8 cannot, replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")
