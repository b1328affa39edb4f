"""Fingerprints of linked files: taken at hand-over, compared afterwards."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from launchplanner.app.document import Document
from launchplanner.app.files import PlanFile
from launchplanner.app.fingerprints import (
    GONE,
    fingerprint_of,
    handed_over,
    local_file,
    present_fingerprints,
)
from launchplanner.plan.edits import Offer
from launchplanner.plan.plan import Plan
from tests.builders import a_baton, a_plan, an_item
from tests.plan.relay import BATON, MIRA, record

if TYPE_CHECKING:
    from launchplanner.app.analysis import Snapshot


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("spec.md", "/plans/spec.md"),
        ("/etc/spec.md", "/etc/spec.md"),
        ("file:///etc/a%20spec.md", "/etc/a spec.md"),
        ("https://example.org/spec.md", None),
        ("mailto:a@example.org", None),
        ("file://server/share/spec.md", None),
        ("//server/share/spec.md", None),
        ("\\\\server\\share\\spec.md", None),
        ("", None),
        ("a\0b", None),
    ],
)
def test_only_files_of_this_machine_count(link: str, expected: str | None) -> None:
    found = local_file(link, Path("/plans"))

    assert found == (Path(expected) if expected is not None else None)


def linked(link: str) -> Plan:
    item = an_item("Spec", link=link)
    return a_plan(a_baton("Product to market", "pm", "pmm", items=[item]))


def test_handing_over_takes_the_fingerprints_and_a_changed_file_has_another(tmp_path: Path) -> None:
    file = tmp_path / "spec.md"
    file.write_text("v1", encoding="utf-8")
    plan = handed_over(linked("spec.md"), BATON, record(MIRA), tmp_path).apply(linked("spec.md"))

    taken = plan.batons[BATON].items["spec"].fingerprint
    assert taken == fingerprint_of(file)
    assert present_fingerprints(plan, tmp_path) == {"spec.md": taken}
    file.write_text("v2", encoding="utf-8")
    assert present_fingerprints(plan, tmp_path)["spec.md"] != taken
    file.unlink()
    assert present_fingerprints(plan, tmp_path) == {"spec.md": GONE}


def test_what_is_no_file_here_is_handed_over_without(tmp_path: Path) -> None:
    for link in ("https://example.org", "not-there.md", "."):
        plan = handed_over(linked(link), BATON, record(MIRA), tmp_path).apply(linked(link))
        assert plan.batons[BATON].items["spec"].fingerprint == ""
        assert present_fingerprints(plan, tmp_path) == {}


def test_a_file_that_changes_after_the_pack_went_out_is_told_when_one_comes_back(tmp_path: Path) -> None:
    spec = tmp_path / "spec.md"
    spec.write_text("v1", encoding="utf-8")
    plan = linked("spec.md")
    document = Document(plan, date(2027, 3, 26), file=PlanFile.created(tmp_path / "a.launchplan", plan))
    document.do(Offer(BATON, record(MIRA)))
    shown: list[Snapshot] = []
    document.watch(shown.append)

    document.look_at_files()
    assert "BAT018" not in {finding.rule for finding in document.snapshot.findings.open}
    spec.write_text("v2", encoding="utf-8")
    document.look_at_files()

    assert "BAT018" in {finding.rule for finding in shown[-1].findings.open}
    document.close()
