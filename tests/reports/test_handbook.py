"""The handbook of the rules."""

from launchplanner.checks.rules import RULES
from launchplanner.reports.handbook import handbook, markdown, page, page_markdown


def test_every_rule_has_a_page_in_the_chapter_of_its_family() -> None:
    pages = [(chapter.family, one.id) for chapter in handbook() for one in chapter.pages]

    assert pages == [(rule.id[:3], rule.id) for rule in RULES]


def test_a_page_is_found_however_its_id_is_typed() -> None:
    found = page(" own002 ")

    assert found is not None
    assert (found.id, found.severity) == ("OWN002", "error")
    assert page("OWN999") is None


def test_the_markdown_holds_every_page_whole() -> None:
    text = markdown(handbook())

    for rule in RULES:
        assert f"### {rule.id} · {rule.title}" in text
        for part in (rule.what, rule.why, rule.repairs, rule.source):
            assert part in text


def test_a_page_alone_begins_with_its_title() -> None:
    found = page("BAT006")

    assert found is not None
    assert page_markdown(found).startswith("# BAT006 · Giver and receiver are one person (warning)\n\n")
