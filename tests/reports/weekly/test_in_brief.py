"""The sentences at the head of the weekly report: right in number and grammar, whatever happened."""

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dipltrack.model.entry import Entry
from dipltrack.model.vocabulary import Firmness, Kind, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.alike import alike_of
from dipltrack.reports.prose import number_word
from dipltrack.reports.tally import Place, tally_of
from dipltrack.reports.weekly.in_brief import brief_sentences
from dipltrack.reports.weekly.report import weekly_blocks
from dipltrack.reports.weekly.week import Week
from tests.given import day
from tests.reports.weekly.desk import FRIDAY, changes, entered, item, update, weekly_of

KEPT = {"status": Status.FULFILLED}
LATER = Timing(
    stated="by the end of June", window=Window(class_=TimingClass.BY, latest=day("2018-06-30"))
)
HOPE = {"firmness": Firmness.ENDEAVOUR}


def said(root: Path, *entries: Entry) -> str:
    """The sentences of a desk with those entries on 2 February 2018."""
    weekly = weekly_of(root, *entries)
    promised = [one for one in weekly.now if one.is_promise]
    on_file = any(alike.is_promise for alike in weekly.counts)
    return brief_sentences(promised, changes(weekly), FRIDAY.as_of, on_file=on_file)


QUIET = "Nothing was kept, promised or moved this week."
CALM = "Nothing is overdue; nothing falls due by 16 February."
CASES = {
    "one, in hand": (
        (item(1, "2018-05-01", "2018-05-31"), update(1, "2018-01-20", note="n")),
        f"{QUIET} {CALM}",
    ),
    "one, never reported": (
        (item(1),),
        (
            f"{QUIET} {CALM} Nothing has been reported on one promise, for 36 days; nobody has been "
            "asked."
        ),
    ),
    "two, never reported, one asked": (
        (item(1), item(2), update(2, "2018-01-20", asked=("METI",))),
        (
            f"{QUIET} {CALM} Nothing has been reported on two promises, at the longest for 36 days; an "
            "answer is waited for on one of them."
        ),
    ),
    "two, both asked": (
        (
            item(1),
            item(2),
            update(1, "2018-01-20", asked=("METI",)),
            update(2, "2018-01-20", asked=("METI",)),
        ),
        (
            f"{QUIET} {CALM} Nothing has been reported on two promises, at the longest for 36 days; "
            "answers are waited for on all of them."
        ),
    ),
    "one, asked": (
        (item(1), update(1, "2018-01-20", asked=("METI",))),
        (
            f"{QUIET} {CALM} Nothing has been reported on one promise, for 36 days; an answer is waited "
            "for."
        ),
    ),
    "one overdue": (
        (item(1, "2018-01-01", "2018-02-01"), update(1, "2018-01-20", note="n")),
        (
            "One promise is overdue: “Act 1” (TR-20171228-1), by 1 day; nothing falls due by 16 "
            f"February. {QUIET}"
        ),
    ),
    "two overdue, one more due": (
        (
            item(1, "2018-01-01", "2018-01-20"),
            item(2, "2018-01-01", "2018-01-31"),
            item(3, "2018-02-01", "2018-02-16"),
        ),
        (
            "Two promises are overdue, the longest “Act 1” (TR-20171228-1), by 13 days; one more falls "
            f"due by 16 February: “Act 3” (TR-20171228-3). {QUIET}"
        ),
    ),
    "two due": (
        (item(1, last="2018-02-02"), item(2, last="2018-02-16")),
        (
            f"{QUIET} Nothing is overdue; two fall due by 16 February: “Act 1” (TR-20171228-1) and “Act "
            "2” (TR-20171228-2)."
        ),
    ),
    "four due are not named": (
        tuple(item(n, last="2018-02-10") for n in range(1, 5)),
        f"{QUIET} Nothing is overdue; four fall due by 16 February.",
    ),
    "one kept in time": (
        (item(1, "2018-01-21", "2018-01-31"), update(1, "2018-01-29", **KEPT)),
        f"One promise was kept this week, in time: “Act 1” (TR-20171228-1). {CALM}",
    ),
    "one kept late": (
        (item(1, "2018-01-01", "2018-01-28"), update(1, "2018-01-29", **KEPT)),
        f"One promise was kept this week, 1 day late: “Act 1” (TR-20171228-1). {CALM}",
    ),
    "one kept without a date": (
        (item(1), update(1, "2018-01-29", **KEPT)),
        f"One promise was kept this week: “Act 1” (TR-20171228-1). {CALM}",
    ),
    "two kept in time": (
        (
            item(1, "2018-01-21", "2018-01-31"),
            item(2, "2018-02-21", "2018-02-28"),
            update(1, "2018-01-29", **KEPT),
            update(2, "2018-01-30", **KEPT),
        ),
        (
            "Two promises were kept this week, both in time: “Act 1” (TR-20171228-1) and “Act 2” "
            f"(TR-20171228-2). {CALM}"
        ),
    ),
    "three kept, one late, one undated": (
        (
            item(1, "2018-01-21", "2018-01-31"),
            item(2, "2018-01-21", "2018-01-28"),
            item(3),
            update(1, "2018-01-29", **KEPT),
            update(2, "2018-01-30", **KEPT),
            update(3, "2018-01-30", **KEPT),
        ),
        (
            "Three promises were kept this week, one in time, one late and one without a date: “Act 1” "
            f"(TR-20171228-1), “Act 2” (TR-20171228-2) and “Act 3” (TR-20171228-3). {CALM}"
        ),
    ),
    "one closed unkept": (
        (item(1), update(1, "2018-01-30", status=Status.NOT_FULFILLED, reason="r")),
        f"One promise was closed unkept. {CALM}",
    ),
    "filed in the week": (
        (item(1, recorded=entered("2018-01-31")), item(2, **HOPE, recorded=entered("2018-01-31"))),
        (
            "One new promise was made or filed, without a date; one thing was also said, not promised. "
            f"{CALM} Nothing has been reported on one promise, for 36 days; nobody has been asked."
        ),
    ),
    "held once more": (
        (item(1, kind=Kind.RECURRING), update(1, "2018-01-30", held=True)),
        f"One recurring promise was held once more: “Act 1” (TR-20171228-1). {CALM}",
    ),
    "moved": (
        (
            item(1, "2018-03-01", "2018-03-31"),
            update(1, "2018-01-30", timing=TimingChange.MOVED, to=LATER, reason="r"),
        ),
        (
            f"The time of one promise was fixed or moved. {CALM} Nothing has been reported on one promise, "
            "for 36 days; nobody has been asked."
        ),
    ),
    "overdue for years": (
        (item(1, "2012-01-01", "2013-12-31"), update(1, "2018-01-20", note="n")),
        (
            "One promise is overdue: “Act 1” (TR-20171228-1), by more than 4 years; nothing falls due by "
            f"16 February. {QUIET}"
        ),
    ),
    "stale": (
        (item(1, "2018-05-01", "2018-05-31", report_every=5), update(1, "2018-01-20", note="n")),
        f"{QUIET} {CALM} On one promise the last report is old.",
    ),
    "nothing promised": ((item(1, **HOPE),), "No promise is on file as of 2 February."),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case: str, tmp_path: Path) -> None:
    entries, expected = CASES[case]

    assert said(tmp_path / "ledger", *entries) == expected


DAYS = st.dates(day("2017-12-28"), day("2018-03-31")).map(lambda on: on.isoformat())
FATES = st.sampled_from(
    [
        None,
        {"note": "n"},
        {"status": Status.FULFILLED},
        {"status": Status.PARTLY_FULFILLED},
        {"status": Status.NOT_FULFILLED, "reason": "r"},
        {"status": Status.IN_PROGRESS},
        {"asked": ("METI",)},
        {"held": True},
    ]
)


@st.composite
def desks(draw: st.DrawFn) -> list[Entry]:
    """Items with any window, any firmness, and up to one entry each."""
    entries: list[Entry] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        first, last = sorted((draw(DAYS), draw(DAYS)))
        dated = draw(st.booleans())
        firmness = draw(st.sampled_from([None, *Firmness]))
        recorded = entered(draw(st.sampled_from(["2017-12-29", "2018-01-31"])))
        days = {"first": first, "last": last} if dated else {}
        entries.append(item(number, **days, firmness=firmness, recorded=recorded))
        fate = draw(FATES)
        if fate is not None:
            on = draw(st.dates(day("2017-12-28"), day("2018-02-02"))).isoformat()
            entries.append(update(number, on, **fate))
    return entries


WRONG = re.compile(
    r"\b(?:one|1) (?:new )?(?:promises|things|days|recurring promises)\b"
    r"|\b(?:no|two|three|four|five|six) (?:new )?(?:promise|thing|day)\b"
    r"|\b(?:one|1)(?: new)? (?:promise|thing)s? (?:are|were)\b"
    r"|\bpromises (?:is|was)\b|  |\.\.|;;|: \.|None"
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(desks())
def test_number_and_grammar_always_agree(entries: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        weekly = weekly_of(Path(folder) / "ledger", *entries, whole=True)
        promised = [one for one in weekly.now if one.is_promise]
        text = brief_sentences(promised, changes(weekly), FRIDAY.as_of, on_file=bool(promised))

    counts = tally_of((alike_of(one), 1) for one in promised)
    assert not WRONG.search(text)
    assert text.endswith(".")
    assert all(sentence[0].isupper() for sentence in re.split(r"(?<=\.) (?=[A-Z])", text))
    if overdue := counts[Place.OVERDUE]:
        assert text.startswith(f"{number_word(overdue).capitalize()} promise")
    elif promised:
        assert "Nothing is overdue" in text
    if silent := counts[Place.NO_REPORT]:
        assert f"reported on {number_word(silent)} promise" in text
    assert sum(counts.values()) == len(promised)


ENTERED = st.sampled_from([None, "2018-01-05", "2018-01-26", "2018-01-27", "2018-02-01"])
FACTS = st.one_of(
    FATES, st.just({"timing": TimingChange.MOVED, "to": LATER}), st.just({"seek": "Shall we?"})
)


@st.composite
def busy_desks(draw: st.DrawFn) -> list[Entry]:
    """The same, with up to three entries each, whenever they were made."""
    entries: list[Entry] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        made = [entered(on) if on else None for on in draw(st.lists(ENTERED, min_size=4))]
        first, last = sorted((draw(DAYS), draw(DAYS)))
        firmness = draw(st.sampled_from([None, Firmness.ENDEAVOUR]))
        entries.append(item(number, first, last, firmness=firmness, recorded=made[0]))
        for recorded in made[1:]:
            fact = draw(FACTS)
            if fact is not None:
                on = draw(st.dates(day("2017-12-28"), day("2018-02-02"))).isoformat()
                entries.append(update(number, on, recorded=recorded, **fact))
    return entries


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(busy_desks(), st.sampled_from([FRIDAY, Week.on(day("2018-02-16"))]))
def test_what_was_closed_long_ago_is_missed_in_no_section(
    entries: list[Entry], week: Week
) -> None:
    with TemporaryDirectory() as folder:
        told = weekly_of(Path(folder) / "told", *entries, week=week)
        whole = weekly_of(Path(folder) / "whole", *entries, week=week, whole=True)

    assert weekly_blocks(told) == weekly_blocks(whole)
    assert told.counts == Counter(alike_of(one) for one in whole.now)
    assert {one.ref for one in told.now} <= {one.ref for one in whole.now}
