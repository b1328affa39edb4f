"""A baton file before it is opened: who sent it, what it says, and what it would change here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from launchplanner.app.exchange import Preview
from launchplanner.plan.edits import Pass
from launchplanner.plan.exchange import Parcel
from launchplanner.plan.plan import Plan
from launchplanner.reports.handoff_close import moment_text
from launchplanner.reports.source import state_text
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.pills import Mark, MarkWidget
from launchplanner.ui.kit.surfaces import columns, rows, surface
from launchplanner.ui.theme.tokens import Tone
from launchplanner.words import _


class OpenBatonDialog(FormDialog):
    """What a file says of a baton, and what follows here."""

    def __init__(self, parent: QWidget | None, parcel: Parcel, after: Plan, *, text: str, verb: str) -> None:
        super().__init__(parent, parcel.baton.title, text, verb, width=600)
        self.setObjectName("open-baton-dialog")
        self.setWindowTitle(_("Open a baton file"))
        passing = Pass.of(after, parcel.key)
        sender = parcel.people[parcel.sender].name if parcel.sender in parcel.people else _("somebody")
        on = _("{name} on {device}, {moment}") if parcel.device else _("{name}, {moment}")
        moment = moment_text(parcel.at)
        self.add_field(_("Launch"), label(parcel.title, "body", wrap=True))
        self.add_field(_("Sent by"), label(on.format(name=sender, device=parcel.device, moment=moment), wrap=True))
        self.add_field(_("State"), label(state_text(passing.standing.state), "strong"))
        self.holder = label(_holder(passing), "strong", wrap=True)
        self.holder.setObjectName("open-baton-holder")
        self.add_field(_("Holds it"), self.holder)

    def show_lines(self, name: str, lines: Sequence[str], mark: Mark, tone: Tone) -> None:
        """Add what follows, a sentence each."""
        if not lines:
            return
        box: QFrame = surface("inset", name=name)
        column = rows(box, margin=12, spacing=6)
        for text in lines:
            line = columns(spacing=10)
            line.addWidget(MarkWidget(mark, tone))
            line.addWidget(label(text, wrap=True), 1)
            column.addLayout(line)
        self.add_wide(box)


def _holder(passing: Pass) -> str:
    return passing.name(passing.standing.holder)


def ask_known(parent: QWidget | None, found: Preview, news: Sequence[str]) -> bool:
    """Show what a file would change in the plan that is open, a sentence each; return whether that is wanted."""
    text = _("Nothing has changed yet. One undo takes it back.")
    dialog = OpenBatonDialog(parent, found.parcel, found.merged.plan, text=text, verb=_("Take it in"))
    dialog.show_lines("open-baton-warnings", found.warnings, "bang", "warning")
    dialog.show_lines("open-baton-news", news, "check", "good")
    return bool(dialog.exec())


def ask_new(parent: QWidget | None, parcel: Parcel, plan: Plan) -> bool:
    """Show what a file says to somebody who has no copy of its plan open; return whether to open it by itself."""
    text = _("Your copy of this launch is not open. If you have one, open it first; without one, this baton is enough.")
    dialog = OpenBatonDialog(parent, parcel, plan, text=text, verb=_("Open this baton"))
    return bool(dialog.exec())
