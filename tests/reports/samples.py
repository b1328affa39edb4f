"""A launch to report on: the 12-week clock in its sixth week, with the main baton nearly ready."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from launchplanner.checks import ERROR, WARNING, Context, Finding, Findings, Part
from launchplanner.formats.templates import template
from launchplanner.plan.batons import Baton, BatonItem
from launchplanner.plan.edits import Answer, Offer, Record
from launchplanner.plan.people import Away
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT_WITH_CONDITIONS
from launchplanner.plan.records import Risk, Waiver
from launchplanner.plan.templates import new_plan
from launchplanner.plan.values import Table
from launchplanner.reports.source import Source

TODAY = date(2027, 2, 25)
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
    """Return the plan with a baton read back, offered and accepted with a condition."""
    baton = plan.batons[key]
    items = Table((item_key, item.replace(state="ready")) for item_key, item in baton.items.items())
    prompts = Table(
        (prompt_key, prompt.replace(answer="It bids for the advertiser.", mark="right"))
        for prompt_key, prompt in baton.prompts.items()
    )
    plan = put(plan, "batons", key, items=items, prompts=prompts)
    giver = Record("mira-okafor", "mira-laptop", "2027-02-25T10:00:00+01:00")
    receiver = Record("dev-lindqvist", "dev-desk", "2027-02-25T11:30:00+01:00")
    plan = Offer(key, giver).apply(plan)
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


def with_item(plan: Plan, item: BatonItem, baton: str = "B4") -> Plan:
    """Return the plan with `item` as the only one in a baton."""
    return put(plan, "batons", baton, items=Table({"only": item}))
