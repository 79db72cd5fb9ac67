"""A running text in pieces in which times are looked for: sentences, none of them too long."""

import re
from collections.abc import Iterator
from functools import cache

from dipltrack.wording.plain import plain
from dipltrack.wording.unread import UnreadTimeError

_END = re.compile(
    r"[。！？]|(?<=[しりきてがげめえけせれみびち])、"  # the end of a Japanese sentence or clause
    r"|[.!?;:]['\"”’)\]]*(?=\s+\S)"  # of another, if no abbreviation
    r"|\n\s*(?=\n|[(（•・*‐–—-]|\w{1,3}[.)）．]\s)"  # a blank line, a new label
)
_SHORT = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "mr",
        "mrs",
        "ms",
        "dr",
        "no",
        "nos",
        "st",
        "art",
        "para",
        "approx",
        "ca",
        "vs",
        "prof",
        "gen",
    ]
)
_LAST_WORD = re.compile(r"[^\W_]+(?=[.]?$)")
_GAPS = ("、", ", ", "; ", " ", "")


def pieces_of(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Where the sentences begin and end, those that are too long cut at a comma or a space.

    >>> list(pieces_of("On 3 Sept. 2019 they meet. In May they met.", 300))
    [(0, 26), (26, 43)]
    """
    start = 0
    for found in _END.finditer(text):
        if found[0][0] != "." or not _is_short(text, found.start()):
            yield from _cut(text, start, found.end(), longest)
            start = found.end()
    yield from _cut(text, start, len(text), longest)


def _is_short(text: str, dot: int) -> bool:
    """True for the stop of an abbreviation, a label or a day of a month, which ends nothing."""
    word = _LAST_WORD.search(text[max(0, dot - 12) : dot])
    return word is not None and (
        len(word[0]) == 1 or word[0].lower() in _SHORT or _is_day(word[0])
    )


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) < 3


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while end - start > longest:
        middle = start + longest // 2
        places = (text.rfind(gap, middle, start + longest) + len(gap) for gap in _GAPS)
        cut = next(place for place in places if place > middle)
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def folded(text: str) -> tuple[str, list[int]]:
    """The text in its plain form, and the place in the text of each of its characters.

    Characters that a phrase may not hold are spaces: a document has them, in a running text.
    """
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        form = _form(character)
        characters.append(form)
        places.extend([at] * len(form))
    return "".join(characters), places


@cache
def _form(character: str) -> str:
    try:
        return plain(character)
    except UnreadTimeError:
        return " "
