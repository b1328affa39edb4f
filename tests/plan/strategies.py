"""Random plans, as whole as the model allows: rings, links to nothing, owners that nobody knows."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from launchplanner.plan.batons import BATON_KINDS, ITEM_STATES, MARKS, PACK_PARTS, Baton, BatonItem, Event, Prompt
from launchplanner.plan.calendar import WorkCalendar
from launchplanner.plan.people import Away, Person, Role, RoleHold, Team
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import (
    Baseline,
    BaselineSpan,
    DebtReading,
    Decision,
    Mechanism,
    Metric,
    OwnerChange,
    Reading,
    Risk,
    Waiver,
)
from launchplanner.plan.values import EARLIEST, LATEST, Table
from launchplanner.plan.work import (
    ANCHORED,
    AS_SOON_AS_POSSIBLE,
    DEPENDENCY_TYPES,
    ON_DATE,
    START_RULES,
    TASK_STATES,
    Dependency,
    Estimate,
    Phase,
    Start,
    Task,
)

LAUNCH_DAY = date(2027, 3, 30)
texts = st.text(max_size=12)
ids = st.text(min_size=1, max_size=6)
days = st.dates(EARLIEST, LATEST)
offsets = st.integers(-60, 30)
owners = st.sampled_from(["", "ana", "bo", "pm", "Ana & Bo", "Marketing", "Infra", "A. Silva"])


def tables(
    keys: st.SearchStrategy[str], values: st.SearchStrategy[Any], most: int = 3
) -> st.SearchStrategy[Table[Any]]:
    return st.dictionaries(keys, values, max_size=most).map(Table)


def texts_in_a_row() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=3).map(tuple)


starts = st.one_of(
    st.builds(Start, rule=st.just(ANCHORED), days=offsets),
    st.just(Start(rule=AS_SOON_AS_POSSIBLE)),
    st.builds(
        Start, rule=st.just(ON_DATE), on=st.dates(LAUNCH_DAY - timedelta(days=90), LAUNCH_DAY + timedelta(days=40))
    ),
    st.builds(
        Start,
        rule=st.sampled_from([*START_RULES, "when the moon is full"]),
        days=offsets,
        on=st.none() | st.dates(LAUNCH_DAY - timedelta(days=90), LAUNCH_DAY + timedelta(days=40)),
    ),
)
around_launch = st.none() | st.dates(LAUNCH_DAY - timedelta(days=90), LAUNCH_DAY + timedelta(days=40))
durations = st.integers(0, 12)
estimates = st.none() | st.builds(Estimate, optimistic=durations, likely=durations, pessimistic=durations)
tasks = st.builds(
    Task,
    title=texts,
    phase=st.sampled_from(["", "spec", "ramp"]),
    owner=owners,
    contributors=st.lists(owners, max_size=2).map(tuple),
    backup=owners,
    start=starts,
    duration=st.integers(0, 8),
    status=st.sampled_from([*TASK_STATES, "simmering"]),
    progress=st.integers(0, 100),
    started=around_launch,
    finished=around_launch,
    remaining=st.none() | durations,
    estimate=estimates,
    notes=texts,
    links=texts_in_a_row(),
    tiers=st.lists(st.integers(1, 3), max_size=3).map(tuple),
    order=texts,
)
items = st.builds(
    BatonItem,
    title=texts,
    part=st.sampled_from(PACK_PARTS),
    criterion=texts,
    evidence=texts,
    state=st.sampled_from(ITEM_STATES),
    reason=texts,
    required=st.booleans(),
)
prompts = st.builds(Prompt, question=texts, answer=texts, mark=st.sampled_from(MARKS))
events = st.builds(Event, kind=texts, content=texts, by=owners, at=texts, seen=texts_in_a_row(), body=texts)
batons = st.builds(
    Baton,
    title=texts,
    kind=st.sampled_from(BATON_KINDS),
    giver=owners,
    receiver=owners,
    day=offsets,
    opens=st.integers(0, 5),
    items=tables(ids, items),
    prompts=tables(ids, prompts),
    events=tables(ids, events),
)
persons = st.builds(
    Person,
    name=texts,
    aliases=texts_in_a_row(),
    holds=st.lists(st.builds(RoleHold, role=texts, start=st.none() | days), max_size=2).map(tuple),
    away=st.lists(st.builds(Away, start=days, end=days, reason=texts), max_size=2).map(tuple),
)
teams = st.builds(
    Team,
    name=st.sampled_from(["Infra", "Marketing", ""]) | texts,
    aliases=texts_in_a_row(),
    members=st.lists(st.sampled_from(["ana", "bo", "gone"]), max_size=3).map(tuple),
    kind=st.sampled_from(["team", "organisation", "guild"]),
)
owner_changes = st.builds(
    OwnerChange,
    task=st.just("") | st.sampled_from("abcdefgh"),
    role=st.just("") | st.sampled_from(["pm", "pmm", "gone"]),
    on=days,
    before=owners,
    after=owners,
    reason=st.just("") | texts,
)
readings = st.builds(Reading, on=days, value=st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def links_between(draw: st.DrawFn, keys: list[str]) -> Table[Dependency]:
    """Return links between any of `keys`, rings and links to themselves among them."""
    ends = st.sampled_from(keys)
    link = st.builds(
        Dependency, predecessor=ends, successor=ends, type=st.sampled_from(DEPENDENCY_TYPES), lag=st.integers(-3, 5)
    )
    return Table((found.id, found) for found in draw(st.lists(link, max_size=12)))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return any plan that the model allows."""
    some_tasks = draw(st.dictionaries(st.sampled_from("abcdefgh"), tasks, max_size=6))
    some_batons = draw(st.dictionaries(st.sampled_from("xyz"), batons, max_size=2))
    parts = [*some_tasks, *some_batons, "gone"]
    return Plan(
        title=draw(texts),
        tier=draw(st.integers(1, 3)),
        launch_day=draw(st.dates(date(2026, 1, 1), date(2028, 12, 31))),
        launch_task=draw(st.sampled_from(["", *parts])),
        first=draw(offsets),
        days=draw(st.integers(1, 90)),
        calendar=WorkCalendar(days_off=tuple(draw(st.lists(days, max_size=3)))),
        people=draw(tables(st.sampled_from(["ana", "bo"]), persons)),
        roles=draw(tables(st.sampled_from(["pm", "pmm"]), st.builds(Role, name=texts, long_name=texts))),
        teams=draw(tables(st.sampled_from(["infra", "ana"]), teams)),
        phases=draw(
            tables(
                st.sampled_from(["spec", "ramp"]),
                st.builds(Phase, title=texts, lead=owners, start=offsets, days=st.integers(1, 20)),
            )
        ),
        tasks=Table(some_tasks),
        dependencies=draw(links_between(parts)),
        batons=Table(some_batons),
        decisions=draw(tables(ids, st.builds(Decision, title=texts, decider=owners, decided_on=st.none() | days))),
        metrics=draw(tables(ids, st.builds(Metric, title=texts, readings=st.lists(readings, max_size=2).map(tuple)))),
        risks=draw(tables(ids, st.builds(Risk, title=texts, owner=owners, is_open=st.booleans()))),
        mechanisms=draw(tables(ids, st.builds(Mechanism, title=texts, said_back_by=texts_in_a_row()))),
        baselines=draw(
            tables(
                ids,
                st.builds(
                    Baseline,
                    title=texts,
                    launch_day=days,
                    spans=tables(ids, st.builds(BaselineSpan, start=offsets, finish=offsets)),
                ),
            )
        ),
        waivers=draw(tables(ids, st.builds(Waiver, rule=texts, part=texts, reason=texts, until=st.none() | days))),
        owner_changes=draw(tables(ids, owner_changes)),
        debt=draw(tables(days.map(date.isoformat) | ids, st.builds(DebtReading, tasks=st.integers(0, 99)))),
        words_for_one=draw(texts_in_a_row()),
    )
