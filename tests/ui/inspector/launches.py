"""Launches for the inspector to show: a 12-week clock in week 5, with people, a bad owner and a pass under way."""

from datetime import date
from functools import lru_cache

from launchplanner.formats.templates import template
from launchplanner.plan.batons import READY
from launchplanner.plan.edits import (
    ITEMS,
    PROMPTS,
    Answer,
    Change,
    ChangeInPack,
    Edit,
    Offer,
    Record,
)
from launchplanner.plan.people import Away
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK, Plan
from launchplanner.plan.protocol import ACCEPT, RETURN
from launchplanner.plan.templates import new_plan
from launchplanner.ui.views import PartKey

LAUNCH_DAY = date(2027, 3, 30)
TODAY = date(2027, 2, 18)
PEOPLE = {
    "Mira Okafor": ["pm"],
    "Jonas Reyes": ["pmm"],
    "Tessa Brandt": ["sales-lead"],
    "Dev Lindqvist": ["engineering-lead", "security-privacy-lead"],
    "נועה לוי": ["ux-researcher", "design-lead"],
    "Bo Nguyen": ["qa-lead"],
}
MIRA, JONAS = "mira-okafor", "jonas-reyes"
MAIN_BATON = "B4"


def recorded(by: str) -> Record:
    """Return the record of a step at a fixed moment."""
    return Record(by=by, device="mira-tp14", at="2027-02-25T16:40:00+01:00")


@lru_cache(maxsize=1)
def clock() -> Plan:
    """Return the 12-week clock with six people."""
    found = template("twelve-week-clock")
    assert found is not None
    return new_plan(found, title="New auction model", launch_day=LAUNCH_DAY, people=PEOPLE)


def after(plan: Plan, *edits: Edit) -> Plan:
    """Return a plan after edits."""
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def ready(plan: Plan, baton: str = MAIN_BATON, less: int = 0) -> Plan:
    """Return a plan with all but some items of a baton ready."""
    items = sorted(plan.batons[baton].items)
    for key in items[: len(items) - less]:
        plan = ChangeInPack(baton, ITEMS, key, {"state": READY}).apply(plan)
    return plan


def offered(plan: Plan, baton: str = MAIN_BATON) -> Plan:
    """Return a plan in which the baton is on offer."""
    return Offer(baton, recorded(MIRA)).apply(ready(plan, baton))


def read_back(plan: Plan, baton: str = MAIN_BATON, *, marked: bool = True) -> Plan:
    """Return a plan in which every prompt is answered, and marked if asked."""
    plan = offered(plan, baton)
    for number, key in enumerate(sorted(plan.batons[baton].prompts)):
        said = {"answer": "Every ad space is sold in one sealed round, and the winner pays the bid."}
        plan = ChangeInPack(baton, PROMPTS, key, said).apply(plan)
        if marked and number == 1:
            mark = {"mark": "corrected", "correction": "The 9 of 12 who used the bid guide"}
            plan = ChangeInPack(baton, PROMPTS, key, mark).apply(plan)
        elif marked:
            plan = ChangeInPack(baton, PROMPTS, key, {"mark": "right"}).apply(plan)
    return plan


def accepted(plan: Plan, baton: str = MAIN_BATON) -> Plan:
    """Return a plan in which the baton has passed."""
    return Answer(baton, ACCEPT, Record(JONAS, "jonas-mbp", "2027-03-01T11:20:00+01:00")).apply(read_back(plan, baton))


def returned(plan: Plan, baton: str = MAIN_BATON) -> Plan:
    """Return a plan in which the baton came back."""
    said = "Baseline and cohort of the error rate are not given."
    record = Record(JONAS, "jonas-mbp", "2027-02-26T10:15:00+01:00")
    return Answer(baton, RETURN, record, "number without definition", said).apply(offered(plan, baton))


def busy(plan: Plan) -> Plan:
    """Return a plan with a person away, a long title, and tasks with no, two and unclear owners."""
    away = (Away(start=date(2027, 2, 25), end=date(2027, 3, 2), reason="Holiday"),)
    keys = [key for key, _task in sorted(plan.tasks.items(), key=lambda entry: entry[1].order)]
    return after(
        plan,
        Change(
            PERSON, JONAS, {"away": away, "aliases": ("Jonas", "@jreyes", "Reyes J."), "email": "jonas@example.com"}
        ),
        Change(TASK, keys[40], {"owner": "Jonas Reyes & Tessa Brandt"}),
        Change(TASK, keys[41], {"owner": ""}),
        Change(TASK, keys[42], {"owner": "Marketing team", "contributors": (MIRA, "PR agency")}),
        Change(
            TASK,
            keys[30],
            {
                "title": "A title that somebody pasted from a tracker and that goes on for so long that it fills lines",
                "contributors": (MIRA, "tessa-brandt"),
                "backup": JONAS,
                "notes": "First line.\nSecond line, with <b>no markup</b> & an ampersand.",
                "links": (
                    "https://example.com/spec/v2?with=a&long=query-that-does-not-end-so-soon",
                    "file:///etc/passwd",
                ),
                "progress": 40,
                "status": "active",
                "deliverable": "Beta notes with cohort size",
            },
        ),
    )


def task_at(plan: Plan, place: int) -> str:
    """Return the id of a task by its place in the plan's order."""
    return sorted(plan.tasks.items(), key=lambda entry: entry[1].order)[place][0]


Scene = tuple[Plan, tuple[PartKey, ...]]


@lru_cache(maxsize=1)
def SCENES() -> dict[str, Scene]:  # noqa: N802 - a table that is made when it is asked for
    """Return what to look at."""
    plan = busy(clock())
    baton = ((BATON, MAIN_BATON),)
    noa = next(key for key, person in plan.people.items() if not person.name.isascii())
    tasks = {
        "task": 30,
        "task-two-owners": 40,
        "task-no-owner": 41,
        "task-team": 42,
    }
    batons = {
        "baton-draft": ready(plan, less=3),
        "baton-ready": ready(plan),
        "baton-offered": offered(plan),
        "baton-marking": read_back(plan, marked=False),
        "baton-read-back": read_back(plan),
        "baton-accepted": accepted(plan),
        "baton-returned": returned(plan),
    }
    return {
        "launch": (plan, ()),
        **{name: (plan, ((TASK, task_at(plan, place)),)) for name, place in tasks.items()},
        **{name: (shown, baton) for name, shown in batons.items()},
        "phase": (plan, ((PHASE, "TEST"),)),
        "person": (plan, ((PERSON, JONAS),)),
        "person-rtl": (plan, ((PERSON, noa),)),
        "role": (plan, ((ROLE, "competitive-analyst"),)),
        "several": (plan, tuple((TASK, task_at(plan, at)) for at in (30, 31, 40, 41))),
    }
