"""Who paid for late batons: the receiver's days, as rows and sentences."""

from dataclasses import dataclass

from launchplanner.plan.lookup import Lookup
from launchplanner.schedule.runway import Runway, Runways
from launchplanner.words import _, in_words, ngettext, quoted


@dataclass(frozen=True, slots=True)
class RunwayRow:
    """One baton: what it was to leave, what is gone, and the sentence that says so."""

    runway: Runway
    title: str
    receiver: str
    sentence: str


def runway_rows(lookup: Lookup, found: Runways) -> tuple[RunwayRow, ...]:
    """Return a row for each baton that has a runway."""
    return tuple(
        RunwayRow(one, lookup.title(one.baton), lookup.directory.shown(one.receiver), sentence(lookup, one))
        for one in found.each
    )


def sentence(lookup: Lookup, one: Runway) -> str:
    """Return what a baton leaves its receiver, in one sentence."""
    if not one.used and one.expected:
        return ngettext(
            "If nothing changes, {baton} uses up {count} day of the {days} that {whose} has.",
            "If nothing changes, {baton} uses up {count} days of the {days} that {whose} has.",
            one.expected,
        ).format(
            baton=quoted(lookup.title(one.baton)),
            count=in_words(one.expected),
            days=one.days,
            whose=_whose(lookup, one),
        )
    if not one.used:
        return _("{whose} has all {days} days.").format(whose=_whose(lookup, one), days=one.days)
    told = (
        ngettext(
            "{baton} passed {count} working day late: {whose} keeps {kept} of {days} days.",
            "{baton} passed {count} working days late: {whose} keeps {kept} of {days} days.",
            one.late,
        )
        if one.has_passed
        else ngettext(
            "{baton} is {count} working day late: {whose} keeps {kept} of {days} days.",
            "{baton} is {count} working days late: {whose} keeps {kept} of {days} days.",
            one.late,
        )
    )
    return told.format(
        baton=quoted(lookup.title(one.baton)),
        count=in_words(one.late),
        whose=_whose(lookup, one),
        kept=one.kept,
        days=one.days,
    )


def total_sentence(found: Runways) -> str:
    """Return what late batons have cost all receivers together."""
    if not found.used:
        return _("No receiver has lost a day.")
    return ngettext(
        "Late batons have used up {count} of the {days} working days that receivers had.",
        "Late batons have used up {count} of the {days} working days that receivers had.",
        found.used,
    ).format(count=found.used, days=found.days)


def _whose(lookup: Lookup, one: Runway) -> str:
    """Return whose time it is: the phase that the baton opens, or the receiver."""
    if one.phase:
        return lookup.plan.phases[one.phase].title
    return lookup.directory.shown(one.receiver) or _("the receiver")
