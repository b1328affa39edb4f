"""What columns are called, in the languages that plans come in.

Each meaning has names that say it outright and names that may mean something else too; what the cells hold decides then.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from launchplanner.formats.importers.text import plain

TASK: Final = "task"
ID: Final = "id"
OWNER: Final = "owner"
CONTRIBUTORS: Final = "contributors"
BACKUP: Final = "backup"
REVIEWER: Final = "reviewer"
INFORMED: Final = "informed"
PHASE: Final = "phase"
WEEK: Final = "week"
START: Final = "start"
DUE: Final = "due"
WHEN: Final = "when"
DONE_ON: Final = "done on"
DURATION: Final = "duration"
STATUS: Final = "status"
PROGRESS: Final = "progress"
DELIVERABLE: Final = "deliverable"
NOTES: Final = "notes"
LINK: Final = "link"
AFTER: Final = "waits for"
BEFORE: Final = "is waited for by"
PARENT: Final = "parent"
MILESTONE: Final = "milestone"
LEVEL: Final = "level"
RACI: Final = "raci letters"
MONTH: Final = "days of a month"
OTHER: Final = "kept in the notes"
NOTHING: Final = "not read"

_SURE: Final[dict[str, str]] = {
    TASK: "task|tasks|task name|task title|task description|task/activity|task / milestone|tasks and milestones|activity|activities|"
    "activity name|what|action|actions|action item|action items|action required|to do|to-do|todo|todos|work item|work package|job to do|item|"
    "items|summary|issue summary|story|user story|key activity|key activities|key tasks|launch task|launch activity|task / activity|"
    "checklist item|what needs to be done|aufgabe|aufgaben|vorgang|vorgangsname|vorgänge|tätigkeit|tätigkeiten|maßnahme|maßnahmen|massnahme|"
    "arbeitspaket|was|tâche|tâches|tache|taches|nom de la tâche|activité|activités|quoi|tarea|tareas|nombre de tarea|nombre de la tarea|"
    "actividad|actividades|qué|acción|tarefa|tarefas|nome da tarefa|atividade|atividades|o quê|o que|ação|attività|compito|compiti|azione|cosa|"
    "taak|taken|taaknaam|activiteit|activiteiten|actie|acties|wat|uppgift|aktivitet|zadanie|zadania|задача|задачи|タスク|タスク名|作業|作業内容|"
    "作業項目|任务|任務|任务名称|事项|工作内容|活动|작업|작업명|업무|할 일|과제",
    ID: "id|#|no|nr|no.|nr.|number|num|key|issue key|task id|task #|task no|task number|wbs|wbs code|outline number|ref|reference|row|row #|row number|"
    "s.no|s. no|sl no|sr no|item #|item no|step id|unique id|uid|issue id|issue number|ticket|bsi|pos|lfd nr|lfd. nr.|n°|nº|序号|編號|番号|번호|task code|code|seq|index|line",
    OWNER: "owner|owners|task owner|who|assignee|assignees|assigned to|assigned|assign to|task assignee|responsible|responsible person|responsible party|"
    "person responsible|responsibility|accountable|dri|directly responsible individual|lead|lead name|task lead|owned by|owner name|point person|poc|"
    "point of contact|person|person in charge|pic|member|members|driver|resource names|resource name|resourcing|asignee|assignee(s)|owner(s)|"
    "verantwortlich|verantwortliche|verantwortlicher|zuständig|zuständigkeit|bearbeiter|wer|responsable|responsables|qui|assigné à|attribué à|"
    "asignado a|asignado|encargado|quién|responsável|responsáveis|quem|atribuído a|responsabile|chi|assegnato a|verantwoordelijke|verantwoordelijk|"
    "wie|toegewezen aan|ansvarig|odpowiedzialny|ответственный|исполнитель|担当者|担当|負責人|负责人|责任人|담당자|담당|main coordinator|release lead|directly responsible",
    CONTRIBUTORS: "contributors|contributor|support|supporting|supported by|helper|helpers|help|collaborators|collaborator|collaborate with|consulted|"
    "consult|team members|participants|also involved|shadow|shadows|shadow name|shadow name(s)|shadow names|shadowing|supporting team|stakeholders|"
    "beteiligte|mitwirkende|unterstützung|participantes|colaboradores|intervenants|betrokkenen|secondary owner|co-owner|co-owners",
    BACKUP: "backup|back-up|back up|backup owner|deputy|stand-in|substitute|delegate|alternate|vertretung|vertreter|suppléant|suplente|vervanger",
    REVIEWER: "reviewer|reviewers|reviewed by|approver|approvers|approval|approved by|needs approval from|sign-off|sign off|signoff|verified by|qa owner|prüfer",
    INFORMED: "informed|inform|notify|cc|watchers|followers",
    PHASE: "phase|phases|stage|stages|section|section/column|section/project|workstream|work stream|workstreams|track|bucket|bucket name|epic|epic name|epic link|"
    "group|group name|module|wp|sprint|list|list name|key management area|area|project phase|launch phase|release phase|theme|phasen|etappe|fase|fases|fasi|étape|étapes|phase du projet|"
    "etapa|etapas|bereich|teilprojekt|category|kategorie|catégorie|categoría|categoria|categorie|フェーズ|工程|阶段|階段|단계|milestone group|swimlane|board group",
    WEEK: "week|weeks|wk|week #|week no|week number|dev week|sprint week|woche|kw|calendar week|semaine|semana|settimana|週|周|주차",
    START: "start|start date|start_date|startdate|begin|begins|begin date|planned start|start day|from|inferred start date|commence|start time|starts|actual start|scheduled start|"
    "beginn|anfang|startdatum|start-datum|geplanter beginn|début|date de début|debut|inicio|fecha de inicio|fecha inicio|início|data de início|data inicio|inizio|data inizio|"
    "data di inizio|begindatum|startdag|开始|开始时间|开始日期|開始|開始日|시작일|시작",
    DUE: "end|end date|end_date|enddate|due|due date|due_date|duedate|due on|due by|deadline|dead line|finish|finish date|finishes|target|target date|"
    "target completion date|target completion|target end|completion date|planned end|planned finish|complete by|by when|to|until|end day|delivery date|inferred due date|"
    "estimated completion|eta|expected completion|due day|ende|enddatum|end-datum|fällig|fälligkeit|fällig am|fälligkeitsdatum|termin|frist|bis|stichtag|échéance|date d'échéance|"
    "date de fin|fin|date limite|fecha de fin|fecha fin|fecha límite|fecha limite|vencimiento|plazo|fim|data de fim|prazo|data de término|data final|término|fine|data fine|data di fine|scadenza|"
    "einddatum|vervaldatum|eind|termin zakończenia|結束|结束|结束时间|结束日期|截止日期|终了|終了|終了日|期限|期日|완료일|종료일|마감일|마감",
    WHEN: "when|date|dates|timing|timeline|time|day|days|date(s)|scheduled date|schedule|launch timing|t-minus|t minus|time frame|timeframe|datum|wann|zeitraum|zeitpunkt|quand|fecha|"
    "cuándo|cuando|quando|data|wanneer|日付|日期|時期|날짜|일정|milestone date|release date|planned date|relative day|offset|publish date|go live|day/time",
    DONE_ON: "actual end|actual finish|actual end date|completed|completed on|completed at|completed date|date completed|completion|done on|closed|closed at|resolved|erledigt am|"
    "actual|actual date|actual completion date",
    DURATION: "duration|est. days|est days|estimated days|effort|estimate|estimated effort|estimated duration|length|hours|days needed|man-day|man-days|mandays|work|# days|working days|"
    "work days|number of days|days required|estimated hours|est. hours|duration (days)|original estimate|dauer|aufwand|durée|charge|duración|duração|durata|duur|工期|期間|所要日数|기간|工数",
    STATUS: "status|state|task status|progress status|current status|condition|done?|done|complete|complete?|completed?|check|checked|checkbox|✓|✔|✅|rag|rag status|health|stand|zustand|erledigt|"
    "statut|état|etat|estado|situação|stato|fait|hecho|feito|fatto|gereed|状态|狀態|状況|ステータス|상태|column|board column",
    PROGRESS: "% complete|percent complete|%|progress|% done|completion %|complete %|pct complete|percent|% completed|progress %|fortschritt|avancement|progreso|progresso|voortgang|进度|進捗|進捗率|진행률|진척률",
    DELIVERABLE: "deliverable|deliverables|output|outputs|artifact|artifacts|artefact|artefacts|work product|expected output|result|definition of done|acceptance criteria|exit criteria|"
    "success criteria|ergebnis|lieferobjekt|livrable|livrables|entregable|entregables|entrega|entregável|entregáveis|consegna|oplevering|成果物|交付物|산출물",
    NOTES: "note|notes|comment|comments|remark|remarks|details|detail|additional notes|additional info|task notes|more info|information|notizen|bemerkung|bemerkungen|"
    "kommentar|anmerkung|anmerkungen|commentaire|commentaires|remarques|notas|comentarios|comentários|observaciones|observações|note aggiuntive|opmerkingen|opmerking|备注|備考|비고",
    LINK: "link|links|url|urls|document link|doc|docs|documentation|resources link|reference link|issue|issue link|github|pr|jira|where|location|file",
    AFTER: "predecessor|predecessors|dependency|dependencies|depends on|depends|dependent on|dependencies (before)|waits for|waiting on|blocked by|blocked on|prerequisite|prerequisites|after|predecesor|"
    "predecesores|predecessore|vorgänger|abhängigkeit|abhängigkeiten|abhängig von|prédécesseur|prédécesseurs|dépendances|dépend de|dependencias|depende de|"
    "dependências|predecessoras|dipendenze|afhankelijkheden|afhankelijk van|voorganger|依赖|前置任务|依存関係|先行タスク|선행 작업|선행작업|is blocked by|dependency ids|upstream",
    BEFORE: "successor|successors|blocks|blocking|dependents|dependents (after)|nachfolger|successeurs|sucesores|downstream",
    PARENT: "parent|parent task|parent id|parent issue|subtask of|parent summary|übergeordnet|parent key",
    MILESTONE: "is milestone|milestone?|milestone flag|meilenstein?",
    LEVEL: "level|outline level|outline|indent|depth|gliederungsebene|hierarchy",
}  # fmt: skip

_MAYBE: Final[dict[str, str]] = {
    TASK: "name|title|description|milestone|milestones|feature|features|step|steps|deliverable|deliverables|initiative|initiatives|criteria|check|checks|"
    "checkpoint|subject|issue|event|events|asset|assets|topic|descr|desc|job|key result|objective|requirement|requirements|content|work|process step|bezeichnung|beschreibung|schritt|schritte|"
    "titel|thema|name der aufgabe|meilenstein|meilensteine|intitulé|libellé|étape|action à mener|nom|titre|descripción|nombre|título|paso|hito|hitos|descrição|nome|etapa|marco|descrizione|titolo|"
    "omschrijving|naam|mijlpaal|項目|内容|名称|标题|제목|내용|항목|module name|goal|epic|test|case|use case|check item|things to do|launch item|decision",
    OWNER: "name|resources|resource|team|teams|role|roles|sig or group|committee|department|dept|function|lead role|coordinator|manager|contact|by whom|by|author|allocated to|staff|agent|"
    "sponsor|group/owner|squad|ressource|ressourcen|recursos|équipe|equipo|equipe|team/person|担当部署|部门|r|pm|product owner|release manager|user|people",
    CONTRIBUTORS: "responsible|r",
    PHASE: "milestone|project|type|component|epic|labels|parent|feature|release|version|week|topic|team|department|function|group by|kanban|deliverable group|pillar|domain",
    START: "created|created at|created date",
    DURATION: "days|time|weeks",
    NOTES: "description|purpose|criteria|why|context|background|how|definition",
    LINK: "resources|reference|references|attachment|attachments|evidence",
    NOTHING: "reporter|created by|creator|priority|created at|updated at|last modified|modified",
}  # fmt: skip

_ELSEWHERE: Final = frozenset(
    "risk|risks|metric|metrics|kpi|kpis|term|field|tool|parameter|formula|question|channel|likelihood|probability|impact|mitigation|severity|definition|channels|segment|persona|"
    "tactics|budget|plan name|price|tier|segment|option|pros|cons|alias|stakeholder|audience|recurrence|distribution|goal|refreshed at|file|folder|variable|author|competitor|"
    "requirement|use case|actor|strategy|setting|key metric|target metric|env|endpoint|endpoints|resource type|package|library|version|asset type".split(
        "|"
    )
)
"""First headers of tables that are no plan."""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What a header may mean, with a confidence from 0 to 1."""

    meaning: str
    confidence: float


def _normal(header: str) -> str:
    words = plain(header).line.casefold().replace("_", " ")
    return " ".join(words.split()).strip(" :*.-–—?!")


def _table(names: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meaning, words in names.items():
        for word in words.split("|"):
            found.setdefault(_normal(word) or word, []).append(meaning)
    return found


_SURE_NAMES: Final = _table(_SURE)
_MAYBE_NAMES: Final = _table(_MAYBE)
_LONG_NAMES: Final = tuple(
    (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)"), meaning)
    for name, meanings in sorted(_SURE_NAMES.items(), key=lambda each: -len(each[0]))
    for meaning in meanings
    if len(name) > 3 and meaning in {TASK, OWNER, START, DUE, STATUS, DURATION, AFTER, PHASE, DELIVERABLE, NOTES, REVIEWER, PROGRESS, CONTRIBUTORS, DONE_ON, BACKUP}
)  # fmt: skip


@lru_cache(maxsize=4096)
def meanings_of(header: str) -> tuple[NameEvidence, ...]:
    """Return what a header may mean, the surest first; empty for one that is not known."""
    name = _normal(header)
    if not name:
        return ()
    found = _named(name)
    without = _normal(re.sub(r"[(\[][^)\]]*[)\]]", " ", name))
    if not found and without and without != name:
        found = {meaning: share * 0.95 for meaning, share in _named(without).items()}
    if not found and name.endswith("#"):
        found = {ID: 0.9}
    if not found:
        found = _contained(without or name)
    ranked = sorted(found.items(), key=lambda each: -each[1])
    return tuple(NameEvidence(meaning, confidence) for meaning, confidence in ranked)


def _named(name: str) -> dict[str, float]:
    found = {meaning: 0.6 for meaning in _MAYBE_NAMES.get(name, ())}
    found.update((meaning, 1.0) for meaning in _SURE_NAMES.get(name, ()))
    return found


def _contained(name: str) -> dict[str, float]:
    if len(name) > 40:  # noqa: PLR2004
        return {}
    # The last word of an English header says what it holds: "launch start date", "content owner".
    matches = [
        (match.end(), match.start(), meaning) for pattern, meaning in _LONG_NAMES if (match := pattern.search(name))
    ]
    if not matches:
        return {}
    furthest = max(end for end, _start, _meaning in matches)
    start = min(start for end, start, _meaning in matches if end == furthest)
    return {meaning: 0.5 for end, begin, meaning in matches if end == furthest and begin == start}


def is_elsewhere(header: str) -> bool:
    """Say whether a table whose first column is called so is about something else than tasks."""
    name = _normal(header)
    return name in _ELSEWHERE or _normal(re.sub(r"\([^)]*\)", " ", name)) in _ELSEWHERE
