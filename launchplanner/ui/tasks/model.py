"""The lines of the task table as a model: groups, tasks, and batons between them."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from launchplanner.plan.plan import BATON, TASK
from launchplanner.reports.task_table import Arrangement, Group, Ref, TaskRow, TaskTable, baton_dates
from launchplanner.reports.timeline_rows import Row, baton_row
from launchplanner.ui.kit.labels import tooltip
from launchplanner.ui.tasks.columns import (
    COLUMNS,
    DAYS,
    DELIVERABLE,
    DUE,
    EDITABLE,
    FLOAT,
    HELPS,
    ID,
    NUMBERS,
    OWNER,
    START,
    STATUS,
    TITLE,
    headings,
)
from launchplanner.words import _, short_day

AnyIndex = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its line: a `TaskRow`, a `Group` or the `Row` of a baton."""

Line = TaskRow | Group | Row
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED: Final = _READ | Qt.ItemFlag.ItemIsEditable
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TaskModel(QAbstractTableModel):
    """Gives each line when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Ref, ...] = ()
        self._table: TaskTable | None = None
        self._look = Arrangement()
        self._heads: dict[Ref, Group] = {}

    def show_lines(self, table: TaskTable, look: Arrangement, lines: tuple[Ref, ...]) -> bool:
        """Show other lines; return whether their places changed, and with them what is selected in views."""
        is_same = lines == self.lines and self._table is not None
        if not is_same:
            self.beginResetModel()
        self._table, self._look, self.lines = table, look, lines
        self._heads = {}
        if not is_same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))
        return not is_same

    def ref(self, row: int) -> Ref | None:
        """Return what stands in a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def line(self, row: int) -> Line | None:
        """Return what a row shows."""
        ref = self.ref(row)
        if ref is None or self._table is None:
            return None
        if ref.kind == TASK:
            return self._table.row(ref.id)
        if ref.kind == BATON:
            return baton_row(self._table.context, ref.id, "")
        if ref not in self._heads:
            self._heads[ref] = self._table.group(ref, self._look)
        return self._heads[ref]

    def is_group(self, ref: Ref) -> bool:
        """Say whether a line is the head of a group."""
        return ref.kind not in {TASK, BATON}

    def is_closed(self, ref: Ref) -> bool:
        """Say whether the rows of a group are folded away."""
        return ref in self._look.closed

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        line = self.line(row)
        if isinstance(line, TaskRow):
            return _task_text(line, column)
        if isinstance(line, Group):
            return line.sentence if column == ID else ""
        if line is not None and self._table is not None:
            return self._baton_text(line, column)
        return ""

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section] if section < len(COLUMNS) else None
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text of a cell, its line, or what a tooltip or a screen reader says."""
        row, column = index.row(), index.column()
        if role == LINE or not index.isValid():
            return self.line(row) if index.isValid() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._hint(row, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, column)
        is_alignment = role == Qt.ItemDataRole.TextAlignmentRole
        return (_RIGHT if column in NUMBERS else _LEFT) if is_alignment else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        ref = self.ref(index.row())
        can_be_typed = ref is not None and ref.kind == TASK and index.column() in EDITABLE
        return _TYPED if can_be_typed else _READ

    def _hint(self, row: int, column: int) -> str:
        line = self.line(row)
        if isinstance(line, TaskRow) and column == TITLE and line.problem:
            return f"{line.title}\n{line.problem}"
        if isinstance(line, TaskRow) and column == OWNER and line.owners.trouble:
            return f"{line.owners.words}: {line.owners.trouble}"
        if isinstance(line, TaskRow) and column == OWNER and line.owner not in {"", line.owners.words}:
            return _("{person}, as {role}").format(person=line.owners.words, role=line.owner)
        if isinstance(line, TaskRow) and column == STATUS and line.late and line.status.share is None:
            return self.text(row, column)
        return line.sentence if isinstance(line, Group) else self.text(row, column)

    def _said(self, row: int, column: int) -> str:
        line, text = self.line(row), self.text(row, column)
        if isinstance(line, TaskRow) and column == TITLE:
            parts = [text, _("on the critical path") if line.is_critical else "", line.problem]
            return ". ".join(part.rstrip(".") for part in parts if part)
        if isinstance(line, TaskRow) and column == OWNER and line.owners.trouble:
            return f"{text}. {line.owners.trouble}"
        if isinstance(line, Group) and column == ID:
            ref = self.ref(row)
            closed = ref is not None and self.is_closed(ref)
            return f"{line.sentence}. {_('Closed') if closed else _('Open')}"
        return text

    def _baton_text(self, line: Row, column: int) -> str:
        context = self._table.context if self._table is not None else None
        if context is None or line.ref.id not in context.plan.batons:
            return ""
        opens, closes = baton_dates(context, line.ref.id)
        return {
            ID: line.ref.id,
            TITLE: line.title,
            OWNER: line.owners.words if line.owners is not None else "",
            START: opens,
            DUE: context.day(context.plan.batons[line.ref.id].day),
            STATUS: line.label.text if line.label is not None else "",
            DELIVERABLE: _("Zone opens {opens}, closes {closes}").format(opens=opens, closes=closes),
        }.get(column, "")


def _task_text(row: TaskRow, column: int) -> str:
    return {
        ID: row.key,
        TITLE: row.title,
        OWNER: row.owner or row.owners.words,
        HELPS: row.helps,
        START: short_day(row.start),
        DUE: short_day(row.due),
        DAYS: str(row.days),
        STATUS: row.status.words,
        FLOAT: "" if row.slack is None else str(row.slack),
        DELIVERABLE: row.deliverable,
    }.get(column, "")
