"""The pack as it is read: B, A, T and O below each other, an item on one line; pressing one opens its fields."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.batons import (
    ARTEFACT,
    BEARING,
    DRAFT,
    MISSING,
    NOT_APPLICABLE,
    OUTLOOK,
    READY,
    TASK_LEFT,
    BatonItem,
)
from launchplanner.plan.edits import ITEMS, AddToPack, Change, ChangeInPack, RemoveFromPack
from launchplanner.plan.plan import BATON, TASK
from launchplanner.reports.handoff import Handoff, TaskLeft
from launchplanner.reports.runsheet import proof_of
from launchplanner.ui.inspector.baton_items import ItemRow
from launchplanner.ui.inspector.fields import LineField, TextField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.avatars import Face
from launchplanner.ui.kit.labels import ElidedLabel, label, set_tooltip, without_mnemonic
from launchplanner.ui.kit.pills import Mark, paint_mark
from launchplanner.ui.kit.sentences import Run, Sentence, run_colour
from launchplanner.ui.kit.shapes import fill, paint_focus_ring, painting
from launchplanner.ui.kit.surfaces import LetterBlock, columns, rows
from launchplanner.ui.relay.questions_list import QuestionsList
from launchplanner.ui.relay.words import due_text, was_offered
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import BAR_RADIUS, Tone
from launchplanner.words import _, ngettext

_SIGNS: Final[dict[str, tuple[Mark, Tone]]] = {
    MISSING: ("empty", "neutral"),
    DRAFT: ("bang", "warning"),
    READY: ("check", "good"),
    NOT_APPLICABLE: ("dot", "neutral"),
}
_LEFT: Final = 42
_LINE: Final = 25


class PackPane(QFrame):
    """What is handed over."""

    edit_asked = Signal(object)
    select_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pack-pane")
        self.setProperty("surface", "panel")
        self._snapshot: Snapshot | None = None
        self._handoff: Handoff | None = None
        self._items: dict[str, BatonItem] = {}
        self.sure = Sentence(role="small")
        self.bearing = TextField(
            _("Bearing"), name="room-bearing", placeholder=_("Where it stands, in a line or two"), most=8
        )
        self.carries = TextField(
            _("What it carries"), name="room-carries", placeholder=_("What it carries"), single=True, most=3
        )
        self.counts = ElidedLabel("", "small", tone="muted")
        self.warning = label("", "caption", tone="warning", wrap=True)
        self.stacks = {part: _item_stack(part, self._made) for part in (BEARING, ARTEFACT, TASK_LEFT, OUTLOOK)}
        self.add_item = LineField(_("Add an item"), name="room-item-add", placeholder=_("Add an item…"))
        self.tasks_say = ElidedLabel("", "small", tone="muted")
        self.tasks: RowStack[ListRow] = RowStack(self._made_task, name="room-tasks")
        self.outlook_says = ElidedLabel("", "small", tone="muted")
        self.risks: RowStack[Sentence] = RowStack(lambda _key: Sentence(), name="room-risks", spacing=4)
        self.asked = ElidedLabel("", "small", tone="muted")
        self.questions = QuestionsList()
        self.questions.edit_asked.connect(self.edit_asked)
        for field in (self.bearing, self.carries, self.add_item):
            make_quiet(field)
        when(self.bearing.committed, lambda text: self._change(bearing=text))
        when(self.carries.committed, lambda text: self._change(carries=text))
        when(self.add_item.committed, self._add)
        self._lay_out()

    def show_pack(self, snapshot: Snapshot, handoff: Handoff, me: str) -> None:
        """Show what is in a baton to the person with id `me`; "" when nobody knows who sits here."""
        self._snapshot, self._handoff = snapshot, handoff
        self.sure.set_runs((Run(_("date is") + " ", tone="muted"), Run(handoff.source.sureness(), strong=True)))
        self.bearing.show_value(handoff.baton.bearing)
        self.carries.show_value(handoff.baton.carries)
        self.warning.setText(_("A change here undoes what was said about it.") if was_offered(handoff) else "")
        self.warning.setVisible(was_offered(handoff))
        ready, count = sum(item.is_settled for _key, item in handoff.items), len(handoff.items)
        words = ngettext("{ready} of {count} item ready", "{ready} of {count} items ready", count)
        self.counts.setText(words.format(ready=ready, count=count) if count else _("nothing is in it yet"))
        self._items = dict(handoff.items)
        for part, stack in self.stacks.items():
            stack.show_keys(key for _number, key, _item in handoff.items_of(part))
            for key, row in stack.rows().items():
                row.show_item(snapshot, self._items[key])
        self._show_tasks(handoff)
        self._show_outlook(handoff)
        self.asked.setText(self.questions.show_questions(handoff, me))

    def _show_tasks(self, handoff: Handoff) -> None:
        left = {entry.key: entry for entry in handoff.tasks_left}
        alone = all(entry.owner.is_one for entry in left.values())
        if left:
            said = _("{n}, one owner each") if alone else _("{n}, not each with one owner")
            self.tasks_say.setText(said.format(n=len(left)))
        else:
            self.tasks_say.setText(_("nothing is left to do"))
        self.tasks.show_keys(left)
        for key, row in self.tasks.rows().items():
            _show_task(row, left[key])

    def _show_outlook(self, handoff: Handoff) -> None:
        risks = dict(handoff.risks)
        self.outlook_says.setText(
            ngettext("{n} fallback", "{n} fallbacks", len(risks)).format(n=len(risks))
            if risks
            else _("no fallback is written")
        )
        self.risks.show_keys(risks)
        for key, sentence in self.risks.rows().items():
            risk = risks[key]
            sign = risk.trigger.strip() or risk.title
            does = risk.fallback.strip() or _("nobody has said what is done then")
            sentence.set_runs((Run(_("If") + " "), Run(sign, strong=True), Run(f": {does}", tone="muted")))

    def _lay_out(self) -> None:
        column = rows(self, spacing=0)
        column.setContentsMargins(0, 4, 0, 16)
        _add_head(column, "B", _("Bearing"), self.sure, at_end=True)
        for widget in (self.bearing, self.carries):
            column.addLayout(_indented(widget, 32))
        column.addWidget(self.stacks[BEARING])
        self.warning.setContentsMargins(0, 4, 0, 2)
        column.addLayout(_indented(self.warning, _LEFT))
        _add_head(column, "A", _("Artefacts"), self.counts)
        column.addWidget(self.stacks[ARTEFACT])
        column.addLayout(_indented(self.add_item, 32))
        _add_head(column, "T", _("Tasks left"), self.tasks_say)
        column.addWidget(self.stacks[TASK_LEFT])
        beside = rows()
        beside.setContentsMargins(6, 0, 10, 0)
        beside.addWidget(self.tasks)
        column.addLayout(beside)
        _add_head(column, "O", _("Outlook"), self.outlook_says)
        column.addWidget(self.stacks[OUTLOOK])
        column.addLayout(_indented(self.risks, 16))
        _add_head(column, "?", _("Pull list"), self.asked)
        column.addLayout(_indented(self.questions, 32))
        column.addStretch(1)

    def _made(self, key: str) -> "ItemLine":
        row = ItemLine(key)
        row.changed.connect(partial(self._change_item, key))
        row.removed.connect(partial(self._remove, key))
        return row

    def _made_task(self, key: str) -> ListRow:
        row = ListRow(f"room-task-{key}")
        row.clicked.connect(lambda: self.select_asked.emit(((TASK, key),)))
        return row

    def _change(self, **changes: object) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(Change(BATON, self._handoff.key, changes))

    def _change_item(self, key: str, changes: dict[str, object]) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(ChangeInPack(self._handoff.key, ITEMS, key, changes))

    def _remove(self, key: str) -> None:
        if self._handoff is not None:
            self.edit_asked.emit(RemoveFromPack(self._handoff.key, ITEMS, key))

    def _add(self, title: str) -> None:
        if title and self._handoff is not None:
            key = f"i-{secrets.token_hex(4)}"
            self.edit_asked.emit(AddToPack(self._handoff.key, key, BatonItem(title=title)))


class ItemLine(QWidget):
    """One item on one line; below it, when it is open, the fields of the item."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"line-{key}")
        self.head = _Line(key)
        # The row of the pane brings the fields and the menu of states; its own head is not shown here.
        self.row = ItemRow(key)
        self.row.head.hide()
        self.row.state.hide()
        self.row.hide()
        self.row.changed.connect(self.changed)
        self.row.removed.connect(self.removed)
        self.head.state_asked.connect(self._open_states)
        self.head.toggled.connect(self._open)
        column = rows(self)
        column.addWidget(self.head)
        inside = columns(spacing=0)
        inside.setContentsMargins(28, 0, 8, 0)
        inside.addWidget(self.row)
        column.addLayout(inside)

    def show_item(self, snapshot: Snapshot, item: BatonItem) -> None:
        """Show the item as it is."""
        self.head.show_item(item)
        self.row.show_item(snapshot, item)
        if item.state == NOT_APPLICABLE and not item.reason.strip() and self.row.head.isChecked():
            self.head.setChecked(True)

    def _open(self, open_: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.row.setVisible(open_)
        self.row.head.setChecked(open_)

    def _open_states(self) -> None:
        self.row.state.menu.popup(self.head.mapToGlobal(QPoint(14, self.head.height())))


class _Line(QAbstractButton):
    """State, name, and what it says for itself. Pressing the mark asks for its states."""

    state_asked = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"line-{key}-head")
        self._item = BatonItem(title="")
        self._by_mouse = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: BatonItem) -> None:
        """Show an item."""
        if item == self._item:
            return
        self._item = item
        self.setText(without_mnemonic(item.title))
        state = _(item.state)
        self.setAccessibleName(", ".join(part for part in (item.title, state, proof_of(item)) if part))
        criterion = _("Criterion: {text}").format(text=item.criterion) if item.criterion.strip() else ""
        set_tooltip(self, "\n".join(part for part in (item.title, criterion, item.evidence) if part.strip()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(240, _LINE)

    def minimumSizeHint(self) -> QSize:
        """Return a width for the mark and a few letters."""
        return QSize(100, _LINE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how focus came: the ring is for those who use the keyboard."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the fields with Enter, the states with Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.toggle()
        elif event.key() == Qt.Key.Key_Space:
            self.state_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the states where the mark is."""
        x = event.position().x()
        if (self.width() - x if self.isRightToLeft() else x) < _LEFT - 4:
            self.state_asked.emit()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        tokens = tokens_of(self)
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse() or self.isChecked():
                fill(painter, tokens.hover)
                painter.drawRoundedRect(area.adjusted(8, 0, -8, 0), BAR_RADIUS, BAR_RADIUS)
            mark, tone = _SIGNS.get(self._item.state, ("dot", "neutral"))
            paint_mark(painter, QRectF(16, area.center().y() - 9, 18, 18), tokens, mark, tone)
            face, quiet = font("body"), font("small")
            room = area.width() - _LEFT - 16
            width = QFontMetricsF(face).horizontalAdvance(self._item.title)
            title_room = min(width + 1, max(room * 0.55, room - 10 - self._proof_width()))
            _draw(painter, QRectF(_LEFT, 0, title_room, area.height()), self._item.title, tokens.ink, face, end=False)
            tone_word = "warning" if self._item.state == DRAFT else "muted"
            rest = QRectF(_LEFT + title_room + 10, 0, room - title_room - 10, area.height())
            _draw(painter, rest, self._proof(), run_colour(tokens, tone_word), quiet, end=True)
            if self.hasFocus() and not self._by_mouse:
                paint_focus_ring(painter, area.adjusted(8, 0, -8, 0), tokens, BAR_RADIUS)

    def _proof(self) -> str:
        if self._item.state == NOT_APPLICABLE and not self._item.reason.strip():
            return _("say why it does not apply")
        return " ".join(proof_of(self._item).split())

    def _proof_width(self) -> float:
        return QFontMetricsF(font("small")).horizontalAdvance(self._proof())


def _draw(painter: QPainter, area: QRectF, text: str, colour: str, face: QFont, *, end: bool) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
    line = " ".join(text.split())
    shown = QFontMetricsF(face).elidedText(line, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _show_task(row: ListRow, left: TaskLeft) -> None:
    face = left.owner.face
    row.show_faces((Face(face.initials, face.family, name=left.owner.name),) if left.owner.is_one else ())
    row.show_words(left.task.title, word=due_text(left.finish, left.late), word_tone="error" if left.late else "muted")


def _item_stack(part: str, make: Callable[[str], ItemLine]) -> RowStack[ItemLine]:
    return RowStack(make, name=f"room-items-{part}")


def _add_head(column: QVBoxLayout, letter: str, title: str, said: QWidget, *, at_end: bool = False) -> None:
    line = columns(spacing=10)
    line.setContentsMargins(16, 8, 16, 4)
    line.addWidget(LetterBlock(letter))
    line.addWidget(label(title, "strong"))
    if at_end:
        line.addStretch(1)
        line.addWidget(said)
    else:
        line.addWidget(said, 1)
    column.addLayout(line)


def _indented(widget: QWidget, left: int) -> QVBoxLayout:
    made = rows()
    made.setContentsMargins(left, 0, 8, 0)
    made.addWidget(widget)
    return made
