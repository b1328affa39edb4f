"""Small networks worked out by hand, each named after what it shows.

A task is `id: (start, days)`; a start of None means as soon as possible. A link is `from>to`, with type and lag.
The clock runs from day 0 for `clock` working days.
"""

from dataclasses import dataclass, field

from launchplanner.plan.batons import Baton
from launchplanner.plan.plan import Plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import ANCHORED, AS_SOON_AS_POSSIBLE, FINISH_TO_START, Dependency, Start, Task
from tests.builders import LAUNCH_DAY


@dataclass(frozen=True)
class Network:
    """A network, and what is so about it. Only what is given is compared."""

    name: str
    tasks: dict[str, tuple[int | None, int]]
    links: tuple[str, ...] = ()
    batons: dict[str, int] = field(default_factory=dict[str, int])
    clock: int = 1
    launch: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    total: dict[str, int] = field(default_factory=dict[str, int])
    free: dict[str, int] = field(default_factory=dict[str, int])
    critical: set[str] | None = None
    allowed: dict[str, int] | None = None
    rings: frozenset[str] = frozenset()
    critical_days: int | None = None
    launch_float: int | None = None

    def plan(self) -> Plan:
        return Plan(
            id="network",
            launch_day=LAUNCH_DAY,
            first=0,
            days=self.clock,
            launch_task=self.launch,
            tasks=Table((key, a_task(key, *given)) for key, given in self.tasks.items()),
            batons=Table((key, Baton(title=key, day=day)) for key, day in self.batons.items()),
            dependencies=Table((link.id, link) for link in map(a_link, self.links)),
        )


def a_task(key: str, start: int | None, days: int) -> Task:
    rule = Start(rule=AS_SOON_AS_POSSIBLE) if start is None else Start(rule=ANCHORED, days=start)
    return Task(title=key, start=rule, duration=days)


def a_link(text: str) -> Dependency:
    """Return the link of a text such as "a>b" or "a>b SS -1"."""
    ends, *rest = text.split()
    before, _, after = ends.partition(">")
    kind, lag = (rest + [FINISH_TO_START, "0"][len(rest) :])[:2]
    return Dependency(predecessor=before, successor=after, type=kind, lag=int(lag))


HAND_CHECKED = (
    Network(
        "finish to start: the second begins on the day after the first ends",
        {"a": (None, 3), "b": (None, 2)},
        ("a>b",),
        spans={"a": (0, 3), "b": (3, 5)},
        total={"a": 0, "b": 0},
        critical={"a", "b"},
        critical_days=5,
    ),
    Network(
        "finish to start with a lag: two working days lie between",
        {"a": (None, 3), "b": (None, 2)},
        ("a>b FS 2",),
        spans={"b": (5, 7)},
        total={"a": 0, "b": 0},
    ),
    Network(
        "finish to start with a lead: the second begins on the last day of the first",
        {"a": (None, 3), "b": (None, 2)},
        ("a>b FS -1",),
        spans={"b": (2, 4)},
        total={"a": 0, "b": 0},
    ),
    Network(
        "start to start: both begin together, or the second a lag later",
        {"a": (None, 3), "b": (None, 5), "c": (None, 1)},
        ("a>b SS", "a>c SS 2"),
        spans={"b": (0, 5), "c": (2, 3)},
        total={"a": 0, "b": 0, "c": 2},
        free={"a": 0, "b": 0, "c": 2},
    ),
    Network(
        "start to start frees the end: a slow first task does not hold the second",
        {"a": (None, 9), "b": (None, 2)},
        ("a>b SS 1",),
        spans={"b": (1, 3)},
        total={"a": 0, "b": 6},
    ),
    Network(
        "finish to finish: both end together, or the second a lag later",
        {"a": (None, 5), "b": (None, 2), "c": (None, 2)},
        ("a>b FF", "a>c FF 3"),
        spans={"b": (3, 5), "c": (6, 8)},
        total={"a": 0, "b": 3, "c": 0},
    ),
    Network(
        "finish to finish may begin the second before the first",
        {"a": (None, 2), "b": (None, 5)},
        ("a>b FF",),
        spans={"b": (-3, 2)},
    ),
    Network(
        "start to finish: the second ends when the first begins, or a lag later",
        {"z": (None, 4), "a": (None, 2), "b": (None, 3), "c": (None, 1)},
        ("z>a", "a>b SF", "a>c SF 1"),
        spans={"a": (4, 6), "b": (1, 4), "c": (4, 5)},
        total={"z": 0, "a": 0, "b": 2, "c": 1},
    ),
    Network(
        "of several links the latest drives",
        {"a": (None, 2), "b": (None, 4), "c": (None, 1)},
        ("a>c FS 1", "b>c"),
        spans={"c": (4, 5)},
        free={"a": 1, "b": 0},
        total={"a": 1, "b": 0, "c": 0},
        critical={"b", "c"},
        allowed={"c": 4},
    ),
    Network(
        "a milestone takes no day and hands on the end of what came before",
        {"a": (None, 3), "m": (None, 0), "b": (None, 1)},
        ("a>m", "m>b"),
        spans={"m": (3, 3), "b": (3, 4)},
    ),
    Network(
        "a baton passes at the end of its day, so its receiver begins on the next",
        {"a": (None, 3), "b": (None, 2)},
        ("a>x", "x>b"),
        batons={"x": 4},
        spans={"x": (5, 5), "b": (5, 7)},
        free={"a": 2, "x": 0},
        total={"a": 2, "x": 0, "b": 0},
        allowed={"x": 3, "b": 5},
    ),
    Network(
        "a baton is an appointment: work that is late for it does not move it",
        {"a": (None, 6), "b": (None, 2)},
        ("a>x", "x>b"),
        batons={"x": 3},
        clock=6,
        spans={"a": (0, 6), "x": (4, 4), "b": (4, 6)},
        total={"a": -2, "x": 0, "b": 0},
        allowed={"x": 6, "b": 4},
    ),
    Network(
        "a day of its own is kept even where a link asks for a later one",
        {"a": (None, 4), "b": (2, 3)},
        ("a>b",),
        spans={"b": (2, 5)},
        allowed={"b": 4},
        free={"a": -2},
        total={"a": -2, "b": 0},
    ),
    Network(
        "a day of its own later than its links ask for leaves float before it",
        {"a": (None, 4), "b": (7, 1)},
        ("a>b",),
        free={"a": 3, "b": 0},
        total={"a": 3, "b": 0},
    ),
    Network(
        "launch day does not give way: what cannot be done by then has negative float",
        {"a": (-4, 6), "l": (0, 1), "after": (1, 2)},
        ("a>l", "l>after"),
        clock=8,
        launch="l",
        total={"a": -2, "l": 0, "after": 5},
        critical={"a", "l"},
        launch_float=-2,
    ),
    Network(
        "a launch that waits for late work comes late itself, and all of it is critical",
        {"a": (-2, 5), "l": (None, 1)},
        ("a>l",),
        clock=8,
        launch="l",
        spans={"l": (3, 4)},
        total={"a": -3, "l": -3},
        free={"a": 0, "l": -3},
        critical={"a", "l"},
        launch_float=-3,
    ),
    Network(
        "where starts are pinned the critical path follows the least float back from launch day",
        {"a": (-10, 2), "b": (-7, 3), "c": (-10, 1), "l": (0, 1)},
        ("a>b", "b>l", "c>l"),
        clock=5,
        launch="l",
        total={"a": 5, "b": 4, "c": 9},
        critical={"a", "b", "l"},
        launch_float=4,
    ),
    Network(
        "the end of the clock gives float to what is done before it",
        {"a": (None, 3), "b": (None, 5)},
        clock=10,
        total={"a": 7, "b": 5},
        free={"a": 7, "b": 5},
        critical=set(),
        critical_days=0,
    ),
    Network(
        "a ring is set apart and the rest is dated",
        {"a": (2, 3), "b": (4, 2), "c": (None, 1), "z": (None, 2)},
        ("a>b", "b>a", "z>a", "b>c"),
        clock=10,
        spans={"a": (2, 5), "b": (4, 6), "c": (6, 7), "z": (0, 2)},
        rings=frozenset("ab"),
        allowed={"a": 2, "c": 6},
    ),
    Network(
        "what waits for itself is a ring of one",
        {"a": (None, 3), "b": (None, 2)},
        ("a>a", "a>b"),
        spans={"a": (0, 3), "b": (3, 5)},
        rings=frozenset("a"),
    ),
    Network(
        "what lies between two rings is in neither",
        {"a": (0, 1), "b": (1, 1), "between": (None, 4), "c": (9, 1), "d": (8, 1)},
        ("a>b", "b>a", "b>between", "between>c", "c>d", "d>c"),
        clock=20,
        spans={"between": (2, 6)},
        rings=frozenset("abcd"),
    ),
    Network(
        "a ring through a baton counts as one",
        {"a": (0, 2), "b": (5, 2)},
        ("a>x", "x>b", "b>a"),
        batons={"x": 3},
        clock=9,
        rings=frozenset({"a", "b", "x"}),
    ),
)

TEXTBOOK = Network(
    # Wikipedia, "Program evaluation and review technique": the worked example, with the expected times 4, 5.33, 5.17,
    # 6.33, 5.17, 4.5 and 5.17, given here in hundredths so that they are whole.
    "the seven tasks of the encyclopedia's example: A, C and E with G are critical, 19.51 long",
    {"A": (None, 400), "B": (None, 533), "C": (None, 517), "D": (None, 633), "E": (None, 517), "F": (None, 450),
     "G": (None, 517)},
    ("A>C", "A>D", "B>E", "C>E", "D>F", "E>G"),
    spans={"A": (0, 400), "B": (0, 533), "C": (400, 917), "D": (400, 1033), "E": (917, 1434), "F": (1033, 1483),
           "G": (1434, 1951)},
    total={"A": 0, "B": 384, "C": 0, "D": 468, "E": 0, "F": 468, "G": 0},
    free={"A": 0, "B": 384, "C": 0, "D": 0, "E": 0, "F": 468, "G": 0},
    critical={"A", "C", "E", "G"},
    critical_days=1951,
)  # fmt: skip
