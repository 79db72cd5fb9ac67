"""The spans of days in which a commitment stands the same, as rows of the index."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from dipltrack.model.commitment import Commitment
from dipltrack.register.chain import Chain
from dipltrack.register.index.coding import code_of
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
Span = tuple[int, int, int, int, int | None, int | None, int | None, int | None]
"""First day, the day after the last, code of the mark, place of the form, earliest, latest, whose
move it is, last update."""
Segment = tuple[date, State, Chain]
"""A state and the chain around it, with the day from which on both hold."""


class Spans(Struct, frozen=True, array_like=True):
    """The spans of an item, and the forms whose places they name: one serves many spans."""

    forms: list[Row]
    rows: list[Span]


def spans_of(
    segments: Sequence[Segment], meeting_date: date, filed: Commitment, *, struck: bool
) -> Spans:
    """The spans that the segments make, one after another, without a gap, from the first on."""
    forms: list[Row] = []
    rows: list[Span] = []
    before, last = 0, None
    for begin, row in _turns_of(segments, meeting_date, filed, struck, forms):
        if row != last:
            if last is not None:
                rows.append((before, begin, *last))
            before, last = begin, row
    if last is not None:
        rows.append((before, FOREVER, *last))
    return Spans(forms, rows)


Standing = tuple[int, int, int | None, int | None, int | None, int | None]
"""A span without its days."""


def _turns_of(
    segments: Sequence[Segment],
    meeting_date: date,
    filed: Commitment,
    struck: bool,  # noqa: FBT001
    forms: list[Row],
) -> Iterator[tuple[int, Standing]]:
    """Each day on which something may turn, with what stands in its row from then on.

    The forms grow by those that they name.
    """
    ends = [since.toordinal() for since, _, _ in segments[1:]]
    ends.append(FOREVER)
    item = None
    for end, (since, state, chain) in zip(ends, segments, strict=True):
        course = Course(state, chain, meeting_date)
        lasting = _lasting(state, chain, course, struck)
        if state.item is not item:
            item = state.item
            form = _form_of(item, filed.title)
            if not forms or form != forms[-1]:
                forms.append(form)
        behind = (len(forms) - 1, *_others_of(state))
        begin = since.toordinal()
        yield begin, (_code_of(lasting, course.on(since)), *behind)
        for day in course.turns():
            if begin < (turn := day.toordinal()) < end:
                yield turn, (_code_of(lasting, course.on(day)), *behind)


_CODES: dict[tuple[Row, Marks], int] = {}
"""The code of each mark that was met: there are a few hundred."""


def _code_of(lasting: Row, marks: Marks) -> int:
    code = _CODES.get((lasting, marks))
    if code is None:
        timeliness, freshness, silent, unanswered, rag, reason = marks
        turning = TIMELINESS[timeliness], RAG[rag], REASON[reason], FRESHNESS[freshness]
        code = _CODES[lasting, marks] = code_of((*lasting, *turning, silent, unanswered))
    return code


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


def _form_of(item: Commitment, filed_title: str) -> Row:
    """The fields in force."""
    return (
        FIRMNESS[item.firmness],
        KIND[item.kind],
        item.sector,
        item.dossier,
        "\n".join(item.lead),
        "\n".join(item.voice),
        item.title if item.title != filed_title else None,
    )


def _others_of(state: State) -> tuple[int | None, int | None, int | None, int | None]:
    window = state.timing.window
    earliest, latest = window.earliest, window.latest
    return (
        earliest.toordinal() if earliest else None,
        latest.toordinal() if latest else None,
        NEXT_MOVE[state.next_move],
        state.entries[-1].date.toordinal() if state.entries else None,
    )
