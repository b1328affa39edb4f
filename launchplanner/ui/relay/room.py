"""One baton's page: the whole pass in one view, for both sides, worked in order and by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QScrollArea, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Edit, Record
from launchplanner.reports.handoff import short_id
from launchplanner.ui.inspector.fields import LineField, TextField
from launchplanner.ui.inspector.pass_words import handoff_of
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.surfaces import columns, divider, rows
from launchplanner.ui.relay.head import RoomHead, RoomZone
from launchplanner.ui.relay.notes_pane import NotesPane
from launchplanner.ui.relay.pack_pane import PackPane
from launchplanner.ui.relay.steps_pane import StepsPane
from launchplanner.ui.relay.words import facts
from launchplanner.ui.theme.tokens import STATUS_HEIGHT
from launchplanner.words import _

_NARROW = 1180
_QUIET = """
QLineEdit[quiet="true"]:!hover:!focus, QPlainTextEdit[quiet="true"]:!hover:!focus {
    border-color: transparent; background: transparent;
}
"""


class BatonRoom(QWidget):
    """Shows one baton of a snapshot; what is done in it leaves as edits."""

    edit_asked = Signal(object)
    select_asked = Signal(object)
    export_asked = Signal(str)
    sheet_asked = Signal(str)
    send_asked = Signal(str)
    who_asked = Signal()
    back_asked = Signal()

    def __init__(self, recorded: Callable[[str], Record]) -> None:
        super().__init__()
        self.setObjectName("baton-room")
        self.setAccessibleName(_("Baton"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(_QUIET)  # a page of boxes would be a form to fill in, and this is a page to read
        self._snapshot: Snapshot | None = None
        self._key = ""
        self._me = ""
        self.head = RoomHead()
        self.zone = RoomZone()
        self.pack = PackPane()
        self.notes = NotesPane()
        self.steps = StepsPane(recorded)
        self.facts = RoomFacts()
        self._panes = [_scrolled(pane) for pane in (self.pack, self.notes, self.steps)]
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def key(self) -> str:
        """The id of the baton that is shown; "" before there was one."""
        return self._key

    def show_baton(self, snapshot: Snapshot, key: str) -> None:
        """Show a baton. What was still being typed about another is asked for first."""
        if self._key and self._key != key:
            self.finish()
        is_other, self._key = self._key != key, key
        self.show_snapshot(snapshot)
        if is_other:
            for pane in self._panes:
                pane.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the same baton as it is in another snapshot."""
        self._snapshot = snapshot
        if self._key not in snapshot.plan.batons:
            return
        handoff = handoff_of(snapshot, self._key)
        me = self._me if self._me in snapshot.plan.people else ""
        self.head.show_pass(handoff)
        self.zone.show_pass(handoff)
        self.pack.show_pack(snapshot, handoff, me)
        self.notes.show_notes(handoff, me)
        self.steps.show_pass(handoff, me)
        self.facts.show_facts((_("Baton {id}").format(id=short_id(self._key) or handoff.number), *facts(handoff)))

    def show_me(self, person: str) -> None:
        """Take the person with this id as the one who sits here; "" for nobody known."""
        self._me = person
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def show_saved(self, text: str, *, trouble: bool = False) -> None:
        """Say whether all is saved."""
        self.facts.show_saved(text, trouble=trouble)

    def finish(self) -> None:
        """Ask for what is still being typed."""
        for field in self._fields():
            if field.is_typed_in:
                field.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the read-back the room where there is little of it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.head.line.setVisible(not narrow)
        widths = (290, 330, 290) if narrow else (380, 420, 330)
        for pane, width in zip(self._panes, widths, strict=True):
            pane.setMinimumWidth(min(width, self.width() * 10 // 32))

    def _fields(self) -> list[LineField | TextField]:
        return [*self.findChildren(LineField), *self.findChildren(TextField)]

    def _bring_into_view(self, card: QWidget) -> None:
        # After the layout that the card's buttons ask for, else it would be measured without them.
        QTimer.singleShot(0, card, lambda: self._panes[1].ensureWidgetVisible(card, 0, 12))

    def _ask(self, edit: Edit) -> None:
        self.edit_asked.emit(edit)

    def _leave(self) -> None:
        """Take back what is being typed, else leave the field, else the page."""
        field = QApplication.focusWidget()
        if isinstance(field, LineField | TextField) and field.is_typed_in:
            field.restore()
        elif isinstance(field, LineField | QPlainTextEdit):
            self.notes.leave_correction()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_asked.emit()

    def _do_next(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, TextField) and field.is_typed_in:
            field.commit()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.first_step()

    def _lay_out(self) -> None:
        body = columns(spacing=0)
        middle = rows()
        middle.addWidget(self._panes[1], 1)
        middle.addWidget(self.notes.foot)
        body.addWidget(self._panes[0], 36)
        body.addWidget(divider(vertical=True))
        body.addLayout(middle, 40)
        body.addWidget(divider(vertical=True))
        body.addWidget(self._panes[2], 27)
        column = rows(self)
        column.addWidget(self.head)
        column.addWidget(self.zone)
        column.addLayout(body, 1)
        column.addWidget(self.facts)

    def _connect(self) -> None:
        self.head.back_asked.connect(self.back_asked)
        for pane in (self.pack, self.notes, self.steps):
            pane.edit_asked.connect(self._ask)
        self.notes.taken.connect(self._bring_into_view)
        self.pack.select_asked.connect(self.select_asked)
        self.steps.select_asked.connect(self.select_asked)
        self.steps.export_asked.connect(lambda: self.export_asked.emit(self._key))
        self.steps.sheet_asked.connect(lambda: self.sheet_asked.emit(self._key))
        self.steps.send_asked.connect(lambda: self.send_asked.emit(self._key))
        self.steps.who_asked.connect(self.who_asked)

    def _add_keys(self) -> None:
        for keys, do in (
            ("R", self.notes.mark_right),
            ("C", self.notes.correct),
            ("J", lambda: self.notes.go(1)),
            ("K", lambda: self.notes.go(-1)),
            ("N", self.notes.answer),
            ("Ctrl+Return", self._do_next),
            ("Esc", self._leave),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)


class RoomFacts(QFrame):
    """The last line of the page: what a witness compares, and whether all is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-facts")
        self.setProperty("surface", "status")
        self.setFixedHeight(STATUS_HEIGHT)
        self._labels: list[Label] = []
        self._saved = label("", "caption")
        self._row = columns(self, spacing=20)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.addStretch()
        self._row.addWidget(self._saved)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Show other facts."""
        while len(self._labels) < len(facts):
            made = label("", "caption", figures=True)
            self._row.insertWidget(len(self._labels), made)
            self._labels.append(made)
        for place, shown in enumerate(self._labels):
            shown.setText(facts[place] if place < len(facts) else "")
            shown.setVisible(place < len(facts))

    def texts(self) -> tuple[str, ...]:
        """Return the facts that are shown."""
        return tuple(shown.text() for shown in self._labels if not shown.isHidden())

    def show_saved(self, text: str, *, trouble: bool) -> None:
        """Say whether all is saved."""
        self._saved.setText(text)
        self._saved.set_tone("error" if trouble else "muted")


def _scrolled(pane: QFrame) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(f"{pane.objectName()}-scroll")
    area.setProperty("surface", "panel")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(pane)
    return area
