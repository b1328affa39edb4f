"""Dates, links and float: when each task and baton happens, how far it can slip, and how likely launch day is."""

from launchplanner.schedule.progress import Forecast, forecast
from launchplanner.schedule.pushes import pushed
from launchplanner.schedule.rescheduling import rescheduled
from launchplanner.schedule.schedule import Schedule, Span, scheduled

__all__ = ["Forecast", "Schedule", "Span", "forecast", "pushed", "rescheduled", "scheduled"]
