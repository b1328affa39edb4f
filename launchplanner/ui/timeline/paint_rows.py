"""Painting the column of titles and owners, and the ground of the rows."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from launchplanner.plan.plan import BATON, PHASE
from launchplanner.reports.timeline import Row
from launchplanner.reports.timeline_owners import FaceOf, Owners
from launchplanner.ui.kit.avatars import Face, owners_width, paint_owners, paint_pair, pair_width
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.icons import pixmap
from launchplanner.ui.kit.pills import paint_mark
from launchplanner.ui.kit.shapes import paint_focus_ring
from launchplanner.ui.theme import FontRole, Tone, font
from launchplanner.ui.timeline.brushes import Brushes, ground_of
from launchplanner.ui.timeline.scene import FACE, INDENT, OWNERS, ROW, Scene

_SIGN: Final = 14
_SIGN_LEFT: Final = 12
_PAIR_FACE: Final = 20
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_grounds(painter: QPainter, scene: Scene, brushes: Brushes, rows: range) -> None:
    """Draw under the rows: the line between two, and the tint of the one under the pointer."""
    grid = QColor(brushes.tokens.grid)
    for place in rows:
        top = scene.row_top(place)
        if place == scene.hovered:
            painter.fillRect(QRectF(0, top, scene.axis.right, ROW), QColor(brushes.tokens.hover))
        painter.fillRect(QRectF(0, top + ROW - 1, scene.axis.right, 1), grid)


def paint_selection(painter: QPainter, scene: Scene, brushes: Brushes, rows: range) -> None:
    """Tint the selected rows, over the hatching of the zones."""
    colour = QColor(brushes.tokens.selection)
    for place in rows:
        if scene.timeline.rows[place] in scene.selected:
            painter.fillRect(QRectF(0, scene.row_top(place), scene.axis.right, ROW - 1), colour)


def paint_titles(painter: QPainter, scene: Scene, brushes: Brushes, rows: range) -> None:
    """Draw the column of titles and owners."""
    for place in rows:
        row = scene.timeline.row(place)
        top = scene.row_top(place)
        _paint_sign(painter, brushes, row, top)
        _paint_title(painter, scene, brushes, row, top)
        area = QRectF(scene.column - OWNERS, top, OWNERS - 4, ROW)
        if row.ref.kind == PHASE:
            painter.setFont(font("caption_strong"))
            painter.setPen(QColor(brushes.tokens.family(row.family).text))
            painter.drawText(area, _CENTRE, brushes.texts.elided(row.lead, "caption_strong", area.width()))
        elif row.owners is not None:
            _paint_faces(painter, brushes, row.owners, area, ground=ground_of(scene, brushes, place))


def paint_ring(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the ring of keyboard focus round the current row."""
    place = scene.timeline.place_of.get(scene.current) if scene.current is not None else None
    if scene.has_ring and place is not None:
        area = QRectF(1, scene.row_top(place), scene.axis.right - 2, ROW - 1)
        paint_focus_ring(painter, area, brushes.tokens)


def face(found: FaceOf) -> Face:
    """Return a person of the plan as a face to draw; hollow when the name is not among the launch's people."""
    return Face(found.initials, found.family, not found.is_known, found.name)


def _paint_sign(painter: QPainter, brushes: Brushes, row: Row, top: int) -> None:
    """Draw what stands before a title: the fold of a phase, a small baton, done, or the mark of a finding."""
    tokens = brushes.tokens
    at = QPointF(_SIGN_LEFT, top + (ROW - _SIGN) / 2)
    if row.ref.kind == PHASE:
        name = "chevron-right" if row.is_folded else "chevron-down"
        painter.drawPixmap(at, pixmap(name, tokens.muted, _SIGN, brushes.ratio))
    elif row.ref.kind == BATON:
        capsule = row.capsules[0]
        paint_capsule(painter, QRectF(10, top + 10, 16, 12), tokens, capsule.giver, capsule.receiver)
    elif row.is_dropped:
        painter.drawPixmap(at, pixmap("minus", tokens.muted, _SIGN, brushes.ratio))
    elif row.is_settled:
        painter.drawPixmap(at, pixmap("check", tokens.good.text, _SIGN, brushes.ratio))
    elif row.mark in {"error", "warning"}:
        tone: Tone = "error" if row.mark == "error" else "warning"
        paint_mark(painter, QRectF(11, top + (ROW - 16) / 2, 16, 16), tokens, "bang", tone)


def _paint_title(painter: QPainter, scene: Scene, brushes: Brushes, row: Row, top: int) -> None:
    is_plain = row.ref.kind not in {PHASE, BATON}
    role: FontRole = "body" if is_plain else "strong"
    room = scene.column - INDENT - OWNERS - 8
    title = brushes.texts.elided(row.title, role, room)
    face_of_title = font(role)
    if row.is_dropped:
        face_of_title = type(face_of_title)(face_of_title)
        face_of_title.setStrikeOut(True)
    painter.setFont(face_of_title)
    painter.setPen(QColor(brushes.tokens.muted if row.is_settled and row.ref.kind != PHASE else brushes.tokens.ink))
    painter.drawText(QRectF(INDENT, top, room + 2, ROW), _LEFT, title)
    if not row.note:
        return
    left = INDENT + brushes.texts.width(title, role) + 8
    room = scene.column - OWNERS - 4 - left
    note = brushes.texts.elided(row.note, "small", room)
    if note == row.note:
        painter.setFont(font("small"))
        painter.setPen(QColor(brushes.tokens.muted))
        painter.drawText(QRectF(left, top, room + 2, ROW), _LEFT, note)


def _paint_faces(painter: QPainter, brushes: Brushes, owners: Owners, area: QRectF, *, ground: str) -> None:
    """Draw who owns a row. Faces are kept as pictures: painted anew they would be a third of every frame."""
    key = f"launchplanner/owners/{brushes.tokens.mode}/{ground}/{brushes.ratio}/{owners.holding}/{owners.faces}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(QSize(OWNERS, ROW) * brushes.ratio)
        picture.setDevicePixelRatio(brushes.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        inside = QPainter(picture)
        _draw_faces(inside, brushes, owners, QRectF(0, 0, area.width(), ROW), ground=ground)
        inside.end()
        QPixmapCache.insert(key, picture)
    painter.drawPixmap(area.topLeft(), picture)


def _draw_faces(painter: QPainter, brushes: Brushes, owners: Owners, area: QRectF, *, ground: str) -> None:
    if owners.holding == "pass":
        giver, receiver = (face(one) if one is not None else None for one in owners.faces)
        width = pair_width(_PAIR_FACE)
        paint_pair(painter, _in_middle(area, width, _PAIR_FACE), brushes.tokens, giver, receiver)
        return
    faces = [face(one) for one in owners.faces if one is not None]
    width = owners_width(FACE, len(faces))
    paint_owners(painter, _in_middle(area, width, FACE), brushes.tokens, faces, ground=ground)


def _in_middle(area: QRectF, width: float, height: float) -> QRectF:
    return QRectF(area.center().x() - width / 2, area.center().y() - height / 2, width, height)
