"""A cell cut into words, brackets and separators, and the words grouped into parts that each may name somebody."""

import re
from dataclasses import dataclass, field
from typing import Literal

from launchplanner.checks.owners.folding import fold
from launchplanner.checks.owners.lexicon import JOINING, Lexicon
from launchplanner.checks.owners.scripts import unglue
from launchplanner.checks.owners.word import BRACKET, GLUED, JOINT, Word, facts_of

Separator = Literal[
    "", "comma", "list", "line", "plus", "amp", "slash", "and", "and_short", "or", "or_short", "then", "limit",
    "arrow", "dash", "dot", "colon", "helper", "blank",
]  # fmt: skip

# Most words of most cells are plain: nothing but letters and digits, with a blank or a comma behind them.
_TOKEN = re.compile(
    r"""[^\S\n]*+(?:(?P<plain>[^\W_]++(?=[\s,;)]|$))
      |(?P<url>(?:https?://|www\.)[^\s<>()\[\]]+)
      |(?P<mail>[\w.+%'-]+@(?:[\w-]+(?:\.[\w-]+)*)?(?=$|[\s,;/|&+()<>\[\]:"'!?.]))
      |(?P<handle>@[\w](?:[\w.-]*[\w])?(?:/[\w.-]*\w)?)
      |(?P<channel>\#[^\W\d][\w-]*)
      |(?P<arrow>-+>|=+>|[–—]>|>>+|[→⇒➔➡⟶➜]\ufe0f?)
      |(?P<open>[(\[{<])
      |(?P<close>[)\]}>])
      |(?P<line>\n)
      |(?P<list>[;|、•])
      |(?P<comma>,)
      |(?P<more>\+\s?\d+)
      |(?P<date>\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?|\d+/\d+)(?![\w/])
      |(?P<glued>(?i:and/or|und/oder|y/o|e/o|e/ou|et/ou|en/of|och/eller|og/eller|i/lub|ve/veya|и/или|та/або|і/або|ו/או|w/o|w/|n/a|c/o|a/c))(?![^\W\d_]{3})
      |(?P<slash>[/\\])
      |(?P<plus>\+)
      |(?P<amp>&)
      |(?P<dot>[・·‧●∙])
      |(?P<doubt>[?¿]+)
      |(?P<colon>:)
      |(?P<dash>(?<!\S)[-–—―]+(?!\S)|[–—―]+|--+)
      |(?P<word>[^\s,;|/\\+&()\[\]{}<>\n、・·‧•●∙→⇒➔➡⟶➜?¿:–—―@]+(?:[&+:](?=[^\s,;|/\\+&()\[\]{}<>?¿:@])[^\s,;|/\\+&()\[\]{}<>\n、・·?¿:–—―@]+)*)
      |(?P<other>\S))""",
    re.VERBOSE,
)
_CLOSES = {")": "(", "]": "[", "}": "{", ">": "<"}
_ABBREVIATED = 2  # letters on each side of an "&" inside an abbreviation such as "R&D"
_GLUED = re.compile(r"[&+:]")


@dataclass(slots=True)
class Part:
    """Words between two separators, with the brackets that stand behind them.

    Attributes:
        before: the separator that joins the part to the one before it; "" for the first.
        label: the words before a colon, if this part stands behind one.
        more: "+1" stands behind it.
        link: the words of the separator, if it is made of words.
        joined: what the part is, if it was put together again from several.
    """

    before: Separator = ""
    words: list[Word] = field(default_factory=list[Word])
    brackets: tuple[str, ...] = ()
    label: "Part | None" = None
    doubt: bool = False
    more: bool = False
    link: str = ""
    joined: Literal["", "role", "team"] = ""

    @property
    def text(self) -> str:
        """The words as typed."""
        return " ".join(word.raw for word in self.words)

    @property
    def keys(self) -> list[str]:
        """The keys of the words."""
        return [word.key for word in self.words]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said here."""
        return not self.words and not self.brackets and not self.more


@dataclass(slots=True)
class Cell:
    """The parts of a cell, and the square, curly or angle brackets that make it a hole of a template."""

    parts: list[Part]
    hole: bool = False


def cut(text: str, lexicon: Lexicon) -> Cell:
    """Return the text's parts, empty ones left out."""
    cutter = _Cutter(text, lexicon)
    while match := _TOKEN.match(text, cutter.place):
        cutter.take(match)
    return cutter.cell()


class _Cutter:
    """The parts so far, and where in the text the next token is looked for."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.place = 0
        self._text = text
        self._lexicon = lexicon
        self._parts: list[Part] = [Part("", [])]
        self._closing = _closing(text)
        self._has_words = self._has_holes = False

    def take(self, match: re.Match[str]) -> None:
        """Add one token."""
        kind, self.place = match.lastgroup, match.end()
        if kind == "plain":
            self._has_words = True
            word = self._lexicon.word(match[1])
            if word.key:
                self._parts[-1].words.append(word)
        elif kind in _SEPARATORS:
            self._parts.append(Part(_SEPARATORS[kind], []))
        elif kind is not None:
            self._take_other(kind, match[kind], match.start(kind))

    def _take_other(self, kind: str, raw: str, start: int) -> None:
        if kind == "word":
            self._has_words = True
            _add_word(self._parts, raw, self._lexicon)
        elif kind in _WORDS:
            self._has_words = True
            self._parts[-1].words.append(self._lexicon.new_word(raw, fold(raw), kind))
        elif kind == "open" and start in self._closing:
            self._take_bracket(raw, start)
        elif kind == "close":
            self._take_stray(raw, start)
        elif kind == "glued":
            _add_glued(self._parts, raw, self._lexicon)
        else:
            self._take_mark(kind, self._parts[-1])

    def cell(self) -> Cell:
        """Return what was found."""
        parts = [p for p in self._parts if p.words or p.brackets or p.more or p.label or p.doubt]
        return Cell(parts, hole=self._has_holes and not self._has_words)

    def _take_mark(self, kind: str, last: Part) -> None:
        if kind == "more":
            last.more = True
        elif kind == "doubt":
            last.doubt = True
        elif kind == "colon":
            _add_colon(self._parts)

    def _take_bracket(self, raw: str, start: int) -> None:
        end = self._closing[start]
        inside = self._text[start + 1 : end]
        if raw == "<" and "@" in inside:
            self._has_words = True
        self._has_holes = self._has_holes or raw in "[{<"
        self.place = end + 1
        _add_bracket(self._parts, raw, inside, self._lexicon)

    def _take_stray(self, raw: str, start: int) -> None:
        """Read ">" between blanks as an arrow."""
        if raw == ">" and self._text[start - 1 : start] in {"", " "}:
            self._parts.append(Part("arrow"))


_WORDS = frozenset({"handle", "mail", "url", "channel", "date"})
_SEPARATORS: dict[str, Separator] = {
    "line": "line",
    "list": "list",
    "comma": "comma",
    "arrow": "arrow",
    "slash": "slash",
    "plus": "plus",
    "amp": "amp",
    "dot": "dot",
    "dash": "dash",
}


def _closing(text: str) -> dict[int, int]:
    """Return where each bracket that has a partner closes."""
    found: dict[int, int] = {}
    if not ("(" in text or "[" in text or "{" in text or "<" in text):
        return found
    waiting: list[int] = []
    for place, c in enumerate(text):
        if c in "([{<":
            waiting.append(place)
        elif c in _CLOSES and waiting and text[waiting[-1]] == _CLOSES[c]:
            found[waiting.pop()] = place
    return found


def _add_bracket(parts: list[Part], raw: str, inside: str, lexicon: Lexicon) -> None:
    inside = inside.strip()
    if raw == "<" and "@" in inside and " " not in inside:
        if parts[-1].words:
            parts[-1].words.append(_bracket(inside))
        else:
            kind = "mail" if "@" in inside[1:] else "handle"
            parts[-1].words.append(lexicon.new_word(inside, fold(inside), kind))
    elif inside:
        parts[-1].words.append(_bracket(inside))


def _bracket(inside: str) -> Word:
    return Word(inside, "(", "bracket", BRACKET)


def _add_word(parts: list[Part], raw: str, lexicon: Lexicon) -> None:
    """Add a word, cut where "&", "+" or ":" glues two that are each known or long."""
    glue = _GLUED.search(raw)
    if glue is None or not _is_glued(raw, lexicon):
        word = lexicon.word(raw)
        if word.key:
            parts[-1].words.append(word)
        return
    first, sign, rest = raw[: glue.start()], glue[0], raw[glue.end() :]
    parts[-1].words.append(lexicon.word(first))
    if sign == ":":
        _add_colon(parts)
    else:
        parts.append(Part("amp" if sign == "&" else "plus"))
    _add_word(parts, rest, lexicon)


def _is_glued(raw: str, lexicon: Lexicon) -> bool:
    if fold(raw) in lexicon["functions.word"] or fold(raw) in lexicon["organisations.known"]:
        return False
    pieces = _GLUED.split(raw, maxsplit=1)
    if ":" in raw and raw[len(pieces[0])] == ":":
        key = fold(pieces[0])
        return any(key in lexicon[name] for name in ("joining.owner", "roles.abbreviation", "roles.head"))
    return all(_is_party_word(piece, lexicon) or len(piece) > _ABBREVIATED for piece in pieces)


def _is_party_word(word: str, lexicon: Lexicon) -> bool:
    key = fold(word)
    return key in lexicon.given or key in lexicon["roles.abbreviation"]


def _add_glued(parts: list[Part], raw: str, lexicon: Lexicon) -> None:
    key = raw.casefold()
    if key == "w/":
        parts[-1].words.append(lexicon.word(raw))
    elif key in lexicon["joining.or"]:
        parts.append(Part("or"))
    else:
        parts[-1].words.append(lexicon.word(raw))


def _add_colon(parts: list[Part]) -> None:
    if not parts[-1].words:
        return
    label = parts.pop()
    parts.append(Part(label.before, label=label))


def join_words(parts: list[Part], lexicon: Lexicon) -> list[Part]:
    """Return the parts cut once more, at words that join two names: and, or, then, with."""
    found: list[Part] = []
    for part in parts:
        facts = facts_of(part.words)
        cut_again = _cut_part(part, lexicon) if facts & (JOINT | GLUED) else [part]
        if facts & BRACKET:
            for piece in cut_again:
                _set_brackets_apart(piece)
        if part.label is not None:
            _set_brackets_apart(part.label)
        found += cut_again
    return found


def _set_brackets_apart(part: Part) -> None:
    part.brackets = tuple([word.raw for word in part.words if word.type == "bracket"])
    if part.brackets:
        part.words = [word for word in part.words if word.type != "bracket"]


_SEPARATOR_OF: dict[str, Separator] = {
    "joining.and": "and",
    "joining.or": "or",
    "joining.then": "then",
    "joining.limit": "limit",
    "joining.helper_link": "helper",
    "joining.and_short": "and_short",
    "joining.or_short": "or_short",
}


def _cut_part(part: Part, lexicon: Lexicon) -> list[Part]:
    words = _unglued(part.words, lexicon)
    keys = [word.key for word in words]
    if lexicon.joining_firsts.isdisjoint(keys) and words is part.words:
        return [part]
    here = Part(part.before, label=part.label)
    found = [here]
    start = place = 0
    while place < len(keys):
        joint = _joint_at(words, keys, place, lexicon)
        # "And" at the start of a cell joins nothing; "with Bo" after a comma names a helper.
        if joint is None or (place == 0 and part.before == ""):
            place += 1 if joint is None else joint[1]
            continue
        here.words = words[start:place]
        place += joint[1]
        here = Part(joint[0], link=" ".join(word.raw for word in words[place - joint[1] : place]))
        found.append(here)
        start = place
    here.words = words[start:]
    here.doubt, here.more = part.doubt, part.more
    if len(found) > 1 and found[0].is_empty and found[0].label is None:
        del found[0]
    return [p for p in found if not p.is_empty or p.label or p.doubt]


def _joint_at(words: list[Word], keys: list[str], place: int, lexicon: Lexicon) -> tuple[Separator, int] | None:
    best: tuple[Separator, int] | None = None
    word = words[place]
    if word.type == "joint":
        return "and", 1
    if word.type != "word":
        return None
    if word.key not in lexicon.joining_firsts:
        return None
    for name in JOINING:
        length = lexicon[name].at(keys, place)
        if length and (best is None or length > best[1]):
            best = _SEPARATOR_OF[name], length
    if best is None or best[1] > 1 or not word.raw[0].isupper():
        return best
    # "Dan", "Till" and "Ed" with a capital are names, "AND" between capitals is not.
    shouted = word.raw.isupper() and len(word.raw) > 1 and all(w.raw.upper() == w.raw for w in words)
    return best if shouted else None


def _unglued(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words with those cut that hold two names and an "and" without blanks between them."""
    if all(word.key.isascii() for word in words):
        return words
    found: list[Word] = []
    for word in words:
        pair = None if word.type != "word" or word.key.isascii() else unglue(word.raw, lexicon)
        if pair is None:
            found.append(word)
        else:
            left, sign, right = pair
            found += [lexicon.word(left), Word(sign, sign, "joint"), lexicon.word(right)]
    return found
