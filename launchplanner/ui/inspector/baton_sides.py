"""Who gives, who receives, who holds it now; and the exchange zone as a strip of days."""

from datetime import date

from PySide6.QtWidgets import QWidget

from launchplanner.reports.handoff import Handoff
from launchplanner.reports.source import Holder
from launchplanner.ui.kit.avatars import AvatarWidget, Face
from launchplanner.ui.kit.bars import ZoneStrip
from launchplanner.ui.kit.capsules import RelayLine
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _, short_day

_FACE = 30


class Sides(QWidget):
    """Giver and receiver with their faces, and the line from one to the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("baton-sides")
        self.giver = _Side("baton-giver-side")
        self.receiver = _Side("baton-receiver-side")
        self.line = RelayLine()
        row = columns(self, spacing=8)
        row.addWidget(self.giver, 3)
        row.addWidget(self.line, 1)
        row.addWidget(self.receiver, 3)

    def show_sides(self, handoff: Handoff) -> None:
        """Show both sides."""
        baton, source = handoff.baton, handoff.source
        self.giver.show_holder(handoff.giver, _what(source.shown(baton.giver), handoff.giver, _("gives")))
        self.receiver.show_holder(
            handoff.receiver, _what(source.shown(baton.receiver), handoff.receiver, _("receives"))
        )
        self.line.set_families(*source.capsule(baton))


def _what(text: str, holder: Holder, verb: str) -> str:
    if not holder.is_one or text == holder.name:
        return verb
    return _("{role} {verb}").format(role=text, verb=verb)


class _Side(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.face = AvatarWidget((), _FACE)
        self.name = ElidedLabel("", "strong")
        self.what = ElidedLabel("", "small", tone="muted")
        row = columns(self, spacing=8)
        row.addWidget(self.face)
        lines = rows(spacing=1)
        lines.addWidget(self.name)
        lines.addWidget(self.what)
        row.addLayout(lines, 1)

    def show_holder(self, holder: Holder, what: str) -> None:
        """Show one side."""
        faces = (Face(holder.face.initials, holder.face.family, name=holder.name),) if holder.is_one else ()
        self.face.set_faces(faces)
        self.name.setText(holder.name if holder.name else _("Nobody"))
        self.name.set_tone("ink" if holder.is_one else "error")
        self.what.setText(what)


class Zone(QWidget):
    """The exchange zone: a hatched strip with the planned day and today, and the three days in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("baton-zone")
        self.strip = ZoneStrip()
        self.opens = label("", "caption")
        self.planned = label("", "caption_strong")
        self.closes = label("", "caption")
        words = columns(spacing=4)
        words.addWidget(self.opens)
        words.addStretch()
        words.addWidget(self.planned)
        words.addStretch()
        words.addWidget(self.closes)
        column = rows(self, spacing=3)
        column.addWidget(self.strip)
        column.addLayout(words)

    def show_zone(self, handoff: Handoff) -> None:
        """Show the zone of a pass."""
        opens, closes = handoff.zone
        self.opens.setText(_("opens {day}").format(day=short_day(opens)))
        self.planned.setText(short_day(handoff.day))
        self.closes.setText(_("closes {day}").format(day=short_day(closes)))
        says = ", ".join(part.text() for part in (self.opens, self.planned, self.closes))
        self.strip.set_days(handoff.planned_at, _today_at(handoff, opens, closes), says)


def _today_at(handoff: Handoff, opens: date, closes: date) -> float | None:
    today, days = handoff.source.today, handoff.source.days
    if not opens <= today <= closes:
        return None
    first, last = days.day_of(opens), days.day_of(closes)
    return (days.day_of(today) - first + 0.5) / (last - first + 1)
