"""Drawing, changing and cutting links; bridging them when a task goes."""

from collections.abc import Collection
from dataclasses import dataclass

from launchplanner.plan.edits.base import EditError, changed
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import DEPENDENCY_TYPES, FINISH_TO_START, LONGEST_DURATION, Dependency
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class Link:
    """Let `successor` wait for `predecessor`, or change how it waits."""

    predecessor: str
    successor: str
    type: str = FINISH_TO_START
    lag: int = 0

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Link")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the link in it.

        Raises:
            EditError: an end is missing, the link would close a ring, or the type is unknown.
        """
        titles = [title_of(plan, key) for key in (self.predecessor, self.successor)]
        if self.predecessor == self.successor:
            raise EditError(_("“{task}” cannot wait for itself.").format(task=titles[0]))
        if self.type not in DEPENDENCY_TYPES:
            raise EditError(_("“{type}” is not a kind of link; use FS, SS, FF or SF.").format(type=self.type))
        if leads_to(plan.dependencies, self.successor, self.predecessor):
            raise EditError(
                _("“{predecessor}” already waits for “{successor}”, so the two would wait for each other.").format(
                    predecessor=titles[0], successor=titles[1]
                )
            )
        known = plan.dependencies.get(f"{self.predecessor}>{self.successor}")
        link = known or Dependency(predecessor=self.predecessor, successor=self.successor)
        link = changed(link, {"type": self.type, "lag": self.lag})
        return plan.replace(dependencies=plan.dependencies.with_(link.id, link))


@dataclass(frozen=True, slots=True)
class Unlink:
    """Cut links, by their keys."""

    keys: tuple[str, ...]

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Remove link")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the links."""
        return plan.replace(dependencies=plan.dependencies.without(*self.keys))


def title_of(plan: Plan, key: str) -> str:
    """Return the title of a task or baton.

    Raises:
        EditError: there is none with this id.
    """
    part = plan.tasks.get(key) or plan.batons.get(key)
    if part is None:
        raise EditError(_("There is no task or baton “{key}” in this plan.").format(key=key))
    return part.title


def leads_to(dependencies: Table[Dependency], start: str, goal: str) -> bool:
    """Say whether a way along the links goes from `start` to `goal`."""
    after: dict[str, list[str]] = {}
    for link in dependencies.values():
        after.setdefault(link.predecessor, []).append(link.successor)
    waiting, met = [start], {start}
    while waiting:
        for key in after.get(waiting.pop(), ()):
            if key == goal:
                return True
            if key not in met:
                met.add(key)
                waiting.append(key)
    return False


def bridged(dependencies: Table[Dependency], removed: Collection[str]) -> Table[Dependency]:
    """Return the links after removing tasks: each way through a removed task becomes one link past it.

    Lags add up; the removed task's own duration does not, since its work is no longer waited for. Between two parts
    there is one link at most: one of another type, which somebody drew, stays as it is.
    """
    for key in removed:
        into = [link for link in dependencies.values() if link.successor == key != link.predecessor]
        out_of = [link for link in dependencies.values() if link.predecessor == key != link.successor]
        dependencies = dependencies.without(f"{key}>{key}", *(link.id for link in (*into, *out_of)))
        for before in into:
            for after in out_of:
                dependencies = _bridge(dependencies, before, after)
    return dependencies


def _bridge(dependencies: Table[Dependency], before: Dependency, after: Dependency) -> Table[Dependency]:
    if before.predecessor == after.successor:
        return dependencies
    lag = max(-LONGEST_DURATION, min(LONGEST_DURATION, before.lag + after.lag))
    link = Dependency(
        predecessor=before.predecessor,
        successor=after.successor,
        type=before.type[:1] + after.type[-1:],
        lag=lag,
    )
    known = dependencies.get(link.id)
    if known is None:
        return dependencies.with_(link.id, link)
    if known.type != link.type or known.lag >= lag:
        return dependencies
    return dependencies.with_(known.id, known.replace(lag=lag))
