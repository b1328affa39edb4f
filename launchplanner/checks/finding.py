"""What a rule says: a finding about one part, with the repairs that would settle it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.part import Part
from launchplanner.plan.edits import Edit

ERROR: Final = "error"
WARNING: Final = "warning"
NOTE: Final = "note"
SEVERITIES: Final = (ERROR, WARNING, NOTE)
"""From worst to mildest: what blocks or cannot be, what should be settled, what is good to know."""

SAFE: Final = "safe"
CHOICE: Final = "choice"


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: `title` says what will be so. "safe" ones may be applied in bulk, a "choice" decides for people."""

    title: str
    edit: Edit
    safety: str = CHOICE


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is so and should not be. `message` is one sentence in plain text that names the part.

    `code` is finer than the rule where one rule tells several cases apart, such as "OWN-TEAM". `reason_for` is the key
    of a change of owner that has no reason yet: beside the repairs, somebody can write one.
    """

    rule: str
    severity: str
    part: Part
    message: str
    fixes: tuple[Fix, ...] = ()
    code: str = ""
    reason_for: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its page in the handbook.

    `what` says what is reported, `why` what goes wrong otherwise, `source` where the rule comes from. `check` is pure
    and total: it never raises, whatever the plan.
    """

    id: str
    name: str
    severity: str
    title: str
    what: str
    why: str
    source: str
    check: Callable[[Context], Iterable["Finding"]]
    repairs: str = ""
