"""Times in running text: a table of sentences, and what holds for any text."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.conventions import Conventions
from dipltrack.wording.finding import times_in
from dipltrack.wording.reading import readings_of

DEFAULTS = Conventions()
LINES = (Path(__file__).parent / "finding.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES[1:]]
assert len(ROWS) > 25, "the table of sentences is gone"


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_the_times_of_the_text_are_found(row: list[str]) -> None:
    lang, anchor, text, times = row

    found = times_in(text, date.fromisoformat(anchor), DEFAULTS, lang=lang)

    assert " / ".join(one.words for one in found) == times


@pytest.mark.parametrize("row", ROWS, ids=[row[2] for row in ROWS])
def test_a_time_in_a_text_is_read_as_it_is_by_itself(row: list[str]) -> None:
    lang, anchor, text, _ = row

    for one in times_in(text, date.fromisoformat(anchor), DEFAULTS, lang=lang):
        alone = readings_of(one.words, date.fromisoformat(anchor), DEFAULTS, lang=lang)
        assert one.windows == alone


def test_places_are_those_of_the_text_however_it_is_written() -> None:
    text = "İzmir\u200b, 5\u00a0Mayıs\n\nThey meet\x07 in\u00a0ＭＡＹ\u00ad ２０１９"

    (found,) = times_in(text, date(2017, 12, 28), DEFAULTS)

    assert text[found.start : found.end] == found.words == "in\u00a0ＭＡＹ\u00ad ２０１９"
    assert found.windows[0].edtf() == "2019-05-01/2019-05-31"


def test_a_time_stands_in_one_piece_though_its_line_is_broken() -> None:
    (found,) = times_in("(1) They meet on 5\nMay 2019\n(2) Other", date(2017, 12, 28), DEFAULTS)

    assert found.words == "on 5\nMay 2019"


def test_a_sentence_without_end_is_cut() -> None:
    text = "they met " * 200 + "in May 2019, " + "x" * 2000 + " in June 2019"

    assert [one.words for one in times_in(text, date(2017, 12, 28), DEFAULTS)] == [
        "in May 2019",
        "in June 2019",
    ]


@pytest.mark.parametrize("words", ["when ", "before the summit ", "a", "( ", "in the ", "May "])
def test_a_long_text_of_anything_is_answered_in_time(words: str) -> None:
    text = (words * 20_000)[:20_000]
    before = time.process_time()

    times_in(text, date(2017, 12, 28), DEFAULTS)

    assert time.process_time() - before < 5


WORDS = st.sampled_from(
    ["in", "May", "2019", "next", "year", "the", "summit", "before", "(", ")", "second", "1", ".",
     "soon", "every", "weeks", "来年", "1月", "下旬", "に", "、", "en", "mars", "im", "März", "Ocak"]
)  # fmt: skip
LANGS = st.sampled_from(["en", "ja", "fr", "es", "de", "tr", "xx"])


@given(text=st.text(max_size=200) | st.lists(WORDS, max_size=25).map(" ".join), lang=LANGS)
def test_places_are_in_order_and_hold_the_words(text: str, lang: str) -> None:
    last = 0
    for one in times_in(text, date(2017, 12, 28), DEFAULTS, lang=lang):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.words
        assert one.windows
        last = one.end


@pytest.mark.parametrize("lang", ["", None])
def test_a_text_in_no_named_language_is_read_in_its_own(lang: str | None) -> None:
    text = "Die Minister treffen sich im Herbst. Bis Ende März nächsten Jahres berichten sie."

    found = times_in(text, date(2017, 12, 28), DEFAULTS, lang=lang)

    assert [one.words for one in found] == ["Herbst", "Bis Ende März nächsten Jahres"]
