"""Sentences of a paragraph, each with its place."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "st",
        "no",
        "nos",
        "art",
        "arts",
        "para",
        "paras",
        "vs",
        "cf",
        "approx",
        "vol",
        "fig",
        "ed",
        "eds",
        "e.g",
        "i.e",
        "u.s",
        "u.k",
        "u.n",
        "h.e",
        "amb",
        "sen",
        "rep",
        "gov",
        "lt",
        "col",
        "maj",
        "hon",
        "messrs",
        "sr",
        "sra",
        "sres",
        "dra",
        "ud",
        "uds",
        "núm",
        "pág",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "m",
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
        "a.m",
        "p.m",
        "al",
        "etc",
        "inc",
        "ltd",
        "co",
        "dept",
    ]
)
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_JAPANESE_END = re.compile(r"[。！？!?．]+[」』）)]*")
_WORD = 40  # letters beside a dot that tell whether it ends a sentence
_LONGEST = 2000  # letters: a longer sentence is none, and is cut
_OPENING = "「『（("
_CLOSING = "」』）)"


def sentences_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of the text begins and ends.

    >>> text = "Mr. Kono left at 3 p.m. on Friday. They will meet again."
    >>> [text[start:end] for start, end in sentences_in(text, "en")]
    ['Mr. Kono left at 3 p.m. on Friday.', 'They will meet again.']
    """
    for start, end in _japanese(text) if language == "ja" else _parted(text):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, end)


def _parted(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        if not _ends(text, found):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + _WORD].lstrip()
    if following and following[0].islower():
        return False
    if found[0][0] != ".":
        return True
    word = re.search(r"[\w.]*$", text[max(0, found.start() - _WORD) : found.start()])
    before = word[0].lower() if word else ""
    if before in _ABBREVIATIONS:
        return before in {"a.m", "p.m", "etc", "u.s", "u.k", "u.n"} and bool(
            re.match(r"(?:The|They|It|In|Both|This|He|She|A)\b", following)
        )
    if len(before) == 1 and before.isalpha():
        return not following[:1].isupper() or len(following.split()[0]) <= 1
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _japanese(text: str) -> Iterator[tuple[int, int]]:
    start, depth = 0, 0
    at = 0
    while at < len(text):
        character = text[at]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        found = _JAPANESE_END.match(text, at) if not depth else None
        if found:
            yield from _trimmed(text, start, found.end())
            start = at = found.end()
            continue
        at += 1
    yield from _trimmed(text, start, len(text))
