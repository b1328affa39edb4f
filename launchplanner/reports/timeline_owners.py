"""Who stands in the owner column: a face for each person, and what is wrong when it is not exactly one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from launchplanner.checks import Context
from launchplanner.checks.owners import Label, Reading
from launchplanner.plan.people import initials_of
from launchplanner.reports.timeline_head import lead_family, person_family
from launchplanner.words import _, in_words, joined, ngettext

Holding = Literal["one", "nobody", "several", "unclear", "pass"]
"""How an owner cell reads: one person, nobody, several people, not clear which one; or giver and receiver."""


@dataclass(frozen=True, slots=True)
class FaceOf:
    """One person in the owner column; `is_known` is false when the name is not among the launch's people."""

    name: str
    initials: str
    family: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns a task, or gives and receives a baton.

    `faces` of a pass are giver and receiver, None where nobody answers. `words` names them for sentences, and
    `trouble` says in a word or two what is wrong, "" when nothing is. It `blocks` when the cell itself is at fault, and
    not when a role has still to be filled or a name to be known.
    """

    holding: Holding
    faces: tuple[FaceOf | None, ...]
    words: str
    trouble: str = ""
    blocks: bool = False


def owners_of_task(context: Context, key: str) -> Owners:
    """Return who owns a task on the day it starts."""
    on = context.schedule.first_date(key)
    text = context.plan.tasks[key].owner
    reading = context.owner_of_task(key)
    if reading.label is Label.PLURAL:
        return _several(context, reading, on)
    if reading.label is Label.NONE:
        return Owners("nobody", (), _("nobody"), _("no owner"), blocks=True)
    if reading.label is Label.TEAM:
        return Owners("nobody", (), text.strip(), _("a group, no person"), blocks=True)
    if len(reading.owners) != 1:
        return Owners("unclear", (), text.strip(), _("one person or two?"))
    return _single(context, reading, on)


def owners_of_baton(context: Context, key: str) -> Owners:
    """Return giver and receiver of a baton on its planned day."""
    state = context.passing(key)
    on = context.schedule.first_date(key)
    faces = tuple(person_face(context, side, on) if side else None for side in (state.giver, state.receiver))
    sides = [
        context.plan.people[side].name if side else (context.name(text).strip() or _("nobody"))
        for side, text in ((state.giver, state.baton.giver), (state.receiver, state.baton.receiver))
    ]
    words = _("{giver} gives, {receiver} receives").format(giver=sides[0], receiver=sides[1])
    return Owners("pass", faces, words)


def person_face(context: Context, person: str, on: date) -> FaceOf:
    """Return the face of a known person on a day."""
    found = context.plan.people[person]
    return FaceOf(found.name, found.initials or initials_of(found.name), person_family(context, person, on))


def _single(context: Context, reading: Reading, on: date) -> Owners:
    named = reading.owners[0]
    person = context.lookup.directory.answers(named.id, on) if named.id is not None else None
    if person is not None:
        face = person_face(context, person, on)
        trouble = "" if reading.label is Label.SINGLE else _("not sure yet")
        return Owners("one" if not trouble else "unclear", (face,), face.name, trouble)
    if named.id is not None and named.id in context.plan.roles:
        role = context.name(named.id)
        return Owners("nobody", (), role, _("{role}: nobody yet").format(role=role))
    name = " ".join(named.text.split())
    face = FaceOf(name, initials_of(name), "", is_known=False)
    return Owners("unclear", (face,), name, _("not among the people"))


def _several(context: Context, reading: Reading, on: date) -> Owners:
    faces: list[FaceOf] = []
    for owner in reading.owners:
        person = context.lookup.directory.answers(owner.id, on) if owner.id is not None else None
        if person is not None:
            faces.append(person_face(context, person, on))
        else:
            family = lead_family(context, owner.id) if owner.id is not None else ""
            faces.append(FaceOf(owner.text, initials_of(owner.text), family, is_known=False))
    count = max(len(faces), 2)
    trouble = ngettext("{count} owner", "{count} owners", count).format(count=count)
    names = joined([face.name for face in faces]) or _("{number} people").format(number=in_words(count))
    return Owners("several", tuple(faces), names, trouble, blocks=True)
