"""A baton between Mira and Jonas, and the steps of its pass as one-liners for tests."""

from launchplanner.plan.batons import Event
from launchplanner.plan.edits import PROMPTS, Answer, ChangeInPack, Offer, Pass, Record, Withdraw
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, RETURN, event_id
from tests.builders import a_plan

BATON = "product-to-market"
MIRA, JONAS = "mira-okafor", "jonas-reyes"


def record(by: str, at: str = "2027-03-26T10:00+02:00") -> Record:
    return Record(by, f"{by}-laptop", at)


def offered(plan: Plan | None = None, at: str = "2027-03-26T10:00+02:00") -> Plan:
    return Offer(BATON, record(MIRA, at)).apply(plan or a_plan())


def read_back(plan: Plan, answer: str = "It lets people bid.") -> Plan:
    for key in plan.batons[BATON].prompts:
        plan = ChangeInPack(BATON, PROMPTS, key, {"answer": answer, "mark": "right"}).apply(plan)
    return plan


def answered(plan: Plan, kind: str = ACCEPT, code: str = "", note: str = "") -> Plan:
    return Answer(BATON, kind, record(JONAS, "2027-03-26T15:00+02:00"), code, note).apply(plan)


def returned(plan: Plan, code: str = "item missing", note: str = "The limits list is not there.") -> Plan:
    return answered(plan, RETURN, code, note)


def withdrawn(plan: Plan) -> Plan:
    return Withdraw(BATON, record(MIRA, "2027-03-26T16:00+02:00")).apply(plan)


def joined(plan: Plan, *others: Plan) -> Plan:
    """Return the plan with what was said in other copies of it."""
    baton = plan.batons[BATON]
    events = baton.events
    for other in others:
        events = events.updated(other.batons[BATON].events)
    return plan.replace(batons=plan.batons.with_(BATON, baton.replace(events=events)))


def with_event(plan: Plan, event: Event) -> Plan:
    """Return the plan with an event that no edit would write."""
    baton = plan.batons[BATON]
    changed = baton.replace(events=baton.events.with_(event_id(event), event))
    return plan.replace(batons=plan.batons.with_(BATON, changed))


def state(plan: Plan) -> tuple[str, str]:
    """Return the state of the baton, and who holds it."""
    standing = Pass.of(plan, BATON).standing
    return standing.state, standing.holder
