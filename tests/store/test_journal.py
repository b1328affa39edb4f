"""The journal: every edit again after a crash, whatever the crash cut short."""

import errno
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.plan.changes import changes_between
from launchplanner.plan.edits import Change, ChangeLaunch, Edit, Remove
from launchplanner.plan.plan import TASK, Plan
from launchplanner.store.journal import Journal, Leftover, leftovers
from tests.builders import a_plan, a_task
from tests.plan.strategies import plans
from tests.store.disk import failing

EDITS: tuple[Edit, ...] = (
    Change(TASK, "product-spec", {"owner": "jonas-reyes"}),
    ChangeLaunch({"title": "Gebote, neu\u2028gedacht \x85 \U0001f680"}),
    Remove(TASK, ("message-framework",)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journals"


def written(folder: Path, *edits: Edit, plan: Plan | None = None) -> tuple[Journal, list[Plan]]:
    """Return a journal of edits, and the plan at the beginning and after each."""
    states = [plan or a_plan()]
    journal = Journal(folder, states[0], Path("/plans/launch.launchplan"), "digest")
    for edit in edits:
        states.append(edit.apply(states[-1]))
        journal.append(changes_between(states[-2], states[-1]))
    return journal, states


def left_by_a_dead_process(journal: Journal, process: str = "999999999") -> Path:
    """Return the journal's file, as if another process had written it and ended."""
    name = journal.path.stem.rsplit("-", 2)[0]
    left = journal.path.rename(journal.path.with_name(f"{name}-0a0b0c0d-{process}.journal"))
    journal.close()
    return left


def the_leftover(folder: Path) -> Leftover:
    (found,) = leftovers(folder)
    return found


def test_the_edits_of_a_session_that_died_are_made_again(folder: Path) -> None:
    journal, states = written(folder, *EDITS)
    left_by_a_dead_process(journal)

    leftover = the_leftover(folder)

    assert (leftover.plan_file, leftover.base) == (Path("/plans/launch.launchplan"), "digest")
    assert leftover.started() == states[0]
    assert leftover.replayed(states[0]) == states[-1]


@given(st.lists(plans(), min_size=2, max_size=4))
def test_any_steps_are_made_again_the_same(tmp_path_factory: pytest.TempPathFactory, states: list[Plan]) -> None:
    folder = tmp_path_factory.mktemp("journals")
    journal = Journal(folder, states[0], None, "digest")
    for before, after in pairwise(states):
        journal.append(changes_between(before, after))
    left_by_a_dead_process(journal)

    leftover = the_leftover(folder)

    assert leftover.replayed(leftover.started()) == states[-1]


@pytest.mark.parametrize("cut", [1, 2, 10, 40])
def test_a_line_that_was_cut_short_is_left_out(folder: Path, cut: int) -> None:
    journal, states = written(folder, *EDITS)
    path = left_by_a_dead_process(journal)
    path.write_bytes(path.read_bytes()[:-cut])

    leftover = the_leftover(folder)

    expected = states[-1] if cut == 1 else states[-2]
    assert leftover.replayed(leftover.started()) == expected


def test_a_line_that_was_cut_inside_a_letter_is_left_out(folder: Path) -> None:
    journal, states = written(folder, EDITS[0], ChangeLaunch({"title": "Zoë"}))
    path = left_by_a_dead_process(journal)
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex("ë".encode()) + 1])

    assert the_leftover(folder).replayed(states[0]) == states[1]


def test_the_journal_of_a_living_process_is_not_found(folder: Path) -> None:
    mine, _states = written(folder, *EDITS)
    other, _states = written(folder, *EDITS)
    left_by_a_dead_process(other, str(os.getppid()))

    assert leftovers(folder) == []
    mine.close()


def test_a_journal_of_a_dead_process_with_the_number_of_this_one_is_found(folder: Path) -> None:
    journal, _states = written(folder, *EDITS)
    left_by_a_dead_process(journal, str(os.getpid()))

    assert len(leftovers(folder)) == 1


def test_a_plan_that_is_open_twice_has_two_journals(folder: Path) -> None:
    first, _states = written(folder, EDITS[0])
    second, states = written(folder, EDITS[1])
    first.close()

    left_by_a_dead_process(second)

    assert the_leftover(folder).replayed(states[0]) == states[-1]


def test_a_closed_journal_is_gone_and_a_restarted_one_begins_anew(folder: Path) -> None:
    journal, states = written(folder, *EDITS)

    journal.restart(states[1], None, "other")
    journal.append(changes_between(states[1], states[2]))

    left = left_by_a_dead_process(journal)
    leftover = the_leftover(folder)
    assert (leftover.base, leftover.plan_file) == ("other", None)
    assert leftover.started() == states[1]
    assert leftover.replayed(states[1]) == states[2]
    left.unlink()
    again, _states = written(folder)
    again.close()
    assert list(folder.iterdir()) == []


def test_a_saved_plan_without_an_edit_leaves_nothing_to_bring_back(folder: Path) -> None:
    journal, _states = written(folder)
    left_by_a_dead_process(journal)

    assert leftovers(folder) == []


def test_the_newest_is_found_first(folder: Path) -> None:
    for number, time in ((1, 2000), (2, 3000), (3, 1000)):
        journal, _states = written(folder, ChangeLaunch({"title": f"Launch {number}"}))
        os.utime(left_by_a_dead_process(journal, f"99999999{number}"), (time, time))

    assert [leftover.steps[0]["title"] for leftover in leftovers(folder)] == ["Launch 2", "Launch 1", "Launch 3"]


@pytest.mark.parametrize("content", [b"", b"5\n", b"{}\n{}\n", b'{"start": 3}\n{}\n', b"[" * 100_000, b"\xff\xfe\n"])
@pytest.mark.parametrize("name", ["x.journal", "a-b-999999999.journal", "a-notanumber.journal"])
def test_files_that_are_no_journals_are_passed_over(folder: Path, name: str, content: bytes) -> None:
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "a-folder-1.journal").mkdir()

    assert leftovers(folder) == []


def test_a_folder_that_is_not_there_holds_nothing(folder: Path) -> None:
    assert leftovers(folder) == []


@pytest.mark.parametrize("half_a_line", [b"", b'{"title": "Half of wh', b"x" * 100_000])
def test_an_edit_that_the_disk_refused_leaves_the_others_whole(folder: Path, half_a_line: bytes) -> None:
    journal, states = written(folder, EDITS[0])
    states += [EDITS[1].apply(states[1]), EDITS[2].apply(EDITS[1].apply(states[1]))]

    with failing(0, errno.EIO), pytest.raises(OSError, match="Input/output"):
        journal.append(changes_between(states[1], states[2]))
    with journal.path.open("ab") as file:
        file.write(half_a_line)

    journal.append(changes_between(states[1], states[3]))
    left_by_a_dead_process(journal)
    assert the_leftover(folder).replayed(states[0]) == states[3]


def test_a_journal_whose_beginning_could_not_be_written_begins_with_the_next_edit(folder: Path) -> None:
    states = [a_plan(), EDITS[0].apply(a_plan())]
    journal = Journal(folder, a_plan(a_task("Other")), None, "digest")

    with failing(1, errno.EIO), pytest.raises(OSError, match="Input/output"):
        journal.restart(states[0], None, "new")
    journal.append(changes_between(*states))
    left_by_a_dead_process(journal)

    leftover = the_leftover(folder)
    assert (leftover.base, leftover.started(), leftover.replayed(states[0])) == ("new", states[0], states[1])


@pytest.mark.parametrize("plan_id", ["../../autostart/evil", "/etc/x", "a\x00b"])
def test_an_id_that_is_a_path_leads_nowhere(folder: Path, plan_id: str) -> None:
    journal = Journal(folder, a_plan().replace(id=plan_id), None, "")

    assert list(folder.iterdir()) == [journal.path]
    journal.close()
