"""The measures of passes in sentences, for the checklist and the plan report."""

from collections.abc import Mapping

from launchplanner.reports.baton_measures import BatonMeasures, LaunchMeasures, baton_measures, launch_measures
from launchplanner.reports.blocks import Block, Heading, Paragraph, plain
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.source import Source
from launchplanner.words import _, in_words, joined, ngettext

_HOURS_IN_A_DAY = 24


def measured(handoff: Handoff) -> list[Block]:
    """Return how the pass went in figures; nothing before its first answer, or while it is in time."""
    found = baton_measures(handoff.source.context, handoff.key)
    sentences = of_baton(found) if found.at_first is not None or found.lost else []
    return [Heading(_("Measured")), Paragraph(plain(" ".join(sentences)))] if sentences else []


def all_measured(source: Source) -> list[Block]:
    """Return how the passes of the launch went in figures; nothing before the first answer."""
    found = launch_measures(source.context)
    if not found.answered and not found.lost:
        return []
    return [Heading(_("How the passes went")), Paragraph(plain(" ".join(of_launch(found))))]


def of_baton(found: BatonMeasures) -> list[str]:
    """Return one baton's figures as sentences, without those that say nothing."""
    said: list[str] = []
    if found.hours:
        told = ngettext("Answered {hours} after the offer.", "Answered {hours} after the offers.", len(found.hours))
        said.append(told.format(hours=joined([duration(hours) for hours in found.hours])))
    if found.at_first:
        said.append(_("Accepted at the first answer."))
    if found.returns:
        said.append(_("Returned: {codes}.").format(codes=_codes(found.returns)))
    timings = {"early": _("Passed before the zone opened."), "inside": _("Passed inside the zone."),
               "late": _("Passed after the zone closed.")}  # fmt: skip
    if found.timing:
        said.append(timings[found.timing])
    if found.lost:
        told = ngettext(
            "It used up {n} working day of the receiver.", "It used up {n} working days of the receiver.", found.lost
        )
        said.append(told.format(n=in_words(found.lost)))
    if found.prompts:
        said.append(_corrected(found.corrected, found.prompts))
    if found.is_stale:
        said.append(_("The read-back is out of date."))
    return said


def of_launch(found: LaunchMeasures) -> list[str]:
    """Return the figures of all batons as sentences."""
    said = [
        _("{passed} of {count} batons have passed, {inside} of them inside the zone.").format(
            passed=found.passed, count=found.batons, inside=found.inside
        )
    ]
    if found.answered:
        said.append(
            _("{n} of {count} were accepted at the first answer.").format(n=found.at_first, count=found.answered)
        )
    if found.hours is not None:
        said.append(_("An answer took {hours} in the middle.").format(hours=duration(found.hours)))
    if found.returns:
        said.append(_("Returned: {codes}.").format(codes=_codes(found.returns)))
    if found.lost:
        told = ngettext("Receivers lost {n} working day.", "Receivers lost {n} working days in all.", found.lost)
        said.append(told.format(n=in_words(found.lost)))
    if found.prompts:
        said.append(_corrected(found.corrected, found.prompts))
    if found.stale:
        told = ngettext("{n} read-back is out of date.", "{n} read-backs are out of date.", found.stale)
        said.append(told.format(n=found.stale))
    return said


def duration(hours: float) -> str:
    """Return a number of hours as people say it: "half an hour", "5 hours", "2 days"."""
    if hours < 1:
        return _("less than an hour")
    if hours < 2 * _HOURS_IN_A_DAY:
        return ngettext("{n} hour", "{n} hours", round(hours)).format(n=round(hours))
    return _("{n} days").format(n=round(hours / _HOURS_IN_A_DAY))


def _corrected(corrected: int, prompts: int) -> str:
    return _("Read-back: {n} of {count} answers corrected.").format(n=corrected, count=prompts)


def _codes(returns: Mapping[str, int]) -> str:
    named = sorted(returns.items(), key=lambda entry: (-entry[1], entry[0]))
    return joined(
        [
            _(code) if count == 1 else _("{code} ({count} times)").format(code=_(code), count=count)
            for code, count in named
        ]
    )
