"""A baton with the people on both sides worked out, and how a step of its pass is written down."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.directory import Directory
from launchplanner.plan.edits.base import EditError, part_of
from launchplanner.plan.plan import BATON, Plan
from launchplanner.plan.protocol import (
    Sides,
    Standing,
    claim_of,
    content_of,
    event_id,
    fingerprint,
    heads,
    standing,
)
from launchplanner.plan.workdays import workdays
from launchplanner.words import _


class Signer(Protocol):
    """Something that signs in the name of a device; `public` is its public key as text."""

    @property
    def public(self) -> str:
        """The public key, in hexadecimal."""
        ...

    def sign(self, claim: str) -> str:
        """Return the signature on a claim."""
        ...


@dataclass(frozen=True, slots=True)
class Record:
    """Who did it, on which device, and the moment that the device showed (ISO 8601, with zone).

    With a `signer` the event carries the device's key and signature.
    """

    by: str
    device: str
    at: str
    signer: Signer | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Pass:
    """A baton with the people on both sides worked out: what the screen, the reports and the edits ask.

    `reader` is the second reader, "" when none is named or it is not one known person.
    """

    plan: Plan
    key: str
    baton: Baton
    giver: str
    receiver: str
    standing: Standing
    reader: str = ""

    @classmethod
    def of(cls, plan: Plan, key: str, directory: Directory | None = None, *, zone_closed: bool = False) -> "Pass":
        """Return where the baton `key` of `plan` stands, its roles asked on its planned day.

        Raises:
            EditError: there is no such baton.
        """
        baton: Baton = part_of(plan, BATON, key)
        known = directory or Directory.of(plan)
        day = workdays(plan.calendar, plan.launch_day).date_of(baton.day)
        giver, receiver = known.answers(baton.giver, day) or "", known.answers(baton.receiver, day) or ""
        reader = known.answers(baton.second_reader, day) or "" if baton.second_reader.strip() else ""
        stands = standing(plan.id, key, baton, giver, receiver, reader=reader, zone_closed=zone_closed)
        return cls(plan, key, baton, giver, receiver, stands, reader)

    @property
    def sides(self) -> Sides:
        """The people of the pass."""
        return Sides(self.giver, self.receiver, self.reader)

    @property
    def content(self) -> str:
        """What a signature made now would cover."""
        return content_of(self.plan.id, self.key, self.baton, self.giver, self.receiver)

    def name(self, person: str) -> str:
        """Return a person's name."""
        return self.plan.people[person].name if person in self.plan.people else _("nobody yet")

    def unready(self) -> str:
        """Return the sentence that says what keeps the pack from being offered."""
        if not self.baton.items:
            return _("“{baton}” is empty: nothing is handed over yet.").format(baton=self.baton.title)
        in_order = sorted(self.baton.items.items(), key=lambda entry: (entry[1].order, entry[0]))
        open_items = [item.title for _key, item in in_order if not item.is_settled]
        return (
            _("{count} items are not ready, such as “{item}”.").format(count=len(open_items), item=open_items[0])
            if len(open_items) > 1
            else _("“{item}” is not ready.").format(item=open_items[0])
        )

    def refuse_other(self, by: str, expected: str, verb: str) -> None:
        """Refuse a step by anybody but the one whose step it is.

        Raises:
            EditError: a side is not one known person, nobody could answer, or `by` is somebody else.
        """
        self.refuse_impossible()
        if by != expected:
            raise EditError(
                _("Only {expected} can {verb} here, and this is {by}.").format(
                    expected=self.name(expected), verb=verb, by=self.name(by)
                )
            )

    def refuse_impossible(self) -> None:
        """Refuse any step of a pass that lacks a side, or that one person makes without a reader or a read-back.

        Raises:
            EditError: that is so.
        """
        if not self.giver or not self.receiver:
            side = _("giver") if not self.giver else _("receiver")
            raise EditError(_("“{baton}” has no single known {side}.").format(baton=self.baton.title, side=side))
        if not self.sides.can_pass(self.baton):
            raise EditError(
                _("{name} would hand “{baton}” to themselves. Name a second reader.").format(
                    name=self.name(self.giver), baton=self.baton.title
                )
            )

    def refuse_not_on_offer(self) -> None:
        """Refuse a step that answers an offer when there is none.

        Raises:
            EditError: nothing is on offer.
        """
        if not self.standing.is_on_offer:
            raise EditError(
                _("“{baton}” is not on offer: {giver} hands it over first.").format(
                    baton=self.baton.title, giver=self.name(self.giver)
                )
            )

    def event(self, kind: str, record: Record, **said: Any) -> Event:  # noqa: ANN401 - fields of the event
        """Return a new event of the baton's history, signed if the record has a signer."""
        event = Event(
            kind=kind,
            content=fingerprint(self.content),
            by=record.by,
            device=record.device,
            at=record.at,
            seen=heads(self.baton.events),
            key=record.signer.public if record.signer is not None else "",
            **said,
        )
        return event if record.signer is None else event.replace(signature=record.signer.sign(claim_of(event)))

    def with_baton(self, baton: Baton) -> Plan:
        """Return the plan with the baton in another state."""
        return self.plan.replace(batons=self.plan.batons.with_(self.key, baton))

    def with_event(self, kind: str, record: Record, **said: Any) -> Plan:  # noqa: ANN401 - fields of the event
        """Return the plan with one more event in the baton's history."""
        event = self.event(kind, record, **said)
        return self.with_baton(self.baton.replace(events=self.baton.events.with_(event_id(event), event)))
