"""The plan file: one JSON text, parts in maps by id, sorted keys, one field a line."""

import json
import math
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
_TEXT: Final = r'"(?:[^"\\]++|\\.)*+"?'
"""A JSON text, also one that never ends: looked through once, where a try from each quote would take minutes."""
_TOKEN: Final = re.compile(_TEXT + r"|[{}\[\]]", re.DOTALL)
_LONG_NUMBER: Final = r"\d{4300,}"  # Python reads no whole number with more digits
_HALF: Final = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F]..)")


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
    text = _text(data, file)
    content = _content(text, file)
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
        if not first["loc"]:
            raise Refusal(file, _place_of_half(text), _("Half a character stands here.")) from error
        place = "/" + "/".join(str(step) for step in first["loc"])
        raise Refusal(file, place, _("{reason}.").format(reason=first["msg"].rstrip("."))) from error
    except RecursionError as error:
        raise Refusal(file, "", _("It is nested too deeply to be a plan.")) from error


def read_object(data: bytes, file: str) -> dict[str, Any]:
    """Return the JSON object in a file, with the care that a plan gets: no twins, no depth, no numbers out of range.

    Raises:
        Refusal: it is not one.
    """
    return _content(_text(data, file), file)


def _text(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        raise Refusal(file, "", _("It is larger than 200 MB, so it is no plan."))
    if not data.strip():
        raise Refusal(file, "", _("The file is empty. An older copy may be among the backups."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            file, _("byte {n}").format(n=error.start), _("It is not UTF-8 text, so it is no plan.")
        ) from error


def _content(text: str, file: str) -> dict[str, Any]:
    _refuse_depth(text, file)
    try:
        content: Any = json.loads(
            text, object_pairs_hook=_without_twins, parse_constant=_no_constant, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise Refusal(
            file, _place(text, error.pos), _("This is not JSON: {reason}.").format(reason=error.msg.lower())
        ) from error
    except _TwinError as error:
        raise Refusal(
            file, f"/…/{error}", _("“{key}” stands twice, so one of them would be lost.").format(key=error)
        ) from error
    except _NumberError as error:
        place = _place_of(re.escape(str(error)), text)
        raise Refusal(file, place, _("“{number}” is out of range for a number.").format(number=error)) from error
    except ValueError as error:
        raise Refusal(file, _place_of(_LONG_NUMBER, text), _("This number is out of range.")) from error
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


class _NumberError(Exception):
    """Something that stands where a number should, and is none that can be written back."""


def _no_constant(name: str) -> float:
    raise _NumberError(name)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise _NumberError(number)
    return value


def _place(text: str, index: int) -> str:
    line = text.count("\n", 0, index) + 1
    return _("line {line}, column {column}").format(line=line, column=index - text.rfind("\n", 0, index))


def _place_of(pattern: str, text: str) -> str:
    """Return the first place of a pattern outside JSON texts, or "" when there is none."""
    found = re.finditer(f"{_TEXT}|(?P<found>{pattern})", text, re.DOTALL)
    return next((_place(text, match.start()) for match in found if match["found"]), "")


def _place_of_half(text: str) -> str:
    return next((_place(text, match.start()) for match in _HALF.finditer(text) if match["half"]), "")


def _refuse_depth(text: str, file: str) -> None:
    # The parser itself would run out of stack; brackets outside strings are counted before it starts.
    depth = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            depth += 1
            if depth > DEEPEST:
                place = _place(text, token.start())
                raise Refusal(file, place, _("It is nested too deeply to be a plan."))
        elif sign in "}]":
            depth -= 1
