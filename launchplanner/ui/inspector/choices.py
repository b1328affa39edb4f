"""The values of a field that has only a few, each with the words that stand for it; no Qt here."""

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.batons import (
    ARTEFACT,
    BEARING,
    DRAFT,
    MAIN,
    MISSING,
    NOT_APPLICABLE,
    OUTLOOK,
    READY,
    SIDE,
    TASK_LEFT,
)
from launchplanner.plan.people import GROUP, ORGANISATION
from launchplanner.plan.protocol import RETURN_CODES, STRENGTHS
from launchplanner.plan.work import (
    ACTIVE,
    ANCHORED,
    AS_SOON_AS_POSSIBLE,
    DONE,
    DROPPED,
    FINISH_TO_FINISH,
    FINISH_TO_START,
    ON_DATE,
    PLANNED,
    START_TO_FINISH,
    START_TO_START,
)
from launchplanner.words import _, ngettext

Choices = tuple[tuple[str, str], ...]


def task_states() -> Choices:
    """Return the states of a task."""
    return (
        (PLANNED, _("Not started")),
        (ACTIVE, _("Under way")),
        (DONE, _("Done")),
        (DROPPED, _("Dropped")),
    )


def start_rules() -> Choices:
    """Return the ways in which a task gets its day."""
    return (
        (ANCHORED, _("With launch day")),
        (AS_SOON_AS_POSSIBLE, _("As soon as it can")),
        (ON_DATE, _("On its date")),
    )


def phases(snapshot: Snapshot) -> Choices:
    """Return the phases in order, and none."""
    return (*((key, phase.title) for key, phase in snapshot.lookup.phases), ("", _("No phase")))


def link_types() -> Choices:
    """Return the kinds of links, as said of what waits."""
    return (
        (FINISH_TO_START, _("starts after it finishes")),
        (START_TO_START, _("starts after it starts")),
        (FINISH_TO_FINISH, _("finishes after it finishes")),
        (START_TO_FINISH, _("finishes after it starts")),
    )


def lag_text(lag: int) -> str:
    """Return a lag in words; empty for none."""
    if lag == 0:
        return ""
    if lag > 0:
        return ngettext("{n} day later", "{n} days later", lag).format(n=lag)
    return ngettext("{n} day earlier", "{n} days earlier", -lag).format(n=-lag)


def baton_kinds() -> Choices:
    """Return the kinds of batons."""
    return ((MAIN, _("Main, moves the lead")), (SIDE, _("Side baton")))


def pack_parts() -> Choices:
    """Return the parts of a pack that hold items."""
    return (
        (BEARING, _("Bearing")),
        (ARTEFACT, _("Artefacts")),
        (TASK_LEFT, _("Tasks left")),
        (OUTLOOK, _("Outlook")),
    )


def item_states() -> Choices:
    """Return the states of an item."""
    return (
        (MISSING, _("Missing")),
        (DRAFT, _("Draft")),
        (READY, _("Ready")),
        (NOT_APPLICABLE, _("Not applicable…")),
    )


def return_codes() -> Choices:
    """Return the reasons for a return."""
    return tuple((code, _(code).capitalize()) for code in RETURN_CODES)


def strengths() -> Choices:
    """Return how a pack was read, strongest first."""
    return tuple((strength, _(strength).capitalize()) for strength in STRENGTHS)


def confidences() -> Choices:
    """Return how sure launch day is."""
    return (("promise", _("A promise")), ("forecast", _("A forecast")), ("target", _("A target")))


def tiers() -> Choices:
    """Return the tiers of a launch."""
    return (
        ("1", _("Tier 1, the whole company")),
        ("2", _("Tier 2, a feature")),
        ("3", _("Tier 3, a release note")),
    )


def team_kinds() -> Choices:
    """Return what a team can be."""
    return ((GROUP, _("A team of ours")), (ORGANISATION, _("A company or an agency")))


def families() -> Choices:
    """Return the colours of roles."""
    return (
        ("", _("Grey")),
        ("pm", _("Product management")),
        ("pmm", _("Product marketing")),
        ("engineering", _("Engineering")),
        ("design", _("Design and research")),
        ("sales", _("Sales")),
        ("support", _("Support and success")),
        ("enablement", _("Enablement and channels")),
        ("quality", _("Quality and data")),
        ("legal", _("Legal and finance")),
        ("sponsor", _("Sponsor and launch manager")),
    )
