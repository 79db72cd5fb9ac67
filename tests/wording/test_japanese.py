"""Japanese words of time: a table of what they mean, beside it what is refused."""

import csv
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.day import day_of
from dipltrack.wording.japanese.scanner import LEXICON, number_of, words_of
from dipltrack.wording.japanese.words import Kind
from dipltrack.wording.reading import UnreadTimeError, window_of

HERE = Path(__file__).parent
DEFAULTS = Conventions()
ANCHOR = date(2018, 3, 14)


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if not line.startswith("# ")]
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(text: str, anchor: date = ANCHOR, place: str = "JP", **more: Event) -> Window:
    return window_of(text, anchor, DEFAULTS, place=place, lang="ja", events=tuple(more.values()))


READ = rows_of("japanese.tsv")
REFUSED = rows_of("japanese-refused.tsv")
assert len(READ) > 1000, "the table of readings is gone"
assert len(REFUSED) > 60, "the table of refusals is gone"


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_the_words_mean_these_days_and_say_why(row: dict[str, str]) -> None:
    window = read(row["text"], date.fromisoformat(row["anchor"]), row["place"])

    found = [window.class_, window.earliest or "", window.latest or "", window.every or ""]
    assert [str(value) for value in found] == [
        row["class"],
        row["earliest"],
        row["latest"],
        row["every"],
    ]
    assert window.basis
    assert "\n" not in window.basis


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_what_is_not_understood_is_refused_with_near_readings(row: dict[str, str]) -> None:
    with pytest.raises(UnreadTimeError) as refused:
        read(row["text"], date.fromisoformat(row["anchor"]))

    assert " | ".join(refused.value.near) == row["near"]
    for near in refused.value.near:
        assert read(near, date.fromisoformat(row["anchor"])).basis


def test_no_word_stands_in_the_lexicon_with_a_space_in_it() -> None:
    words = [word for entries in LEXICON.values() for word, _, _ in entries]

    assert len(words) > 600
    assert all(word and not word.isspace() for word in words)


@pytest.mark.parametrize(
    ("numerals", "number"),
    [("十", 10), ("二十", 20), ("二〇一九", 2019), ("千九百", 1900), ("0029", 29)],
)
def test_numerals_are_read_by_places_or_by_tens(numerals: str, number: int) -> None:
    assert number_of(numerals) == number


@pytest.mark.parametrize("numerals", ["九" * 300, "9" * 300])
def test_a_number_beyond_counting_is_only_large(numerals: str) -> None:
    assert number_of(numerals) == 1_000_000


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("来年中国を訪問", [Kind.YEAR, Kind.NAME, Kind.PARTICLE, Kind.EVENT]),
        ("来年中に", [Kind.YEAR, Kind.INSIDE, Kind.PARTICLE]),
        ("3月 15日", [Kind.MONTH, Kind.DAY]),
        ("abc大阪", [Kind.WORD]),
    ],
)
def test_the_longest_word_is_taken(text: str, kinds: list[Kind]) -> None:
    assert [word.kind for word in words_of(text)] == kinds


OSAKA = Event(name="G20大阪サミット", earliest=date(2019, 6, 28), latest=date(2019, 6, 29))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("G20大阪サミットの際に", "2019-06-28/2019-06-29"),
        ("大阪サミットの機会に", "2019-06-28/2019-06-29"),
        ("大阪サミットまでに", "2018-03-14/2019-06-29"),
        ("G20首脳会議の前に", "2018-03-14/2019-06-27"),
        ("大阪サミット後", "2019-06-30/.."),
        ("大阪サミット後2週間以内に", "2019-06-28/2019-07-13"),
        ("来年のG20大阪サミットまでに", "2018-03-14/2019-06-29"),
    ],
)
def test_a_known_event_gives_the_days(words: str, days: str) -> None:
    window = read(words, osaka=OSAKA)

    assert (window.class_, window.event) == (TimingClass.EVENT, "G20大阪サミット")
    assert window.edtf() == days


def test_words_that_many_events_share_name_none() -> None:
    assert not read("次回サミットの際に", osaka=OSAKA).has_day


@pytest.mark.parametrize(
    "text",
    [
        "平成２９年１２月２８日までに",
        "平成29年 12月 28日 までに",
        "H29.12.28までに",
        "平成二十九年十二月二十八日迄に",
        "2017年12月28日(木)までに",
        "2017/12/28までに",
        "二〇一七年一二月二八日までに",
    ],
)
def test_a_day_is_the_same_in_every_width_numeral_and_era(text: str) -> None:
    assert read(text, date(2017, 1, 1)).edtf() == "2017-01-01/2017-12-28"


@pytest.mark.parametrize("dash", [*"-~〜～–—―－", "から", "ー"])
def test_every_dash_joins_two_days(dash: str) -> None:
    assert read(f"10月18日{dash}27日に").edtf() == "2018-10-18/2018-10-27"


def test_letters_in_two_parts_are_read_as_one() -> None:
    assert read("8月こ\u3099ろ").edtf() == read("8月ごろ").edtf()


def test_one_table_of_eras_serves_the_prompt_and_the_grammar() -> None:
    assert day_of("平成29年12月28日", ANCHOR) == read("平成29年12月28日").latest


def test_about_widens_nothing_and_says_so() -> None:
    window = read("2019年春をめどに")

    assert window.edtf() == read("2019年春").edtf()
    assert str(window.basis).endswith("about: nothing is widened")


def test_an_early_date_in_a_year_is_expected_and_no_day_invented() -> None:
    window = read("来年早期に")

    assert window.edtf() == "2019-01-01/2019-12-31"
    assert str(window.basis).endswith("an early date in it is expected")


@pytest.mark.parametrize(
    ("place", "days"),
    [
        ("JP", "2019-04-01/2020-03-31"),
        ("TR", "2019-04-01/2020-03-31"),
        ("US", "2018-10-01/2019-09-30"),
    ],
)
def test_a_fiscal_year_is_the_partys_own_and_else_japans(place: str, days: str) -> None:
    assert read("2019年度", place=place).edtf() == days


def test_a_fiscal_year_of_a_party_that_has_none_set_is_japans() -> None:
    window = window_of("2019年度", ANCHOR, DEFAULTS, party="SG", lang="ja")

    assert window.edtf() == "2019-04-01/2020-03-31"


def test_a_recurring_time_has_its_period_and_no_days() -> None:
    window = read("2年に1回開催する")

    assert (str(window.every), window.has_day) == ("2 years", False)


@pytest.mark.parametrize("text", ["28、29両日", "28日及び29日", "28日から29日まで"])
def test_two_days_of_one_month_are_never_parted_by_a_short_february(text: str) -> None:
    assert read(text, date(2018, 2, 20)).edtf() in {
        "2018-03-28/2018-03-29",
        "2018-02-28/2018-03-01",
    }


TIMES = st.sampled_from(READ)
PIECES = st.sampled_from(
    sorted({word for entries in LEXICON.values() for word, _, _ in entries})
    + list("0123456789〇一二三十百年月日第数の、")
    + ["2019年", "3月", "か月", "週間"]
)


@given(text=st.lists(PIECES, max_size=12).map("".join), anchor=st.dates(date(1900, 1, 1)))
def test_any_words_in_any_order_are_a_window_or_a_refusal(text: str, anchor: date) -> None:
    with suppress(UnreadTimeError):
        window = read(text, anchor)

        assert not (window.earliest and window.latest) or window.earliest <= window.latest


@given(row=TIMES)
def test_what_stands_around_a_time_does_not_get_in_its_way(row: dict[str, str]) -> None:
    text, anchor, place = row["text"], date.fromisoformat(row["anchor"]), row["place"]

    assert read(f"両国は、{text}", anchor, place).class_ is read(text, anchor, place).class_


@pytest.mark.parametrize(
    "text",
    [
        "一" * 300,
        "1、" * 150,
        "第1・" * 100,
        "次回" * 150,
        "会合の" * 100,
        "1日から" * 75,
        "(" * 300,
    ],
)
def test_a_hostile_text_is_answered_at_once(text: str) -> None:
    begun = time.perf_counter()
    with suppress(UnreadTimeError):
        read(text)

    assert time.perf_counter() - begun < 1
