"""What is written down with a pass: a name, this device, and the moment that it shows."""

import socket
from datetime import datetime

from launchplanner.plan.edits import Record


def recorded(by: str) -> Record:
    """Return the record of a step made now, on this device, under the name of the person with id `by`.

    It is a claim and not a proof: whoever sits here can choose the name.
    """
    return Record(by=by, device=socket.gethostname(), at=datetime.now().astimezone().isoformat(timespec="seconds"))
