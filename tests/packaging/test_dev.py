import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the checkout's own .venv and build folder out of it; the Python is the one that runs the tests."""
    monkeypatch.setattr(dev, "STAMP", tmp_path / "filled-from")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "SITE", tmp_path)
    monkeypatch.setattr(dev, "BUILD", tmp_path / "build")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    dev.LOCK.write_text("thing==1.0\n", encoding="utf-8")


@pytest.fixture
def fillings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was installed instead of installing it."""
    done: list[str] = []
    monkeypatch.setattr(dev, "install", lambda: done.append(dev.LOCK.read_text(encoding="utf-8")))
    return done


def test_nothing_is_set_up_twice(fillings: list[str]) -> None:
    dev.prepare()
    dev.prepare()

    assert fillings == ["thing==1.0\n"]


def test_a_new_lock_is_installed(fillings: list[str]) -> None:
    dev.prepare()
    dev.LOCK.write_text("thing==2.0\n", encoding="utf-8")
    dev.prepare()

    assert fillings == ["thing==1.0\n", "thing==2.0\n"]


def test_a_set_up_that_failed_is_tried_again(fillings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(dev, "install", sys.exit)
        with pytest.raises(SystemExit):
            dev.prepare()
    dev.prepare()

    assert fillings == ["thing==1.0\n"]


@pytest.mark.skipif(not hasattr(dev.os, "geteuid"), reason="no root there")
@pytest.mark.parametrize(("user", "ran"), [(0, True), (1000, False)])
def test_only_root_on_a_debian_like_system_installs_by_itself(
    user: int, ran: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").write_text(f"#!/bin/sh\necho $@ >> {tmp_path / 'done'}\n", encoding="utf-8")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("os.geteuid", lambda: user)

    assert dev.mended(["apt-get install libgl1", f"touch {tmp_path / 'other'}", ""]) is ran

    assert (tmp_path / "done").exists() is ran
    assert not (tmp_path / "other").exists()


def test_an_unknown_command_is_told_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    assert "python3 dev.py test" in capsys.readouterr().out


def test_without_a_screen_the_sample_checklist_is_written_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)  # or root would install what this machine lacks

    assert dev.run([]) == 0

    assert "There is no screen here" in capsys.readouterr().out
    assert (dev.BUILD / "handoff-checklist.pdf").read_bytes().startswith(b"%PDF")
    assert (dev.BUILD / "handoff-checklist.md").read_text(encoding="utf-8").startswith("#")
