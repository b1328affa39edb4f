"""How the rows of the people view are drawn: faces, counts, weeks, and the work of those that are opened."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from launchplanner.plan.plan import ROLE, TEAM
from launchplanner.reports.people import FULL_WEEK, People, PeopleRow, WeekCell, WorkRow
from launchplanner.ui.kit.avatars import paint_avatar, paint_nobody
from launchplanner.ui.kit.bars import paint_bar
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.hatching import paint_hatch
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.shapes import fill, outline, smooth
from launchplanner.ui.people.rows import ALIASES, AWAY, HOLDS, NAME, OWNS, WEEKS, PeopleModel, Row, can_open, texts
from launchplanner.ui.theme.colour import mix
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens

_FACE: Final = 22
_CHEVRON: Final = 24
_AnyIndex = QModelIndex | QPersistentModelIndex


class PeopleDelegate(QStyledItemDelegate):
    """Draws one cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return one row."""
        return QSize(80, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a cell."""
        row = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        if not isinstance(row, Row) or not isinstance(model, PeopleModel):
            return
        tokens = tokens_of(option.widget)  # type: ignore[attr-defined]
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if is_selected:
            painter.fillRect(area, tokens.selection)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), tokens.grid)
        if isinstance(row, WorkRow):
            if index.column() == WEEKS:
                _paint_today(painter, area, tokens, model.people)
                _paint_stretch(painter, area, tokens, row, model.people.weeks)
            else:
                _paint_words(painter, area, tokens, row, index.column())
        elif index.column() == WEEKS:
            self._paint_weeks(painter, area, tokens, row, model.people)
        else:
            self._paint_text(painter, area, tokens, row, index.column())
            if index.column() == NAME and can_open(row) and (is_selected or row.id in model.opened):
                name = "chevron-down" if row.id in model.opened else "chevron-right"
                paint_icon(painter, chevron_box(area).adjusted(4, 8, -4, -8), name, tokens.muted)

    def _paint_text(self, painter: QPainter, area: QRectF, tokens: Tokens, row: PeopleRow, column: int) -> None:
        left, right = area.left() + 12, area.right() - 6
        if column == NAME:
            _paint_face(painter, QRectF(left, area.center().y() - _FACE / 2, _FACE, _FACE), tokens, row)
            left += _FACE + 10
            right = chevron_box(area).left()
        colour, role = _look(tokens, row, column)
        painter.setFont(font(role, figures=column == OWNS))
        painter.setPen(colour)
        room = QRectF(left, area.top(), right - left, area.height())
        if column == OWNS:
            self._paint_counts(painter, room, tokens, row)
            return
        _paint_line(painter, room, texts(row)[column])

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
        _paint_today(painter, area, tokens, people)
        for number, cell in enumerate(row.weeks):
            box = QRectF(area.left() + number * width, area.top(), width, area.height())
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


def chevron_box(name: QRectF) -> QRectF:
    """Return where a click opens or closes a person, at the end of the cell with the name."""
    return QRectF(name.right() - _CHEVRON, name.top(), _CHEVRON, name.height())


def _look(tokens: Tokens, row: PeopleRow, column: int) -> tuple[str, FontRole]:
    """Return the colour and font of a cell."""
    is_open = row.kind == ROLE
    if column == NAME:
        return (tokens.error.text, "strong") if is_open else (tokens.ink, "medium")
    if column == ALIASES or (column == HOLDS and row.kind == TEAM):
        return tokens.muted, "body"
    if column == AWAY and row.away_in_zone:
        return tokens.warning.text, "strong"
    if column == OWNS and row.owns and row.kind in {ROLE, TEAM}:
        return tokens.error.text, "strong"
    return tokens.ink, "body"


def _paint_face(painter: QPainter, face: QRectF, tokens: Tokens, row: PeopleRow) -> None:
    if row.kind == ROLE:
        paint_nobody(painter, face, tokens)
    elif row.kind == TEAM:
        with smooth(painter):
            fill(painter, tokens.neutral.tint)
            painter.drawRoundedRect(face, 6, 6)
        paint_icon(painter, face.adjusted(4, 4, -4, -4), "people", tokens.muted)
    else:
        paint_avatar(painter, face, tokens, row.initials, row.family)


def _paint_line(painter: QPainter, room: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_today(painter: QPainter, area: QRectF, tokens: Tokens, people: People) -> None:
    """Draw the week of today behind a row."""
    if people.today >= 0:
        width = area.width() / people.weeks
        box = QRectF(area.left() + people.today * width, area.top(), width, area.height())
        painter.fillRect(box, mix(tokens.panel, tokens.error.tint, 0.6))


def _paint_stretch(painter: QPainter, area: QRectF, tokens: Tokens, row: WorkRow, weeks: int) -> None:
    """Draw the bar of a task below its person, among the weeks of the clock."""
    if weeks:
        width = area.width() / weeks
        bar = QRectF(area.left() + row.start * width + 1, area.center().y() - 6, 0, 12)
        bar.setWidth(max((row.finish - row.start) * width - 2, 4))
        paint_bar(painter, bar, tokens, row.family, "several" if row.trouble else "planned")


def _paint_words(painter: QPainter, area: QRectF, tokens: Tokens, row: WorkRow, column: int) -> None:
    is_trouble = column == ALIASES
    painter.setFont(font("strong" if is_trouble else "body", figures=column == OWNS))
    painter.setPen(tokens.error.text if is_trouble else tokens.ink if column == HOLDS else tokens.muted)
    _paint_line(painter, area.adjusted(12, 0, -6, 0), texts(row)[column])
