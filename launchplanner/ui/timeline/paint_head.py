"""Painting the head: who leads, the weeks and days, today and launch day; and the lines they send down the chart."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from launchplanner.reports.timeline_head import Week
from launchplanner.ui.kit.hatching import hatch_brush
from launchplanner.ui.kit.icons import pixmap
from launchplanner.ui.kit.shapes import dashes, fill, smooth
from launchplanner.ui.theme import FontRole, font
from launchplanner.ui.timeline.brushes import Brushes
from launchplanner.ui.timeline.scene import BAND, DAYS, INDENT, OWNERS, WEEKS, Scene
from launchplanner.words import _, short_day

_NARROWEST_WEEK: Final = 30
_NAMED_DAY: Final = 68
_PILL: Final = 17
_FLAG: Final = 12
_TODAY: Final = 2
"""How wide the line of today is."""

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_zones(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Hatch the exchange zones of the main batons, from the head to the foot."""
    chart = scene.chart
    brush = hatch_brush(brushes.tokens, brushes.ratio)
    for zone in scene.timeline.head.zones:
        left, right = scene.axis.x(zone.start), scene.axis.x(zone.finish)
        if right > chart.left() and left < chart.right():
            painter.setBrushOrigin(0, -scene.top)
            painter.fillRect(QRectF(left, chart.top(), right - left, chart.height()), brush)


def paint_grid(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw a line where each week begins, and each day when days are wide."""
    chart = scene.chart
    colour = QColor(brushes.tokens.grid)
    places = [week.start for week in _weeks(scene)]
    if scene.shows_days:
        places = list(range(math.floor(scene.axis.first_day), math.ceil(scene.axis.last_day) + 1))
    for place in places:
        left = round(scene.axis.x(place))
        if left > chart.left():
            painter.fillRect(QRectF(left, chart.top(), 1, chart.height()), colour)


def paint_moments(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the lines of launch day and today down the chart."""
    chart, head = scene.chart, scene.timeline.head
    with smooth(painter):
        launch = round(scene.axis.x(head.launch)) + 0.5
        painter.setPen(dashes(brushes.tokens.muted, 1, 3, 3))
        painter.drawLine(QPointF(launch, chart.top()), QPointF(launch, chart.bottom()))
    today = QRectF(round(scene.axis.x(head.today.at)) - 1, chart.top(), _TODAY, chart.height())
    painter.fillRect(today, QColor(brushes.tokens.error.text))


def paint_head(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the head over everything that scrolled beneath it."""
    tokens = brushes.tokens
    width = scene.axis.right
    painter.fillRect(QRectF(0, 0, width, scene.head), QColor(tokens.panel))
    painter.save()
    painter.setClipRect(QRectF(scene.column, 0, scene.axis.width, scene.head))
    _paint_bands(painter, scene, brushes)
    _paint_launch(painter, scene, brushes)
    pill = _today_pill(scene, brushes)
    _paint_weeks(painter, scene, brushes, pill)
    if scene.shows_days:
        _paint_days(painter, scene, brushes)
    painter.restore()
    line = QColor(tokens.line)
    painter.fillRect(QRectF(0, scene.head - 1, width, 1), line)
    painter.fillRect(QRectF(scene.column - 1, 0, 1, scene.height), line)
    _paint_today(painter, scene, brushes, pill)
    _paint_titles(painter, scene, brushes)


def _paint_bands(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    painter.setFont(font("caption_strong"))
    for band in scene.timeline.head.bands:
        left, right = scene.axis.x(band.start), scene.axis.x(band.finish)
        if right <= scene.column or left >= scene.axis.right:
            continue
        colours = brushes.tokens.family(band.family)
        painter.fillRect(QRectF(left, 0, right - left, BAND), QColor(colours.tint))
        start = max(left, scene.column) + 10
        room = min(right, scene.axis.right) - start - 4
        if room >= _NARROWEST_WEEK:
            painter.setPen(QColor(colours.text))
            text = brushes.texts.elided(band.text, "caption_strong", room)
            painter.drawText(QRectF(start, 0, room + 4, BAND), _LEFT, text)
    painter.fillRect(QRectF(scene.column, BAND - 1, scene.axis.width, 1), QColor(brushes.tokens.line))


def _paint_launch(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    """Draw the flag of launch day over the bands, and its date on the side where no lead's name stands in the way."""
    head = scene.timeline.head
    at = scene.axis.x(head.launch)
    band = next((one for one in head.bands if one.start <= head.launch < one.finish), None)
    left, right, taken, colour = scene.column, scene.axis.right, 0.0, brushes.tokens.muted
    if band is not None:
        left, right = max(scene.axis.x(band.start), left), min(scene.axis.x(band.finish), right)
        taken = brushes.texts.width(band.text, "caption_strong") + 20
        colour = brushes.tokens.family(band.family).text
    painter.drawPixmap(QPointF(at + 3, (BAND - _FLAG) / 2), pixmap("flag", colour, _FLAG, brushes.ratio))
    painter.setFont(font("caption"))
    painter.setPen(QColor(colour))
    width = brushes.texts.width(head.launch_text, "caption") + 2
    if left + taken > at:
        return
    if at + _FLAG + 7 + width <= right:
        painter.drawText(QRectF(at + _FLAG + 7, 0, width, BAND), _LEFT, head.launch_text)
    elif left + taken + width <= at - 5:
        painter.drawText(QRectF(at - 5 - width, 0, width, BAND), _LEFT, head.launch_text)


def _paint_weeks(painter: QPainter, scene: Scene, brushes: Brushes, pill: QRectF) -> None:
    painter.setFont(font("caption", figures=True))
    for week in _weeks(scene):
        left, right = scene.axis.x(week.start), scene.axis.x(week.finish)
        painter.fillRect(QRectF(round(left), BAND, 1, WEEKS), QColor(brushes.tokens.grid))
        text = week.text if not scene.shows_days else f"{week.text} · {short_day(week.monday)}"
        width = brushes.texts.width(text, "caption") + 8  # figures of one width take a little more
        left = min(max(left, scene.column), max(right - width - 7, left))  # the first one stays in sight
        area = QRectF(left + 7, BAND, width, WEEKS)
        if not area.intersects(pill) and week.start < scene.timeline.head.whole.finish:
            painter.setPen(QColor(brushes.tokens.muted))
            painter.drawText(area, _LEFT, text)


def _paint_days(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    painter.setFont(font("caption", figures=True))
    top = BAND + WEEKS
    days = scene.timeline.head.days
    for day in range(math.floor(scene.axis.first_day), math.ceil(scene.axis.last_day)):
        left, right = scene.axis.x(day), scene.axis.x(day + 1)
        on = days.date_of(day)
        is_today = on == scene.timeline.context.today
        painter.setPen(QColor(brushes.tokens.error.text if is_today else brushes.tokens.muted))
        shown = short_day(on) if right - left >= _NAMED_DAY else str(on.day)
        painter.drawText(QRectF(left, top, right - left, DAYS), _CENTRE, shown)


def _today_pill(scene: Scene, brushes: Brushes) -> QRectF:
    today = scene.timeline.head.today
    centre = scene.axis.x(today.at)
    if not scene.column <= centre <= scene.axis.right:
        return QRectF()
    width = brushes.texts.width(today.text, "caption_strong") + 10
    left = min(max(centre - width / 2, scene.column + 1), scene.axis.right - width - 1)
    return QRectF(left, BAND + (WEEKS - _PILL) / 2, width, _PILL)


def _paint_today(painter: QPainter, scene: Scene, brushes: Brushes, pill: QRectF) -> None:
    if pill.isEmpty():
        return
    today = scene.timeline.head.today
    if not scene.shows_days:  # there today's date is red, and a line would run through it
        line = QRectF(round(scene.axis.x(today.at)) - 1, pill.bottom(), _TODAY, scene.head - pill.bottom())
        painter.fillRect(line, QColor(brushes.tokens.error.text))
    with smooth(painter):
        fill(painter, brushes.tokens.error.text)
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font("caption_strong"))
        painter.setPen(QColor(brushes.tokens.panel))
        painter.drawText(pill, _CENTRE, today.text)


def _paint_titles(painter: QPainter, scene: Scene, brushes: Brushes) -> None:
    area = QRectF(INDENT, BAND, scene.column - INDENT - OWNERS - 4, WEEKS)
    painter.setFont(font("caption"))
    painter.setPen(QColor(brushes.tokens.muted))
    painter.drawText(area, _LEFT, _("Task"))
    owners = QRectF(scene.column - OWNERS, BAND, OWNERS - 4, WEEKS)
    painter.drawText(owners, _CENTRE, _("Owner"))
    timeline = scene.timeline
    if timeline.only is None:
        return
    shown = _("{shown} of {count} shown").format(shown=timeline.shown_tasks, count=len(timeline.context.plan.tasks))
    role: FontRole = "caption_strong"
    left = area.left() + brushes.texts.width(_("Task"), "caption") + 8
    painter.setFont(font(role))
    painter.setPen(QColor(brushes.tokens.ink))
    room = area.right() - left
    painter.drawText(QRectF(left, BAND, room, WEEKS), _LEFT, brushes.texts.elided(shown, role, room))


def _weeks(scene: Scene) -> list[Week]:
    """Return the weeks in sight; where they are narrow every second, fourth and so on."""
    step = 1
    while scene.axis.day_width * 5 * step < _NARROWEST_WEEK:
        step *= 2
    weeks = scene.timeline.head.weeks(scene.axis.first_day - 5 * step, scene.axis.last_day)
    return [week for week in weeks if (week.number - 1) % step == 0]
