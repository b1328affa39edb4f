"""What an exporter is: a name in a list, and a module that turns a report into bytes.

The list names modules instead of importing them, because some need a large library (Qt, python-docx, XlsxWriter) that
nobody should load, or even have, to write Markdown. A module is imported when its format is first asked for.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Final, Literal, Protocol, cast

from launchplanner.reports.blocks import Document

Paper = Literal["a4", "letter"]
PAPERS: Final[tuple[Paper, ...]] = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader of an export may choose."""

    paper: Paper = "a4"


class _Module(Protocol):
    """A module that writes one format."""

    def render(self, document: Document, options: Options) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format to write: `suffix` with its dot, `module` the one that holds `render(document, options)`."""

    id: str
    title: str
    suffix: str
    module: str

    def render(self, document: Document, options: Options | None = None) -> bytes:
        """Return the report as the bytes of a file. Equal documents give equal bytes."""
        return cast("_Module", import_module(self.module)).render(document, options or Options())
