"""What is typed or pasted into cells, and the one edit that it comes to; no Qt here.

Nothing is guessed: what cannot be read is refused with a sentence, and its cell stays as it was.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Change, Edit, GiveTo, SetDuration, Together
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import AS_SOON_AS_POSSIBLE, DONE, LONGEST_DURATION
from launchplanner.reports.timeline_moves import placed
from launchplanner.schedule import Span, pushed
from launchplanner.ui.inspector.choices import task_states
from launchplanner.ui.inspector.day_words import Scale, day_typed
from launchplanner.ui.inspector.task_words import in_state, with_progress
from launchplanner.ui.tasks.columns import DAYS, DELIVERABLE, DUE, EDITABLE, ID, OWNER, START, STATUS, TITLE, headings
from launchplanner.words import _, ngettext, quoted, short_day

_WHOLE: Final = 100
_DAYS: Final = re.compile(r"(\d{1,4})(?: ?d(?:ays?)?)?")
_PERCENT: Final = re.compile(r"(\d{1,3}) ?%?")
_MOST_SAID: Final = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What a cell of a task is to say."""

    key: str
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What wishes come to.

    `edit` is None when nothing would change, `changed` counts the cells that would. `followers` are tasks that links
    take along. Each of `refusals` is a sentence about a cell that stays as it is.
    """

    edit: Edit | None
    changed: int
    followers: Mapping[str, Span]
    refusals: tuple[str, ...]


class UnclearError(Exception):
    """A text that is no value for its cell, with a sentence that says so."""


def outcome(snapshot: Snapshot, wishes: Sequence[Wish], name: str = "") -> Outcome:
    """Return what it comes to when cells say something else.

    Tasks that wait for what moves follow as far as they must, as they do on the timeline.

    Args:
        snapshot: the plan with its schedule.
        wishes: the cells and their new texts.
        name: what Undo calls it; made from the columns when empty.
    """
    rows: dict[str, _Row] = {}
    refusals: list[str] = []
    for wish in wishes:
        row = rows.setdefault(wish.key, _Row(snapshot, wish.key))
        try:
            row.take(wish)
        except UnclearError as refusal:
            refusals.append(str(refusal))
    changed = sum(row.changed for row in rows.values())
    moved = {key: row.span for key, row in rows.items() if row.span != snapshot.schedule.spans[key]}
    followers = _followers(snapshot, moved)
    edits = [edit for row in rows.values() for edit in row.edits()]
    edits += placed(snapshot.context, {**_starts(snapshot, moved), **_put(snapshot, followers)})
    if not edits:
        return Outcome(None, 0, {}, tuple(refusals))
    together = Together(name or _name(snapshot, wishes), tuple(edits))
    return Outcome(together, changed, followers, tuple(refusals))


def text_of(snapshot: Snapshot, key: str, column: int) -> str:
    """Return what an editor of a cell begins with; typing it again changes nothing."""
    task = snapshot.plan.tasks[key]
    if column == STATUS:
        under_way = task.progress if not task.is_settled else 0
        return _("{percent} %").format(percent=under_way) if under_way else dict(task_states()).get(task.status, "")
    return {
        ID: key,
        TITLE: task.title,
        OWNER: snapshot.context.name(task.owner),
        START: short_day(snapshot.schedule.first_date(key)),
        DUE: short_day(snapshot.schedule.last_date(key)),
        DAYS: str(task.duration),
        DELIVERABLE: task.deliverable,
    }.get(column, "")


def day_of(snapshot: Snapshot, key: str, column: int, text: str) -> date | None:
    """Return the working day that a text means in the cell for start or due, None when it cannot be read."""
    shown = snapshot.schedule.first_date(key) if column == START else snapshot.schedule.last_date(key)
    typed = day_typed(text, Scale.of(snapshot), shown)
    if typed is None:
        return None
    days = snapshot.lookup.days
    return days.date_of(days.day_of(typed) if column == START else days.last_day_until(typed))


def followers_note(snapshot: Snapshot, followers: Mapping[str, Span]) -> str:
    """Return what follows, in a sentence; "" when nothing does."""
    if not followers:
        return ""
    first = min(followers, key=lambda key: followers[key].start)
    day = short_day(snapshot.lookup.days.date_of(followers[first].start))
    text = _("{task} waits for it and moves to {day}.").format(task=quoted(snapshot.plan.tasks[first].title), day=day)
    more = len(followers) - 1
    if not more:
        return text
    return f"{text} {ngettext('{n} more task follows.', '{n} more tasks follow.', more).format(n=more)}"


def refusal_note(refusals: Sequence[str], changed: int) -> str:
    """Return in one line what was refused, and that the rest was done; "" when nothing was refused."""
    if not refusals:
        return ""
    said = " ".join(dict.fromkeys(refusals[:_MOST_SAID]))
    more = len(refusals) - _MOST_SAID
    if more > 0:
        said += " " + ngettext("{n} more cell was not taken.", "{n} more cells were not taken.", more).format(n=more)
    if not changed:
        return said
    done = ngettext("{n} other cell was changed.", "{n} other cells were changed.", changed).format(n=changed)
    return f"{said} {done}"


class _Row:
    """The wishes for one task."""

    def __init__(self, snapshot: Snapshot, key: str) -> None:
        self._snapshot = snapshot
        self._key = key
        self._task = snapshot.plan.tasks[key]
        self._changes: dict[str, object] = {}
        self._owner: str | None = None
        self.span = snapshot.schedule.spans[key]
        self.changed = 0

    def take(self, wish: Wish) -> None:
        """Note a wish.

        Raises:
            UnclearError: the text is no value for the cell.
        """
        if wish.column not in EDITABLE:
            raise UnclearError(
                _("{column} is worked out and cannot be typed.").format(column=quoted(_title(wish.column)))
            )
        before = (dict(self._changes), self._owner, self.span)
        self._take(wish.column, " ".join(wish.text.split()))
        self.changed += before != (self._changes, self._owner, self.span)

    def edits(self) -> list[Edit]:
        """Return the edits of this task; where it starts is put with all that moves."""
        found: list[Edit] = []
        if self._owner is not None:
            known = self._owner in self._snapshot.plan.people or self._owner in self._snapshot.plan.roles
            if known:
                found.append(GiveTo((self._key,), self._owner))
            else:
                self._changes["owner"] = self._owner
        if self._changes:
            found.append(Change(TASK, self._key, dict(self._changes)))
        if self.span.days != self._task.duration:
            found.append(SetDuration(self._key, self.span.days))
        return found

    def _take(self, column: int, text: str) -> None:
        if column == TITLE:
            if not text:
                raise UnclearError(_("A task needs a title."))
            self._change("title", text)
        elif column == DELIVERABLE:
            self._change("deliverable", text)
        elif column == OWNER:
            owner = _owner(self._snapshot, text)
            if owner != self._task.owner and text != self._snapshot.context.name(self._task.owner):
                self._owner = owner
        elif column == STATUS:
            for name, value in _status(text, self._task.status).items():
                self._change(name, value)
        elif column == DAYS:
            self.span = Span(self.span.start, self.span.start + _length(text))
        elif column in {START, DUE}:
            self._put(column, text)

    def _put(self, column: int, text: str) -> None:
        if text == text_of(self._snapshot, self._key, column):
            return
        day = day_of(self._snapshot, self._key, column, text)
        if day is None:
            raise UnclearError(_("{text} is no day. Try 26 Feb, W6 Fri, T-14 or +2.").format(text=quoted(text)))
        index = self._snapshot.lookup.days.day_of(day)
        if column == START:
            self.span = Span(index, index + self.span.days)
            return
        if index < self.span.start:
            starts = short_day(self._snapshot.lookup.days.date_of(self.span.start))
            raise UnclearError(
                _("{task} starts on {day}: it cannot be due before that.").format(
                    task=quoted(self._task.title), day=starts
                )
            )
        length = index - self.span.start + 1
        if length > LONGEST_DURATION:
            raise UnclearError(_("A task takes at most {most} days.").format(most=LONGEST_DURATION))
        if self.span.days or length > 1:
            self.span = Span(self.span.start, self.span.start + length)

    def _change(self, name: str, value: object) -> None:
        if value != getattr(self._task, name):
            self._changes[name] = value
        else:
            self._changes.pop(name, None)


def _owner(snapshot: Snapshot, text: str) -> str:
    plan, directory = snapshot.plan, snapshot.lookup.directory
    if text in plan.people or text in plan.roles:
        return text
    return directory.person(text) or directory.role(text) or text


def _status(text: str, before: str) -> dict[str, object]:
    wanted = text.casefold()
    percent = _PERCENT.fullmatch(wanted)
    if percent is not None and int(percent[1]) <= _WHOLE:
        progress = int(percent[1])
        return in_state(DONE, progress) if progress == _WHOLE else with_progress(before, progress)
    named = [state for state, words in task_states() if wanted in {state, words.casefold()}]
    begun = [state for state, words in task_states() if wanted and words.casefold().startswith(wanted)]
    found = named or begun
    if len(found) != 1:
        states = ", ".join(words for _state, words in task_states())
        raise UnclearError(
            _("{text} is no status. Say {states}, or a percentage such as 40.").format(text=quoted(text), states=states)
        )
    return in_state(found[0], _WHOLE)


def _length(text: str) -> int:
    found = _DAYS.fullmatch(text.casefold())
    if found is None or int(found[1]) > LONGEST_DURATION:
        raise UnclearError(
            _("{text} is no number of days from 0 to {most}.").format(text=quoted(text), most=LONGEST_DURATION)
        )
    return int(found[1])


def _followers(snapshot: Snapshot, moved: Mapping[str, Span]) -> dict[str, Span]:
    spans = snapshot.schedule.spans
    starts = pushed(snapshot.plan, snapshot.schedule, moved, snapshot.lookup) if moved else {}
    return {key: Span(start, start + spans[key].days) for key, start in starts.items()}


def _starts(snapshot: Snapshot, moved: Mapping[str, Span]) -> dict[str, Span]:
    """Return those that get another first day; one that only takes longer goes on starting by its rule."""
    return {key: span for key, span in moved.items() if span.start != snapshot.schedule.spans[key].start}


def _put(snapshot: Snapshot, followers: Mapping[str, Span]) -> dict[str, Span]:
    """Return the followers that have to be put on their day; one as soon as possible goes there by itself."""
    tasks = snapshot.plan.tasks
    return {key: span for key, span in followers.items() if tasks[key].start.rule != AS_SOON_AS_POSSIBLE}


def _name(snapshot: Snapshot, wishes: Sequence[Wish]) -> str:
    columns = list(dict.fromkeys(wish.column for wish in wishes))
    keys = list(dict.fromkeys(wish.key for wish in wishes))
    if len(columns) > 1:
        return ngettext("Change {n} cell", "Change {n} cells", len(wishes)).format(n=len(wishes))
    column = _("title") if columns[0] == TITLE else _title(columns[0]).lower()
    if len(keys) == 1:
        title = quoted(snapshot.plan.tasks[keys[0]].title)
        return _("Change {column} of {task}").format(column=column, task=title)
    return _("Change {column} of {n} tasks").format(column=column, n=len(keys))


def _title(column: int) -> str:
    return headings()[column]
