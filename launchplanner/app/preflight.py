"""What a machine must have before Qt may be loaded: its libraries, a screen, fonts.

Qt ends the whole process, without an exception, when a library of its platform plugin or the screen is missing,
and blames the wrong library when it does. So this looks first, and without Qt: it asks the loader for the very
plugin that Qt is about to load.
"""

import ctypes
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from launchplanner.words import _


@dataclass(frozen=True)
class Problem:
    """One thing that is missing, in a sentence, with the command that mends it (empty where none does)."""

    kind: Literal["qt", "libraries", "screen", "fonts"]
    what: str
    sentence: str
    command: str = ""

    @property
    def stops(self) -> bool:
        """Whether no window can open because of it; without fonts the Latin letters that ship along remain."""
        return self.kind != "fonts"


@dataclass(frozen=True)
class Package:
    """Where a system library comes from; rpm systems find it by the library's own name."""

    library: str
    apt: str
    pacman: str


# In the order in which the loader would miss them, found by installing one at a time on a bare Debian.
_FOR_EVERY_PLATFORM = (
    Package("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Package("libGL.so.1", "libgl1", "libglvnd"),
    Package("libEGL.so.1", "libegl1", "libglvnd"),
    Package("libX11.so.6", "libx11-6", "libx11"),
    Package("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Package("libfreetype.so.6", "libfreetype6", "freetype2"),
    Package("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Package("libdbus-1.so.3", "libdbus-1-3", "dbus"),
)
_FOR_ONE_PLATFORM = {
    "xcb": (
        Package("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
        Package("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        Package("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        Package("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
        Package("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        Package("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
        Package("libxcb-render.so.0", "libxcb-render0", "libxcb"),
        Package("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
        Package("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
        Package("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
        Package("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
        Package("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
        Package("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
        Package("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
        Package("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ),
    "wayland": (
        Package("libwayland-client.so.0", "libwayland-client0", "wayland"),
        Package("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    ),
}
_INSTALL = {
    "apt-get": "{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}",
    "dnf": "{sudo}dnf install -y {names}",
    "zypper": "{sudo}zypper install -y {names}",
    "pacman": "{sudo}pacman -S --needed {names}",
}
_FONTS = {
    "apt-get": "fonts-dejavu-core",
    "dnf": "dejavu-sans-fonts",
    "zypper": "dejavu-fonts",
    "pacman": "ttf-dejavu",
}


def problems(platform: str | None = None) -> tuple[Problem, ...]:
    """Return what Qt will miss on this machine, empty when a window can open.

    Args:
        platform: Qt's name of the platform, such as "xcb" or "offscreen"; by default the one Qt would choose.
    """
    folder = _qt_folder()
    if folder is None:
        command = f"{sys.executable} -m pip install 'pyside6-essentials>=6.9,<6.12'"
        return (Problem("qt", "PySide6", _("The window needs PySide6, which is not installed."), command),)
    if not sys.platform.startswith("linux"):
        return ()
    platform = platform or chosen_platform()
    return (*_missing_libraries(folder, platform or "offscreen"), *_missing_screen(platform), *_missing_fonts())


def chosen_platform() -> str:
    """Return the platform that Qt would choose on Linux, and "" when there is no screen to choose one for."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if asked:
        return "wayland" if asked.startswith("wayland") else asked
    x11, wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
    if wayland and (not x11 or os.environ.get("XDG_SESSION_TYPE") == "wayland"):
        return "wayland"
    return "xcb" if x11 else ""


def install_command(packages: Sequence[Package]) -> str:
    """Return the one line that installs the packages on this system, "" where that is not known."""
    tool = _package_manager()
    match tool:
        case "apt-get":
            names = [one.apt for one in packages]
        case "pacman":
            names = [one.pacman for one in packages]
        case _:
            names = [f"'{one.library}()(64bit)'" for one in packages]
    return _install(tool, [name for name in dict.fromkeys(names) if name])


def _package_manager() -> str:
    return next((tool for tool in _INSTALL if shutil.which(tool)), "")


def _install(tool: str, names: Sequence[str]) -> str:
    if not (tool and names):
        return ""
    return _INSTALL[tool].format(sudo="" if os.geteuid() == 0 else "sudo ", names=" ".join(names))


def _qt_folder() -> Path | None:
    specification = importlib.util.find_spec("PySide6")
    if specification is None or not specification.submodule_search_locations:
        return None
    return Path(specification.submodule_search_locations[0]) / "Qt"


def _missing_libraries(qt: Path, platform: str) -> Iterator[Problem]:
    plugin = qt / "plugins" / "platforms" / f"libq{platform}.so"
    if not plugin.exists():
        sentence = _("Qt knows no platform “{platform}”, which QT_QPA_PLATFORM asks for.").format(platform=platform)
        yield Problem("qt", platform, sentence, "unset QT_QPA_PLATFORM")
        return
    complaint = _complaint(str(plugin))
    if not complaint:
        return
    known = _FOR_EVERY_PLATFORM + _FOR_ONE_PLATFORM.get(platform, ())
    # The loader names one library at a time; asking for each gives them all, and so one command.
    missing = [one for one in known if _complaint(one.library)]
    packages = missing or [Package(complaint.partition(":")[0], apt="", pacman="")]
    what = ", ".join(one.library for one in packages)
    sentence = _("Qt's platform “{platform}” needs system libraries that are not installed: {what}.")
    yield Problem("libraries", what, sentence.format(platform=platform, what=what), install_command(packages))


def _complaint(library: str) -> str:
    """Return what the loader says when it cannot load the library, "" when it can."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def _missing_screen(platform: str) -> Iterator[Problem]:
    exports = _("“launchplanner check” and “launchplanner export” work without one.")
    if not platform:
        yield Problem("screen", _("a screen"), _("There is no screen here for a window.") + " " + exports)
    elif platform == "xcb" and not _x11_answers():
        sentence = _("The screen “{name}”, which DISPLAY names, does not answer.")
        name = os.environ.get("DISPLAY", "")
        yield Problem("screen", _("a screen"), sentence.format(name=name) + " " + exports)
    elif platform == "wayland" and not _wayland_answers():
        sentence = _("The Wayland screen “{name}” does not answer.")
        yield Problem("screen", _("a screen"), sentence.format(name=_wayland_socket()) + " " + exports)


def _x11_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not known; the missing library has its own sentence
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_socket() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / os.environ.get("WAYLAND_DISPLAY", "wayland-0")


def _wayland_answers() -> bool:
    if "WAYLAND_SOCKET" in os.environ:
        return True  # the compositor itself started this process and handed it the open connection
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(_wayland_socket())) == 0


def _missing_fonts() -> Iterator[Problem]:
    if _has_fonts():
        return
    tool = _package_manager()
    command = _install(tool, [_FONTS[tool]] if tool else [])
    sentence = _("No fonts are installed, so none but Latin letters can be shown.")
    yield Problem("fonts", _("fonts"), sentence, command)


def _has_fonts() -> bool:
    home = Path.home()
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts")
    if any(file.suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb"} for folder in folders for file in folder.rglob("*")):
        return True
    fc_list = shutil.which("fc-list")  # for systems that keep them elsewhere
    return bool(fc_list and subprocess.run([fc_list], capture_output=True, check=False).stdout)  # noqa: S603
