"""Turkish words of time: a table of what they mean, beside it what is refused."""

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import UnreadTimeError, window_of
from dipltrack.wording.turkish import LEXICON

HERE = Path(__file__).parent
DEFAULTS = Conventions()
ANCHOR = date(2018, 3, 14)
DAY = timedelta(days=1)
Ends = tuple[date | None, date | None]


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


READ = rows_of("turkish.tsv")
REFUSED = rows_of("turkish-refused.tsv")
assert len(READ) > 150, "the table of readings is gone"
assert len(REFUSED) > 20, "the table of refusals is gone"


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_the_words_mean_these_days(row: dict[str, str]) -> None:
    anchor = date.fromisoformat(row["anchor"])

    window = window_of(row["text"], anchor, DEFAULTS, place=row["place"], lang="tr")

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
        window_of(row["text"], date.fromisoformat(row["anchor"]), DEFAULTS, lang="tr")

    assert " | ".join(refused.value.near) == row["near"]


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_every_near_reading_is_understood(row: dict[str, str]) -> None:
    for near in row["near"].split(" | ") if row["near"] else []:
        window = window_of(near, date.fromisoformat(row["anchor"]), DEFAULTS, lang="tr")
        assert window.has_day or near == "en kısa sürede"


def test_no_phrase_is_written_down_twice() -> None:
    twice = [phrase for phrase, count in Counter(LEXICON.words).items() if count > 1]

    assert twice == []


TIMES: dict[tuple[str, str, str, str], tuple[str, str]] = {
    ("2019", "2019'da", "2019'a", "2019'dan"): ("2019-01-01", "2019-12-31"),
    ("2019 yılı", "2019 yılında", "2019 yılına", "2019 yılından"): ("2019-01-01", "2019-12-31"),
    ("gelecek yıl", "gelecek yılda", "gelecek yıla", "gelecek yıldan"): (
        "2019-01-01",
        "2019-12-31",
    ),
    ("2019 başı", "2019 başında", "2019 başına", "2019 başından"): ("2019-01-01", "2019-04-30"),
    ("2019 ortası", "2019 ortasında", "2019 ortasına", "2019 ortasından"): (
        "2019-05-01",
        "2019-08-31",
    ),
    (
        "2019'un ilk yarısı",
        "2019'un ilk yarısında",
        "2019'un ilk yarısına",
        "2019'un ilk yarısından",
    ): (
        "2019-01-01",
        "2019-06-30",
    ),
    (
        "yılın ikinci çeyreği",
        "yılın ikinci çeyreğinde",
        "yılın ikinci çeyreğine",
        "yılın ikinci çeyreğinden",
    ): ("2018-04-01", "2018-06-30"),
    ("Haziran", "Haziran'da", "Haziran'a", "Haziran'dan"): ("2018-06-01", "2018-06-30"),
    ("Ocak ayı", "Ocak ayında", "Ocak ayına", "Ocak ayından"): ("2019-01-01", "2019-01-31"),
    ("Haziran 2019", "Haziran 2019'da", "Haziran 2019'a", "Haziran 2019'dan"): (
        "2019-06-01",
        "2019-06-30",
    ),
    (
        "gelecek yıl Haziran ayı",
        "gelecek yıl Haziran ayında",
        "gelecek yıl Haziran ayına",
        "gelecek yıl Haziran ayından",
    ): ("2019-06-01", "2019-06-30"),
    ("Ocak başı", "Ocak başında", "Ocak başına", "Ocak başından"): ("2019-01-01", "2019-01-10"),
    ("Mayıs ortası", "Mayıs ortasında", "Mayıs ortasına", "Mayıs ortasından"): (
        "2018-05-11",
        "2018-05-20",
    ),
    ("2019 sonbaharı", "2019 sonbaharında", "2019 sonbaharına", "2019 sonbaharından"): (
        "2019-09-01",
        "2019-11-30",
    ),
    ("15 Haziran", "15 Haziran'da", "15 Haziran'a", "15 Haziran'dan"): (
        "2018-06-15",
        "2018-06-15",
    ),
    ("15 Haziran 2018", "15 Haziran 2018'de", "15 Haziran 2018'e", "15 Haziran 2018'den"): (
        "2018-06-15",
        "2018-06-15",
    ),
    (
        "15 Haziran 2018 tarihi",
        "15 Haziran 2018 tarihinde",
        "15 Haziran 2018 tarihine",
        "15 Haziran 2018 tarihinden",
    ): ("2018-06-15", "2018-06-15"),
}
SAID: dict[str, Callable[[date, date], Ends]] = {
    "{at}": lambda first, last: (first, last),
    "toplantı {at} Ankara'da yapılacak": lambda first, last: (first, last),
    "{to} kadar": lambda _, last: (ANCHOR, last),
    "{to} dek": lambda _, last: (ANCHOR, last),
    "en geç {to} kadar": lambda _, last: (ANCHOR, last),
    "en geç {at}": lambda _, last: (ANCHOR, last),
    "{since} önce": lambda first, _: (ANCHOR, first - DAY),
    "{since} sonra": lambda _, last: (last + DAY, None),
    "{since} itibaren": lambda first, last: (first, last),
    "en erken {at}": lambda first, _: (first, None),
    "{to} doğru": lambda first, last: (first, last),
}


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("time", TIMES, ids=[forms[0] for forms in TIMES])
def test_a_construction_moves_the_ends_of_a_time(
    said: str, time: tuple[str, str, str, str]
) -> None:
    first, last = (date.fromisoformat(day) for day in TIMES[time])
    bare, at, to, since = time
    text = said.format(bare=bare, at=at, to=to, since=since)

    window = window_of(text, ANCHOR, DEFAULTS, place="TR", lang="tr")

    assert (window.earliest, window.latest) == SAID[said](first, last)


@pytest.mark.parametrize("mark", ["'", "’", "‘", "´", "`", "ʼ", "′"])
def test_any_apostrophe_parts_an_ending(mark: str) -> None:
    window = window_of(f"14 Aralık{mark}ta", ANCHOR, DEFAULTS, lang="tr")

    assert (window.earliest, window.latest) == (date(2018, 12, 14), date(2018, 12, 14))


@pytest.mark.parametrize("text", ["YIL SONUNA KADAR", "yil sonuna kadar", "Yıl Sonuna Kadar"])
def test_letters_may_be_capitals_or_lack_their_marks(text: str) -> None:
    window = window_of(text, ANCHOR, DEFAULTS, lang="tr")

    assert (window.earliest, window.latest) == (ANCHOR, date(2018, 12, 31))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bir sonraki toplantıda", "bir sonraki toplantı"),
        ("G20 Zirvesi'nden önce", "G20 Zirvesi"),
        ("Antalya Diplomasi Forumu'nun marjında", "Antalya Diplomasi Forumu"),
    ],
)
def test_an_event_keeps_its_name_as_written(text: str, name: str) -> None:
    assert window_of(text, ANCHOR, DEFAULTS, lang="tr").event == name
