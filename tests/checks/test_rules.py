"""Every rule on its cases: what it finds, what it leaves alone, what its repairs do."""

import re
from pathlib import Path

import pytest

from launchplanner.checks import SAFE, SEVERITIES, Context, Finding, Rule, checked, rules
from launchplanner.checks.rules import RULES
from launchplanner.plan.edits import Waive
from launchplanner.plan.plan import PERSON
from tests.builders import BEFORE, a_plan
from tests.checks.runner import Case, cases, errors

CASES = cases()
FOUND = [case for case in CASES if case.finds]
FILES = sorted(Path(next(iter(rules.__path__))).glob("[a-z]*.py"))


def same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.part, one.message) == (other.rule, other.part, other.message)


def test_every_rule_file_is_in_the_list() -> None:
    listed = sorted(f"{rule.id.lower()}_{rule.name}" for rule in RULES)

    assert listed == [path.stem for path in FILES]


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_its_page(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.id)
    assert rule.severity in SEVERITIES
    assert rule.title
    assert not rule.title.endswith(".")
    for text in (rule.what, rule.why, rule.repairs, rule.source):
        assert text.endswith("."), f"{rule.id}: {text!r}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_case_it_finds_and_one_it_leaves_alone(rule: Rule) -> None:
    kinds = {bool(case.finds) for case in CASES if case.rule is rule}

    assert kinds == {True, False}


def test_the_sound_plan_is_sound() -> None:
    assert checked(Context(a_plan(), BEFORE), RULES, strict=True).open == ()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_rule_finds_what_its_case_says(case: Case) -> None:
    found = [
        {
            "part": finding.part.id,
            "severity": finding.severity,
            "message": finding.message,
            "fixes": [fix.title for fix in finding.fixes],
        }
        for finding in case.findings()
    ]

    assert found == [{"fixes": list[str](), **entry} for entry in case.finds]


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_every_message_is_one_sentence_that_names_its_part_first(case: Case) -> None:
    for finding in case.findings():
        assert finding.message.endswith(".")
        assert finding.message.startswith(
            ("“", "A link", *([finding.part.title] if finding.part.kind == PERSON else []))
        )
        assert finding.part.title in finding.message or finding.rule == "DEP002"
        assert f"“{finding.part.id}”" not in finding.message


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_every_repair_settles_its_finding_and_adds_no_error(case: Case) -> None:
    before = errors(case.plan, case.today)
    for finding in case.findings():
        for fix in finding.fixes:
            plan = fix.edit.apply(case.plan)
            left = checked(case.context(plan), [case.rule], strict=True).open

            assert not any(same(finding, other) for other in left), f"{fix.title} leaves it as it was"
            added = {rule for rule, _part in errors(plan, case.today) - before}
            assert added <= set(case.reveals), f"{fix.title} adds an error"
            assert fix.edit.label


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_no_two_repairs_of_a_finding_come_to_the_same(case: Case) -> None:
    for finding in case.findings():
        titles = [fix.title for fix in finding.fixes]
        plans = [fix.edit.apply(case.plan) for fix in finding.fixes]

        assert len(set(titles)) == len(titles)
        for place, plan in enumerate(plans):
            assert plan not in plans[:place], f"{titles[place]} does what another does"


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_a_waived_finding_moves_aside(case: Case) -> None:
    finding = case.findings()[0]
    plan = Waive(finding.rule, finding.part.id, "We know, and it is meant").apply(case.plan)

    findings = checked(case.context(plan), [case.rule], strict=True)

    assert not any(same(finding, other) for other in findings.open)
    assert finding in [waived for waived, _waiver in findings.waived]


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_a_safe_repair_is_the_only_one(case: Case) -> None:
    # What is applied in bulk must not choose between ways out.
    for finding in case.findings():
        safe = [fix for fix in finding.fixes if fix.safety == SAFE]
        assert not safe or len(finding.fixes) == 1
