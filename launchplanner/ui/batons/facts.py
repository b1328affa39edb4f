"""The five answers above the board: who holds, what is next, what is late, what came back, what was lost."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.reports.baton_board import Fact, Facts
from launchplanner.ui.kit.avatars import AvatarWidget, Face
from launchplanner.ui.kit.capsules import CapsuleWidget
from launchplanner.ui.kit.labels import ElidedLabel
from launchplanner.ui.kit.surfaces import columns, divider, rows
from launchplanner.words import _

_CAPSULE = QSize(22, 13)
_WIDE = 1250


class FactCard(QWidget):
    """A question, its answer, and what goes with it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._question = ElidedLabel("", "caption")
        self._title = ElidedLabel("", "title", figures=True)
        self._note = ElidedLabel("", "caption", figures=True)
        self._capsule = CapsuleWidget(size=_CAPSULE)
        self._capsule.hide()
        line = columns(spacing=6)
        line.addWidget(self._capsule)
        line.addWidget(self._title, 1)
        column = rows(self, spacing=2)
        column.addWidget(self._question)
        column.addLayout(line)
        column.addWidget(self._note)

    def show_fact(self, fact: Fact) -> None:
        """Show another answer."""
        self._question.setText(fact.question)
        self._title.setText(fact.title)
        self._note.setText(fact.note)
        self._note.set_tone("error" if fact.is_bad else "muted")
        self._capsule.setVisible(bool(fact.families))
        for families in fact.families[:1]:
            self._capsule.set_families(*families)
        self.setAccessibleName(": ".join((fact.question, ", ".join(part for part in (fact.title, fact.note) if part))))

    def text(self) -> str:
        """Return all that it says."""
        return self.accessibleName()


class FactBar(QFrame):
    """The answers side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("batons-facts")
        self.setProperty("surface", "bar")
        self.setAccessibleName(_("Where the batons stand"))
        self._face = AvatarWidget((), 40)
        self.cards = {name: FactCard(f"batons-{name}") for name in ("main", "next", "late", "first", "lost")}
        row = columns(self, spacing=14)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self._face)
        for place, (name, card) in enumerate(self.cards.items()):
            if place:
                row.addWidget(divider(vertical=True))
            row.addWidget(card, 3 if name in {"main", "next", "late"} else 2)

    def show_facts(self, facts: Facts) -> None:
        """Show the answers of another state."""
        shown = (facts.main, facts.next, facts.late, facts.first_pass, facts.lost)
        for card, fact in zip(self.cards.values(), shown, strict=True):
            card.show_fact(fact)
        self._face.set_faces(_faces(facts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the large face out where its room is needed for words."""
        super().resizeEvent(event)
        self._face.setVisible(self.width() >= _WIDE)


def _faces(facts: Facts) -> Sequence[Face]:
    if facts.holder is None:
        return ()
    return (Face(facts.holder.initials, facts.holder.family, name=facts.holder.name),)
