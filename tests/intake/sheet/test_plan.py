"""Whatever stands in a sheet, each row is filed, or named with a reason; and what is filed reads back."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.intake.sheet.asked import Asked
from dipltrack.intake.sheet.cell import Cell, Grid, Unread
from dipltrack.intake.sheet.columns import columns_of
from dipltrack.intake.sheet.plan import SheetPlan, days_are_month_first, plan_of_sheet
from dipltrack.ledger.append import appended
from dipltrack.ledger.mint import Stamp, stamped
from dipltrack.ledger.read import file_of
from dipltrack.model.conventions import Conventions
from dipltrack.model.settings import Default
from dipltrack.model.window import Timing
from dipltrack.register.held import Held
from dipltrack.register.judged import Known
from dipltrack.register.unmatched import NoMatchError
from dipltrack.wording.reading import readings_of
from tests.ledger.ledgers import AWKWARD

HEADINGS = (
    "Partner",
    "Meeting date",
    "Meeting",
    "Title",
    "Wording",
    "Deadline",
    "Document",
    "Lead",
    "Kind",
    "Voice",
    "Status",
    "Status date",
    "Note",
    "Evidence",
    "Next step",
)
LISTED: list[Cell] = [
    "",
    "TR",
    "Türkiye",
    "28.12.2017",
    "3/4/2018",
    date(2017, 12, 28),
    date(2018, 1, 31),
    date(9999, 12, 31),
    "late January next year",
    "ongoing",
    "31.12.2018",
    "annually",
    "release 2(2)a",
    "done",
    "erledigt",
    "on hold",
    "cancelled",
    "open",
    "continuing",
    "joint",
    "https://example.org/a",
    "TR-20171228",
    "Hold it",
    "x" * 400,
    Unread("it is a formula"),
]
CELLS: st.SearchStrategy[Cell] = st.sampled_from(LISTED) | AWKWARD.map(
    lambda text: text.replace("\r", "")
)
STAMP = Stamp(by="kt", now=datetime(2018, 2, 2, 9, tzinfo=UTC), seed="plan")


def read_time(words: str, anchor: date, place: str | None) -> Timing:
    """The default reading of English words."""
    return Timing(stated=words, window=readings_of(words, anchor, Conventions(), place=place)[0])


def find_nothing(ref: str) -> Held:
    """A ledger without meetings."""
    raise NoMatchError(f'"{ref}" fits no meeting')


def planned(*rows: tuple[Cell, ...], on: date | None = None, fill_down: bool = False) -> SheetPlan:
    """The plan of a sheet with those rows below the headings, in a ledger without meetings."""
    grid = Grid(rows=(HEADINGS, *rows), told="")
    columns = columns_of(grid, {}, None)
    asked = Asked(
        columns=columns,
        month_first=days_are_month_first(grid, columns),
        today=date(2018, 2, 2),
        on=(on, None) if on else None,
        partner="TR",
        meeting=None,
        fill_down=fill_down,
        default=Default(),
        read_time=read_time,
        find_meeting=find_nothing,
        meetings_on=lambda _code, _day: [],
    )
    return plan_of_sheet(grid, asked, Known(bodies=(), dossiers=(), first_file_of={}), "JP", STAMP)


@st.composite
def likely_rows(draw: st.DrawFn) -> tuple[Cell, ...]:
    """A row of which most cells fit their column, so that many can be filed."""
    likely: tuple[Cell, ...] = (
        "TR",
        date(2017, 12, 28),
        "Ministers",
        "Hold it",
        "",
        "next spring",
        "release 2",
        "ME1",
        "",
        "joint",
        "done",
        date(2018, 1, 29),
        "",
        "",
        "",
    )
    odd = draw(st.dictionaries(st.integers(0, len(likely) - 1), CELLS, max_size=4))
    return tuple(odd.get(place, cell) for place, cell in enumerate(likely))


@given(rows=st.lists(st.tuples(*[CELLS] * len(HEADINGS)) | likely_rows(), max_size=6))
@settings(max_examples=300)
def test_each_row_is_filed_once_or_named(rows: list[tuple[Cell, ...]]) -> None:
    plan = planned(*rows)

    filled = {
        number
        for number, row in enumerate(rows, 2)
        if any(isinstance(cell, date) or (isinstance(cell, str) and cell.strip()) for cell in row)
    }
    drafted = [draft.row for draft in plan.drafts]
    assert len(drafted) == len(set(drafted))
    bad, twice = {one.row for one in plan.bad}, {row for row, _ in plan.twice}
    assert set(drafted) | bad | twice == filled
    assert not set(drafted) & (bad | twice)


@given(rows=st.lists(likely_rows(), max_size=5))
@settings(max_examples=200)
def test_what_would_be_filed_reads_back_without_a_fault(rows: list[tuple[Cell, ...]]) -> None:
    for filing in planned(*rows).filings:
        file = filing.file()
        tables = stamped([("meeting", file.meeting), *filing.tables(file)], STAMP, ())

        read, faults = file_of(appended(b"schema = 1\n", tables, file.path), file.path)

        assert [fault for fault in faults if fault.is_error] == []
        assert read is not None
        assert len(read.commitments) == len(filing.drafts)
        for item in read.commitments:
            window = item.timing.window
            assert window.latest is None or window.latest >= file.meeting.date
        for update in read.updates:
            assert file.meeting.date <= update.date <= STAMP.now.date()


def test_the_day_of_the_sheet_stands_for_rows_that_give_none() -> None:
    row: tuple[Cell, ...] = ("TR", date(2017, 12, 28), "M", "Hold it", *[""] * 6, "done", "")

    (draft,) = planned(row, on=date(2018, 1, 31)).drafts

    assert draft.update is not None
    assert draft.update.date == date(2018, 1, 31)
    assert planned(row).bad[0].why.startswith("of which day?")


def test_a_row_that_names_no_meeting_is_of_that_above_where_that_is_wanted() -> None:
    first: tuple[Cell, ...] = ("TR", date(2017, 12, 28), "Ministers", "Hold it")
    second: tuple[Cell, ...] = ("", "", "", "Hold that")
    other: tuple[Cell, ...] = ("VN", date(2018, 1, 15), "", "Send it")

    plan = planned(first, (), second, other, ("", "", "", "Send more"), fill_down=True)

    told = {f.settled.meeting.ref: [d.item.title for d in f.drafts] for f in plan.filings}
    assert told == {
        "TR-20171228": ["Hold it", "Hold that"],
        "VN-20180115": ["Send it", "Send more"],
    }
    assert "--fill-down takes it from above" in planned(first, second).bad[0].why
