"""Plans in files: opened, written, backed up, or refused with a sentence."""

from pathlib import Path

import pytest

from launchplanner.app.files import PlanFile, known_file, opened, read_bytes
from launchplanner.app.paths import journal_folder, settings_file, state_folder
from launchplanner.formats.native import write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.store.backups import backups
from launchplanner.store.journal import Leftover
from launchplanner.store.saving import ChangedOnDiskError
from tests.builders import a_plan


def test_a_plan_is_opened_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "launch.launchplan"

    file = PlanFile.created(path, a_plan())

    assert opened(path) == (a_plan(), file)


def test_every_version_that_was_written_over_is_among_the_backups(tmp_path: Path) -> None:
    path = tmp_path / "launch.launchplan"
    versions = [a_plan(title=f"Version {number}") for number in range(4)]

    file = PlanFile.created(path, versions[0])
    for version in versions[1:]:
        file = file.written(version)

    kept = [copy.read_bytes() for copy in backups(state_folder() / "backups", versions[0].id)]
    assert kept == [write_plan(version) for version in reversed(versions[:-1])]


def test_a_file_that_changed_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "launch.launchplan"
    mine = PlanFile.created(path, a_plan())
    mine.written(a_plan(title="Theirs"))

    with pytest.raises(ChangedOnDiskError):
        mine.written(a_plan(title="Mine"))


def test_a_plan_opened_through_a_link_belongs_to_the_file_behind_it(tmp_path: Path) -> None:
    PlanFile.created(tmp_path / "launch.launchplan", a_plan())
    (tmp_path / "link").symlink_to(tmp_path / "launch.launchplan")

    assert opened(tmp_path / "link")[1].path == tmp_path / "launch.launchplan"


def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusal(path: Path) -> str:
        with pytest.raises(Refusal) as caught:
            read_bytes(path)
        return str(caught.value)

    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "gone") == f"gone: There is no such file in {tmp_path}."
    assert refusal(tmp_path) == f"{tmp_path.name}: This is a folder. Choose a file in it."
    assert refusal(tmp_path / "loop").startswith("loop: It cannot be read: ")
    (tmp_path / "secret").touch()

    def forbidden(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert refusal(tmp_path / "secret") == "secret: You may not read this file. Ask its owner for the right."


def test_a_file_too_large_to_be_a_plan_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "film").open("wb") as file:
        file.truncate(200_000_001)

    with pytest.raises(Refusal, match="larger than 200 MB"):
        read_bytes(tmp_path / "film")


def test_the_file_of_a_journal_is_known_while_it_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "launch.launchplan"
    file = PlanFile.created(path, a_plan())

    def leftover(plan_file: Path | None, base: str) -> Leftover:
        return Leftover(tmp_path / "j", plan_file, base, {}, ())

    assert known_file(leftover(path, file.digest)) == file
    assert known_file(leftover(path, "")) is None
    assert known_file(leftover(None, file.digest)) is None
    file.written(a_plan(title="Theirs"))
    assert known_file(leftover(path, file.digest)) is None
    path.unlink()
    assert known_file(leftover(path, file.digest)) is None


def test_what_the_program_remembers_lies_in_the_users_own_folders(own_home: Path) -> None:
    for path in (settings_file(), state_folder(), journal_folder()):
        assert path.is_relative_to(own_home)
