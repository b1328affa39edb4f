"""The handbook of the rules: a page for each, from the rule's own fields, as data and as Markdown.

Help, the website and `launchplanner rules` all show these pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from launchplanner.checks import ERROR, NOTE, WARNING, Rule
from launchplanner.checks.rules import RULES
from launchplanner.words import _

_FAMILIES: Final = {
    "OWN": ("Ownership", "Who answers for the work: exactly one, known by name, and there when it counts."),
    "LOD": ("Load", "Who has more to do at once than there are days for it."),
    "PHA": ("Phases", "Which stretch of the clock is led by whom, without overlap and without a gap."),
    "BAT": ("Batons", "What is handed over at a change of lead, by whom, to whom, and whether it has arrived."),
    "DEP": ("Links", "What waits for what, and whether the dates agree with it."),
    "DAT": ("Dates", "Whether the days in the plan are still true."),
}
_SEVERITIES: Final = {ERROR: "error", WARNING: "warning", NOTE: "note"}


@dataclass(frozen=True, slots=True)
class Page:
    """One rule, told to people: what it reports, why that matters, the repairs it offers, where it comes from."""

    id: str
    title: str
    severity: str
    what: str
    why: str
    repairs: str
    source: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules of one family, in their order."""

    family: str
    title: str
    about: str
    pages: tuple[Page, ...]


def handbook(rules: Sequence[Rule] = RULES) -> tuple[Chapter, ...]:
    """Return the handbook, chapter by chapter."""
    families = dict.fromkeys(rule.id[:3] for rule in rules)
    return tuple(
        Chapter(
            family=family,
            title=_(_FAMILIES[family][0]),
            about=_(_FAMILIES[family][1]),
            pages=tuple(_page(rule) for rule in rules if rule.id.startswith(family)),
        )
        for family in families
    )


def page(key: str, rules: Sequence[Rule] = RULES) -> Page | None:
    """Return the page of the rule with this id, in capitals or not, or None."""
    return next((_page(rule) for rule in rules if rule.id == key.strip().upper()), None)


def markdown(chapters: Sequence[Chapter]) -> str:
    """Return the handbook as one Markdown text."""
    lines = [f"# {_('The rules')}", "", _("What is looked at in every plan, why, and which repairs are offered."), ""]
    lines += [_("An error blocks or cannot be; a warning should be settled; a note is good to know."), ""]
    for chapter in chapters:
        lines += [f"## {chapter.title}", "", chapter.about, ""]
        for one in chapter.pages:
            lines += [page_markdown(one, level=3), ""]
    return "\n".join(lines).rstrip() + "\n"


def page_markdown(one: Page, level: int = 1) -> str:
    """Return one page as Markdown, its title a heading of a level."""
    told = (
        ("", one.what),
        (_("Why"), one.why),
        (_("Repairs"), one.repairs),
        (_("Source"), one.source),
    )
    paragraphs = [f"**{name}.** {text}" if name else text for name, text in told if text]
    return "\n\n".join([f"{'#' * level} {one.id} · {one.title} ({_(_SEVERITIES[one.severity])})", *paragraphs])


def _page(rule: Rule) -> Page:
    return Page(
        id=rule.id,
        title=_(rule.title),
        severity=rule.severity,
        what=_(rule.what),
        why=_(rule.why),
        repairs=_(rule.repairs),
        source=_(rule.source),
    )
