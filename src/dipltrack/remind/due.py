"""Which reminders are due on a day, of those that were not issued yet.

A reminder is known by its item, its rule and the day that it is for. Of one matter only the newest
is due: what a run has missed, the next one says in its place, once.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.settings import Settings
from dipltrack.model.vocabulary import RuleName
from dipltrack.register.bodies import acting_on
from dipltrack.register.pace import Pace
from dipltrack.remind.rules import Count, Matter, Rule

Issued = Mapping[tuple[str, str, str | None], int]
"""The last day for which it was issued: of an item, by a rule, to a body where the rule names one."""

FOREVER = date.max.toordinal()


class Due(Struct, frozen=True, kw_only=True):
    """A reminder that is due: of which item, by which rule, for which day, counted from which.

    `to` is the body that it is for: whom the rule names, else the item's first lead, else that of
    its dossier, else the desk's default; None where nobody is named. One that has ended is passed
    over for its successor; `asked` is the body that was asked itself. `folded` are the reminders of
    the matter that came due since the last one issued, and in whose place it stands.
    """

    path: str
    ref: str
    rule: RuleName
    for_: date
    counted: date
    to: str | None
    asked: str | None = None
    folded: tuple[tuple[RuleName, date], ...] = ()


def issued_by(rows: Iterable[tuple[str, str, str | None, int]]) -> Issued:
    """What was issued: of each row its item, its rule, the body, and the last day for which."""
    last: dict[tuple[str, str, str | None], int] = {}
    for ref, rule, to, day in rows:
        key = (ref, rule, to if rule in NAMING else None)
        last[key] = max(day, last.get(key, 0))
    return last


NAMING: Collection[str] = frozenset({RuleName.UNANSWERED.value})
"""The rules that name whom they are for: one item may be asked of several bodies."""


class Calendar:
    """The rules under which the reminders of items are due, and what was issued of them.

    Who acts is told as of the day: what was issued to a body that has ended since, its successor has.
    """

    def __init__(
        self, rules: Sequence[Rule], issued: Issued, settings: Settings, day: date
    ) -> None:
        self._acting = acting_on(settings.bodies, day)
        ended = any(one.successor and one.until and one.until < day for one in settings.bodies)
        self._issued = self._passed_on(issued) if ended else issued
        self._settings = settings
        self._dossiers = {one.name: one.lead for one in settings.dossiers}
        narrowed = [rule for rule in rules if rule.narrowed is not None]
        self._rules = [
            (rule, None if rule.narrowed is None else narrowed.index(rule)) for rule in rules
        ]

    def _passed_on(self, issued: Issued) -> Issued:
        """What was issued, by the bodies that act on the day."""
        found: dict[tuple[str, str, str | None], int] = {}
        for (ref, name, to), last in issued.items():
            key = (ref, name, self._acts_for(to))
            found[key] = max(last, found.get(key, 0))
        return found

    def look(self, pace: Pace, day: date) -> tuple[list[Due], int]:
        """The reminders of an item that are due on the day and were not issued yet.

        Beside them the next day after this one on which another may be due.
        """
        on, muted = day.toordinal(), pace.beat.muted
        if muted is not None and on < muted:
            return [], muted
        counts = self._counts(pace)
        dues = [
            Due(
                path=pace.path,
                ref=pace.ref,
                rule=rule.name,
                for_=date.fromordinal(number),
                counted=date.fromordinal(count.day),
                to=to or self.body_for(pace),
                asked=count.to,
                folded=tuple(self._folded(pace, rule.matter, to, number)),
            )
            for (_, to), (rule, count, number) in self._newest(counts, on).items()
            if self._issued.get((pace.ref, rule.name.value, to), 0) < number
        ]
        days = (next_after(rule, count, on) for rule, count in counts)
        return dues, min((one for one in days if one is not None), default=FOREVER)

    def has_issued(self, due: Due) -> bool:
        """True where the reminder was issued, or a later one in its place."""
        to = due.to if due.rule in NAMING else None
        return self._issued.get((due.ref, due.rule.value, to), 0) >= due.for_.toordinal()

    def next_of(self, pace: Pace, day: date) -> Iterator[tuple[Rule, date]]:
        """Of each rule that the item is under, the next day from this one on on which it speaks."""
        on = day.toordinal()
        for rule in self._fitting(pace):
            ahead = (next_after(rule, count, on - 1) for count in rule.counts(pace))
            soonest = min((one for one in ahead if one is not None), default=None)
            if soonest is not None:
                soonest = max(soonest, pace.beat.muted or 0)
                yield rule, date.fromordinal(soonest)

    def body_for(self, pace: Pace) -> str | None:
        """The body that answers for the item."""
        if pace.leads:
            return pace.leads[0]
        by_dossier = self._dossiers.get(pace.dossier) if pace.dossier else None
        return self._acts_for(by_dossier or self._settings.default.lead)

    def _acts_for(self, name: str | None) -> str | None:
        """The body that acts for the one of that name on the day."""
        return self._acting((name,))[0] if name else None

    def _fitting(self, pace: Pace) -> Iterator[Rule]:
        """Of the rules of each name the first that fits the item."""
        taken: RuleName | None = None
        for rule, number in self._rules:
            if rule.name is not taken and (number is None or pace.fits[number]):
                taken = rule.name
                if not rule.off:
                    yield rule

    def _counts(self, pace: Pace) -> list[tuple[Rule, Count]]:
        """From what the rules that the item is under count."""
        return [(rule, count) for rule in self._fitting(pace) for count in rule.counts(pace)]

    def _newest(
        self, counts: Iterable[tuple[Rule, Count]], on: int
    ) -> dict[tuple[Matter, str | None], tuple[Rule, Count, int]]:
        """Of each matter the newest reminder up to the day; an answer is a matter of each body."""
        newest: dict[tuple[Matter, str | None], tuple[Rule, Count, int]] = {}
        for rule, count in counts:
            number = newest_on(rule, count, on)
            if number is None:
                continue
            key = (rule.matter, self._acts_for(count.to))
            before = newest.get(key)
            if before is None or before[2] <= number:
                newest[key] = (rule, count, number)
        time = newest.get((Matter.TIME, None))
        if time is not None and time[0].name in _LATE:
            newest.pop((Matter.REPORT, None), None)
        return newest

    def _folded(
        self, pace: Pace, matter: Matter, to: str | None, newest: int
    ) -> Iterator[tuple[RuleName, date]]:
        """What came due of the matter after the last one issued and before the newest.

        Where none was ever issued, nothing is counted: a ledger may have lain for years.
        """
        rules = [rule for rule in self._fitting(pace) if rule.matter is matter]
        last = max(self._issued.get((pace.ref, rule.name.value, to), 0) for rule in rules)
        for rule in rules if last else ():
            for count in rule.counts(pace):
                ours = self._acts_for(count.to) == to
                day = next_after(rule, count, last) if ours else None
                while day is not None and day < newest:
                    yield rule.name, date.fromordinal(day)
                    day = next_after(rule, count, day)


_LATE = frozenset({RuleName.OVERDUE, RuleName.NOT_HELD})
"""What is late asks for a report already."""


def newest_on(rule: Rule, count: Count, on: int) -> int | None:
    """The last day up to this one on which the rule speaks, or None.

    >>> from dipltrack.remind.rules import RULES
    >>> overdue = next(rule for rule in RULES if rule.name is RuleName.OVERDUE)
    >>> [newest_on(overdue, Count(day=100), on) for on in (100, 101, 107, 108, 120)]
    [None, 101, 101, 108, 115]
    """
    if count.until is not None and on > count.until:
        return None
    first, every = _first_and_every(rule, count)
    if not first:
        return None
    last = first[-1]
    if every and on >= last:
        return last + (on - last) // every * every
    return max((one for one in first if one <= on), default=None)


def next_after(rule: Rule, count: Count, on: int) -> int | None:
    """The first day after this one on which the rule speaks, or None."""
    first, every = _first_and_every(rule, count)
    if not first:
        return None
    last = first[-1]
    if every and on >= last:
        after = last + ((on - last) // every + 1) * every
        return after if after <= FOREVER else None
    return min((one for one in first if one > on), default=None)


def _first_and_every(rule: Rule, count: Count) -> tuple[list[int], int | None]:
    """The days on which the rule speaks first, in order; and every how many days it does again."""
    days = rule.days or ((count.period + 1,) if rule.own and count.period else ())
    every = rule.every or (count.period if rule.own else None)
    first = [count.day - one if rule.ahead else count.day + one for one in days]
    first = [one for one in first if 0 < one <= FOREVER]
    return sorted(first) if len(first) > 1 else first, every
