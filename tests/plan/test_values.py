"""Values and tables: frozen, shared, and the same again after a round trip."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from launchplanner.plan.edits import Change, ChangeLaunch
from launchplanner.plan.plan import TASK, Plan
from launchplanner.plan.values import Day, Table, Value
from launchplanner.plan.work import Task
from tests.builders import a_plan, a_task

TASKS: TypeAdapter[Table[Task]] = TypeAdapter(Table[Task])
DAY: TypeAdapter[date] = TypeAdapter(Day)
ENTRIES = st.dictionaries(st.text(min_size=1, max_size=5), st.integers(), max_size=8)


@given(ENTRIES, st.text(min_size=1, max_size=5), st.integers())
def test_a_table_with_one_more_entry_leaves_the_old_one_as_it_was(
    entries: dict[str, int], key: str, value: int
) -> None:
    table = Table(entries)

    assert dict(table.with_(key, value)) == {**entries, key: value}
    assert dict(table) == entries


@given(ENTRIES, ENTRIES)
def test_a_table_does_what_a_dictionary_does(entries: dict[str, int], more: dict[str, int]) -> None:
    table = Table(entries)

    assert dict(table.updated(more)) == {**entries, **more}
    assert dict(table.without(*more)) == {key: value for key, value in entries.items() if key not in more}
    assert (len(table), set(table)) == (len(entries), set(entries))
    assert table.get("not there at all") is None


@given(ENTRIES)
def test_tables_are_equal_and_hash_alike_whatever_the_order_of_their_entries(entries: dict[str, int]) -> None:
    turned = Table(reversed(list(entries.items())))

    assert Table(entries) == turned
    assert hash(Table(entries)) == hash(turned)


def test_a_table_is_no_dictionary_and_differs_from_one() -> None:
    assert Table({"a": 1}) != {"a": 1}
    assert repr(Table({"b": 2, "a": 1})) == "Table({'a': 1, 'b': 2})"


def test_a_table_is_written_with_sorted_keys_and_read_again_the_same() -> None:
    table = Table({key: Task(title=key) for key in ("c", "a", "b")})

    text = TASKS.dump_json(table)

    assert list(TASKS.dump_python(table)) == ["a", "b", "c"]
    assert TASKS.validate_json(text) == table


def test_a_table_that_is_one_already_is_passed_on_as_it_is() -> None:
    tasks = Table({"a": Task(title="A")})

    assert a_plan().replace(tasks=tasks).tasks is tasks


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        TASKS.validate_json('{"": {"title": "A"}}')


def test_a_value_cannot_be_changed_in_place() -> None:
    task: Any = Task(title="A")

    with pytest.raises(ValidationError, match="frozen"):
        task.title = "B"


def test_replacing_a_field_is_validated() -> None:
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        Task(title="A").replace(duration=-3)


@pytest.mark.parametrize("text", ["86400", "2027-3-30", "30.03.2027", "2027-03-30T00:00", "1969-12-31", "2201-01-01"])
def test_a_day_is_read_from_iso_text_between_1970_and_2200_only(text: str) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(text)


def test_a_day_is_written_as_it_is_read() -> None:
    assert DAY.validate_python("2028-02-29") == date(2028, 2, 29)
    assert DAY.dump_json(date(2028, 2, 29)) == b'"2028-02-29"'


def test_fields_of_a_newer_version_live_through_edits_and_a_round_trip() -> None:
    content = a_plan(a_task("Spec")).model_dump(mode="json", by_alias=True)
    content["mood"] = {"of": ["the", "team"]}
    content["tasks"]["spec"]["effort"] = 3.5
    plan = Plan.model_validate(content)

    edited = Change(TASK, "spec", {"title": "Specification"}).apply(plan)
    edited = ChangeLaunch({"title": "Launch"}).apply(edited)

    written = edited.model_dump(mode="json", by_alias=True)
    assert written["mood"] == {"of": ["the", "team"]}
    assert written["tasks"]["spec"]["effort"] == 3.5
    assert Plan.model_validate(written) == edited


def test_a_status_of_a_newer_version_is_kept() -> None:
    assert Task.model_validate_json('{"title": "A", "status": "simmering"}').status == "simmering"


def test_a_value_with_the_name_of_a_method_among_its_unknown_fields_can_still_be_replaced() -> None:
    task = Task.model_validate({"title": "A", "replace": 1, "self": 2})

    changed: Value = task.replace(title="B")

    assert changed.model_dump()["replace"] == 1
    assert changed.model_dump()["self"] == 2


def test_a_table_knows_by_which_keys_it_differs_from_those_it_was_made_from() -> None:
    first: Table[int] = Table({"a": 1, "b": 2})
    second = first.with_("b", 3).without("a")
    third = second.updated({"c": 4})

    assert first.touched_since(first) == frozenset()
    assert second.touched_since(first) == {"a", "b"}
    assert third.touched_since(first) == {"a", "b", "c"}
    assert third.touched_since(second) == {"c"}
    assert first.touched_since(second) is None
    assert third.touched_since(Table({"a": 1, "b": 2})) is None


def test_a_table_that_differs_by_very_much_says_only_that_it_does_not_know() -> None:
    first: Table[int] = Table({})

    assert first.updated({str(number): number for number in range(300)}).touched_since(first) is None
