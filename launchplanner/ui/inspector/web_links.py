"""Addresses kept with a task: opened only after saying where they lead, and only those that open a page or a letter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from launchplanner.ui.inspector.fields import LineField
from launchplanner.ui.inspector.page import make_quiet
from launchplanner.ui.inspector.rows import ListRow, RowStack
from launchplanner.ui.kit.buttons import icon_button
from launchplanner.ui.kit.questions import confirm, tell
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.words import _

_OPENED: Final = frozenset({"http", "https", "mailto"})


class WebLinks(QWidget):
    """Emits `committed` with all addresses as they should be."""

    committed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._links: tuple[str, ...] = ()
        self._stack: RowStack[_WebLink] = RowStack(self._made, name=f"{name}-rows")
        self.add_field = LineField(_("Add a link"), name=f"{name}-add", placeholder=_("Add a link…"))
        self.add_field.committed.connect(self._add)
        make_quiet(self.add_field)
        column = rows(self)
        column.addWidget(self._stack)
        column.addWidget(self.add_field)

    def show_links(self, links: Sequence[str]) -> bool:
        """Show other addresses; return whether any came or went."""
        self._links = tuple(links)
        return self._stack.show_keys(self._links)

    def rows(self) -> "dict[str, _WebLink]":
        """Return the rows by address."""
        return self._stack.rows()

    def _made(self, link: str) -> "_WebLink":
        row = _WebLink(f"{self.objectName()}-{link}", link)
        row.head.clicked.connect(lambda: open_link(self, link))
        row.off.clicked.connect(lambda: self.committed.emit(tuple(other for other in self._links if other != link)))
        return row

    def _add(self, link: str) -> None:
        if link and link not in self._links:
            self.committed.emit((*self._links, link))


class _WebLink(QWidget):
    def __init__(self, name: str, link: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.head = ListRow(f"{name}-open", says=_("Open"))
        self.head.show_words(link, title_tone="ink")
        self.off = icon_button("close", _("Take this link off"), size="small", name=f"{name}-off")
        line = columns(self, spacing=0)
        line.addWidget(self.head, 1)
        line.addWidget(self.off)


def open_link(parent: QWidget, link: str) -> None:
    """Open an address after saying where it leads; copy one that would do anything else."""
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme().lower() in _OPENED:
        where = url.host() or url.path()
        question = _("Open this outside the program? It leads to {place}.").format(place=where)
        if confirm(parent, question, url.toDisplayString(QUrl.ComponentFormattingOption.FullyEncoded), _("Open it")):
            QDesktopServices.openUrl(url)
        return
    QGuiApplication.clipboard().setText(link)
    tell(parent, _("Copied, not opened: this is no address of a web page or a mailbox."), link)
