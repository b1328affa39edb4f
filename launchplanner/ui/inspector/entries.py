"""What is listed on several pages: tasks with their owner, batons with their day, people with their roles."""

from collections.abc import Iterable
from typing import Final

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Pass
from launchplanner.plan.plan import BATON, PERSON, TASK
from launchplanner.plan.work import DONE, DROPPED
from launchplanner.reports.timeline_head import lead_family
from launchplanner.reports.timeline_owners import owners_of_task
from launchplanner.ui.inspector import names
from launchplanner.ui.inspector.part_list import Entry
from launchplanner.words import _, joined, short_day

_SHORT: Final = 12
"""Letters of what is wrong that still leave room for a title on the same line."""


def task_entry(snapshot: Snapshot, key: str) -> Entry:
    """Return a task with its owners, what is wrong with them, and when it ends."""
    task = snapshot.plan.tasks[key]
    owners = owners_of_task(snapshot.context, key)
    faces = tuple(names.face(face) for face in owners.faces if face is not None)
    settled = {DONE: _("done"), DROPPED: _("dropped")}.get(task.status, "")
    if owners.trouble and not settled and len(owners.trouble) <= _SHORT:
        return Entry((TASK, key), task.title, word=owners.trouble, word_tone="error", faces=faces)
    word = settled or short_day(snapshot.schedule.last_date(key))
    return Entry((TASK, key), task.title, "" if settled else owners.trouble, word, faces=faces)


def owed_entry(snapshot: Snapshot, key: str) -> Entry:
    """Return a task without one named person: what is wrong, and when it starts."""
    task = snapshot.plan.tasks[key]
    owners = owners_of_task(snapshot.context, key)
    faces = tuple(names.face(face) for face in owners.faces if face is not None)
    word = short_day(snapshot.schedule.first_date(key))
    return Entry((TASK, key), task.title, owners.trouble or owners.words, word, faces=faces)


def own_task_entry(snapshot: Snapshot, key: str) -> Entry:
    """Return a task of a person whose face is known: its title and when it ends."""
    task = snapshot.plan.tasks[key]
    settled = {DONE: _("done"), DROPPED: _("dropped")}.get(task.status, "")
    return Entry((TASK, key), task.title, word=settled or short_day(snapshot.schedule.last_date(key)))


def baton_entry(snapshot: Snapshot, key: str, caption: str = "") -> Entry:
    """Return a baton with its colours and its day."""
    baton = snapshot.plan.batons[key]
    families = (lead_family(snapshot.context, baton.giver), lead_family(snapshot.context, baton.receiver))
    passed = snapshot.context.passing(key).standing.has_passed
    word = _("passed") if passed else short_day(snapshot.lookup.days.date_of(baton.day))
    return Entry((BATON, key), baton.title, caption, word, word_tone="good" if passed else "muted", families=families)


def person_entry(snapshot: Snapshot, key: str) -> Entry:
    """Return a person with the roles held."""
    person = snapshot.plan.people[key]
    roles = joined([snapshot.lookup.directory.shown(hold.role) for hold in person.holds])
    return Entry((PERSON, key), person.name, word=_shortened(roles), faces=(names.face_of_person(snapshot, key),))


def owned_by(snapshot: Snapshot, person: str) -> list[str]:
    """Return the tasks for which a person answers on their first day, in the order of their days."""
    answers = snapshot.context.answers
    first = snapshot.schedule.first_date
    found = [key for key, task in snapshot.lookup.tasks if answers(task.owner, first(key)) == person]
    return in_time(snapshot, found)


def in_time(snapshot: Snapshot, tasks: Iterable[str]) -> list[str]:
    """Return tasks in the order of their days."""
    return sorted(tasks, key=lambda key: (snapshot.schedule.first_day(key), snapshot.plan.tasks[key].order, key))


def passed_by(snapshot: Snapshot, person: str) -> list[tuple[str, Pass]]:
    """Return the batons that a person gives or receives, in order."""
    passes = [(key, snapshot.context.passing(key)) for key, _baton in snapshot.lookup.batons]
    return [(key, one) for key, one in passes if person in {one.giver, one.receiver}]


def _shortened(text: str) -> str:
    most = 24
    return text if len(text) <= most else f"{text[: most - 1]}…"
