"""Copies for a partner or for the public: the same reports, of what is let through alone."""

from collections.abc import Iterator, Sequence
from datetime import date

from dipltrack.model.ref import ItemRef
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Dated,
    Heading,
    Link,
    Many,
    Need,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Single,
    Stated,
    Table,
    Text,
    Words,
)
from dipltrack.reports.days import written_day
from dipltrack.reports.released import Fact, Released, Shown
from dipltrack.reports.sources import site_of
from dipltrack.reports.weekly.week import AHEAD

_COLUMNS = (
    Column("Ref", whole=True),
    Column("Promised action", least=14, good=24, share=3),
    Column("Wording", Need.RARELY, least=18, good=26, share=4),
    Column("Source ¶", Need.SOMETIMES, least=8, most=16),
    Column("Stated time → window", least=12, good=18, most=32, share=1),
    Column("Counterpart", Need.SOMETIMES, least=11, most=20),
    Column("What was done", Need.OFTEN, least=14, good=18, share=2),
    Column("Evidence", Need.SOMETIMES, least=12, share=1),
)
_NOTHING = "Nothing that may be shown is on file."


def copy_of_items(items: Sequence[Released]) -> tuple[Block, ...]:
    """The items under a heading for each meeting, by its day."""
    if not items:
        return (Paragraph(_NOTHING),)
    groups: dict[str, list[Released]] = {}
    for one in sorted(items, key=_by_day):
        groups.setdefault(_meeting(one), []).append(one)
    return tuple(
        block
        for title, group in groups.items()
        for block in (Heading(title, len(group)), _table(group))
    )


def copy_of_week(
    items: Sequence[Released], new: Sequence[Released], since: date, day: date
) -> tuple[Block, ...]:
    """What a week brought, as others may see it: done in it, agreed in it, and coming up."""
    until = day + AHEAD
    done = [one for one in items if any(since < fact.day <= day for fact in one.facts)]
    coming = [one for one in items if _comes(one, day, until)]
    sections = (("Done", done), ("New", new), (f"Coming up to {written_day(until)}", coming))
    blocks = tuple(
        block
        for title, some in sections
        if some
        for block in (Heading(title, len(some)), _table(some))
    )
    return blocks or (Paragraph("Nothing that may be shown was done, agreed or comes up."),)


def copy_of_item(item: Released) -> tuple[Block, ...]:
    """One item as others may see it."""
    pairs = [Pair("Ref", Ref(item.ref)), Pair("Source", _source(item))]
    if item.wording:
        pairs.append(Pair("Wording", Words(item.wording)))
    if item.timing.stated or item.timing.window.has_day:
        pairs.append(Pair("Time", _time(item)))
    if item.counterpart:
        pairs.append(Pair("Counterpart", Text(", ".join(item.counterpart))))
    blocks: list[Block] = [Pairs(tuple(pairs))]
    if item.facts:
        columns = (
            Column("What was done", least=14, share=2),
            Column("Evidence", least=14, share=3),
        )
        rows = tuple((_fact(one), _several(list(_evidence(one)))) for one in item.facts)
        blocks += [Heading("Facts", len(rows)), Table(columns, rows)]
    return tuple(blocks)


def _by_day(item: Released) -> tuple[str, str, int]:
    ref = ItemRef.of(item.ref)
    return (ref.meeting.day, str(ref.meeting), ref.number) if ref else ("", item.ref, 0)


def _meeting(item: Released) -> str:
    """The meeting by its ref: its title is the desk's own."""
    ref = ItemRef.of(item.ref)
    if ref is None:
        return item.ref
    day = ref.meeting.day
    on = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    return f"{written_day(on)} ({ref.meeting})"


def _table(items: Sequence[Released]) -> Table:
    return Table(_COLUMNS, tuple(_row(one) for one in items))


def _row(item: Released) -> tuple[Cell, ...]:
    return (
        Ref(item.ref),
        Text(item.title),
        Words(item.wording) if item.wording else Text(""),
        _source(item),
        _time(item),
        Text(", ".join(item.counterpart)),
        _several([_fact(one) for one in item.facts]),
        _several([cell for fact in item.facts for cell in _evidence(fact)]),
    )


def _source(item: Released) -> Single:
    told = " ".join(part for part in (item.document, item.paragraph) if part)
    return Link(told, item.address) if item.address else Text(told)


def _time(item: Released) -> Stated:
    return Stated(item.timing.stated, item.timing.window)


def _fact(fact: Fact) -> Dated:
    return Dated(fact.what, fact.day, fact.first, fact.when)


def _evidence(fact: Fact) -> Iterator[Single]:
    for one in fact.evidence:
        yield _evidence_link(one)


def _evidence_link(shown: Shown) -> Single:
    if shown.address is None:
        return Text(shown.source)
    return Link(site_of(shown.source), shown.address)


def _several(cells: Sequence[Single]) -> Cell:
    return cells[0] if len(cells) == 1 else Many(tuple(dict.fromkeys(cells)))


def _comes(item: Released, day: date, until: date) -> bool:
    window = item.timing.window
    done = any(fact.what == "done" for fact in item.facts)
    ends = (window.earliest, window.latest)
    return not done and any(end is not None and day <= end <= until for end in ends)
