"""Links: drawn, changed, cut, and bridged when a part goes."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.edits import EditError, Link, Unlink, bridged
from launchplanner.plan.edits.links import leads_to
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import Dependency
from tests.builders import a_link, a_plan, a_task
from tests.plan.strategies import links_between

PARTS = list("abcdef")


def a_chain() -> Plan:
    return a_plan(a_task("A"), a_task("B"), a_task("C"), a_link("a", "b"), a_link("b", "c"))


def refusal(edit: Link, plan: Plan) -> str:
    with pytest.raises(EditError) as caught:
        edit.apply(plan)
    return str(caught.value)


def test_a_link_is_drawn_once_and_then_changed() -> None:
    plan = Link("a", "c", "SS", 2).apply(a_chain())

    again = Link("a", "c", "FF", -1).apply(plan)

    assert len(again.dependencies) == 3
    assert again.dependencies["a>c"] == Dependency(predecessor="a", successor="c", type="FF", lag=-1)


def test_what_a_newer_version_knows_of_a_link_stays_when_it_is_changed() -> None:
    link = Dependency.model_validate({"predecessor": "a", "successor": "b", "colour": "red"})
    plan = a_chain()
    plan = plan.replace(dependencies=plan.dependencies.with_(link.id, link))

    assert Link("a", "b", lag=3).apply(plan).dependencies["a>b"].model_dump()["colour"] == "red"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Link("a", "a"), "“A” cannot wait for itself."),
        (Link("b", "a"), "“B” already waits for “A”, so the two would wait for each other."),
        (Link("c", "a"), "“C” already waits for “A”, so the two would wait for each other."),
        (Link("a", "gone"), "There is no task or baton “gone” in this plan."),
        (Link("gone", "a"), "There is no task or baton “gone” in this plan."),
        (Link("a", "b", "XX"), "“XX” is not a kind of link; use FS, SS, FF or SF."),
        (Link("a", "b", lag=4000), "“4000” does not fit lag: input should be less than or equal to 3650."),
    ],
)
def test_a_link_that_cannot_be_is_refused(edit: Link, sentence: str) -> None:
    assert refusal(edit, a_chain()) == sentence


@given(links_between(PARTS), st.sampled_from(PARTS), st.sampled_from(PARTS))
def test_a_link_is_never_drawn_into_a_ring(links: Table[Dependency], before: str, after: str) -> None:
    plan = a_plan(*(a_task(name) for name in PARTS)).replace(dependencies=links)

    try:
        drawn = Link(before, after).apply(plan).dependencies
    except EditError:
        assert before == after or leads_to(links, after, before)
    else:
        assert not leads_to(drawn, after, before)


def test_cutting_links_leaves_the_others() -> None:
    assert set(Unlink(("a>b", "not>there")).apply(a_chain()).dependencies) == {"b>c"}


@given(links_between(PARTS), st.sets(st.sampled_from(PARTS)))
def test_what_had_to_wait_for_what_is_unchanged_by_a_removal(links: Table[Dependency], removed: set[str]) -> None:
    left = bridged(links, sorted(removed))

    kept = [key for key in PARTS if key not in removed]
    for start, goal in permutations(kept, 2):
        assert leads_to(left, start, goal) == leads_to(links, start, goal)
    assert not removed.intersection(*[(link.predecessor, link.successor) for link in left.values()] or [()])
    assert all(key == link.id for key, link in left.items())


@pytest.mark.parametrize(
    ("before", "after", "bridge"),
    [
        (("FS", 1), ("FS", 2), ("FS", 3)),
        (("SS", 1), ("SS", 0), ("SS", 1)),
        (("FF", 0), ("FF", -2), ("FF", -2)),
        (("SS", 1), ("FS", 1), ("SS", 2)),
        (("FS", 0), ("FF", 0), ("FF", 0)),
        (("SF", 0), ("SF", 0), ("SF", 0)),
    ],
)
def test_a_bridge_starts_as_the_first_link_and_ends_as_the_second(
    before: tuple[str, int], after: tuple[str, int], bridge: tuple[str, int]
) -> None:
    links = Table([a_link("a", "b", *before), a_link("b", "c", *after)])

    assert dict(bridged(links, ["b"])) == dict([a_link("a", "c", *bridge)])


@pytest.mark.parametrize(
    ("drawn", "kept"),
    [(("FS", 5), ("FS", 5)), (("FS", 0), ("FS", 3)), (("SS", 0), ("SS", 0)), (("FF", 9), ("FF", 9))],
)
def test_a_bridge_takes_the_longer_wait_but_never_the_place_of_a_link_of_another_type(
    drawn: tuple[str, int], kept: tuple[str, int]
) -> None:
    links = Table([a_link("a", "b", lag=1), a_link("b", "c", lag=2), a_link("a", "c", *drawn)])

    assert dict(bridged(links, ["b"])) == dict([a_link("a", "c", *kept)])
