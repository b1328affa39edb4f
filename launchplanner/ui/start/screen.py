"""The start screen: recent launches first, the templates below, and on the left all that brings a plan in."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from launchplanner.app.recents import recent_launch
from launchplanner.app.settings import SettingsFile
from launchplanner.formats.templates import templates
from launchplanner.ui.desk import this_day
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.capsules import CapsuleWidget
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.shapes import dashes, inner, painting
from launchplanner.ui.kit.surfaces import SectionHead, columns, divider, rows, surface
from launchplanner.ui.start.recent_row import RecentHead, RecentRow
from launchplanner.ui.start.template_card import TemplateCard
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import FIELD_RADIUS
from launchplanner.words import _, long_day, ngettext

_SIDE: Final = 268
_CARD: Final = 206


class StartScreen(QWidget):
    """What is shown while no launch is open."""

    new_asked = Signal(str)
    open_asked = Signal()
    import_asked = Signal()
    baton_asked = Signal()
    sample_asked = Signal()
    guide_asked = Signal()
    recent_asked = Signal(str)

    def __init__(self, settings: SettingsFile, clock: Callable[[], date] = this_day) -> None:
        """Lay out the screen; `clock` says which day it is."""
        super().__init__()
        self.setObjectName("start-screen")
        self._settings = settings
        self._clock = clock
        self._cards = [TemplateCard(entry) for entry in templates()]
        for card in self._cards:
            card.clicked.connect(lambda _checked=False, key=card.template.id: self.new_asked.emit(key))
        self._recent_box = surface("card", name="recent-launches")
        self._recent_rows = rows()
        inside = rows(self._recent_box)
        inside.addWidget(RecentHead())
        inside.addLayout(self._recent_rows)
        self._day = label("", "muted")
        self._recent_head = SectionHead(_("Recent launches"), "", self._day)
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._across = 0
        row = columns(self, spacing=0)
        row.addWidget(self._side())
        row.addWidget(divider(vertical=True))
        row.addWidget(self._main(), 1)
        # After the first frame, so that the window is there at once however many launches are read.
        QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        """Read the recent launches again."""
        while self._recent_rows.count():
            item = self._recent_rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        entries = self._settings.settings.recent
        today = self._clock()
        self._day.setText(long_day(today))
        for entry in entries:
            row = RecentRow(recent_launch(entry, today))
            row.clicked.connect(lambda _checked=False, path=entry.path: self.recent_asked.emit(path))
            row.forget_asked.connect(lambda path=entry.path: self._forget(path))
            row.find_asked.connect(self.open_asked)
            self._recent_rows.addWidget(row)
        self._recent_head.setVisible(bool(entries))
        self._recent_box.setVisible(bool(entries))
        count = len(entries)
        self._recent_head.caption.setText(ngettext("{n} launch", "{n} launches", count).format(n=count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards in a row as there is room for."""
        super().resizeEvent(event)
        room = self.width() - _SIDE - 64
        across = max(2, min(5, room // _CARD))
        if across != self._across:
            self._across = across
            for place, card in enumerate(self._cards):
                self._grid.addWidget(card, place // across, place % across)
            for column in range(5):
                self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _forget(self, path: str) -> None:
        self._settings.change(self._settings.settings.without_recent(path))
        self.refresh()

    def _side(self) -> QWidget:
        side = surface("panel", name="start-side")
        side.setFixedWidth(_SIDE)
        column = rows(side, margin=16, spacing=4)
        name = columns(spacing=10)
        mark = CapsuleWidget("pm", "pmm", QSize(40, 24))
        name.addWidget(mark)
        name.addWidget(label("launchplanner", "heading"), 1)
        column.addSpacing(8)
        column.addLayout(name)
        column.addWidget(label(_("One holder at a time, from spec to sale"), "caption"))
        column.addSpacing(14)
        buttons = (
            button(_("New launch"), "filled", size="large", icon="plus", hint="Ctrl N", row=True, name="start-new",
                   on_click=lambda: self.new_asked.emit("")),
            button(_("Open a file…"), "quiet", icon="open", hint="Ctrl O", row=True, name="start-open",
                   on_click=self.open_asked.emit),
            button(_("Import a plan…"), "quiet", icon="import", hint="Ctrl I", row=True, name="start-import",
                   on_click=self.import_asked.emit),
            button(_("Open a baton…"), "quiet", icon="baton", hint="Ctrl Shift O", row=True, name="start-baton",
                   on_click=self.baton_asked.emit),
        )  # fmt: skip
        for made in buttons[:-1]:
            column.addWidget(made)
        column.addWidget(self._indented(_("Spreadsheets, MS Project, GanttProject, calendars, Markdown")))
        column.addWidget(buttons[-1])
        column.addSpacing(8)
        column.addWidget(divider())
        column.addSpacing(8)
        column.addWidget(
            button(_("Look around in the sample"), "quiet", icon="star", row=True, name="start-sample",
                   on_click=self.sample_asked.emit)
        )  # fmt: skip
        column.addWidget(self._indented(_("In week 5, with faults to find")))
        column.addStretch()
        drop = _DropHint()
        hint = rows(drop, margin=14, spacing=2)
        hint.addWidget(label(_("Drop a plan anywhere"), "strong"), 0, Qt.AlignmentFlag.AlignHCenter)
        hint.addWidget(label(_("Nothing is changed in your file"), "caption"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(drop)
        column.addWidget(
            button(_("User's guide"), "quiet", icon="help", hint="F1", row=True, name="start-guide",
                   on_click=self.guide_asked.emit)
        )  # fmt: skip
        return side

    def _indented(self, text: str) -> QWidget:
        made = label(text, "caption", wrap=True)
        made.setContentsMargins(36, 0, 8, 4)
        return made

    def _main(self) -> QWidget:
        inside = QWidget()
        column = rows(inside, margin=32, spacing=12)
        column.addWidget(self._recent_head)
        column.addWidget(self._recent_box)
        column.addSpacing(8)
        column.addWidget(
            SectionHead(
                _("Start from a template"),
                _("Drawn to one scale, 16 weeks wide. Every template ships with its batons."),
            )
        )
        column.addLayout(self._grid)
        column.addStretch()
        area = QScrollArea()
        area.setObjectName("start-main")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area


class _DropHint(QWidget):
    """A dashed frame: files can be dropped anywhere, and this says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop-hint")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        with painting(self) as painter:
            painter.setPen(dashes(tokens_of(self).edge, 1))
            painter.drawRoundedRect(inner(QRectF(self.rect()), 0.5), FIELD_RADIUS, FIELD_RADIUS)
