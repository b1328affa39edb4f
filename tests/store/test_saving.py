"""Saving: whatever goes wrong, the old content is whole, and what went wrong is said."""

import errno
import os
import stat
from pathlib import Path

import pytest

from launchplanner.store.saving import ChangedOnDiskError, NotFlushedError, SaveError, digest, save
from tests.store.disk import failing

OLD, NEW = b"the old plan\n", b"the new plan, which is longer\n"
REASONS = (
    errno.ENOSPC,
    errno.EIO,
    errno.EACCES,
    errno.EROFS,
    errno.EDQUOT,
    errno.ESTALE,
    errno.EBUSY,
    errno.EMFILE,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "launch.launchplan"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def test_a_save_writes_flushes_reads_back_replaces_and_flushes_the_folder(file: Path) -> None:
    with failing() as disk:
        written = save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == NEW
    assert written == digest(NEW)
    steps = ["read", "open", "write", "fsync", "close", "read", "replace", "open", "fsync", "close"]
    assert disk.called == steps


@pytest.mark.parametrize("reason", REASONS, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", range(7))
def test_a_failure_before_the_new_content_is_in_place_leaves_the_old_and_says_why(
    file: Path, step: int, reason: int
) -> None:
    with failing(step, reason), pytest.raises(SaveError) as caught:
        save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]
    said = str(caught.value)
    if reason in {errno.ENOSPC, errno.EDQUOT}:
        assert str(file.parent) in said
        assert f"{len(NEW)} bytes" in said
    else:
        assert str(file) in said
        assert os.strerror(reason) in said
    assert not isinstance(caught.value, NotFlushedError)


@pytest.mark.parametrize("reason", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("step", [7, 8, 9])
def test_a_failure_to_flush_the_folder_says_that_the_new_content_is_there(file: Path, step: int, reason: int) -> None:
    with failing(step, reason), pytest.raises(NotFlushedError) as caught:
        save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]
    assert caught.value.digest == digest(NEW)
    assert os.strerror(reason) in str(caught.value)
    assert "was written" in str(caught.value)


@pytest.mark.parametrize("reason", [errno.EINVAL, errno.EACCES, errno.ENOTSUP])
def test_a_folder_that_cannot_be_flushed_at_all_is_no_failure(file: Path, reason: int) -> None:
    with failing(8, reason):
        save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == NEW


def test_a_short_write_is_carried_on(file: Path) -> None:
    with failing(2, short=True) as disk:
        save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == NEW
    assert disk.called.count("write") == 2


def test_a_disk_that_takes_no_byte_and_says_nothing_is_a_failure(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def takes_nothing(_descriptor: int, _data: bytes) -> int:
        return 0

    monkeypatch.setattr(os, "write", takes_nothing)

    with pytest.raises(SaveError, match="could not be saved"):
        save(file, NEW, known=None)
    assert file.read_bytes() == OLD


def test_what_does_not_read_back_the_same_is_not_put_in_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def forgets(descriptor: int, data: bytes) -> int:
        real(descriptor, b"?" * len(data))
        return len(data)

    monkeypatch.setattr(os, "write", forgets)

    with pytest.raises(SaveError, match="does not read back the same"):
        save(file, NEW, known=None)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("step", range(9))  # one less than for a file that is there: nothing is compared
def test_a_new_file_is_either_there_whole_or_not_at_all(tmp_path: Path, step: int) -> None:
    path = tmp_path / "new.launchplan"

    with failing(step, errno.EIO), pytest.raises(SaveError):
        save(path, NEW, known=None)

    assert [found.read_bytes() for found in tmp_path.iterdir()] in ([], [NEW])


def test_a_backup_that_fails_stops_the_save(file: Path) -> None:
    def keep(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(SaveError, match="no room"):
        save(file, NEW, known=None, keep=keep)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_the_old_content_is_kept_before_it_is_replaced(file: Path) -> None:
    kept: list[bytes] = []

    save(file, NEW, known=None, keep=lambda path: kept.append(path.read_bytes()))
    save(file.with_name("new.launchplan"), NEW, known=None, keep=lambda path: kept.append(path.read_bytes()))

    assert kept == [OLD]


def test_a_file_that_somebody_else_changed_is_not_overwritten(file: Path) -> None:
    file.write_bytes(b"theirs")

    with pytest.raises(ChangedOnDiskError) as caught:
        save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == b"theirs"
    assert "launch.launchplan was changed by somebody else" in str(caught.value)


def test_a_file_in_which_somebody_else_saved_the_same_is_saved(file: Path) -> None:
    file.write_bytes(NEW)

    assert save(file, NEW, known=digest(OLD)) == digest(NEW)


def test_a_file_that_is_gone_is_written_again(file: Path) -> None:
    file.unlink()

    save(file, NEW, known=digest(OLD))

    assert file.read_bytes() == NEW


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.launchplan"
    link.symlink_to(file)

    save(link, NEW, known=digest(OLD))

    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.launchplan"
    link.symlink_to(link)

    with pytest.raises(SaveError):
        save(link, NEW, known=None)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_the_file_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)

    save(file, NEW, known=None)

    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()

    save(tmp_path / "new", NEW, known=None)

    assert (tmp_path / "new").stat().st_mode == other.stat().st_mode


def test_a_disk_without_modes_is_no_reason_not_to_save(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_descriptor: int, _mode: int) -> None:
        raise PermissionError(errno.EPERM, "no modes here")

    monkeypatch.setattr(os, "fchmod", refuses)

    save(file, NEW, known=None)

    assert file.read_bytes() == NEW


def test_a_read_only_file_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0o444)

    def by_its_mode(path: Path, _wanted: int) -> bool:
        return bool(path.stat().st_mode & 0o222)

    monkeypatch.setattr(os, "access", by_its_mode)  # root, under whom the tests may run, may write any file

    with pytest.raises(SaveError, match=r"is read-only\. Save a copy under another name"):
        save(file, NEW, known=None)
    assert file.read_bytes() == OLD


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is not a file"):
        save(tmp_path, NEW, known=None)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="could not be saved: No such file or directory"):
        save(tmp_path / "gone" / "launch.launchplan", NEW, known=None)


@pytest.mark.parametrize("letter", ["a", "é", "漢", "🚀"])
def test_names_as_long_as_the_disk_takes_are_saved(tmp_path: Path, letter: str) -> None:
    room = 255 - len(".launchplan")
    path = tmp_path / (letter * (room // len(letter.encode())) + ".launchplan")

    save(path, NEW, known=None)

    assert path.read_bytes() == NEW
