"""Gantt charts of Mermaid, in files of their own and in fenced blocks of Markdown: read as a table of tasks.

A chart says when a task ends in the day after its last one, unless `inclusiveEndDates` stands in it. Many who write
charts mean the last day all the same; so the written day counts as the last one unless tasks begin where others end.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.decoding import decoded
from launchplanner.formats.importers.grids import DOCUMENT, Cell, Document, Grid
from launchplanner.formats.importers.mermaid_times import Excluded, seconds_of, time_of
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.limits import LONGEST_CELL, MOST_ROWS
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.words import _, joined, quoted

_FENCE: Final = re.compile(r"\s*(```+|~~~+|:::)\s*\{?\s*\.?mermaid\b", re.IGNORECASE)
_KIND: Final = re.compile(
    r"\s*(gantt|flowchart|graph|sequenceDiagram|classDiagram|stateDiagram\S*|erDiagram|journey|pie|mindmap|timeline"
    r"|gitGraph|quadrantChart|kanban)\b"
)
_TAGS: Final = frozenset({"active", "done", "crit", "milestone", "vert"})
_IGNORED: Final = frozenset({
    "gantt", "---", "axisformat", "tickinterval", "todaymarker", "topaxis", "weekday", "displaymode", "acctitle",
    "accdescr",
})  # fmt: skip
_COLUMNS: Final = {
    "ID": v.ID, "Task": v.TASK, "Section": v.PHASE, "Start": v.START, "End": v.DUE, "Status": v.STATUS,
    "Milestone": v.MILESTONE, "After": v.AFTER, "Remarks": v.NOTES, "Link": v.LINK,
}  # fmt: skip
_ONE_DAY: Final = timedelta(days=1)
_MOST_ROUNDS: Final = 50


@dataclass(slots=True)
class _Bar:
    """A task: what was written of it, then the days worked out; `end` is the moment after it."""

    title: str
    section: str
    line: int
    tags: set[str]
    key: str = ""
    begins: str = ""
    ends: str = ""
    start: datetime | None = None
    end: datetime | None = None


@dataclass(slots=True)
class _Chart:
    title: str = ""
    layout: str = "YYYY-MM-DD"
    inclusive: bool = False
    excluded: Excluded = field(default_factory=Excluded)
    bars: list[_Bar] = field(default_factory=list[_Bar])
    links: dict[str, str] = field(default_factory=dict[str, str])


def sniff(data: bytes) -> bool:
    """Say whether bytes are a Mermaid diagram."""
    return _kind(data[:20_000].decode("utf-8-sig", errors="ignore")) != ""


def _kind(text: str) -> str:
    """Return which diagram a text begins, after front matter, directives and comments; "" for none."""
    body = re.sub(r"\A\s*---\n.*?\n---\s*\n", "", text.replace("\r\n", "\n"), count=1, flags=re.DOTALL)
    body = re.sub(r"\A(?:\s*%%\{.*?\}%%\s*|\s*%%[^\n]*\n|\s*\n)*", "", body, flags=re.DOTALL)
    match = _KIND.match(body)
    first = body.split("\n", 1)[0].strip() if match is not None else ""
    # A lone word begins a diagram; with words behind it, it may be the first line of anything.
    return match[1] if match is not None and (first == match[1] or match[1] in {"flowchart", "graph"}) else ""


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Document:
    """Return the chart of a Mermaid file as a table.

    Raises:
        Refusal: it is no text, or a diagram that is no gantt chart.
    """
    text, encoding = decoded(data, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = _kind(text)
    if kind != "gantt":
        raise Refusal(
            file, "", _("It is a {kind} of Mermaid. Only its gantt charts hold tasks with days.").format(kind=kind)
        )
    chart = _chart(text.split("\n"), 1)
    grid = _grid(chart, notes)
    return Document(
        title=chart.title,
        grids=(grid,) if grid.rows[1:] else (),
        details=(encoding,),
        text=text[:200_000],
        calendar=calendar_of(chart.excluded),
    )


def fenced(lines: list[str], notes: Notebook) -> tuple[tuple[Grid, ...], WorkCalendar | None]:
    """Return the gantt charts in the fenced blocks of a Markdown document, and the working days that they name."""
    grids: list[Grid] = []
    calendar: WorkCalendar | None = None
    for first, block in _blocks(lines):
        if _kind("\n".join(block)) != "gantt":
            continue
        chart = _chart(block, first)
        grid = _grid(chart, notes)
        if grid.rows[1:]:
            grids.append(grid)
            calendar = calendar or calendar_of(chart.excluded)
    return tuple(grids), calendar


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    fence, block, first = "", list[str](), 0
    for number, line in enumerate(lines, start=1):
        match = _FENCE.match(line)
        if fence:
            if line.strip().startswith(fence) and not line.strip(" `~:"):
                yield first, block
                fence = ""
            else:
                block.append(line)
        elif match is not None:
            fence, block, first = match[1], [], number + 1


def calendar_of(excluded: Excluded) -> WorkCalendar | None:
    """Return the working days that a chart leaves; None when it leaves out none or all."""
    weekdays = tuple(day for day in range(7) if day not in excluded.weekdays)
    if not excluded or not weekdays:
        return None
    return WorkCalendar(weekdays=weekdays, days_off=tuple(sorted(excluded.dates - excluded.included)))


def _chart(lines: list[str], first: int) -> _Chart:
    reader = _ChartReader()
    for number, raw in enumerate(lines, start=first):
        reader.read(raw.split("%%", 1)[0].strip(), number)
    return reader.chart()


class _ChartReader:
    """Reads a chart line by line: each begins with a word that says what it is, or is a task."""

    def __init__(self) -> None:
        self._chart = _Chart()
        self._section = ""
        self._excludes: list[str] = []
        self._includes: list[str] = []
        self._words: dict[str, Callable[[str], None]] = {
            "section": self._open_section,
            "title": self._set_title,
            "dateformat": self._set_layout,
            "excludes": self._excludes.append,
            "includes": self._includes.append,
            "weekend": self._set_weekend,
            "click": self._add_link,
        }

    def read(self, line: str, number: int) -> None:
        word, _blank, rest = line.partition(" ")
        key = word.casefold().rstrip(":")
        if not line or key in _IGNORED:
            return
        if key == "inclusiveenddates":
            self._chart.inclusive = True
        elif key in self._words:
            self._words[key](rest.strip())
        elif ":" in line and len(self._chart.bars) < MOST_ROWS:
            self._chart.bars.append(_bar(line, self._section, number))

    def chart(self) -> _Chart:
        """Return the chart with the days of its tasks worked out."""
        excluded, layout = self._chart.excluded, self._chart.layout
        for words in self._excludes:
            excluded.add(words, layout)
        days = (time_of(each, layout) for words in self._includes for each in re.split(r"[\s,]+", words))
        excluded.included.update(day.date() for day in days if day is not None)
        _settle(self._chart)
        return self._chart

    def _open_section(self, rest: str) -> None:
        self._section = rest

    def _set_title(self, rest: str) -> None:
        self._chart.title = rest or self._chart.title

    def _set_layout(self, rest: str) -> None:
        self._chart.layout = rest or self._chart.layout

    def _set_weekend(self, rest: str) -> None:
        self._chart.excluded.weekend = (4, 5) if rest.casefold() == "friday" else (5, 6)

    def _add_link(self, rest: str) -> None:
        address = re.search(r'href\s+"([^"]+)"', rest)
        if address is not None:
            for key in rest.split(" ", 1)[0].split(","):
                self._chart.links[key.strip()] = address[1]


def _bar(line: str, section: str, number: int) -> _Bar:
    title, _colon, rest = line.partition(":")
    if _is_part_of_a_title(rest):
        # A colon in the title hides the rest from Mermaid too; the last one is what was meant.
        title, _colon, rest = line.rpartition(":")
    parts = [part.strip() for part in rest.split("#")[0].rstrip(";").split(",")]
    tags: set[str] = set()
    while parts and parts[0].casefold() in _TAGS:
        tags.add(parts.pop(0).casefold())
    bar = _Bar(title.strip()[:LONGEST_CELL], section, number, tags)
    parts = [part for part in parts if part]
    if len(parts) > 2:  # noqa: PLR2004 - id, start and end
        bar.key, bar.begins, bar.ends = parts[:3]
    elif len(parts) == 2:  # noqa: PLR2004
        bar.begins, bar.ends = parts
    elif parts:
        bar.ends = parts[0]
    return bar


def _is_part_of_a_title(rest: str) -> bool:
    """Say whether what stands behind the first colon still belongs to the title, as in "Phase 1: Build :a, 3d"."""
    head, colon, _tail = rest.partition(" :")
    return bool(colon) and "," not in head


def _settle(chart: _Chart) -> None:
    """Work out the days of all bars, those that begin after others once these are known."""
    inclusive = chart.inclusive or not _ends_meet_starts(chart)
    chart.inclusive = inclusive
    by_key = {bar.key: bar for bar in chart.bars if bar.key}
    for _round in range(_MOST_ROUNDS):
        before: _Bar | None = None
        changed = False
        for bar in chart.bars:
            changed |= _place(bar, before, by_key, chart)
            before = bar
        if not changed:
            return


def _ends_meet_starts(chart: _Chart) -> bool:
    starts = {time_of(bar.begins, chart.layout) for bar in chart.bars}
    ends = {time_of(bar.ends, chart.layout) for bar in chart.bars if time_of(bar.begins, chart.layout) is not None}
    pairs = {(time_of(bar.begins, chart.layout), time_of(bar.ends, chart.layout)) for bar in chart.bars}
    return any(end in starts and (end, end) not in pairs for end in ends - {None})


def _place(bar: _Bar, before: _Bar | None, by_key: dict[str, _Bar], chart: _Chart) -> bool:
    known = bar.start, bar.end
    if bar.start is None:
        bar.start = _start(bar, before, by_key, chart)
    if bar.start is not None and bar.end is None:
        bar.end = _end(bar, bar.start, by_key, chart)
    return known != (bar.start, bar.end)


def _start(bar: _Bar, before: _Bar | None, by_key: dict[str, _Bar], chart: _Chart) -> datetime | None:
    if bar.begins.casefold().startswith("after "):
        ends = [by_key[key].end for key in bar.begins.split()[1:] if key in by_key]
        known = [end for end in ends if end is not None]
        return chart.excluded.next_in(max(known)) if known and len(known) == len(ends) else None
    if bar.begins:
        return time_of(bar.begins, chart.layout)
    return chart.excluded.next_in(before.end) if before is not None and before.end is not None else None


def _end(bar: _Bar, start: datetime, by_key: dict[str, _Bar], chart: _Chart) -> datetime | None:
    if bar.ends.casefold().startswith("until "):
        starts = [by_key[key].start for key in bar.ends.split()[1:] if key in by_key]
        known = [each for each in starts if each is not None]
        return min(known) if known else None
    seconds = seconds_of(bar.ends)
    if seconds is not None:
        return chart.excluded.after(start, seconds)
    end = time_of(bar.ends, chart.layout)
    if end is None:
        return start + _ONE_DAY
    whole = end.hour == end.minute == 0
    return end + _ONE_DAY if whole and (chart.inclusive or end <= start) else end


def _grid(chart: _Chart, notes: Notebook) -> Grid:
    rows: list[tuple[Cell, ...]] = [tuple(_COLUMNS)]
    lines = [max(chart.bars[0].line - 1, 1) if chart.bars else 1]
    for bar in chart.bars:
        rows.append(_row(bar, chart, notes))
        lines.append(bar.line)
    if any(time_of(bar.ends, chart.layout) is not None for bar in chart.bars):
        notes.understood(
            _("An end that is written as a date is the last day of its task.")
            if chart.inclusive
            else _("An end that is written as a date is the day after the last one, as Mermaid draws it.")
        )
    return Grid(chart.title or _("Gantt chart"), tuple(rows), tuple(lines), DOCUMENT, header=0, told=_COLUMNS)


def _row(bar: _Bar, chart: _Chart, notes: Notebook) -> tuple[Cell, ...]:
    first = bar.start.date() if bar.start is not None else None
    last = (bar.end - timedelta(seconds=1)).date() if bar.end is not None and bar.start is not None else None
    is_milestone = "milestone" in bar.tags or (bar.end is not None and bar.end == bar.start)
    remarks = [word for tag, word in (("crit", _("critical")), ("vert", _("marker"))) if tag in bar.tags]
    if clocks := _clocks(bar):
        remarks.append(clocks)
    waits = bar.begins.split()[1:] if bar.begins.casefold().startswith("after ") else []
    if first is None:
        written = ", ".join(filter(None, (bar.begins, bar.ends)))
        if written and not waits:
            remarks.append(written)
            notes.changed(
                _("{text} could not be placed on a day, so it was kept in the task's notes.").format(
                    text=quoted(written)
                ),
                _("line {n}").format(n=bar.line),
            )
    return (
        bar.key,
        bar.title,
        bar.section,
        first,
        first if is_milestone or (last is not None and first is not None and last < first) else last,
        "done" if "done" in bar.tags else "active" if "active" in bar.tags else "",
        "yes" if is_milestone else "",
        ", ".join(waits),
        joined(remarks),
        chart.links.get(bar.key, "") if bar.key else "",
    )


def _clocks(bar: _Bar) -> str:
    """Return the times of day of a bar, "" for one of whole days."""
    if bar.start is None or bar.end is None or {bar.start.time(), bar.end.time()} == {time()}:
        return ""
    return f"{bar.start:%H:%M}–{bar.end:%H:%M}"
