"""Draws every piece of the kit, light and dark, into pictures to look at.

Run it as `python tests/kit_gallery.py FOLDER`; it leaves `kit-light.png`, `kit-dark.png` and `kit-native-*.png`.
"""

import os
import sys
from itertools import repeat
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDate, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from launchplanner.ui import kit, theme
from launchplanner.ui.theme.tokens import Tokens

MIRA = kit.Face.of("Mira Okafor", "pm")
JONAS = kit.Face.of("Jonas Reyes", "pmm")
TESSA = kit.Face.of("Tessa Brandt", "sales")
RELAY = ("pm",) * 6 + ("pmm",) * 6
VIEWS = [("overview", "Overview"), ("timeline", "Timeline"), ("tasks", "Tasks"), ("batons", "Batons")]


def flow(*widgets: QWidget, spacing: int = 10) -> QWidget:
    box = QWidget()
    row = kit.columns(box, spacing=spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return box


def card(title: str, *parts: QWidget) -> QWidget:
    made = kit.surface("card")
    column = kit.rows(made, margin=16, spacing=10)
    column.addWidget(kit.SectionHead(title))
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return made


class Canvas(QWidget):
    """A widget that only draws."""

    size_of = (400, 100)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(*self.size_of)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.draw(QPainter(self), theme.tokens_of(self))


class Bars(Canvas):
    """A few rows of a timeline, drawn by the painters alone."""

    size_of = (400, 232)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        for row in range(7):
            painter.fillRect(QRectF(0, row * 32 + 31, 400, 1), tokens.grid)
        painter.fillRect(QRectF(190, 0, 60, 224), kit.hatch_brush(tokens, self.devicePixelRatioF()))
        kit.paint_phase(painter, QRectF(20, 0, 180, 32), tokens, "pm")
        kit.paint_bar(painter, QRectF(20, 40, 90, 16), tokens, "pm", "done", critical=True)
        kit.paint_bar(painter, QRectF(80, 72, 80, 16), tokens, "pm", "running", progress=0.55, critical=True)
        capsule = QRectF(200, 100, 38, 24)
        kit.paint_capsule(painter, capsule, tokens, "pm", "pmm", halo=True)
        kit.paint_bar(painter, QRectF(250, 136, 80, 16), tokens, "pmm", "planned", critical=True)
        kit.paint_bar(painter, QRectF(270, 168, 60, 16), tokens, "pmm", "nobody")
        kit.paint_bar(painter, QRectF(250, 200, 90, 16), tokens, "pmm", "several")
        runs = (kit.Run("2 owners", strong=True, tone="error"),)
        kit.paint_runs(painter, QRectF(346, 200, 54, 16), tokens, runs, "caption")
        painter.fillRect(QRectF(150, 0, 2, 224), tokens.error.text)


class Faces(Canvas):
    """Owners and pairs at three sizes: the difference between both must survive the smallest."""

    size_of = (400, 116)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        for top, side in ((0, 20), (28, 24), (62, 40)):
            self._row(painter, tokens, top, side)

    def _row(self, painter: QPainter, tokens: Tokens, top: float, side: float) -> None:
        left = 0.0
        for owners in ([], [MIRA], [JONAS, TESSA], [MIRA, JONAS, TESSA, MIRA]):
            kit.paint_owners(painter, QRectF(left, top, 200, side), tokens, owners)
            left += kit.owners_width(side, len(owners)) + 12
        kit.paint_pair(painter, QRectF(left, top, 200, side), tokens, MIRA, JONAS)
        left += kit.pair_width(side) + 12
        kit.paint_pair(painter, QRectF(left, top, 200, side), tokens, MIRA, None, arrow=True)
        left += kit.pair_width(side, arrow=True) + 12
        kit.paint_avatar(painter, QRectF(left, top, side, side), tokens, "KA", "support", hollow=True)


class Families(Canvas):
    """All families: face, bar, capsule to the next, text on the tint."""

    size_of = (400, 286)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        names = [*theme.FAMILIES, "unheard of"]
        for number, name in enumerate(names):
            top = number * 26.0
            after = names[(number + 1) % len(names)]
            painter.fillRect(QRectF(230, top + 2, 130, 22), tokens.family(name).tint)
            kit.paint_avatar(painter, QRectF(0, top + 2, 22, 22), tokens, name[:2].upper(), name)
            kit.paint_bar(painter, QRectF(32, top + 5, 60, 16), tokens, name, "running", progress=0.5)
            kit.paint_bar(painter, QRectF(100, top + 5, 60, 16), tokens, name, "done")
            kit.paint_capsule(painter, QRectF(172, top + 2, 40, 22), tokens, name, after)
            kit.paint_runs(painter, QRectF(238, top, 120, 26), tokens, [kit.Run(name, strong=True, tone=name)])


class Icons(Canvas):
    """Every icon at 20 pixels."""

    size_of = (400, 190)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        for number, name in enumerate(kit.icon_names()):
            left, top = number % 12 * 33, number // 12 * 36
            kit.paint_icon(painter, QRectF(left, top, 20, 20), name, tokens.ink)
            painter.drawPixmap(left + 4, top + 22, kit.pixmap(name, tokens.muted, 12, 2))


class Marks(Canvas):
    """Capsules large and small, the relay line, zones and strips."""

    size_of = (400, 150)

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        kit.paint_capsule(painter, QRectF(0, 0, 96, 56), tokens, "pm", "pmm")
        kit.paint_capsule(painter, QRectF(110, 12, 44, 26), tokens, "pm", "sales")
        kit.paint_capsule(painter, QRectF(164, 16, 30, 18), tokens, "pmm", "support", faded=True)
        kit.paint_capsule(painter, QRectF(204, 20, 16, 10), tokens, "pm", "pmm")
        kit.paint_capsule(painter, QRectF(230, 12, 44, 26), tokens, "pm", "pm")
        kit.paint_relay_line(painter, QRectF(290, 20, 100, 8), tokens, "pm", "pmm")
        kit.paint_zone(painter, QRectF(1, 66, 398, 12), tokens, planned=0.5, now=0.7)
        pieces: list[kit.Segment] = [*repeat("full", 7), *repeat("empty", 5)]
        kit.paint_segments(painter, QRectF(0, 92, 240, 6), tokens, pieces)
        kit.paint_segments(painter, QRectF(250, 92, 150, 6), tokens, ["full", "half", "full", "now", "empty", "empty"])
        days: list[kit.Segment] = [*repeat("full", 8), "risk", "lost"]
        kit.paint_segments(painter, QRectF(0, 108, 400, 12), tokens, days, tokens.muted)
        kit.paint_progress(painter, QRectF(0, 130, 190, 8), tokens, 0.7)
        kit.paint_progress(painter, QRectF(210, 130, 190, 8), tokens, 0.03, tokens.warning.text)


def toolbar() -> QWidget:
    bar = kit.surface("bar")
    row = kit.columns(bar, spacing=12)
    row.setContentsMargins(16, 10, 16, 10)
    row.addWidget(kit.label("New auction model", "title"))
    row.addWidget(kit.Pill("Tier 1"))
    row.addWidget(kit.ClockWidget(kit.ClockFace(RELAY, 4.7, "5"), 30))
    words = QWidget()
    column = kit.rows(words)
    column.addWidget(kit.label("Week 5 of 12 · PM leads", "caption_strong"))
    column.addWidget(kit.label("Launch Tue 30 Mar 2027 · in 40 days", "caption"))
    row.addWidget(words)
    row.addStretch()
    switch = kit.Switcher(VIEWS)
    switch.set_current("timeline")
    row.addWidget(switch)
    row.addStretch()
    row.addWidget(kit.SearchField("Search or run a command", "Ctrl K"))
    row.addWidget(kit.button("Export checklist", "filled"))
    return bar


def clocks() -> QWidget:
    late = kit.ClockFace(("pm",) * 3 + ("sales",) * 2 + ("",) * 3, 6.4, "7")
    shown = [
        (kit.ClockFace(RELAY, 4.7, "5", "of 12 weeks"), 150),
        (kit.ClockFace(RELAY, 4.7, "5"), 44),
        (late, 44),
        (kit.ClockFace(RELAY, -2, ""), 44),
        (kit.ClockFace(RELAY, 12, done=True), 44),
        (kit.ClockFace(RELAY * 4, 20.2, "21"), 44),
        (kit.ClockFace((), None), 30),
    ]
    return flow(*(kit.ClockWidget(face, side) for face, side in shown), spacing=8)


def finding(code: str, sentence: str, bold: list[str], tone: theme.Tone, *repairs: str) -> QWidget:
    row = QWidget()
    line = kit.columns(row, spacing=8)
    line.addWidget(kit.MarkWidget("bang", tone))
    line.addWidget(kit.label(code, "code"))
    line.addWidget(kit.Sentence(kit.with_strong(sentence, bold)), 1)
    for repair in repairs:
        line.addWidget(kit.button(repair, size="small"))
    return row


def buttons() -> list[QWidget]:
    off = [kit.button("Return…"), kit.button("Hand over", "filled"), kit.button("More", "quiet")]
    for one in off:
        one.setEnabled(False)
    menu = kit.button("Group: phase", menu=QMenu())
    focus = kit.button("With focus", "filled", name="focus")
    return [
        flow(kit.button("Hand over", "filled"), kit.button("Open baton", hint="Enter"), kit.button("Later", "quiet")),
        flow(*off, menu),
        flow(kit.button("Delete", "danger"), kit.button("Remove R&D", "danger_filled"), focus),
        flow(
            kit.button("Jonas owns it", size="small"),
            kit.button("Checklist", icon="print"),
            kit.icon_button("more", "More"),
            kit.icon_button("close", "Close", "normal", size="small"),
        ),
        kit.button("New launch", "filled", size="large", icon="plus", hint="Ctrl N", row=True),
        kit.button("Open a file…", "quiet", icon="open", hint="Ctrl O", row=True),
        flow(kit.button("Right", "filled", size="huge", icon="check", hint="R"), QPushButton("Qt's own")),
    ]


def chips() -> list[QWidget]:
    chosen = kit.Chip("All", 70)
    chosen.setChecked(True)
    return [
        flow(chosen, kit.Chip("No owner", 1, "error"), kit.Chip("Mine", 15), kit.Chip("Late", 2, "error"), spacing=6),
        flow(kit.Chip("Filter", icon="plus", dashed=True), kit.Chip("Critical, late", icon="filter", removable=True)),
        flow(
            kit.Pill("2 errors", "error"),
            kit.Pill("2 warnings", "warning"),
            kit.Pill("Accepted", "good"),
            kit.Pill("Tier 1"),
            kit.Pill("PM leads", "pm"),
        ),
        flow(
            kit.MarkWidget("check", "good"),
            kit.MarkWidget("bang", "warning"),
            kit.MarkWidget("bang", "error"),
            kit.MarkWidget("empty", "neutral"),
            kit.LetterBlock("B"),
            kit.KeyCaps("Ctrl", "Shift", "H"),
            kit.AvatarWidget([MIRA]),
            kit.AvatarWidget([]),
            kit.PairWidget(MIRA, JONAS),
        ),
    ]


def fields() -> list[QWidget]:
    combo = kit.combo_box("Baton")
    combo.addItems(["Product to market", "Message to enablement"])
    ticked = QCheckBox("Ready")
    ticked.setChecked(True)
    half = QCheckBox("Some")
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    radio = QRadioButton("Forecast")
    radio.setChecked(True)
    wrong = kit.line_edit("Due", text="thu next weak")
    kit.mark_wrong(wrong, wrong=True)
    day = kit.date_edit("Day")
    day.setDate(QDate(2027, 2, 18))
    return [
        flow(kit.line_edit("Title", text="Pricing narrative"), wrong),
        flow(kit.SearchField("Find in tasks", "Ctrl F"), combo),
        flow(kit.spin_box("Days", low=0, high=90, suffix=" days"), day),
        flow(ticked, half, QCheckBox("Yes"), radio, QRadioButton("Promise")),
        kit.text_edit("Read-back", placeholder="In your own words: what ships, for whom, and what would stop you"),
    ]


def labels() -> list[QWidget]:
    narrow = kit.ElidedLabel("Mechanism-to-message table, second edition")
    narrow.setFixedWidth(180)
    return [
        flow(kit.label("Display 62 %", "display"), kit.label("Heading", "heading")),
        kit.label("Title, semibold", "title"),
        flow(kit.label("Body <b>x</b>"), kit.label("Strong", "strong"), kit.label("Muted", "muted"), narrow),
        flow(
            kit.label("Caption", "caption"),
            kit.label("no owner", "error"),
            kit.label("draft", "warning"),
            kit.label("accepted", "good"),
            kit.label("PM", "caption_strong", tone="pm"),
            kit.label("PMM", "caption_strong", tone="pmm"),
            kit.label("OWN002", "code"),
        ),
        flow(kit.label("Thu 11 Feb 111", figures=True), kit.label("Wed 24 Mar 900", figures=True)),
        kit.Sentence(
            (
                kit.Run("Slow auctions at peak. Past "),
                kit.Run("250 ms", struck=True, tone="warning"),
                kit.Run(" Dev stops the step and rolls back in 7 minutes. "),
                kit.Run("Mira:", tone="muted"),
                kit.Run(" 200 ms at p95", strong=True),
            )
        ),
    ]


def table() -> QWidget:
    made = QTableWidget(4, 3)
    made.setHorizontalHeaderLabels(["Task", "Owner", "Due"])
    kit.dress_table(made, "Tasks")
    for number in range(4):
        for column, text in enumerate(("Usage-data readout", "Leila Haddad", "Wed 24 Feb")):
            made.setItem(number, column, QTableWidgetItem(text))
    made.selectRow(1)
    made.setFixedHeight(140)
    return made


def tree() -> QWidget:
    made = QTreeWidget()
    made.setHeaderLabels(["Phase", "Done"])
    kit.dress_tree(made, "Phases")
    for phase in ("Spec", "Build"):
        top = QTreeWidgetItem(made, [phase, "12 of 12"])
        QTreeWidgetItem(top, ["Auction model spec", "yes"])
    made.topLevelItem(0).setExpanded(True)  # pyright: ignore[reportOptionalMemberAccess]
    made.setFixedHeight(150)
    return made


def gallery() -> QWidget:
    page = kit.surface("ground")
    column = kit.rows(page)
    column.addWidget(toolbar())
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(16)
    notice = kit.NoticeBar()
    notice.say("“Sales training” now belongs to Jonas Reyes.", "good", action="Undo")
    warned = kit.NoticeBar()
    warned.say(kit.with_strong("Pricing narrative was changed by another program.", ["Pricing narrative"]), "warning")
    empty = kit.EmptyState("baton", "No batons yet", "A pass says who gives what to whom, and when.")
    cards = [
        card("Clock and strips", clocks(), Marks()),
        card("Timeline", Bars(), Faces()),
        card("Families", Families()),
        card("Buttons", *buttons()),
        card("Chips, pills, marks", *chips()),
        card("Fields", *fields()),
        card("Type", *labels()),
        card("Icons", Icons()),
        card("Nothing yet", empty),
        card("Lists", table()),
        card("Tree", tree()),
        card(
            "Findings and notices",
            finding("OWN002", "Sales training has two owners.", ["Sales training"], "error", "Jonas owns it"),
            finding("PHA003", "Message framework starts early.", ["Message framework"], "warning", "Move"),
            notice,
            warned,
        ),
    ]
    for number, one in enumerate(cards):
        grid.addWidget(one, number // 3, number % 3)
    column.addWidget(body)
    return page


def native(folder: Path, mode: str) -> None:
    """Grab what opens in windows of its own: a question, a menu, an open combo box."""
    question = kit.Question(
        None,
        "Leave “Bulk upload” without saving?",
        "Three changes since 12:04 would be lost.",
        [kit.Verb("discard", "Discard changes", "danger"), kit.Verb("save", "Save and leave", "filled")],
    )
    question.grab().save(str(folder / f"kit-native-question-{mode}.png"))
    day = kit.date_edit("Day")
    day.setDate(QDate(2027, 2, 18))
    day.calendarWidget().grab().save(str(folder / f"kit-native-calendar-{mode}.png"))
    menu = QMenu()
    kit.set_icon(menu.addAction("Export checklist…"), "export")
    ticked = menu.addAction("Show done tasks")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.addSeparator()
    menu.addAction("Hand over").setEnabled(False)
    menu.addMenu("Zoom")
    menu.grab().save(str(folder / f"kit-native-menu-{mode}.png"))


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    app = QApplication(sys.argv)
    look = theme.apply(app, "light")
    window = QSplitter()
    window.addWidget(gallery())
    window.resize(QSize(1400, 1500))
    window.show()
    window.activateWindow()

    def grab() -> None:
        # Dark comes second on the same window: what is not repainted live is seen.
        for mode in ("light", "dark"):
            look.choose(mode)
            focused = window.findChild(QWidget, "focus")
            window.activateWindow()
            if focused:
                focused.setFocus(Qt.FocusReason.TabFocusReason)
            app.processEvents()
            window.grab().save(str(folder / f"kit-{mode}.png"))
            native(folder, mode)
        app.quit()

    QTimer.singleShot(200, grab)
    app.exec()


if __name__ == "__main__":
    main()
