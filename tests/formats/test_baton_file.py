"""The baton file: what was written comes back, and what was changed on its way is refused."""

import json
import random

import pytest

from launchplanner.formats.baton_file import read_baton, write_baton
from launchplanner.formats.native import write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.exchange import Parcel, parcel_of
from tests.builders import a_plan
from tests.plan.relay import BATON, MIRA, answered, offered, read_back


def a_parcel() -> Parcel:
    return parcel_of(answered(read_back(offered())), BATON, MIRA, "mira-laptop", "2027-03-26T16:00+02:00")


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_baton(data, "x.baton")
    return str(caught.value)


def test_what_was_written_is_read() -> None:
    parcel = a_parcel()

    assert read_baton(write_baton(parcel), "x.baton") == parcel
    assert write_baton(read_baton(write_baton(parcel), "x.baton")) == write_baton(parcel)


def test_fields_of_a_newer_version_are_kept() -> None:
    parcel = Parcel.model_validate({**a_parcel().model_dump(by_alias=True), "weather": "fair"})

    assert read_baton(write_baton(parcel), "x.baton").model_extra == {"weather": "fair"}


def test_what_is_no_baton_file_says_what_it_is() -> None:
    assert refusal(write_plan(a_plan())) == "x.baton, /format: This is a whole plan, not a baton. Open it as a plan."
    assert refusal(b"{}") == "x.baton, /format: This is not a baton file."
    newer = json.loads(write_baton(a_parcel()))
    newer["min_reader"] = 9
    assert refusal(json.dumps(newer).encode()).endswith("one that reads version 9.")
    assert "larger than 20 MB" in refusal(b" " * 20_000_001)


def test_a_file_changed_in_any_byte_is_refused() -> None:
    data = write_baton(a_parcel())
    dice = random.Random(5)

    for _try in range(300):
        place = dice.randrange(len(data))
        other = bytes([dice.randrange(256)])
        kind = dice.randrange(3)
        changed = data[:place] + (b"" if kind == 0 else other) + data[place + (kind != 1) :]
        if changed != data:
            assert refusal(changed)


def test_a_file_put_together_anew_around_a_changed_step_names_the_step() -> None:
    parcel = a_parcel()
    key, event = next((key, one) for key, one in parcel.baton.events.items() if one.kind == "accept")
    forged = parcel.baton.replace(events=parcel.baton.events.with_(key, event.replace(by=MIRA)))

    assert "is not what it was when it was written down" in refusal(write_baton(parcel.replace(baton=forged)))
