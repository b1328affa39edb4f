"""Write the sample launch in every format, and turn the pages into pictures with what is at hand, to be looked at.

python tests/look_at_exports.py FOLDER      pdftoppm draws PDF, chromium HTML, soffice Word, where they are installed
python tests/look_at_exports.py --golden    renew the agreed Markdown after a change that is meant
"""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from launchplanner.formats.exporters import EXPORTERS, Exporter, exporter_for
from launchplanner.formats.exporters.exporter import Options
from launchplanner.reports.blocks import Document
from launchplanner.reports.checklist import handoff_checklist
from launchplanner.reports.plan_report import plan_report
from tests.reports.samples import launch, passed, source, tiny_source

GOLDEN = Path(__file__).resolve().parent / "formats" / "exporters" / "tiny-checklist.md"
WAIT = 120


def main(arguments: list[str]) -> None:
    if arguments == ["--golden"]:
        GOLDEN.write_bytes(written(exporter_for(".md"), handoff_checklist(tiny_source())))
        return
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    made = source(passed(launch()))
    documents = {
        "one-baton": handoff_checklist(made, ["B4"]),
        "all-batons": handoff_checklist(made),
        "plan": plan_report(made),
    }
    for name, document in documents.items():
        for exporter in EXPORTERS:
            (folder / f"{name}{exporter.suffix}").write_bytes(written(exporter, document))
        (folder / f"{name}-letter.pdf").write_bytes(EXPORTERS[0].render(document, Options(paper="letter")))
    for file in sorted(folder.glob("*.docx")):
        run("soffice", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", f"{folder}/word", str(file))
    for file in sorted([*folder.glob("*.pdf"), *folder.glob("word/*.pdf")]):
        run("pdftoppm", "-r", "96", "-png", str(file), str(file.with_suffix("")))
    for file in sorted(folder.glob("*.html")):
        picture = f"--screenshot={file.with_suffix('.html.png')}"
        run("chromium", "--headless", "--no-sandbox", "--window-size=920,2600", picture, file.resolve().as_uri())


def written(exporter: Exporter | None, document: Document) -> bytes:
    assert exporter is not None
    return exporter.render(document)


def run(program: str, *arguments: str) -> None:
    if shutil.which(program):
        subprocess.run([program, *arguments], check=False, capture_output=True, timeout=WAIT)
    else:
        sys.stdout.write(f"{program} is not installed: {arguments[-1]} is left as it is\n")


if __name__ == "__main__":
    main(sys.argv[1:])
