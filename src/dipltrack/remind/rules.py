"""The rules by which a reminder is due: which day each counts from, and on which days it speaks.

The table is the whole of it: to add a rule, add its word to the vocabulary, a row here and its
sentence in `message.py`. Days are counted as `date.toordinal` counts them.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.model.reminder import RuleSetting
from dipltrack.model.vocabulary import Firmness, RuleName
from dipltrack.register.pace import Pace, replies_in
from dipltrack.register.question import Question


class Matter(Enum):
    """What a rule speaks of: of one matter only the newest reminder is issued, it says it all."""

    TIME = auto()
    REPORT = auto()
    REVIEW = auto()
    MOVE = auto()
    ANSWER = auto()


class Count(Struct, frozen=True, kw_only=True):
    """The day that a rule counts from; the last day on which it still speaks; for whom it does.

    `period` stands for the days between its reminders where the item itself says them.
    """

    day: int
    until: int | None = None
    to: str | None = None
    period: int | None = None


class Rule(Struct, frozen=True, kw_only=True):
    """A rule: `days` before or after the day that it counts from, and again every so many days.

    Where `own` is set, days or a repetition that are not given are those after which a report on
    the item is stale. `narrowed` says which items it is for; None: for all.
    """

    name: RuleName
    matter: Matter
    counts: Callable[[Pace], Iterable[Count]]
    counted_from: str
    ahead: bool = False
    days: tuple[int, ...] = ()
    every: int | None = None
    own: bool = False
    off: bool = False
    narrowed: Question | None = None


def _before_it_begins(pace: Pace) -> Iterable[Count]:
    if pace.earliest is not None and not pace.continuing:
        yield Count(day=pace.earliest, until=pace.latest)


def _before_it_ends(pace: Pace) -> Iterable[Count]:
    if pace.latest is not None and not pace.continuing:
        yield Count(day=pace.latest, until=pace.latest)


def _after_it_ended(pace: Pace) -> Iterable[Count]:
    if pace.latest is not None and not pace.continuing and not pace.recurring:
        yield Count(day=pace.latest)


def _not_held(pace: Pace) -> Iterable[Count]:
    if pace.latest is not None and pace.recurring:
        yield Count(day=pace.latest)


def _to_review(pace: Pace) -> Iterable[Count]:
    if pace.beat.review is not None:
        yield Count(day=pace.beat.review)


def _on_hold(pace: Pace) -> Iterable[Count]:
    """A day of review says when to look again; without one it is asked for now and then."""
    if pace.beat.held is not None and pace.beat.review is None:
        yield Count(day=pace.beat.held)


def _never_reported(pace: Pace) -> Iterable[Count]:
    if not pace.beat.reported and pace.beat.held is None:
        yield Count(day=pace.beat.heard, period=pace.beat.period)


def _stale(pace: Pace) -> Iterable[Count]:
    if pace.beat.reported and pace.beat.held is None and pace.beat.period is not None:
        yield Count(day=pace.beat.heard, period=pace.beat.period)


def _their_move(pace: Pace) -> Iterable[Count]:
    if pace.beat.theirs is not None:
        yield Count(day=pace.beat.theirs)


def _unanswered(pace: Pace) -> Iterable[Count]:
    for body, day in replies_in(pace.beat.replies) if pace.beat.replies else ():
        yield Count(day=day, to=body)


RULES = (
    Rule(
        name=RuleName.PREPARE,
        matter=Matter.TIME,
        counts=_before_it_begins,
        counted_from="before the first day of the window",
        ahead=True,
        days=(14,),
    ),
    Rule(
        name=RuleName.DUE,
        matter=Matter.TIME,
        counts=_before_it_ends,
        counted_from="before the last day of the window",
        ahead=True,
        days=(3, 14),
    ),
    Rule(
        name=RuleName.OVERDUE,
        matter=Matter.TIME,
        counts=_after_it_ended,
        counted_from="after the last day of the window",
        days=(1,),
        every=7,
    ),
    Rule(
        name=RuleName.NOT_HELD,
        matter=Matter.TIME,
        counts=_not_held,
        counted_from="after the last day on which a recurring act was to be held",
        days=(1,),
        every=7,
    ),
    Rule(
        name=RuleName.REVIEW,
        matter=Matter.REVIEW,
        counts=_to_review,
        counted_from="after the day of review",
        days=(0,),
        every=14,
    ),
    Rule(
        name=RuleName.ON_HOLD,
        matter=Matter.REPORT,
        counts=_on_hold,
        counted_from="after it was put on hold, where no day of review is set",
        days=(30,),
        every=30,
    ),
    Rule(
        name=RuleName.NO_REPORT,
        matter=Matter.REPORT,
        counts=_never_reported,
        counted_from="after the meeting, where nothing was reported since",
        days=(30,),
        own=True,
    ),
    Rule(
        name=RuleName.STALE,
        matter=Matter.REPORT,
        counts=_stale,
        counted_from="after the last report",
        own=True,
    ),
    Rule(
        name=RuleName.THEIR_MOVE,
        matter=Matter.MOVE,
        counts=_their_move,
        counted_from="after it became the other side's move",
        days=(21,),
        every=21,
    ),
    Rule(
        name=RuleName.UNANSWERED,
        matter=Matter.ANSWER,
        counts=_unanswered,
        counted_from="after the day by which a body was to answer",
        days=(1,),
        every=7,
    ),
)
"""The rules as they are where a desk sets no others; of two for one day the later one speaks."""


def rules_of(settings: Sequence[RuleSetting]) -> tuple[Rule, ...]:
    """The rules under the desk's settings: each rule as often as it is set, the last first.

    Of the rules of one name the first that fits an item counts for it.
    """
    rules: list[Rule] = []
    for rule in RULES:
        own = [one for one in settings if one.rule is rule.name]
        rules += (_set(rule, one) for one in reversed(own)) if own else (rule,)
    return tuple(rules)


def narrowings_of(rules: Sequence[Rule]) -> list[Question]:
    """The questions that narrow rules, in the order of those."""
    return [rule.narrowed for rule in rules if rule.narrowed is not None]


def _set(rule: Rule, setting: RuleSetting) -> Rule:
    narrowed = Question(
        partners=setting.partner,
        sectors=setting.sector,
        leads=setting.lead,
        firmness=tuple(Firmness(word) for word in setting.firmness),
    )
    return replace(
        rule,
        days=setting.days or rule.days,
        every=setting.every or rule.every,
        off=setting.off,
        narrowed=None if narrowed == Question() else narrowed,
    )
