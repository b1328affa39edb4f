"""A task: what it is, who owns it, when it is, how far it is, what it waits for."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from launchplanner.plan.edits import Change, SetDuration
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, LONGEST_DURATION, Task
from launchplanner.reports.timeline_owners import owners_of_task
from launchplanner.ui.inspector import choices, names, task_words
from launchplanner.ui.inspector.chips import ChipsField, Worn
from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import ChoiceField, NumberField, TextField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.owner_field import OwnerField
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.inspector.task_links import LinkList
from launchplanner.ui.inspector.web_links import WebLinks
from launchplanner.ui.kit.bars import ProgressStrip
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _, ngettext

_ABOUT_OWNERS: Final = ("OWN", "ROL")


class TaskPage(Page):
    """Every field of one task."""

    def __init__(self) -> None:
        super().__init__("task")
        self.add_head(_("Title of the task"))
        when(self.title.committed, lambda text: self._change(title=text))
        self._make_who()
        self._make_when()
        self._make_rest()

    def fill(self) -> None:
        """Show the task."""
        task = self.snapshot.plan.tasks[self.key]
        self._fill_head(task)
        came = self._fill_who(task)
        came |= self._fill_when(task)
        came |= self._fill_rest(task)
        if came:
            self.order_tabs()

    def _make_who(self) -> None:
        form = self.add_form()
        self.phase = ChoiceField(_("Phase"), name="task-phase")
        self.owner = OwnerField(_("Owner"), name="task-owner", placeholder=_("Who answers for it?"))
        self.owner_says = label("", "error", wrap=True)
        self.owner_says.setObjectName("task-owner-says")
        self.owner_findings = FindingsBlock("task-owner-findings")
        self.helpers = ChipsField(_("Helps"), name="task-helpers", placeholder=_("Add…"))
        self.backup = OwnerField(_("Backup"), name="task-backup", placeholder=_("Nobody"), has_face=False)
        form.add(_("Owner"), self.owner)
        form.add_below(self.owner_says)
        form.add_wide(self.owner_findings)
        form.add(_("Helps"), self.helpers)
        form.add(_("Backup"), self.backup)
        form.add(_("Phase"), self.phase)
        when(self.owner.committed, lambda owner: self.ask(task_words.given(self.snapshot, self.key, owner)))
        when(self.helpers.committed, lambda helpers: self._change(contributors=helpers))
        when(self.backup.committed, lambda backup: self._change(backup=backup))
        when(self.phase.committed, lambda phase: self._change(phase=phase))
        self.owner_findings.edit_asked.connect(self.ask)

    def _make_when(self) -> None:
        self.add_section(_("When"))
        form = self.add_form()
        self.start = DayField(_("Start"), name="task-start")
        self.start_says = label("", "caption", wrap=True)
        self.rule = ChoiceField(_("How it gets its day"), name="task-rule", choices=choices.start_rules())
        self.finish = DayField(_("Finish"), name="task-finish")
        self.days = NumberField(
            _("Working days"),
            name="task-days",
            low=0,
            high=LONGEST_DURATION,
            suffix=" " + _("days"),
            none=_("Milestone"),
        )
        self.float_says = label("", "caption", wrap=True)
        self.float_says.setObjectName("task-float-says")
        self.findings = FindingsBlock("task-findings")
        form.add(_("Start"), self.start)
        form.add_below(self.start_says)
        form.add("", self.rule)
        form.add(_("Finish"), self.finish)
        form.add(_("Takes"), self.days)
        form.add_below(self.float_says)
        self.add(self.findings, above=6)
        self.start.day_chosen.connect(self._start_on)
        when(self.rule.committed, lambda rule: self.ask(task_words.started_by(self.snapshot, self.key, rule)))
        self.finish.day_chosen.connect(self._finish_on)
        when(self.days.committed, lambda days: self.ask(SetDuration(self.key, days)))
        self.findings.edit_asked.connect(self.ask)

    def _make_rest(self) -> None:
        self.add_section(_("How far"))
        form = self.add_form()
        self.status = ChoiceField(_("State"), name="task-status", choices=choices.task_states())
        self.progress = NumberField(_("Progress"), name="task-progress", low=0, high=100, suffix=" %", step=10)
        self.strip = ProgressStrip()
        self.deliverable = TextField(
            _("Deliverable"), name="task-deliverable", placeholder=_("What is there when it is done"), most=6
        )
        form.add(_("State"), self.status)
        form.add(_("Progress"), self._with_strip())
        form.add(_("Delivers"), self.deliverable)
        self._make_links()
        self.add_section(_("Notes"))
        self.notes = TextField(_("Notes"), name="task-notes", placeholder=_("Plain text"), least=2, most=14)
        self.add(self.notes)
        self.add_section(_("Links"))
        self.web = WebLinks("task-web")
        self.add(self.web, wide=True)
        self.status.committed.connect(self._set_state)
        self.progress.committed.connect(self._set_progress)
        when(self.deliverable.committed, lambda text: self._change(deliverable=text))
        when(self.notes.committed, lambda text: self._change(notes=text))
        when(self.web.committed, lambda links: self._change(links=links))

    def _make_links(self) -> None:
        self.waits_says = self.add_section(_("Waits for"))
        self.waits = LinkList("task-waits", incoming=True, placeholder=_("Let it wait for…"))
        self.add(self.waits, wide=True)
        self.blocks_says = self.add_section(_("Is waited for by"))
        self.blocks = LinkList("task-blocks", incoming=False, placeholder=_("Let another wait for it…"))
        self.add(self.blocks, wide=True)
        for links in (self.waits, self.blocks):
            links.edit_asked.connect(self.ask)
            links.select_asked.connect(self.select_asked)

    def _with_strip(self) -> QWidget:
        made = QWidget()
        line = columns(made, spacing=10)
        self.progress.setFixedWidth(96)
        line.addWidget(self.progress)
        line.addWidget(self.strip, 1)
        line.addSpacing(10)
        made.setFocusProxy(self.progress)
        return made

    def _fill_head(self, task: Task) -> None:
        phase = self.snapshot.plan.phases.get(task.phase)
        parts = (_("Task"), self.key, phase.title if phase is not None else _("no phase"))
        self.kicker.setText(" · ".join(parts))
        self.title.show_value(task.title)

    def _fill_who(self, task: Task) -> bool:
        snapshot = self.snapshot
        owners = owners_of_task(snapshot.context, self.key)
        shown = snapshot.lookup.directory.shown

        def options() -> list[names.Option]:
            return names.people_and_roles(snapshot)

        faces = tuple(names.face(face) for face in owners.faces if face is not None)
        self.owner.show_owner(shown(task.owner), faces, options)
        found = snapshot.findings.of_part(self.key)
        about = [finding for finding in found if finding.rule.startswith(_ABOUT_OWNERS)]
        said = "" if about or owners.holding == "one" else snapshot.context.owner_of_task(self.key).sentence
        self.owner_says.setText(said)
        self.owner_says.setVisible(bool(said))
        came = self.owner_findings.show_findings(about)
        came |= self.helpers.show_values([Worn(name, shown(name)) for name in task.contributors], options)
        self.backup.show_owner(shown(task.backup), (), options)
        self.phase.show_choices(choices.phases(snapshot))
        self.phase.show_value(task.phase)
        others = [finding for finding in found if finding not in about]
        return self.findings.show_findings(others, waived_on(snapshot, self.key)) or came

    def _fill_when(self, task: Task) -> bool:
        snapshot, key = self.snapshot, self.key
        scale = Scale.of(snapshot)
        first, last = snapshot.schedule.first_date(key), snapshot.schedule.last_date(key)
        self.start.show_day(first, scale)
        decides = task_words.start_sentence(snapshot, key)
        self.start_says.setText(f"{scale.place(first)}. {decides}" if decides else scale.place(first))
        self.rule.show_value(task.start.rule)
        self.start.setPlaceholderText(_("As soon as it can") if task.start.rule == AS_SOON_AS_POSSIBLE else "")
        self.finish.show_day(last, scale)
        self.days.setSuffix(" " + ngettext("day", "days", task.duration))
        self.days.show_value(task.duration)
        says = task_words.float_sentence(snapshot, key)
        self.float_says.setText(says)
        self.float_says.setVisible(bool(says))
        self.float_says.set_tone("error" if snapshot.schedule.total_float[key] < 0 else "muted")
        return False

    def _fill_rest(self, task: Task) -> bool:
        snapshot = self.snapshot
        self.status.show_value(task.status)
        self.progress.show_value(task.progress)
        self.strip.set_share(task.progress / 100)
        self.deliverable.show_value(task.deliverable)
        self.notes.show_value(task.notes)
        came = self.waits.show_links(snapshot, self.key)
        came |= self.blocks.show_links(snapshot, self.key)
        return self.web.show_links(task.links) or came

    def _change(self, **changes: object) -> None:
        self.ask(Change(TASK, self.key, changes))

    def _set_state(self, status: str) -> None:
        self._change(**task_words.in_state(status, self.snapshot.plan.tasks[self.key].progress))

    def _set_progress(self, progress: int) -> None:
        self._change(**task_words.with_progress(self.snapshot.plan.tasks[self.key].status, progress))

    def _start_on(self, day: date) -> None:
        self.ask(task_words.started_on(self.snapshot, self.key, day))

    def _finish_on(self, day: date) -> None:
        self.ask(task_words.FinishOn(self.key, self.snapshot.schedule.first_day(self.key), day))
