"""How the dates look from today: forecast, what late batons cost, and the chance of making launch day."""

from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.reports.runway import runway_rows, total_sentence
from launchplanner.schedule.chance import Chances, chances
from launchplanner.schedule.progress import forecast
from launchplanner.schedule.runway import runways
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.labels import label
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.words import _, long_day, ngettext

_RUNS = 2000
_MOST_DRIVERS = 5


def show_outlook(parent: QWidget | None, snapshot: Snapshot) -> None:
    """Show how the dates look."""
    OutlookDialog(parent, snapshot).exec()


class OutlookDialog(FormDialog):
    """A sentence for each question, and the tasks that decide."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot) -> None:
        super().__init__(parent, _("How the dates look"), "", _("Close"), width=600)
        self.setObjectName("outlook-dialog")
        schedule = snapshot.schedule
        expected = forecast(snapshot.plan, schedule, snapshot.context.today_index)
        found = runways(snapshot.plan, schedule, expected)
        chance = chances(snapshot.plan, schedule, snapshot.context.today_index, _RUNS)
        self.add_wide(label(_("If work goes on as planned"), "strong"))
        self.add_wide(label(_launch_sentence(snapshot, expected.launch), wrap=True))
        self.add_wide(label(_("What late batons cost"), "strong"))
        self.add_wide(label(total_sentence(found), wrap=True))
        costs = [row for row in runway_rows(snapshot.lookup, found) if row.runway.used or row.runway.expected]
        if costs:
            listed = list_box(_("What late batons cost"), name="outlook-runway", rows=min(len(costs), 5))
            for row in costs:
                listed.addItem(list_item(row.sentence))
            self.add_wide(listed)
        self.add_wide(label(_("The chance of making it"), "strong"))
        self.add_wide(label(_chance_sentence(snapshot, chance), wrap=True))
        if chance.estimated and chance.drivers:
            self.add_wide(label(_("What decides it"), "strong"))
            drivers = list_box(_("What decides it"), name="outlook-drivers", rows=_MOST_DRIVERS)
            for driver in chance.drivers[:_MOST_DRIVERS]:
                share = round(100 * driver.criticality)
                text = _("{title}   a day more is a day more at launch in {share} of 100 runs")
                drivers.addItem(list_item(text.format(title=snapshot.lookup.title(driver.task), share=share)))
            self.add_wide(drivers)


def _launch_sentence(snapshot: Snapshot, launch: int) -> str:
    day = long_day(snapshot.schedule.days.date_of(launch))
    if launch > 0:
        return ngettext(
            "Launch comes {n} working day late, on {day}.", "Launch comes {n} working days late, on {day}.", launch
        ).format(n=launch, day=day)
    return _("Launch day {day} is kept.").format(day=long_day(snapshot.plan.launch_day))


def _chance_sentence(snapshot: Snapshot, chance: Chances) -> str:
    if not chance.estimated:
        return _("No open task of this plan has a best and a worst case, so there is nothing to weigh.")
    days = snapshot.schedule.days
    return _(
        "{share} of 100 runs launch in time. Half of them by {p50}, 80 of 100 by {p80}, 95 of 100 by {p95}."
    ).format(
        share=round(100 * chance.on_time),
        p50=long_day(days.date_of(chance.launch.p50)),
        p80=long_day(days.date_of(chance.launch.p80)),
        p95=long_day(days.date_of(chance.launch.p95)),
    )
