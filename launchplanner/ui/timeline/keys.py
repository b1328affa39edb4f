"""The keyboard on the timeline."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from launchplanner.plan.plan import PHASE, TASK
from launchplanner.reports.timeline import Ref
from launchplanner.reports.timeline_moves import lengthened, moved_by, removed
from launchplanner.ui.timeline.host import Host
from launchplanner.ui.timeline.scene import ROW

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


def pressed(view: Host, event: QKeyEvent) -> bool:
    """Do what a key asks for, and say whether it asked for anything."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()  # a number: letters of many scripts have no name among Qt's keys
    if key in _STEPS and not modifiers & _ALT:
        return _walk(view, _STEPS[key](view), modifiers)
    action = _ACTIONS.get((modifiers.value, key))
    if action is None:
        return False
    action(view)
    return True


def _walk(view: Host, place: int, modifiers: Qt.KeyboardModifier) -> bool:
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


def _current(view: Host) -> int:
    """Return the place of the current row; -1 when there is none, so that a step down arrives at the first."""
    current = view.selection.current
    return view.scene.timeline.place_of.get(current, -1) if current is not None else -1


def _page(view: Host) -> int:
    return max(int(view.scene.chart.height()) // ROW - 1, 1)


def _left(view: Host) -> None:
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


def _right(view: Host) -> None:
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


def _open(view: Host) -> None:
    current = view.selection.current
    if current is not None:
        view.ask_to_open(current)


def _toggle(view: Host) -> None:
    if view.selection.current is not None:
        view.toggle(view.selection.current)


def _all(view: Host) -> None:
    view.choose(*view.scene.timeline.rows)


def _remove(view: Host) -> None:
    view.ask_for(removed(view.scene.timeline.context, view.selection.chosen))


def _move(days: int) -> Callable[[Host], None]:
    def move(view: Host) -> None:
        keys = [ref.id for ref in view.selection.chosen if ref.kind != PHASE]
        view.ask_for(moved_by(view.scene.timeline.context, keys, days).edit)

    return move


def _lengthen(days: int) -> Callable[[Host], None]:
    def lengthen(view: Host) -> None:
        keys = [ref.id for ref in view.selection.chosen if ref.kind == TASK]
        view.ask_for(lengthened(view.scene.timeline.context, keys, days).edit)

    return lengthen


_STEPS: Final[dict[int, Callable[[Host], int]]] = {
    _Key.Key_Up.value: lambda view: _current(view) - 1,
    _Key.Key_Down.value: lambda view: _current(view) + 1,
    _Key.Key_Home.value: lambda _view: 0,
    _Key.Key_End.value: lambda view: len(view.scene.timeline.rows) - 1,
    _Key.Key_PageUp.value: lambda view: _current(view) - _page(view),
    _Key.Key_PageDown.value: lambda view: _current(view) + _page(view),
}

_ACTIONS: Final[dict[tuple[int, int], Callable[[Host], None]]] = {
    (_NONE.value, _Key.Key_Left.value): _left,
    (_NONE.value, _Key.Key_Right.value): _right,
    (_NONE.value, _Key.Key_Return.value): _open,
    (_NONE.value, _Key.Key_Enter.value): _open,
    (_NONE.value, _Key.Key_F2.value): _open,
    (_NONE.value, _Key.Key_Delete.value): _remove,
    (_CTRL.value, _Key.Key_Space.value): _toggle,
    (_CTRL.value, _Key.Key_A.value): _all,
    (_ALT.value, _Key.Key_Left.value): _move(-1),
    (_ALT.value, _Key.Key_Right.value): _move(1),
    ((_ALT | _SHIFT).value, _Key.Key_Left.value): _lengthen(-1),
    ((_ALT | _SHIFT).value, _Key.Key_Right.value): _lengthen(1),
    (_CTRL.value, _Key.Key_Plus.value): lambda view: view.zoom(1),
    ((_CTRL | _SHIFT).value, _Key.Key_Plus.value): lambda view: view.zoom(1),
    (_CTRL.value, _Key.Key_Equal.value): lambda view: view.zoom(1),
    (_CTRL.value, _Key.Key_Minus.value): lambda view: view.zoom(-1),
    (_CTRL.value, _Key.Key_0.value): lambda view: view.fit(),
}
