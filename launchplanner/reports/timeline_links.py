"""The lines from what is waited for to what waits: which there are, and the way each takes past the bars."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from launchplanner.checks import Context
from launchplanner.plan.work import FINISH_TO_FINISH, START_TO_FINISH, START_TO_START, Dependency
from launchplanner.schedule import Span
from launchplanner.schedule.network import required_start

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """One link between two rows: the days at its ends and the rows they stand in.

    `leaves_right` and `enters_left` say which end of each bar it touches. `is_kept` is false when the successor starts
    before the link allows.
    """

    id: str
    from_day: float
    from_row: int
    to_day: float
    to_row: int
    leaves_right: bool
    enters_left: bool
    is_kept: bool


def ties_of(
    context: Context,
    keys: Collection[str],
    row_of: Mapping[str, int],
    spans: Mapping[str, Span] | None = None,
) -> list[Tie]:
    """Return the links into and out of some parts, as far as their ends stand in two rows.

    Args:
        context: the plan and its dates.
        keys: ids of tasks and batons.
        row_of: the row of each part that is shown; a part folded away stands in the row of its phase.
        spans: other dates for some of the parts, such as during a drag.
    """
    found: dict[str, Dependency] = {}
    for key in keys:
        for link in (*context.lookup.into.get(key, ()), *context.lookup.out_of.get(key, ())):
            found[link.id] = link
    places = {**context.schedule.spans, **spans} if spans else context.schedule.spans
    return [
        _tie(link, places[link.predecessor], places[link.successor], row_of)
        for _key, link in sorted(found.items())
        if row_of.get(link.predecessor, -1) != row_of.get(link.successor, -1)
        and link.predecessor in row_of
        and link.successor in row_of
    ]


def _tie(link: Dependency, before: Span, after: Span, row_of: Mapping[str, int]) -> Tie:
    leaves_right = link.type not in {START_TO_START, START_TO_FINISH}
    enters_left = link.type not in {FINISH_TO_FINISH, START_TO_FINISH}
    return Tie(
        id=link.id,
        from_day=before.finish if leaves_right else before.start,
        from_row=row_of[link.predecessor],
        to_day=after.start if enters_left else after.finish,
        to_row=row_of[link.successor],
        leaves_right=leaves_right,
        enters_left=enters_left,
        is_kept=after.start >= required_start(link, (before.start, before.finish), after.days),
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """How a line comes to a bar, in the units of what is drawn.

    `stub` is how far it runs straight out of one bar and straight into the other. `drop` is how far behind the start
    of a bar a line from above meets it, and `half` is half the height of that bar.
    """

    stub: float
    drop: float
    half: float


def route(
    start: Point, finish: Point, reach: Reach, *, leaves_right: bool = True, enters_left: bool = True
) -> list[Point]:
    """Return the corners of a line of right angles from one bar to another in another row, both ends included.

    From the end of one bar to the start of a later one it goes along the gap between two rows, past the words beside
    the bar, and then falls on the later bar from above or rises to it from below. All other links arrive at the end of
    the bar, those that lead back along a gap too.

    Args:
        start: where it leaves, (x, y); one row is 1 high.
        finish: the middle of the end at which it arrives.
        reach: how it comes to the bars.
        leaves_right: leave to the right, or to the left.
        enters_left: arrive at the left end, or at the right.
    """
    falls = start[1] < finish[1]
    if leaves_right and enters_left and start[0] <= finish[0] + reach.drop:
        x = finish[0] + reach.drop
        end = (x, finish[1] - reach.half if falls else finish[1] + reach.half)
        if x - start[0] <= 2 * reach.stub:
            return [start, (x, start[1]), end]
        gap = start[1] + (0.5 if falls else -0.5)
        return [start, (start[0] + reach.stub, start[1]), (start[0] + reach.stub, gap), (x, gap), end]
    out = start[0] + (reach.stub if leaves_right else -reach.stub)
    into = finish[0] - (reach.stub if enters_left else -reach.stub)
    if leaves_right is not enters_left:
        bend = max(out, into) if leaves_right else min(out, into)
        return [start, (bend, start[1]), (bend, finish[1]), finish]
    if not leaves_right and out >= into:
        return [start, (out, start[1]), (out, finish[1]), finish]
    between = finish[1] - (0.5 if falls else -0.5)
    return [start, (out, start[1]), (out, between), (into, between), (into, finish[1]), finish]
