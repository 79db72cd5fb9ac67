"""Which item or meeting is meant: by its ref, by a part of it, or by words of its title."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dipltrack.model.folding import folded
from dipltrack.model.ref import ItemRef, MeetingRef, ref_typed
from dipltrack.register.building import Key
from dipltrack.register.index.narrowing import ITEMS, TITLE, Clause, held_on
from dipltrack.register.unmatched import AmbiguousError, NoMatchError

_MOST = 8
"""Candidates that are named where several may be meant."""

_ITEMS = f"{ITEMS} WHERE span.from_day <= ? AND span.to_day > ?"
_BY_REF = "ORDER BY item.partner, item.dated, item.number, path"
_MEETINGS = (
    "FROM occasion JOIN meeting ON meeting.file = occasion.file"
    " JOIN file ON file.id = occasion.file"
)

_AFTER_ALL = "\U0010ffff"
"""A character that no ref has: a ref followed by it stands after all that begin with the ref."""

Found = tuple[Any, ...]
"""A ref, a title, and what tells the place: (ref, title, path, is_open, struck)."""


def item_key(
    index: sqlite3.Connection,
    text: str,
    day: date,
    *,
    by_ref: bool = True,
    by_words: bool = True,
    by_old_ref: bool = True,
    but: str | None = None,
) -> Key:
    """The item that is meant: an exact ref, a unique part of one at a hyphen, words of a title.

    A ref that an item bore before a merge means it too, unless `by_old_ref` is false, the item is
    struck or is the one whose ref is `but`.

    Open items come first: closed ones are meant only where no open one fits. A whole title means
    its item alone, however many hold its words. A struck one is found by its whole ref alone.
    Raises NoMatchError, AmbiguousError.
    """
    wanted = text.strip()
    found: list[Found] = []
    if by_ref:
        whole = ref_typed(wanted)
        found = _items(index, day, Clause("item.ref = ?", (whole,)))
        once = _items(index, day, _once("item.ref", whole)) if by_old_ref else []
        if found:
            once = [one for one in once if one[0] != but and not one[4]]
        found = _of_two(found, once, whole) or _items(index, day, _part_of_ref(wanted))
    if not found and by_words and wanted:
        found = _items(index, day, _in_title(TITLE, wanted))
        found = [one for one in found if one[3]] or found
        found = [one for one in found if folded(one[1]) == folded(wanted)] or found
    if not found and (typed := ItemRef.of(ref_typed(wanted))):
        _check_number(index, day, typed, text)
    if not found and MeetingRef.of(ref_typed(wanted)):
        _check_meeting(index, day, ref_typed(wanted), text)
    ref, _, path, *_ = _one_of(found, text, "item")
    return path, ref


def _check_number(index: sqlite3.Connection, day: date, typed: ItemRef, text: str) -> None:
    """Raises NoMatchError that tells which items there are, where the meeting is on file."""
    meeting = str(typed.meeting)
    if not _meetings(index, day, Clause("meeting.ref = ?", (meeting,))):
        return
    under = _items(index, day, Clause("item.ref LIKE ? ESCAPE '\\'", (f"{_literal(meeting)}-%",)))
    held = f"{len(under)} item{'' if len(under) == 1 else 's'}" if under else "no item"
    mend = f"{meeting} has {held}: dipltrack meeting show {meeting}"
    raise NoMatchError(f'"{text}" fits no item; {mend}')


def _check_meeting(index: sqlite3.Connection, day: date, typed: str, text: str) -> None:
    """Raises NoMatchError that tells it, where the ref is that of a meeting without an item."""
    if _meetings(index, day, Clause("meeting.ref = ?", (typed,))):
        mend = f"dipltrack meeting show {typed}, dipltrack add TITLE -m {typed}"
        raise NoMatchError(f'"{text}" is a meeting without an item: {mend}')


def meeting_path(index: sqlite3.Connection, text: str, day: date) -> str:
    """The file of the meeting that is meant, in the same way; any beginning of its ref will do.

    Raises NoMatchError, AmbiguousError.
    """
    wanted = text.strip()
    if not wanted:
        raise NoMatchError(f'"{text}" fits no meeting')
    for condition in (
        Clause("meeting.ref = ?", (ref_typed(wanted),)),
        _once("meeting.ref", ref_typed(wanted)),
        Clause(
            "(meeting.ref LIKE ? ESCAPE '\\' OR meeting.ref LIKE ? ESCAPE '\\')",
            (f"{_literal(wanted)}-%", f"%-{_literal(wanted)}"),
        ),
        Clause("meeting.ref LIKE ? ESCAPE '\\'", (f"{_literal(wanted)}%",)),
        _in_title("occasion.title", wanted),
    ):
        if found := _meetings(index, day, condition):
            once = _meetings(index, day, _once("meeting.ref", ref_typed(wanted)))
            found = _of_two(found, once, ref_typed(wanted))
            return str(_one_of(found, text, "meeting")[2])
    raise NoMatchError(f'"{text}" fits no meeting')


def refs_beginning(
    index: sqlite3.Connection, begin: str, day: date, most: int
) -> list[tuple[str, str]]:
    """Refs of items that begin so, each with its title, at most so many."""
    on, start = day.toordinal(), ref_typed(begin)
    return index.execute(
        f"SELECT item.ref, {TITLE} {_ITEMS} AND item.ref >= ? AND item.ref < ?"
        " AND mark.struck = 0 ORDER BY item.partner, item.dated, item.number LIMIT ?",
        (on, on, start, f"{start}{_AFTER_ALL}", most),
    ).fetchall()


def meetings_beginning(
    index: sqlite3.Connection, begin: str, day: date, most: int
) -> list[tuple[str, str]]:
    """The same for meetings."""
    start = ref_typed(begin)
    held = held_on(day)
    return index.execute(
        f"SELECT meeting.ref, occasion.title {_MEETINGS} WHERE {held.sql}"
        " AND meeting.ref >= ? AND meeting.ref < ? ORDER BY meeting.ref LIMIT ?",
        (*held.values, start, f"{start}{_AFTER_ALL}", most),
    ).fetchall()


def _items(index: sqlite3.Connection, day: date, condition: Clause) -> list[Found]:
    on = day.toordinal()
    return index.execute(
        f"SELECT item.ref, {TITLE}, path, is_open, mark.struck {_ITEMS} AND {condition.sql} {_BY_REF}",
        (on, on, *condition.values),
    ).fetchall()


def _meetings(index: sqlite3.Connection, day: date, condition: Clause) -> list[Found]:
    whole = held_on(day).and_(condition)
    return index.execute(
        f"SELECT meeting.ref, occasion.title, path, 1, 0 {_MEETINGS} WHERE {whole.sql}"
        " ORDER BY occasion.day, meeting.ref, path",
        whole.values,
    ).fetchall()


def _once(column: str, whole: str) -> Clause:
    """What bore the ref before two desks' work was joined."""
    return Clause(f"{column} IN (SELECT ref FROM formerly WHERE old = ?)", (whole,))  # noqa: S608


def _of_two(found: Sequence[Found], once: Sequence[Found], whole: str) -> list[Found]:
    """What has the ref, or had it. Raises AmbiguousError where one has it and another had it."""
    others = [one for one in once if one not in found]
    if others and any(one[0] == whole for one in found):
        has, had = found[0], _listed(others)
        raise AmbiguousError(
            f"{whole} is the ref of “{has[1]}”, and was that of {had} before two desks' work was "
            f"joined: name the first by words of its title, the other by its ref"
        )
    return [*found, *others]


def _part_of_ref(wanted: str) -> Clause:
    """What begins or ends with it at a hyphen: `TR-20171228`, `20171228-2`, `2`."""
    literal = _literal(wanted)
    ends = Clause("item.ref LIKE ? ESCAPE '\\'", (f"%-{literal}",))
    if wanted.isdecimal():  # the number is a column of its own
        ends = Clause("item.number = ?", (int(wanted),))
    begins = Clause("item.ref LIKE ? ESCAPE '\\'", (f"{literal}-%",))
    either = Clause(f"({begins.sql} OR {ends.sql})", (*begins.values, *ends.values))
    return Clause("mark.struck = 0").and_(either)


def _in_title(column: str, wanted: str) -> Clause:
    words = folded(wanted).split()
    tests = " AND ".join([f"instr(folded({column}), ?)"] * len(words))
    struck = "mark.struck = 0 AND " if column == TITLE else ""
    return Clause(f"{struck}({tests or '0'})", tuple(words))


def _literal(text: str) -> str:
    r"""The text for LIKE, its signs meant as they stand.

    >>> _literal("50%_")
    '50\\%\\_'
    """
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _one_of(found: Sequence[Found], text: str, what: str) -> Found:
    """The only one found. Raises NoMatchError, AmbiguousError."""
    if not found:
        raise NoMatchError(f'"{text}" fits no {what}')
    if len({one[0] for one in found}) == 1 < len(found):
        files = " and ".join(str(path) for _, _, path, *_ in found)
        raise AmbiguousError(
            f"{found[0][0]} is the ref of {len(found)} {what}s, in {files}: give one of them another "
            f"by hand, or remove the copy"
        )
    if len(found) > 1:
        raise AmbiguousError(
            f'"{text}" fits {len(found)} {what}s: {_listed(found)}. Name one by its ref.'
        )
    return found[0]


def _listed(found: Sequence[Found]) -> str:
    named: Iterable[str] = (f"{ref} ({title})" for ref, title, *_ in found[:_MOST])
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"{', '.join(named)}{more}"
