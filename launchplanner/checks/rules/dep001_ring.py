"""DEP001: work that waits for itself in a ring."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import ERROR, Finding, Fix, Rule
from launchplanner.plan.edits import Unlink
from launchplanner.plan.work import Dependency
from launchplanner.schedule.network import required_start
from launchplanner.words import _, in_words, joined, ngettext, quoted

_MOST_CUTS = 4
_MOST_NAMES = 4


def _check(context: Context) -> Iterator[Finding]:
    for ring in _rings(context):
        first = ring[0].predecessor
        yield Finding(RULE.id, ERROR, context.work(first), _message(context, ring), tuple(_cuts(context, ring)))


def _message(context: Context, ring: list[Dependency]) -> str:
    names = [quoted(context.lookup.title(link.predecessor)) for link in ring]
    if len(names) == 1:
        return _("{part} waits for itself, so it can never begin.").format(part=names[0])
    if len(names) > _MOST_NAMES:
        more = len(names) - _MOST_NAMES
        names[_MOST_NAMES:] = [ngettext("{count} more", "{count} more", more).format(count=in_words(more))]
    return _("{parts} wait for each other, so none of them can begin.").format(parts=joined(names))


def _cuts(context: Context, ring: list[Dependency]) -> Iterator[Fix]:
    """Yield a cut for each link that the days in the plan contradict; people placed the parts, so these look wrong."""
    backwards = [link for link in ring if _is_backwards(context, link)] or ring
    cuts: dict[str, Fix] = {}  # by title: of two that read alike nobody could choose
    for link in backwards[:_MOST_CUTS]:
        title = _("{successor} does not wait for {predecessor}").format(
            successor=quoted(context.lookup.title(link.successor)),
            predecessor=quoted(context.lookup.title(link.predecessor)),
        )
        cuts.setdefault(title, Fix(title, Unlink((link.id,))))
    yield from cuts.values()


def _is_backwards(context: Context, link: Dependency) -> bool:
    before, span = (context.schedule.spans[key] for key in (link.predecessor, link.successor))
    return required_start(link, (before.start, before.finish), span.days) > span.start


def _rings(context: Context) -> Iterator[list[Dependency]]:
    """Yield rings that share no part, each as its links in order; every ring of the plan meets one of them.

    Walks along the links inside what the schedule set aside. A part is left behind when it is in a ring already told,
    or when no way on is left from it.
    """
    left = set(context.schedule.rings)
    for start in sorted(left):
        way: list[Dependency] = []
        here = start
        place = {start: 0}  # how far along the way each part is
        while here in left:
            step = _next(context, here, left)
            if step is not None and step.successor not in place:
                way.append(step)
                here = step.successor
                place[here] = len(way)
                continue
            if step is None:
                behind = [here]
            else:
                ring = [*way[place[step.successor] :], step]
                yield _turned(ring)
                behind = [link.predecessor for link in ring]
            left.difference_update(behind)
            before = place[behind[0]] - 1
            for key in behind:
                del place[key]
            here = way[before].predecessor if before >= 0 else ""
            del way[max(before, 0) :]


def _next(context: Context, key: str, left: set[str]) -> Dependency | None:
    return next((link for link in context.lookup.out_of.get(key, ()) if link.successor in left), None)


def _turned(ring: list[Dependency]) -> list[Dependency]:
    """Return the ring beginning at its smallest id, so that it reads the same wherever the walk came in."""
    first = min(range(len(ring)), key=lambda index: ring[index].predecessor)
    return ring[first:] + ring[:first]


RULE = Rule(
    id="DEP001",
    name="ring",
    severity=ERROR,
    title="Work that waits for itself",
    what="Tasks or batons whose links lead round in a ring, so that each waits for the others.",
    why="None of them can begin first, so they have no date that means anything, and neither has what follows. The "
    "schedule sets them aside and dates the rest.",
    repairs="A link of the ring is cut; offered are those that the days in the plan contradict.",
    source="Critical path method: a network of work has no rings.",
    check=_check,
)
