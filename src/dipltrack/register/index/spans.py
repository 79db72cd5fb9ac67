"""The spans of days in which a commitment stands the same, as rows of the index."""

from collections import defaultdict
from collections.abc import Sequence
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


_Behind = tuple[int, int | None, int | None, int | None, int | None]
"""What stands in a span behind its days and its mark."""


def spans_of(
    segments: Sequence[Segment], meeting_date: date, filed: Commitment, *, struck: bool
) -> Spans:
    """The spans that the segments make, one after another, without a gap, from the first on."""
    forms: list[Row] = []
    rows: list[Span] = []
    item: Commitment | None = None
    before, last_mark = 0, 0
    last_behind: _Behind | None = None
    ends = [since.toordinal() for since, _, _ in segments[1:]]
    ends.append(FOREVER)
    for end, (since, state, chain) in zip(ends, segments, strict=True):
        if state.item is not item:
            item = state.item
            form = _form_of(item, filed.title)
            if not forms or form != forms[-1]:
                forms.append(form)
        behind = (len(forms) - 1, *_others_of(state))
        course = Course(state, chain, meeting_date)
        lasting = _lasting(state, chain, course, struck)
        codes = _CODES[lasting]
        begin = since.toordinal()
        turns = [(turn, day) for day in course.turns() if begin < (turn := day.toordinal()) < end]
        for turn, day in ((begin, since), *turns):
            marks = course.on(day)
            mark = codes.get(marks)
            if mark is None:
                mark = codes[marks] = _code_of(lasting, marks)
            if mark != last_mark or behind != last_behind:
                if last_behind is not None:
                    rows.append((before, turn, last_mark, *last_behind))
                before, last_mark, last_behind = turn, mark, behind
    if last_behind is not None:
        rows.append((before, FOREVER, last_mark, *last_behind))
    return Spans(forms, rows)


_CODES: defaultdict[Row, dict[Marks, int]] = defaultdict(dict)
"""The code of each mark that was met, by what lasts of it: there are a few hundred."""


def _code_of(lasting: Row, marks: Marks) -> int:
    timeliness, freshness, silent, unanswered, rag, reason = marks
    turning = TIMELINESS[timeliness], RAG[rag], REASON[reason], FRESHNESS[freshness]
    return code_of((*lasting, *turning, silent, unanswered))


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
