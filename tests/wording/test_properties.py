"""What holds of every reading."""

import subprocess
import sys
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.conventions import Conventions
from dipltrack.model.window import Window
from dipltrack.wording.edtf import edtf_of, window_of_edtf
from dipltrack.wording.english import LEXICON
from dipltrack.wording.reading import UnreadTimeError, readings_of, window_of

DEFAULTS = Conventions()
ANCHORS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
YEARS = st.one_of(
    st.integers(1900, 2199).map(str), st.sampled_from(["next year", "this year", "FY2019"])
)
NAMES = st.sampled_from(
    [
        "May",
        "September",
        "the first half",
        "the third quarter",
        "Q2",
        "early January",
        "mid-March",
        "late December",
        "spring",
        "winter",
        "the second week of June",
        "15 June",
        "29-31 May",
        "the end of March",
    ]
)
TIMES = st.one_of(
    YEARS,
    NAMES,
    st.builds("{} {}".format, NAMES, YEARS),
    st.builds("{} or {}".format, NAMES, NAMES),
    st.sampled_from(["next week", "Friday", "tomorrow", "next month", "Easter", "the 25th"]),
)
SAID = st.sampled_from(
    [
        "{}",
        "in {}",
        "by {}",
        "before {}",
        "after {}",
        "from {}",
        "until {}",
        "around {}",
        "later in {}",
        "within {}",
        "early in {}",
        "as early as possible in {}",
        "from {} onwards",
        "not before {}",
    ]
)
WORDS = st.sampled_from(
    [
        *sorted(word for word in LEXICON.words if len(word) < 20),
        "2019",
        "3",
        "15",
        "1st",
        "-",
        ",",
        "/",
        "(",
        ")",
        ".",
        "10:30",
        "'19",
        "2020s",
        "ankara",
    ]
)


def read(text: str, anchor: date) -> Window | None:
    try:
        return window_of(text, anchor, DEFAULTS, place="JP")
    except UnreadTimeError:
        return None


@given(SAID, TIMES, ANCHORS)
def test_no_window_ends_before_it_begins(said: str, time: str, anchor: date) -> None:
    window = read(said.format(time), anchor)

    if window and window.earliest and window.latest:
        assert window.earliest <= window.latest


@given(TIMES, ANCHORS)
def test_by_a_time_ends_where_the_time_ends(time: str, anchor: date) -> None:
    plain, by = read(time, anchor), read(f"by {time}", anchor)

    assert (plain and plain.latest) == (by and by.latest)


@given(SAID, TIMES, ANCHORS)
def test_the_form_of_the_letters_changes_nothing(said: str, time: str, anchor: date) -> None:
    text = said.format(time)
    wide = text.translate({ord("0") + n: ord("０") + n for n in range(10)})

    for same in (text.upper(), text.replace("-", "–"), text.replace(" ", "\u00a0"), wide):
        assert read(same, anchor) == read(text, anchor)
    assert read(f"\u200f{text}\u202c", anchor) == read(text, anchor)


@given(SAID, TIMES, ANCHORS)
def test_the_window_as_edtf_is_the_same_days(said: str, time: str, anchor: date) -> None:
    window = read(said.format(time), anchor)
    if window is not None:
        again = window_of_edtf(edtf_of(window))

        assert again is not None
        assert (again.earliest, again.latest) == (window.earliest, window.latest)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates())
def test_any_words_of_time_read_or_are_refused(text: str, anchor: date) -> None:
    with suppress(UnreadTimeError):
        for window in readings_of(text, anchor, DEFAULTS, place="JP"):
            assert not (window.earliest and window.latest) or window.earliest <= window.latest


@given(st.text(max_size=400), st.dates())
def test_any_text_at_all_reads_or_is_refused_on_one_plain_line(text: str, anchor: date) -> None:
    try:
        shown = window_of(text, anchor, DEFAULTS).basis or ""
    except UnreadTimeError as error:
        shown = str(error)

    assert shown.isprintable()


@pytest.mark.parametrize(
    "text", ["late\x00 January", "late\x1b[31m January", "\x07May", "a\ud800"]
)
def test_control_characters_are_refused(text: str) -> None:
    with pytest.raises(UnreadTimeError, match="cannot be shown"):
        window_of(text, date(2018, 1, 1), DEFAULTS)


def test_marks_of_direction_hide_nothing() -> None:
    window = window_of("not\u202e later than May", date(2018, 1, 1), DEFAULTS)

    assert window.edtf() == "2018-01-01/2018-05-31"


@pytest.mark.parametrize("unit", ["late ", "the end of ", "or May ", "1-", "(", "by ", "x"])
def test_a_text_longer_than_a_sentence_is_refused(unit: str) -> None:
    with pytest.raises(UnreadTimeError, match="longer than the 300 characters"):
        window_of(unit * (200_000 // len(unit)), date(2018, 1, 1), DEFAULTS)


def test_an_error_shows_no_more_than_a_line_of_the_text() -> None:
    with pytest.raises(UnreadTimeError) as refused:
        window_of("late\nJanuary " * 50, date(2018, 1, 1), DEFAULTS)

    assert len(str(refused.value)) < 200


def test_the_first_import_loads_no_grammar() -> None:
    code = (
        "import sys, dipltrack.wording.reading, dipltrack.wording.day, dipltrack.wording.edtf\n"
        "heavy = {'typer', 'rich', 'dateutil', 'dipltrack.wording.english'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
