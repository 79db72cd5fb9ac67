"""Lengths of time: 3か月以内, 今後5年間, 2、3週間, 1年半後; and what comes again after each."""

from dipltrack.wording.denotation import (
    PAST,
    Amount,
    Denotation,
    Distant,
    DistantOnward,
    NoTime,
    Recurring,
    Unit,
    Within,
)
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.japanese.cursor import Cursor
from dipltrack.wording.japanese.scanner import divided
from dipltrack.wording.japanese.words import Kind

_PERIODS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
_MOST = 999  # a larger number is that of a year: 2018～19年
_LASTING = ("で", "にわたり", "にわたって", "にわたる", "に亘り", "かけて", "をかけて")


def amount(c: Cursor) -> Amount | None:
    """A length; of two counts the longer: 2～3か月, 1年から2年."""
    start = c.at
    c.skip(Kind.ABOUT)
    found = _one(c) or _counted(c)
    if found is None:
        c.back(start)
        return None
    end = c.at
    by_day = c.before().kind is Kind.DAY  # 20日から2日間 begins on a day
    if c.skip(Kind.DASH, Kind.AND, Kind.COMMA) or (not by_day and c.skip(Kind.FROM)):
        other = _one(c)
        if other is not None and other.unit is found.unit and None not in {other.size, found.size}:
            return Amount(max(found.size or 0, other.size or 0), found.unit)
    c.back(end)
    return found


def _counted(c: Cursor) -> Amount | None:
    """The 2 of 2、3か月 and its unit."""
    if c.kind() is not Kind.NUMBER or c.kind(1) not in {
        Kind.DASH,
        Kind.AND,
        Kind.COMMA,
        Kind.DOT,
        Kind.FROM,
    }:
        return None
    number = c.look().value
    if number > _MOST:
        return None
    c.at += 2
    other = _one(c)
    return (
        None
        if other is None or other.size is None
        else Amount(max(number, other.size), other.unit)
    )


def _one(c: Cursor) -> Amount | None:
    word = c.look()
    if word.kind is Kind.AMOUNT:
        c.at += 1
        return word.value  # type: ignore[no-any-return]
    if word.kind is Kind.SHORT and not word.value[1]:
        c.at += 1
        return Amount(word.value[0], Unit.YEAR)
    if word.kind is Kind.DAY and word.value.month is None and word.text[-1] == "日":
        c.at += 1
        return Amount(word.value.number, Unit.DAY)
    return None


def length(c: Cursor) -> Denotation | None:
    """A length of time from the anchor, with what is said about it."""
    start = c.at
    past = c.skip(Kind.LONG_PAST)
    led = c.skip(Kind.FUTURE, Kind.NEXT)
    c.skip(Kind.NO)
    said = c.at
    size = amount(c)
    if size is None:
        c.back(start)
        return None
    written = c.words[said : c.at]
    if past:
        return NoTime(PAST)
    found = _said(c, size, start, led=led)
    plain_day = written[-1].kind is Kind.DAY
    if found is None and (plain_day or written[-1].kind is Kind.NUMBER):
        c.back(start)
        return None
    if isinstance(found, NoTime) and plain_day and not led:
        number = written[-1].text
        raise UnfitError("may be so many days ago, or before a day", f"{number}より前")
    return found or NoTime("a length, but no time")


def _said(c: Cursor, size: Amount, start: int, *, led: bool) -> Denotation | None:
    counted = c.words[c.at - 1].text
    a_day = c.before().kind is Kind.DAY and not led  # 25日で is a day, 25日以内 a length
    listed = a_day and c.look(-2).kind in {Kind.COMMA, Kind.DASH} and (size.size or 0) < 10
    if listed and c.skip(Kind.INSIDE):  # 2、3日中に
        return Within(size)
    c.skip(Kind.AROUND)
    c.skip(Kind.NO)
    lasts = counted.endswith("間")
    word = c.look()
    if word.kind is Kind.INSIDE:
        if a_day and word.text != "以内":
            return None
        c.at += 1
        return Within(size)
    if word.kind is Kind.AFTER:
        c.at += 1
        if c.skip(Kind.ONWARD):
            return DistantOnward(size)
        if c.skip(Kind.BY):
            return Within(size)
        return Within(size) if size.size is None else Distant(size)
    if word.kind is Kind.ONWARD and not a_day:
        c.at += 1
        return DistantOnward(size)
    if word.kind is Kind.BEFORE and word.text == "前":
        c.at += 1
        return NoTime(PAST)
    repeated = _again(c, size, start)
    if repeated is not None:
        return repeated
    if a_day:
        return None
    if word.text == "を" and c.kind(1) is Kind.AROUND:
        c.at += 2
        return Within(size)
    if led or (lasts and word.text in _LASTING):
        c.skip(Kind.LENGTH, Kind.INSIDE)
        return Within(size)
    if word.text in {*_LASTING, "の間"}:
        c.at += 1
        return Within(size)
    return None


def _again(c: Cursor, size: Amount, start: int) -> Recurring | None:
    """Every two years, twice in three years."""
    period = _PERIODS.get(size.unit)
    months = None if period is None or size.size is None else period * size.size
    end = c.at
    if c.skip(Kind.EACH):
        if c.before().text in {"おき", "置き"} and period and size.size:
            months = period * (size.size + 1)
        return Recurring(_words(c, start), months or None)
    c.skip(Kind.PARTICLE)
    c.skip(Kind.ABOUT)
    times = c.value(Kind.TIMES)
    if times is None:
        c.back(end)
        return None
    return Recurring(_words(c, start), divided(months, times))


def _words(c: Cursor, start: int) -> str:
    return "".join(word.text for word in c.words[start : c.at])
