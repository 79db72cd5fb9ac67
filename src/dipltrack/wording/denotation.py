"""What words of time denote, whatever the language: the trees that a grammar makes.

A `Span` names days of the calendar: "January", "the first quarter of next year". A `Denotation` is
a span, or something said about one ("by …", "within …"), or a time without days ("as soon as
possible"). Nothing here knows the anchor; `spans` and `windows` bring it in. They are named tuples:
the grammars make them by the thousand and take them apart by place.
"""

from enum import Enum, auto
from typing import NamedTuple


class Unit(Enum):
    """The units in which time is counted."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FISCAL_YEAR = "fiscal year"
    DECADE = "decade"


class Portion(Enum):
    """A part of a longer time. End and late are the same days, but "before the end" is "by"."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end of"


class Pick(Enum):
    """Which of the coming ones is meant, where no year is named."""

    BARE = auto()  # "spring": the next on or after the anchor, or the one that runs
    THIS = auto()  # "this winter": the one that runs, else this year's
    NEXT = auto()  # "next spring": the next that begins after the anchor


class Edge(Enum):
    """How a week stands to the day that names it."""

    HOLDS = auto()
    STARTS = auto()
    ENDS = auto()


class Bearing(Enum):
    """How a time stands to an event."""

    AT = "at"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    NOT_BEFORE = "not before"
    WITHIN = "within"


class Year(NamedTuple):
    """A year by its number."""

    number: int


class Ahead(NamedTuple):
    """The calendar unit that many after the anchor's own: this week is 0, next week 1.

    `loose` is "the year", "the month": this one, or the next where it cannot be this one.
    """

    unit: Unit
    steps: int
    loose: bool = False


class FiscalYear(NamedTuple):
    """A fiscal year by its number; `party` where the words say whose.

    `begins` where it is written with both its years, "2019/20", so that nothing is left open.
    """

    number: int
    party: str | None = None
    begins: bool = False


class FiscalAhead(NamedTuple):
    """The fiscal year so many after the anchor's own: this one is 0, the next 1."""

    steps: int
    party: str | None = None


class Decade(NamedTuple):
    """The ten years from that one."""

    first: int


class Month(NamedTuple):
    """A month by its number."""

    number: int
    year: "YearLike | None" = None
    pick: Pick = Pick.BARE


class Season(NamedTuple):
    """A season, spring 0 to winter 3; `over` where it is written "winter 2020/21".

    `southern` where its own hemisphere is named, "otoño austral", "printemps boréal".
    """

    number: int
    year: "YearLike | None" = None
    pick: Pick = Pick.BARE
    over: bool = False
    southern: bool | None = None


class Fraction(NamedTuple):
    """A half, third or quarter of a longer time; with none named, of a calendar year."""

    number: int
    parts: int
    of: "Span | None" = None


class Day(NamedTuple):
    """A day of a month; with no month, the next such day; a weekday only checks it."""

    number: int
    month: "Month | Ahead | None" = None
    weekday: int | None = None


class Numeric(NamedTuple):
    """A date of two small numbers, 3/4/2019, that two customs read differently."""

    first: int
    second: int
    year: int
    weekday: int | None = None


class Weekday(NamedTuple):
    """A weekday, Monday 0, of a named week or the next one."""

    number: int
    week: "Span | None" = None
    pick: Pick = Pick.BARE


class Feast(NamedTuple):
    """A feast whose days are known in any year: Christmas, Easter, the turn of the year."""

    name: str
    year: "YearLike | None" = None


class WeekOf(NamedTuple):
    """The week that holds, starts on or ends on a day."""

    day: "Span"
    edge: Edge = Edge.HOLDS


class WeekNumber(NamedTuple):
    """A week of ISO 8601."""

    number: int
    year: "YearLike | None" = None


class Nth(NamedTuple):
    """The first, second … or last (-1) day, week or month of a longer time, or weekday in it."""

    number: int
    unit: Unit
    of: "Span"
    weekday: int | None = None


class Some(NamedTuple):
    """The first few, or the last few, units of a longer time: "the last ten days of January"."""

    size: int
    unit: Unit
    of: "Span"
    from_end: bool = False


class Part(NamedTuple):
    """Early, mid or late in a longer time."""

    portion: Portion
    of: "Span"


class Joined(NamedTuple):
    """Two times and all between them; where each is meant by itself, nothing may lie between.

    "May and June" are two months that follow on one another, "May and October" two times.
    `amid` are those that a list names between the first and the last.
    """

    first: "Span"
    last: "Span"
    apart: bool = False
    amid: "tuple[Span, ...]" = ()


class Lasting(NamedTuple):
    """So many whole units from the beginning of a named time: "for four years from 2008"."""

    amount: "Amount"
    since: "Span"


class Amount(NamedTuple):
    """A length of time; of "two to three weeks" the longer. No count: "a few weeks"."""

    size: int | None
    unit: Unit


class By(NamedTuple):
    """From the anchor to the end of a time."""

    of: "Span"


class Before(NamedTuple):
    """From the anchor to the day before a time begins."""

    of: "Span"


class After(NamedTuple):
    """From the day after a time on, with no end."""

    of: "Span"


class Onward(NamedTuple):
    """From the first day of a time on, with no end."""

    of: "Span"


class Begins(NamedTuple):
    """To begin at a time: the beginning is the act."""

    of: "Span"


class Inside(NamedTuple):
    """Within a named time, but not before the anchor: "within this year"."""

    of: "Span"


class Remainder(NamedTuple):
    """What is left of a time: "later this year", "the rest of 2019"."""

    of: "Span"


class Eager(NamedTuple):
    """A whole time of which the early days are hoped for: "at an early date next year"."""

    of: "Span"


class Around(NamedTuple):
    """About a time, which widens nothing."""

    of: "Span"


class Within(NamedTuple):
    """A length of time from the anchor, or from a named day; `split` where it may be exact."""

    amount: Amount
    since: "Span | None" = None
    split: bool = False


class Distant(NamedTuple):
    """The day that lies a length of time ahead: "two weeks from now", "two weeks after 1 May"."""

    amount: Amount
    since: "Span | None" = None


class DistantOnward(NamedTuple):
    """Not before a length of time is over: "after two months"."""

    amount: Amount


class Open(NamedTuple):
    """Urgency, or leisure, without a day: "as soon as possible", "in due course"."""

    urgent: bool = True


class Recurring(NamedTuple):
    """Again and again; `months` is the period, `other` a second fair one, where there is one."""

    words: str
    months: int | None = None
    other: int | None = None


class Happening(NamedTuple):
    """A time that hangs on an event, named in the words of the text."""

    name: str
    bearing: Bearing = Bearing.AT
    amount: Amount | None = None


class Beside(NamedTuple):
    """A time with an event said beside it: "at the Osaka summit next year".

    The time holds, unless the event is known and lies in it: then its days are the narrower.
    """

    of: "Span"
    event: Happening


class Hanging(NamedTuple):
    """A time that hangs on an event of which the words name the time: "before the summit in June".

    The event's own days bound it, so far as they are named.
    """

    event: Happening
    of: "Span"


class Told(NamedTuple):
    """The time of what was signed, agreed or held; where that is past, it promises none.

    Then only that counts which is said beside it: "as soon as possible the agreement signed in 2016".
    """

    of: "Denotation"
    instead: "Denotation | None" = None


class NoTime(NamedTuple):
    """Words that only look like a time, and why."""

    reason: str


YearLike = Year | Ahead | FiscalYear | FiscalAhead
Span = (
    YearLike
    | Decade
    | Month
    | Season
    | Fraction
    | Day
    | Numeric
    | Weekday
    | Feast
    | WeekOf
    | WeekNumber
    | Nth
    | Some
    | Part
    | Joined
    | Lasting
)
Bounded = (
    By | Before | After | Onward | Begins | Inside | Remainder | Eager | Around | Beside | Hanging
)
Counted = Within | Distant | DistantOnward
Dated = Span | Bounded | Counted
Undated = Open | Recurring | Happening | NoTime
Denotation = Dated | Undated | Told
PAST = "the words speak of the past"
