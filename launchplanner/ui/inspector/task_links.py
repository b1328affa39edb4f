"""What a task waits for, and what waits for it: each link with its kind and lag, and a field that draws another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Link, Unlink
from launchplanner.plan.plan import BATON, TASK
from launchplanner.plan.work import FINISH_TO_START, LONGEST_DURATION, Dependency
from launchplanner.ui.inspector import choices, names
from launchplanner.ui.inspector.fields import ChoiceField, NumberField, when
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.pick_field import PickField
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _, short_day

_MOST_LAG: Final = LONGEST_DURATION


@dataclass(frozen=True, slots=True)
class _Shown:
    """A link as it is shown: the part at its other end, and its words."""

    link: Dependency
    other: str
    title: str
    caption: str
    word: str
    is_driving: bool


class LinkList(QWidget):
    """The links at one end of a part; `incoming` are those it waits for."""

    edit_asked = Signal(object)
    select_asked = Signal(object)

    def __init__(self, name: str, *, incoming: bool, placeholder: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._incoming = incoming
        self._key = ""
        self._shown: dict[str, _Shown] = {}
        self._kinds: dict[str, str] = {}
        self._stack: RowStack[LinkRow] = RowStack(self._made, name=f"{name}-rows")
        self.add_field = PickField(placeholder, name=f"{name}-add", placeholder=placeholder, opens=False)
        self.add_field.picked.connect(self._draw)
        make_quiet(self.add_field)
        column = rows(self, spacing=0)
        column.addWidget(self._stack)
        column.addWidget(self.add_field)

    def show_links(self, snapshot: Snapshot, key: str) -> bool:
        """Show the links of a part; return whether any came or went."""
        self._key = key
        found = (snapshot.lookup.into if self._incoming else snapshot.lookup.out_of).get(key, [])
        self._shown = {link.id: self._words(snapshot, link) for link in self._sorted(snapshot, found)}
        self._kinds = {one.other: TASK if one.other in snapshot.plan.tasks else BATON for one in self._shown.values()}
        self.add_field.show_options(names.work(snapshot, key))
        changed = self._stack.show_keys(self._shown)
        for link, row in self._stack.rows().items():
            row.show_link(self._shown[link].link, self._shown[link])
        return changed

    def rows(self) -> "dict[str, LinkRow]":
        """Return the rows by the id of their link."""
        return self._stack.rows()

    def _words(self, snapshot: Snapshot, link: Dependency) -> _Shown:
        other = link.predecessor if self._incoming else link.successor
        schedule = snapshot.schedule
        day = schedule.last_date(other) if self._incoming else schedule.first_date(other)
        kind = "" if link.type == FINISH_TO_START else dict(choices.link_types()).get(link.type, link.type)
        caption = ", ".join(part for part in (kind, choices.lag_text(link.lag)) if part)
        driving = self._incoming and schedule.driving.get(link.successor) == link.id
        return _Shown(link, other, snapshot.lookup.title(other), caption, short_day(day), driving)

    def _sorted(self, snapshot: Snapshot, links: Sequence[Dependency]) -> list[Dependency]:
        first = snapshot.schedule.first_day
        return sorted(links, key=lambda link: (first(link.predecessor if self._incoming else link.successor), link.id))

    def _made(self, link: str) -> "LinkRow":
        row = LinkRow(f"{self.objectName()}-{link}")
        row.head.clicked.connect(lambda: self._go(link))
        when(row.type.committed, lambda value: self._change(link, value, self._shown[link].link.lag))
        when(row.lag.committed, lambda days: self._change(link, self._shown[link].link.type, days))
        row.cut.clicked.connect(lambda: self.edit_asked.emit(Unlink((link,))))
        return row

    def _go(self, link: str) -> None:
        other = self._shown[link].other
        self.select_asked.emit(((self._kinds[other], other),))

    def _change(self, link: str, kind: str, lag: int) -> None:
        known = self._shown[link].link
        self.edit_asked.emit(Link(known.predecessor, known.successor, kind, lag))

    def _draw(self, other: str) -> None:
        if other:
            ends = (other, self._key) if self._incoming else (self._key, other)
            self.edit_asked.emit(Link(*ends))


class LinkRow(QWidget):
    """One link: the other end, which a click shows, and its kind and lag, which open with the pencil."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.head = ListRow(f"{name}-head")
        self.more = icon_button("pencil", _("Kind and lag of this link"), size="small", name=f"{name}-more")
        self.more.setCheckable(True)
        self.type = ChoiceField(_("Kind of link"), name=f"{name}-type", choices=choices.link_types())
        self.lag = NumberField(
            _("Lag in working days"), name=f"{name}-lag", low=-_MOST_LAG, high=_MOST_LAG, suffix=" " + _("days")
        )
        self.lag.setFixedWidth(100)
        self.cut = icon_button("close", _("Cut this link"), size="small", name=f"{name}-cut")
        self._editor = QWidget()
        editor = columns(self._editor, spacing=6)
        editor.setContentsMargins(6, 2, 0, 6)
        editor.addWidget(self.type, 1)
        editor.addWidget(self.lag)
        self._editor.hide()
        self.more.toggled.connect(self._editor.setVisible)
        line = columns(spacing=0)
        line.addWidget(self.head, 1)
        line.addWidget(self.more)
        line.addWidget(self.cut)
        column = rows(self)
        column.addLayout(line)
        column.addWidget(self._editor)

    def show_link(self, link: Dependency, said: _Shown) -> None:
        """Show the link as it is."""
        self.head.show_words(said.title, said.caption, said.word, role="medium" if said.is_driving else "body")
        self.type.show_value(link.type)
        self.lag.show_value(link.lag)
