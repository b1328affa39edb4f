"""What the baton's page says beside the pane's own words: the steps to acceptance, what comes next, facts. No Qt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from launchplanner.plan.batons import CORRECTED, Prompt
from launchplanner.plan.protocol import (
    OFFER,
    READING,
    RETURN,
    RETURNED,
    STRENGTHS,
    WITHDRAW,
    content_of,
    fingerprint,
    is_ready,
)
from launchplanner.reports.baton_measures import baton_measures
from launchplanner.reports.handoff import Handoff
from launchplanner.reports.handoff_close import moment_text
from launchplanner.reports.runsheet import is_heard
from launchplanner.ui.inspector import pass_words
from launchplanner.words import _, ngettext, short_day

Progress = Literal["done", "now", "coming", "bad"]
_SIGNS = 12


@dataclass(frozen=True, slots=True)
class StepLine:
    """One of the steps to acceptance: what it is, when it was or what is lacking, and how far it is."""

    text: str
    word: str
    progress: Progress


def role_of(handoff: Handoff, text: str) -> str:
    """Return the name of the role that a side is asked by; "" when a person is named outright."""
    role = handoff.source.lookup.directory.role(text)
    return handoff.source.plan.roles[role].name if role is not None else ""


def receiver_pays(handoff: Handoff) -> str:
    """Return what a late pass leaves the receiver of the phase that it opens; "" when nothing is lost."""
    lost = baton_measures(handoff.source.context, handoff.key).lost
    phase = handoff.source.plan.phases.get(handoff.baton.opens_phase)
    if lost <= 0 or phase is None:
        return ""
    keeps = _("{name} keeps {n} of {count} days.")
    return keeps.format(name=handoff.receiver_short, n=max(phase.days - lost, 0), count=phase.days)


def tone_of(state: str) -> str:
    """Return the tone in which a state is shown."""
    return "warning" if state == READING else pass_words.tone_of(state)


def next_heading(handoff: Handoff) -> str:
    """Return the one next action, as a heading."""
    passing = handoff.passing
    if passing.standing.has_passed:
        return _("Passed")
    if not (passing.giver and passing.receiver):
        return _("Name giver and receiver")
    if not passing.standing.is_on_offer:
        return _to_offer(handoff)
    silent = [number for number, prompt in _numbered(handoff) if not prompt.answer.strip()]
    if silent:
        return _("Answer question {n}").format(n=silent[0])
    unmarked = [number for number, prompt in _numbered(handoff) if not is_heard(handoff, prompt)]
    return _("Mark answer {n}").format(n=unmarked[0]) if unmarked else _("Accept it, or return it")


def _to_offer(handoff: Handoff) -> str:
    if handoff.passing.standing.state == RETURNED:
        return _("Mend it, and hand it over again")
    return _("Hand it over") if is_ready(handoff.baton) else _("Make the pack ready")


def whose(handoff: Handoff) -> str:
    """Return the id of the person whose the next action is; "" when it is nobody's."""
    passing = handoff.passing
    if passing.standing.has_passed:
        return ""
    if not passing.standing.is_on_offer:
        return passing.giver
    prompts = [prompt for _number, prompt in _numbered(handoff)]
    silent = any(not prompt.answer.strip() for prompt in prompts)
    unmarked = any(not is_heard(handoff, prompt) for prompt in prompts)
    return passing.giver if unmarked and not silent else passing.receiver


def _numbered(handoff: Handoff) -> list[tuple[int, Prompt]]:
    return [(number, prompt) for number, (_key, prompt) in enumerate(handoff.prompts, start=1)]


def next_kicker(handoff: Handoff, me: str) -> str:
    """Return whose the next action is: yours, or somebody's by name."""
    person = whose(handoff)
    if not person:
        return _("Nothing is left to do for this pass") if handoff.passing.standing.has_passed else _("Next action")
    if person == me:
        return _("Next action, yours")
    return _("Next action, {name}’s").format(name=handoff.source.short_name(person))


def step_lines(handoff: Handoff) -> tuple[StepLine, ...]:
    """Return the five steps to acceptance."""
    baton, standing = handoff.baton, handoff.passing.standing
    ready = sum(item.is_settled for item in baton.items.values())
    count = len(handoff.prompts)
    answered = sum(bool(prompt.answer.strip()) for _key, prompt in handoff.prompts)
    heard = sum(is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
    offered = standing.is_on_offer or standing.has_passed
    offer = baton.events[standing.offer].at if offered and standing.offer in baton.events else ""
    accepted = baton.events[standing.answer].at if standing.has_passed else ""
    by_giver, by_receiver = handoff.giver_short, handoff.receiver_short
    lines = [
        (is_ready(baton), _("Pack ready, {ready} of {count} items"), (ready, len(baton.items)), ""),
        (offered, _("Offered by {giver}"), (), moment_short(offer)),
        (answered == count, _("Read back by {receiver}, {ready} of {count}"), (answered, count), ""),
        (heard == count, _("Marked by {giver}, {ready} of {count}"), (heard, count), ""),
        (standing.has_passed, _("Accepted by {receiver}"), (), moment_short(accepted) or _("moves custody")),
    ]
    found: list[StepLine] = []
    current = False
    for done, text, numbers, word in lines:
        # What comes after an offer does not count as done before there is one: the words may be of an earlier one.
        counts = done and not current
        progress: Progress = "done" if counts else "coming" if current else "now"
        current = current or not counts
        ready_n, count_n = numbers or (0, 0)
        shown = text.format(ready=ready_n, count=count_n, giver=by_giver, receiver=by_receiver)
        found.append(StepLine(shown, _("now") if progress == "now" and not word else word, progress))
    return tuple(found)


def sentences(handoff: Handoff) -> tuple[str, ...]:
    """Return where the pass stands; of what was withdrawn, that too."""
    said = pass_words.state_sentences(handoff)
    last = handoff.events[-1][1] if handoff.events else None
    if last is not None and last.kind == WITHDRAW and not handoff.passing.standing.is_on_offer:
        words = _("{name} took the offer back, {moment}.")
        said += (words.format(name=handoff.giver_short, moment=moment_text(last.at)),)
    return said


def facts(handoff: Handoff) -> tuple[str, ...]:
    """Return the facts of the last line: fingerprint of the content, returns, corrections."""
    passing = handoff.passing
    content = content_of(passing.plan.id, passing.key, passing.baton, passing.giver, passing.receiver)
    returns = sum(event.kind == RETURN for event in handoff.baton.events.values())
    corrected = sum(is_heard(handoff, prompt) and prompt.mark == CORRECTED for _key, prompt in handoff.prompts)
    found = [_("Content fingerprint {signs}").format(signs=in_fours(fingerprint(content)[:_SIGNS]))]
    if returns:
        found.append(ngettext("Returned once", "Returned {n} times", returns).format(n=returns))
    if corrected:
        found.append(_("{n} of {count} answers corrected").format(n=corrected, count=len(handoff.prompts)))
    return tuple(found)


def in_fours(signs: str) -> str:
    """Return signs in groups of four, to be compared aloud."""
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def strength_place(handoff: Handoff) -> int:
    """Return how thorough the sign-off is or will be, 0 (told only) to 3 (read and corrected); -1 before an offer."""
    standing = handoff.passing.standing
    if not (standing.is_on_offer or standing.has_passed):
        return -1
    said = handoff.baton.events[standing.answer].strength if standing.has_passed else ""
    if not said and not any(is_heard(handoff, prompt) for _key, prompt in handoff.prompts):
        return 0
    strength = said or pass_words.strength_of(handoff)
    return len(STRENGTHS) - 1 - STRENGTHS.index(strength) if strength in STRENGTHS else 0


def moment_short(at: str) -> str:
    """Return a moment for a narrow place, such as "Fri 26 Feb, 17:05"."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{short_day(moment.date())}, {moment:%H:%M}"


def may_answer(handoff: Handoff, me: str) -> bool:
    """Say whether the one who sits here may write answers: nobody known may, for whoever is asked."""
    return handoff.passing.standing.is_on_offer and (not me or me in handoff.passing.sides.answering)


def may_mark(handoff: Handoff, me: str) -> bool:
    """Say whether the one who sits here may mark answers."""
    passing = handoff.passing
    marking = {passing.giver, passing.reader if passing.sides.is_to_oneself else ""}
    return passing.standing.is_on_offer and (not me or me in marking)


def was_offered(handoff: Handoff) -> bool:
    """Say whether a change of the pack would undo something that was said."""
    return any(event.kind == OFFER for event in handoff.baton.events.values()) and (
        handoff.passing.standing.is_on_offer or handoff.passing.standing.has_passed
    )


def due_text(day: date, late: int) -> str:
    """Return when something is due, or how many working days it is late."""
    if late:
        return ngettext("{n} day late", "{n} days late", late).format(n=late)
    return _("due {day}").format(day=short_day(day))
