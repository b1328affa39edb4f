"""Lists as tasks: boxes, marks such as "✅", dated bullets, and numbered steps."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from launchplanner.formats.importers import fields
from launchplanner.formats.importers.dates import is_placeholder, read_when
from launchplanner.formats.importers.drafts import Draft, Reading
from launchplanner.formats.importers.fields import Line, read_line, section_field
from launchplanner.formats.importers.grids import Item
from launchplanner.formats.importers.lengths import read_length
from launchplanner.formats.importers.moments import DAY, FROM_LAUNCH, WEEK, WORKDAYS_FROM_LAUNCH, YEARLESS, When
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.states import mark_of, read_state
from launchplanner.formats.importers.text import Plain, plain
from launchplanner.plan.work import DONE, DROPPED
from launchplanner.words import _

_STEPS: Final = re.compile(
    r"\b(?:steps?|process|procedure|checklist|runbook|timeline|schedule|plan|tasks?|to ?do|action items?"
    r"|ablauf|schritte|étapes|pasos)\b",
    re.I,
)
_FEWEST_STEPS: Final = 3
_FEWEST_DATED: Final = 3
_SPLIT: Final = re.compile(r"\s*[,;\n]\s*")
_PREFIX: Final = re.compile(r"(?P<who>[A-Z@][\w&/ .’'-]{1,40}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
_HOURS: Final = re.compile(r"\d\s*h", re.IGNORECASE)
_ROLE_WORDS: Final = 4

_HEADING_KINDS: Final = frozenset({DAY, YEARLESS, FROM_LAUNCH, WEEK, WORKDAYS_FROM_LAUNCH})

IsOwner = Callable[[str, str], bool]


def read_items(
    items: tuple[Item, ...], reading: Reading, notes: Notebook, *, beside_table: bool, is_owner: IsOwner
) -> str:
    """Add the tasks of a document's lists to the reading, and return in words which entries were taken for tasks.

    Args:
        items: the entries of all lists.
        reading: what tasks are added to.
        notes: where remarks go.
        beside_table: whether the document has a table of tasks; then only boxes are tasks too.
        is_owner: tells whether the word before a colon owns the work named after it.
    """
    chosen, what = _chosen(items, beside_table=beside_table)
    if not chosen:
        return ""
    taken = {id(item) for item in chosen}
    made: dict[int, Draft] = {}
    for item in items:
        if id(item) in taken:
            draft = _draft(item, notes, is_owner)
            if draft is None:
                continue
            made[id(item)] = draft
        elif item.parent is not None and id(item.parent) in made:
            made[id(item)] = made[id(item.parent)]
            _add_below(made[id(item)], item)
    drafts = list(dict.fromkeys(id(made[id(item)]) for item in chosen if id(item) in made))
    by_id = {id(draft): draft for draft in made.values()}
    for item in chosen:
        draft = made.get(id(item))
        if draft is not None and item.parent is not None and id(item.parent) in made and id(item.parent) in taken:
            draft.path = (*made[id(item.parent)].path, made[id(item.parent)].title)
    reading.drafts.extend(by_id[key] for key in drafts)
    _give_section_fields(items, taken, reading)
    return what


def _chosen(items: tuple[Item, ...], *, beside_table: bool) -> tuple[list[Item], str]:
    boxed = [item for item in items if item.box is not None]
    if boxed:
        return _with_boxes(items, boxed)
    if beside_table:
        return [], ""
    marked = [item for item in items if mark_of(plain(item.text).line)[0] is not None]
    if len(marked) >= _FEWEST_STEPS:
        return marked, _("entries with a mark such as ✅")
    return _without_boxes(items)


def _with_boxes(items: tuple[Item, ...], boxed: list[Item]) -> tuple[list[Item], str]:
    if 2 * sum(1 for item in boxed if _begins_with_date(item)) <= len(boxed):
        return boxed, _("entries with a box")
    # In a list of dated boxes an entry that lost its box is one of them.
    dated = [item for item in items if item.box is not None or (item.parent is None and _begins_with_date(item))]
    return dated, _("entries with a box or a date")


def _without_boxes(items: tuple[Item, ...]) -> tuple[list[Item], str]:
    owned = {id(item) for item in items if fields.OWNER in read_line(plain(item.text).text).fields}
    dated = {id(item) for item in items if _begins_with_date(item)}
    if len(dated) >= _FEWEST_DATED or (owned and len(owned) + len(dated) >= _FEWEST_DATED):
        return [item for item in items if id(item) in owned | dated], _("entries with a date or an owner")
    spans = [item for item in items if item.parent is None and _heading_when(item) is not None]
    if len(spans) >= _FEWEST_DATED:
        return spans, _("entries below headings that are dates")
    return _numbered(items), _("numbered steps")


def _begins_with_date(item: Item) -> bool:
    line = read_line(plain(item.text).text)
    return line.when is not None and (item.parent is None or bool(line.title))


def _heading_when(item: Item) -> When | None:
    """Return the time that a heading above names: "Mar 21 - Mar 25", "Cut (three days before release)"."""
    for heading in reversed(item.headings):
        when = read_when(heading)
        if when is not None and (not when.rest or when.first.kind == FROM_LAUNCH) and when.first.kind in _HEADING_KINDS:
            return when
    return None


def _numbered(items: tuple[Item, ...]) -> list[Item]:
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        if item.numbered and item.indent == 0:
            groups.setdefault(item.headings, []).append(item)
    return [
        item
        for headings, group in groups.items()
        if len(group) >= _FEWEST_STEPS and any(_STEPS.search(heading) for heading in headings)
        for item in group
    ]


def _draft(item: Item, notes: Notebook, is_owner: IsOwner) -> Draft | None:
    look = plain(item.text)
    state, words = mark_of(look.text)
    line = read_line(words)
    place = _("line {n}").format(n=item.line)
    if not line.title and not line.when:
        notes.dropped(_("An entry without words."), place)
        return None
    draft = Draft(line.title, place, table=-1, headings=item.headings, links=list(look.links))
    if item.box is not None:
        draft.status, draft.has_status = (DONE if item.box else draft.status), True
    elif state is not None:
        draft.status, draft.has_status = state, True
    if look.struck:
        draft.status = DROPPED
        notes.changed(_("“{title}” is struck through, so it was read as dropped.").format(title=draft.title), place)
    draft.at = line.when or _heading_when(item)
    if line.rest:
        draft.notes.append(line.rest)
    _give_fields(draft, line, notes)
    _give_prefix(draft, look, is_owner)
    if line.when is not None and line.when.two_days:
        notes.changed(_("“{text}” names two days; the first was taken.").format(text=line.when.text), place)
    return draft


def _give_fields(draft: Draft, line: Line, notes: Notebook) -> None:
    for meaning, text in line.fields.items():
        _give_field(draft, meaning, text, notes)
    if line.when is not None and line.when.first.kind == FROM_LAUNCH and _HOURS.search(line.when.text):
        draft.notes.append(line.when.text.strip(" :—–-"))


def _give_field(draft: Draft, meaning: str, text: str, notes: Notebook) -> None:
    if meaning in {fields.DUE, fields.START}:
        _give_time(draft, meaning, text, notes)
    elif meaning == fields.STATUS:
        _give_status(draft, text, notes)
    elif meaning == fields.LENGTH:
        _give_length(draft, text)
    elif meaning == fields.OWNER:
        draft.owner = text.strip().rstrip(".")
    elif meaning == fields.AFTER:
        draft.after.append(text)
    elif meaning == fields.DELIVERABLE:
        draft.deliverable = text
    elif meaning == fields.HELP:
        draft.contributors.extend(name for name in _SPLIT.split(text) if name)


def _give_time(draft: Draft, meaning: str, text: str, notes: Notebook) -> None:
    when = read_when(text)
    if when is None:
        if text and not is_placeholder(text):
            draft.notes.append(_("Due: {text}").format(text=text))
            notes.changed(_("“{text}” is no date, so it was kept in the task's notes.").format(text=text), draft.place)
    elif meaning == fields.DUE:
        draft.finish = when
    else:
        draft.start = when


def _give_length(draft: Draft, text: str) -> None:
    length = read_length(text)
    if length is None:
        draft.notes.append(text)
    else:
        draft.days = length.days


def _give_status(draft: Draft, text: str, notes: Notebook) -> None:
    state = read_state(text)
    if state is None:
        draft.notes.append(_("Status: {text}").format(text=text))
        notes.changed(_("“{text}” is no known status; it was kept in the task's notes.").format(text=text), draft.place)
        return
    if not (draft.has_status and draft.status == DONE):
        draft.status, draft.has_status = state.status, True
    if state.more:
        draft.notes.append(_("Status: {text}").format(text=state.more))


def _give_prefix(draft: Draft, look: Plain, is_owner: IsOwner) -> None:
    # "Marketing: Send tweet" names who sends it, "FM1: Provide tests" does not.
    match = _PREFIX.match(draft.title)
    if (
        draft.owner
        or match is None
        or len(match["who"].split()) > _ROLE_WORDS
        or not is_owner(match["who"], match["rest"])
    ):
        return
    draft.owner, draft.title = match["who"], match["rest"]


def _add_below(draft: Draft, item: Item) -> None:
    look = plain(item.text)
    found = section_field(look.text)
    if found is not None and found[1] and found[0] == fields.OWNER and not draft.owner:
        draft.owner = found[1]
        return
    if (
        found is not None
        and found[0] == fields.DUE
        and draft.finish is None
        and (when := read_when(found[1])) is not None
    ):
        draft.finish = when
        return
    draft.links.extend(look.links)
    if not draft.title:
        draft.title = look.line
    elif look.line:
        draft.notes.append(f"- {look.line}")


def _give_section_fields(items: Iterable[Item], taken: set[int], reading: Reading) -> None:
    """Give what stands as a list entry of its own ("Owner: Ana") to the tasks of its section that lack it."""
    for item in items:
        if id(item) in taken or item.parent is not None:
            continue
        found = section_field(plain(item.text).text)
        if found is None or not found[1]:
            continue
        same = [draft for draft in reading.drafts if draft.headings == item.headings]
        if found[0] == fields.OWNER:
            beside = fields.fields_of(plain(item.text).text)
            for draft in same:
                draft.owner = draft.owner or beside.get(fields.OWNER, "")
                draft.finish = draft.finish or read_when(beside.get(fields.DUE, ""))
        elif found[0] == fields.DUE:
            for draft in same:
                draft.finish = draft.finish or read_when(found[1])
