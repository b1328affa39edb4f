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
from typing import Any, Final

from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.zone import is_a_night_between

OFFER: Final = "offer"
ACCEPT: Final = "accept"
ACCEPT_WITH_CONDITIONS: Final = "accept with conditions"
RETURN: Final = "return"
WITHDRAW: Final = "withdraw"
ACCEPTANCES: Final = frozenset({ACCEPT, ACCEPT_WITH_CONDITIONS})

IN_DRAFT: Final = "draft"
READY_TO_OFFER: Final = "ready"
OFFERED: Final = "offered"
READING: Final = "reading"
READ_BACK: Final = "read back"
ACCEPTED: Final = "accepted"
ACCEPTED_WITH_CONDITIONS: Final = "accepted with conditions"
RETURNED: Final = "returned"
EXPIRED: Final = "expired"
CHANGED: Final = "changed since"
DISPUTED: Final = "disputed"
PASSED: Final = frozenset({ACCEPTED, ACCEPTED_WITH_CONDITIONS})
ON_OFFER: Final = frozenset({OFFERED, READING, READ_BACK})

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

READ_AND_CORRECTED: Final = "read and corrected"
READ_IN_FULL: Final = "read in full"
SAW_THE_LIST: Final = "saw the list"
TOLD_ONLY: Final = "told only"
STRENGTHS: Final = (READ_AND_CORRECTED, READ_IN_FULL, SAW_THE_LIST, TOLD_ONLY)
"""How thoroughly a pack was read before the answer, from most to least."""

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
    "fingerprint",
)
_LATER: Final = frozenset({"fingerprint", "conditions", "key", "signature"})
"""Fields that came later: left out while empty, so that what was said before them keeps its hash."""


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
    items = {
        key: _without_empty({name: getattr(item, name) for name in ITEM_FIELDS}) for key, item in baton.items.items()
    }
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


def read_back_of(baton: Baton) -> str:
    """Return the read-back as it stands, as canonical JSON: what an answer keeps as its body. "" when there is none."""
    prompts = {
        key: {"question": one.question, "answer": one.answer, "mark": one.mark, "correction": one.correction}
        for key, one in baton.prompts.items()
        if one.answer or one.mark
    }
    items = {
        key: {"answer": one.answer, "remark": one.remark}
        for key, one in baton.items.items()
        if one.answer or one.remark
    }
    return canonical({"prompts": prompts, "items": items}) if prompts or items else ""


def event_id(event: Event) -> str:
    """Return the id under which an event is kept: the hash of all that it says, its signature included."""
    return fingerprint(canonical(_without_empty(event.model_dump(mode="json"))))


def claim_of(event: Event) -> str:
    """Return what a signature on an event covers: the hash of all that it says but the signature itself."""
    return event_id(event.replace(signature="") if event.signature else event)


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value or name not in _LATER}


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
        return self.state in ON_OFFER


@dataclass(frozen=True, slots=True)
class Sides:
    """The people of a pass by their ids, "" for none: `reader` is the second reader of a pass to oneself."""

    giver: str
    receiver: str
    reader: str = ""

    @property
    def is_to_oneself(self) -> bool:
        """Whether one person is on both sides."""
        return bool(self.giver) and self.giver == self.receiver

    @property
    def answering(self) -> frozenset[str]:
        """Who may answer an offer."""
        reads = self.is_to_oneself and self.reader and self.reader != self.giver
        return frozenset({self.receiver, self.reader} if reads else {self.receiver})

    def can_pass(self, baton: Baton) -> bool:
        """Say whether somebody can answer: another person, or the same one after a night if there is a read-back."""
        return not self.is_to_oneself or len(self.answering) > 1 or bool(baton.prompts)

    def is_heard(self, baton: Baton, by: str, offered: str, answered: str) -> bool:
        """Say whether an answer by `by` counts: one to oneself only after a night and with a written read-back."""
        if not self.is_to_oneself or by != self.receiver:
            return by in self.answering
        return bool(baton.prompts) and is_a_night_between(offered, answered)


def standing(
    plan_id: str,
    baton_id: str,
    baton: Baton,
    giver: str,
    receiver: str,
    *,
    reader: str = "",
    zone_closed: bool = False,
) -> Standing:
    """Return where a baton stands for its present people (their ids, "" when not one known person)."""
    sides = Sides(giver, receiver, reader)
    if not giver or not receiver or not sides.can_pass(baton):
        return Standing(IN_DRAFT, giver)
    now = fingerprint(content_of(plan_id, baton_id, baton, giver, receiver))
    history = _History(baton.events, sides)
    accepted = _acceptance(baton, history, sides, now)
    if accepted is not None and accepted.has_passed:
        return accepted
    offer = _open_offer(baton, history, giver, now)
    if offer:
        return Standing(EXPIRED if zone_closed else _reading(baton, offer), giver, offer)
    return accepted or _not_on_offer(baton, giver, now)


def _reading(baton: Baton, offer: str) -> str:
    """Return how far the read-back of an offer is. An answer left from an earlier offer begins nothing."""
    prompts = baton.prompts.values()
    if not any(prompt.offer == offer and prompt.answer.strip() for prompt in prompts):
        return OFFERED
    return READ_BACK if all(prompt.is_heard_for(offer) for prompt in prompts) else READING


def _acceptance(baton: Baton, history: "_History", sides: Sides, now: str) -> Standing | None:
    """Return what the acceptances come to: passed, disputed, or changed since; None when there is none that counts."""
    found: Standing | None = None
    giver, receiver = sides.giver, sides.receiver
    for key, answer in in_order(baton.events):
        offer = baton.events.get(answer.answers)
        if answer.kind not in ACCEPTANCES or offer is None or not _fits(baton, offer, answer, sides):
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


def _open_offer(baton: Baton, history: "_History", giver: str, now: str) -> str:
    for key, event in reversed(in_order(baton.events)):
        covers_now = event.kind == OFFER and event.by == giver and event.content == now
        if covers_now and not history.is_answered(key):
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


def _fits(baton: Baton, offer: Event, answer: Event, sides: Sides) -> bool:
    same = offer.kind == OFFER and offer.by == sides.giver and offer.content == answer.content
    return same and sides.is_heard(baton, answer.by, offer.at, answer.at)


def _last_return(baton: Baton, now: str) -> str:
    returns = [(key, event) for key, event in in_order(baton.events) if event.kind == RETURN]
    if not returns:
        return ""
    key, event = returns[-1]
    return key if event.content == now else ""


class _History:
    """Which events knew of which others, and what answers an offer."""

    def __init__(self, events: Mapping[str, Event], sides: Sides) -> None:
        self._events = events
        self._people = sides.answering | {sides.giver}
        self._refusing = {WITHDRAW: frozenset({sides.giver}), RETURN: sides.answering}
        self._answers: dict[str, list[str]] = {}
        for key, event in sorted(events.items()):
            if event.answers:
                self._answers.setdefault(event.answers, []).append(key)

    def is_answered(self, offer: str) -> bool:
        """Say whether one of the two sides has answered or withdrawn an offer."""
        return any(self._events[key].by in self._people for key in self._answers.get(offer, ()))

    def takes_back(self, offer: str, acceptance: str) -> bool:
        """Say whether the acceptance came when its own side already knew that the offer was gone or returned."""
        return any(self._knew(acceptance, other) for other in self._refusals(offer))

    def contradicts(self, offer: str, acceptance: str) -> bool:
        """Say whether a withdrawal or a return was made without knowing of the acceptance, nor it of them."""
        return any(not self._knew(other, acceptance) for other in self._refusals(offer))

    def _refusals(self, offer: str) -> list[str]:
        """Return what takes an offer off the table: its giver's withdrawals and its receiver's returns."""
        answers = [(key, self._events[key]) for key in self._answers.get(offer, ())]
        return [key for key, event in answers if event.by in self._refusing.get(event.kind, ())]

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
