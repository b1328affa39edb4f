"""The keyboard on the timeline."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt

from launchplanner.plan.plan import PHASE, TASK
from launchplanner.reports.timeline import Ref
from launchplanner.reports.timeline_moves import lengthened, moved_by, removed
from launchplanner.ui.timeline.scene import ROW

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from launchplanner.ui.timeline.view import TimelineView

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def pressed(view: "TimelineView", event: "QKeyEvent") -> bool:
    """Do what a key asks for, and say whether it asked for anything."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if key in _STEPS and not modifiers & _ALT:
        return _walk(view, _STEPS[key](view), modifiers)
    action = _ACTIONS.get(QKeyCombination(modifiers, key))
    if action is None:
        return False
    action(view)
    return True


def _walk(view: "TimelineView", place: int, modifiers: Qt.KeyboardModifier) -> bool:
    rows = view.scene.timeline.rows
    if not rows:
        return True
    ref = rows[min(max(place, 0), len(rows) - 1)]
    if modifiers & _SHIFT:
        view.extend_to(ref)
    elif modifiers & _CTRL:
        view.go(ref)
    else:
        view.choose(ref)
    view.reveal(ref.kind, ref.id)
    return True


def _current(view: "TimelineView") -> int:
    """Return the place of the current row; -1 when there is none, so that a step down arrives at the first."""
    current = view.selection.current
    return view.scene.timeline.place_of.get(current, -1) if current is not None else -1


def _page(view: "TimelineView") -> int:
    return max(int(view.scene.chart.height()) // ROW - 1, 1)


def _left(view: "TimelineView") -> None:
    """Close a phase; from a task or baton go to its phase."""
    current = view.selection.current
    if current is None:
        return
    phase = view.scene.timeline.phase_of(current)
    if current.kind == PHASE:
        view.fold(phase, folded=True)
    else:
        view.choose(Ref(PHASE, phase))
        view.reveal(PHASE, phase)


def _right(view: "TimelineView") -> None:
    """Open a phase, or go to the first part in it."""
    current = view.selection.current
    timeline = view.scene.timeline
    if current is None or current.kind != PHASE:
        return
    if current.id in timeline.collapsed:
        view.fold(current.id, folded=False)
        return
    place = _current(view) + 1
    if place < len(timeline.rows) and timeline.rows[place].kind != PHASE:
        _walk(view, place, _NONE)


def _open(view: "TimelineView") -> None:
    current = view.selection.current
    if current is not None and current.id:
        view.open_asked.emit(current.kind, current.id)


def _toggle(view: "TimelineView") -> None:
    if view.selection.current is not None:
        view.toggle(view.selection.current)


def _all(view: "TimelineView") -> None:
    view.choose(*view.scene.timeline.rows)


def _remove(view: "TimelineView") -> None:
    edit = removed(view.scene.timeline.context, view.selection.chosen)
    if edit is not None:
        view.edit_asked.emit(edit)


def _move(days: int) -> "Callable[[TimelineView], None]":
    def move(view: "TimelineView") -> None:
        keys = [ref.id for ref in view.selection.chosen if ref.kind != PHASE]
        edit = moved_by(view.scene.timeline.context, keys, days).edit
        if edit is not None:
            view.edit_asked.emit(edit)

    return move


def _lengthen(days: int) -> "Callable[[TimelineView], None]":
    def lengthen(view: "TimelineView") -> None:
        keys = [ref.id for ref in view.selection.chosen if ref.kind == TASK]
        edit = lengthened(view.scene.timeline.context, keys, days).edit
        if edit is not None:
            view.edit_asked.emit(edit)

    return lengthen


_STEPS: "Final[dict[Qt.Key, Callable[[TimelineView], int]]]" = {
    _Key.Key_Up: lambda view: _current(view) - 1,
    _Key.Key_Down: lambda view: _current(view) + 1,
    _Key.Key_Home: lambda _view: 0,
    _Key.Key_End: lambda view: len(view.scene.timeline.rows) - 1,
    _Key.Key_PageUp: lambda view: _current(view) - _page(view),
    _Key.Key_PageDown: lambda view: _current(view) + _page(view),
}

_ACTIONS: "Final[dict[QKeyCombination, Callable[[TimelineView], None]]]" = {
    QKeyCombination(_NONE, _Key.Key_Left): _left,
    QKeyCombination(_NONE, _Key.Key_Right): _right,
    QKeyCombination(_NONE, _Key.Key_Return): _open,
    QKeyCombination(_NONE, _Key.Key_Enter): _open,
    QKeyCombination(_NONE, _Key.Key_F2): _open,
    QKeyCombination(_NONE, _Key.Key_Delete): _remove,
    QKeyCombination(_CTRL, _Key.Key_Space): _toggle,
    QKeyCombination(_CTRL, _Key.Key_A): _all,
    QKeyCombination(_ALT, _Key.Key_Left): _move(-1),
    QKeyCombination(_ALT, _Key.Key_Right): _move(1),
    QKeyCombination(_ALT | _SHIFT, _Key.Key_Left): _lengthen(-1),
    QKeyCombination(_ALT | _SHIFT, _Key.Key_Right): _lengthen(1),
    QKeyCombination(_CTRL, _Key.Key_Plus): lambda view: view.zoom(1),
    QKeyCombination(_CTRL | _SHIFT, _Key.Key_Plus): lambda view: view.zoom(1),
    QKeyCombination(_CTRL, _Key.Key_Equal): lambda view: view.zoom(1),
    QKeyCombination(_CTRL, _Key.Key_Minus): lambda view: view.zoom(-1),
    QKeyCombination(_CTRL, _Key.Key_0): lambda view: view.fit(),
}
