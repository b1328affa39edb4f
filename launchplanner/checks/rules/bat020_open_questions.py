"""BAT020: questions of the receiver that nobody answered."""

from collections.abc import Iterator

from launchplanner.checks.context import Context
from launchplanner.checks.finding import WARNING, Finding, Rule
from launchplanner.checks.relay import some
from launchplanner.plan.batons import Question
from launchplanner.words import ngettext, quoted


def _check(context: Context) -> Iterator[Finding]:
    for key, baton in context.lookup.batons:
        if not baton.questions or context.today_index < baton.zone[0] or context.is_settled(key):
            continue
        in_order = sorted(baton.questions.items(), key=lambda entry: (entry[1].order, entry[0]))
        waiting = [question.text for _id, question in in_order if _is_open(context, question)]
        if not waiting:
            continue
        told = ngettext(
            "{baton} is due, and {questions} is neither answered nor dated with one owner.",
            "{baton} is due, and {questions} are neither answered nor dated with one owner.",
            len(waiting),
        )
        message = told.format(baton=quoted(baton.title), questions=some(waiting))
        yield Finding(RULE.id, WARNING, context.baton(key), message)


def _is_open(context: Context, question: Question) -> bool:
    if question.is_answered:
        return False
    if not question.is_dated or question.due is None or question.due < context.today_index:
        return True
    return not context.answers(question.owner, context.lookup.days.date_of(question.due))


RULE = Rule(
    id="BAT020",
    name="open_questions",
    severity=WARNING,
    title="Questions that nobody answered",
    what="Questions on the receiver's pull list that are neither answered nor dated with one known owner when "
    "the exchange zone opens, or whose day has gone by.",
    why="The receiver said early what they need. A question that is still open at the pass is asked again "
    "afterwards, of somebody who has moved on.",
    repairs="Answer it in the pack, or say who brings the answer by which day.",
    source="Rules of custody: the receiver starts early with a pull list of questions; the giver answers it.",
    check=_check,
)
