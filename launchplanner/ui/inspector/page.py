"""What every page of the inspector is made of: a head, sections of fields, and a foot that does not scroll away."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.plan.edits import Edit
from launchplanner.ui.inspector.fields import LineField, NumberField, TextField
from launchplanner.ui.kit.labels import ElidedLabel, Label, label
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.views import PartKey

_MARGIN: Final = 6
_INDENT: Final = 10
"""Fields have this much room inside their border: labels stand in line with the words in them."""
_LABEL_WIDTH: Final = 78

# Fields show their border when they are pointed at or typed in: a page of boxes would be a form to fill in, and this
# is a page to read. No colours here, only when the sheet of the program draws them.
_QUIET: Final = """
QLineEdit[quiet="true"][wrong="false"]:!hover:!focus, QComboBox[quiet="true"]:!hover:!focus,
QAbstractSpinBox[quiet="true"]:!hover:!focus, QPlainTextEdit[quiet="true"]:!hover:!focus {
    border-color: transparent; background: transparent;
}
"""


class Page(QWidget):
    """The page of one kind of part: made once, then shown one part after another."""

    edit_asked = Signal(object)
    select_asked = Signal(object)
    export_asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._snapshot: Snapshot | None = None
        self._parts: tuple[PartKey, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{name}-scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QFrame()
        self._content.setProperty("surface", "panel")
        self._content.setStyleSheet(_QUIET)
        self._column: QVBoxLayout = rows(self._content, spacing=0)
        self._column.setContentsMargins(_MARGIN, 16, _MARGIN, 20)
        self._column.addStretch(1)
        self._scroll.setWidget(self._content)
        self._outer = rows(self)
        self._outer.addWidget(self._scroll, 1)
        self.kicker: ElidedLabel = ElidedLabel("", "caption")
        self.kicker.setObjectName(f"{name}-kicker")
        self.title: TextField = TextField("", name=f"{name}-title", role="title", single=True, most=6)
        self.title.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature

    @property
    def snapshot(self) -> Snapshot:
        """What is shown; only while something is."""
        if self._snapshot is None:
            raise RuntimeError("nothing is shown yet")
        return self._snapshot

    @property
    def key(self) -> str:
        """The id of the part that is shown; "" for the launch itself."""
        return self._parts[0][1] if self._parts else ""

    @property
    def parts(self) -> tuple[PartKey, ...]:
        """All parts that are shown."""
        return self._parts

    def show_parts(self, snapshot: Snapshot, parts: Sequence[PartKey]) -> None:
        """Show these parts as they are in a snapshot."""
        is_other = tuple(parts) != self._parts
        self._snapshot, self._parts = snapshot, tuple(parts)
        self.fill()
        _settle(self._outer)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def fill(self) -> None:
        """Put what is shown into the fields."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Go to the title, with its text selected."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def commit_typed(self) -> None:
        """Ask for what is still being typed."""
        for kind in (LineField, TextField, NumberField):
            for field in self.findChildren(kind):
                if field.is_typed_in:
                    field.commit()

    def ask(self, edit: Edit) -> None:
        """Ask for an edit."""
        self.edit_asked.emit(edit)

    def select(self, *parts: PartKey) -> None:
        """Ask for other parts to be shown."""
        self.select_asked.emit(tuple(parts))

    def add_head(self, title_says: str, *trailing: QWidget) -> None:
        """Add the line that says what this is, what stands at its end, and the title."""
        self.title.setAccessibleName(title_says)
        line = columns(spacing=8)
        line.addWidget(self.kicker, 1)
        for widget in trailing:
            line.addWidget(widget)
        self.add(line)
        self._put(self.title)

    def add(self, widget: QWidget | QLayout, *, above: int = 0, wide: bool = False) -> None:
        """Add something below the rest, in line with the words in fields, or over the whole width."""
        row = QHBoxLayout()
        indent = 0 if wide else _INDENT
        row.setContentsMargins(indent, above, indent, 0)
        if isinstance(widget, QWidget):
            row.addWidget(widget)
        else:
            row.addLayout(widget)
        self._put(row)

    def add_section(self, title: str, *trailing: QWidget) -> Label:
        """Add the quiet head of a section and return its label."""
        shown = label(title, "caption_medium")
        line = columns(spacing=8)
        line.addWidget(shown, 1)
        for widget in trailing:
            line.addWidget(widget)
        line.setContentsMargins(0, 0, 0, 4)
        self.add(line, above=16)
        return shown

    def add_form(self) -> "Form":
        """Add a form of labels and fields."""
        form = Form()
        self._put(form)
        return form

    def _put(self, item: QWidget | QLayout) -> None:
        # The last place is the stretch that keeps everything at the top. An alignment would do that too, but it
        # cuts what wraps to the height of its unwrapped lines.
        at = self._column.count() - 1
        if isinstance(item, QWidget):
            self._column.insertWidget(at, item)
        else:
            self._column.insertLayout(at, item)

    def set_foot(self, foot: QWidget) -> None:
        """Put something below what scrolls."""
        self._outer.addWidget(foot)

    def order_tabs(self) -> None:
        """Let Tab go from field to field as they stand, after rows have come or gone."""
        stops = [widget for widget in _in_order(self._outer) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


class Form(QWidget):
    """Labels at the left, fields at the right; what explains a field stands below it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_INDENT, 0, 0, 0)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def add(self, says: str, field: QWidget, *, quiet: bool = True) -> Label:
        """Add a field with its label before it; return the label."""
        shown = label(says, "small", tone="muted", wrap=True)
        shown.setFixedWidth(_LABEL_WIDTH)
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop if field.sizePolicy().hasHeightForWidth() or isinstance(field, TextField) else 0
        shown.setContentsMargins(0, 8 if top else 0, 0, 0)
        self._grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, row, 1)
        if quiet:
            make_quiet(field)
        shown.setBuddy(field)
        return shown

    def add_below(self, widget: QWidget, *, indent: int = 11) -> None:
        """Add something below the last field, in line with the words in it."""
        widget.setContentsMargins(indent, 0, 6, 4)
        self._grid.addWidget(widget, self._grid.rowCount(), 1)

    def add_wide(self, widget: QWidget) -> None:
        """Add something below the last field, over both columns."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)


def make_quiet(field: QWidget) -> None:
    """Let a field show its border only when it is pointed at or typed in."""
    for widget in (field, *field.findChildren(QWidget)):
        widget.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        if widget.property("wrong") is None:
            widget.setProperty("wrong", False)  # noqa: FBT003 - Qt's own signature


def _settle(layout: QLayout) -> None:
    """Lay everything out from the inside, so that nothing is seen on its way: Qt takes one round for each level."""
    for widget in reversed(_in_order(layout)):
        own = widget.layout()
        if own is not None:
            own.activate()


def _in_order(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            found += _in_order(inner)
        elif widget is not None:
            found.append(widget)
            inside = widget.widget() if isinstance(widget, QScrollArea) else widget
            if inside is not None and inside is not widget:
                found.append(inside)
            own = inside.layout() if inside is not None else None
            if own is not None:
                found += _in_order(own)
    return found
