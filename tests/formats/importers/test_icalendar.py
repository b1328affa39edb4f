"""iCalendar files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import CHANGED, DROPPED, Imported, Options, imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from tests.formats.importers.reading import LAUNCH, days, links, notes, owners, phase_of, phases, tasks, titles


def read(*entries: str, head: str = "") -> Imported:
    """Return what is imported from entries such as "VTODO|SUMMARY:Write|DUE:20270301"."""
    parts: list[str] = []
    for entry in entries:
        kind, *lines = entry.split("|")
        parts.extend([f"BEGIN:{kind}", *lines, f"END:{kind}"])
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head.split("|"), *parts, "END:VCALENDAR", ""])
    return imported(text.encode(), "plan.ics", LAUNCH, Options())


def test_whole_days_end_on_the_day_before_their_end() -> None:
    found = read(
        "VEVENT|SUMMARY:Draft|DTSTART;VALUE=DATE:20270301|DTEND;VALUE=DATE:20270304",
        "VEVENT|SUMMARY:Check|DTSTART;VALUE=DATE:20270304|DURATION:P2D",
        "VEVENT|SUMMARY:Post|DTSTART;VALUE=DATE:20270308",
        "VTODO|SUMMARY:Ship|DTSTART;VALUE=DATE:20270308|DUE;VALUE=DATE:20270309",
        "VTODO|SUMMARY:Tell|DUE;VALUE=DATE:20270310",
        head="X-WR-CALNAME:Spring launch",
    )

    assert (found.understood.reader, found.plan.title) == ("icalendar", "Spring launch")
    assert days(found) == [
        ("2027-03-01", "2027-03-03"),
        ("2027-03-04", "2027-03-05"),
        ("2027-03-08", "2027-03-08"),
        ("2027-03-08", "2027-03-09"),
        ("2027-03-10", "2027-03-10"),
    ]


@pytest.mark.parametrize(
    ("lines", "first", "last", "clock"),
    [
        ("DTSTART:20270301T090000|DTEND:20270301T110000", "2027-03-01", "2027-03-01", "09:00–11:00"),
        ("DTSTART:20270301T090000|DTEND:20270303T000000", "2027-03-01", "2027-03-02", "09:00–24:00"),
        ("DTSTART;TZID=Asia/Tokyo:20270301T233000|DURATION:PT2H", "2027-03-01", "2027-03-02", "23:30–01:30 Asia/Tokyo"),
        ("DTSTART:20270301T233000Z", "2027-03-01", "2027-03-01", "23:30 UTC"),
    ],
)  # fmt: skip
def test_times_of_day_are_kept_in_the_notes(lines: str, first: str, last: str, clock: str) -> None:
    found = read(f"VEVENT|SUMMARY:Call|{lines}")

    assert days(found) == [(first, last)]
    assert tasks(found)[0].notes == f"Time: {clock}"


def test_a_time_in_utc_is_turned_to_the_zone_of_the_calendar() -> None:
    found = read("VEVENT|SUMMARY:Call|DTSTART:20270301T233000Z", head="X-WR-TIMEZONE:Europe/Berlin")

    assert days(found) == [("2027-03-02", "2027-03-02")]
    assert tasks(found)[0].notes == "Time: 00:30 Europe/Berlin"


def test_folded_lines_and_escapes_are_undone() -> None:
    found = read(
        "VEVENT|SUMMARY:Write\\, then|  send\\; twice|DTSTART:20270301|DESCRIPTION:One\\nTwo \\\\ https://exa|\tmple.com/a"
    )

    assert titles(found) == ["Write, then send; twice"]
    assert tasks(found)[0].notes == "One\nTwo \\ https://example.com/a"
    assert tasks(found)[0].links == ("https://example.com/a",)


@pytest.mark.parametrize(
    ("lines", "status", "progress"),
    [
        ("STATUS:COMPLETED", "done", 100),
        ("COMPLETED:20270302T100000Z", "done", 100),
        ("STATUS:IN-PROCESS|PERCENT-COMPLETE:40", "active", 40),
        ("PERCENT-COMPLETE:40", "active", 40),
        ("STATUS:CANCELLED", "dropped", 0),
        ("STATUS:NEEDS-ACTION", "planned", 0),
        ("STATUS:CONFIRMED", "planned", 0),
    ],
)
def test_the_state_of_a_to_do(lines: str, status: str, progress: int) -> None:
    (task,) = tasks(read(f"VTODO|SUMMARY:Write|DUE:20270301|{lines}"))

    assert (task.status, task.progress) == (status, progress)


def test_an_event_belongs_to_its_organizer_and_a_to_do_to_whom_it_was_given() -> None:
    ana = "ORGANIZER;CN=Ana Lund:mailto:ana@example.com"
    bo, cy = 'ATTENDEE;CN="Sato, Bo":mailto:bo@example.com', "ATTENDEE;CN=Cy Park:MAILTO:cy@example.com"

    found = read(
        f"VEVENT|SUMMARY:One|DTSTART:20270301|{ana}|{bo}|ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@example.com",
        f"VTODO|SUMMARY:Two|DUE:20270301|{ana}|{bo}",
        f"VTODO|SUMMARY:Three|DUE:20270301|{bo}|{cy}",
        f"VEVENT|SUMMARY:Four|DTSTART:20270301|{bo}|{cy.replace('ATTENDEE', 'ATTENDEE;ROLE=CHAIR')}",
        f"VTODO|SUMMARY:Five|DUE:20270301|{ana}|{bo.replace('ATTENDEE', 'ATTENDEE;ROLE=NON-PARTICIPANT')}",
        "VTODO|SUMMARY:Six|DUE:20270301",
    )

    assert owners(found) == ["ana-lund", "sato-bo", "Sato, Bo, Cy Park", "cy-park", "ana-lund", ""]
    assert [task.contributors for task in tasks(found)][:2] == [("sato-bo",), ("ana-lund",)]
    assert tasks(found)[0].notes == "Where: Blue room"
    assert tasks(found)[4].notes == "Informed: Sato, Bo"
    assert {person.email for person in found.plan.people.values()} == {
        "ana@example.com", "bo@example.com", "cy@example.com",
    }  # fmt: skip


def test_categories_are_phases_and_parents_too_where_there_are_none() -> None:
    found = read(
        "VTODO|SUMMARY:Write|DUE:20270301|CATEGORIES:Make,Text", "VTODO|SUMMARY:Post|DUE:20270302|CATEGORIES:Tell"
    )
    below = read(
        "VTODO|UID:1|SUMMARY:Make|DUE:20270303",
        "VTODO|SUMMARY:Draft|DUE:20270301|RELATED-TO:1",
        "VTODO|SUMMARY:Post|DUE:20270302|RELATED-TO;RELTYPE=PARENT:9",
    )

    assert phases(found) == ["Make", "Tell"]
    assert tasks(found)[0].notes == "Also in: Text"
    assert phase_of(below) == ["Make", "Make", "Other tasks"]


def test_relations_in_time_are_links() -> None:
    found = read(
        "VTODO|UID:1|SUMMARY:Draft|DUE:20270301",
        "VTODO|UID:2|SUMMARY:Check|DUE:20270303|RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P1D:1",
        "VTODO|UID:3|SUMMARY:Ship|DUE:20270305|RELATED-TO;RELTYPE=STARTTOSTART:2|RELATED-TO;RELTYPE=DEPENDS-ON:7",
    )

    assert links(found) == [("Check", "Ship", "SS", 0), ("Draft", "Check", "FS", 1)]
    assert notes(found, DROPPED) == ["line 15: “Ship” waits for something that is not in the file (7)."]


def test_what_is_not_read_is_said() -> None:
    found = read(
        "VEVENT|SUMMARY:Meet|DTSTART:20270301|RRULE:FREQ=WEEKLY|GEO:1;2|X-COLOUR:red|BEGIN:VALARM|TRIGGER:-P1D|END:VALARM",
        "VEVENT|SUMMARY:Odd|DTSTART:20271399",
        "VJOURNAL|SUMMARY:Diary",
        "VTIMEZONE|TZID:Europe/Berlin",
    )

    assert tasks(found)[0].notes == "Repeats: FREQ=WEEKLY"
    assert notes(found, CHANGED)[0] == "line 4: “Meet” repeats; it is one task here, on its first day."
    assert notes(found, CHANGED)[1].endswith("“20271399” is no date, so it was kept in the task's notes.")
    assert notes(found, DROPPED)[:3] == [
        "Parts that are no tasks: VALARM (1) and VJOURNAL (1).",
        "Fields that are not read: GEO.",
        "Fields that only the program knows which wrote the file (X-…).",
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "", "holds no task yet"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\n", "line 3", "END:VTODO closes what was not opened"),
        ("BEGIN:VCALENDAR\n" * 21, "line 21", "more than 20 deep"),
    ],
)
def test_a_calendar_that_cannot_be_read_is_refused_with_its_line(text: str, place: str, words: str) -> None:
    with pytest.raises(Refusal, match=words) as refusal:
        imported(text.encode(), "plan.ics", LAUNCH)

    assert refusal.value.place == place


@pytest.mark.parametrize(
    "line", ["DTSTART;A=" + '"' * 50_000, "DTSTART" + ";A=b,c" * 20_000, "SUMMARY:" + "\\," * 50_000]
)
def test_hostile_lines_take_no_time(line: str) -> None:
    assert titles(read(f"VEVENT|DTSTART:20270301|{line}|UID:1"))


LINES = st.sampled_from([
    "DTSTART:20270301", "DTSTART:00000000", "DTSTART:99991231T250000Z", "DTEND:20260101", "DUE:21991231", "DURATION:P",
    "DURATION:-P9W", "DURATION:PT999999999S", "DURATION:P999999D", "STATUS:", "PERCENT-COMPLETE:1e999",
    "RELATED-TO:1", "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=-PT1H:1", "UID:1", "ATTENDEE:", "ORGANIZER;CN=\"",
    "CATEGORIES:,", "COMPLETED:1", ":", ";;;", "RRULE:", " x", "SUMMARY", "SUMMARY:\u202e", "BEGIN:X", "END:X",
])  # fmt: skip


def plan_or_refusal(*entries: str) -> Plan | Refusal:
    try:
        return read(*entries).plan
    except Refusal as refusal:
        return refusal


@given(st.lists(st.lists(LINES, max_size=6), min_size=1, max_size=4))
def test_any_lines_give_a_sound_plan_or_a_refusal(entries: list[list[str]]) -> None:
    found = plan_or_refusal(*("|".join(["VTODO", *lines]) for lines in entries), "VEVENT|DTSTART:20270301")

    if isinstance(found, Refusal):
        assert "closes what was not opened" in found.reason
    else:
        assert read_plan(write_plan(found), "p") == found
