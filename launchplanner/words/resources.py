"""Where the files that ship with the program are: templates, examples, help, lexicons, icons.

They are read-only parts of the program, so even the lowest layers may read them. In a checkout they stand
beside the package in `resources/`; in an installed wheel they are inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder() -> Path:
    """Return the folder of the shipped files."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource_text(name: str) -> str:
    """Return the text of one shipped file, named by its path inside the folder, such as "help/rules.md".

    Raises:
        FileNotFoundError: the program is not installed whole.
    """
    return (resource_folder() / name).read_text(encoding="utf-8")
