"""A role: its names and colour, who holds it when, and what waits for it."""

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import BATON, PERSON, ROLE, TASK
from launchplanner.ui.inspector import choices, entries, names
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import ChoiceField, LineField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.page import Page, make_quiet
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.inspector.pick_field import PickField
from launchplanner.ui.inspector.role_rows import HeldRow, bound, freed, held_for
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.labels import label
from launchplanner.words import _, ngettext


class RolePage(Page):
    """Every field of one role."""

    def __init__(self) -> None:
        super().__init__(ROLE)
        self.add_head(_("Name of the role"))
        when(self.title.committed, lambda text: self._change(name=text))
        form = self.add_form()
        self.long_name = LineField(_("Long name"), name="role-long-name", placeholder=_("none"))
        self.family = ChoiceField(_("Colour"), name="role-family", choices=choices.families())
        form.add(_("Long name"), self.long_name)
        form.add(_("Colour"), self.family)
        when(self.long_name.committed, lambda text: self._change(long_name=text))
        when(self.family.committed, lambda family: self._change(family=family))
        self.findings = FindingsBlock("role-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=6)
        self._make_holders()
        self._make_work()

    def fill(self) -> None:
        """Show the role."""
        snapshot, role = self.snapshot, self.snapshot.plan.roles[self.key]
        self.kicker.setText(_("Role · {held}").format(held=names.held_by(snapshot, self.key)))
        self.title.show_value(role.name)
        self.long_name.show_value(role.long_name)
        self.family.show_value(role.family)
        came = self.findings.show_findings(snapshot.findings.of_part(self.key), waived_on(snapshot, self.key))
        came |= self._fill_holders(snapshot)
        came |= self._fill_work(snapshot)
        if came:
            self.order_tabs()

    def _make_holders(self) -> None:
        self.add_section(_("Held by"))
        self.nobody = label(_("Nobody yet: what it owns has no owner."), "error", wrap=True)
        self.nobody.setObjectName("role-nobody")
        self.add(self.nobody)
        self.holders: RowStack[HeldRow] = RowStack(self._holder, name="role-holders")
        self.add(self.holders, wide=True)
        self.bind = PickField(_("Who holds it"), name="role-bind", placeholder=_("Give it to…"), opens=False)
        when(self.bind.picked, self._bind)
        make_quiet(self.bind)
        self.add(self.bind, wide=True)

    def _make_work(self) -> None:
        self.owns_says = self.add_section("")
        self.owns = PartList("role-owns")
        self.add(self.owns, wide=True)
        self.passes_say = self.add_section("")
        self.passes = PartList("role-passes")
        self.add(self.passes, wide=True)
        for parts in (self.owns, self.passes):
            parts.select_asked.connect(self.select_asked)

    def _fill_holders(self, snapshot: Snapshot) -> bool:
        scale = Scale.of(snapshot)
        found = {
            f"{key} {place}": (key, hold)
            for key, person in snapshot.lookup.people
            for place, hold in enumerate(person.holds)
            if hold.role == self.key
        }
        self.nobody.setVisible(not found)
        came = self.holders.show_keys(found)
        for row, (key, hold) in found.items():
            self.holders.row(row).show_person(snapshot, key, hold, scale)
        self.bind.show_options(lambda: names.people(snapshot))
        return came

    def _fill_work(self, snapshot: Snapshot) -> bool:
        directory = snapshot.lookup.directory
        owned = [key for key, task in snapshot.lookup.tasks if directory.role(task.owner) == self.key]
        says = ngettext("{n} task is written to it", "{n} tasks are written to it", len(owned)).format(n=len(owned))
        self.owns_says.setText(says if owned else _("No task is written to it"))
        shown = [(TASK, key) for key in entries.in_time(snapshot, owned)]
        came = self.owns.show_entries(shown, lambda part: entries.own_task_entry(snapshot, part[1]))
        does = {
            key: _("gives") if directory.role(baton.giver) == self.key else _("receives")
            for key, baton in snapshot.lookup.batons
            if self.key in {directory.role(baton.giver), directory.role(baton.receiver)}
        }
        self.passes_say.setText(_("Gives and receives") if does else _("Gives and receives nothing"))
        batons = [(BATON, key) for key in does]
        passes = self.passes.show_entries(batons, lambda part: entries.baton_entry(snapshot, part[1], does[part[1]]))
        return passes or came

    def _holder(self, key: str) -> HeldRow:
        row = HeldRow(f"role-holder-{key.replace(' ', '-')}")
        person, place = key.rsplit(" ", 1)
        row.head.clicked.connect(lambda: self.select((PERSON, person)))
        when(row.days.changed, lambda stretch: self.ask(held_for(self.snapshot, person, int(place), stretch)))
        row.days.removed.connect(lambda: self.ask(freed(self.snapshot, person, int(place))))
        return row

    def _change(self, **changes: object) -> None:
        self.ask(Change(ROLE, self.key, changes))

    def _bind(self, person: str) -> None:
        if person:
            self.ask(bound(self.snapshot, self.key, person))
