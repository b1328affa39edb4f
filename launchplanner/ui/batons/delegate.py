"""Draws the cells of the board: titles, faces, custody along the clock, and how each baton stands."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from launchplanner.reports.baton_board import BatonBoard, BoardRow
from launchplanner.reports.timeline_owners import FaceOf
from launchplanner.ui.batons.axis import Axis
from launchplanner.ui.batons.model import (
    BATON,
    CLOCK,
    FIRST,
    HOLDER,
    ITEMS,
    LOST,
    ROW,
    SIDES,
    STATE,
    AnyIndex,
    BoardModel,
    texts,
)
from launchplanner.ui.kit.avatars import Face, paint_avatar, paint_nobody, paint_pair
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.hatching import paint_hatch
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.pills import paint_mark
from launchplanner.ui.kit.shapes import dashes, paint_focus_ring, smooth
from launchplanner.ui.theme.colour import with_alpha
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tokens

HEIGHT: Final = 52
_PADDING: Final = 10
_KEY: Final = 34
_FACE: Final = 24
_MARK: Final = 18
_CUSTODY: Final = 3.5
_STEPPED_BACK: Final = 0.6
_TALL: Final = 40


class BoardDelegate(QStyledItemDelegate):
    """Draws one cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one row."""
        return QSize(60, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        row, model = index.data(ROW), index.model()
        if not isinstance(row, BoardRow) or not isinstance(model, BoardModel) or model.board is None:
            return
        tokens = tokens_of(self._view)
        cell = QRectF(option.rect)  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(cell)
        ground = tokens.selection if selected else tokens.panel
        painter.fillRect(cell, ground)
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), tokens.grid)
        if index.column() == CLOCK:
            _paint_clock(painter, cell, tokens, row, board=model.board, ground=ground)
        else:
            area = cell.adjusted(_PADDING, 0, -_PADDING, 0)
            _PAINTERS.get(index.column(), _paint_title)(painter, area, tokens, row)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            line = QRectF(0, cell.top(), self._view.viewport().width(), cell.height() - 1)
            paint_focus_ring(painter, line, tokens, 3)
        painter.restore()


def _paint_title(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    middle = area.center().y()
    _words(painter, QRectF(area.left(), area.top(), _KEY - 4, area.height()), row.key, tokens.muted, "small")
    room = area.adjusted(_KEY, 0, 0, 0)
    title = QRectF(room.left(), middle - 19, room.width(), 20)
    role: FontRole = "body" if row.steps_back else "strong" if row.is_main or row.late else "medium"
    _words(painter, title, row.title, tokens.muted if row.steps_back else tokens.ink, role)
    planned = QRectF(room.left(), middle + 1, room.width(), 16)
    _words(painter, planned, row.planned, tokens.error.text if row.late else tokens.muted, "caption")


def _paint_sides(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    side = QRectF(area.left(), area.center().y() - _FACE / 2, area.width(), _FACE)
    with smooth(painter):
        painter.setOpacity(_STEPPED_BACK if row.steps_back else 1)
        paint_pair(painter, side, tokens, _face(row.giver), _face(row.receiver), arrow=True)


def _paint_holder(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    side = QRectF(area.left(), area.center().y() - _FACE / 2, _FACE, _FACE)
    if row.holder is None:
        paint_nobody(painter, side, tokens)
    else:
        with smooth(painter):
            painter.setOpacity(_STEPPED_BACK if row.steps_back else 1)
            paint_avatar(painter, side, tokens, row.holder.initials, row.holder.family)
    colour = tokens.error.text if row.holder is None else tokens.muted if row.steps_back else tokens.ink
    _words(painter, area.adjusted(_FACE + 8, 0, 0, 0), row.holder_name, colour)


def _paint_state(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    state = row.state
    mark = QRectF(area.left(), area.center().y() - _MARK / 2, _MARK, _MARK)
    paint_mark(painter, mark, tokens, state.mark, state.tone)
    colour = tokens.muted if state.tone == "neutral" else tokens.tone(state.tone).text
    role: FontRole = "small" if state.tone == "neutral" else "small_medium"
    _words(painter, area.adjusted(_MARK + 7, 0, 0, 0), state.words, colour, role)


def _paint_items(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    colour = tokens.muted if row.has_passed or not row.items[1] else tokens.ink
    text = texts(row)[ITEMS] if row.items[1] else "–"
    _words(painter, area, text, colour, figures=True, right=True)


def _paint_first(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    if row.returns:
        _words(painter, area, row.first_pass, tokens.warning.text, "small_medium")
    elif row.has_passed:
        paint_icon(painter, QRectF(area.left(), area.center().y() - 7, 14, 14), "check", tokens.muted)
    else:
        _words(painter, area, "–", tokens.muted)


def _paint_lost(painter: QPainter, area: QRectF, tokens: Tokens, row: BoardRow) -> None:
    colour = tokens.error.text if row.late else tokens.ink if row.lost else tokens.muted
    role: FontRole = "strong" if row.lost else "body"
    _words(painter, area, texts(row)[LOST], colour, role, figures=True, right=True)


_PAINTERS: Final = {
    BATON: _paint_title,
    SIDES: _paint_sides,
    HOLDER: _paint_holder,
    STATE: _paint_state,
    ITEMS: _paint_items,
    FIRST: _paint_first,
    LOST: _paint_lost,
}


def _paint_clock(
    painter: QPainter, cell: QRectF, tokens: Tokens, row: BoardRow, *, board: BatonBoard, ground: str
) -> None:
    axis, head, middle = Axis.of(board.head, cell), board.head, cell.center().y()
    for week in head.weeks(head.fit.start, head.fit.finish):
        painter.fillRect(QRectF(round(axis.x(week.start)), cell.top(), 1, cell.height()), tokens.grid)
    opens, closes = axis.x(row.zone[0]), axis.x(row.zone[1])
    paint_hatch(painter, QRectF(opens, middle - _TALL / 2, closes - opens, _TALL), tokens.hatch)
    if not row.steps_back:
        _paint_today(painter, cell, tokens, axis, board)
    with smooth(painter):
        for stretch in row.held:
            pen = custody_pen(tokens.family(stretch.family).fill, past=stretch.is_past)
            paint_custody(painter, axis.x(stretch.start), axis.x(stretch.finish), middle, pen)
        if row.tick is not None:
            paint_tick(painter, axis.x(row.tick), middle, tokens)
        box = QRectF(axis.x(row.at) - 18, middle - 10, 36, 20)
        faded = not row.has_passed and not row.late
        paint_capsule(painter, box, tokens, *row.families, faded=faded, halo=True)
    if row.steps_back:
        # A wash over all of it: two half transparent halves of a capsule would show through each other.
        wash = cell.adjusted(0, 0, 0, -1)
        painter.fillRect(wash, QColor(with_alpha(ground, 1 - _STEPPED_BACK)))
        _paint_today(painter, cell, tokens, axis, board)


def _paint_today(painter: QPainter, cell: QRectF, tokens: Tokens, axis: Axis, board: BatonBoard) -> None:
    at = board.head.today.at
    if axis.start <= at <= axis.finish:
        painter.fillRect(QRectF(round(axis.x(at)) - 1, cell.top(), 2, cell.height()), tokens.error.text)


def paint_custody(painter: QPainter, left: float, right: float, middle: float, pen: QPen) -> None:
    """Draw who holds a baton from one place to another."""
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(max(right, left), middle))


def custody_pen(colour: str, *, past: bool) -> QPen:
    """Return the pen for custody: solid where it was, dashed where it is still to come."""
    if not past:
        return dashes(colour, 1.25, 3, 2.5)
    pen = QPen(QColor(colour), _CUSTODY)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def paint_tick(painter: QPainter, at: float, middle: float, tokens: Tokens) -> None:
    """Draw the planned day of a pass that came or comes later."""
    painter.setPen(dashes(tokens.ink, 1.25, 3, 2))
    painter.drawLine(QPointF(at, middle - 15), QPointF(at, middle + 15))


def _face(face: FaceOf | None) -> Face | None:
    return None if face is None else Face(face.initials, face.family, hollow=not face.is_known, name=face.name)


def _words(
    painter: QPainter,
    area: QRectF,
    text: str,
    colour: str,
    role: FontRole = "body",
    *,
    figures: bool = False,
    right: bool = False,
) -> None:
    chosen = font(role, figures=figures)
    painter.setFont(chosen)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    line = " ".join(text.splitlines()) if "\n" in text else text
    shown = QFontMetricsF(chosen).elidedText(line, Qt.TextElideMode.ElideRight, max(area.width(), 0))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
