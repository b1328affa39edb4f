"""Links that a file states outright, with the summaries among their ends spread over the tasks below them.

A summary begins with the first of its tasks and ends with the last: what waits for it waits for those of its tasks
that nothing else in it waits for, and what it waits for holds back those that wait for nothing else in it.
"""

from collections.abc import Sequence
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading, Summary, Wait
from launchplanner.formats.importers.results import Notebook
from launchplanner.plan.work import (
    DEPENDENCY_TYPES,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    LONGEST_DURATION,
    START_TO_FINISH,
    START_TO_START,
    Dependency,
)
from launchplanner.words import _

_MOST_ENDS: Final = 30
_FROM_START: Final = frozenset({START_TO_START, START_TO_FINISH})
_TO_FINISH: Final = frozenset({FINISH_TO_FINISH, START_TO_FINISH})


def stated_links(reading: Reading, ids: Sequence[str], notes: Notebook) -> list[Dependency]:
    """Return the links that the `waits` of drafts and summaries state, each pair of tasks once."""
    return _Stated(reading, ids, notes).links()


class _Stated:
    def __init__(self, reading: Reading, ids: Sequence[str], notes: Notebook) -> None:
        self._ids = ids
        self._place = {key: number for number, key in enumerate(ids)}
        self._notes = notes
        self._drafts = reading.drafts
        self._summaries = reading.summaries
        self._number = {draft.key: number for number, draft in enumerate(reading.drafts) if draft.key}
        self._below: dict[str, list[int]] = {}
        for number, draft in enumerate(reading.drafts):
            for key in draft.above:
                self._below.setdefault(key, []).append(number)
        self._title = {each.key: each.title for each in (*reading.drafts, *reading.summaries) if each.key}
        self._made: dict[str, Dependency] = {}
        self._after: set[tuple[int, int]] = set()

    def links(self) -> list[Dependency]:
        of_tasks = [(number, wait) for number, draft in enumerate(self._drafts) for wait in draft.waits]
        for number, wait in of_tasks:
            if wait.key in self._number:
                self._add(self._number[wait.key], number, wait, self._drafts[number])
        self._after = {(self._number_of(link.predecessor), self._number_of(link.successor)) for link in self._all()}
        for number, wait in of_tasks:
            if wait.key not in self._number:
                self._spread(self._drafts[number], [number], wait)
        for summary in self._summaries:
            for wait in summary.waits:
                self._spread(summary, self._ends(summary.key, finish=wait.type in _TO_FINISH), wait)
        return self._all()

    def _all(self) -> list[Dependency]:
        return list(self._made.values())

    def _number_of(self, key: str) -> int:
        return self._place[key]

    def _spread(self, to: Draft | Summary, after: list[int], wait: Wait) -> None:
        if wait.key not in self._title:
            self._notes.dropped(
                _("“{title}” waits for something that is not in the file ({key}).").format(
                    title=to.title, key=wait.key
                ),
                to.place,
            )
            return
        before = self._ends(wait.key, finish=wait.type not in _FROM_START)
        if set(before) & set(after):
            self._say_own(to)
            return
        self._notes.understood(
            _("The link from “{before}” to “{after}” is one of a summary; it holds for the tasks at its ends.").format(
                before=self._title[wait.key], after=to.title
            ),
            to.place,
        )
        for first in before:
            for second in after:
                self._add(first, second, wait, to)

    def _ends(self, key: str, *, finish: bool) -> list[int]:
        if key in self._number:
            return [self._number[key]]
        group = self._below.get(key, [])
        inside = set(group)
        if finish:
            bound = {before for before, after in self._after if after in inside}
        else:
            bound = {after for before, after in self._after if before in inside}
        return [number for number in group if number not in bound][-_MOST_ENDS:]

    def _add(self, before: int, after: int, wait: Wait, to: Draft | Summary) -> None:
        if before == after:
            self._say_own(to)
            return
        kind = wait.type if wait.type in DEPENDENCY_TYPES else FINISH_TO_START
        lag = max(-LONGEST_DURATION, min(wait.lag, LONGEST_DURATION))
        link = Dependency(predecessor=self._ids[before], successor=self._ids[after], type=kind, lag=lag)
        known = self._made.setdefault(link.id, link)
        if known != link:
            self._notes.dropped(
                _("A second link from “{before}” to “{after}” ({kind}); two tasks have one link here.").format(
                    before=self._drafts[before].title, after=self._drafts[after].title, kind=kind
                ),
                to.place,
            )

    def _say_own(self, to: Draft | Summary) -> None:
        self._notes.dropped(
            _("“{title}” is said to wait for itself, or for its own summary.").format(title=to.title), to.place
        )
