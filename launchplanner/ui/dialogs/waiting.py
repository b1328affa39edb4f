"""What waits for me: who I am, and one line with one action for each thing."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.source import Source
from launchplanner.reports.waiting import Waiting, waiting
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.inspector.fields import ChoiceField, when
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import MarkWidget
from launchplanner.ui.kit.surfaces import columns, divider, rows
from launchplanner.ui.views import PartKey
from launchplanner.words import _, ngettext


class WaitingDialog(FormDialog):
    """Ends with `chosen`, the part at which something is done, or none; `me` is who was chosen meanwhile."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot, me: str) -> None:
        text = _("Steps of a pass are recorded under your name. Only your own are offered then.")
        super().__init__(parent, _("What waits for me"), text, _("Close"), width=640)
        self.setObjectName("waiting-dialog")
        self._snapshot = snapshot
        self.me = me
        self.chosen: PartKey | None = None
        people = tuple((key, person.name) for key, person in snapshot.lookup.people)
        self.who = ChoiceField(_("I am"), name="waiting-me", choices=(("", _("Nobody in particular")), *people))
        self.who.show_value(me)
        when(self.who.committed, self._be)
        self.add_field(_("I am"), self.who)
        self.says = label("", "strong")
        self.says.setObjectName("waiting-says")
        self.add_wide(self.says)
        self._area = QScrollArea()
        self._area.setObjectName("waiting-list")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(320)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_wide(self._area, stretch=1)
        for cancel in self.findChildren(QPushButton, "dialog-cancel"):
            cancel.hide()  # there is nothing to take back
        self._show()

    def _be(self, person: str) -> None:
        self.me = person
        self.who.show_value(person)
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        source = Source(snapshot.context, snapshot.findings)
        found = waiting(source, self.me) if self.me else ()
        if not self.me:
            self.says.setText(_("Say who you are, and this list is yours."))
        elif not found:
            self.says.setText(_("Nothing waits for you."))
        else:
            said = ngettext("{n} thing waits for you", "{n} things wait for you", len(found))
            self.says.setText(said.format(n=len(found)))
        inside = QFrame()
        inside.setProperty("surface", "panel")
        column = rows(inside)
        for place, one in enumerate(found):
            if place:
                column.addWidget(divider())
            column.addWidget(self._row(place, one))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _row(self, place: int, one: Waiting) -> QWidget:
        made = QWidget()
        made.setObjectName(f"waiting-{place}")
        line = columns(made, spacing=10)
        line.setContentsMargins(2, 8, 10, 8)
        line.addWidget(MarkWidget("bang" if one.late else "dot", "error" if one.late else "neutral"))
        line.addWidget(label(one.text, "body", wrap=True), 1)
        line.addWidget(label(one.due, "caption", tone="error" if one.late else "muted", figures=True))
        line.addWidget(
            button(one.action, size="small", name=f"waiting-{place}-do", on_click=partial(self._go, one.part))
        )
        return made

    def _go(self, part: PartKey) -> None:
        self.chosen = part
        self.accept()
