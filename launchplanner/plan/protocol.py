"""The baton's protocol: what was offered, accepted or returned, and who therefore holds the baton.

Events are immutable, named by the hash of their content, and joined by union, so two copies of a plan agree whatever
order they met the events in. State is worked out, never stored. A baton has passed if and only if the present
receiver accepted an offer by the present giver and the content is still the content that both saw. Until then the
giver holds it; silence moves nothing.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from launchplanner.plan.batons import Baton, Event

OFFER: Final = "offer"
ACCEPT: Final = "accept"
ACCEPT_WITH_CONDITIONS: Final = "accept with conditions"
RETURN: Final = "return"
WITHDRAW: Final = "withdraw"
ACCEPTANCES: Final = frozenset({ACCEPT, ACCEPT_WITH_CONDITIONS})

IN_DRAFT: Final = "draft"
READY_TO_OFFER: Final = "ready"
OFFERED: Final = "offered"
READ_BACK: Final = "read back"
ACCEPTED: Final = "accepted"
ACCEPTED_WITH_CONDITIONS: Final = "accepted with conditions"
RETURNED: Final = "returned"
EXPIRED: Final = "expired"
CHANGED: Final = "changed since"
DISPUTED: Final = "disputed"
PASSED: Final = frozenset({ACCEPTED, ACCEPTED_WITH_CONDITIONS})

RETURN_CODES: Final = (
    "item missing",
    "stale version",
    "number without definition",
    "claim not supported",
    "limit not disclosed",
    "cannot run the demo",
    "date without confidence",
    "open decision without decider",
    "scope changed",
    "receiver not ready",
    "other",
)

STRENGTHS: Final = ("read and corrected", "read in full", "saw the list", "told only")

CONTENT_FIELDS: Final = ("title", "giver", "receiver", "carries", "bearing", "items", "prompts")
"""What of a baton both sides must have seen. Its planned day is not among them: moving a date hands nothing over."""
ITEM_FIELDS: Final = (
    "title",
    "part",
    "criterion",
    "evidence",
    "link",
    "state",
    "owner",
    "reason",
    "required",
)


def canonical(content: object) -> str:
    """Return JSON text with sorted keys, no spaces and composed characters: equal content, equal bytes."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_of(plan_id: str, baton_id: str, baton: Baton, giver: str, receiver: str) -> str:
    """Return the content that a signature on this baton covers, as canonical JSON.

    `giver` and `receiver` are the ids of the people who answer for those roles, so that another person in a role is
    another content.
    """
    items = {key: {name: getattr(item, name) for name in ITEM_FIELDS} for key, item in baton.items.items()}
    return canonical(
        {
            "plan": plan_id,
            "baton": baton_id,
            "title": baton.title,
            "giver": giver,
            "receiver": receiver,
            "carries": baton.carries,
            "bearing": baton.bearing,
            "items": items,
            "prompts": {key: prompt.question for key, prompt in baton.prompts.items()},
        }
    )


def event_id(event: Event) -> str:
    """Return the id under which an event is kept: the hash of all that it says."""
    return fingerprint(canonical(event.model_dump(mode="json")))


def heads(events: Mapping[str, Event]) -> tuple[str, ...]:
    """Return the events that no other has seen, sorted: the ends of the history."""
    seen = {parent for event in events.values() for parent in event.seen}
    return tuple(sorted(key for key in events if key not in seen))


def history_head(batons: Mapping[str, Baton]) -> str:
    """Return one hash for all that was ever said about these batons, to print on paper as a witness."""
    return fingerprint(canonical(sorted(key for baton in batons.values() for key in baton.events)))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a baton stands: its state, who holds it, and the events that this rests on.

    `holder` is a person's id, or "" while the giver is not one known person.
    """

    state: str
    holder: str
    offer: str = ""
    answer: str = ""

    @property
    def has_passed(self) -> bool:
        """Whether custody moved to the receiver."""
        return self.state in PASSED

    @property
    def is_on_offer(self) -> bool:
        """Whether the receiver is asked to answer."""
        return self.state in {OFFERED, READ_BACK}


def standing(
    plan_id: str, baton_id: str, baton: Baton, giver: str, receiver: str, *, zone_closed: bool = False
) -> Standing:
    """Return where a baton stands for its present giver and receiver (people's ids, "" when not one known person)."""
    if not giver or not receiver or (giver == receiver and not baton.second_reader):
        return Standing(IN_DRAFT, giver)
    now = fingerprint(content_of(plan_id, baton_id, baton, giver, receiver))
    history = _History(baton.events, giver, receiver)
    accepted = _acceptance(baton, history, giver, receiver, now)
    if accepted is not None and accepted.has_passed:
        return accepted
    offer = _open_offer(baton, history, giver, receiver, now)
    if offer:
        is_read = bool(baton.prompts) and all(prompt.is_heard for prompt in baton.prompts.values())
        return Standing(EXPIRED if zone_closed else READ_BACK if is_read else OFFERED, giver, offer)
    return accepted or _not_on_offer(baton, giver, now)


def _acceptance(baton: Baton, history: "_History", giver: str, receiver: str, now: str) -> Standing | None:
    """Return what the acceptances come to: passed, disputed, or changed since; None when there is none that counts."""
    found: Standing | None = None
    for key, answer in in_order(baton.events):
        offer = baton.events.get(answer.answers)
        if answer.kind not in ACCEPTANCES or offer is None or not _fits(offer, answer, giver, receiver):
            continue
        if history.takes_back(answer.answers, key):
            continue
        if history.contradicts(answer.answers, key):
            found = Standing(DISPUTED, giver, answer.answers, key)
        elif answer.content == now:
            return Standing(
                ACCEPTED if answer.kind == ACCEPT else ACCEPTED_WITH_CONDITIONS, receiver, answer.answers, key
            )
        elif found is None:
            found = Standing(CHANGED, giver, answer.answers, key)
    return found


def _open_offer(baton: Baton, history: "_History", giver: str, receiver: str, now: str) -> str:
    for key, event in reversed(in_order(baton.events)):
        covers_now = event.kind == OFFER and event.by == giver and event.content == now
        if covers_now and not history.is_answered(key, giver, receiver):
            return key
    return ""


def _not_on_offer(baton: Baton, giver: str, now: str) -> Standing:
    returned = _last_return(baton, now)
    if returned:
        return Standing(RETURNED, giver, baton.events[returned].answers, returned)
    return Standing(READY_TO_OFFER if is_ready(baton) else IN_DRAFT, giver)


def is_ready(baton: Baton) -> bool:
    """Say whether the pack can be offered: it has items, and each is ready or set aside with a reason."""
    return bool(baton.items) and all(item.is_settled for item in baton.items.values())


def in_order(events: Mapping[str, Event]) -> list[tuple[str, Event]]:
    """Return the events, each after those that it has seen; among equals by their claimed time, then by id."""
    depths = _depths(events)
    return sorted(events.items(), key=lambda entry: (depths[entry[0]], entry[1].at, entry[0]))


def _depths(events: Mapping[str, Event]) -> dict[str, int]:
    # An id is a hash over what was seen, so no event can have seen itself. A damaged file may claim it: 0 then stands.
    depths: dict[str, int] = {}
    waiting = sorted(events)
    open_ids: set[str] = set()
    while waiting:
        key = waiting[-1]
        parents = [parent for parent in events[key].seen if parent in events]
        unknown = [parent for parent in parents if parent not in depths and parent not in open_ids]
        if key not in depths and unknown:
            open_ids.add(key)
            waiting.extend(unknown)
            continue
        waiting.pop()
        open_ids.discard(key)
        depths.setdefault(key, 1 + max((depths.get(parent, 0) for parent in parents), default=0))
    return depths


def _fits(offer: Event, answer: Event, giver: str, receiver: str) -> bool:
    return offer.kind == OFFER and offer.by == giver and answer.by == receiver and offer.content == answer.content


def _last_return(baton: Baton, now: str) -> str:
    returns = [(key, event) for key, event in in_order(baton.events) if event.kind == RETURN]
    if not returns:
        return ""
    key, event = returns[-1]
    return key if event.content == now else ""


class _History:
    """Which events knew of which others, and what answers an offer."""

    def __init__(self, events: Mapping[str, Event], giver: str, receiver: str) -> None:
        self._events = events
        self._sides = {WITHDRAW: giver, RETURN: receiver}
        self._answers: dict[str, list[str]] = {}
        for key, event in sorted(events.items()):
            if event.answers:
                self._answers.setdefault(event.answers, []).append(key)

    def is_answered(self, offer: str, *sides: str) -> bool:
        """Say whether one of the two sides has answered or withdrawn an offer."""
        return any(self._events[key].by in sides for key in self._answers.get(offer, ()))

    def takes_back(self, offer: str, acceptance: str) -> bool:
        """Say whether the acceptance came when its own side already knew that the offer was gone or returned."""
        return any(self._knew(acceptance, other) for other in self._refusals(offer))

    def contradicts(self, offer: str, acceptance: str) -> bool:
        """Say whether a withdrawal or a return was made without knowing of the acceptance, nor it of them."""
        return any(not self._knew(other, acceptance) for other in self._refusals(offer))

    def _refusals(self, offer: str) -> list[str]:
        """Return what takes an offer off the table: its giver's withdrawals and its receiver's returns."""
        answers = [(key, self._events[key]) for key in self._answers.get(offer, ())]
        return [key for key, event in answers if event.by == self._sides.get(event.kind, None)]

    def _knew(self, event: str, earlier: str) -> bool:
        waiting = list(self._events[event].seen)
        met: set[str] = set()
        while waiting:
            key = waiting.pop()
            if key == earlier:
                return True
            if key not in met and key in self._events:
                met.add(key)
                waiting.extend(self._events[key].seen)
        return False
