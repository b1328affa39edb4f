"""All batons along the clock: who holds what today, which pass is next, and who pays for a late one."""

from collections.abc import Sequence
from dataclasses import dataclass

from launchplanner.checks import Context
from launchplanner.plan.zone import moment_of
from launchplanner.reports.baton_board_rows import BoardRow, RowMaker, State, Stretch
from launchplanner.reports.baton_measures import launch_measures
from launchplanner.reports.timeline_head import Band, Head, head_of, lead_family
from launchplanner.reports.timeline_owners import FaceOf, person_face
from launchplanner.words import _, in_words, joined, ngettext, short_day

__all__ = ["BatonBoard", "BoardRow", "Facts", "State", "Stretch", "baton_board"]

_NEARLY_ALL = 0.95
_ENOUGH = 3
"""From so many answers on, a yield that is nearly perfect says something."""

Families = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer of the head: `title` is the answer, `note` what goes with it, `families` the batons it is about."""

    question: str
    title: str
    note: str = ""
    families: Families = ()
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head says, in order; `holder` is the face of who holds the main baton."""

    holder: FaceOf | None
    main: Fact
    next: Fact
    late: Fact
    first_pass: Fact
    lost: Fact


@dataclass(frozen=True, slots=True)
class BatonBoard:
    """The board of a plan on a day.

    `bands` say who leads where custody really moved; `passes` are the main passes between them, with the families of
    both sides. `next` and `late` are the keys of the coming passes of one day and of the late ones, in order.
    """

    rows: tuple[BoardRow, ...]
    facts: Facts
    head: Head
    bands: tuple[Band, ...]
    passes: tuple[tuple[float, str, str], ...]
    next: tuple[str, ...]
    late: tuple[str, ...]


def baton_board(context: Context) -> BatonBoard:
    """Return the board of a plan on a day."""
    head = head_of(context)
    maker = RowMaker(context, head.today)
    rows = tuple(maker.made(key) for key, _baton in context.lookup.batons)
    late = sorted((row for row in rows if row.late), key=lambda row: -row.late)
    coming = _coming(context, rows)
    mains = [row for row in rows if row.is_main]
    facts = Facts(
        holder=_main_holder(context, mains),
        main=_main_fact(context, mains),
        next=_next_fact(context, coming),
        late=_late_fact(context, late),
        first_pass=_yield_fact(context),
        lost=_lost_fact(context, rows),
    )
    return BatonBoard(
        rows=rows,
        facts=facts,
        head=head,
        bands=_bands(context, mains) or head.bands,
        passes=tuple((row.at, *row.families) for row in mains),
        next=tuple(row.key for row in coming),
        late=tuple(row.key for row in rows if row.late),
    )


def _coming(context: Context, rows: Sequence[BoardRow]) -> list[BoardRow]:
    """Return the passes of the next day on which there are any; late ones are not among them."""
    waiting = [row for row in rows if not row.has_passed and not row.late]
    day = min((context.plan.batons[row.key].day for row in waiting), default=0)
    return [row for row in waiting if context.plan.batons[row.key].day == day]


def _main_holder(context: Context, mains: Sequence[BoardRow]) -> FaceOf | None:
    passed = [row for row in mains if row.has_passed]
    row = passed[-1] if passed else mains[0] if mains else None
    if row is None:
        return None
    state = context.passing(row.key)
    person = state.receiver if row.has_passed else state.giver
    return person_face(context, person, context.today) if person else None


def _main_fact(context: Context, mains: Sequence[BoardRow]) -> Fact:
    question = _("Holds the main baton today")
    if not mains:
        return Fact(question, _("Nobody"), _("No baton here is a main one."), is_bad=True)
    passed = [row for row in mains if row.has_passed]
    face = _main_holder(context, mains)
    side = context.plan.batons[mains[0].key].giver if not passed else context.plan.batons[passed[-1].key].receiver
    name = face.name if face is not None else context.name(side).strip() or _("Nobody")
    if not passed:
        return Fact(question, name, _("since the clock begins, {day}").format(day=context.day(context.plan.first)))
    state = context.passing(passed[-1].key)
    moment = moment_of(state.baton.events[state.standing.answer].at)
    if moment is None:
        return Fact(question, name, _("since “{baton}” was accepted").format(baton=passed[-1].title))
    return Fact(question, name, _("since {day}, {time}").format(day=short_day(moment.date()), time=f"{moment:%H:%M}"))


def _next_fact(context: Context, coming: Sequence[BoardRow]) -> Fact:
    question = _("Next")
    if not coming:
        return Fact(question, _("No pass is to come"))
    index = context.plan.batons[coming[0].key].day
    day = context.day(index)
    families = tuple(row.families for row in coming)
    when = _in_days(index - context.today_index)
    receivers = list(dict.fromkeys(_receiver(context, row) for row in coming))
    to = _("to {receivers}").format(receivers=joined(receivers))
    if len(coming) == 1:
        return Fact(question, coming[0].title, f"{day} · {to} · {when}", families)
    count = in_words(len(coming))
    title = _("{count} passes on {day}").format(count=f"{count[:1].upper()}{count[1:]}", day=day)
    return Fact(question, title, f"{to} · {when}", families)


def _receiver(context: Context, row: BoardRow) -> str:
    return row.receiver.name if row.receiver is not None else context.name(context.plan.batons[row.key].receiver)


def _in_days(count: int) -> str:
    if count <= 0:
        return _("today")
    return ngettext("in {n} working day", "in {n} working days", count).format(n=count)


def _late_fact(context: Context, late: Sequence[BoardRow]) -> Fact:
    question = _("Late")
    if not late:
        return Fact(question, _("None"))
    worst = late[0]
    past = ngettext("{n} day past", "{n} days past", worst.late).format(n=worst.late)
    closes = context.plan.batons[worst.key].zone[1]
    ahead = closes - context.today_index
    zone = {0: _("zone closes today"), 1: _("zone closes tomorrow")}.get(ahead)
    if zone is None:
        text = _("zone closed {day}") if ahead < 0 else _("zone closes {day}")
        zone = text.format(day=context.day(closes))
    families = tuple(row.families for row in late)
    if len(late) == 1:
        return Fact(question, worst.title, f"{past}, {zone}", families, is_bad=True)
    count = in_words(len(late))
    title = _("{count} passes are late").format(count=f"{count[:1].upper()}{count[1:]}")
    return Fact(question, title, _("“{baton}” is {past}").format(baton=worst.title, past=past), families, is_bad=True)


def _yield_fact(context: Context) -> Fact:
    measured = launch_measures(context)
    share, question = measured.first_pass_yield, _("First-pass yield")
    if share is None:
        return Fact(question, "–", _("nothing was answered yet"))
    title = _("{first} of {answered}").format(first=measured.at_first, answered=measured.answered)
    if measured.answered >= _ENOUGH and share >= _NEARLY_ALL:
        return Fact(question, title, _("hardly anything came back: perhaps nobody looks"))
    return Fact(question, title, _("{percent} % accepted at the first answer").format(percent=round(100 * share)))


def _lost_fact(context: Context, rows: Sequence[BoardRow]) -> Fact:
    note = " · ".join(f"{row.title} {row.lost}" for row in rows if row.lost)
    return Fact(_("Receivers’ days lost"), str(launch_measures(context).lost), note or _("no pass came late"))


def _bands(context: Context, mains: Sequence[BoardRow]) -> tuple[Band, ...]:
    """Return who leads from pass to pass; a pass that is still to come is taken where it stands now."""
    plan, days = context.plan, context.lookup.days
    bands: list[Band] = []
    start = float(plan.first)
    for row in mains:
        giver = plan.batons[row.key].giver
        name = context.name(giver).strip() or _("Nobody")
        if row.has_passed:
            until = short_day(days.date_of(round(row.at) - 1))
            text = _("{lead} led · until {day}").format(lead=name, day=until)
        else:
            text = _("{lead} leads").format(lead=name)
        finish = max(row.at, start)
        bands.append(Band(start, finish, text, lead_family(context, giver)))
        start = finish
    if mains:
        receiver = plan.batons[mains[-1].key].receiver
        text = _("{lead} leads").format(lead=context.name(receiver).strip() or _("Nobody"))
        bands.append(Band(start, max(float(plan.end), start), text, lead_family(context, receiver)))
    return tuple(band for band in bands if band.finish > band.start)
