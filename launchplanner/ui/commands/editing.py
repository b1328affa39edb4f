"""Undo, and edits that start from a menu, a key or the palette."""

import secrets
from itertools import pairwise

from launchplanner.checks import SAFE
from launchplanner.plan.batons import MAIN, SIDE, Baton
from launchplanner.plan.edits import Add, Change, ChangeLaunch, Edit, Link, Remove, Together
from launchplanner.plan.order import last_position, position_between
from launchplanner.plan.people import Person, RoleHold, initials_of
from launchplanner.plan.plan import BATON, PERSON, PHASE, TASK, Plan
from launchplanner.plan.templates import person_id
from launchplanner.plan.work import DONE, PLANNED, Phase, Start, Task
from launchplanner.reports.timeline_moves import moved_by
from launchplanner.ui.commands.host import Host
from launchplanner.ui.dialogs.launch_day import ask_launch_day
from launchplanner.ui.dialogs.owner import ask_owner
from launchplanner.ui.dialogs.person import ask_person
from launchplanner.ui.kit.questions import confirm
from launchplanner.words import _, ngettext

_NEW_TASK_DAYS = 3
_NEW_PHASE_DAYS = 10


class EditCommands:
    """What changes the plan."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def undo(self) -> None:
        """Take the last step back."""
        if self._host.document is not None:
            self._host.document.undo()

    def redo(self) -> None:
        """Make the last undone step again."""
        if self._host.document is not None:
            self._host.document.redo()

    def edit(self) -> None:
        """Go to the inspector, into the title of what is selected."""
        if self._host.workspace is not None:
            self._host.workspace.edit_selection()

    def give(self) -> None:
        """Give the selected tasks to one owner."""
        document = self._host.document
        tasks = self._selected(TASK)
        if document is None or not tasks:
            return
        edit = ask_owner(self._host.widget(), document.snapshot, tasks)
        if edit is not None:
            self._host.do(edit)

    def toggle_done(self) -> None:
        """Mark the selected tasks done, or planned again when all of them are."""
        document = self._host.document
        tasks = self._selected(TASK)
        if document is None or not tasks:
            return
        all_done = all(document.plan.tasks[key].status == DONE for key in tasks)
        changes = {"status": PLANNED, "progress": 0} if all_done else {"status": DONE, "progress": 100}
        name = _("Mark not done") if all_done else _("Mark done")
        self._host.do(Together(name, tuple(Change(TASK, key, changes) for key in tasks)))

    def move(self, days: int) -> None:
        """Move the selected tasks and batons along the working days."""
        document = self._host.document
        parts = self._selected(TASK, BATON)
        if document is not None and parts:
            edit = moved_by(document.snapshot.context, parts, days).edit
            if edit is not None:
                self._host.do(edit)

    def link(self) -> None:
        """Let each selected part wait for the one selected before it."""
        parts = self._selected(TASK, BATON)
        if len(parts) < len(("before", "after")):
            self._host.say(_("Select two tasks or batons, in the order in which they follow each other."))
            return
        links: tuple[Edit, ...] = tuple(Link(before, after) for before, after in pairwise(parts))
        self._host.do(Together(_("Link"), links))

    def remove(self) -> None:
        """Take the selected parts out of the plan."""
        workspace, document = self._host.workspace, self._host.document
        if workspace is None or document is None or not workspace.selection:
            return
        by_kind: dict[str, list[str]] = {}
        for kind, key in workspace.selection:
            by_kind.setdefault(kind, []).append(key)
        batons = [document.plan.batons[key] for key in by_kind.get(BATON, ())]
        if any(baton.events for baton in batons) and not confirm(
            self._host.widget(),
            _("Remove a baton that was already offered?"),
            _("Its history of offers and answers goes with it. Undo brings both back."),
            _("Remove it"),
            danger=True,
        ):
            return
        edits = tuple(Remove(kind, tuple(keys)) for kind, keys in by_kind.items())
        if self._host.do(edits[0] if len(edits) == 1 else Together(_("Remove"), edits)):
            self._host.select(())
            count = len(workspace.selection) or sum(len(keys) for keys in by_kind.values())
            self._host.say(
                ngettext("{n} part removed.", "{n} parts removed.", count).format(n=count),
                "neutral",
                _("Undo"),
                self.undo,
            )

    def add_task(self) -> None:
        """Add a task after the selected one, or at the end of the selected or first open phase."""
        document = self._host.document
        if document is None:
            return
        plan = document.plan
        key = new_key(plan, "t")
        task = Task(title=_("New task"), duration=_NEW_TASK_DAYS)
        near = self._selected(TASK)
        if near:
            before = plan.tasks[near[-1]]
            later = [other.order for other in plan.tasks.values() if other.order > before.order]
            day = document.snapshot.schedule.last_day(near[-1]) + 1
            order = position_between(before.order, min(later, default=""))
            task = task.replace(
                phase=before.phase, start=Start(days=self._inside(plan, before.phase, day)), order=order
            )
        else:
            phase = self._phase_for_new(document.snapshot.context.today_index)
            day = plan.phases[phase].start if phase else plan.first
            order = last_position(other.order for other in plan.tasks.values())
            task = task.replace(phase=phase, start=Start(days=day), order=order)
        self._add(TASK, key, task)

    def add_baton(self) -> None:
        """Add a baton at the end of the selected phase, from its lead to the next one's."""
        document = self._host.document
        if document is None:
            return
        plan, phases = document.plan, [key for key, _phase in document.snapshot.lookup.phases]
        phase = self._phase_for_new(document.snapshot.context.today_index)
        here = plan.phases.get(phase)
        place = phases.index(phase) if phase in phases else len(phases)
        following = plan.phases[phases[place + 1]] if place + 1 < len(phases) else None
        baton = Baton(
            title=f"{here.title} → {following.title}" if here and following else _("New baton"),
            kind=MAIN if here and following and here.lead != following.lead else SIDE,
            giver=here.lead if here else "",
            receiver=following.lead if following else "",
            day=here.end - 1 if here else plan.end - 1,
            opens_phase=phases[place + 1] if following else "",
            order=last_position(other.order for other in plan.batons.values()),
        )
        self._add(BATON, new_key(plan, "b"), baton)

    def add_phase(self) -> None:
        """Add a phase at the end of the clock, which grows with it if it must."""
        document = self._host.document
        if document is None:
            return
        plan = document.plan
        start = max((phase.end for phase in plan.phases.values()), default=plan.first)
        phase = Phase(
            title=_("New phase"),
            start=start,
            days=_NEW_PHASE_DAYS,
            order=last_position(other.order for other in plan.phases.values()),
        )
        key = new_key(plan, "p")
        edits: list[Edit] = [Add(PHASE, key, phase)]
        if phase.end > plan.end:
            edits.append(ChangeLaunch({"days": phase.end - plan.first}))
        if self._host.do(Together(_("Add phase"), tuple(edits))):
            self._select_and_edit(PHASE, key)

    def add_person(self) -> None:
        """Add somebody to the roster, with the roles that they hold."""
        document = self._host.document
        if document is None:
            return
        asked = ask_person(self._host.widget(), document.plan)
        if asked is None:
            return
        key = person_id(asked.name, document.plan.people)
        person = Person(
            name=asked.name,
            initials=initials_of(asked.name),
            email=asked.email,
            holds=tuple(RoleHold(role=role) for role in asked.roles),
            order=last_position(other.order for other in document.plan.people.values()),
        )
        if self._host.do(Add(PERSON, key, person)):
            self._host.select(((PERSON, key),))

    def move_launch_day(self) -> None:
        """Move launch day; everything that counts from it follows."""
        document = self._host.document
        if document is None:
            return
        day = ask_launch_day(self._host.widget(), document.snapshot)
        if day is not None:
            self._host.do(ChangeLaunch({"launch_day": day}))

    def fix_safe(self) -> None:
        """Make every repair that decides nothing for people, as one step."""
        document = self._host.document
        if document is None:
            return
        fixes = [fix for finding in document.snapshot.findings.open for fix in finding.fixes[:1] if fix.safety == SAFE]
        if not fixes:
            self._host.say(_("Every open problem needs a decision of yours, so nothing was changed."))
            return
        if self._host.do(Together(_("Repair all that is safe"), tuple(fix.edit for fix in fixes))):
            text = ngettext("{n} problem repaired.", "{n} problems repaired.", len(fixes)).format(n=len(fixes))
            self._host.say(text, "good", _("Undo"), self.undo)

    def _add(self, kind: str, key: str, value: Task | Baton) -> None:
        if self._host.do(Add(kind, key, value)):
            self._select_and_edit(kind, key)

    def _select_and_edit(self, kind: str, key: str) -> None:
        self._host.select(((kind, key),))
        self.edit()

    def _selected(self, *kinds: str) -> tuple[str, ...]:
        workspace = self._host.workspace
        return tuple(key for kind, key in workspace.selection if kind in kinds) if workspace is not None else ()

    def _phase_for_new(self, today: int) -> str:
        document = self._host.document
        if document is None:
            return ""
        plan = document.plan
        chosen = self._selected(PHASE)
        if chosen:
            return chosen[-1]
        near = [plan.tasks[key].phase for key in self._selected(TASK)]
        if near:
            return near[-1]
        phases = document.snapshot.lookup.phases
        return next((key for key, phase in phases if today < phase.end), phases[-1][0] if phases else "")

    def _inside(self, plan: Plan, phase: str, day: int) -> int:
        known = plan.phases.get(phase)
        return day if known is None else max(known.start, min(day, known.end - _NEW_TASK_DAYS))


def new_key(plan: Plan, letter: str) -> str:
    """Return an id for a new part that no other copy of the plan will come upon by itself."""
    while True:
        key = f"{letter}-{secrets.token_hex(4)}"
        if key not in plan.tasks and key not in plan.batons and key not in plan.phases:
            return key
