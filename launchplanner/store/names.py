"""Names of files and folders made from the ids of plans, which come out of files and so may be anything."""

import hashlib
import re
from typing import Final

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def name_of(plan_id: str) -> str:
    """Return a name for what is kept of a plan: its id, or a hash where the id is none that we make ourselves.

    A path in its place, such as "../..", would let a file that somebody sent write and prune wherever it names.
    """
    if _UUID.fullmatch(plan_id):
        return plan_id
    return hashlib.sha256(plan_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
