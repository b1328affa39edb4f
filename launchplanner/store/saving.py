"""Saving a file so that a crash, a full disk or another program never costs the old content.

The order of steps: the new content is written beside the file, flushed and read back; the file on disk is compared
with what was last read or written; the old content goes to the backups; one rename puts the new in place; the folder
is flushed. Only then is it said to be saved. Nothing ever writes into the file itself.
"""

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from launchplanner.words import _


class SaveError(Exception):
    """A save that did not happen; the file on disk is as it was. Says the step, the file and the way out."""


class ChangedOnDiskError(SaveError):
    """Somebody else has changed the file since it was read."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()


def save(path: Path, data: bytes, *, known: str | None, keep: Callable[[Path], None] | None = None) -> str:
    """Replace the content of a file, and return its new digest.

    Args:
        path: the file; a symbolic link is followed, so that it stays a link.
        data: the new content.
        known: digest of the content last read or written; None when the file is new or may be replaced.
        keep: called with the file's path before it is replaced, to back it up.

    Raises:
        ChangedOnDiskError: what is on disk is neither `known` nor `data`.
        SaveError: a step failed.
    """
    target = path.resolve()
    mode = _refuse_changed(target, known, data)
    temporary = target.parent / f".{target.name[:60]}.{secrets.token_hex(6)}.tmp"
    try:
        _write(temporary, data, mode)
        if temporary.read_bytes() != data:
            raise SaveError(_("What was written to {folder} does not read back the same.").format(folder=target.parent))
        if keep is not None and target.exists():
            keep(target)
        temporary.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise SaveError(_sentence(error, target, len(data))) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return digest(data)


def _refuse_changed(target: Path, known: str | None, data: bytes) -> int:
    """Return the mode for the new file, having made sure that the old one may be replaced."""
    try:
        found = target.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SaveError(_("{file} is not a file. Save a copy under another name.").format(file=target))
        present = digest(target.read_bytes())
    except FileNotFoundError:
        return 0o666 & ~_umask()
    except OSError as error:
        raise SaveError(_sentence(error, target, len(data))) from error
    if not os.access(target, os.W_OK):
        raise SaveError(_("{file} is read-only. Save a copy under another name.").format(file=target))
    if known is not None and present not in {known, digest(data)}:
        raise ChangedOnDiskError(
            _("{file} was changed by somebody else since it was opened. Save a copy, then compare.").format(
                file=target.name
            )
        )
    return stat.S_IMODE(found.st_mode)


def _write(temporary: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), mode)
    try:
        with suppress(AttributeError):
            os.fchmod(descriptor, mode)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    present = os.umask(0o077)
    os.umask(present)
    return present


def _sentence(error: OSError, target: Path, size: int) -> str:
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _(
            "There is no room for {size} bytes in {folder}. The file there is as it was; save a copy elsewhere."
        ).format(size=size, folder=target.parent)
    return _("{file} could not be saved: {reason}. The file there is as it was; save a copy elsewhere.").format(
        file=target, reason=reason
    )
