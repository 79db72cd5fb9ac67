"""A whole Japanese phrase: the times in it, the words around them, and the one time that is meant."""

from typing import NamedTuple

from dipltrack.wording.denotation import (
    PAST,
    Ahead,
    Bearing,
    Day,
    Denotation,
    Distant,
    Eager,
    FiscalAhead,
    FiscalYear,
    Hanging,
    Happening,
    Month,
    NoTime,
    Open,
    Recurring,
    Span,
    Told,
    Unit,
    Within,
    Year,
)
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.japanese.acts import Act, act_of
from dipltrack.wording.japanese.cursor import Cursor
from dipltrack.wording.japanese.events import event
from dipltrack.wording.japanese.phrases import phrase
from dipltrack.wording.japanese.times import inside
from dipltrack.wording.japanese.words import Kind, Word
from dipltrack.wording.unread import EXAMPLES

_OF_TIME = frozenset(
    {
        Kind.YEAR,
        Kind.MONTH,
        Kind.DAY,
        Kind.SHORT,
        Kind.HALF,
        Kind.NTH,
        Kind.AMOUNT,
        Kind.YEAR_PART,
        Kind.MONTH_PART,
        Kind.CHANGE,
        Kind.NOT_BEFORE,
        Kind.AT_LATEST,
    }
)
"""Words that change the sense where the grammar found no place for them."""

_TOUCHING = frozenset(
    {
        Kind.NUMBER,
        Kind.PORTION,
        Kind.FRACTION,
        Kind.BY,
        Kind.UP_TO,
        Kind.ONWARD,
        Kind.BEFORE,
        Kind.AFTER,
        Kind.INSIDE,
        Kind.EACH,
        Kind.DASH,
        Kind.SLASH,
        Kind.SINCE,
        Kind.NOT_A_TIME,
        Kind.WEEKDAY,
    }
)
"""Words that change the sense where they touch a time, on either side."""

_SPEAKING = (
    "合意した",
    "発表した",
    "公表した",
    "表明した",
    "合意された",
    "発表された",
    "公表された",
    "決定された",
)


_REGULAR = frozenset({"年次", "定例", "定期"})
"""Words of a regular meeting, which may be its name: 第21回日EU定期首脳協議."""

_NAMES_ON = frozenset({Kind.WORD, Kind.NAME, Kind.EVENT, Kind.DOT})


_DOCUMENTS = ("声明", "宣言", "条約", "協定", "周年", "決議", "覚書", "議定書", "文書", "談話")


class Found(NamedTuple):
    """A time found in a phrase, with its first word and the one after its last.

    `hangs` is False for an event that is only named: 次回会合は来年.
    """

    what: Denotation
    start: int
    end: int
    hangs: bool = True
    towards: bool = False


def found_in(words: list[Word]) -> tuple[list[Found], list[int]]:
    """The times in a phrase, in order, and the places of the words left over."""
    c = Cursor(words)
    found: list[Found] = []
    left: list[int] = []
    while c.at < len(words):
        start = c.at
        one = _one(c)
        if one is None:
            c.back(start)
            left.append(start)
            c.at += 1
        else:
            found.append(one)
    return found, left


def _one(c: Cursor) -> Found | None:
    start = c.at
    first = c.look()
    if first.kind is not Kind.REPEAT or first.text in _REGULAR:
        if first.kind is Kind.NEXT:
            what = phrase(c)
            if what is not None:
                return Found(what, start, c.at)
        hinge = event(c)
        if hinge is not None and (first.kind is not Kind.REPEAT or hinge.hangs):
            return Found(hinge.what, start, c.at, hinge.hangs, hinge.towards)
        c.back(start)
    what = phrase(c)
    if what is not None:
        return Found(what, start, c.at)
    if first.kind is Kind.ORDINAL:
        c.at += 1
        while c.kind() in _NAMES_ON or c.look().text in _REGULAR:
            c.at += 1
        return Found(NoTime("a number in a name or in a row"), start, c.at)
    return None


def meaning(words: list[Word], text: str) -> Denotation:
    """The one time that the phrase means; what leaves a doubt is refused."""
    found, left = found_in(words)
    act = act_of(text)
    if act is not None:
        hung = _hung(act, found, words)
        if hung is not None:
            return hung
    if not found:
        raise UnfitError("names no time that is understood", *EXAMPLES)
    dated = [one for one in found if _is_dated(one.what)]
    if not dated:
        return _undated(found)
    near = _near(dated, words, text)
    kept = _narrowed(dated, words)
    if len(kept) > 1:
        raise UnfitError("names more than one time", *near)
    _check_around(kept[0], left, words, near)
    return _chosen(kept[0], found, left, words, near)


def _hung(act: Act, found: list[Found], words: list[Word]) -> Happening | None:
    """The act of a clause, where nothing is dated but for what is counted from it."""
    dated = [one for one in found if _is_dated(one.what)]
    if any(isinstance(one.what, Happening) and one.hangs for one in found):
        return None
    if any(words[one.start].start < act.end for one in dated):
        return None
    if not dated or act.moved:
        return Happening(act.name, act.bearing)
    match dated[0].what:
        case Within(amount) if len(dated) == 1 and act.bearing is Bearing.AFTER:
            return Happening(act.name, Bearing.WITHIN, amount)
        case Distant(amount) if len(dated) == 1 and act.bearing is Bearing.AFTER:
            return Happening(act.name, Bearing.AFTER, amount)
        case _:
            return None


def _is_dated(what: Denotation) -> bool:
    return not isinstance(what, Open | Recurring | Happening | NoTime)


def _narrowed(dated: list[Found], words: list[Word]) -> list[Found]:
    """The times without the day of speaking, 本日; a year and what lies in it, parted, as one."""
    kept = [one for one in dated if one.what != Ahead(Unit.DAY, 0)] or dated[:1]
    if len(kept) == 2:
        year, other = kept[0].what, kept[1].what
        between = words[kept[0].end : kept[1].start]
        if isinstance(year, Year | Ahead | FiscalYear | FiscalAhead) and _may_hold(year, other):
            c = Cursor(words)
            c.at = kept[1].start
            span = inside(c, year)
            if (
                span is not None
                and c.at == kept[1].end
                and all(_is_slight(word) for word in between)
            ):
                return [Found(span, kept[0].start, kept[1].end)]
    return kept


def _may_hold(year: Denotation, other: Denotation) -> bool:
    yearly = not isinstance(year, Ahead) or year.unit is Unit.YEAR
    return yearly and isinstance(other, Span)


def _is_slight(word: Word) -> bool:
    return word.kind in {Kind.PARTICLE, Kind.COMMA, Kind.NO, Kind.WORD}


def _check_around(kept: Found, left: list[int], words: list[Word], near: tuple[str, ...]) -> None:
    """Refuse the phrase where a word left over changes the sense of the time in it."""
    for at in left:
        kind = words[at].kind
        touches = at in {kept.start - 1, kept.end}
        bounds = kind is Kind.BY and at > kept.end and _is_one_name(words[kept.end : at])
        if (
            kind in _OF_TIME
            or bounds
            or (touches and kind in _TOUCHING and not _is_harmless(words, at, kept))
        ):
            raise UnfitError(f'leaves "{words[at].text}" unread, which may change it', *near)


def _is_one_name(words: list[Word]) -> bool:
    """True for what a time only belongs to, の and no comma: 3月29日の英国の総選挙 before まで."""
    kinds = {word.kind for word in words}
    return words[0].kind is Kind.NO and not kinds & {Kind.COMMA, Kind.PARTICLE}


def _is_harmless(words: list[Word], at: int, kept: Found) -> bool:
    """True for a dash between a title and a time, and a number that counts something behind it."""
    kind = words[at].kind
    after = words[at + 1].kind if at + 1 < len(words) else Kind.FINISH
    if at == kept.end:
        return kind is Kind.NUMBER and after is Kind.WORD
    return kind in {Kind.BY, Kind.ONWARD, Kind.AFTER, Kind.BEFORE, Kind.INSIDE, Kind.NOT_A_TIME}


def _chosen(
    kept: Found, found: list[Found], left: list[int], words: list[Word], near: tuple[str, ...]
) -> Denotation:
    """The time, as the other things said beside it turn it."""
    what = kept.what
    for other in found:
        if isinstance(other.what, Recurring) and other.what.words not in _REGULAR:
            return other.what
    for other in found:
        if isinstance(other.what, Happening) and other.hangs:
            hung = _hanging(other, other.what, kept, words)
            if hung is not None:
                return hung
            if other.what.bearing is not Bearing.AT and not _stands_apart(other, kept):
                raise UnfitError("names a time and an event beside it", *near)
    of = kept.end < len(words) and words[kept.end].kind is Kind.NO
    if of and isinstance(what, Span) and _names_what_was(words, kept.end + 1):
        return Told(what, next((one.what for one in found if isinstance(one.what, Open)), None))
    eager = any(isinstance(one.what, Open) and one.what.urgent for one in found)
    if eager and isinstance(what, Span):
        return Eager(what)
    if any(words[at].kind is Kind.SINCE and at > kept.end for at in left):
        return NoTime(PAST)
    told = [words[at].text for at in left if words[at].kind is Kind.TOLD and at >= kept.end]
    if told:
        acts = any(word not in _SPEAKING for word in told)
        if acts and isinstance(what, Month | Day) and _floats(what):
            raise UnfitError("tells of what was done, in a year that is not named", *near)
        return Told(what)
    return what


def _hanging(other: Found, event: Happening, kept: Found, words: list[Word]) -> Denotation | None:
    """The event of which the time is said right before it: 7月10日の参院選後."""
    follows = other.start >= kept.end and _is_joined(words[kept.end : other.start])
    if not follows or not isinstance(kept.what, Span):
        return None
    if isinstance(kept.what, Year | Ahead | FiscalYear | FiscalAhead) and not (
        isinstance(kept.what, Ahead) and kept.what.unit is not Unit.YEAR
    ):
        return event
    bound = event.bearing in {Bearing.BY, Bearing.BEFORE, Bearing.AFTER} and not other.towards
    return Hanging(event, kept.what) if bound else None


def _is_joined(between: list[Word]) -> bool:
    """True for what joins an event to its time: nothing, の, に予定される, に東京で開催される."""
    kinds = [word.kind for word in between]
    if kinds in ([], [Kind.NO]):
        return True
    slight = {Kind.PARTICLE, Kind.WORD, Kind.ACT, Kind.TO_BE, Kind.NO}
    return kinds[-1] is Kind.TO_BE and slight.issuperset(kinds)


def _stands_apart(other: Found, kept: Found) -> bool:
    """True where the time is one of what is promised: 参院選後の8月に, 7月の会合に向け."""
    bearing = other.what.bearing if isinstance(other.what, Happening) else Bearing.AT
    return other.towards or (other.end <= kept.start and bearing is not Bearing.WITHIN)


def _names_what_was(words: list[Word], at: int) -> bool:
    """True where an event or a document of that time follows: 2015年の合意, 1月の首脳会談."""
    return any(
        word.kind in {Kind.EVENT, Kind.ACT} or word.text.endswith(_DOCUMENTS)
        for word in words[at : at + 3]
    )


def _floats(span: Month | Day) -> bool:
    month = span.month if isinstance(span, Day) else span
    return month is None or (isinstance(month, Month) and month.year is None)


def _undated(found: list[Found]) -> Denotation:
    """Of the times without days the one that says most."""
    return min((one for one in found), key=_rank).what


def _rank(one: Found) -> int:
    match one.what:
        case Recurring(_, months):
            return 0 if months else 1
        case Happening():
            return 2 if one.hangs else 4
        case Open():
            return 3
        case _:
            return 5


def _near(dated: list[Found], words: list[Word], text: str) -> tuple[str, ...]:
    """The words of each time by itself: what can be typed instead."""
    shown = (text[words[one.start].start : words[one.end - 1].end] for one in dated)
    return tuple(dict.fromkeys(shown))
