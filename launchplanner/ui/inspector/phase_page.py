"""A phase: who leads it, from when to when, what it is for, and the batons at its ends."""

from datetime import date

from launchplanner.plan.edits import Change, Resize
from launchplanner.plan.plan import BATON, PHASE, TASK
from launchplanner.plan.work import LONGEST_DURATION, Phase
from launchplanner.plan.workdays import week_of
from launchplanner.ui.inspector import entries, names
from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import NumberField, TextField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.owner_field import OwnerField
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.kit.labels import label
from launchplanner.words import _, ngettext


class PhasePage(Page):
    """Every field of one phase."""

    def __init__(self) -> None:
        super().__init__(PHASE)
        self.add_head(_("Title of the phase"))
        when(self.title.committed, lambda text: self._change(title=text))
        form = self.add_form()
        self.lead = OwnerField(_("Lead"), name="phase-lead", placeholder=_("Who leads it?"))
        self.start = DayField(_("First day"), name="phase-start")
        self.end = DayField(_("Last day"), name="phase-end")
        self.days = NumberField(_("Length in working days"), name="phase-days", low=1, high=LONGEST_DURATION)
        self.days_say = label("", "caption", wrap=True)
        form.add(_("Lead"), self.lead)
        form.add(_("Begins"), self.start)
        form.add(_("Ends"), self.end)
        form.add(_("Takes"), self.days)
        form.add_below(self.days_say)
        self.findings = FindingsBlock("phase-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=6)
        self._make_words()
        self._make_parts()
        self._connect()

    def fill(self) -> None:
        """Show the phase."""
        snapshot, phase = self.snapshot, self.snapshot.plan.phases[self.key]
        scale = Scale.of(snapshot)
        days = snapshot.lookup.days
        first, last = days.date_of(phase.start), days.date_of(phase.end - 1)
        weeks = _("Phase {key} · weeks {first} to {last}")
        self.kicker.setText(
            weeks.format(key=self.key, first=week_of(scale.first, first), last=week_of(scale.first, last))
        )
        self.title.show_value(phase.title)
        faces = names.faces_of(snapshot, phase.lead, first)
        self.lead.show_owner(
            snapshot.lookup.directory.shown(phase.lead), faces, lambda: names.people_and_roles(snapshot)
        )
        self.start.show_day(first, scale)
        self.end.show_day(last, scale)
        self.days.setSuffix(" " + ngettext("working day", "working days", phase.days))
        self.days.show_value(phase.days)
        self.days_say.setText(_("{first} to {last}").format(first=scale.place(first), last=scale.place(last)))
        self.purpose.show_value(phase.purpose)
        self.leaves_with.show_value(phase.leaves_with)
        self.notes.show_value(phase.notes)
        if self._fill_parts(phase):
            self.order_tabs()

    def _make_words(self) -> None:
        self.add_section(_("Purpose"))
        self.purpose = TextField(_("Purpose"), name="phase-purpose", placeholder=_("What it is for"), least=2)
        self.add(self.purpose)
        self.add_section(_("Leaves with"))
        self.leaves_with = TextField(
            _("Leaves with"), name="phase-leaves-with", placeholder=_("What is there at its end"), least=2
        )
        self.add(self.leaves_with)
        self.add_section(_("Notes"))
        self.notes = TextField(
            _("Notes"), name="phase-notes", placeholder=_("What is worth knowing and is nobody’s task")
        )
        self.add(self.notes)

    def _make_parts(self) -> None:
        self.add_section(_("Batons at its ends"))
        self.batons = PartList("phase-batons")
        self.add(self.batons, wide=True)
        self.tasks_say = self.add_section("")
        self.tasks = PartList("phase-tasks")
        self.add(self.tasks, wide=True)
        for parts in (self.batons, self.tasks):
            parts.select_asked.connect(self.select_asked)

    def _connect(self) -> None:
        when(self.lead.committed, lambda lead: self._change(lead=lead))
        when(self.start.day_chosen, self._begin_on)
        when(self.end.day_chosen, self._end_on)
        when(self.days.committed, lambda days: self._change(days=days))
        when(self.purpose.committed, lambda text: self._change(purpose=text))
        when(self.leaves_with.committed, lambda text: self._change(leaves_with=text))
        when(self.notes.committed, lambda text: self._change(notes=text))

    def _fill_parts(self, phase: Phase) -> bool:
        snapshot = self.snapshot
        came = self.findings.show_findings(snapshot.findings.of_part(self.key), waived_on(snapshot, self.key))
        opening = [key for key, baton in snapshot.lookup.batons if baton.opens_phase == self.key]
        inside = [
            key for key, baton in snapshot.lookup.batons if phase.start <= baton.day < phase.end and key not in opening
        ]
        says = {**dict.fromkeys(opening, _("opens it")), **dict.fromkeys(inside, _("passed in it"))}
        found = [(BATON, key) for key in says]
        came |= self.batons.show_entries(found, lambda part: entries.baton_entry(snapshot, part[1], says[part[1]]))
        tasks = [key for key, _task in snapshot.lookup.tasks_of_phase.get(self.key, ())]
        self.tasks_say.setText(self._count(tasks))
        shown = [(TASK, key) for key in entries.in_time(snapshot, tasks)]
        return self.tasks.show_entries(shown, lambda part: entries.task_entry(snapshot, part[1])) or came

    def _count(self, tasks: list[str]) -> str:
        snapshot = self.snapshot
        done = sum(snapshot.plan.tasks[key].is_settled for key in tasks)
        owed = len({*tasks} & {*snapshot.debt})
        said = ngettext("{n} task, {done} done", "{n} tasks, {done} done", len(tasks)).format(n=len(tasks), done=done)
        if not owed:
            return said
        return _("{said}, {owed} without one owner").format(said=said, owed=owed)

    def _change(self, **changes: object) -> None:
        self.ask(Change(PHASE, self.key, changes))

    def _begin_on(self, day: date) -> None:
        phase = self.snapshot.plan.phases[self.key]
        self.ask(Resize(PHASE, self.key, self.snapshot.lookup.days.day_of(day), phase.days))

    def _end_on(self, day: date) -> None:
        phase = self.snapshot.plan.phases[self.key]
        last = self.snapshot.lookup.days.last_day_until(day)
        self.ask(Resize(PHASE, self.key, phase.start, last - phase.start + 1))
