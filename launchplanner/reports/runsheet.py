"""The live handover on one sheet: what is said at each step, what the pack says, and what is in the way."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from launchplanner.plan.batons import ARTEFACT, BEARING, CORRECTED, OUTLOOK, TASK_LEFT, BatonItem, Prompt
from launchplanner.plan.edits import open_conditions
from launchplanner.plan.protocol import is_ready
from launchplanner.reports.handoff import Handoff
from launchplanner.words import _, joined, ngettext, short_day

PREVIEW: Final = 1
BRIEFING: Final = 2
READ_BACK: Final = 3
TAKING_OVER: Final = 4
REVIEW: Final = 5
STEPS: Final = (PREVIEW, BRIEFING, READ_BACK, TAKING_OVER, REVIEW)

MINUTES: Final = 30
"""How long a handover may take: longer, and it is read from the pack instead of being spoken."""

INSTEAD: Final = " → "
"""In a correction, what stands before it are the wrong words of the answer, what follows is right."""

_MOST_LINES: Final = 2
_SHORTEST_WORD: Final = 4
_COMMON: Final = frozenset({"what", "which", "does", "from", "with", "when", "they", "that", "this", "have", "into"})


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts that the giver speaks to, always in the same order."""

    letter: str
    title: str
    lines: tuple[tuple[str, str], ...]


def step_title(step: int) -> str:
    """Return what a step is called."""
    return {
        PREVIEW: _("Preview"),
        BRIEFING: _("Briefing"),
        READ_BACK: _("Read-back"),
        TAKING_OVER: _("Taking over"),
        REVIEW: _("Review"),
    }[step]


def step_sentence(handoff: Handoff, step: int) -> str:
    """Return who does what at a step, in a line or two."""
    giver, receiver = handoff.giver_short, handoff.receiver_short
    on_call = short_day(on_call_until(handoff))
    return {
        PREVIEW: _("{receiver} alone, before the talk. {count}").format(receiver=receiver, count=items_ready(handoff)),
        BRIEFING: _("{giver} speaks, always in this order.").format(giver=giver),
        READ_BACK: _("{receiver} says it, {giver} marks it.").format(receiver=receiver, giver=giver),
        TAKING_OVER: _("“I have the baton.” Custody moves on these words."),
        REVIEW: _("{giver} watches the first work of {receiver}. On call until {day}.").format(
            giver=giver, receiver=receiver, day=on_call
        ),
    }[step]


def items_ready(handoff: Handoff) -> str:
    """Return how many items are ready."""
    ready = sum(item.is_settled for _key, item in handoff.items)
    words = ngettext("{ready} of {count} item ready.", "{ready} of {count} items ready.", len(handoff.items))
    return words.format(ready=ready, count=len(handoff.items))


def is_heard(handoff: Handoff, prompt: Prompt) -> bool:
    """Say whether an answer is marked for the offer that is on the table, or was when the baton passed."""
    standing = handoff.passing.standing
    return prompt.is_heard if standing.has_passed else prompt.is_heard_for(standing.offer)


def marks_sentence(handoff: Handoff) -> str:
    """Return how many answers are marked, and how many of them were corrected."""
    heard = sum(is_heard(handoff, prompt) for _key, prompt in handoff.prompts)
    corrected = sum(is_heard(handoff, prompt) and prompt.mark == CORRECTED for _key, prompt in handoff.prompts)
    said = _("{heard} of {count} marked").format(heard=heard, count=len(handoff.prompts))
    return _("{said}, {n} of them corrected").format(said=said, n=corrected) if corrected else said


def on_call_until(handoff: Handoff) -> date:
    """Return the last day on which the giver is on call."""
    return handoff.source.days.date_of(handoff.baton.day + handoff.baton.on_call)


def briefing(handoff: Handoff) -> tuple[Part, ...]:
    """Return what the giver speaks to: bearing, artefacts, tasks left, outlook."""
    bearing = [(text, "") for text in (handoff.baton.bearing.strip(), handoff.baton.carries.strip()) if text]
    sure = _("Launch day {day} is {sureness}.").format(
        day=short_day(handoff.source.plan.launch_day), sureness=handoff.source.sureness()
    )
    tasks = [(left.task.title, _due(left.owner.name, left.finish)) for left in handoff.tasks_left]
    risks = [(risk.trigger.strip() or risk.title, risk.fallback.strip()) for _key, risk in handoff.risks]
    return (
        Part("B", _("Bearing"), (*bearing, (sure, ""), *_items(handoff, BEARING))),
        Part("A", _("Artefacts"), _items(handoff, ARTEFACT)),
        Part("T", _("Tasks left"), (*_items(handoff, TASK_LEFT), *tasks)),
        Part("O", _("Outlook"), (*_items(handoff, OUTLOOK), *risks)),
    )


def _due(owner: str, finish: date) -> str:
    return _("{owner}, due {day}").format(owner=owner, day=short_day(finish))


def _items(handoff: Handoff, part: str) -> tuple[tuple[str, str], ...]:
    return tuple((item.title, proof_of(item)) for _number, _key, item in handoff.items_of(part))


def proof_of(item: BatonItem) -> str:
    """Return what an item says for itself: why it does not apply, its evidence, or what it has to show."""
    return (item.reason if item.reason.strip() else item.evidence or item.criterion).strip()


def pack_says(handoff: Handoff, prompt: Prompt) -> tuple[str, ...]:
    """Return the lines of the pack that come closest to a question; the bearing when none does."""
    asked = _stems(prompt.question)
    scored = [
        (len(asked & _stems(f"{item.title} {item.criterion} {item.evidence}")), -place, item)
        for place, (_key, item) in enumerate(handoff.items)
    ]
    near = sorted((entry for entry in scored if entry[0]), key=lambda entry: entry[:2], reverse=True)[:_MOST_LINES]
    lines = tuple(_("{item}: {proof}").format(item=item.title, proof=proof_of(item)) for _s, _p, item in near)
    bearing = handoff.baton.bearing.strip() or handoff.baton.carries.strip()
    return lines or ((bearing,) if bearing else (_("The pack says nothing that comes close to this question."),))


def _stems(text: str) -> frozenset[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return frozenset(word[:5] for word in words if len(word) >= _SHORTEST_WORD and word not in _COMMON)


def corrected_answer(prompt: Prompt) -> tuple[tuple[tuple[str, bool], ...], str]:
    """Return an answer in pieces, each with whether it is struck out, and the words that are right instead.

    A correction that names the wrong words ("everyone → the 9 of 12") strikes those alone, any other nothing: the
    answer stays, and what is right stands below it.
    """
    answer, correction = prompt.answer.strip(), prompt.correction.strip()
    wrong, found, right = correction.partition(INSTEAD)
    at = answer.find(wrong.strip()) if found and wrong.strip() else -1
    if prompt.mark != CORRECTED or at < 0:
        return ((answer, False),), correction
    end = at + len(wrong.strip())
    pieces = ((answer[:at], False), (answer[at:end], True), (answer[end:], False))
    return tuple(piece for piece in pieces if piece[0]), right.strip()


def words_to_say(handoff: Handoff) -> str:
    """Return the sentence on which custody moves."""
    return _("“I have the baton: {title}.”").format(title=handoff.baton.title)


def offer_closed_because(handoff: Handoff) -> str:
    """Return why the giver cannot hand it over, in a sentence; "" when the giver can."""
    passing = handoff.passing
    if passing.standing.has_passed:
        return _("It has passed already.")
    if not passing.giver or not passing.receiver:
        return _("Giver and receiver are not both one known person.")
    if not passing.sides.can_pass(handoff.baton):
        return _("{name} would take over from themselves. Name a second reader.").format(name=handoff.giver_short)
    held = open_conditions(handoff.source.plan, handoff.key, handoff.source.lookup.directory)
    if held:
        return _("A condition of an earlier pass is not met: “{condition}”.").format(condition=held[0].condition.text)
    return "" if is_ready(handoff.baton) else passing.unready()


def closed_because(handoff: Handoff, *, parked: int = 0, is_here: bool = True) -> str:
    """Return why nobody can take over yet, in a sentence; "" when somebody can.

    `parked` counts the questions that were put off, `is_here` says whether the receiver is in the room.
    """
    if handoff.passing.standing.has_passed:
        return ""
    if not is_here:
        return _("{name} is not here. Nobody takes over for somebody else.").format(name=handoff.receiver_short)
    hindrance = offer_closed_because(handoff)
    if hindrance:
        return hindrance
    if not handoff.passing.standing.is_on_offer:
        return _("It is not on offer yet: step 3 begins with that.")
    return _unheard(handoff, parked)


def _unheard(handoff: Handoff, parked: int) -> str:
    numbers = [
        str(place) for place, (_key, prompt) in enumerate(handoff.prompts, start=1) if not is_heard(handoff, prompt)
    ]
    if not numbers:
        return ""
    said = ngettext("Question {numbers} has no mark.", "Questions {numbers} have no mark.", len(numbers))
    sentence = said.format(numbers=joined(numbers))
    if parked:
        sentence += " " + ngettext("{n} is parked.", "{n} are parked.", parked).format(n=parked)
    return f"{sentence} " + _("No mark, no pass.")


def is_away_today(handoff: Handoff) -> bool:
    """Say whether the receiver is away on this day, as far as the plan knows."""
    person = handoff.source.plan.people.get(handoff.receiver.person)
    today = handoff.source.today
    return person is not None and any(away.start <= today <= away.end for away in person.away)


def first_work(handoff: Handoff) -> tuple[tuple[str, date], ...]:
    """Return the first tasks that the receiver has after the pass, with the day on which each begins."""
    source = handoff.source
    if not handoff.receiver.is_one:
        return ()
    begins = [
        (source.schedule.first_date(key), task.title)
        for key, task in source.lookup.tasks
        if not task.is_settled
        and source.schedule.first_day(key) >= handoff.baton.day
        and source.task_owner(key).person == handoff.receiver.person
    ]
    return tuple((title, day) for day, title in sorted(begins)[:3])
