"""Bringing people in from a list that was pasted: who is new, who is known, who looks like somebody."""

from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.checks.name_list import (
    ALIKE,
    GROUP_OF_PEOPLE,
    KNOWN,
    LEFT_OUT,
    NEW,
    ListedName,
    names_added,
    read_names,
    told,
)
from launchplanner.plan.edits import Edit
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.fields import text_edit
from launchplanner.ui.kit.labels import label
from launchplanner.ui.theme.theme import tokens_of
from launchplanner.words import _, joined, ngettext

_LINES = 6
_TALL = 240


def ask_people(parent: QWidget | None, snapshot: Snapshot, text: str = "") -> Edit | None:
    """Ask for a list of people, `text` to begin with; None when nothing is added."""
    dialog = PeopleListDialog(parent, snapshot, text)
    return dialog.edit() if dialog.exec() else None


class PeopleListDialog(FormDialog):
    """A field to paste into, and below it what will become of each line."""

    def __init__(self, parent: QWidget | None, snapshot: Snapshot, text: str = "") -> None:
        super().__init__(
            parent,
            _("Add people from a list"),
            _("One a line: a name, and after it a role or an e-mail if there is one. Rows of a spreadsheet do too."),
            _("Add them"),
            width=680,
        )
        self.setObjectName("people-list-dialog")
        self._context = snapshot.context
        self._names: tuple[ListedName, ...] = ()
        self._same: dict[int, str] = {}
        self.text = text_edit(
            _("Names"),
            placeholder=_("Ana Lima, PR lead\nBo Nguyen <bo@acme.com>"),
            name="people-list-text",
            lines=_LINES,
        )
        self.add_wide(self.text)
        self.counts = label("", "muted", wrap=True)
        self.counts.setObjectName("people-list-counts")
        self.add_wide(self.counts)
        self.preview = QTreeWidget()
        self.preview.setObjectName("people-list-preview")
        self.preview.setAccessibleName(_("What becomes of each line"))
        self.preview.setHeaderLabels([_("Name"), _("What becomes of it")])
        self.preview.setRootIsDecorated(False)
        self.preview.setMinimumHeight(_TALL)
        self.preview.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.preview.setColumnWidth(0, 200)
        self.add_wide(self.preview, stretch=1)
        self.text.textChanged.connect(self._read)
        self.text.setPlainText(text)
        self._read()
        self.text.setFocus()

    def edit(self) -> Edit | None:
        """Return the step that brings them in; None when all of it is there already."""
        return names_added(self._context, self._names, self._same)

    def names(self) -> tuple[ListedName, ...]:
        """Return what was read of each line."""
        return self._names

    def choose(self, place: int, person: str) -> None:
        """Take a name for another spelling of a person's, or with "" for somebody new."""
        if person:
            self._same[place] = person
        else:
            self._same.pop(place, None)
        self._count()

    def _read(self) -> None:
        self._names = read_names(self._context, self.text.toPlainText())
        self._same = {}
        self.preview.clear()
        for place, listed in enumerate(self._names):
            item = QTreeWidgetItem([listed.name or listed.text, told(self._context, listed)])
            if listed.verdict == LEFT_OUT:
                for column in range(self.preview.columnCount()):
                    item.setForeground(column, QColor(tokens_of(self).muted))
            self.preview.addTopLevelItem(item)
            if listed.verdict == ALIKE:
                self.preview.setItemWidget(item, 1, self._choice(place, listed))
        self._count()

    def _choice(self, place: int, listed: ListedName) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"people-list-choice-{place}")
        box.setAccessibleName(_("Who “{name}” is").format(name=listed.name))
        box.addItem(told(self._context, listed), "")
        for key in listed.matches:
            box.addItem(_("another spelling of {name}").format(name=self._context.plan.people[key].name), key)
        box.currentIndexChanged.connect(partial(self._chosen, place, box))
        return box

    def _chosen(self, place: int, box: QComboBox, _index: int) -> None:
        self.choose(place, str(box.currentData()))

    def _count(self) -> None:
        counts: dict[str, int] = dict.fromkeys((NEW, GROUP_OF_PEOPLE, KNOWN, LEFT_OUT), 0)
        for place, listed in enumerate(self._names):
            verdict = KNOWN if place in self._same else NEW if listed.verdict == ALIKE else listed.verdict
            counts[verdict] += 1
        words = [
            ngettext("{n} new", "{n} new", counts[NEW]),
            ngettext("{n} team", "{n} teams", counts[GROUP_OF_PEOPLE]),
            ngettext("{n} known", "{n} known", counts[KNOWN]),
            ngettext("{n} left out", "{n} left out", counts[LEFT_OUT]),
        ]
        told_counts = [text.format(n=count) for text, count in zip(words, counts.values(), strict=True) if count]
        self.counts.setText(joined(told_counts) if told_counts else _("Nothing is read yet."))
        self.verb.setEnabled(self.edit() is not None)
