"""English words that stand for nothing but their kind: by, in, the, summit, convenient."""

from dipltrack.wording.tokens import Kind

NAMED: dict[Kind, str] = {
    Kind.NOW: """
        now, this meeting, this day, this statement, this date, the present day, the date hereof,
        this declaration, the date of this meeting, the present, the meeting date,
        the present meeting, the date of the meeting, the day of the meeting, the day of this meeting
        """,
    Kind.THE: "the, its, their, his, her, our, your, both, these, those",
    Kind.A: "a, an, another",
    Kind.SOME: "few, several, a few, many, a number of, a matter of",
    Kind.IN: """
        in, during, the whole of, whole of, the entirety of, for the whole of, in the course of, within the course of, during the course of,
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
        immediately before, just before, on the eve of, in time for, in good time for,
        in good time before
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
    Kind.OVER: "over, across, all through, over the course of",
    Kind.OF: "of",
    Kind.BETWEEN: "between, in between, any time between, sometime between, some time between",
    Kind.AND: "and, as well as",
    Kind.OR: "or, and or, or possibly, or perhaps, or even",
    Kind.SINCE: "since, ever since, for the first time in, for the first time since, for the second time in, dating from, dating back to",
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
        a further, further, a further period of,
        a renewable period of, a renewable term of, an initial, an initial renewable period of,
        a renewable, additional, an additional, a total of, a space of, a timeframe of, a time frame of,
        a duration of, a span of, a time limit of, a period of about
        """,
    Kind.FULL: "calendar, consecutive, full, whole, entire, complete, successive, more, short",
    Kind.PERIOD: "target year, biennium, triennium, period, timeframe, window, time frame, interval, term, deadline",
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
        at the time of, for the duration of, throughout the duration of, simultaneously with,
        at the same time as, concurrently with, in parallel with, in the wake of,
        taking advantage of, at the opening of, at the conclusion of, in connection with,
        within the life of, during the life of, within the lifetime of, during the lifetime of
        """,
    Kind.WHEN: """
        when, the day the, the date the, the moment the, on the day the, on the date the,
        the day that, from the day the, from the date the, on the date on which, on the day on which, on the date when, on the day when,
        as soon as, whenever, by the time, by such time as, until such time as, upon, pending, subject to, depending on, on completion of
        """,
    Kind.EVENT: """
        meeting, meetings, summit, summits, round, rounds, session, sessions, conference,
        conferences, consultations, consultation, talks, dialogue, dialogues, negotiation, visit, visits,
        ceremony, symposium, seminar, workshop, negotiations, gathering, convention,
        anniversary, election, elections, midterms, by election, polls, presidency, chairmanship, break, recess, holidays,
        ratification, signature, signing, completion, expiry, expiration, accession, inauguration,
        entry into force, enters into force, comes into force, takes effect, comes into effect,
        is ratified, is signed, is concluded, is completed, is reached, is in place, expires, lapses,
        takes office, has entered into force, have been completed, has been completed, are completed,
        unga, ministerial, plenary, high level week, high level segment,
        general assembly, g7, g8, g20, apec, asem, ticad, davos, brics, cop, olympics, olympic,
        paralympics, expo, world cup, games, festival, exhibition, interview, retreat, referendum,
        event, events, trip, mission, stay, tour, ramadan, golden week, national day, eid, diwali,
        lunar new year, chinese new year, spring festival, nowruz, hanukkah, thanksgiving,
        independence day, republic day, transition period, transitional period,
        implementation period, interim period, term of office, state visit, mandate, legislature,
        legislative period, legislative term, first term, second term, current term, present term,
        term in office, second mandate, first mandate, parliamentary term, mc, unea, chogm, hlpf, csw, revcon, prepcom,
        state of emergency,
        pandemic, lockdown, rises for the summer, rises for christmas, rises for easter,
        rises for the summer recess, colloquium, hackathon, review conference
        """,
    Kind.BODY: """
        committee, council, commission, forum, assembly, panel, working group, group, board, congress,
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
        canceled, suspended, expired, old style, lunar, hijri, sooner,
        thereafter, afterwards, beforehand, moved from, postponed from,
        rescheduled from, deferred from, shifted from, changed from, delayed from, brought forward from
        """,
    Kind.SIDE: "southern, austral, northern, boreal",
    Kind.WORD: """
        arab spring, prague spring, operation spring, peace spring, spring shield, spring offensive,
        first time, under secretary, if possible, if at all possible, if necessary, if appropriate, if needed, if required,
        if any, if so desired, where possible, where appropriate, where necessary, as appropriate,
        followed by, without interruption, without exception, without fail, not only, not least, no matter, without prejudice, without precondition,
        without preconditions, date on which, day on which, date when, once again, once more, time and again
        """,
    Kind.PAST_WORD: """
        signed, adopted, concluded, agreed, issued, dated, established, launched, made, announced,
        released, reached, approved, ratified, initialled, initialed, exchanged, published,
        endorsed, founded, inaugurated, created, enacted, passed, unveiled, opened, started, began,
        held, hosted, convened, commenced, begun, initiated, took place, taken place
        """,
}
