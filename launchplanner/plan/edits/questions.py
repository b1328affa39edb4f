"""The receiver's pull list: what they ask before the pass, and how each question is settled."""

from dataclasses import dataclass
from datetime import date

from launchplanner.plan.batons import Baton, Question
from launchplanner.plan.edits.base import EditError, changed, part_of
from launchplanner.plan.order import last_position
from launchplanner.plan.plan import BATON, Plan
from launchplanner.words import _


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a question on the pull list of a baton."""

    baton: str
    key: str
    text: str
    by: str = ""
    on: date | None = None

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Ask")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the question in it.

        Raises:
            EditError: there is no such baton, the id is taken, or the question has no words.
        """
        baton: Baton = part_of(plan, BATON, self.baton)
        if not self.text.strip():
            raise EditError(_("Write the question."))
        if self.key in baton.questions:
            raise EditError(_("There is already a part with the id “{key}”.").format(key=self.key))
        order = last_position(question.order for question in baton.questions.values())
        question = Question(text=self.text.strip(), asked_by=self.by, order=order)
        return _put(plan, self.baton, self.key, changed(question, {"asked_on": self.on}))


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer a question of the pull list, or say who brings the answer by which day."""

    baton: str
    key: str
    answer: str = ""
    owner: str = ""
    due: int | None = None

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Answer a question") if self.answer.strip() else _("Date a question")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with the answer, or with its one owner and day.

        Raises:
            EditError: the question is not there any more, or neither an answer nor owner and day are given.
        """
        question = _question(plan, self.baton, self.key)
        if self.answer.strip():
            return _put(plan, self.baton, self.key, changed(question, {"answer": self.answer.strip()}))
        if not self.owner.strip() or self.due is None:
            raise EditError(_("Answer it, or name one owner and a day."))
        dated = changed(question, {"answer": "", "owner": self.owner.strip(), "due": self.due})
        return _put(plan, self.baton, self.key, dated)


@dataclass(frozen=True, slots=True)
class TakeBackQuestion:
    """Take a question off the pull list."""

    baton: str
    key: str

    @property
    def label(self) -> str:
        """What Undo calls it."""
        return _("Take the question back")

    def apply(self, plan: Plan) -> Plan:
        """Return the plan without the question.

        Raises:
            EditError: the question is not there any more.
        """
        _question(plan, self.baton, self.key)
        baton: Baton = part_of(plan, BATON, self.baton)
        left = baton.replace(questions=baton.questions.without(self.key))
        return plan.replace(batons=plan.batons.with_(self.baton, left))


def _question(plan: Plan, key: str, question: str) -> Question:
    baton: Baton = part_of(plan, BATON, key)
    found = baton.questions.get(question)
    if found is None:
        raise EditError(_("That question is not in “{baton}” any more.").format(baton=baton.title))
    return found


def _put(plan: Plan, key: str, question: str, value: Question) -> Plan:
    baton: Baton = part_of(plan, BATON, key)
    changed_baton = baton.replace(questions=baton.questions.with_(question, value))
    return plan.replace(batons=plan.batons.with_(key, changed_baton))
