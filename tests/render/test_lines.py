"""Lines of a terminal: broken where rich would break them, as wide as rich says, styles kept."""

from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from dipltrack.render.lines import Line, Style, broken, painted, wrapped
from dipltrack.render.widths import chopped, fitted, width_of

CONSOLE = Console(file=StringIO(), width=200)
TEXTS = st.text(alphabet="ab -/–“ü外相é\n", max_size=60)
NARROW = [*map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x483))), *"–—‘’“”…•░█▒●◆│"]


def as_rich_breaks(text: str, width: int) -> list[str]:
    wrapped = Text(text).wrap(CONSOLE, width, overflow="fold", tab_size=8)
    return [line.plain.rstrip() for line in wrapped]


@given(TEXTS, st.integers(2, 20))
@example("one  two", 3)
@example("  one", 4)
@example("外相会談", 3)
def test_text_is_broken_where_rich_breaks_it(text: str, width: int) -> None:
    assert [line.rstrip() for line in broken(text, width)] == as_rich_breaks(text, width)


@given(TEXTS)
def test_a_text_is_as_wide_as_rich_says(text: str) -> None:
    assert width_of(text) == cell_len(text)


@pytest.mark.parametrize("letter", NARROW)
def test_a_letter_is_as_wide_as_rich_says(letter: str) -> None:
    assert width_of(letter) == cell_len(letter)


@given(TEXTS.map(lambda text: text.replace("\n", "")), st.integers(0, 20))
def test_a_fitted_text_fills_its_columns(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width


@given(st.text(alphabet="ab外相", min_size=1), st.integers(2, 9))
def test_a_chopped_word_loses_nothing_and_fits(word: str, width: int) -> None:
    parts = chopped(word, width)

    assert "".join(parts) == word
    assert all(cell_len(part) <= width for part in parts)


LINE: Line = [("Time  ", Style.DIM), ("late January ", Style.PLAIN), ("TR-1", Style.BOLD)]


@given(st.lists(st.tuples(TEXTS, st.sampled_from(Style))), st.integers(2, 20))
def test_a_wrapped_line_keeps_each_letter_and_its_style(line: Line, width: int) -> None:
    letters = [(letter, style) for text, style in line for letter in text if letter != "\n"]

    lines = list(wrapped(line, width))

    assert [(letter, style) for one in lines for text, style in one for letter in text] == letters
    assert [painted(one, colour=False) for one in lines] == [
        part.rstrip() for part in broken("".join(text for text, _ in line), width)
    ]


def test_styles_are_drawn_only_where_colours_are_wanted() -> None:
    assert painted(LINE, colour=False) == "Time  late January TR-1"
    assert painted(LINE, colour=True) == "\x1b[2mTime  \x1b[0mlate January \x1b[1mTR-1\x1b[0m"


def test_no_line_ends_in_space_with_colours_neither() -> None:
    line: Line = [("R ", Style.RED), ("  ", Style.BOLD)]

    assert painted(line, colour=True) == "\x1b[31mR\x1b[0m"
    assert painted([("  ", Style.DIM)], colour=True) == ""
