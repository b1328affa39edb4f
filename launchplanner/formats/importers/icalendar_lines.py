"""The grammar of iCalendar (RFC 5545): folded lines to components with properties; texts and times unescaped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from launchplanner.formats.limits import LONGEST_CELL
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.values import EARLIEST, LATEST
from launchplanner.words import _

DEEPEST: Final = 20
_NAME: Final = re.compile(r"([A-Za-z0-9-]+)")
_PARAMETER: Final = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)')
_FOLD: Final = re.compile(r"\n[ \t]")
_ESCAPE: Final = re.compile(r"\\([\\;,nN])")
_COMMA: Final = re.compile(r"(?<!\\),")
_TIME: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?")
_DURATION: Final = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)


@dataclass(frozen=True, slots=True)
class Property:
    """One line: what it is called, its parameters by name in capitals, and its value as written."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text."""
        return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)[:LONGEST_CELL].strip()

    def parameter(self, name: str) -> str:
        """Return a parameter without its quotation marks; "" where there is none."""
        return self.parameters.get(name, "").strip('"')

    def texts(self) -> list[str]:
        """Return the texts of a value that is a list."""
        parts = _COMMA.split(self.value)
        return [text for part in parts if (text := Property(self.name, {}, part).text)]


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END; `line` is that of its BEGIN."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list[Property])
    parts: list["Component"] = field(default_factory=list["Component"])

    def all(self, name: str) -> list[Property]:
        """Return the properties of a name."""
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next((each for each in self.properties if each.name == name), None)

    def text(self, name: str) -> str:
        """Return the text of the first property of a name, "" where there is none."""
        found = self.first(name)
        return found.text if found is not None else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time on it where one is given: "09:00", "" for a whole day."""

    day: date
    clock: str = ""
    zone: str = ""


def components_of(text: str, file: str) -> list[Component]:
    """Return the outermost components of a file.

    Raises:
        Refusal: components lie too deep, or end out of order.
    """
    found: list[Component] = []
    stack: list[Component] = []
    for number, line in _unfolded(text):
        item = _property(line)
        if item is None:
            continue
        place = _("line {n}").format(n=number)
        if item.name == "BEGIN":
            component = Component(item.value.strip().upper(), number)
            (stack[-1].parts if stack else found).append(component)
            stack.append(component)
            if len(stack) > DEEPEST:
                raise Refusal(
                    file, place, _("Its parts lie more than {n} deep, which no calendar does.").format(n=DEEPEST)
                )
        elif item.name == "END":
            if not stack or stack[-1].name != item.value.strip().upper():
                raise Refusal(
                    file,
                    place,
                    _("END:{name} closes what was not opened. Export the calendar again.").format(
                        name=item.value.strip()
                    ),
                )
            stack.pop()
        elif stack:
            stack[-1].properties.append(item)
    return found


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    number = 1
    for line in re.split(r"\n(?![ \t])", text.replace("\r\n", "\n").replace("\r", "\n")):
        if line.strip():
            yield number, _FOLD.sub("", line)
        number += line.count("\n") + 1


def _property(line: str) -> Property | None:
    name = _NAME.match(line)
    if name is None:
        return None
    at = name.end()
    parameters: dict[str, str] = {}
    while at < len(line) and line[at] == ";":
        match = _PARAMETER.match(line, at)
        if match is None:
            break
        parameters[match[1].upper()] = match[2]
        at = match.end()
    _before, colon, value = line[at:].partition(":")
    return Property(name[1].upper(), parameters, value) if colon else None


def moment_of(item: Property | None, zone: str) -> Moment | None:
    """Return the moment of a property; a time in UTC is turned to `zone` where this machine knows it."""
    match = _TIME.fullmatch(item.value.strip()) if item is not None else None
    if match is None or item is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if not EARLIEST < day < LATEST:
            return None
        if match[4] is None:
            return Moment(day)
        time = datetime(day.year, day.month, day.day, int(match[4]) % 24, int(match[5]) % 60, tzinfo=UTC)
    except ValueError:
        return None
    if not match[7]:
        return Moment(day, time.strftime("%H:%M"), item.parameter("TZID"))
    try:
        local = time.astimezone(ZoneInfo(zone)) if zone else time
    except (ZoneInfoNotFoundError, ValueError, OSError):
        local, zone = time, ""
    return Moment(local.date(), local.strftime("%H:%M"), zone or "UTC")


def seconds_of(value: str) -> int | None:
    """Return the seconds of a duration such as "P3D" or "PT1H30M"; None when it is none."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    total = weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds
    return -total if match[1] == "-" else total
