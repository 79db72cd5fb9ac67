"""German words of time: a table of what they mean, beside it what is refused."""

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.german.lexicon import LEXICON
from dipltrack.wording.reading import UnreadTimeError, window_of

HERE = Path(__file__).parent
DEFAULTS = Conventions()
ANCHOR = date(2018, 3, 14)
DAY = timedelta(days=1)
Ends = tuple[date | None, date | None]


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


READ = rows_of("german.tsv")
REFUSED = rows_of("german-refused.tsv")
assert len(READ) > 150, "the table of readings is gone"
assert len(REFUSED) > 20, "the table of refusals is gone"


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_the_words_mean_these_days(row: dict[str, str]) -> None:
    anchor = date.fromisoformat(row["anchor"])

    window = window_of(row["text"], anchor, DEFAULTS, place=row["place"], lang="de")

    found = [window.class_, window.earliest or "", window.latest or "", window.every or ""]
    assert [str(value) for value in found] == [
        row["class"],
        row["earliest"],
        row["latest"],
        row["every"],
    ]


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_what_is_not_understood_is_refused_with_near_readings(row: dict[str, str]) -> None:
    with pytest.raises(UnreadTimeError) as refused:
        window_of(row["text"], date.fromisoformat(row["anchor"]), DEFAULTS, lang="de")

    assert " | ".join(refused.value.near) == row["near"]


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_every_near_reading_is_understood(row: dict[str, str]) -> None:
    for near in row["near"].split(" | ") if row["near"] else []:
        window = window_of(near, date.fromisoformat(row["anchor"]), DEFAULTS, lang="de")
        assert window.has_day or near == "so bald wie möglich"


def test_no_phrase_is_written_down_twice() -> None:
    twice = [phrase for phrase, count in Counter(LEXICON.words).items() if count > 1]

    assert twice == []


TIMES: dict[str, tuple[str, str]] = {
    "2019": ("2019-01-01", "2019-12-31"),
    "Anfang 2019": ("2019-01-01", "2019-04-30"),
    "Mitte 2019": ("2019-05-01", "2019-08-31"),
    "Ende 2019": ("2019-09-01", "2019-12-31"),
    "Ende nächsten Jahres": ("2019-09-01", "2019-12-31"),
    "Juni": ("2018-06-01", "2018-06-30"),
    "Januar": ("2019-01-01", "2019-01-31"),
    "Juni 2019": ("2019-06-01", "2019-06-30"),
    "Juni nächsten Jahres": ("2019-06-01", "2019-06-30"),
    "Juni des kommenden Jahres": ("2019-06-01", "2019-06-30"),
    "Anfang Juni": ("2018-06-01", "2018-06-10"),
    "Mitte Juni 2019": ("2019-06-11", "2019-06-20"),
    "Ende Januar": ("2019-01-21", "2019-01-31"),
    "Mitte bis Ende Juni": ("2018-06-11", "2018-06-30"),
    "Anfang nächsten Monats": ("2018-04-01", "2018-04-10"),
    "Ende nächster Woche": ("2018-03-23", "2018-03-25"),
    "15. Juni 2018": ("2018-06-15", "2018-06-15"),
    "15. Juni": ("2018-06-15", "2018-06-15"),
    "15.6.2018": ("2018-06-15", "2018-06-15"),
    "15. 6. 2018": ("2018-06-15", "2018-06-15"),
    "2018-06-15": ("2018-06-15", "2018-06-15"),
    "Herbst 2019": ("2019-09-01", "2019-11-30"),
    "Q4 2018": ("2018-10-01", "2018-12-31"),
    "Weihnachten": ("2018-12-25", "2018-12-25"),
}
SAID: dict[str, Callable[[date, date], Ends]] = {
    "{}": lambda first, last: (first, last),
    "das Treffen soll {} in Berlin stattfinden": lambda first, last: (first, last),
    "etwa {}": lambda first, last: (first, last),
    "bis {}": lambda _, last: (ANCHOR, last),
    "bis spätestens {}": lambda _, last: (ANCHOR, last),
    "spätestens {}": lambda _, last: (ANCHOR, last),
    "spätestens bis {}": lambda _, last: (ANCHOR, last),
    "{}, spätestens": lambda _, last: (ANCHOR, last),
    "noch vor {}": lambda first, _: (ANCHOR, first - DAY),
    "nach {}": lambda _, last: (last + DAY, None),
    "nicht vor {}": lambda first, _: (first, None),
    "frühestens {}": lambda first, _: (first, None),
    "ab {}": lambda first, last: (first, last),
}


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("time", TIMES)
def test_a_construction_moves_the_ends_of_a_time(said: str, time: str) -> None:
    first, last = (date.fromisoformat(day) for day in TIMES[time])
    if said.startswith("noch vor") and time.startswith("Ende"):
        return

    window = window_of(said.format(time), ANCHOR, DEFAULTS, place="DE", lang="de")

    assert (window.earliest, window.latest) == SAID[said](first, last)


@pytest.mark.parametrize("text", ["im März", "im Maerz", "IM MÄRZ", "im Ma\u0308rz"])
def test_umlauts_may_be_written_in_any_way(text: str) -> None:
    window = window_of(text, ANCHOR, DEFAULTS, lang="de")

    assert (window.earliest, window.latest) == (date(2018, 3, 1), date(2018, 3, 31))


@pytest.mark.parametrize("text", ["regelmäßig", "regelmaessig", "regelmäßige Treffen"])
def test_what_recurs_with_no_period_has_no_window(text: str) -> None:
    window = window_of(text, ANCHOR, DEFAULTS, lang="de")

    assert (window.class_, window.every, window.has_day) == ("recurring", None, False)


def test_an_event_keeps_its_name_as_written() -> None:
    window = window_of("vor dem nächsten EU-Türkei-Gipfel", ANCHOR, DEFAULTS, lang="de")

    assert window.event == "nächsten EU-Türkei-Gipfel"
