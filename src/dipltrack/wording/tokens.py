"""Text -> tokens: the words of a language become the kinds of words that time is told with."""

import re
from collections.abc import Iterable
from enum import IntEnum, auto
from functools import cached_property
from typing import Any, NamedTuple


class Kind(IntEnum):
    """The kinds of words, whatever the language."""

    FINISH = auto()  # there is no further word
    WORD = auto()  # a word that says nothing of time
    NUMBER = auto()
    ORDINAL = auto()
    SHORT_YEAR = auto()  # '19
    DECADE = auto()  # 2020s
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    UNIT = auto()  # year
    UNITS = auto()  # years
    FRACTION = auto()  # Q1, H2
    HALF = auto()
    WEEK_CODE = auto()  # W03
    FISCAL = auto()
    PARTY = auto()  # Japanese, before a fiscal year
    ERA = auto()
    EARLY = auto()  # early, which is also an adjective of urgency
    PORTION = auto()  # late, the end of
    PORTION_UNIT = auto()  # year-end
    NEW_YEAR = auto()  # a day by itself, a year after "in" or "early"
    NEXT = auto()
    THIS = auto()
    LAST = auto()
    LATTER = auto()
    AHEAD = auto()  # the year after next
    AFTER_NEXT = auto()  # or the year after
    DAYWORD = auto()  # tomorrow
    NOW = auto()
    FEAST = auto()
    THE = auto()
    A = auto()
    SOME = auto()  # a few
    IN = auto()
    ON = auto()
    AT = auto()
    BY = auto()
    THROUGH = auto()  # by, or from one time to another
    BEFORE = auto()
    AFTER = auto()
    FROM = auto()
    TO = auto()
    WITHIN = auto()
    FOR = auto()
    OVER = auto()
    OF = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    SINCE = auto()
    AROUND = auto()
    AS_EARLY_AS = auto()
    AT_LATEST = auto()
    AT_EARLIEST = auto()
    NOT_BEFORE = auto()
    ONWARD = auto()
    OR_SOONER = auto()
    BEGIN = auto()
    ENDING = auto()
    LATER = auto()
    EARLIER = auto()
    REST = auto()
    HENCE = auto()  # from now, after an amount
    TIME = auto()  # in two weeks' time
    TO_COME = auto()  # in the weeks ahead
    AGO = auto()
    OUT = auto()  # before the year is out
    LENGTH = auto()  # a period of, at most
    FULL = auto()  # calendar, consecutive
    PERIOD = auto()  # the period, the months, before a named time
    EVERY = auto()
    OTHER = auto()  # every other year
    TIMES = auto()  # once, twice
    TIMES_WORD = auto()  # three times
    PER = auto()
    REPEAT = auto()  # annually, annual
    OPEN = auto()
    FITTING = auto()  # convenient, earliest possible
    MOMENT = auto()  # date, opportunity
    TO_BE_SET = auto()  # to be agreed
    WHEN = auto()
    OCCASION = auto()  # on the margins of
    EVENT = auto()  # summit
    BODY = auto()  # committee: an event only where it is the next one
    CLOCK = auto()
    SIDE = auto()  # southern, before a season
    BOUND = auto()  # at least, beside a time
    CHANGE = auto()  # changes the sense: refuses the phrase
    PAST_WORD = auto()  # signed: what follows may lie in the past
    TO_BE = auto()  # to be signed: what follows lies ahead
    COMMA = auto()
    DASH = auto()
    SLASH = auto()
    DOT = auto()
    OPENING = auto()
    CLOSING = auto()
    MARK = auto()


class Token(NamedTuple):
    """A word, or a set phrase of several, with its place in the text."""

    kind: Kind
    value: Any  # what it stands for: a number, a unit, a portion; the kind says which
    text: str
    start: int
    end: int


class Mistyped(NamedTuple):
    """What an unknown word stands for that is a word of time mistyped."""

    meant: str


class Entry(NamedTuple):
    """What a word of the lexicon is."""

    kind: Kind
    value: Any


_MARKS = {
    "&": Kind.AND,
    ",": Kind.COMMA,
    ";": Kind.COMMA,
    "-": Kind.DASH,
    "/": Kind.SLASH,
    ".": Kind.DOT,
    "(": Kind.OPENING,
    "[": Kind.OPENING,
    ")": Kind.CLOSING,
    "]": Kind.CLOSING,
}
_TOKEN = re.compile(
    r"(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:hours|hrs)\b)?"
    r"|\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?|(?<=\bat )\d{1,2}\.\d\d(?![\d.]))"
    r"|(?P<ORDINAL>\d{1,4})(?:st|nd|rd|th)\b"
    r"|(?P<DECADE>\d{3}0)'?s\b"
    r"|'(?P<SHORT_YEAR>\d\d)\b"
    r"|(?P<FRACTION>[12]h|[1-4]q)\b"
    r"|(?P<AMOUNT>\d{1,3}(?:,\d{3})+)(?!\d)"
    r"|(?P<NUMBER>\d+)"
    r"|(?P<CODE>j?fy|cy)(?=\d)"
    r"|(?P<WORD>[^\W\d_](?:[^\W_]|\.(?=[^\W\d_]\.))*(?:'s\b|'(?!\w))?)"
    r"|(?P<MARK>\S)"
)
_MISTYPED = frozenset(
    {
        *(Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.UNIT, Kind.UNITS, Kind.HALF, Kind.EARLY),
        *(Kind.PORTION, Kind.PORTION_UNIT, Kind.NEXT, Kind.LATTER, Kind.LATER, Kind.BEFORE),
        *(Kind.WITHIN, Kind.ORDINAL),
    }
)
"""Words that change the time: one mistyped is no word that may be passed over."""

_WORDLIKE = frozenset({"WORD", "CODE", "FRACTION"})
_LONGEST_NUMBER = 9  # more digits than this are no number of anything that is counted here


class Lexicon:
    """The words and set phrases of a language, found by the longest that fits."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], soft: Iterable[str] = ()) -> None:
        """Build the tree of words; `soft` ones are words of time only beside others."""
        self.soft = frozenset(soft)
        self.words: list[str] = []
        self._telling: set[str] = set()
        self._root: dict[str, Any] = {}
        for phrase, entry in entries:
            self.words.append(phrase)
            node = self._root
            for word in phrase.split():
                node = node.setdefault(word, {})
            node[""] = entry
            if entry.kind in _MISTYPED and " " not in phrase:
                self._telling.add(phrase)

    @cached_property
    def _slips(self) -> dict[str, str]:
        from dipltrack.wording.slips import slips_of

        return slips_of(self._telling)

    def mistyped(self, word: str) -> Mistyped | None:
        """The word of time that was meant, where a word that is not known is one mistyped."""
        meant = self._slips.get(word)
        return None if meant is None else Mistyped(meant)

    def numbered(self, word: str) -> Entry | None:
        """What a word with a number at its end is: COP26 is an event as COP is."""
        node = self._root.get(word.rstrip("0123456789"), {})
        entry: Entry | None = node.get("")
        return entry if entry is not None and entry.kind is Kind.EVENT else None

    def longest(self, raw: list[Token], at: int) -> tuple[int, Entry | None]:
        """Where the longest phrase that begins there ends, and what it is.

        A hyphen between two words of a phrase counts as a space: "year-end" is "year end".
        """
        node: dict[str, Any] | None = self._root.get(raw[at].text)
        best: tuple[int, Entry | None] = (at + 1, None)
        end = at + 1
        while node is not None:
            if "" in node:
                best = (end, node[""])
            if end < len(raw) and raw[end].kind is Kind.DASH and len(node) > ("" in node):
                end += 1
            if end >= len(raw):
                break
            node = node.get(raw[end].text)
            end += 1
        return best


def tokens_of(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a plain text, the set phrases of the language as one token each."""
    raw = [_raw(found) for found in _TOKEN.finditer(text)]
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.kind is not Kind.WORD:
            if token.kind is not Kind.DOT or not _is_abbreviation(tokens, token):
                tokens.append(token)
            at += 1
            continue
        end, entry = lexicon.longest(raw, at)
        if entry is None and token.text[-1].isdigit():
            entry = lexicon.numbered(token.text)
        if entry is not None:
            last = raw[end - 1]
            shown = token.text if end == at + 1 else text[token.start : last.end]
            token = Token(entry.kind, entry.value, shown, token.start, last.end)
        else:
            token = token._replace(value=lexicon.mistyped(token.text))
        tokens.append(token)
        at = end
    return _hardened(tokens, lexicon.soft)


def _raw(found: re.Match[str]) -> Token:
    group, text = found.lastgroup or "", found[0]
    start, end = found.span()
    if group in _WORDLIKE:
        bare = text.removesuffix("'s").rstrip("'") if "'" in text else text
        return Token(Kind.WORD, None, bare, start, end)
    if group == "MARK":
        return Token(_MARKS.get(text, Kind.MARK), None, text, start, end)
    if group in {"CLOCK", "AMOUNT"}:
        return Token(Kind.CLOCK if group == "CLOCK" else Kind.WORD, None, text, start, end)
    digits = found[group]
    if len(digits) > _LONGEST_NUMBER:
        return Token(Kind.NUMBER, 10**_LONGEST_NUMBER, text, start, end)
    value = int(digits) + (2000 if group == "SHORT_YEAR" else 0)
    return Token(Kind[group], value, text, start, end)


def _is_abbreviation(tokens: list[Token], dot: Token) -> bool:
    """True for the full stop of "Sept." and "Fri.", which tells nothing."""
    before = tokens[-1] if tokens else None
    named = {Kind.MONTH, Kind.WEEKDAY, Kind.WORD, Kind.EVENT}
    return before is not None and before.kind in named and before.end == dot.start


_LEADS = frozenset(
    {
        Kind.IN,
        Kind.ON,
        Kind.BY,
        Kind.THROUGH,
        Kind.BEFORE,
        Kind.AFTER,
        Kind.FROM,
        Kind.BETWEEN,
        Kind.OF,
        Kind.EARLY,
        Kind.PORTION,
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.DASH,
        Kind.SLASH,
        Kind.NEXT,
        Kind.EVERY,
        Kind.THIS,
        Kind.BEGIN,
        Kind.AROUND,
        Kind.FOR,
        Kind.WITHIN,
        Kind.SINCE,
        Kind.THE,
        Kind.COMMA,
        Kind.WEEKDAY,
        Kind.AS_EARLY_AS,
        Kind.NOT_BEFORE,
        Kind.OVER,
        Kind.LATER,
        Kind.LAST,
        Kind.OPENING,
    }
)
_JOINS = frozenset({Kind.AND, Kind.OR, Kind.TO, Kind.THROUGH, Kind.DASH, Kind.SLASH})
_DATING = frozenset(
    {
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.SHORT_YEAR,
        Kind.THIS,
        Kind.NEXT,
        Kind.FISCAL,
        Kind.PARTY,
        Kind.ERA,
        Kind.AHEAD,
    }
)
_BEFORE_JOIN = frozenset(
    {
        Kind.FRACTION,
        Kind.LAST,
        Kind.MONTH,
        Kind.NUMBER,
        Kind.SEASON,
        Kind.PORTION,
        Kind.EARLY,
        Kind.UNIT,
        Kind.ORDINAL,
    }
)


def _hardened(tokens: list[Token], soft: frozenset[str]) -> list[Token]:
    """The tokens, where a word such as "may" is one of time only beside other words of time.

    "Following" is "next" behind an article, else "after".
    """
    for at, token in enumerate(tokens):
        kind, value, text, _, _ = token
        if kind is Kind.AFTER and value and at and tokens[at - 1].kind is Kind.THE:
            tokens[at] = token._replace(kind=Kind.NEXT)
        if text in soft and not _is_of_time(tokens, at):
            tokens[at] = token._replace(kind=Kind.WORD, value=None)
    return tokens


def _following(tokens: list[Token], at: int) -> Kind:
    """The kind of the next word but for what may stand before a year: "of", a comma, "the"."""
    passed = {Kind.OF, Kind.COMMA, Kind.THE}
    kinds = (token.kind for token in tokens[at + 1 : at + 4])
    return next((kind for kind in kinds if kind not in passed), Kind.FINISH)


def _joins_time(tokens: list[Token], at: int) -> bool:
    """True where a time follows there, with its article or without."""
    following = [token.kind for token in tokens[at : at + 2] if token.kind is not Kind.THE]
    return bool(following) and following[0] in _BEFORE_JOIN


def _is_of_time(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].kind if at else Kind.FINISH
    after = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.FINISH
    if _following(tokens, at) in _DATING:
        return True
    if after in _JOINS and _joins_time(tokens, at + 2):
        return True
    if before in _JOINS and before not in _LEADS:
        return at > 1 and tokens[at - 2].kind in _BEFORE_JOIN and after is not Kind.WORD
    if before in {Kind.COMMA, Kind.THIS}:
        return after is not Kind.WORD
    return before in _LEADS or (before is Kind.FINISH and after is Kind.FINISH)
