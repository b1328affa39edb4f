"""Days as rows that can be changed and taken off: days off, days away, days of a role."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import LineField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _


class DayList(QWidget):
    """Single days; emits `committed` with all of them as they should be, sorted."""

    committed = Signal(object)

    def __init__(self, name: str, *, says: str, placeholder: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._days: tuple[date, ...] = ()
        self._scale: Scale | None = None
        self._stack: RowStack[_OneDay] = RowStack(self._made, name=f"{name}-rows")
        self.add_field = DayField(says, name=f"{name}-add", placeholder=placeholder)
        self.add_field.day_chosen.connect(self._add)
        make_quiet(self.add_field)
        column = rows(self)
        column.addWidget(self._stack)
        column.addWidget(self.add_field)

    def show_days(self, days: Sequence[date], scale: Scale) -> bool:
        """Show other days; return whether any came or went."""
        self._days, self._scale = tuple(days), scale
        self.add_field.show_day(None, scale)
        came = self._stack.show_keys(day.isoformat() for day in self._days)
        for day, row in zip(self._days, self._stack.rows().values(), strict=True):
            row.field.show_day(day, scale)
        return came

    def rows(self) -> "dict[str, _OneDay]":
        """Return the rows by ISO date."""
        return self._stack.rows()

    def _made(self, key: str) -> "_OneDay":
        day = date.fromisoformat(key)
        row = _OneDay(f"{self.objectName()}-{key}", self.accessibleName())
        when(row.field.day_chosen, lambda other: self._ask({*self._days} - {day} | {other}))
        row.off.clicked.connect(lambda: self._ask({*self._days} - {day}))
        return row

    def _add(self, day: date | None) -> None:
        if day is not None:
            self._ask({*self._days, day})

    def _ask(self, days: set[date]) -> None:
        self.committed.emit(tuple(sorted(days)))


class _OneDay(QWidget):
    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.field = DayField(says, name=f"{name}-day")
        make_quiet(self.field)
        self.off = icon_button("close", _("Take this day off the list"), size="small", name=f"{name}-off")
        line = columns(self, spacing=0)
        line.addWidget(self.field, 1)
        line.addWidget(self.off)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from one to another, open where None, with a word about them."""

    start: date | None
    end: date | None
    word: str = ""


class StretchRow(QWidget):
    """A stretch of days: from, to, and where asked for a word; emits `changed` with the new stretch, and `removed`."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, name: str, *, starts: str, ends: str, off: str, word: str = "", optional: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stretch = Stretch(None, None)
        self.start = DayField(_("From"), name=f"{name}-start", placeholder=starts, optional=optional, short=True)
        self.end = DayField(_("To"), name=f"{name}-end", placeholder=ends, optional=optional, short=True)
        self.off = icon_button("close", off, size="small", name=f"{name}-off")
        self.word = LineField(word or _("Why"), name=f"{name}-word", placeholder=word)
        self.word.setVisible(bool(word))
        when(self.start.day_chosen, lambda day: self._ask(start=day))
        when(self.end.day_chosen, lambda day: self._ask(end=day))
        when(self.word.committed, lambda text: self._ask(word=text))
        self.off.clicked.connect(self.removed)
        line = columns(spacing=0)
        line.addWidget(self.start, 1)
        line.addWidget(label("–", "muted"))
        line.addWidget(self.end, 1)
        line.addWidget(self.off)
        column = rows(self)
        column.addLayout(line)
        column.addWidget(self.word)
        make_quiet(self)

    def show_stretch(self, stretch: Stretch, scale: Scale) -> None:
        """Show other days."""
        self._stretch = stretch
        self.start.show_day(stretch.start, scale)
        self.end.show_day(stretch.end, scale)
        self.word.show_value(stretch.word)

    def _ask(self, **changes: object) -> None:
        now = self._stretch
        fields = {"start": now.start, "end": now.end, "word": now.word, **changes}
        self.changed.emit(Stretch(**fields))  # type: ignore[arg-type]
