"""Whether a baton's history is whole: every event says what its id says, and a head seen elsewhere is still in it.

A history held by one person can be rebuilt by that person so that it fits together. Then only the other side is a
witness: a head that was printed, mailed or kept on another machine.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.protocol import (
    ACCEPTANCES,
    OFFER,
    RETURN,
    WITHDRAW,
    canonical,
    claim_of,
    event_id,
    fingerprint,
    history_head,
    in_order,
    read_back_of,
)
from launchplanner.plan.zone import moment_of
from launchplanner.words import _

ALTERED: Final = "altered"
MISSING: Final = "missing"
FOREIGN: Final = "foreign"
UNFIT: Final = "unfit"

_KINDS: Final = frozenset({OFFER, RETURN, WITHDRAW, *ACCEPTANCES})
_KEY_SHOWN: Final = 16
_LATE_ARRIVALS: Final = 60
"""How many of the latest events are tried as ones that reached this copy only after the head was printed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a history that cannot be so: its kind, the event's id, and a sentence that names the baton."""

    kind: str
    event: str
    sentence: str


def faults(plan_id: str, key: str, baton: Baton) -> list[Fault]:
    """Return what does not fit in the history of a baton, in its order; empty when it is whole."""
    return [fault for event_key, _said in in_order(baton.events) for fault in _of_event(plan_id, key, baton, event_key)]


def _of_event(plan_id: str, key: str, baton: Baton, event_key: str) -> Iterator[Fault]:
    event = baton.events[event_key]
    names = {"baton": baton.title, "what": _(event.kind), "id": event_key[:12]}
    if event_id(event) != event_key:
        told = _("“{baton}”: the step “{what}” ({id}) is not what it was when it was written down.")
        yield Fault(ALTERED, event_key, told.format(**names))
        return
    lacking = [known for known in (*event.seen, event.answers) if known and known not in baton.events]
    if lacking:
        told = _("“{baton}”: the step “{what}” ({id}) knew of a step {other} that is not there: history was removed.")
        yield Fault(MISSING, event_key, told.format(**names, other=lacking[0][:12]))
    if event.kind == OFFER:
        yield from _of_offer(plan_id, key, event_key, event, names)
    elif event.kind in _KINDS:
        offer = baton.events.get(event.answers)
        if offer is None and not lacking:
            told = _("“{baton}”: the step “{what}” ({id}) answers no offer.")
            yield Fault(UNFIT, event_key, told.format(**names))
        elif offer is not None and offer.content != event.content:
            told = _("“{baton}”: the step “{what}” ({id}) names other content than was on offer.")
            yield Fault(UNFIT, event_key, told.format(**names))


def _of_offer(plan_id: str, key: str, event_key: str, event: Event, names: Mapping[str, str]) -> Iterator[Fault]:
    if fingerprint(event.body) != event.content:
        told = _("“{baton}”: the content kept with the offer {id} is not the content that was offered.")
        yield Fault(ALTERED, event_key, told.format(**names))
        return
    content = content_in(event)
    if content.get("plan") != plan_id or content.get("baton") != key:
        told = _("“{baton}”: the offer {id} was made for another baton or another launch.")
        yield Fault(FOREIGN, event_key, told.format(**names))


def doubled(baton: Baton) -> list[tuple[str, str]]:
    """Return the steps that stand twice, alike in all but their moment: one was undone after all, or put in."""
    met: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for key, event in in_order(baton.events):
        alike = claim_of(event.replace(at="", signature=""))
        if alike in met:
            found.append((met[alike], key))
        met.setdefault(alike, key)
    return found


def content_in(event: Event) -> dict[str, Any]:
    """Return the content that an offer, or the read-back that an answer keeps; empty when it keeps none."""
    try:
        content: object = json.loads(event.body)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", content) if isinstance(content, dict) else {}


def read_back_differs(baton: Baton, answer: Event) -> bool:
    """Say whether the read-back in the baton is another than the one that an acceptance recorded."""
    return bool(answer.body) and canonical(content_in(answer)) != (read_back_of(baton) or canonical({}))


def shown_head(head: str, length: int = 12) -> str:
    """Return the first signs of a head, in groups of four: enough to tell two histories apart, few to read aloud."""
    signs = head[:length]
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def shown_key(public: str) -> str:
    """Return the fingerprint of a device's public key, in groups of four: short enough to compare aloud."""
    return shown_head(fingerprint(public), _KEY_SHOWN)


def is_witnessed(batons: Mapping[str, Baton], head: str) -> bool:
    """Say whether what a head stands for is still in the history of these batons, all of it.

    The history may have grown since. Events that this copy heard of only later are allowed for, one at a time.

    Args:
        batons: the batons of a plan, or one alone for the head of that baton.
        head: the first signs of a head as printed, spaces and case as they come.
    """
    wanted = "".join(head.split()).casefold()
    if not wanted:
        return False
    if history_head(batons).startswith(wanted):
        return True
    events = _by_moment(batons)
    return any(_head(prefix).startswith(wanted) for prefix in _earlier(events))


def _by_moment(batons: Mapping[str, Baton]) -> list[str]:
    """Return the ids of all events by the moments that devices claimed, each after those that it knew of."""
    ranked: list[tuple[float, int, str]] = []
    for baton in batons.values():
        latest = 0.0
        for place, (key, event) in enumerate(in_order(baton.events)):
            moment = moment_of(event.at)
            latest = max(latest, _seconds(moment.timestamp() if moment is not None else latest))
            ranked.append((latest, place, key))
    return [key for _moment, _place, key in sorted(ranked)]


def _seconds(moment: float) -> float:
    return max(moment, 0.0)


def _earlier(events: Sequence[str]) -> Iterator[list[str]]:
    """Yield the states that a history may have had: all up to a moment, and those less one that came late."""
    prefixes = [list(events[:count]) for count in range(len(events), -1, -1)]
    yield from prefixes
    for prefix in prefixes:
        recent = range(max(len(prefix) - _LATE_ARRIVALS, 0), len(prefix) - 1)
        yield from ([*prefix[:place], *prefix[place + 1 :]] for place in recent)


def _head(events: Sequence[str]) -> str:
    return fingerprint(canonical(sorted(events)))
