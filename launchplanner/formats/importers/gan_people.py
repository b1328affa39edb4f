"""The people of a GanttProject file: resources with their roles and days away."""

from datetime import timedelta
from typing import Final
from xml.etree.ElementTree import Element

from launchplanner.formats.importers.numbers import iso_day
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.rosters import Resource, Roster, roster_from
from launchplanner.plan.people import Away
from launchplanner.words import _

_SHIPPED: Final = {"Default:1": _("Project manager")}


def roster_in(root: Element, notes: Notebook) -> tuple[Roster, dict[str, str]]:
    """Return the people of the file, and the names of its roles by their key."""
    roles = {f"{each.get('id')}": (each.get("name") or "").strip() for each in root.iterfind("roles/role")}
    roles |= {f"Default:{key}": name for key, name in roles.items() if f"Default:{key}" not in _SHIPPED}
    roles |= _SHIPPED
    away: dict[str, list[Away]] = {}
    for each in root.iterfind("vacations/vacation"):
        start, end = iso_day(each.get("start")), iso_day(each.get("end"))
        if start is None or end is None or end < start:
            continue
        # The end in the file is the first day back.
        last = max(start, end - timedelta(days=1))
        away.setdefault(each.get("resourceid") or "", []).append(Away(start=start, end=last))
    resources: list[Resource] = []
    for each in root.iterfind("resources/resource"):
        key, name = each.get("id") or "", (each.get("name") or "").strip()
        if not name:
            notes.dropped(_("A person without a name."), _("resource {id}").format(id=key or "?"))
            continue
        email = (each.get("contacts") or "").strip()
        resources.append(
            Resource(
                key,
                name,
                email=email if "@" in email else "",
                role=roles.get(each.get("function") or "", ""),
                away=away.get(key, []),
            )
        )
    return roster_from(resources), roles


def say_unread_of_people(root: Element, roles: dict[str, str], notes: Notebook) -> None:
    """Say what the file knows of its people and the plan has no place for."""
    found = list(root.iterfind("resources/resource"))
    if any((each.get("phone") or "").strip() for each in found):
        notes.dropped(_("Phone numbers of people."))
    if any(each.find("rate") is not None for each in found):
        notes.dropped(_("What people cost."))
    if any(each.find("custom-property") is not None for each in found):
        notes.dropped(_("The columns that the file adds to people."))
    own = {each.get("id"): each.get("function") for each in found}
    for each in root.iterfind("allocations/allocation"):
        function = each.get("function") or ""
        if function not in {own.get(each.get("resource-id")), "Default:0", ""} and function in roles:
            notes.dropped(
                _("That somebody works on task {id} as {role}.").format(id=each.get("task-id"), role=roles[function])
            )
