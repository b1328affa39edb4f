"""Rows that name another row as their parent: put below it, and epics above others made their phases."""

from collections.abc import Sequence
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading, Summary
from launchplanner.formats.importers.text import key_of
from launchplanner.words import _

_SUMMARIES: Final = frozenset({"epic", "initiative", "theme", "legend", "capability", "feature group", "group"})
_DEEPEST: Final = 30


def put_below_parents(drafts: Sequence[Draft], reading: Reading) -> None:
    """Put the drafts of one table below those that they name as parents.

    A parent stays a task, unless it is an epic or the like: those are summaries, and leave the drafts of the reading.
    What names no row of the table is kept in the notes.
    """
    if not any(draft.parents for draft in drafts):
        return
    known = _by_name(drafts)
    parent_of = {id(draft): parent for draft in drafts if (parent := _parent(draft, known)) is not None}
    for draft in drafts:
        _put_below(draft, _above(draft, parent_of))
        if id(draft) not in parent_of:
            draft.notes.extend(_("Part of: {path}").format(path=name) for name in draft.parents)
    named = {id(parent) for parent in parent_of.values()}
    parents = [draft for draft in drafts if id(draft) in named]
    _sum_up(
        [draft for draft in parents if key_of(draft.kind) in _SUMMARIES and not _in_circle(draft, parent_of)], reading
    )
    if not any(draft.section for draft in reading.drafts):
        _make_phases(drafts, parents)


def _make_phases(drafts: Sequence[Draft], parents: Sequence[Draft]) -> None:
    """Let parents be the phases of what is below them, and of themselves, if that holds for most of the drafts."""
    ids = {id(draft) for draft in parents}
    if sum(1 for draft in drafts if draft.path or id(draft) in ids) > len(drafts) / 2:
        for draft in parents:
            draft.path = draft.path or (draft.title,)
        return
    for draft in drafts:
        if draft.path:
            draft.notes.insert(0, _("Part of: {path}").format(path=" › ".join(draft.path)))
            draft.path = ()


def _by_name(drafts: Sequence[Draft]) -> dict[str, Draft]:
    known: dict[str, Draft] = {}
    for draft in drafts:
        for key in (draft.key, draft.second_key, draft.title):
            if key:
                known.setdefault(key_of(key), draft)
    return known


def _put_below(draft: Draft, above: Sequence[Draft]) -> None:
    draft.path = (*draft.path, *(each.title for each in above))
    draft.above = tuple(each.key for each in above if each.key)
    if key_of(draft.section) in {key_of(each.title) for each in above}:
        draft.section = ""
    draft.section = draft.section or next((each.section for each in reversed(above) if each.section), "")


def _sum_up(epics: Sequence[Draft], reading: Reading) -> None:
    """Make summaries of drafts, which leave the reading."""
    for draft in epics:
        purpose = "\n".join((*draft.notes, *draft.links))
        summary = Summary(draft.title, draft.key, draft.row, draft.table, draft.owner, purpose, draft.place)
        reading.summaries.append(summary)
    left_out = {id(draft) for draft in epics}
    reading.drafts[:] = [draft for draft in reading.drafts if id(draft) not in left_out]


def _parent(draft: Draft, known: dict[str, Draft]) -> Draft | None:
    for name in draft.parents:
        found = known.get(key_of(name))
        if found is not None and found is not draft:
            return found
    return None


def _above(draft: Draft, parent_of: dict[int, Draft]) -> list[Draft]:
    """Return the parents of a draft, outermost first; a circle of parents is cut."""
    found: list[Draft] = []
    at = parent_of.get(id(draft))
    while at is not None and at is not draft and all(at is not each for each in found) and len(found) < _DEEPEST:
        found.append(at)
        at = parent_of.get(id(at))
    return found[::-1]


def _in_circle(draft: Draft, parent_of: dict[int, Draft]) -> bool:
    at = parent_of.get(id(draft))
    for _step in range(_DEEPEST):
        if at is None:
            return False
        if at is draft:
            return True
        at = parent_of.get(id(at))
    return True
