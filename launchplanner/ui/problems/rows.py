"""The findings as a list model, and how one of them is drawn with its repairs as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from launchplanner.checks import ERROR, WARNING, Finding, Fix
from launchplanner.ui.kit.icons import paint_icon
from launchplanner.ui.kit.pills import paint_mark
from launchplanner.ui.kit.sentences import paint_runs, with_strong
from launchplanner.ui.kit.shapes import fill, outline, paint_focus_ring, smooth
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import BUTTON_RADIUS, Tokens, Tone
from launchplanner.words import _

ROW: Final = 34
MOST_BUTTONS: Final = 3
_BUTTON: Final = 24
_PAD: Final = 12
_GAP: Final = 8
_CODE_LEFT: Final = 46
_TEXT_LEFT: Final = 116
_LEAST_TEXT: Final = 260
MORE: Final = "more"
_AnyIndex = QModelIndex | QPersistentModelIndex
_TONES: Final[dict[str, Tone]] = {ERROR: "error", WARNING: "warning"}


@dataclass(frozen=True, slots=True)
class ButtonBox:
    """A button of a row: where it is, its words, and what it does.

    `fix` is the repair it makes. Without one it opens the part, or with `is_menu` the menu of the row.
    """

    area: QRectF
    text: str
    fix: Fix | None = None
    is_menu: bool = False


class FindingsModel(QAbstractListModel):
    """The findings as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Take other findings."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """Return the finding in a row."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the finding, or its sentence for screen readers."""
        finding = self.finding(index.row())
        if finding is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{finding.severity}, {finding.rule}: {finding.message}"
        return None


def tone_of(severity: str) -> Tone:
    """Return the colour that a severity is shown in."""
    return _TONES.get(severity, "neutral")


def button_boxes(row: QRectF, finding: Finding) -> list[ButtonBox]:
    """Return the buttons of a row, from left to right; those for which there is no room are in its menu."""
    metrics = QFontMetricsF(font("small_medium"))
    right = row.right() - 16
    top = row.center().y() - _BUTTON / 2
    boxes = [ButtonBox(QRectF(right - _BUTTON - 4, top, _BUTTON + 4, _BUTTON), "…", is_menu=True)]
    right -= _BUTTON + 4 + _GAP
    room = row.width() - _TEXT_LEFT - _LEAST_TEXT
    offered: list[tuple[str, Fix | None]] = [(fix.title, fix) for fix in finding.fixes[:MOST_BUTTONS]]
    shown: list[tuple[float, str, Fix | None]] = []
    for title, fix in offered or [(_("Open it"), None)]:
        width = min(metrics.horizontalAdvance(title) + 2 * _PAD, 260)
        if sum(taken + _GAP for taken, _title, _fix in shown) + width > room:
            break
        shown.append((width, title, fix))
    for width, title, fix in reversed(shown):
        boxes.append(ButtonBox(QRectF(right - width, top, width, _BUTTON), title, fix))
        right -= width + _GAP
    return list(reversed(boxes))


class FindingDelegate(QStyledItemDelegate):
    """Draws a finding: its mark, its rule, its sentence with the part in bold, its repairs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pointed: QPointF | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return one row."""
        return QSize(300, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw one row."""
        finding = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget  # type: ignore[attr-defined]
        if not isinstance(finding, Finding):
            return
        tokens = tokens_of(view)
        row = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, tokens.selection)
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), tokens.grid)
        tone = tone_of(finding.severity)
        mark = "bang" if tone != "neutral" else "dot"
        paint_mark(painter, QRectF(row.left() + 16, row.center().y() - 9, 18, 18), tokens, mark, tone)
        painter.setFont(font("code"))
        painter.setPen(tokens.muted)
        painter.drawText(row.adjusted(_CODE_LEFT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, finding.rule)
        boxes = button_boxes(row, finding)
        text = QRectF(row.left() + _TEXT_LEFT, row.top(), boxes[0].area.left() - row.left() - _TEXT_LEFT - 12, ROW)
        paint_runs(painter, text, tokens, with_strong(_shown(finding), [finding.part.title]))
        for box in boxes:
            self._paint_button(painter, box, tokens)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, row.adjusted(2, 2, -2, -2), tokens)

    def _paint_button(self, painter: QPainter, box: ButtonBox, tokens: Tokens) -> None:
        is_over = self.pointed is not None and box.area.contains(self.pointed)
        with smooth(painter):
            fill(painter, tokens.hover if is_over else tokens.panel)
            if not box.is_menu:
                outline(painter, tokens.line)
                painter.setBrush(tokens.hover if is_over else tokens.panel)
                painter.drawRoundedRect(box.area.adjusted(0.5, 0.5, -0.5, -0.5), BUTTON_RADIUS, BUTTON_RADIUS)
            elif is_over:
                painter.drawRoundedRect(box.area, BUTTON_RADIUS, BUTTON_RADIUS)
        if box.is_menu:
            centre = box.area.center()
            paint_icon(painter, QRectF(centre.x() - 8, centre.y() - 8, 16, 16), MORE, tokens.muted)
            return
        painter.setFont(font("small_medium"))
        painter.setPen(tokens.ink)
        inside = box.area.adjusted(_PAD - 2, 0, -_PAD + 2, 0)
        text = painter.fontMetrics().elidedText(box.text, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)


def _shown(finding: Finding) -> str:
    """Return the sentence with the part's title out of its quotation marks, since it is shown in bold."""
    return finding.message.replace(_("“{title}”").format(title=finding.part.title), finding.part.title, 1)
