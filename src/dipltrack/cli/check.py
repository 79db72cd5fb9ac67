"""`dipltrack check`: every fault of every file."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli.exits import ATTENTION, BROKEN
from dipltrack.cli.output import say, warn
from dipltrack.cli.progress import Progress
from dipltrack.cli.session import Session
from dipltrack.ledger.read import (
    FIRMNESS,
    REMINDERS,
    BrokenSettingsError,
    read_settings,
    stray_files,
)
from dipltrack.model.fault import Fault, Severity
from dipltrack.register.checking import checked
from dipltrack.register.judged import Known
from dipltrack.register.meaning import settings_faults

app = typer.Typer()


@app.command("check")
def check(
    ctx: typer.Context,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for warnings too.")] = False,
    history: Annotated[
        bool,
        typer.Option("--history", help="Hold each of git's commits against the one before it."),
    ] = False,
) -> None:
    """Report every fault of every file, with its line and the mend.

    Exit 3 for errors; 0 for warnings, 1 with --strict. --history warns of entries that a commit
    changed or removed after they had been entered.
    """
    session: Session = ctx.obj
    faults, summary = _faults(session)
    if history:
        faults += _history_faults(session)
    for fault in faults:
        say(str(fault))
    errors = sum(fault.is_error for fault in faults)
    counted = f"{_count(errors, 'error')}, {_count(len(faults) - errors, 'warning')}"
    if errors:
        warn(counted)
        raise typer.Exit(BROKEN)
    say(f"{summary}: {counted}")
    if faults and strict:
        raise typer.Exit(ATTENTION)


def _faults(session: Session) -> tuple[list[Fault], str]:
    """All faults in the order of files and lines, and what was read."""
    root = session.root
    try:
        settings, faults = read_settings(root)
    except BrokenSettingsError as error:
        return sorted(error.faults), ""
    found = checked(root, settings, session.timezone, Progress())
    faults += (
        *stray_files(root),
        *settings_faults(root, settings),
        *found.faults,
        *_firmness_faults(root),
        *_log_faults(root, found.known),
    )
    counted = ((found.meetings, "meeting"), (found.items, "item"), (found.updates, "update"))
    return sorted(faults), ", ".join(_count(number, what) for number, what in counted)


def _history_faults(session: Session) -> list[Fault]:
    """Warnings of what was changed after it had been entered, as git's history tells it."""
    from dipltrack.cli.sharing import repository
    from dipltrack.ledger.git_history import is_cut_off, rewritten_in

    git = repository(session)
    if is_cut_off(git):
        warn("this clone has only the newest commits: git fetch --unshallow brings the others")
    return [
        Fault(one.path, 0, one.told, f"git show {one.commit[:10]} shows it", Severity.WARNING)
        for one in rewritten_in(git)
    ]


def _firmness_faults(root: Path) -> list[Fault]:
    """The faults of the ledger's own list of words; where it has none, nothing is loaded for it."""
    if not (root / FIRMNESS).exists():
        return []
    from dipltrack.ledger.firmness import read_firmness

    return read_firmness(root)[1]


def _log_faults(root: Path, known: Known) -> list[Fault]:
    """The faults of the log of reminders; where there is none, nothing is loaded for it."""
    if not (root / REMINDERS).is_dir():
        return []
    from dipltrack.ledger.reminders import log_faults
    from dipltrack.register.logged import log_warnings

    return log_faults(root) + log_warnings(root, known)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
