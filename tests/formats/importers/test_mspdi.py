"""Microsoft Project XML, and XML that is something else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import CHANGED, DROPPED, UNDERSTOOD, Imported, Options, imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import LAUNCH, days, links, notes, owners, phases, tasks, titles


def fields(**values: object) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in values.items())


def a_task(number: int, name: str, day: str = "2027-03-01", inside: str = "", **values: object) -> str:
    """Return a task of one day; `values` replace or add fields, None leaves one out."""
    known: dict[str, object] = {
        "UID": number, "ID": number, "Name": name, "IsNull": 0, "OutlineLevel": 1, "Start": f"{day}T08:00:00",
        "Finish": f"{day}T17:00:00", "Duration": "PT8H0M0S", "Milestone": 0, "Summary": 0, "PercentComplete": 0,
        "ConstraintType": 0,
    }  # fmt: skip
    known |= values
    return f"<Task>{fields(**{name: value for name, value in known.items() if value is not None})}{inside}</Task>"


def mspdi(tasks: str, head: str = "<Title>Spring launch</Title>", after: str = "", calendars: str = "") -> str:
    root = "<Task><UID>0</UID><ID>0</ID><OutlineLevel>0</OutlineLevel><Name>Whole</Name><Summary>1</Summary></Task>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">'
        f"{head}<MinutesPerDay>480</MinutesPerDay><DefaultStartTime>08:00:00</DefaultStartTime>{calendars}"
        f"<Tasks>{root}{tasks}</Tasks>{after}</Project>"
    )


def read(text: str, launch: date | None = LAUNCH) -> Imported:
    return imported(text.encode(), "plan.xml", launch, Options())


def a_link(predecessor: int, kind: int = 1, lag: int = 0, layout: int = 7) -> str:
    inside = fields(PredecessorUID=predecessor, Type=kind, LinkLag=lag, LagFormat=layout)
    return f"<PredecessorLink>{inside}</PredecessorLink>"


def test_phases_follow_from_the_outline_and_milestones_from_the_length_whatever_the_flags_say() -> None:
    found = read(
        mspdi(
            a_task(1, "Make")
            + a_task(2, "Draft", OutlineLevel=2)
            + a_task(3, "Signed", "2027-03-02", OutlineLevel=2, Duration="PT0H0M0S", Finish="2027-03-02T08:00:00")
            + "<Task><UID>4</UID><ID>4</ID><IsNull>1</IsNull></Task>"
            + a_task(5, "Tell")
            + a_task(6, "Post", "2027-03-03", OutlineLevel=None, OutlineNumber="2.1", Summary=None, Milestone=None)
        )
    )

    assert (found.understood.reader, found.plan.title) == ("mspdi", "Spring launch")
    assert titles(found) == ["Draft", "Signed", "Post"]
    assert phases(found) == ["Make", "Tell"]
    assert [task.duration for task in tasks(found)] == [1, 0, 1]


def test_days_stay_where_they_are() -> None:
    found = read(
        mspdi(
            a_task(1, "Draft", "2027-03-04", Finish="2027-03-08T17:00:00", Duration="PT24H0M0S")
            + a_task(2, "Check", "2027-03-09", Finish="2027-03-11T08:00:00", Duration="PT16H0M0S")
            + a_task(3, "Ship", "2027-03-09", Start="2027-03-09T13:00:00", Finish="2027-03-10T12:00:00")
            + a_task(4, "Call", "2027-03-09", Duration="PT1H30M0S")
            + a_task(5, "Tell", Start=None, Finish=None, ManualStart="2027-03-15T08:00:00", Duration="PT40H0M0S")
        )
    )

    assert days(found) == [
        ("2027-03-04", "2027-03-08"),
        ("2027-03-09", "2027-03-10"),
        ("2027-03-09", "2027-03-10"),
        ("2027-03-09", "2027-03-09"),
        ("2027-03-15", "2027-03-19"),
    ]
    assert notes(found, CHANGED) == ["1 task lasts a part of a day in the file; it takes every day that it touches."]


@pytest.mark.parametrize(("number", "kind"), [(0, "FF"), (1, "FS"), (2, "SF"), (3, "SS")])
def test_all_four_kinds_of_link_are_read(number: int, kind: str) -> None:
    found = read(mspdi(a_task(1, "Draft") + a_task(2, "Check", "2027-03-08", a_link(1, number, 9600))))

    assert links(found) == [("Draft", "Check", kind, 2)]


@pytest.mark.parametrize(
    ("lag", "layout", "expected", "said"),
    [
        (4800, 7, 1, []),
        (-9600, 7, -2, []),
        (24000, 9, 5, []),
        (2400, 7, 1, ["task 2: The lag before “Check” of 0.5 days was rounded to 1."]),
        (-2400, 5, 0, ["task 2: The lag before “Check” of -0.5 days was rounded to 0."]),
        (50, 19, 2, []),
        (
            100800,
            8,
            5,
            ["task 2: The lag before “Check” runs through weekends in the file; here it is 5 working days."],
        ),
    ],
)
def test_a_lag_is_counted_in_tenths_of_a_minute_or_in_percent(
    lag: int, layout: int, expected: int, said: list[str]
) -> None:
    draft = a_task(1, "Draft", Finish="2027-03-04T17:00:00", Duration="PT32H0M0S")

    found = read(mspdi(draft + a_task(2, "Check", "2027-03-22", a_link(1, 1, lag, layout))))

    assert links(found) == [("Draft", "Check", "FS", expected)]
    assert notes(found, CHANGED) == said


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (2, "date"),
        (3, "must finish"),
        (4, "no earlier"),
        (5, "no later"),
        (6, "finish no earlier"),
        (7, "finish no later"),
    ],
)
def test_a_constraint_is_a_rule_for_the_start(number: int, rule: str) -> None:
    more = {"ConstraintType": number, "ConstraintDate": "2027-03-02T08:00:00"}

    found = read(mspdi(a_task(1, "Draft") + a_task(2, "Check", "2027-03-02", a_link(1), **more)))

    assert [(task.start.rule, task.start.on) for task in tasks(found)][1] == (rule, date(2027, 3, 2))
    assert days(found)[1] == ("2027-03-02", "2027-03-02")


def test_links_drive_a_task_unless_they_would_move_it_or_it_is_set_by_hand() -> None:
    found = read(
        mspdi(
            a_task(1, "Draft")
            + a_task(2, "Check", "2027-03-02", a_link(1))
            + a_task(3, "Late", "2027-03-09", a_link(1))
            + a_task(4, "Hand", "2027-03-02", a_link(1), Manual=1)
        )
    )

    assert [task.start.rule for task in tasks(found)] == ["anchored", "asap", "anchored", "anchored"]
    assert any(note.startswith("1 linked task keeps the day") for note in notes(found, UNDERSTOOD))


def test_people_are_those_who_are_assigned() -> None:
    people = "".join(
        f"<Resource>{fields(UID=number, ID=number, **values)}</Resource>"
        for number, values in enumerate(
            [
                {"Type": 1},
                {"Name": "Ana Lund", "Type": 1, "EmailAddress": "ana@example.com", "Initials": "AL"},
                {"Name": "Bo Sato", "Type": 1},
                {"Name": "Paper", "Type": 0},
                {"Name": "Copywriter", "Type": 1, "IsGeneric": 1},
            ]
        )
    )
    pairs = [(1, 1, 1), (2, 1, 0.5), (3, 1, 1), (3, 2, 1), (4, -65535, 1), (5, 3, 1), (6, 4, 1), (7, 0, 1)]
    assigned = "".join(
        f"<Assignment>{fields(UID=n, TaskUID=task, ResourceUID=who, Units=units)}</Assignment>"
        for n, (task, who, units) in enumerate(pairs)
    )

    found = read(
        mspdi(
            "".join(a_task(n, f"Task {n}") for n in range(1, 8)),
            after=f"<Resources>{people}</Resources><Assignments>{assigned}</Assignments>",
        )
    )

    assert owners(found) == ["ana-lund", "Ana Lund [50%]", "Ana Lund, Bo Sato", "", "", "copywriter", ""]
    assert tasks(found)[4].notes == "Needs: Paper"
    ana = found.plan.people["ana-lund"]
    assert (ana.email, ana.initials) == ("ana@example.com", "AL")
    assert [role.name for role in found.plan.roles.values()] == ["Copywriter"]


def test_progress_and_what_really_happened() -> None:
    found = read(
        mspdi(
            a_task(
                1, "Done", PercentComplete=100, ActualStart="2027-03-01T08:00:00", ActualFinish="2027-03-02T17:00:00"
            )
            + a_task(2, "Begun", ActualStart="2027-03-01T08:00:00")
            + a_task(3, "Half", PercentComplete=50)
            + a_task(4, "Off", Active=0)
        )
    )
    done, begun, half, off = tasks(found)

    assert (done.status, done.started, done.finished) == ("done", date(2027, 3, 1), date(2027, 3, 2))
    assert (begun.status, half.status, half.progress, off.status) == ("active", "active", 50, "dropped")
    assert "task 4: “Off” is inactive in the file, so it was read as dropped." in notes(found, CHANGED)


def test_what_has_no_field_here_is_kept_in_the_notes() -> None:
    head = "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName>"
    head += "<Alias>Channel</Alias></ExtendedAttribute></ExtendedAttributes>"
    inside = "<ExtendedAttribute><FieldID>188743731</FieldID><Value>Press</Value></ExtendedAttribute>"

    found = read(
        mspdi(
            a_task(
                1, "Draft", inside=inside, Notes="Ask legal.", Deadline="2027-03-05T17:00:00", Priority=800,
                HyperlinkAddress="https://example.com", HyperlinkSubAddress="top",
            ),
            head,
        )
    )  # fmt: skip

    assert tasks(found)[0].notes == "Ask legal.\nDeadline: 2027-03-05\nPriority: 800\nChannel: Press"
    assert tasks(found)[0].links == ("https://example.com#top",)
    assert found.plan.title == "Whole"


def a_calendar(number: int, inside: str, base: int = -1, name: str = "Standard") -> str:
    return f"<Calendar>{fields(UID=number, Name=name, BaseCalendarUID=base)}{inside}</Calendar>"


def a_period(first: str, last: str) -> str:
    return f"<TimePeriod><FromDate>{first}T00:00:00</FromDate><ToDate>{last}T23:59:00</ToDate></TimePeriod>"


def test_the_calendar_of_the_project_and_those_of_its_people() -> None:
    week = "".join(
        f"<WeekDay>{fields(DayType=number, DayWorking=int(number in {1, 2, 3, 4, 5}))}</WeekDay>"
        for number in range(1, 8)
    )
    old = f"<WeekDay>{fields(DayType=0, DayWorking=0)}{a_period('2027-03-03', '2027-03-04')}</WeekDay>"
    yearly = (
        f"<Exception>{a_period('2026-01-01', '2030-12-31')}"
        f"{fields(Name='Spring', Type=2, Month=2, MonthDay=8, DayWorking=0)}</Exception>"
    )
    weekly = (
        f"<Exception>{a_period('2027-03-15', '2027-03-30')}"
        f"{fields(Name='Half days', Type=6, DaysOfWeek=4, Period=1, DayWorking=0)}</Exception>"
    )
    odd = f"<Exception>{a_period('2027-01-01', '2027-12-31')}{fields(Name='Full moon', Type=5)}</Exception>"
    away = f"<Exception>{a_period('2027-03-09', '2027-03-11')}{fields(Name='Trip', DayWorking=0)}</Exception>"
    calendars = (
        "<CalendarUID>1</CalendarUID><Calendars>"
        + a_calendar(1, f"<WeekDays>{week}{old}</WeekDays><Exceptions>{yearly}{weekly}{odd}</Exceptions>")
        + a_calendar(2, f"<Exceptions>{away}</Exceptions>", 1, "Ana")
        + "</Calendars>"
    )
    people = f"<Resources><Resource>{fields(UID=1, Name='Ana Lund', Type=1, CalendarUID=2)}</Resource></Resources>"

    found = read(
        mspdi(a_task(1, "Draft", "2027-03-02", Finish="2027-03-07T17:00:00"), after=people, calendars=calendars)
    )

    assert found.plan.calendar.weekdays == (0, 1, 2, 3, 6)
    assert [day.isoformat() for day in found.plan.calendar.days_off] == [
        "2026-03-08", "2027-03-03", "2027-03-04", "2027-03-08", "2027-03-16", "2027-03-23", "2027-03-30", "2028-03-08",
    ]  # fmt: skip
    assert days(found) == [("2027-03-02", "2027-03-07")]
    assert "calendar “Standard”: The repeated exception “Full moon”." in notes(found, DROPPED)
    (trip,) = found.plan.people["ana-lund"].away
    assert (trip.start, trip.end, trip.reason) == (date(2027, 3, 9), date(2027, 3, 11), "Trip")


def test_baselines_are_kept() -> None:
    inside = "".join(
        f"<Baseline>{fields(Number=number, Start=f'2027-03-0{number + 1}T08:00:00', Duration='PT16H0M0S')}</Baseline>"
        for number in (0, 1)
    )

    found = read(mspdi(a_task(1, "Draft", "2027-03-05", inside)), launch=date(2027, 3, 5))

    assert sorted(
        (each.title, each.spans["draft"].start, each.spans["draft"].finish) for each in found.plan.baselines.values()
    ) == [
        ("Baseline", -4, -2),
        ("Baseline 1", -3, -1),
    ]


def test_what_belongs_to_another_file_is_said_to_be_left_out() -> None:
    foreign = f"<PredecessorLink>{fields(PredecessorUID=9, CrossProject=1)}</PredecessorLink>"

    found = read(mspdi(a_task(1, "Draft", inside=foreign + a_link(7)) + a_task(2, "Ghost", ExternalTask=1)))

    assert titles(found) == ["Draft"]
    assert notes(found, DROPPED) == [
        "task 2: “Ghost” is a task of another file.",
        "task 1: “Draft” waits for a task of another file.",
        "task 1: “Draft” waits for something that is not in the file (7).",
    ]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (mspdi(""), "", "holds no task yet"),
        (mspdi("").replace("<Project", "<!DOCTYPE x [<!ENTITY a 'b'>]><Project"), "DOCTYPE", "document type"),
        ('<APIBusinessObjects xmlns="x"><Project/></APIBusinessObjects>', "<APIBusinessObjects>", "Primavera"),
        ('<project name="x" mrproject-version="2"><tasks/></project>', "<project>", "GNOME Planner"),
        ("<note><to>Ana</to></note>", "<note>", "a kind that is not known"),
        ("ERMHDR\t8.0\n", "", "Primavera's XER"),
        ('# Ours\nmacro day [1]\nproject p "Plan" 2027-01-01 +3m {\n}\n', "", "TaskJuggler"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_refused_with_the_way_out(data: str, place: str, words: str) -> None:
    with pytest.raises(Refusal, match=words) as refusal:
        read(data)

    assert refusal.value.place == place


@pytest.mark.parametrize("part", ["<!--", "<!---->", "<?a?>", "<!DOCTYPE a>", "<!DOCTYPE a [", "/**/"])
def test_a_beginning_that_never_ends_is_looked_at_once(part: str) -> None:
    with pytest.raises(Refusal):
        imported(part.encode() * 3000 + b"<", "plan.xml", LAUNCH)


ODD = st.sampled_from([
    "", "0", "-1", "-65535", "1e999", "nan", "9" * 30, "2027-13-45", "9999-12-31T00:00:00", "1969-01-01",
    "PT999999999H0M0S", "PT-8H0M0S", "P1D", "x", "8",
])  # fmt: skip
NAMES = (
    "UID", "OutlineLevel", "Start", "Finish", "Duration", "ConstraintType", "ConstraintDate", "PercentComplete",
    "ActualStart", "ActualFinish", "Manual", "Active", "Milestone",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), ODD), ODD, ODD)
def test_odd_values_give_a_sound_plan(values: dict[str, str], lag: str, layout: str) -> None:
    link = f"<PredecessorLink>{fields(PredecessorUID=2, LinkLag=lag, LagFormat=layout, Type=layout)}</PredecessorLink>"

    plan = read(mspdi(a_task(1, "Draft", "2027-03-01", link, **values) + a_task(2, "Check") + a_task(3, "Ship"))).plan

    assert "ship" in plan.tasks
    assert read_plan(write_plan(plan), "p") == plan
