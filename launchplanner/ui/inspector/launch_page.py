"""The launch itself, shown while nothing is selected: what nobody holds yet first, then its days and people."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import BindRole, ChangeLaunch
from launchplanner.plan.plan import LAUNCH, PERSON, ROLE, TASK, Plan
from launchplanner.plan.workdays import week_of
from launchplanner.reports.timeline_head import Band, head_of
from launchplanner.ui.inspector import choices, entries, names
from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_list import DayList
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import ChoiceField, NumberField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.inspector.page import Page, make_quiet
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.inspector.pick_field import PickField
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Chip
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _, ngettext, short_day

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONGEST: Final = 5000


class LaunchPage(Page):
    """Every field of the launch."""

    def __init__(self) -> None:
        super().__init__(LAUNCH)
        self.add_head(_("Title of the launch"))
        when(self.title.committed, lambda text: self._change(title=text))
        self.findings = FindingsBlock("launch-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=4)
        self._make_open_roles()
        self._make_debt()
        self._make_days()
        self._make_people()

    def fill(self) -> None:
        """Show the launch."""
        snapshot = self.snapshot
        plan = snapshot.plan
        self.kicker.setText(_("Launch · {n} tasks, {batons} batons").format(n=len(plan.tasks), batons=len(plan.batons)))
        self.title.show_value(plan.title)
        came = self.findings.show_findings(snapshot.findings.of_part(""), waived_on(snapshot, ""))
        came |= self._fill_open_roles(snapshot)
        came |= self._fill_debt(snapshot)
        came |= self._fill_days(snapshot, plan)
        came |= self._fill_people(snapshot)
        if came:
            self.order_tabs()

    def _make_open_roles(self) -> None:
        self.open_says = self.add_section("")
        self.open_roles: RowStack[_OpenRole] = RowStack(self._open_role, name="open-roles")
        self.add(self.open_roles, wide=True)

    def _make_debt(self) -> None:
        self.debt_says = self.add_section("")
        self.debt = PartList("debt")
        self.debt.select_asked.connect(self.select_asked)
        self.add(self.debt, wide=True)

    def _make_days(self) -> None:
        self.add_section(_("The clock"))
        form = self.add_form()
        self.day = DayField(_("Launch day"), name="launch-day")
        self.day_says = label("", "caption", wrap=True)
        self.sure = ChoiceField(_("How sure the day is"), name="launch-sure", choices=choices.confidences())
        self.tier = ChoiceField(_("Tier"), name="launch-tier", choices=choices.tiers())
        self.first = DayField(_("Week 1 begins"), name="launch-first")
        self.days = NumberField(_("Length in working days"), name="launch-days", low=1, high=_LONGEST)
        self.days_says = label("", "caption")
        form.add(_("Launch day"), self.day)
        form.add_below(self.day_says)
        form.add(_("The day is"), self.sure)
        form.add(_("Tier"), self.tier)
        form.add(_("Begins"), self.first)
        form.add(_("Runs for"), self.days)
        form.add_below(self.days_says)
        self._make_calendar()
        when(self.day.day_chosen, lambda day: self._change(launch_day=day))
        when(self.sure.committed, lambda sure: self._change(confidence=sure))
        when(self.tier.committed, lambda tier: self._change(tier=int(tier)))
        self.first.day_chosen.connect(self._begin_on)
        when(self.days.committed, lambda days: self._change(days=days))

    def _make_calendar(self) -> None:
        self.add_section(_("Working days"))
        self.weekdays = [Chip(_(name)) for name in _WEEKDAYS]
        for number, chip in enumerate(self.weekdays):
            chip.setObjectName(f"weekday-{number}")
            chip.clicked.connect(partial(self._toggle_weekday, number))
        self.add(flow(*self.weekdays, gap=4))
        self.add_section(_("Days off"))
        self.off = DayList("days-off", says=_("Day off"), placeholder=_("Add a day off…"))
        when(self.off.committed, lambda days: self._change_calendar(days_off=days))
        self.add(self.off, wide=True)

    def _make_people(self) -> None:
        self.add_section(_("Who leads when"))
        self.runs: RowStack[ListRow] = RowStack(self._run, name="runs")
        self.add(self.runs, wide=True)
        self.people_says = self.add_section("")
        self.people = PartList("people")
        self.people.select_asked.connect(self.select_asked)
        self.add(self.people, wide=True)

    def _fill_open_roles(self, snapshot: Snapshot) -> bool:
        held = {hold.role for person in snapshot.plan.people.values() for hold in person.holds}
        free = [key for key, _role in snapshot.lookup.roles if key not in held]
        says = ngettext("{n} role that nobody holds", "{n} roles that nobody holds", len(free)).format(n=len(free))
        self.open_says.setText(says if free else _("Every role is held"))
        self.open_says.set_tone("error" if free else "muted")
        came = self.open_roles.show_keys(free)
        waiting = _waiting(snapshot)
        for key, row in self.open_roles.rows().items():
            row.show_role(snapshot, key, waiting.get(key, 0))
        return came

    def _fill_debt(self, snapshot: Snapshot) -> bool:
        count = len(snapshot.debt)
        says = ngettext("Ownership debt: {n} task", "Ownership debt: {n} tasks", count).format(n=count)
        self.debt_says.setText(says if count else _("No ownership debt"))
        self.debt_says.set_tone("error" if count else "good")
        owed = [(TASK, key) for key in snapshot.debt]
        return self.debt.show_entries(owed, lambda part: entries.owed_entry(snapshot, part[1]))

    def _fill_days(self, snapshot: Snapshot, plan: Plan) -> bool:
        scale = Scale.of(snapshot)
        self.day.show_day(plan.launch_day, scale)
        week = week_of(scale.first, plan.launch_day)
        left = (plan.launch_day - snapshot.today).days
        ahead = ngettext("in {n} day", "in {n} days", left).format(n=left)
        gone = ngettext("{n} day ago", "{n} days ago", -left).format(n=-left)
        when = _("today") if left == 0 else ahead if left > 0 else gone
        self.day_says.setText(_("Week {week}, {when}. Everything moves with it.").format(week=week, when=when))
        self.sure.show_value(plan.confidence)
        self.tier.show_value(str(plan.tier))
        self.first.show_day(scale.first, scale)
        self.days.setSuffix(" " + ngettext("working day", "working days", plan.days))
        self.days.show_value(plan.days)
        last = snapshot.lookup.days.date_of(plan.end - 1)
        weeks = week_of(scale.first, last)
        until = ngettext("{n} week, until {day}", "{n} weeks, until {day}", weeks)
        self.days_says.setText(until.format(n=weeks, day=short_day(last)))
        for number, chip in enumerate(self.weekdays):
            chip.setChecked(number in plan.calendar.weekdays)
        return self.off.show_days(sorted(plan.calendar.days_off), scale)

    def _fill_people(self, snapshot: Snapshot) -> bool:
        bands = head_of(snapshot.context).bands
        came = self.runs.show_keys(str(number) for number in range(len(bands)))
        for band, row in zip(bands, self.runs.rows().values(), strict=True):
            _show_run(snapshot, row, band)
        count = len(snapshot.plan.people)
        self.people_says.setText(ngettext("{n} person", "{n} people", count).format(n=count))
        found = [(PERSON, key) for key, _person in snapshot.lookup.people]
        return self.people.show_entries(found, lambda part: entries.person_entry(snapshot, part[1])) or came

    def _run(self, key: str) -> ListRow:
        row = ListRow(f"run-{key}")
        row.setEnabled(False)
        return row

    def _open_role(self, key: str) -> "_OpenRole":
        row = _OpenRole(key)
        row.head.clicked.connect(lambda: self.select((ROLE, key)))
        when(row.pick.picked, lambda person: self.ask(BindRole(key, person)) if person else None)
        return row

    def _change(self, **changes: object) -> None:
        self.ask(ChangeLaunch(changes))

    def _change_calendar(self, **changes: object) -> None:
        self._change(calendar=self.snapshot.plan.calendar.replace(**changes))

    def _begin_on(self, day: date) -> None:
        self._change(first=self.snapshot.lookup.days.day_of(day))

    def _toggle_weekday(self, number: int) -> None:
        now = set(self.snapshot.plan.calendar.weekdays)
        asked = tuple(sorted(now ^ {number}))
        self.weekdays[number].setChecked(number in now)
        if asked:
            self._change_calendar(weekdays=asked)


class _OpenRole(QWidget):
    """A role that nobody holds, and the field that gives it to somebody."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setObjectName(f"open-role-{key}")
        self.head = ListRow(f"open-role-{key}-head")
        self.head.show_faces(())
        self.pick = PickField(_("Who holds it"), name=f"open-role-{key}-pick", placeholder=_("Who holds it?"))
        self.pick.setFixedWidth(136)
        make_quiet(self.pick)
        line = columns(self, spacing=0)
        line.addWidget(self.head, 1)
        line.addWidget(self.pick)

    def show_role(self, snapshot: Snapshot, key: str, waiting: int) -> None:
        """Show the role and how many tasks wait for somebody to hold it."""
        words = ngettext("{n} task waits", "{n} tasks wait", waiting).format(n=waiting) if waiting else ""
        self.head.show_words(snapshot.plan.roles[key].name, words)
        self.pick.setAccessibleName(_("Who holds {role}").format(role=snapshot.plan.roles[key].name))
        self.pick.show_options(lambda: names.people(snapshot))


def _waiting(snapshot: Snapshot) -> dict[str, int]:
    found: dict[str, int] = {}
    for task in snapshot.plan.tasks.values():
        role = snapshot.lookup.directory.role(task.owner) if not task.is_settled else None
        if role is not None:
            found[role] = found.get(role, 0) + 1
    return found


def _show_run(snapshot: Snapshot, row: ListRow, band: Band) -> None:
    days = snapshot.lookup.days
    first, last = days.date_of(int(band.start)), days.date_of(int(band.finish) - 1)
    begin = days.date_of(snapshot.plan.first)
    weeks = _("W{first}–{last}").format(first=week_of(begin, first), last=week_of(begin, last))
    row.show_words(band.text, "", weeks, title_tone=band.family or "ink", role="medium")
