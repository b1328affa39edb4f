"""Dates, links and float: when each task and baton happens, and how far it can slip."""

from launchplanner.schedule.pushes import pushed
from launchplanner.schedule.rescheduling import rescheduled
from launchplanner.schedule.schedule import Schedule, Span, scheduled

__all__ = ["Schedule", "Span", "pushed", "rescheduled", "scheduled"]
