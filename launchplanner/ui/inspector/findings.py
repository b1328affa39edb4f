"""What rules found about the part that is shown: each a sentence, with its repairs as buttons."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from launchplanner.app.analysis import Snapshot
from launchplanner.checks import ERROR, NOTE, WARNING, Finding, Fix
from launchplanner.plan.edits import GiveReason, Unwaive
from launchplanner.plan.records import Waiver
from launchplanner.ui.inspector.fields import LineField, when
from launchplanner.ui.inspector.flow import flow
from launchplanner.ui.inspector.rows import RowStack
from launchplanner.ui.kit.buttons import Button, button
from launchplanner.ui.kit.labels import set_tooltip
from launchplanner.ui.kit.pills import MarkWidget
from launchplanner.ui.kit.sentences import Run, Sentence, with_strong
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.theme.fonts import font
from launchplanner.words import _

_WIDEST: Final = 232
_BELOW: Final = 6


class FindingsBlock(QWidget):
    """The findings about one part, worst first; those that somebody accepted stand last, quietly."""

    edit_asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._findings: dict[str, Finding] = {}
        self._waived: dict[str, tuple[Finding, Waiver]] = {}
        self._stack: RowStack[_FindingRow] = RowStack(self._made, name=f"{name}-rows", spacing=8)
        column = rows(self)
        column.addWidget(self._stack)
        column.addSpacing(_BELOW)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], waived: Sequence[tuple[Finding, Waiver]] = ()) -> bool:
        """Show other findings; return whether any came or went."""
        self._findings = {_key(finding): finding for finding in findings}
        self._waived = {f"waived {_key(finding)}": (finding, waiver) for finding, waiver in waived}
        self.setVisible(bool(self._findings or self._waived))
        return self._stack.show_keys([*self._findings, *self._waived])

    def sentences(self) -> list[str]:
        """Return what is said, in order."""
        return [row.sentence.text() for row in self._stack.rows().values()]

    def _made(self, key: str) -> "_FindingRow":
        if key in self._waived:
            return self._made_waived(*self._waived[key])
        finding = self._findings[key]
        tone = {ERROR: "error", WARNING: "warning"}.get(finding.severity, "neutral")
        mark = MarkWidget("dot" if finding.severity == NOTE else "bang", tone, says=finding.severity)  # type: ignore[arg-type]
        buttons = [self._fix_button(key, place, fix) for place, fix in enumerate(finding.fixes)]
        why = self._why_field(key) if finding.reason_for else None
        return _FindingRow(mark, with_strong(shown(finding), [finding.part.title]), buttons, why)

    def _why_field(self, key: str) -> LineField:
        """Return the field in which somebody says in own words why a task changed hands."""
        field = LineField(_("Why"), name=f"reason-{self._findings[key].rule}", placeholder=_("Why? In your own words"))
        when(field.committed, partial(self._give_reason, key))
        return field

    def _give_reason(self, key: str, text: str) -> None:
        if text:
            self.edit_asked.emit(GiveReason(self._findings[key].reason_for, text))

    def _made_waived(self, finding: Finding, waiver: Waiver) -> "_FindingRow":
        text = _("Accepted: {reason}").format(reason=waiver.reason)
        runs = (Run(f"{shown(finding)} ", tone="muted"), Run(text, tone="muted"))
        back = button(
            _("Let it count again"),
            size="small",
            name=f"unwaive-{finding.rule}",
            on_click=lambda: self.edit_asked.emit(Unwaive(finding.rule, finding.part.id)),
        )
        return _FindingRow(MarkWidget("check", "neutral"), runs, [back])

    def _fix_button(self, key: str, place: int, fix: Fix) -> Button:
        return fitting_button(fix.title, f"fix-{self._findings[key].rule}-{place}", partial(self._repair, key, place))

    def _repair(self, key: str, place: int) -> None:
        # The finding of now: its sentence may be the same while what its repair does has changed.
        self.edit_asked.emit(self._findings[key].fixes[place].edit)


class _FindingRow(QWidget):
    def __init__(
        self, mark: MarkWidget, runs: Sequence[Run], buttons: Sequence[Button], field: QWidget | None = None
    ) -> None:
        super().__init__()
        self.sentence = Sentence(runs)
        line = columns(spacing=8)
        column = rows(spacing=6)
        column.addWidget(self.sentence)
        if buttons:
            column.addWidget(flow(*buttons))
        if field is not None:
            column.addWidget(field)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        rows(self).addLayout(line)


def fitting_button(text: str, name: str, on_click: Callable[[], object], widest: int = _WIDEST) -> Button:
    """Return a small button that is no wider than its pane; its whole text is in the tooltip if it is cut."""
    short = cut(text, widest)
    made = button(short, size="small", name=name, on_click=on_click)
    made.setAccessibleName(text)
    set_tooltip(made, text if short != text else "")
    return made


def cut(text: str, width: int) -> str:
    """Return text cut with "…" to fit on a small button of a width."""
    metrics = QFontMetricsF(font("small_medium"))
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width - 24)


def shown(finding: Finding) -> str:
    """Return the sentence of a finding with its part's title out of its quotation marks, since it is shown in bold."""
    return finding.message.replace(_("“{title}”").format(title=finding.part.title), finding.part.title, 1)


def waived_on(snapshot: Snapshot, key: str) -> list[tuple[Finding, Waiver]]:
    """Return what was found about a part and accepted."""
    return [(finding, waiver) for finding, waiver in snapshot.findings.waived if finding.part.id == key]


def _key(finding: Finding) -> str:
    titles = [fix.title for fix in finding.fixes]
    return f"{finding.rule} {finding.part.id} {finding.reason_for} {finding.message} {titles}"
