"""The table of all actions: menus, shortcuts, palette and the page of shortcuts are made from it, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from launchplanner.ui.commands import Commands
from launchplanner.words import _

Reason = Callable[[Commands], str]
"""Why an action cannot be done now, in a sentence; "" when it can."""

FILE: Final = "file"
EDIT: Final = "edit"
INSERT: Final = "insert"
VIEW: Final = "view"
LAUNCH: Final = "launch"
HELP: Final = "help"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `group` parts a menu by lines. The key of an action `in_view` counts only while a view has the focus.
    """

    id: str
    menu: str
    text: str
    run: Callable[[Commands], object]
    shortcut: str = ""
    icon: str = ""
    why_not: Reason = lambda _commands: ""
    group: int = 0
    in_view: bool = False


def menu_titles() -> dict[str, str]:
    """Return the menus in order, with their titles."""
    return {
        FILE: _("&File"),
        EDIT: _("&Edit"),
        INSERT: _("&Insert"),
        VIEW: _("&View"),
        LAUNCH: _("&Launch"),
        HELP: _("&Help"),
    }


def _needs_plan(commands: Commands) -> str:
    return "" if commands.document is not None else _("No launch is open.")


def _needs_undo(commands: Commands) -> str:
    document = commands.document
    return "" if document is not None and document.history.undo_label is not None else _("Nothing to undo.")


def _needs_redo(commands: Commands) -> str:
    document = commands.document
    return "" if document is not None and document.history.redo_label is not None else _("Nothing to do again.")


def _needs_selection(commands: Commands) -> str:
    return "" if commands.selection else _("Nothing is selected.")


def _needs_task(commands: Commands) -> str:
    return "" if commands.selected("task") else _("No task is selected.")


def _needs_movable(commands: Commands) -> str:
    return "" if commands.selected("task", "baton") else _("No task or baton is selected.")


def _needs_baton(commands: Commands) -> str:
    return "" if commands.relay.baton() else _("No baton is selected.")


def _needs_finding(commands: Commands) -> str:
    document = commands.document
    if document is None:
        return _("No launch is open.")
    return "" if document.snapshot.findings.open else _("There are no problems.")


def actions() -> tuple[Action, ...]:
    """Return every action, in the order of the menus."""
    return (
        *_file_actions(),
        *_edit_actions(),
        *_insert_actions(),
        *_view_actions(),
        *_launch_actions(),
        *_relay_actions(),
        *_help_actions(),
    )


def _file_actions() -> tuple[Action, ...]:
    return (
        Action("new", FILE, _("New launch…"), lambda c: c.files.new(), "Ctrl+N", "new"),
        Action("open", FILE, _("Open…"), lambda c: c.files.open(), "Ctrl+O", "open"),
        Action("import", FILE, _("Import a plan…"), lambda c: c.files.bring_in(), "Ctrl+I", "import"),
        Action("open-baton-file", FILE, _("Open a baton file…"), lambda c: c.exchange.open(), "Ctrl+Shift+O", "baton"),
        Action("sample", FILE, _("Look around in the sample"), lambda c: c.files.open_sample(), "", "star"),
        Action("save", FILE, _("Save"), lambda c: c.files.save(), "Ctrl+S", "save", _needs_plan, 1),
        Action("save-as", FILE, _("Save as…"), lambda c: c.files.save_as(), "Ctrl+Shift+S", "", _needs_plan, 1),
        Action(
            "versions", FILE, _("Earlier versions…"), lambda c: c.keeping.earlier_versions(), "", "", _needs_plan, 1
        ),
        Action("merge", FILE, _("Merge with another copy…"), lambda c: c.keeping.join_file(), "", "", _needs_plan, 1),
        Action(
            "export",
            FILE,
            _("Export checklist…"),
            lambda c: c.files.export(c.relay.on_page()),
            "Ctrl+E",
            "export",
            _needs_plan,
            2,
        ),
        Action(
            "read-checklist",
            FILE,
            _("Read a filled-in checklist…"),
            lambda c: c.exchange.read_checklist(),
            "",
            "check",
            _needs_plan,
            2,
        ),
        Action("close", FILE, _("Close launch"), lambda c: c.files.close(), "Ctrl+W", "", _needs_plan, 3),
        Action("quit", FILE, _("Quit"), lambda c: c.files.quit(), "Ctrl+Q", "", group=3),
    )


def _edit_actions() -> tuple[Action, ...]:
    return (
        Action("undo", EDIT, _("Undo"), lambda c: c.editing.undo(), "Ctrl+Z", "undo", _needs_undo),
        Action("redo", EDIT, _("Redo"), lambda c: c.editing.redo(), "Ctrl+Shift+Z", "redo", _needs_redo),
        Action(
            "edit-part", EDIT, _("Edit the selection"), lambda c: c.editing.edit(), "F2", "pencil", _needs_selection, 1
        ),
        Action("give", EDIT, _("Give to one owner…"), lambda c: c.editing.give(), "Ctrl+G", "person", _needs_task, 1),
        Action(
            "done",
            EDIT,
            _("Mark done, or not done"),
            lambda c: c.editing.toggle_done(),
            "Ctrl+D",
            "check",
            _needs_task,
            1,
        ),
        Action(
            "earlier",
            EDIT,
            _("Move a working day earlier"),
            lambda c: c.editing.move(-1),
            "Alt+Left",
            "",
            _needs_movable,
            2,
            in_view=True,
        ),
        Action(
            "later",
            EDIT,
            _("Move a working day later"),
            lambda c: c.editing.move(1),
            "Alt+Right",
            "",
            _needs_movable,
            2,
            in_view=True,
        ),
        Action(
            "link",
            EDIT,
            _("Let the second selected wait for the first"),
            lambda c: c.editing.link(),
            "Ctrl+L",
            "link",
            _needs_movable,
            2,
        ),
        Action(
            "delete", EDIT, _("Remove"), lambda c: c.editing.remove(), "Del", "trash", _needs_selection, 3, in_view=True
        ),
        Action("find", EDIT, _("Find or run…"), lambda c: c.viewing.palette(), "Ctrl+K", "search", group=4),
    )


def _insert_actions() -> tuple[Action, ...]:
    return (
        Action("add-task", INSERT, _("Task"), lambda c: c.editing.add_task(), "Ins", "task", _needs_plan),
        Action("add-baton", INSERT, _("Baton"), lambda c: c.editing.add_baton(), "Ctrl+Shift+B", "baton", _needs_plan),
        Action("add-phase", INSERT, _("Phase"), lambda c: c.editing.add_phase(), "Ctrl+Shift+P", "phase", _needs_plan),
        Action(
            "add-person", INSERT, _("Person…"), lambda c: c.editing.add_person(), "Ctrl+Shift+N", "person", _needs_plan
        ),
    )


def _view_actions() -> tuple[Action, ...]:
    return (
        Action(
            "timeline",
            VIEW,
            _("Timeline"),
            lambda c: c.viewing.show_view("timeline"),
            "Ctrl+1",
            "timeline",
            _needs_plan,
        ),
        Action("tasks", VIEW, _("Tasks"), lambda c: c.viewing.show_view("tasks"), "Ctrl+2", "task", _needs_plan),
        Action("batons", VIEW, _("Batons"), lambda c: c.viewing.show_view("batons"), "Ctrl+3", "baton", _needs_plan),
        Action("people", VIEW, _("People"), lambda c: c.viewing.show_view("people"), "Ctrl+4", "people", _needs_plan),
        Action("zoom-in", VIEW, _("Zoom in"), lambda c: c.viewing.zoom(1), "Ctrl++", "zoom-in", _needs_plan, 1),
        Action("zoom-out", VIEW, _("Zoom out"), lambda c: c.viewing.zoom(-1), "Ctrl+-", "zoom-out", _needs_plan, 1),
        Action("fit", VIEW, _("Fit the whole clock"), lambda c: c.viewing.fit(), "Ctrl+0", "fit", _needs_plan, 1),
        Action("today", VIEW, _("Go to today"), lambda c: c.viewing.go_to_today(), "Ctrl+T", "today", _needs_plan, 1),
        Action(
            "collapse", VIEW, _("Close all phases"), lambda c: c.viewing.collapse(), "Ctrl+Shift+Up", "", _needs_plan, 2
        ),
        Action(
            "expand", VIEW, _("Open all phases"), lambda c: c.viewing.expand(), "Ctrl+Shift+Down", "", _needs_plan, 2
        ),
        Action(
            "inspector",
            VIEW,
            _("Show or hide the inspector"),
            lambda c: c.viewing.toggle_inspector(),
            "Ctrl+Alt+I",
            "sidebar",
            _needs_plan,
            3,
        ),
        Action(
            "problems",
            VIEW,
            _("Show or hide the problems"),
            lambda c: c.viewing.toggle_problems(),
            "Ctrl+Alt+P",
            "warning",
            _needs_plan,
            3,
        ),
        Action(
            "next-problem", VIEW, _("Next problem"), lambda c: c.viewing.next_problem(1), "F8", "", _needs_finding, 3
        ),
        Action(
            "last-problem",
            VIEW,
            _("Previous problem"),
            lambda c: c.viewing.next_problem(-1),
            "Shift+F8",
            "",
            _needs_finding,
            3,
        ),
        Action("light", VIEW, _("Light"), lambda c: c.viewing.theme("light"), "", "sun", group=4),
        Action("dark", VIEW, _("Dark"), lambda c: c.viewing.theme("dark"), "", "moon", group=4),
        Action("system", VIEW, _("As the system"), lambda c: c.viewing.theme("system"), "", "settings", group=4),
    )


def _launch_actions() -> tuple[Action, ...]:
    return (
        Action(
            "launch-day",
            LAUNCH,
            _("Move launch day…"),
            lambda c: c.editing.move_launch_day(),
            "Ctrl+M",
            "calendar",
            _needs_plan,
        ),
        Action("outlook", LAUNCH, _("How the dates look…"), lambda c: c.timing.outlook(), "", "clock", _needs_plan),
        Action("baselines", LAUNCH, _("Baselines…"), lambda c: c.timing.baselines(), "", "history", _needs_plan),
        Action("holidays", LAUNCH, _("Public holidays…"), lambda c: c.timing.holidays(), "", "sun", _needs_plan),
        Action(
            "launch-settings",
            LAUNCH,
            _("Launch settings"),
            lambda c: c.viewing.show_launch(),
            "Ctrl+,",
            "settings",
            _needs_plan,
        ),
        Action(
            "fix-safe",
            LAUNCH,
            _("Repair all that is safe"),
            lambda c: c.editing.fix_safe(),
            "Ctrl+Shift+F",
            "check",
            _needs_finding,
            1,
        ),
    )


def _relay_actions() -> tuple[Action, ...]:
    return (
        Action(
            "open-baton",
            LAUNCH,
            _("Open the baton"),
            lambda c: c.relay.open_baton(),
            "Ctrl+B",
            "baton",
            _needs_baton,
            2,
        ),
        Action(
            "run-sheet", LAUNCH, _("Run sheet"), lambda c: c.relay.run_sheet(), "Ctrl+Shift+R", "eye", _needs_baton, 2
        ),
        Action(
            "send-baton",
            LAUNCH,
            _("Send the baton by file…"),
            lambda c: c.relay.send(),
            "Ctrl+Shift+H",
            "send",
            _needs_baton,
            2,
        ),
        Action(
            "waiting",
            LAUNCH,
            _("What waits for me…"),
            lambda c: c.relay.show_waiting(),
            "Ctrl+Shift+W",
            "person",
            _needs_plan,
            2,
        ),
    )


def _help_actions() -> tuple[Action, ...]:
    return (
        Action("guide", HELP, _("User's guide"), lambda c: c.helping.guide(), "F1", "help"),
        Action("handbook", HELP, _("Handbook of rules"), lambda c: c.helping.handbook(), "", "note"),
        Action("shortcuts", HELP, _("Keyboard shortcuts"), lambda c: c.helping.shortcuts(), "Ctrl+/", "list"),
        Action("about", HELP, _("About launchplanner"), lambda c: c.helping.about(), "", "info", group=1),
    )
