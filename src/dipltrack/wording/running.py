"""Where times stand in a sentence: in English by the grammar, in other languages by trial."""

import re
from collections.abc import Callable, Iterator, Sequence

from dipltrack.wording.denotation import Bearing, Beside, Denotation, Happening, NoTime, Told
from dipltrack.wording.english import LEXICON, tokens_in
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.grammar.scanning import Found, scan
from dipltrack.wording.grammar.sentence import floats, hung_on, is_past, year_apart
from dipltrack.wording.interpret import LANGUAGES
from dipltrack.wording.pieces import folded
from dipltrack.wording.plain import plain
from dipltrack.wording.tokens import Kind, Token
from dipltrack.wording.unread import EXAMPLES, UnreadTimeError

_Place = tuple[int, int]
_UNSPACED = frozenset({"ja"})

# English, by the tokens and the rules of the grammar.


def english_times(sentence: str) -> Iterator[_Place]:
    """Where the times of an English sentence begin and end."""
    words, places = folded(sentence)
    tokens = [_as_written(token, sentence, places) for token in tokens_in(words)]
    found, _ = scan(tokens)
    for one in _with_events(_with_years(found, tokens), tokens):
        end = _end_of(one, tokens, sentence, places)
        while end > one.start and tokens[end - 1].kind in {Kind.DOT, Kind.COMMA}:
            end -= 1
        if end > one.start:
            yield places[tokens[one.start].start], places[tokens[end - 1].end - 1] + 1


def _with_events(found: Sequence[Found], tokens: list[Token]) -> list[Found]:
    """The times, where one and the event that it is of are one: "before the summit on 3 May".

    Left out is what was done in a month or on a day of no year: "the talks held on 20 April".
    """
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if is_past(one, one.what, found, tokens) or _was_done(one, tokens):
            continue
        if before is not None and isinstance(before.what, Happening):
            hanging = hung_on(before, before.what, one, tokens)
            if hanging is not None:
                joined[-1] = Found(hanging, before.start, one.end)
                continue
        joined.append(one)
    return joined


_DONE = frozenset(
    [
        "met",
        "spoke",
        "visited",
        "attended",
        "travelled",
        "traveled",
        "gathered",
        "reviewed",
        "signed",
        "held",
        "hosted",
        "welcomed",
        "opened",
        "launched",
        "concluded",
        "adopted",
    ]
)
"""Verbs of what was done: a month of no year behind one is past."""

_FUTURE = frozenset({"will", "shall", "would", "to"})
"""Words of what is to be, with which what is joined by "and" is to be too."""

_VERBS = frozenset(
    [
        "will",
        "shall",
        "would",
        "should",
        "to",
        "may",
        "can",
        "could",
        "must",
        "agreed",
        "decided",
        "plan",
        "plans",
        "intend",
        "intends",
    ]
)
"""Words of what is to be, or was only said: a month of no year behind one may lie ahead."""


def _was_done(one: Found, tokens: Sequence[Token]) -> bool:
    """True for a month or day of no year in the clause of what was done: "who met in May".

    What is joined to a future is not done yet: "will be finalised in April and signed in June".
    """
    if not floats(one.what):
        return False
    joined = False
    for at in range(one.start - 1, -1, -1):
        text = tokens[at].text
        if tokens[at].kind is Kind.TO_BE or text in (_FUTURE if joined else _VERBS):
            return False
        if text in _DONE:
            before = tokens[at - 1] if at else None
            if before is not None and before.kind is Kind.AND:
                joined = True
                continue
            return before is None or (before.kind is not Kind.TO_BE and before.text not in _VERBS)
    return joined


_APART = frozenset({Kind.WORD, Kind.IN, Kind.AT, Kind.ON, Kind.THE})


def _with_years(found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    """The times, where one and its year that a place parts are one: "in March in Tokyo next year"."""
    joined: list[Found] = []
    for one in found:
        between = [token.kind for token in tokens[joined[-1].end : one.start]] if joined else []
        near = 1 < len(between) <= 3 and between[0] is not Kind.WORD and _APART.issuperset(between)
        whole = year_apart([joined[-1], one]) if near else None
        if whole is None:
            joined.append(one)
        else:
            joined[-1] = whole
    return joined


def _as_written(token: Token, sentence: str, places: Sequence[int]) -> Token:
    """The token; a month or weekday that is also a verb or noun is one only with its capital."""
    soft = token.kind in {Kind.MONTH, Kind.WEEKDAY} and token.text in LEXICON.soft
    if soft and sentence[places[token.start]].islower() and not sentence.islower():
        return token._replace(kind=Kind.WORD, value=None)
    return token


def _end_of(one: Found, tokens: Sequence[Token], sentence: str, places: Sequence[int]) -> int:
    """The token before which the time ends; its start where it is no time of a promise."""
    match one.what:
        case NoTime():
            return one.start
        case Happening(_, bearing, amount):
            end = _event_end(one, tokens, bearing, sentence, places)
            return _act_end(one, tokens) if amount is not None and end == one.start else end
        case _:
            return one.end


def _act_end(one: Found, tokens: Sequence[Token]) -> int:
    """The end of an act from which a length is counted: "within 60 days of receipt of the note"."""
    joints = (at for at in range(one.start, one.end) if tokens[at].kind is Kind.AND)
    return next(joints, one.end)


def _event_end(
    one: Found, tokens: Sequence[Token], bearing: Bearing, sentence: str, places: Sequence[int]
) -> int:
    """The end of an event's name: it runs as far as the event and whose it is.

    In a running text an event is a time only where it lies ahead: the next one, or one before,
    by or after which something is to be done; and only where its name is that of an event.
    """
    kinds = [token.kind for token in tokens[one.start : one.end]]
    ahead = Kind.NEXT in kinds
    known = [
        at for at, kind in enumerate(kinds) if kind is Kind.EVENT or (kind is Kind.BODY and ahead)
    ]
    here = bearing is Bearing.AT and not ahead and kinds[0] is not Kind.OCCASION
    if not known or here or tokens[one.start].text in {"when", "whenever"}:
        return one.start
    letters = [sentence[places[token.start]] for token in tokens[one.start : one.end]]
    end = known[0] + 1
    while end < len(kinds) and _names_on(kinds, end, letters):
        end += 1
    if end < len(kinds) and kinds[end] is Kind.OF:
        end = _owner_end(kinds, end, letters)
    return one.start + end


def _names_on(kinds: Sequence[Kind], at: int, first_letters: Sequence[str]) -> bool:
    """True for a further word of an event's name: the Osaka and the Summit of "G20 Osaka Summit"."""
    if kinds[at] is Kind.WORD:
        names = first_letters[at].isupper() and at + 1 < len(kinds)
        return names and kinds[at + 1] in {Kind.EVENT, Kind.BODY}
    return kinds[at] in {Kind.EVENT, Kind.BODY, Kind.NUMBER}


def _owner_end(kinds: Sequence[Kind], of: int, first_letters: Sequence[str]) -> int:
    """The end of "of the Joint Committee", "of this agreement": a name, or one word."""
    end = of + 1
    while end < len(kinds) and kinds[end] in {Kind.THE, Kind.A}:
        end += 1
    named = end
    while named < len(kinds) and first_letters[named].isupper():
        named += 1
    return min(max(named, end + 1), len(kinds))


# Other languages, by what their own reading of the whole sentence says.


def tried_times(sentence: str, lang: str) -> Iterator[_Place]:
    """Where the times of a sentence begin and end: what can be cut off with nothing changed.

    A sentence is read as if it were a phrase. Where it names one time, what stands around it is
    cut off; where it names several, the refusal says which.
    """
    if lang not in LANGUAGES:
        return
    try:
        said = LANGUAGES[lang](plain(sentence))
    except UnreadTimeError:
        return
    except UnfitError as unfit:
        yield from _near_places(sentence, unfit.near)
        return
    what = _told(said)
    if not isinstance(what, NoTime) and _lies_ahead(what, lang):
        start, end = _trimmed(sentence, what, lang)
        yield start, end
        if isinstance(
            said, Told | Happening
        ):  # what is to be stands behind what was, or hangs on it
            for first, last in tried_times(sentence[end:], lang):
                yield end + first, end + last


_COMING = {
    "ja": ("次", "来", "今国会"),
    "fr": ("prochain", "futur"),
    "es": ("próxim", "proxim"),
    "de": ("nächst", "kommend"),
    "tr": ("gelecek", "sonraki", "önümüzdeki"),
}


def _lies_ahead(what: Denotation, lang: str) -> bool:
    """False for an event that merely tells where something was said."""
    match what:
        case Happening(name, Bearing.AT):
            return any(word in name for word in _COMING[lang])
        case _:
            return True


def _near_places(sentence: str, near: Sequence[str]) -> Iterator[_Place]:
    """Where the times stand that a refusal names."""
    if not near or tuple(near) == EXAMPLES:
        return
    words, places = folded(sentence)
    longest_first = sorted(near, key=len, reverse=True)
    for found in re.finditer("|".join(map(re.escape, longest_first)), words):
        yield places[found.start()], places[found.end() - 1] + 1


def _trimmed(sentence: str, what: Denotation, lang: str) -> _Place:
    """The shortest part of the sentence that still says the same."""
    cuts = [
        0,
        *(at for at in range(1, len(sentence)) if _may_cut(sentence, at, lang)),
        len(sentence),
    ]
    first = _farthest(lambda at: _says(sentence[cuts[at] :], what, lang), len(cuts) - 1)
    rest = sentence[cuts[first] :]
    ends = [len(sentence) - cut for cut in reversed(cuts[first:])]
    back = _farthest(lambda at: _says(rest[: len(rest) - ends[at]], what, lang), len(ends) - 1)
    start, end = cuts[first], len(sentence) - ends[back]
    if lang in _UNSPACED:
        end += next(len(said) for said in _SAID_BEHIND if sentence.startswith(said, end))
        start -= next(len(said) for said in _SAID_BEFORE if sentence[:start].endswith(said))
    part = sentence[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip(" \t\n,;.。、"))


_SAID_BEHIND = ("以内", "の間", "間", "まで", "")
"""What belongs to a time in Japanese, although the days are the same without it: 6か月以内."""


_SAID_BEFORE = (
    *("今後", "向こう", "可能な限り", "できる限り", "出来る限り", "できるだけ", "なるべく"),
    *("遅くとも", "早ければ", "早くとも", ""),
)
"""What belongs to a time in Japanese before it, although the days are the same without it."""


def _told(what: Denotation) -> Denotation:
    """The time alone, whether or not a verb of what was done or an event stands beside it."""
    while isinstance(what, Told | Beside):
        what = what.of
    return what


def _farthest(holds: Callable[[int], bool], most: int) -> int:
    """How far one can go from 0 while it holds: by halves of the way, then by less."""
    at, step = 0, most
    while step := step // 2:
        while at + step < most and holds(at + step):
            at += step
    return at


def _may_cut(sentence: str, at: int, lang: str) -> bool:
    before, after = sentence[at - 1], sentence[at]
    if lang in _UNSPACED:
        return not (before.isnumeric() and after.isnumeric())
    return before.isspace()


def _says(part: str, what: Denotation, lang: str) -> bool:
    """True where the part denotes the same; as tuples, "by May" and "later in May" are equal."""
    try:
        said = _told(LANGUAGES[lang](plain(part)))
    except ValueError:
        return False
    return said == what and repr(said) == repr(what)
