"""Typing and clicking on phases, people, roles, several parts and the launch itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchplanner.plan.edits import Together
from launchplanner.plan.people import Away, RoleHold
from launchplanner.plan.plan import BATON, PERSON, PHASE, ROLE, TASK, TEAM
from launchplanner.ui.inspector.chips import ChipsField
from launchplanner.ui.inspector.fields import ChoiceField
from launchplanner.ui.inspector.part_list import PartList
from launchplanner.ui.inspector.rows import ListRow
from launchplanner.ui.kit.buttons import Button
from launchplanner.ui.kit.labels import Label
from launchplanner.ui.kit.pills import Chip
from tests.builders import a_person, a_plan, a_role, a_task, a_team
from tests.ui.inspector.conftest import Open
from tests.ui.inspector.pane import Pane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BUILD = ((PHASE, "build"),)
JONAS = ((PERSON, "jonas-reyes"),)
SALES = ((ROLE, "sales-lead"),)
FIELD = ((TEAM, "field"),)


def holders(pane: Pane, role: str) -> list[str]:
    return [key for key, person in sorted(pane.plan.people.items()) if any(hold.role == role for hold in person.holds)]


def test_a_phase_gets_another_lead_and_words(opened: Open) -> None:
    pane = opened(a_plan(), BUILD)
    pane.type("phase-lead-field", "PMM")
    pane.type("phase-purpose", "Make it", key=None)
    pane.find(QWidget, "phase-leaves-with").setFocus()

    phase = pane.plan.phases["build"]
    assert (phase.lead, phase.purpose) == ("pmm", "Make it")


def test_a_phase_is_moved_by_its_first_day_and_cut_by_its_last(opened: Open) -> None:
    pane = opened(a_plan(), BUILD)
    pane.type("phase-start", "+5")
    moved = pane.plan.phases["build"].start, pane.plan.phases["build"].days

    pane.type("phase-end", "W3 Fri")

    phase = pane.plan.phases["build"]
    assert (moved, (phase.start, phase.days)) == ((-26, 20), (-26, 10))


def test_a_phase_that_would_end_before_it_begins_is_refused(opened: Open) -> None:
    pane = opened(a_plan(), BUILD)

    pane.type("phase-end", "26 Feb")

    assert (len(pane.refused), pane.text("phase-end")) == (1, "Fri 26 Mar 2027")


def test_the_batons_of_a_phase_are_a_click_away(opened: Open) -> None:
    pane = opened(a_plan(), BUILD)

    pane.click("phase-batons-product-to-market")

    assert pane.parts == ((BATON, "product-to-market"),)


def test_a_renamed_person_keeps_the_old_name_as_an_alias(opened: Open) -> None:
    pane = opened(a_plan(), JONAS)

    pane.type("person-title", "Jonas Reyes-Lima")

    assert pane.plan.people["jonas-reyes"].aliases == ("Jonas Reyes",)
    assert list(pane.find(ChipsField, "person-aliases").chips()) == ["Jonas Reyes"]


def test_other_spellings_of_a_name_are_added_and_taken_off(opened: Open) -> None:
    pane = opened(a_plan(), JONAS)
    pane.type("person-aliases-add", "@jreyes")
    pane.type("person-aliases-add", "Reyes J.")

    chip = pane.find(Chip, "person-aliases-@jreyes")
    chip.setFocus()
    pane.press(chip, Qt.Key.Key_Backspace)

    assert pane.plan.people["jonas-reyes"].aliases == ("Reyes J.",)


def test_days_away_are_added_stretched_and_taken_off(opened: Open) -> None:
    pane = opened(a_plan(), JONAS)
    pane.type("person-away-add", "25 Mar 2027")
    pane.type("person-away-0-end", "30 Mar")
    pane.type("person-away-0-word", "Holiday")
    away = pane.plan.people["jonas-reyes"].away

    pane.click("person-away-0-off")

    assert away == (Away(start=date(2027, 3, 25), end=date(2027, 3, 30), reason="Holiday"),)
    assert pane.plan.people["jonas-reyes"].away == ()


def test_a_role_is_taken_dated_and_freed(opened: Open) -> None:
    pane = opened(a_plan(a_role("Editor", "editor")), JONAS)
    pane.type("person-take", "Editor")
    pane.type("person-role-1-days-end", "26 Mar 2027")
    held = pane.plan.people["jonas-reyes"].holds

    pane.click("person-role-1-days-off")

    assert held[1] == RoleHold(role="editor", end=date(2027, 3, 26))
    assert holders(pane, "editor") == []


def test_two_entries_become_one_person(opened: Open) -> None:
    pane = opened(a_plan(a_person("J. Reyes"), a_task("Deck", owner="j-reyes")), JONAS)

    pane.type("person-same", "J. Reyes")

    assert "j-reyes" not in pane.plan.people
    assert pane.plan.tasks["deck"].owner == "jonas-reyes"
    assert pane.text("person-same") == ""


def test_what_a_person_owns_is_listed_and_a_click_away(opened: Open) -> None:
    pane = opened(a_plan(), JONAS)

    pane.click("person-owns-message-framework")

    assert pane.parts == ((TASK, "message-framework"),)


def test_a_role_is_given_to_another_and_follows(opened: Open) -> None:
    pane = opened(a_plan(), SALES)

    pane.type("role-bind", "Mira")

    assert holders(pane, "sales-lead") == ["mira-okafor"]


def test_a_role_held_until_a_day_is_held_by_another_beside(opened: Open) -> None:
    pane = opened(a_plan(), SALES)
    pane.type("role-holder-tessa-brandt-0-days-end", "19 Mar 2027")

    pane.type("role-bind", "Mira")

    assert holders(pane, "sales-lead") == ["mira-okafor", "tessa-brandt"]


def test_a_role_that_nobody_holds_says_so(opened: Open) -> None:
    pane = opened(a_plan(a_role("Editor", "editor")), ((ROLE, "editor"),))

    assert not pane.find(Label, "role-nobody").isHidden()


def test_roles_that_nobody_holds_stand_first_on_the_launch(opened: Open) -> None:
    pane = opened(a_plan(a_role("Editor", "editor"), a_task("Deck", owner="editor")), ())
    row = pane.find(ListRow, "open-role-editor-head")
    told = row.title(), row.caption()

    pane.type("open-role-editor-pick", "Tessa")

    assert (told, holders(pane, "editor")) == (("Editor", "1 task waits"), ["tessa-brandt"])
    assert "editor" not in [name.objectName() for name in pane.inspector.findChildren(ListRow) if name.isVisible()]


def test_launch_day_is_typed_and_everything_moves_with_it(opened: Open) -> None:
    pane = opened(a_plan(), ())

    pane.type("launch-day", "20 Apr")

    assert pane.plan.launch_day == date(2027, 4, 20)
    assert pane.text("launch-first") == "Mon 8 Mar 2027"


def test_a_weekday_is_worked_or_not(opened: Open) -> None:
    pane = opened(a_plan(), ())

    pane.click("weekday-5")
    pane.click("weekday-0")

    assert pane.plan.calendar.weekdays == (1, 2, 3, 4, 5)


def test_the_last_working_weekday_stays(opened: Open) -> None:
    pane = opened(a_plan(), ())

    for number in range(5):
        pane.click(f"weekday-{number}")

    assert pane.plan.calendar.weekdays == (4,)
    assert pane.find(Chip, "weekday-4").isChecked()


def test_days_off_are_added_and_taken_off(opened: Open) -> None:
    pane = opened(a_plan(), ())
    pane.type("days-off-add", "29 Mar 2027")
    pane.type("days-off-add", "26 Mar 2027")
    off = pane.plan.calendar.days_off

    pane.click("days-off-2027-03-29-off")

    assert (off, pane.plan.calendar.days_off) == (
        (date(2027, 3, 26), date(2027, 3, 29)),
        (date(2027, 3, 26),),
    )


def test_ownership_debt_is_listed_and_a_click_away(opened: Open) -> None:
    pane = opened(a_plan(a_task("Deck", owner=""), a_task("Script")), ())
    row = pane.find(ListRow, "debt-deck")
    told = row.caption()

    pane.mouse(row)

    assert (told, pane.parts) == ("no owner", ((TASK, "deck"),))


def test_a_team_gets_another_name_kind_and_spelling(opened: Open) -> None:
    pane = opened(a_plan(a_team("Field", "tessa-brandt")), FIELD)

    pane.type("team-title", "Field sales")
    pane.type("team-aliases-add", "@field")
    kind = pane.find(ChoiceField, "team-kind")
    kind.setFocus()
    pane.press(kind, Qt.Key.Key_Down)
    pane.press(kind, Qt.Key.Key_Return)

    team = pane.plan.teams["field"]
    assert (team.name, team.aliases, team.kind) == ("Field sales", ("Field", "@field"), "organisation")


def test_people_join_a_team_and_leave_it_and_nobody_unknown_does(opened: Open) -> None:
    pane = opened(a_plan(a_team("Field", "tessa-brandt")), FIELD)

    pane.type("team-members-add", "Jonas Reyes")
    assert pane.plan.teams["field"].members == ("tessa-brandt", "jonas-reyes")
    pane.type("team-members-add", "Somebody Else")
    assert pane.plan.teams["field"].members == ("tessa-brandt", "jonas-reyes")
    chip = pane.find(Chip, "team-members-tessa-brandt")
    chip.setFocus()
    pane.press(chip, Qt.Key.Key_Backspace)

    assert pane.plan.teams["field"].members == ("jonas-reyes",)


def test_what_is_written_to_a_team_is_listed_and_a_click_away(opened: Open) -> None:
    pane = opened(a_plan(a_team("Field", "tessa-brandt"), a_task("Visit", owner="Field"), a_task("Call")), FIELD)

    rows = pane.find(PartList, "team-owns").rows()
    assert list(rows) == ["task visit"]
    pane.mouse(rows["task visit"])

    assert pane.parts == ((TASK, "visit"),)


def test_two_people_become_the_one_whose_name_is_chosen(opened: Open) -> None:
    pane = opened(a_plan(a_person("J. Reyes", key="jr")), (*JONAS, (PERSON, "jr")))

    pane.click("join-jr")

    assert "jonas-reyes" not in pane.plan.people
    assert pane.plan.people["jr"].aliases == ("Jonas Reyes",)
    assert pane.parts == ((PERSON, "jr"),)


def test_three_people_are_not_offered_to_be_one(opened: Open) -> None:
    three = tuple((PERSON, key) for key in ("mira-okafor", "jonas-reyes", "tessa-brandt"))

    pane = opened(a_plan(), three)

    assert not [row for row in pane.inspector.findChildren(Button) if row.objectName().startswith("join-")]


def test_several_tasks_get_one_owner_in_one_step(opened: Open) -> None:
    parts = tuple((TASK, key) for key in ("deck", "script"))
    pane = opened(a_plan(a_task("Deck", owner=""), a_task("Script"), a_task("Other")), parts)
    before = pane.text("several-owner-field")

    pane.type("several-owner-field", "Jonas")

    assert (before, len(pane.edits)) == ("", 1)
    assert [pane.plan.tasks[key].owner for key in ("deck", "script", "other")] == [
        "jonas-reyes",
        "jonas-reyes",
        "mira-okafor",
    ]
    assert pane.text("several-owner-field") == "Jonas Reyes"


def test_several_parts_move_together(opened: Open) -> None:
    plan = a_plan()
    pane = opened(plan, ((TASK, "product-spec"), (BATON, "product-to-market")))

    pane.type("several-days", "3")

    assert pane.plan.tasks["product-spec"].start.days == plan.tasks["product-spec"].start.days + 3
    assert pane.plan.batons["product-to-market"].day == plan.batons["product-to-market"].day + 3
    assert pane.text("several-days") == "0 days"


def test_several_states_become_one(opened: Open) -> None:
    parts = tuple((TASK, key) for key in ("deck", "script"))
    pane = opened(a_plan(a_task("Deck", status="active", progress=30), a_task("Script")), parts)
    box = pane.find(QWidget, "several-status")
    box.setFocus()

    for key in (Qt.Key.Key_Down,) * 3:
        pane.press(box, key)

    assert [(task.status, task.progress) for task in pane.plan.tasks.values()] == [("done", 100), ("done", 100)]
    assert all(isinstance(edit, Together) for edit in pane.edits)


def test_a_long_list_shows_its_first_rows_and_the_rest_on_asking(opened: Open) -> None:
    tasks = [a_task(f"Task {number:02}", owner="") for number in range(30)]
    pane = opened(a_plan(*tasks), ())
    before = len(pane.find(PartList, "debt").rows())

    pane.click("debt-more")

    assert (before, len(pane.find(PartList, "debt").rows())) == (8, 30)


def test_what_is_gone_is_not_shown(opened: Open) -> None:
    pane = opened(a_plan(), ((TASK, "no such task"), (TASK, "product-spec")))

    assert pane.text("task-title") == "Product spec"
