"""`dipltrack import FILE.csv` and `.xlsx`: the spreadsheet that a desk has kept."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

import typer
from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.delivery import Delivery
from dipltrack.cli.exits import USAGE
from dipltrack.cli.fact import day_or_month
from dipltrack.cli.filing import warn_of
from dipltrack.cli.output import report_of, say, warn
from dipltrack.cli.progress import Progress
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.stated import timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.intake.sheet.asked import Asked
from dipltrack.intake.sheet.cell import Grid, WrongSheetError
from dipltrack.intake.sheet.columns import Columns, columns_of, map_typed
from dipltrack.intake.sheet.plan import (
    Filing,
    SheetPlan,
    days_are_month_first,
    plan_of_sheet,
)
from dipltrack.intake.sheet.table import filings_blocks
from dipltrack.intake.sheet.vocabulary import partner_meant
from dipltrack.ledger.append import append_to_meeting, create_meeting
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import list_of
from dipltrack.ledger.mint import Stamp, free_meeting_ref
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Severity
from dipltrack.model.ref import MeetingRef
from dipltrack.model.window import Timing
from dipltrack.register.held import Held
from dipltrack.register.judged import Known
from dipltrack.register.meaning import new_flaws

EXCEL = frozenset({".xlsx", ".xlsm"})
TEXT = frozenset({".csv", ".tsv", ".txt"})
_OTHERS = {".xls": "save it as .xlsx", ".ods": "save it as .xlsx or .csv", ".numbers": "export it"}
_ORDERS = {"dmy": False, "mdy": True}
_MOST = 20
"""Bad rows that are told one by one; of the rest the number."""


class Typed(Struct, frozen=True, kw_only=True):
    """What was typed beside the file."""

    maps: Sequence[str]
    sheet: str | None
    header: int | None
    partner: str | None
    meeting: str | None
    on: str | None
    dates: str | None
    encoding: str | None
    separator: str | None
    fill_down: bool
    dry_run: bool
    skip_bad: bool


def import_sheet(session: Session, path: Path, typed: Typed) -> None:
    """Files the rows of the sheet that the ledger has not yet; says how each column was taken.

    Raises WrongUsageError where a row cannot be filed, and nothing is written then, but what is
    good where that is wanted.
    """
    try:
        maps = dict(map_typed(one) for one in typed.maps)
        grid, columns = _sheet(path, typed, maps)
    except WrongSheetError as error:
        raise WrongUsageError(f"{path.name}: {error}") from None
    asked = _asked(session, grid, columns, typed)
    stamp = session.stamp()
    plan = plan_of_sheet(grid, asked, session.register.known(), _ours(session), stamp)
    _say_how_read(grid, asked)
    if typed.dry_run:
        blocks = filings_blocks(plan.filings)
        title = f"Would be filed of {path.name}"
        Delivery().deliver(report_of(session, session.view(), title, blocks))
    _say_what_need_not(plan)
    _refuse_bad(plan, typed)
    warn_of(plan.warnings)
    if typed.dry_run:
        what = _what(plan) if plan.filings else "nothing"
        say(f"would file {what}; nothing was written")
        if plan.bad and not typed.skip_bad:
            raise typer.Exit(USAGE)
        return
    if not plan.filings:
        say("nothing to file")
        return
    if on_terminal() and not agreed(f"File {_what(plan)}", default=True):
        say("nothing was written")
        return
    with session.writing() as stamp:
        plan = plan_of_sheet(grid, asked, session.register.known(), _ours(session), stamp)
        _refuse_bad(plan, typed, quiet=True)
        _write(session, plan, stamp)
    say(f"filed {_what(plan)}")


def _sheet(path: Path, typed: Typed, maps: dict[str, str]) -> tuple[Grid, Columns]:
    """The sheet that is meant, and its columns. Raises WrongSheetError, OSError."""
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise WrongSheetError(f"{ending} is not read: {_OTHERS[ending]}")
    data = path.read_bytes()
    if ending in EXCEL:
        from dipltrack.intake.sheet.excel import grids_of_excel

        return _of_several(grids_of_excel(data), typed, maps)
    from dipltrack.intake.sheet.text import grid_of_text

    if typed.sheet is not None:
        raise WrongSheetError(f"--sheet is of Excel files: {path.name} holds one table")
    separator = {"tab": "\t", "\\t": "\t"}.get(typed.separator or "", typed.separator)
    if separator is not None and len(separator) != 1:
        raise WrongSheetError(f'--separator "{separator}": write one sign, or tab')
    grid = grid_of_text(data, typed.encoding, separator)
    return grid, columns_of(grid, maps, typed.header)


def _of_several(grids: Sequence[Grid], typed: Typed, maps: dict[str, str]) -> tuple[Grid, Columns]:
    """The sheet that was named, else the only one that has columns to be filed."""
    names = list_of([f'"{grid.name}"' for grid in grids], "and") if grids else "none with anything"
    if typed.sheet is not None:
        same = [g for g in grids if (g.name or "").casefold() == typed.sheet.casefold()]
        if not same:
            raise WrongSheetError(f'--sheet "{typed.sheet}": there is {names}')
        return same[0], columns_of(same[0], maps, typed.header)
    fitting: list[tuple[Grid, Columns]] = []
    refused: WrongSheetError | None = None
    for grid in grids:
        try:
            fitting.append((grid, columns_of(grid, maps, typed.header)))
        except WrongSheetError as error:
            refused = refused or WrongSheetError(f'sheet "{grid.name}": {error}')
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        several = list_of([f'"{grid.name}"' for grid, _ in fitting], "and")
        raise WrongSheetError(f"{several} could be filed: --sheet NAME says which")
    raise refused or WrongSheetError("it is empty")


def _asked(session: Session, grid: Grid, columns: Columns, typed: Typed) -> Asked:
    """How the rows are read. Raises WrongUsageError for what was typed wrong."""
    if typed.dates is not None and typed.dates not in _ORDERS:
        raise WrongUsageError(f'--dates "{typed.dates}": write dmy or mdy')
    told = days_are_month_first(grid, columns)
    partner = typed.partner or session.settings.default.partner
    if partner is not None and partner_meant(partner) is None:
        raise WrongUsageError(f'--partner "{partner}" is no code: write TR, or ASEAN+3')
    register, view = session.register, session.whole_view
    meetings: dict[str, Held] = {}

    def read_time(words: str, anchor: date, place: str | None) -> Timing:
        return timing_of(session, words, anchor, place)

    def find_meeting(ref: str) -> Held:
        if ref not in meetings:
            meetings[ref] = register.meetings.meant(ref, view)
        return meetings[ref]

    def meetings_on(code: str, day: date) -> list[Held]:
        return register.meetings.on(MeetingRef.on(code, day), view)

    if typed.meeting is not None:
        find_meeting(typed.meeting)
    on, when = day_or_month(session, "--on", typed.on)
    return Asked(
        columns=columns,
        month_first=told if typed.dates is None else _ORDERS[typed.dates],
        today=session.today,
        on=None if on is None else (on, when),
        partner=partner_meant(partner) if partner else None,
        meeting=typed.meeting,
        fill_down=typed.fill_down,
        default=session.settings.default,
        read_time=read_time,
        find_meeting=find_meeting,
        meetings_on=meetings_on,
    )


def _ours(session: Session) -> str:
    return session.settings.ledger.party


def _say_how_read(grid: Grid, asked: Asked) -> None:
    """Says how the file was read, and what each column was taken for."""
    say(f"{grid.told}, headings in row {asked.columns.header}")
    for line in asked.columns.told():
        say(f"  {line}")
    if asked.month_first is not None:
        say(f"  days in figures have the {'month' if asked.month_first else 'day'} first")
    if asked.columns.is_limit():
        say("  a bare day in the column of times is the last one: by that day")


def _say_what_need_not(plan: SheetPlan) -> None:
    """Says which rows are on file already, and which are said twice."""
    if plan.on_file:
        told = [f"{row} ({ref})" for row, ref in sorted(plan.on_file)]
        say(f"on file already: {_rows(told)}")
    for row, other in plan.twice:
        say(f"row {row} says in every column what row {other} says: it is filed once")
    for title, held in plan.unsure:
        say(f"“{title}” is taken for {held}, the only meeting of that day on file")


def _rows(told: Sequence[str]) -> str:
    more = f" and {len(told) - _MOST:,} more" if len(told) > _MOST else ""
    return f"{'row' if len(told) == 1 else 'rows'} {', '.join(told[:_MOST])}{more}"


def _refuse_bad(plan: SheetPlan, typed: Typed, *, quiet: bool = False) -> None:
    """Names each bad row. Raises WrongUsageError, but where they are to be skipped."""
    if not plan.bad:
        return
    told = [str(one) for one in plan.bad[:_MOST]]
    if len(plan.bad) > _MOST:
        told.append(f"… and {len(plan.bad) - _MOST:,} more")
    rows = len({one.row for one in plan.bad})
    many = "1 row" if rows == 1 else f"{rows:,} rows"
    if typed.skip_bad or typed.dry_run:
        if not quiet:
            for line in told:
                warn(line)
            end = "skipped" if typed.skip_bad else "cannot be filed: mend the sheet, or --skip-bad"
            warn(f"{many} {end}")
        return
    end = f"{many} cannot be filed, and nothing was written: mend the sheet, or --skip-bad"
    raise WrongUsageError("\n".join([*told, end]))


def _what(plan: SheetPlan) -> str:
    """What is filed, in words: `12 items of 3 meetings (2 of them new), 5 with an update`."""
    drafts, meetings = plan.drafts, len(plan.filings)
    new = sum(filing.settled.held is None for filing in plan.filings)
    updates = sum(draft.update is not None for draft in drafts)
    told = f"{len(drafts):,} {'item' if len(drafts) == 1 else 'items'} of "
    told += "1 meeting" if meetings == 1 else f"{meetings:,} meetings"
    if new:
        told += " (new)" if meetings == 1 else f" ({new:,} of them new)"
    return told + (f", {updates:,} with an update" if updates else "")


def _write(session: Session, plan: SheetPlan, stamp: Stamp) -> None:
    """Writes meeting by meeting, each all or nothing; says how far it came where it is stopped."""
    report = Progress("Filing")
    known = session.register.known()
    taken = set(known.first_file_of)
    for done, filing in enumerate(plan.filings):
        try:
            taken.add(_write_one(session, filing, stamp, known, taken))
        except BaseException:
            rest = len(plan.filings) - done
            were = "1 meeting was" if done == 1 else f"{done:,} meetings were"
            warn(f"{were} filed, {rest:,} not: the same import, once more, goes on from there")
            raise
        report(done + 1, len(plan.filings))


def _write_one(
    session: Session, filing: Filing, stamp: Stamp, known: Known, taken: Collection[str]
) -> str:
    """Files the rows of one meeting; gives its ref."""
    held, meeting = filing.settled.held, filing.settled.meeting
    if held is not None:

        def judge(before: MeetingFile, after: MeetingFile) -> None:
            for flaw in new_flaws(before, after, known):
                if flaw.severity is Severity.ERROR:
                    raise WrongUsageError(f"{flaw.wrong}: {flaw.mend}")

        added = append_to_meeting(session.root, held.path, filing.tables, stamp, judge)
        _say_filed(meeting.ref, meeting.title, added)
        return meeting.ref
    first = MeetingRef.on(meeting.ref.rpartition("-")[0], meeting.date)
    ref = free_meeting_ref(session.root, first, taken)
    new = replace(meeting, ref=str(ref))
    tables = [("meeting", new), *filing.tables(MeetingFile(path=ref.path, meeting=new))]
    added = create_meeting(session.root, ref.path, tables, stamp)
    _say_filed(new.ref, new.title, added)
    return new.ref


def _say_filed(ref: str, title: str, added: Sequence[tuple[str, Entry]]) -> None:
    refs = [entry.ref for _, entry in added if isinstance(entry, Commitment)]
    run = refs[0] if len(refs) == 1 else f"{refs[0]} to {refs[-1].rpartition('-')[2]}"
    say(f"{ref}  {title}: {run}")
