"""From drafts to a plan."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.formats.importers.drafts import Draft, Reading
from launchplanner.formats.importers.driving import driven
from launchplanner.formats.importers.people import roster_of
from launchplanner.formats.importers.phases import PhaseSpan, phase_spans, phase_titles
from launchplanner.formats.importers.references import links
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.timing import Settled, Span, settled
from launchplanner.formats.importers.waits import stated_links
from launchplanner.plan.order import positions
from launchplanner.plan.plan import Plan
from launchplanner.plan.records import Baseline, BaselineSpan
from launchplanner.plan.values import Table
from launchplanner.plan.work import ANCHORED, AS_SOON_AS_POSSIBLE, DONE, Dependency, Phase, Start, Task
from launchplanner.words import _, long_day, ngettext

_LONGEST_ID: Final = 48
_LONGEST_CLOCK: Final = 5000
_FURTHEST: Final = 60_000


@dataclass(frozen=True, slots=True)
class Assembled:
    """The plan with what is worth telling about it."""

    plan: Plan
    launch_from: str
    with_date: int


def assembled(
    reading: Reading, file_title: str, launch_day: date | None, options: Options, notes: Notebook
) -> Assembled:
    """Return the plan that the drafts make.

    Raises:
        NoLaunchDayError: nobody says when launch day is.
    """
    title = reading.title or file_title
    drafts = reading.drafts
    times = settled(reading, launch_day, options, notes)
    notes.understood(
        _("Launch day is {day}: {source}.").format(day=long_day(times.launch_day), source=times.launch_from)
    )
    _say_due_only(reading, notes)
    phases = phase_titles(reading, reading.table_name or title)
    spans = phase_spans(reading, phases, times, notes)
    ids = unique_ids([draft.title for draft in drafts])
    found = links(reading, phases, ids, notes)
    found.extend(stated_links(reading, ids, notes))
    roster = reading.roster
    people, roles = (roster.people, roster.roles) if roster is not None else roster_of(drafts, notes)
    phase_ids = dict(zip([span.title for span in spans], unique_ids([span.title for span in spans]), strict=True))
    tasks = {
        key: _task(draft, span, phase, phase_ids[phase], order)
        for key, draft, span, phase, order in zip(ids, drafts, times.spans, phases, positions(len(drafts)), strict=True)
    }
    first, days = _clock(spans, times)
    plan = Plan(
        title=title[:200],
        launch_day=times.launch_day,
        launch_task=ids[times.launch_draft] if times.launch_draft is not None else "",
        first=first,
        days=days,
        calendar=times.calendar,
        people=people,
        roles=roles,
        teams=roster.teams if roster is not None else Table(),
        phases=_phases(spans, phase_ids),
        tasks=Table(tasks),
        dependencies=_links(found),
        baselines=_baselines(reading, ids, times),
    )
    plan = driven(plan, _rules(drafts, ids), notes)
    return Assembled(plan, times.launch_from, sum(1 for span in times.spans if span.start is not None))


def _say_due_only(reading: Reading, notes: Notebook) -> None:
    count = sum(1 for draft in reading.drafts if draft.finish and not draft.start and draft.days is None)
    if count:
        notes.understood(
            ngettext(
                "{n} task has a due day and no start: it is one day of work on that day.",
                "{n} tasks have a due day and no start: each is one day of work on that day.",
                count,
            ).format(n=count)
        )


def unique_ids(titles: Sequence[str]) -> list[str]:
    """Return readable ids, the same for the same titles in the same order."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    found: list[str] = []
    for title in titles:
        slug = "-".join("".join(letter if letter.isalnum() else " " for letter in title.casefold()).split())
        base = slug[:_LONGEST_ID].strip("-") or "part"
        seen[base] += 1
        key = base if seen[base] == 1 and base not in taken else f"{base}-{max(seen[base], 2)}"
        while key in taken:
            seen[base] += 1
            key = f"{base}-{seen[base]}"
        taken.add(key)
        found.append(key)
    return found


def _task(draft: Draft, span: Span, phase_title: str, phase: str, order: str) -> Task:
    if span.start is not None:
        start = Start(rule=ANCHORED, days=max(-_FURTHEST, min(span.start, _FURTHEST)))
    else:
        start = Start(rule=AS_SOON_AS_POSSIBLE)
    progress = draft.progress if draft.progress is not None else (100 if draft.status == DONE else 0)
    status = DONE if progress == 100 and not draft.has_status else draft.status  # noqa: PLR2004
    notes = list(draft.notes)
    path = draft.path[1:] if draft.path[:1] == (phase_title,) else draft.path
    if path:
        notes.insert(0, _("Part of: {path}").format(path=" › ".join(path)))
    return Task(
        title=draft.title,
        phase=phase,
        owner=draft.owner,
        contributors=tuple(dict.fromkeys(draft.contributors)),
        backup=draft.backup,
        start=start,
        duration=span.days,
        status=status,
        progress=progress,
        started=draft.started,
        finished=draft.finished,
        deliverable=draft.deliverable,
        notes="\n".join(note for note in notes if note.strip()),
        links=tuple(dict.fromkeys(draft.links)),
        order=order,
    )


def _phases(spans: Sequence[PhaseSpan], ids: dict[str, str]) -> Table[Phase]:
    return Table(
        (
            ids[span.title],
            Phase(
                title=span.title,
                lead=span.lead,
                start=max(-_FURTHEST, min(span.start, _FURTHEST)),
                days=max(span.days, 1),
                purpose=span.purpose,
                order=order,
            ),
        )
        for order, span in zip(positions(len(spans)), spans, strict=True)
    )


def _links(found: Sequence[Dependency]) -> Table[Dependency]:
    return Table((link.id, link) for link in found)


def _rules(drafts: Sequence[Draft], ids: Sequence[str]) -> dict[str, Start]:
    return {
        key: Start(rule=draft.rule, on=draft.rule_day) for key, draft in zip(ids, drafts, strict=True) if draft.rule
    }


def _baselines(reading: Reading, ids: Sequence[str], times: Settled) -> Table[Baseline]:
    key_of_task = {draft.key: key for draft, key in zip(reading.drafts, ids, strict=True)}
    found: dict[str, Baseline] = {}
    for name, snapshot in zip(unique_ids([each.title for each in reading.snapshots]), reading.snapshots, strict=True):
        spans = {
            key_of_task[key]: BaselineSpan(start=times.days.day_of(first), finish=times.days.day_of(first) + days)
            for key, (first, days) in snapshot.spans.items()
            if key in key_of_task
        }
        found[name] = Baseline(title=snapshot.title, launch_day=times.launch_day, spans=Table(spans))
    return Table(found)


def _clock(spans: Sequence[PhaseSpan], times: Settled) -> tuple[int, int]:
    first = min(0, *(span.start for span in spans))
    last = max(1, *(span.start + span.days for span in spans))
    if last - first > _LONGEST_CLOCK:
        return max(first, -_LONGEST_CLOCK + 1), _LONGEST_CLOCK
    return first, last - first
