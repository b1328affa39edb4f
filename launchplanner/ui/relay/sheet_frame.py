"""Head and foot of the run sheet: what is handed over, by whom, to whom, for how long; and the keys."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.reports.handoff import Handoff
from launchplanner.reports.source import Holder
from launchplanner.ui.kit.avatars import AvatarWidget, Face
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.capsules import CapsuleWidget, RelayLine
from launchplanner.ui.kit.keycaps import KeyCaps
from launchplanner.ui.kit.labels import ElidedLabel, label
from launchplanner.ui.kit.surfaces import columns, divider, rows
from launchplanner.ui.relay.sheet_parts import large
from launchplanner.ui.theme.fonts import sized, tabular
from launchplanner.words import _, long_day


class SheetHead(QFrame):
    """One line above all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-head")
        self.capsule = CapsuleWidget(size=QSize(52, 32))
        self.title = ElidedLabel("", "heading")
        self.where = ElidedLabel("", "body", tone="muted")
        self.giver = SheetSide()
        self.receiver = SheetSide()
        self.line = RelayLine()
        self.line.setFixedWidth(60)
        self.clock = large("", 28, 600, wrap=False)
        self.clock.setFont(tabular(sized(28, 600)))
        self.clock.setObjectName("sheet-clock")
        self.of = label("", "body", tone="muted")
        name = rows(spacing=0)
        name.addWidget(self.title)
        name.addWidget(self.where)
        time = rows(spacing=0)
        time.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)
        time.addWidget(self.of, 0, Qt.AlignmentFlag.AlignRight)
        row = columns(self, spacing=18)
        row.setContentsMargins(32, 12, 32, 10)
        row.addWidget(self.capsule)
        row.addLayout(name, 1)
        row.addWidget(self.giver)
        row.addWidget(self.line)
        row.addWidget(self.receiver)
        row.addWidget(divider(vertical=True))
        row.addLayout(time)

    def show_pass(self, handoff: Handoff) -> None:
        """Show what is handed over."""
        families = handoff.source.capsule(handoff.baton)
        self.capsule.set_families(*families)
        self.line.set_families(*families)
        self.title.setText(handoff.baton.title)
        today = long_day(handoff.source.today)
        self.where.setText(_("{launch} · handover, {day}").format(launch=handoff.source.plan.title, day=today))
        holder = handoff.passing.standing.holder
        self.giver.show_holder(handoff.giver, _("holds it") if handoff.giver.person == holder else _("gave it"))
        self.receiver.show_holder(
            handoff.receiver, _("holds it") if handoff.receiver.person == holder else _("receives")
        )


class SheetSide(QWidget):
    """A face, a name, and what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.face = AvatarWidget((), 40)
        self.name = large("", 16, 600, wrap=False)
        self.what = label("", "body", tone="muted")
        lines = rows(spacing=0)
        lines.addWidget(self.name)
        lines.addWidget(self.what)
        row = columns(self, spacing=10)
        row.addWidget(self.face)
        row.addLayout(lines)

    def show_holder(self, holder: Holder, what: str) -> None:
        """Show one side."""
        faces = (Face(holder.face.initials, holder.face.family, name=holder.name),) if holder.is_one else ()
        self.face.set_faces(faces)
        self.name.setText(holder.name or _("Nobody"))
        self.what.setText(what)


class SheetFoot(QFrame):
    """Every key that works here, and the way to light or dark."""

    look_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet-foot")
        self.setProperty("surface", "status")
        self.look = icon_button("sun", _("Light or dark"), size="small", name="sheet-look")
        self.look.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.look.clicked.connect(self.look_asked)
        self.kept = label(_("Every answer and mark is kept in the plan."), "small", tone="muted")
        row = columns(self, spacing=8)
        row.setContentsMargins(32, 8, 32, 8)
        for keys, says in (
            (("←", "→"), _("question")),
            (("1", "5"), _("step")),
            (("N",), _("note a question")),
            (("Z",), _("take back the last mark")),
            (("Esc",), _("leave, nothing is lost")),
        ):
            row.addWidget(KeyCaps(*keys))
            row.addWidget(label(says, "body", tone="muted"))
            row.addSpacing(10)
        row.addStretch()
        row.addWidget(self.kept)
        row.addWidget(self.look)
