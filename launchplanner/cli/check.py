"""`launchplanner check`: what the rules find in a plan.

`--format json` prints, and keeps printing in later versions:

    {"plan": {"file", "id", "title", "launch_day"}, "today": "2027-02-18",
     "findings": [{"rule", "severity", "code", "part": {"kind", "id", "title"}, "message",
                   "fixes": [{"title", "safety"}]}],
     "waived": [{… as above …, "waiver": {"reason", "by", "until"}}],
     "counts": {"error": n, "warning": n, "note": n}, "ownership_debt": n}

`--format sarif` prints SARIF 2.1.0 for tools that read code-scanning results.
"""

import argparse
import json
from typing import Any, Final

from launchplanner import __version__
from launchplanner.app.analysis import Snapshot, analyse
from launchplanner.app.files import opened
from launchplanner.app.fingerprints import present_fingerprints
from launchplanner.checks import ERROR, WARNING, Finding
from launchplanner.checks.rules import RULES
from launchplanner.cli.arguments import Subparsers, add_plan, add_today, today_of
from launchplanner.words import _, ngettext

NEVER: Final = "never"
_SARIF_LEVELS: Final = {ERROR: "error", WARNING: "warning", "note": "note"}


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "check",
        help=_("say what is not sound in a plan"),
        description=_("Say what is not sound in a plan."),
        epilog=_("Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the plan was refused."),
    )
    add_plan(parser)
    add_today(parser)
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=_("how to print"))
    parser.add_argument(
        "--fail-on", choices=(ERROR, WARNING, NEVER), default=ERROR, help=_("what counts as failure (default: error)")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings and return 1 when there are some at or above --fail-on.

    Raises:
        Refusal: the plan cannot be read.
    """
    plan, file = opened(arguments.plan)
    snapshot = analyse(plan, today_of(arguments), fingerprints=present_fingerprints(plan, file.path.parent))
    if arguments.format == "json":
        print(json.dumps(as_json(snapshot, str(arguments.plan)), indent=2, ensure_ascii=False))
    elif arguments.format == "sarif":
        print(json.dumps(as_sarif(snapshot, file.path.name), indent=2, ensure_ascii=False))
    else:
        print(as_text(snapshot))
    counts = snapshot.findings.counts()
    failing = {ERROR: (ERROR,), WARNING: (ERROR, WARNING), NEVER: ()}[arguments.fail_on]
    return 1 if any(counts[severity] for severity in failing) else 0


def as_text(snapshot: Snapshot) -> str:
    """Return the findings for people, a line each, with the repairs indented below."""
    lines: list[str] = []
    for finding in snapshot.findings.open:
        lines.append(f"{finding.severity:<8}{finding.rule:<8}{finding.message}")
        if finding.fixes:
            lines.append(f"{'':<16}→ " + " · ".join(fix.title for fix in finding.fixes))
    lines.extend(
        f"{_('waived'):<8}{finding.rule:<8}{finding.message} ({waiver.reason})"
        for finding, waiver in snapshot.findings.waived
    )
    counts = snapshot.findings.counts()
    summary = [
        ngettext("{n} error", "{n} errors", counts[ERROR]).format(n=counts[ERROR]),
        ngettext("{n} warning", "{n} warnings", counts[WARNING]).format(n=counts[WARNING]),
        ngettext("{n} note", "{n} notes", counts["note"]).format(n=counts["note"]),
        _("ownership debt {n}").format(n=len(snapshot.debt)),
    ]
    lines.append(f"{snapshot.plan.title}: " + ", ".join(summary))
    return "\n".join(lines)


def as_json(snapshot: Snapshot, file: str) -> dict[str, Any]:
    """Return the findings in the form that the module's description promises."""
    plan = snapshot.plan
    return {
        "plan": {"file": file, "id": plan.id, "title": plan.title, "launch_day": plan.launch_day.isoformat()},
        "today": snapshot.today.isoformat(),
        "findings": [_finding(finding) for finding in snapshot.findings.open],
        "waived": [
            {
                **_finding(finding),
                "waiver": {
                    "reason": waiver.reason,
                    "by": waiver.by,
                    "until": waiver.until.isoformat() if waiver.until else None,
                },
            }
            for finding, waiver in snapshot.findings.waived
        ],
        "counts": snapshot.findings.counts(),
        "ownership_debt": len(snapshot.debt),
    }


def as_sarif(snapshot: Snapshot, file: str) -> dict[str, Any]:
    """Return the findings as a SARIF 2.1.0 log; waived ones are suppressed results."""
    results = [
        *(_result(finding, file) for finding in snapshot.findings.open),
        *(
            {**_result(finding, file), "suppressions": [{"kind": "external", "justification": waiver.reason}]}
            for finding, waiver in snapshot.findings.waived
        ),
    ]
    rules = [
        {
            "id": rule.id,
            "name": rule.name,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.what},
            "help": {"text": rule.why},
            "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    driver = {"name": "launchplanner", "version": __version__, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "code": finding.code,
        "part": {"kind": finding.part.kind, "id": finding.part.id, "title": finding.part.title},
        "message": finding.message,
        "fixes": [{"title": fix.title, "safety": fix.safety} for fix in finding.fixes],
    }


def _result(finding: Finding, file: str) -> dict[str, Any]:
    part = finding.part
    return {
        "ruleId": finding.rule,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": file}},
                "logicalLocations": [{"name": part.title, "fullyQualifiedName": f"{part.kind}/{part.id}"}],
            }
        ],
    }
