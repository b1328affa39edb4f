"""`launchplanner rules`."""

import argparse
import json

import pytest

from launchplanner.checks.rules import RULES
from launchplanner.cli import rules


def ran(*words: str) -> int:
    parser = argparse.ArgumentParser()
    rules.add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["rules", *words])
    status: int = arguments.run(arguments)
    return status


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran() == 0

    printed = capsys.readouterr().out
    assert all(f"  {rule.id}  {rule.severity:<8} {rule.title}\n" in printed for rule in RULES)


def test_one_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("own002") == 0

    printed = capsys.readouterr().out
    assert printed.startswith("OWN002 (error): More than one owner\n")
    assert "Ownership isn't plural." in printed
    assert max(len(line) for line in printed.splitlines()) <= 88


def test_json_has_a_page_for_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("--format", "json") == 0

    pages = json.loads(capsys.readouterr().out)["rules"]
    assert [one["id"] for one in pages] == [rule.id for rule in RULES]
    assert set(pages[0]) == {"family", "id", "title", "severity", "what", "why", "repairs", "source"}


def test_json_of_one_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("BAT001", "--format", "json") == 0

    assert json.loads(capsys.readouterr().out)["title"] == "A change of lead without a baton"


def test_a_rule_that_is_not_there_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("OWN999") == 2

    assert capsys.readouterr().err == "There is no rule “OWN999”. All of them: launchplanner rules\n"
