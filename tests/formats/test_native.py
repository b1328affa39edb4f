"""The plan file: what is written is read again the same, and what is no plan is refused with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchplanner.formats.native import DEEPEST, read_plan, write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.plan import Plan
from tests.builders import a_plan, a_task
from tests.plan.strategies import plans


def a_file(**changes: object) -> dict[str, Any]:
    return {**json.loads(write_plan(a_plan(a_task("Spec")))), **changes}


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_plan(data, "launch.launchplan")
    assert caught.value.file == "launch.launchplan"
    assert caught.value.reason.endswith(".")
    return caught.value


def dumped(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode()


@given(plans())
def test_what_is_written_is_read_again_the_same(plan: Plan) -> None:
    data = write_plan(plan)

    read = read_plan(data, "launch.launchplan")

    assert read == plan
    assert write_plan(read) == data


def test_the_file_is_text_with_sorted_keys_and_a_field_on_each_line() -> None:
    text = write_plan(a_plan(a_task("Straße 漢字", key="t1"))).decode()

    assert '\n  "t1": {\n   "backup": "",\n   "contributors": [],\n' in text
    assert "Straße 漢字" in text
    assert text.endswith("}\n")
    assert '"schema": 1' in text


def test_moving_one_row_changes_one_line() -> None:
    plan = a_plan()
    task = plan.tasks["product-spec"]

    moved = plan.replace(tasks=plan.tasks.with_("product-spec", task.replace(order="zz")))

    before, after = write_plan(plan).splitlines(), write_plan(moved).splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_what_a_newer_version_added_is_written_back() -> None:
    content = a_file(schema=7, mood="calm")
    content["tasks"]["spec"]["effort"] = {"days": 3}
    content["calendar"]["shifts"] = [1, 2]

    written = json.loads(write_plan(read_plan(dumped(content), "f")))

    assert written == content


def test_a_byte_order_mark_is_passed_over() -> None:
    data = write_plan(a_plan())

    assert read_plan(b"\xef\xbb\xbf" + data, "f") == read_plan(data, "f")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\n"])
def test_an_empty_file_is_refused_with_a_way_back(data: bytes) -> None:
    assert "backups" in refused(data).reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[]", "not a launchplanner plan"),
        (b"3", "not a launchplanner plan"),
        (b'{"format": "other"}', "not a launchplanner plan"),
        (b"{}", "not a launchplanner plan"),
    ],
)
def test_other_json_is_sent_to_import(data: bytes, reason: str) -> None:
    refusal = refused(data)

    assert reason in refusal.reason
    assert "Import" in refusal.reason


def test_text_that_is_not_json_is_refused_with_line_and_column() -> None:
    refusal = refused(b'{\n "format": launchplanner\n}')

    assert refusal.place == "line 2, column 12"
    assert refusal.reason.startswith("This is not JSON")


def test_bytes_that_are_not_utf_8_are_refused_with_their_place() -> None:
    refusal = refused(b'{"title": "Caf\xe9"}')

    assert refusal.place == "byte 14"
    assert "UTF-8" in refusal.reason


def test_a_file_in_utf_16_is_refused() -> None:
    assert "UTF-8" in refused('{"format": "launchplanner"}'.encode("utf-16")).reason


def test_a_key_that_stands_twice_is_refused_and_named() -> None:
    data = b'{"format": "launchplanner", "tasks": {"t1": {"title": "A"}, "t1": {"title": "B"}}}'

    refusal = refused(data)

    assert refusal.place == "/…/t1"
    assert "“t1” stands twice" in refusal.reason


def test_a_newer_plan_that_asks_for_a_newer_program_is_refused_by_version() -> None:
    refusal = refused(dumped(a_file(min_reader=9)))

    assert refusal.place == "/min_reader"
    assert "version 9" in refusal.reason


@pytest.mark.parametrize("needs", ["2", None, 1.5, {}])
def test_an_odd_version_is_refused(needs: object) -> None:
    assert refused(dumped(a_file(min_reader=needs))).place == "/min_reader"


@pytest.mark.parametrize(
    ("table", "part", "place"),
    [
        ("tasks", {"title": "A", "duration": -3}, "/tasks/x/duration"),
        ("tasks", {"title": "A", "start": {"on": "86400"}}, "/tasks/x/start/on"),
        ("tasks", {"duration": 1}, "/tasks/x/title"),
        ("tasks", [], "/tasks/x"),
        ("batons", {"title": "B", "items": {"i": {"title": 5}}}, "/batons/x/items/i/title"),
        ("people", {"name": "Ana", "holds": [{"role": "pm", "start": "2500-01-01"}]}, "/people/x/holds/0/start"),
        ("dependencies", {"predecessor": "a", "successor": "b", "lag": 99999}, "/dependencies/x/lag"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(table: str, part: object, place: str) -> None:
    refusal = refused(dumped(a_file(**{table: {"x": part}})))

    assert refusal.place == place


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
@pytest.mark.parametrize("field", ["value", "note_of_a_newer_version"])
def test_a_number_that_is_none_is_refused_with_its_line(number: str, field: str) -> None:
    content = a_file(metrics={"m": {"title": "1e999", "readings": [{"on": "2027-01-01", "value": 1, field: "HERE"}]}})
    data = json.dumps(content, indent=1).replace('"HERE"', number).encode()
    line = data[: data.index(number.encode() + b"\n")].count(b"\n") + 1

    refusal = refused(data)

    assert refusal.place.startswith(f"line {line},")
    assert number in refusal.reason


def test_a_number_of_many_digits_is_refused() -> None:
    data = dumped(a_file(mood="HERE")).replace(b'"HERE"', b"9" * 5000)

    refusal = refused(data)

    assert "out of range" in refusal.reason
    assert refusal.place == f"line 1, column {data.index(b'99999') + 1}"


@pytest.mark.parametrize("opening", ['{"a":', "["])
def test_nesting_that_would_run_the_parser_out_of_stack_is_refused_with_its_place(opening: str) -> None:
    refusal = refused(b'{"format": "launchplanner",\n"deep": ' + opening.encode() * 100_000)

    assert "too deeply" in refusal.reason
    assert refusal.place.startswith("line 2, column ")


def test_brackets_in_a_title_do_not_count_as_nesting() -> None:
    plan = a_plan(a_task("[" * (DEEPEST + 5) + '\\"{', key="spec"))

    assert read_plan(write_plan(plan), "f") == plan


@pytest.mark.parametrize("tail", ['\\"' * 200_000, '"' * 200_001, "\\" * 200_001])
def test_a_text_that_never_ends_is_refused_at_once(tail: str) -> None:
    # Looked through anew from each of its quotes it would take minutes, and the time limit of the test would say so.
    assert "not JSON" in refused(b'{"a": "' + tail.encode()).reason


def test_half_a_character_is_refused_with_its_line() -> None:
    data = json.dumps(a_file(title="\U0001f680 \ud800"), indent=1).encode()
    line = data[: data.index(b"ud800")].count(b"\n") + 1

    refusal = refused(data)

    assert refusal.place.startswith(f"line {line},")
    assert refusal.reason == "Half a character stands here."


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused(data)


@given(plans(), st.data())
def test_a_plan_cut_short_or_altered_is_read_or_refused(plan: Plan, data: st.DataObject) -> None:
    content = write_plan(plan)
    place = data.draw(st.integers(0, len(content) - 1))
    altered = content[:place] + data.draw(st.binary(max_size=3)) + content[place + data.draw(st.integers(0, 3)) :]

    try:
        read = read_plan(altered, "f")
    except Refusal:
        read = plan

    assert read_plan(write_plan(read), "f") == read
