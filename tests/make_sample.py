"""The sample launch, made step by step as people would make it; writes `new-auction-model.launchplan`.

    .venv/bin/python -m tests.make_sample

It shows a launch in week 5 of 12, on Thursday 18 February 2027: four weeks done, three batons passed, the great pass
from product to market a week away, and a handful of faults worth finding. All days, moments and ids are fixed, so
that the file comes out the same, byte for byte.
"""

from datetime import date
from pathlib import Path

from launchplanner.formats.native import write_plan
from launchplanner.formats.templates import template
from launchplanner.plan.batons import Condition
from launchplanner.plan.edits import (
    ITEMS,
    PROMPTS,
    Add,
    Answer,
    Change,
    ChangeInPack,
    ChangeLaunch,
    Edit,
    Offer,
    Record,
    Together,
    Waive,
    set_conditions,
)
from launchplanner.plan.lookup import Lookup
from launchplanner.plan.order import positions
from launchplanner.plan.people import Away
from launchplanner.plan.plan import BATON, PERSON, TASK, Plan
from launchplanner.plan.protocol import ACCEPT, ACCEPT_WITH_CONDITIONS, RETURN
from launchplanner.plan.records import Mechanism, Reading, Risk
from launchplanner.plan.templates import new_plan
from launchplanner.plan.work import ACTIVE, DONE, Start
from launchplanner.words.resources import resource_folder
from tests import sample_content as content

FILE = resource_folder() / "examples" / "new-auction-model.launchplan"
TODAY = date(2027, 2, 18)
LAUNCH_DAY = date(2027, 3, 30)
FIRST_INDEX = 51
"""The launch's place in the template, counted in working days from the Monday of week 1."""


def sample() -> Plan:
    """Return the sample launch."""
    plan = planned()
    for edits in (fields(), people(), packs(), relay(), progress(), records(), faults()):
        for edit in edits:
            plan = edit.apply(plan)
    for condition in set_conditions(plan):
        plan = Change(TASK, condition.task, {"status": ACTIVE, "progress": 50}).apply(plan)
    return plan


def planned() -> Plan:
    """Return the launch on its first day: the template, bound to people."""
    clock = template("twelve-week-clock")
    if clock is None:
        raise LookupError("the template of the twelve-week clock is not there")
    plan = new_plan(clock, title="New auction model", launch_day=LAUNCH_DAY, people=content.PEOPLE, tier=1)
    return plan.replace(id="2f8b6c1e-5a0d-4c39-9b7e-61d3f0a94c58")


def fields() -> list[Edit]:
    """Return what is said of the launch itself."""
    return [ChangeLaunch({"confidence": "forecast"})]


def people() -> list[Edit]:
    """Return how people are reached, and when they are away."""
    names = {key(name): name for name in content.PEOPLE}
    mail = [Change(PERSON, person, {"email": f"{person.replace('-', '.')}@example.com"}) for person in names]
    away = [
        Change(PERSON, person, {"away": (Away(start=start, end=end, reason=reason),)})
        for person, (start, end, reason) in content.AWAY.items()
    ]
    return [*mail, *away]


def key(name: str) -> str:
    """Return the id under which a new launch keeps a person of this name."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.casefold()).split())


def packs() -> list[Edit]:
    """Return what stands in the packs of the first four batons, each item with its state and evidence."""
    edits: list[Edit] = [Change(BATON, baton, {"bearing": text}) for baton, text in content.BEARINGS.items()]
    for item, (state, evidence) in content.ITEMS.items():
        changes: dict[str, object] = {"state": state, **({"evidence": evidence} if evidence else {})}
        edits.append(ChangeInPack(item.partition("-")[0], ITEMS, item, changes))
    return edits


def relay() -> list[Edit]:
    """Return the first three passes: one at once, one returned and offered again, one with a condition."""
    ines, mira, dev, bo = (key(name) for name in ("Ines Castellano", "Mira Okafor", "Dev Lindqvist", "Bo Nguyen"))
    return [
        Offer("B1", record(ines, "2027-01-19T14:05:00+01:00")),
        read_back("B1"),
        Answer("B1", ACCEPT, record(mira, "2027-01-19T16:40:00+01:00")),
        Offer("B2", record(mira, "2027-01-28T11:20:00+01:00")),
        Answer(
            "B2",
            RETURN,
            record(dev, "2027-01-28T17:55:00+01:00"),
            code="number without definition",
            note="“Bids per auction” does not say whether withdrawn bids count.",
        ),
        ChangeInPack("B2", ITEMS, "B2-2", {"evidence": "Metric sheet v2: withdrawn bids do not count"}),
        Offer("B2", record(mira, "2027-01-29T09:30:00+01:00")),
        read_back("B2"),
        Answer("B2", ACCEPT, record(dev, "2027-01-29T14:15:00+01:00"), strength="read and corrected"),
        Offer("B3", record(dev, "2027-02-12T10:00:00+01:00")),
        read_back("B3"),
        Answer(
            "B3",
            ACCEPT_WITH_CONDITIONS,
            record(bo, "2027-02-12T15:30:00+01:00"),
            conditions=(
                Condition(
                    text="Test data for cancelled auctions",
                    owner=key("Leila Haddad"),
                    day=23 - FIRST_INDEX,
                    blocks="B3r",
                ),
            ),
        ),
    ]


def record(person: str, at: str) -> Record:
    """Return who did something, on the own laptop, and when."""
    return Record(by=person, device=f"{person.partition('-')[0]}-laptop", at=at)


def read_back(baton: str) -> Edit:
    """Return what the receiver of a baton read back, with the giver's marks."""
    return Together(
        "Read back",
        tuple(
            ChangeInPack(
                baton,
                PROMPTS,
                f"{baton}-q{number}",
                {"answer": answer, "mark": "corrected" if correction else "right", "correction": correction},
            )
            for number, (answer, correction) in enumerate(content.READ_BACKS[baton], start=1)
        ),
    )


def progress() -> list[Edit]:
    """Return how far the work is: weeks 1 to 4 done, week 5 under way."""
    tasks = Lookup(planned()).tasks
    done = [task for task, value in tasks if value.phase in {"SPEC", "BUILD"}]
    return [
        *(Change(TASK, task, {"status": DONE, "progress": 100}) for task in done),
        *(Change(TASK, task, {"status": ACTIVE, "progress": percent}) for task, percent in content.UNDER_WAY.items()),
        *(Change(TASK, task, {"notes": text}) for task, text in content.NOTES.items()),
        *(Change(TASK, task, {"backup": key(name)}) for task, name in content.BACKUPS.items()),
    ]


def records() -> list[Edit]:
    """Return decisions made, metrics with their numbers, risks and mechanisms."""
    return [
        *(
            Change("decision", decision, {"outcome": outcome, "reason": reason, "decided_on": day})
            for decision, (outcome, reason, day) in content.DECIDED.items()
        ),
        *(
            Change("metric", metric, {"baseline": baseline, "target": target})
            for metric, (baseline, target) in content.METRICS.items()
        ),
        *(
            Change("metric", metric, {"readings": tuple(Reading(on=day, value=value) for day, value in readings)})
            for metric, readings in content.READINGS.items()
        ),
        *(
            Add("risk", risk, Risk(title=title, owner=key(owner), trigger=trigger, fallback=fallback, batons=batons,
                                   order=order))
            for order, (risk, (title, owner, trigger, fallback, batons)) in zip(
                positions(len(content.RISKS)), content.RISKS.items(), strict=True
            )
        ),
        *(
            Add("mechanism", mechanism, Mechanism(title=title, order=order))
            for order, (mechanism, title) in zip(
                positions(len(content.MECHANISMS)), content.MECHANISMS.items(), strict=True
            )
        ),
    ]  # fmt: skip


def faults() -> list[Edit]:
    """Return what is wrong in this launch and worth finding, and the one thing that was accepted with a reason."""
    return [
        Change(TASK, "PO6", {"owner": "Jonas Reyes & Mira Okafor"}),
        Change(TASK, "PO8", {"owner": ""}),
        Change(TASK, "TR5", {"owner": "Marketing"}),
        Change(TASK, "TE3", {"owner": "PM until wk 6, then PMM"}),
        Change(TASK, "TE9", {"start": Start(days=26 - FIRST_INDEX)}),
        Change(TASK, "TR9", {"owner": "Support team"}),
        Change(TASK, "TR11", {"backup": key("Priya Raman")}),
        ChangeInPack("B5", ITEMS, "B5-7", {"criterion": ""}),
        Waive(*content.WAIVED),
    ]


def write(path: Path) -> None:
    """Write the sample to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_plan(sample()))


if __name__ == "__main__":
    write(FILE)
