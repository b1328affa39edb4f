"""Plans in files, with their backups: opening, saving, and knowing what was last seen on disk."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from launchplanner.app.paths import state_folder
from launchplanner.formats.native import LARGEST, read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from launchplanner.store.backups import keep_copy
from launchplanner.store.journal import Leftover
from launchplanner.store.locking import alone_in
from launchplanner.store.names import name_of
from launchplanner.store.saving import digest, save
from launchplanner.words import _

PLACE: Final = "place.txt"
"""The name, among the backups of a plan, of the note that says where its file is."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's file, and the digest of what it held when it was last read or written."""

    path: Path
    digest: str

    @classmethod
    def created(cls, path: Path, plan: Plan) -> "PlanFile":
        """Write a plan to a path chosen by the user, whatever is there, and return its file.

        Raises:
            SaveError: it could not be written.
        """
        return cls(path, save(path, write_plan(plan), known=None, keep=partial(_keep, plan)))

    def written(self, plan: Plan, *, pinned: bool = False) -> "PlanFile":
        """Write a plan over what was last seen here, and return the file as it is now.

        With `pinned`, what was there is kept among the backups whatever its age.

        Raises:
            SaveError: it could not be written, or somebody else has changed the file.
        """
        keep = partial(_keep, plan, pinned=pinned)
        data = write_plan(plan)
        with alone_in(self.path.parent):
            return PlanFile(self.path, save(self.path, data, known=self.digest, keep=keep))


def opened(path: Path) -> tuple[Plan, PlanFile]:
    """Return the plan in a file.

    Raises:
        Refusal: it is not there, cannot be read, or is no plan.
    """
    data = read_bytes(path)
    return read_plan(data, path.name), PlanFile(path.resolve(), digest(data))


def known_file(leftover: Leftover) -> PlanFile | None:
    """Return the file that a journal belongs to, if it still is what it was when the journal began."""
    path = leftover.plan_file
    if path is None or not leftover.base:
        return None
    try:
        return PlanFile(path, leftover.base) if digest(path.read_bytes()) == leftover.base else None
    except OSError:
        return None


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that a user named.

    Raises:
        Refusal: it is not there, is a folder, or may not be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(path.name, "", _("It is larger than 200 MB."))
        return path.read_bytes()
    except FileNotFoundError as error:
        folder = path.absolute().parent
        raise Refusal(path.name, "", _("There is no such file in {folder}.").format(folder=folder)) from error
    except IsADirectoryError as error:
        raise Refusal(path.name, "", _("This is a folder. Choose a file in it.")) from error
    except PermissionError as error:
        raise Refusal(path.name, "", _("You may not read this file. Ask its owner for the right.")) from error
    except OSError as error:
        raise Refusal(path.name, "", _("It cannot be read: {reason}.").format(reason=error.strerror)) from error


def backup_folder() -> Path:
    """Return the folder of the backups of all plans."""
    return state_folder() / "backups"


def _keep(plan: Plan, path: Path, *, pinned: bool = False) -> None:
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    keep_copy(backup_folder(), plan.id, path, moment, pinned=pinned)
    with suppress(OSError):  # of use only when the file itself can no longer say which plan it was
        (backup_folder() / name_of(plan.id) / PLACE).write_text(str(path), encoding="utf-8")
