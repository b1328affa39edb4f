"""Conditions: those on which this baton was accepted, and those of earlier passes that hold it up; each is a task."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.plan.edits import MeetCondition, SetCondition, open_conditions, set_conditions
from launchplanner.plan.plan import TASK
from launchplanner.reports.handoff import Handoff
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _, ngettext, short_day


class ConditionsList(QWidget):
    """One row a condition, with the way to say that it is met."""

    edit_asked = Signal(object)
    select_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room-conditions")
        self.says = label("", "strong", wrap=True)
        self.stack: RowStack[ConditionRow] = RowStack(self._made, name="room-condition-rows", spacing=4)
        column = rows(self, spacing=4)
        column.setContentsMargins(16, 0, 16, 12)
        column.addWidget(self.says)
        column.addWidget(self.stack)

    def show_conditions(self, handoff: Handoff) -> None:
        """Show what must still be done; nothing at all when there is nothing."""
        plan, directory = handoff.source.plan, handoff.source.lookup.directory
        own = [one for one in set_conditions(plan, directory) if one.baton == handoff.key]
        ahead = open_conditions(plan, handoff.key, directory)
        found = {one.task: one for one in (*own, *ahead)}
        self.setVisible(bool(found))
        if own:
            self.says.setText(ngettext("Accepted with a condition", "Accepted with conditions", len(own)))
        else:
            self.says.setText(ngettext("A condition holds it up", "Conditions hold it up", len(ahead)))
        self.stack.show_keys(found)
        for key, row in self.stack.rows().items():
            row.show_condition(handoff, found[key])

    def _made(self, key: str) -> "ConditionRow":
        row = ConditionRow(key)
        row.met.connect(lambda: self.edit_asked.emit(MeetCondition(key)))
        row.head.clicked.connect(partial(self._select, key))
        return row

    def _select(self, key: str) -> None:
        self.select_asked.emit(((TASK, key),))


class ConditionRow(QWidget):
    """What must be so, by whom and when."""

    met = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"condition-{key}")
        self.head = ListRow(f"condition-{key}-head")
        self.meet = button(_("It is met"), size="small", name=f"condition-{key}-met")
        self.meet.clicked.connect(self.met)
        row = columns(self, spacing=6)
        row.addWidget(self.head, 1)
        row.addWidget(self.meet)

    def show_condition(self, handoff: Handoff, found: SetCondition) -> None:
        """Show a condition as it is."""
        is_met = found.is_met(handoff.source.plan)
        said = found.condition
        owner = handoff.source.shown(said.owner)
        day = short_day(handoff.source.days.date_of(said.day))
        blocks = handoff.source.plan.batons.get(said.blocks)
        due = _("{owner}, by {day}").format(owner=owner, day=day)
        before = _("{due}, before {baton}").format(due=due, baton=blocks.title) if blocks is not None else due
        self.head.show_mark("check" if is_met else "bang", "good" if is_met else "warning")
        self.head.show_words(said.text, _("met") if is_met else before)
        self.meet.setVisible(not is_met)
