"""What a status cell says: words in several languages, marks and ticked boxes."""

import re
from dataclasses import dataclass
from typing import Final

from launchplanner.formats.importers.grids import Cell
from launchplanner.formats.importers.text import key_of, words_of
from launchplanner.plan.work import ACTIVE, DONE, DROPPED, PLANNED

_WORDS: Final = {
    DONE: "complete completed done yes y closed finished x ✓ ✔ ☑ ✅ 🟢✔ true c resolved shipped merged delivered 100% passed "
    "erledigt abgeschlossen fertig terminé terminée termine fait faite achevé hecho hecha completado completada terminado "
    "concluído concluída concluido feito feita fatto completato completata klaar gereed afgerond voltooid färdig klart "
    "完了 済 済み 完成 已完成 완료 готово выполнено zrobione|"
    "all done|marked complete|accepted|signed off|approved",
    ACTIVE: "ongoing on-going started doing wip active 🔄 ⏳ 🟡 🚧 ▶ review reviewing testing underway graduating partial "
    "laufend begonnen angefangen gestartet actif bezig lopend pågår 進行中 进行中 作業中 진행중 진행 partly in-progress inprogress "
    "delayed late overdue behind 🟠 🔴 ⚠ 🟨 ◐|"
    "in progress|in review|in testing|in development|under way|at risk|on track|off track|in arbeit|in bearbeitung|en cours|en curso|"
    "en progreso|em andamento|in corso|진행 중|in uitvoering|in process|work in progress|on going|in flight|partially complete",
    PLANNED: "planned todo open new backlog pending scheduled draft upcoming ready no n tbd false ⬜ ☐ 🔲 ◻ ⚪ queued waiting blocked "
    "paused hold ❌ ✗ 🔒 proposed offen geplant prévu prévue planifié pendiente planificado pendente planejado pianificato gepland "
    "未着手 未开始 未実施 待办 대기 예정 target tracked unstarted incomplete outstanding identified assigned not-started 0% future|"
    "not started|to do|to-do|not yet started|yet to start|not done|not complete|on hold|nicht begonnen|noch offen|à faire|non commencé|"
    "por hacer|sin empezar|no iniciado|a fazer|não iniciado|da fare|non iniziato|te doen|niet gestart|할 일|시작 전|待ち|on deck",
    DROPPED: "n/a na cancelled canceled dropped deferred removed obsolete skipped rejected abandoned duplicate postponed "
    "abgebrochen entfällt gestrichen annulé cancelado cancelada annullato vervallen geannuleerd 中止 取消 취소 🚫|"
    "won't do|wont do|will not do|not applicable|out of scope|not needed|descoped|de-scoped|nicht zutreffend|sans objet|no aplica|-",
}  # fmt: skip

_MARKS: Final = re.compile("[\ufe0e\ufe0f]")
_PLAIN_WORDS: Final = frozenset({
    "complete", "completed", "done", "yes", "no", "x", "✓", "✔", "☑", "✅", "true", "false", "in progress", "in-progress",
    "ongoing", "started", "planned", "todo", "to do", "not started", "open", "closed", "scheduled", "⬜", "☐", "⏳", "🔄",
    "n/a", "na", "cancelled", "canceled", "100%", "0%", "finished", "active", "pending", "not yet started",
})  # fmt: skip


def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for state, text in _WORDS.items():
        single, _, phrases = text.partition("|")
        for word in (*single.split(), *phrases.split("|")):
            found[word] = state
    found["-"] = PLANNED
    return found


_STATES: Final = _states()


@dataclass(frozen=True, slots=True)
class State:
    """A task's status, and the words that say more than the status can hold ("on hold")."""

    status: str
    more: str = ""


def read_state(cell: Cell) -> State | None:
    """Return the state that a cell names, or None when its words are not known."""
    if isinstance(cell, bool):
        return State(DONE if cell else PLANNED)
    text = _MARKS.sub("", words_of(cell))
    key = key_of(text) or text.strip()
    known = _STATES.get(key) or _STATES.get(key.replace("_", " "))
    if known is None:
        known = _by_first_mark(text) or _by_words(key)
    if known is None:
        return None
    bare = re.sub(r"^[^\w]+|[^\w]+$", "", key)
    return State(known, "" if key in _PLAIN_WORDS or bare in _PLAIN_WORDS or not bare else text)


def _by_first_mark(text: str) -> str | None:
    first = text.strip()[:1]
    return _STATES.get(first) if first and not first.isalnum() and first not in "-–" else None


def _by_words(key: str) -> str | None:
    # "Done (12 Mar)", "Complete - see wiki": the words before the first punctuation decide.
    head = re.split(r"\s*[(:,;–—]|\s-\s", key, maxsplit=1)[0].strip()
    return _STATES.get(head) if len(head) > 1 else None


def mark_of(text: str) -> tuple[str | None, str]:
    """Return the state that a leading mark such as "✅" gives a line of a list, and the rest of the line."""
    clean = _MARKS.sub("", text).lstrip()
    first = clean[:1]
    if first in _LEADING_MARKS:
        return _LEADING_MARKS[first], clean[1:].lstrip(" :-–—")
    return None, text


_LEADING_MARKS: Final = {
    "✅": DONE, "✔": DONE, "☑": DONE, "✓": DONE, "☐": PLANNED, "⬜": PLANNED, "🔲": PLANNED, "❌": PLANNED, "☒": DROPPED,
    "⏳": ACTIVE, "🔄": ACTIVE, "🚧": ACTIVE, "🟡": ACTIVE, "⚠": PLANNED, "🟢": ACTIVE, "🔴": ACTIVE, "⭕": PLANNED,
}  # fmt: skip
