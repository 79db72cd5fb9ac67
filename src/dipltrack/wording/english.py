"""The English words of time, and the reading of an English phrase.

Another language of the same build is another file like this one: its words, by the kind of thing
they say. A phrase of several words is one entry; a hyphen in the text counts as a space; the longest
entry that fits is taken.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dipltrack.wording.denotation import Denotation, Portion, Unit
from dipltrack.wording.feasts import TURN
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.tokens import Entry, Kind, Lexicon, tokens_of

_NAMED: dict[Kind, str] = {
    Kind.NOW: """
        now, this meeting, this day, this statement, this date, the present day, the date hereof,
        this declaration, the date of this meeting, the date of this statement, the present,
        the meeting date, the present meeting, the date of this declaration, the date of the meeting,
        the day of the meeting, the day of this meeting, the date of this communique
        """,
    Kind.THE: "the, its, their, his, her, our, your, both, these, those",
    Kind.A: "a, an, another",
    Kind.SOME: "few, several, a few, many, a number of, a matter of",
    Kind.IN: """
        in, during, in the course of, over the course of, within the course of, during the course of,
        through the course of, throughout, sometime in, some time in, sometime during, sometime,
        some time during, some time, at some point in, at some point during, at some stage in,
        at some stage during, at some time in, at any time in, at any time during, any time in,
        anytime in, at a date in, on a date in, at a time in, on dates in, on a day in,
        in the month of, during the month of, in the months of, preferably in, possibly in,
        tentatively in, probably in, ideally in, provisionally in, hopefully in, moved to,
        postponed to, postponed until, postponed till, deferred to, deferred until, rescheduled to,
        rescheduled for, delayed until, delayed to, brought forward to, put off until, put off to,
        shifted to, as of, effective, effective from, effective on, effective as of,
        with effect from, with effect on, with effect as of
        """,
    Kind.ON: "on",
    Kind.AT: "at",
    Kind.BY: """
        by, until, till, up to, up until, up till, no later than, not later than,
        no later than by, not later than by, by no later than, by not later than, on or before,
        or before, in or before, at or before, by or before, by or on, before or by,
        up to and including, until and including, extended to, extended until,
        extended through, extended till, prolonged until, prolonged to, with a deadline of,
        with a target date of, deadline of, target date of, before or on, before or in,
        valid until, valid through, valid till, in the period to, in the period up to,
        in the period until, over the period to, not after, by latest, by the latest
        """,
    Kind.THROUGH: "through, thru, through to, up through",
    Kind.BEFORE: """
        before, in the run up to, in the lead up to, in the period before, prior to, ahead of, in advance of, preceding, previous to, well before, earlier than,
        well ahead of, well in advance of, sometime before, some time before, shortly before,
        immediately before, just before, on the eve of
        """,
    Kind.AFTER: """
        after, subsequent to, later than, shortly after, soon after, immediately after, just after,
        immediately following, right after, straight after, directly after, sometime after, beyond,
        some time after, shortly following, post, in the aftermath of
        """,
    Kind.NOT_BEFORE: """
        not before, no earlier than, not earlier than, no sooner than, not sooner than, on or after,
        in or after, not until, at or after
        """,
    Kind.FROM: "from, as from",
    Kind.TO: "to",
    Kind.WITHIN: """
        within, inside, inside of, in less than, in under, in no more than, within at most,
        within no more than, within not more than, in not more than, in at most, within less than,
        not later than within, no later than within, within a maximum of
        """,
    Kind.FOR: """
        for, planned for, scheduled for, slated for, set for, expected for, foreseen for, due for,
        targeted for, envisaged for, programmed for
        """,
    Kind.OVER: "over, across, all through",
    Kind.OF: "of",
    Kind.BETWEEN: "between, in between, any time between, sometime between, some time between",
    Kind.AND: "and, as well as",
    Kind.OR: "or, and or, or possibly, or perhaps, or even",
    Kind.SINCE: "since, ever since, dating from, dating back to",
    Kind.AROUND: """
        or so, or thereabouts, around, about, circa, approximately, roughly, towards, toward, on or about, on or around,
        in or about, in or around, at or around, around about, near, close to, approx
        """,
    Kind.AS_EARLY_AS: "as early as, as early as in, as soon as in, already in",
    Kind.AT_LATEST: "at the latest, at latest, at the very latest",
    Kind.AT_EARLIEST: "at the earliest, at earliest, at the very earliest",
    Kind.ONWARD: """
        onwards, onward, on wards, and beyond, and after, and thereafter, or later, or thereafter,
        or beyond, and onward, and onwards, and later, or after, and afterwards
        """,
    Kind.OR_SOONER: """
        or earlier, or sooner, if not earlier, if not sooner, if not before, or even earlier
        """,
    Kind.ENDING: "ending, ending on, that ends on, which ends on, ended",
    Kind.LATER: "later, later on, later during, still later",
    Kind.EARLIER: "earlier, earlier in, earlier on, earlier on in",
    Kind.REST: """
        rest of, remainder of, remaining months of, remaining part of, remaining weeks of,
        remaining days of, balance of, what remains of, remaining period of, what is left of
        """,
    Kind.HENCE: """
        from now, hence, from today, from this meeting, from this date, thence, after today,
        from the date of this meeting, after this meeting, from the date of this statement
        """,
    Kind.TIME: "time",
    Kind.TO_COME: "ahead, to come, to follow, ahead of us",
    Kind.AGO: "ago",
    Kind.OUT: "is out, is over, is up, ends, runs out, comes to an end, comes to a close",
    Kind.LENGTH: """
        period of, term of, space of, span of, duration of, initial, initial period of,
        initial term of, a period of, an initial period of, an initial term of, a term of,
        a maximum of, maximum of, a maximum period of, a further, further, a further period of,
        additional, an additional, a total of, a space of, a timeframe of, a time frame of,
        a period not exceeding, at most, no more than, not more than, not exceeding, less than,
        a duration of, a span of, a time limit of, a period of at most, a period of up to,
        a period of about
        """,
    Kind.FULL: "calendar, consecutive, full, whole, entire, complete, successive, more, short",
    Kind.PERIOD: "period, timeframe, window, time frame, interval, term, deadline",
    Kind.EVERY: "every, each, each and every, once every, once in every, once each",
    Kind.OTHER: "other, alternate",
    Kind.TIMES_WORD: "times",
    Kind.PER: "per",
    Kind.TO_BE: "be, being",
    Kind.HALF: "half",
    Kind.LATTER: "latter, final",
    Kind.LAST: "last, past, previous, recent",
    Kind.CLOCK: """
        noon, midday, midnight, morning, afternoon, evening, night, local time, gmt, utc, jst, cet,
        est, edt, bst, close of business, cob, end of business, am, pm, a.m, p.m, o'clock, lunchtime, dawn, dusk, sunset, sunrise,
        eastern time, hrs
        """,
    Kind.FITTING: """
        mutually convenient, mutually agreed, mutually agreeable, mutually acceptable,
        mutually suitable, mutual, convenient, suitable, appropriate, opportune, future, proper,
        right, earliest mutually convenient, earliest mutual, possible, feasible, practicable, available, favourable,
        favorable, acceptable, agreeable, first available, first possible, next available,
        next possible, soonest, soonest possible, unspecified, undetermined, that is convenient,
        that is mutually convenient, that is suitable, that is agreeable, that suits
        """,
    Kind.MOMENT: """
        date, dates, opportunity, moment, stage, occasion, juncture, point,
        convenience, point in time, date and venue, date and place, dates and venue, dates and place,
        dates and venues, time and place, time and venue, place and time, venue and time,
        venue and date, place and date
        """,
    Kind.OCCASION: """
        on the margins of, in the margins of, at the margins of, on the margin of, in the margin of,
        on the sidelines of, at the sidelines of, on the side lines of, in the sidelines of,
        on the fringes of, on the occasion of, on occasion of, at the occasion of,
        in conjunction with, back to back with, alongside, to coincide with, coinciding with,
        at the time of, in time for, simultaneously with,
        at the same time as, concurrently with, in parallel with, in the wake of,
        taking advantage of, at the opening of, at the conclusion of, in connection with
        """,
    Kind.WHEN: """
        when, on the date on which, on the day on which, on the date when, on the day when,
        as soon as, whenever, upon, pending, subject to, depending on, on completion of
        """,
    Kind.EVENT: """
        meeting, meetings, summit, summits, round, rounds, session, sessions, conference,
        conferences, consultations, consultation, talks, dialogue, dialogues, visit, visits,
        ceremony, symposium, seminar, workshop, congress, negotiations, gathering, convention,
        anniversary, election, elections, presidency, chairmanship, break, recess, holidays,
        ratification, signature, signing, completion, expiry, expiration, accession, inauguration,
        entry into force, unga, ministerial, plenary, high level week, high level segment,
        general assembly, g7, g8, g20, apec, asem, ticad, davos, brics, cop, olympics, olympic,
        paralympics, expo, world cup, games, festival, exhibition, interview, retreat, referendum,
        event, events, trip, mission, stay, tour, ramadan, golden week, national day, eid, diwali,
        lunar new year, chinese new year, spring festival, nowruz, hanukkah, thanksgiving,
        independence day, republic day
        """,
    Kind.BODY: """
        committee, council, commission, forum, assembly, panel, working group, group, board,
        joint committee, joint commission, joint council, steering committee, parliament, phase,
        step, report, review, edition
        """,
    Kind.BOUND: "at least, more than, fewer than, minus, plus, than, almost, nearly",
    Kind.CHANGE: """
        not, no, never, neither, nor, except, excepting, unless, without, excluding, if, instead,
        whether, rather, other than, failing,
        this time next, same time next, this time last, same time last,
        eve of, that year, that month, that week, same year, same month, same week, same period,
        academic year, school year, academic term, school term, half way, halfway, midway, cancelled,
        canceled, suspended, expired, biennium, triennium, old style, lunar, hijri, sooner,
        thereafter, afterwards, beforehand, moved from, postponed from,
        rescheduled from, deferred from, shifted from, changed from, delayed from, brought forward from
        """,
    Kind.SIDE: "southern, austral, northern, boreal",
    Kind.WORD: """
        if possible, if at all possible, if necessary, if appropriate, if needed, if required,
        if any, if so desired, where possible, where appropriate, where necessary, as appropriate,
        not only, not least, no matter, without prejudice, without precondition,
        without preconditions, date on which, day on which, date when, once again, once more, time and again
        """,
    Kind.PAST_WORD: """
        signed, adopted, concluded, agreed, issued, dated, established, launched, made, announced,
        released, reached, approved, ratified, initialled, initialed, exchanged, published,
        endorsed, founded, inaugurated, created, enacted, passed, unveiled, opened, started, began,
        held, hosted, convened
        """,
}

_VALUED: dict[Kind, dict[Any, str]] = {
    Kind.ON: {"of": "on the date of, on the day of, on the dates of, on the days of"},
    Kind.MONTH: {
        1: "january, jan",
        2: "february, feb",
        3: "march, mar",
        4: "april, apr",
        5: "may",
        6: "june, jun",
        7: "july, jul",
        8: "august, aug",
        9: "september, sept, sep",
        10: "october, oct",
        11: "november, nov",
        12: "december, dec",
    },
    Kind.WEEKDAY: {
        0: "monday, mon",
        1: "tuesday, tue, tues",
        2: "wednesday, wed, weds",
        3: "thursday, thu, thur, thurs",
        4: "friday, fri",
        5: "saturday, sat",
        6: "sunday, sun",
    },
    Kind.SEASON: {
        0: "spring, springtime",
        1: "summer, summertime",
        2: "autumn, fall",
        3: "winter, wintertime",
    },
    Kind.UNIT: {
        Unit.HOUR: "hour",
        Unit.DAY: "day, calendar day",
        Unit.WORKING_DAY: "working day, business day",
        Unit.WEEKEND: "weekend",
        Unit.WEEK: "week, calendar week",
        Unit.FORTNIGHT: "fortnight",
        Unit.MONTH: "month, calendar month",
        Unit.QUARTER: "quarter, calendar quarter, trimester",
        Unit.HALF: "semester, half year",
        Unit.YEAR: "year, calendar year, cy",
        Unit.DECADE: "decade",
    },
    Kind.UNITS: {
        Unit.HOUR: "hours",
        Unit.DAY: "days, calendar days",
        Unit.WORKING_DAY: "working days, business days",
        Unit.WEEKEND: "weekends",
        Unit.WEEK: "weeks, calendar weeks",
        Unit.FORTNIGHT: "fortnights",
        Unit.MONTH: "months, calendar months",
        Unit.QUARTER: "quarters, calendar quarters",
        Unit.HALF: "semesters",
        Unit.YEAR: "years, calendar years",
        Unit.DECADE: "decades",
    },
    Kind.PORTION: {
        Portion.EARLY: """
            beginning of, start of, outset of, opening of, onset of, early part of,
            opening part of, beginning part of, first part of, first days of, early days of,
            opening weeks of, first weeks of, early months of, opening months of,
            first few days of, first few weeks of, first few months of, first months of
            """,
        Portion.MID: "mid, middle, middle of, middle part of, midst of, midpoint of",
        Portion.LATE: """
            late, late part of, later part of, latter part of, last part of, final part of,
            closing months of, closing weeks of, final weeks of, final months of, last weeks of,
            last days of, final days of, closing days of
            """,
        Portion.END: "end, end of, close of, very end of",
    },
    Kind.EARLY: {Portion.EARLY: "early, very early, early on"},
    Kind.BEGIN: {
        Portion.EARLY: "beginning, start",
        None: """
            beginning in, beginning on, beginning from, beginning with, beginning as of, starting,
            beginning at, starting in, starting on, starting from, starting with, starting as of,
            commencing, commencing in, commencing on, commencing from, that begins on,
            which begins on, that starts on, begins, starts
            """,
    },
    Kind.PORTION_UNIT: {
        (Portion.END, Unit.YEAR): "year end, yearend, end year, end of year",
        (Portion.END, Unit.MONTH): "month end, end of month",
        (Portion.END, Unit.QUARTER): "quarter end, end of quarter",
        (Portion.END, Unit.WEEK): "end of week",
        (Portion.MID, Unit.YEAR): "mid year, midyear",
        (Portion.MID, Unit.MONTH): "mid month",
        (Portion.MID, Unit.WEEK): "mid week, midweek",
    },
    Kind.FRACTION: {
        (number, parts): f"{letter}{number}, {number}{letter}"
        for letter, parts in (("q", 4), ("h", 2))
        for number in range(1, parts + 1)
    },
    Kind.FITTING: {
        "urgent": """
            earliest, earliest possible, earliest practicable, earliest practical, earliest feasible,
            earliest available, earliest suitable, earliest appropriate, speediest
            """
    },
    Kind.WEEK_CODE: {week: f"w{week:02}" for week in range(1, 54)},
    Kind.OPEN: {
        True: """
            as soon as possible, as soon as practicable, as soon as feasible,
            as soon as practical, as soon as reasonably practicable,
            as soon as reasonably possible, as soon as they can, as soon as is practicable,
            as soon as it is practicable, as soon as circumstances permit,
            as soon as circumstances allow, as soon as conditions permit,
            as soon as conditions allow, as soon as the situation permits,
            as soon as the situation allows, as early as possible, as early as practicable,
            as early as feasible, at the soonest, in the shortest possible time,
            in the shortest time possible, in the shortest time,
            within the shortest possible time, within the shortest time, soon, very soon, shortly,
            promptly, sooner rather than later, immediately, with immediate effect, forthwith,
            at once, right away, straight away, instantly, without delay, without any delay,
            without undue delay, without further delay, with no delay, with minimal delay,
            with minimum delay, expeditiously, in an expeditious manner,
            as expeditiously as possible, swiftly, as swiftly as possible, quickly,
            as quickly as possible, rapidly, as rapidly as possible, speedily,
            as speedily as possible, as promptly as possible, urgently, as a matter of urgency,
            as a matter of priority, with urgency, on an urgent basis, on a priority basis,
            on an expedited basis, as a priority, in a timely manner, in a timely fashion,
            in a swift manner, in a prompt manner, in a speedy manner, on a timely basis, timely,
            before long, at short notice, on short notice, at the shortest notice,
            without loss of time, with all speed, with all due speed, with all dispatch, asap,
            a s a p, any time soon, sometime soon, some time soon, speedy, prompt, swift,
            expeditious, imminently, sooner or later, with all possible speed, with utmost speed,
            with the utmost urgency, with the utmost speed, with utmost urgency,
            with the shortest possible delay, with the least possible delay, as early as it is possible,
            as soon as it is possible, as soon as can be arranged, as soon as this is possible,
            as soon as they are able
            """,
        False: """
            to be determined, to be confirmed, to be decided, to be announced, tbd, tbc, tba,
            at any time, in future, in the future, in the near future, in near future,
            in the very near future, near future, in the nearest future,
            in the not too distant future, in the not so distant future, in the immediate future,
            in the foreseeable future, for the foreseeable future, at some point in the future,
            at some time in the future, in due course, in due time, in good time, in time,
            when appropriate, when necessary, when possible, when feasible, whenever possible,
            whenever appropriate, when circumstances permit, when circumstances allow,
            when conditions permit, when conditions allow, when the time is right,
            when the time is ripe, when the conditions are right, when conditions are ripe,
            when the situation permits, when the situation allows, if circumstances permit,
            if conditions permit, if conditions allow, as circumstances permit,
            as conditions permit, circumstances permitting, conditions permitting,
            without unnecessary delay, eventually, ultimately, in the short term,
            in the medium term, in the long term, in the short to medium term,
            in the medium to long term, in the mid to long term, in the short run,
            in the long run, over the short term, over the medium term, over the long term,
            over the longer term, in the longer term, over time, in the near term,
            in the mid term, in the short and medium term, in the medium and long term,
            until further notice, indefinitely, for an indefinite period, from now on, henceforth,
            hereafter, on an ongoing basis, on a continuing basis, on a continuous basis,
            continuously, for the time being, as of now, as from now, step by step, in stages, in the interim, in the meantime,
            in the coming period, in the period ahead, in the period to come, going forward,
            moving forward, on a permanent basis, permanently, once conditions permit,
            once circumstances permit, once conditions allow, once circumstances allow,
            when the circumstances allow, when the circumstances permit, once the situation permits,
            once the situation allows, as soon as the circumstances allow,
            as soon as the circumstances permit
            """,
    },
    Kind.NEXT: {1: "next, coming, upcoming, forthcoming, ensuing, next coming"},
    Kind.AFTER: {1: "following"},  # behind an article it is "next"
    Kind.THIS: {0: "this, current, present, ongoing, this current"},
    Kind.AHEAD: {
        (Unit.YEAR, 2): "year after next, year following next",
        (Unit.MONTH, 2): "month after next",
        (Unit.WEEK, 2): "week after next",
        (Unit.YEAR, 1): "following year, year ahead, year following",
        (Unit.WEEK, 1): "week ahead",
        (Unit.DAY, 1): "following day",
        (Unit.FISCAL_YEAR, 1): "new fiscal year, new financial year",
    },
    Kind.NEW_YEAR: {1: "new year, coming new year"},
    Kind.AFTER_NEXT: {
        2: """
            or the year after, or the year after that, or the one after, or the following one,
            or the following year, and the year after, or the month after, or the week after
            """
    },
    Kind.DAYWORD: {
        0: "today, end of the day, end of day, close of the day, tonight, this morning, this afternoon, this evening, same day, later today",
        1: """
            tomorrow, tomorrow morning, tomorrow afternoon, tomorrow evening, tomorrow night
            """,
        2: "day after tomorrow",
    },
    Kind.FEAST: {
        "christmas": "christmas, christmas day, xmas",
        "christmas eve": "christmas eve",
        "new year": "new year day, new years day",
        "new year's eve": "new year eve, new years eve",
        "easter": "easter, easter sunday, easter day",
        "good friday": "good friday",
        "easter monday": "easter monday",
        "ascension": "ascension day",
        "pentecost": "pentecost, whitsun",
        TURN: "turn of the year, turn of year, turn of the calendar year, turn of the new year",
    },
    Kind.ERA: {1925: "showa", 1988: "heisei", 2018: "reiwa"},
    Kind.FISCAL: {None: "fy, fiscal, financial", "JP": "jfy"},
    Kind.PARTY: {
        "JP": "japan, japanese",
        "US": "us, u.s, american, united states, federal",
        "IN": "india, indian",
        "GB": "uk, u.k, british",
    },
    Kind.TIMES: {
        1: """
            once, at least once, only once, not less than once, no less than once,
            not fewer than once, no fewer than once
            """,
        2: """
            twice, at least twice, not less than twice, no less than twice, not fewer than twice,
            no fewer than twice
            """,
        0: "once or twice, two or three times, three or four times, once or more, several times",
    },
    Kind.REPEAT: {
        (12, None): """
            annually, annual, yearly, on an annual basis, on a yearly basis, once yearly, per annum,
            year after year
            """,
        (6, None): """
            semi annually, semiannually, semi annual, semiannual, half yearly, twice yearly,
            on a semi annual basis, on a half yearly basis
            """,
        (6, 24): "biannually, biannual, bi annual, bi annually, on a biannual basis",
        (24, None): """
            biennially, biennial, on a biennial basis, in alternate years, alternate years
            """,
        (36, None): "triennially, triennial, on a triennial basis",
        (48, None): "quadrennially, quadrennial",
        (60, None): "quinquennially, quinquennial",
        (3, None): "quarterly, on a quarterly basis",
        (1, None): "monthly, on a monthly basis",
        (2, None): "bimonthly, bi monthly, on a bimonthly basis",
        (None, None): """
            weekly, on a weekly basis, fortnightly, biweekly, bi weekly, daily, on a daily basis,
            regularly, on a regular basis, regular, at regular intervals, periodically, periodic,
            on a periodic basis, periodical, from time to time, on an alternating basis, on a rotation basis, alternately, in turn, on a rotating basis,
            on a rotational basis, by rotation, repeatedly, recurrent, recurring, frequently,
            on a frequent basis, frequent, at frequent intervals, again and again
            """,
    },
}

_ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONE_TH = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
_SETTLED = (
    *(
        "agreed",
        "agreed upon",
        "agreed on",
        "determined",
        "decided",
        "decided upon",
        "fixed",
        "set",
    ),
    *("arranged", "coordinated", "settled", "specified", "confirmed", "finalised", "finalized"),
)
_ANNOUNCED = ("announced", "communicated", "advised", "notified")
_ALONE = {("to be", verb) for verb in ("determined", "confirmed", "decided", "announced")}
"""Those that tell of an open day with no noun before them, and stand among the open times."""
_SOFT = ("may", "march", "fall", "sun", "sat", "mon", "wed", "mar", "jan")


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every word and phrase, with what it is."""
    for phrase in _still_to_be_set():
        yield phrase, Entry(Kind.TO_BE_SET, None)
    for kind, words in _NAMED.items():
        yield from _phrases(kind, None, words)
    for kind, groups in _VALUED.items():
        for value, words in groups.items():
            yield from _phrases(kind, value, words)
    for word, number in _numbers().items():
        yield word, Entry(Kind.NUMBER, number)
    for word, number in _ordinals().items():
        yield word, Entry(Kind.ORDINAL, number)


def _phrases(kind: Kind, value: object, words: str) -> Iterator[tuple[str, Entry]]:
    entry = Entry(kind, value)
    for phrase in words.split(","):
        yield phrase.strip(), entry


def _still_to_be_set() -> Iterator[str]:
    """What is said of a day that has yet to be found: "to be mutually agreed upon later"."""
    for verb in (*_SETTLED, *_ANNOUNCED):
        for lead in ("to be", "yet to be", "still to be", "that will be"):
            if (lead, verb) not in _ALONE:
                yield f"{lead} {verb}"
            for tail in ("later", "at a later date", "at a later stage"):
                yield f"{lead} {verb} {tail}"
    for verb in _SETTLED:
        for manner in ("mutually", "jointly"):
            yield f"to be {manner} {verb}"
        yield f"to be {verb} through diplomatic channels"
        yield f"to be mutually {verb} through diplomatic channels"
        yield f"to be {verb} by both sides"
        yield f"to be {verb} between the two sides"


def _numbers() -> Mapping[str, int]:
    ones = {word: at for at, word in enumerate(_ONES.split(), 1)}
    tens = {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
    both = {
        f"{ten} {one}": tens[ten] + number
        for ten in tens
        for one, number in ones.items()
        if number < 10
    }
    odd = {"a dozen": 12, "a couple of": 2, "a couple": 2, "couple of": 2}
    return ones | tens | both | odd | {"hundred": 100, "a hundred": 100, "one hundred": 100}


def _ordinals() -> Mapping[str, int]:
    ones = {word: at for at, word in enumerate(_ONE_TH.split(), 1)}
    both = {f"twenty {word}": 20 + number for word, number in ones.items() if number < 10}
    return ones | both | {"thirtieth": 30, "thirty first": 31}


LEXICON = Lexicon(_entries(), soft=_SOFT)


def denotation_of(text: str) -> Denotation:
    """What an English phrase, in plain small letters, denotes.

    >>> denotation_of("late january")
    Part(portion=<Portion.LATE: 'late'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    return meaning(tokens_of(text, LEXICON), text)
