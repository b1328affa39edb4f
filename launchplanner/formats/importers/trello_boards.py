"""A board of Trello in JSON: cards with lists, members, labels and checklists, all referred to by ids."""

from typing import Any, Final, TypeGuard, cast

from launchplanner.formats.importers import vocabulary as v
from launchplanner.formats.importers.grids import RECORDS, Cell, Grid
from launchplanner.formats.importers.results import Notebook
from launchplanner.formats.importers.states import read_state
from launchplanner.formats.limits import LONGEST_CELL, MOST_ROWS
from launchplanner.words import _, joined, ngettext

_COLUMNS: Final = {
    "Card ID": v.ID, "Card Name": v.TASK, "List Name": v.PHASE, "Members": v.OWNER, "Start Date": v.START,
    "Due Date": v.DUE, "Status": v.STATUS, "Labels": v.OTHER, "Card Description": v.NOTES, "Checklist": v.OTHER,
    "Card URL": v.LINK, "Parent": v.PARENT,
}  # fmt: skip
_DONE: Final = "done"
_AWAY: Final = "cancelled"


def is_board(content: object) -> TypeGuard[dict[str, Any]]:
    """Say whether JSON is a board of Trello."""
    if not isinstance(content, dict):
        return False
    board = cast("dict[str, Any]", content)
    return isinstance(board.get("cards"), list) and isinstance(board.get("lists"), list)


def board_grid(board: dict[str, Any], notes: Notebook) -> tuple[Grid, str]:
    """Return the cards of a board as a table, and what the board is called."""
    rows = _Cards(board, notes).rows()
    title = _text(board, "name")
    told = dict(_COLUMNS)
    lists = {str(row[2]) for row in rows if row[2]}
    if lists and all(read_state(name) is not None for name in lists):
        told["List Name"] = v.STATUS
        told["Status"] = v.OTHER
        rows = [_with_state(row) for row in rows]
    table: tuple[tuple[Cell, ...], ...] = (tuple(_COLUMNS), *rows)
    return Grid(title or _("Board"), table, tuple(range(len(table))), RECORDS, header=0, told=told), title


def _with_state(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row whose list is its status; a card that is done or put away says so louder than its list."""
    return (*row[:2], row[6] or row[2], *row[3:6], "", *row[7:])


class _Cards:
    def __init__(self, board: dict[str, Any], notes: Notebook) -> None:
        self._board = board
        self._notes = notes
        self._lists = _named(board, "lists", "name")
        self._closed = {_text(each, "id") for each in _records(board, "lists") if each.get("closed")}
        self._members = _named(board, "members", "fullName") | _named(board, "members", "username", only_new=True)
        self._checklists: dict[str, list[dict[str, Any]]] = {}
        for each in _records(board, "checklists"):
            self._checklists.setdefault(_text(each, "idCard"), []).append(each)

    def rows(self) -> list[tuple[Cell, ...]]:
        """Return one row for each card, and for each item of a checklist that names somebody or a day."""
        found: list[tuple[Cell, ...]] = []
        away = 0
        for card in sorted(_records(self._board, "cards"), key=self._place):
            if len(found) >= MOST_ROWS:
                self._notes.dropped(_("Cards after the first {n}: the limit of an import.").format(n=MOST_ROWS))
                break
            is_away = bool(card.get("closed")) or _text(card, "idList") in self._closed
            away += is_away
            found.append(self._card(card, is_away=is_away))
            found.extend(self._items(card))
        if away:
            self._notes.changed(
                ngettext(
                    "{n} card is archived, so it was read as dropped unless it is done.",
                    "{n} cards are archived, so they were read as dropped unless they are done.",
                    away,
                ).format(n=away)
            )
        return found

    def _place(self, card: dict[str, Any]) -> tuple[int, float]:
        order = list(self._lists)
        name, at = _text(card, "idList"), card.get("pos")
        return order.index(name) if name in order else len(order), float(at) if isinstance(at, int | float) else 0.0

    def _card(self, card: dict[str, Any], *, is_away: bool) -> tuple[Cell, ...]:
        names = [self._members[key] for key in _keys(card, "idMembers") if key in self._members]
        labels = [_text(each, "name") or _text(each, "color") for each in _records(card, "labels")]
        state = _DONE if card.get("dueComplete") else _AWAY if is_away else ""
        return (
            _text(card, "id"),
            _text(card, "name"),
            self._lists.get(_text(card, "idList"), ""),
            ", ".join(names),
            _text(card, "start")[:10],
            _text(card, "due")[:10],
            state,
            ", ".join(filter(None, labels)),
            _text(card, "desc"),
            self._checklist(card),
            _text(card, "shortUrl") or _text(card, "url"),
            "",
        )

    def _checklist(self, card: dict[str, Any]) -> str:
        lines: list[str] = []
        for each in self._checklists.get(_text(card, "id"), ()):
            items = [item for item in _records(each, "checkItems") if not _is_task(item)]
            marks = [f"{'☑' if _is_ticked(item) else '☐'} {_text(item, 'name')}" for item in items]
            if marks:
                lines.append(f"{_text(each, 'name')}: {joined(marks)}")
        return "\n".join(lines)

    def _items(self, card: dict[str, Any]) -> list[tuple[Cell, ...]]:
        found: list[tuple[Cell, ...]] = []
        for each in self._checklists.get(_text(card, "id"), ()):
            for item in _records(each, "checkItems"):
                if not _is_task(item):
                    continue
                owner = self._members.get(_text(item, "idMember"), "")
                state = _DONE if _is_ticked(item) else ""
                section = self._lists.get(_text(card, "idList"), "")
                days = ("", _text(item, "due")[:10])
                key, name = _text(item, "id"), _text(item, "name")
                found.append((key, name, section, owner, *days, state, "", "", "", "", _text(card, "id")))
        return found


def _is_task(item: dict[str, Any]) -> bool:
    return bool(item.get("due") or item.get("idMember"))


def _is_ticked(item: dict[str, Any]) -> bool:
    return item.get("state") == "complete"


def _records(parent: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = parent.get(name)
    return [each for each in cast("list[Any]", found) if isinstance(each, dict)] if isinstance(found, list) else []


def _keys(parent: dict[str, Any], name: str) -> list[str]:
    found = parent.get(name)
    return [each for each in cast("list[Any]", found) if isinstance(each, str)] if isinstance(found, list) else []


def _text(parent: dict[str, Any], name: str) -> str:
    found = parent.get(name)
    return found.strip()[:LONGEST_CELL] if isinstance(found, str) else ""


def _named(board: dict[str, Any], table: str, name: str, *, only_new: bool = False) -> dict[str, str]:
    named = {_text(each, "id"): _text(each, name) for each in _records(board, table)}
    fallback = {_text(each, "id") for each in _records(board, table) if only_new and _text(each, "fullName")}
    return {key: text for key, text in named.items() if text and key not in fallback}
