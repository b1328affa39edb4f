"""The style sheet for Qt's own widgets, made from the tokens.

The parts in `ui.kit` paint themselves; this is for the rest: fields, lists, tables, menus, scroll bars, dialogs.
No font weights here: Inter takes its weight from an axis, which a style sheet cannot set.

Dynamic properties that the sheet reads, on Qt's own widgets:
    surface: "panel", "ground", "card", "bar" (line below), "footer" (line above) on a QFrame or QWidget
    tone:    a tone or a role family on a QLabel
    kind:    "filled", "quiet", "danger" on a QPushButton
    wrong:   true on a field whose content cannot be taken
"""

from string import Template
from typing import Final

from launchplanner.ui.theme.tokens import (
    BUTTON_RADIUS,
    FAMILIES,
    FIELD_RADIUS,
    ROW_HEIGHT,
    STATUS_HEIGHT,
    Tokens,
)
from launchplanner.words.resources import resource_folder

_SURFACES: Final = """
QAbstractScrollArea { border: 0; }
QMainWindow, QDialog { background: $ground; }
QDialog { background: $panel; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 5px 8px; }
QWidget[surface="panel"] { background: $panel; }
QWidget[surface="ground"] { background: $ground; }
QWidget[surface="bar"] { background: $panel; border: 0; border-bottom: 1px solid $line; }
QWidget[surface="footer"] { background: $panel; border: 0; border-top: 1px solid $line; }
QWidget[surface="status"] { background: $ground; border: 0; border-top: 1px solid $line; }
QFrame[surface="card"] { background: $panel; border: 1px solid $line; border-radius: ${field_radius}px; }
QFrame[surface="inset"] { background: $ground; border: 1px solid $line; border-radius: ${field_radius}px; }
QFrame[surface="popup"] { background: $raised; border: 1px solid $line; border-radius: ${field_radius}px; }
QFrame[divider="h"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[divider="v"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }
QScrollArea[surface="panel"] > QWidget > QWidget { background: $panel; }
QStatusBar { background: $ground; color: $muted; border-top: 1px solid $line; min-height: ${status_height}px; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QGroupBox { border: 0; margin-top: 22px; padding: 0; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
QLabel[tone="ink"] { color: $ink; }
QLabel[tone="muted"] { color: $muted; }
QLabel:disabled { color: $faint; }
"""

# The dot means Qt's own class only: `kit.Button` paints itself, and a height given here would bind it too.
_BUTTONS: Final = """
.QPushButton, .QToolButton {
    background: $panel; color: $ink; border: 1px solid $line; border-radius: ${button_radius}px;
    padding: 5px 13px; min-height: 18px;
}
.QToolButton { padding: 5px; min-width: 18px; }
.QPushButton:hover, .QToolButton:hover { background: $hover; }
.QPushButton:pressed, .QToolButton:pressed { background: $pressed; }
.QPushButton:focus, .QToolButton:focus { border: 2px solid $ink; padding: 4px 12px; }
.QToolButton:focus { padding: 4px; }
.QPushButton:disabled, .QToolButton:disabled { color: $faint; background: $panel; }
.QPushButton[kind="filled"], QDialogButtonBox QPushButton:default {
    background: $ink; color: $on_ink; border-color: $ink;
}
.QPushButton[kind="filled"]:hover, QDialogButtonBox QPushButton:default:hover { background: $ink_hover; }
.QPushButton[kind="filled"]:focus, QDialogButtonBox QPushButton:default:focus { border-color: $edge; }
.QPushButton[kind="filled"]:disabled { background: $track; color: $faint; border-color: $line; }
.QPushButton[kind="quiet"], .QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
.QPushButton[kind="quiet"]:focus, .QToolButton[kind="quiet"]:focus { border-color: $ink; }
.QPushButton[kind="quiet"]:hover, .QToolButton[kind="quiet"]:hover { background: $hover; }
.QPushButton[kind="danger"] { color: $error; }
.QPushButton[kind="danger"]:hover { background: $error_tint; border-color: $error_line; }
.QToolButton::menu-indicator, .QPushButton::menu-indicator { image: none; }
"""

_FIELDS: Final = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $panel; color: $ink; border: 1px solid $line; border-radius: ${field_radius}px;
    selection-background-color: $text_selection; selection-color: $ink;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: 5px 10px; min-height: 18px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $edge; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $ink; padding: 4px 9px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $ink; padding: 4px 6px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $ground; }
QTextBrowser, QTextBrowser:read-only {
    background: $panel; border: 2px solid transparent; border-radius: 0; padding: 0;
}
QTextBrowser:focus { border-color: $ink; padding: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $ground; color: $faint;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: $error; }
QAbstractItemView QLineEdit { border: 2px solid $ink; border-radius: 3px; padding: 0 6px; min-height: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; padding: 0; background: transparent; }
QComboBox { padding-right: 26px; }
QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 24px; border: 0; }
QComboBox::down-arrow { image: url("$styled/chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $raised; color: $ink; border: 1px solid $line; outline: 0; padding: 4px;
    selection-background-color: $selection; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border: 0; border-radius: 5px; }
QComboBox QAbstractItemView::item:focus { border: 0; padding: 0 6px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 22px; border: 0; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$styled/chevron-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$styled/chevron-down.svg"); width: 12px; height: 12px; }
QDateTimeEdit::drop-down { width: 24px; border: 0; subcontrol-origin: padding; subcontrol-position: center right; }
QDateTimeEdit::down-arrow { image: url("$styled/chevron-down.svg"); width: 14px; height: 14px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; border: 2px solid transparent; border-radius: 5px; }
QCheckBox:focus, QRadioButton:focus { border-color: $ink; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; border-radius: 4px; background: $panel;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $ink; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $ink; border-color: $ink; image: url("$styled/check.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $ink; border-color: $ink; image: url("$styled/dash.svg");
}
QRadioButton::indicator:checked { background: $ink; border-color: $ink; image: url("$styled/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $ground; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: $faint; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: $ink; }
QProgressBar { background: $track; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $ink; border-radius: 3px; }
"""

_LISTS: Final = """
QAbstractItemView {
    background: $panel; color: $ink; alternate-background-color: $ground; border: 0; outline: 0; gridline-color: $grid;
    selection-background-color: $selection; selection-color: $ink;
}
QTableView::item, QTreeView::item, QListView::item { padding: 0 10px; border: 0; min-height: ${row_height}px; }
QListView[boxed="true"] { border: 1px solid $line; border-radius: ${field_radius}px; padding: 4px; }
QTableView::item { border-bottom: 1px solid $grid; min-height: 0; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $selection; color: $ink; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 2px solid $ink; padding: 0 8px; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $selection; }
QTreeView::branch:has-children:closed { image: url("$styled/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$styled/chevron-down.svg"); }
QHeaderView { background: $panel; border: 0; }
QHeaderView::section {
    background: $panel; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 0 12px; min-height: 28px;
    font-size: 11px;
}
QHeaderView::section:hover { color: $ink; }
QTableCornerButton::section { background: $panel; border: 0; border-bottom: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { color: $muted; padding: 6px 12px; border: 2px solid transparent; border-radius: ${button_radius}px; }
QTabBar::tab:selected { color: $ink; background: $track; }
QTabBar::tab:focus { border-color: $ink; }
QTabWidget::pane { border: 0; }
QCalendarWidget QWidget { background: $raised; alternate-background-color: $raised; }
QCalendarWidget QToolButton, QCalendarWidget .QToolButton {
    border: 0; background: transparent; color: $ink; padding: 4px 8px; border-radius: 5px;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QAbstractItemView::item { padding: 0; min-height: 0; border: 0; }
QCalendarWidget QAbstractItemView { selection-background-color: $ink; selection-color: $on_ink; }
"""

_BARS: Final = """
QMenuBar { background: $panel; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $pressed; }
QMenu { background: $raised; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 5px; min-height: 18px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url("$styled/check-ink.svg"); }
QMenu::right-arrow { image: url("$styled/chevron-right.svg"); width: 14px; height: 14px; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; border: 0; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""

_TONES: Final = ("error", "warning", "good")


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of one mode for the whole program."""
    body = Template(_SURFACES + _BUTTONS + _FIELDS + _LISTS + _BARS).substitute(_values(tokens))
    return body + "\n".join(_label_tones(tokens))


def _values(tokens: Tokens) -> dict[str, str | int]:
    plain = ("ground", "panel", "raised", "ink", "on_ink", "ink_hover", "muted", "faint", "line", "edge", "grid",
             "selection", "text_selection", "hover", "pressed", "track")  # fmt: skip
    values: dict[str, str | int] = {name: getattr(tokens, name) for name in plain}
    return values | {
        "error": tokens.error.text,
        "error_tint": tokens.error.tint,
        "error_line": tokens.error.line,
        "scroll": tokens.neutral.line,
        "button_radius": BUTTON_RADIUS,
        "field_radius": FIELD_RADIUS,
        "row_height": ROW_HEIGHT,
        "status_height": STATUS_HEIGHT,
        # Style sheets read pictures from files only, so these few are drawn once for each mode.
        "styled": (resource_folder() / "icons" / "styled" / tokens.mode).as_posix(),
    }


def _label_tones(tokens: Tokens) -> list[str]:
    tones = {name: tokens.tone(name).text for name in _TONES}
    families = {name: tokens.family(name).text for name in FAMILIES}
    return [f'QLabel[tone="{name}"] {{ color: {colour}; }}' for name, colour in (tones | families).items()]
