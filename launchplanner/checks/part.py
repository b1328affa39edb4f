"""Which part of a plan is spoken of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a plan that a finding is about. `kind` is one of `plan.plan.TABLE_OF_KIND`, or "launch"."""

    kind: str
    id: str
    title: str
