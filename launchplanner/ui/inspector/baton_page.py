"""A baton: who gives and receives, the zone, what is in it, the read-back, and at the foot the one next step."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Change, Place, Record
from launchplanner.plan.plan import BATON, TASK
from launchplanner.plan.workdays import week_of
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.source import state_text
from launchplanner.ui.inspector import choices, entries, names, pass_words
from launchplanner.ui.inspector.baton_foot import PassFoot
from launchplanner.ui.inspector.baton_history import HistoryList
from launchplanner.ui.inspector.baton_items import ItemList
from launchplanner.ui.inspector.baton_prompts import PromptList
from launchplanner.ui.inspector.baton_sides import Sides, Zone
from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import ChoiceField, NumberField, TextField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.owner_field import OwnerField
from launchplanner.ui.inspector.page import Form, Page
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.inspector.task_links import LinkList
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.labels import Label, label
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.surfaces import rows
from launchplanner.words import _, ngettext, short_day

_MOST_DAYS: Final = 60
_SAID_HERE: Final = frozenset({"BAT004", "BAT011", "BAT012", "BAT013", "BAT014"})
"""Rules on where a pass stands: the page says the same above, and at its foot what to do."""


class BatonPage(Page):
    """One pass, whole, in the order in which giver and receiver work."""

    def __init__(self, recorded: Callable[[str], Record]) -> None:
        super().__init__(BATON)
        self.state = Pill()
        self.state.setObjectName("baton-state")
        self.add_head(_("Title of the baton"), self.state)
        when(self.title.committed, lambda text: self._change(title=text))
        self._make_sides()
        self._make_pass()
        self._make_pack()
        self._make_rest()
        self.foot = PassFoot(recorded)
        self.foot.edit_asked.connect(self.ask)
        self.foot.export_asked.connect(lambda: self.export_asked.emit(self.key))
        self.set_foot(self.foot)

    def fill(self) -> None:
        """Show the baton."""
        handoff = pass_words.handoff_of(self.snapshot, self.key)
        self._fill_head(handoff)
        self._fill_pass(handoff)
        came = self._fill_pack(handoff)
        came |= self._fill_rest(handoff)
        came |= self.foot.show_pass(handoff)
        if came:
            self.order_tabs()

    def _make_sides(self) -> None:
        self.sides = Sides()
        self.add(self.sides, above=6)
        self.says = Says()
        self.add(self.says, above=8)
        self.findings = FindingsBlock("baton-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=8)

    def _make_pass(self) -> None:
        self.more = icon_button("pencil", _("Giver, receiver and zone"), size="small", name="baton-more")
        self.more.setCheckable(True)
        self.add_section(_("Exchange zone"), self.more)
        self.zone = Zone()
        self.add(self.zone)
        self.form = self.add_form()
        self.form.hide()
        self.more.toggled.connect(self.form.setVisible)
        self.giver = OwnerField(_("Gives"), name="baton-giver", placeholder=_("Nobody"), has_face=False)
        self.receiver = OwnerField(_("Receives"), name="baton-receiver", placeholder=_("Nobody"), has_face=False)
        self.second = OwnerField(_("Second reader"), name="baton-second", placeholder=_("Nobody"), has_face=False)
        self.day = DayField(_("Planned day"), name="baton-day")
        self.form.add(_("Gives"), self.giver)
        self.form.add(_("Receives"), self.receiver)
        self.form.add(_("Second reader"), self.second)
        self.form.add(_("Planned"), self.day)
        self.day_says = label("", "caption")
        self.form.add_below(self.day_says)
        self._make_zone_days(self.form)
        self.kind = ChoiceField(_("Kind of baton"), name="baton-kind", choices=choices.baton_kinds())
        self.opens_phase = ChoiceField(_("Opens the phase"), name="baton-opens-phase")
        self.form.add(_("Kind"), self.kind)
        self.form.add(_("Then begins"), self.opens_phase)
        for name, field in (("giver", self.giver), ("receiver", self.receiver), ("second_reader", self.second)):
            self._keep(field, name)
        self._keep(self.kind, "kind")
        self._keep(self.opens_phase, "opens_phase")
        when(self.day.day_chosen, self._plan_on)

    def _make_zone_days(self, form: Form) -> None:
        self.counts: dict[str, NumberField] = {}
        for name, says, whole in (
            ("opens", _("Opens"), _("Days before the planned day on which the zone opens")),
            ("closes", _("Closes"), _("Days after the planned day on which the zone closes")),
            ("answer_within", _("Answer in"), _("Days within which the receiver answers")),
            ("on_call", _("On call"), _("Days for which the giver stays on call after the pass")),
        ):
            field = NumberField(whole, name=f"baton-{name}", low=0, high=_MOST_DAYS)
            self._keep(field, name)
            self.counts[name] = field
            form.add(says, field)

    def _make_pack(self) -> None:
        self.add_section(_("Bearing"))
        self.bearing = TextField(
            _("Bearing"), name="baton-bearing", placeholder=_("Where it stands, in a line or two"), least=2, most=8
        )
        self.add(self.bearing)
        self.carries = TextField(_("What it carries"), name="baton-carries", placeholder=_("Spec and usage data"))
        self.add_form().add(_("Carries"), self.carries)
        self.items_say = self.add_section("")
        self.items = ItemList()
        self.items.edit_asked.connect(self.ask)
        self.add(self.items, wide=True)
        self.questions = icon_button("pencil", _("Edit the questions"), size="small", name="baton-questions")
        self.questions.setCheckable(True)
        self.prompts_say = self.add_section("", self.questions)
        self.prompts = PromptList()
        self.prompts.edit_asked.connect(self.ask)
        self.questions.toggled.connect(self.prompts.set_editing)
        self.add(self.prompts, wide=True)
        self._keep(self.bearing, "bearing")
        self._keep(self.carries, "carries")

    def _make_rest(self) -> None:
        self.left_says = self.add_section(_("Still open around it"))
        self.left = PartList("baton-left")
        self.left.select_asked.connect(self.select_asked)
        self.add(self.left, wide=True)
        self.add_section(_("Waits for"))
        self.waits = LinkList("baton-waits", incoming=True, placeholder=_("Let it wait for…"))
        self.add(self.waits, wide=True)
        self.add_section(_("Is waited for by"))
        self.blocks = LinkList("baton-blocks", incoming=False, placeholder=_("Let another wait for it…"))
        self.add(self.blocks, wide=True)
        for links in (self.waits, self.blocks):
            links.edit_asked.connect(self.ask)
            links.select_asked.connect(self.select_asked)
        self.add_section(_("History"))
        self.history = HistoryList()
        self.add(self.history)

    def _fill_head(self, handoff: Handoff) -> None:
        week = week_of(handoff.source.days.date_of(handoff.source.plan.first), handoff.day)
        day = short_day(handoff.day)
        self.kicker.setText(_("Baton {key} · due {day} · week {week}").format(key=self.key, day=day, week=week))
        self.title.show_value(handoff.baton.title)
        state = handoff.standing.state
        self.state.set_text(state_text(state), pass_words.tone_of(state))
        self.sides.show_sides(handoff)
        self.says.show_sentences(pass_words.state_sentences(handoff))

    def _fill_pass(self, handoff: Handoff) -> None:
        snapshot, baton = self.snapshot, handoff.baton
        shown = snapshot.lookup.directory.shown
        self.zone.show_zone(handoff)
        for field, text in (
            (self.giver, baton.giver),
            (self.receiver, baton.receiver),
            (self.second, baton.second_reader),
        ):
            field.show_owner(shown(text), (), lambda: names.people_and_roles(snapshot))
        if not (handoff.passing.giver and handoff.passing.receiver):
            self.more.setChecked(True)
        scale = Scale.of(snapshot)
        self.day.show_day(handoff.day, scale)
        self.day_says.setText(_("{place}, at its end").format(place=scale.place(handoff.day)))
        self.kind.show_value(baton.kind)
        self.opens_phase.show_choices(choices.phases(snapshot))
        self.opens_phase.show_value(baton.opens_phase)
        self._fill_counts(baton)

    def _fill_counts(self, baton: Baton) -> None:
        values = {
            "opens": (baton.opens, ngettext("day before", "days before", baton.opens)),
            "closes": (baton.closes, ngettext("day after", "days after", baton.closes)),
            "answer_within": (baton.answer_within, ngettext("day", "days", baton.answer_within)),
            "on_call": (baton.on_call, ngettext("day", "days", baton.on_call)),
        }
        for name, (value, unit) in values.items():
            self.counts[name].setSuffix(f" {unit}")
            self.counts[name].show_value(value)

    def _fill_pack(self, handoff: Handoff) -> bool:
        baton = handoff.baton
        self.bearing.show_value(baton.bearing)
        self.carries.show_value(baton.carries)
        ready = sum(item.is_settled for item in baton.items.values())
        counts = _("What is in the baton · {ready} of {count} ready").format(ready=ready, count=len(baton.items))
        self.items_say.setText(counts if baton.items else _("What is in the baton"))
        marked = sum(prompt.is_heard for prompt in baton.prompts.values())
        said = _("Read-back by {name} · {marked} of {count} marked").format(
            name=handoff.receiver_short, marked=marked, count=len(baton.prompts)
        )
        self.prompts_say.setText(said if baton.prompts else _("Read-back"))
        came = self.items.show_items(self.snapshot, self.key)
        return self.prompts.show_prompts(handoff) or came

    def _fill_rest(self, handoff: Handoff) -> bool:
        snapshot = self.snapshot
        waived = waived_on(snapshot, self.key)
        found = [one for one in snapshot.findings.of_part(self.key) if one.fixes or one.rule not in _SAID_HERE]
        came = self.findings.show_findings(found, waived)
        left = [(TASK, one.key) for one in handoff.tasks_left]
        came |= self.left.show_entries(left, lambda part: entries.task_entry(snapshot, part[1]))
        count = ngettext("Still open around it · {n} task", "Still open around it · {n} tasks", len(left))
        self.left_says.setText(count.format(n=len(left)) if left else _("Nothing is open around it"))
        came |= self.waits.show_links(snapshot, self.key)
        came |= self.blocks.show_links(snapshot, self.key)
        self.history.show_history(handoff)
        return came

    def _keep(self, field: OwnerField | ChoiceField | NumberField | TextField, name: str) -> None:
        when(field.committed, lambda value: self._change(**{name: value}))

    def _change(self, **changes: object) -> None:
        self.ask(Change(BATON, self.key, changes))

    def _plan_on(self, day: date) -> None:
        self.ask(Place(((self.key, self.snapshot.lookup.days.day_of(day)),)))


class Says(QWidget):
    """Sentences below each other; the first in ink, what explains it quieter."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("baton-says")
        self._sentences: tuple[str, ...] = ()
        self._labels: list[Label] = []
        self._column = rows(self, spacing=2)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show other sentences."""
        if self._sentences == sentences:
            return
        self._sentences = sentences
        while len(self._labels) < len(sentences):
            made = label("", "small" if self._labels else "body", tone="muted" if self._labels else "ink", wrap=True)
            self._labels.append(made)
            self._column.addWidget(made)
        for place, made in enumerate(self._labels):
            made.setText(sentences[place] if place < len(sentences) else "")
            made.setVisible(place < len(sentences))

    def text(self) -> str:
        """Return everything that is said."""
        return " ".join(self._sentences)
