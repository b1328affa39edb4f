"""A launch to report on: the 12-week clock in its sixth week, with the main baton nearly ready."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from launchplanner.checks import ERROR, WARNING, Context, Finding, Findings, Part
from launchplanner.formats.templates import template
from launchplanner.plan.batons import Baton, BatonItem, Event, Prompt
from launchplanner.plan.edits import Answer, Mark, Offer, ReadBack, Record
from launchplanner.plan.people import Away, Person, Role, RoleHold
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS
from launchplanner.plan.records import Decision, Metric, Risk, Waiver
from launchplanner.plan.templates import new_plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import Dependency, Phase, Start, Task
from launchplanner.reports.source import Source

TODAY = date(2027, 2, 25)
AT = "2027-02-24T09:00"
EXPORTED = datetime(2027, 2, 25, 17, 5)  # noqa: DTZ001 - printed as it is, in the zone of whoever exports
LAUNCH_DAY = date(2027, 3, 30)
PEOPLE: Mapping[str, Sequence[str]] = {
    "Mira Okafor": ("pm",),
    "Jonas Reyes": ("pmm",),
    "Dev Lindqvist": ("engineering-lead",),
    "Bo Nguyen": ("qa-lead",),
    "Yuki Tanabe": ("technical-writer",),
    "Owen Achterberg": ("ux-researcher", "data-analyst"),
    "Leila Haddad": ("sales-enablement-lead",),
    "Priya Raman": ("launch-sponsor",),
    "Tessa Brandt": ("sales-lead",),
    "Ines Castellano": ("support-lead", "customer-success-lead"),
}
RISKS = (
    ("p95 over 200 ms for five minutes at peak", "Stop at that step, and roll back in 7 minutes", "dev-lindqvist"),
    ("Legal strikes “never overpay”", "Pillar two leads", "jonas-reyes"),
    ("Fewer than 8 of the 12 pilot advertisers stay", "Hold the next rollout step for a week", "mira-okafor"),
    ("Product-ready date slips past the zone", "Move the market date and tell the sponsor", "somebody"),
)
EVIDENCE = {
    "B4-1": "spec v2 · 3fd2 81c4",
    "B4-2": "dashboard · export 24 Feb",
    "B4-9": "6 quotes, 4 with consent",
}

NOTHING: Table[Any] = Table()


def put(plan: Plan, table: str, key: str, **changes: Any) -> Plan:
    """Return the plan with fields of one part changed."""
    entries: Table[Any] = getattr(plan, table)
    return plan.replace(**{table: entries.with_(key, entries[key].replace(**changes))})


def clock(title: str = "New auction model") -> Plan:
    """Return the template with people and nothing else."""
    shipped = template("twelve-week-clock")
    assert shipped is not None
    plan = new_plan(shipped, title=title, launch_day=LAUNCH_DAY, people=PEOPLE)
    return plan.replace(id="1f0c8e52-6f2e-4a44-9a60-0d6b3f6c2a11", confidence="forecast")


def launch() -> Plan:
    """Return the clock in its sixth week: most is done, B4 has two items to come, one risk has no known owner."""
    plan = clock()
    for key, task in plan.tasks.items():
        if task.phase in {"SPEC", "BUILD"}:
            plan = put(plan, "tasks", key, status="done", progress=100)
    plan = put(plan, "tasks", "TE12", owner="Mira Okafor", backup="dev-lindqvist")
    plan = put(plan, "tasks", "PO1", owner="Jonas & Mira")
    plan = put(plan, "people", "jonas-reyes", away=(Away(start=date(2027, 3, 8), end=date(2027, 3, 9)),))
    for number, (trigger, fallback, owner) in enumerate(RISKS):
        risk = Risk(title=f"Risk {number}", trigger=trigger, fallback=fallback, owner=owner, batons=("B4",))
        plan = plan.replace(risks=plan.risks.with_(f"R{number}", risk))
    plan = put(plan, "batons", "B4", **_pack(plan.batons["B4"]))
    return plan.replace(waivers=plan.waivers.with_("OWN001:TE12", WAIVER))


WAIVER = Waiver(
    rule="OWN001", part="TE12", reason="The week is crowded, and both know it", by="priya-raman", until=date(2027, 3, 5)
)


def _pack(baton: Baton) -> dict[str, object]:
    items = baton.items
    for key, item in baton.items.items():
        state = {"B4-8": "missing", "B4-9": "draft"}.get(key, "ready")
        items = items.with_(key, item.replace(state=state, evidence=EVIDENCE.get(key, item.evidence)))
    bearing = (
        "The auction runs behind its flag for 12 advertisers in four regions. Health is steady. "
        "Video is out of scope until May."
    )
    return {"items": items, "bearing": bearing}


def passed(plan: Plan, key: str = "B2") -> Plan:
    """Return the plan with a baton offered, read back and accepted with a condition."""
    baton = plan.batons[key]
    items = Table((item_key, item.replace(state="ready")) for item_key, item in baton.items.items())
    plan = put(plan, "batons", key, items=items)
    giver = Record("mira-okafor", "mira-laptop", "2027-02-25T10:00:00+01:00")
    receiver = Record("dev-lindqvist", "dev-desk", "2027-02-25T11:30:00+01:00")
    plan = Offer(key, giver).apply(plan)
    for prompt in baton.prompts:
        plan = ReadBack(key, prompt, "It bids for the advertiser.", receiver.by).apply(plan)
        plan = Mark(key, prompt, giver.by).apply(plan)
    return Answer(key, ACCEPT_WITH_CONDITIONS, receiver, note="Risk list by Friday").apply(plan)


FINDINGS = Findings(
    open=(
        Finding("OWN002", ERROR, Part("task", "TE12", "Product-ready pack"), "“Product-ready pack” has two owners."),
        Finding("BAT004", WARNING, Part("baton", "B4", "Product to market"), "“Product to market” has a draft item."),
        Finding("DAT001", WARNING, Part("launch", "", "New auction model"), "Launch day is close to a holiday."),
    ),
    waived=(
        (
            Finding("OWN001", WARNING, Part("task", "TE12", "Product-ready pack"), "Jonas Reyes has 8 days of work."),
            WAIVER,
        ),
    ),
)


def source(plan: Plan, findings: Findings = FINDINGS, today: date = TODAY) -> Source:
    """Return what reports are made from."""
    return Source(Context(plan, today), findings, EXPORTED)


def tiny(text: str = "", name: str = "") -> Plan:
    """Return a launch with one of everything; with `text` every text field holds it, with `name` every person's name.

    It says all that a report prints and needs no template.
    """

    def say(own: str) -> str:
        return text or own

    people = {
        "ana": Person(name=name or "Ana Sol", initials="AS", holds=(RoleHold(role="pm"),)),
        "bo": Person(name=name or "Bo Lund", initials="BL", holds=(RoleHold(role="pmm"),)),
    }
    item = BatonItem(
        title=say("Spec, frozen"),
        criterion=say("Each change is listed"),
        evidence=say("Change list"),
        link=say("https://example.org/spec"),
        owner=text or "ana",
        state="draft",
        required=True,
        order="1",
    )
    set_aside = BatonItem(title=say("Old price list"), state="not applicable", reason=say("Prices stay"), order="2")
    baton = Baton(
        title=say("Product to market"),
        kind="main",
        giver="ana",
        receiver="bo",
        second_reader=text,
        day=-2,
        carries=say("the frozen spec"),
        bearing=say("It runs behind its flag."),
        items=Table({"i1": item, "i2": set_aside}),
        prompts=Table(
            {
                "q1": Prompt(question=say("What does it do?"), order="1"),
                "q2": Prompt(
                    question=say("Why does it work?"),
                    answer=say("It bids for you."),
                    mark="corrected",
                    correction=say("It bids for you, up to a limit."),
                    order="2",
                ),
            }
        ),
        events=Table(
            {
                "e1": Event(
                    kind="offer", content="", by="ana", device=say("ana-laptop"), at=text or "2027-02-24T09:00"
                ),
                "e2": Event(kind="return", content="", by="bo", code=say("item missing"), note=say("No change list")),
            }
        ),
        order="1",
    )
    return Plan(
        id="tiny",
        title=say("Payments relaunch"),
        confidence=text or "promise",
        launch_day=date(2027, 3, 1),
        first=-20,
        days=25,
        launch_task="t2",
        people=Table(people),
        roles=Table(
            {
                "pm": Role(name=say("PM"), long_name=say("Product manager"), family="pm"),
                "pmm": Role(name=say("PMM"), long_name=say("Marketing manager"), family="pmm"),
            }
        ),
        phases=Table(
            {
                "p1": Phase(
                    title=say("Build"), lead="pm", start=-20, days=25, purpose=say("Make it"), leaves_with=say("It")
                )
            }
        ),
        tasks=Table(
            {
                "t1": Task(
                    title=say("Finish the change list"),
                    phase="p1",
                    owner="ana",
                    contributors=(text or "bo",),
                    backup=text or "bo",
                    start=Start(days=-5),
                    deliverable=say("Change list"),
                    notes=say("Short"),
                    links=(say("https://example.org/t1"),),
                    order="1",
                ),
                "t2": Task(
                    title=say("Launch day"), phase="p1", owner=text or "Ana and Bo", start=Start(days=0), order="2"
                ),
            }
        ),
        dependencies=Table({"t1>b1": Dependency(predecessor="t1", successor="b1")}),
        batons=Table({"b1": baton}),
        decisions=Table(
            {
                "d1": Decision(title=say("Price point"), decider=text or "bo", day=-1, heard=(text or "ana",)),
                "d2": Decision(
                    title=say("Target segment"),
                    decider="bo",
                    day=-3,
                    outcome=say("Small shops first"),
                    reason=say("They asked"),
                    decided_on=date(2027, 2, 23),
                ),
            }
        ),
        metrics=Table(
            {"m1": Metric(title=say("Conversion"), owner=text or "bo", definition=say("Paid of tried"), unit=text)}
        ),
        risks=Table(
            {
                "r1": Risk(
                    title=say("Slip"), owner=text or "ana", trigger=say("Test is red"), fallback=say("Move the day")
                )
            }
        ),
    )


def tiny_findings(text: str = "") -> Findings:
    """Return an open and a waived finding on the tiny plan."""
    part = Part("task", "t1", text or "Finish the change list")
    waiver = Waiver(rule="DAT001", part="t1", reason=text or "Ana knows", by=text or "bo", until=date(2027, 3, 5))
    return Findings(
        open=(Finding("OWN004", ERROR, part, text or "“Finish the change list” is owned by a team."),),
        waived=((Finding("DAT001", WARNING, part, text or "“Finish the change list” is late."), waiver),),
    )


def tiny_source(text: str = "", name: str = "") -> Source:
    """Return what reports on the tiny plan are made from."""
    return source(tiny(text, name), tiny_findings(text), date(2027, 2, 25))
