"""Small networks worked out by hand, each named after what it shows.

A task is `id: (start, days)`; a start of None means as soon as possible, a text such as "no earlier 5" names another
rule and its day. A link is `from>to`, with type and lag. The clock runs from day 0 for `clock` working days.
"""

from collections.abc import Mapping
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
    tasks: Mapping[str, tuple[int | str | None, int]]
    links: tuple[str, ...] = ()
    batons: dict[str, int] = field(default_factory=dict[str, int])
    clock: int = 1
    launch: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    total: dict[str, int] = field(default_factory=dict[str, int])
    free: dict[str, int] = field(default_factory=dict[str, int])
    early: dict[str, int] = field(default_factory=dict[str, int])
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


def a_task(key: str, start: int | str | None, days: int) -> Task:
    return Task(title=key, start=a_start(start), duration=days)


def a_start(text: int | str | None) -> Start:
    """Return the rule of a day, or of a text such as "no later 3" or "alap"."""
    if text is None:
        return Start(rule=AS_SOON_AS_POSSIBLE)
    if isinstance(text, int):
        return Start(rule=ANCHORED, days=text)
    rule, _space, day = text.rpartition(" ")
    return Start(rule=rule, days=int(day)) if rule else Start(rule=day)


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
        "no earlier than: it waits for its day though its links would let it begin",
        {"a": (None, 2), "b": ("no earlier 5", 2)},
        ("a>b",),
        spans={"b": (5, 7)},
        total={"a": 3, "b": 0},
        free={"a": 3, "b": 0},
        allowed={"b": 2},
    ),
    Network(
        "no earlier than gives way to a link that asks for a later day",
        {"a": (None, 8), "b": ("no earlier 5", 2)},
        ("a>b",),
        spans={"b": (8, 10)},
        total={"a": 0, "b": 0},
    ),
    Network(
        "no later than: met with days to spare, which are its float",
        {"a": (None, 2), "b": ("no later 4", 3)},
        ("a>b",),
        clock=20,
        spans={"b": (2, 5)},
        total={"a": 2, "b": 2},
        critical=set(),
    ),
    Network(
        "no later than: links win, and what is missed is negative float all the way back",
        {"a": (None, 6), "b": ("no later 4", 3), "c": (None, 1)},
        ("a>b", "b>c"),
        clock=20,
        spans={"b": (6, 9), "c": (9, 10)},
        total={"a": -2, "b": -2, "c": 10},
        critical={"a", "b"},
    ),
    Network(
        "finish no earlier than: it begins so late that it is not done before",
        {"a": (None, 2), "b": ("finish no earlier 9", 3)},
        ("a>b",),
        spans={"b": (7, 10)},
        total={"a": 5, "b": 0},
    ),
    Network(
        "finish no later than: its last day is the limit",
        {"a": (None, 2), "b": ("finish no later 6", 3)},
        ("a>b",),
        clock=20,
        spans={"b": (2, 5)},
        total={"a": 2, "b": 2},
    ),
    Network(
        "a milestone that finishes no later than a day may stand on that day",
        {"a": (None, 4), "m": ("finish no later 4", 0)},
        ("a>m",),
        clock=20,
        spans={"m": (4, 4)},
        total={"m": 0},
    ),
    Network(
        "must finish on: its last day is that day, whatever its length",
        {"a": ("must finish 6", 3), "m": ("must finish 6", 0)},
        spans={"a": (4, 7), "m": (6, 6)},
    ),
    Network(
        "must finish on is kept even where a link asks for later",
        {"a": (None, 8), "b": ("must finish 6", 3)},
        ("a>b",),
        spans={"b": (4, 7)},
        allowed={"b": 8},
        free={"a": -4},
    ),
    Network(
        "as late as possible: it ends where what follows begins, and moves nothing",
        {"a": (None, 2), "b": ("alap", 3), "c": (None, 9), "d": (None, 1)},
        ("a>b", "a>c", "b>d", "c>d"),
        spans={"a": (0, 2), "b": (8, 11), "c": (2, 11), "d": (11, 12)},
        early={"b": 2},
        total={"a": 0, "b": 0, "c": 0, "d": 0},
        free={"a": 0, "b": 0},
    ),
    Network(
        "as late as possible in a row: each ends where the next begins",
        {"a": ("alap", 2), "b": ("alap", 3), "c": (20, 1)},
        ("a>b", "b>c FS 1"),
        clock=30,
        spans={"a": (14, 16), "b": (16, 19)},
        early={"a": 0, "b": 2},
    ),
    Network(
        "as late as possible takes no more than its free float, or what follows would move",
        {"a": ("alap", 2), "b": (None, 3), "c": (None, 9)},
        ("a>b",),
        clock=12,
        spans={"a": (0, 2), "b": (2, 5)},
        total={"a": 7, "b": 7},
    ),
    Network(
        "as late as possible with nothing behind it ends with the clock",
        {"a": ("alap", 3)},
        clock=10,
        spans={"a": (7, 10)},
        early={"a": 0},
        total={"a": 0},
    ),
    Network(
        "as late as possible is never before launch day has been",
        {"a": ("alap", 3), "l": ("alap", 1)},
        ("a>l",),
        clock=10,
        launch="l",
        spans={"l": (3, 4), "a": (0, 3)},
        total={"a": -3, "l": -3},
    ),
    Network(
        "as late as possible before a baton: done on the day it passes",
        {"a": ("alap", 2), "b": (None, 1)},
        ("a>x", "x>b"),
        batons={"x": 6},
        clock=9,
        spans={"a": (5, 7), "b": (7, 8)},
        early={"a": 0},
    ),
    Network(
        "a rule of a newer version is kept, and its day with it",
        {"a": ("when the moon is full 4", 2), "b": (None, 1)},
        ("a>b",),
        spans={"a": (4, 6), "b": (6, 7)},
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

ENCYCLOPEDIA = Network(
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

FOUNDRY = Network(
    # Render, Stair and Hanna, "Quantitative Analysis for Management", chapter "Project Management": General Foundry's
    # air pollution control, eight activities with their expected times in weeks.
    "the general foundry: A, C, E, G and H are critical, 15 weeks long",
    {"A": (None, 2), "B": (None, 3), "C": (None, 2), "D": (None, 4), "E": (None, 4), "F": (None, 3), "G": (None, 5),
     "H": (None, 2)},
    ("A>C", "A>D", "B>D", "C>E", "C>F", "D>G", "E>G", "F>H", "G>H"),
    spans={"A": (0, 2), "B": (0, 3), "C": (2, 4), "D": (3, 7), "E": (4, 8), "F": (4, 7), "G": (8, 13), "H": (13, 15)},
    total={"A": 0, "B": 1, "C": 0, "D": 1, "E": 0, "F": 6, "G": 0, "H": 0},
    critical={"A", "C", "E", "G", "H"},
    critical_days=15,
)  # fmt: skip

RELIABLE = Network(
    # Hillier and Lieberman, "Introduction to Operations Research", chapter "Project Management with PERT/CPM": the
    # plant of the Reliable Construction Co., fourteen activities in weeks.
    "reliable construction: fourteen activities take 44 weeks, along A, B, C, E, F, J, L and N",
    {"A": (None, 2), "B": (None, 4), "C": (None, 10), "D": (None, 6), "E": (None, 4), "F": (None, 5), "G": (None, 7),
     "H": (None, 9), "I": (None, 7), "J": (None, 8), "K": (None, 4), "L": (None, 5), "M": (None, 2), "N": (None, 6)},
    ("A>B", "B>C", "C>D", "C>E", "C>I", "D>G", "E>F", "E>H", "F>J", "G>H", "H>M", "I>J", "J>K", "J>L", "K>N", "L>N"),
    spans={"A": (0, 2), "B": (2, 6), "C": (6, 16), "D": (16, 22), "E": (16, 20), "F": (20, 25), "G": (22, 29),
           "H": (29, 38), "I": (16, 23), "J": (25, 33), "K": (33, 37), "L": (33, 38), "M": (38, 40), "N": (38, 44)},
    total={"A": 0, "B": 0, "C": 0, "D": 4, "E": 0, "F": 0, "G": 4, "H": 4, "I": 2, "J": 0, "K": 1, "L": 0, "M": 4,
           "N": 0},
    critical=set("ABCEFJLN"),
    critical_days=44,
)  # fmt: skip

TEXTBOOK = (ENCYCLOPEDIA, FOUNDRY, RELIABLE)
