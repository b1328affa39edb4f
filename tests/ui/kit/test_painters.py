"""Points of what is painted: who gives, who receives, who owns, how far it is."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from launchplanner.ui import kit
from launchplanner.ui.theme import DARK, LIGHT, Tokens, mix
from tests.ui.kit.pictures import Picture

MIRA = kit.Face.of("Mira Okafor", "pm")
JONAS = kit.Face.of("Jonas Reyes", "pmm")
MODES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.mode)
AREA = QRectF(0, 0, 60, 20)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mira Okafor", "MO"),
        ("Maarten de Wit", "MW"),
        ("Ana", "A"),
        ("@mokafor", "M"),
        ("נועה לוי", "נל"),
        ("  ", ""),
        ("- ?", ""),
        ("Ben (QA)", "BQ"),
        ("ßen straße", "SS"),
    ],
)
def test_initials_are_of_first_and_last_name(name: str, letters: str) -> None:
    assert kit.initials(name) == letters


@MODES
def test_the_baton_goes_from_the_givers_colour_to_the_receivers(tokens: Tokens) -> None:
    picture = Picture(60, 40, lambda p: kit.paint_capsule(p, QRectF(0, 0, 60, 40), tokens, "pm", "pmm"))

    assert picture.at(16, 24) == tokens.pm.fill
    assert picture.at(44, 16) == tokens.pmm.fill


def test_the_receivers_end_is_the_higher_one_and_nothing_leaves_the_room() -> None:
    picture = Picture(80, 60, lambda p: kit.paint_capsule(p, QRectF(10, 10, 60, 40), LIGHT, "pm", "pmm"))

    assert picture.at(16, 17) == picture.at(64, 43) == "#FFFFFF"
    rim = [picture.at(x, y) for x in range(80) for y in range(60) if not (9 < x < 71 and 9 < y < 51)]
    assert set(rim) == {"#FFFFFF"}


def test_a_pass_within_one_family_still_shows_that_something_passes() -> None:
    picture = Picture(60, 40, lambda p: kit.paint_capsule(p, QRectF(0, 0, 60, 40), LIGHT, "pm", "pm"))

    assert picture.at(30, 20) == LIGHT.panel
    assert picture.at(20, 22) == picture.at(40, 18) == LIGHT.pm.fill


def test_a_baton_still_to_come_is_faded() -> None:
    whole = Picture(60, 40, lambda p: kit.paint_capsule(p, QRectF(0, 0, 60, 40), LIGHT, "pm", "pmm"))
    coming = Picture(60, 40, lambda p: kit.paint_capsule(p, QRectF(0, 0, 60, 40), LIGHT, "pm", "pmm", faded=True))

    assert coming.at(16, 24) != whole.at(16, 24)


@MODES
def test_two_owners_overlap_and_giver_and_receiver_do_not_at_20_pixels(tokens: Tokens) -> None:
    def owners(painter: QPainter) -> None:
        painter.fillRect(AREA, tokens.panel)
        kit.paint_owners(painter, AREA, tokens, [MIRA, JONAS])

    def pair(painter: QPainter) -> None:
        painter.fillRect(AREA, tokens.panel)
        kit.paint_pair(painter, AREA, tokens, MIRA, JONAS)

    overlapping, beside = Picture(60, 20, owners), Picture(60, 20, pair)

    # The pair leaves a gap between two whole circles; of two owners the second covers the first.
    assert kit.owners_width(20, 2) < 40 < kit.pair_width(20)
    assert beside.at(21.5, 10) == tokens.panel
    assert beside.at(19, 10) == tokens.pm.face
    assert overlapping.at(19, 7) == tokens.pmm.face
    assert not overlapping.same_as(beside)


def test_nobody_is_a_ring_without_a_face() -> None:
    picture = Picture(20, 20, lambda p: kit.paint_owners(p, QRectF(0, 0, 20, 20), LIGHT, []))

    assert LIGHT.error.text in picture.colours()
    assert picture.at(5, 10) == "#FFFFFF"


def test_a_face_not_yet_heard_is_only_outlined() -> None:
    picture = Picture(40, 40, lambda p: kit.paint_avatar(p, QRectF(0, 0, 40, 40), LIGHT, "", "support", hollow=True))

    assert picture.at(20, 20) == LIGHT.panel
    assert picture.at(20, 0.5) == LIGHT.family("support").fill


def test_many_owners_are_counted() -> None:
    faces = [MIRA, JONAS, MIRA, JONAS, MIRA]
    five = Picture(60, 20, lambda p: kit.paint_owners(p, AREA, LIGHT, faces))

    assert five.at(58, 10) == "#FFFFFF"
    assert kit.owners_width(20, 5) == kit.owners_width(20, 3)
    assert five.at(39.5, 3) == LIGHT.no_family.face


@MODES
def test_the_clock_is_full_where_weeks_are_past_and_faint_where_they_come(tokens: Tokens) -> None:
    clock = kit.ClockFace(("pm",) * 2 + ("pmm",) * 2, now=1.0)
    picture = Picture(100, 100, lambda p: kit.paint_clock(p, QRectF(0, 0, 100, 100), tokens, clock))

    assert picture.at(80, 20) == tokens.pm.fill
    assert picture.at(80, 80) == mix(tokens.panel, tokens.pm.fill, 0.26)
    assert picture.at(20, 80) == picture.at(20, 20) == mix(tokens.panel, tokens.pmm.fill, 0.26)
    assert picture.at(96, 50) == tokens.error.text


def test_a_clock_that_has_run_out_is_full_and_checked() -> None:
    clock = kit.ClockFace(("pm",) * 2 + ("pmm",) * 2, now=9, done=True)
    picture = Picture(100, 100, lambda p: kit.paint_clock(p, QRectF(0, 0, 100, 100), LIGHT, clock))

    assert picture.at(20, 20) == LIGHT.pmm.fill
    assert LIGHT.good.text in picture.colours()
    assert LIGHT.error.text not in picture.colours()


@pytest.mark.parametrize("now", [None, -3.0])
def test_a_clock_that_has_not_begun_has_no_hand(now: float | None) -> None:
    clock = kit.ClockFace(("pm", "pmm"), now=now)
    picture = Picture(40, 40, lambda p: kit.paint_clock(p, QRectF(0, 0, 40, 40), LIGHT, clock))

    assert not {LIGHT.error.text, LIGHT.pm.fill} & picture.colours()


def bar(state: kit.BarState, progress: float = 0, *, critical: bool = False) -> Picture:
    area = QRectF(0, 4, 80, 16)
    return Picture(
        80,
        26,
        lambda p: kit.paint_bar(p, area, LIGHT, "pm", state, progress=progress, critical=critical),
    )


def test_planned_work_is_outlined_and_running_work_is_filled_to_its_progress() -> None:
    assert bar("planned").at(20, 12) == LIGHT.pm.tint
    assert bar("running", 0.5).at(20, 12) == LIGHT.pm.fill
    assert bar("running", 0.5).at(60, 12) == LIGHT.pm.tint
    assert bar("running", 7).at(78, 12) == LIGHT.pm.fill


def test_done_work_is_faded() -> None:
    assert bar("done").at(40, 12) == mix(LIGHT.panel, LIGHT.pm.fill, 0.38)


def test_work_of_nobody_is_dashed_in_red_and_empty() -> None:
    assert bar("nobody").at(40, 12) == LIGHT.panel
    assert LIGHT.error.text in bar("nobody").colours()
    assert LIGHT.pm.fill not in bar("nobody").colours()


def test_work_of_several_is_striped() -> None:
    along = [bar("several").at(x, 12) for x in range(8, 72)]

    assert {LIGHT.pm.fill, LIGHT.panel} <= set(along)


def test_the_critical_path_is_a_line_under_the_bar_and_no_second_colour() -> None:
    assert bar("planned", critical=True).at(40, 22.5) == LIGHT.ink
    assert bar("planned").at(40, 22.5) == "#FFFFFF"


def test_hatching_goes_on_from_row_to_row() -> None:
    whole = Picture(64, 64, lambda p: kit.paint_hatch(p, QRectF(0, 0, 64, 64), "#000000"))

    def two_rows(painter: QPainter) -> None:
        kit.paint_hatch(painter, QRectF(0, 0, 64, 32), "#000000")
        kit.paint_hatch(painter, QRectF(0, 32, 64, 32), "#000000")

    points = [(x, y) for x in range(2, 62, 3) for y in (4, 20, 36, 52)]
    rows = Picture(64, 64, two_rows)
    assert [whole.at(*point) for point in points] == [rows.at(*point) for point in points]
    assert {"#000000", "#FFFFFF"} <= whole.colours()


def test_hatching_stays_inside() -> None:
    picture = Picture(40, 40, lambda p: kit.paint_hatch(p, QRectF(10, 10, 20, 20), "#000000"))

    assert picture.at(5, 20) == picture.at(35, 20) == picture.at(20, 5) == picture.at(20, 35) == "#FFFFFF"


@pytest.mark.parametrize("scale", [1, 1.25, 2])
def test_the_brush_repeats_without_a_seam(scale: float) -> None:
    brush = kit.hatch_brush(LIGHT, scale)
    tile = brush.texture()

    assert tile.width() / tile.devicePixelRatio() == pytest.approx(16)


def test_segments_count_what_is_there() -> None:
    pieces: list[kit.Segment] = ["full", "half", "now", "empty", "lost"]
    picture = Picture(100, 10, lambda p: kit.paint_segments(p, QRectF(0, 0, 100, 10), LIGHT, pieces))

    middles = [picture.at(8 + 20.8 * number, 5) for number in range(5)]
    assert middles == [LIGHT.good.text, LIGHT.warning.text, LIGHT.ink, LIGHT.line, "#FFFFFF"]


def test_progress_is_filled_to_its_share() -> None:
    picture = Picture(100, 6, lambda p: kit.paint_progress(p, QRectF(0, 0, 100, 6), LIGHT, 0.5))

    assert (picture.at(25, 3), picture.at(75, 3)) == (LIGHT.muted, LIGHT.track)


def test_a_zone_shows_its_planned_day_and_today() -> None:
    picture = Picture(100, 20, lambda p: kit.paint_zone(p, QRectF(0, 4, 100, 12), LIGHT, planned=0.5, now=0.75))

    assert (picture.at(50, 10), picture.at(75, 10)) == (LIGHT.ink, LIGHT.error.text)


def test_today_outside_of_the_zone_is_not_drawn() -> None:
    picture = Picture(100, 20, lambda p: kit.paint_zone(p, QRectF(0, 4, 100, 12), LIGHT, planned=None, now=1.5))

    assert not {LIGHT.ink, LIGHT.error.text} & picture.colours()
