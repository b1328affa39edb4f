"""A team or company: its names, the people in it, and the work that is written to it instead of to one of them."""

from collections.abc import Sequence

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change
from launchplanner.plan.people import ORGANISATION, Team
from launchplanner.plan.plan import PERSON, TASK, TEAM
from launchplanner.ui.inspector import choices, entries, names
from launchplanner.ui.inspector.chips import ChipsField, Worn
from launchplanner.ui.inspector.fields import ChoiceField, when
from launchplanner.ui.inspector.findings import FindingsBlock, waived_on
from launchplanner.ui.inspector.page import Page
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.words import _, ngettext


class TeamPage(Page):
    """Every field of one team."""

    def __init__(self) -> None:
        super().__init__(TEAM)
        self.add_head(_("Name of the team"))
        when(self.title.committed, lambda text: self._change(name=text))
        form = self.add_form()
        self.kind = ChoiceField(_("Kind"), name="team-kind", choices=choices.team_kinds())
        self.aliases = ChipsField(_("Also read as"), name="team-aliases", placeholder=_("Add…"))
        self.members = ChipsField(_("Members"), name="team-members", placeholder=_("Add somebody…"))
        form.add(_("Is"), self.kind)
        form.add(_("Also read as"), self.aliases)
        form.add(_("Members"), self.members)
        when(self.kind.committed, lambda kind: self._change(kind=kind))
        when(self.aliases.committed, lambda known: self._change(aliases=known))
        when(self.members.committed, self._set_members)
        self.findings = FindingsBlock("team-findings")
        self.findings.edit_asked.connect(self.ask)
        self.add(self.findings, above=6)
        self.people_say = self.add_section("")
        self.people = PartList("team-people")
        self.add(self.people, wide=True)
        self.owns_says = self.add_section("")
        self.owns = PartList("team-owns")
        self.add(self.owns, wide=True)
        for parts in (self.people, self.owns):
            parts.select_asked.connect(self.select_asked)

    def fill(self) -> None:
        """Show the team."""
        snapshot, team = self.snapshot, self.snapshot.plan.teams[self.key]
        self.kicker.setText(_("Company") if team.kind == ORGANISATION else _("Team"))
        self.title.show_value(team.name)
        self.kind.show_value(team.kind)
        people = [key for key in team.members if key in snapshot.plan.people]
        came = self.aliases.show_values([Worn(name, name) for name in team.aliases])
        came |= self.members.show_values(
            [Worn(key, snapshot.plan.people[key].name) for key in people],
            lambda: [one for one in names.people(snapshot) if one.key not in team.members],
        )
        came |= self.findings.show_findings(snapshot.findings.of_part(self.key), waived_on(snapshot, self.key))
        says = ngettext("{n} person to choose from", "{n} people to choose from", len(people)).format(n=len(people))
        self.people_say.setText(says if people else _("Nobody to choose from yet"))
        came |= self.people.show_entries(
            [(PERSON, key) for key in people], lambda part: entries.person_entry(snapshot, part[1])
        )
        if self._fill_work(snapshot) or came:
            self.order_tabs()

    def _fill_work(self, snapshot: Snapshot) -> bool:
        written = [key for key, _task in snapshot.lookup.tasks if self._names_it(snapshot, key)]
        says = ngettext("{n} task names it as the owner", "{n} tasks name it as the owner", len(written))
        self.owns_says.setText(says.format(n=len(written)) if written else _("No task names it as the owner"))
        shown = [(TASK, key) for key in entries.in_time(snapshot, written)]
        return self.owns.show_entries(shown, lambda part: entries.own_task_entry(snapshot, part[1]))

    def _names_it(self, snapshot: Snapshot, task: str) -> bool:
        return any(owner.id == self.key for owner in snapshot.context.owner_of_task(task).owners)

    def _change(self, **changes: object) -> None:
        self.ask(Change(TEAM, self.key, changes))

    def _set_members(self, keys: Sequence[str]) -> None:
        """Keep those who are known: a team is made of people from whom one is chosen."""
        snapshot, team = self.snapshot, self.snapshot.plan.teams[self.key]
        known = {person: snapshot.lookup.directory.person(person) for person in keys}
        members = tuple(dict.fromkeys(key for key in known.values() if key is not None))
        if members != _people_of(snapshot, team):
            self._change(members=members)


def _people_of(snapshot: Snapshot, team: Team) -> tuple[str, ...]:
    return tuple(key for key in team.members if key in snapshot.plan.people)
