"""What stands in place of the table when it has no rows: no tasks yet, or none that the filters let through."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from launchplanner.reports.task_table import FILTERS, Arrangement, filter_names
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.surfaces import EmptyState
from launchplanner.words import _, joined, ngettext, quoted


class NoTasks(QStackedWidget):
    """Says why there are no rows, and the way out."""

    add_asked = Signal()
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasks-empty")
        self._none = EmptyState(
            "task",
            _("No tasks yet"),
            _("A task is a piece of work with exactly one owner. Its phase says who leads while it is done."),
            button(_("Add the first task"), "filled", hint=_("Ins"), name="tasks-add", on_click=self.add_asked.emit),
        )
        self._show_all = button("", name="tasks-show-all", on_click=self.all_asked.emit)
        self._no_match = EmptyState("filter", _("No task matches"), " ", self._show_all)
        self.addWidget(self._none)
        self.addWidget(self._no_match)

    def show_none(self) -> None:
        """Say that there are no tasks yet."""
        self.setCurrentWidget(self._none)

    def show_no_match(self, look: Arrangement, count: int) -> None:
        """Say which filter lets no task through."""
        self._no_match.text.setText(_reason(look))
        self._no_match.text.setMinimumWidth(460)
        text = ngettext("Show the one task", "Show all {n}", count).format(n=count)
        self._show_all.set_label(text)
        self.setCurrentWidget(self._no_match)

    def text(self) -> str:
        """Return what is said now."""
        page = self._none if self.currentWidget() is self._none else self._no_match
        return f"{page.title.text()}. {page.text.text()}"


def _reason(look: Arrangement) -> str:
    names = filter_names()
    chosen = [quoted(names[name]) for name in FILTERS if name in look.filters]
    filters = joined(chosen)
    words = quoted(" ".join(look.words.split()))
    if filters and look.words.strip():
        return ngettext(
            "The filter {filters} leaves no task with the words {words}.",
            "The filters {filters} leave no task with the words {words}.",
            len(chosen),
        ).format(filters=filters, words=words)
    if filters:
        return ngettext(
            "Now nothing falls under the filter {filters}.",
            "Now nothing falls under the filters {filters}.",
            len(chosen),
        ).format(filters=filters)
    return _("The words {words} stand in no title, owner, deliverable or id.").format(words=words)
