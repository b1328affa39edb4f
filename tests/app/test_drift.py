"""A document that looks again at the files which its packs link."""

from datetime import date
from pathlib import Path

from launchplanner.app.document import Document
from launchplanner.app.files import PlanFile
from launchplanner.app.fingerprints import handed_over
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from tests.builders import a_baton, a_plan, an_item
from tests.plan.relay import BATON, MIRA, record


def drifted(document: Document) -> bool:
    return any(finding.rule == "BAT018" for finding in document.snapshot.findings.open)


def test_a_file_that_changed_is_told_when_somebody_looks_and_until_it_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "spec.md").write_text("v1", encoding="utf-8")
    item = an_item("Spec", link="spec.md")
    plan = a_plan(a_baton("Product to market", "pm", "pmm", items=[item], prompts=()))
    file = PlanFile.created(tmp_path / "a.launchplan", plan)
    document = Document(plan, date(2027, 3, 26), file=file)
    document.do(handed_over(plan, BATON, record(MIRA), tmp_path))
    document.look_at_files()
    assert not drifted(document)

    (tmp_path / "spec.md").write_text("v2", encoding="utf-8")
    assert not drifted(document)
    document.look_at_files()
    assert drifted(document)
    document.do(Change(TASK, "product-spec", {"progress": 10}))
    assert drifted(document)

    (tmp_path / "spec.md").write_text("v1", encoding="utf-8")
    document.look_at_files()
    assert not drifted(document)
