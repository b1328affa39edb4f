"""What this program is, in which versions, and whose work it stands on."""

import platform
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from launchplanner import __version__
from launchplanner.app.paths import settings_file, state_folder
from launchplanner.ui.dialogs.base import FormDialog
from launchplanner.ui.kit.buttons import button
from launchplanner.ui.kit.labels import label
from launchplanner.words import _

_STANDS_ON = (
    ("Qt and PySide6", "PySide6_Essentials", "LGPL-3.0"),
    ("pydantic", "pydantic", "MIT"),
    ("rpds-py", "rpds-py", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("defusedxml", "defusedxml", "PSF"),
    ("python-docx", "python-docx", "MIT"),
    ("XlsxWriter", "xlsxwriter", "BSD-2-Clause"),
    ("python-calamine", "python-calamine", "MIT"),
    ("Inter", "fontpkg-inter", "OFL-1.1"),
)


def show_about(parent: QWidget | None) -> None:
    """Show what this program is."""
    AboutDialog(parent).exec()


def versions() -> str:
    """Return what a report of a problem should name, a line each."""
    lines = [
        f"launchplanner {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    return "\n".join(lines)


class AboutDialog(FormDialog):
    """Versions, licences, and where the program keeps its files."""

    def __init__(self, parent: QWidget | None) -> None:
        text = _("Plans a launch as a relay: one owner for every task, one exact pass at every change of lead.")
        super().__init__(parent, _("About launchplanner"), text, _("Close"), width=520, cancel=False)
        self.setObjectName("about-dialog")
        self.add_wide(label(versions(), "code", tone="ink"))
        self.add_wide(label(_("MIT licence. It stands on:"), "strong"))
        self.add_wide(label("\n".join(self._credits()), "small"))
        kept = _("Settings: {settings}\nJournals, backups and logs: {state}").format(
            settings=settings_file(), state=state_folder()
        )
        self.add_wide(label(kept, "caption", wrap=True))
        self.add_wide(button(_("Copy the versions"), name="copy-versions", on_click=self._copy))

    def _credits(self) -> list[str]:
        found: list[str] = []
        for name, package, licence in _STANDS_ON:
            try:
                found.append(f"{name} {metadata.version(package)} · {licence}")
            except metadata.PackageNotFoundError:
                found.append(f"{name} · {licence}")
        return found

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions())
