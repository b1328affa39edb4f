"""A launch that was just made from a template, with one person for each role, is sound."""

from datetime import date, timedelta

import pytest

from launchplanner.checks import Context, checked
from launchplanner.checks.rules import RULES
from launchplanner.formats.templates import templates
from launchplanner.plan.templates import Template, new_plan

PEOPLE = (
    "Mira Okafor", "Jonas Reyes", "Tessa Brandt", "Priya Raman", "Ines Castellano", "Dev Lindqvist", "Bo Nguyen",
    "Leila Haddad", "Sofia Marchetti", "Amara Diallo", "Henrik Solberg", "Yuki Tanabe", "Kofi Ansah",
    "Owen Achterberg", "Nadia Volkov", "Rafael Moreno", "Hana Petrova", "Marek Zielinski", "Elif Demir", "Wanda Fox",
    "Chloé Dubois", "Igor Stanek", "Quentin Uhl", "Zofia Lis", "Gus Hale", "Pilar Soto",
)  # fmt: skip


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_nothing_is_found_in_a_fresh_launch(template: Template) -> None:
    assert len(template.roles) <= len(PEOPLE)
    bound = {name: (role.id,) for role, name in zip(template.roles, PEOPLE, strict=False)}
    plan = new_plan(template, title="New auction model", launch_day=date(2027, 3, 30), people=bound)
    days = Context(plan, date(2027, 3, 30)).schedule.days

    found = checked(Context(plan, days.date_of(plan.first) - timedelta(days=3)), RULES, strict=True)

    assert found.open == ()
