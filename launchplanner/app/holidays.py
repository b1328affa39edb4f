"""Public holidays of a country and region, as days off for a launch.

The package that knows them takes a tenth of a second to load, so it is loaded at the first question and never at the
start. What it says is kept in the plan, which then says the same on a machine with other versions of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from launchplanner.plan.edits import EditError, SetHolidays
from launchplanner.plan.plan import Plan
from launchplanner.plan.workdays import workdays
from launchplanner.words import _


@cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that are known, by ISO 3166 code, each with the codes of its regions; both in order."""
    known: dict[str, list[str]] = _package().list_supported_countries(include_aliases=False)
    return {country: tuple(sorted(inside)) for country, inside in sorted(known.items())}


def public_holidays(country: str, region: str, years: Iterable[int]) -> tuple[tuple[date, str], ...]:
    """Return the public holidays of some years, by date, with their names in the country's own language.

    Args:
        country: its ISO 3166 code, such as "DE".
        region: the code of a region inside, such as "BY"; "" for what holds in all of it.
        years: which years.

    Raises:
        EditError: there is no such country or region.
    """
    known = regions()
    if country not in known:
        raise EditError(_("No holidays are known for the country “{country}”.").format(country=country))
    if region and region not in known[country]:
        raise EditError(
            _("“{region}” is no region of {country}. It has: {regions}.").format(
                region=region, country=country, regions=", ".join(known[country]) or _("none")
            )
        )
    found: Mapping[date, str] = _package().country_holidays(country, subdiv=region or None, years=sorted(set(years)))
    return tuple(sorted(found.items()))


def with_holidays(plan: Plan, country: str, region: str = "") -> SetHolidays:
    """Return the edit that takes public holidays as days off, in all years that the clock of a plan touches.

    Raises:
        EditError: there is no such country or region.
    """
    days = workdays(plan.calendar, plan.launch_day)
    first, last = days.date_of(plan.first), days.date_of(plan.end)
    return SetHolidays(country, region, public_holidays(country, region, range(first.year, last.year + 1)))


def without_holidays() -> SetHolidays:
    """Return the edit that works on public holidays."""
    return SetHolidays("", "", ())


def _package() -> Any:  # noqa: ANN401 - loaded when it is asked for
    return import_module("holidays")
