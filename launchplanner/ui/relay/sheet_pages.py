"""The right of the run sheet, one page a step: preview, briefing, handing over, taking over, review."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from launchplanner.reports.handoff import Handoff
from launchplanner.reports.handoff_close import moment_text
from launchplanner.reports.runsheet import (
    Part,
    briefing,
    closed_because,
    first_work,
    items_ready,
    offer_closed_because,
    on_call_until,
    words_to_say,
)
from launchplanner.ui.kit.buttons import Button, button
from launchplanner.ui.kit.surfaces import columns, rows
from launchplanner.ui.relay.sheet_parts import LOW, large
from launchplanner.ui.relay.sheet_state import SheetState
from launchplanner.ui.theme.fonts import sized
from launchplanner.words import _, ngettext, short_day


class SheetPage(QWidget):
    """A kicker, one large sentence, and what is below it; `done` asks for the next thing."""

    done = Signal()

    def __init__(self, name: str, verb: str = "", key: str = "", *, centred: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.kicker = large("", 15, tone="muted")
        self.title = large("", 40, 600)
        self.title.setObjectName(f"{name}-title")
        self.reason = large("", 18, tone="warning")
        self.reason.setObjectName(f"{name}-reason")
        self.lines = Lines()
        self.verb: Button = button(verb, "filled", size="huge", hint=key, name=f"{name}-verb")
        self.verb.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verb.clicked.connect(self.done)
        self._column = rows(self, spacing=14)
        if centred:
            self._column.addStretch(1)
        self._column.addWidget(self.kicker)
        self._column.addWidget(self.title)
        self._column.addWidget(self.lines, 1)
        self._column.addWidget(self.reason)
        line = columns(spacing=16)
        line.addWidget(self.verb)
        line.addStretch()
        self._column.addLayout(line)
        self.verb.setVisible(bool(verb))
        self.reason.hide()

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show the step as it is."""
        raise NotImplementedError

    def show_reason(self, reason: str) -> None:
        """Say what keeps the page's verb shut; "" opens it."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.verb.setEnabled(not reason)

    def fit(self, height: int) -> None:
        """Take smaller type where there is little room."""
        self.title.setFont(sized(30 if height < LOW else 40, 600))

    def press(self) -> None:
        """Do what the verb does, if it can be done."""
        if self.verb.isEnabled() and not self.verb.isHidden():
            self.verb.click()


class Lines(QScrollArea):
    """Lines of large type, each with a quieter word after it; scrolls when there are many."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QFrame()
        self._inside.setProperty("surface", "panel")
        self._column = rows(self._inside, spacing=10)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show other lines."""
        if lines == self._shown:
            return
        self._shown = lines
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (text, quiet) in enumerate(lines):
            self._column.insertWidget(place, _line(text, quiet))

    def go_on(self, steps: int) -> None:
        """Go on by some lines where not all fit."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * bar.pageStep() // 2)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the lines."""
        return self._shown


def _line(text: str, quiet: str) -> QWidget:
    made = QWidget()
    row = columns(made, spacing=24)
    row.addWidget(large(text, 20, 500), 3)
    if quiet:
        said = large(quiet, 16, tone="muted")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 2)
    return made


class PreviewPage(SheetPage):
    """Is all there, and is the receiver?"""

    here_changed = Signal()

    def __init__(self) -> None:
        super().__init__("sheet-preview", _("Begin the briefing"), "Enter")
        self.here = button("", size="large", hint="H", name="sheet-here")
        self.here.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.here.clicked.connect(self.here_changed)
        self._column.insertWidget(2, self.here, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show what the receiver should have read."""
        name = handoff.receiver_short
        self.kicker.setText(_("{name} alone, before the talk").format(name=name))
        self.title.setText(_("{name} has read the pack").format(name=name) if state.is_here else _not_here(name))
        self.here.set_label(
            _("{name} is not here").format(name=name) if state.is_here else _("{name} is here").format(name=name)
        )
        lines = [(items_ready(handoff), "")]
        unready = [item.title for _key, item in handoff.items if not item.is_settled]
        lines += [(title, _("not ready")) for title in unready[:3]]
        questions = [one for one in handoff.baton.questions.values() if not one.is_answered]
        if questions:
            said = ngettext("{n} question is not answered yet", "{n} questions are not answered yet", len(questions))
            lines.append((said.format(n=len(questions)), questions[0].text))
        left = ngettext("{n} task is left", "{n} tasks are left", len(handoff.tasks_left))
        lines.append((left.format(n=len(handoff.tasks_left)), ""))
        self.lines.show_lines(tuple(lines))


def _not_here(name: str) -> str:
    return _("{name} is not here, so nobody takes over today").format(name=name)


class BriefingPage(SheetPage):
    """One part of the pack at a time, in the order of its letters."""

    def __init__(self) -> None:
        super().__init__("sheet-briefing", _("Next part"), "→")
        self.parts: tuple[Part, ...] = ()

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show the part in turn."""
        self.parts = briefing(handoff)
        part = self.parts[min(state.part, len(self.parts) - 1)]
        speaks = _("{letter}, part {n} of {count}  ·  {name} speaks")
        self.kicker.setText(
            speaks.format(letter=part.letter, n=state.part + 1, count=len(self.parts), name=handoff.giver_short)
        )
        self.title.setText(part.title)
        self.lines.show_lines(part.lines or ((_("Nothing stands here."), ""),))
        last = state.part >= len(self.parts) - 1
        self.verb.set_label(_("To the read-back") if last else _("Next part"))


class OfferPage(SheetPage):
    """Before the read-back: the giver hands the pack over as it is."""

    def __init__(self) -> None:
        super().__init__("sheet-offer", _("Hand it over"), "Enter", centred=True)

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show what will be on offer."""
        del state
        giver, receiver = handoff.giver_short, handoff.receiver_short
        self.kicker.setText(_("{name} speaks").format(name=giver))
        self.title.setText(_("“This is the pack, as it is now.”"))
        self.lines.show_lines(
            (
                (items_ready(handoff), ""),
                (_("{giver} still holds it, until {receiver} accepts.").format(giver=giver, receiver=receiver), ""),
            )
        )
        self.verb.set_label(_("{name} has said it").format(name=giver))
        self.show_reason(offer_closed_because(handoff))


class TakingPage(SheetPage):
    """The sentence on which custody moves."""

    def __init__(self) -> None:
        super().__init__("sheet-taking", _("Taking over"), "Enter", centred=True)

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show the sentence, or who holds the baton since when."""
        standing, receiver = handoff.passing.standing, handoff.receiver_short
        self.verb.setVisible(not standing.has_passed)
        if standing.has_passed:
            answer = handoff.baton.events[standing.answer]
            self.kicker.setText(_("Custody has moved"))
            self.title.setText(_("{name} holds the baton.").format(name=handoff.receiver.name))
            since = _("Since {moment}, {strength}.").format(moment=moment_text(answer.at), strength=_(answer.strength))
            self.lines.show_lines(((since, answer.note),))
            self.show_reason("")
            return
        self.kicker.setText(_("{name} says it aloud").format(name=receiver))
        self.title.setText(words_to_say(handoff))
        moves = _("Custody moves on these words, from {giver} to {receiver}.")
        self.lines.show_lines(
            ((moves.format(giver=handoff.giver.name, receiver=handoff.receiver.name), state.note(handoff)),)
        )
        self.verb.set_label(_("{name} has said it").format(name=receiver))
        self.show_reason(closed_because(handoff, parked=state.parked_open(handoff), is_here=state.is_here))


class ReviewPage(SheetPage):
    """What follows: the first work, and how long the giver is there."""

    def __init__(self) -> None:
        super().__init__("sheet-review", _("Leave the run sheet"), "Esc")

    def show_page(self, handoff: Handoff, state: SheetState) -> None:
        """Show what comes next."""
        del state
        giver, receiver = handoff.giver_short, handoff.receiver_short
        passed = handoff.passing.standing.has_passed
        self.kicker.setText(_("After the pass"))
        stays = _("{giver} is on call until {day}.").format(giver=giver, day=short_day(on_call_until(handoff)))
        self.title.setText(stays if passed else _("{giver} still holds it.").format(giver=giver))
        works = [(title, _("begins {day}").format(day=short_day(day))) for title, day in first_work(handoff)]
        head = _("{giver} watches the first work of {receiver}:").format(giver=giver, receiver=receiver)
        none = (_("{receiver} has no task after the pass yet.").format(receiver=receiver), "")
        self.lines.show_lines(((head, ""), *works) if works else (none,))
