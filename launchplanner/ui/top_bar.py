"""The head of the window: which launch, where it stands, which view, and the way to the checklist."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from launchplanner.reports.now import Now
from launchplanner.ui.kit.buttons import button, icon_button
from launchplanner.ui.kit.clocks import ClockFace, ClockWidget
from launchplanner.ui.kit.labels import ElidedLabel
from launchplanner.ui.kit.pills import Pill
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.kit.switcher import Switcher
from launchplanner.ui.theme.tokens import TOOLBAR_HEIGHT
from launchplanner.words import _

NARROW = 1180
"""Window width, in pixels, below which the head folds its switcher and search into buttons."""
_TITLE_WIDTH = 210


class TopBar(QFrame):
    """The head of an open launch."""

    view_chosen = Signal(str)
    search_asked = Signal()
    export_asked = Signal()
    title_asked = Signal()

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setProperty("surface", "bar")
        self.setFixedHeight(TOOLBAR_HEIGHT)
        self._views = tuple(views)
        self._title = ElidedLabel("", "title")
        self._title.setObjectName("launch-title")
        self._title.setMaximumWidth(_TITLE_WIDTH)
        self._tier = Pill("")
        self._clock = ClockWidget(side=34)
        self._week = ElidedLabel("", "caption_strong")
        self._launch = ElidedLabel("", "caption")
        self._switcher = Switcher(views, says=_("View"))
        self._switcher.chosen.connect(self.view_chosen)
        self._view_menu = QMenu(self)
        for key, text in views:
            self._view_menu.addAction(text).triggered.connect(self._chooser(key))
        self._view_button = button(dict(views)[views[0][0]], menu=self._view_menu, name="view-menu")
        self._search = button(
            _("Find or run…"), hint="Ctrl K", name="search", icon="search", on_click=self.search_asked.emit
        )
        self._search_icon = icon_button(
            "search", _("Find or run… (Ctrl K)"), "normal", name="search-icon", on_click=self.search_asked.emit
        )
        self._export = button(_("Export checklist"), "filled", name="export", on_click=self.export_asked.emit)
        self._lay_out()

    def show_now(self, now: Now, *, is_saved: bool) -> None:
        """Show where a launch stands."""
        self._title.setText(now.title if is_saved else f"{now.title} •")
        self._tier.set_text(_("Tier {n}").format(n=now.tier))
        self._week.setText(now.week_line)
        self._launch.setText(now.launch_line)
        number = str(now.week) if 1 <= now.week <= now.weeks else ""
        self._clock.set_clock(
            ClockFace(now.leads, now.gone / max(now.weeks, 1) * len(now.leads), number),
            f"{now.week_line}. {now.launch_line}",
        )

    def set_view(self, key: str) -> None:
        """Show which view is open."""
        self._switcher.set_current(key)
        self._view_button.set_label(dict(self._views)[key])

    def set_hint(self, key: str, hint: str) -> None:
        """Teach the shortcut of a view."""
        self._switcher.set_hint(key, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold when there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        for widget, wide in self._folded():
            widget.setVisible(narrow is not wide)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as the folded head."""
        return QSize(640, TOOLBAR_HEIGHT)

    def _folded(self) -> list[tuple[QWidget, bool]]:
        return [
            (self._switcher, True),
            (self._search, True),
            (self._tier, True),
            (self._view_button, False),
            (self._search_icon, False),
        ]

    def _lay_out(self) -> None:
        about = QWidget()
        lines = rows(about, spacing=0)
        lines.addStretch()
        lines.addWidget(self._week)
        lines.addWidget(self._launch)
        lines.addStretch()
        about.setMinimumWidth(120)
        about.setMaximumWidth(260)
        about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = columns(self, spacing=12)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._title)
        row.addWidget(self._tier)
        row.addSpacing(4)
        row.addWidget(self._clock)
        row.addWidget(about, 2)
        row.addStretch(1)
        row.addWidget(self._switcher, 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._view_button)
        row.addStretch(1)
        row.addWidget(self._search)
        row.addWidget(self._search_icon)
        row.addWidget(self._export)

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.view_chosen.emit(key)
