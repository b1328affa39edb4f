"""Records in JSON: where in a file the list of them is, and what each says as plain cells by name."""

from collections.abc import Iterator
from typing import Any, Final, TypeGuard, cast

from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.limits import LONGEST_CELL

_DEEPEST: Final = 8
_NAMES: Final = (
    "name", "displayName", "fullName", "full_name", "title", "summary", "login", "username", "label", "value", "status",
    "date", "due_on", "key", "email",
)  # fmt: skip
_SPREAD: Final = ("fields", "content", "attributes", "node", "properties", "custom_fields")
_TITLES: Final = (
    "title", "name", "summary", "Title", "Name", "Task", "task", "Summary", "Task Name", "Task name", "subject",
)  # fmt: skip
_RENAMED: Final = {
    "due_on": "Due date", "dueOn": "Due date", "due_date": "Due date", "dueDate": "Due date", "start_on": "Start date",
    "startDate": "Start date", "start_date": "Start date", "permalink_url": "URL", "webUrl": "URL", "web_url": "URL",
    "issuelinks": "Links", "customfield_10015": "Start date", "customfield_10014": "Epic Link",
    "time_estimate": "Time Estimated", "projectMilestone": "Project Milestone", "parent_gid": "Parent",
    "html_url": "URL", "url": "URL", "resolutiondate": "Resolved", "completed_at": "Completed at",
    "completedAt": "Completed", "closedAt": "Closed at", "closed_at": "Closed at", "text_content": "Notes",
}  # fmt: skip


def is_record(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is an object of JSON."""
    return isinstance(value, dict)


def records_in(content: object) -> list[dict[str, Any]]:
    """Return the longest list of records with titles in a file, the outermost of equals."""
    best: list[dict[str, Any]] = []
    for _depth, found in _lists(content):
        records = [_spread(each) for each in found if is_record(each)]
        titled = [each for each in records if any(each.get(name) for name in _TITLES)]
        if len(titled) > len(best):
            best = titled
    return best


def _lists(content: object) -> Iterator[tuple[int, list[Any]]]:
    stack: list[tuple[int, object]] = [(0, content)]
    while stack:
        depth, value = stack.pop(0)
        if isinstance(value, list):
            yield depth, cast("list[Any]", value)
        elif is_record(value) and depth < _DEEPEST:
            stack.extend((depth + 1, each) for each in value.values())


def _spread(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with what lies in a part such as "fields" beside what lies around it."""
    found = dict(record)
    for name in _SPREAD:
        inner = found.pop(name, None)
        if is_record(inner):
            for key, value in inner.items():
                found.setdefault(key, value)
        elif isinstance(inner, list):
            found.update(_named_values(cast("list[Any]", inner)))
    return found


def _named_values(parts: list[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a list such as [{"name": "Channel", "display_value": "Press"}]."""
    for part in parts:
        if is_record(part) and part.get("name"):
            yield str(part["name"]), part.get("display_value", part.get("value"))


def title_in(content: object) -> str:
    """Return what the file as a whole is called."""
    if not is_record(content):
        return ""
    named = content.get("title") or content.get("name")
    return named if isinstance(named, str) else ""


def flat(record: dict[str, Any]) -> dict[str, Cell]:
    """Return a record's fields as cells; of a part of it its name, of a list the names of its parts."""
    found: dict[str, Cell] = {}
    for name, value in record.items():
        if name in {"issuelinks", "memberships"} and isinstance(value, list):
            for key, text in _special(name, cast("list[Any]", value)):
                found[key] = f"{found[key]}, {text}" if found.get(key) else text
            continue
        cell = _cell(value)
        found[_RENAMED.get(name, name)] = cell
        if is_record(value) and (address := value.get("emailAddress") or value.get("email")):
            found[f"{name} email"] = str(address)
        if name == "milestone" and is_record(value) and (due := value.get("dueOn") or value.get("due_on")):
            found["Milestone due"] = str(due)
        if name == "parent" and is_record(value) and value.get("key"):
            found[name] = str(value["key"])
    return found


def _special(name: str, parts: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield the links of Jira and the sections of Asana, by the names of their columns."""
    for part in parts:
        if not is_record(part):
            continue
        if name == "memberships":
            section = _cell(part.get("section"))
            if section:
                yield "Section", str(section)
            continue
        kind = str(_cell(part.get("type")) or "")
        for side, direction in (("inwardIssue", "Inward"), ("outwardIssue", "Outward")):
            other = part.get(side)
            if is_record(other) and other.get("key"):
                yield f"{direction} issue link ({kind})", str(other["key"])


def _cell(value: object) -> Cell:
    if isinstance(value, bool | str) or value is None:
        return value[:LONGEST_CELL] if isinstance(value, str) else value
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e12 else str(value)  # noqa: PLR2004 - larger ones count milliseconds
    if isinstance(value, list):
        texts = (_text(each) for each in cast("list[object]", value))
        return ", ".join(text for text in texts if text)[:LONGEST_CELL]
    return _text(value)


def _text(value: object) -> str:
    if is_record(value):
        nodes = value.get("nodes")
        if isinstance(nodes, list):
            return ", ".join(filter(None, (_name(each) for each in cast("list[object]", nodes))))[:LONGEST_CELL]
        return _name(value)
    return "" if value is None or isinstance(value, list) else str(value)[:LONGEST_CELL]


def _name(value: object) -> str:
    if is_record(value):
        named = (value[name] for name in _NAMES if value.get(name))
        first = next(named, "")
        return str(first)[:LONGEST_CELL] if isinstance(first, str | int | float) else ""
    return str(value)[:LONGEST_CELL] if isinstance(value, str) else ""
