"""Reads the cases of the rules, each a sound plan with one thing changed, and what is to be found in it.

A case file names its rule and lists cases. `plan` is laid over the sound plan of `tests.builders`, part by part;
`remove` takes parts out ("tasks.kit"). `steps` are then taken with the batons, each "offer", "accept", "condition",
"return" or "withdraw" and the id of the baton, with more if need be: "@2027-03-29" is the day, the rest of an
acceptance its strength, of a condition its words; "alone" says that one device wrote it. The read-back is made and
marked before an acceptance. Those of `elsewhere` are taken on a second copy of the plan that does not know of the last
step, and joined. `after` is laid over at the end. `fingerprints` are those that linked files have now. A case without
`finds` expects silence. `reveals` names the rules whose errors an answer may bring to light: a text that is said to be
two people has two owners.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from launchplanner.checks import Context, Finding, Rule, checked
from launchplanner.checks.rules import RULES
from launchplanner.plan.edits import Answer, Edit, Mark, Offer, Pass, ReadBack, Record, Withdraw
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, READ_IN_FULL, RETURN
from tests.builders import BEFORE, a_plan

FOLDER = Path(__file__).parent / "cases"
OF_ID = {rule.id: rule for rule in RULES}


@dataclass(frozen=True)
class Case:
    """One plan, and what its rule finds in it on a day."""

    rule: Rule
    name: str
    plan: Plan
    today: date
    finds: tuple[Mapping[str, Any], ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict[str, str])
    reveals: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule.id} {self.name}"

    def findings(self) -> list[Finding]:
        """Return what the case's own rule finds."""
        return list(checked(self.context(self.plan), [self.rule], strict=True).open)

    def context(self, plan: Plan) -> Context:
        """Return the context of a plan on the case's day."""
        return Context(plan, self.today, fingerprints=self.fingerprints)


def cases() -> list[Case]:
    """Return the cases of all files, in their order."""
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _of_file(path)]


def errors(plan: Plan, today: date) -> set[tuple[str, str]]:
    """Return the errors that any rule finds in a plan, by rule and part."""
    found = checked(Context(plan, today), RULES, strict=True).open
    return {(finding.rule, finding.part.id) for finding in found if finding.severity == "error"}


def _of_file(path: Path) -> list[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    rule = OF_ID[content["rule"]]
    return [
        Case(
            rule=rule,
            name=case["name"],
            plan=_plan(case),
            today=case.get("today", BEFORE),
            finds=tuple(case.get("finds", ())),
            fingerprints=case.get("fingerprints", {}),
            reveals=tuple(case.get("reveals", ())),
        )
        for case in content["case"]
    ]


def _plan(case: Mapping[str, Any]) -> Plan:
    content = a_plan().model_dump()
    for place in case.get("remove", ()):
        *path, key = place.split(".")
        table: Any = content
        for name in path:
            table = table[name]
        del table[key]
    before = plan = Plan.model_validate(_laid_over(content, case.get("plan", {})))
    for step in case.get("steps", ()):
        before, plan = plan, _taken(plan, step)
    for step in case.get("elsewhere", ()):
        plan = _joined(plan, _taken(before, step))
    return Plan.model_validate(_laid_over(plan.model_dump(), case.get("after", {})))


def _taken(plan: Plan, step: str) -> Plan:
    kind, key, *more = step.split(" ")
    day = next((word[1:] for word in more if word.startswith("@")), "2027-03-26")
    said = " ".join(word for word in more if not word.startswith("@"))
    sides = Pass.of(plan, key)
    at = f"{day}T09:00:00+00:00"
    gives, takes = (
        Record(sides.giver, "giver", at),
        Record(sides.receiver, "laptop" if said == "alone" else "receiver", at),
    )
    if kind in {"accept", "condition"}:
        plan = _read_back(plan, key, sides)
    if said == "alone":
        gives, said = Record(sides.giver, "laptop", at), ""
    edits: dict[str, Edit] = {
        "offer": Offer(key, gives),
        "withdraw": Withdraw(key, gives),
        "accept": Answer(key, ACCEPT, takes, strength=said or READ_IN_FULL),
        "condition": Answer(key, ACCEPT_WITH_CONDITIONS, takes, note=said),
        "return": Answer(key, RETURN, takes, code="limit not disclosed", note="Two limits are missing"),
    }
    return edits[kind].apply(plan)


def _read_back(plan: Plan, key: str, sides: Pass) -> Plan:
    for prompt in plan.batons[key].prompts:
        plan = ReadBack(key, prompt, "It lets people bid.", sides.receiver).apply(plan)
        plan = Mark(key, prompt, sides.giver).apply(plan)
    return plan


def _joined(one: Plan, other: Plan) -> Plan:
    batons = {
        key: baton.replace(events=baton.events.updated(other.batons[key].events)) for key, baton in one.batons.items()
    }
    return one.replace(batons=one.batons.updated(batons))


def _laid_over(base: Any, over: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over
    content = cast("dict[str, Any]", base)
    changes = cast("dict[str, Any]", over)
    return {**content, **{key: _laid_over(content.get(key), value) for key, value in changes.items()}}
