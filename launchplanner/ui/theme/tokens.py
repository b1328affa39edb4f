"""The colours and measures of the program, light and dark; nothing else in the interface names a colour.

Colours are "#RRGGBB" (or "#AARRGGBB" where they lie over something), so that the style sheet and the painters
read the same values. Text colours keep 4.5:1 on every surface they are used on, role colours 3:1 on both panels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from launchplanner.ui.theme.colour import with_alpha

Mode = Literal["light", "dark"]
Tone = Literal["neutral", "error", "warning", "good"]

STEP: Final = 4
ROW_HEIGHT: Final = 32
TOOLBAR_HEIGHT: Final = 52
STATUS_HEIGHT: Final = 26
BAR_RADIUS: Final = 4
BUTTON_RADIUS: Final = 7
FIELD_RADIUS: Final = 8
SMALLEST_TARGET: Final = 24
"""No place to click is lower or narrower than this."""

FAMILIES: Final = (
    "pm", "pmm", "engineering", "design", "sales", "support", "enablement", "quality", "legal", "sponsor",
)  # fmt: skip


@dataclass(frozen=True)
class FamilyColours:
    """The colours of one family of roles."""

    fill: str
    """Bars, capsules, lines."""
    tint: str
    """Bands and planned bars."""
    text: str
    """Small text, on panels and on the tint."""
    face: str
    """Under white initials; the same in light and dark, so that a person keeps their colour."""


@dataclass(frozen=True)
class ToneColours:
    """The colours of one kind of message."""

    text: str
    tint: str
    line: str
    """A border on the tint."""


@dataclass(frozen=True)
class Tokens:
    """All colours of one mode."""

    mode: Mode
    ground: str
    panel: str
    raised: str
    """Menus, tooltips and popups, which lie above panels."""
    ink: str
    on_ink: str
    """Text on a filled button."""
    ink_hover: str
    muted: str
    faint: str
    """What is switched off."""
    line: str
    edge: str
    """Borders that alone show where to click, such as a check box; 3:1."""
    grid: str
    selection: str
    text_selection: str
    hover: str
    pressed: str
    track: str
    """Under progress, switches and scroll bars."""
    knob: str
    """The chosen part of a switch."""
    on_face: str
    neutral: ToneColours
    error: ToneColours
    warning: ToneColours
    good: ToneColours
    hatch: str
    hatch_strong: str
    """Bands on a small strip, and on paper."""
    scrim: str
    shadow: str
    families: Mapping[str, FamilyColours]
    no_family: FamilyColours

    def family(self, name: str) -> FamilyColours:
        """Return the colours of a family of roles; grey for one that is not known."""
        return self.families.get(name, self.no_family)

    def tone(self, name: Tone) -> ToneColours:
        """Return the colours of a kind of message."""
        return {"error": self.error, "warning": self.warning, "good": self.good, "neutral": self.neutral}[name]

    @property
    def pm(self) -> FamilyColours:
        """Where the product manager leads."""
        return self.families["pm"]

    @property
    def pmm(self) -> FamilyColours:
        """Where the product marketing manager leads."""
        return self.families["pmm"]


def _families(rows: Mapping[str, tuple[str, str, str, str]]) -> Mapping[str, FamilyColours]:
    return MappingProxyType({name: FamilyColours(*row) for name, row in rows.items()})


LIGHT: Final = Tokens(
    mode="light",
    ground="#F7F8FA",
    panel="#FFFFFF",
    raised="#FFFFFF",
    ink="#1B2230",
    on_ink="#FFFFFF",
    ink_hover="#323B4D",
    muted="#626C81",
    faint="#8F98A8",
    line="#E4E7EC",
    edge="#8791A3",
    grid="#EEF0F4",
    selection="#EAF1FE",
    text_selection="#C9DBFB",
    hover="#F2F4F7",
    pressed="#E8EBF0",
    track="#EEF0F4",
    knob="#FFFFFF",
    on_face="#FFFFFF",
    neutral=ToneColours(text="#4A5468", tint="#EEF0F4", line="#D9DEE6"),
    error=ToneColours(text="#C8321F", tint="#FDECEA", line="#F0A99F"),
    warning=ToneColours(text="#A15C00", tint="#FFF4E0", line="#EBC48A"),
    good=ToneColours(text="#1C7C4A", tint="#E6F5EC", line="#A3D5B8"),
    hatch=with_alpha("#1B2230", 0.065),
    hatch_strong=with_alpha("#1B2230", 0.2),
    scrim=with_alpha("#1B2230", 0.40),
    shadow=with_alpha("#1B2230", 0.16),
    families=_families(
        {
            "pm": ("#2F6FDE", "#E9F0FD", "#1F55B5", "#2F6FDE"),
            "pmm": ("#D9622B", "#FDEEE6", "#A9441A", "#C15523"),
            "engineering": ("#6C5CD6", "#EFEDFA", "#5A49CB", "#6C5CD6"),
            "design": ("#0E8A7D", "#E4F2F1", "#0C7065", "#0D8478"),
            "sales": ("#B4418E", "#F7EAF3", "#A2387F", "#B4418E"),
            "support": ("#8A6D1B", "#F2EFE6", "#785F17", "#8A6D1B"),
            "enablement": ("#4C7A34", "#EBF0E9", "#446E2F", "#4C7A34"),
            "quality": ("#5A6B85", "#EDEFF2", "#53627B", "#5A6B85"),
            "legal": ("#1F7A99", "#E6F0F4", "#1B6B86", "#1F7A99"),
            "sponsor": ("#B05A5A", "#F6EDED", "#9C4A4A", "#B05A5A"),
        }
    ),
    no_family=FamilyColours("#667085", "#EEEFF2", "#5A6377", "#667085"),
)

DARK: Final = Tokens(
    mode="dark",
    ground="#14171E",
    panel="#1B1F28",
    raised="#222732",
    ink="#E8EBF1",
    on_ink="#14171E",
    ink_hover="#FFFFFF",
    muted="#98A1B3",
    faint="#697386",
    line="#2C3240",
    edge="#6B7588",
    grid="#232834",
    selection="#22304D",
    text_selection="#35507F",
    hover="#242A36",
    pressed="#2C3341",
    track="#252B38",
    knob="#10131A",
    on_face="#FFFFFF",
    neutral=ToneColours(text="#B7BFCE", tint="#2A303D", line="#3A4252"),
    error=ToneColours(text="#FF8373", tint="#3B2020", line="#7C4038"),
    warning=ToneColours(text="#F2B35C", tint="#3A2D18", line="#775A2C"),
    good=ToneColours(text="#6FCF9A", tint="#1B3427", line="#37684D"),
    hatch=with_alpha("#E8EBF1", 0.075),
    hatch_strong=with_alpha("#E8EBF1", 0.22),
    scrim=with_alpha("#05070B", 0.60),
    shadow=with_alpha("#000000", 0.50),
    families=_families(
        {
            "pm": ("#6E9DF2", "#1F2B44", "#6E9DF2", "#2F6FDE"),
            "pmm": ("#F0915F", "#3A281F", "#F0915F", "#C15523"),
            "engineering": ("#7A6BE0", "#2B2B4B", "#A79DEA", "#6C5CD6"),
            "design": ("#12A193", "#183439", "#2CBDAE", "#0D8478"),
            "sales": ("#C2569E", "#3A263C", "#D98FC1", "#B4418E"),
            "support": ("#9C7C22", "#312F25", "#CBA335", "#8A6D1B"),
            "enablement": ("#5A8F3E", "#25312A", "#79B85A", "#4C7A34"),
            "quality": ("#6B7D99", "#282E3B", "#98A5BA", "#5A6B85"),
            "legal": ("#2589AB", "#1C313F", "#43B2D9", "#1F7A99"),
            "sponsor": ("#BD6B6B", "#392B32", "#D39C9C", "#B05A5A"),
        }
    ),
    no_family=FamilyColours("#7A8499", "#2A2F3B", "#9FA8B8", "#667085"),
)
