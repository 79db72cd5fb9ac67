"""The review: what was promised, due or closed in a period, and what became of it. No score."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from dipltrack.model.vocabulary import Firmness, Status, Timeliness
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Day,
    Heading,
    Need,
    Number,
    Paragraph,
    Ref,
    Stated,
    Table,
    Text,
)
from dipltrack.reports.fates import fates_told
from dipltrack.reports.items import title_cell
from dipltrack.reports.play import play_cell
from dipltrack.reports.prose import capital, counted, was_or_were


class By(StrEnum):
    """By which of its days an item falls into the period."""

    PROMISED = "promised"
    DUE = "due"
    CLOSED = "closed"


class Period(Struct, frozen=True, kw_only=True):
    """Days of the calendar, both included, and the words for them."""

    told: str
    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """True for a day of the period."""
        return day is not None and self.first <= day <= self.last


def falls_into(standing: Standing, by: By, period: Period) -> bool:
    """True where the item was promised, due or closed in the period.

    It was due when its time in force ended, and when its first time did: what was moved out of
    the period was due in it all the same.
    """
    match by:
        case By.PROMISED:
            return period.holds(standing.meeting.date)
        case By.DUE:
            state = standing.state
            return period.holds(state.window.latest) or period.holds(state.first.window.latest)
        case By.CLOSED:
            return period.holds(standing.state.closed_on)


def review_blocks(
    standings: Iterable[Standing], by: By, period: Period, partner_name: Callable[[str], str]
) -> tuple[Block, ...]:
    """The items of the period: counted by status, timeliness, firmness and partner, then each.

    What was said again stands for itself: a time that was missed before it was promised again
    stays missed.
    """
    items = [one for one in standings if falls_into(one, by, period)]
    if not items:
        return (Paragraph(f"Nothing was {by} in {period.told}."),)
    return (
        Paragraph(_sum(items, by, period)),
        Heading("What became of it"),
        *_counts(items, partner_name),
        Heading("Items", len(items)),
        Table(_COLUMNS, tuple(_row(one) for one in items)),
    )


def _sum(items: Sequence[Standing], by: By, period: Period) -> str:
    """How many, and what became of them, times that were missed among it."""
    promised = [one for one in items if one.is_promise]
    said = len(items) - len(promised)
    verb = _VERBS[by]
    told = f"{counted(len(promised), 'promise')} {was_or_were(len(promised))} {verb} {period.told}"
    if promised:
        told += f": {fates_told(promised, each=True)}"
    if said:
        told += f"; {counted(said, 'thing')} {was_or_were(said)} also said, not promised"
    return f"{capital(told)}."


_VERBS = {By.PROMISED: "made in", By.DUE: "due in", By.CLOSED: "closed in"}


def _counts(items: Sequence[Standing], partner_name: Callable[[str], str]) -> Iterable[Table]:
    """A table for each way of counting, promised apart from also said."""
    ways: tuple[tuple[str, list[str], Callable[[Standing], str]], ...] = (
        ("Status", [status.value for status in Status], lambda one: one.state.status.value),
        ("Timeliness", [word.value for word in Timeliness], lambda one: one.timeliness.value),
        (
            "Firmness",
            [*(word.value for word in Firmness), "not given"],
            lambda one: one.item.firmness.value if one.item.firmness else "not given",
        ),
        (
            "Partner",
            sorted({partner_name(one.partner) for one in items}),
            lambda one: partner_name(one.partner),
        ),
    )
    for title, words, word_of in ways:
        promised = Counter(word_of(one) for one in items if one.is_promise)
        said = Counter(word_of(one) for one in items if not one.is_promise)
        columns = (
            Column(title, least=16, most=24),
            Column("Promised", whole=True),
            Column("Also said", whole=True),
        )
        rows = tuple(
            (Text(word), Number(promised[word]), Number(said[word]))
            for word in words
            if promised[word] or said[word]
        )
        yield Table(columns, rows)


_COLUMNS = (
    Column("Ref", whole=True),
    Column("Promised action", least=14, good=24, share=4),
    Column("Said on", Need.SOMETIMES, least=11, whole=True),
    Column("Firmness", Need.SOMETIMES, least=11, most=12),
    Column("Stated time → window", least=12, good=18, most=32, share=1),
    Column("Timeliness", Need.OFTEN, least=10, most=18),
    Column("RAG", Need.SOMETIMES, least=8, most=14),
    Column("What became of it", least=16, good=24, share=3),
)


def _row(standing: Standing) -> tuple[Cell, ...]:
    first = standing.state.first
    return (
        Ref(standing.ref),
        title_cell(standing),
        Day(standing.meeting.date),
        Text(standing.item.firmness or ""),
        Stated(first.stated, first.window),
        Text(_timeliness(standing)),
        Colour(standing.rag, standing.rag_reason),
        _fate(standing),
    )


def _fate(standing: Standing) -> Cell:
    """What became of it: of a time that was missed and promised anew, where it was."""
    if standing.timeliness is not Timeliness.MISSED or standing.state.closed_on is not None:
        return play_cell(standing)
    again = ", ".join(later.ref for later in standing.chain.restated_by)
    return Text(f"missed, said again as {again}")


def _timeliness(standing: Standing) -> str:
    """How it stands to the time in force, and to the first time where that is otherwise."""
    now, first = standing.timeliness, standing.timeliness_first
    if first is now or standing.state.first == standing.state.timing:
        return now.value
    return f"{now}; by the first time {first}"
