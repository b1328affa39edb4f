"""Files that are known and not read: each refused with what to export instead."""

import re
from collections.abc import Mapping
from typing import Final, NoReturn

from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.xml_trees import root_of
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

_TASKJUGGLER: Final = re.compile(rb'^project\s+(?:\S+\s+)?"[^"\n]*"', re.MULTILINE)
_FIRST_WORDS: Final = (b"project", b"macro", b"include", b"flags", b"/*")
_HEAD: Final = 20_000
_ROOTS: Final[Mapping[str, str]] = {
    "APIBusinessObjects": _(
        "This is Primavera's own XML. In P6 choose File, Export, and “Microsoft Project – XML”; import that."
    ),
    "PlanXML": _("This is a P6 plan file. In P6 choose File, Export, and “Microsoft Project – XML”; import that."),
    "calligra-plan": _("This is a Calligra plan. Export it as Microsoft Project XML or CSV and import that."),
    "kplato": _("This is a Calligra plan. Export it as Microsoft Project XML or CSV and import that."),
}
_PLANNER: Final = _(
    "This is a plan of GNOME Planner. Open it in ProjectLibre, save it as Microsoft Project XML, and import that."
)


def sniff_xml(data: bytes) -> bool:
    """Say whether bytes are XML of any kind."""
    return root_of(data)[0].casefold() not in {
        "",
        "table",
        "html",
        "head",
        "body",
        "div",
        "p",
        "details",
        "br",
        "img",
        "a",
        "h1",
    }


def refuse_xml(data: bytes, file: str, _options: Options, _notes: Notebook) -> NoReturn:
    """Refuse XML that is no plan of a known kind.

    Raises:
        Refusal: always.
    """
    tag, rest = root_of(data)
    reason = _ROOTS.get(tag) or (_PLANNER if tag == "project" and "mrproject" in rest else "")
    raise Refusal(
        file,
        f"<{tag}>",
        reason
        or _("It is XML of a kind that is not known here. Export the plan as Microsoft Project XML, CSV or XLSX."),
    )


def sniff_text(data: bytes) -> bool:
    """Say whether bytes are a Primavera XER or a TaskJuggler project."""
    return data.startswith(b"ERMHDR") or _is_taskjuggler(data[:_HEAD])


def _is_taskjuggler(head: bytes) -> bool:
    lines = (line.strip() for line in head.split(b"\n"))
    first = next((line for line in lines if line and not line.startswith((b"#", b"//"))), b"")
    return first.startswith(_FIRST_WORDS) and _TASKJUGGLER.search(head) is not None


def refuse_text(data: bytes, file: str, _options: Options, _notes: Notebook) -> NoReturn:
    """Refuse a Primavera XER or a TaskJuggler project.

    Raises:
        Refusal: always.
    """
    if data.startswith(b"ERMHDR"):
        reason = _("This is Primavera's XER. In P6 choose File, Export, and “Microsoft Project – XML”; import that.")
    else:
        reason = _("This is a TaskJuggler project. Let TaskJuggler export it (formats mspxml) and import that.")
    raise Refusal(file, "", reason)
