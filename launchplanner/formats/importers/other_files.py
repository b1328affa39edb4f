"""Files that are known and not read: each refused with what to export instead."""

from collections.abc import Mapping
from typing import Final, NoReturn

from launchplanner.formats.importers.results import Notebook, Options
from launchplanner.formats.importers.xml_trees import root_of
from launchplanner.formats.refusal import Refusal
from launchplanner.words import _

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
    return root_of(data)[0] not in {"", "table"}


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
    return data.startswith((b"ERMHDR", b"%!PS")) or data.lstrip()[:8] in {b"project ", b"project\t"}


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
