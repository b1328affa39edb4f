"""The exports of other programs: known by the names of their columns, and brought into the form that tables have.

What each program calls things is data: `importing/vendors.toml` of the shipped files.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.grids import Cell, Grid
from launchplanner.formats.importers.monday import flattened
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.states import read_state
from launchplanner.formats.importers.text import key_of, words_of
from launchplanner.formats.importers.vendor_cells import bare_names, day_text, hours_text, level_text, link_text
from launchplanner.plan.work import DONE
from launchplanner.words import _
from launchplanner.words.resources import resource_text

_DEEPEST_HEADER: Final = 15
_TRUE: Final = frozenset({"true", "yes", "1", "archived"})
_SHELVED: Final = "cancelled"


@dataclass(frozen=True, slots=True)
class Vendor:
    """One program's export; see the head of `vendors.toml` for what the fields hold."""

    id: str
    title: str
    needs: tuple[frozenset[str], ...]
    columns: Mapping[str, str]
    dates: frozenset[str] = frozenset()
    phases: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict[str, str])
    seconds: frozenset[str] = frozenset()
    milliseconds: frozenset[str] = frozenset()
    board: frozenset[str] = frozenset()
    shelved: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    levels: str = ""


def _vendors() -> tuple[Vendor, ...]:
    return tuple(
        Vendor(
            id=key,
            title=str(entry["title"]),
            needs=tuple(frozenset(map(str, names)) for names in entry["needs"]),
            columns={str(name): str(meaning) for name, meaning in entry["columns"].items()},
            phases=tuple(map(str, entry.get("phases", ()))),
            instead={str(name): str(other) for name, other in entry.get("instead", {}).items()},
            levels=str(entry.get("levels", "")),
            **{
                name: frozenset(map(str, entry.get(name, ())))
                for name in ("dates", "seconds", "milliseconds", "board", "shelved", "bare", "links")
            },
        )
        for key, entry in tomllib.loads(resource_text("importing/vendors.toml")).items()
    )


VENDORS: Final = _vendors()
"""The programs whose exports are known, those with the most telling columns first."""


def recognised(grids: Iterable[Grid], notes: Notebook) -> tuple[tuple[Grid, ...], str]:
    """Return the grids with those that a known program exported made plain, and the id of that program or ""."""
    found: list[Grid] = []
    reader = ""
    for grid in grids:
        known = _vendor_of(grid)
        if known is None:
            found.append(grid)
            continue
        vendor, header = known
        if not reader:
            notes.understood(_("The columns are those of an export from {name}.").format(name=vendor.title))
        reader = reader or vendor.id
        if vendor.id == "monday":
            flat = flattened(grid, header)
            header = max(header - 1, 0) if flat is not grid else header
            found.append(_Prepared(flat, header, vendor).grid())
            continue
        found.append(_Prepared(grid, header, vendor).grid())
    return tuple(found), reader


def _vendor_of(grid: Grid) -> tuple[Vendor, int] | None:
    for index, row in enumerate(grid.rows[:_DEEPEST_HEADER]):
        names = {_name(cell) for cell in row} - {""}
        for vendor in VENDORS:
            if any(needed <= names for needed in vendor.needs):
                return vendor, index
    return None


def _name(cell: Cell) -> str:
    return key_of(words_of(cell).replace("_", " ")) if isinstance(cell, str) else ""


class _Prepared:
    """The table of an export, changed column by column."""

    def __init__(self, grid: Grid, header: int, vendor: Vendor) -> None:
        self._grid = grid
        self._header = header
        self._vendor = vendor
        self._names = [_name(cell) for cell in grid.rows[header]]
        width = len(self._names)
        self._rows = [[*row[:width], *[None] * (width - len(row)), *row[width:]] for row in grid.rows[header + 1 :]]
        self._told = {name: vendor.columns[name] for name in self._names if name in vendor.columns}

    def grid(self) -> Grid:
        """Return the grid with its header and meanings known."""
        self._change(self._vendor.dates, day_text)
        self._change(self._vendor.seconds, lambda cell: hours_text(cell, 1))
        self._change(self._vendor.milliseconds, lambda cell: hours_text(cell, 1000))
        self._change(self._vendor.bare, bare_names)
        self._change(self._vendor.links, link_text)
        if self._vendor.levels:
            self._change({self._vendor.levels}, level_text)
        for name, other in self._vendor.instead.items():
            self._fill(name, other)
        self._choose_phase()
        self._choose_board()
        self._put_away()
        told = {words_of(cell): self._told[name] for cell, name in self._header_cells() if name in self._told}
        rows = (*self._grid.rows[: self._header + 1], *(tuple(row) for row in self._rows))
        return replace(self._grid, rows=rows, header=self._header, told=told)

    def _header_cells(self) -> Iterable[tuple[Cell, str]]:
        return zip(self._grid.rows[self._header], self._names, strict=True)

    def _places(self, names: Iterable[str]) -> list[int]:
        wanted = set(names)
        return [place for place, name in enumerate(self._names) if name in wanted]

    def _change(self, names: Iterable[str], change: Callable[[Cell], Cell]) -> None:
        for place in self._places(names):
            for row in self._rows:
                row[place] = change(row[place])

    def _is_filled(self, place: int) -> bool:
        return any(words_of(row[place]) for row in self._rows)

    def _fill(self, name: str, other: str) -> None:
        """Put what `name` holds where `other` is blank, or let it take the place of a column that is not there."""
        sources, targets = self._places({name}), self._places({other})
        if not sources:
            return
        if not targets:
            if other in self._vendor.columns:
                self._told[name] = self._vendor.columns[other]
            return
        for row in self._rows:
            if not words_of(row[targets[0]]):
                row[targets[0]] = row[sources[0]]
        self._told[name] = v.NOTHING

    def _choose_phase(self) -> None:
        filled = [name for name in self._vendor.phases if any(map(self._is_filled, self._places({name})))]
        depths = {words_of(row[place]) for place in self._places({self._vendor.levels}) for row in self._rows} - {""}
        for number, name in enumerate(filled):
            self._told[name] = v.OTHER if number or len(depths) > 1 else v.PHASE

    def _choose_board(self) -> None:
        """Take the columns of a board for statuses where each of them reads as one and no other column does."""
        for name in self._vendor.board:
            places = self._places({name})
            words = {words_of(row[place]) for place in places for row in self._rows} - {""}
            if words and all(read_state(word) is not None for word in words):
                self._told[name] = v.STATUS
                if "due complete" in self._told:
                    self._told["due complete"] = v.NOTHING

    def _put_away(self) -> None:
        """Say of what was put away that it was dropped, unless it was done."""
        status = [place for place, name in enumerate(self._names) if self._told.get(name) == v.STATUS]
        for place in self._places(self._vendor.shelved):
            self._told[self._names[place]] = v.NOTHING if status else v.STATUS
            for row in self._rows:
                away = key_of(words_of(row[place])) in _TRUE
                state = read_state(row[status[0]]) if status else None
                if away and (state is None or state.status != DONE):
                    row[status[0] if status else place] = _SHELVED
                elif not status:
                    row[place] = ""
