"""Backups: the last versions of a plan, newest first, and nothing anywhere else."""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from launchplanner.store.backups import KEPT, backups, keep_copy, moment_of
from launchplanner.store.names import name_of
from tests.store.disk import failing

ID = "6f1c2b0a-8d0e-4b57-9d55-0a4f7a3f2c11"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "launch.launchplan"


def kept(tmp_path: Path, file: Path, text: str, moment: str, plan_id: str = ID) -> None:
    file.write_text(text)
    keep_copy(tmp_path / "backups", plan_id, file, moment)


def texts(tmp_path: Path, plan_id: str = ID) -> list[str]:
    return [copy.read_text() for copy in backups(tmp_path / "backups", plan_id)]


def test_copies_are_found_newest_first(tmp_path: Path, file: Path) -> None:
    for number in range(3):
        kept(tmp_path, file, f"v{number}", f"20270218-12040{number}")

    assert texts(tmp_path) == ["v2", "v1", "v0"]
    assert backups(tmp_path / "backups", ID)[0].parent.name == ID


def test_many_copies_within_a_second_are_found_newest_first_too(tmp_path: Path, file: Path) -> None:
    for number in range(12):
        kept(tmp_path, file, f"v{number}", "20270218-120400")

    assert texts(tmp_path) == [f"v{number}" for number in reversed(range(2, 12))]


def test_the_same_content_is_kept_once(tmp_path: Path, file: Path) -> None:
    kept(tmp_path, file, "v1", "20270218-120400")
    kept(tmp_path, file, "v1", "20270218-120500")

    assert len(texts(tmp_path)) == 1


def test_of_many_copies_in_one_hour_the_last_ones_stay(tmp_path: Path, file: Path) -> None:
    for number in range(KEPT + 5):
        kept(tmp_path, file, f"v{number}", f"20270218-12{number:04}")

    assert texts(tmp_path) == [f"v{number}" for number in reversed(range(5, KEPT + 5))]


def test_older_copies_are_kept_one_an_hour_then_a_day_then_a_week(tmp_path: Path, file: Path) -> None:
    end = datetime(2027, 6, 30, 12, 0).astimezone()
    every_20_minutes = [end - timedelta(minutes=20 * number) for number in range(24 * 3 * 120)]
    place = tmp_path / "backups" / ID
    place.mkdir(parents=True)
    for moment in every_20_minutes[1:]:
        (place / f"{moment:%Y%m%d-%H%M%S}.launchplan").write_text(str(moment))

    kept(tmp_path, file, "now", f"{end:%Y%m%d-%H%M%S}")

    ages = [end - moment for copy in backups(tmp_path / "backups", ID) if (moment := moment_of(copy)) is not None]
    assert ages[:KEPT] == [timedelta(minutes=20 * number) for number in range(KEPT)]
    assert len([age for age in ages if age <= timedelta(hours=24)]) in range(30, 36)
    assert len([age for age in ages if timedelta(hours=24) < age <= timedelta(days=14)]) in range(13, 15)
    assert len([age for age in ages if timedelta(days=14) < age]) in range(10, 13)
    assert max(ages) <= timedelta(weeks=12)


def test_a_pinned_copy_stays_whatever_its_age(tmp_path: Path, file: Path) -> None:
    file.write_text("before the merge")
    keep_copy(tmp_path / "backups", ID, file, "20260101-120000", pinned=True)
    for number in range(KEPT + 5):
        kept(tmp_path, file, f"v{number}", f"20270218-12{number:04}")

    assert texts(tmp_path)[-1] == "before the merge"
    assert len(texts(tmp_path)) == KEPT + 1


def test_beyond_the_room_for_backups_the_oldest_go_and_the_newest_stays(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("launchplanner.store.backups.LARGEST", 25)
    for number in range(4):
        kept(tmp_path, file, f"{number}" * 10, f"20270218-12000{number}")
    assert texts(tmp_path) == ["3" * 10, "2" * 10]

    kept(tmp_path, file, "x" * 99, "20270218-130000")

    assert texts(tmp_path) == ["x" * 99]


def test_plans_do_not_share_their_copies(tmp_path: Path, file: Path) -> None:
    kept(tmp_path, file, "mine", "20270218-120400")
    kept(tmp_path, file, "other", "20270218-120400", "other plan")

    assert texts(tmp_path) == ["mine"]
    assert texts(tmp_path, "other plan") == ["other"]
    assert texts(tmp_path, "a third") == []


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EIO])
def test_half_a_copy_is_not_left_behind(tmp_path: Path, file: Path, reason: int) -> None:
    kept(tmp_path, file, "v1", "20270218-120400")
    file.write_text("v2")

    with failing() as disk:
        keep_copy(tmp_path / "tried", ID, file, "20270218-120500")
    at = disk.called.index("fsync") + 1  # the newest copy is read as well
    with failing(at, reason), pytest.raises(OSError, match=os.strerror(reason)):
        keep_copy(tmp_path / "backups", ID, file, "20270218-120500")

    assert texts(tmp_path) == ["v1"]


@pytest.mark.parametrize("plan_id", ["../../letters", "/etc", "..", "", "a/b", "a\x00b", "\ud800", "x" * 5000, "CON"])
def test_an_id_that_is_a_path_leads_nowhere(tmp_path: Path, file: Path, plan_id: str) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    for number in range(KEPT + 3):
        (letters / f"{number}.launchplan").write_text("mine")

    kept(tmp_path, file, "v1", "20270218-120400", plan_id)

    assert len(list(letters.iterdir())) == KEPT + 3
    assert [found.name for found in (tmp_path / "backups").iterdir()] == [name_of(plan_id)]
    assert name_of(plan_id).isalnum()
