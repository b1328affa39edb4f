"""The small parts that every screen is made of. Painters are functions; widgets call them."""

from launchplanner.ui.kit.avatars import (
    AvatarWidget,
    Face,
    PairWidget,
    initials,
    owners_width,
    paint_avatar,
    paint_nobody,
    paint_owners,
    paint_pair,
    pair_width,
)
from launchplanner.ui.kit.bars import (
    BarState,
    ProgressStrip,
    Segment,
    SegmentStrip,
    ZoneStrip,
    paint_bar,
    paint_critical_line,
    paint_phase,
    paint_progress,
    paint_segments,
    paint_zone,
)
from launchplanner.ui.kit.buttons import Button, ButtonKind, ButtonSize, button, icon_button, shortcut_text
from launchplanner.ui.kit.calendars import dress_calendar
from launchplanner.ui.kit.capsules import CapsuleWidget, RelayLine, paint_capsule, paint_relay_line
from launchplanner.ui.kit.clocks import ClockFace, ClockWidget, paint_clock
from launchplanner.ui.kit.fields import SearchField, combo_box, date_edit, line_edit, mark_wrong, spin_box, text_edit
from launchplanner.ui.kit.hatching import hatch_brush, paint_hatch
from launchplanner.ui.kit.icons import icon, icon_names, paint_icon, pixmap, set_icon
from launchplanner.ui.kit.keycaps import KeyCaps, keycap_width, paint_keycap
from launchplanner.ui.kit.labels import ElidedLabel, Label, label, set_tooltip, tooltip, without_mnemonic
from launchplanner.ui.kit.lists import list_box, list_item
from launchplanner.ui.kit.notices import NoticeBar
from launchplanner.ui.kit.pills import Chip, Mark, MarkWidget, Pill, paint_mark, paint_pill, pill_width
from launchplanner.ui.kit.questions import CANCEL, Question, Verb, ask, confirm, tell
from launchplanner.ui.kit.sentences import Run, Sentence, paint_runs, plain, with_strong
from launchplanner.ui.kit.shapes import paint_focus_ring
from launchplanner.ui.kit.surfaces import (
    EmptyState,
    IconWidget,
    LetterBlock,
    SectionHead,
    columns,
    divider,
    rows,
    surface,
)
from launchplanner.ui.kit.switcher import Switcher
from launchplanner.ui.kit.tables import dress_table, dress_tree

__all__ = [
    "CANCEL", "AvatarWidget", "BarState", "Button", "ButtonKind", "ButtonSize", "CapsuleWidget", "Chip",
    "ClockFace", "ClockWidget", "ElidedLabel", "EmptyState", "Face", "IconWidget", "KeyCaps", "Label",
    "LetterBlock", "Mark", "MarkWidget", "NoticeBar", "PairWidget", "Pill", "ProgressStrip", "Question",
    "RelayLine", "Run", "SearchField", "SectionHead", "Segment", "SegmentStrip", "Sentence", "Switcher",
    "Verb", "ZoneStrip", "ask", "button", "columns", "combo_box", "confirm", "date_edit", "divider", "dress_calendar",
    "dress_table", "dress_tree", "hatch_brush", "icon", "icon_button", "icon_names", "initials",
    "keycap_width", "label", "line_edit", "list_box", "list_item", "mark_wrong", "owners_width",
    "paint_avatar", "paint_bar",
    "paint_capsule", "paint_clock", "paint_critical_line", "paint_focus_ring", "paint_hatch", "paint_icon",
    "paint_keycap", "paint_mark", "paint_nobody", "paint_owners", "paint_pair", "paint_phase", "paint_pill",
    "paint_progress", "paint_relay_line", "paint_runs", "paint_segments", "paint_zone", "pair_width",
    "pill_width", "pixmap", "plain", "rows", "set_icon", "set_tooltip", "shortcut_text", "spin_box",
    "surface", "tell", "text_edit", "tooltip", "with_strong", "without_mnemonic",
]  # fmt: skip
