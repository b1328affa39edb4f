"""OPML outlines."""

import pytest

from launchplanner.formats.importers import Imported
from launchplanner.formats.refusal import Refusal
from tests.formats.importers.reading import days, from_text, owners, phase_of, tasks, titles


def outline(body: str) -> Imported:
    return from_text(
        f'<?xml version="1.0"?><opml version="2.0"><head><title>Spring</title></head><body>{body}</body></opml>',
        "plan.opml",
    )


def test_what_has_nothing_below_it_is_a_task_in_the_phase_above_it() -> None:
    found = outline(
        '<outline text="Make"><outline text="Draft"/><outline text="Text"><outline text="Check"/></outline></outline>'
        '<outline text="Tell"><outline text="Post"/></outline>'
    )

    assert (found.understood.reader, found.plan.title) == ("opml", "Spring")
    assert titles(found) == ["Draft", "Check", "Post"]
    assert phase_of(found) == ["Make", "Make", "Tell"]
    assert tasks(found)[1].notes == "Part of: Text"


def test_attributes_are_columns() -> None:
    found = outline(
        '<outline text="Draft &amp; check" _status="checked" _note="Ask legal" Due="2027-03-01" Owner="Ana Lund"/>'
        '<outline text="Post" _status="unchecked" Due="2027-03-04" type="x"/>'
    )

    assert [task.status for task in tasks(found)] == ["done", "planned"]
    assert owners(found) == ["Ana Lund", ""]
    assert days(found) == [("2027-03-01", "2027-03-01"), ("2027-03-04", "2027-03-04")]
    assert (tasks(found)[0].title, tasks(found)[0].notes) == ("Draft & check", "Ask legal")


def test_a_flat_outline_is_a_list_of_tasks() -> None:
    assert titles(outline('<outline text="Draft"/><outline text="Post"/>')) == ["Draft", "Post"]


@pytest.mark.parametrize("body", ["", '<outline text="a">' * 200 + "</outline>" * 200])
def test_an_empty_or_bottomless_outline_is_refused(body: str) -> None:
    with pytest.raises(Refusal):
        outline(body)
