"""Contrast of all colours, as WCAG 2 counts it."""

import dataclasses
import re

import pytest

from launchplanner.ui.theme import DARK, FAMILIES, LIGHT, Tokens, Tone, contrast, mix

MODES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.mode)
TONES: tuple[Tone, ...] = ("neutral", "error", "warning", "good")
TEXT, SHAPE = 4.5, 3.0


def surfaces(tokens: Tokens) -> dict[str, str]:
    return {
        "ground": tokens.ground,
        "panel": tokens.panel,
        "raised": tokens.raised,
        "selection": tokens.selection,
        "hover": tokens.hover,
    }


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_mixing_goes_from_one_to_the_other() -> None:
    assert [mix("#000000", "#FF8040", share) for share in (0, 0.5, 1)] == ["#000000", "#804020", "#FF8040"]


@MODES
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_text_can_be_read_on_every_surface(tokens: Tokens, name: str) -> None:
    ratios = {where: contrast(getattr(tokens, name), colour) for where, colour in surfaces(tokens).items()}

    assert all(ratio >= TEXT for ratio in ratios.values()), ratios


@MODES
@pytest.mark.parametrize("tone", TONES)
def test_messages_can_be_read_on_their_tint_and_on_every_surface(tokens: Tokens, tone: Tone) -> None:
    colours = tokens.tone(tone)
    ratios = {where: contrast(colours.text, at) for where, at in (surfaces(tokens) | {"tint": colours.tint}).items()}

    assert all(ratio >= TEXT for ratio in ratios.values()), ratios


@MODES
@pytest.mark.parametrize("family", [*FAMILIES, "unheard of"])
def test_role_colours_are_seen_on_both_panels_and_their_text_can_be_read(tokens: Tokens, family: str) -> None:
    colours = tokens.family(family)
    shapes = {where: contrast(colours.fill, at) for where, at in surfaces(tokens).items() if where != "hover"}
    texts = {where: contrast(colours.text, at) for where, at in (surfaces(tokens) | {"tint": colours.tint}).items()}

    assert all(ratio >= SHAPE for ratio in shapes.values()), shapes
    assert all(ratio >= TEXT for ratio in texts.values()), texts


@MODES
@pytest.mark.parametrize("family", [*FAMILIES, "unheard of"])
def test_initials_can_be_read_on_a_face_that_is_seen(tokens: Tokens, family: str) -> None:
    face = tokens.family(family).face

    assert contrast(tokens.on_face, face) >= TEXT
    assert contrast(face, tokens.panel) >= SHAPE


@MODES
def test_filled_buttons_and_check_boxes_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.on_ink, tokens.ink) >= TEXT
    assert contrast(tokens.on_ink, tokens.ink_hover) >= TEXT
    assert contrast(tokens.on_ink, tokens.error.text) >= TEXT
    assert contrast(tokens.edge, tokens.panel) >= SHAPE
    assert contrast(tokens.ink, tokens.text_selection) >= TEXT


def test_a_person_keeps_their_colour_in_the_dark() -> None:
    assert [LIGHT.family(name).face for name in FAMILIES] == [DARK.family(name).face for name in FAMILIES]


@MODES
def test_all_families_differ(tokens: Tokens) -> None:
    assert set(tokens.families) == set(FAMILIES)
    assert len({tokens.family(name).fill for name in FAMILIES}) == len(FAMILIES)


@MODES
def test_an_unknown_family_is_grey(tokens: Tokens) -> None:
    assert tokens.family("astronauts") is tokens.no_family


@MODES
def test_every_colour_is_written_so_that_qt_reads_it(tokens: Tokens) -> None:
    values = dataclasses.asdict(dataclasses.replace(tokens, families={})).values()
    plain = [value for value in values if isinstance(value, str) and value != tokens.mode]

    assert all(re.fullmatch(r"#([0-9A-F]{2})?[0-9A-F]{6}", value) for value in plain), plain
