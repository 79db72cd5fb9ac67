"""Times that hang on an event: no day until the event has one."""

from datetime import date

import pytest

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.reading import UnreadTimeError, window_of

ANCHOR = date(2018, 12, 1)
DEFAULTS = Conventions()
OSAKA = Event(name="G20 Osaka Summit", earliest=date(2019, 6, 28), latest=date(2019, 6, 29))
EARLIER = Event(name="G20 Osaka Summit", earliest=date(2017, 6, 28), latest=date(2017, 6, 28))
RIYADH = Event(name="G20 Riyadh Summit", earliest=date(2020, 11, 21), latest=date(2020, 11, 22))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("at the Osaka summit", "2019-06-28/2019-06-29"),
        ("on the margins of the G20 Osaka Summit", "2019-06-28/2019-06-29"),
        ("by the Osaka Summit", "2018-12-01/2019-06-29"),
        ("before the Osaka summit", "2018-12-01/2019-06-27"),
        ("after the Osaka summit", "2019-06-30/.."),
        ("two weeks after the Osaka summit", "2019-07-13"),
        ("on the tenth day after the Osaka summit", "2019-07-09"),
        ("after two weeks from the Osaka summit", "2019-07-13/.."),
        ("within two weeks of the Osaka summit", "2019-06-28/2019-07-13"),
        ("within weeks of the Osaka summit", "2019-06-28/.."),
    ],
)
def test_a_known_event_gives_the_days(words: str, days: str) -> None:
    window = window_of(words, ANCHOR, DEFAULTS, events=[OSAKA])

    assert window.edtf() == days
    assert (window.class_, window.event) == (TimingClass.EVENT, "G20 Osaka Summit")


def test_an_event_without_a_date_gives_no_day() -> None:
    window = window_of("before the next Joint Committee", ANCHOR, DEFAULTS, events=[OSAKA])

    assert not window.has_day
    assert window.event == "next Joint Committee"


def test_a_word_that_many_events_share_names_none() -> None:
    assert not window_of("before the next summit", ANCHOR, DEFAULTS, events=[OSAKA]).has_day


def test_the_next_of_several_of_a_name_is_meant() -> None:
    window = window_of("at the Osaka summit", ANCHOR, DEFAULTS, events=[EARLIER, OSAKA])

    assert window.earliest == date(2019, 6, 28)


def test_where_none_is_to_come_the_last_one_is_meant() -> None:
    window = window_of("by the Osaka summit", ANCHOR, DEFAULTS, events=[EARLIER])

    assert window.edtf() == "../2017-06-28"


def test_an_event_that_was_before_the_meeting_leaves_the_beginning_open() -> None:
    window = window_of("before the Osaka summit", ANCHOR, DEFAULTS, events=[EARLIER])

    assert window.edtf() == "../2017-06-27"


def test_two_events_that_fit_are_refused_by_name() -> None:
    with pytest.raises(UnreadTimeError, match="fits 2 events: G20 Osaka Summit, G20 Riyadh") as no:
        window_of("at the G20", ANCHOR, DEFAULTS, events=[OSAKA, RIYADH])

    assert no.value.near == ("G20 Osaka Summit", "G20 Riyadh Summit")


def test_a_whole_name_wins_over_a_longer_one() -> None:
    g20 = Event(name="G20", earliest=date(2019, 1, 1), latest=date(2019, 1, 1))

    assert window_of("at the G20", ANCHOR, DEFAULTS, events=[OSAKA, g20]).edtf() == "2019-01-01"


def test_a_name_alone_is_a_time() -> None:
    assert window_of("G20 Osaka Summit", ANCHOR, DEFAULTS, events=[OSAKA]).edtf() == (
        "2019-06-28/2019-06-29"
    )


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("at the Osaka G20 next year", "2019-06-28/2019-06-29"),
        ("on the margins of the Osaka summit in June 2019", "2019-06-28/2019-06-29"),
        ("at next year's Osaka summit", "2019-06-28/2019-06-29"),
        ("at the Osaka summit in May 2019", "2019-05-01/2019-05-31"),
        ("at the Riyadh summit next year", "2019-01-01/2019-12-31"),
        ("two weeks before the Osaka summit", "2018-12-01/2019-06-14"),
    ],
)
def test_a_known_event_beside_a_time_that_holds_it_gives_the_days(words: str, days: str) -> None:
    assert window_of(words, ANCHOR, DEFAULTS, events=[OSAKA, RIYADH]).edtf() == days


def test_of_several_events_that_fit_the_time_beside_them_chooses() -> None:
    window = window_of("at the G20 in November 2020", ANCHOR, DEFAULTS, events=[OSAKA, RIYADH])

    assert (window.edtf(), window.event) == ("2020-11-21/2020-11-22", "G20 Riyadh Summit")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("before the Osaka summit in June 2019", "2018-12-01/2019-06-27"),
        ("by the Osaka summit next year", "2018-12-01/2019-06-29"),
        ("after the Osaka summit in June 2019", "2019-06-30/.."),
        ("before the Osaka summit in May 2019", "../2019-05-31"),
    ],
)
def test_an_event_of_a_named_time_is_known_only_where_its_days_lie_in_it(
    words: str, days: str
) -> None:
    assert window_of(words, ANCHOR, DEFAULTS, events=[OSAKA]).edtf() == days


def test_an_event_of_a_named_month_says_that_its_day_is_not_known() -> None:
    window = window_of("before the Summit in June 2019", ANCHOR, DEFAULTS)

    assert window.basis == "before Summit, whose day is not known; the whole of June 2019"
    assert window.event == "Summit"
