"""Ways to tamper with what was said about a baton, each drawn by dice; an honest record has none of them."""

import json
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final

from launchplanner.formats.baton_file import write_baton
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.plan.batons import Event
from launchplanner.plan.exchange import Parcel
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import event_id, in_order
from launchplanner.plan.values import Table

Content = dict[str, Any]
_FIELDS: Final = ("kind", "content", "by", "device", "at", "answers", "code", "note", "strength", "body")
_TEXTS: Final = ("", "mira-okafor", "accept", "return", "2027-03-26T11:11+02:00", "other", "x")
_NONE: Final = "nothing to tamper with"


def tampered(plan: Plan, passed: Mapping[str, bool], dice: Random) -> tuple[str, Plan]:
    """Return the name of a way, and the plan after it; the plan differs from the one that was given."""
    while True:
        way = dice.choice(_WAYS)
        changed = _of_way(way, plan, passed, dice)
        if changed is not None and write_plan(changed) != write_plan(plan):
            return way.__name__.strip("_").replace("_", " "), changed


def tampered_file(parcel: Parcel, dice: Random) -> tuple[str, bytes]:
    """Return the name of a way, and a baton file after it: other bytes, or another content under a fresh checksum."""
    data = write_baton(parcel)
    if dice.random() < 0.5:
        return "bytes of a file", _other_bytes(data, dice)
    while True:
        way = dice.choice((edit, edit_and_rename, drop, swap, copy_of_one, rebuild))
        changed = parcel.baton.replace(events=_events(way(dict(parcel.baton.events), dice)))
        if changed != parcel.baton:
            return f"file: {way.__name__.replace('_', ' ')}", write_baton(parcel.replace(baton=changed))


def _other_bytes(data: bytes, dice: Random) -> bytes:
    while True:
        start, length = dice.randrange(len(data)), dice.choice((0, 1, 1, 1, 2, 20))
        put = bytes(dice.randrange(256) for _ in range(dice.choice((0, 1, 1, 2))))
        changed = data[:start] + put + data[start + length :]
        if changed != data:
            return changed


def _of_way(way: Callable[..., Any], plan: Plan, passed: Mapping[str, bool], dice: Random) -> Plan | None:
    told = sorted(key for key, baton in plan.batons.items() if baton.events)
    if way in {change_the_pack, change_the_read_back}:
        told = [key for key in told if passed[key]]
    if not told:
        return None
    key = dice.choice(told)
    baton = plan.batons[key]
    if way is copy_from_elsewhere:
        others = [event for other in told if other != key for event in plan.batons[other].events.items()]
        if not others:
            return None
        name, event = dice.choice(others)
        return plan.replace(batons=plan.batons.with_(key, baton.replace(events=baton.events.with_(name, event))))
    if way in {change_the_pack, change_the_read_back}:
        content = json.loads(write_plan(plan))
        return read_plan(json.dumps(way(content, key, dice)).encode(), "plan")
    events = _events(way(dict(baton.events), dice))
    return plan.replace(batons=plan.batons.with_(key, baton.replace(events=events)))


def _events(events: dict[str, Event]) -> Table[Event]:
    return Table(events)


def _other(event: Event, dice: Random) -> Event:
    field = dice.choice(_FIELDS)
    text = getattr(event, field)
    place = dice.randrange(len(text)) if text else 0
    said = dice.choice((text[:place] + dice.choice("abc123 ") + text[place + 1 :], text[:place], dice.choice(_TEXTS)))
    return event.replace(**{field: said})


def edit(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """One step says something else, under its old name."""
    key = dice.choice(sorted(events))
    return {**events, key: _other(events[key], dice)}


def edit_and_rename(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """One step says something else, under the name that fits."""
    key = dice.choice(sorted(events))
    changed = _other(events[key], dice)
    return {**{name: event for name, event in events.items() if name != key}, event_id(changed): changed}


def drop(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """One step is gone."""
    key = dice.choice(sorted(events))
    return {name: event for name, event in events.items() if name != key}


def swap(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """Two steps change places."""
    one, other = dice.choice(sorted(events)), dice.choice(sorted(events))
    return {**events, one: events[other], other: events[one]}


def copy_of_one(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """One step stands twice, the second time at another moment."""
    event = events[dice.choice(sorted(events))]
    again = event.replace(at=f"2027-03-27T10:{dice.randrange(60):02}+02:00")
    return {**events, event_id(again): again}


def rebuild(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """The whole history is made up anew around one step that says something else, and fits together."""
    names: dict[str, str] = {}
    found: dict[str, Event] = {}
    ordered = in_order(events)
    turned = dice.randrange(len(ordered))
    for place, (key, event) in enumerate(ordered):
        seen = tuple(sorted(names.get(parent, parent) for parent in event.seen))
        made = event.replace(seen=seen, answers=names.get(event.answers, event.answers), key="", signature="")
        if place == turned:
            made = made.replace(at=f"2027-03-28T1{dice.randrange(10)}:{dice.randrange(60):02}+02:00")
        names[key] = event_id(made)
        found[names[key]] = made
    return found


def copy_from_elsewhere(events: dict[str, Event], dice: Random) -> dict[str, Event]:
    """A step of another baton is put in."""
    raise NotImplementedError(_NONE)


def change_the_pack(content: Content, key: str, dice: Random) -> Content:
    """What was accepted says something else."""
    baton = content["batons"][key]
    kind = dice.choice(("bearing", "carries", "title", "item", "item gone", "question"))
    items, prompts = sorted(baton["items"]), sorted(baton["prompts"])
    if kind == "item gone":
        del baton["items"][dice.choice(items)]
    elif kind == "item":
        field = dice.choice(("title", "criterion", "evidence", "link", "state", "reason", "fingerprint"))
        baton["items"][dice.choice(items)][field] += dice.choice("abc")
    elif kind == "question" and prompts:
        baton["prompts"][dice.choice(prompts)]["question"] += "?"
    else:
        baton[kind if kind != "question" else "title"] += dice.choice("abc")
    return content


def change_the_read_back(content: Content, key: str, dice: Random) -> Content:
    """What was read back says something else."""
    prompts = content["batons"][key]["prompts"]
    if prompts:
        prompt = prompts[dice.choice(sorted(prompts))]
        prompt[dice.choice(("answer", "correction"))] += dice.choice("abc")
    return content


_WAYS: Final = (
    edit,
    edit_and_rename,
    drop,
    swap,
    copy_of_one,
    rebuild,
    copy_from_elsewhere,
    change_the_pack,
    change_the_read_back,
)
