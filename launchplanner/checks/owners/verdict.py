"""The judgement on a cell before it is put into words."""

from typing import NamedTuple

from launchplanner.checks.owners.readings import Candidate, Helper, Label


class Verdict(NamedTuple):
    """Label, code, and those named.

    Attributes:
        regions: the regions beside the names, if each has one.
        is_sure: the roster knows the whole text, or each part of it, as the one owner.
    """

    label: Label
    code: str
    owners: tuple[Candidate, ...] = ()
    helpers: tuple[Helper, ...] = ()
    remarks: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    is_sure: bool = False


def none(code: str = "OWN-NONE", owners: tuple[Candidate, ...] = ()) -> Verdict:
    """Nobody owns it."""
    return Verdict(Label.NONE, code, owners)


def unclear(code: str, owners: tuple[Candidate, ...] = (), helpers: tuple[Helper, ...] = ()) -> Verdict:
    """A question must settle it."""
    return Verdict(Label.UNCLEAR, code, owners, helpers)
