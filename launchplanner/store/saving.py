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
from typing import Final

from launchplanner.words import _

_NAME_KEPT: Final = 40
"""Characters of the file's name in that of the temporary file: in UTF-8 both must fit into 255 bytes."""
_NOT_FOR_FOLDERS: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})
"""Said of a folder that cannot be flushed, or not be opened for it, on this file system: nothing more can be done."""


class SaveError(Exception):
    """A save that did not happen; the file on disk is as it was. Says the file, the reason and the way out."""


class ChangedOnDiskError(SaveError):
    """Somebody else has changed the file since it was read."""


class NotFlushedError(SaveError):
    """The file holds the new content, with this digest, but the disk would not say that it keeps it."""

    def __init__(self, message: str, digest: str) -> None:
        super().__init__(message)
        self.digest = digest


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
        NotFlushedError: the last step failed, after the new content was put in place.
        SaveError: another step failed; nothing has changed.
    """
    target = _resolved(path)
    mode = _refuse_changed(target, known, data)
    temporary = target.parent / f".{target.name[:_NAME_KEPT]}.{secrets.token_hex(6)}.tmp"
    try:
        _write(temporary, data, mode)
        if temporary.read_bytes() != data:
            raise SaveError(_("What was written to {folder} does not read back the same.").format(folder=target.parent))
        if keep is not None and target.exists():
            keep(target)
        temporary.replace(target)
    except OSError as error:
        raise SaveError(_sentence(error, target, len(data))) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _flush_folder(target, digest(data))
    return digest(data)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # a link that leads to itself; RuntimeError until Python 3.12
        raise SaveError(
            _("{file} is a link that leads nowhere. Save a copy under another name.").format(file=path)
        ) from error


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
        # A USB stick keeps no modes and refuses them, and Windows has no such call: no reason not to save.
        with suppress(AttributeError, PermissionError):
            os.fchmod(descriptor, mode)
        rest = memoryview(data)
        while rest:
            written = os.write(descriptor, rest)
            if not written:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(target: Path, written: str) -> None:
    if os.name == "nt":
        return
    try:
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _NOT_FOR_FOLDERS:
            return
        raise NotFlushedError(
            _("{file} was written, but the disk does not confirm it: {reason}. Save again, or save a copy.").format(
                file=target, reason=_reason(error)
            ),
            written,
        ) from error


def _umask() -> int:
    present = os.umask(0o077)
    os.umask(present)
    return present


def _sentence(error: OSError, target: Path, size: int) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _(
            "There is no room for {size} bytes in {folder}. The file there is as it was; save a copy elsewhere."
        ).format(size=size, folder=target.parent)
    return _("{file} could not be saved: {reason}. The file there is as it was; save a copy elsewhere.").format(
        file=target, reason=_reason(error)
    )


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
