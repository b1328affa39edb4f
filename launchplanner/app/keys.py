"""The key of this device, and the keys and histories of others that it has met.

A key shows that the same device wrote again. It does not show who sat at it: the name beside it is a claim. What was
met is kept in the user's state folder, one file for the key and one for the acquaintances.
"""

import json
import logging
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import Field, ValidationError

from launchplanner.app.paths import state_folder
from launchplanner.plan.batons import Baton, Event
from launchplanner.plan.protocol import claim_of
from launchplanner.plan.values import Value
from launchplanner.plan.witness import shown_key
from launchplanner.store.saving import SaveError, save

__all__ = ["BAD", "GOOD", "UNSIGNED", "Acquaintances", "DeviceKey", "Met", "Peer", "shown_key", "signature_of"]

_log = logging.getLogger(__name__)

UNSIGNED: Final = "unsigned"
GOOD: Final = "good"
BAD: Final = "bad"


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """The Ed25519 key of this device and user."""

    private: Ed25519PrivateKey

    @classmethod
    def of(cls, folder: Path | None = None) -> "DeviceKey | None":
        """Return the key, made at the first use; None where the state folder cannot be written."""
        path = (folder or state_folder()) / "device.key"
        with suppress(OSError, ValueError):
            return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip())))
        made = Ed25519PrivateKey.generate()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(made.private_bytes_raw().hex() + "\n")
        except OSError as error:
            _log.warning("this device has no key: %s", error)
            return None
        return cls(made)

    @property
    def public(self) -> str:
        """The public key, in hexadecimal."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, claim: str) -> str:
        """Return the signature on a claim, in hexadecimal."""
        return self.private.sign(claim.encode("utf-8")).hex()


def signature_of(event: Event) -> str:
    """Return whether an event's signature is that of its key on all that it says: "unsigned", "good" or "bad"."""
    if not event.key and not event.signature:
        return UNSIGNED
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(event.key))
        public.verify(bytes.fromhex(event.signature), claim_of(event).encode("utf-8"))
    except (InvalidSignature, ValueError):
        return BAD
    return GOOD


class Peer(Value, frozen=True):
    """A key as it was met first: under which name, on which device, and when."""

    person: str
    device: str
    at: str = ""


class Met(Value, frozen=True):
    """What this machine has met: keys, and by "plan/baton" the events that it knows of."""

    keys: Mapping[str, Peer] = Field(default_factory=dict)
    events: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


class Acquaintances:
    """Keys and histories that this machine has met, kept on disk whenever they grow."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or state_folder()) / "met.json"
        self.met = self._read()

    def other_key(self, event: Event) -> Peer | None:
        """Return the peer who was met before under the same name on the same device with another key, if any."""
        same = [
            (key, peer) for key, peer in self.met.keys.items() if (peer.person, peer.device) == (event.by, event.device)
        ]
        if not event.key or not same or any(key == event.key for key, _peer in same):
            return None
        return same[0][1]

    def lost(self, plan: str, baton: str, known: Iterable[str]) -> list[str]:
        """Return the events of a baton that this machine has met and that are no longer among those known."""
        return sorted(set(self.met.events.get(_place(plan, baton), ())) - set(known))

    def meet(self, plan: str, batons: Mapping[str, Baton]) -> None:
        """Remember the events of some batons of a plan, and pin each good key that comes with a new name or device."""
        keys, events = dict(self.met.keys), dict(self.met.events)
        for key, baton in batons.items():
            if not baton.events:
                continue
            place = _place(plan, key)
            events[place] = tuple(sorted({*events.get(place, ()), *baton.events}))
            for event in baton.events.values():
                if event.key not in keys and signature_of(event) == GOOD:
                    keys[event.key] = Peer(person=event.by, device=event.device, at=event.at)
        met = Met(keys=keys, events=events)
        if met != self.met:
            self.met = met
            self._write()

    def _read(self) -> Met:
        try:
            return Met.model_validate(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return Met()
        except (OSError, ValueError, ValidationError) as error:
            _log.warning("what this machine has met could not be read, and starts anew: %s", error)
            return Met()

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            save(self._path, self.met.model_dump_json(indent=1).encode(), known=None)
        except (OSError, SaveError) as error:
            _log.warning("what this machine has met was not kept: %s", error)


def _place(plan: str, baton: str) -> str:
    return f"{plan}/{baton}"
