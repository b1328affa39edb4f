"""One row of the board: a baton's custody along the clock, who holds it today, and how it stands."""

from dataclasses import dataclass
from typing import Literal

from launchplanner.checks import Context
from launchplanner.plan.batons import MAIN
from launchplanner.plan.protocol import (
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    CHANGED,
    DISPUTED,
    EXPIRED,
    IN_DRAFT,
    OFFERED,
    READ_BACK,
    READY_TO_OFFER,
    RETURNED,
    standing,
)
from launchplanner.plan.zone import day_of
from launchplanner.reports.baton_measures import baton_measures
from launchplanner.reports.timeline_head import Today, lead_family
from launchplanner.reports.timeline_owners import FaceOf, owners_of_baton, person_face
from launchplanner.reports.timeline_rows import days_late
from launchplanner.words import _, ngettext

StateTone = Literal["neutral", "good", "warning", "error"]
StateMark = Literal["check", "bang", "dot", "empty"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Custody from one place of the clock to another, in the holder's colour; still to come when not `is_past`."""

    start: float
    finish: float
    family: str
    is_past: bool


@dataclass(frozen=True, slots=True)
class State:
    """How a baton stands, in words with a mark."""

    words: str
    mark: StateMark
    tone: StateTone


@dataclass(frozen=True, slots=True)
class BoardRow:
    """What one row shows. Places along the clock are working days from launch day.

    `at` is where the pass took place, where it is planned, or today while it is late; `tick` is the planned place of a
    pass that came or comes later. `lost` are the receiver's days, None for a pass that is not due.
    """

    key: str
    title: str
    planned: str
    is_main: bool
    has_passed: bool
    late: int
    giver: FaceOf | None
    receiver: FaceOf | None
    sides: str
    families: tuple[str, str]
    held: tuple[Stretch, ...]
    zone: tuple[float, float]
    at: float
    tick: float | None
    holder: FaceOf | None
    holder_name: str
    state: State
    items: tuple[int, int]
    returns: int
    lost: int | None

    @property
    def steps_back(self) -> bool:
        """Whether the row is drawn faded: passed, and no main baton."""
        return self.has_passed and not self.is_main

    @property
    def first_pass(self) -> str:
        """How it passed: at first, after how many returns, or not yet."""
        if self.returns == 1:
            return _("returned once")
        if self.returns:
            return ngettext("returned {n} time", "returned {n} times", self.returns).format(n=self.returns)
        return _("at first") if self.has_passed else ""


class RowMaker:
    """Makes the rows of one plan on a day."""

    def __init__(self, context: Context, today: Today) -> None:
        self._context = context
        self._today = today
        self._places = {key: self._place(key) for key, _baton in context.lookup.batons}
        self._taken_over = self._begins()
        self._given_on = self._ends()

    def made(self, key: str) -> BoardRow:
        """Return the row of a baton."""
        context, state = self._context, self._context.passing(key)
        baton, passed = state.baton, state.standing.has_passed
        late = 0 if passed else max(days_late(context, baton.day), 0)
        owners = owners_of_baton(context, key)
        giver, receiver = owners.faces
        on = context.schedule.first_date(key)
        holder = state.standing.holder
        opens, closes = baton.zone
        measured = baton_measures(context, key)
        day = context.day(baton.day)
        end = baton.day + 1.0
        return BoardRow(
            key=key,
            title=baton.title,
            planned=_("main baton · planned {day}").format(day=day)
            if baton.kind == MAIN
            else _("planned {day}").format(day=day),
            is_main=baton.kind == MAIN,
            has_passed=passed,
            late=late,
            giver=giver,
            receiver=receiver,
            sides=owners.words,
            families=self._families(key),
            held=self._held(key),
            zone=(opens, closes + 1),
            at=self._places[key],
            tick=end if self._places[key] > end else None,
            holder=person_face(context, holder, on) if holder else None,
            holder_name=context.plan.people[holder].name
            if holder
            else context.name(baton.giver).strip() or _("nobody"),
            state=self._state(key, late),
            items=(sum(1 for item in baton.items.values() if item.is_settled), len(baton.items)),
            returns=sum(measured.returns.values()),
            lost=measured.lost if passed or late or measured.lost else None,
        )

    def _place(self, key: str) -> float:
        planned, state = self._context.plan.batons[key].day, self._context.passing(key)
        if state.standing.has_passed:
            day = day_of(self._context.lookup.days, state.baton.events[state.standing.answer].at)
            return (planned if day is None else day) + 1.0
        return max(planned + 1.0, self._today.at) if days_late(self._context, planned) > 0 else planned + 1.0

    def _families(self, key: str) -> tuple[str, str]:
        baton = self._context.plan.batons[key]
        return lead_family(self._context, baton.giver), lead_family(self._context, baton.receiver)

    def _held(self, key: str) -> tuple[Stretch, ...]:
        """Return the giver's custody up to the pass, and of a main baton that has passed the receiver's after it."""
        begins, at, now = self._taken_over[key], self._places[key], self._today.at
        giver, receiver = self._families(key)
        passed = self._context.passing(key).standing.has_passed
        found = [Stretch(begins, at if passed else min(at, now), giver, is_past=True)]
        if not passed:
            found.append(Stretch(max(begins, now), at, giver, is_past=False))
        elif self._context.plan.batons[key].kind == MAIN:
            found.append(Stretch(at, min(now, self._given_on[key]), receiver, is_past=True))
        return tuple(stretch for stretch in found if stretch.finish > stretch.start)

    def _begins(self) -> dict[str, float]:
        """Return since when each giver holds what is passed on.

        Of a main baton, since the main baton before it; of a side baton, since the last pass to its giver that is
        planned before it. Without one of these, since the clock began.
        """
        first = float(self._context.plan.first)
        main, to_person, found = first, dict[str, float](), dict[str, float]()
        for key, baton in self._context.lookup.batons:
            state, place = self._context.passing(key), self._places[key]
            found[key] = main if baton.kind == MAIN else to_person.get(state.giver, first)
            if baton.kind == MAIN:
                main = place
            if state.receiver:
                to_person[state.receiver] = max(to_person.get(state.receiver, place), place)
        return found

    def _ends(self) -> dict[str, float]:
        """Return until when each receiver of a main baton holds it: the next main pass, or the end of the clock."""
        until, found = float(self._context.plan.end), dict[str, float]()
        for key, baton in reversed(self._context.lookup.batons):
            if baton.kind == MAIN:
                found[key], until = until, self._places[key]
        return found

    def _state(self, key: str, late: int) -> State:
        context, state = self._context, self._context.passing(key)
        closed = context.lookup.days.date_of(state.baton.zone[1]) < context.today
        here = standing(context.plan.id, key, state.baton, state.giver, state.receiver, zone_closed=closed).state
        words, mark, tone = _states().get(here, (here, "dot", "neutral"))
        if not late:
            return State(words, mark, tone)
        days = ngettext("{count} day late", "{count} days late", late).format(count=late)
        return State(_("{state}, {late}").format(state=words, late=days), "bang", "error")


def _states() -> dict[str, tuple[str, StateMark, StateTone]]:
    return {
        IN_DRAFT: (_("Draft"), "empty", "neutral"),
        READY_TO_OFFER: (_("Ready"), "dot", "neutral"),
        OFFERED: (_("Reading"), "dot", "neutral"),
        READ_BACK: (_("Read back"), "dot", "neutral"),
        ACCEPTED: (_("Accepted"), "check", "good"),
        ACCEPTED_WITH_CONDITIONS: (_("With conditions"), "check", "good"),
        RETURNED: (_("Returned"), "bang", "warning"),
        EXPIRED: (_("Expired"), "bang", "error"),
        CHANGED: (_("Changed since"), "bang", "warning"),
        DISPUTED: (_("Disputed"), "bang", "error"),
    }
