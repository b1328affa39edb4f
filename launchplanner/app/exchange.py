"""Handing a baton to another machine by file, and opening what comes back: for the window and the command line."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from launchplanner.app.files import read_bytes
from launchplanner.app.keys import BAD, Acquaintances, shown_key, signature_of
from launchplanner.formats.baton_file import BATON_SUFFIX, read_baton, write_baton
from launchplanner.formats.refusal import Refusal
from launchplanner.formats.safety import file_name, one_line
from launchplanner.plan.edits import EditError, Pass
from launchplanner.plan.exchange import Merged, OpenParcel, Parcel, merged, parcel_of, plan_from
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPTED, ACCEPTED_WITH_CONDITIONS, DISPUTED, RETURNED, history_head
from launchplanner.plan.witness import shown_head
from launchplanner.plan.workdays import workdays
from launchplanner.plan.zone import answer_due, day_of
from launchplanner.words import _, long_day

__all__ = ["BATON_SUFFIX", "Letter", "Preview", "letter", "parcel_in", "plan_of", "preview", "remember"]


@dataclass(frozen=True, slots=True)
class Letter:
    """A baton file to send: its name and bytes, and the subject and text of the e-mail that goes with it."""

    name: str
    data: bytes
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What opening a baton file would do: `news` a sentence each, `warnings` what to clear up by talking first."""

    parcel: Parcel
    merged: Merged
    warnings: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether the file says anything that is not here."""
        return self.merged.is_new

    @property
    def news(self) -> tuple[str, ...]:
        """What would change, a sentence each."""
        return self.merged.news

    @property
    def edit(self) -> OpenParcel:
        """The one edit that takes it over."""
        return OpenParcel(self.parcel)


def letter(plan: Plan, key: str, sender: str, *, device: str = "", at: str = "", folder: Path | None = None) -> Letter:
    """Return the file and the e-mail that tell the other side where a baton stands.

    Args:
        plan: the plan.
        key: the id of the baton.
        sender: the id of the person who sends it.
        device: the name of this device.
        at: the moment, in ISO 8601.
        folder: where this machine keeps what it has met; the state folder by default.

    Raises:
        EditError: there is no such baton.
    """
    parcel = parcel_of(plan, key, sender, device, at)
    remember(plan, key, folder)
    passing = Pass.of(plan, key)
    launch, title = one_line(plan.title), one_line(passing.baton.title)
    subject = _("Baton “{baton}” of {launch}: {state}").format(
        baton=title, launch=launch, state=_(passing.standing.state)
    )
    name = file_name(f"{launch} {key} {_(passing.standing.state)}", BATON_SUFFIX)
    return Letter(name, write_baton(parcel), subject, "\n\n".join(_paragraphs(passing, sender, name)) + "\n")


def remember(plan: Plan, key: str, folder: Path | None = None) -> None:
    """Keep the history of a baton in mind, so that this machine notices when some of it is gone."""
    Acquaintances(folder).meet(plan.id, {key: plan.batons[key]})


def _paragraphs(passing: Pass, sender: str, file: str) -> list[str]:
    plan, baton = passing.plan, passing.baton
    days = workdays(plan.calendar, plan.launch_day)
    facts = [
        _("Launch: {launch}, launch day {day}").format(launch=one_line(plan.title), day=long_day(plan.launch_day)),
        _("Planned: {day}, the exchange zone closes on {closes}").format(
            day=long_day(days.date_of(baton.day)), closes=long_day(days.date_of(baton.zone[1]))
        ),
    ]
    if baton.carries.strip():
        facts.append(_("It carries: {what}").format(what=one_line(baton.carries.strip())))
    offer = baton.events.get(passing.standing.offer)
    offered = day_of(days, offer.at) if offer is not None else None
    if passing.standing.is_on_offer and offered is not None:
        due = long_day(days.date_of(answer_due(baton, offered)))
        facts.append(_("An answer is asked for by {day}").format(day=due))
    head = shown_head(history_head({passing.key: baton}))
    witness = [_("Head of this baton's history: {head}").format(head=head), *_recorded(passing, sender)]
    return ["\n".join(_opening(passing, sender)), "\n".join(facts), _what_to_do(passing, file), "\n".join(witness)]


def _opening(passing: Pass, sender: str) -> list[str]:
    names = {
        "giver": one_line(passing.name(passing.giver)),
        "receiver": one_line(passing.name(passing.receiver)),
        "sender": one_line(passing.name(sender)),
        "baton": one_line(passing.baton.title),
    }
    answer = passing.baton.events.get(passing.standing.answer)
    state = passing.standing.state
    if passing.standing.is_on_offer:
        return [_("{giver} hands “{baton}” over to {receiver}.").format(**names)]
    if state in {ACCEPTED, ACCEPTED_WITH_CONDITIONS}:
        lines = [_("{receiver} accepted “{baton}” and holds it now.").format(**names)]
        conditions = answer.conditions if answer is not None else ()
        return lines + [_("Condition: {text}").format(text=one_line(one.text)) for one in conditions]
    if state == RETURNED and answer is not None:
        said = ": ".join(part for part in (_(answer.code), one_line(answer.note)) if part)
        return [_("{receiver} returned “{baton}”: {reason}.").format(**names, reason=said.rstrip("."))]
    if state == DISPUTED:
        return [_("“{baton}” was accepted and taken back at the same time; {giver} holds it.").format(**names)]
    return [_("{sender} sends what is known of “{baton}”; {giver} holds it.").format(**names)]


def _what_to_do(passing: Pass, file: str) -> str:
    names = {"file": file, "giver": one_line(passing.name(passing.giver))}
    opens = _("Open the attached file “{file}” in launchplanner.").format(**names)
    if not passing.standing.is_on_offer:
        return opens
    asks = _(
        "Read the questions back in own words, answer yes or no to each item, then accept or return, and send the "
        "file back that it writes. Until you accept, {giver} holds the baton: silence is not a yes."
    )
    return f"{opens} {asks.format(**names)}"


def _recorded(passing: Pass, sender: str) -> list[str]:
    mine = [event for event in passing.baton.events.values() if event.by == sender]
    if not mine:
        return []
    last = max(mine, key=lambda event: (len(event.seen), event.at))
    told = _("Recorded under the name {name} on device {device}; that is a claim, and no signature of a person.")
    lines = [told.format(name=one_line(passing.name(sender)), device=one_line(last.device) or _("not named"))]
    if last.key:
        lines.append(_("Key of that device, to compare aloud once: {key}").format(key=shown_key(last.key)))
    return lines


def parcel_in(path: Path) -> Parcel:
    """Return what a baton file on disk carries.

    Raises:
        Refusal: it cannot be read, was changed on its way, or is no baton file.
    """
    return read_baton(read_bytes(path), path.name)


def preview(plan: Plan, parcel: Parcel, file: str = "", folder: Path | None = None) -> Preview:
    """Return what opening a baton file in a plan would change.

    Args:
        plan: the plan that is open.
        parcel: what the file carries.
        file: the name of the file, for a refusal.
        folder: where this machine keeps what it has met; the state folder by default.

    Raises:
        Refusal: the file belongs to another launch, the baton is foreign, a signature is false, or history is missing.
    """
    _refuse_false(parcel, file)
    try:
        found = merged(plan, parcel)
    except EditError as error:
        raise Refusal(file or parcel.title, "", str(error)) from error
    return Preview(parcel, found, tuple(_warnings(found.plan, parcel, Acquaintances(folder))))


def plan_of(parcel: Parcel, file: str = "") -> Plan:
    """Return a plan with nothing but the baton, for a receiver who has no copy of the plan.

    Raises:
        Refusal: a signature is false, or history is missing.
    """
    _refuse_false(parcel, file)
    try:
        return plan_from(parcel)
    except EditError as error:
        raise Refusal(file or parcel.title, "", str(error)) from error


def _refuse_false(parcel: Parcel, file: str) -> None:
    for key, event in sorted(parcel.baton.events.items()):
        if signature_of(event) == BAD:
            told = _("The step “{what}” of {at} does not carry the signature of its device. Ask for the file again.")
            raise Refusal(
                file or parcel.title, f"/baton/events/{key}", told.format(what=_(event.kind), at=_moment(event.at))
            )


def _warnings(plan: Plan, parcel: Parcel, met: Acquaintances) -> list[str]:
    baton = plan.batons[parcel.key]
    found: list[str] = []
    gone = met.lost(plan.id, parcel.key, baton.events)
    if gone:
        found.append(
            _("This machine has seen {n} more steps of “{baton}”: history was removed, or a step was undone.").format(
                n=len(gone), baton=baton.title
            )
        )
    for _key, event in sorted(parcel.baton.events.items()):
        peer = met.other_key(event)
        if peer is not None:
            told = _("{name} on {device} came with another key before. Compare {key} aloud before you go on.")
            name = plan.people[event.by].name if event.by in plan.people else event.by
            found.append(told.format(name=name, device=event.device, key=shown_key(event.key)))
    return list(dict.fromkeys(found))


def _moment(at: str) -> str:
    try:
        return long_day(datetime.fromisoformat(at).date())
    except ValueError:
        return at or _("an unknown day")
