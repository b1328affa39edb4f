"""What `launchplanner baton` prints of batons, for people and as JSON."""

from datetime import date
from typing import Any

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Pass, set_conditions
from launchplanner.plan.protocol import history_head, in_order
from launchplanner.plan.witness import shown_head
from launchplanner.plan.workdays import workdays
from launchplanner.plan.zone import zone_state
from launchplanner.reports.baton_measures import BatonMeasures, baton_measures
from launchplanner.reports.handoff_close import event_text, moment_text
from launchplanner.reports.source import state_text
from launchplanner.words import _, short_day


def in_short(passing: Pass) -> dict[str, Any]:
    """Return where a baton stands: the answer to every step, as JSON."""
    baton, standing = passing.baton, passing.standing
    return {
        "baton": passing.key,
        "title": baton.title,
        "state": standing.state,
        "holder": standing.holder,
        "giver": passing.giver,
        "receiver": passing.receiver,
        "steps": len(baton.events),
        "head": history_head({passing.key: baton}),
    }


def as_row(snapshot: Snapshot, key: str) -> dict[str, Any]:
    """Return one baton of a list, as JSON."""
    passing = snapshot.context.passing(key)
    days = snapshot.lookup.days
    opens, closes = passing.baton.zone
    items = passing.baton.items.values()
    return {
        **in_short(passing),
        "planned": days.date_of(passing.baton.day).isoformat(),
        "zone": [days.date_of(opens).isoformat(), days.date_of(closes).isoformat()],
        "zone_state": zone_state(passing.baton, snapshot.context.today_index),
        "items": len(items),
        "ready": sum(item.is_settled for item in items),
        "measures": _measures(baton_measures(snapshot.context, key)),
    }


def _measures(measured: BatonMeasures) -> dict[str, Any]:
    return {
        "at_first": measured.at_first,
        "returns": dict(measured.returns),
        "hours": [round(hours, 2) for hours in measured.hours],
        "timing": measured.timing,
        "days_lost": measured.lost,
        "prompts": measured.prompts,
        "corrected": measured.corrected,
        "stale": measured.is_stale,
    }


def in_full(snapshot: Snapshot, key: str) -> dict[str, Any]:
    """Return one baton with pack, read-back, pull list, conditions and history, as JSON."""
    baton = snapshot.plan.batons[key]
    content = baton.model_dump(mode="json")
    return {
        **as_row(snapshot, key),
        **{name: content[name] for name in ("bearing", "carries", "items", "prompts", "questions")},
        "conditions": [
            {
                "task": one.task,
                "text": one.condition.text,
                "owner": one.condition.owner,
                "due": _date(snapshot, one.condition.day).isoformat(),
                "blocks": one.condition.blocks,
                "met": one.is_met(snapshot.plan),
            }
            for one in set_conditions(snapshot.plan, snapshot.lookup.directory)
            if one.baton == key
        ],
        "history": [{"id": event_key, **content["events"][event_key]} for event_key, _event in in_order(baton.events)],
    }


def _date(snapshot: Snapshot, day: int) -> date:
    return workdays(snapshot.plan.calendar, snapshot.plan.launch_day).date_of(day)


def row_text(snapshot: Snapshot, key: str) -> str:
    """Return one baton of a list, as a line."""
    passing = snapshot.context.passing(key)
    planned = short_day(snapshot.lookup.days.date_of(passing.baton.day))
    holder = passing.name(passing.standing.holder)
    people = f"{passing.name(passing.giver)} → {passing.name(passing.receiver)}"
    held = _("held by {name}").format(name=holder)
    return f"{key:<6} {planned:<11} {state_text(passing.standing.state):<28} {passing.baton.title}  ({people}; {held})"


def text_in_full(snapshot: Snapshot, key: str) -> list[str]:
    """Return one baton for people, line by line."""
    passing = snapshot.context.passing(key)
    baton = passing.baton
    lines = [row_text(snapshot, key), ""]
    for item_key, item in sorted(baton.items.items(), key=lambda entry: (entry[1].order, entry[0])):
        said = f" – {item.answer}: {item.remark}" if item.answer else ""
        lines.append(f"  {item_key:<8} {_(item.state):<15} {item.title}{said}")
    for prompt_key, prompt in sorted(baton.prompts.items(), key=lambda entry: (entry[1].order, entry[0])):
        mark = _(prompt.mark) if prompt.mark else _("not marked")
        lines += ["", f"  {prompt_key:<8} {prompt.question}", f"           {prompt.answer or '…'} ({mark})"]
        lines += [f"           {prompt.correction}"] if prompt.correction else []
    for question_key, question in sorted(baton.questions.items(), key=lambda entry: (entry[1].order, entry[0])):
        lines += ["", f"  {question_key:<8} {question.text}", f"           {question.answer or _('not answered')}"]
    lines.append("")
    for _key, event in in_order(baton.events):
        said = " ".join(part for part in (_(event.code), event.note) if part)
        lines.append(f"  {moment_text(event.at)}  {event_text(event.kind)}: {passing.name(event.by)} {said}".rstrip())
    lines.append(_("Head of this baton's history: {head}").format(head=shown_head(history_head({key: baton}))))
    return lines
