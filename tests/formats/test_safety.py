import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.safety import BOX, LONGEST_NAME, csv_cell, file_name, looks_like_formula, markdown, visible

NAMES = [
    "..", "../../etc/passwd", "C:\\boot.ini", "\\\\?\\C:\\x", "CON", "con", "nul.txt", "LPT1", "COM0", "a/b", "a\x00b",
    "trailing.", "trailing ", ".hidden", "-rf", "~", "x" * 300, "ü" * 300, "", "   ", "...", "a\nb", "a:b", "a*?<>|\"b",
    "\u202egpj.exe", "Главный запуск", "発売 計画",
]  # fmt: skip


@pytest.mark.parametrize("title", NAMES)
def test_a_file_name_is_one_that_every_system_takes(title: str) -> None:
    name = file_name(title, ".pdf")

    stem = name.removesuffix(".pdf")
    assert stem.strip(" .") == stem != ""
    assert not set(name) & set('/\\:*?"<>|\x00\n')
    assert stem.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com0", "lpt1"}
    assert len(stem) <= LONGEST_NAME
    assert len(name.encode()) <= 255


def test_a_file_name_keeps_what_people_read() -> None:
    assert file_name("New auction model (v2)", ".xlsx") == "New auction model (v2).xlsx"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x0b", "\x1b", "\ud800", "\uffff"])
def test_a_sign_that_hides_is_shown_as_a_box(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a{BOX}b"


def test_line_ends_of_every_kind_are_one_kind() -> None:
    assert visible("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


@given(st.text())
def test_visible_text_can_be_written_and_needs_no_second_pass(text: str) -> None:
    once = visible(text)

    assert visible(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\x00=1", "＝1", "＋1", "－1", "＠x"]
)
def test_what_a_spreadsheet_would_work_out_gets_an_apostrophe(text: str) -> None:
    assert csv_cell(text) == f"'{visible(text)}"


@pytest.mark.parametrize("text", ["a=1", "1+1", "Ana", "", "(-1)", "…"])
def test_other_text_stays_as_it_is_in_csv(text: str) -> None:
    assert csv_cell(text) == text


@given(st.text())
def test_no_cell_of_csv_begins_like_a_formula(text: str) -> None:
    assert not looks_like_formula(csv_cell(text))


@given(st.text(alphabet="ab \n\t\\`*_[]<>#|~$&!()"))
def test_markdown_text_is_one_line_of_words(text: str) -> None:
    escaped = markdown(text)

    assert "\n" not in escaped
    bare = escaped.replace("&amp;", "")
    for sign in "\\`*_[]<>#|~$&":
        bare = bare.replace(f"\\{sign}", "")
    assert not set(bare) & set("\\`*_[]<>#|~$&")
