"""Bytes to text: by byte order mark, else UTF-8, else the code page of Western Windows."""

from typing import Final

from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NULLS_OF_UTF16: Final = 0.2
_SAMPLE: Final = 4096
_FEWEST_BYTES: Final = 8


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Raises:
        Refusal: it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding.removesuffix("-sig").upper()
            except UnicodeDecodeError as error:
                place = _("byte {n}").format(n=error.start)
                raise Refusal(
                    file,
                    place,
                    _("It begins as {name} text but does not go on so. Save it as UTF-8.").format(
                        name=encoding.upper()
                    ),
                ) from error
    encoding = bare_utf_16(data)
    if encoding:
        try:
            return data.decode(encoding), "UTF-16"
        except UnicodeDecodeError:
            pass
    if b"\x00" in data:
        raise Refusal(
            file,
            _("byte {n}").format(n=data.index(0)),
            _("It is no text and no kind of file that can be read here. Export the plan as CSV or XLSX."),
        )
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def bare_utf_16(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are, told by the zero in every other byte; "" for another encoding."""
    sample = data[:_SAMPLE]
    if len(sample) < _FEWEST_BYTES or sample.count(0) < _NULLS_OF_UTF16 * len(sample):
        return ""
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if min(odd, even) > max(odd, even) / 10:
        return ""
    return "utf-16-le" if odd >= even else "utf-16-be"
