"""Makes pictures of every view and dialog of the real window, to be looked at.

python tests/screens.py FOLDER [--size 1440x900] [--theme light|dark] [--today 2027-02-18] [--only NAME]

Without a screen it draws offscreen. It has a home of its own, so it neither shows nor touches anybody's launches.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QPushButton, QWidget

from launchplanner.app.files import PlanFile, opened
from launchplanner.app.importing import read_foreign
from launchplanner.app.settings import Recent, SettingsFile
from launchplanner.checks.rules import RULES
from launchplanner.formats.templates import template
from launchplanner.plan.plan import Plan
from launchplanner.plan.templates import new_plan
from launchplanner.plan.values import Table
from launchplanner.plan.work import Phase, Start, Task
from launchplanner.ui.actions import actions
from launchplanner.ui.desk import Desk
from launchplanner.ui.dialogs.about import AboutDialog
from launchplanner.ui.dialogs.export import ExportDialog
from launchplanner.ui.dialogs.help import show_guide, show_handbook
from launchplanner.ui.dialogs.importing import ImportDialog
from launchplanner.ui.dialogs.launch_day import LaunchDayDialog
from launchplanner.ui.dialogs.new_launch import NewLaunchDialog
from launchplanner.ui.dialogs.owner import OwnerDialog
from launchplanner.ui.dialogs.person import PersonDialog
from launchplanner.ui.dialogs.waive import WaiveDialog
from launchplanner.ui.kit.questions import Question, Verb
from launchplanner.ui.main_window import MainWindow
from launchplanner.ui.shortcuts import ShortcutsDialog
from launchplanner.ui.theme import theme
from launchplanner.ui.view_list import made_views
from launchplanner.words.resources import resource_folder

if TYPE_CHECKING:
    from launchplanner.ui.theme.theme import Choice
    from launchplanner.ui.workspace import Workspace

Kind = TypeVar("Kind", bound=QWidget)

SAMPLE = resource_folder() / "examples" / "new-auction-model.launchplan"
NARROW = (1024, 700)
MANY = 10_000
FOREIGN = """Task,Owner,Start,End,Phase
Write the spec,Mira Okafor,2027-01-18,2027-01-22,Spec
Agree on the price,Mira & Jonas,2027-01-25,2027-01-29,Spec
Positioning,PM until week 6 then PMM,2027-02-22,2027-03-05,Positioning
Press release,TBD,2027-03-08,2027-03-12,Positioning
,,,,
Train the sellers,Sales team,2027-03-15,2027-03-19,Training
Go live,Mira Okafor,2027-03-30,2027-03-30,Ramp
"""
FAMILIAR = (
    ("Regional roll-out, Nordics and Baltics", "regional-roll-out", 30),
    ("Notification e-mails", "tier-3-release-note", -40),
    ("A launch with a title that is a good deal longer than any row of this list is wide", "fast-launch", 4),
    ("השקה באביב", "early-access", 90),
)


class Camera:
    """Takes the pictures, by name, into one folder."""

    def __init__(self, app: QApplication, folder: Path, only: str) -> None:
        self._app = app
        self._folder = folder
        self._only = only
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True)

    def settle(self) -> None:
        """Let the window lay itself out and paint."""
        for _round in range(5):
            self._app.processEvents()

    def take(self, name: str, shown: QWidget, *over: QWidget) -> None:
        """Keep what is shown, with the windows over it where they stand."""
        self._number += 1
        if self._only and self._only not in name:
            return
        self.settle()
        picture = shown.grab()
        if over:
            self._put_over(picture, shown, over)
        picture.save(str(self._folder / f"{self._number:02}-{name}.png"))
        sys.stdout.write(f"{self._number:02}-{name}\n")

    def dialog(self, name: str, dialog: QDialog, prepare: Callable[[], object] = lambda: None) -> None:
        """Open a dialog, keep it, and close it."""
        dialog.setModal(False)
        dialog.show()
        self.settle()
        prepare()
        self.take(name, dialog)
        dialog.close()
        dialog.deleteLater()
        self.settle()

    def _put_over(self, picture: QPixmap, below: QWidget, over: tuple[QWidget, ...]) -> None:
        painter = QPainter(picture)
        for window in over:
            place = window.mapToGlobal(QPoint(0, 0)) - below.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(place, window.grab())
        painter.end()


def main() -> None:
    arguments = read_arguments()
    with tempfile.TemporaryDirectory() as home:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        app = QApplication([])
        camera = Camera(app, arguments.folder, arguments.only)
        settings = SettingsFile(Path(home) / "settings.json")
        desk = Desk(theme.apply(app, cast("Choice", arguments.theme)), settings, lambda: arguments.today)
        width, height = (int(side) for side in arguments.size.split("x"))
        for story in (start_screens, view_screens, part_screens, dialog_screens, question_screens, other_launches):
            window = MainWindow(desk)
            window.resize(width, height)
            window.show()
            camera.settle()
            story(camera, window, Path(home))
            leave(window)
            camera.settle()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2027, 2, 18))
    parser.add_argument("--only", default="", help="only pictures with this in their name")
    return parser.parse_args()


def leave(window: MainWindow) -> None:
    """Close a window without being asked about its edits."""
    if window.document is not None:
        window.document.save_as(Path(os.environ["HOME"]) / "left.launchplan")
    window.close()
    window.deleteLater()


def start_screens(camera: Camera, window: MainWindow, home: Path) -> None:
    """The start screen: nothing yet, then recent launches in every state, then by keyboard."""
    camera.take("start-empty", window)
    settings = window.desk.settings
    for entry in reversed(recent_launches(home, window.desk.today)):
        settings.change(settings.settings.with_recent(entry))
    window.start.refresh()
    camera.take("start", window)
    focus(window, window.start, "recent-row")
    camera.take("start-keyboard-recent", window)
    focus(window, window.start, "template-twelve-week-clock")
    camera.take("start-keyboard-template", window)
    focus(window, window.start, "start-import")
    camera.take("start-keyboard-side", window)


def recent_launches(home: Path, today: date) -> list[Recent]:
    """Return launches of every kind: in order, late, over, one that is gone, one that is no plan."""
    kept: list[tuple[Path, str]] = []
    plan, _file = opened(SAMPLE)
    kept.append((home / "new-auction-model.launchplan", plan.title))
    PlanFile.created(kept[0][0], plan)
    for number, (title, key, days) in enumerate(FAMILIAR):
        found = template(key)
        assert found is not None
        plan = new_plan(found, title=title, launch_day=today + timedelta(days=days), people={"Mira Okafor": ["pm"]})
        path = home / f"launch-{number}.launchplan"
        PlanFile.created(path, plan)
        kept.append((path, title))
    broken = home / "notes.launchplan"
    broken.write_text("This was never a plan.", encoding="utf-8")
    kept.append((broken, "Notes"))
    kept.append((home / "moved-away.launchplan", "Spring pricing"))
    moments = (today - timedelta(days=ago) for ago in range(20))
    return [
        Recent(path=str(path), title=title, edited=f"{moment.isoformat()}T12:04")
        for (path, title), moment in zip(kept, moments, strict=False)
    ]


def view_screens(camera: Camera, window: MainWindow, _home: Path) -> None:
    """Each view of the sample, the problems folded, and the same in a narrow window."""
    workspace = open_sample(window)
    camera.take("launch", window)
    baton = main_baton(window)
    for entry in made_views():
        workspace.select(())
        workspace.show_view(entry.key)
        workspace.select((("baton", baton),))
        camera.take(f"view-{entry.key}", window)
    workspace.show_view("timeline")
    workspace.problems.list.setFocus(Qt.FocusReason.TabFocusReason)
    workspace.next_problem(1)
    camera.take("problems-keyboard", window)
    workspace.toggle_problems()
    workspace.toggle_inspector()
    camera.take("problems-folded-no-inspector", window)
    workspace.set_phases_open(open_=False)
    camera.take("phases-closed", window)
    window.say("“Press kit” cannot wait for itself.", "warning")
    camera.take("notice", window)
    before = window.size()
    window.resize(*NARROW)
    workspace.set_phases_open(open_=True)
    workspace.select((("baton", baton),))
    for entry in made_views():
        workspace.show_view(entry.key)
        camera.take(f"narrow-{entry.key}", window)
    workspace.show_inspector()
    camera.take("narrow-inspector", window)
    window.resize(before)


def part_screens(camera: Camera, window: MainWindow, _home: Path) -> None:
    """The inspector on each kind of part, the palette, the menus."""
    workspace = open_sample(window)
    plan = document_plan(window)
    kinds = {"task": plan.tasks, "phase": plan.phases, "person": plan.people, "role": plan.roles}
    for kind, table in kinds.items():
        workspace.select(((kind, sorted(table)[0]),))
        camera.take(f"part-{kind}", window)
    workspace.select(tuple(("task", key) for key in sorted(plan.tasks)[:3]))
    camera.take("part-several", window)
    for typed in ("", "mess", "zzzz"):
        window.open_palette()
        palette = child(window, QDialog, "palette")
        camera.settle()
        field = child(palette, QLineEdit, "palette-field")
        field.setText(typed)
        field.textEdited.emit(typed)
        camera.take(f"palette-{typed or 'at-rest'}", window, palette)
        palette.reject()
        camera.settle()
    for key in ("file", "edit", "insert", "view", "launch", "help"):
        menu = window.menus.menu(key)
        menu.popup(window.mapToGlobal(QPoint(40, 24)))
        camera.take(f"menu-{key}", window, menu)
        menu.close()


def dialog_screens(camera: Camera, window: MainWindow, home: Path) -> None:
    """Every dialog with something in it, and what it says when it cannot be taken."""
    open_sample(window)
    assert window.document is not None
    snapshot, plan = window.document.snapshot, window.document.plan
    for key in ("twelve-week-clock", "regional-roll-out"):
        camera.dialog(f"new-{key}", NewLaunchDialog(window, window.desk.today, key))
    untitled = NewLaunchDialog(window, window.desk.today)
    camera.dialog("new-untitled", untitled, untitled.take)
    camera.dialog("export", ExportDialog(window, snapshot, ()))
    emptied = ExportDialog(window, snapshot, ("nothing",))
    camera.dialog("export-nothing-ticked", emptied, lambda: press_tab(emptied, 2))
    foreign = home / "go-to-market.csv"
    foreign.write_text(FOREIGN, encoding="utf-8")
    camera.dialog("import", ImportDialog(window, foreign, read_foreign(foreign)))
    moving = LaunchDayDialog(window, snapshot)
    camera.dialog("launch-day", LaunchDayDialog(window, snapshot))
    camera.dialog("launch-day-later", moving, child(moving, QPushButton, "week-later").click)
    tasks = sorted(plan.tasks)
    camera.dialog("owner", OwnerDialog(window, snapshot, tasks[:1]))
    camera.dialog("owner-of-five", OwnerDialog(window, snapshot, tasks[:5]))
    unnamed = PersonDialog(window, plan)
    camera.dialog("person", unnamed, unnamed.take)
    camera.dialog("waive", WaiveDialog(window, snapshot.findings.open[0], "", snapshot.today))
    camera.dialog("about", AboutDialog(window))
    camera.dialog("shortcuts", ShortcutsDialog(window, actions()))


def question_screens(camera: Camera, window: MainWindow, _home: Path) -> None:
    """What is asked, and the two windows of help."""
    camera.dialog(
        "question-unsaved",
        Question(
            window,
            "“New auction model” has edits that are not saved.",
            "Without saving, they are gone when the launch closes.",
            [Verb("drop", "Close without saving", "danger"), Verb("save", "Save", "filled")],
        ),
    )
    for row in (0, 3, 11):
        show_guide(window)
        guide = child(window, QDialog, "help-window")
        child(guide, QListWidget, "help-pages").setCurrentRow(row)
        camera.dialog(f"guide-{row + 1:02}", guide)
    show_handbook(window, RULES[1].id)
    help_window = child(window, QDialog, "help-window")
    camera.dialog("handbook", help_window, lambda: child(help_window, QListWidget, "help-pages").setFocus())


def other_launches(camera: Camera, window: MainWindow, _home: Path) -> None:
    """A launch with nothing in it, one that is sound, and one with 10,000 rows."""
    today = window.desk.today
    empty = Plan(title="Nothing yet", launch_day=today + timedelta(days=40), first=-28, days=40)
    for name, plan in (("empty", empty), ("many", many_rows(today))):
        window.show_document(window.desk.made(plan))
        camera.settle()
        assert window.workspace is not None
        for entry in made_views():
            window.workspace.show_view(entry.key)
            camera.take(f"{name}-{entry.key}", window)
        assert window.document is not None
        window.document.save_as(Path(os.environ["HOME"]) / f"{name}.launchplan")
        window.leave_document()


def many_rows(today: date) -> Plan:
    """Return a plan of 10,000 rows, in 20 phases of tasks without an owner, with one, and with two."""
    owners = ("Mira Okafor", "Jonas Reyes", "Mira & Jonas", "")
    phases = {f"P{at:02}": Phase(title=f"Phase {at}", start=-60 + 4 * at, days=4, lead="") for at in range(20)}
    tasks = {
        f"T{at:05}": Task(
            title=f"Task {at}",
            phase=f"P{at % 20:02}",
            owner=owners[at % len(owners)],
            start=Start(days=-60 + 4 * (at % 20)),
            duration=1 + at % 4,
            order=f"{at:05}",
        )
        for at in range(MANY - len(phases))
    }
    return Plan(
        title="Ten thousand rows",
        launch_day=today + timedelta(days=80),
        first=-60,
        days=90,
        phases=Table(phases),
        tasks=Table(tasks),
    )


def open_sample(window: MainWindow) -> "Workspace":
    window.commands.files.open_sample()
    assert window.workspace is not None
    return window.workspace


def document_plan(window: MainWindow) -> Plan:
    assert window.document is not None
    return window.document.plan


def main_baton(window: MainWindow) -> str:
    return next(key for key, baton in document_plan(window).batons.items() if baton.title == "Product to market")


def child(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    found = parent.findChildren(kind, name)
    assert found, name
    return found[-1]


def focus(window: MainWindow, inside: QWidget, name: str) -> None:
    """Go to a widget as the Tab key would."""
    window.activateWindow()
    child(inside, QWidget, name).setFocus(Qt.FocusReason.TabFocusReason)


def press_tab(dialog: QDialog, times: int) -> None:
    for _time in range(times):
        dialog.focusNextChild()


if __name__ == "__main__":
    main()
