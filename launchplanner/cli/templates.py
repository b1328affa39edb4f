"""`launchplanner templates`: what a launch can start from."""

import argparse
import json

from launchplanner.cli.arguments import Subparsers
from launchplanner.formats.templates import templates
from launchplanner.words import _


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("templates", help=_("list the templates"), description=_("List the templates."))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print (default: text)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the templates with their weeks, phases, tasks, batons and roles."""
    found = [
        {
            "id": template.id,
            "name": template.name,
            "summary": template.summary,
            "weeks": template.weeks,
            "phases": len(template.phases),
            "tasks": len(template.tasks),
            "batons": len(template.batons),
            "roles": [{"id": role.id, "name": role.name} for role in template.roles],
        }
        for template in templates()
    ]
    if arguments.format == "json":
        print(json.dumps({"templates": found}, indent=2, ensure_ascii=False))
        return 0
    for entry in found:
        counts = _("{weeks} weeks · {tasks} tasks · {batons} batons").format(**entry)
        print(f"{entry['id']:<22} {entry['name']:<24} {counts}")
        print(f"{'':<22} {entry['summary']}")
    return 0
