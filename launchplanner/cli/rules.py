"""`launchplanner rules`: the rules that plans are checked by, or the handbook page of one."""

import argparse
import json
import sys
import textwrap
from dataclasses import asdict
from typing import Final

from launchplanner.cli.arguments import Subparsers
from launchplanner.reports.handbook import Chapter, Page, handbook, page
from launchplanner.words import _

_WIDTH: Final = 88
_REFUSED: Final = 2


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    summary = _("list the rules that plans are checked by, or explain one")
    parser = subparsers.add_parser("rules", help=summary, description=summary)
    parser.add_argument("rule", metavar="ID", nargs="?", default="", help=_("one rule, such as OWN002"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print (default: text)"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print all rules, or the page of one; 2 when there is no rule with that id."""
    as_json = arguments.format == "json"
    if not arguments.rule:
        chapters = handbook()
        print(_as_json({"rules": _all(chapters)}) if as_json else _list(chapters))
        return 0
    found = page(arguments.rule)
    if found is None:
        told = _("There is no rule “{rule}”. All of them: launchplanner rules").format(rule=arguments.rule)
        print(told, file=sys.stderr)
        return _REFUSED
    print(_as_json(asdict(found)) if as_json else _text(found))
    return 0


def _all(chapters: tuple[Chapter, ...]) -> list[dict[str, str]]:
    return [{"family": chapter.family, **asdict(one)} for chapter in chapters for one in chapter.pages]


def _as_json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def _list(chapters: tuple[Chapter, ...]) -> str:
    blocks = [
        "\n".join([chapter.title, *(f"  {one.id}  {one.severity:<8} {one.title}" for one in chapter.pages)])
        for chapter in chapters
    ]
    return "\n\n".join([*blocks, _("launchplanner rules ID explains one of them.")])


def _text(one: Page) -> str:
    told = ("", one.what), (_("Why"), one.why), (_("Repairs"), one.repairs), (_("Source"), one.source)
    paragraphs = [
        textwrap.fill(f"{name}: {text}" if name else text, _WIDTH, break_long_words=False)
        for name, text in told
        if text
    ]
    return "\n\n".join([f"{one.id} ({one.severity}): {one.title}", *paragraphs])
