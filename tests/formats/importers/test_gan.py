"""GanttProject files."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.importers import CHANGED, DROPPED, UNDERSTOOD, Imported, Options, imported
from launchplanner.formats.native import read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import LAUNCH, days, links, notes, owners, phase_of, phases, tasks, titles

CALENDAR = """<calendars><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0"
sat="1"/><only-show-weekends value="false"/></day-types>{dates}</calendars>"""
PEOPLE = """<resources><resource id="0" name="Ana Lund" function="Default:1" contacts="ana@example.com" phone=""/>
<resource id="1" name="Bo Sato" function="7" contacts="" phone=""/>
<resource id="2" name="Chidi Okafor" function="Default:0" contacts="" phone="123"/></resources>"""
ROLES = '<roles roleset-name="Default"/><roles><role id="7" name="Copywriter"/></roles>'


def gan(
    tasks: str, *, people: str = PEOPLE, after: str = "", dates: str = "", head: str = 'name="Spring launch"'
) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><project {head} version="3.3" locale="en"><description/>'
        f"{CALENDAR.format(dates=dates)}<tasks>{tasks}</tasks>{people}{after}{ROLES}</project>"
    )


def a_task(number: int, name: str, start: str, days: int = 1, inside: str = "", *, more: str = "") -> str:
    return (
        f'<task id="{number}" name="{name}" meeting="false" start="{start}" duration="{days}" complete="0" {more}>'
        f"{inside}</task>"
    )


def read(text: str, launch: date | None = LAUNCH) -> Imported:
    return imported(text.encode(), "plan.gan", launch, Options())


def test_tasks_keep_their_days_and_stand_in_the_phase_that_sums_them_up() -> None:
    found = read(
        gan(
            a_task(
                1, "Make", "2027-03-01", 8, a_task(2, "Draft", "2027-03-01", 3) + a_task(3, "Check", "2027-03-04", 5)
            )
            + a_task(4, "Tell", "2027-03-11", 2, a_task(5, "Post", "2027-03-11", 2))
        )
    )

    assert found.understood.reader == "gan"
    assert found.plan.title == "Spring launch"
    assert titles(found) == ["Draft", "Check", "Post"]
    assert phases(found) == ["Make", "Tell"]
    assert phase_of(found) == ["Make", "Make", "Tell"]
    assert days(found) == [("2027-03-01", "2027-03-03"), ("2027-03-04", "2027-03-10"), ("2027-03-11", "2027-03-12")]


def test_a_holiday_of_the_file_is_a_day_off_and_a_yearly_one_is_one_in_each_year_of_the_plan() -> None:
    found = read(
        gan(
            a_task(1, "Draft", "2027-03-02", 2),
            dates='<date year="2027" month="3" date="3" type="HOLIDAY"><![CDATA[Founders]]></date>'
            '<date year="" month="5" date="1" type="HOLIDAY"/>'
            '<date year="2027" month="3" date="6" type="WORKING_DAY"/>',
        )
    )

    assert days(found) == [("2027-03-02", "2027-03-04")]
    assert found.plan.calendar.days_off == (date(2026, 5, 1), date(2027, 3, 3), date(2027, 5, 1), date(2028, 5, 1))
    assert notes(found, UNDERSTOOD)[0] == "4 days off: 2026-05-01, 2027-03-03 Founders, 2027-05-01 and 2028-05-01."
    assert "2027-03-06 is a working day by exception." in notes(found, DROPPED)


def test_the_last_day_of_work_is_launch_day_where_nothing_else_says_it() -> None:
    found = read(gan(a_task(1, "Draft", "2027-03-02", 5) + a_task(2, "Check", "2027-03-03")), launch=None)

    assert found.plan.launch_day == date(2027, 3, 8)


def test_weekends_that_are_only_shown_are_worked() -> None:
    text = gan(a_task(1, "Draft", "2027-03-05", 2)).replace('weekends value="false"', 'weekends value="true"')

    assert days(read(text)) == [("2027-03-05", "2027-03-06")]


@pytest.mark.parametrize(("number", "kind"), [("1", "SS"), ("2", "FS"), ("3", "FF"), ("4", "SF")])
def test_a_link_hangs_on_what_is_waited_for(number: str, kind: str) -> None:
    depend = f'<depend id="2" type="{number}" difference="-1" hardness="Strong"/>'

    found = read(gan(a_task(1, "Draft", "2027-03-01", 2, depend) + a_task(2, "Check", "2027-03-03", 2)))

    assert links(found) == [("Draft", "Check", kind, -1)]


def test_a_task_follows_its_links_where_they_give_its_day_and_keeps_its_day_where_they_do_not() -> None:
    depend = '<depend id="2" type="2" difference="0" hardness="Strong"/><depend id="3" type="2" hardness="Rubber"/>'

    found = read(
        gan(
            a_task(1, "Draft", "2027-03-01", 2, depend)
            + a_task(2, "Check", "2027-03-03", 2)
            + a_task(3, "Ship", "2027-03-10", 2)
        )
    )

    assert [task.start.rule for task in tasks(found)] == ["anchored", "asap", "anchored"]
    assert [first for first, _last in days(found)] == ["2027-03-01", "2027-03-03", "2027-03-10"]
    assert "1 link of the kind “rubber” is an ordinary one here: Draft → Ship." in notes(found, CHANGED)


def test_an_earliest_start_is_a_rule_as_long_as_it_moves_nothing() -> None:
    more = 'thirdDate="{}" thirdDate-constraint="1"'

    found = read(
        gan(
            a_task(1, "Draft", "2027-03-01", more=more.format("2027-03-01"))
            + a_task(2, "Check", "2027-03-02", more=more.format("2027-03-09"))
            + a_task(3, "Ship", "2027-03-03", more=more.format("2027-03-03").replace('"1"', '"0"'))
        )
    )

    assert [(task.start.rule, task.start.on) for task in tasks(found)] == [
        ("no earlier", date(2027, 3, 1)),
        ("anchored", None),
        ("anchored", None),
    ]
    assert [first for first, _last in days(found)] == ["2027-03-01", "2027-03-02", "2027-03-03"]
    assert notes(found, CHANGED) == [
        "“Check” keeps its day and loses its rule, “no earlier” 2027-03-09: that gives another day here."
    ]


def test_a_link_of_a_summary_holds_for_the_tasks_at_its_ends() -> None:
    inside = a_task(2, "Draft", "2027-03-01", 1, '<depend id="3" type="2" difference="0"/>')
    found = read(
        gan(
            a_task(1, "Make", "2027-03-01", 2, '<depend id="4" type="2"/>' + inside + a_task(3, "Check", "2027-03-02"))
            + a_task(4, "Ship", "2027-03-03", 1, '<depend id="1" type="2"/><depend id="9" type="2"/>')
        )
    )

    assert links(found) == [
        ("Check", "Ship", "FS", 0),
        ("Draft", "Check", "FS", 0),
        ("Ship", "Draft", "FS", 0),
    ]
    assert "task 4: A link from “Ship” to a task that is not in the file (9)." in notes(found, DROPPED)


def test_the_one_who_is_flagged_responsible_owns_the_task_and_the_others_contribute() -> None:
    allocations = """<allocations>
    <allocation task-id="1" resource-id="0" function="Default:1" responsible="false" load="50.0"/>
    <allocation task-id="1" resource-id="1" function="7" responsible="true" load="100.0"/>
    <allocation task-id="2" resource-id="0" responsible="true" load="100"/>
    <allocation task-id="2" resource-id="1" responsible="true" load="100"/>
    <allocation task-id="3" resource-id="2" responsible="false" load="100"/>
    <allocation task-id="4" resource-id="0" responsible="false" load="100"/>
    <allocation task-id="4" resource-id="2" responsible="false" load="100"/></allocations>"""

    found = read(
        gan(
            "".join(a_task(n, f"Task {n}", "2027-03-01") for n in range(1, 6)),
            after=allocations + '<vacations><vacation start="2027-02-01" end="2027-02-09" resourceid="1"/></vacations>',
        )
    )

    assert owners(found) == ["bo-sato", "Ana Lund, Bo Sato", "chidi-okafor", "Ana Lund, Chidi Okafor", ""]
    assert tasks(found)[0].contributors == ("Ana Lund [50%]",)
    ana, bo = found.plan.people["ana-lund"], found.plan.people["bo-sato"]
    assert (ana.email, ana.holds[0].role) == ("ana@example.com", "project-manager")
    assert (bo.away[0].start, bo.away[0].end, bo.holds[0].role) == (date(2027, 2, 1), date(2027, 2, 8), "copywriter")
    assert "Phone numbers of people." in notes(found, DROPPED)


def test_milestones_progress_notes_links_and_own_columns_are_kept() -> None:
    columns = """<taskproperties><taskproperty id="tpc0" name="Risk" type="custom" valuetype="text" defaultvalue="low"/>
    <taskproperty id="tpc1" name="Done?" type="custom"><simple-select select="completion=100"/></taskproperty>
    </taskproperties>"""
    inside = """<notes><![CDATA[Ask legal
      first.]]></notes><customproperty taskproperty-id="tpc0" value="high"/>
    <customproperty taskproperty-id="tpc1" value="false"/>"""
    text = gan(
        columns
        + a_task(1, "Draft", "2027-03-01", 2, inside, more='priority="2" webLink="https%3A%2F%2Fexample.com%2Fa%3Fb"')
        + '<task id="2" name="Signed" meeting="true" start="2027-03-03" duration="1" complete="100"/>'
    )

    found = read(text.replace('complete="0"', 'complete="40"', 1))
    draft, signed = tasks(found)

    assert (draft.status, draft.progress, draft.links) == ("active", 40, ("https://example.com/a?b",))
    assert draft.notes == "Ask legal\nfirst.\nPriority: high\nRisk: high"
    assert (signed.duration, signed.status, signed.progress) == (0, "done", 100)
    assert "Columns that GanttProject works out itself: Done?." in notes(found, DROPPED)


def test_a_baseline_is_kept_as_one() -> None:
    after = """<previous><previous-tasks name="As promised">
    <previous-task id="1" start="2027-03-01" duration="2" meeting="false" super="false"/>
    <previous-task id="7" start="2027-03-01" duration="2" meeting="false" super="true"/></previous-tasks></previous>"""

    found = read(gan(a_task(1, "Draft", "2027-03-04", 2), after=after), launch=date(2027, 3, 8))
    (baseline,) = found.plan.baselines.values()

    assert (baseline.title, baseline.launch_day) == ("As promised", date(2027, 3, 8))
    assert {key: (span.start, span.finish) for key, span in baseline.spans.items()} == {"draft": (-5, -3)}


def test_names_of_any_script_and_groups_among_the_people() -> None:
    people = """<resources><resource id="0" name="王伟"/><resource id="1" name="Marketing team"/><resource id="2"/>
    </resources>"""
    allocations = """<allocations><allocation task-id="1" resource-id="0" responsible="true"/>
    <allocation task-id="2" resource-id="1" responsible="true"/></allocations>"""

    found = read(gan(a_task(1, "起草", "2027-03-01") + a_task(2, "פרסום", "2027-03-02"), people=people + allocations))

    assert titles(found) == ["起草", "פרסום"]
    assert [person.name for person in found.plan.people.values()] == ["王伟"]
    assert owners(found)[1] == "Marketing team"
    assert "resource 2: A person without a name." in notes(found, DROPPED)


def refusal_of(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        imported(data, "plan.gan", LAUNCH)
    return refusal.value


def test_a_file_without_a_task_is_refused() -> None:
    assert "holds no task yet" in refusal_of(gan("").encode()).reason


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE project>",
        '<!DOCTYPE project SYSTEM "http://example.invalid/x.dtd">',
        '<!DOCTYPE project [<!ENTITY a "b">]>',
        '<!DOCTYPE project [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_a_document_type_is_refused_by_name(doctype: str) -> None:
    text = gan(a_task(1, "Draft", "2027-03-01")).replace("<project ", doctype + "<project ", 1)

    assert refusal_of(text.encode()).place == "DOCTYPE"


@pytest.mark.parametrize("depth", [101, 1000, 100_000])
def test_depth_beyond_reason_is_refused(depth: int) -> None:
    nested = '<task id="1" name="a" start="2027-03-01" duration="1">' * depth

    assert "more than 100 deep" in refusal_of(gan(nested + "</task>" * depth).encode()).reason


def test_damaged_xml_is_refused_with_its_line() -> None:
    text = gan("\n" + a_task(1, "Draft", "2027-03-01"))[:-200]

    refusal = refusal_of(text.encode())

    assert refusal.place.startswith("line ")
    assert "breaks off or is damaged" in refusal.reason


ODD = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "1e999",
        "nan",
        "99999999999999999999999999",
        "2027-13-45",
        "9999-12-31",
        "1969-01-01",
        "x",
        "2.5",
        "true",
    ]
)


@given(st.tuples(ODD, ODD, ODD, ODD, ODD, ODD))
def test_odd_values_give_a_sound_plan(odd: tuple[str, str, str, str, str, str]) -> None:
    start, length, done, lag, load, year = odd
    text = gan(
        f'<task id="1" name="" start="{start}" duration="{length}" complete="{done}"><depend id="2" difference="{lag}" '
        f'type="{lag}"/><depend id="1"/></task><task id="2" start="2027-03-01" duration="{length}" meeting="{done}"/>',
        after=f'<allocations><allocation task-id="1" resource-id="0" load="{load}"/></allocations>',
        dates=f'<date year="{year}" month="2" date="29" type="HOLIDAY"/>',
    )

    plan = read(text).plan

    assert len(plan.tasks) == 2
    assert read_plan(write_plan(plan), "p") == plan
