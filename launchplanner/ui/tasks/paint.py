"""Drawing the cells of the task table: faces, dates, progress, and the heads of groups."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from launchplanner.plan.plan import PHASE
from launchplanner.reports.task_table import Group, TaskRow
from launchplanner.reports.timeline_owners import FaceOf, Owners
from launchplanner.reports.timeline_rows import Row
from launchplanner.ui.kit.avatars import Face, owners_width, paint_avatar, paint_nobody, paint_owners, paint_pair
from launchplanner.ui.kit.bars import paint_progress
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.pills import paint_mark
from launchplanner.ui.kit.shapes import fill, inner, outline, smooth
from launchplanner.ui.tasks.columns import (
    DAYS,
    DELIVERABLE,
    DUE,
    FLOAT,
    HELPS,
    ID,
    NUMBERS,
    OWNER,
    START,
    STATUS,
    TITLE,
)
from launchplanner.ui.theme.fonts import FontRole, font
from launchplanner.ui.theme.tokens import Tokens
from launchplanner.words import _, ngettext, short_day

PADDING: Final = 10
_FACE: Final = 22
_HELPER: Final = 18
_BOX: Final = 15
_STRIP: Final = 44
_MARK: Final = 16
_MOST_HELPERS: Final = 3
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_words(
    painter: QPainter,
    area: QRectF,
    text: str,
    colour: str,
    role: FontRole = "body",
    *,
    figures: bool = False,
    right: bool = False,
) -> float:
    """Draw one line of text, cut where the area ends, and return how wide it is."""
    chosen = font(role, figures=figures)
    metrics = QFontMetricsF(chosen)
    line = " ".join(text.splitlines()) if "\n" in text else text
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(area.width(), 0))
    painter.setFont(chosen)
    painter.setPen(colour)
    painter.drawText(area, _RIGHT if right else _MIDDLE, shown)
    return min(metrics.horizontalAdvance(shown), area.width())


def paint_box(painter: QPainter, area: QRectF, tokens: Tokens, *, checked: bool, part: bool = False) -> None:
    """Draw the box that says whether a row is selected; `part` of them where it stands for several."""
    box = QRectF(area.center().x() - _BOX / 2, area.center().y() - _BOX / 2, _BOX, _BOX)
    with smooth(painter):
        if checked or part:
            fill(painter, tokens.ink)
            painter.drawRoundedRect(box, 4, 4)
            paint_icon(painter, inner(box, 2), "check" if checked else "minus", tokens.on_ink)
            return
        fill(painter, tokens.panel)
        painter.drawRoundedRect(box, 4, 4)
        outline(painter, tokens.edge)
        painter.drawRoundedRect(inner(box, 0.5), 4, 4)


def paint_task(painter: QPainter, cell: QRectF, tokens: Tokens, row: TaskRow, column: int, *, ground: str) -> None:
    """Draw a cell of a task."""
    area = cell.adjusted(PADDING, 0, -PADDING, 0)
    if column == TITLE:
        _paint_title(painter, area, tokens, row)
    elif column == OWNER:
        _paint_owner(painter, area, tokens, row, ground)
    elif column == HELPS:
        _paint_helpers(painter, area, tokens, row.helpers, ground)
    elif column == STATUS:
        _paint_status(painter, area, tokens, row)
    elif column == FLOAT:
        _paint_float(painter, area, tokens, row)
    else:
        text, colour, role = _plain(row, tokens, column)
        paint_words(painter, area, text, colour, role, figures=column in NUMBERS, right=column in NUMBERS)


def paint_baton(painter: QPainter, cell: QRectF, tokens: Tokens, row: Row, column: int, *, text: str) -> None:
    """Draw a cell of a baton: it is read here, and edited on its own page."""
    area = cell.adjusted(PADDING, 0, -PADDING, 0)
    if column == TITLE:
        paint_words(painter, area, text, tokens.muted if row.is_settled else tokens.ink, "strong")
    elif column == OWNER and row.owners is not None:
        giver, receiver = (_face(face) for face in row.owners.faces)
        side = QRectF(area.left(), area.center().y() - _FACE / 2, area.width(), _FACE)
        paint_pair(painter, side, tokens, giver, receiver)
        names = _("{giver} → {receiver}").format(giver=_given(giver), receiver=_given(receiver))
        paint_words(painter, area.adjusted(2 * _FACE + 12, 0, 0, 0), names, tokens.muted)
    elif column == STATUS and row.label is not None:
        tone = row.label.tone
        colour = tokens.muted if tone == "neutral" else tokens.tone(tone).text
        paint_words(painter, area, text, colour, "small" if tone == "neutral" else "caption_strong")
    else:
        role: FontRole = "medium" if column == DUE else "body"
        colour = tokens.ink if column == DUE and not row.is_settled else tokens.muted
        paint_words(painter, area, text, colour, role, figures=column in NUMBERS, right=column in NUMBERS)


def paint_baton_sign(painter: QPainter, cell: QRectF, tokens: Tokens, row: Row) -> None:
    """Draw the small capsule before a baton."""
    for capsule in row.capsules[:1]:
        box = QRectF(cell.center().x() - 10, cell.center().y() - 6, 20, 12)
        paint_capsule(painter, box, tokens, capsule.giver, capsule.receiver, faded=capsule.has_passed)


def paint_group(painter: QPainter, line: QRectF, tokens: Tokens, group: Group, *, closed: bool) -> None:
    """Draw the head of a group along the whole line; a closed one also says its worst problem."""
    middle = line.center().y()
    paint_icon(
        painter,
        QRectF(line.left() + 12, middle - 7, 14, 14),
        "chevron-right" if closed else "chevron-down",
        tokens.muted,
    )
    left = line.left() + 38
    if group.face is not None:
        face = QRectF(left, middle - _FACE / 2, _FACE, _FACE)
        paint_avatar(painter, face, tokens, group.face.initials, group.face.family)
        left += _FACE + 8
    room = line.right() - PADDING
    left += paint_words(painter, _rest(line, left, min(room, left + 260)), group.title, tokens.ink, "strong") + 24
    if group.lead:
        bar = QRectF(left, middle - 3, 18, 6)
        with smooth(painter):
            fill(painter, tokens.family(group.family).fill)
            painter.drawRoundedRect(bar, 3, 3)
        colour = tokens.family(group.family).text
        left += 26 + paint_words(painter, _rest(line, left + 26, room), group.lead, colour, "caption_strong") + 24
    elif group.ref.kind == PHASE and group.ref.id:
        left += paint_words(painter, _rest(line, left, room), _("Nobody leads"), tokens.error.text) + 24
    left += paint_words(painter, _rest(line, left, room), group.note, tokens.muted, "small", figures=True) + 12
    if closed and group.problem:
        more = ngettext(" · {n} more", " · {n} more", group.more).format(n=group.more) if group.more else ""
        text = f"{group.problem.rstrip('.')}{more}"
        colour = tokens.error.text if group.mark == "error" else tokens.warning.text
        paint_words(painter, _rest(line, left, room), text, colour, "caption_strong")


def _rest(line: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, line.top(), max(right - left, 0), line.height())


def _plain(row: TaskRow, tokens: Tokens, column: int) -> tuple[str, str, FontRole]:
    ink = tokens.muted if row.is_settled else tokens.ink
    if column == DUE and row.late:
        return _day(row, DUE), tokens.error.text, "strong"
    return {
        ID: (row.key, tokens.muted, "small"),
        START: (_day(row, START), ink, "body"),
        DUE: (_day(row, DUE), ink, "body"),
        DAYS: (str(row.days), ink, "body"),
        DELIVERABLE: (row.deliverable, tokens.muted, "body"),
    }.get(column, ("", ink, "body"))  # type: ignore[return-value]


def _paint_title(painter: QPainter, area: QRectF, tokens: Tokens, row: TaskRow) -> None:
    trailing = (26 if row.is_critical else 0) + (_MARK + 8 if row.mark in {"error", "warning"} else 0)
    room = area.adjusted(0, 0, -trailing, 0)
    colour = tokens.muted if row.is_settled else tokens.ink
    left = area.left() + paint_words(painter, room, row.title, colour) + 10
    if row.is_critical:
        painter.fillRect(QRectF(left, area.center().y() - 1, 14, 2), tokens.ink)
    if row.mark in {"error", "warning"}:
        mark = QRectF(area.right() - _MARK, area.center().y() - _MARK / 2, _MARK, _MARK)
        paint_mark(painter, mark, tokens, "bang", "error" if row.mark == "error" else "warning")


def _paint_owner(painter: QPainter, area: QRectF, tokens: Tokens, row: TaskRow, ground: str) -> None:
    owners = row.owners
    faces = [face for face in (_face(one) for one in owners.faces) if face is not None]
    side = QRectF(area.left(), area.center().y() - _FACE / 2, area.width(), _FACE)
    quiet = row.is_settled
    if not faces and quiet:
        paint_words(painter, area, row.owner, tokens.muted)
        return
    if not faces:
        paint_nobody(painter, QRectF(side.left(), side.top(), _FACE, _FACE), tokens)
    else:
        with smooth(painter):
            painter.setOpacity(0.55 if quiet else 1)
            paint_owners(painter, side, tokens, faces, ground=ground)
    words, colour, role = _owner_words(owners, tokens, quiet=quiet)
    paint_words(painter, area.adjusted(owners_width(_FACE, len(faces)) + 8, 0, 0, 0), words, colour, role)


def _owner_words(owners: Owners, tokens: Tokens, *, quiet: bool) -> tuple[str, str, FontRole]:
    if quiet:
        return owners.words, tokens.muted, "body"
    if not owners.trouble:
        return owners.words, tokens.ink, "body"
    trouble = f"{owners.trouble[:1].upper()}{owners.trouble[1:]}"
    if owners.holding == "unclear" and owners.faces:
        return owners.words, tokens.warning.text, "body"
    return trouble, tokens.error.text if owners.blocks else tokens.warning.text, "strong"


def _paint_helpers(painter: QPainter, area: QRectF, tokens: Tokens, helpers: tuple[FaceOf, ...], ground: str) -> None:
    left = area.left()
    for place, helper in enumerate(helpers[:_MOST_HELPERS]):
        is_last = place == _MOST_HELPERS - 1 and len(helpers) > _MOST_HELPERS
        letters = f"+{len(helpers) - _MOST_HELPERS + 1}" if is_last else helper.initials
        face = QRectF(left, area.center().y() - _HELPER / 2, _HELPER, _HELPER)
        family = "" if is_last else helper.family
        paint_avatar(painter, face, tokens, letters, family, hollow=is_last or not helper.is_known)
        left += _HELPER + 3


def _paint_status(painter: QPainter, area: QRectF, tokens: Tokens, row: TaskRow) -> None:
    status = row.status
    if status.share is not None:
        strip = QRectF(area.left(), area.center().y() - 3, _STRIP, 6)
        paint_progress(painter, strip, tokens, status.share)
        rest = area.adjusted(_STRIP + 8, 0, 0, 0)
        paint_words(painter, rest, status.words, tokens.muted, "small", figures=True)
        return
    if status.tone == "good":
        paint_icon(painter, QRectF(area.left(), area.center().y() - 7, 14, 14), "check", tokens.good.text)
        paint_words(painter, area.adjusted(20, 0, 0, 0), status.words, tokens.good.text, "small")
        return
    colour = tokens.error.text if status.tone == "error" else tokens.muted
    paint_words(painter, area, status.words, colour, "caption_strong" if status.tone == "error" else "small")


def _paint_float(painter: QPainter, area: QRectF, tokens: Tokens, row: TaskRow) -> None:
    if row.slack is None:
        return
    colour = tokens.error.text if row.slack < 0 else tokens.ink if row.slack == 0 else tokens.muted
    role: FontRole = "strong" if row.slack <= 0 else "body"
    paint_words(painter, area, str(row.slack).replace("-", "−"), colour, role, figures=True, right=True)


def _face(face: FaceOf | None) -> Face | None:
    return None if face is None else Face(face.initials, face.family, hollow=not face.is_known, name=face.name)


def _given(face: Face | None) -> str:
    return face.name.split(" ")[0] if face is not None else _("nobody")


def _day(row: TaskRow, column: int) -> str:
    return short_day(row.start if column == START else row.due)
