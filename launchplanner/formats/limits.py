"""How large an imported file may be, and how far a packed one may swell: checked before anything opens it.

Sizes are counted while inflating, never taken from the archive's own list, which a hostile file writes as it likes.
"""

import io
import zipfile
import zlib
from typing import Final

from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

LARGEST_FILE: Final = 20_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 32_767
MOST_MEMBERS: Final = 500
LARGEST_INSIDE: Final = 50_000_000
MOST_SWELLING: Final = 100
"""How many times larger a packed member may be inside, once it is larger than `SMALL_INSIDE`."""
SMALL_INSIDE: Final = 1_000_000
_CHUNK: Final = 65_536


def refuse_large(data: bytes, file: str) -> None:
    """Refuse a file of more than 20 MB.

    Raises:
        Refusal: it is larger.
    """
    if len(data) > LARGEST_FILE:
        raise Refusal(file, "", _("It is larger than 20 MB. Save the sheet with the plan as a file of its own."))


def refuse_swelling(data: bytes, file: str) -> None:
    """Refuse an archive that is broken, protected, leaves its folder, or swells beyond reason.

    Raises:
        Refusal: with the member that is at fault.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise Refusal(
                    file,
                    "",
                    _("It holds {n} parts, and a workbook has at most {most}.").format(
                        n=len(members), most=MOST_MEMBERS
                    ),
                )
            total = 0
            for member in members:
                _refuse_name(member, file)
                total += _inflated(archive, member, file, LARGEST_INSIDE - total)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise Refusal(file, "", _("The file is damaged. Open it where it was made and save it again.")) from error
    except RuntimeError as error:
        raise Refusal(file, "", _("It is protected by a password. Save a copy without one and import that.")) from error


def _refuse_name(member: zipfile.ZipInfo, file: str) -> None:
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.partition("/")[0]:
        raise Refusal(file, name, _("A part of it points outside the file, which no workbook does."))
    if member.flag_bits & 1:
        raise RuntimeError(name)


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str, room: int) -> int:
    size = 0
    packed = max(member.compress_size, 1)
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room or (size > SMALL_INSIDE and size > MOST_SWELLING * packed):
                raise Refusal(
                    file,
                    member.filename,
                    _("It swells far beyond its size when opened. Save the plan as CSV and import that."),
                )
    return size
