"""Times that hang on an event: 次回会合の際に, 首脳会議までに, 発効後1年以内に."""

from typing import NamedTuple

from dipltrack.wording.denotation import Bearing, Happening
from dipltrack.wording.japanese.cursor import Cursor
from dipltrack.wording.japanese.lengths import amount
from dipltrack.wording.japanese.words import Kind

_NAME = frozenset(
    {
        Kind.WORD,
        Kind.NAME,
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.EVENT,
        Kind.ACT,
        Kind.BEGIN,
        Kind.NO,
        Kind.DOT,
        Kind.NEXT,
        Kind.OPENING,
        Kind.CLOSING,
        Kind.REPEAT,
    }
)
"""What the name of an event is made of."""

_ACTS = frozenset({Kind.ACT, Kind.BEGIN})
_ONLY_KNOWN = frozenset({"時", "の時", "のとき", "に伴い"})
"""Occasions behind which only a word that is known for an event or an act may stand."""

_SESSIONS = frozenset({"通常国会", "臨時国会", "特別国会", "今国会"})
"""What is held but once, so that what is done in it hangs on it with no 次回 before it."""


class Hinge(NamedTuple):
    """An event, and whether the words make the act hang on it, or only name it: 次回会合は来年."""

    what: Happening
    hangs: bool
    towards: bool = False  # に向け leaves a time said before it as it is


def event(c: Cursor) -> Hinge | None:
    """The event named at the cursor, with what makes the act hang on it."""
    start = c.at
    led = c.kind() in {Kind.NEXT, Kind.REPEAT}
    if c.kind() in {Kind.NO, Kind.DOT, Kind.CLOSING, Kind.OPENING}:
        return None
    if c.kind(1) is Kind.CLOSING and c.look(1).text == "】":  # 【答】今国会中
        return None
    while c.kind() in _NAME and not (
        c.kind() is Kind.NO and c.kind(1) in {Kind.BEFORE, Kind.AFTER}
    ):
        c.at += 1
    named = c.at
    while named > start and c.words[named - 1].kind is Kind.NO:
        named -= 1
    found = _hung(c, start, named, led=led) if named > start else None
    if found is None:
        c.back(start)
    return found


def _hung(c: Cursor, start: int, named: int, *, led: bool) -> Hinge | None:
    name = "".join(word.text for word in c.words[start:named])
    last = c.words[named - 1]
    while last.kind is Kind.CLOSING and named - 1 > start:
        named -= 1
        last = c.words[named - 1]
    if last.text == "日" and named - start > 1:  # 発効日から, 発効の日から
        last = c.words[max(start, named - 2 - (c.words[named - 2].kind is Kind.NO))]
    known = any(word.kind is Kind.EVENT for word in c.words[max(start, named - 3) : named])
    act = last.kind in _ACTS
    session = last.text in _SESSIONS and (not start or c.words[start - 1].kind is not Kind.NO)
    c.skip(Kind.NO)
    word = c.look()
    match word.kind:
        case Kind.OCCASION if known or act or word.text not in _ONLY_KNOWN:
            bearing = Bearing.AT
        case Kind.INSIDE if known and word.text in {"中", "期間中"}:
            bearing = Bearing.AT
        case Kind.BY if known or act:
            bearing = Bearing.BY
        case Kind.BEFORE | Kind.UP_TO if known or act:
            bearing = Bearing.BEFORE
        case Kind.TOWARDS if word.text != "に向け" and (known or act):
            bearing = Bearing.BEFORE
        case Kind.TOWARDS if known and not act:
            c.at += 1
            return Hinge(Happening(name, Bearing.BEFORE), hangs=True, towards=True)
        case Kind.AFTER | Kind.FROM if known or act:
            return _after(c, name)
        case Kind.ONWARD if known or act:
            bearing = Bearing.AFTER
        case Kind.WHEN:
            bearing = Bearing.AFTER
        case Kind.PARTICLE if known and word.text[0] in "でに" and (led or session):
            bearing = Bearing.AT
        case _:
            return Hinge(Happening(name), hangs=False) if led and known else None
    c.at += 1
    return Hinge(Happening(name, bearing), hangs=True)


def _after(c: Cursor, name: str) -> Hinge | None:
    """After the event, or within a length of time from it."""
    word = c.look()
    c.at += 1
    c.skip(Kind.COMMA, Kind.NO)
    start = c.at
    size = amount(c)
    if size is not None and c.kind() is Kind.EACH:  # 発効後2年ごとに comes again
        c.back(start)
        return Hinge(Happening(name, Bearing.AFTER), hangs=True)
    if size is not None:
        c.skip(Kind.INSIDE, Kind.LENGTH)
        return Hinge(Happening(name, Bearing.WITHIN, size), hangs=True)
    if word.kind is Kind.FROM:
        return None
    return Hinge(Happening(name, Bearing.AFTER), hangs=True)
