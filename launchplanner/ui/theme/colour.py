"""Arithmetic of colours written as "#RRGGBB": contrast as WCAG 2 defines it, and mixing."""

from typing import Final

_LINEAR_BELOW: Final = 0.04045


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#RRGGBB", each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (alike) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return `one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def with_alpha(colour: str, opacity: float) -> str:
    """Return the colour as "#AARRGGBB", the order that Qt reads."""
    return f"#{round(opacity * 255):02X}{colour[1:]}"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
