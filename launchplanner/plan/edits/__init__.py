"""Every edit one can make, each a frozen value with `label` and `apply`."""

from launchplanner.plan.edits.base import Edit, EditError, Together
from launchplanner.plan.edits.baselines import RemoveBaseline, TakeBaseline
from launchplanner.plan.edits.calendars import SetDayOff, SetHolidays
from launchplanner.plan.edits.links import Link, Unlink, bridged
from launchplanner.plan.edits.moves import Place, Resize, SetDuration
from launchplanner.plan.edits.ownership import CutPass, GiveReason, GiveTo, PassOn, SplitTask
from launchplanner.plan.edits.packs import ITEMS, PROMPTS, AddToPack, ChangeInPack, RemoveFromPack
from launchplanner.plan.edits.parts import Add, Change, ChangeLaunch, Remove
from launchplanner.plan.edits.passes import Answer, Offer, Pass, Record, Withdraw
from launchplanner.plan.edits.people import AddAlias, BindRole, FreeRole, JoinPeople
from launchplanner.plan.edits.shifts import Shift
from launchplanner.plan.edits.waivers import Unwaive, Waive

__all__ = [
    "ITEMS",
    "PROMPTS",
    "Add",
    "AddAlias",
    "AddToPack",
    "Answer",
    "BindRole",
    "Change",
    "ChangeInPack",
    "ChangeLaunch",
    "CutPass",
    "Edit",
    "EditError",
    "FreeRole",
    "GiveReason",
    "GiveTo",
    "JoinPeople",
    "Link",
    "Offer",
    "Pass",
    "PassOn",
    "Place",
    "Record",
    "Remove",
    "RemoveBaseline",
    "RemoveFromPack",
    "Resize",
    "SetDayOff",
    "SetDuration",
    "SetHolidays",
    "Shift",
    "SplitTask",
    "TakeBaseline",
    "Together",
    "Unlink",
    "Unwaive",
    "Waive",
    "Withdraw",
    "bridged",
]
