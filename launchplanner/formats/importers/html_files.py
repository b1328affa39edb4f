"""HTML pages: the tables in them, each called what the heading above it says."""

import re
from typing import Final

from launchplanner.formats.importers.decoding import decoded
from launchplanner.formats.importers.grids import Document
from launchplanner.formats.importers.html_tables import TableParser, grids_of
from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.vendors import recognised
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

_OPENING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?><!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|table)\b", re.I | re.S
)
_HEAD: Final = 4000
_LARGEST: Final = 5_000_000


def sniff(data: bytes) -> bool:
    """Say whether bytes begin as a page does."""
    return _OPENING.match(data[:_HEAD]) is not None


def read(data: bytes, file: str, _options: Options, notes: Notebook) -> Document:
    """Return the tables of a page.

    Raises:
        Refusal: it is no text, or larger than a page is.
    """
    if len(data) > _LARGEST:
        raise Refusal(file, "", _("The page is larger than 5 MB. Save the table in it as CSV and import that."))
    text, encoding = decoded(data, file)
    parser = TableParser()
    parser.feed(text.replace("\r\n", "\n").replace("\r", "\n"))
    grids, reader = recognised(grids_of(parser), notes)
    return Document(title=parser.title, grids=grids, details=(encoding,), reader=reader)
