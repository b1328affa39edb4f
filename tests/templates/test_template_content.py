"""The shipped launch templates, read as data: complete, in order, and with one owner for everything.

Days are working days counted from the Monday of week 1. A baton passes at the end of its day, so what waits for
it starts on a later day, while the baton itself may come on the last day of the tasks that it waits for.
"""

import json
from collections import Counter
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TypedDict, cast

import pytest

from launchplanner.words.resources import resource_folder, resource_text

PASS_MAY_STRAY_DAYS = 2
"""How far from the change of lead a pass may be planned: no farther than the exchange zone reaches."""

FAMILIES = {"pm", "pmm", "engineering", "design", "sales", "support", "enablement", "quality", "legal", "sponsor"}
PACK_PARTS = {"bearing", "artefact", "task", "outlook"}
TIERS = {1, 2, 3}


class Role(TypedDict):
    id: str
    name: str
    long_name: str
    family: str


class Phase(TypedDict):
    id: str
    name: str
    lead: str
    start: int
    days: int
    purpose: str
    leaves_with: str


class Task(TypedDict):
    id: str
    phase: str
    start: int
    days: int
    title: str
    owner: str
    contributors: list[str]
    deliverable: str
    after: list[str]
    tiers: list[int]


class Item(TypedDict):
    id: str
    title: str
    part: str
    criterion: str
    evidence: str
    required: bool


class Baton(TypedDict):
    id: str
    title: str
    kind: str
    giver: str
    receiver: str
    day: int
    opens_before: int
    closes_after: int
    answer_within: int
    on_call: int
    carries: str
    opens_phase: str
    after: list[str]
    items: list[Item]
    prompts: list[str]


class Decision(TypedDict):
    id: str
    title: str
    decider: str
    heard: list[str]
    told: list[str]
    day: int
    veto: bool


class Metric(TypedDict):
    id: str
    name: str
    owner: str
    definition: str
    unit: str
    direction: str
    caution: str


class Template(TypedDict):
    id: str
    order: int
    name: str
    summary: str
    weeks: int
    default_tier: int
    launch_task: str
    roles: list[Role]
    phases: list[Phase]
    tasks: list[Task]
    batons: list[Baton]
    decisions: list[Decision]
    metrics: list[Metric]


def read(name: str) -> Template:
    return cast("Template", json.loads(resource_text(f"templates/{name}.json")))


NAMES = sorted(path.stem for path in (resource_folder() / "templates").glob("*.json"))
TEMPLATES = [read(name) for name in NAMES]


@pytest.fixture(params=TEMPLATES, ids=NAMES)
def template(request: pytest.FixtureRequest) -> Template:
    return cast("Template", request.param)


def last_day(part: Phase | Task) -> int:
    return part["start"] + part["days"] - 1


def ends(template: Template) -> dict[str, int]:
    """Return the last day of each task and the day of each baton, by id."""
    return {task["id"]: last_day(task) for task in template["tasks"]} | {
        baton["id"]: baton["day"] for baton in template["batons"]
    }


def waits(template: Template) -> dict[str, list[str]]:
    """Return what each task and baton waits for."""
    return {part["id"]: part["after"] for part in [*template["tasks"], *template["batons"]]}


def test_the_nine_templates_stand_in_their_order() -> None:
    assert [t["id"] for t in sorted(TEMPLATES, key=lambda t: t["order"])] == [
        "twelve-week-clock",
        "tier-1-flagship",
        "tier-2-feature",
        "tier-3-release-note",
        "early-access",
        "fast-launch",
        "price-change",
        "regional-roll-out",
        "one-person-start-up",
    ]
    assert [t["order"] for t in sorted(TEMPLATES, key=lambda t: t["order"])] == list(range(1, 10))


def test_a_file_is_named_for_its_template_and_has_one_field_a_line(template: Template) -> None:
    text = resource_text(f"templates/{template['id']}.json")

    assert text == json.dumps(template, indent=2, ensure_ascii=False) + "\n"


def test_ids_are_unique(template: Template) -> None:
    for group in (
        [role["id"] for role in template["roles"]],
        [phase["id"] for phase in template["phases"]],
        [part["id"] for part in [*template["tasks"], *template["batons"]]],
        [item["id"] for baton in template["batons"] for item in baton["items"]],
        [decision["id"] for decision in template["decisions"]],
        [metric["id"] for metric in template["metrics"]],
    ):
        assert [id_ for id_, times in Counter(group).items() if times > 1] == []


def test_names_and_titles_are_unique_and_written(template: Template) -> None:
    for group in (
        [role["name"] for role in template["roles"]],
        [phase["name"] for phase in template["phases"]],
        [task["title"] for task in template["tasks"]],
        [baton["title"] for baton in template["batons"]],
        [decision["title"] for decision in template["decisions"]],
        [metric["name"] for metric in template["metrics"]],
    ):
        assert len(set(group)) == len(group)
        assert all(name and name == name.strip() for name in group)


def test_every_role_is_known_and_used(template: Template) -> None:
    used = {phase["lead"] for phase in template["phases"]}
    used |= {id_ for task in template["tasks"] for id_ in (task["owner"], *task["contributors"])}
    used |= {id_ for baton in template["batons"] for id_ in (baton["giver"], baton["receiver"])}
    used |= {id_ for d in template["decisions"] for id_ in (d["decider"], *d["heard"], *d["told"])}
    used |= {metric["owner"] for metric in template["metrics"]}

    assert used == {role["id"] for role in template["roles"]}
    assert {role["family"] for role in template["roles"]} <= FAMILIES


def test_every_reference_leads_somewhere(template: Template) -> None:
    phases = {phase["id"] for phase in template["phases"]}
    parts = set(ends(template))

    assert {task["phase"] for task in template["tasks"]} == phases
    assert {baton["opens_phase"] for baton in template["batons"]} <= phases | {""}
    assert {id_ for waited in waits(template).values() for id_ in waited} <= parts
    assert all(len(set(waited)) == len(waited) for waited in waits(template).values())


def test_the_launch_is_one_of_the_tasks_and_lasts_a_day(template: Template) -> None:
    launch = [task for task in template["tasks"] if task["id"] == template["launch_task"]]

    assert [task["days"] for task in launch] == [1]
    assert set(launch[0]["tiers"]) == TIERS


def test_phases_fill_the_weeks_without_overlap_or_gap(template: Template) -> None:
    phases = template["phases"]

    assert phases[0]["start"] == 0
    assert all(after["start"] == last_day(before) + 1 for before, after in pairwise(phases))
    assert last_day(phases[-1]) + 1 == 5 * template["weeks"]
    assert all(phase["purpose"] and phase["leaves_with"] for phase in phases)


def test_tasks_lie_inside_their_phase(template: Template) -> None:
    spans = {phase["id"]: (phase["start"], last_day(phase)) for phase in template["phases"]}

    outside = [
        task["id"]
        for task in template["tasks"]
        if not spans[task["phase"]][0] <= task["start"] <= last_day(task) <= spans[task["phase"]][1]
    ]

    assert outside == []


def test_tasks_say_what_they_deliver_and_helpers_are_not_the_owner(template: Template) -> None:
    for task in template["tasks"]:
        assert task["days"] >= 1
        assert task["deliverable"]
        assert task["owner"] not in task["contributors"]
        assert len(set(task["contributors"])) == len(task["contributors"])


def test_tiers_keep_every_task_of_the_template_s_own_tier(template: Template) -> None:
    for task in template["tasks"]:
        assert task["tiers"] == sorted(set(task["tiers"]) & TIERS)
        assert template["default_tier"] in task["tiers"]


def test_nothing_waits_in_a_cycle(template: Template) -> None:
    assert len(tuple(TopologicalSorter(waits(template)).static_order())) == len(ends(template))


def test_what_is_waited_for_ends_first(template: Template) -> None:
    end = ends(template)

    early_tasks = [
        (task["id"], id_) for task in template["tasks"] for id_ in task["after"] if end[id_] >= task["start"]
    ]
    early_batons = [
        (baton["id"], id_) for baton in template["batons"] for id_ in baton["after"] if end[id_] > baton["day"]
    ]

    assert early_tasks == []
    assert early_batons == []


def test_every_baton_waits_for_work(template: Template) -> None:
    tasks = {task["id"] for task in template["tasks"]}

    assert [baton["id"] for baton in template["batons"] if not tasks & set(baton["after"])] == []


def test_what_a_baton_opens_waits_for_it(template: Template) -> None:
    waited = {id_ for task in template["tasks"] for id_ in task["after"]}
    opening = {baton["id"] for baton in template["batons"] if baton["opens_phase"]}

    assert opening <= waited


def test_no_role_has_more_than_three_tasks_at_once(template: Template) -> None:
    load = Counter(
        (task["owner"], day) for task in template["tasks"] for day in range(task["start"], last_day(task) + 1)
    )

    assert {who_and_day: n for who_and_day, n in load.items() if n > 3} == {}


def test_every_baton_has_two_sides_and_a_day_on_the_clock(template: Template) -> None:
    for baton in template["batons"]:
        assert baton["giver"] != baton["receiver"]
        assert baton["kind"] in {"main", "side"}
        assert 0 <= baton["day"] < 5 * template["weeks"]
        assert baton["carries"]
        assert min(baton["opens_before"], baton["closes_after"], baton["answer_within"], baton["on_call"]) >= 0


def test_every_item_has_a_criterion_and_evidence(template: Template) -> None:
    for baton in template["batons"]:
        assert 1 <= len(baton["items"]) <= 12, baton["id"]
        assert len({item["title"] for item in baton["items"]}) == len(baton["items"])
        for item in baton["items"]:
            assert item["title"]
            assert item["criterion"]
            assert item["evidence"]
            assert item["part"] in PACK_PARTS


def test_every_baton_asks_two_to_six_questions(template: Template) -> None:
    for baton in template["batons"]:
        assert 2 <= len(set(baton["prompts"])) == len(baton["prompts"]) <= 6, baton["id"]
        assert all(prompt.endswith("?") for prompt in baton["prompts"])


def test_every_change_of_lead_has_its_main_baton(template: Template) -> None:
    passes = [
        (baton["giver"], baton["receiver"], baton["day"]) for baton in template["batons"] if baton["kind"] == "main"
    ]
    for before, after in pairwise(template["phases"]):
        if before["lead"] == after["lead"]:
            continue
        zone = range(last_day(before) - PASS_MAY_STRAY_DAYS, after["start"] + PASS_MAY_STRAY_DAYS + 1)
        assert [p for p in passes if p[:2] == (before["lead"], after["lead"]) and p[2] in zone], after["id"]


def test_product_to_market_carries_spec_and_usage_data(template: Template) -> None:
    families = {role["id"]: role["family"] for role in template["roles"]}
    for baton in template["batons"]:
        if baton["kind"] == "main" and (families[baton["giver"]], families[baton["receiver"]]) == ("pm", "pmm"):
            assert [item["required"] for item in baton["items"]].count(True) >= 2, baton["id"]


def test_every_decision_has_one_decider_who_is_not_also_heard(template: Template) -> None:
    for decision in template["decisions"]:
        assert decision["heard"]
        assert decision["decider"] not in [*decision["heard"], *decision["told"]]
        assert not set(decision["heard"]) & set(decision["told"])
        assert 0 <= decision["day"] < 5 * template["weeks"]
    assert sum(decision["veto"] for decision in template["decisions"]) <= 2


def test_every_metric_is_defined(template: Template) -> None:
    for metric in template["metrics"]:
        assert metric["direction"] in {"up", "down"}
        assert metric["definition"]
        assert metric["unit"]


def test_the_twelve_week_clock_is_whole() -> None:
    clock = read("twelve-week-clock")

    assert [(phase["name"], phase["lead"], phase["days"]) for phase in clock["phases"]] == [
        ("Spec", "pm", 10),
        ("Build", "pm", 10),
        ("Test", "pm", 10),
        ("Positioning", "pmm", 10),
        ("Training", "pmm", 10),
        ("Ramp", "pmm", 10),
    ]
    assert [len(clock["tasks"]), len(clock["batons"]), len(clock["decisions"])] == [70, 11, 19]


def test_the_four_artefacts_of_the_clock_s_main_passes_must_travel() -> None:
    required = {
        baton["id"]: [item["title"] for item in baton["items"] if item["required"]]
        for baton in read("twelve-week-clock")["batons"]
        if baton["kind"] == "main"
    }

    assert required == {
        "B4": ["Product spec, frozen v2", "Usage data"],
        "B9": ["Message framework v1.1", "Channel performance"],
    }


def test_market_learning_moves_no_authority() -> None:
    learning = next(baton for baton in read("twelve-week-clock")["batons"] if baton["id"] == "B10")

    assert all("input, no authority moves" in item["criterion"] for item in learning["items"])
