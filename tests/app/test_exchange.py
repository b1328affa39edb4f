"""Baton files, device keys and the check of the record, as two people on two machines use them."""

from pathlib import Path

import pytest

from launchplanner.app.exchange import letter, parcel_in, plan_of, preview, remember
from launchplanner.app.keys import BAD, GOOD, UNSIGNED, Acquaintances, DeviceKey, shown_key, signature_of
from launchplanner.app.recording import recorded
from launchplanner.app.verifying import verified, verified_file
from launchplanner.formats.baton_file import write_baton
from launchplanner.formats.native import write_plan
from launchplanner.formats.refusal import Refusal
from launchplanner.plan.batons import Event
from launchplanner.plan.edits import Answer, Offer, Record
from launchplanner.plan.exchange import parcel_of
from launchplanner.plan.plan import Plan
from launchplanner.plan.protocol import ACCEPT, event_id, history_head
from launchplanner.plan.witness import shown_head
from tests.builders import a_baton, a_plan
from tests.plan.relay import BATON, JONAS, MIRA, answered, offered, read_back, state, with_event


def a_record(by: str, folder: Path, at: str = "2027-03-26T10:00+02:00") -> Record:
    return Record(by, f"{by}-laptop", at, DeviceKey.of(folder / by))


def signed_offer(folder: Path) -> Plan:
    return Offer(BATON, a_record(MIRA, folder)).apply(a_plan(a_baton("Product to market", "pm", "pmm", prompts=())))


def the_event(plan: Plan) -> Event:
    (event,) = plan.batons[BATON].events.values()
    return event


def test_a_device_keeps_its_key_for_itself(tmp_path: Path) -> None:
    one, again, other = DeviceKey.of(tmp_path / "a"), DeviceKey.of(tmp_path / "a"), DeviceKey.of(tmp_path / "b")

    assert one is not None
    assert again is not None
    assert other is not None
    assert one.public == again.public != other.public
    assert (tmp_path / "a" / "device.key").stat().st_mode & 0o077 == 0
    assert len(shown_key(one.public)) == 19


def test_a_device_that_cannot_keep_a_key_has_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert DeviceKey.of(tmp_path / "file") is None
    caplog.clear()


def test_a_step_made_here_carries_the_key_of_this_device() -> None:
    plan = Offer(BATON, recorded(MIRA)).apply(a_plan())

    assert signature_of(the_event(plan)) == GOOD
    assert recorded(MIRA, "2027-03-26T10:00+02:00").at == "2027-03-26T10:00+02:00"


def test_a_signature_covers_all_that_an_event_says(tmp_path: Path) -> None:
    event = the_event(signed_offer(tmp_path))
    other = DeviceKey.of(tmp_path / "other")
    assert other is not None

    assert signature_of(event) == GOOD
    assert signature_of(event.replace(at="2027-03-25T10:00+02:00")) == BAD
    assert signature_of(event.replace(key=other.public)) == BAD
    assert signature_of(event.replace(signature="")) == BAD
    assert signature_of(event.replace(signature="no key")) == BAD
    assert signature_of(event.replace(key="", signature="")) == UNSIGNED


def test_the_letter_says_what_to_do_and_never_that_a_person_signed(tmp_path: Path) -> None:
    plan = signed_offer(tmp_path)

    made = letter(plan, BATON, MIRA, device="mira-laptop", folder=tmp_path)

    assert made.name == "New auction model product-to-market offered.baton"
    assert made.subject == "Baton “Product to market” of New auction model: offered"
    assert made.text.startswith("Mira Okafor hands “Product to market” over to Jonas Reyes.")
    assert "An answer is asked for by Mon 29 Mar 2027" in made.text
    assert "Until you accept, Mira Okafor holds the baton: silence is not a yes." in made.text
    assert "a claim, and no signature of a person" in made.text
    assert shown_key(the_event(plan).key) in made.text
    assert "signed by" not in made.text.casefold()


def test_the_answer_comes_back_by_file_and_moves_custody(tmp_path: Path) -> None:
    giver = signed_offer(tmp_path)
    file = tmp_path / "offer.baton"
    file.write_bytes(letter(giver, BATON, MIRA, folder=tmp_path / "m").data)

    bare = plan_of(parcel_in(file))
    answer = Answer(BATON, ACCEPT, a_record(JONAS, tmp_path, "2027-03-26T15:00+02:00")).apply(bare)
    back = letter(answer, BATON, JONAS, folder=tmp_path / "j")
    found = preview(giver, parcel_of(answer, BATON, JONAS), folder=tmp_path / "m")

    assert back.text.startswith("Jonas Reyes accepted “Product to market” and holds it now.")
    assert found.is_new
    assert found.warnings == ()
    assert state(found.edit.apply(giver)) == ("accepted", JONAS)
    assert not preview(found.merged.plan, found.parcel, folder=tmp_path / "m").is_new


def test_a_false_signature_and_a_foreign_baton_are_refused(tmp_path: Path) -> None:
    plan = signed_offer(tmp_path)
    event = the_event(plan).replace(signature="00" * 64)
    baton = plan.batons[BATON]
    events = baton.events.without(*baton.events).with_(event_id(event), event)
    forged = parcel_of(plan, BATON, MIRA).replace(baton=baton.replace(events=events))

    with pytest.raises(Refusal, match="does not carry the signature of its device"):
        preview(a_plan(), forged, "x.baton", tmp_path)
    with pytest.raises(Refusal, match="belongs to the launch “New auction model”"):
        preview(a_plan(id="other", title="Other"), parcel_of(plan, BATON, MIRA), "x.baton", tmp_path)


def test_another_key_under_the_same_name_and_device_is_told(tmp_path: Path) -> None:
    plan, folder = signed_offer(tmp_path), tmp_path / "state"
    remember(plan, BATON, folder)
    again = Offer(
        BATON, Record(MIRA, f"{MIRA}-laptop", "2027-03-26T11:00+02:00", DeviceKey.of(tmp_path / "new"))
    ).apply(a_plan(a_baton("Product to market", "pm", "pmm", prompts=())))

    found = preview(a_plan(), parcel_of(again, BATON, MIRA), folder=folder)

    assert any("came with another key before" in warning for warning in found.warnings)
    assert any("This machine has seen 1 more steps" in warning for warning in found.warnings)


def test_the_record_of_two_devices_is_sound_and_says_how_far_it_goes(tmp_path: Path) -> None:
    plan = signed_offer(tmp_path)
    plan = Answer(BATON, ACCEPT, a_record(JONAS, tmp_path, "2027-03-26T15:00+02:00")).apply(plan)

    verdict = verified(plan, witness=history_head(plan.batons)[:12])

    assert verdict.is_sound
    assert (verdict.steps, verdict.signed) == (2, 2)
    assert [line.text for line in verdict.lines] == [
        f"All that {shown_head(verdict.head)} stands for is still in the history.",
        "Every step carries the key of its device, which is no proof of the person.",
    ]


def test_a_record_without_keys_is_called_a_claim_and_one_device_is_named() -> None:
    plan = a_plan(a_baton("Product to market", "pm", "pmm", prompts=()))
    plan = Offer(BATON, Record(MIRA, "shared", "2027-03-26T10:00+02:00")).apply(plan)
    plan = Answer(BATON, ACCEPT, Record(JONAS, "shared", "2027-03-26T15:00+02:00")).apply(plan)

    verdict = verified(plan)

    assert verdict.is_sound
    assert [line.text for line in verdict.lines] == [
        "“Product to market”: both events come from one device.",
        "2 of 2 steps are recorded by name and device alone: claims, not signatures.",
    ]


def test_what_speaks_against_a_record_is_said(tmp_path: Path) -> None:
    plan = answered(read_back(offered()))
    head = history_head(plan.batons)
    changed = plan.replace(batons=plan.batons.with_(BATON, plan.batons[BATON].replace(bearing="Something else")))

    assert "no longer what Jonas Reyes accepted" in verified(changed).lines[0].text
    assert "the read-back is not the one" in verified(read_back(plan, "Other words")).lines[0].text
    assert "is not in this plan" in verified(offered(), witness=head).lines[0].text
    met = Acquaintances(tmp_path)
    met.meet(plan.id, plan.batons)
    assert "has seen steps that are not there" in verified(offered(), met=met).lines[0].text
    assert not verified(offered(), met=met).is_sound


def test_a_step_that_stands_twice_is_said() -> None:
    plan = offered()
    again = the_event(plan).replace(at="2027-03-26T11:00+02:00")

    assert verified(with_event(plan, again)).lines[0].text == (
        "“Product to market”: the step “offer” stands twice, at 2027-03-26T10:00+02:00 and at 2027-03-26T11:00+02:00: "
        "one was undone, or put in."
    )


def test_plan_files_and_baton_files_are_both_verified(tmp_path: Path) -> None:
    plan = answered(read_back(offered()))
    whole, one = tmp_path / "a.launchplan", tmp_path / "a.baton"
    whole.write_bytes(write_plan(plan))
    one.write_bytes(write_baton(parcel_of(plan, BATON, MIRA)))

    heads = [verified_file(path, folder=tmp_path).head for path in (whole, one)]

    assert heads == [history_head(plan.batons)] * 2
    assert verified_file(one, heads[0], tmp_path).is_sound
