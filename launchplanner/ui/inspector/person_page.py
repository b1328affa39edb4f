"""A person: names, roles with their days, days away, and everything that waits for them."""

from functools import partial

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change, JoinPeople
from launchplanner.plan.people import Away, Person, initials_of
from launchplanner.plan.plan import BATON, PERSON, ROLE, TASK
from launchplanner.ui.inspector import entries, names
from launchplanner.ui.inspector.chips import ChipsField, Worn
from launchplanner.ui.inspector.day_field import DayField
from launchplanner.ui.inspector.day_list import Stretch, StretchRow
from launchplanner.ui.inspector.day_words import Scale
from launchplanner.ui.inspector.fields import LineField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.page import Page, make_quiet
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.inspector.pick_field import Option, PickField
from launchplanner.ui.inspector.role_rows import HeldRow, bound, freed, held_for
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.avatars import AvatarWidget
from launchplanner.ui.kit.surfaces import columns
from launchplanner.words import _, joined, ngettext


class PersonPage(Page):
    """Every field of one person."""

    def __init__(self) -> None:
        super().__init__(PERSON)
        self.title.setAccessibleName(_("Name"))
        self.face = AvatarWidget((), 34)
        head = columns(spacing=2)
        head.addWidget(self.face)
        head.addWidget(self.title, 1)
        self.add(self.kicker)
        self.add(head)
        when(self.title.committed, lambda text: self._change(name=text))
        self._make_names()
        self._make_roles()
        self._make_away()
        self._make_work()

    def fill(self) -> None:
        """Show the person."""
        snapshot, person = self.snapshot, self.snapshot.plan.people[self.key]
        roles = joined([snapshot.lookup.directory.shown(hold.role) for hold in person.holds])
        self.kicker.setText(_("Person · {roles}").format(roles=roles) if roles else _("Person · holds no role"))
        self.title.show_value(person.name)
        self.face.set_faces((names.face_of_person(snapshot, self.key),))
        came = self._fill_names(snapshot, person)
        came |= self._fill_roles(snapshot, person)
        came |= self._fill_away(person)
        came |= self._fill_work(snapshot)
        if came:
            self.order_tabs()

    def _make_names(self) -> None:
        form = self.add_form()
        self.initials = LineField(_("Initials"), name="person-initials")
        self.email = LineField(_("E-mail"), name="person-email", placeholder=_("none yet"))
        self.aliases = ChipsField(_("Also read as"), name="person-aliases", placeholder=_("Add…"))
        self.same = PickField(_("Same person as"), name="person-same", placeholder=_("nobody else"))
        form.add(_("Initials"), self.initials)
        form.add(_("E-mail"), self.email)
        form.add(_("Also read as"), self.aliases)
        form.add(_("Same as"), self.same)
        self.findings = FindingsBlock("person-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=6)
        when(self.initials.committed, lambda text: self._change(initials=text))
        when(self.email.committed, lambda text: self._change(email=text))
        when(self.aliases.committed, lambda names_of: self._change(aliases=names_of))
        when(self.same.picked, self._join)

    def _make_roles(self) -> None:
        self.add_section(_("Holds"))
        self.holds: RowStack[HeldRow] = RowStack(self._held, name="person-roles")
        self.add(self.holds, wide=True)
        self.take = PickField(_("Take a role"), name="person-take", placeholder=_("Take a role…"), opens=False)
        when(self.take.picked, self._take)
        make_quiet(self.take)
        self.add(self.take, wide=True)

    def _make_away(self) -> None:
        self.add_section(_("Away"))
        self.away: RowStack[StretchRow] = RowStack(self._away_row, name="person-away")
        self.add(self.away, wide=True)
        self.away_add = DayField(_("Away from"), name="person-away-add", placeholder=_("Away from…"))
        when(self.away_add.day_chosen, lambda day: self._change_away((*self._stretches(), Away(start=day, end=day))))
        make_quiet(self.away_add)
        self.add(self.away_add, wide=True)

    def _make_work(self) -> None:
        self.owns_says = self.add_section("")
        self.owns = PartList("person-owns")
        self.add(self.owns, wide=True)
        self.passes_say = self.add_section("")
        self.passes = PartList("person-passes")
        self.add(self.passes, wide=True)
        for parts in (self.owns, self.passes):
            parts.select_asked.connect(self.select_asked)

    def _fill_names(self, snapshot: Snapshot, person: Person) -> bool:
        self.initials.setPlaceholderText(initials_of(person.name))
        self.initials.show_value(person.initials)
        self.email.show_value(person.email)
        self.same.show_value("")
        self.same.show_options(lambda: [one for one in names.people(snapshot) if one.key != self.key])
        came = self.aliases.show_values([Worn(name, name) for name in person.aliases])
        return self.findings.show_findings(snapshot.findings.of_part(self.key), waived_on(snapshot, self.key)) or came

    def _fill_roles(self, snapshot: Snapshot, person: Person) -> bool:
        scale = Scale.of(snapshot)
        held = {str(place): hold for place, hold in enumerate(person.holds)}
        came = self.holds.show_keys(held)
        for key, hold in held.items():
            self.holds.row(key).show_role(snapshot, hold, scale)
        self.take.show_options(lambda: self._free_roles(snapshot, person))
        return came

    def _fill_away(self, person: Person) -> bool:
        scale = Scale.of(self.snapshot)
        came = self.away.show_keys(str(place) for place in range(len(person.away)))
        for row, one in zip(self.away.rows().values(), person.away, strict=True):
            row.show_stretch(Stretch(one.start, one.end, one.reason), scale)
        self.away_add.show_day(None, scale)
        return came

    def _fill_work(self, snapshot: Snapshot) -> bool:
        owned = entries.owned_by(snapshot, self.key)
        says = ngettext("Owns {n} task", "Owns {n} tasks", len(owned)).format(n=len(owned))
        self.owns_says.setText(says if owned else _("Owns nothing yet"))
        tasks = [(TASK, key) for key in owned]
        came = self.owns.show_entries(tasks, lambda part: entries.own_task_entry(snapshot, part[1]))
        passes = entries.passed_by(snapshot, self.key)
        says = ngettext("Gives or receives {n} baton", "Gives or receives {n} batons", len(passes))
        self.passes_say.setText(says.format(n=len(passes)) if passes else _("Gives and receives nothing"))
        does = {key: _("gives") if one.giver == self.key else _("receives") for key, one in passes}
        batons = [(BATON, key) for key in does]
        shown = self.passes.show_entries(batons, lambda part: entries.baton_entry(snapshot, part[1], does[part[1]]))
        return shown or came

    def _held(self, key: str) -> HeldRow:
        row = HeldRow(f"person-role-{key}")
        place = int(key)
        row.head.clicked.connect(lambda: self.select((ROLE, self._role_at(place))))
        when(row.days.changed, lambda stretch: self.ask(held_for(self.snapshot, self.key, place, stretch)))
        row.days.removed.connect(lambda: self.ask(freed(self.snapshot, self.key, place)))
        return row

    def _away_row(self, key: str) -> StretchRow:
        place = int(key)
        row = StretchRow(
            f"person-away-{key}", starts=_("from"), ends=_("to"), off=_("Take these days off the list"), word=_("Why")
        )
        when(row.changed, partial(self._change_stretch, place))
        row.removed.connect(lambda: self._change_away(_without(self._stretches(), place)))
        return row

    def _role_at(self, place: int) -> str:
        return self.snapshot.plan.people[self.key].holds[place].role

    def _stretches(self) -> tuple[Away, ...]:
        return self.snapshot.plan.people[self.key].away

    def _free_roles(self, snapshot: Snapshot, person: Person) -> list[Option]:
        held = {hold.role for hold in person.holds}
        return [option for option in names.roles(snapshot) if option.key not in held]

    def _change(self, **changes: object) -> None:
        self.ask(Change(PERSON, self.key, changes))

    def _change_stretch(self, place: int, stretch: Stretch) -> None:
        away = list(self._stretches())
        start, end = stretch.start or away[place].start, stretch.end or away[place].end
        if start > end:  # the other end follows the one that was typed
            start, end = (start, start) if start != away[place].start else (end, end)
        away[place] = away[place].replace(start=start, end=end, reason=stretch.word)
        self._change_away(tuple(away))

    def _change_away(self, away: tuple[Away, ...]) -> None:
        self._change(away=tuple(sorted(away, key=lambda one: (one.start, one.end))))

    def _take(self, role: str) -> None:
        if role:
            self.ask(bound(self.snapshot, role, self.key))

    def _join(self, other: str) -> None:
        if other:
            self.ask(JoinPeople(self.key, other))


def _without(row: tuple[Away, ...], place: int) -> tuple[Away, ...]:
    return (*row[:place], *row[place + 1 :])
