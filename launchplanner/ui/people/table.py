"""The people as a table model, and the delegate that draws faces, counts and weeks."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from launchplanner.reports.people import FULL_WEEK, People, PeopleRow, WeekCell
from launchplanner.ui.kit.avatars import paint_avatar, paint_nobody
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.hatching import paint_hatch
from launchplanner.ui.kit.shapes import fill, outline, smooth
from launchplanner.ui.theme.colour import mix
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _

NAME, HOLDS, ALIASES, OWNS, AWAY, WEEKS = range(6)
_FACE: Final = 22
_AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PEOPLE: Final = People((), 0, (), -1)


def headings() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (_("Person"), _("Holds the role"), _("Also read as"), _("Owns"), _("Away"), _("Days of work in each week"))


class PeopleModel(QAbstractTableModel):
    """The rows of the people view."""

    def __init__(self) -> None:
        super().__init__()
        self.people = _NO_PEOPLE
        self._rows: tuple[PeopleRow, ...] = ()

    def show_rows(self, people: People, rows: Sequence[PeopleRow]) -> None:
        """Take other people, of whom `rows` are shown."""
        self.beginResetModel()
        self.people = people
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, place: int) -> PeopleRow | None:
        """Return what stands in a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, kind: str, key: str) -> int:
        """Return the row of a person or role, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if (row.kind, row.id) == (kind, key)), -1)

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section] if section < len(headings()) else None
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text of a cell, or its row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(row)[index.column()]
        return None


def _texts(row: PeopleRow) -> tuple[str, ...]:
    weeks = ", ".join(
        _("W{week}: {days}").format(week=number, days=cell.load)
        for number, cell in enumerate(row.weeks, 1)
        if cell.load
    )
    return (row.name or _("Nobody"), row.holds, row.aliases, str(row.owns), row.away, weeks)


class PeopleDelegate(QStyledItemDelegate):
    """Draws one cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return one row."""
        return QSize(80, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a cell."""
        row = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        if not isinstance(row, PeopleRow) or not isinstance(model, PeopleModel):
            return
        tokens = tokens_of(option.widget)  # type: ignore[attr-defined]
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(area, tokens.selection)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), tokens.grid)
        if index.column() == WEEKS:
            self._paint_weeks(painter, area, tokens, row, model.people)
        else:
            self._paint_text(painter, area, tokens, row, index.column())

    def _paint_text(self, painter: QPainter, area: QRectF, tokens: Tokens, row: PeopleRow, column: int) -> None:
        left = area.left() + 12
        colour, role = tokens.ink, "body"
        if column == NAME:
            face = QRectF(left, area.center().y() - _FACE / 2, _FACE, _FACE)
            if row.kind == "role":
                paint_nobody(painter, face, tokens)
                colour, role = tokens.error.text, "strong"
            else:
                paint_avatar(painter, face, tokens, row.initials, row.family)
                role = "medium"
            left += _FACE + 10
        elif column == ALIASES:
            colour = tokens.muted
        elif column == AWAY and row.away_in_zone:
            colour, role = tokens.warning.text, "strong"
        elif column == OWNS and row.kind == "role" and row.owns:
            colour, role = tokens.error.text, "strong"
        painter.setFont(font(role, figures=column == OWNS))
        painter.setPen(colour)
        text = _texts(row)[column]
        room = QRectF(left, area.top(), area.right() - left - 6, area.height())
        if column == OWNS:
            self._paint_counts(painter, room, tokens, row)
            return
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_counts(self, painter: QPainter, room: QRectF, tokens: Tokens, row: PeopleRow) -> None:
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(row.owns) if row.owns else "–")
        if row.batons:
            paint_capsule(painter, QRectF(room.left() + 28, room.center().y() - 5, 16, 10), tokens, "", "")
            painter.setPen(tokens.ink)
            painter.drawText(room.adjusted(48, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(row.batons))

    def _paint_weeks(self, painter: QPainter, area: QRectF, tokens: Tokens, row: PeopleRow, people: People) -> None:
        if not people.weeks:
            return
        width = area.width() / people.weeks
        for number, cell in enumerate(row.weeks):
            box = QRectF(area.left() + number * width, area.top(), width, area.height())
            if number == people.today:
                painter.fillRect(box, mix(tokens.panel, tokens.error.tint, 0.6))
            self._paint_week(painter, box, tokens, cell, is_past=0 <= number < people.today)

    def _paint_week(self, painter: QPainter, box: QRectF, tokens: Tokens, cell: WeekCell, *, is_past: bool) -> None:
        inside = box.adjusted(2, 6, -2, -6)
        with smooth(painter):
            if cell.away:
                paint_hatch(painter, inside, tokens.hatch_strong)
            if cell.is_over:
                fill(painter, tokens.error.tint)
                painter.drawRoundedRect(inside, 4, 4)
                outline(painter, tokens.error.text)
                painter.drawRoundedRect(inside.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            elif cell.load and not cell.away:
                share = 0.16 + 0.34 * cell.load / FULL_WEEK
                fill(painter, mix(tokens.panel, tokens.muted, share * (0.6 if is_past else 1)))
                painter.drawRoundedRect(inside, 4, 4)
            if cell.load:
                painter.setFont(font("caption_medium", figures=True))
                painter.setPen(tokens.error.text if cell.is_over else tokens.ink)
                # The capsule of a pass hangs low, and must leave the number to be read.
                room = inside.adjusted(-2, 0, 2, -8) if cell.passes else inside
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(cell.load))
            for place, (giver, receiver) in enumerate(cell.passes[:2]):
                corner = QPointF(box.right() - 15 - 9 * place, box.bottom() - 12)
                paint_capsule(painter, QRectF(corner.x(), corner.y(), 14, 9), tokens, giver, receiver, halo=True)
