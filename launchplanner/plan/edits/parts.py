"""Adding, changing and removing parts of any kind, and the launch's own fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from launchplanner.plan.edits.base import EditError, changed, field_name, part_of, put, table_of
from launchplanner.plan.edits.links import bridged
from launchplanner.plan.edits.mentions import without_mentions
from launchplanner.plan.people import Person, Team
from launchplanner.plan.plan import BATON, PHASE, TABLE_OF_KIND, TASK, Plan
from launchplanner.plan.values import Value
from launchplanner.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Change:
    """Give fields of one part new values."""

    kind: str
    key: str
    changes: Mapping[str, object] = field(hash=False)

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change {field}").format(field=" and ".join(field_name(name) for name in self.changes))

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the fields changed; a renamed person or team keeps the old name as an alias.

        Raises:
            EditError: there is no such part, or a field cannot hold the value.
        """
        part = part_of(plan, self.kind, self.key)
        changes = dict(self.changes)
        if "title" in changes and not str(changes["title"]).strip():
            raise EditError(_("A {kind} needs a title.").format(kind=self.kind))
        if isinstance(part, Person | Team) and changes.get("name", part.name) != part.name:
            if not str(changes["name"]).strip():
                raise EditError(_("A {kind} needs a name.").format(kind=self.kind))
            changes.setdefault("aliases", tuple(dict.fromkeys((*part.aliases, part.name))))
        return put(plan, self.kind, self.key, changed(part, changes))


@dataclass(frozen=True, slots=True)
class ChangeLaunch:
    """Give the launch itself new values: title, tier, launch day, calendar and the like."""

    changes: Mapping[str, object] = field(hash=False)

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Change {field}").format(field=" and ".join(field_name(name) for name in self.changes))

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the fields changed. All days count from launch day, so they follow it.

        Raises:
            EditError: a field cannot hold the value.
        """
        if "title" in self.changes and not str(self.changes["title"]).strip():
            raise EditError(_("A launch needs a title."))
        return changed(plan, self.changes)


@dataclass(frozen=True, slots=True)
class Add:
    """Put a new part in."""

    kind: str
    key: str
    value: Value

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Add {kind}").format(kind=self.kind)

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the part in it.

        Raises:
            EditError: the id is taken, by a part of this kind or by a task or baton (they share the links).
        """
        if self.key in table_of(plan, self.kind) or (
            self.kind in {TASK, BATON} and self.key in {*plan.tasks, *plan.batons}
        ):
            raise EditError(_("There is already a part with the id “{key}”.").format(key=self.key))
        return put(plan, self.kind, self.key, self.value)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take parts out, with all that was said of them alone.

    What waited for a removed task then waits for what that task waited for. Work of a removed person or role stays
    under the name: rules ask who answers for it.
    """

    kind: str
    keys: tuple[str, ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return ngettext("Remove {kind}", "Remove {count} parts ({kind})", len(self.keys)).format(
            kind=self.kind, count=len(self.keys)
        )

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without them, and with nothing left that names them by id.

        Raises:
            EditError: one of them is not in the plan, or is a phase that still has tasks.
        """
        for key in self.keys:
            part_of(plan, self.kind, key)
        if self.kind == PHASE:
            self._refuse_full_phases(plan)
        if self.kind in {TASK, BATON}:
            plan = plan.replace(dependencies=bridged(plan.dependencies, self.keys))
        plan = without_mentions(plan, self.kind, self.keys)
        return plan.replace(**{TABLE_OF_KIND[self.kind]: table_of(plan, self.kind).without(*self.keys)})

    def _refuse_full_phases(self, plan: Plan) -> None:
        for task in plan.tasks.values():
            if task.phase in self.keys:
                raise EditError(
                    _("“{phase}” still has tasks, such as “{task}”. Move or remove them first.").format(
                        phase=plan.phases[task.phase].title, task=task.title
                    )
                )


@dataclass(frozen=True, slots=True)
class MakeNote:
    """Take a task that nobody is to answer for out of the plan, and keep its words in the notes of its phase."""

    task: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Make it a note")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with a line more in the notes of the phase, and the task gone.

        Raises:
            EditError: there is no such task, or it belongs to no phase.
        """
        task = part_of(plan, TASK, self.task)
        phase = plan.phases.get(task.phase)
        if phase is None:
            raise EditError(_("“{task}” is in no phase that could keep the note.").format(task=task.title))
        words = (task.title.strip(), task.deliverable.strip(), *(line.strip() for line in task.notes.splitlines()))
        line = ". ".join(part.rstrip(".") for part in words if part)
        notes = "\n".join(text for text in (phase.notes.rstrip(), line) if text)
        noted = put(plan, PHASE, task.phase, changed(phase, {"notes": notes}))
        return Remove(TASK, (self.task,)).apply(noted)
