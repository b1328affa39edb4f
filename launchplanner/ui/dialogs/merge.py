"""What two copies of a plan do not agree on: each question with both sides, to choose one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QScrollArea, QWidget

from launchplanner.app.merging import OURS, THEIRS, Choices, Question, question
from launchplanner.plan.plan import Plan
from launchplanner.store.merging import Merge, merged
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.labels import label
from launchplanner.words import _, ngettext

_TALL = 360


def ask_merge(parent: QWidget | None, base: Plan | None, ours: Plan, theirs: Plan, file: str) -> Plan | None:
    """Join two copies, asking until both agree; None when it is left as it was."""
    choices: Choices = {}
    merge = merged(base, ours, theirs)
    while not merge.is_clean:
        dialog = MergeDialog(parent, merge, ours, theirs, file)
        if not dialog.exec():
            return None
        choices |= dialog.choices()
        merge = merged(base, ours, theirs, choices)
    return merge.plan


class MergeDialog(FormDialog):
    """The clashes of a merge, each with the two sides to choose from; the side that holds now comes first."""

    def __init__(self, parent: QWidget | None, merge: Merge, ours: Plan, theirs: Plan, file: str) -> None:
        asked = [question(clash, merge, ours, theirs) for clash in merge.clashes]
        count = len(asked)
        super().__init__(
            parent,
            ngettext("{n} difference to decide", "{n} differences to decide", count).format(n=count),
            _("Everything else in {file} and in this window is joined. Undo takes all of it back.").format(file=file),
            _("Join"),
            width=680,
        )
        self.setObjectName("merge-dialog")
        self._boxes: list[tuple[Question, QComboBox]] = []
        inside = QWidget()
        form = QFormLayout(inside)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for one in asked:
            box = _sides(one)
            shown = label(one.place, wrap=True)
            shown.setBuddy(box)
            form.addRow(shown, box)
            self._boxes.append((one, box))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(_TALL, 72 * count + 24))
        area.setWidget(inside)
        self.add_wide(area, stretch=1)
        self._boxes[0][1].setFocus()

    def choices(self) -> Choices:
        """Return the side chosen for each clash."""
        return {one.clash.key: box.currentData() for one, box in self._boxes}


def _sides(one: Question) -> QComboBox:
    box = QComboBox()
    box.setObjectName("merge-" + "/".join(one.clash.place))
    box.setAccessibleName(one.place)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    texts = {OURS: _("Yours: {value}").format(value=one.ours), THEIRS: _("Theirs: {value}").format(value=one.theirs)}
    for side in (OURS, THEIRS) if one.holds == OURS else (THEIRS, OURS):
        box.addItem(texts[side], side)
    return box
