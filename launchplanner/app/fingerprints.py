"""Fingerprints of the local files that packs link: taken when a baton is handed over, and compared later."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from launchplanner.plan.batons import Baton
from launchplanner.plan.edits import ITEMS, ChangeInPack, Edit, Offer, Record, Together
from launchplanner.plan.plan import Plan

LARGEST: Final = 500_000_000
"""Bytes beyond which a file is not read."""
GONE: Final = "gone"
"""Stands for the fingerprint of a file that is not there any more."""
_CHUNK: Final = 1 << 20


def local_file(link: str, folder: Path | None) -> Path | None:
    """Return the file that a link names on this machine, or None for a web address and the like.

    A path without a root counts from `folder`, the plan's own. Shares of other machines are not followed.
    """
    text = link.strip()
    parts = urlsplit(text)
    if parts.scheme == "file" and parts.netloc in {"", "localhost"}:
        path = Path(unquote(parts.path))
    elif text and len(parts.scheme) <= 1 and not text.startswith(("//", "\\\\")) and "\0" not in text:
        path = Path(text)
    else:
        return None
    if path.is_absolute():
        return path
    return folder / path if folder is not None else None


def fingerprint_of(path: Path) -> str:
    """Return the SHA-256 of a file, "" when it cannot be read or is too large."""
    digest = hashlib.sha256()
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return ""
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()


def present_fingerprints(plan: Plan, folder: Path | None) -> Mapping[str, str]:
    """Return the fingerprints that the linked files have now, by link: for items that were fingerprinted before.

    A file that is not there any more is "gone"; one that cannot be read is left out, and nothing follows from it.
    """
    links = {
        item.link
        for baton in plan.batons.values()
        for item in baton.items.values()
        if item.fingerprint and item.link.strip()
    }
    found: dict[str, str] = {}
    for link in links:
        path = local_file(link, folder)
        if path is None:
            continue
        now = fingerprint_of(path) or ("" if os.path.lexists(path) else GONE)
        if now:
            found[link] = now
    return found


def handed_over(plan: Plan, key: str, record: Record, folder: Path | None) -> Edit:
    """Return the edit that hands a baton over: the linked files are fingerprinted, then it is offered, as one step."""
    baton = plan.batons.get(key)
    marks = _marks(key, baton, folder) if baton is not None else ()
    offer = Offer(key, record)
    return Together(offer.label, (*marks, offer)) if marks else offer


def _marks(key: str, baton: Baton, folder: Path | None) -> tuple[Edit, ...]:
    found: list[Edit] = []
    for item_key, item in sorted(baton.items.items()):
        path = local_file(item.link, folder)
        now = fingerprint_of(path) if path is not None else ""
        if now != item.fingerprint and (now or path is None):
            found.append(ChangeInPack(key, ITEMS, item_key, {"fingerprint": now}))
    return tuple(found)
