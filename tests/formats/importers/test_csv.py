"""CSV and TSV: encodings, delimiters, and rows that are no tasks."""

import pytest

from launchplanner.formats.importers import CHANGED, DROPPED, Options, imported
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import LAUNCH, days, from_text, notes, owners, tasks, titles

PLAN = "Task,Owner,Due\nWrite the brief,Ana Silva,2027-03-01\nDraft the page,Bo Li,2027-03-02\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_any_encoding_is_read(encoding: str) -> None:
    found = imported("Task;Owner\nÜber die Brücke;Jürgen Groß\nPlan;Ana Silva\n".encode(encoding), "plan.csv", LAUNCH)

    assert owners(found) == ["Jürgen Groß", "Ana Silva"]
    assert titles(found)[0] == "Über die Brücke"


def test_the_code_page_of_windows_is_read_when_it_is_no_utf_8() -> None:
    found = imported("Task;Owner\nPrüfen;Jürgen\nMessen;Zoë\n".encode("cp1252"), "plan.csv", LAUNCH)

    assert owners(found) == ["Jürgen", "Zoë"]
    assert found.understood.details[0].startswith("Windows-1252")


@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_the_delimiter_is_found_by_how_evenly_it_cuts(delimiter: str, name: str) -> None:
    text = delimiter.join(["Task", "Owner", "Due"]) + "\n"
    text += delimiter.join(["Write, then check", "Ana Silva", "2027-03-01"]) + "\n"
    text += delimiter.join(['"Draft; edit"' if delimiter == ";" else "Draft; edit", "Bo Li", "2027-03-02"]) + "\n"
    if delimiter == ",":
        text = text.replace("Write, then check", '"Write, then check"')

    found = imported(text.encode(), "plan.csv", LAUNCH)

    assert titles(found) == ["Write, then check", "Draft; edit"]
    assert name in found.understood.details[0]


def test_a_tab_file_that_is_called_csv_is_read() -> None:
    assert owners(from_text("Task\tOwner\nWrite\tAna\nDraft\tBo\n", "plan.csv")) == ["Ana", "Bo"]


def test_excel_s_first_line_names_the_delimiter() -> None:
    found = from_text("sep=;\nTask;Owner\nWrite;Ana\nDraft;Bo\n")

    assert owners(found) == ["Ana", "Bo"]
    assert notes(from_text("sep=;\nTask;Owner\nWrite;Ana\n;Bo\n"), DROPPED)[0].startswith("line 4")


def test_quoted_cells_may_hold_line_ends() -> None:
    found = from_text('Task,Owner,Notes\n"Write\nthe brief",Ana,"first\nsecond"\nDraft,Bo,\n')

    assert titles(found) == ["Write the brief", "Draft"]
    assert tasks(found)[0].notes == "first\nsecond"


def test_places_are_lines_of_the_file_even_after_cells_of_several_lines() -> None:
    found = from_text('Task,Owner,Notes\n"Write\nit",Ana,"a\nb"\n,Bo,lost\n')

    assert notes(found, DROPPED) == ["line 5, column 1: A row without a task: “Bo; lost”."]


def test_ragged_rows_and_headers_that_begin_with_a_blank_are_read() -> None:
    found = from_text("Task, Owner, Due\nWrite, Ana\nDraft, Bo, 2027-03-02, estimated\n")

    assert owners(found) == ["Ana", "Bo"]
    assert "estimated" in tasks(found)[1].notes


def test_a_header_further_down_is_found_and_the_lines_above_give_the_title() -> None:
    found = from_text(
        """
        Spring launch,,,
        Launch date:,2027-05-04,,
        ,,,
        Task,Owner,Start,End
        Write,Ana,2027-03-01,2027-03-05
        Draft,Bo,2027-03-08,2027-03-09
        """
    )

    assert found.plan.title == "Spring launch"
    assert found.plan.launch_day.isoformat() == "2027-05-04"
    assert days(found) == [("2027-03-01", "2027-03-05"), ("2027-03-08", "2027-03-09")]


def test_a_table_without_a_header_is_read_by_what_its_columns_hold() -> None:
    found = from_text("Write the brief,2027-03-01,Ana\nDraft the page,2027-03-02,Bo\nShip it all,2027-03-03,Ana\n")

    assert titles(found) == ["Write the brief", "Draft the page", "Ship it all"]
    assert owners(found) == ["Ana", "Bo", "Ana"]
    assert days(found)[1] == ("2027-03-02", "2027-03-02")


def test_a_single_column_of_tasks_is_read() -> None:
    found = from_text("Write the brief\nDraft the page\nShip it to all\n")

    assert titles(found) == ["Write the brief", "Draft the page", "Ship it to all"]


def test_repeated_headers_totals_and_blank_lines_are_dropped_and_said() -> None:
    found = from_text("Task,Owner,Hours\nWrite,Ana,8\n\nTask,Owner,Hours\nDraft,Bo,16\nTotal,,24\n")

    assert titles(found) == ["Write", "Draft"]
    assert notes(found, DROPPED) == [
        "line 4: The header stands here again.",
        "line 6: A row of totals: “Total”.",
        "plan.csv: 1 blank row was left out.",
    ]


def test_two_tables_below_each_other_are_two_tables() -> None:
    found = from_text(
        """
        Task,Owner,Due
        Write,Ana,2027-03-01
        Draft,Bo,2027-03-02

        Item,Due date,Assignee,Status
        Book the hall,2027-03-05,Cy,Done
        Send the mail,2027-03-06,Di,Open
        """
    )

    assert owners(found) == ["Ana", "Bo", "Cy", "Di"]
    assert len(found.understood.tables) == 2


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_the_guard_against_formulas_is_taken_off(sign: str) -> None:
    assert titles(from_text(f"Task,Owner\n'{sign}1 day,Ana\nWrite,Bo\n"))[0] == f"{sign}1 day"


def test_an_apostrophe_of_the_text_stays() -> None:
    assert titles(from_text("Task,Owner\n'tis done,Ana\nWrite,Bo\n"))[0] == "'tis done"


def test_invisible_characters_are_taken_out() -> None:
    assert owners(from_text("Task,Owner\nWrite,Ana\u200b Sil\u202eva\nDraft,Bo\n"))[0] == "Ana Silva"


def test_markdown_in_cells_is_taken_off_and_links_are_kept() -> None:
    found = from_text("Task,Owner\n[**Write** the brief](https://x.org/a),`@ana`\nDraft,**Bo Li**\n")

    assert titles(found)[0] == "Write the brief"
    assert tasks(found)[0].links == ("https://x.org/a",)
    assert owners(found) == ["@ana", "Bo Li"]


def test_snake_case_and_products_are_no_markdown() -> None:
    assert titles(from_text("Task,Owner\nSet max_row_count and 2 * 3 * 4,Ana\nWrite,Bo\n"))[0] == (
        "Set max_row_count and 2 * 3 * 4"
    )


def test_columns_without_a_field_are_kept_in_the_notes() -> None:
    found = from_text("Task,Owner,KPI,Budget\nWrite,Ana,Reach,100\nDraft,Bo,,\n")

    assert tasks(found)[0].notes == "KPI: Reach\nBudget: 100"


def test_a_cell_that_never_ends_is_refused_with_its_line() -> None:
    with pytest.raises(Refusal, match=r"never ends|No column") as refusal:
        from_text('Task,Owner\nWrite,"Ana\n' + "more text without an end\n" * 20_000)

    assert refusal.value.file == "plan.csv"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   \n\n", "empty"),
        ("Name,Amount\nRent,100\nFood,200\n", "No column holds tasks"),
        ("Metric,Definition,Target\nReach,Views,100\nCTR,Clicks,2%\n", "No column holds tasks"),
        ("Resource;p1;p2\nr1;1.0;0.0\nr2;0.5;0.5\n", "No column holds tasks"),
        ("Task,Owner\n", "no task below"),
    ],
)
def test_what_is_no_plan_is_refused_with_the_way_out(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        from_text(text)


def test_rows_beyond_the_limit_are_cut_and_said() -> None:
    text = "Task,Owner\n" + "Write,Ana\n" * 20_100

    found = imported(text.encode(), "plan.csv", LAUNCH)

    assert len(found.plan.tasks) == 19_999
    assert "Rows after the first 20000: the limit of an import." in notes(found, DROPPED)[0]


def test_columns_beyond_the_limit_are_cut_and_said() -> None:
    found = from_text("Task,Owner" + ",x" * 300 + "\nWrite,Ana" + ",1" * 300 + "\nDraft,Bo\n")

    assert "Columns after the first 200: the limit of an import." in notes(found, DROPPED)


def test_a_person_may_say_what_a_column_means() -> None:
    text = "Task,Squad,Steward\nWrite,Red,Ana\nDraft,Blue,Bo\n"

    found = imported(text.encode(), "plan.csv", LAUNCH, Options(columns={"steward": "owner", "Squad": "phase"}))

    assert owners(found) == ["Ana", "Bo"]
    assert sorted(phase.title for phase in found.plan.phases.values()) == ["Blue", "Red"]


def test_a_status_that_is_not_known_is_kept_and_said() -> None:
    found = from_text("Task,Owner,Status\nWrite,Ana,Marinating\nDraft,Bo,Done\n")

    assert tasks(found)[0].status == "planned"
    assert tasks(found)[0].notes == "Status: Marinating"
    assert notes(found, CHANGED)[0].startswith("line 2, column 3: “Marinating” is no known status")
