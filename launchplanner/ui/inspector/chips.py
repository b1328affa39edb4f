"""Several names or words as chips that can be taken off, with a field that adds one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from launchplanner.ui.inspector.flow import FlowLayout
from launchplanner.ui.inspector.pick_field import Options, PickField
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.pills import Chip
from launchplanner.words import _

_MOST_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Worn:
    """What a chip stands for: the text in the plan, and what is shown of it."""

    value: str
    text: str


class ChipsField(QWidget):
    """Emits `committed` with all texts as they should be: one more, or one less."""

    committed = Signal(object)

    def __init__(self, says: str, *, name: str, placeholder: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._worn: tuple[Worn, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self, gap=4)
        self.add_field = PickField(says, name=f"{name}-add", placeholder=placeholder, free=True, opens=False)
        self.add_field.setMinimumWidth(90)
        self.add_field.picked.connect(self._add)
        self._flow.addWidget(self.add_field)

    def show_values(self, worn: Sequence[Worn], options: Options = tuple) -> bool:
        """Show other chips; return whether any came or went."""
        self.add_field.show_options(options)
        if self._worn == tuple(worn):
            return False
        self._worn = tuple(worn)
        for value in [value for value in self._chips if value not in {one.value for one in worn}]:
            self._take_off(value)
        for at, one in enumerate(self._worn):
            if one.value not in self._chips:
                self._chips[one.value] = self._made(one)
                self._flow.insert_widget(at, self._chips[one.value])
                self._chips[one.value].show()
        self.updateGeometry()
        return True

    def chips(self) -> dict[str, Chip]:
        """Return the chips by what they stand for."""
        return self._chips

    def _made(self, one: Worn) -> Chip:
        short = one.text if len(one.text) <= _MOST_LETTERS else f"{one.text[: _MOST_LETTERS - 1]}…"
        chip = Chip(short, removable=True)
        chip.setObjectName(f"{self.objectName()}-{one.value}")
        chip.setAccessibleDescription(_("Delete takes it off."))
        set_tooltip(chip, one.text if short != one.text else "")
        chip.removed.connect(self._remover(one.value))
        return chip

    def _take_off(self, value: str) -> None:
        chip = self._chips.pop(value)
        if chip.hasFocus():
            self.add_field.setFocus(Qt.FocusReason.OtherFocusReason)
        chip.hide()
        self._flow.removeWidget(chip)
        chip.deleteLater()

    def _remover(self, value: str) -> Callable[[], None]:
        return partial(self._remove, value)

    def _remove(self, value: str) -> None:
        self.committed.emit(tuple(one.value for one in self._worn if one.value != value))

    def _add(self, text: str) -> None:
        values = [one.value for one in self._worn]
        if text.strip() and text not in values:
            self.committed.emit((*values, text.strip()))
