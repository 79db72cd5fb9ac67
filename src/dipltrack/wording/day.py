"""One day as people write it at a prompt: ISO, 28/12/2017, Dec 28 2017, last Friday, 平成29年12月28日."""

import re
from datetime import date, timedelta

from dipltrack.wording.eras import BEFORE_FIRST, year_of_era
from dipltrack.wording.unread import UnreadTimeError

_RELATIVE = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "今日": 0,
    "本日": 0,
    "昨日": -1,
    "明日": 1,
}
_JAPANESE = re.compile(
    rf"(?:(?P<era>{'|'.join(BEFORE_FIRST)})(?P<of>元|\d{{1,2}})|(?P<year>\d{{4}}))年"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:\([月火水木金土日]\))?"
)
_BASIC = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_LETTERED = re.compile(
    r"(?P<era>[mtshr])(?P<of>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
)
_EXAMPLES = ("2017-12-28", "28 December 2017", "yesterday")


def day_of(text: str, today: date) -> date:
    """The one exact day that the words name.

    A weekday is the last one on or before today, for what is noted has happened. Words that leave
    the day open, or could be two days, are refused with the days they could be.

    >>> day_of("Dec 28 2017", date(2018, 1, 5)), day_of("last Friday", date(2018, 1, 3))
    (datetime.date(2017, 12, 28), datetime.date(2017, 12, 29))
    >>> [str(day_of(text, date(2018, 1, 5))) for text in ("H29.12.28", "28 décembre 2017")]
    ['2017-12-28', '2017-12-28']
    >>> day_of("3/4/2019", date(2019, 5, 1))
    Traceback (most recent call last):
    dipltrack.wording.unread.UnreadTimeError: "3/4/2019" could be 3 April 2019 or 4 March 2019. Write it as: "2019-04-03" or "2019-03-04".
    """
    from dipltrack.wording.plain import plain

    words = plain(text).strip()
    if words in _RELATIVE:
        return _ahead(today, _RELATIVE[words], text)
    japanese = _JAPANESE.fullmatch(words.replace(" ", ""))
    if japanese:
        return _of_japanese(japanese, text)
    if basic := _BASIC.fullmatch(words):
        return _valid(int(basic["year"]), int(basic["month"]), int(basic["day"]), text)
    if lettered := _LETTERED.fullmatch(words):
        year = year_of_era(lettered["era"], int(lettered["of"]))
        return _valid(year, int(lettered["month"]), int(lettered["day"]), text)
    return (
        _of_edtf(words, text) or _of_another_language(text, today) or _of_words(words, text, today)
    )


def day_or_last_of(text: str, today: date) -> tuple[date, str | None]:
    """The day, and None; where less is known, the last day that the words can mean, and the words.

    >>> day_or_last_of("March 2018", date(2019, 5, 1))
    (datetime.date(2018, 3, 31), 'March 2018')
    >>> day_or_last_of("28 March 2018", date(2019, 5, 1))
    (datetime.date(2018, 3, 28), None)
    """
    try:
        return day_of(text, today), None
    except UnreadTimeError as refused:
        last = _last_of(text, today)
        if last is None:
            raise refused from None
        return last, text.strip()


def _of_another_language(text: str, today: date) -> date | None:
    """The day with its year as another language than English writes it: the same whenever it is read."""
    from dipltrack.wording.language import language_of

    if language_of(text) == "en":
        return None
    from dipltrack.model.conventions import Conventions
    from dipltrack.wording.reading import readings_of

    then = today.replace(year=today.year % 9998 + 1, day=1)
    try:
        days = {
            (window.earliest, window.latest)
            for anchor in (today, then)
            for window in readings_of(text, anchor, Conventions(), lang=None)
        }
    except UnreadTimeError:
        return None
    if len(days) != 1:
        return None
    ((first, last),) = days
    return first if first == last else None


def _last_of(text: str, today: date) -> date | None:
    """The last day of a longer time that is the same whenever it is read."""
    from dipltrack.model.conventions import Conventions
    from dipltrack.model.vocabulary import TimingClass
    from dipltrack.wording.reading import readings_of

    try:
        now = readings_of(text, today, Conventions())
        then = readings_of(text, today.replace(year=today.year % 9998 + 1, day=1), Conventions())
    except UnreadTimeError:
        return None
    window = now[0]
    stands = now == then and window.earliest is not None and len(now) == 1
    if not stands or window.class_ in {TimingClass.EXACT, TimingClass.WITHIN}:
        return None
    return window.latest


def _ahead(today: date, count: int, text: str) -> date:
    try:
        return today + timedelta(days=count)
    except OverflowError:
        raise UnreadTimeError(text, "lies outside the years 1 to 9999", near=()) from None


def _of_japanese(found: re.Match[str], text: str) -> date:
    if found["year"]:
        year = int(found["year"])
    else:
        year = year_of_era(found["era"], 1 if found["of"] == "元" else int(found["of"]))
    return _valid(year, int(found["month"]), int(found["day"]), text)


def _valid(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadTimeError(text, "is a day that the calendar does not have", near=()) from None


def _of_edtf(words: str, text: str) -> date | None:
    from dipltrack.wording.edtf import window_of_edtf

    window = window_of_edtf(words)
    if window is None:
        return None
    if window.earliest is None or window.earliest != window.latest:
        raise _not_one(text)
    return window.earliest


def _not_one(text: str) -> UnreadTimeError:
    return UnreadTimeError(text, "is not one day", near=_EXAMPLES)


def _of_words(words: str, text: str, today: date) -> date:
    """The day by the grammar of dates, which must take every word."""
    from dipltrack.wording.english import LEXICON
    from dipltrack.wording.grammar.cursor import Cursor
    from dipltrack.wording.grammar.spans import time
    from dipltrack.wording.tokens import Kind, tokens_of

    c = Cursor(tokens_of(words, LEXICON))
    c.skip(Kind.ON)
    last = c.skip(Kind.LAST)
    span = time(c)
    if span is None or c.kind() is not Kind.FINISH:
        raise UnreadTimeError(text, "is not understood as a day", near=_EXAMPLES)
    return _of_span(span, text, today, last=last)


def _of_span(span: object, text: str, today: date, *, last: bool) -> date:
    from dipltrack.wording.denotation import Day, Month, Numeric, Pick, Weekday, Year

    match span:
        case Weekday(number, None, pick) if pick is not Pick.NEXT:
            return _ahead(today, -((today.weekday() - number) % 7), text)
        case Weekday(number, None):
            return _ahead(today, (number - today.weekday() - 1) % 7 + 1, text)
        case Day(number, Month(month, None)) if not last:
            raise _no_year(text, number, month, today)
        case Day(_, Month(_, Year())) | Numeric() if not last:
            return _standing(text, today)
        case _:
            raise _not_one(text)


def _no_year(text: str, day: int, month: int, today: date) -> UnreadTimeError:
    """The refusal of a day without its year, with the two nearest years that have it."""
    near = []
    for year in (today.year, today.year - 1):
        try:
            near.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return UnreadTimeError(text, "has no year", near=tuple(near) or _EXAMPLES)


def _standing(text: str, today: date) -> date:
    """The day of a date with its year; two fair readings are refused, each named."""
    from dipltrack.model.conventions import Conventions
    from dipltrack.wording.reading import readings_of

    days = [window.latest for window in readings_of(text, today, Conventions()) if window.latest]
    if len(days) > 1:
        raise _two_days(text, days)
    return days[0]


def _two_days(text: str, days: list[date]) -> UnreadTimeError:
    from dipltrack.wording.frame import day_shown

    shown = " or ".join(day_shown(day) for day in days)
    near = tuple(day.isoformat() for day in days)
    return UnreadTimeError(text, f"could be {shown}", near=near)
