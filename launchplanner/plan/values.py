"""Frozen values, and tables of them by id: what every part of a plan is made of.

A value is never changed: an edit builds a new one and shares all the rest, so that a step of undo costs a few
hundred bytes, saving can run beside editing, and "is it the same object?" answers "has it changed?".
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Final, Generic, Self, TypeVar, get_args
from weakref import ref

from pydantic import BaseModel, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from rpds import HashTrieMap

EARLIEST = date(1970, 1, 1)
LATEST = date(2200, 12, 31)


def _iso_only(day: object) -> object:
    # Left to itself pydantic takes the text "86400" for a count of seconds and reads 2 January 1970.
    if isinstance(day, date):
        return day
    if isinstance(day, str) and len(day) == len("2027-03-30"):
        return day
    raise ValueError("a day is written year-month-day, such as 2027-03-30")


Day = Annotated[date, BeforeValidator(_iso_only), Field(ge=EARLIEST, le=LATEST)]
"""A calendar day from 1970 to 2200, read from ISO text only."""


class Value(BaseModel, frozen=True, extra="allow", defer_build=True, validate_by_name=True, validate_by_alias=True):
    """A frozen part of a plan; fields that a newer version added are kept and written back."""

    def replace(self, **changes: object) -> Self:
        """Return this value with some fields changed, built anew and so validated.

        Raises:
            pydantic.ValidationError: a field cannot hold what it was given.
        """
        return type(self)(**{**dict(self), **changes})


V = TypeVar("V")
_REMEMBERED: Final = 4
_MOST_TOUCHED: Final = 256


class Table(Mapping[str, V], Generic[V]):
    """A persistent map from id to value: each change returns a new table that shares the rest.

    A table knows by which keys it differs from the few it was made from, as long as those are there: to walk over both
    would take longer than all that follows from one edit.
    """

    __slots__ = ("__weakref__", "_map", "_since")

    def __init__(self, entries: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        self._map: HashTrieMap[str, V] = HashTrieMap(dict(entries))
        self._since: tuple[tuple[ref[Any], frozenset[str]], ...] = ()

    def _made(self, inner: "HashTrieMap[str, V]", keys: Iterable[str]) -> "Table[V]":
        """Return the table that `inner` makes, which differs from this one by `keys` at most."""
        table: Table[V] = type(self).__new__(type(self))
        table._map = inner
        touched = frozenset(keys)
        before = ((one, known | touched) for one, known in self._since if one() is not None)
        since = ((ref(self), touched), *before)[:_REMEMBERED]
        table._since = tuple(entry for entry in since if len(entry[1]) <= _MOST_TOUCHED)
        return table

    def touched_since(self, other: "Table[V]") -> frozenset[str] | None:
        """Return the keys by which this table may differ from one it was made from; None if that is not known."""
        if self is other:
            return frozenset()
        return next((keys for known, keys in self._since if known() is other), None)

    def __getitem__(self, key: str) -> V:
        return self._map[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._map)

    def items(self) -> ItemsView[str, V]:
        """Return keys and values, without looking each key up again."""
        return self._map.items()

    def __len__(self) -> int:
        return len(self._map)

    def __contains__(self, key: object) -> bool:
        return key in self._map

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Table) and bool(self._map == other._map))  # pyright: ignore[reportUnknownMemberType]

    def __hash__(self) -> int:
        return hash(self._map)

    def __repr__(self) -> str:
        return f"Table({dict(sorted(self._map.items()))!r})"

    def with_(self, key: str, value: V) -> "Table[V]":
        """Return the table with `value` under `key`, in place of what was there."""
        return self._made(self._map.insert(key, value), (key,))

    def without(self, *keys: str) -> "Table[V]":
        """Return the table less `keys`; those that it does not hold are passed over."""
        inner = self._map
        for key in keys:
            inner = inner.discard(key)
        return self._made(inner, keys)

    def updated(self, entries: Mapping[str, V]) -> "Table[V]":
        """Return the table with all of `entries` put in."""
        return self._made(self._map.update(entries), entries)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Read from a JSON object; pass a table on as it is; write with sorted keys."""
        (value_type,) = get_args(source)
        entries = core_schema.dict_schema(core_schema.str_schema(min_length=1), handler.generate_schema(value_type))
        read = core_schema.no_info_after_validator_function(cls, entries)
        return core_schema.json_or_python_schema(
            json_schema=read,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), read], mode="left_to_right"),
            serialization=core_schema.plain_serializer_function_ser_schema(_sorted_dict, return_schema=entries),
        )


def _sorted_dict(table: "Table[Any]") -> dict[str, Any]:
    return dict(sorted(table.items()))
