"""The spans of days in which a commitment stands the same, as rows of the index."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dipltrack.register.chain import Chain
from dipltrack.register.index.schema import (
    FIRMNESS,
    FOREVER,
    FRESHNESS,
    KIND,
    NEXT_MOVE,
    RAG,
    REASON,
    STATUS,
    TIMELINESS,
)
from dipltrack.register.marks import Course, Marks
from dipltrack.register.state import State

Row = tuple[Any, ...]
Span = tuple[int, int, Row, Row, int | None, int | None, int | None, int | None]
"""First day, the day after the last, mark, form, earliest, latest, whose move it is, last update."""
Segment = tuple[date, State, Chain]
"""A state and the chain around it, with the day from which on both hold."""


def spans_of(segments: Sequence[Segment], meeting_date: date, *, struck: bool) -> list[Span]:
    """The spans that the segments make, one after another, without a gap, from the first on."""
    begins: list[int] = []
    rows: list[Row] = []
    for begin, row in _turns_of(segments, meeting_date, struck):
        if not rows or row != rows[-1]:
            begins.append(begin)
            rows.append(row)
    ends = [*begins[1:], FOREVER]
    return [(begin, end, *row) for begin, end, row in zip(begins, ends, rows, strict=True)]


def _turns_of(
    segments: Sequence[Segment],
    meeting_date: date,
    struck: bool,  # noqa: FBT001
) -> Iterator[tuple[int, Row]]:
    """Each day on which something may turn, with what stands in its row from then on."""
    ends = [since.toordinal() for since, _, _ in segments[1:]]
    ends.append(FOREVER)
    for end, (since, state, chain) in zip(ends, segments, strict=True):
        course = Course(state, chain, meeting_date)
        lasting = _lasting(state, chain, course, struck)
        behind = (_form_of(state), *_others_of(state))
        begin = since.toordinal()
        yield begin, (_mark_of(lasting, course.on(since)), *behind)
        for day in course.turns():
            if begin < (turn := day.toordinal()) < end:
                yield turn, (_mark_of(lasting, course.on(day)), *behind)


_SHARED: dict[Row, Row] = {}
"""Each mark once, however many spans bear it: what is handed to another process stays small."""


def _mark_of(lasting: Row, marks: Marks) -> Row:
    timeliness, freshness, silent, unanswered, rag, reason = marks
    turning = TIMELINESS[timeliness], RAG[rag], REASON[reason], FRESHNESS[freshness]
    mark = (*lasting, *turning, silent, unanswered)
    return _SHARED.setdefault(mark, mark)


def _lasting(state: State, chain: Chain, course: Course, struck: bool) -> Row:  # noqa: FBT001
    """What of a mark turns on no day but those of entries."""
    return (
        struck,
        state.closed_on is None,
        chain.is_newest,
        course.chased,
        course.promised,
        STATUS[state.status],
        state.seek is not None,
        bool(chain.never_kept),
    )


def _form_of(state: State) -> Row:
    """The fields in force."""
    item = state.item
    return (
        FIRMNESS[item.firmness],
        KIND[item.kind],
        item.sector,
        item.dossier,
        "\n".join(item.lead),
        "\n".join(item.voice),
        item.title,
    )


def _others_of(state: State) -> Row:
    window = state.window
    return (
        window.earliest.toordinal() if window.earliest else None,
        window.latest.toordinal() if window.latest else None,
        NEXT_MOVE[state.next_move],
        state.entries[-1].date.toordinal() if state.entries else None,
    )
