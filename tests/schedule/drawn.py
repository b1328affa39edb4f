"""Random plans for the schedule: tasks, batons and links of any kind, rings among them, and little else."""

from datetime import timedelta

from hypothesis import strategies as st

from launchplanner.plan.batons import Baton
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.people import Person, RoleHold
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import TASK_STATES, Phase, Task
from tests.plan.strategies import LAUNCH_DAY, around_launch, estimates, links_between, offsets, starts

tasks = st.builds(
    Task,
    title=st.sampled_from("ABC"),
    phase=st.sampled_from(["", "spec", "ramp"]),
    owner=st.sampled_from(["ana", "bo", "pm"]),
    start=starts,
    duration=st.integers(0, 8),
    status=st.sampled_from(TASK_STATES),
    progress=st.sampled_from([0, 0, 50, 100]),
    started=around_launch,
    finished=around_launch,
    remaining=st.none() | st.integers(0, 12),
    estimate=estimates,
    tiers=st.sampled_from([(), (1,), (1, 2, 3)]),
)
batons = st.builds(Baton, title=st.just("Pass"), giver=st.just("pm"), receiver=st.just("bo"), day=offsets)
phases = st.builds(Phase, title=st.just("Phase"), start=offsets, days=st.integers(1, 20))
_PEOPLE = Table({"ana": Person(name="Ana", holds=(RoleHold(role="pm"),)), "bo": Person(name="Bo")})


@st.composite
def dated(draw: st.DrawFn) -> Plan:
    """Return any plan, as far as its dates go."""
    some_tasks = draw(st.dictionaries(st.sampled_from("abcdefgh"), tasks, max_size=6))
    some_batons = draw(st.dictionaries(st.sampled_from("xyz"), batons, max_size=2))
    parts = [*some_tasks, *some_batons, "gone"]
    off = draw(st.lists(st.integers(-30, 30), max_size=3))
    return Plan(
        id="drawn",
        launch_day=LAUNCH_DAY + timedelta(days=draw(st.integers(-9, 9))),
        launch_task=draw(st.sampled_from(["", *parts])),
        first=draw(offsets),
        days=draw(st.integers(1, 90)),
        calendar=WorkCalendar(days_off=tuple(LAUNCH_DAY + timedelta(days=days) for days in off)),
        people=_PEOPLE,
        phases=Table(draw(st.dictionaries(st.sampled_from(["spec", "ramp"]), phases, max_size=2))),
        tasks=Table(some_tasks),
        dependencies=draw(links_between(parts)),
        batons=Table(some_batons),
    )
