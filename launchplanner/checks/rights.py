"""Decision rights: which role decides what, told from the words of a decision's title.

These are the rights of the twelve-week clock. A launch without the role that would have one is left alone: in a small
firm somebody else decides, and nothing is amiss.
"""

import re
from dataclasses import dataclass
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.plan.people import Role


@dataclass(frozen=True, slots=True)
class Right:
    """What belongs to a role: words of its subject, words of the role's name, and why it is so."""

    subject: re.Pattern[str]
    role: re.Pattern[str]
    because: str


def _right(subject: str, role: str, because: str) -> Right:
    return Right(
        re.compile(rf"\b(?:{subject})\b", re.IGNORECASE), re.compile(rf"\b(?:{role})\b", re.IGNORECASE), because
    )


_PM: Final = r"pm|product (?:manager|management|owner|lead)|head of product"
_PMM: Final = r"pmm|product marketing(?: manager| lead)?"
_SPONSOR: Final = r"sponsor"
_ENGINEERING: Final = r"engineering|tech(?:nical)? lead|head of development"

RIGHTS: Final = (
    _right(r"price stor(?:y|ies)", _PMM, "who tells it says why it matters and to whom"),
    _right(
        r"price points?|list prices?|(?:launch )?tier|go.?/.?no.?go|go or no.?go",
        _SPONSOR,
        "who pays for it carries the risk",
    ),
    _right(r"public claims?|claims", r"legal|counsel", "who answers for a claim in public clears it"),
    _right(
        r"quality (?:exit|gate)|exit criteria",
        r"qa|quality|test (?:lead|manager)",
        "who tests it says when it is good enough",
    ),
    _right(r"privacy|security", r"security|privacy", "who answers for its safety lets it go"),
    _right(
        r"roll.?backs?|rollout steps?|how it is built|architecture",
        _ENGINEERING,
        "who builds it says how, and can take it back",
    ),
    _right(r"channel mix", r"demand gen\w*|growth|performance marketing", "who runs the channels spends on them"),
    _right(r"rep readiness", r"enablement", "who trains them says when they are ready"),
    _right(
        r"(?:market|public) (?:launch )?date|(?:target )?segments?|positioning|messag(?:e|es|ing)|naming|taglines?",
        _PMM,
        "who tells it says why it matters and to whom",
    ),
    _right(
        r"roadmap|backlog|scope|product.ready|spec(?:ification)?",
        _PM,
        "who leads the product says what it is and when it is ready",
    ),
)
"""In the order in which they are tried: the first whose subject a title speaks of counts."""


def right_to(title: str) -> Right | None:
    """Return the right that a decision of this title falls under, or None."""
    return next((right for right in RIGHTS if right.subject.search(title)), None)


def holders_of(context: Context, right: Right) -> tuple[str, ...]:
    """Return the ids of the launch's roles that have a right, in their order."""
    return tuple(key for key, role in context.lookup.roles if _has(role, right))


def _has(role: Role, right: Right) -> bool:
    return any(right.role.search(name) for name in (role.name, role.long_name))
