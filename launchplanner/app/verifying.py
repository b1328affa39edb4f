"""Checking everything that was ever said about the batons of a plan: hashes, signatures, order, and witnesses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from launchplanner.app.files import read_bytes
from launchplanner.app.keys import BAD, GOOD, Acquaintances, shown_key, signature_of
from launchplanner.formats.baton_file import BATON_SUFFIX, read_baton
from launchplanner.formats.native import read_plan
from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import Pass
from launchplanner.plan.exchange import plan_from
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import CHANGED, DISPUTED, PASSED, history_head
from launchplanner.plan.witness import doubled, faults, is_witnessed, read_back_differs, shown_head
from launchplanner.words import _, ngettext

FAULT: Final = "fault"
"""What cannot be so unless somebody changed it, or what does not fit a witness."""
REMARK: Final = "remark"
"""What is good to know: how far the record can be trusted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing found: its kind, the id of the baton ("" for the whole), and a sentence."""

    kind: str
    baton: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a plan's history found. `head` is the head of the history, in full."""

    head: str
    steps: int
    signed: int
    lines: tuple[Line, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing contradicts the record, which does not prove who made it."""
        return not any(line.kind == FAULT for line in self.lines)


def verified(plan: Plan, *, witness: str = "", only: str = "", met: Acquaintances | None = None) -> Verdict:
    """Return what speaks against the history of a plan's batons, and how far it can be trusted.

    Args:
        plan: the plan.
        witness: a head as printed on a checklist or in an e-mail, of the plan or of one baton; "" without one.
        only: the id of the one baton to look at, all when "".
        met: what this machine has met before, to notice what is gone.
    """
    batons = {key: baton for key, baton in plan.batons.items() if only in {"", key}}
    lines = [line for key, baton in sorted(batons.items()) for line in _of_baton(plan, key, baton, met)]
    lines += _of_witness(batons, witness)
    events = [event for baton in batons.values() for event in baton.events.values()]
    signed = sum(signature_of(event) == GOOD for event in events)
    lines += _of_signatures(len(events), signed)
    return Verdict(history_head(batons), len(events), signed, tuple(lines))


def verified_file(path: Path, witness: str = "", folder: Path | None = None) -> Verdict:
    """Return what speaks against a plan file or a baton file.

    Raises:
        Refusal: it cannot be read, or is neither.
    """
    data, met = read_bytes(path), Acquaintances(folder)
    if path.suffix.casefold() == BATON_SUFFIX:
        parcel = read_baton(data, path.name)
        return verified(plan_from(parcel), witness=witness, only=parcel.key, met=met)
    return verified(read_plan(data, path.name), witness=witness, met=met)


def _of_baton(plan: Plan, key: str, baton: Baton, met: Acquaintances | None) -> Iterator[Line]:
    for fault in faults(plan.id, key, baton):
        yield Line(FAULT, key, fault.sentence)
    for one, other in doubled(baton):
        told = _("“{baton}”: the step “{what}” stands twice, at {one} and at {other}: one was undone, or put in.")
        moments = {"one": baton.events[one].at, "other": baton.events[other].at}
        yield Line(FAULT, key, told.format(baton=baton.title, what=_(baton.events[one].kind), **moments))
    for event_key, event in sorted(baton.events.items()):
        if signature_of(event) == BAD:
            told = _("“{baton}”: the step “{what}” ({id}) does not carry the signature of its device.")
            yield Line(FAULT, key, told.format(baton=baton.title, what=_(event.kind), id=event_key[:12]))
        peer = met.other_key(event) if met is not None else None
        if peer is not None:
            told = _("“{baton}”: {name} on {device} came with another key before. Compare {key} aloud.")
            name = plan.people[event.by].name if event.by in plan.people else event.by
            said = told.format(baton=baton.title, name=name, device=event.device, key=shown_key(event.key))
            yield Line(FAULT, key, said)
    if met is not None and met.lost(plan.id, key, baton.events):
        told = _("“{baton}”: this machine has seen steps that are not there any more.")
        yield Line(FAULT, key, told.format(baton=baton.title))
    if baton.events:
        yield from _of_standing(Pass.of(plan, key))


def _of_standing(passing: Pass) -> Iterator[Line]:
    baton, standing = passing.baton, passing.standing
    names = {"baton": baton.title, "giver": passing.name(passing.giver), "receiver": passing.name(passing.receiver)}
    if standing.state == CHANGED:
        told = _("“{baton}” is no longer what {receiver} accepted; {giver} holds it.")
        yield Line(FAULT, passing.key, told.format(**names))
    if standing.state == DISPUTED:
        told = _("“{baton}” was accepted and taken back at once; {giver} holds it.")
        yield Line(FAULT, passing.key, told.format(**names))
    if standing.state not in PASSED:
        return
    offer, answer = baton.events[standing.offer], baton.events[standing.answer]
    if read_back_differs(baton, answer):
        told = _("“{baton}”: the read-back is not the one that {receiver} accepted with.")
        yield Line(FAULT, passing.key, told.format(**names))
    if offer.device and offer.device == answer.device:
        yield Line(REMARK, passing.key, _("“{baton}”: both events come from one device.").format(**names))


def _of_witness(batons: Mapping[str, Baton], witness: str) -> list[Line]:
    if not witness:
        return []
    shown = shown_head("".join(witness.split()).casefold())
    if is_witnessed(batons, witness) or any(is_witnessed({key: one}, witness) for key, one in batons.items()):
        return [Line(REMARK, "", _("All that {head} stands for is still in the history.").format(head=shown))]
    told = _("The history that {head} stands for is not in this plan: steps were changed or removed since.")
    return [Line(FAULT, "", told.format(head=shown))]


def _of_signatures(steps: int, signed: int) -> list[Line]:
    if not steps:
        return [Line(REMARK, "", _("Nothing has been handed over yet."))]
    if signed < steps:
        told = ngettext(
            "{n} of {count} steps is recorded by name and device alone: a claim, not a signature.",
            "{n} of {count} steps are recorded by name and device alone: claims, not signatures.",
            steps - signed,
        )
        return [Line(REMARK, "", told.format(n=steps - signed, count=steps))]
    return [Line(REMARK, "", _("Every step carries the key of its device, which is no proof of the person."))]


__all__ = ["FAULT", "REMARK", "Line", "Verdict", "verified", "verified_file"]
