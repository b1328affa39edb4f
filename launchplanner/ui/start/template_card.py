"""A template as a card: its phases and passes drawn to one scale, its name and its counts."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from launchplanner.plan.batons import MAIN
from launchplanner.plan.templates import DAYS_A_WEEK, Template
from launchplanner.ui.kit.capsules import paint_capsule
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.shapes import fill, inner, outline, paint_focus_ring, painting
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import ngettext

WEEKS_WIDE: Final = 16
_PICTURE: Final = 92
_HEIGHT: Final = 154
_RADIUS: Final = 8
_BAR: Final = 5


class TemplateCard(QAbstractButton):
    """A button that looks like the launch it makes."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.template = template
        self.setObjectName(f"template-{template.id}")
        self.setAccessibleName(f"{template.name}. {template.summary}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tooltip(self, template.summary)
        self._by_keyboard = False
        self._families = {role.id: role.family for role in template.roles}
        self._counts = " · ".join(
            (
                ngettext("{n} week", "{n} weeks", template.weeks).format(n=template.weeks),
                ngettext("{n} baton", "{n} batons", len(template.batons)).format(n=len(template.batons)),
                ngettext("{n} task", "{n} tasks", len(template.tasks)).format(n=len(template.tasks)),
            )
        )

    def sizeHint(self) -> QSize:
        """Return the size of a card."""
        return QSize(200, _HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only to those who come by keyboard."""
        self._by_keyboard = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        tokens = tokens_of(self)
        area = inner(QRectF(self.rect()), 0.5)
        with painting(self) as painter:
            fill(painter, tokens.hover if self.underMouse() else tokens.panel)
            outline(painter, tokens.line)
            painter.setBrush(tokens.hover if self.underMouse() else tokens.panel)
            painter.drawRoundedRect(area, _RADIUS, _RADIUS)
            self._paint_picture(painter, QRectF(area.left() + 12, area.top() + 12, area.width() - 24, _PICTURE - 20))
            painter.setPen(tokens.line)
            painter.drawLine(QPointF(area.left(), area.top() + _PICTURE), QPointF(area.right(), area.top() + _PICTURE))
            painter.setFont(font("strong"))
            painter.setPen(tokens.ink)
            line = QRectF(area.left() + 14, area.top() + _PICTURE + 10, area.width() - 28, 20)
            self._paint_text(painter, line, self.template.name)
            painter.setFont(font("caption"))
            painter.setPen(tokens.muted)
            self._paint_text(painter, line.translated(0, 22), self._counts)
            if self.hasFocus() and self._by_keyboard:
                paint_focus_ring(painter, area, tokens, _RADIUS)

    def _paint_text(self, painter: QPainter, line: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        tokens = tokens_of(self)
        day = area.width() / (WEEKS_WIDE * DAYS_A_WEEK)
        for week in range(0, WEEKS_WIDE + 1, 4):
            x = area.left() + week * DAYS_A_WEEK * day
            painter.fillRect(QRectF(x, area.top() - 4, 1, area.height() + 8), tokens.grid)
        phases = self.template.phases
        step = area.height() / max(len(phases), 1)
        for place, phase in enumerate(phases):
            colours = tokens.family(self._families.get(phase.lead, ""))
            bar = QRectF(area.left() + phase.start * day, area.top() + place * step, max(phase.days * day, _BAR), _BAR)
            fill(painter, colours.fill)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        for place, phase in enumerate(phases[:-1]):
            end = phase.start + phase.days
            centre = QPointF(area.left() + end * day, area.top() + (place + 0.5) * step + _BAR / 2)
            self._paint_pass(painter, centre, end, phases[place + 1].lead)

    def _paint_pass(self, painter: QPainter, centre: QPointF, end: int, following: str) -> None:
        for baton in self.template.batons:
            near = abs(baton.day + 1 - end) <= DAYS_A_WEEK
            if near and (baton.kind == MAIN or baton.receiver == following) and baton.giver != baton.receiver:
                box = QRectF(centre.x() - 8, centre.y() - 5, 16, 10)
                paint_capsule(
                    painter,
                    box,
                    tokens_of(self),
                    self._families.get(baton.giver, ""),
                    self._families.get(baton.receiver, ""),
                )
                return
