"""Long messages on a terminal: broken at spaces, no word lost, no command parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.cli.wrapping import width_of, wrapped

WORDS = st.lists(
    st.sampled_from(
        ["a", "meeting", "来年1月下旬", "dipltrack", "add", "--when", "TR-2017", "“x"]
    ),
    max_size=30,
)


@given(words=WORDS, width=st.integers(20, 100), inset=st.sampled_from(["", "  "]))
def test_no_word_is_lost_and_none_is_broken(words: list[str], width: int, inset: str) -> None:
    text = inset + " ".join(words)

    lines = wrapped(text, width)

    assert " ".join(lines).split() == text.split()
    if width_of(text) <= width:
        assert lines == [text]


def test_what_spaces_set_apart_stays_apart() -> None:
    told = "TR-20171228-1  Hold the festival: dipltrack start TR-20171228-1  now and then"

    assert wrapped(told, 40) == [
        "TR-20171228-1  Hold the festival:",
        "  dipltrack start TR-20171228-1  now and",
        "  then",
    ]
    assert wrapped("  time      “in the coming weeks” (February)", 34) == [
        "  time      “in the coming weeks”",
        "    (February)",
    ]


@pytest.mark.parametrize(
    "command",
    [
        "dipltrack add TITLE -m MEETING --follows TR-20171228-1",
        "dipltrack update REF --when “…”",
        "dipltrack undo 1Z8RWPPS",
        "dipltrack meeting set TR-20171228 --date DAY",
    ],
)
@pytest.mark.parametrize("width", [30, 44, 60])
def test_a_command_stays_on_one_line(command: str, width: int) -> None:
    lines = wrapped(f"there is no such document of the meeting: {command} files one.", width)

    assert sum(command in line for line in lines) == 1


def test_letters_of_east_asia_take_two_columns() -> None:
    assert width_of("来年 1") == 6
