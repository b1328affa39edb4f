"""A new launch in one dialog: from what, called what, when, at which tier, and who holds which role."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QScrollArea, QWidget

from launchplanner.formats.templates import templates
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.plan import Plan
from launchplanner.plan.templates import Template, new_plan
from launchplanner.plan.workdays import workdays
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.dialogs.launch_day import date_field, day_in
from launchplanner.ui.kit.fields import combo_box, line_edit
from launchplanner.ui.kit.labels import Label, label
from launchplanner.words import _, long_day, ngettext

_TIERS = (1, 2, 3)
_WIDTH, _HEIGHT = 620, 680


def ask_new_launch(parent: QWidget | None, today: date, template: str = "") -> Plan | None:
    """Ask for a new launch; None when none is made. `template` is the id of the one shown first."""
    dialog = NewLaunchDialog(parent, today, template)
    return dialog.plan() if dialog.exec() else None


class NewLaunchDialog(FormDialog):
    """Template, title, launch day, tier, and a line for each role."""

    def __init__(self, parent: QWidget | None, today: date, template: str = "") -> None:
        super().__init__(parent, _("New launch"), "", _("Make the launch"), width=_WIDTH)
        self.setObjectName("new-launch-dialog")
        self._templates = templates()
        self._today = today
        self._names: dict[str, str] = {}
        self._role_fields: dict[str, QLineEdit] = {}
        self.template = combo_box(_("Template"), name="new-template")
        for entry in self._templates:
            counts = ngettext("{n} week", "{n} weeks", entry.weeks).format(n=entry.weeks)
            self.template.addItem(f"{entry.name} · {counts}", entry.id)
        self.title = line_edit(_("Title"), placeholder=_("What is launched"), name="new-title")
        self.day = date_field(self._first_possible(self._templates[0]), "new-launch-day")
        self.tier = combo_box(_("Tier"), name="new-tier")
        for tier, text in zip(_TIERS, (_("1 · flagship or large"), _("2 · feature"), _("3 · note")), strict=True):
            self.tier.addItem(text, tier)
        self.add_field(_("Start from"), self.template)
        self._summary: Label = label("", "caption", wrap=True)
        self.fields.addWidget(self._summary, self.fields.rowCount(), 1)
        self.add_field(_("Title"), self.title)
        self.add_field(_("Launch day"), self.day)
        self._says: Label = label("", "caption", wrap=True)
        self.fields.addWidget(self._says, self.fields.rowCount(), 1)
        self.add_field(_("Tier"), self.tier)
        self._people = QScrollArea()
        self._people.setObjectName("new-people")
        self._people.setProperty("surface", "panel")
        self._people.setWidgetResizable(True)
        self._people.setMinimumHeight(230)
        self._people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_wide(label(_("Who holds which role"), "strong"))
        self.add_wide(
            label(
                _("One name each. One person may hold several roles; what is left open shows up as a problem."),
                "caption",
            )
        )
        self.add_wide(self._people, stretch=1)
        self.template.currentIndexChanged.connect(self._show_template)
        self.day.dateChanged.connect(self._tell_dates)
        self.tier.currentIndexChanged.connect(self._tell_dates)
        chosen = self.template.findData(template)
        self.template.setCurrentIndex(max(chosen, 0))
        self._show_template()
        self.resize(_WIDTH, _HEIGHT)
        self.title.setFocus()

    def plan(self) -> Plan:
        """Return the launch as entered."""
        people: dict[str, list[str]] = {}
        for role, field in self._role_fields.items():
            name = " ".join(field.text().split())
            if name:
                people.setdefault(name, []).append(role)
        return new_plan(
            self._chosen(),
            title=self.title.text().strip(),
            launch_day=day_in(self.day),
            people=people,
            tier=int(self.tier.currentData()),
        )

    def take(self) -> None:
        """Close, unless the launch has no title."""
        if self.title.text().strip():
            self.accept()
        else:
            self.say_trouble(_("A launch needs a title."))
            self.title.setFocus()

    def _chosen(self) -> Template:
        return self._templates[self.template.currentIndex()]

    def _show_template(self) -> None:
        chosen = self._chosen()
        self._summary.setText(chosen.summary)
        self.tier.setCurrentIndex(self.tier.findData(chosen.default_tier))
        earliest = self._first_possible(chosen)
        if day_in(self.day) < earliest:
            self.day.setDate(earliest)  # pyright: ignore[reportArgumentType] - Qt takes Python's dates
        self._show_roles(chosen)
        self._tell_dates()

    def _show_roles(self, chosen: Template) -> None:
        self._names.update({key: field.text() for key, field in self._role_fields.items()})
        self._role_fields = {}
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 4, 8, 4)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for role in chosen.roles:
            field = line_edit(role.name, name=f"role-{role.id}", text=self._names.get(role.id, ""))
            field.textEdited.connect(self._offer_known_names)
            shown = label(role.name if len(role.name) > len("PMM") else f"{role.name} · {role.long_name}", "muted")
            shown.setBuddy(field)
            form.addRow(shown, field)
            self._role_fields[role.id] = field
        self._people.setWidget(inside)

    def _offer_known_names(self) -> None:
        names = sorted({field.text().strip() for field in self._role_fields.values() if not field.hasFocus()} - {""})
        for field in self._role_fields.values():
            if field.hasFocus():
                completer = QCompleter(names, field)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                field.setCompleter(completer)

    def _tell_dates(self) -> None:
        chosen, day = self._chosen(), day_in(self.day)
        days = workdays(WorkCalendar(), day)
        tier = int(self.tier.currentData())
        kept = sum(1 for task in chosen.tasks if tier in task.tiers)
        self._says.setText(
            _("Week 1 begins {first}; the clock ends {last}. {tasks} tasks, {batons} batons.").format(
                first=long_day(days.date_of(-chosen.launch_index)),
                last=long_day(days.date_of(chosen.weeks * 5 - chosen.launch_index - 1)),
                tasks=kept,
                batons=len(chosen.batons),
            )
        )
        self.say_trouble(
            ""
            if days.is_worked(day)
            else _("{day} is not a working day; work counts from the next one.").format(day=long_day(day))
        )

    def _first_possible(self, chosen: Template) -> date:
        """Return the launch day if week 1 begins on the coming Monday."""
        monday = self._today + timedelta(days=7 - self._today.weekday())
        weeks, weekday = divmod(chosen.launch_index, 5)
        return monday + timedelta(days=7 * weeks + weekday)
