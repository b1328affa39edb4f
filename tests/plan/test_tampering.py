"""Tampering is found; `tests/benchmarks/relay.py` tries it ten thousand times."""

from random import Random

import pytest

from launchplanner.app.verifying import verified
from launchplanner.formats.baton_file import read_baton
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.exchange import parcel_of, plan_from
from launchplanner.plan.protocol import history_head
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, MIRA, answered, offered, read_back, returned
from tests.plan.tampering import tampered, tampered_file


@pytest.mark.parametrize("seed", range(60))
def test_a_plan_that_was_tampered_with_is_found_with_the_head_as_witness(seed: int) -> None:
    plan = answered(read_back(offered(a_plan(a_baton("Product to market", "pm", "pmm"), a_baton("Other")))))

    way, changed = tampered(plan, {BATON: True, "other": False}, Random(seed))

    assert not verified(changed, witness=history_head(plan.batons)[:12]).is_sound, way


@pytest.mark.parametrize("seed", range(60))
def test_a_baton_file_that_was_tampered_with_is_refused_or_found(seed: int) -> None:
    plan = returned(offered())

    way, data = tampered_file(parcel_of(plan, BATON, MIRA), Random(seed))
    try:
        changed = plan_from(read_baton(data, "x.baton"))
    except Refusal:
        return

    assert not verified(changed, witness=history_head(plan.batons)[:12]).is_sound, way
