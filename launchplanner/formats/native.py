"""The plan file: one JSON text, parts in maps by id, sorted keys, one field a line."""

import json
import re
from typing import Any, Final, cast

from pydantic import ValidationError

from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import FORMAT, SCHEMA, Plan
from launchplanner.words import _

SUFFIX: Final = ".launchplan"
LARGEST: Final = 200_000_000
"""Bytes beyond which no file is taken for a plan."""
DEEPEST: Final = 60
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)


def write_plan(plan: Plan) -> bytes:
    """Return the bytes of a plan file."""
    content = plan.model_dump(mode="json", by_alias=True)
    return (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def read_plan(data: bytes, file: str) -> Plan:
    """Return the plan in the bytes of a plan file.

    Args:
        data: the whole file.
        file: its name, for a refusal.

    Raises:
        Refusal: it is no plan, needs a newer program, or holds something that cannot be.
    """
    content = _content(data, file)
    if content.get("format") != FORMAT:
        raise Refusal(file, "", _("This is not a launchplanner plan. To read other files, use Import."))
    needs = content.get("min_reader", 1)
    if not isinstance(needs, int) or needs > SCHEMA:
        raise Refusal(
            file, "/min_reader", _("This plan needs a newer launchplanner, one that reads version {n}.").format(n=needs)
        )
    try:
        return Plan.model_validate_json(json.dumps(content))
    except ValidationError as error:
        first = error.errors()[0]
        place = "/" + "/".join(str(step) for step in first["loc"])
        raise Refusal(file, place, _("{reason}.").format(reason=first["msg"].rstrip("."))) from error
    except RecursionError as error:
        raise Refusal(file, "", _("It is nested too deeply to be a plan.")) from error


def _content(data: bytes, file: str) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise Refusal(file, "", _("It is larger than 200 MB, so it is no plan."))
    if not data.strip():
        raise Refusal(file, "", _("The file is empty. An older copy may be among the backups."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            file, _("byte {n}").format(n=error.start), _("It is not UTF-8 text, so it is no plan.")
        ) from error
    _refuse_depth(text, file)
    try:
        content: Any = json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise Refusal(file, place, _("This is not JSON: {reason}.").format(reason=error.msg.lower())) from error
    except _TwinError as error:
        raise Refusal(
            file, f"/…/{error}", _("“{key}” stands twice, so one of them would be lost.").format(key=error)
        ) from error
    except ValueError as error:
        raise Refusal(file, "", _("A number in it is out of range: {reason}.").format(reason=error)) from error
    if not isinstance(content, dict):
        raise Refusal(file, "", _("This is not a launchplanner plan. To read other files, use Import."))
    return cast("dict[str, Any]", content)


class _TwinError(Exception):
    """A key that stands twice in one object."""


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, value in pairs:
        if key in content:
            raise _TwinError(key)
        content[key] = value
    return content


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _refuse_depth(text: str, file: str) -> None:
    # The parser itself would run out of stack; brackets outside strings are counted before it starts.
    depth = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            depth += 1
            if depth > DEEPEST:
                raise Refusal(file, "", _("It is nested too deeply to be a plan."))
        elif sign in "}]":
            depth -= 1
