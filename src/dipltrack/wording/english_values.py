"""English words of time with what they stand for: a month with its number, "late" with its portion."""

from typing import Any

from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.feasts import TURN
from dipltrack.wording.grammar.named import APART
from dipltrack.wording.tokens import Kind

VALUED: dict[Kind, dict[Any, str]] = {
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
        0: "spring, springtime, spring months",
        1: "summer, summertime, summer months, summer period, summer season",
        2: "autumn, fall, autumn months, fall months",
        3: "winter, wintertime, winter months, winter season",
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
            opening weeks of, opening days of, first weeks of, opening week of, early months of, opening months of,
            first few days of, first few weeks of, first few months of, first months of
            """,
        Portion.MID: "mid, middle, middle of, middle part of, midst of, midpoint of",
        Portion.LATE: """
            late, late part of, later part of, latter part of, last part of, final part of,
            closing months of, closing weeks of, final weeks of, final months of, last weeks of,
            last days of, final days of, closing days of, dying days of, closing week of
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
        (
            Portion.END,
            Unit.YEAR,
        ): "year end, yearend, end year, end of year, calendar year end, years end",
        (Portion.END, Unit.MONTH): "month end, end of month",
        (Portion.END, Unit.QUARTER): "quarter end, end of quarter",
        (Portion.END, Unit.WEEK): "end of week, week end",
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
    Kind.LENGTH: {
        "most": """
            a maximum of, maximum of, a maximum period of, a period not exceeding, at most,
            no more than, not more than, not exceeding, less than, a period of at most,
            a period of up to, a period of no more than, a period of not more than
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
            as soon as they are able, as fast as possible, with a sense of urgency, with haste, with all haste, in haste, at pace,
            at an accelerated pace, in short order, as rapidly as practicable,
            as quickly as practicable, as swiftly as practicable, at the earliest possible, at the earliest possible moment
            """,
        False: """
            to be determined, to be confirmed, to be decided, to be announced, tbd, tbc, tba,
            at any time, in future, in the future, in the near future, in near future,
            in the very near future, near future, in the nearest future,
            in the not too distant future, in the not so distant future, in the immediate future,
            in the foreseeable future, for the foreseeable future, at some point in the future,
            at some time in the future, in due course, in due time, in good time, in time,
            if the situation improves, once the situation improves, when the situation improves,
            when the situation stabilises, once the situation stabilises, if the situation so permits,
            in a time bound manner, in a phased manner, in a gradual manner, gradually,
            within a reasonable time, within a reasonable period, within a reasonable period of time,
            within a mutually agreed timeline, within a mutually agreed timeframe, within an agreed timeline,
            within a reasonable timeframe, within a realistic timeframe, within an agreed timeframe, within the agreed timeframe, within a specified timeframe,
            within a time bound framework, progressively, over the longer run,
            on an ad hoc basis, ad hoc, as needed, if need be, on an as needed basis, when needed,
            as and when required, as and when needed, as and when necessary, as and when appropriate,
            as the need arises, when the need arises, if the need arises, on demand, on request,
            on such date as, on such other date as, at such time as, at such other time as,
            such date as, such other date as, such later date as, on such dates as,
            when appropriate, when necessary, when possible, when feasible, whenever possible,
            whenever appropriate, when mutually convenient, where mutually convenient, as mutually convenient,
            within the foreseeable future, when circumstances permit,
            when circumstances allow,
            when conditions permit, when conditions allow, when the time is right,
            when the time is ripe, when the conditions are right, when conditions are ripe,
            when the situation permits, when the situation allows, if circumstances permit,
            if conditions permit, if conditions allow, as circumstances permit,
            as conditions permit, circumstances permitting, conditions permitting,
            without unnecessary delay, eventually, ultimately, in the short term,
            in the medium term, in the long term, in the short to medium term,
            in the medium to long term, in the mid to long term, in the short run,
            in the long run, over the short term, over the medium term, over the long term,
            over the longer term, in the longer term, over time, in the near term, in the very near term,
            in the mid term, in the short and medium term, in the medium and long term,
            until terminated, until it is terminated, until replaced, until revoked, until superseded,
            until further notice, indefinitely, for an indefinite period, for an unlimited period,
            for an unlimited duration, for an indefinite duration, for an unspecified period,
            for an indeterminate period, as circumstances require, as the situation requires,
            as occasion requires, as the occasion arises, as opportunities arise,
            as the situation permits, as the situation allows, from now on, henceforth,
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
    Kind.WORD: {APART: "as, inclusive, respectively, alike, if at all"},
    Kind.NEXT: {1: "next, coming, upcoming, forthcoming, ensuing, next coming"},
    Kind.AFTER: {1: "following"},  # behind an article it is "next"
    Kind.THIS: {0: "this, current, present, ongoing, this current"},
    Kind.AHEAD: {
        (Unit.YEAR, 2): "year after next, year following next",
        (Unit.MONTH, 2): "month after next",
        (Unit.WEEK, 2): "week after next",
        (Unit.YEAR, 1): "following year, year ahead, year following, year to come",
        (Unit.WEEK, 1): "week ahead, week to come",
        (Unit.MONTH, 1): "month ahead, month to come",
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
        TURN: "turn of the year, turn of year, turn of the calendar year, turn of the new year, turn of",
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
        3: "thrice, at least thrice",
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
            biennially, biennial, on a biennial basis, in alternate years, alternate years, in every even year, in every odd year, in odd numbered years, in even numbered years,
            in odd years, in even years, odd numbered years, even numbered years
            """,
        (36, None): "triennially, triennial, on a triennial basis",
        (48, None): "quadrennially, quadrennial",
        (60, None): "quinquennially, quinquennial",
        (3, None): "quarterly, on a quarterly basis",
        (1, None): "monthly, on a monthly basis",
        (2, None): "bimonthly, bi monthly, on a bimonthly basis",
        (None, None): """
            weekly, on a weekly basis, fortnightly, biweekly, bi weekly, daily, on a daily basis,
            regularly, all year round, year round, on a regular basis, regular, at regular intervals, periodically, periodic,
            on a periodic basis, periodical, from time to time, on an alternating basis, on a rotation basis, alternately, in turn, on a rotating basis,
            on a rotational basis, by rotation, repeatedly, recurrent, recurring, frequently,
            on a frequent basis, frequent, at frequent intervals, again and again
            """,
    },
}
