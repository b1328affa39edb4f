"""An open plan: one entrance for edits, one exit for what follows, and nothing acknowledged is lost."""

import errno
from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.app.analysis import Snapshot, analyse
from launchplanner.app.document import Document
from launchplanner.app.files import opened
from launchplanner.plan.debt import debt_readings
from launchplanner.plan.edits import (
    Add,
    AddAlias,
    BindRole,
    Change,
    ChangeLaunch,
    Edit,
    EditError,
    GiveTo,
    JoinPeople,
    Link,
    Place,
    Remove,
    SetDuration,
    Unlink,
    Waive,
)
from launchplanner.plan.people import Away
from launchplanner.plan.plan import BATON, PERSON, TASK, TEAM
from launchplanner.store.journal import leftovers
from launchplanner.store.saving import ChangedOnDiskError, NotFlushedError, SaveError
from tests.builders import BEFORE, a_person, a_plan, a_task, a_team
from tests.plan.strategies import owners
from tests.store.disk import failing

RENAME = ChangeLaunch({"title": "Renamed"})
GIVE = Change(TASK, "product-spec", {"owner": "jonas-reyes"})


def a_document() -> Document:
    """Return an open plan without a file or a journal."""
    return Document(a_plan(), BEFORE)


@pytest.fixture
def filed(tmp_path: Path) -> Generator[Document]:
    """Return an open plan in a file, with a journal."""
    document = Document(a_plan(), BEFORE, journal_folder=tmp_path / "journals")
    document.save_as(tmp_path / "launch.launchplan")
    yield document
    document.close()


def test_an_edit_tells_every_watcher_what_follows_from_it() -> None:
    document = a_document()
    told: list[Snapshot] = []
    unwatch = document.watch(told.append)

    assert document.do(GIVE)
    unwatch()
    unwatch()
    document.do(RENAME)

    assert [snapshot.plan.tasks["product-spec"].owner for snapshot in told] == ["jonas-reyes"]
    assert told[0].plan.title == "New auction model"


def test_a_watcher_may_stop_watching_while_it_is_told() -> None:
    document = a_document()
    told: list[str] = []
    unwatch = document.watch(lambda _snapshot: (told.append("first"), unwatch())[0])
    document.watch(lambda _snapshot: told.append("second"))

    document.do(GIVE)
    document.do(RENAME)

    assert told == ["first", "second", "second"]


def test_an_edit_that_is_refused_changes_and_tells_nothing() -> None:
    document = a_document()
    before, told = document.snapshot, list[Snapshot]()
    document.watch(told.append)

    with pytest.raises(EditError):
        document.do(Remove(TASK, ("gone",)))

    assert document.snapshot is before
    assert told == []
    assert document.history.undo_label is None


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    document = a_document()

    assert not document.do(Change(TASK, "product-spec", {"owner": document.plan.tasks["product-spec"].owner}))
    assert document.history.steps() == ()


def test_undo_and_redo_lead_through_the_same_objects_and_tell() -> None:
    document = a_document()
    states = [document.plan]
    for edit in (GIVE, RENAME):
        document.do(edit)
        states.append(document.plan)
    told: list[Snapshot] = []
    document.watch(told.append)

    document.undo()
    assert document.plan is states[1]
    assert (document.history.undo_label, document.history.redo_label) == ("Change owner", "Change title")
    document.go_to(0)
    document.undo()
    assert document.plan is states[0]
    document.redo()
    document.redo()
    assert document.plan is states[2]
    assert len(told) == 4, "an undo of nothing tells nobody"


def test_a_change_of_owner_in_mid_phase_is_noted_in_the_same_step() -> None:
    document = Document(a_plan(), date(2027, 3, 10))
    before = document.plan

    document.do(GIVE)
    assert [change.after for change in document.plan.owner_changes.values()] == ["jonas-reyes"]
    assert document.snapshot.plan is document.plan
    document.undo()

    assert document.plan is before


def test_a_silent_change_of_owner_is_reported_until_its_reason_is_given() -> None:
    document = Document(a_plan(), date(2027, 3, 10))
    document.do(GIVE)
    (silent,) = [finding for finding in document.snapshot.findings.open if finding.rule == "OWN015"]

    document.do(silent.fixes[0].edit)

    assert "OWN015" not in {finding.rule for finding in document.snapshot.findings.open}


def test_a_repair_that_gives_work_away_says_why() -> None:
    away = (Away(start=date(2027, 3, 8), end=date(2027, 3, 12)),)
    task = a_task("Demo", backup="tessa-brandt", start=-26, duration=5)
    plan = a_plan(a_person("Mira Okafor", "pm", away=away), task)
    document = Document(plan, date(2027, 3, 8))
    (gone,) = [finding for finding in document.snapshot.findings.open if finding.rule == "OWN008"]

    document.do(gone.fixes[0].edit)

    assert [change.reason for change in document.plan.owner_changes.values()] == ["Mira Okafor is away"]


def test_another_day_is_another_snapshot_of_the_same_plan() -> None:
    document = a_document()
    told: list[Snapshot] = []
    document.watch(told.append)

    document.set_today(date(2027, 3, 9))
    document.set_today(date(2027, 3, 9))

    assert [(snapshot.today, snapshot.plan) for snapshot in told] == [(date(2027, 3, 9), document.plan)]


def test_a_plan_is_saved_while_its_file_holds_the_present_state(filed: Document, tmp_path: Path) -> None:
    assert filed.is_saved

    filed.do(GIVE)
    assert not filed.is_saved
    filed.undo()
    assert filed.is_saved
    filed.redo()
    filed.save()

    assert filed.is_saved
    assert opened(tmp_path / "launch.launchplan")[0] == filed.plan


def test_a_new_plan_is_not_saved_and_cannot_be_without_a_file() -> None:
    document = a_document()

    assert not document.is_saved
    with pytest.raises(ValueError, match="no file"):
        document.save()


def test_saving_takes_a_reading_of_the_ownership_debt_and_is_no_step(filed: Document, tmp_path: Path) -> None:
    assert debt_readings(filed.plan) == ((BEFORE, 0),)
    filed.do(Change(TASK, "product-spec", {"owner": "TBD"}))
    filed.set_today(date(2027, 2, 24))

    filed.save()

    assert debt_readings(opened(tmp_path / "launch.launchplan")[0]) == ((BEFORE, 0), (date(2027, 2, 24), 1))
    assert filed.snapshot.plan is filed.plan
    assert filed.history.steps() == ("Change owner",)


def test_undoing_what_was_saved_loses_no_reading(filed: Document) -> None:
    filed.do(GIVE)
    filed.set_today(date(2027, 2, 24))
    filed.save()
    filed.undo()
    assert not filed.is_saved
    filed.set_today(date(2027, 2, 25))

    filed.save()

    assert [day for day, _tasks in debt_readings(filed.plan)] == [BEFORE, date(2027, 2, 24), date(2027, 2, 25)]


def test_saving_tells_the_watchers(filed: Document) -> None:
    filed.do(GIVE)
    seen: list[bool] = []
    filed.watch(lambda _snapshot: seen.append(filed.is_saved))

    filed.save()

    assert seen == [True]


def test_a_save_over_somebody_elses_changes_is_refused_and_nothing_is_lost(filed: Document, tmp_path: Path) -> None:
    filed.do(GIVE)
    (tmp_path / "launch.launchplan").write_text("theirs")

    with pytest.raises(ChangedOnDiskError):
        filed.save()

    assert not filed.is_saved
    assert (tmp_path / "launch.launchplan").read_text() == "theirs"


def test_after_a_save_that_the_disk_did_not_confirm_the_next_one_is_not_refused(
    filed: Document, tmp_path: Path
) -> None:
    filed.do(GIVE)
    with failing(2, errno.EIO, "fsync"), pytest.raises(NotFlushedError):  # after the new file and the backup
        filed.save()
    assert not filed.is_saved
    filed.do(RENAME)
    filed.save()

    assert filed.is_saved


def test_closing_gives_up_what_was_not_saved(filed: Document, tmp_path: Path) -> None:
    filed.do(GIVE)

    filed.close()

    assert list((tmp_path / "journals").iterdir()) == []


def journal_of(tmp_path: Path) -> Path:
    (journal,) = (tmp_path / "journals").iterdir()
    return journal


def test_every_step_also_an_undo_is_in_the_journal(filed: Document, tmp_path: Path) -> None:
    saved = filed.plan
    for edit in (GIVE, RENAME):
        filed.do(edit)
    filed.undo()

    copy = tmp_path / "crashed" / f"a-{2**30}.journal"
    copy.parent.mkdir()
    copy.write_bytes(journal_of(tmp_path).read_bytes())
    (leftover,) = leftovers(copy.parent)

    assert leftover.started() == saved
    assert leftover.replayed(saved) == filed.plan
    assert filed.file is not None
    assert (leftover.plan_file, leftover.base) == (filed.file.path, filed.file.digest)


def test_a_journal_that_fails_is_said_and_catches_up_when_it_can(
    filed: Document, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    saved = filed.plan

    with failing(0, errno.ENOSPC):
        assert filed.do(GIVE)
    assert "No space left" in filed.trouble
    assert "No space left" in caplog.text
    assert filed.plan.tasks["product-spec"].owner == "jonas-reyes"
    filed.do(RENAME)

    assert filed.trouble == ""
    copy = tmp_path / "crashed" / f"a-{2**30}.journal"
    copy.parent.mkdir()
    copy.write_bytes(journal_of(tmp_path).read_bytes())
    (leftover,) = leftovers(copy.parent)
    assert leftover.replayed(saved) == filed.plan


def test_a_journal_that_fails_after_a_save_does_not_undo_the_save(
    filed: Document, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    filed.do(GIVE)

    with failing(3, errno.EIO, "fsync"):
        filed.save()

    assert filed.is_saved
    assert "Input/output" in filed.trouble
    assert "Input/output" in caplog.text
    filed.do(RENAME)
    assert filed.trouble == ""


def test_a_plan_opens_without_a_journal_where_none_can_be_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "journals").write_text("a file in the place of the folder")

    document = Document(a_plan(), BEFORE, journal_folder=tmp_path / "journals")

    assert "File exists" in document.trouble
    assert "File exists" in caplog.text
    assert document.do(GIVE)
    with pytest.raises(SaveError):
        document.save_as(tmp_path)
    document.close()


@st.composite
def steps(draw: st.DrawFn) -> Edit | str:
    """Return an edit, whether it can be made or not, or "undo", "redo" or "tomorrow"."""
    names = ["product-spec", "message-framework", "launch-day", "new"]
    task, owner = draw(st.sampled_from(names)), draw(owners)
    part, other = (draw(st.sampled_from([*names, "product-to-market"])) for _end in range(2))
    number = draw(st.integers(-40, 10))
    launch_day = draw(st.dates(date(2027, 3, 1), date(2027, 6, 1)))
    choices: list[Edit | str] = [
        Change(TASK, task, {"owner": owner}),
        Change(TASK, task, {"status": "done"}),
        ChangeLaunch({"launch_day": launch_day}),
        Link(part, other, "SS", number),
        Link(part, other),
        Unlink((f"{part}>{other}",)),
        Place(((part, number),)),
        SetDuration(task, number),
        Remove(TASK, (task,)),
        Add(TASK, "new", a_task("New", owner="Mira & Jonas")[1]),
        GiveTo((task,), "tessa-brandt"),
        Change(BATON, "product-to-market", {"giver": owner}),
        Waive("OWN001", task, "known"),
        Add(TEAM, "marketing", a_team("Marketing", "mira-okafor")[1]),
        Add(PERSON, "ana", a_person("Ana Lima")[1]),
        AddAlias("tessa-brandt", "Marketing"),
        BindRole("pm", "jonas-reyes"),
        JoinPeople("mira-okafor", "ana"),
        Change(PERSON, "mira-okafor", {"name": "Bo"}),
        ChangeLaunch({"words_for_two": ("Ana & Bo",)}),
        "undo",
        "redo",
        "tomorrow",
    ]
    return draw(st.sampled_from(choices))


@given(st.lists(steps(), max_size=12))
def test_the_snapshot_is_what_an_analysis_from_nothing_gives_whatever_was_done(done: list[Edit | str]) -> None:
    document = a_document()
    for step in done:
        if step == "undo":
            document.undo()
        elif step == "redo":
            document.redo()
        elif step == "tomorrow":
            document.set_today(date.fromordinal(document.snapshot.today.toordinal() + 1))
        elif not isinstance(step, str):
            try:
                document.do(step)
            except EditError:
                continue

        shown, fresh = document.snapshot, analyse(document.plan, document.snapshot.today)
        assert shown.plan is document.plan
        assert shown.schedule == fresh.schedule
        assert shown.findings == fresh.findings
        assert shown.debt == fresh.debt
