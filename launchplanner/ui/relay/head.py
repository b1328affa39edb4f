"""The head of a baton's page: the way back, its name and state, giver and receiver with who holds it, and the zone."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.plan.batons import MAIN
from launchplanner.reports.handoff import Handoff, short_id
from launchplanner.reports.source import Holder, state_text
from launchplanner.ui.kit.avatars import AvatarWidget, Face
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.capsules import CapsuleWidget, RelayLine
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.relay.words import receiver_pays, role_of, tone_of
from launchplanner.ui.relay.zone_days import days_past, zone_days, zone_sentence
from launchplanner.ui.relay.zone_strip import HEIGHT, ZoneDayStrip
from launchplanner.words import _, ngettext

_FACE: Final = 36


class RoomHead(QFrame):
    """Where one is, what it is called, and who is on both sides."""

    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-head")
        self.setProperty("surface", "bar")
        self.back = button(_("Back"), "quiet", size="small", icon="chevron-left", name="room-back")
        self.back.clicked.connect(self.back_asked)
        self.place = label("", "caption")
        self.capsule = CapsuleWidget(size=QSize(40, 24))
        self.title = ElidedLabel("", "heading")
        self.title.setObjectName("room-title")
        self.state = Pill()
        self.state.setObjectName("room-state")
        self.giver = _Side("room-giver")
        self.receiver = _Side("room-receiver")
        self.line = RelayLine()
        self.line.setFixedWidth(108)
        self._lay_out()

    def show_pass(self, handoff: Handoff) -> None:
        """Show another baton, or the same as it now is."""
        short = short_id(handoff.key)
        number = _("{id}, {number} of {count}") if short else _("{number} of {count}")
        kind = _("main baton") if handoff.baton.kind == MAIN else _("side baton")
        place = number.format(id=short, number=handoff.number, count=handoff.count)
        self.place.setText(f"{place} · {kind}")
        families = handoff.source.capsule(handoff.baton)
        self.capsule.set_families(*families)
        self.line.set_families(*families)
        self.title.setText(handoff.baton.title)
        state = handoff.standing.state
        self.state.set_text(state_text(state), tone_of(state))
        holder = handoff.standing.holder
        gives, receives = role_of(handoff, handoff.baton.giver), role_of(handoff, handoff.baton.receiver)
        self.giver.show_holder(handoff.giver, _said(gives, _("gives"), handoff.giver, holder))
        self.receiver.show_holder(handoff.receiver, _said(receives, _("receives"), handoff.receiver, holder))

    def _lay_out(self) -> None:
        where = columns(spacing=6)
        where.addWidget(self.back)
        where.addWidget(self.place)
        where.addStretch()
        name = columns(spacing=12)
        name.addWidget(self.capsule)
        name.addWidget(self.title, 0)
        name.addWidget(self.state)
        name.addStretch(1)
        left = rows(spacing=2)
        left.addLayout(where)
        left.addLayout(name)
        row = columns(self, spacing=14)
        row.setContentsMargins(16, 8, 16, 10)
        row.addLayout(left, 1)
        row.addWidget(self.giver)
        row.addWidget(self.line)
        row.addWidget(self.receiver)


def _said(role: str, verb: str, holder: Holder, now: str) -> str:
    does = _("{role} {verb}").format(role=role, verb=verb) if role else verb
    return _("{does}, holds it now").format(does=does) if holder.is_one and holder.person == now else does


class _Side(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.face = AvatarWidget((), _FACE)
        self.name = ElidedLabel("", "strong")
        self.what = ElidedLabel("", "small", tone="muted")
        lines = rows(spacing=1)
        lines.addStretch()
        lines.addWidget(self.name)
        lines.addWidget(self.what)
        lines.addStretch()
        row = columns(self, spacing=10)
        row.addWidget(self.face)
        row.addLayout(lines, 1)
        self.setMaximumWidth(220)

    def show_holder(self, holder: Holder, what: str) -> None:
        """Show one side."""
        faces = (Face(holder.face.initials, holder.face.family, name=holder.name),) if holder.is_one else ()
        self.face.set_faces(faces)
        self.name.setText(holder.name if holder.name else _("Nobody"))
        self.name.set_tone("ink" if holder.is_one else "error")
        self.what.setText(what)
        self.setAccessibleName(f"{self.name.text()}, {what}")


class RoomZone(QFrame):
    """The zone in words at the left, and its days beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-zone")
        self.setProperty("surface", "bar")
        self.edge = label("", "small", tone="muted")
        self.edge.setObjectName("zone-edge")
        self.late = label("", "caption", tone="warning", wrap=True)
        self.late.setObjectName("zone-late")
        self.strip = ZoneDayStrip()
        words = rows(spacing=2)
        words.addStretch()
        words.addWidget(label(_("Exchange zone"), "strong"))
        words.addWidget(self.edge)
        words.addWidget(self.late)
        words.addStretch()
        side = QWidget()
        side.setFixedWidth(152)
        side.setLayout(words)
        row = columns(self, spacing=0)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(side)
        row.addWidget(self.strip, 1, Qt.AlignmentFlag.AlignTop)
        self.setFixedHeight(HEIGHT + 1)

    def show_pass(self, handoff: Handoff) -> None:
        """Show the zone of a pass."""
        self.edge.setText(zone_sentence(handoff))
        past = days_past(handoff)
        late = ngettext("{n} day past planned.", "{n} days past planned.", past).format(n=past) if past else ""
        pays = receiver_pays(handoff)
        self.late.setText("\n".join(part for part in (late, pays) if part))
        self.late.setVisible(bool(late or pays))
        self.strip.show_days(zone_days(handoff), *handoff.source.capsule(handoff.baton))
