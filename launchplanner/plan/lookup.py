"""A plan in the order in which people read it, and its links from both ends: built once for each plan."""

from functools import cached_property

from launchplanner.plan.batons import Baton
from launchplanner.plan.directory import Directory
from launchplanner.plan.people import Person, Role
from launchplanner.plan.plan import Plan
from launchplanner.plan.work import Dependency, Phase, Task
from launchplanner.plan.workdays import Workdays, workdays


class Lookup:
    """What is asked of a plan again and again, worked out at the first question."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def days(self) -> Workdays:
        """The working days around launch day."""
        return workdays(self.plan.calendar, self.plan.launch_day)

    @cached_property
    def directory(self) -> Directory:
        """People and roles by their names."""
        return Directory.of(self.plan)

    @cached_property
    def people(self) -> list[tuple[str, Person]]:
        """People in their order."""
        return sorted(self.plan.people.items(), key=lambda entry: (entry[1].order, entry[0]))

    @cached_property
    def roles(self) -> list[tuple[str, Role]]:
        """Roles in their order."""
        return sorted(self.plan.roles.items(), key=lambda entry: (entry[1].order, entry[0]))

    @cached_property
    def phases(self) -> list[tuple[str, Phase]]:
        """Phases by their start, then their order."""
        return sorted(self.plan.phases.items(), key=lambda entry: (entry[1].start, entry[1].order, entry[0]))

    @cached_property
    def batons(self) -> list[tuple[str, Baton]]:
        """Batons by their planned day, then their order."""
        return sorted(self.plan.batons.items(), key=lambda entry: (entry[1].day, entry[1].order, entry[0]))

    @cached_property
    def tasks(self) -> list[tuple[str, Task]]:
        """Tasks in their order, whatever their phase."""
        return sorted(self.plan.tasks.items(), key=lambda entry: (entry[1].order, entry[0]))

    @cached_property
    def tasks_of_phase(self) -> dict[str, list[tuple[str, Task]]]:
        """Tasks by phase id, in their order; those of no known phase under ""."""
        found: dict[str, list[tuple[str, Task]]] = {key: [] for key, _phase in self.phases}
        found[""] = []
        for key, task in self.tasks:
            found[task.phase if task.phase in self.plan.phases else ""].append((key, task))
        return found

    @cached_property
    def links(self) -> list[Dependency]:
        """The links whose two ends are there, by key."""
        parts = {*self.plan.tasks, *self.plan.batons}
        found = sorted(self.plan.dependencies.items())
        return [link for _key, link in found if link.predecessor in parts and link.successor in parts]

    @cached_property
    def into(self) -> dict[str, list[Dependency]]:
        """For each part that waits, its links."""
        found: dict[str, list[Dependency]] = {}
        for link in self.links:
            found.setdefault(link.successor, []).append(link)
        return found

    @cached_property
    def out_of(self) -> dict[str, list[Dependency]]:
        """For each part that is waited for, its links."""
        found: dict[str, list[Dependency]] = {}
        for link in self.links:
            found.setdefault(link.predecessor, []).append(link)
        return found

    def title(self, key: str) -> str:
        """Return the title of a task or baton, or the id itself when there is none."""
        part = self.plan.tasks.get(key) or self.plan.batons.get(key)
        return part.title if part is not None else key
