"""Joining copies of a plan for people: what each clash asks, in words, and what came from the other side."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, cast

from launchplanner.app.files import opened
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits.base import field_name
from launchplanner.plan.plan import TABLES, Plan
from launchplanner.plan.values import Table, Value
from launchplanner.store.merge_values import GONE
from launchplanner.store.merge_words import APART, NEEDED, OURS, REMOVED, RING, THEIRS, Clash, ClashKey, Side
from launchplanner.store.merging import Merge, merged
from launchplanner.words import _, joined, ngettext, quoted

__all__ = ["OURS", "THEIRS", "Choices", "Question", "join_with", "kept_by_default", "question", "taken_over"]

Choices = dict[ClashKey, Side]
_MOST_NAMES: Final = 3
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Question:
    """A clash in words: where it is, what each side has there, and which side holds until somebody chooses."""

    clash: Clash
    place: str
    ours: str
    theirs: str
    holds: Side


def join_with(base: Plan | None, ours: Plan, path: Path) -> Merge:
    """Return our plan joined with the one in a file.

    Raises:
        Refusal: the file cannot be read.
        MergeError: it is another launch.
    """
    theirs, _file = opened(path)
    return merged(base, ours, theirs)


def question(clash: Clash, merge: Merge, ours: Plan, theirs: Plan) -> Question:
    """Return what a clash asks."""
    if clash.kind == RING:
        return Question(
            clash,
            _("These links together make work wait for itself"),
            _links(cast("tuple[str, ...]", clash.ours), ours),
            _links(cast("tuple[str, ...]", clash.theirs), theirs),
            OURS,
        )
    place = _place(clash, (merge.plan, ours, theirs))
    if clash.kind in {APART, NEEDED, REMOVED}:
        there = {
            REMOVED: _("changed, stays in the plan"),
            NEEDED: _("named by other parts, stays in the plan"),
            APART: _("in the plan"),
        }[clash.kind]
        return Question(
            clash,
            place,
            _("removed, or never there") if clash.ours is GONE else there,
            _("removed, or never there") if clash.theirs is GONE else there,
            kept_by_default(clash),
        )
    return Question(clash, place, _shown(clash.ours, ours), _shown(clash.theirs, theirs), OURS)


def kept_by_default(clash: Clash) -> Side:
    """Return which side of a clash is in the merged plan until somebody chooses."""
    return THEIRS if clash.ours is GONE and clash.kind in {APART, NEEDED, REMOVED} else OURS


def taken_over(ours: Plan, result: Plan) -> str:
    """Return a sentence on what of a merged plan is not our own: "From the file: 2 tasks, launch"."""
    counts = [
        (table, sum(1 for key, part in getattr(result, table).items() if getattr(ours, table).get(key) != part))
        for table in TABLES
    ]
    removed = sum(1 for table in TABLES for key in getattr(ours, table) if key not in getattr(result, table))
    told = [_count(table, n) for table, n in counts if n]
    if removed:
        told.append(ngettext("{n} part removed", "{n} parts removed", removed).format(n=removed))
    fields = {*dict(ours), *dict(result)} - set(TABLES)
    if any(dict(ours).get(name) != dict(result).get(name) for name in fields):
        told.append(_("the launch itself"))
    if not told:
        return _("Nothing in the file was new.")
    return _("Taken over from the file: {parts}.").format(parts=joined(told))


def _count(table: str, n: int) -> str:
    words = {
        "tasks": ngettext("{n} task", "{n} tasks", n),
        "batons": ngettext("{n} baton", "{n} batons", n),
        "people": ngettext("{n} person", "{n} people", n),
        "phases": ngettext("{n} phase", "{n} phases", n),
        "dependencies": ngettext("{n} link", "{n} links", n),
    }
    return words.get(table, _("{n} of {table}")).format(n=n, table=field_name(table))


def _place(clash: Clash, plans: tuple[Plan, ...]) -> str:
    """Return where a clash is: "Owner of “Message framework”", "“Press kit”", "Title of the launch"."""
    if clash.place[0] not in TABLES:
        return _("{field} of the launch").format(field=_fields(clash.place[-1]))
    part = next((found for plan in plans if (found := getattr(plan, clash.place[0]).get(clash.place[1]))), None)
    titles = [quoted(_title(part, clash.place[1], plans[0]))]
    steps = list(clash.place[2:])
    while len(steps) >= len(("table", "key")):
        part = getattr(part, steps[0], {}).get(steps[1])
        titles.append(quoted(_title(part, steps[1], plans[0])))
        steps = steps[2:]
    whole = _(" in ").join(reversed(titles))
    return _("{field} of {part}").format(field=_fields(steps[0]), part=whole) if steps else whole


def _title(part: object, key: str, plan: Plan) -> str:
    link = dict(part) if isinstance(part, Value) else {}
    if "predecessor" in link:
        return _link(str(link["predecessor"]), str(link["successor"]), plan)
    return next((str(link[name]) for name in ("title", "name", "question", "text", "rule") if link.get(name)), key)


def _link(before: str, after: str, plan: Plan) -> str:
    titles = {key: part.title for table in (plan.tasks, plan.batons) for key, part in table.items()}
    return _("{after} waits for {before}").format(after=titles.get(after, after), before=titles.get(before, before))


def _links(keys: tuple[str, ...], plan: Plan) -> str:
    links = [plan.dependencies[key] for key in keys if key in plan.dependencies]
    return joined([_link(link.predecessor, link.successor, plan) for link in links[:_MOST_NAMES]])


def _fields(step: str) -> str:
    names = joined([field_name(name) for name in step.split("+")])
    return names[:1].upper() + names[1:]


def _shown(value: object, plan: Plan) -> str:
    """Return a value in a few words."""
    if _is_nothing(value):
        return _("nothing")
    if isinstance(value, tuple):
        return joined([_shown(one, plan) for one in cast("tuple[object, ...]", value)])
    if isinstance(value, Value):
        held = {field_name(name): one for name, one in dict(value).items() if not _is_nothing(one)}
        return ", ".join(f"{name} {_shown(one, plan)}" for name, one in held.items())
    if isinstance(value, date):
        return value.isoformat()
    text = Directory.of(plan).shown(value) if isinstance(value, str) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _is_nothing(value: object) -> bool:
    return value is GONE or value is None or value == "" or (isinstance(value, (tuple, Table)) and not value)
