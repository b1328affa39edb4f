"""What a new baton carries from the start: the artefacts of the two leading roles, or work that is in hand."""

from launchplanner.checks.context import Context
from launchplanner.plan.batons import BatonItem, Prompt
from launchplanner.plan.order import positions
from launchplanner.plan.values import Table
from launchplanner.words import _

_PM = "pm"
_PMM = "pmm"


def first_pack(context: Context, giver: str, receiver: str) -> tuple[Table[BatonItem], Table[Prompt]]:
    """Return the items and prompts of a baton between two leads, both given as owner texts.

    From PM to PMM the product travels, from PMM onwards the message; any other pack is for the two sides to fill.
    """
    sides = _family(context, giver), _family(context, receiver)
    if sides == (_PM, _PMM):
        return _items(_product()), _prompts(_product_prompts())
    if sides[0] == _PMM:
        return _items(_market()), _prompts(_market_prompts())
    return Table(), Table()


def work_in_hand() -> tuple[Table[BatonItem], Table[Prompt]]:
    """Return the items and prompts of a baton that passes a task on while it is under way."""
    items = [
        (
            _("Work in hand"),
            _("What is done and what is left is listed, and where both are"),
            _("Link to the work"),
        ),
        (
            _("Promises"),
            _("Whatever was promised about it is listed, with to whom and for when"),
            _("List, or a note that there are none"),
        ),
    ]
    return _items(items), _prompts([_("What is left to do?"), _("What was promised, to whom and for when?")])


def _family(context: Context, text: str) -> str:
    role = context.lookup.directory.role(text)
    return context.plan.roles[role].family if role is not None else ""


def _product() -> list[tuple[str, str, str]]:
    return [
        (
            _("Product spec, frozen"),
            _("Nothing changed since the freeze, or each change is listed"),
            _("Link to the frozen version, list of changes"),
        ),
        (
            _("Usage data"),
            _("Cohort size, dates and definitions are given, each number against its baseline"),
            _("Link to the dashboard"),
        ),
    ]


def _product_prompts() -> list[str]:
    return [
        _("What does it do, in two sentences?"),
        _("Why does it work?"),
        _("What does it not do?"),
        _("Which number proves it, and for whom?"),
        _("What may go wrong, and what do we do?"),
        _("What do I own from tomorrow?"),
    ]


def _market() -> list[tuple[str, str, str]]:
    return [
        (
            _("Message framework"),
            _("Every mechanism has a plain sentence, or is marked as not sold"),
            _("Link to the frozen version"),
        ),
        (
            _("Channel performance"),
            _("Each channel has spend, result, target and a verdict: keep, change or stop"),
            _("Table of channels"),
        ),
    ]


def _market_prompts() -> list[str]:
    return [
        _("Who is it for, and who not?"),
        _("What is the problem, in the customer's words?"),
        _("How does it work, in one sentence?"),
        _("What is the proof?"),
        _("What is the most likely objection, and the answer?"),
        _("What do I do when I do not know?"),
    ]


def _items(rows: list[tuple[str, str, str]]) -> Table[BatonItem]:
    return Table(
        (
            f"item-{number}",
            BatonItem(title=title, criterion=criterion, evidence=evidence, required=True, order=order),
        )
        for number, (order, (title, criterion, evidence)) in enumerate(
            zip(positions(len(rows)), rows, strict=True), start=1
        )
    )


def _prompts(questions: list[str]) -> Table[Prompt]:
    return Table(
        (f"q{number}", Prompt(question=question, order=order))
        for number, (order, question) in enumerate(zip(positions(len(questions)), questions, strict=True), start=1)
    )
