"""What passes are measured by: yield at first pass, returns, hours to an answer, zone, days lost, corrections.

One definition for the board, the checklist and the plan report. Everything rests on recorded events; a moment that a
device did not write down gives no hours and no place in the zone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from launchplanner.checks import Context
from launchplanner.checks.relay import drifted
from launchplanner.plan.batons import CORRECTED, Event
from launchplanner.plan.edits import Pass
from launchplanner.plan.protocol import ACCEPTANCES, CHANGED, RETURN, in_order
from launchplanner.plan.witness import content_in
from launchplanner.plan.zone import INSIDE, day_of, days_lost, hours_between, timing


@dataclass(frozen=True, slots=True)
class BatonMeasures:
    """One baton in figures.

    `at_first` says whether the first answer was an acceptance, None without an answer. `hours` are those from an offer
    to its answer, one for each answered offer. `timing` is "early", "inside" or "late", "" while it has not passed.
    `lost` are the receiver's working days that a late pass used up, counted up to today while it is still to come.
    `prompts` were marked, `corrected` of them set right. `is_stale` when the content, or a file that it links, is no
    longer what was read back.
    """

    has_passed: bool
    at_first: bool | None
    returns: Mapping[str, int]
    hours: tuple[float, ...]
    timing: str
    lost: int
    prompts: int
    corrected: int
    is_stale: bool


@dataclass(frozen=True, slots=True)
class LaunchMeasures:
    """All batons of a launch in figures; `answered` are the batons that got an answer, `at_first` those accepted then.

    `hours` is the median from offer to answer, None without one.
    """

    batons: int
    passed: int
    answered: int
    at_first: int
    returns: Mapping[str, int]
    hours: float | None
    inside: int
    lost: int
    prompts: int
    corrected: int
    stale: int

    @property
    def first_pass_yield(self) -> float | None:
        """The share of answered batons that were accepted at the first answer, None without any."""
        return self.at_first / self.answered if self.answered else None


def baton_measures(context: Context, key: str) -> BatonMeasures:
    """Return the figures of one baton."""
    passing = context.passing(key)
    baton, standing = passing.baton, passing.standing
    answers = _answers(baton.events)
    marks = _marks(passing, [answer for _offer, answer in answers])
    passed = day_of(context.lookup.days, baton.events[standing.answer].at) if standing.has_passed else None
    if not standing.has_passed:
        lost = days_lost(baton, context.today_index)
    else:
        lost = days_lost(baton, passed) if passed is not None else 0
    return BatonMeasures(
        has_passed=standing.has_passed,
        at_first=answers[0][1].kind in ACCEPTANCES if answers else None,
        returns=Counter(answer.code for _offer, answer in answers if answer.kind == RETURN),
        hours=tuple(hours for offer, answer in answers if (hours := hours_between(offer.at, answer.at)) is not None),
        timing=timing(baton, passed) if passed is not None else "",
        lost=lost,
        prompts=len(marks),
        corrected=sum(mark == CORRECTED for mark in marks),
        is_stale=standing.state == CHANGED or (standing.has_passed and bool(drifted(context, key))),
    )


def launch_measures(context: Context) -> LaunchMeasures:
    """Return the figures of all batons of a plan."""
    return summed(baton_measures(context, key) for key, _baton in context.lookup.batons)


def summed(measured: Iterable[BatonMeasures]) -> LaunchMeasures:
    """Return the figures of several batons, also of more than one launch, as one."""
    every = list(measured)
    answered = [one for one in every if one.at_first is not None]
    hours = [hour for one in every for hour in one.hours]
    returns: Counter[str] = Counter()
    for one in every:
        returns.update(one.returns)
    return LaunchMeasures(
        batons=len(every),
        passed=sum(one.has_passed for one in every),
        answered=len(answered),
        at_first=sum(one.at_first is True for one in answered),
        returns=returns,
        hours=median(hours) if hours else None,
        inside=sum(one.timing == INSIDE for one in every),
        lost=sum(one.lost for one in every),
        prompts=sum(one.prompts for one in every),
        corrected=sum(one.corrected for one in every),
        stale=sum(one.is_stale for one in every),
    )


def _marks(passing: Pass, answers: list[Event]) -> list[str]:
    """Return the giver's marks of every read-back: those that an answer recorded, and those on the open offer."""
    recorded = [content_in(answer).get("prompts", {}) for answer in answers if answer.body]
    found = [str(prompt.get("mark", "")) for prompts in recorded for prompt in prompts.values()]
    if passing.standing.is_on_offer or not recorded:
        found += [prompt.mark for prompt in passing.baton.prompts.values() if prompt.is_heard]
    return [mark for mark in found if mark]


def _answers(events: Mapping[str, Event]) -> list[tuple[Event, Event]]:
    """Return each answered offer with its answer, in the order of the history; withdrawn offers have none."""
    found: list[tuple[Event, Event]] = []
    for _key, event in in_order(events):
        offer = events.get(event.answers)
        if offer is not None and (event.kind in ACCEPTANCES or event.kind == RETURN):
            found.append((offer, event))
    return found
