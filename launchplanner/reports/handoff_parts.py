"""How a handoff's checklist begins: its head, giver, receiver and zone, and the parts B, A, T and O of the pack."""

from launchplanner.plan.batons import (
    ARTEFACT,
    BEARING,
    DRAFT,
    MISSING,
    NO,
    NOT_APPLICABLE,
    OUTLOOK,
    READY,
    TASK_LEFT,
    YES,
    BatonItem,
)
from launchplanner.reports import markers
from launchplanner.reports.blocks import (
    Block,
    Box,
    Cell,
    Column,
    Grid,
    Heading,
    Masthead,
    Note,
    Owner,
    Paragraph,
    Parties,
    Party,
    Run,
    Text,
    Ticks,
    Words,
    ZoneDay,
    muted,
    plain,
    strong,
    text_of,
)
from launchplanner.reports.handoff import Handoff, TaskLeft, short_id
from launchplanner.reports.markers import marker
from launchplanner.reports.source import Holder
from launchplanner.words import _, joined, long_day, ngettext, short_day


def masthead(handoff: Handoff) -> Masthead:
    """Return the head: launch, tier, week of the pass, and the baton's name."""
    source = handoff.source
    place = _("baton {number} of {count}").format(number=handoff.number, count=handoff.count)
    short = short_id(handoff.key)
    return Masthead(
        launch=source.plan.title,
        tier=_("Tier {n}").format(n=source.plan.tier),
        week=source.week_text(handoff.day),
        day=source.launch_words(),
        kicker=_("Handoff checklist {id}, {place}").format(id=short, place=place)
        if short
        else _("Handoff checklist, {place}").format(place=place),
        title=handoff.baton.title,
        state=handoff.state,
        capsule=source.capsule(handoff.baton),
    )


def parties(handoff: Handoff) -> Parties:
    """Return giver, receiver and zone."""
    opens, closes = handoff.zone
    return Parties(
        gives=_party(_("Gives"), handoff.giver, handoff.giver_detail),
        receives=_party(_("Receives"), handoff.receiver, handoff.receiver_detail),
        zone=(
            ZoneDay(_("Zone opens"), short_day(opens)),
            ZoneDay(_("Planned"), short_day(handoff.day)),
            ZoneDay(_("Zone closes"), short_day(closes)),
        ),
        planned_at=handoff.planned_at,
    )


def _party(role: str, holder: Holder, detail: str) -> Party:
    return Party(role, holder.face, holder.name, detail)


def bearing(handoff: Handoff) -> list[Block]:
    """Return where things stand, what is carried, and how sure the dates are."""
    said = handoff.baton.bearing.strip()
    words: Words = plain(said + " ") if said else strong(_("Not written yet.") + " ")
    if handoff.baton.carries.strip():
        words += (Run(_("It carries") + " "), Run(handoff.baton.carries.strip(), "strong"), Run(". "))
    day = long_day(handoff.source.plan.launch_day)
    sure = _("Launch day {day} is").format(day=day)
    words += (Run(sure + " "), Run(handoff.source.sureness(), "strong"), Run("."))
    return [Paragraph(words, "B", _("Bearing")), *_items_of(handoff, BEARING)]


def artefacts(handoff: Handoff) -> list[Block]:
    """Return what is handed over, each with its criterion and evidence, and who ticks what."""
    count = len(handoff.items)
    if not count:
        note = _("Nothing is in this baton yet.")
        return [Heading(_("Artefacts"), note, "A")]
    ready = sum(item.is_settled for _key, item in handoff.items)
    note = ngettext("{count} item, {ready} ready.", "{count} items, {ready} ready.", count)
    asks = _("{receiver} answers yes or no to each criterion. A no goes back with its reason.")
    title = Heading(
        _("Artefacts"),
        note.format(count=count, ready=ready) + " " + asks.format(receiver=handoff.receiver_short),
        "A",
    )
    fixed = [number for number, _key, item in handoff.items_of(ARTEFACT) if item.required]
    return [title, *_items_of(handoff, ARTEFACT), *_must_travel(fixed)]


def _must_travel(numbers: list[int]) -> list[Block]:
    if not numbers:
        return []
    text = ngettext(
        "Item {numbers} must travel with this baton.", "Items {numbers} must travel with this baton.", len(numbers)
    )
    return [Note(muted(text.format(numbers=joined([str(number) for number in numbers]))))]


def _items_of(handoff: Handoff, part: str) -> list[Block]:
    items = handoff.items_of(part)
    if not items:
        return []
    columns = (
        Column("", 3.6),
        Column(_("Item"), 25.5),
        Column(_("Criterion"), 32.5),
        Column(_("Evidence"), 20),
        Column(_("{giver}\nReady").format(giver=handoff.giver_short), 7, "center"),
        Column(_("{receiver}\nYes No").format(receiver=handoff.receiver_short), 8, "center"),
    )
    rows = tuple(_item_row(handoff, number, key, item) for number, key, item in items)
    return [Grid(_("What is handed over"), columns, rows)]


def _item_row(handoff: Handoff, number: int, key: str, item: BatonItem) -> tuple[Cell, ...]:
    lines = [strong(item.title)]
    if item.owner.strip():
        lines.append(muted(_("Owner: {name}").format(name=handoff.source.shown(item.owner))))
    proof = [evidence(item), muted(item.link.strip())]
    beside = " ".join(text_of(words) for words in proof)

    def box(label: str, what: str, *, ticked: bool) -> Box:
        return Box(label, ticked, marker(markers.ITEM, handoff.key, key, what, ticked=ticked, text=beside))

    return (
        Text((muted(str(number)),)),
        Text(tuple(lines)),
        Text((plain(item.criterion) or muted(_("No criterion yet")),)),
        Text(tuple(words for words in proof if words)),
        Ticks((box(_("Ready"), markers.READY, ticked=item.state == READY),)),
        Ticks(
            (
                box(_("Yes"), markers.YES, ticked=item.answer == YES),
                box(_("No"), markers.NO, ticked=item.answer == NO),
            )
        ),
    )


def evidence(item: BatonItem) -> Words:
    """Return what proves an item, and in bold what is still missing of it."""
    named = item.evidence.strip()
    if item.state == READY:
        return muted(named) or muted(_("no evidence named"))
    if item.state == NOT_APPLICABLE:
        reason = item.reason.strip()
        if reason:
            return muted(_("not applicable: {reason}").format(reason=reason))
        return strong(_("not applicable, and no reason given"))
    left = {MISSING: _("still to come"), DRAFT: _("a draft")}.get(item.state, item.state)
    return strong(_("{evidence}: {state}").format(evidence=named, state=left) if named else left)


def tasks_left(handoff: Handoff) -> list[Block]:
    """Return the unfinished tasks around the pass, each with its owner and day."""
    left = handoff.tasks_left
    items = _items_of(handoff, TASK_LEFT)
    if not left:
        nothing = _("Nothing open: no unfinished task holds up this pass.")
        return [Heading(_("Tasks left"), nothing, "T"), *items]
    loose = sum(not one.owner.is_one for one in left)
    if loose:
        note = ngettext(
            "{count}, {loose} of them without one named owner.",
            "{count}, {loose} of them without one named owner.",
            loose,
        )
    else:
        note = ngettext("{count}, with one owner.", "{count}, each with one owner.", len(left))
        note += " " + _("They stay with the owner after the pass.")
    columns = (
        Column(_("Done"), 3.4, "center"),
        Column(_("Task"), 58),
        Column(_("Owner"), 21),
        Column(_("Finish"), 14, "right"),
    )
    rows = tuple(_left_row(handoff, one) for one in left)
    title = Heading(_("Tasks left"), note.format(count=len(left), loose=loose), "T")
    return [title, Grid(_("Tasks left"), columns, rows, headed=False), *items]


def _left_row(handoff: Handoff, left: TaskLeft) -> tuple[Cell, ...]:
    owner = plain(left.owner.name) if left.owner.is_one else strong(owner_text(left.owner))
    late = ngettext("{n} day late", "{n} days late", left.late).format(n=left.late)
    return (
        Ticks((Box(_("Done"), marker=marker(markers.TASK, handoff.key, left.key, markers.DONE)),)),
        Owner(left.owner.face, (plain(left.task.title),)),
        Text((owner,)),
        Text((strong(late) if left.late else plain(short_day(left.finish)),)),
    )


def owner_text(owner: Holder) -> str:
    """Return an owner that is not one person as what was written, in quotation marks."""
    return owner.name if owner.is_one else _("no single owner: {text}").format(text=owner.name)


def outlook(handoff: Handoff) -> list[Block]:
    """Return what may change: risks with their fallback, and decisions that are open around the pass."""
    blocks = [*_risks(handoff), *_open_decisions(handoff), *_items_of(handoff, OUTLOOK)]
    note = _("If this is seen, one person does that.") if handoff.risks else ""
    if not blocks:
        note = _("Nothing open: no risk or decision is on record for this pass.")
    return [Heading(_("Outlook"), note, "O"), *blocks]


def _risks(handoff: Handoff) -> list[Block]:
    if not handoff.risks:
        return []
    rows: list[tuple[Cell, ...]] = [
        (
            Text((plain(risk.trigger.strip() or risk.title),)),
            Text((plain(risk.fallback.strip()) or strong(_("no fallback yet")),)),
            _holder_cell(handoff, risk.owner),
        )
        for _key, risk in handoff.risks
    ]
    columns = (Column(_("If this is seen"), 42), Column(_("This is done"), 36), Column(_("By"), 20))
    return [Grid(_("Risks"), columns, tuple(rows))]


def _open_decisions(handoff: Handoff) -> list[Block]:
    rows: list[tuple[Cell, ...]] = [
        (
            Text((plain(decision.title),)),
            _holder_cell(handoff, decision.decider),
            Text((plain(short_day(handoff.source.days.date_of(decision.day))),)),
        )
        for _key, decision in handoff.decisions
        if not decision.outcome.strip()
    ]
    if not rows:
        return []
    columns = (Column(_("Still to be decided"), 62), Column(_("By"), 22), Column(_("Due"), 14, "right"))
    return [Grid(_("Open decisions"), columns, tuple(rows))]


def _holder_cell(handoff: Handoff, text: str) -> Cell:
    holder = handoff.source.holder(text, handoff.day)
    return Text((plain(holder.name) if holder.is_one else strong(owner_text(holder)),))
