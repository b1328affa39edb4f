"""What a day means before it is taken: the date in full, where it lies in the clock, and what would follow."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.sentences import Run, Sentence
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.tasks.cells import Wish, day_of, followers_note, outcome
from launchplanner.ui.tasks.columns import START
from launchplanner.words import _, long_day, ngettext

_WIDTH = 300


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a typed day comes to: the day, its place, and what follows; `is_day` is false when it cannot be read."""

    day: str
    place: str
    follows: str
    is_day: bool = True


def meaning(snapshot: Snapshot, wish: Wish) -> Meaning:
    """Return what a text in the cell for start or due means."""
    day = day_of(snapshot, wish.key, wish.column, wish.text)
    if day is None:
        return Meaning(_("Not a day yet"), _("26 Feb, thu next week, W6 Fri, T-14 or +2"), "", is_day=False)
    found = outcome(snapshot, [wish])
    follows = found.refusals[0] if found.refusals else followers_note(snapshot, found.followers)
    return Meaning(long_day(day), f"{Scale.of(snapshot).place(day)} · {_shift(snapshot, wish, day)}", follows)


class DayHint(QFrame):
    """A card below the cell; it lies inside the table and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = parent
        self.setObjectName("day-hint")
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._day = label("", "strong")
        self._place = label("", "caption")
        self._follows = Sentence()
        self._all = label("", "caption")
        column = rows(self, margin=12, spacing=3)
        column.addWidget(self._day)
        column.addWidget(self._place)
        column.addSpacing(4)
        column.addWidget(self._follows)
        column.addSpacing(4)
        keys = columns(spacing=6)
        self._everywhere = KeyCaps(_("Ctrl Enter"))
        for widget in (self._everywhere, self._all, KeyCaps(_("Esc")), label(_("as it was"), "caption")):
            keys.addWidget(widget)
        keys.addStretch()
        column.addLayout(keys)
        self.hide()

    def show_meaning(self, shown: Meaning, cell: QRect, rows_selected: int) -> None:
        """Show what a text means, beside its cell and inside the table."""
        self._day.setText(shown.day)
        self._place.setText(shown.place)
        self._follows.set_runs((Run(shown.follows, tone="warning"),) if shown.follows else ())
        self._follows.setVisible(bool(shown.follows))
        several = rows_selected > 1
        self._all.setText(ngettext("all {n} selected", "all {n} selected", rows_selected).format(n=rows_selected))
        self._all.setVisible(several)
        self._everywhere.setVisible(several)
        self.setAccessibleName(" ".join(part for part in (shown.day, shown.place, shown.follows) if part))
        self.setFixedWidth(_WIDTH)
        self.setFixedHeight(self._height())
        self.move(self._place_for(cell))
        self.show()
        self.raise_()

    def text(self) -> str:
        """Return what it says."""
        return self.accessibleName()

    def _height(self) -> int:
        inside = _WIDTH - 24
        follows = self._follows.heightForWidth(inside) + 7 if not self._follows.isHidden() else 0
        return 12 + 18 + 3 + 14 + 7 + follows + 4 + 20 + 12

    def _place_for(self, cell: QRect) -> QPoint:
        room = self._table.rect()
        left = max(room.left() + 4, min(cell.left(), room.right() - self.width() - 4))
        below = cell.bottom() + 6
        top = below if below + self.height() <= room.bottom() else cell.top() - 6 - self.height()
        return QPoint(left, max(top, room.top()))


def _shift(snapshot: Snapshot, wish: Wish, day: date) -> str:
    schedule, days = snapshot.schedule, snapshot.lookup.days
    before = schedule.first_day(wish.key) if wish.column == START else schedule.last_day(wish.key)
    by = days.day_of(day) - before
    if by == 0:
        return _("as it is")
    if by > 0:
        return ngettext("{n} working day later", "{n} working days later", by).format(n=by)
    return ngettext("{n} working day earlier", "{n} working days earlier", -by).format(n=-by)
