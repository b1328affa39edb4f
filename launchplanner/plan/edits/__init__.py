"""Every edit one can make, each a frozen value with `label` and `apply`."""

from launchplanner.plan.edits.base import Edit, EditError, Together
from launchplanner.plan.edits.baselines import RemoveBaseline, TakeBaseline
from launchplanner.plan.edits.calendars import SetDayOff, SetHolidays
from launchplanner.plan.edits.conditions import MeetCondition, SetCondition, condition, open_conditions, set_conditions
from launchplanner.plan.edits.links import Link, Unlink, bridged
from launchplanner.plan.edits.moves import Place, Resize, SetDuration
from launchplanner.plan.edits.ownership import CutPass, GiveReason, GiveTo, PassOn, SplitTask
from launchplanner.plan.edits.packs import (
    ITEMS,
    PROMPTS,
    AddToPack,
    AnswerItem,
    ChangeInPack,
    Mark,
    ReadBack,
    RemoveFromPack,
)
from launchplanner.plan.edits.parts import Add, Change, ChangeLaunch, MakeNote, Remove
from launchplanner.plan.edits.passes import Answer, Offer, Withdraw
from launchplanner.plan.edits.people import AddAlias, BindRole, FreeRole, JoinPeople
from launchplanner.plan.edits.questions import AnswerQuestion, Ask, TakeBackQuestion
from launchplanner.plan.edits.shifts import MoveTo
from launchplanner.plan.edits.sides import Pass, Record, Signer
from launchplanner.plan.edits.waivers import Unwaive, Waive

__all__ = [
    "ITEMS",
    "PROMPTS",
    "Add",
    "AddAlias",
    "AddToPack",
    "Answer",
    "AnswerItem",
    "AnswerQuestion",
    "Ask",
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
    "MakeNote",
    "Mark",
    "MeetCondition",
    "MoveTo",
    "Offer",
    "Pass",
    "PassOn",
    "Place",
    "ReadBack",
    "Record",
    "Remove",
    "RemoveBaseline",
    "RemoveFromPack",
    "Resize",
    "SetCondition",
    "SetDayOff",
    "SetDuration",
    "SetHolidays",
    "Signer",
    "SplitTask",
    "TakeBackQuestion",
    "TakeBaseline",
    "Together",
    "Unlink",
    "Unwaive",
    "Waive",
    "Withdraw",
    "bridged",
    "condition",
    "open_conditions",
    "set_conditions",
]
