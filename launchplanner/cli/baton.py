"""`launchplanner baton`: the whole relay on the command line, from handing over to the condition that is met.

Every step prints where the baton then stands; `--format json` prints, and keeps printing in later versions:

    {"baton", "title", "state", "holder", "giver", "receiver", "steps": n, "head"}

`list` prints {"batons": [...]}, each with "planned", "zone", "zone_state", "items", "ready" and "measures" besides, and
`show` adds "bearing", "carries", "items", "prompts", "questions", "conditions" and "history". `import` prints
{"news": [...], "warnings": [...], "taken": bool} and the state.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from launchplanner.app.analysis import analyse
from launchplanner.app.exchange import BATON_SUFFIX, letter, parcel_in, plan_of, preview, remember
from launchplanner.app.files import PlanFile, opened
from launchplanner.app.returning import checklist_in
from launchplanner.cli.arguments import Subparsers, add_plan, add_today, day, today_of
from launchplanner.cli.baton_steps import baton_of, edit_of, person_of
from launchplanner.cli.baton_words import as_row, in_full, in_short, row_text, text_in_full
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.batons import ITEM_STATES
from launchplanner.plan.edits import EditError, Pass
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import READ_IN_FULL, RETURN_CODES, STRENGTHS
from launchplanner.store.saving import save
from launchplanner.words import _


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "baton",
        help=_("hand over, read back, accept or return a baton"),
        description=_("Hand a baton over, read it back, accept or return it, and send it to another machine by file."),
        epilog=_("Exit status: 0 done, 2 refused with one sentence."),
    )
    add_plan(parser)
    actions = parser.add_subparsers(dest="action", metavar=_("ACTION"), required=True)
    _add_reading(actions)
    _add_sides(actions)
    _add_pack(actions)
    _add_files(actions)
    parser.set_defaults(run=run)


def _action(actions: Subparsers, name: str, summary: str, *, baton: bool = True) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=summary, description=summary)
    if baton:
        parser.add_argument("baton", metavar="BATON", help=_("the id of the baton, such as B4"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print (default: text)"))
    return parser


def _add_by(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument(
        "--as", dest="by", metavar="PERSON", required=required, help=_("who does it: name, e-mail, id, or role")
    )
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        type=_moment,
        default=None,
        help=_("when, such as 2027-03-26T10:00+02:00 (default: now)"),
    )
    parser.add_argument("--device", metavar="NAME", default="", help=_("the device to write down (default: this one)"))


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a moment like 2027-03-26T10:00+02:00").format(text=text)
        ) from error
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="seconds")


def _add_reading(actions: Subparsers) -> None:
    add_today(_action(actions, "list", _("list all batons: who holds them, and what comes next"), baton=False))
    add_today(_action(actions, "show", _("show one baton with its pack, read-back and history")))


def _add_sides(actions: Subparsers) -> None:
    _add_by(_action(actions, "offer", _("the giver hands the baton over")))
    read_back = _action(actions, "read-back", _("the receiver answers prompts in own words"))
    read_back.add_argument(
        "answers", metavar="PROMPT=TEXT", nargs="+", help=_("a prompt's id or number, and the answer")
    )
    _add_by(read_back)
    mark = _action(actions, "mark", _("the giver marks answers right, or corrects them"))
    mark.add_argument("--right", metavar="PROMPT", nargs="+", default=[], help=_("these answers are right"))
    mark.add_argument(
        "--correct", metavar="PROMPT=TEXT", action="append", default=[], help=_("this answer is corrected; repeatable")
    )
    mark.add_argument("--all-right", action="store_true", help=_("all others are right"))
    _add_by(mark)
    accept = _action(actions, "accept", _("the receiver accepts, with conditions or without"))
    accept.add_argument(
        "--condition", metavar="TEXT", action="append", default=[], help=_("what must still be done; repeatable")
    )
    accept.add_argument(
        "--owner", metavar="PERSON", default="", help=_("who meets the conditions (default: the giver)")
    )
    accept.add_argument(
        "--due", metavar="DATE", type=day, default=None, help=_("by when (default: before the receiver's next pass)")
    )
    accept.add_argument("--note", default="", help=_("a word to the other side"))
    _add_strength(accept)
    _add_by(accept)
    back = _action(actions, "return", _("the receiver returns the baton, with a reason"))
    back.add_argument("--code", choices=RETURN_CODES, required=True, help=_("the reason"))
    back.add_argument("--note", default="", help=_("what is missing, so that it can be mended"))
    _add_strength(back)
    _add_by(back)
    withdraw = _action(actions, "withdraw", _("the giver takes the offer back"))
    withdraw.add_argument("--note", default="", help=_("why"))
    _add_by(withdraw)


def _add_strength(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strength", choices=STRENGTHS, default=READ_IN_FULL, help=_("how it was read (default: %(default)s)")
    )


def _add_pack(actions: Subparsers) -> None:
    item = _action(actions, "item", _("change an item of the pack, or answer yes or no to it"))
    item.add_argument("item", metavar="ITEM", help=_("the item's id or number"))
    item.add_argument("--state", choices=ITEM_STATES, help=_("how far it is"))
    for name, told in (
        ("evidence", _("what proves it")),
        ("link", _("where it is")),
        ("reason", _("why it does not apply")),
        ("owner", _("who brings it")),
    ):
        item.add_argument(f"--{name}", metavar="TEXT", help=told)
    answer = item.add_mutually_exclusive_group()
    answer.add_argument("--yes", action="store_true", help=_("the receiver says yes to its criterion"))
    answer.add_argument("--no", metavar="REASON", help=_("the receiver says no, because"))
    _add_by(item, required=False)
    ask = _action(actions, "ask", _("the receiver puts a question on the pull list"))
    ask.add_argument("text", metavar="TEXT", help=_("the question"))
    _add_by(ask)
    reply = _action(actions, "answer", _("answer a question of the pull list, or date it with one owner"))
    reply.add_argument("question", metavar="QUESTION", help=_("the question's id or number"))
    reply.add_argument("text", metavar="TEXT", nargs="?", default="", help=_("the answer"))
    reply.add_argument("--owner", metavar="PERSON", default="", help=_("who brings the answer"))
    reply.add_argument("--due", metavar="DATE", type=day, default=None, help=_("by when"))
    met = _action(actions, "met", _("a condition is met"), baton=False)
    met.add_argument("task", metavar="TASK", help=_("the id of the condition's task, as “show” prints it"))
    met.add_argument("--note", default="", help=_("what met it"))


def _add_files(actions: Subparsers) -> None:
    export = _action(actions, "export", _("write the baton file for the other side"))
    export.add_argument("-o", "--output", metavar="FILE.baton", type=Path, default=None, help=_("the file to write"))
    export.add_argument(
        "--mail", metavar="FILE.txt", type=Path, default=None, help=_("write the text of the e-mail too")
    )
    _add_by(export)
    take = _action(
        actions, "import", _("open a baton file, or read a filled-in checklist in again; makes PLAN if need be"),
        baton=False,
    )  # fmt: skip
    take.add_argument("file", metavar="FILE", type=Path, help=_("a .baton file, or a checklist: md, csv, xlsx, docx"))
    take.add_argument("--dry-run", action="store_true", help=_("say what would change, and change nothing"))


def run(arguments: argparse.Namespace) -> int:
    """Take one step, or read.

    Raises:
        Refusal: the plan or file cannot be read, or the step cannot be taken.
        SaveError: the file could not be written.
    """
    if arguments.action == "import":
        return _import(arguments)
    plan, file = opened(arguments.plan)
    if arguments.action in {"list", "show"}:
        return _read(plan, arguments)
    if arguments.action == "export":
        return _export(plan, arguments)
    try:
        after = edit_of(plan, arguments).apply(plan)
    except EditError as error:
        raise Refusal(arguments.plan.name, getattr(arguments, "baton", ""), str(error)) from error
    file.written(after)
    if arguments.action == "met":
        _print(arguments, {"task": arguments.task, "met": True}, [_("{task}: met").format(task=arguments.task)])
    else:
        _say(after, arguments.baton, arguments)
    return 0


def _read(plan: Plan, arguments: argparse.Namespace) -> int:
    snapshot = analyse(plan, today_of(arguments), rules=())
    keys = [key for key, _baton in snapshot.lookup.batons]
    if arguments.action == "show":
        baton_of(plan, arguments.baton)
        _print(arguments, in_full(snapshot, arguments.baton), text_in_full(snapshot, arguments.baton))
    else:
        content = {"batons": [as_row(snapshot, key) for key in keys]}
        _print(arguments, content, [row_text(snapshot, key) for key in keys])
    return 0


def _export(plan: Plan, arguments: argparse.Namespace) -> int:
    baton_of(plan, arguments.baton)
    sender = person_of(plan, arguments.by, arguments.baton)
    made = letter(plan, arguments.baton, sender, device=arguments.device, at=arguments.at or "")
    out: Path = arguments.output or Path(made.name)
    save(out, made.data, known=None)
    if arguments.mail is not None:
        save(arguments.mail, f"{made.subject}\n\n{made.text}".encode(), known=None)
    content = {**in_short(Pass.of(plan, arguments.baton)), "file": str(out), "subject": made.subject}
    _print(arguments, content, [_("{file} written. {subject}").format(file=out, subject=made.subject)])
    return 0


def _import(arguments: argparse.Namespace) -> int:
    if arguments.file.suffix.casefold() != BATON_SUFFIX:
        return _take_checklist(arguments)
    parcel = parcel_in(arguments.file)
    if not arguments.plan.exists():
        plan = plan_of(parcel, arguments.file.name)
        news = [_("A plan with this baton alone is made, to read it back in.")]
        if not arguments.dry_run:
            PlanFile.created(arguments.plan, plan)
            remember(plan, parcel.key)
        _tell_import(arguments, plan, parcel.key, (news, []))
        return 0
    plan, file = opened(arguments.plan)
    found = preview(plan, parcel, arguments.file.name)
    after = found.merged.plan
    if found.is_new and not arguments.dry_run:
        file.written(after)
        remember(after, parcel.key)
    news = found.news if found.is_new else [_("Nothing new: all of it was known.")]
    _tell_import(arguments, after, parcel.key, (news, found.warnings))
    return 0


def _take_checklist(arguments: argparse.Namespace) -> int:
    plan, file = opened(arguments.plan)
    found = checklist_in(plan, arguments.file)
    try:
        after = found.edit.apply(plan)
    except EditError as error:
        raise Refusal(arguments.file.name, "", str(error)) from error
    if after != plan and not arguments.dry_run:
        file.written(after)
    _tell_import(arguments, after, "", (found.changes or [_("Nothing to change.")], found.notes))
    return 0


def _tell_import(
    arguments: argparse.Namespace, plan: Plan, key: str, said: tuple[Sequence[str], Sequence[str]]
) -> None:
    news, warnings = said
    content = {"news": list(news), "warnings": list(warnings), "taken": not arguments.dry_run}
    lines = [*news, *(_("Look: {text}").format(text=text) for text in warnings)]
    if key:
        content |= in_short(Pass.of(plan, key))
        lines.append(_state(plan, key))
    _print(arguments, content, lines)


def _say(plan: Plan, key: str, arguments: argparse.Namespace) -> None:
    _print(arguments, in_short(Pass.of(plan, key)), [_state(plan, key)])


def _state(plan: Plan, key: str) -> str:
    passing = Pass.of(plan, key)
    return _("{baton} “{title}”: {state}, held by {holder}").format(
        baton=key,
        title=passing.baton.title,
        state=_(passing.standing.state),
        holder=passing.name(passing.standing.holder),
    )


def _print(arguments: argparse.Namespace, content: object, lines: Sequence[str]) -> None:
    print(json.dumps(content, indent=2, ensure_ascii=False) if arguments.format == "json" else "\n".join(lines))
