"""What is in the baton: a row for each item, with its state, which opens to be edited in place."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QMenu, QSizePolicy, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.batons import (
    ARTEFACT,
    DRAFT,
    MISSING,
    NOT_APPLICABLE,
    PACK_PARTS,
    READY,
    BatonItem,
)
from launchplanner.plan.edits import ITEMS, AddToPack, ChangeInPack, RemoveFromPack
from launchplanner.ui.inspector import choices, names
from launchplanner.ui.inspector.fields import ChoiceField, LineField, TextField, when
from launchplanner.ui.inspector.owner_field import OwnerField
from launchplanner.ui.inspector.page import Form, make_quiet
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.inspector.web_links import open_link
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.pills import Mark
from launchplanner.ui.kit.sentences import run_colour
from launchplanner.ui.kit.shapes import paint_focus_ring, painting
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.theme.fonts import font
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.ui.theme.tokens import Tone
from launchplanner.words import _

_SIGNS: Final[dict[str, tuple[Mark, Tone, str]]] = {
    MISSING: ("empty", "neutral", "muted"),
    DRAFT: ("bang", "warning", "warning"),
    READY: ("check", "good", "good"),
    NOT_APPLICABLE: ("dot", "neutral", "muted"),
}
_HEAD: Final = "head "


class ItemList(QWidget):
    """The items by their part of the pack, and a field that adds one."""

    edit_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("items")
        self._baton = ""
        self._items: dict[str, BatonItem] = {}
        self._snapshot: Snapshot | None = None
        self._stack: RowStack[QWidget] = RowStack(self._made, name="item-rows")
        self.add_field = LineField(_("Add an item"), name="item-add", placeholder=_("Add an item…"))
        when(self.add_field.committed, self._add)
        make_quiet(self.add_field)
        column = rows(self)
        column.addWidget(self._stack)
        column.addWidget(self.add_field)

    def show_items(self, snapshot: Snapshot, baton: str) -> bool:
        """Show what is in a baton; return whether items came, went or moved."""
        self._snapshot, self._baton = snapshot, baton
        held = snapshot.plan.batons[baton].items
        ordered = sorted(held.items(), key=lambda entry: (_place(entry[1]), entry[1].order, entry[0]))
        self._items = dict(ordered)
        parts = list(dict.fromkeys(_part(item) for item in self._items.values()))
        heads = len(parts) > 1
        keys: list[str] = []
        for part in parts:
            keys += [f"{_HEAD}{part}"] if heads else []
            keys += [key for key, item in self._items.items() if _part(item) == part]
        came = self._stack.show_keys(keys)
        for row in self.rows().values():
            row.show_item(snapshot, self._items[row.key])
        return came

    def rows(self) -> "dict[str, ItemRow]":
        """Return the rows of items by key."""
        return {key: row for key, row in self._stack.rows().items() if isinstance(row, ItemRow)}

    def _made(self, key: str) -> QWidget:
        if key.startswith(_HEAD):
            part = key.removeprefix(_HEAD)
            return _PartHead(dict(choices.pack_parts()).get(part, part))
        row = ItemRow(key)
        row.changed.connect(partial(self._change, key))
        row.removed.connect(lambda: self.edit_asked.emit(RemoveFromPack(self._baton, ITEMS, key)))
        return row

    def _change(self, key: str, changes: dict[str, object]) -> None:
        self.edit_asked.emit(ChangeInPack(self._baton, ITEMS, key, changes))

    def _add(self, title: str) -> None:
        if title:
            self.edit_asked.emit(AddToPack(self._baton, f"i-{secrets.token_hex(4)}", BatonItem(title=title)))


class _PartHead(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        line = columns(self)
        line.setContentsMargins(10, 8, 10, 2)
        line.addWidget(label(text, "caption_medium"))


class ItemRow(QWidget):
    """One item. Pressing it opens its fields below it; the word at the right opens the menu of states."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setObjectName(f"item-{key}")
        self._item: BatonItem | None = None
        self._people: object = None
        self.head = ListRow(f"item-{key}-head")
        self.head.setCheckable(True)
        self.state = StateButton(f"item-{key}-state")
        self._editor: _ItemEditor | None = None
        self.head.toggled.connect(self._open)
        when(self.state.chosen, self._set_state)
        line = columns(spacing=0)
        line.addWidget(self.head, 1)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self._column = rows(self)
        self._column.addLayout(line)
        self._snapshot: Snapshot | None = None

    @property
    def editor(self) -> "_ItemEditor":
        """The fields of the item, made when they are first opened."""
        if self._editor is None:
            self._editor = _ItemEditor(self.key)
            self._editor.changed.connect(self.changed)
            self._editor.removed.connect(self.removed)
            self._column.addWidget(self._editor)
            if self._snapshot is not None and self._item is not None:
                self._editor.show_item(self._snapshot, self._item)
        return self._editor

    def show_item(self, snapshot: Snapshot, item: BatonItem) -> None:
        """Show the item as it is."""
        is_same = self._item is item and self._people is snapshot.plan.people
        self._snapshot, self._item, self._people = snapshot, item, snapshot.plan.people
        if is_same:
            return
        mark, tone, word_tone = _SIGNS.get(item.state, ("dot", "neutral", "muted"))
        self.head.show_mark(mark, tone)
        lacks = item.state == NOT_APPLICABLE and not item.reason.strip()
        caption = item.reason if item.state == NOT_APPLICABLE else item.criterion
        self.head.show_words(item.title, _("Say why it does not apply") if lacks else caption)
        self.state.show_state(item.state, "error" if lacks else word_tone, item.title)
        if self._editor is not None:
            self._editor.show_item(snapshot, item)

    def open_reason(self) -> None:
        """Open the fields at the reason why the item does not apply."""
        self.head.setChecked(True)
        self.editor.reason.setFocus()

    def _open(self, open_: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self.editor.setVisible(open_)

    def _set_state(self, state: str) -> None:
        self.changed.emit({"state": state})
        if state == NOT_APPLICABLE and self._item is not None and not self._item.reason.strip():
            self.open_reason()


class _ItemEditor(QWidget):
    """Every field of an item."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        name = f"item-{key}"
        form = Form()
        self.title = TextField(_("Item"), name=f"{name}-title", single=True)
        self.criterion = TextField(
            _("Criterion"), name=f"{name}-criterion", placeholder=_("What the receiver can answer with yes or no")
        )
        self.evidence = TextField(_("Evidence"), name=f"{name}-evidence", placeholder=_("What proves it"))
        self.link = LineField(_("Link"), name=f"{name}-link", placeholder=_("Where it is"))
        self.reason = TextField(
            _("Why it does not apply"), name=f"{name}-reason", placeholder=_("Others read it on the checklist")
        )
        self.owner = OwnerField(_("Owner"), name=f"{name}-owner", placeholder=_("The giver"), has_face=False)
        self.part = ChoiceField(_("Part of the pack"), name=f"{name}-part", choices=choices.pack_parts())
        self.required = QCheckBox(_("Must travel with this baton"))
        self.required.setObjectName(f"{name}-required")
        self.reason_label: Label = form.add(_("Why not"), self.reason)
        for says, field in (
            (_("Item"), self.title),
            (_("Criterion"), self.criterion),
            (_("Evidence"), self.evidence),
            (_("Link"), self.link),
            (_("Owner"), self.owner),
            (_("Part"), self.part),
        ):
            form.add(says, field)
        self.open_it = button(_("Open link"), size="small", name=f"{name}-open")
        self.open_it.clicked.connect(lambda: open_link(self, self.link.text()))
        self.remove = button(_("Take out"), "danger", size="small", name=f"{name}-remove")
        self.remove.clicked.connect(self.removed)
        foot = columns(spacing=8)
        foot.setContentsMargins(10, 4, 10, 8)
        foot.addWidget(self.required, 1)
        foot.addWidget(self.open_it)
        foot.addWidget(self.remove)
        column = rows(self)
        column.addWidget(form)
        column.addLayout(foot)
        self._connect()

    def show_item(self, snapshot: Snapshot, item: BatonItem) -> None:
        """Show the fields as they are."""
        self.title.show_value(item.title)
        self.criterion.show_value(item.criterion)
        self.evidence.show_value(item.evidence)
        self.link.show_value(item.link)
        self.reason.show_value(item.reason)
        shown = snapshot.lookup.directory.shown(item.owner)
        self.owner.show_owner(shown, (), lambda: names.people_and_roles(snapshot))
        self.part.show_value(item.part)
        self.required.setChecked(item.required)
        for widget in (self.reason, self.reason_label):
            widget.setVisible(item.state == NOT_APPLICABLE)
        self.open_it.setVisible(bool(item.link.strip()))
        self.remove.setVisible(not item.required)

    def _connect(self) -> None:
        for name, field in (
            ("title", self.title),
            ("criterion", self.criterion),
            ("evidence", self.evidence),
            ("link", self.link),
            ("reason", self.reason),
            ("owner", self.owner),
            ("part", self.part),
        ):
            field.committed.connect(self._asker(name))
        self.required.clicked.connect(self._asker("required"))

    def _asker(self, name: str) -> Callable[[object], None]:
        return lambda value: self.changed.emit({name: value})


class StateButton(QAbstractButton):
    """The state of an item as one coloured word; pressing it opens the states to choose from."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tone = "muted"
        self._by_mouse = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self)
        self.menu.setObjectName(f"{name}-menu")
        for value, text in choices.item_states():
            self.menu.addAction(text).triggered.connect(self._chooser(value))
        self.clicked.connect(self.open_menu)

    def show_state(self, state: str, tone: str, title: str) -> None:
        """Show a state, with the tone of its word."""
        words = dict(choices.item_states()).get(state, state).rstrip("…").lower()
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(_("{item} is {state}; choose another state").format(item=title, state=words))
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        """Open the states below the word."""
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        width = QFontMetricsF(font("caption_medium")).horizontalAdvance(self.text())
        return QSize(round(width) + 20, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word."""
        tokens = tokens_of(self)
        with painting(self) as painter:
            face = font("caption_medium")
            painter.setFont(face)
            painter.setPen(QColor(run_colour(tokens, self._tone)))
            area = QRectF(self.rect())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
            if self.underMouse() or self.menu.isVisible():
                width = QFontMetricsF(face).horizontalAdvance(self.text())
                left = area.center().x() - width / 2
                painter.drawLine(round(left), 22, round(left + width), 22)
            if self.hasFocus():
                paint_focus_ring(painter, area.adjusted(1, 3, -1, -3), tokens, 4)

    def _chooser(self, value: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(value)


def _part(item: BatonItem) -> str:
    return item.part if item.part in PACK_PARTS else ARTEFACT


def _place(item: BatonItem) -> int:
    return PACK_PARTS.index(_part(item))
