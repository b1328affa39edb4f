"""XML to a tree, with what makes XML dangerous refused: document types and entities, depth, and sheer number."""

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser

from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

DEEPEST: Final = 100
MOST_ELEMENTS: Final = 1_000_000
_ROOT: Final = re.compile(
    rb"\s*(?>(?>"  # Each part once found stays as it is: to try others takes time that doubles with every comment.
    rb"<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*)<(?P<tag>[A-Za-z_][\w:.-]*)(?P<rest>[^>]*)",
    re.DOTALL,
)
_HEAD: Final = 20_000


class _TooDeepError(Exception):
    pass


class _TooManyError(Exception):
    pass


class _Builder(TreeBuilder):
    """Builds the tree, counts, and keeps the line of each element where somebody asks; names lose their namespace."""

    def __init__(self, lines: dict[Element, int] | None) -> None:
        super().__init__()  # pyright: ignore[reportUnknownMemberType]
        self._depth = 0
        self._count = 0
        self._lines = lines
        self.parser: DefusedXMLParser | None = None

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise _TooDeepError
        if self._count > MOST_ELEMENTS:
            raise _TooManyError
        element = super().start(tag.rpartition("}")[2], attrs)
        if self._lines is not None and self.parser is not None:
            self._lines[element] = self.parser.parser.CurrentLineNumber
        return element

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag.rpartition("}")[2])


def root_of(data: bytes) -> tuple[str, str]:
    """Return the name of the first element and what stands in its tag, by the look of the beginning; "" for no XML."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.decode("utf-16", errors="ignore").encode()
    match = _ROOT.match(head) if head.lstrip()[:1] == b"<" else None
    if match is None:
        return "", ""
    return match["tag"].decode().rpartition(":")[2], match["rest"].decode(errors="replace")


def tree_of(data: bytes, file: str, lines: dict[Element, int] | None = None) -> Element:
    """Return the root of an XML file; names of elements come without their namespace.

    Args:
        data: the file.
        file: its name.
        lines: filled with the line on which each element begins.

    Raises:
        Refusal: it is not well formed, declares a document type, or nests or holds too much.
    """
    builder = _Builder(lines)
    parser = builder.parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    try:
        parser.feed(data)
        return parser.close()
    except DTDForbidden as error:
        raise Refusal(
            file,
            "DOCTYPE",
            _("It declares a document type (DOCTYPE), which plans have no use for. Export it again where it was made."),
        ) from error
    except DefusedXmlException as error:
        raise Refusal(
            file, "", _("It declares entities, which plans have no use for. Export it again where it was made.")
        ) from error
    except _TooDeepError as error:
        raise Refusal(
            file,
            _line(parser),
            _("Its elements lie more than {n} deep, which no plan does.").format(n=DEEPEST),
        ) from error
    except _TooManyError as error:
        raise Refusal(
            file,
            _line(parser),
            _("It holds more than {n} elements. Export a part of the plan and import that.").format(n=MOST_ELEMENTS),
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        line, _column = getattr(error, "position", (0, 0))
        raise Refusal(
            file,
            _("line {n}").format(n=line) if line else "",
            _("The XML breaks off or is damaged there. Export it again where it was made."),
        ) from error


def _line(parser: DefusedXMLParser) -> str:
    return _("line {n}").format(n=parser.parser.CurrentLineNumber)


def text_of(element: Element | None, name: str = "") -> str:
    """Return the text of an element, or of its first child called `name`; "" where there is none."""
    found = element.find(name) if element is not None and name else element
    return (found.text or "").strip() if found is not None else ""
