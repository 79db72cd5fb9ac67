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
from dipltrack.register.marks import Marks, marks_of, turning_days
from dipltrack.register.state import State

Row = tuple[Any, ...]
Segment = tuple[date, State, Chain]
"""A state and the chain around it, with the day from which on both hold."""


def spans_of(segments: Sequence[Segment], meeting_date: date, *, struck: bool) -> list[Row]:
    """The spans that the segments make, one after another, without a gap, from the meeting on.

    Each is its first day, the day after its last, its mark, its form, and the other columns.
    """
    spans: list[Row] = []
    before: list[Any] = []
    for begin, end, *values in _pieces(segments, meeting_date, struck):
        if values == before:
            begin = spans.pop()[0]
        spans.append((begin, end, *values))
        before = values
    return spans


def _pieces(
    segments: Sequence[Segment],
    meeting_date: date,
    struck: bool,  # noqa: FBT001
) -> Iterator[Row]:
    """Each run of days in which nothing turns, with what stands in its row."""
    ends = [segment[0].toordinal() for segment in segments[1:]]
    for (since, state, chain), end in zip(segments, [*ends, FOREVER], strict=True):
        begin = since.toordinal()
        turns = {begin}
        for turn in turning_days(state, meeting_date):
            if begin < turn.toordinal() < end:
                turns.add(turn.toordinal())
        days = sorted(turns)
        form, others = _form_of(state), _others_of(state)
        for first, after in zip(days, [*days[1:], end], strict=True):
            marks = marks_of(date.fromordinal(first), state, chain, meeting_date)
            yield first, after, _mark_of(state, chain, marks, struck), form, *others


_SHARED: dict[Row, Row] = {}
"""Each mark once, however many spans bear it: what is handed to another process stays small."""


def _mark_of(state: State, chain: Chain, marks: Marks, struck: bool) -> Row:  # noqa: FBT001
    mark = (
        struck,
        state.closed_on is None,
        chain.is_newest,
        marks.chased,
        marks.promised,
        STATUS[state.status],
        TIMELINESS[marks.timeliness],
        RAG[marks.rag],
        REASON[marks.rag_reason],
        FRESHNESS[marks.freshness],
        marks.silent,
        state.seek is not None,
        bool(chain.never_kept),
    )
    return _SHARED.setdefault(mark, mark)


def _form_of(state: State) -> Row:
    """The fields in force, which turn on no day but those of entries."""
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
