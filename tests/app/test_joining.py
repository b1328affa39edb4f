"""Other hands on the plan's file: noticed, joined as one step, and never written over."""

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from launchplanner.app.backups import difference, newest_good, versions
from launchplanner.app.document import Document
from launchplanner.app.files import PlanFile, backup_folder, opened
from launchplanner.app.merging import question, taken_over
from launchplanner.app.watching import CHANGED, EMPTIED, GONE, SAME, FileWatch
from launchplanner.formats.native import write_plan
from launchplanner.plan.edits import Add, Change, ChangeLaunch, Edit, Remove
from launchplanner.plan.plan import TASK
from launchplanner.store.backups import backups
from launchplanner.store.journal import leftovers
from launchplanner.store.merging import merged
from launchplanner.store.saving import ChangedOnDiskError
from tests.builders import BEFORE, a_plan, a_task

SPEC = "product-spec"
TITLE = ChangeLaunch({"title": "Theirs"})
OWNER = Change(TASK, SPEC, {"owner": "jonas-reyes"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "launch.launchplan"


@pytest.fixture
def document(path: Path, tmp_path: Path) -> Generator[Document]:
    """Return an open plan in a file, with a journal."""
    made = Document(a_plan(), BEFORE, journal_folder=tmp_path / "journals")
    made.save_as(path)
    yield made
    made.close()


def saved_by_another(path: Path, edit: Edit) -> None:
    plan, file = opened(path)
    file.written(edit.apply(plan))


def joined(document: Document, path: Path) -> None:
    theirs, file = opened(path)
    merge = merged(document.base, document.plan, theirs)
    assert merge.is_clean
    document.join(merge.plan, theirs, file, "Join")


def test_edits_of_both_are_in_the_file_after_a_merge(document: Document, path: Path) -> None:
    document.do(OWNER)
    saved_by_another(path, TITLE)
    with pytest.raises(ChangedOnDiskError):
        document.save()

    joined(document, path)
    assert not document.is_saved
    document.save()

    plan, _file = opened(path)
    assert (plan.title, plan.tasks[SPEC].owner) == ("Theirs", "jonas-reyes")
    assert document.is_saved


def test_a_merge_is_one_step(document: Document, path: Path) -> None:
    document.do(OWNER)
    mine = document.plan
    saved_by_another(path, TITLE)

    joined(document, path)

    assert document.history.steps() == ("Change owner", "Join")
    document.undo()
    assert document.plan is mine


def test_what_was_in_the_file_before_a_merge_is_a_pinned_backup(document: Document, path: Path) -> None:
    document.do(OWNER)
    saved_by_another(path, TITLE)
    theirs = path.read_bytes()
    joined(document, path)

    document.save()

    (pinned,) = [copy for copy in backups(backup_folder(), document.plan.id) if "pinned" in copy.name]
    assert pinned.read_bytes() == theirs


def test_without_edits_of_ours_the_file_is_simply_read_again(document: Document, path: Path) -> None:
    saved_by_another(path, TITLE)

    joined(document, path)

    assert document.is_saved
    assert document.plan.title == "Theirs"
    document.do(OWNER)
    document.save()


def test_a_crash_after_a_merge_loses_neither_side(document: Document, path: Path, tmp_path: Path) -> None:
    document.do(OWNER)
    saved_by_another(path, TITLE)
    joined(document, path)

    (journal,) = (tmp_path / "journals").iterdir()
    copy = tmp_path / "crashed" / f"a-{2**30}.journal"
    copy.parent.mkdir()
    copy.write_bytes(journal.read_bytes())
    (leftover,) = leftovers(copy.parent)

    assert leftover.replayed(leftover.started()) == document.plan
    assert document.file is not None
    assert leftover.base == document.file.digest


def rename_over(path: Path, data: bytes) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(data)
    other.replace(path)


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@pytest.mark.parametrize("write", [rename_over, in_place])
def test_a_change_is_told_once(document: Document, path: Path, write: Callable[[Path, bytes], None]) -> None:
    watch, file = FileWatch(), document.file
    assert file is not None
    assert watch.look(file) == SAME

    write(path, write_plan(a_plan(title="Theirs")))
    assert watch.look(file) == CHANGED
    assert watch.look(file, thorough=True) == SAME

    write(path, write_plan(document.plan))
    assert watch.look(file) == SAME


def test_a_change_that_left_size_and_time_alone_is_found_by_a_thorough_look(document: Document, path: Path) -> None:
    file = document.file
    assert file is not None
    watch = FileWatch()
    watch.look(file)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"auction", b"auktion"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert watch.look(file, thorough=True) == CHANGED


@pytest.mark.parametrize(("done", "told"), [("delete", GONE), ("empty", EMPTIED), ("folder", "unreadable")])
def test_a_file_that_is_gone_or_emptied_is_told_as_that(document: Document, path: Path, done: str, told: str) -> None:
    file = document.file
    assert file is not None
    watch = FileWatch()
    path.unlink()
    if done == "empty":
        path.touch()
    if done == "folder":
        path.mkdir()

    assert watch.look(file) == told
    assert watch.look(file) == SAME


def test_earlier_versions_are_told_by_what_differs(document: Document) -> None:
    document.do(Add(TASK, "more", a_task("More")[1]))
    document.save()
    document.do(Remove(TASK, ("more", SPEC)))
    document.save()

    told = [version.told(document.plan) for version in versions(document.plan.id)]

    assert [line.partition(": ")[2] for line in told] == ["2 tasks more", "1 task more"]
    assert difference(document.plan, document.plan) == "as it is now"


def test_going_back_is_one_step_and_takes_the_version_as_it_was(document: Document) -> None:
    old = document.plan
    document.do(OWNER)
    document.save()
    version = newest_good(document.plan.id)
    assert version is not None
    assert version.plan is not None

    assert document.go_back_to(version.plan, "Go back")

    assert document.plan == old
    assert not document.is_saved
    document.undo()
    assert document.is_saved


def test_a_backup_that_cannot_be_read_is_passed_over(document: Document) -> None:
    document.do(OWNER)
    document.save()
    (copy,) = backups(backup_folder(), document.plan.id)
    copy.with_name("20990101-000000.launchplan").write_bytes(b"{")

    broken, good = versions(document.plan.id)

    assert "cannot be read" in broken.told(document.plan)
    assert newest_good(document.plan.id) == good


def test_questions_are_put_in_words() -> None:
    base = a_plan(id="x")
    ours, theirs = OWNER.apply(base), Change(TASK, SPEC, {"owner": ""}).apply(base)
    merge = merged(base, ours, theirs)

    (asked,) = [question(clash, merge, ours, theirs) for clash in merge.clashes]

    assert (asked.place, asked.ours, asked.theirs) == ("Owner of “Product spec”", "Jonas Reyes", "nothing")


def test_what_came_from_the_other_side_is_counted() -> None:
    base = a_plan(id="x")

    assert taken_over(base, base) == "Nothing in the file was new."
    assert taken_over(base, TITLE.apply(OWNER.apply(base))) == "Taken over from the file: 1 task and the launch itself."


def test_a_file_written_by_us_is_known_at_once(path: Path) -> None:
    file = PlanFile.created(path, a_plan())

    assert FileWatch().look(file, thorough=True) == SAME
