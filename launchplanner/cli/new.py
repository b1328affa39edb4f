"""`launchplanner new`: a plan from a template."""

import argparse
from pathlib import Path

from launchplanner.cli.arguments import Subparsers, day
from launchplanner.formats.native import SUFFIX, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.formats.templates import template, templates
from launchplanner.plan.templates import Template, new_plan
from launchplanner.store.saving import save
from launchplanner.words import _, joined


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "new", help=_("make a plan from a template"), description=_("Make a plan from a template.")
    )
    parser.add_argument("out", metavar="OUT", type=Path, help=_("the .launchplan file to make"))
    parser.add_argument("--template", metavar="ID", required=True, help=_("see: launchplanner templates"))
    parser.add_argument("--launch-day", metavar="DATE", type=day, required=True, help=_("the anchor, year-month-day"))
    parser.add_argument("--title", default="", help=_("the launch's name (default: the file's name)"))
    parser.add_argument("--tier", type=int, choices=(1, 2, 3), default=None, help=_("which tasks to keep"))
    parser.add_argument(
        "--person",
        metavar='"NAME=ROLE"',
        action="append",
        default=[],
        help=_("somebody and a role, by id or name; may be repeated"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace OUT if it is there"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the plan and say what is in it.

    Raises:
        Refusal: there is no such template or role, or OUT is there already.
        SaveError: it could not be written.
    """
    chosen = template(arguments.template)
    if chosen is None:
        known = joined([entry.id for entry in templates()])
        raise Refusal(arguments.template, "", _("There is no such template. There are {known}.").format(known=known))
    out: Path = arguments.out if arguments.out.suffix else arguments.out.with_suffix(SUFFIX)
    if out.exists() and not arguments.force:
        raise Refusal(out.name, "", _("The file is there already. Give another name, or --force to replace it."))
    plan = new_plan(
        chosen,
        title=arguments.title or out.stem,
        launch_day=arguments.launch_day,
        people=people_of(arguments.person, chosen),
        tier=arguments.tier,
    )
    save(out, write_plan(plan), known=None)
    print(
        _("{out}: {tasks} tasks, {batons} batons, {people} people.").format(
            out=out, tasks=len(plan.tasks), batons=len(plan.batons), people=len(plan.people)
        )
    )
    return 0


def people_of(pairs: list[str], chosen: Template) -> dict[str, list[str]]:
    """Return names with the ids of their roles, from texts such as "Mira Okafor=PM".

    Raises:
        Refusal: a text is not of that form, or names a role that the template does not have.
    """
    roles = {name.casefold(): role.id for role in chosen.roles for name in (role.id, role.name, role.long_name) if name}
    people: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, role = (part.strip() for part in pair.rpartition("="))
        if not equals or not name:
            raise Refusal("--person", pair, _("Write it as NAME=ROLE, such as “Mira Okafor=PM”."))
        if role.casefold() not in roles:
            known = joined([entry.id for entry in chosen.roles])
            raise Refusal(
                "--person",
                pair,
                _("The template {template} has no role “{role}”. It has {known}.").format(
                    template=chosen.id, role=role, known=known
                ),
            )
        people.setdefault(name, []).append(roles[role.casefold()])
    return people
