"""Names in scripts that have no capitals, and often no blanks: Chinese, Japanese, Korean, Arabic, Hebrew."""

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.lexicon import Lexicon

_AND = ("ו", "و")
_LONGEST = 6  # characters of a name
_KOREAN = 3  # syllables of nearly every Korean name
_NO_NAME_ENDS_SO = frozenset("팀부실과반회처단사업측들자트브터국")
_KOREAN_AND = ("와", "과", "하고", "랑", "이랑")


def is_han(text: str) -> bool:
    """Tell whether the text is written in Chinese characters only."""
    return bool(text) and all("\u4e00" <= c <= "\u9fff" or c in "々〇" for c in text)


def is_kana(text: str) -> bool:
    """Tell whether the text is written in kana only."""
    return bool(text) and all("\u3040" <= c <= "\u30ff" for c in text)


def is_hangul(text: str) -> bool:
    """Tell whether the text is written in Korean syllables only."""
    return bool(text) and all("\uac00" <= c <= "\ud7a3" for c in text)


def has_no_capitals(text: str) -> bool:
    """Tell whether the text's letters have no capitals, so that shape says nothing about names."""
    return not text.isascii() and any(c.isalpha() and c.lower() == c.upper() for c in text)


def is_asian_name(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a word in Chinese, Japanese or Korean characters is a personal name by its family name."""
    stem = _without_title(text, lexicon)
    if fold(stem) in lexicon.given:
        return True
    if stem != text and len(stem) <= _LONGEST:  # "鈴木さん": the title is proof enough
        return not _is_listed(stem, lexicon)
    return _is_korean_name(stem, lexicon) if is_hangul(stem) else _is_han_name(stem, lexicon)


def _is_korean_name(text: str, lexicon: Lexicon) -> bool:
    if any(fold(text) in lexicon[name] for name in _NOT_NAMES):
        return False
    return len(text) == _KOREAN and text[0] in lexicon.hangul_family and text[-1] not in _NO_NAME_ENDS_SO


def _is_han_name(text: str, lexicon: Lexicon) -> bool:
    if not is_han(text) or _is_listed(text, lexicon) or any(word in text for word in lexicon.not_names_han):
        return False
    if text in lexicon.kanji_family:
        return True
    # Japanese family names of one character begin too many other words.
    families = [name for name in lexicon.kanji_family if len(name) > 1] + list(lexicon.han_family)
    return any(text.startswith(name) and len(text) - len(name) in {1, 2} for name in families)


def _without_title(text: str, lexicon: Lexicon) -> str:
    for title in lexicon.after_name:
        if text.endswith(title) and len(text) > len(title):
            return text[: -len(title)]
    return text


def _is_listed(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a list knows the word as something else than a name."""
    key = fold(text)
    return any(key in lexicon[name] for name in _NOT_NAMES) or (
        len(text) >= _KOREAN and (lexicon.role_endings.match(key) or lexicon.team_endings.match(key))
    )


_NOT_NAMES = (
    "functions.word",
    "teams.head",
    "roles.head",
    "roles.plural",
    "organisations.head",
    "everyone.whole",
    "nobody.blank",
    "nobody.states",
    "machines.whole",
    "places.place",
    "plain_words.word",
    "plain_words.han",
    "plain_words.hangul",
    "joining.owner",
    "joining.shared",
    "joining.choice",
)


def unglue(word: str, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """Return what stands before, at and after an "and" inside a word, if what it joins is known on both sides."""
    for place, c in enumerate(word[:40]):
        if c in lexicon.han_and and 0 < place < len(word) - 1:
            left, right = word[:place], word[place + 1 :]
            if _is_party(left, lexicon) and _is_party(right, lexicon):
                return left, c, right
    return None


def _is_party(text: str, lexicon: Lexicon) -> bool:
    key = fold(text)
    return (
        is_asian_name(text, lexicon)
        or any(key in lexicon[name] for name in ("functions.word", "teams.head", "roles.head", "roles.abbreviation"))
        or lexicon.role_endings.match(key)
        or lexicon.team_endings.match(key)
    )


def attached_and(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether an "and" is attached to one of the words, so that the words name two people.

    In Arabic and Hebrew it stands before the second name, in Korean behind the first. Many names begin or end with
    the same letter, so both names must be known.
    """
    for place, word in enumerate(words):
        if is_hangul(word) and place + 1 < len(words):
            stem = next((word[: -len(end)] for end in _KOREAN_AND if word.endswith(end)), "")
            if stem and is_asian_name(stem, lexicon) and is_asian_name(words[place + 1], lexicon):
                return True
        key = fold(word)
        if place and word[:1] in _AND and key not in lexicon.given and key not in lexicon.family:
            rest = fold(word[1:])
            if rest in lexicon.given or rest in lexicon["functions.word"]:
                return True
    return False
