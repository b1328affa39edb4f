"""Which phase each task belongs to, and when the phases are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.text import key_of
from launchplanner.formats.importers.timing import Settled, Span
from launchplanner.plan.work import LONGEST_DURATION
from launchplanner.words import _, ngettext

_MOST_PHASES: Final = 40
_WEEK_DAYS: Final = 5
_PREFIX: Final = re.compile(r"(?P<name>[A-Za-z][\w &/-]{0,24}?)\s*:\s+\S")
_SHARE_WITH_PREFIX: Final = 0.7
_FEWEST_WITH_PREFIX: Final = 4


@dataclass(slots=True)
class PhaseSpan:
    """A phase: its title, lead, days from launch day, and what it is for."""

    title: str
    lead: str
    start: int
    days: int
    purpose: str = ""


def phase_titles(reading: Reading, fallback: str) -> list[str]:
    """Return the title of the phase of each task, in their order."""
    drafts = reading.drafts
    titles = [draft.section for draft in drafts]
    if not any(titles):
        titles = _by_path([draft.path if draft.table >= 0 else () for draft in drafts])
    by_heading = _by_path([draft.headings for draft in drafts])
    if not any(titles):
        titles = by_heading
    elif len({draft.table for draft in drafts}) > 1:
        titles = [title or heading for title, heading in zip(titles, by_heading, strict=True)]
    if not any(titles):
        titles = _by_prefix(drafts)
    if not any(titles):
        return [fallback] * len(drafts)
    return _one_spelling([title or _("Other tasks") for title in titles])


def _by_path(paths: Sequence[tuple[str, ...]]) -> list[str]:
    """Return for each path the first step at which the paths part."""
    depth = 0
    while depth < max((len(path) for path in paths), default=0):
        steps = {path[depth] if len(path) > depth else "" for path in paths}
        if len(steps) > 1:
            break
        depth += 1
    titles = [path[depth] if len(path) > depth else "" for path in paths]
    return titles if 1 < len(set(titles)) <= _MOST_PHASES else [""] * len(paths)


def _by_prefix(drafts: Sequence[Draft]) -> list[str]:
    matches = [_PREFIX.match(draft.title) for draft in drafts]
    names = [match["name"] if match else "" for match in matches]
    found = {name for name in names if name}
    if (
        len(drafts) < _FEWEST_WITH_PREFIX
        or sum(map(bool, names)) < _SHARE_WITH_PREFIX * len(drafts)
        or not 1 < len(found) <= len(drafts) / 2
    ):
        return [""] * len(drafts)
    return names


def _one_spelling(titles: list[str]) -> list[str]:
    first: dict[str, str] = {}
    return [first.setdefault(key_of(title), title) for title in titles]


def phase_spans(reading: Reading, titles: Sequence[str], settled: Settled, notes: Notebook) -> list[PhaseSpan]:
    """Return the phases in the order of the file, each around its tasks, without gaps between neighbours."""
    order = list(dict.fromkeys(titles))
    leads = {key_of(summary.title): summary.owner for summary in reading.summaries if summary.owner}
    purposes = {key_of(summary.title): summary.purpose for summary in reading.summaries if summary.purpose}
    known = {key_of(title) for title in order}
    for summary in reading.summaries:
        if summary.purpose and key_of(summary.title) not in known:
            notes.dropped(
                _("The remarks on “{title}”: it is no phase here.").format(title=summary.title), summary.place
            )
    dated: dict[str, tuple[int, int]] = {}
    for title, span in zip(titles, settled.spans, strict=True):
        if span.start is not None:
            low, high = dated.get(title, (span.start, span.end))
            dated[title] = (min(low, span.start), max(high, span.end))
    if not dated:
        dated = _one_after_another(order, titles, settled.spans, notes)
    else:
        _say_undated([title for title in order if title not in dated], notes)
        _place_undated(order, dated, titles, settled.spans)
    _close_gaps(order, dated)
    return [
        PhaseSpan(
            title,
            leads.get(key_of(title), ""),
            dated[title][0],
            min(dated[title][1] - dated[title][0], LONGEST_DURATION),
            purposes.get(key_of(title), ""),
        )
        for title in order
    ]


def _longest(title: str, titles: Sequence[str], spans: Sequence[Span]) -> int:
    lengths = [span.days for each, span in zip(titles, spans, strict=True) if each == title]
    return max(_WEEK_DAYS, *lengths) if lengths else _WEEK_DAYS


def _one_after_another(
    order: Sequence[str], titles: Sequence[str], spans: Sequence[Span], notes: Notebook
) -> dict[str, tuple[int, int]]:
    lengths = [_longest(title, titles, spans) for title in order]
    start = 1 - sum(lengths)
    found: dict[str, tuple[int, int]] = {}
    for title, length in zip(order, lengths, strict=True):
        found[title] = (start, start + length)
        start += length
    notes.understood(
        ngettext(
            "The tasks have no dates. The phase ends on launch day, a week long or as long as its longest task.",
            "The tasks have no dates. The {n} phases follow each other up to launch day, each a week long or as long "
            "as its longest task.",
            len(order),
        ).format(n=len(order))
    )
    return found


def _say_undated(titles: Sequence[str], notes: Notebook) -> None:
    for title in titles:
        notes.understood(
            _("No task of the phase “{title}” has a date; it was put after the one before it.").format(title=title)
        )


def _place_undated(
    order: Sequence[str], dated: dict[str, tuple[int, int]], titles: Sequence[str], spans: Sequence[Span]
) -> None:
    """Put phases without a date after the one before them; those ahead of the first dated one lead up to it."""
    known = [number for number, title in enumerate(order) if title in dated]
    begin = dated[order[known[0]]][0]
    for title in reversed(order[: known[0]]):
        dated[title] = (begin - _longest(title, titles, spans), begin)
        begin = dated[title][0]
    for before, title in pairwise(order):
        if title not in dated:
            end = dated[before][1]
            dated[title] = (end, end + _longest(title, titles, spans))


def _close_gaps(order: Sequence[str], dated: dict[str, tuple[int, int]]) -> None:
    by_day = sorted(order, key=lambda title: dated[title])
    for title, after in pairwise(by_day):
        low, high = dated[title]
        begins = dated[after][0]
        covered = any(dated[each][0] <= high < dated[each][1] for each in order if each != title)
        if high < begins and not covered:
            dated[title] = (low, begins)
