"""Slip against a baseline as rows and sentences, for the window and every export."""

from dataclasses import dataclass

from launchplanner.plan.lookup import Lookup
from launchplanner.schedule import Span
from launchplanner.schedule.baselines import Slips
from launchplanner.words import _, in_words, joined, ngettext, quoted, short_day

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A task or baton that has moved: where it stood, in working days from today's launch day, and how far it moved."""

    id: str
    title: str
    then: Span
    slip: int
    text: str


def heading(lookup: Lookup, slips: Slips) -> str:
    """Return what a baseline is called, who took it and when."""
    one = slips.baseline
    if not one.taken_on:
        return one.title
    if not one.taken_by:
        return _("{title}, taken on {day}").format(title=one.title, day=short_day(one.taken_on))
    return _("{title}, taken on {day} by {name}").format(
        title=one.title, day=short_day(one.taken_on), name=lookup.directory.shown(one.taken_by)
    )


def slip_rows(lookup: Lookup, slips: Slips) -> tuple[SlipRow, ...]:
    """Return a row for all that finishes on another day than in the baseline, furthest slip first."""
    moved = sorted((-slip, key) for key, slip in slips.finish.items() if slip)
    return tuple(SlipRow(key, lookup.title(key), slips.then[key], -back, slip_text(-back)) for back, key in moved)


def slip_text(days: int) -> str:
    """Return a slip in words: "3 days later", "1 day earlier", "as planned"."""
    if not days:
        return _("as planned")
    if days > 0:
        return ngettext("{n} day later", "{n} days later", days).format(n=days)
    return ngettext("{n} day earlier", "{n} days earlier", -days).format(n=-days)


def summary(lookup: Lookup, slips: Slips) -> str:
    """Return in one sentence what has become of a baseline."""
    later = [row for row in slip_rows(lookup, slips) if row.slip > 0]
    launch = (
        _("launch day is as it was") if not slips.launch else _("launch is {slip}").format(slip=slip_text(slips.launch))
    )
    if not later:
        return _("Nothing is later than in “{title}”, and {launch}.").format(title=slips.baseline.title, launch=launch)
    names = [quoted(row.title) for row in later[:_MOST_NAMES]]
    if len(later) > _MOST_NAMES:
        more = len(later) - _MOST_NAMES
        names.append(ngettext("{count} more", "{count} more", more).format(count=in_words(more)))
    told = ngettext(
        "{names} is later than in “{title}”, and {launch}.",
        "{names} are later than in “{title}”, and {launch}.",
        len(later),
    )
    return told.format(names=joined(names), title=slips.baseline.title, launch=launch)
