"""The baton file: one baton with its history on its way from one copy of a plan to another, as one JSON text.

It is written in one way only, sorted and without spaces, and closes with the hash of all before: a file that differs in
a single byte from what was written is refused.
"""

import hashlib
import json
from typing import Any, Final

from pydantic import ValidationError

from launchplanner.formats.native import read_object
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.exchange import PARCEL_FORMAT, PARCEL_SCHEMA, Parcel
from launchplanner.plan.plan import FORMAT
from launchplanner.plan.witness import faults
from launchplanner.words import _

BATON_SUFFIX: Final = ".baton"
LARGEST_BATON: Final = 20_000_000
"""Bytes beyond which no file is taken for a baton."""
_CHECKSUM: Final = "checksum"


def write_baton(parcel: Parcel) -> bytes:
    """Return the bytes of a baton file. Equal parcels give equal bytes."""
    content = parcel.model_dump(mode="json", by_alias=True)
    content.pop(_CHECKSUM, None)
    return _written({**content, _CHECKSUM: _checksum(content)})


def read_baton(data: bytes, file: str) -> Parcel:
    """Return what a baton file carries.

    Args:
        data: the whole file.
        file: its name, for a refusal.

    Raises:
        Refusal: it is no baton file, needs a newer program, was changed on its way, or its history is not whole.
    """
    if len(data) > LARGEST_BATON:
        raise Refusal(file, "", _("It is larger than 20 MB, so it is no baton file."))
    content = read_object(data, file)
    _refuse_other(content, file)
    checksum = content.pop(_CHECKSUM, "")
    if checksum != _checksum(content) or _written({**content, _CHECKSUM: checksum}) != data:
        raise Refusal(file, "", _("It was changed or damaged on its way. Ask its sender to send it again."))
    try:
        parcel = Parcel.model_validate_json(json.dumps(content))
    except ValidationError as error:
        first = error.errors()[0]
        place = "/" + "/".join(str(step) for step in first["loc"])
        raise Refusal(file, place, _("{reason}.").format(reason=first["msg"].rstrip("."))) from error
    found = faults(parcel.plan, parcel.key, parcel.baton)
    if found:
        raise Refusal(file, f"/baton/events/{found[0].event}", found[0].sentence)
    return parcel


def _refuse_other(content: dict[str, Any], file: str) -> None:
    if content.get("format") == FORMAT:
        raise Refusal(file, "/format", _("This is a whole plan, not a baton. Open it as a plan."))
    if content.get("format") != PARCEL_FORMAT:
        raise Refusal(file, "/format", _("This is not a baton file."))
    needs = content.get("min_reader", 1)
    if not isinstance(needs, int) or needs > PARCEL_SCHEMA:
        raise Refusal(
            file,
            "/min_reader",
            _("This baton needs a newer launchplanner, one that reads version {n}.").format(n=needs),
        )


def _written(content: dict[str, Any]) -> bytes:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return (text + "\n").encode("utf-8", "replace")


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_written(content)).hexdigest()
