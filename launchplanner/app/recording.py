"""What is written down with a pass: a name, this device, the moment that it shows, and the device's key."""

import socket
from datetime import datetime

from launchplanner.app.keys import DeviceKey
from launchplanner.plan.edits import Record


def recorded(by: str, at: str = "") -> Record:
    """Return the record of a step made now, on this device, under the name of the person with id `by`.

    It is a claim and not a proof: whoever sits here can choose the name. The key shows that it was this device. `at`
    is another moment to write down than now, in ISO 8601 with its zone.
    """
    moment = at or datetime.now().astimezone().isoformat(timespec="seconds")
    return Record(by=by, device=socket.gethostname(), at=moment, signer=DeviceKey.of())
