"""What single cells are read as, without a roster: invented cells in many languages, by label."""

import pytest

from launchplanner.checks.owners import Label, read_owner

SINGLE = """
Maria Garcia · maria garcia · MARIA GARCIA · Garcia Maria · de la Cruz · Dr. Jane Doe, PhD · Tom Harris III
J. Smith · Stefan K. · Hr. Dr. Weber · Garcia, Maria · Maria Garcia, CEO · Maria Garcia, Acme Corp
Maria Garcia (EMEA) · Maria Garcia [PM] · Maria Garcia - PM · PM - Maria Garcia · Owner: Maria Garcia
Marketing: Maria · DRI - Maria · Maria Garcia 50% · Maria Garcia, due Friday · Maria by 12/05 · Maria — ETA Q3
Maria Garcia (+351 912 345 678) · jane.doe@example.com · @jdoe · <@U02ABC> · Maria / Lisbon · Jane Doe / @janedoe
[@puffin](https://github.com/puffin) · QA engineer · Head of Legal & Compliance · VP Engineering · SVP, Global Sales
Sales Director DACH · Chief People and Culture Officer · Senior Product Marketing Manager · Trust & Safety lead
PM Maria · Maria Garcia PM · Team Lead · Release captain · Site Reliability Engineer · Sabine Krause
Vertriebsleiterin · Leiter Einkauf · Frau Schneider · Chef de projet marketing · Mme Lefèvre · Jefe de ventas
Gerente de Producto · Santiago Ramón y Cajal · Diretor Comercial · Responsabile acquisti · Hoofd Verkoop
Anders Lindqvist · Säljchef · Kierownik projektu · Katarzyna Wiśniewska · Ayşe Yılmaz · Satış Müdürü · Ольга Петрова
Иванов И.И. · Руководитель отдела продаж · Марія Шевченко · أحمد حسن · مدير المشروع · יעל כהן · מנהל מוצר
अमित शर्मा · 张伟 · 张伟(产品) · 产品经理 · 田中さん · 山田 太郎 · プロジェクトマネージャー · 박지훈 · 팀장
"""
HELPED = """
Maria (backup: Tom) · Jens (Vertretung: Uwe) · Maria, backup Tom · Maria (Tom as backup) · Maria with help from Tom
Maria (with Tom) · Lead: Maria; Support: Tom · Maria, reviewed by Tom · Maria, shadow: Tom · Maria (lead), Tom, Eve
Maria, cc: Tom
"""
NONE = """
- · … · ??? · N / A · none yet · no one assigned · TBD (Maria?) · to be hired · [insert name] · <your name here>
{{ assignee }} · First Last · Owner: TBD · PM (TBD) · New QA engineer · see RACI · same as row 3 · Public holiday
Kick-off meeting · Approver Name 2 · Dev 3 · Maria Garcia (resigned) · ex-PM · noch zu klären · N.N. · à confirmer
pendiente de asignar · a definir · da definire · nader te bepalen · ej utsedd · do ustalenia · belirlenecek
не назначен · не визначено · غير محدد · טרם נקבע · तय नहीं · 待确认 · 担当者未定 · 미정 · Jenkins · release-bot
@dependabot · CI pipeline · 自動化
"""
PLURAL = """
Maria & Tom · Maria + Tom · Maria; Tom · Maria | Tom · Maria/Tom · Maria and Tom · Maria Garcia, Tom Lee
Maria, Tom, Eve · @maria @tom · @maria/@tom · 1) Maria 2) Tom · Maria (EMEA), Tom (APAC) · Maria Garcia Tom Lee
Maria +1 · Maria (and Tom) · John & Jane Doe · maria@x.com tom@x.com · PM PMM · PM/EM · PM, EM · Legal + Finance
Legal, Finance · Design/Eng · Product, Design, Engineering · PM and the design team · Maria / TBD · Maria, TBD
Maria Garcia -> Tom Lee · Maria until launch, then Tom · Maria to hand over to Tom · Maria (wk 1-2), Tom (wk 3-4)
Co-led by Maria and Tom · Jointly owned · shared between PM and PMM · Owners: Maria, Tom · Maria<br>Tom
Bot, Release Manager · Anna und Tim · Einkauf & Logistik · Jean Dupont et Claire Martin · Julien puis Camille
Juan y María · Juan Pérez y María López · João e Maria · Luigi e Anna · Jan en Piet · Anders och Lena
Anna Nowak i Piotr Zieliński · Ayşe ve Mehmet · Ольга и Сергей · Марія та Іван · أحمد ومحمد · יעל ויוסי
अमित और प्रिया · 张伟和李强 · 田中、佐藤 · 박지훈과 최유진 · 박지훈, 최유진
"""
TEAM = """
Growth Pod · Solutions Engineering · Internal Audit · Procurement · Accounts Payable · Red Team · The board
C-suite exec team · two engineers · both PMs · Interns · Partners · Support tier 2 · Maria's team · Maria and team
Maria & co · ops@example.com · @design-team · @acme/platform · #go-live · All of marketing · Marketing and BI team
IT/Operations · R&D · Deloitte · Foo Bar LLC · Wunderbar GmbH & Co. KG · Smith & Sons · Chase Bank · Outside counsel
Customer · Öffentlichkeitsarbeit · Marketing-Abteilung · Steuerberater · Geschäftsführung · Pôle digital
Cabinet Mercier & Associés · Commerciaux · Departamento de Finanzas · Recursos Humanos · Ayuntamiento de Sevilla
Equipe de vendas · Ufficio stampa · afdeling inkoop · marknadsavdelningen · Dział sprzedaży · Pazarlama ekibi
Отдел маркетинга · ООО Ромашка · відділ кадрів · فريق التسويق · צוות שיווק · मार्केटिंग टीम · 市场部 · 各部门负责人
開発チーム · 마케팅팀 · 전원 · כולם · الجميع
"""
UNCLEAR = """
Maria or Tom · Maria and/or Tom · Maria (or Tom) · one of the PMs · whoever picks it up · on-call engineer
someone from legal · VP or above · Lucía o Pablo · Maria? · perhaps Maria · Maria (tbc)
Maria Garcia (maternity leave) · Sabine Krause (Urlaub bis 3.5.) · Julien (en congé) · Maria (Tom covering)
Maria, Tom · Maria (Tom) · A: Maria, R: Tom · 佐藤・鈴木 · me · MG · Zorblatt · Blorf Quux · Marketing (Maria)
Legal/Finance lead · Berlin · Phoenix · Jordan Brand · Grace Hospital · C Suite · Innova Geneva · 高层 · 임직원
Магазин Центральный · launch things
"""


def cells(rows: str) -> list[str]:
    return [cell.strip() for row in rows.strip().splitlines() for cell in row.split(" · ")]


@pytest.mark.parametrize("cell", cells(SINGLE))
def test_one_person_or_role_is_single(cell: str) -> None:
    reading = read_owner(cell)

    assert reading.label is Label.SINGLE
    assert reading.code in {"OWN-OK", "OWN-ROLE"}
    assert len(reading.owners) == 1


@pytest.mark.parametrize("cell", cells(HELPED))
def test_an_owner_with_helpers_is_single_and_names_the_helpers(cell: str) -> None:
    reading = read_owner(cell)

    assert reading.label is Label.SINGLE
    assert reading.code in {"OWN-OK-BACKUP", "OWN-OK-CONTRIB"}
    assert [owner.text for owner in reading.owners] in (["Maria"], ["Jens"])
    assert reading.helpers[0].text in {"Tom", "Uwe"}


@pytest.mark.parametrize("cell", cells(NONE))
def test_a_blank_of_any_kind_is_none(cell: str) -> None:
    assert read_owner(cell).label is Label.NONE


@pytest.mark.parametrize("cell", cells(PLURAL))
def test_two_parties_are_plural(cell: str) -> None:
    assert read_owner(cell).label is Label.PLURAL


@pytest.mark.parametrize("cell", cells(TEAM))
def test_a_group_is_a_team(cell: str) -> None:
    assert read_owner(cell).label is Label.TEAM


@pytest.mark.parametrize("cell", cells(UNCLEAR))
def test_what_cannot_be_known_is_a_question(cell: str) -> None:
    reading = read_owner(cell)

    assert reading.label is Label.UNCLEAR
    assert reading.sentence


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "OWN-NONE"),
        ("Maria & Tom", "OWN-PLURAL"),
        ("Maria → Tom", "OWN-HIDDENPASS"),
        ("Maria (wks 1-3), Tom (wks 4-6)", "OWN-HIDDENPASS"),
        ("design squad", "OWN-TEAM"),
        ("everyone", "OWN-ALL"),
        ("Acme Inc.", "OWN-ORG"),
        ("#launch", "OWN-GROUPADDR"),
        ("release bot", "OWN-BOT"),
        ("former PMM", "OWN-STALE"),
        ("Maria or Tom", "OWN-CHOICE"),
        ("Maria?", "OWN-UNSURE"),
        ("Maria, Tom", "OWN-COMMA"),
        ("佐藤・鈴木", "OWN-DOT"),
        ("Product/Legal lead", "OWN-SLASHROLE"),
        ("PM (A), PMM (R)", "OWN-RACI"),
        ("Zorblatt?", "OWN-UNSURE"),
        ("Zorblatt", "OWN-UNKNOWN"),
        ("PMM", "OWN-ROLE"),
        ("Maria (backup: Tom)", "OWN-OK-BACKUP"),
        ("Maria w/ Tom", "OWN-OK-CONTRIB"),
        ("Maria Garcia", "OWN-OK"),
    ],
)
def test_the_code_says_why(cell: str, code: str) -> None:
    assert read_owner(cell).code == code


def test_repairs_name_those_they_are_about() -> None:
    repairs = read_owner("Maria (EMEA), Tom (APAC)").repairs

    assert [(repair.kind, repair.people) for repair in repairs] == [
        ("keep-one", ("Maria", "Tom")),
        ("one-task-each", ("Maria", "Tom")),
        ("split-by-region", ("Maria", "Tom")),
    ]


def test_a_name_with_its_team_is_said_whole() -> None:
    assert read_owner("Maria and team").sentence.startswith("“Maria and team” is a group")


def test_a_group_with_a_name_in_brackets_is_a_question_about_both() -> None:
    assert read_owner("Marketing (Maria)").sentence == "Who answers for this: “Marketing”, or Maria?"


def test_an_account_in_brackets_shows_that_a_strange_name_is_a_person() -> None:
    assert read_owner("Zorblatt (@zorb)").label is Label.SINGLE


def test_an_unknown_text_is_asked_about_by_name() -> None:
    assert read_owner("Zorblatt").sentence == "Who is “Zorblatt”?"


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        ("Ana\u202e Silva", "right-to-left override"),
        ("Ana\u200b Silva", "zero width space"),
        ("Аna Silva", "Cyrillic, Latin"),
    ],
)
def test_hidden_and_lookalike_letters_are_reported(cell: str, sign: str) -> None:
    (told,) = read_owner(cell).signs

    assert sign in told
