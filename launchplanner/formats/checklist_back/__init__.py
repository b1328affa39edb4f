"""The handoff checklist that comes back: ticked and filled in outside, as Markdown, CSV, Excel or Word."""

import zipfile
from io import BytesIO

from launchplanner.formats.checklist_back.filled import Form, names_in
from launchplanner.formats.checklist_back.markdown import read_markdown
from launchplanner.formats.checklist_back.sheets import read_csv, read_workbook
from launchplanner.formats.checklist_back.taking import Taken, taken
from launchplanner.formats.checklist_back.word import read_word
from launchplanner.formats.limits import refuse_large, refuse_swelling
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from launchplanner.words import _

SUFFIXES = (".md", ".csv", ".xlsx", ".docx")

__all__ = ["SUFFIXES", "Form", "Taken", "read_checklist", "taken"]


def read_checklist(data: bytes, file: str, plan: Plan) -> Form:
    """Return what was filled in on a checklist that this program exported; what it is, its content says.

    Args:
        data: the whole file.
        file: its name, for a refusal.
        plan: the plan that it was exported from.

    Raises:
        Refusal: it cannot be read, or is no such checklist.
    """
    refuse_large(data, file)
    if data.startswith(b"PK"):
        refuse_swelling(data, file)
        with zipfile.ZipFile(BytesIO(data)) as archive:
            is_word = "word/document.xml" in archive.namelist()
        return read_word(data, file, names_in(plan)) if is_word else read_workbook(data, file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            file, _("byte {n}").format(n=error.start), _("It is not UTF-8 text. Save it as UTF-8 and try again.")
        ) from error
    if "<!-- lp:" in text:
        return read_markdown(text)
    return read_csv(text, file)
