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


def spans_of(segments: Sequence[Segment], meeting_date: date) -> list[Row]:
    """The spans that the segments make, one after another, without a gap, from the meeting on."""
    spans: list[Row] = []
    values: Row = ()
    for begin, end, row in _pieces(segments, meeting_date):
        if spans and row == values:
            begin = spans.pop()[0]
        spans.append((begin, end, *row))
        values = row
    return spans


def _pieces(segments: Sequence[Segment], meeting_date: date) -> Iterator[tuple[int, int, Row]]:
    """Each run of days in which nothing turns, with what stands in its row."""
    ends = [segment[0].toordinal() for segment in segments[1:]]
    for (since, state, chain), end in zip(segments, [*ends, FOREVER], strict=True):
        begin = since.toordinal()
        turns = {begin}
        for turn in turning_days(state, meeting_date):
            if begin < turn.toordinal() < end:
                turns.add(turn.toordinal())
        days = sorted(turns)
        standing = _standing_values(state)
        for first, after in zip(days, [*days[1:], end], strict=True):
            marks = marks_of(date.fromordinal(first), state, chain, meeting_date)
            yield first, after, _marked_values(state, chain, marks) + standing


def _marked_values(state: State, chain: Chain, marks: Marks) -> Row:
    return (
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


def _standing_values(state: State) -> Row:
    """What turns on no day but those of entries."""
    item, window = state.item, state.window
    return (
        window.earliest.toordinal() if window.earliest else None,
        window.latest.toordinal() if window.latest else None,
        FIRMNESS[item.firmness],
        KIND[item.kind],
        NEXT_MOVE[state.next_move],
        state.entries[-1].date.toordinal() if state.entries else None,
        item.sector,
        item.dossier,
        "\n".join(item.lead),
        "\n".join(item.voice),
        item.title,
    )
