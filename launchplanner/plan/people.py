"""People, the roles they hold, the days they are away, and the groups they are in."""

from datetime import date
from typing import Final

from launchplanner.plan.values import Day, Value

GROUP: Final = "team"
ORGANISATION: Final = "organisation"


class Away(Value, frozen=True):
    """Days on which a person is not there, both ends included."""

    start: Day
    end: Day
    reason: str = ""


class RoleHold(Value, frozen=True):
    """A role that a person holds; open ends mean from the start, or for good."""

    role: str
    start: Day | None = None
    end: Day | None = None

    def covers(self, day: date) -> bool:
        """Say whether the role is held on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Person(Value, frozen=True):
    """Somebody who can own work. `aliases` are other spellings met in plans and trackers."""

    name: str
    initials: str = ""
    email: str = ""
    aliases: tuple[str, ...] = ()
    holds: tuple[RoleHold, ...] = ()
    away: tuple[Away, ...] = ()
    order: str = ""


class Role(Value, frozen=True):
    """A part in the launch, such as PM; an owner only while exactly one person holds it.

    `family` names the colour that the role wears on screen, such as "pm" or "engineering".
    """

    name: str
    long_name: str = ""
    family: str = ""
    order: str = ""


class Team(Value, frozen=True):
    """A group that owner fields name, and that cannot hold a baton itself.

    `members` are ids of people, from whom one is chosen. `kind` is "team" for a group of ours, "organisation" for a
    body outside.
    """

    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    kind: str = GROUP
    order: str = ""


def initials_of(name: str) -> str:
    """Return one or two letters for a face: "Mira Okafor" gives "MO", "王伟" gives "王伟"."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    if not words:
        return name[:2]
    if len(words) == 1:
        return words[0][:2] if not words[0].isascii() else words[0][:2].title()
    return (words[0][0] + words[-1][0]).upper()
