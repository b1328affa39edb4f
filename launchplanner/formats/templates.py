"""The templates that ship with the program, read from `resources/templates`."""

from functools import lru_cache

from launchplanner.plan.templates import Template
from launchplanner.words.resources import resource_folder


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Return all shipped templates, in the order in which they are offered."""
    folder = resource_folder() / "templates"
    found = [Template.model_validate_json(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(found, key=lambda template: (template.order, template.id)))


def template(key: str) -> Template | None:
    """Return the template with this id, or None."""
    return next((found for found in templates() if found.id == key), None)
