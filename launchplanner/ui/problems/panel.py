"""The list of problems below the views: counts, a filter, one-click repairs, all by keyboard too."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.checks import ERROR, NOTE, SEVERITIES, WARNING, Finding, Fix
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.problems.rows import ROW, FindingDelegate, FindingsModel, button_boxes, tone_of
from launchplanner.ui.views import PartKey
from launchplanner.words import _, ngettext

_SHOWN_ROWS: Final = 5
_HEAD: Final = 38


class ProblemsPanel(QFrame):
    """All open findings of a plan. It can be folded to its head, which then still says the first problem."""

    edit_asked = Signal(object)
    finding_chosen = Signal(object)
    open_asked = Signal(object)
    handbook_asked = Signal(str)
    waive_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems-panel")
        self.setProperty("surface", "footer")
        self._all: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._severity = ""
        self.is_open = True
        self._fold = icon_button("chevron-down", _("Fold the problems"), size="small", name="problems-fold")
        self._fold.clicked.connect(lambda: self.set_open(open_=not self.is_open))
        self._chips = {severity: self._chip(severity) for severity in SEVERITIES}
        self._quiet = ElidedLabel("", "muted")
        self._quiet.setObjectName("problems-quiet")
        self._waived = label("", "caption")
        self.list = ProblemList()
        self._lay_out()
        self.list.fix_asked.connect(self._make)
        self.list.menu_asked.connect(self._open_menu)
        self.list.open_asked.connect(self.open_asked)
        self.list.finding_chosen.connect(self.finding_chosen)
        self.list.handbook_asked.connect(self.handbook_asked)
        self.list.waive_asked.connect(self.waive_asked)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was found. The place in the list is kept by what it was on."""
        self._all = snapshot.findings.open
        counts = snapshot.findings.counts()
        for severity, chip in self._chips.items():
            chip.set_count(counts[severity], tone_of(severity))
            chip.setVisible(bool(counts[severity]))
        waived = len(snapshot.findings.waived)
        self._waived.setText(ngettext("{n} accepted", "{n} accepted", waived).format(n=waived) if waived else "")
        self._filter()

    def select(self, parts: Sequence[PartKey]) -> None:
        """Mark the first problem of what is selected elsewhere."""
        keys = {key for _kind, key in parts}
        current = self.list.current()
        if current is not None and current.part.id in keys:
            return
        self.list.mark(next((row for row, finding in enumerate(self._shown) if finding.part.id in keys), -1))

    def step(self, by: int) -> Finding | None:
        """Go to the next (or with -1 the previous) problem, round the end, and return it."""
        if not self._shown:
            return None
        row = self.list.currentIndex().row()
        row = (row + by) % len(self._shown) if row >= 0 else 0 if by > 0 else len(self._shown) - 1
        self.list.mark(row)
        return self._shown[row]

    def set_open(self, *, open_: bool) -> None:
        """Show the list, or only its head."""
        self.is_open = open_
        self._fold.set_icon_name("chevron-down" if open_ else "chevron-up")
        self._fold.setAccessibleName(_("Fold the problems") if open_ else _("Open the problems"))
        self._show_height()

    def _chip(self, severity: str) -> Chip:
        words = {ERROR: _("Errors"), WARNING: _("Warnings"), NOTE: _("Notes")}
        chip = Chip(words[severity])
        chip.setObjectName(f"problems-{severity}")
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._choose(severity))
        return chip

    def _choose(self, severity: str) -> None:
        self._severity = "" if self._severity == severity else severity
        for key, chip in self._chips.items():
            chip.setChecked(key == self._severity)
        self._filter()

    def _filter(self) -> None:
        if self._severity and not any(finding.severity == self._severity for finding in self._all):
            self._severity = ""
            for chip in self._chips.values():
                chip.setChecked(False)
        self._shown = tuple(
            finding for finding in self._all if not self._severity or finding.severity == self._severity
        )
        self.list.show_findings(self._shown)
        self._show_height()

    def _show_height(self) -> None:
        first = "" if self.is_open or not self._shown else self._shown[0].message
        sound = _("No problems. Every task has one owner, and every pass is prepared.")
        self._quiet.setText(first if self._all else sound)
        is_listed = self.is_open and bool(self._shown)
        self.list.setVisible(is_listed)
        rows_shown = min(len(self._shown), _SHOWN_ROWS)
        self.list.setFixedHeight(rows_shown * ROW + 2 if is_listed else 0)
        self._fold.setVisible(bool(self._all))
        self._head_row.setContentsMargins(10 if self._all else 16, 0, 16, 0)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row = self._head_row = columns(head, spacing=8)
        row.addWidget(self._fold)
        row.addWidget(label(_("Problems"), "title"))
        row.addSpacing(4)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addWidget(self._quiet, 1)
        row.addWidget(self._waived)
        column = rows(self)
        column.addWidget(head)
        column.addWidget(self.list)

    def _open_menu(self, finding: Finding, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fix in finding.fixes:
            menu.addAction(fix.title).triggered.connect(self._emitter(fix.edit))
        if finding.fixes:
            menu.addSeparator()
        menu.addAction(_("Accept it, with a reason…")).triggered.connect(lambda: self.waive_asked.emit(finding))
        menu.addAction(_("Why? Open {rule} in the handbook").format(rule=finding.rule)).triggered.connect(
            lambda: self.handbook_asked.emit(finding.rule)
        )
        menu.popup(place)

    def _make(self, fix: Fix) -> None:
        self.edit_asked.emit(fix.edit)

    def _emitter(self, edit: object) -> Callable[[], None]:
        return lambda: self.edit_asked.emit(edit)


class ProblemList(QListView):
    """The rows; 1 to 9 make a repair, W accepts, ? opens the handbook, Enter goes to the part."""

    fix_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    open_asked = Signal(object)
    finding_chosen = Signal(object)
    handbook_asked = Signal(str)
    waive_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems-list")
        self.setAccessibleName(_("Problems. Digits make a repair, W accepts, question mark explains."))
        self._model = FindingsModel()
        self.setModel(self._model)
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings, staying at the same place."""
        before, row = self.current(), self.currentIndex().row()
        self._model.show_findings(findings)
        if before is None:
            return
        same = next((at for at, one in enumerate(findings) if (one.rule, one.part) == (before.rule, before.part)), -1)
        self.mark(same if same >= 0 else min(row, len(findings) - 1))

    def current(self) -> Finding | None:
        """Return the finding that is marked."""
        return self._model.finding(self.currentIndex().row())

    def mark(self, row: int) -> None:
        """Mark a row, -1 for none, without telling about it."""
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a button of a row, or choose the row."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place = event.position()
        index = self.indexAt(place.toPoint())
        finding = self._model.finding(index.row())
        if finding is None:
            return
        self.setCurrentIndex(index)
        for box in button_boxes(QRectF(self.visualRect(index)), finding):
            if box.area.contains(place):
                if box.fix is None and not box.is_menu:
                    self.open_asked.emit(finding)
                elif box.fix is None:
                    self.menu_asked.emit(finding, self.viewport().mapToGlobal(box.area.bottomLeft().toPoint()))
                else:
                    self.fix_asked.emit(box.fix)
                return
        self.finding_chosen.emit(finding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the button under the pointer."""
        self._point(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Repair, accept or explain by keyboard."""
        finding = self.current()
        text = event.text()
        if finding is None:
            super().keyPressEvent(event)
        elif text.isdigit() and 0 < int(text) <= len(finding.fixes):
            self.fix_asked.emit(finding.fixes[int(text) - 1])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finding_chosen.emit(finding)
        elif text == "?":
            self.handbook_asked.emit(finding.rule)
        elif text.lower() == "w":
            self.waive_asked.emit(finding)
        elif event.key() == Qt.Key.Key_Menu:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(finding, self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def _point(self, place: QPointF | None) -> None:
        self._delegate.pointed = place
        self.viewport().update()
