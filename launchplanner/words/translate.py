"""Translation by gettext catalogues in `resources/locale`; English stands in the code itself."""

import gettext as _gettext
from collections.abc import Sequence

from launchplanner.words.resources import resource_folder

_DOMAIN = "launchplanner"
_translations: list[_gettext.NullTranslations] = [_gettext.NullTranslations()]


def speak(languages: Sequence[str]) -> None:
    """Use the first of `languages` (such as "de") that has a catalogue; English when none has."""
    _translations[0] = _gettext.translation(
        _DOMAIN, localedir=resource_folder() / "locale", languages=list(languages), fallback=True
    )


def gettext(message: str) -> str:
    """Return `message` in the language in use."""
    return _translations[0].gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits `count`, not yet formatted."""
    return _translations[0].ngettext(singular, plural, count)
