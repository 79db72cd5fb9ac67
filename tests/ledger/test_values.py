"""What each key of the format takes and what it refuses, with the whole message; model ↔ table."""

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.keys import (
    LOG_TABLES,
    MEETING_TABLES,
    OWN,
    SETTINGS_TABLES,
    Key,
    Sort,
    keys_of,
    names_of,
    timing_keys,
)
from dipltrack.ledger.shape import Reader
from dipltrack.ledger.table import table_of
from dipltrack.ledger.value import WrongValueError, read_value, shown
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.conventions import FISCAL_YEARS, Conventions, Event
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.reminder import MailServer, Reminder, RuleSetting
from dipltrack.model.settings import Body, Identity
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Firmness, Level, Status, TimingClass
from dipltrack.model.window import UNTIMED, Every, Timing, Unit, Window
from tests.given import day

TOKYO = timezone(timedelta(hours=9))


def key(model: type, name: str) -> Key:
    """The key of that name of the table."""
    return next(key for key in (*keys_of(model), *timing_keys()) if key.name == name)


def flaws_of(model: type[Any], **raw: object) -> list[str]:
    """What is told of a table that holds that."""
    reader = Reader()
    reader.entry(model, raw, "table")
    return [told(flaw) for flaw in reader.flaws]


def told(flaw: Flaw) -> str:
    """A flaw in a line: the key, what is wrong, the mend."""
    return f"{flaw.key}: {flaw.wrong} — {flaw.mend}"


class Taken(NamedTuple):
    """A value that a key takes, and what the model then holds."""

    model: type
    key: str
    raw: object
    held: object


TAKEN: list[Taken] = [
    Taken(Commitment, "title", "Hold it", "Hold it"),
    Taken(Commitment, "wording", "one\ntwo", "one\ntwo"),
    Taken(Commitment, "review_on", day("2018-03-31"), day("2018-03-31")),
    Taken(Commitment, "report_every", 1, 1),
    Taken(Commitment, "track", raw=True, held=True),
    Taken(Commitment, "track", raw=False, held=False),
    Taken(Commitment, "lead", "ME1", ("ME1",)),
    Taken(Commitment, "lead", ["ME1"], ("ME1",)),
    Taken(Commitment, "lead", ["ME1", "METI"], ("ME1", "METI")),
    Taken(Commitment, "every", "1 year", Every(count=1, unit=Unit.YEAR)),
    Taken(Commitment, "every", "18 months", Every(count=18, unit=Unit.MONTH)),
    Taken(
        Meeting,
        "recorded",
        datetime(2017, 12, 29, 9, 30, tzinfo=TOKYO),
        datetime(2017, 12, 29, 0, 30, tzinfo=UTC),
    ),
    Taken(Meeting, "level", "senior officials", Level.SENIOR_OFFICIALS),
    Taken(Meeting, "parties", ["JP", "TR"], ("JP", "TR")),
    Taken(Meeting, "parties", [], ()),
    Taken(Update, "status", "on-hold", Status.ON_HOLD),
    Taken(Conventions, "seasons", [3, 6, 9, 12], (3, 6, 9, 12)),
    Taken(Conventions, "month_parts", [1, 10, 28], (1, 10, 28)),
    Taken(Conventions, "half_month", 15, 15),
    Taken(Conventions, "fiscal_year", {"JP": 1, "TR": 1}, {**FISCAL_YEARS, "JP": 1, "TR": 1}),
    Taken(RuleSetting, "days", [14, 3, 14], (3, 14)),
    Taken(RuleSetting, "days", [0], (0,)),
    Taken(RuleSetting, "days", [3660], (3660,)),
    Taken(Change, "to", "ME2", "ME2"),
    Taken(Change, "to", ["ME1", "METI"], ("ME1", "METI")),
    Taken(Change, "to", 90, 90),
    Taken(Change, "to", raw=True, held=True),
    Taken(Change, "from", day("2018-03-31"), day("2018-03-31")),
]


class Refused(NamedTuple):
    """A value that a key refuses, and the whole message."""

    model: type
    key: str
    raw: object
    told: str


def name_of(case: Taken | Refused) -> str:
    """How a case is called."""
    return f"{case.key}={case.raw}"


NINE = datetime(2018, 1, 29, 9, 0)  # noqa: DTZ001 - without an offset is what is refused
STATUSES = (
    "no-report, not-started, in-progress, on-hold, fulfilled, partly-fulfilled, not-fulfilled, "
    "superseded or withdrawn"
)
REFUSED: list[Refused] = [
    # numbers of days
    *(
        Refused(
            RuleSetting,
            "days",
            raw,
            f"days = {shown(raw)} is no list of whole numbers from 0 to 3660 — write days = [14, 3]",
        )
        for raw in ([], 3, [-1], [3661], [True], ["3"], [1.5])
    ),
    # text
    Refused(Commitment, "title", 7, 'title = 7 is not a text — write it in quotes: title = "7"'),
    Refused(
        Commitment,
        "title",
        raw=True,
        told='title = true is not a text — write it in quotes: title = "true"',
    ),
    Refused(
        Commitment,
        "paragraph",
        2.2,
        'paragraph = 2.2 is not a text — write it in quotes: paragraph = "2.2"',
    ),
    Refused(
        Commitment,
        "stated",
        day("2018-01-29"),
        'stated = 2018-01-29 is not a text — write it in quotes: stated = "2018-01-29"',
    ),
    Refused(
        Commitment,
        "title",
        ["a", 1],
        'title = ["a", 1] is not a text — write it in quotes: title = "["a", 1]"',
    ),
    Refused(
        Commitment,
        "title",
        {"a": 1},
        'title = {…} is not a text — write it in quotes: title = "{…}"',
    ),
    Refused(Commitment, "title", "", "title is empty — write it, or leave the line out"),
    Refused(Commitment, "wording", " \n ", "wording is empty — write it, or leave the line out"),
    # day
    Refused(
        Commitment,
        "review_on",
        NINE,
        "review_on = 2018-01-29T09:00:00 has a time of day where a day belongs — "
        "write review_on = 2018-01-29",
    ),
    Refused(
        Update,
        "date",
        2018,
        "date = 2018 is a year, no day — "
        'write the last day it can mean, and beside it when = "2018"',
    ),
    Refused(
        Commitment,
        "latest",
        2018,
        "latest = 2018 is a year, no day — write the whole day, such as 2018-03-31",
    ),
    Refused(
        Commitment,
        "latest",
        31,
        "latest = 31 is not a day — write a day without quotes: latest = 2018-01-29",
    ),
    Refused(
        Commitment,
        "latest",
        raw=True,
        told="latest = true is not a day — write a day without quotes: latest = 2018-01-29",
    ),
    Refused(
        Update,
        "date",
        "2018-01-29",
        'date = "2018-01-29" is not a day — write a day without quotes: date = 2018-01-29',
    ),
    # moment
    Refused(
        Update,
        "recorded",
        NINE,
        "recorded = 2018-01-29T09:00:00 has no offset from UTC — "
        "write it, such as 2018-01-29T09:00:00+09:00",
    ),
    Refused(
        Update,
        "recorded",
        day("2018-01-29"),
        "recorded = 2018-01-29 is not a moment — write recorded = 2018-01-30T10:12:00.004+09:00",
    ),
    # number and flag
    *(
        Refused(
            Commitment,
            "report_every",
            raw=raw,
            told=f"report_every = {stands} is not a whole number above 0 — "
            "write one, such as report_every = 30",
        )
        for raw, stands in ((0, "0"), (-1, "-1"), (True, "true"), (2.5, "2.5"), ("30", '"30"'))
    ),
    *(
        Refused(
            Commitment,
            "track",
            raw,
            f"track = {stands} is not true or false — write track = true, or leave it out",
        )
        for raw, stands in ((1, "1"), ("true", '"true"'))
    ),
    # words
    Refused(
        Update,
        "status",
        "fullfilled",
        f'status = "fullfilled" is not {STATUSES} — did you mean "fulfilled"?',
    ),
    Refused(
        Update,
        "status",
        "Fulfilled",
        f'status = "Fulfilled" is not {STATUSES} — did you mean "fulfilled"?',
    ),
    Refused(Update, "status", "?", f'status = "?" is not {STATUSES} — write one of them'),
    Refused(Update, "status", 3, f"status = 3 is not {STATUSES} — write one of them"),
    Refused(
        Update,
        "timing",
        "x" * 70,
        f'timing = "{"x" * 56}… is not fixed, moved or expected — write one of them',
    ),
    # period
    *(
        Refused(
            Commitment,
            "every",
            raw,
            f"every = {stands} is no period of years or months — "
            'write every = "1 year" or "6 months"',
        )
        for raw, stands in (
            ("2 weeks", '"2 weeks"'),
            ("0 years", '"0 years"'),
            ("1000 years", '"1000 years"'),
            ("yearly", '"yearly"'),
            (1, "1"),
        )
    ),
    # lists
    *(
        Refused(
            Meeting,
            "parties",
            raw,
            f'parties = {stands} is not a list of texts — write parties = ["JP", "TR"]',
        )
        for raw, stands in (("JP", '"JP"'), ([1], "[1]"), (["JP", ""], '["JP", ""]'))
    ),
    *(
        Refused(
            Commitment,
            "lead",
            raw,
            f"lead = {stands} is not a text or a list of texts — "
            'write lead = "ME1" or lead = ["ME1", "METI"]',
        )
        for raw, stands in ((7, "7"), ("", '""'), ([], "[]"), (["ME1", 7], '["ME1", 7]'))
    ),
    *(
        Refused(
            Conventions,
            "seasons",
            raw,
            f"seasons = {stands} is not 4 whole numbers from 1 to 12 — "
            "write seasons = [3, 6, 9, 12]",
        )
        for raw, stands in (
            ([3, 6, 9], "[3, 6, 9]"),
            ([3, 6, 9, 13], "[3, 6, 9, 13]"),
            ([0, 3, 6, 9], "[0, 3, 6, 9]"),
            (3, "3"),
            ([3, 6, 9, 12.0], "[3, 6, 9, 12.0]"),
        )
    ),
    Refused(
        Conventions,
        "month_parts",
        [1, 11, 29],
        "month_parts = [1, 11, 29] is not 3 whole numbers from 1 to 28, each above the one before — "
        "write month_parts = [1, 11, 21]",
    ),
    *(
        Refused(
            Conventions,
            "fiscal_year",
            raw,
            f"fiscal_year = {stands} does not give each party a month from 1 to 12 — "
            "write fiscal_year = { JP = 4, US = 10 }",
        )
        for raw, stands in ((4, "4"), ({"JP": 13}, "{…}"), ({"JP": "April"}, "{…}"))
    ),
    # any value
    *(
        Refused(
            Change,
            "to",
            raw,
            f"to = {stands} is not a value of the field — write it as the field has it",
        )
        for raw, stands in ((1.5, "1.5"), ([], "[]"), ([1, 2], "[1, 2]"), ({"a": 1}, "{…}"))
    ),
    Refused(
        Change,
        "to",
        NINE,
        "to = 2018-01-29T09:00:00 has a time of day where a day belongs — write to = 2018-01-29",
    ),
]


@pytest.mark.parametrize("case", TAKEN, ids=name_of)
def test_a_key_takes(case: Taken) -> None:
    assert read_value(key(case.model, case.key), case.raw) == case.held


@pytest.mark.parametrize("case", REFUSED, ids=name_of)
def test_a_key_refuses(case: Refused) -> None:
    with pytest.raises(WrongValueError) as refused:
        read_value(key(case.model, case.key), case.raw)

    assert f"{refused.value.wrong} — {refused.value.mend}" == case.told


def test_every_sort_of_key_is_in_the_tables_of_cases() -> None:
    tried = {key(case.model, case.key).sort for case in TAKEN}
    tried |= {key(case.model, case.key).sort for case in REFUSED}

    assert set(Sort) - tried == {Sort.TABLES, Sort.TIMING}  # these two are read with their table


@pytest.mark.parametrize("raw", ["2018-01-29", [{"says": "so"}, "or so"], {"says": "so"}, 7])
@pytest.mark.parametrize(
    ("name", "mend"),
    [
        (
            "evidence",
            (
                "evidence: evidence is no list of tables — "
                'write evidence = [{ address = "https://…" }]'
            ),
        ),
        (
            "changes",
            'changes: changes is no list of tables — write changes = [{ field = "lead" }]',
        ),
    ],
)
def test_a_list_of_tables_is_refused_with_an_example(name: str, mend: str, raw: object) -> None:
    assert flaws_of(Update, **{"of": "X", "date": day("2018-01-29"), name: raw}) == [mend]


@pytest.mark.parametrize(
    ("model", "raw", "expected"),
    [
        (
            Update,
            {"of": "X"},
            [
                (
                    "None: date is missing — "
                    "write it: the day of the fact; of several, or of a month, the last"
                )
            ],
        ),
        (
            Update,
            {"of": "X", "date": day("2018-01-29"), "evidence": [{"says": "so", "adress": "x"}]},
            [
                "evidence: evidence: adress is no key of table — did you mean address?",
                (
                    "evidence: evidence: it names no source — "
                    "write an address, a document or a registry number"
                ),
            ],
        ),
        (
            Update,
            {"of": "X", "date": day("2018-01-29"), "changes": [{"to": 7.5}]},
            [
                "changes: changes: field is missing — write it: the key that changes",
                (
                    "changes: changes: to = 7.5 is not a value of the field — "
                    "write it as the field has it"
                ),
            ],
        ),
        (
            Update,
            {"of": "X", "date": day("2018-01-29"), "timing": "moved"},
            [
                (
                    'timing: timing = "moved" names no time — '
                    "write stated, class, earliest and latest, as far as they are known"
                )
            ],
        ),
        (
            Update,
            {"of": "X", "date": day("2018-01-29"), "class": "open"},
            [
                (
                    "class: a new time does not say what it is — "
                    'write timing = "fixed", "moved" or "expected"'
                )
            ],
        ),
        (
            Update,
            {"of": "X", "date": day("2018-01-29"), "from": day("2018-01-30")},
            ["from: from = 2018-01-30 is after date = 2018-01-29 — swap them"],
        ),
        (
            Meeting,
            {"ref": "TR-1", "title": "M", "date": day("2018-01-29"), "from": day("2018-01-30")},
            [
                'ref: "TR-1" is no ref of a meeting — write it as TR-20171228',
                "from: from = 2018-01-30 is after date = 2018-01-29 — swap them",
            ],
        ),
        (
            Commitment,
            {"ref": "TR-20171228", "title": "M"},
            ['ref: "TR-20171228" is no ref of an item — write it as TR-20171228-2'],
        ),
        (
            Record,
            {"of": "X", "class": "exact", "latest": day("2018-01-29")},
            [
                (
                    'class: class = "exact" without its days — '
                    "write earliest and latest, or another class"
                )
            ],
        ),
        (
            Record,
            {"of": "X", "stated": "soon", "latest": day("2018-01-29")},
            [
                (
                    "stated: stated stands without a class — "
                    "a timing is always whole: write its class, and the days if there are any"
                )
            ],
        ),
        (
            Commitment,
            {
                "ref": "TR-20171228-1",
                "title": "M",
                "class": "part",
                "earliest": day("2018-01-31"),
                "latest": day("2018-01-21"),
            },
            ["earliest: earliest = 2018-01-31 is after latest = 2018-01-21 — swap them"],
        ),
        (
            RuleSetting,
            {"rule": "overdue", "firmness": ["plan", "plann"]},
            [
                (
                    'firmness: "plann" is not undertaking, agreement, plan, endeavour or statement — '
                    'did you mean "plan"?'
                )
            ],
        ),
        (
            RuleSetting,
            {"rule": "overdue", "firmness": "hard as rock"},
            [
                (
                    'firmness: "hard as rock" is not undertaking, agreement, plan, endeavour or '
                    "statement — write one of them"
                )
            ],
        ),
        (
            MailServer,
            {"smtp": "mail.example.org", "from": "me1"},
            [
                'smtp: smtp = "mail.example.org" is no HOST:PORT — write smtp = "mail.example.org:587"',
                'from: from = "me1" is no plain mail address — write one such as from = "me1@example.org"',
            ],
        ),
        (
            MailServer,
            {"smtp": "mail.example.org:25", "encryption": "none"},
            [
                (
                    'encryption: encryption = "none" would let anybody read what goes to '
                    'mail.example.org — write "starttls" or "tls"'
                )
            ],
        ),
        (MailServer, {"smtp": "localhost:25", "encryption": "none"}, []),
        (
            Reminder,
            {
                "of": "TR-2017",
                "rule": "due",
                "for": day("2018-02-02"),
                "date": day("2018-02-01"),
                "channel": "text",
            },
            [
                'of: "TR-2017" is no ref of an item — write it as TR-20171228-2',
                (
                    "for: for = 2018-02-02 is after date = 2018-02-01 — "
                    "write the day that it was due on, and that of its issue"
                ),
            ],
        ),
        (
            Identity,
            {"name": "Desk", "party": "Japan"},
            ['party: "Japan" is no code of a party — write it as JP'],
        ),
        (
            Document,
            {"name": "release", "x_shelf": "B4", "zzz": 1},
            ["zzz: zzz is no key of table — call a key of your own x_…"],
        ),
    ],
)
def test_what_cannot_stand_in_one_table_is_told(
    model: type, raw: dict[str, object], expected: list[str]
) -> None:
    assert flaws_of(model, **raw) == expected


def test_flaws_are_told_in_the_order_of_the_format_whatever_the_order_of_the_table() -> None:
    told_of = flaws_of(
        Commitment,
        latest=7,
        laed=1,
        track="no",
        stated="soon",
        title="",
        hndling=1,
    )

    assert [one.partition(" — ")[0] for one in told_of] == [
        "laed: laed is no key of table",
        "hndling: hndling is no key of table",
        "None: ref is missing",
        "title: title is empty",
        "latest: latest = 7 is not a day",
        "stated: stated stands without a class",
        'track: track = "no" is not true or false',
    ]


def test_a_flaw_of_evidence_names_the_table_that_it_stands_in() -> None:
    reader = Reader()
    raw = {"of": "X", "date": day("2018-01-29"), "evidence": [{"address": "x", "adress": "x"}]}

    assert reader.entry(Update, raw, "update", 2) is not None
    assert [(flaw.index, told(flaw)) for flaw in reader.flaws] == [
        (2, "evidence: evidence: adress is no key of update — did you mean address?")
    ]


def test_what_is_no_table_is_told() -> None:
    reader = Reader()

    assert reader.entry(Meeting, "Ankara", "meeting") is None
    assert [told(flaw) for flaw in reader.flaws] == [
        "None: meeting is no table — write it as [meeting]"
    ]


def test_a_long_value_is_cut_in_a_message() -> None:
    assert shown("x" * 100) == '"' + "x" * 56 + "…"


# The model and the file: what one writes the other reads.

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=30
).filter(str.strip)
DAYS = st.dates()
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    datetime(1000, 1, 2),  # noqa: DTZ001 - hypothesis puts the time zone in
    datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=OFFSETS,
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
NUMBERS = st.integers(1, 10**6)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
VALUES = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(-100, 10**6),
    DAYS,
    st.lists(TEXTS, min_size=2, max_size=3).map(tuple),
)
PERIODS = st.builds(Every, count=st.integers(1, 999), unit=st.sampled_from(Unit))
PARTNERS = st.sampled_from(["TR", "EU", "ASEAN+3", "G20"])
MEETING_REFS = st.builds(
    lambda partner, on, letter: f"{partner}-{on.isoformat().replace('-', '')}{letter}",
    PARTNERS,
    DAYS,
    st.sampled_from(["", "b", "z"]),
)
ITEM_REFS = st.builds(lambda ref, n: f"{ref}-{n}", MEETING_REFS, st.integers(1, 99999))


@st.composite
def timings(draw: st.DrawFn) -> Timing:
    """A timing whose days stand in order; an exact one has both."""
    class_ = draw(st.sampled_from([c for c in TimingClass if c is not TimingClass.NONE]))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    exact = class_ is TimingClass.EXACT
    return Timing(
        stated=draw(st.none() | TEXTS),
        window=Window(
            class_=class_,
            earliest=first if exact else draw(st.sampled_from([None, first])),
            latest=last if exact else draw(st.sampled_from([None, last])),
            every=draw(st.none() | PERIODS),
            event=draw(st.none() | TEXTS),
            basis=draw(st.none() | TEXTS),
        ),
    )


OF_SORT: dict[Sort, st.SearchStrategy[Any]] = {
    Sort.TEXT: TEXTS,
    Sort.LINES: st.lists(TEXTS, min_size=1, max_size=3).map("\n".join),
    Sort.DAY: DAYS,
    Sort.MOMENT: MOMENTS,
    Sort.NUMBER: NUMBERS,
    Sort.FLAG: st.booleans(),
    Sort.PERIOD: PERIODS,
    Sort.NAMES: NAMES,
    Sort.NAMES_OR_ONE: NAMES,
    Sort.MONTHS: st.dictionaries(PARTNERS, st.integers(1, 12)).map(
        lambda m: {**FISCAL_YEARS, **m}
    ),
    Sort.VALUE: VALUES,
    Sort.DAYS: st.lists(st.integers(0, 3660), min_size=1, max_size=3, unique=True).map(
        lambda days: tuple(sorted(days))
    ),
}


SOURCE = frozenset({"address"})
"""What evidence has at least, in these tests."""


def values_of(key: Key, model: type) -> st.SearchStrategy[Any]:
    """Any value that the field behind the key may hold."""
    if key.name == "ref":
        return ITEM_REFS if model is Commitment else MEETING_REFS
    if key.name == "party":
        return PARTNERS
    if model is Reminder and key.name == "of":
        return ITEM_REFS
    if model is MailServer and key.name == "smtp":
        return st.sampled_from(["localhost:25", "127.0.0.1:2525", "[::1]:465"])
    if model is MailServer and key.name == "from":
        return st.sampled_from(["me1@example.org", "first.middle-east@mofa.example"])
    if model is RuleSetting and key.name == "firmness":
        return st.lists(st.sampled_from([w.value for w in Firmness]), min_size=1).map(tuple)
    if key.words is not None:
        return st.sampled_from(list(key.words))
    if key.table is Evidence:
        with_source = entries(Evidence, required=SOURCE)
        return st.lists(with_source, max_size=2).map(tuple)
    if key.table is Change:
        return st.lists(entries(Change), max_size=2).map(tuple)
    if key.sort is Sort.NUMBERS:
        size = len(key.default)
        ascending = st.lists(st.integers(1, 12), min_size=size, max_size=size, unique=True)
        return ascending.map(lambda numbers: tuple(sorted(numbers)))
    return OF_SORT[key.sort]


@st.composite
def entries(draw: st.DrawFn, model: type, required: frozenset[str] = frozenset()) -> Any:  # noqa: ANN401
    """Any entry of a class of the model whose fields do not contradict each other."""
    values: dict[str, Any] = {}
    for key in keys_of(model):
        must = key.required or key.name in required
        if key.sort is Sort.TIMING:
            if draw(st.booleans()):
                values[key.field] = draw(timings())
        elif must or draw(st.booleans()):
            values[key.field] = draw(values_of(key, model))
    if model is Update:
        values["timing"] = "moved" if values.get("to") else None
    if model is Reminder:
        values["for_"], values["date"] = sorted((values["for_"], values["date"]))
    if values.get("from_") and model in {Meeting, Update}:
        values["from_"], values["date"] = sorted((values["from_"], values["date"]))
    return model(**values)


ALL_TABLES: dict[str, type] = {
    **MEETING_TABLES,
    **SETTINGS_TABLES,
    **LOG_TABLES,
    "evidence": Evidence,
    "change": Change,
}


def parsed_text(name: str, table: dict[str, Any]) -> dict[str, Any]:
    """The table as a parser gives it back from the program's own text of it.

    Conventions are the one table that only a hand writes: its table of months has no text here.
    """
    if name == "conventions":
        return table
    parsed: dict[str, Any] = tomllib.loads(text_of_table(name, table, single=True))[name]
    return parsed


@pytest.mark.parametrize("name", ALL_TABLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_entry_reads_back_from_its_text_as_it_was(name: str, data: st.DataObject) -> None:
    model = ALL_TABLES[name]
    entry = data.draw(entries(model, required=SOURCE if model is Evidence else frozenset()))
    reader = Reader()

    parsed = parsed_text(name, table_of(entry))

    assert parsed == table_of(entry)
    assert reader.entry(model, parsed, name) == entry
    assert reader.flaws == []


@pytest.mark.parametrize("model", ALL_TABLES.values(), ids=ALL_TABLES)
def test_every_field_of_the_model_has_a_key_with_its_meaning(model: type) -> None:
    assert {key.field for key in keys_of(model)} == {field.name for field in fields(model)} - {OWN}
    assert all(key.meaning for key in keys_of(model))


def test_what_every_entry_carries_is_written_first_and_a_timing_as_seven_keys() -> None:
    names = names_of(Record)

    assert names[:5] == ("id", "recorded", "by", "redacted", "of")
    assert names[-7:] == tuple(key.name for key in timing_keys())
    assert names[-7:] == ("stated", "class", "earliest", "latest", "every", "event", "basis")


def test_what_is_at_its_default_is_left_out() -> None:
    item = Commitment(ref="TR-20171228-1", title="Hold it", timing=UNTIMED)

    assert table_of(item) == {"ref": "TR-20171228-1", "title": "Hold it"}


def test_a_body_and_an_event_keep_their_days() -> None:
    body = Body(name="ME1", party="JP", until=date(2024, 3, 31))
    event = Event(name="G20", earliest=date(2019, 6, 28), latest=date(2019, 6, 29))

    assert table_of(body) == {"name": "ME1", "party": "JP", "until": date(2024, 3, 31)}
    assert table_of(event) == {
        "name": "G20",
        "earliest": date(2019, 6, 28),
        "latest": date(2019, 6, 29),
    }
